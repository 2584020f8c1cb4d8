//! What kind of number a quantity is, from its signs and the words around it.

use rust_decimal::Decimal;

use super::age::read_age;
use super::currency::read_currency_behind;
use super::meaning::Meaning;
use super::measure::{Dimension, read_measure};
use super::point::read_points;
use super::quantity::{Quantity, Sign};
use super::rate::read_rate;
use super::times::read_times;
use super::unit::{read_counted, read_partitive};
use super::weight::is_weight;
use super::{FigureKind, Unit};
use crate::language::{Form, Words};

/// Reads what `quantity` says; `end` is behind it, or behind the last number of its pair.
pub(super) fn read_meaning(words: Words<'_>, quantity: &Quantity, end: usize) -> Meaning {
    let bare = |kind| Meaning::bare(kind, end);
    match quantity.sign {
        Sign::Currency(code) => read_sum(words, quantity, code, end),
        Sign::Percent => read_share_of(words, FigureKind::Percentage, end),
        Sign::Points => bare(FigureKind::Points),
        Sign::BasisPoints => bare(FigureKind::BasisPoints),
        Sign::None => read_unsigned(words, quantity, end),
    }
}

/// A percentage or share, with what it is a part of: "45 percent of voters".
pub(super) fn read_share_of(words: Words<'_>, kind: FigureKind, end: usize) -> Meaning {
    let whole = if words.is(end, "of") { read_partitive(words, end) } else { None };
    match whole {
        Some((unit, end)) => Meaning { kind, unit: Some(unit), end },
        None => Meaning::bare(kind, end),
    }
}

fn read_unsigned(words: Words<'_>, quantity: &Quantity, end: usize) -> Meaning {
    if let Some(end) = read_age(words, quantity, end) {
        return Meaning::bare(FigureKind::Age, end);
    }
    let name = unit_begin(words, quantity, end);
    if let Some((code, behind)) = read_currency_behind(words, name).filter(|_| !is_weight(words, quantity, name)) {
        let unit = Unit { span: words.span(name, behind), head: code.to_owned() };
        return read_rate(words, Meaning { kind: FigureKind::Money, unit: Some(unit), end: behind });
    }
    read_times(words, quantity.first, end)
        .or_else(|| read_dimension(words, quantity, end))
        .or_else(|| read_points(words, quantity, end))
        .unwrap_or_else(|| read_count(words, quantity, end))
}

/// Money with its sign before it.
fn read_sum(words: Words<'_>, quantity: &Quantity, code: &str, end: usize) -> Meaning {
    let digits =
        (quantity.first..end).find(|&at| words.written(at).starts_with(|c: char| c.is_ascii_digit() || c == '.'));
    let sign = words.span(quantity.first, digits.unwrap_or(end));
    let unit = Unit { span: sign, head: code.to_owned() };
    read_rate(words, Meaning { kind: FigureKind::Money, unit: Some(unit), end })
}

/// Where the unit of a number begins: behind the "of" of "tens of millions of dollars", else right behind it.
fn unit_begin(words: Words<'_>, quantity: &Quantity, end: usize) -> usize {
    let is_part = words.is(end, "of") && matches!(quantity.number.form, Form::Vague(_));
    if is_part { end + 1 } else { end }
}

/// "9 metres", "44 years", "three-week", "a couple of days".
fn read_dimension(words: Words<'_>, quantity: &Quantity, end: usize) -> Option<Meaning> {
    let word = words.past_hyphen(unit_begin(words, quantity, end));
    // A lone letter is a unit where it touches its digits, or stands behind them as in "6 m".
    let (name, dimension, behind) = read_measure(words, word)?;
    let written = words.written(word);
    if written.len() == 1 && quantity.is_worded() || (words.is(word, "second") && word == end) {
        return None;
    }
    let kind = match dimension {
        Dimension::Time => FigureKind::Duration,
        Dimension::Physical => FigureKind::Measure,
    };
    let meaning = Meaning { kind, unit: Some(Unit { span: words.span(word, behind), head: name }), end: behind };
    Some(if dimension == Dimension::Physical { read_rate(words, meaning) } else { meaning })
}

/// So many of something, or the bare value of an index.
fn read_count(words: Words<'_>, quantity: &Quantity, end: usize) -> Meaning {
    // "A 1,200-strong force" says of how many, not of what.
    if words.is_hyphen(end) && words.is(end + 1, "strong") {
        return Meaning::bare(FigureKind::Count, end + 2);
    }
    if words.is_hyphen(end) && words.is_word(end + 1) {
        let unit = Unit { span: words.span(end + 1, end + 2), head: super::unit::singular(words.written(end + 1)) };
        return Meaning { kind: FigureKind::Count, unit: Some(unit), end: end + 2 };
    }
    let counted = if words.is(end, "of") {
        read_partitive(words, end)
    } else {
        read_counted(words, end, quantity.number.value == Decimal::ONE)
    };
    let meaning = match counted {
        Some((unit, end)) => Meaning { kind: FigureKind::Count, unit: Some(unit), end },
        None if is_index(words, quantity) => Meaning::bare(FigureKind::Index, end),
        None => Meaning::bare(FigureKind::Count, end),
    };
    read_rate(words, meaning)
}

/// "The index hit 412."
fn is_index(words: Words<'_>, quantity: &Quantity) -> bool {
    const INDEXES: &[&str] =
        &["index", "gauge", "barometer", "PMI", "Dow", "Nasdaq", "FTSE", "Nikkei", "benchmark", "reading"];
    let before = (1..=10).map(|back| quantity.first.wrapping_sub(back)).take_while(|&at| words.get(at).is_some());
    before.take_while(|&at| !matches!(words.written(at), "." | ";")).any(|at| words.is_any(at, INDEXES))
}
