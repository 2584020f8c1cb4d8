//! "Wrote 4,380 tickets last year. That works out at 16 a day": what comes to one day or week of the year before it.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::reach::DAYS;
use super::super::{Relation, RelationKind};
use super::{Near, is_amount};
use crate::extract::FigureKind;

/// How many of a stretch of time a year has: of all of them, or of those that somebody works.
const PERIODS: &[(&[&str], &[Times])] = &[(&["month"], &[(12, 12)]), (&["week"], &[(46, 53)]), (&["day"], &DAYS)];

/// At least so many, and at most.
type Times = (u32, u32);

/// What is farther off is of something else.
const FAR: i64 = 3;

pub(super) fn find(near: Near<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = near.line();
    let words = line.words;
    if stated.kind() != FigureKind::Rate || !is_amount(stated) || !takes_up(line, stated) {
        return None;
    }
    let last = stated.past();
    let named = |names: &[&str]| (last.saturating_sub(1)..=last).any(|at| words.is_any(at, names));
    let (_, in_year) = PERIODS.iter().find(|(names, _)| named(names))?;
    let home = if line.slots[0].entry.claim == stated.entry.claim { near.before().last()? } else { line };
    let is_total = |slot: &&Slot<'_>| {
        is_amount(slot)
            && matches!(slot.kind(), FigureKind::Count | FigureKind::Money)
            && slot.entry.claim != stated.entry.claim
    };
    let mut totals = home.slots.iter().filter(is_total);
    let total = totals.next().filter(|_| totals.next().is_none())?;
    let is_like = stated.unit().is_none() || stated.unit() == total.unit();
    if !is_like || !tells_year(home) || total.figure().value <= stated.figure().value {
        return None;
    }
    let given = |&(low, high): &Times| {
        let times = Bounds::new(Decimal::from(low), Decimal::from(high), Decimal::from(high));
        total.bounds()?.over(times)
    };
    let said = stated.bounds()?;
    let holds = in_year.iter().filter_map(given).any(|given| given.meets(said));
    let outcome = Outcome { given: given(in_year.last()?)?, holds };
    let is_near = super::super::reach::is_near(&outcome, stated, FAR);
    (holds || is_near).then(|| tie(RelationKind::Average, stated, &[total], None, outcome))
}

/// "That works out at 16 a day", "or 16 a day", "an average of 16 a day".
fn takes_up(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    let is_that = words.is_any(line.first, &["that", "this", "it"])
        && line.has_between(
            line.first + 1,
            line.first + 4,
            &["is", "was", "works", "worked", "comes", "came", "means", "averages", "makes", "’s", "'s"],
        )
        && stated.begin <= line.first + 6;
    let is_or = words.is(before, "or") && words.is(before.wrapping_sub(1), ",");
    let is_mean = words.run_is(before.wrapping_sub(2), &["an", "average", "of"]);
    is_that || is_or || is_mean
}

/// "Last year", "in the year to June", "in 2024": and no other stretch of time.
fn tells_year(line: &Line<'_>) -> bool {
    let words = line.words;
    let is_year = |at: usize| {
        words.is(at, "year") && words.is_any(at.wrapping_sub(1), &["last", "the", "a", "past", "financial"])
            || words.is(at, "in") && super::super::reach::is_year(words.written(at + 1))
    };
    let is_part = line.has_between(
        line.first,
        line.end,
        &["since", "months", "weeks", "days", "half", "first", "so", "far", "this", "years", "season"],
    );
    (line.first..line.end).any(is_year) && !is_part
}
