//! Lengths in feet and inches ("6'3\"", "5’11”", "6ft 4in", "5-foot-11"), and weights in pounds and ounces or stones
//! and pounds ("7lb 11oz"). Neither part stands for anything alone, so they are one number.

use rust_decimal::Decimal;

use super::modifier::{bend, read_before};
use super::{Figure, FigureKind, Modifier, Unit};
use crate::language::{Interval, TokenKind, Words};

/// Two units of which the second is a part of the first.
struct Pair {
    large: &'static [&'static str],
    small: &'static [&'static str],
    /// How many of the second make one of the first.
    parts: u8,
    /// What the first is called.
    head: &'static str,
}

const FEET: Pair = Pair {
    large: &["ft", "ft.", "foot", "feet"],
    small: &["in", "in.", "ins", "inch", "inches"],
    parts: 12,
    head: "foot",
};

const PAIRS: &[Pair] = &[
    FEET,
    Pair {
        large: &["lb", "lb.", "lbs", "pound", "pounds"],
        small: &["oz", "oz.", "ounce", "ounces"],
        parts: 16,
        head: "pound",
    },
    Pair { large: &["st", "stone"], small: &["lb", "lb.", "lbs", "pound", "pounds"], parts: 14, head: "stone" },
];

/// Reads the height or weight whose feet, pounds or stones stand at `at`, and the position behind it; `None` if none
/// does.
pub(super) fn read_two_units(words: Words<'_>, at: usize) -> Option<(Figure, usize)> {
    if words.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let marked = read_marked(words, at).map(|ends| (&FEET, ends));
    let named = || PAIRS.iter().find_map(|pair| Some((pair, read_named(words, at, pair)?)));
    let (pair, (rest, end)) = marked.or_else(named)?;
    let whole: u8 = words.written(at).parse().ok()?;
    let part: u8 = words.written(rest).parse().ok().filter(|&part| part < pair.parts)?;
    let parts = Decimal::from(pair.parts);
    let value = Decimal::from(whole).checked_add(Decimal::from(part) / parts)?;
    let (modifier, begin) = read_before(words, at).unwrap_or((Modifier::Plain, at));
    let number = words.span(at, end);
    // To half of the smaller unit such things are given.
    let half = (Decimal::ONE / parts / Decimal::TWO).round_dp(5);
    let figure = Figure {
        span: words.span(begin, end),
        number,
        value,
        interval: bend(Interval::around(value, half), value, value, modifier),
        modifier,
        kind: FigureKind::Measure,
        unit: Some(Unit { span: words.span(at + 1, at + 2), head: pair.head.to_owned() }),
        pair: None,
    };
    Some((figure, end))
}

/// "6'3\"": where the inches stand, and the position behind them and their mark.
fn read_marked(words: Words<'_>, at: usize) -> Option<(usize, usize)> {
    let is_foot = matches!(words.written(at + 1), "'" | "’" | "′") && words.is_glued(at + 1);
    let has_inches = words.is_glued(at + 2) && words.kind(at + 2) == Some(TokenKind::Number);
    let is_marked = matches!(words.written(at + 3), "\"" | "”" | "″" | "''") && words.is_glued(at + 3);
    (is_foot && has_inches).then_some((at + 2, at + 3 + usize::from(is_marked)))
}

/// "6ft 4in", "5 feet 11 inches", "5-foot-11", "7lb 11oz", "12st 4lb".
fn read_named(words: Words<'_>, at: usize, pair: &Pair) -> Option<(usize, usize)> {
    let foot = words.past_hyphen(at + 1);
    if !words.is_any(foot, pair.large) {
        return None;
    }
    let comma = usize::from(words.written(foot + 1) == ",");
    let inches = words.past_hyphen(foot + 1) + comma;
    let inch = words.past_hyphen(inches + 1);
    if words.kind(inches) != Some(TokenKind::Number) {
        return None;
    }
    if words.is_any(inch, pair.small) && (!words.is(inch, "in") || words.is_glued(inch)) {
        return Some((inches, inch + 1));
    }
    // Only hyphens tie inches that are not named: "a 5-foot-11 guard".
    (pair.parts == FEET.parts && words.is_hyphen(inches.wrapping_sub(1))).then_some((inches, inches + 1))
}
