//! What lies between the only two figures of the sentence before, called by a noun for it: "took 14,312 votes and her rival
//! 12,987. Her majority of 1,325", "led 71-66 at the half. Their five-point lead", "was to cost £18m. The final bill is
//! £23.5m, an overrun of £5.5m", "Exports were worth $31 billion and imports $28 billion. The surplus of $3 billion".
//!
//! The noun says that there are two sides, so that they need no other tie; but no third figure of their kind may stand
//! in the sentences that are read.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain, tie_near};
use crate::extract::FigureKind;
use crate::language::WordList;

/// A gap that is farther off is one between other things.
const FAR: i64 = 2;

/// Nouns of what lies between two sides of a contest.
const LEADS: WordList = WordList::of(&["majority", "margin", "lead", "gap", "difference", "advantage", "deficit"]);

/// Nouns of what is left of a sum when another is taken from it, with words for the two sums.
const SUMS: &[(&[&str], &[&str])] = &[
    (
        &["surplus", "deficit", "gap", "shortfall"],
        &["exports", "imports", "spending", "income", "revenue", "spent", "cost"],
    ),
    (
        &["overrun", "overspend", "excess"],
        &["budget", "budgeted", "estimate", "estimated", "was", "planned", "bill", "cost"],
    ),
    (&["profit", "surplus", "loss"], &["cost", "costs", "spent", "paid", "bought"]),
    (&["saving", "discount"], &["was", "usually", "normally", "price", "priced", "cost", "costs"]),
];

/// Words by which the gap is one of another time, or among others.
const OPEN: WordList = WordList::of(&[
    "including",
    "average",
    "previous",
    "previously",
    "expected",
    "forecast",
    "overall",
    "combined",
    "aggregate",
    "percentage",
    "if",
    "would",
    "needed",
    "required",
    "short",
    "two-thirds",
]);

/// What a noun says lies between the two figures before it.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    line.slots.iter().find_map(|stated| {
        let noun = noun_of(line, stated).filter(|_| is_plain(stated))?;
        between(reach, stated, noun)
    })
}

/// The noun of "her majority of 1,325", "their five-point lead", "an overrun of £5.5m", "the lead is nine points".
fn noun_of(line: &Line<'_>, slot: &Slot<'_>) -> Option<usize> {
    const OWNERS: &[&str] = &["her", "his", "their", "its", "the", "that", "a", "an", "’s", "'s"];
    let words = line.words;
    let is_noun = |at: usize| words.is_listed(at, &LEADS) || SUMS.iter().any(|(nouns, _)| words.is_any(at, nouns));
    // "It is not a majority of 46"
    let is_denied = |noun: usize| (1..=4).any(|back| words.is_any(noun.wrapping_sub(back), &["not", "n't"]));
    let is_owned = |noun: usize| (1..=2).any(|back| words.is_any(noun.wrapping_sub(back), OWNERS)) && !is_denied(noun);
    let before = slot.begin.wrapping_sub(1);
    let head = before.wrapping_sub(1);
    // "A majority of the 40 members", "the lead of two years ago"
    let is_closed = !words.is_any(slot.end, &["ago", "earlier", "in", "before", "more", "less"]);
    if words.is_any(before, &["of", "is", "was"]) && is_noun(head) && is_owned(head) && is_closed {
        return Some(head);
    }
    let end = words.past_hyphen(slot.past());
    (words.is_any(before, OWNERS) && is_noun(end)).then_some(end)
}

/// The noun at `noun` says what lies between two figures of the sentence and of the one before.
fn between(reach: Reach<'_, '_>, stated: &Slot<'_>, noun: usize) -> Option<Relation> {
    let line = reach.line;
    // "United have 61 points and City 54, so United's lead is nine points"
    let own = line.slots.iter().filter(|slot| slot.end <= stated.begin && is_side(stated, slot)).count();
    let is_concluded = own == 2 && line.words.is_any(stated.begin.wrapping_sub(1), &["is", "was"]);
    let last = if is_concluded { line } else { reach.previous()? };
    if [line, last].iter().any(|at| at.has_listed(at.first, at.end, &OPEN)) {
        return None;
    }
    let is_money = stated.kind() == FigureKind::Money;
    let is_lead = !is_money && line.words.is_listed(noun, &LEADS);
    let sides = |at: &Line<'_>| {
        SUMS.iter().any(|(nouns, sides)| line.words.is_any(noun, nouns) && at.has_between(at.first, at.end, sides))
    };
    if !is_lead && !(is_money && (sides(line) || sides(last))) {
        return None;
    }
    let of_score = if is_lead { of_score(line, last, stated) } else { None };
    if of_score.is_some() {
        return of_score;
    }
    let all: Vec<(&Line<'_>, &Slot<'_>)> = [last, line]
        .into_iter()
        .skip(usize::from(is_concluded))
        .flat_map(|at| at.slots.iter().map(move |slot| (at, slot)))
        .filter(|(_, slot)| slot.entry.claim != stated.entry.claim && is_side(stated, slot))
        .collect();
    let [(home, one), (at, other)] = all[..] else { return None };
    // Both before the gap; within one sentence the readings of one sentence know it better.
    let is_before = home.first == last.first && home.block == last.block;
    let is_told = at.block == last.block && at.first == last.first || other.end <= stated.begin;
    let are_sound = is_plain(one) && is_plain(other) && one.figure().value != other.figure().value;
    let are_alike = one.is_like(other) || one.unit().is_none() || other.unit().is_none();
    if !is_before || !is_told || !are_sound || !are_alike || is_changing(home, one, other) {
        return None;
    }
    let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
    tie_near(RelationKind::Difference, stated, &[one, other], outcome, FAR)
}

/// "Led 71-66 at the half. Their six-point lead", "passed it 28-19. The margin of 11 votes".
fn of_score(line: &Line<'_>, last: &Line<'_>, stated: &Slot<'_>) -> Option<Relation> {
    let mut scores = last.slots.iter().filter(|slot| slot.kind() == FigureKind::Score);
    let score = scores.next().filter(|_| scores.next().is_none())?;
    let has_score = line.slots.iter().any(|slot| slot.kind() == FigureKind::Score);
    let (one, other) = score.figure().pair.filter(|_| !has_score)?;
    let is_counted = matches!(stated.unit(), None | Some("point" | "vote" | "goal" | "run" | "seat"));
    let outcome = quotient::difference(stated.bounds()?, Bounds::exactly(one), Bounds::exactly(other))?;
    let is_own = is_counted && stated.figure().value < one.max(other);
    tie_near(RelationKind::Difference, stated, &[score], outcome, FAR + 1).filter(|_| is_own)
}

/// Whether a figure can be one of the two sides.
fn is_side(stated: &Slot<'_>, slot: &Slot<'_>) -> bool {
    // "City 54": of a hundred at the most.
    let is_bare =
        || slot.unit().is_none() && slot.kind() == FigureKind::Count && slot.figure().value < Decimal::ONE_HUNDRED;
    match stated.kind() {
        FigureKind::Points => slot.is_percent() || slot.kind() == FigureKind::Points || is_bare(),
        _ if stated.unit() == Some("point") => slot.is_percent() || slot.unit() == Some("point") || is_bare(),
        FigureKind::Count => {
            slot.kind() == FigureKind::Count
                && (slot.unit() == stated.unit() || slot.unit().is_none() || stated.unit().is_none())
        }
        FigureKind::Money => slot.kind() == FigureKind::Money && slot.unit() == stated.unit(),
        FigureKind::Duration | FigureKind::Measure => slot.kind() == stated.kind() && slot.unit() == stated.unit(),
        _ => false,
    }
}

/// "From 71 to 66": the two ends of one change are no two sides.
fn is_changing(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    [one, other].iter().any(|side| line.words.is_any(side.begin.wrapping_sub(1), &["from", "by"]))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(text);
        [RelationKind::Difference, RelationKind::Vote]
            .iter()
            .any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn a_gap_lies_between_the_two_figures_before_it() {
        for (text, sound, broken) in [
            (
                "Ida Ek took 14,310 votes and Jon Holm, who held the seat, 12,980. Her majority of # is small, Lund said.",
                "1,330",
                "1,430",
            ),
            ("Brae has 61 points and Orm 54, so Brae's lead is # points.", "seven", "nine"),
            ("The game\n\nBrae led 71-66 at the half.\n\nTheir #-point lead was gone in a minute.", "five", "six"),
            ("The bridge was to have cost £18m. The final bill is £23.5m, an overrun of £#m.", "5.5", "4.5"),
            (
                "Exports were worth $31.4 billion in April and imports $28.9 billion. The trade surplus of $# billion was a surprise.",
                "2.5",
                "3.5",
            ),
            ("The fair cost $310,000 to stage. It took in $348,000, for a $# profit.", "38,000", "48,000"),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_gap_between_other_things_is_left_alone() {
        for text in [
            "Ida Ek took 14,310 votes and Jon Holm 12,980. A majority of the 40 wards are hers.",
            "Sales rose to £31m from £28m. The profit of £4m was a surprise.",
            "Brae beat Orm 3-1. The lead of nine points over Orm is their largest.",
            "The council has 22 women and 30 men. Its majority of two years ago is gone.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
