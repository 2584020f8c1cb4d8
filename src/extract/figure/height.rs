//! Lengths in feet and inches: "6'3\"", "5’11”", "6ft 4in", "5-foot-11". Neither part stands for anything alone,
//! so they are one number.

use rust_decimal::Decimal;

use super::modifier::{bend, read_before};
use super::{Figure, FigureKind, Modifier, Unit};
use crate::language::{Interval, TokenKind, Words};

/// Half an inch in feet, to which such heights are given.
const HALF_INCH: Decimal = Decimal::from_parts(4167, 0, 0, false, 5);

/// Reads the height whose feet stand at `at`, and the position behind it; `None` if none does.
pub(super) fn read_height(words: Words<'_>, at: usize) -> Option<(Figure, usize)> {
    if words.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let (rest, end) = read_marked(words, at).or_else(|| read_named(words, at))?;
    let feet: u8 = words.written(at).parse().ok()?;
    let inches: u8 = words.written(rest).parse().ok().filter(|&inches| inches < 12)?;
    let value = Decimal::from(feet).checked_add(Decimal::from(inches) / Decimal::from(12))?;
    let (modifier, begin) = read_before(words, at).unwrap_or((Modifier::Plain, at));
    let number = words.span(at, end);
    let figure = Figure {
        span: words.span(begin, end),
        number,
        value,
        interval: bend(Interval::around(value, HALF_INCH), value, value, modifier),
        modifier,
        kind: FigureKind::Measure,
        unit: Some(Unit { span: words.span(at + 1, at + 2), head: "foot".to_owned() }),
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

/// "6ft 4in", "5 feet 11 inches", "5-foot-11".
fn read_named(words: Words<'_>, at: usize) -> Option<(usize, usize)> {
    let foot = words.past_hyphen(at + 1);
    if !words.is_any(foot, &["ft", "ft.", "foot", "feet"]) {
        return None;
    }
    let comma = usize::from(words.written(foot + 1) == ",");
    let inches = words.past_hyphen(foot + 1) + comma;
    let inch = words.past_hyphen(inches + 1);
    if words.kind(inches) != Some(TokenKind::Number) {
        return None;
    }
    if words.is_any(inch, &["in", "in.", "ins", "inch", "inches"]) && (!words.is(inch, "in") || words.is_glued(inch)) {
        return Some((inches, inch + 1));
    }
    // Only hyphens tie inches that are not named: "a 5-foot-11 guard".
    words.is_hyphen(inches.wrapping_sub(1)).then_some((inches, inches + 1))
}
