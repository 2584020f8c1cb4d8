//! How the words around a number bend it, and what it may then stand for.
//!
//! The conventions, all in one place; `v` is the printed value:
//!
//! | written | stands for |
//! |---|---|
//! | a whole count or sum below 1,000, or not ending in two zeros | exactly `v` |
//! | a whole number from 1,000 that ends in two zeros: "12,600" | half a unit of the last digit that is not zero: 12,550 to 12,650; of 1,000 and other powers of ten, a tenth of that |
//! | a scale or decimals: "£241m", "2.50" | half a unit of the last printed place: 240.5m to 241.5m |
//! | a percentage or a measure: "17%", "9 metres" | the same: 16.5 to 17.5 |
//! | a part in words: "a third", "half" | a tenth of itself either way: half is 45 to 55 |
//! | dozens, thousands, tens of thousands | from two of them upwards: 24, 2,000, 20,000 |
//! | a couple; several hundred, a few dozen | 2 to 3; two to nine of them |
//! | more than, over, 500+; at least, or more | from `v` upwards |
//! | under, fewer than; up to, at most | 0 to `v` |
//! | nearly, almost, just under | 15 percent below `v`, to `v` |
//! | about, some, roughly, or so | 5 percent either way, or the printed precision where that is wider |
//! | a margin: "plus or minus 3" | as printed, above nothing |
//! | a range: "10 to 15" | from the first value to the second |

use rust_decimal::Decimal;

use super::margin::read_margin;
use super::quantity::{Quantity, Sign};
use super::{FigureKind, Modifier};
use crate::language::{Form, Interval, Number, Traces, WordList, Words};

/// Modifiers before a number, each from its last word; longer ones first where one ends another.
const BEFORE: &[(&[&str], Modifier)] = &[
    (&["no", "more", "than"], Modifier::UpTo),
    (&["not", "more", "than"], Modifier::UpTo),
    (&["no", "fewer", "than"], Modifier::AtLeast),
    (&["not", "fewer", "than"], Modifier::AtLeast),
    (&["no", "less", "than"], Modifier::AtLeast),
    (&["not", "less", "than"], Modifier::AtLeast),
    (&["more", "than"], Modifier::MoreThan),
    (&["greater", "than"], Modifier::MoreThan),
    (&["higher", "than"], Modifier::MoreThan),
    (&["fewer", "than"], Modifier::LessThan),
    (&["less", "than"], Modifier::LessThan),
    (&["lower", "than"], Modifier::LessThan),
    (&["smaller", "than"], Modifier::LessThan),
    (&["over"], Modifier::MoreThan),
    (&["above"], Modifier::MoreThan),
    (&["exceeding"], Modifier::MoreThan),
    (&["topping"], Modifier::MoreThan),
    (&["past"], Modifier::MoreThan),
    (&["in", "excess", "of"], Modifier::MoreThan),
    (&["upwards", "of"], Modifier::MoreThan),
    (&["upward", "of"], Modifier::MoreThan),
    (&["north", "of"], Modifier::MoreThan),
    (&["a", "minimum", "of"], Modifier::AtLeast),
    (&["at", "least"], Modifier::AtLeast),
    (&["minimum"], Modifier::AtLeast),
    (&["as", "many", "as"], Modifier::UpTo),
    (&["as", "much", "as"], Modifier::UpTo),
    (&["a", "maximum", "of"], Modifier::UpTo),
    (&["maximum"], Modifier::UpTo),
    (&["up", "to"], Modifier::UpTo),
    (&["at", "most"], Modifier::UpTo),
    (&["just", "under"], Modifier::Nearly),
    (&["just", "below"], Modifier::Nearly),
    (&["just", "shy", "of"], Modifier::Nearly),
    (&["shy", "of"], Modifier::Nearly),
    (&["under"], Modifier::LessThan),
    (&["below"], Modifier::LessThan),
    (&["nearly"], Modifier::Nearly),
    (&["almost"], Modifier::Nearly),
    (&["close", "to"], Modifier::Nearly),
    (&["approaching"], Modifier::Nearly),
    (&["an", "estimated"], Modifier::About),
    (&["estimated"], Modifier::About),
    (&["in", "the", "region", "of"], Modifier::About),
    (&["something", "like"], Modifier::About),
    (&["more", "or", "less"], Modifier::About),
    (&["about"], Modifier::About),
    (&["around"], Modifier::About),
    (&["some"], Modifier::About),
    (&["roughly"], Modifier::About),
    (&["approximately"], Modifier::About),
    (&["approx."], Modifier::About),
    (&["circa"], Modifier::About),
    (&["~"], Modifier::About),
];

/// The last word of each.
const ENDS_BEFORE: Traces = {
    let (mut ends, mut at) = (Traces::of(&[]), 0);
    while at < BEFORE.len() {
        let run = BEFORE[at].0;
        ends = ends.or(Traces::of(&[run[run.len() - 1]]));
        at += 1;
    }
    ends
};

/// Degrees before a modifier, which belong to it: "well over", "just over".
const DEGREES: &[&str] = &["well", "just", "slightly", "far", "significantly", "considerably", "much", "way", "only"];

/// Modifiers behind a number or its unit.
const BEHIND: &[(&[&str], Modifier)] = &[
    (&["or", "more"], Modifier::AtLeast),
    (&["or", "so"], Modifier::About),
    (&["or", "thereabouts"], Modifier::About),
    (&["or", "fewer"], Modifier::UpTo),
    (&["or", "less"], Modifier::UpTo),
    (&["and", "counting"], Modifier::AtLeast),
    (&["at", "least"], Modifier::AtLeast),
    (&["at", "most"], Modifier::UpTo),
    (&[",", "at", "least"], Modifier::AtLeast),
];

/// The first word of each.
const BEGINS_BEHIND: Traces = {
    let (mut beginnings, mut at) = (Traces::of(&[]), 0);
    while at < BEHIND.len() {
        beginnings = beginnings.or(Traces::of(&[BEHIND[at].0[0]]));
        at += 1;
    }
    beginnings
};

/// Signs that touch the number they bend.
const TOUCHING: &[(&[&str], Modifier)] = &[
    (&["+"], Modifier::MoreThan),
    (&["-", "plus"], Modifier::AtLeast),
    (&["-", "odd"], Modifier::About),
    (&["-", "ish"], Modifier::About),
    (&["ish"], Modifier::About),
];

/// The modifier that ends before the token at `first`, and where it begins; a margin's sign belongs to the figure and
/// leaves it as printed.
pub(super) fn read_before(words: Words<'_>, first: usize) -> Option<(Modifier, usize)> {
    let last = words.written(first.wrapping_sub(1));
    // The last word first: most numbers have no modifier, and it tells most candidates apart.
    let ends_in = |run: &[&str]| run.last().is_some_and(|word| word.eq_ignore_ascii_case(last));
    let listed = || {
        words.get(first.wrapping_sub(1)).filter(|last| ENDS_BEFORE.have(last.trace))?;
        let starts = BEFORE.iter().filter(|(run, _)| ends_in(run));
        let mut starts = starts.map(|(run, modifier)| (first.wrapping_sub(run.len()), run, modifier));
        starts.find(|&(start, run, _)| words.run_is(start, run)).map(|(start, _, modifier)| (start, *modifier))
    };
    let margin = read_margin(words, first).map(|start| (start, Modifier::Plain));
    let (start, modifier) = margin.or_else(listed)?;
    let degree = start.wrapping_sub(1);
    if words.run_is(start, &["up", "to"]) && words.is_any(degree, MOVES) {
        return None;
    }
    if words.is(start, "over") && words.is_any(degree, SPREADS) {
        return None;
    }
    // "Over the past 80 years", "half past 8": only what moves there is past 80 percent or £80.
    if words.is(start, "past") && !is_amount(words, first) {
        return None;
    }
    if words.is_any(start, &["under", "below"]) && is_covered(words, start) {
        return None;
    }
    Some((modifier, if words.is_any(degree, DEGREES) { degree } else { start }))
}

/// Whether a share or a sum begins at `first`.
fn is_amount(words: Words<'_>, first: usize) -> bool {
    let is_sign = |at: usize| matches!(words.written(at), "%" | "$" | "£" | "€" | "percent");
    (first..first + 2).any(is_sign) || words.run_is(first + 1, &["per", "cent"])
}

/// "Buried two men | under 400 tons of rock": where they lay, and no bound.
fn is_covered(words: Words<'_>, under: usize) -> bool {
    const COVERED: WordList = WordList::of(&[
        "buried",
        "burying",
        "crushed",
        "entombed",
        "hidden",
        "lay",
        "lies",
        "lying",
        "pinned",
        "sank",
        "submerged",
        "trapped",
        "vanished",
    ]);
    const NEAR: usize = 16;
    let near = (under.saturating_sub(NEAR)..under).rev().take_while(|&at| !matches!(words.written(at), "." | ";"));
    near.into_iter().any(|at| words.is_listed(at, &COVERED))
}

/// "Went up to 50" tells a rise, not a limit, and "adds up to 50" a sum.
const MOVES: &[&str] = &[
    "went", "go", "goes", "gone", "going", "shot", "moved", "jumped", "climbed", "crept", "pushed", "add", "adds",
    "added", "adding",
];

/// "Spread over five towns", "handed over 40 rifles": across all of them, or away, and not more.
const SPREADS: &[&str] = &[
    "hand",
    "hands",
    "handed",
    "handing",
    "spread",
    "spreads",
    "spreading",
    "scattered",
    "stretched",
    "stretching",
    "staggered",
    "distributed",
    "divided",
    "laid",
    "presides",
    "presided",
    "presiding",
];

/// The modifier that begins at `end`, and the position behind it.
pub(super) fn read_behind(words: Words<'_>, end: usize) -> Option<(Modifier, usize)> {
    let found = |runs: &[(&[&str], Modifier)]| {
        let (run, modifier) = runs.iter().find(|(run, _)| words.run_is(end, run))?;
        Some((*modifier, end + run.len()))
    };
    let touching = words.is_glued(end).then(|| found(TOUCHING)).flatten();
    let listed = || words.get(end).filter(|first| BEGINS_BEHIND.have(first.trace)).and_then(|_| found(BEHIND));
    let (modifier, behind) = touching.or_else(listed)?;
    // "Or more than", "at least 40": the words belong to the next number.
    let is_other = words.is_any(behind, &["than"]) || is_number_next(words, behind);
    (!is_other).then_some((modifier, behind))
}

fn is_number_next(words: Words<'_>, at: usize) -> bool {
    super::quantity::read_quantity(words, at).is_some()
}

/// What a number stands for as printed, before any modifier; `kind` tells counting from measuring.
pub(super) fn as_printed(quantity: &Quantity, kind: FigureKind) -> Interval {
    let number = &quantity.number;
    if let Form::Vague(high) = number.form {
        return Interval { low: Some(number.value), high };
    }
    match precision(number, kind, quantity.sign) {
        Some(place) => Interval::around(number.value, place / Decimal::TWO),
        None => Interval::exactly(number.value),
    }
}

/// What one unit of the last place that counts is worth; `None` for an exact number.
fn precision(number: &Number, kind: FigureKind, sign: Sign) -> Option<Decimal> {
    let is_read_off = matches!(kind, FigureKind::Percentage | FigureKind::Measure) || sign == Sign::Percent;
    number.place.or_else(|| round_place(number.value)).or_else(|| is_read_off.then_some(Decimal::ONE))
}

/// The worth of the last digit that is not zero, of a number from 1,000 that ends in two zeros.
///
/// A power of ten is finer than its only digit: 1,000 is nobody's word for 500.
fn round_place(value: Decimal) -> Option<Decimal> {
    if value < Decimal::ONE_THOUSAND || value.scale() > 0 {
        return None;
    }
    let mut digits = value.mantissa();
    let mut place: i128 = 1;
    while digits % 10 == 0 {
        digits /= 10;
        place *= 10;
    }
    let place = if digits == 1 { place / 10 } else { place };
    (place >= 100).then(|| Decimal::try_from_i128_with_scale(place, 0).ok()).flatten()
}

/// What a number stands for once `modifier` has bent it; `last` is the far end of a range, or `value` again.
pub(super) fn bend(plain: Interval, value: Decimal, last: Decimal, modifier: Modifier) -> Interval {
    match modifier {
        Modifier::Plain => plain,
        Modifier::MoreThan | Modifier::AtLeast => Interval::from(value),
        Modifier::LessThan | Modifier::UpTo => Interval::between(Decimal::ZERO.min(last), last),
        Modifier::Nearly => Interval::between(part_of(value, 85).min(last), last.max(part_of(value, 85))),
        Modifier::About => about(plain, value, last),
    }
}

/// 5 percent either way, but never less than the precision in which the number is printed.
fn about(plain: Interval, value: Decimal, last: Decimal) -> Interval {
    // Of a negative number, 95 percent is the upper end.
    let ends = [part_of(value, 95), part_of(value, 105), part_of(last, 95), part_of(last, 105)];
    let low = ends.into_iter().chain(plain.low).min();
    let high = ends.into_iter().chain(plain.high).max();
    Interval { low, high: plain.high.and(high) }
}

/// `percent` of `value`; `value` itself where that is more than a decimal holds.
pub(super) fn part_of(value: Decimal, percent: i64) -> Decimal {
    value.checked_mul(Decimal::new(percent, 2)).map_or(value, |part| part.normalize())
}
