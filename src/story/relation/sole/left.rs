//! "Had 84 cows … lost 17 … now has 57", "shut 26 of its shops, leaving it with 174; it had 190": what there was, what went
//! and what is left, in any order, where a paragraph tells nothing else of the kind.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::{At, Near, closes, is_amount, slots};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// How many parts may be gone.
const MOST: usize = 4;

/// Words by which something goes.
const GONE: WordList = WordList::of(&[
    "lost",
    "lose",
    "loses",
    "shut",
    "closed",
    "sold",
    "died",
    "gone",
    "went",
    "quit",
    "resigned",
    "defected",
    "crossed",
    "left",
    "killed",
    "scrapped",
    "axed",
    "retired",
    "fled",
    "escaped",
    "stolen",
    "taken",
    "spent",
    "used",
    "paid",
    "withdrew",
    "failed",
    "broke",
    "removed",
    "demolished",
    "culled",
    "eaten",
    "sunk",
    "drowned",
    "rehomed",
    "moved",
    "culling",
    "dropped",
    "wrecked",
    "burned",
    "burnt",
]);

/// Words by which there is more than is told, or something came, or times and things are others.
const OPEN: WordList = WordList::of(&[
    "bought",
    "gained",
    "joined",
    "hired",
    "signed",
    "added",
    "new",
    "born",
    "opened",
    "built",
    "replaced",
    "including",
    "among",
    "than",
    "compared",
    "average",
    "each",
    "per",
    "every",
    "also",
    "both",
    "further",
    "more",
    "extra",
    "if",
    "would",
    "could",
    "might",
    "least",
    "another",
    "about",
    "returned",
    "back",
    "recruited",
    "arrived",
    "borrowed",
    "won",
    "drew",
    "points",
    "second",
    "third",
]);

pub(super) fn find(near: Near<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = near.line();
    if !is_count(stated) || !is_left(line, stated) {
        return None;
    }
    let paragraph = near.paragraph();
    let others: Vec<At<'_, '_>> = slots(paragraph)
        .filter(|(_, slot)| slot.entry.claim != stated.entry.claim && is_of_kind(slot, stated))
        .collect();
    let &(_, whole) = others.iter().max_by_key(|(_, slot)| slot.figure().value)?;
    let gone: Vec<At<'_, '_>> = others.into_iter().filter(|(_, slot)| slot.entry.claim != whole.entry.claim).collect();
    if gone.is_empty() || MOST < gone.len() || whole.figure().value <= stated.figure().value {
        return None;
    }
    let is_gone = |(line, slot): &At<'_, '_>| is_gone(line, slot);
    let is_open = |line: &Line<'_>| line.has_listed(line.first, line.end, &OPEN);
    if !gone.iter().all(is_gone) || paragraph.iter().any(is_open) {
        return None;
    }
    let went = gone.iter().try_fold(Bounds::exactly(Decimal::ZERO), |sum, (_, part)| sum.plus(part.bounds()?))?;
    let given = whole.bounds()?.minus(went)?;
    let outcome = Outcome::of(stated.bounds()?, given);
    let apart = (given.said - stated.figure().value).abs();
    let is_near = Decimal::ZERO < given.said && apart * Decimal::from(4) <= whole.figure().value;
    let operands: Vec<&Slot<'_>> = std::iter::once(whole).chain(gone.iter().map(|&(_, part)| part)).collect();
    (outcome.holds || is_near).then(|| tie(RelationKind::Difference, stated, &operands, None, outcome))
}

/// "Leaving it with 174", "now has 57", "11 left", "goes on with 11", "was down to nine".
fn is_left(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const HAS: &[&str] = &["has", "have", "had", "with", "keeps", "kept", "leaves", "left", "leaving", "are", "is"];
    const NOW: &[&str] = &["now", "leaving", "leaves", "left", "still", "so", "remain", "remains", "remaining"];
    let words = line.words;
    let before = slot.begin.wrapping_sub(1);
    let is_had =
        words.is_any(before, HAS) || words.is(before, "now") || words.run_is(before.wrapping_sub(1), &["down", "to"]);
    let floor = line.first.max(before.saturating_sub(7));
    let is_now = line.has_between(floor, slot.begin, NOW) || line.has_between(slot.past(), slot.past() + 2, NOW);
    is_had && is_now || words.is_any(slot.past(), &["left", "remain"]) || words.is_any(before, &["leaving", "leaves"])
}

/// Whether the clause around a figure, or the words right behind it, say that so many went.
fn is_gone(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NEAR: usize = 8;
    let first = line.first.max(slot.begin.saturating_sub(4));
    let next = line.slots.iter().map(|other| other.begin).find(|&begin| slot.begin < begin);
    let close = (slot.past()..line.end).find(|&at| closes(line, at) || line.words.is_any(at, &["and", "but"]));
    let behind = (slot.past() + NEAR).min(next.unwrap_or(line.end)).min(close.unwrap_or(line.end));
    line.has_listed(first, slot.begin, &GONE) || line.has_listed(slot.end, behind, &GONE)
}

fn is_count(slot: &Slot<'_>) -> bool {
    is_amount(slot)
        && matches!(slot.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Index)
        && slot.figure().modifier == Modifier::Plain
        && Decimal::ONE < slot.figure().value
}

fn is_of_kind(slot: &Slot<'_>, stated: &Slot<'_>) -> bool {
    is_amount(slot) && slot.kind() != FigureKind::Rate && (slot.is_like(stated) || stated.is_like(slot))
}
