//! Numbers in digits: "1,234.5", "4.2m", "3 1/2", "2½".

use rust_decimal::Decimal;

use super::metre::is_metre;
use super::numeral::{BILLION, MILLION, Numeral, THOUSAND, TRILLION, numeral};
use super::{Form, Number};
use crate::language::{TokenKind, Words};

/// "3 1/2" is as precise as "3.5".
pub(super) const FRACTION_PLACE: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// "1,234.5", "4.2m", "$33million", "10 million", "3 1/2".
pub(super) fn read_digits(words: Words<'_>, at: usize) -> Option<Number> {
    let written = words.written(at);
    let (mut value, mut place) = match glyph_value(written) {
        Some(part) => (part, Some(Decimal::new(1, 2))),
        None => read_decimal(written)?,
    };
    let mut end = at + 1;
    if let Some((part, behind)) = read_fraction_tail(words, end).filter(|_| place.is_none()) {
        (value, place, end) = (value.checked_add(part)?.normalize(), Some(FRACTION_PLACE), behind);
    }
    let Some((scale, behind)) = read_scale(words, end) else {
        return Some(Number { value, place, scale: Decimal::ONE, form: Form::Digits, end });
    };
    let scaled_place = place.unwrap_or(Decimal::ONE).checked_mul(scale)?;
    // "3 dozen" and "2 hundred" are counted, not rounded.
    let place = (place.is_some() || scale >= THOUSAND.into()).then_some(scaled_place);
    let value = value.checked_mul(scale)?.normalize();
    Some(Number { value, place, scale, form: Form::Digits, end: behind })
}

/// The value of a digit token, and the worth of its last decimal; `None` for "1.2.3" and "007".
fn read_decimal(written: &str) -> Option<(Decimal, Option<Decimal>)> {
    let mut digits = [0_u8; 32];
    let mut length = 0;
    let mut decimals = None;
    // Commas and spaces only part the digits.
    for byte in written.bytes().filter(|byte| byte.is_ascii_digit() || *byte == b'.') {
        match byte {
            b'.' if decimals.is_some() => return None,
            b'.' => decimals = Some(0),
            _ => decimals = decimals.map(|count| count + 1),
        }
        *digits.get_mut(length)? = byte;
        length += 1;
    }
    let plain = std::str::from_utf8(&digits[..length]).ok()?;
    if plain.len() > 1 && plain.starts_with('0') && !plain.starts_with("0.") {
        return None;
    }
    let value = plain.parse::<Decimal>().ok()?;
    // More decimals than a decimal holds would be rounded silently, and no story prints them.
    let place = decimals.map(|count| Decimal::try_new(1, count).ok());
    match place {
        Some(None) => None,
        place => Some((value, place.flatten())),
    }
}

/// "½" and its like.
fn glyph_value(written: &str) -> Option<Decimal> {
    match written {
        "½" => Some(Decimal::new(5, 1)),
        "¼" => Some(Decimal::new(25, 2)),
        "¾" => Some(Decimal::new(75, 2)),
        _ => None,
    }
}

/// The fraction behind a whole number: "1/2" in "3 1/2" and "3-1/2", "½" in "3½".
fn read_fraction_tail(words: Words<'_>, behind: usize) -> Option<(Decimal, usize)> {
    if let Some(part) = glyph_value(words.written(behind)) {
        return Some((part, behind + 1));
    }
    let at = words.past_hyphen(behind);
    let tied = words.written(at + 1) == "/" && words.is_glued(at + 1) && words.is_glued(at + 2);
    if !tied || (words.is_glued(at) && at == behind) || words.written(at + 3) == "/" {
        return None;
    }
    let top: u8 = words.written(at).parse().ok()?;
    let bottom: u8 = words.written(at + 2).parse().ok()?;
    let is_proper = 0 < top && top < bottom && bottom <= 32;
    is_proper.then(|| (Decimal::from(top) / Decimal::from(bottom), at + 3))
}

/// The scale behind digits: "m", "bn", "mln", "million", "-million".
fn read_scale(words: Words<'_>, at: usize) -> Option<(Decimal, usize)> {
    let word = words.past_hyphen(at);
    if words.kind(word) != Some(TokenKind::Word) {
        return None;
    }
    let written = words.written(word);
    let factor = match numeral(words, word) {
        Some(Numeral::Group(factor) | Numeral::Scale(factor)) => Some(factor),
        _ => letter_scale(written, words.is_glued(word) && word == at),
    };
    // "4.2 million-dollar" is scaled; the "m" of "10m-high" and "17m/s" is a metre.
    let is_letter = written.len() == 1;
    let is_tied = words.is_hyphen(word + 1) || (words.written(word + 1) == "/" && words.is_glued(word + 1));
    let factor = factor.filter(|_| !(is_letter && (is_tied || is_metre(words, word))))?;
    Some((Decimal::from(factor), word + 1))
}

fn letter_scale(written: &str, glued: bool) -> Option<i64> {
    match written {
        "mln" | "mn" | "Mln" | "MLN" | "mil" => Some(MILLION),
        "bln" | "bn" | "Bn" | "BN" | "Bln" => Some(BILLION),
        "tn" | "trn" | "tln" => Some(TRILLION),
        "k" | "K" if glued => Some(THOUSAND),
        "m" | "M" if glued => Some(MILLION),
        "b" | "B" if glued => Some(BILLION),
        "T" if glued => Some(TRILLION),
        _ => None,
    }
}
