//! "That makes 9.4 tonnes", "The three come to 7.8 billion naira", "Rent and rates together took £14,850": a sum that words
//! call so, beside the only figures of its kind.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::{At, Near, is_amount, slots};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// How many parts a sum may have.
const MOST: usize = 8;

/// A part is no smaller a piece of its sum: "three ships" beside thousands of tonnes.
const LEAST: i64 = 500;

/// Words by which figures overlap, are of other times, or are not all.
const OPEN: WordList = WordList::of(&[
    "including",
    "includes",
    "among",
    "average",
    "each",
    "apiece",
    "per",
    "every",
    "than",
    "compared",
    "least",
    "most",
    "target",
    "previous",
    "previously",
    "ago",
    "last",
    "against",
    "fewer",
    "record",
    "if",
    "would",
    "could",
    "from",
    "further",
    "another",
    "extra",
    "plus",
    "alone",
    "also",
    "only",
    "both",
    "once",
    "twice",
    "times",
]);

pub(super) fn find(near: Near<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    if !is_amount(stated) || stated.figure().value < Decimal::from(4) {
        return None;
    }
    let line = near.line();
    let parts = match () {
        () if is_made(line, stated) => behind(near, stated)?,
        () if is_joint(line, stated) => ahead(near, stated)?,
        () => return None,
    };
    let is_open = |line: &Line<'_>| line.has_listed(line.first, line.end, &OPEN);
    let is_own_open = line.has_listed(line.first, stated.past() + 2, &OPEN);
    if parts.len() < 2 || MOST < parts.len() || parts.iter().any(|(line, _)| is_open(line)) || is_own_open {
        return None;
    }
    let zero = Bounds::exactly(Decimal::ZERO);
    let given = parts.iter().try_fold(zero, |sum, (_, part)| sum.plus(part.bounds()?))?;
    let outcome = Outcome::of(stated.bounds()?, given);
    let apart = (given.said - stated.figure().value).abs();
    let is_near = apart * Decimal::from(4) <= stated.figure().value;
    // "Between them they own 40": what is not a sum of all is that of some of them.
    let some = parts.iter().any(|(_, part)| given.said - part.figure().value == stated.figure().value);
    let operands: Vec<&Slot<'_>> = parts.iter().map(|&(_, part)| part).collect();
    (outcome.holds || is_near && !some).then(|| tie(RelationKind::Sum, stated, &operands, None, outcome))
}

/// "That makes 9.4 tonnes", "The three come to £7.8m", "40 in all".
fn is_made(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const COME: &[&str] = &["come", "came", "comes", "amount", "amounts", "amounted", "add", "adds"];
    const MAKE: &[&str] = &["makes", "made", "make", "making"];
    const THAT: &[&str] = &["that", "which", "this", "together", "they", "three", "four", "five", "two", "all"];
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    let before = before.wrapping_sub(usize::from(words.is_any(before, &["it", "a", "just"])));
    let makes = words.is_any(before, MAKE)
        && (words.is(before, "making") || words.is_any(before.wrapping_sub(1), THAT) || line.first == before);
    let verb = before.wrapping_sub(1 + usize::from(words.is(before.wrapping_sub(1), "up")));
    let comes = words.is(before, "to") && words.is_any(verb, COME);
    let in_all = words.run_is(stated.past(), &["in", "all"])
        || words.run_is(stated.past(), &["all", "told"])
        || words.is(stated.past(), "altogether");
    makes || comes || in_all
}

/// "Rent and rates together took £14,850 a month": told before its parts.
fn is_joint(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    line.has_between(line.first, line.end, &["together", "altogether", "combined", "between"])
        && line.slots.iter().filter(|slot| slot.is_like(stated)).count() == 1
}

/// The figures of its kind before it: those of its own sentence, or of the next that has any.
fn behind<'l, 'a>(near: Near<'l, 'a>, stated: &Slot<'_>) -> Option<Vec<At<'l, 'a>>> {
    let line = near.line();
    let is_before = |(_, slot): &At<'_, '_>| slot.begin < stated.begin;
    let own: Vec<At<'l, 'a>> = of_kind(std::slice::from_ref(line), stated).filter(is_before).collect();
    if 2 <= own.len() {
        return Some(own);
    }
    let before: Vec<At<'l, 'a>> = of_kind(near.before(), stated).collect();
    let listed = || {
        let list = near.lines[..near.home].iter().rev().take(MOST).take_while(|item| item.block != line.block);
        let first = near.home - list.take_while(|item| item.slots.len() == 1).count();
        let list = &near.lines[first..near.home];
        let are_items = list.windows(2).all(|pair| pair[0].block + 1 == pair[1].block);
        are_items.then(|| of_kind(list, stated).collect())
    };
    if own.is_empty() && before.is_empty() { listed() } else { own.is_empty().then_some(before) }
}

/// The figures of its kind in the next sentence of its paragraph that has any.
fn ahead<'l, 'a>(near: Near<'l, 'a>, stated: &Slot<'_>) -> Option<Vec<At<'l, 'a>>> {
    let next = near.lines.get(near.home + 1).filter(|next| next.block == near.line().block)?;
    Some(of_kind(std::slice::from_ref(next), stated).collect())
}

fn of_kind<'l, 'a>(lines: &'l [Line<'a>], stated: &Slot<'_>) -> impl Iterator<Item = At<'l, 'a>> {
    let total = stated.figure().value;
    let is_part = move |(_, slot): &At<'_, '_>| {
        let is_alike = slot.is_like(stated) || is_bare(slot) && stated.kind() != FigureKind::Money;
        is_amount(slot)
            && is_alike
            && slot.figure().modifier == Modifier::Plain
            && total <= slot.figure().value * Decimal::from(LEAST)
    };
    // "The Alba had 4.2 tonnes, the Bela 3.8": what is named once goes for all; three ships are no tonnes.
    slots(lines).filter(is_part)
}

fn is_bare(slot: &Slot<'_>) -> bool {
    slot.unit().is_none() && matches!(slot.kind(), FigureKind::Count | FigureKind::Index)
}
