//! How late something comes, against the year in which it was to come: "will open in 2031, two years late … It was to have
//! opened in 2028".

use super::elapsed::{Year, near_between, years_of};
use super::lasting::open_years;
use super::{Entry, Relation, Story};
use crate::language::Words;
use crate::story::passage::Passage;

/// How a year is told that was planned.
const PLANNED: &[&[&str]] = &[
    &["was", "to", "have"],
    &["were", "to", "have"],
    &["was", "to"],
    &["was", "due"],
    &["were", "due"],
    &["was", "planned"],
    &["was", "scheduled"],
    &["was", "supposed"],
    &["should", "have"],
    &["had", "been", "due"],
    &["was", "originally"],
    &["was", "meant"],
    &["had", "been", "planned"],
    &["was", "first"],
    &["had", "been", "expected"],
    &["was", "expected"],
];

/// The lengths by which something is late whose two years the story gives.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    open_years(entries, known).filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    const BEHIND: &[&str] = &["late", "behind", "later", "overdue"];
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence)?;
    let words = passage.words;
    let end = passage.positions(entry.figure.unit.as_ref()?.span).end;
    let is_late =
        words.is_any(end, BEHIND) && (words.is(end, "late") || words.is_any(end + 1, &["schedule", "than", "plan"]));
    let own = years_of(story, &passage, sentence);
    let [to] = own.as_slice() else { return None };
    let planned = |other: usize| -> Option<Year> {
        let is_near = story.sentences.get(other).is_some_and(|place| place.block.abs_diff(entry.figure.block) <= 1);
        let passage = Passage::of_sentence(story, other).filter(|_| is_near)?;
        let years = years_of(story, &passage, other);
        let [only] = years.as_slice() else { return None };
        let is_plan =
            (passage.first..only.at.start).any(|at| PLANNED.iter().any(|plan| passage.words.run_is(at, plan)));
        (is_plan && is_about_it(passage.words, passage.first)).then_some((only.year, only.span))
    };
    let from = planned(sentence + 1).or_else(|| planned(sentence.checked_sub(1)?)).filter(|_| is_late)?;
    (from.0 < to.year).then(|| near_between(entry, from, (to.year, to.span))).flatten()
}

/// "It was to have opened", "The line was due".
fn is_about_it(words: Words<'_>, first: usize) -> bool {
    words.is_any(first, &["it", "the", "they", "work", "its"])
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_is_late_is_as_late_as_its_years_say() {
        let text = |years: &str| {
            format!("The link will open in 2031, {years} years late, Ek said.\n\nIt was to have opened in 2028.")
        };
        assert_eq!(relations(&read(&text("five")), RelationKind::Duration), ["five ≠ 3: 2028 | 2031"]);
        assert_eq!(relations(&read(&text("three")), RelationKind::Duration), ["three = 3: 2028 | 2031"]);
        let other = "The link will open in 2031, five years late, Ek said. The town was built in 1928.";
        assert_eq!(relations(&read(other), RelationKind::Duration), Vec::<String>::new());
    }
}
