//! What a sum or count is given for: "$15 an hour", "12 cases a day", "50 per 100,000".

use super::FigureKind;
use super::meaning::Meaning;
use super::measure::{Dimension, read_measure};
use super::quantity::read_quantity;
use crate::language::{Class, TokenKind, Words};

/// What things are sold or counted by, besides times.
const EACH: &[&str] = &[
    "share",
    "barrel",
    "ounce",
    "pound",
    "gallon",
    "litre",
    "liter",
    "bushel",
    "head",
    "person",
    "unit",
    "piece",
    "ticket",
    "plate",
    "bottle",
    "pint",
    "kilo",
    "mile",
    "acre",
    "bag",
    "bale",
    "carat",
    "crate",
    "hectare",
    "kg",
    "kilogram",
    "quintal",
    "sack",
    "tonne",
    "ton",
    "shift",
    "game",
    "square",
    "household",
];

/// `meaning` as a rate where the words behind it say for each of what; else as it is.
pub(super) fn read_rate(words: Words<'_>, meaning: Meaning) -> Meaning {
    let at = words.past_hyphen(meaning.end);
    let noun = words.past_hyphen(at + 1);
    let is_time = matches!(read_measure(words, noun), Some((_, Dimension::Time, _))) && !is_moment(words, noun);
    let end = match words.written(at) {
        "a" | "an" if is_time || words.is_any(noun, EACH) => noun + 1,
        "per" | "/" if words.is_word(noun) => noun + 1,
        "per" => read_quantity(words, noun).map_or(meaning.end, |base| base.end),
        "each" | "every" if is_time => noun + 1,
        _ => return meaning,
    };
    if end == meaning.end { meaning } else { Meaning { kind: FigureKind::Rate, end, ..meaning } }
}

/// "38,900 a year earlier", "340 a decade ago": when, not how often.
fn is_moment(words: Words<'_>, time: usize) -> bool {
    let word = time + 1;
    if words.is_any(word, &["ago", "later", "previously", "prior", "hence"]) {
        return true;
    }
    // "12 cases a day earlier this year", "£15 a week after tax", "340 a month before the ban".
    let ends_there = !words.is_word(word + 1) || words.has(word + 1, Class::Coordinator);
    match words.written(word) {
        "earlier" => !words.is_any(word + 1, &["this", "last", "in"]),
        "before" | "after" => ends_there && words.kind(word + 1) != Some(TokenKind::Number),
        _ => false,
    }
}
