//! "The 26-year-old", where the story tells nobody's age as 26 but one person's as nearly that, or as 62: a reader is supposed
//! to know the age.

use rust_decimal::Decimal;

use super::ClaimId;
use super::life::{Aged, Lives, Telling};
use super::name_words::{bare, surname};
use super::of_today::is_today;
use super::{Story, solver};
use crate::story::passage::Passage;

/// How many years a mistyped age is off, but for one whose digits changed places or whose first is wrong.
const SLIP: i64 = 4;

/// What may be so many years old without being anybody.
const THINGS: &[&str] = &[
    "bridge",
    "building",
    "business",
    "chain",
    "church",
    "club",
    "company",
    "factory",
    "ferry",
    "firm",
    "hall",
    "house",
    "law",
    "mill",
    "mine",
    "newspaper",
    "paper",
    "party",
    "plant",
    "pub",
    "record",
    "rule",
    "school",
    "ship",
    "shop",
    "stadium",
    "theatre",
    "tower",
    "tradition",
    "train",
    "vessel",
    "war",
];

/// The ages that a reader is supposed to know, each with the one that was told, but for those in `known`.
pub(super) fn find<'a, 'b>(
    story: &Story,
    lives: &'b Lives<'a>,
    known: &[ClaimId],
) -> Vec<(&'b Aged<'a>, &'b Aged<'a>)> {
    let again = lives.ages.iter().filter(|aged| !known.contains(&aged.entry.claim) && is_supposed(story, aged));
    again.filter_map(|aged| Some((only_near(story, lives, aged)?, aged))).collect()
}

/// "The 26-year-old had been turned away": with its article, and behind no name.
fn is_supposed(story: &Story, aged: &Aged<'_>) -> bool {
    const ASIDE: &[&str] = &[",", "(", "–", "—", "-", "than", "and", "or", "like"];
    let figure = aged.entry.figure;
    let Some(passage) = Passage::of_sentence(story, figure.sentence) else { return false };
    let (words, at) = (passage.words, passage.position(figure.number.start));
    let behind = passage.position(figure.span.end);
    let is_thing = (behind..behind + 3).any(|at| words.is_any(at, THINGS));
    let is_aside = passage.first + 1 < at && words.is_any(at.wrapping_sub(2), ASIDE);
    aged.telling != Telling::Apposed
        && words.is(at.wrapping_sub(1), "the")
        && words.is_hyphen(at + 1)
        && !is_aside
        && !is_thing
        && !story.is_quoted(figure.number)
}

/// The only age told behind a name before that is nearly this one; `None` where somebody is just as old.
fn only_near<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let figure = aged.entry.figure;
    let meets =
        |other: &Aged<'_>| other.entry.claim != aged.entry.claim && other.entry.figure.interval.meets(figure.interval);
    let is_near = |other: &&Aged<'_>| {
        let apart = (other.entry.figure.value - figure.value).abs();
        let is_slip =
            apart <= SLIP.into() || apart == Decimal::TEN || solver::is_transposed(other.entry.figure, figure);
        is_slip
            && other.entry.claim < aged.entry.claim
            && other.telling == Telling::Apposed
            && !other.name.is_empty()
            && is_today(story, other)
    };
    let mut near = lives.ages.iter().filter(is_near);
    let first = near.next().filter(|_| !lives.ages.iter().any(meets))?;
    let called = |aged: &Aged<'_>| surname(bare(story.text_of(aged.name))).to_owned();
    near.all(|other| called(other) == called(first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn an_age_that_a_reader_is_supposed_to_know_was_told() {
        let dead = "Among the dead is Ada Ek, 24, a clerk, her husband, Ivo Ek, said. Two nurses came.";
        for (text, is_wrong) in [
            (format!("{dead} He said the 26-year-old had been turned away."), true),
            (format!("{dead} He said the 24-year-old had been turned away."), false),
            (format!("{dead} He said the 42-year-old clerk had been turned away."), true),
            (format!("{dead} The 26-year-old ferry sank."), false),
            (format!("{dead} He spoke to Una Lind, the 26-year-old clerk."), false),
            (format!("{dead} Una Lind, 26, is well. He said the 26-year-old had been turned away."), false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::SameAge);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
