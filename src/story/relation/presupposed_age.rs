//! "The 26-year-old", where the story tells nobody's age as 26 but one person's as nearly that, or as 62: a reader is supposed
//! to know the age.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::ClaimId;
use super::life::{Aged, Lives, Telling};
use super::lone_age::is_rivalled;
use super::name_words::{bare, surname};
use super::of_today::is_today;
use super::unnamed_beside::{has_other, unnamed_in};
use super::{Story, solver};
use crate::language::{TokenKind, Words};
use crate::story::passage::Passage;

/// How many years a mistyped age is off, but for one whose digits changed places or whose first is wrong.
const SLIP: i64 = 4;

/// Children are told of beside their parents.
const GROWN: i64 = 18;

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
    // "The 43-year-old woman beside him": somebody new.
    let is_new = words.is_any(behind, &["boy", "girl", "man", "teenager", "woman"]);
    let is_aside = passage.first + 1 < at && words.is_any(at.wrapping_sub(2), ASIDE);
    aged.telling != Telling::Apposed
        && words.is(at.wrapping_sub(1), "the")
        && words.is_hyphen(at + 1)
        && !is_aside
        && !is_thing
        && !is_new
        && aged.name.is_empty()
        && !story.is_quoted(figure.number)
}

/// The only age told behind a name before that is nearly this one; `None` where somebody is just as old.
fn only_near<'a, 'b>(story: &Story, lives: &'b Lives<'a>, aged: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let figure = aged.entry.figure;
    let meets =
        |other: &Aged<'_>| other.entry.claim != aged.entry.claim && other.entry.figure.interval.meets(figure.interval);
    let is_near = |other: &&Aged<'_>| {
        let apart = (other.entry.figure.value - figure.value).abs();
        let is_turned = apart == Decimal::TEN || solver::is_transposed(other.entry.figure, figure);
        let is_grown = Decimal::from(GROWN) <= other.entry.figure.value.min(figure.value);
        let is_slip = apart <= SLIP.into() || is_grown && is_turned;
        is_slip
            && other.entry.claim < aged.entry.claim
            && other.telling == Telling::Apposed
            && !other.name.is_empty()
            && is_today(story, other)
    };
    let mut near = lives.ages.iter().filter(is_near);
    let first = near.next().filter(|_| !lives.ages.iter().any(meets))?;
    let called = |aged: &Aged<'_>| surname(bare(story.text_of(aged.name))).to_owned();
    let is_only = near.all(|other| called(other) == called(first));
    let is_alone = !is_rivalled(story, first, figure) && !has_other(story, figure);
    (is_only && is_alone && !has_unnamed(story, first.entry.figure.block..=figure.block)).then_some(first)
}

/// "Ada Ek, 54, hit a woman. The 57-year-old wept": whether somebody whom nobody names may be meant.
fn has_unnamed(story: &Story, mut blocks: RangeInclusive<usize>) -> bool {
    blocks.any(|block| {
        let block = &story.blocks[block];
        let words = Words { text: story.text_of(block.span), tokens: &block.mentions.tokens };
        // "€2,500 a man" is a rate.
        let is_rate = |at: usize| words.kind(at.wrapping_sub(1)) == Some(TokenKind::Number);
        unnamed_in(words).any(|at| !is_rate(at))
    })
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn an_age_that_a_reader_is_supposed_to_know_was_told() {
        let dead = "Among the dead is Ada Ek, 24, a clerk, the port said.";
        for (text, is_wrong) in [
            (format!("{dead} It said the 26-year-old had been turned away."), true),
            (format!("{dead} It said the 24-year-old had been turned away."), false),
            (format!("{dead} It said the 42-year-old clerk had been turned away."), true),
            (format!("{dead} The 26-year-old ferry sank."), false),
            (format!("{dead} It spoke to Una Lind, the 26-year-old clerk."), false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::SameAge);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
