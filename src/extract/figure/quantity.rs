//! A number with the signs that belong to it: currency, scale, percent.

use rust_decimal::Decimal;

use super::currency::{behind_currency, read_currency_before};
use super::margin::is_margin;
use crate::language::{Form, Number, TokenKind, Words, read_number};

/// A quintillion: larger numbers are no figures of news but digits of something else.
const MOST: i64 = 1_000_000_000_000_000_000;

/// A number with its currency sign, scale and percent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    /// The position of its first token.
    pub(super) first: usize,
    /// The position behind its last token.
    pub(super) end: usize,
    /// What it is worth and how precisely it is written.
    pub(super) number: Number,
    /// What the signs say of it.
    pub(super) sign: Sign,
}

/// What the signs at a number say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// There are none.
    None,
    /// A sum in the currency of this code.
    Currency(&'static str),
    /// Percent.
    Percent,
    /// Percentage points.
    Points,
    /// Basis points.
    BasisPoints,
}

impl Quantity {
    /// Whether it is a whole number in digits, without sign, scale or decimals.
    pub(super) fn is_plain(&self) -> bool {
        let whole = self.number.place.is_none() && self.number.form == Form::Digits;
        whole && self.sign == Sign::None && self.number.scale == Decimal::ONE
    }

    /// Whether it is a number in words.
    pub(super) fn is_worded(&self) -> bool {
        self.number.form != Form::Digits
    }
}

/// Reads the quantity whose number begins at `at`, or whose currency sign stands there; `None` if none does.
pub(super) fn read_quantity(words: Words<'_>, at: usize) -> Option<Quantity> {
    let digits = behind_currency(words, at);
    if digits > at && words.kind(digits) != Some(TokenKind::Number) {
        return None;
    }
    // Whoever reckons with figures need not fear for what a decimal holds.
    let mut number = read_number(words, digits).filter(|number| number.value.abs() <= Decimal::from(MOST))?;
    let (first, currency) = read_currency_before(words, digits);
    let negative = negative_begin(words, first);
    if negative.is_some() {
        number.value.set_sign_negative(true);
    }
    let first = negative.unwrap_or(first);
    if let Some(code) = currency {
        number = with_spaced_scale(words, number)?;
        return Some(Quantity { first, end: number.end, number, sign: Sign::Currency(code) });
    }
    let (sign, end) = read_percent(words, number.end).unwrap_or((Sign::None, number.end));
    Some(Quantity { first, end, number, sign })
}

/// Where the minus before the token at `first` stands; `None` where a hyphen joins or a dash parts.
fn negative_begin(words: Words<'_>, first: usize) -> Option<usize> {
    let before = first.wrapping_sub(1);
    let is_sign = matches!(words.written(before), "-" | "−") && words.is_glued(first);
    let opens = !words.is_glued(before) || matches!(words.written(before.wrapping_sub(1)), "(" | "/");
    let is_negative = (is_sign && opens) || words.is(before, "minus");
    (is_negative && !is_margin(words, first)).then_some(before)
}

/// "$4.2 m": a lone letter is a scale where a currency sign rules out metres.
fn with_spaced_scale(words: Words<'_>, number: Number) -> Option<Number> {
    let factor = match words.written(number.end) {
        "m" | "M" => 1_000_000_i64,
        "b" | "B" => 1_000_000_000,
        _ => return Some(number),
    };
    let scale = Decimal::from(factor);
    if number.scale != Decimal::ONE {
        return Some(number);
    }
    let place = number.place.unwrap_or(Decimal::ONE).checked_mul(scale)?;
    let value = number.value.checked_mul(scale)?.normalize();
    Some(Number { value, place: Some(place), scale, end: number.end + 1, ..number })
}

/// The percent sign or words behind a number, and the position behind them.
fn read_percent(words: Words<'_>, end: usize) -> Option<(Sign, usize)> {
    if words.written(end) == "%" {
        return Some((Sign::Percent, end + 1));
    }
    let word = words.past_hyphen(end);
    let written = words.written(word);
    if !matches!(written.as_bytes().first(), Some(b'p' | b'P' | b'b' | b'B')) {
        return None;
    }
    if words.is_any(word, &["percent", "pct", "pct."]) || (words.is_glued(word) && written == "pc") {
        let behind = word + 1;
        return Some(if is_point(words, behind) { (Sign::Points, behind + 1) } else { (Sign::Percent, behind) });
    }
    if words.is(word, "per") && words.is(words.past_hyphen(word + 1), "cent") {
        return Some((Sign::Percent, words.past_hyphen(word + 1) + 1));
    }
    let point = words.past_hyphen(word + 1);
    if words.is(word, "percentage") && is_point(words, point) {
        return Some((Sign::Points, point + 1));
    }
    if (words.is(word, "basis") && is_point(words, point)) || words.is_any(word, &["bp", "bps"]) {
        let behind = if words.is(word, "basis") { point + 1 } else { word + 1 };
        return Some((Sign::BasisPoints, behind));
    }
    None
}

fn is_point(words: Words<'_>, at: usize) -> bool {
    words.is_any(at, &["point", "points"])
}
