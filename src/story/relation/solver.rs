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

/// What the numbers of `entries` make as printed; `None` beyond what a decimal holds.
pub(super) fn total<'a>(entries: impl IntoIterator<Item = &'a Entry<'a>>) -> Option<Decimal> {
    entries.into_iter().try_fold(Decimal::ZERO, |sum, entry| sum.checked_add(entry.figure.value))
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
    // Two that were rounded and only touch would need every figure to be rounded by just the half.
    let are_wide = sum.low < sum.high && total.low < total.high;
    let lies_below = |high: Decimal, low: Decimal| high < low || are_wide && high == low;
    let verdict = match (sum.low, sum.high, total.low, total.high) {
        (Some(low), _, _, Some(high)) if lies_below(high, low) => Verdict::Above,
        (_, Some(high), Some(low), _) if lies_below(high, low) => Verdict::Below,
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
        // "A little over 1%" of 1.25: up to where it rounds to the next.
        Modifier::MoreThan if figure.kind == FigureKind::Percentage && value.is_integer() => {
            Interval::between(value, by(115)?.max(value.checked_add(Decimal::new(5, 1))?))
        }
        Modifier::MoreThan | Modifier::AtLeast => Interval::between(value, by(115)?),
        Modifier::Plain if figure.kind == FigureKind::Score => Interval::exactly(value),
        // Odds are rounded, too: "one in five" for 19 percent.
        Modifier::Plain if figure.kind == FigureKind::Share => {
            let (low, high) = (by(90)?, by(110)?.min(Decimal::ONE_HUNDRED.max(value)));
            Interval {
                low: figure.interval.low.map(|end| end.min(low)),
                high: figure.interval.high.map(|end| end.max(high)),
            }
        }
        Modifier::Plain if is_in_full(figure) => {
            // "£300,000" may be £302,400, and hardly £340,000: who writes so many noughts counts them.
            let slack = by(105)?.checked_sub(value)?;
            let (low, high) = (value.checked_sub(slack)?, value.checked_add(slack)?);
            Interval {
                low: figure.interval.low.map(|end| end.max(low)),
                high: figure.interval.high.map(|end| end.min(high)),
            }
        }
        // "Some 1,350 drivers": who writes three digits has counted, whatever the word before says.
        Modifier::About if let Some(place) = third_place(figure) => Interval::around(value, place),
        // "Dozens" are no more than ten times two dozen.
        _ => Interval { low: figure.interval.low, high: figure.interval.high.or(by(1000)) },
    })
}

/// What one is worth in the last place of a whole number with three digits or more that are no closing noughts.
fn third_place(figure: &Figure) -> Option<Decimal> {
    let is_whole = figure.value.is_integer() && figure.value <= Decimal::from(1_000_000) && figure.pair.is_none();
    let digits = figure.value.trunc().normalize().to_string();
    let told = digits.trim_end_matches('0').len();
    let is_counted = is_whole && figure.kind == FigureKind::Count && 3 <= told;
    let zeros = u32::try_from(digits.len() - told).ok().filter(|_| is_counted)?;
    Some(Decimal::from(10_i64.pow(zeros)))
}

/// Whether a number is so small that it is written without a word for its scale.
fn is_in_full(figure: &Figure) -> bool {
    let is_number = matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Rate);
    let is_whole = figure.value.is_integer() && Decimal::ZERO < figure.value && figure.value < Decimal::from(1_000_000);
    is_number && is_whole && figure.pair.is_none()
}

/// The values that a figure may stand for where desks round: "500" for 496 too.
pub(super) fn rounded(figure: &Figure) -> Option<Interval> {
    let bounds = bounds(figure)?;
    if figure.modifier != Modifier::Plain || bounds.low != bounds.high || !figure.value.is_integer() {
        return Some(bounds);
    }
    let digits = figure.value.trunc().normalize().to_string();
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    if zeros < 2 {
        return Some(bounds);
    }
    let place = (0..zeros).try_fold(Decimal::ONE, |place, _| place.checked_mul(Decimal::TEN))?;
    Some(Interval::around(figure.value, place / Decimal::TWO))
}

/// Whether a third figure follows from two: as their sum, their difference, or what the one is of the other in percent.
/// `wanted` is what the third may stand for where desks round.
pub(super) fn gives(result: &Figure, wanted: Interval, one: &Figure, other: &Figure) -> bool {
    let (high, low) = (one.value.max(other.value), one.value.min(other.value));
    let is_met = |value: Option<Decimal>| value.is_some_and(|value| Interval::exactly(value).meets(wanted));
    if is_part(result) && !is_part(one) {
        let percent = |part: Decimal, whole: Decimal| part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
        return is_met(percent(high - low, low)) || is_met(percent(high - low, high)) || is_met(percent(low, high));
    }
    let head = |figure: &Figure| figure.unit.as_ref().map(|unit| unit.head.clone());
    let is_money = result.kind == FigureKind::Money;
    let is_alike =
        [one, other].iter().all(|part| part.kind == result.kind && (!is_money || head(part) == head(result)));
    is_alike && (is_met(high.checked_add(low)) || is_met(high.checked_sub(low)))
}

fn is_part(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Percentage | FigureKind::Share)
}

/// Whether one figure is the other as a slip of the finger or the eye leaves it:
/// the same digits on another scale, two neighbours swapped, one digit wrong.
pub(super) fn is_slip(one: &Figure, other: &Figure) -> bool {
    is_scale_slip(one, other) || is_digit_slip(one.value, other.value)
}

/// Whether two small numbers are so near that one may stand for the other: two apart, or half as many again.
pub(super) fn are_neighbours(one: &Figure, other: &Figure) -> bool {
    let (low, high) = (one.value.min(other.value), one.value.max(other.value));
    low != high && (high - low <= Decimal::TWO || high * Decimal::TWO <= low * Decimal::from(3))
}

/// Whether the two have the same digits, ten, a thousand or more times apart: £5m and £5bn.
pub(super) fn is_scale_slip(one: &Figure, other: &Figure) -> bool {
    const SLIPS: [i64; 4] = [10, 100, 1_000, 1_000_000];
    if let Some((low, high)) = as_integers(one.value, other.value) {
        return low > 0 && low <= high / 10 && SLIPS.iter().any(|&slip| low.checked_mul(slip) == Some(high));
    }
    let (low, high) = (one.value.min(other.value), one.value.max(other.value));
    let is_times = |slip: i64| low.checked_mul(Decimal::from(slip)) == Some(high);
    low > Decimal::ZERO && SLIPS.into_iter().any(is_times)
}

/// Two numbers with as many decimals, as if they had none, the lesser first: nearly all are soon told apart in this way.
pub(super) fn as_integers(one: Decimal, other: Decimal) -> Option<(i64, i64)> {
    let integer = |value: Decimal| i64::try_from(value.mantissa()).ok();
    let (one, other) = (one.scale() == other.scale()).then(|| integer(one).zip(integer(other)))??;
    Some((one.min(other), one.max(other)))
}

/// Whether two whole numbers are one with two neighbouring digits swapped.
pub(super) fn is_transposed(one: &Figure, other: &Figure) -> bool {
    let are_bare = one.value.scale() == 0 && other.value.scale() == 0;
    // Digits that change places change a number by a multiple of nine.
    let may_swap = |apart: u128| may_slip(apart) && apart.is_multiple_of(9);
    let may_be = !are_bare || may_swap(one.value.mantissa().abs_diff(other.value.mantissa()));
    let are_whole = || one.value.is_integer() && other.value.is_integer();
    may_be && are_whole() && swaps(one.value).iter().any(|&change| one.value.checked_add(change) == Some(other.value))
}

/// Whether the numbers are as long as each other and differ by one digit or by two neighbours that changed places.
pub(super) fn is_digit_slip(one: Decimal, other: Decimal) -> bool {
    let (mut one, mut other) = (one, other);
    if one.scale() != other.scale() {
        let scale = one.scale().max(other.scale());
        one.rescale(scale);
        other.rescale(scale);
    }
    let (one, other) = (one.mantissa(), other.mantissa());
    may_slip(one.abs_diff(other))
        && is_slip_of_digits(itoa::Buffer::new().format(one), itoa::Buffer::new().format(other))
}

/// Whether one number is the other without its first digit: "€9m" for "€19m".
pub(super) fn has_lost_digit(one: &Figure, other: &Figure) -> bool {
    let (low, high) = (one.value.min(other.value).normalize(), one.value.max(other.value).normalize());
    let (low, high) = (low.to_string(), high.to_string());
    low.len() + 1 == high.len() && !low.starts_with('0') && high.ends_with(&low)
}

/// Whether two numbers so far apart can differ by one digit (by 1 to 9 at its place) or by two neighbours that changed
/// places (by 9 to 81 in steps of 9): most pairs are told apart by this alone.
fn may_slip(mut apart: u128) -> bool {
    while apart > u64::MAX.into() && apart.is_multiple_of(10) {
        apart /= 10;
    }
    // Short numbers, which nearly all are, are sooner divided.
    let Ok(mut apart) = u64::try_from(apart) else { return false };
    while apart > 9 && apart.is_multiple_of(10) {
        apart /= 10;
    }
    (1..=9).contains(&apart) || apart <= 81 && apart.is_multiple_of(9) && 0 < apart
}

fn is_slip_of_digits(one: &str, other: &str) -> bool {
    if one.len() != other.len() || one.trim_end_matches('0').len() <= 1 {
        return false;
    }
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut wrong = (0..one.len()).filter(|&at| one[at] != other[at]);
    match (wrong.next(), wrong.next(), wrong.next()) {
        (Some(_), None, _) => true,
        (Some(first), Some(second), None) => {
            second == first + 1 && one[first] == other[second] && one[second] == other[first]
        }
        _ => false,
    }
}

/// Half of what the last place of a number is worth, by which it may have been rounded: 0.05 of 4.2.
///
/// A third has as many places as a decimal holds, and its half is as small as one can be.
pub(super) fn half_of_last_place(value: Decimal) -> Decimal {
    Decimal::new(5, (value.scale() + 1).min(Decimal::MAX_SCALE))
}

/// What shares of one whole make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ShareSum {
    /// What they make as printed.
    pub(super) printed: Decimal,
    /// What the others leave for the last one.
    pub(super) left: Interval,
    /// Whether values within all bounds make 100; each is rounded on its own, so many may be off by some points.
    pub(super) fits: bool,
}

/// Adds up shares of one whole; `None` beyond what a decimal holds, or where one is open above.
pub(super) fn share_sum(shares: &[&Entry<'_>]) -> Option<ShareSum> {
    let (last, others) = shares.split_last()?;
    let mut rest = Interval::exactly(Decimal::ZERO);
    let mut printed = last.figure.value;
    for share in others {
        rest = rest.plus(bounds(share.figure)?);
        printed = printed.checked_add(share.figure.value)?;
    }
    let left =
        Interval::between(Decimal::ONE_HUNDRED.checked_sub(rest.high?)?, Decimal::ONE_HUNDRED.checked_sub(rest.low?)?);
    // Three or more shares are never all rounded up by just the half.
    let is_plain = shares
        .iter()
        .all(|share| share.figure.modifier == Modifier::Plain && share.figure.kind == FigureKind::Percentage);
    let half: Decimal = shares.iter().map(|share| half_of_last_place(share.figure.value)).sum();
    let is_beyond = is_plain && 2 < shares.len() && half <= (printed - Decimal::ONE_HUNDRED).abs();
    Some(ShareSum { printed, left, fits: !is_beyond && left.meets(bounds(last.figure)?) })
}

/// Whether `margin` is how far two sides lie apart.
pub(super) fn is_margin(margin: &Figure, one: Decimal, other: Decimal) -> bool {
    bounds(margin).is_some_and(|bounds| bounds.meets(Interval::exactly((one - other).abs())))
}

/// Whether `difference` is less than the margin of error says may be chance.
pub(super) fn is_within(margin: &Figure, difference: Decimal) -> bool {
    difference < margin.value.abs()
}

/// The mean nearest to `mean` that whole numbers from `count` answers can have, and whether it lies within;
/// `None` where so many answered that every printed mean is one.
pub(super) fn nearest_mean(mean: Interval, count: Decimal) -> Option<(Decimal, bool)> {
    let (low, high) = (mean.low?, mean.high?);
    if high.checked_sub(low)?.checked_mul(count)? >= Decimal::ONE {
        return None;
    }
    let middle = low.checked_add(high)?.checked_div(Decimal::TWO)?;
    let total = middle.checked_mul(count)?.round();
    let nearest = total.checked_div(count)?;
    Some((nearest, mean.meets(Interval::exactly(nearest))))
}
