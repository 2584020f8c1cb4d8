//! The term of one prisoner, told twice: "Lee Marsh, 28, is serving nine years for robbery … Marsh, who was sentenced to seven
//! years in 2023".
//!
//! Only where the story gives that surname two terms and no more; what a court cut, added or made the least of it is another.

use super::name_words::{bare, surname};
use super::repeat::contradiction;
use super::{Entry, Relation, Story, life};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier, Name};
use crate::language::{Class, TokenKind};
use crate::story::Placed;
use crate::story::passage::Passage;

/// Words of another term, or of several.
const OTHERS: &[&str] = &[
    "minimum",
    "least",
    "maximum",
    "suspended",
    "concurrent",
    "concurrently",
    "consecutive",
    "each",
    "appeal",
    "reduced",
    "cut",
    "increased",
    "raised",
    "added",
    "further",
    "another",
    "previous",
    "previously",
    "earlier",
    "first",
    "originally",
    "faces",
    "face",
    "could",
    "up",
    "served",
    "after",
    "already",
    "probation",
    "banned",
    "ban",
    "remaining",
    "left",
    "parole",
    "sought",
    "asked",
    "demanded",
    "instead",
    "licence",
    "supervised",
    "total",
    "plus",
    "counts",
    "count",
    "separate",
    "initially",
    "not",
];

/// The second of two terms of one name.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Option<Relation> {
    let terms: Vec<(&Entry<'_>, &str)> =
        entries.iter().filter_map(|entry| Some((entry, convict(story, entry)?))).collect();
    let [(first, one), rest @ ..] = &terms[..] else { return None };
    let (again, _) = rest.iter().find(|(again, other)| one == other && again.figure.value != first.figure.value)?;
    let is_alone = terms.iter().all(|(term, _)| [first.figure.value, again.figure.value].contains(&term.figure.value));
    let is_unit =
        first.figure.unit.as_ref().zip(again.figure.unit.as_ref()).is_some_and(|(one, two)| one.head == two.head);
    (is_alone && is_unit && first.figure.sentence != again.figure.sentence).then(|| contradiction(first, again))
}

/// The surname of the only person of a sentence that tells a term: "serving nine years", "sentenced to seven years", "jailed
/// for six years".
fn convict<'a>(story: &'a Story, entry: &Entry<'_>) -> Option<&'a str> {
    const NEAR: usize = 3;
    let figure = entry.figure;
    let is_term = figure.kind == FigureKind::Duration && figure.modifier == Modifier::Plain && figure.pair.is_none();
    let is_prose = story.blocks[figure.block].role == Role::Paragraph && !story.is_quoted(figure.number);
    if !is_term || !is_prose {
        return None;
    }
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let words = passage.words;
    let at = passage.position(figure.number.start);
    let is_led = words.is(at.wrapping_sub(1), "serving")
        || words.is_any(at.wrapping_sub(1), &["for", "to"])
            && (at.saturating_sub(NEAR).max(passage.first)..at)
                .any(|at| words.is_any(at, &["jailed", "sentenced", "imprisoned"]));
    let has_other = || (passage.first..passage.end).any(|at| words.is_any(at, OTHERS));
    let is_length = |other: &&Placed<Figure>| other.sentence == figure.sentence && other.kind == FigureKind::Duration;
    let is_only = || story.figures.iter().filter(is_length).count() == 1;
    if !is_led || has_other() || !is_only() {
        return None;
    }
    let names =
        life::in_sentence(&story.names, figure.sentence).iter().filter(|name| name.span.end <= figure.number.start);
    let is_person = |name: &&Placed<Name>| {
        let end = passage.position(name.span.end);
        let is_aged = words.written(end) == "," && words.kind(end + 1) == Some(TokenKind::Number);
        let acts = words.has(end, Class::Be) || words.run_is(end, &[",", "who"]);
        is_aged || acts
    };
    let mut people = names.filter(is_person);
    let only = people.next().filter(|_| people.next().is_none())?;
    Some(surname(bare(story.text_of(only.span))))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn one_prisoner_has_one_term() {
        let first = "The prisoner, Lee Marsh, 28, is serving nine years for robbery.\n\n";
        for (text, is_wrong) in [
            ("Marsh, who was sentenced to seven years in 2023, will be in court on Friday.", true),
            ("Marsh, who was sentenced to nine years in 2023, will be in court on Friday.", false),
            ("Marsh, who was sentenced to seven years for an earlier theft, will be in court on Friday.", false),
            ("Ada Ek, who was sentenced to seven years in 2023, saw it.", false),
            ("Marsh was jailed for seven years, which was raised to nine on appeal.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{first}{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
