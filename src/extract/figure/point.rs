//! Percentage points: "18 points" in a poll, "half a percentage point", "7/8 of a point".

use rust_decimal::Decimal;

use super::meaning::Meaning;
use super::modifier::{bend, read_before};
use super::quantity::Quantity;
use super::{Figure, FigureKind, Modifier};
use crate::language::{Interval, Words, read_share};

/// How many words away a word of polls or rates makes points percentage points.
const NEAR: usize = 30;

/// Tokens of the longest way to say a part: "three-quarters of a percentage point".
const LONGEST_PART: usize = 8;

/// Words of polls, percentages and rates.
const POLLS: &[&str] = &[
    "%",
    "percent",
    "cent",
    "pct",
    "poll",
    "polls",
    "polling",
    "voters",
    "percentage",
    "lead",
    "leads",
    "rate",
    "rates",
    "yield",
    "yields",
    "error",
];

/// "18 points" where percentages or a poll are near; elsewhere points are scored and counted.
pub(super) fn read_points(words: Words<'_>, quantity: &Quantity, end: usize) -> Option<Meaning> {
    let word = words.past_hyphen(end);
    let is_point = words.is_any(word, &["point", "points"]);
    let is_share = is_point && is_near_poll(words, quantity.first, word);
    is_share.then(|| Meaning::bare(FigureKind::Points, word + 1))
}

fn is_near_poll(words: Words<'_>, first: usize, end: usize) -> bool {
    (first.saturating_sub(NEAR)..end + NEAR).any(|at| words.is_any(at, POLLS))
}

/// Reads the part of a point that begins at `at`, and the position behind it; `None` if none does.
pub(super) fn read_point_part(words: Words<'_>, at: usize) -> Option<(Figure, usize)> {
    // Nearly every number is told here to be no such part, before it is read.
    if !(at + 1..at + LONGEST_PART).any(|next| words.is(next, "point")) {
        return None;
    }
    let (value, fraction) = read_part(words, at)?;
    let of = words.past_hyphen(fraction);
    let article = if words.is(of, "of") { of + 1 } else { of };
    let is_parted = words.is_any(article, &["a", "one"]);
    let name = if is_parted { words.past_hyphen(article + 1) } else { article };
    let is_percentage = words.is(name, "percentage");
    let point = if is_percentage { words.past_hyphen(name + 1) } else { name };
    let is_share = is_percentage || is_near_poll(words, at, point);
    if !words.is(point, "point") || !is_share {
        return None;
    }
    let (modifier, begin) = read_before(words, at).unwrap_or((Modifier::Plain, at));
    let figure = Figure {
        span: words.span(begin, point + 1),
        number: words.span(at, point + 1),
        value,
        interval: bend(Interval::exactly(value), value, value, modifier),
        modifier,
        kind: FigureKind::Points,
        unit: None,
        pair: None,
    };
    Some((figure, point + 1))
}

/// "Half", "a quarter", "three-quarters", "7/8" as a part of one, and the position behind it.
fn read_part(words: Words<'_>, at: usize) -> Option<(Decimal, usize)> {
    let head = if words.is_any(at, &["a", "one"]) { words.past_hyphen(at + 1) } else { at };
    if words.is(head, "half") {
        return Some((Decimal::new(5, 1), head + 1));
    }
    if words.is(head, "quarter") {
        return Some((Decimal::new(25, 2), head + 1));
    }
    if words.written(at + 1) == "/" && words.is_glued(at + 1) {
        let top: u8 = words.written(at).parse().ok()?;
        let bottom: u8 = words.written(at + 2).parse().ok()?;
        return (0 < top && top < bottom).then(|| (Decimal::from(top) / Decimal::from(bottom), at + 3));
    }
    read_share(words, at).map(|share| (share.percent / Decimal::ONE_HUNDRED, share.end))
}
