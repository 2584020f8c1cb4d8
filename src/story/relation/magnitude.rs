//! The strength of one earthquake or storm, told twice: "an earthquake of magnitude 6.4 struck … the 6.8-magnitude quake",
//! "a Category 4 hurricane … the Category 3 storm".
//!
//! A strength that was measured anew, and that of an aftershock or of another year, is another.

use super::repeat::contradiction;
use super::{Entry, Relation, Story};
use crate::draft::Role;
use crate::extract::Figure;
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;
use crate::story::Placed;
use crate::story::passage::Passage;

/// Words of a sentence that tells of another shock or storm, or of another reading of it.
const OTHERS: WordList = WordList::of(&[
    "aftershock",
    "aftershocks",
    "foreshock",
    "foreshocks",
    "tremors",
    "another",
    "second",
    "first",
    "earlier",
    "initially",
    "initial",
    "preliminary",
    "revised",
    "upgraded",
    "downgraded",
    "strengthened",
    "weakened",
    "previous",
    "since",
    "than",
    "between",
    "between",
    "if",
    "could",
    "would",
    "may",
    "scale",
    "history",
    "similar",
    "becoming",
    "became",
    "grew",
]);

/// A strength that is not the one told first.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Option<Relation> {
    let mut told = entries.iter().filter_map(|entry| Some((entry, scale_of(story, entry.figure)?)));
    let (first, scale) = told.next()?;
    let again: Vec<&Entry<'_>> = told.filter(|&(_, other)| other == scale).map(|(entry, _)| entry).collect();
    let is_other = |entry: &&&Entry<'_>| entry.figure.value != first.figure.value;
    let other = again.iter().find(is_other)?;
    let is_one =
        again.iter().all(|entry| entry.figure.value == first.figure.value || entry.figure.value == other.figure.value);
    (is_one && first.figure.sentence != other.figure.sentence).then(|| contradiction(first, other))
}

/// The scale of a strength: "magnitude", "category"; `None` for other figures.
fn scale_of(story: &Story, figure: &Placed<Figure>) -> Option<&'static str> {
    const SCALES: [&str; 2] = ["magnitude", "category"];
    let is_number = matches!(figure.kind, FigureKind::Count | FigureKind::Index | FigureKind::Measure);
    if !is_number || figure.modifier != Modifier::Plain || figure.pair.is_some() || figure.value > 12.into() {
        return None;
    }
    if !matches!(story.blocks[figure.block].role, Role::Paragraph | Role::Headline | Role::Dek) {
        return None;
    }
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let words = passage.words;
    let number = passage.positions(figure.number);
    let behind = number.end + usize::from(words.is_hyphen(number.end));
    let of = number.start.wrapping_sub(1);
    let before = if words.is(of, "of") { of.wrapping_sub(1) } else { of };
    let scale = SCALES.into_iter().find(|scale| words.is(before, scale) || words.is(behind, scale))?;
    let has_year = super::life::in_sentence(&story.dates, figure.sentence).iter().any(|date| date.year.is_some());
    let text = words.text;
    let tells_other = (passage.first..passage.end).any(|at| words.get(at).is_some_and(|token| OTHERS.has(token, text)));
    (!has_year && !tells_other).then_some(scale)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn one_quake_has_one_magnitude() {
        let first = "An earthquake of magnitude 6.4 struck Brae on Monday, the survey said.\n\n";
        for (text, is_wrong) in [
            ("The 6.8-magnitude quake was felt in Orm.", true),
            ("The magnitude 6.8 quake was felt in Orm.", true),
            ("The 6.4-magnitude quake was felt in Orm.", false),
            ("An aftershock of magnitude 5.1 was felt in Orm.", false),
            ("In 1931 a quake of magnitude 7.2 flattened Orm.", false),
            ("The survey had first put it at magnitude 6.8.", false),
        ] {
            let found = relations(&read(&format!("{first}{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
