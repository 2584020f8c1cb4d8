//! Ties the figures that report the same thing twice: the headline's, the lede's, and "more than 500 soldiers" below.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::report::Report;
use super::solver;
use super::thing;
use super::{Entry, Relation, RelationKind};
use crate::extract::{Figure, Modifier};

/// How many first mentions of one unit are kept in mind: beyond that a story is a list.
const MOST_FIRSTS: usize = 32;

/// The repeats, each tied to the first mention.
pub(super) fn find(reports: &[Report<'_>]) -> Vec<Relation> {
    let mut firsts: FxHashMap<&str, Firsts<'_>> = FxHashMap::default();
    let mut repeats = Vec::new();
    for report in reports {
        let known = firsts.entry(report.unit).or_default();
        if let Some(first) = known.telling.iter().find(|first| is_repeated(first, report)) {
            repeats.push(repeat(first, report));
        } else if known.count < MOST_FIRSTS {
            known.count += 1;
            known.telling.extend(is_telling(report).then_some(report));
        }
    }
    repeats
}

/// The first mentions of one unit.
#[derive(Default)]
struct Firsts<'a> {
    count: usize,
    /// Those that come back otherwise than by chance.
    telling: Vec<&'a Report<'a>>,
}

/// Two sums of money or two small counts are easily the same by chance.
fn is_telling(first: &Report<'_>) -> bool {
    let value = first.entry.figure.value;
    Decimal::ONE < value && (first.event.is_some() || 100 <= value.normalize().mantissa().unsigned_abs())
}

fn repeat(first: &Report<'_>, again: &Report<'_>) -> Relation {
    let interval = first.entry.figure.interval;
    Relation {
        kind: RelationKind::Repeat,
        cue: None,
        stated: again.entry.claim,
        operands: vec![first.entry.claim],
        beside: Vec::new(),
        low: interval.low,
        high: interval.high,
        printed: Some(first.entry.figure.value),
        complete: false,
        holds: true,
    }
}

/// What ties a figure to the `first` of the same thing, from which it differs.
pub(super) fn contradiction(first: &Entry<'_>, again: &Entry<'_>) -> Relation {
    let interval = first.figure.interval;
    Relation {
        kind: RelationKind::Repeat,
        cue: None,
        stated: again.claim,
        operands: vec![first.claim],
        beside: Vec::new(),
        low: interval.low,
        high: interval.high,
        printed: Some(first.figure.value),
        complete: true,
        holds: false,
    }
}

/// Whether two figures report the same thing: alike, for the same group, with values that can be one.
fn is_repeated(first: &Report<'_>, again: &Report<'_>) -> bool {
    let (one, other) = (first.entry.figure, again.entry.figure);
    one.kind == other.kind
        && is_near_value(one, other)
        && thing::is_one_event(first.event, again.event)
        && first.group == again.group
        && is_same_value(one, other)
        && first.is_alike(again)
}

/// Whether the numbers are so near that they may be the same: nearly all pairs are told apart by this alone.
fn is_near_value(one: &Figure, other: &Figure) -> bool {
    if let Some((low, high)) = solver::as_integers(one.value, other.value) {
        return i128::from(high) * 100 <= i128::from(low) * 115;
    }
    let most = one.value.min(other.value).checked_mul(Decimal::new(115, 2));
    most.is_none_or(|most| one.value.max(other.value) <= most)
}

/// Of two near numbers: the same, or one that the other's hedge speaks of: "500+" and "over 500", "690" and "nearly 700".
fn is_same_value(one: &Figure, other: &Figure) -> bool {
    let is_hedged = |figure: &Figure| {
        matches!(figure.modifier, Modifier::MoreThan | Modifier::AtLeast | Modifier::Nearly | Modifier::About)
    };
    let meets = || solver::bounds(one).zip(solver::bounds(other)).is_some_and(|(one, other)| one.meets(other));
    one.value == other.value || (is_hedged(one) || is_hedged(other)) && meets()
}
