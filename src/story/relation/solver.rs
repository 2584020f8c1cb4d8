//! Decides whether figures can fit: the one place where a relation is recomputed.
//!
//! A figure stands for an interval. A total holds when some values within everybody's bounds add up to it,
//! and is wrong only when none do.

use rust_decimal::Decimal;

use super::Entry;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::Interval;

/// A figure as a part of a sum.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part<'a> {
    /// The figure.
    pub(super) entry: &'a Entry<'a>,
    /// How often it counts: "500 in the second and third" counts twice.
    pub(super) times: u32,
}

/// What the parts of a sum give, against the stated total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    /// The least that they give for certain.
    pub(super) low: Option<Decimal>,
    /// The most that they give; as printed where the wording leaves one open above.
    pub(super) high: Option<Decimal>,
    /// What the numbers give as printed.
    pub(super) printed: Decimal,
    /// How the sum stands to the total.
    pub(super) verdict: Verdict,
}

/// How a sum stands to the stated total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Values within all bounds fit.
    Fits,
    /// The parts give less than the total, whatever they stand for.
    Below,
    /// The parts give more than the total, whatever they stand for.
    Above,
}

/// Adds up `parts` and compares them with `stated`; `None` beyond what a decimal holds.
pub(super) fn weigh(stated: &Entry<'_>, parts: &[Part<'_>]) -> Option<Sum> {
    let mut sum = Interval::exactly(Decimal::ZERO);
    let mut certain = sum;
    let mut printed = Decimal::ZERO;
    for part in parts {
        let times = Decimal::from(part.times);
        let figure = part.entry.figure;
        let amount = amount(figure);
        let low = figure.interval.low.unwrap_or(Decimal::ZERO).min(amount);
        let as_printed = Interval::between(low, figure.interval.high.unwrap_or(amount).max(amount));
        certain = certain.plus(as_printed.times(times));
        sum = sum.plus(bounds(figure)?.times(times));
        printed = printed.checked_add(amount.checked_mul(times)?)?;
    }
    let total = bounds(stated.figure)?;
    let verdict = match (sum.low, sum.high, total.low, total.high) {
        (Some(low), _, _, Some(high)) if high < low => Verdict::Above,
        (_, Some(high), Some(low), _) if high < low => Verdict::Below,
        _ => Verdict::Fits,
    };
    Some(Sum { low: certain.low, high: certain.high, printed, verdict })
}

/// Whether the sum misses the total by two neighbouring digits of one number that changed places:
/// the commonest slip of typing, and one that chance hardly ever makes.
pub(super) fn is_swapped(stated: &Entry<'_>, parts: &[Part<'_>]) -> bool {
    let Some(sum) = weigh(stated, parts) else { return false };
    let all = || std::iter::once(stated).chain(parts.iter().map(|part| part.entry));
    let exact = all().all(|entry| entry.figure.modifier == Modifier::Plain && entry.figure.value.is_integer());
    // A small number has so few neighbours that a list which is simply not complete would meet one of them.
    let written_out = all().all(|entry| entry.figure.value >= Decimal::from(10)) && sum.printed > Decimal::from(200);
    let missing = stated.figure.value - sum.printed;
    exact
        && written_out
        && (swaps(stated.figure.value).contains(&-missing)
            || parts.iter().any(|part| swaps(part.entry.figure.value).contains(&missing)))
}

/// What swapping two neighbouring digits of a whole number adds to it, for each pair that differs.
fn swaps(value: Decimal) -> Vec<Decimal> {
    let digits = value.trunc().normalize().to_string();
    let mut changes = Vec::new();
    let mut place = Decimal::ONE;
    for pair in digits.as_bytes().windows(2).rev() {
        let step = Decimal::from((i32::from(pair[1]) - i32::from(pair[0])) * 9);
        changes.extend(step.checked_mul(place).filter(|change| !change.is_zero()));
        place = place.saturating_mul(Decimal::TEN);
    }
    changes
}

/// What a figure puts into a sum: its number, or both numbers of a vote.
pub(super) fn amount(figure: &Figure) -> Decimal {
    match (figure.kind, figure.pair) {
        (FigureKind::Score, Some((first, second))) => first.checked_add(second).unwrap_or(first),
        _ => figure.value,
    }
}

/// The values that a figure may stand for when it is added up.
///
/// Narrower than what the words alone say: a writer of "more than 500" speaks of a number near 500.
pub(super) fn bounds(figure: &Figure) -> Option<Interval> {
    let value = amount(figure);
    let by = |percent: i64| value.checked_mul(Decimal::new(percent, 2));
    Some(match figure.modifier {
        Modifier::MoreThan | Modifier::AtLeast => Interval::between(value, by(115)?),
        Modifier::Plain if figure.kind == FigureKind::Score => Interval::exactly(value),
        // "Dozens" are no more than ten times two dozen.
        _ => Interval { low: figure.interval.low, high: figure.interval.high.or(by(1000)) },
    })
}
