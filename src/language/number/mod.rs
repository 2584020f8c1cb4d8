//! Reads numbers as news writes them: "1,234.5", "4.2m", "two dozen", "half a million", "tens of thousands".
//!
//! Knows what a number is worth and how precisely it is written; knows neither what it counts
//! nor whether it is a figure at all. Parts of a whole ("two-thirds") are read by `share`.

mod digits;
mod metre;
mod numeral;
mod vague;
mod worded;

use rust_decimal::Decimal;

use super::{TokenKind, Words};

pub use numeral::fold_value;
pub(super) use numeral::small_value;

/// A number, scaled, as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// What it is worth: 4,200,000 for "4.2 million".
    pub value: Decimal,
    /// What its last written place is worth, where it has decimals or a scale: 100,000 for "4.2 million".
    pub place: Option<Decimal>,
    /// The factor of its scale word or letter; 1 without one.
    pub scale: Decimal,
    /// How it is written.
    pub form: Form,
    /// The position behind its last token.
    pub end: usize,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In digits, with or without a scale: "1,234.5", "4.2m", "3 1/2".
    Digits,
    /// In words: "two hundred and five", "half a million".
    Words,
    /// In a word that leaves it open, from the value up to this; `None` for no bound: "dozens", "a couple".
    Vague(Option<Decimal>),
}

/// Reads the number that begins with the token at `at`; `None` if none does, or if it is too long to hold.
pub fn read_number(words: Words<'_>, at: usize) -> Option<Number> {
    match words.kind(at)? {
        TokenKind::Number => digits::read_digits(words, at),
        TokenKind::Word => vague::read_vague(words, at)
            .or_else(|| worded::read_half(words, at))
            .or_else(|| worded::read_words(words, at)),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
