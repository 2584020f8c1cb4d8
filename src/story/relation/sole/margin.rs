//! "Hylton 4,212, Gayle 4,165 … Hylton's margin of 57": how far the two largest numbers before it lie apart.

use super::super::line::{Line, Slot, tie};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{At, Near, is_amount, slots};
use crate::extract::FigureKind;
use crate::language::WordList;

/// Words by which the two are of other times, or others come in.
const OPEN: WordList = WordList::of(&[
    "previous",
    "previously",
    "compared",
    "each",
    "average",
    "last",
    "combined",
    "transfers",
    "round",
    "recount",
    "target",
    "needed",
    "required",
    "error",
    "profit",
    "half-time",
    "between",
]);

pub(super) fn find(near: Near<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = near.line();
    let is_number = |slot: &Slot<'_>| {
        is_amount(slot)
            && matches!(slot.kind(), FigureKind::Count | FigureKind::Index | FigureKind::Points | FigureKind::Money)
    };
    if !is_number(stated) || !is_margin(line, stated) {
        return None;
    }
    let before = near.before();
    let told = &near.lines[near.home - before.len().min(1)..=near.home];
    let is_other = |(_, slot): &At<'_, '_>| {
        slot.entry.claim != stated.entry.claim
            && is_number(slot)
            && slot.kind() == stated.kind()
            && (slot.unit() == stated.unit() || slot.unit().is_none() || stated.unit().is_none())
            && stated.figure().value < slot.figure().value
    };
    let mut others: Vec<At<'_, '_>> = slots(told).filter(is_other).collect();
    others.sort_by_key(|(_, slot)| std::cmp::Reverse(slot.figure().value));
    let &[(first_line, first), (second_line, second), ..] = &others[..] else { return None };
    let is_open = |line: &Line<'_>| line.has_listed(line.first, line.end, &OPEN);
    // The two sides are told in one breath.
    let is_pair = first_line.first == second_line.first && first_line.block == second_line.block;
    if !is_pair || is_open(line) || is_open(first_line) {
        return None;
    }
    let outcome = quotient::difference(stated.bounds()?, first.bounds()?, second.bounds()?)?;
    let is_sound = outcome.holds || super::super::reach::is_near(&outcome, stated, 2);
    is_sound.then(|| tie(RelationKind::Difference, stated, &[first, second], None, outcome))
}

/// "A margin of 57", "his majority was 57", "a lead of 57 votes".
fn is_margin(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const NOUNS: &[&str] = &["margin", "majority", "lead", "gap", "difference", "advantage"];
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    let is_named = words.is_any(before, &["of", "was", "is", "at"]) && words.is_any(before.wrapping_sub(1), NOUNS);
    is_named || words.is_any(stated.past(), &["majority"])
}
