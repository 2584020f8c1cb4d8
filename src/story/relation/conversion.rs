//! Conversions: one quantity in two units, in brackets or behind "or".

use rust_decimal::Decimal;

use super::line::{Line, Slot, tie};
use super::quotient::{self, Bounds, Outcome};
use super::{Relation, RelationKind};
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::{Interval, TokenKind};

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dimension {
    Length,
    Area,
    Mass,
    Volume,
    Speed,
    Temperature,
}

use Dimension::{Area, Length, Mass, Speed, Temperature, Volume};

/// A unit by its name.
type Named = (&'static str, Dimension, i64, i64);

/// Units with the least and the most that one of them is worth in the dimension's own unit, in millionths.
///
/// A ton is short, long or metric and a gallon American or imperial, as the writer's country has it.
const UNITS: &[Named] = &[
    ("millimetre", Length, 1_000, 1_000),
    ("centimetre", Length, 10_000, 10_000),
    ("metre", Length, 1_000_000, 1_000_000),
    ("kilometre", Length, 1_000_000_000, 1_000_000_000),
    ("inch", Length, 25_400, 25_400),
    ("foot", Length, 304_800, 304_800),
    ("yard", Length, 914_400, 914_400),
    ("mile", Length, 1_609_344_000, 1_609_344_000),
    ("nautical mile", Length, 1_852_000_000, 1_852_000_000),
    ("square metre", Area, 1_000_000, 1_000_000),
    ("square foot", Area, 92_903, 92_903),
    ("square yard", Area, 836_127, 836_127),
    ("acre", Area, 4_046_856_422, 4_046_856_422),
    ("hectare", Area, 10_000_000_000, 10_000_000_000),
    ("square kilometre", Area, 1_000_000_000_000, 1_000_000_000_000),
    ("square mile", Area, 2_589_988_110_000, 2_589_988_110_000),
    ("gram", Mass, 1_000, 1_000),
    ("kilogram", Mass, 1_000_000, 1_000_000),
    ("ounce", Mass, 28_350, 31_103),
    ("pound", Mass, 453_592, 453_592),
    ("stone", Mass, 6_350_293, 6_350_293),
    ("tonne", Mass, 1_000_000_000, 1_000_000_000),
    ("metric ton", Mass, 1_000_000_000, 1_000_000_000),
    ("metric tonne", Mass, 1_000_000_000, 1_000_000_000),
    ("short ton", Mass, 907_184_740, 907_184_740),
    ("ton", Mass, 907_184_740, 1_016_046_909),
    ("litre", Volume, 1_000_000, 1_000_000),
    ("gallon", Volume, 3_785_412, 4_546_090),
    ("pint", Volume, 473_176, 568_261),
    ("barrel", Volume, 158_987_295, 158_987_295),
    ("cubic metre", Volume, 1_000_000_000, 1_000_000_000),
    ("cubic foot", Volume, 28_316_847, 28_316_847),
    ("cubic yard", Volume, 764_554_858, 764_554_858),
    ("kilometre per hour", Speed, 1_000_000, 1_000_000),
    ("mile per hour", Speed, 1_609_344, 1_609_344),
    ("knot", Speed, 1_852_000, 1_852_000),
    ("metre per second", Speed, 3_600_000, 3_600_000),
    ("degree celsius", Temperature, 1_800_000, 1_800_000),
    ("degree fahrenheit", Temperature, 1_000_000, 1_000_000),
];

/// The conversions of a sentence; `before` is the one before it.
pub(super) fn find(line: &Line<'_>, before: Option<&Line<'_>>) -> Vec<Relation> {
    let again = (1..line.slots.len()).filter(|&at| is_said_again(line, &line.slots[at - 1], &line.slots[at]));
    let pairs = again.flat_map(|at| match sides(line, at) {
        Some(sides) => sides,
        None if ends_range(line, at + 1) => ends(line, at),
        None => vec![(at - 1, at)],
    });
    let conversions = pairs.filter_map(|(one, other)| {
        let (one, other) = (&line.slots[one], &line.slots[other]);
        let outcome = convert(line, one, other)?;
        Some(tie(RelationKind::Conversion, other, &[one], None, outcome))
    });
    conversions.chain(taken_up(line, before)).collect()
}

/// "The probe passed 3,100 miles above the pole. That is about 5,000 kilometres": the only figure of the sentence before.
fn taken_up(line: &Line<'_>, before: Option<&Line<'_>>) -> Option<Relation> {
    let before = before.filter(|before| before.block == line.block)?;
    let other = line.slots.first()?;
    let words = line.words;
    let is_taken_up = words.is_any(line.first, &["that", "this", "it", "which"])
        && words.is_any(line.first + 1, &["is", "was", "equals", "equates", "works", "comes", "translates"])
        && other.begin <= line.first + 5;
    let mut measured = before.slots.iter().filter(|slot| unit(before, slot).is_some());
    let one = measured.next().filter(|_| measured.next().is_none() && is_taken_up)?;
    let outcome = convert(line, one, other)?;
    let (given, stated) = (outcome.given.said.abs(), other.figure().value.abs());
    let is_near = given.max(stated) <= given.min(stated).checked_mul(Decimal::from(4))?;
    (outcome.holds || is_near).then(|| tie(RelationKind::Conversion, other, &[one], None, outcome))
}

/// The sides of a thing, each with what says it again: "90cm by 120cm (35in by 47in)"; `None` where only one side is given
/// again.
fn sides(line: &Line<'_>, first: usize) -> Option<Vec<(usize, usize)>> {
    let is_next = |number: usize| {
        let (near, far) = (&line.slots[number - 1], &line.slots[number]);
        let joint = near.past();
        line.words.is_any(joint, &["by", "x", "×"]) && joint + 1 == far.begin
    };
    let before = (1..first).rev().take_while(|&number| is_next(number)).count();
    let behind = (first + 1..line.slots.len()).take_while(|&number| is_next(number)).count();
    let paired = (first - before - 1..first).zip(first..=first + behind);
    (0 < before && before == behind).then(|| paired.collect())
}

/// The ends of two ranges, each with what says it again: "6C to 9C (43F to 48F)".
fn ends(line: &Line<'_>, first: usize) -> Vec<(usize, usize)> {
    if first >= 2 && ends_range(line, first - 1) {
        vec![(first - 2, first), (first - 1, first + 1)]
    } else {
        Vec::new()
    }
}

/// Whether the figure is the far end of a range that the one before it begins.
fn ends_range(line: &Line<'_>, number: usize) -> bool {
    let Some([near, far]) = number.checked_sub(1).and_then(|near| line.slots.get(near..=number)) else { return false };
    let joint = near.past();
    let is_joint = line.words.is_any(joint, &["to", "and"]) || line.words.kind(joint) == Some(TokenKind::Dash);
    is_joint && joint + 1 == far.begin && far.unit().is_some() && (near.unit().is_none() || near.unit() == far.unit())
}

/// Whether the second figure says the first again: "12 miles (19 km)", "115 kilometers, or 70 miles", "translates to".
fn is_said_again(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    // "Built for 4.1 metres, or 48cm more": how far one is from another.
    const APART: &[&str] = &[
        "more", "less", "higher", "lower", "taller", "longer", "shorter", "deeper", "wider", "heavier", "lighter",
        "above", "below", "ahead", "behind", "up", "down", "faster", "slower", "colder", "warmer", "further",
        "farther",
    ];
    if line.words.is_any(other.past(), APART) {
        return false;
    }
    let opens = other.begin.wrapping_sub(1);
    let word = line.lower(opens);
    let is_bracket = word == "(" && opens <= one.end + NEAR;
    let is_or = word == "or" && opens <= one.end + 1;
    let is_slash = word == "/" && opens == one.end;
    let is_equal = other.begin <= one.end + 12
        && line.has_between(one.end, other.begin, &["translates", "equals", "equivalent", "converts", "equates"]);
    // "40 metres deep, about 130 feet.", "95 degrees Fahrenheit, which is 35 Celsius"
    let end = other.past();
    let has_scale = line.words.is_any(end, &["celsius", "fahrenheit", "centigrade"]);
    let end = if has_scale { end + 1 } else { end };
    let is_closed = line.end <= end + 1 || line.words.is_any(end, &[",", ".", ";", ")", "–", "—", "-", "--"]);
    let is_mark = matches!(&*word, "," | "–" | "—" | "-" | "--");
    let is_told = line.words.is_any(opens, &["is", "was"])
        && line.words.is_any(opens.wrapping_sub(1), &["which", "that"])
        && line.words.is_any(opens.wrapping_sub(2), &[",", "–", "—", "."]);
    let is_apposed = (is_mark || is_told) && opens <= one.end + NEAR && is_closed && is_same(line, one, other);
    if is_apposed {
        return !line.has_between(one.end, opens, &["(", "and", "from", "to", "than", ";", "by"]);
    }
    let is_joined = is_bracket || is_or || is_slash || is_equal;
    is_joined && !line.has_between(one.end, opens, &["(", "and", "from", "to", "than", ";"]) || is_equal
}

/// Whether the two may be one quantity: of one dimension, and not far apart.
fn is_same(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    convert(line, one, other).is_some_and(|outcome| {
        let (given, stated) = (outcome.given.said.abs(), other.figure().value.abs());
        outcome.holds || given.min(stated).checked_mul(Decimal::from(3)).is_some_and(|most| given.max(stated) <= most)
    })
}

/// "1.2 lakh (120,000)", "Rs 3 crore (30 million)": the same number, counted in another way.
fn rescaled(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> Option<Outcome> {
    let is_indian = |slot: &Slot<'_>| ["lakh", "crore"].iter().any(|scale| slot.entry.number.contains(scale));
    let is_one_kind = one.is_like(other) || one.kind() == other.kind() && other.unit().is_none();
    // "A total of ₹10.6 lakh, or ₹5,000 each"
    if line.words.is_any(other.past(), &["each", "apiece", "a", "per"]) {
        return None;
    }
    if is_indian(one) == is_indian(other) || !is_one_kind || one.is_percent() {
        return None;
    }
    let (given, stated) = (one.bounds()?, other.bounds()?);
    Some(Outcome { given, holds: given.meets(stated) })
}

fn convert(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> Option<Outcome> {
    if let Some(outcome) = rescaled(line, one, other) {
        return Some(outcome);
    }
    let (from, to) = (unit(line, one), unit(line, other));
    // "24 degrees (minus 4 Celsius)": on the other scale.
    let (from, to) = (from.or_else(|| scale_beside(one, to)), to.or_else(|| scale_beside(other, from)));
    let (one_metres, other_metres) = (metres(one, to), metres(other, from));
    let metre = UNITS.iter().find(|unit| unit.0 == "metre").copied();
    let from = from.or(metre.filter(|_| one_metres.is_some()))?;
    let to = to.or(metre.filter(|_| other_metres.is_some()))?;
    let (one_figure, other_figure) =
        (one_metres.as_ref().unwrap_or(one.figure()), other_metres.as_ref().unwrap_or(other.figure()));
    if from.1 != to.1 || from.0 == to.0 {
        return None;
    }
    // "5C below zero (23F)": the words turn the sign.
    if from.1 == Temperature && line.words.is(one.end, "below") && line.words.is_any(one.end + 1, &["zero", "freezing"])
    {
        return None;
    }
    let factor = worth(from).over(worth(to))?;
    let ends = |figure: &Figure| -> Vec<Decimal> {
        figure.pair.map_or_else(|| vec![figure.value], |(first, last)| vec![first, last])
    };
    let (given, stated) = (ends(one_figure), ends(other_figure));
    if given.len() != stated.len() {
        return None;
    }
    let outcomes = given.iter().zip(&stated).map(|(&given, &stated)| {
        let (given, stated) = (rounded(one_figure, given)?, rounded(other_figure, stated)?);
        let plain = quotient::conversion(stated, given, factor, Decimal::ZERO, Decimal::ZERO)?;
        if from.1 != Temperature {
            return Some(plain);
        }
        let thirty_two = Decimal::from(32);
        let is_celsius = from.0 == "degree celsius";
        let (shift, back) = if is_celsius { (Decimal::ZERO, thirty_two) } else { (-thirty_two, Decimal::ZERO) };
        let scale = quotient::conversion(stated, given, factor, shift, back)?;
        // "2 degrees (3.6 F) warmer": a difference of temperatures has no freezing point.
        Some(if plain.holds || is_difference(line, one, other) { plain } else { scale })
    });
    let all: Vec<Outcome> = outcomes.collect::<Option<_>>()?;
    all.iter().find(|outcome| !outcome.holds).or(all.first()).copied()
}

/// The scale of bare degrees beside those of the other.
fn scale_beside(slot: &Slot<'_>, beside: Option<Named>) -> Option<Named> {
    let beside = beside.filter(|unit| unit.1 == Temperature && slot.unit() == Some("degree"))?;
    UNITS.iter().find(|unit| unit.1 == Temperature && unit.0 != beside.0).copied()
}

/// "80m (262ft)": beside feet the letter stands for metres, and not for millions.
fn metres(slot: &Slot<'_>, beside: Option<Named>) -> Option<Figure> {
    let figure = slot.figure();
    let is_bare = figure.kind == FigureKind::Count && figure.unit.is_none() && figure.pair.is_none();
    let is_length = beside.is_some_and(|unit| unit.1 == Length && unit.0 != "metre");
    if !is_bare || !is_length || !slot.entry.number.ends_with('m') {
        return None;
    }
    let value = figure.value.checked_div(Decimal::from(1_000_000))?.normalize();
    let half = if value.scale() < 6 { Decimal::new(5, value.scale() + 1) } else { return None };
    let interval = Interval::around(value, half);
    Some(Figure { value, interval, kind: FigureKind::Measure, ..figure.clone() })
}

/// Whether the words say that a temperature is how far two lie apart: "warmed by 2C (3.6F)", "2C (3.6F) above average".
fn is_difference(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const NEAR: usize = 6;
    const WARMED: &[&str] = &["warm", "warms", "warmed", "warming", "cool", "cools", "cooled", "cooling"];
    const LEVELS: &[&str] = &["average", "normal", "usual", "pre-industrial", "preindustrial"];
    let words = line.words;
    let before = one.begin.wrapping_sub(1);
    let is_change = |at: usize| line.way(at).is_some() || words.is_any(at, WARMED);
    let first = before.saturating_sub(NEAR).max(line.first);
    // "Beaten by 38C (100F)" tells of no change.
    let is_by = words.is(before, "by") && (first..before).any(is_change);
    let is_step = words.is(before, "of")
        && is_change(before.wrapping_sub(1))
        && words.is_any(before.wrapping_sub(2), &["a", "an", "the", "average", "further"]);
    let is_beyond = [one.end, other.end, other.end + 1].iter().any(|&at| {
        let is_compared = words.is_any(at, &["warmer", "colder", "cooler", "hotter"]);
        is_compared || words.is_any(at, &["above", "below"]) && words.is_any(at + 1, LEVELS)
    });
    is_by || is_step || is_beyond
}

/// What one of the unit is worth; where countries differ, said as in America.
fn worth(unit: Named) -> Bounds {
    Bounds::new(unit.2.into(), unit.2.into(), unit.3.into())
}

/// The unit of a figure: its name, dimension and worth.
fn unit(line: &Line<'_>, slot: &Slot<'_>) -> Option<Named> {
    let head = slot.unit().unwrap_or_default();
    let is_speed = slot.kind() == FigureKind::Rate
        && (line.words.is(slot.end.wrapping_sub(1), "s")
            || line.words.is_any(slot.end.wrapping_sub(1), &["second", "sec"]));
    let name = match head {
        "metre" if is_speed => "metre per second",
        _ if slot.kind() == FigureKind::Rate => return None,
        "pound" | "GBP" if line.words.is_any(slot.behind, &["lb", "lbs"]) => "pound",
        // "200 pounds (91 kg)": money is in no bracket with kilograms.
        "GBP" if line.words.is_any(line.words.past_hyphen(slot.behind), &["pound", "pounds"]) => "pound",
        _ => head,
    };
    // "104 degrees Fahrenheit (40 Celsius)", "40C (104F)": the degrees are said once.
    if slot.kind() == FigureKind::Count && slot.unit().is_none() {
        let name = match () {
            () if line.words.is_any(slot.behind, &["celsius", "c", "centigrade"]) => "degree celsius",
            () if line.words.is_any(slot.behind, &["fahrenheit", "f"]) => "degree fahrenheit",
            // "80 stone" is a weight beside kilograms, and a wall or a house elsewhere.
            () if line.words.is(slot.behind, "stone") => "stone",
            () => return None,
        };
        return UNITS.iter().find(|unit| unit.0 == name).copied();
    }
    let is_measured =
        matches!(slot.kind(), FigureKind::Measure | FigureKind::Rate | FigureKind::Money | FigureKind::Count);
    UNITS.iter().find(|unit| unit.0 == name).filter(|_| is_measured).copied()
}

/// What one end of a converted figure may stand for.
///
/// Both ends of a conversion are rounded by whoever converts: a whole number to its last digit that is not zero,
/// but hardly by more than a seventh.
fn rounded(figure: &Figure, value: Decimal) -> Option<Bounds> {
    // Six feet and two inches are no number of feet that ends.
    let value = value.round_dp(9).normalize();
    let half = if value.scale() > 0 {
        Decimal::new(5, value.scale() + 1)
    } else {
        let unit = last_digit(value);
        let most = value.abs().checked_mul(Decimal::new(15, 2))?.max(Decimal::new(5, 1));
        unit.checked_div(Decimal::TWO)?.min(most)
    };
    let half = half.max(printed_half(figure));
    let share = |percent: i64| value.abs().checked_mul(Decimal::new(percent, 2));
    let plain = Bounds::around(value, half)?;
    match figure.modifier {
        Modifier::About => Some(plain.with(Bounds::around(value, share(5)?)?)),
        Modifier::MoreThan | Modifier::AtLeast => {
            Some(plain.with(Bounds::new(value, value, value.checked_add(share(8)?)?)))
        }
        Modifier::Nearly => Some(plain.with(Bounds::new(value.checked_sub(share(8)?)?, value, value))),
        Modifier::Plain | Modifier::UpTo | Modifier::LessThan => Some(plain),
    }
}

/// Half of what the last place is worth as it is printed: "3.2 million" is rounded to a hundred thousand.
fn printed_half(figure: &Figure) -> Decimal {
    let is_whole = figure.pair.is_none() && figure.modifier == Modifier::Plain && figure.value >= Decimal::ONE_THOUSAND;
    let half = figure.interval.high.zip(figure.interval.low).and_then(|(high, low)| high.checked_sub(low));
    half.filter(|_| is_whole).and_then(|width| width.checked_div(Decimal::TWO)).unwrap_or_default()
}

fn last_digit(value: Decimal) -> Decimal {
    let mut digits = value.trunc().mantissa().unsigned_abs();
    let mut place = Decimal::ONE;
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
        place = place.saturating_mul(Decimal::TEN);
    }
    // What ends in a five was as likely rounded to five.
    if digits.is_multiple_of(5) && digits != 0 { place.saturating_mul(Decimal::from(5)) } else { place }
}
