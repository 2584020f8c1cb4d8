//! "Auditioned 80 children and took 16. That is a quarter of them", "9 million litres daily, or about 20 percent of the
//! supply": a share that is told of the only two figures of one kind before it.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind};
use super::{At, Near, closes, is_amount, slots};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// Words by which a share is of something else, or of more.
const OPEN: WordList = WordList::of(&[
    "compared",
    "against",
    "average",
    "national",
    "target",
    "another",
    "rest",
    "remaining",
    "other",
    "interest",
    "tax",
    "discount",
    "stake",
    "than",
    "including",
    "cheaper",
    "dearer",
    "premium",
]);

pub(super) fn find(near: Near<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = near.line();
    let is_share = matches!(stated.kind(), FigureKind::Percentage | FigureKind::Share);
    if !is_share || !takes_up(line, stated) || line.has_listed(line.first, stated.past() + 4, &OPEN) {
        return None;
    }
    let is_before = |(at, slot): &At<'_, '_>| at.first < line.first || slot.begin < stated.begin;
    let before = near.before().len();
    let told = &near.lines[near.home - before.min(2)..=near.home];
    let is_other = |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share);
    if slots(told).filter(|(_, slot)| is_other(slot)).count() != 1 {
        return None;
    }
    let all: Vec<At<'_, '_>> = slots(told).filter(|at| is_before(at) && is_number(at.1)).collect();
    // "The leak at Tunnel 3" beside millions.
    let most = all.iter().map(|(_, slot)| slot.figure().value).max()?;
    let is_grain = |slot: &Slot<'_>| slot.unit().is_none() && slot.figure().value * Decimal::from(5_000) < most;
    let all: Vec<At<'_, '_>> = all.into_iter().filter(|(_, slot)| !is_grain(slot)).collect();
    let [(_, one), (_, two)] = all[..] else { return None };
    let (part, whole) = if one.figure().value < two.figure().value { (one, two) } else { (two, one) };
    let are_alike = part.is_like(whole) || whole.is_like(part) || is_one_measure(part, whole);
    if !are_alike || part.figure().value == whole.figure().value {
        return None;
    }
    let (said, less, more) = (stated.bounds()?, part.bounds()?, whole.bounds()?);
    let outcome = quotient::percent_of(said, less, more)?;
    let ratio = outcome.given.said / stated.figure().value;
    let is_near = Decimal::new(3, 1) <= ratio && ratio <= Decimal::new(35, 1) || is_nought(ratio);
    // "80 said yes and 20 no. That is a fifth": of both together.
    let rest = || Some(quotient::percent_of(said, more.minus(less)?, more)?.holds);
    let both = || {
        let all = less.plus(more)?;
        Some(quotient::percent_of(said, less, all)?.holds || quotient::percent_of(said, more, all)?.holds)
    };
    let both = || if is_of_that(line, stated) { Some(false) } else { both() };
    let is_otherwise = || rest().unwrap_or(true) || both().unwrap_or(true) || is_change(said, less, more);
    (outcome.holds || is_near && !is_otherwise())
        .then(|| tie(RelationKind::Share, stated, &[part, whole], None, outcome))
}

fn is_number(slot: &Slot<'_>) -> bool {
    is_amount(slot) || slot.figure().modifier == Modifier::Nearly && slot.figure().pair.is_none()
}

/// "A rise from 80 to 100. That is a quarter": by how much, and no part.
fn is_change(said: Bounds, less: Bounds, more: Bounds) -> bool {
    [(less, more), (more, less)]
        .into_iter()
        .any(|(from, to)| quotient::percent_change(said, from, to).is_none_or(|outcome| outcome.holds))
}

/// Whether one is ten or a hundred times the other.
fn is_nought(ratio: Decimal) -> bool {
    let is_about = |times: Decimal| (ratio - times).abs() <= times * Decimal::new(5, 2);
    [Decimal::TEN, Decimal::ONE_HUNDRED, Decimal::new(1, 1), Decimal::new(1, 2)].into_iter().any(is_about)
}

/// "That is a quarter of them", ", or about 20 percent of the supply", "a third of that".
fn takes_up(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let behind = stated.past();
    let is_of_them = words.is(behind, "of") && words.is_any(behind + 1, &["them", "it", "that", "those", "these"]);
    let is_that = words.is_any(line.first, &["that", "this"])
        && words.is_any(line.first + 1, &["is", "was", "makes", "’s", "'s", "means"])
        && stated.begin <= line.first + 4;
    let is_or = words.is(stated.begin.wrapping_sub(1), "or") && words.is(stated.begin.wrapping_sub(2), ",");
    let is_of_the = is_or
        && words.is(behind, "of")
        && words.is_any(behind + 1, &["the", "its", "their"])
        && closes(line, behind + 3);
    let is_bare = closes(line, behind);
    // "Waste 9 million litres, about a fifth of it"
    let is_or = is_or || words.is(stated.begin.wrapping_sub(1), ",");
    is_of_them && closes(line, behind + 2) && (is_that || is_or || line.first == stated.begin || is_own(line, stated))
        || is_that && (is_of_them || is_bare)
        || is_of_the
}

/// "A third of that": of one figure, and not of both.
fn is_of_that(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    line.words.is(stated.past(), "of") && line.words.is_any(stated.past() + 1, &["that", "it", "this"])
}

/// "The guard gets a third of that."
fn is_own(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    line.slots.len() == 1 && stated.begin <= line.first + 5
}

/// "450 million litres a day" and "9 million litres".
fn is_one_measure(one: &Slot<'_>, other: &Slot<'_>) -> bool {
    one.unit().is_some() && one.unit() == other.unit()
}
