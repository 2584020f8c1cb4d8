//! Heights in feet and inches: "6'3\"", "5’11”". Neither part stands for anything alone, so they are one number.

use rust_decimal::Decimal;

use super::modifier::{bend, read_before};
use super::{Figure, FigureKind, Modifier, Unit};
use crate::language::{Interval, TokenKind, Words};

/// Half an inch in feet, to which such heights are given.
const HALF_INCH: Decimal = Decimal::from_parts(4167, 0, 0, false, 5);

/// Reads the height whose feet stand at `at`, and the position behind it; `None` if none does.
pub(super) fn read_height(words: Words<'_>, at: usize) -> Option<(Figure, usize)> {
    let is_foot = matches!(words.written(at + 1), "'" | "’" | "′") && words.is_glued(at + 1);
    if !is_foot || !words.is_glued(at + 2) || words.kind(at + 2) != Some(TokenKind::Number) {
        return None;
    }
    let feet: u8 = words.written(at).parse().ok()?;
    let inches: u8 = words.written(at + 2).parse().ok().filter(|&inches| inches < 12)?;
    let value = Decimal::from(feet).checked_add(Decimal::from(inches) / Decimal::from(12))?;
    let is_marked = matches!(words.written(at + 3), "\"" | "”" | "″" | "''") && words.is_glued(at + 3);
    let end = at + 3 + usize::from(is_marked);
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
