//! Two figures of which one is called more or less than the other: "7,300 people, more than the 8,200 that it was built
//! for", "That was lower than the 390 of a week before", "a profit of £3.1m beat the £3.4m that had been forecast".
//!
//! A bare "more than 8,200" bends its number; only behind "the", "its" or "last year's" is it another one. What is told
//! in between, such as by how much, leaves open which two are meant.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, Way, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::Reach;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// How many words may stand between the comparison and its figure: "than the reserve price of".
const NEAR: usize = 6;

/// How many words may stand between the first figure and the comparison: "7,300 people a week on its last run, more than".
const FAR: usize = 9;

/// The nearer of two figures so much further apart is of something else.
const APART: i64 = 3;

/// The words by which most sentences are soon left.
const CUES: WordList = WordList::of(&[
    "than",
    "above",
    "below",
    "beat",
    "beats",
    "beating",
    "exceeded",
    "exceeding",
    "exceeds",
    "topped",
    "topping",
    "surpassed",
    "surpassing",
    "short",
    "on",
]);

/// The figure that a sentence compares with one before it, where it lies on the other side.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let token = |at: usize| line.words.get(at).is_some_and(|token| CUES.has(token, line.words.text));
    let (way, cue, end) = (line.first..line.end).filter(|&at| token(at)).find_map(|at| comparison(line, at))?;
    let base = line.slots.iter().find(|slot| end < slot.begin && slot.begin <= end + NEAR && is_one(slot))?;
    if !leads_to(line, end, base) {
        return None;
    }
    let stated = subject(line, cue, base).or_else(|| taken_up(reach, cue, base))?;
    let (one, other) = (stated.bounds()?, base.bounds()?);
    let is_wrong = match way {
        Way::Up => one.high < other.low,
        Way::Down => other.high < one.low,
    };
    let is_near = {
        let (low, high) = (one.said.abs().min(other.said.abs()), one.said.abs().max(other.said.abs()));
        low.checked_mul(Decimal::from(APART)).is_some_and(|most| high <= most)
    };
    let outcome = Outcome { given: Bounds::exactly(base.figure().value), holds: false };
    let words = Some(line.span(cue, end));
    (is_wrong && is_near).then(|| tie(RelationKind::Direction, stated, &[base], words, outcome))
}

/// Verbs by which one figure has the better of another, or the worse.
const VERBS: &[&str] = &[
    "beat",
    "beats",
    "beating",
    "exceeded",
    "exceeding",
    "exceeds",
    "topped",
    "topping",
    "surpassed",
    "surpassing",
    "fell",
    "falls",
    "falling",
];

/// Which way the comparison at `at` goes, where it begins and the word behind it: "more than", "below", "fell short of".
fn comparison(line: &Line<'_>, at: usize) -> Option<(Way, usize, usize)> {
    const MORE: &[&str] =
        &["more", "higher", "greater", "larger", "bigger", "taller", "longer", "heavier", "wider", "dearer"];
    const LESS: &[&str] = &["fewer", "less", "lower", "smaller", "shorter", "lighter", "cheaper", "narrower"];
    const UNITS: &[&str] = &["times", "percent", "cent", "points", "degrees"];
    const DENIALS: &[&str] = &["no", "not", "never", "n't", "n’t", "nor"];
    let words = line.words;
    let before = at.wrapping_sub(1);
    let (way, cue, end) = match () {
        () if words.is(at, "on") && words.is(before, "up") => (Way::Up, before, at + 1),
        () if words.is(at, "on") && words.is(before, "down") => (Way::Down, before, at + 1),
        () if words.is(at, "than") && words.is_any(before, MORE) => (Way::Up, before, at + 1),
        () if words.is(at, "than") && words.is_any(before, LESS) => (Way::Down, before, at + 1),
        () if words.is(at, "short") && words.is(at + 1, "of") && words.is_any(before, VERBS) => {
            (Way::Down, before, at + 2)
        }
        () if words.is(at, "below") => (Way::Down, at, at + 1),
        () if words.is(at, "above") || words.is_any(at, VERBS) => (Way::Up, at, at + 1),
        () => return None,
    };
    // "No more than the 390", "30 more than the 390", "three times more than the 390".
    let is_denied = line.has_between(cue.saturating_sub(3).max(line.first), cue, DENIALS);
    let is_step = !words.is_any(cue, VERBS) && line.slots.iter().any(|slot| slot.behind == cue || slot.end == cue)
        || words.is_any(cue.wrapping_sub(1), UNITS);
    (!is_denied && !is_step).then_some((way, cue, end))
}

/// Whether the words from the comparison to its figure are one phrase that the reader knows: "the", "last year's", "its record of".
fn leads_to(line: &Line<'_>, end: usize, base: &Slot<'_>) -> bool {
    const KNOWN: &[&str] = &["the", "its", "their", "his", "her", "last"];
    let words = line.words;
    let is_owned = |at: usize| matches!(words.written(at), "'s" | "’s");
    let is_open = |at: usize| {
        words.is_any(at, &[",", ";", ":", "—", "–", "(", "and", "or", "but", "a", "an", "any", "other"])
            || words.has(at, Class::Be)
            || words.has(at, Class::Have)
    };
    let mut between = end..base.begin;
    let is_known = words.is_any(end, KNOWN) || (end..base.begin).any(is_owned);
    let is_nearest = line.slots.iter().all(|slot| slot.begin < end || base.begin <= slot.begin);
    is_known && is_nearest && !between.any(is_open)
}

/// Whether a figure is one plain amount.
fn is_one(slot: &Slot<'_>) -> bool {
    use FigureKind::{Count, Index, Measure, Money, Percentage, Rate};
    let figure = slot.figure();
    matches!(figure.kind, Count | Index | Measure | Money | Percentage | Rate)
        && figure.pair.is_none()
        && figure.modifier == Modifier::Plain
}

/// Whether both count one thing; "7,300 people a week" and "the 8,200 it was built for", too.
fn is_like(slot: &Slot<'_>, base: &Slot<'_>) -> bool {
    let is_bare = base.unit().is_none() && base.kind() == FigureKind::Count;
    slot.is_like(base) || slot.kind() == FigureKind::Rate && is_bare
}

/// The only figure like `base` before the comparison, where no other thing stands between: "carried 7,300 people a week, more than".
fn subject<'l, 'a>(line: &'l Line<'a>, cue: usize, base: &Slot<'a>) -> Option<&'l Slot<'a>> {
    const ENDS: &[&str] = &[";", "but", "and", "while", "whereas", "although", "though", "if"];
    let mut alike = line.slots.iter().filter(|slot| slot.end <= cue && is_like(slot, base));
    let stated = alike.next().filter(|slot| alike.next().is_none() && is_one(slot))?;
    let is_close = cue <= stated.end + FAR && !line.has_between(stated.end, cue, ENDS);
    let is_told = line.words.is(cue.wrapping_sub(1), ",")
        || line.words.is_any(cue, VERBS)
        || (stated.end..cue).any(|at| line.words.has(at, Class::Be));
    (is_close && is_told).then_some(stated)
}

/// "That was lower than the 390": the only figure of the sentence before.
fn taken_up<'l, 'a>(reach: Reach<'l, 'a>, cue: usize, base: &Slot<'a>) -> Option<&'l Slot<'a>> {
    let (line, last) = (reach.line, reach.last()?);
    let words = line.words;
    let is_taken_up = words.is_any(line.first, &["that", "this", "it", "they", "both"]) && cue <= line.first + 4;
    let is_only = line.slots.iter().all(|slot| base.begin <= slot.begin);
    let be = (line.first + 1..cue).any(|at| words.has(at, Class::Be)) || cue == line.first + 1;
    let mut alike = last.slots.iter().filter(|slot| is_like(slot, base));
    let stated = alike.next().filter(|slot| alike.next().is_none() && is_one(slot))?;
    (is_taken_up && is_only && be && last.block == line.block).then_some(stated)
}
