//! What kind of number a quantity is, from its signs and the words around it.

use rust_decimal::Decimal;

use super::age::read_age;
use super::measure::{Dimension, read_measure};
use super::quantity::{Quantity, Sign, read_currency_behind, read_quantity};
use super::unit::{read_counted, read_partitive};
use super::{FigureKind, Unit};
use crate::language::{Form, Words};

/// What a number says and of what, and the position behind the words that say so.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    pub(super) kind: FigureKind,
    pub(super) unit: Option<Unit>,
    pub(super) end: usize,
}

impl Meaning {
    fn bare(kind: FigureKind, end: usize) -> Self {
        Self { kind, unit: None, end }
    }
}

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
    if let Some((code, behind)) = read_currency_behind(words, end).filter(|_| !is_weight(words, quantity.first, end)) {
        let unit = Unit { span: words.span(end, behind), head: code.to_owned() };
        return read_rate(words, Meaning { kind: FigureKind::Money, unit: Some(unit), end: behind });
    }
    read_times(words, end)
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

/// What a sum or count is given for: "an hour", "per share", "/night".
fn read_rate(words: Words<'_>, meaning: Meaning) -> Meaning {
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
        "tonne",
        "ton",
        "shift",
        "game",
        "square",
        "household",
    ];
    let at = words.past_hyphen(meaning.end);
    let noun = words.past_hyphen(at + 1);
    let is_time = matches!(read_measure(words, noun), Some((_, Dimension::Time, _)));
    let end = match words.written(at) {
        "a" | "an" if is_time || words.is_any(noun, EACH) => noun + 1,
        "per" | "/" if words.is_word(noun) => noun + 1,
        "per" => read_quantity(words, noun).map_or(meaning.end, |base| base.end),
        "each" | "every" if is_time => noun + 1,
        _ => return meaning,
    };
    if end == meaning.end { meaning } else { Meaning { kind: FigureKind::Rate, end, ..meaning } }
}

/// "Three times", "10-fold", "3x".
fn read_times(words: Words<'_>, end: usize) -> Option<Meaning> {
    let word = words.past_hyphen(end);
    let is_times = words.is_any(word, &["times", "fold"]) || (words.written(end) == "x" && words.is_glued(end));
    is_times.then(|| Meaning::bare(FigureKind::Ratio, word + 1))
}

/// "9 metres", "44 years", "three-week", "a couple of days".
fn read_dimension(words: Words<'_>, quantity: &Quantity, end: usize) -> Option<Meaning> {
    let is_part = words.is(end, "of") && matches!(quantity.number.form, Form::Vague(_));
    let word = if is_part { end + 1 } else { words.past_hyphen(end) };
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

/// "Pounds" that weigh rather than pay.
fn is_weight(words: Words<'_>, first: usize, end: usize) -> bool {
    const WEIGHING: &[&str] = &[
        "weigh", "weighs", "weighed", "weighing", "weight", "heavier", "lighter", "lost", "lose", "gained", "shed",
        "pounds",
    ];
    if !words.is_any(words.past_hyphen(end), &["pound", "pounds"]) {
        return false;
    }
    let is_near = (1..=6).any(|back| words.is_any(first.wrapping_sub(back), WEIGHING));
    is_near || words.is(words.past_hyphen(end) + 1, "of")
}

/// "18 points" where percentages or a poll are near; elsewhere points are scored and counted.
fn read_points(words: Words<'_>, quantity: &Quantity, end: usize) -> Option<Meaning> {
    const POLLS: &[&str] =
        &["%", "percent", "cent", "pct", "poll", "polls", "polling", "voters", "percentage", "lead", "leads"];
    const NEAR: usize = 30;
    let word = words.past_hyphen(end);
    if !words.is_any(word, &["point", "points"]) {
        return None;
    }
    let nearby = quantity.first.saturating_sub(NEAR)..word + NEAR;
    let is_share = nearby.clone().any(|at| words.is_any(at, POLLS));
    is_share.then(|| Meaning::bare(FigureKind::Points, word + 1))
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
