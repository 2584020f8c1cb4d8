//! The words that numbers are written with, and what each is worth.

use rust_decimal::Decimal;

use crate::language::{Class, Words};

/// What one word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    /// One to nineteen.
    Small(i64),
    /// Twenty, thirty … ninety.
    Tens(i64),
    /// Hundred and dozen, which multiply but leave the number exact.
    Group(i64),
    /// Thousand and beyond.
    Scale(i64),
    /// "Dozens", "thousands".
    Many(i64),
}

const NUMERALS: &[(&str, Numeral)] = &[
    ("one", Numeral::Small(1)),
    ("two", Numeral::Small(2)),
    ("three", Numeral::Small(3)),
    ("four", Numeral::Small(4)),
    ("five", Numeral::Small(5)),
    ("six", Numeral::Small(6)),
    ("seven", Numeral::Small(7)),
    ("eight", Numeral::Small(8)),
    ("nine", Numeral::Small(9)),
    ("ten", Numeral::Small(10)),
    ("eleven", Numeral::Small(11)),
    ("twelve", Numeral::Small(12)),
    ("thirteen", Numeral::Small(13)),
    ("fourteen", Numeral::Small(14)),
    ("fifteen", Numeral::Small(15)),
    ("sixteen", Numeral::Small(16)),
    ("seventeen", Numeral::Small(17)),
    ("eighteen", Numeral::Small(18)),
    ("nineteen", Numeral::Small(19)),
    ("twenty", Numeral::Tens(20)),
    ("thirty", Numeral::Tens(30)),
    ("forty", Numeral::Tens(40)),
    ("fifty", Numeral::Tens(50)),
    ("sixty", Numeral::Tens(60)),
    ("seventy", Numeral::Tens(70)),
    ("eighty", Numeral::Tens(80)),
    ("ninety", Numeral::Tens(90)),
    ("dozen", Numeral::Group(12)),
    ("hundred", Numeral::Group(100)),
    ("thousand", Numeral::Scale(THOUSAND)),
    ("lakh", Numeral::Scale(100_000)),
    ("million", Numeral::Scale(MILLION)),
    ("crore", Numeral::Scale(10_000_000)),
    ("billion", Numeral::Scale(BILLION)),
    ("trillion", Numeral::Scale(TRILLION)),
    ("tens", Numeral::Many(10)),
    ("scores", Numeral::Many(20)),
    ("dozens", Numeral::Many(12)),
    ("hundreds", Numeral::Many(100)),
    ("thousands", Numeral::Many(THOUSAND)),
    ("millions", Numeral::Many(MILLION)),
    ("billions", Numeral::Many(BILLION)),
    ("trillions", Numeral::Many(TRILLION)),
];

pub(super) const THOUSAND: i64 = 1_000;
pub(super) const MILLION: i64 = 1_000_000;
pub(super) const BILLION: i64 = 1_000_000_000;
pub(super) const TRILLION: i64 = 1_000_000_000_000;

/// What the word at `at` adds to a number; `None` for any other word.
pub(super) fn numeral(words: Words<'_>, at: usize) -> Option<Numeral> {
    if !words.has(at, Class::NumberWord) {
        return None;
    }
    let written = words.written(at);
    NUMERALS.iter().find(|(word, _)| word.eq_ignore_ascii_case(written)).map(|&(_, numeral)| numeral)
}

/// What "twofold" to "tenfold" multiply by; `None` for other words.
pub fn fold_value(word: &str) -> Option<Decimal> {
    let stem = word.get(..word.len().checked_sub(4)?).filter(|stem| word[stem.len()..].eq_ignore_ascii_case("fold"))?;
    let (_, numeral) = NUMERALS[1..10].iter().find(|(name, _)| name.eq_ignore_ascii_case(stem))?;
    match *numeral {
        Numeral::Small(value) => Some(value.into()),
        _ => None,
    }
}

/// What "two", "ten" and the like below twenty are worth; `None` for other words.
pub(in crate::language) fn small_value(words: Words<'_>, at: usize) -> Option<u32> {
    match numeral(words, at)? {
        Numeral::Small(value) => u32::try_from(value).ok(),
        _ => None,
    }
}
