//! How often one of the only two figures of a sentence goes into the other: "12,400 votes, three times the 6,200 of Moss",
//! and so many at so much each that come to a power of ten too much or too little.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::multiple::{is_part_of, times_of};
use super::super::quotient::{self, Outcome};
use super::super::{Relation, RelationKind};
use super::is_near;
use super::only::{BREAKS, FAR, is_pace};
use super::per_unit::is_a_power_off;
use crate::extract::{FigureKind, Modifier};

/// "The mayor won 12,400 votes, three times the 6,200 of Moss": how often the one goes into the other.
pub(super) fn multiple(line: &Line<'_>) -> Option<Relation> {
    const OPEN: &[&str] = &["again", "since", "average", "faster", "likely", "speed", "expected", "normal", "usual"];
    if line.slots.len() < 2 {
        return None;
    }
    let mut all = times_of(line);
    let times = all.next().filter(|_| all.next().is_none())?;
    let is_side = |slot: &&Slot<'_>| {
        let is_kind = matches!(
            slot.kind(),
            FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Rate | FigureKind::Index
        );
        is_kind && (slot.end <= times.first || times.end <= slot.begin)
    };
    let sides: Vec<&Slot<'_>> = line.slots.iter().filter(is_side).collect();
    let [one, other] = sides[..] else { return None };
    let is_plain = |slot: &Slot<'_>| slot.figure().pair.is_none() && slot.figure().modifier == Modifier::Plain;
    let words = line.words;
    let is_of = words.is_any(times.end, &["the", "as", "that", "those", "last", "its", "their"])
        || words.is_any(times.end + 1, &["the", "that"]);
    // "Twice as many as": of what the sentence sets beside it.
    let is_told = is_of || words.is_any(times.end, &["as"]);
    let is_near_by = times.first <= one.end + 12 && other.begin <= times.end + 12
        || times.end <= one.begin && other.begin <= times.end + 14;
    let first = one.begin.min(times.first);
    // "$8 in Ardan but $160 in Belmark, 20 times as much": the two are set against each other.
    let is_contrast = other.end <= times.first
        && words.is(times.first.wrapping_sub(1), ",")
        && times.first <= other.end + 6
        && words.is(times.end, "as")
        && line.words.is_any(times.end + 1, &["much", "many"])
        && words.is_any(times.end + 2, &[",", "."]);
    let end = if is_contrast { one.end } else { other.begin };
    // "Three times the usual 60 mm": with what it is compared.
    let is_base = |at: usize| at + 1 == other.begin && times.end <= at;
    let is_open = line.has_between(line.first, line.end, OPEN)
        && (line.first..line.end).any(|at| words.is_any(at, OPEN) && !is_base(at))
        || line.has_between(first, end, BREAKS);
    let is_joined = !line.has_between(times.end, other.begin, &["and", "who"]) || other.begin <= times.end;
    let is_count = |slot: &Slot<'_>| slot.kind() == FigureKind::Count;
    let are_counts = is_count(one) && is_count(other) || is_pace(one) && is_count(other);
    let is_other = !(one.is_like(other) || are_counts) || !is_plain(one) || !is_plain(other);
    if !is_told || !(is_near_by || is_contrast) || is_open || !is_joined || is_other || is_part_of(line, one, other) {
        return None;
    }
    let (low, high) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let (base, stated) = if times.bounds.said < Decimal::ONE { (high, low) } else { (low, high) };
    let outcome = quotient::product(stated.bounds()?, times.bounds, base.bounds()?)?;
    let cue = Some(line.span(times.first, times.end));
    (outcome.holds
        || is_near(&outcome, stated, FAR)
        || is_contrast && is_a_power_off(outcome.given.said, stated.figure().value))
    .then(|| tie(RelationKind::Multiple, stated, &[base], cue, outcome))
}

/// So many at so much each, and what it comes to a power of ten away from the product: a nought too many or too few.
pub(super) fn scaled(line: &Line<'_>) -> Option<Relation> {
    const EACH: &[&str] = &["each", "apiece", "per", "a", "an", "average", "every"];
    // "All 60 members paid the $1,500 fee": what everybody pays or gets.
    const FEES: &[&str] =
        &["fee", "levy", "fine", "fare", "ticket", "charge", "grant", "bonus", "payment", "deposit", "toll"];
    const OPEN: &[&str] =
        &["and", "up", "first", "more", "extra", "risk", "previously", "compared", "against", "than", "while"];
    if line.slots.len() < 3 {
        return None;
    }
    let is_plain = |slot: &&Slot<'_>| {
        slot.figure().pair.is_none()
            && slot.figure().value > Decimal::ONE
            && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
    };
    let sums: Vec<&Slot<'_>> = line
        .slots
        .iter()
        .filter(is_plain)
        .filter(|slot| slot.kind() == FigureKind::Money || slot.kind() == FigureKind::Rate && !is_pace(slot))
        .collect();
    let [one, other] = sums[..] else { return None };
    let (each, total) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let end = each.past();
    let is_each = each.kind() == FigureKind::Rate
        || total.kind() == FigureKind::Money && line.has_between(end, end + 2, EACH)
        || line.has_between(each.begin.saturating_sub(3), each.begin, &["average"])
        || line.has_between(line.first, each.begin, &["each"])
        || line.words.is_any(each.begin.wrapping_sub(1), &["the", "a", "an", "their"]) && line.words.is_any(end, FEES);
    let is_one_currency = each.unit().is_some() && each.unit() == total.unit();
    let counts = line.slots.iter().filter(is_plain).filter(|slot| {
        let is_pace = slot.kind() == FigureKind::Rate && is_pace(slot);
        is_pace
            || matches!(slot.kind(), FigureKind::Count | FigureKind::Duration | FigureKind::Measure | FigureKind::Age)
    });
    let counts: Vec<&Slot<'_>> = counts.collect();
    if !is_each
        || !is_one_currency
        || counts.is_empty()
        || counts.len() > 2
        || line.has_between(one.end, other.begin, OPEN)
    {
        return None;
    }
    let (each_value, total_value) = (each.figure().value, total.figure().value);
    let ratio = |count: &Slot<'_>| total_value.checked_div(each_value.checked_mul(count.figure().value)?);
    let is_off = |ratio: Decimal| {
        let turned = if ratio < Decimal::ONE { Decimal::ONE.checked_div(ratio) } else { Some(ratio) };
        turned.is_some_and(|times| {
            [10, 100, 1_000].iter().any(|&power| {
                let power = Decimal::from(power);
                (times - power).abs() <= power * Decimal::new(4, 2)
            })
        })
    };
    let count = counts.iter().find(|count| ratio(count).is_some_and(is_off))?;
    let all = counts.iter().try_fold(each_value, |product, count| product.checked_mul(count.figure().value))?;
    if counts.len() == 2 && (all - total_value).abs() <= total_value * Decimal::new(1, 1) {
        return None;
    }
    // "400 meters at $2,500 apiece, a bill of $10 million": what comes last is what was worked out.
    // "Earning $20 an hour, loses $160 for every eight-hour day": a time among which nothing is shared out.
    let is_time = count.kind() == FigureKind::Duration && each.kind() == FigureKind::Rate;
    if each.begin < total.begin && count.begin < each.begin || is_time {
        let given = each.bounds()?.times(count.bounds()?)?;
        return Some(tie(RelationKind::Average, total, &[count, each], None, Outcome { given, holds: false }));
    }
    let given = total.bounds()?.over(count.bounds()?)?;
    Some(tie(RelationKind::Each, each, &[total, count], None, Outcome { given, holds: false }))
}
