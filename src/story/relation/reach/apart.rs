//! Two figures of a sentence and what parts them, whatever the order: "the bid of 540p is a 30 percent premium to the
//! close of 450p", "1,129 votes, 61 up on the 1,068 of last time", "the gap between the richest, at $61,000, and the
//! poorest, at $38,000, is $23,000".
//!
//! The sentence holds no third figure that the amount could part, so that only its word must say that it does.

use rust_decimal::Decimal;

use super::super::change::settle;
use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::quotient::{self, Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::only::is_sum_of;
use super::{is_near, is_then};
use crate::extract::{FigureKind, Modifier};
use crate::language::Class;

/// An amount that is farther off is one of something else.
const FAR: i64 = 4;

/// Which way an amount parts two figures; `None` where its word does not say.
type Parting = Option<Way>;

/// What the words of an amount say of the figures that it parts.
#[derive(Clone, Copy)]
struct Cue {
    /// Which of them is the larger; `None` where the words do not say.
    way: Option<Way>,
    /// Whether the figure behind is what the other is measured by: "above the 450p of Friday".
    is_based: bool,
}

/// The amounts of a sentence that part its other two figures.
pub(super) fn find(line: &Line<'_>) -> Vec<Relation> {
    if line.slots.len() < 3 || settle::has_basis(line, line.first..line.end) {
        return Vec::new();
    }
    (0..line.slots.len()).filter_map(|number| amount(line, number)).collect()
}

fn amount(line: &Line<'_>, number: usize) -> Option<Relation> {
    let stated = &line.slots[number];
    let cue = cue(line, stated)?;
    let (one, other) = sides(line, number).or_else(|| cue.is_based.then(|| side_and_base(line, number)).flatten())?;
    // "Opened at $46, after a 25% gain in May": a change before that.
    let is_earlier = line.has_between(other.end, stated.begin, &["after", "following", "when", "which", "but"]);
    let has_base = stated.end <= other.begin;
    let is_told = if cue.is_based { has_base && is_base(line, stated, other) } else { are_compared(line, one, other) };
    if !is_told || is_earlier && !cue.is_based || is_loose(line, stated) {
        return None;
    }
    // "Compares with 312,000, a rise of 22%, and beats the target of 350,000": the rise is told of what stood before.
    let is_between = one.end <= stated.begin && stated.end <= other.begin;
    if is_between && !cue.is_based && line.has_between(stated.end, other.begin, &["and", "but", "while", "though"]) {
        return None;
    }
    // "412 supporters, according to the club, which said that the gate was 1,006 up on the 2,112": what was so much more
    // has no number of its own.
    let is_of_subject = line.words.has(stated.begin.wrapping_sub(1), Class::Be);
    let turns = ["which", "who", "that", "while", "but", ";"];
    if cue.is_based && is_of_subject && line.has_between(one.end, stated.begin, &turns) {
        return None;
    }
    // "By a quarter of a point to 3.75%, having cut it by half a point to 3.5%": the ends of two changes.
    let leads_to = |slot: &Slot<'_>| line.words.is(slot.begin.wrapping_sub(1), "to");
    if leads_to(one) && leads_to(other) {
        return None;
    }
    let is_part = stated.is_percent() || stated.kind() == FigureKind::Share;
    if !is_part {
        let in_steps = |slot: &Slot<'_>| {
            let factor = if stated.kind() == FigureKind::BasisPoints { Decimal::ONE_HUNDRED } else { Decimal::ONE };
            slot.bounds()?.times(Bounds::exactly(factor))
        };
        let outcome = quotient::difference(stated.bounds()?, in_steps(one)?, in_steps(other)?)?;
        return told(RelationKind::Difference, stated, [one, other], outcome);
    }
    let (low, high) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let reading = |from, to| settle::between(stated, (from, to));
    let (kind, operands, outcome) = match (cue.is_based, cue.way) {
        (true, _) => reading(other, one)?,
        (false, Some(Way::Up)) => reading(low, high)?,
        (false, Some(Way::Down)) => reading(high, low)?,
        (false, None) => {
            let turned = reading(high, low)?;
            if turned.2.holds { turned } else { reading(low, high)? }
        }
    };
    told(kind, stated, operands, outcome)
}

fn told(kind: RelationKind, stated: &Slot<'_>, operands: [&Slot<'_>; 2], outcome: Outcome) -> Option<Relation> {
    if kind == RelationKind::Difference && !outcome.holds && is_sum_of(stated, operands) {
        return None;
    }
    let is_sound = outcome.holds || kind == RelationKind::Points || is_near(&outcome, stated, FAR);
    is_sound.then(|| tie(kind, stated, &operands, None, outcome))
}

/// The only two other figures that the amount could part.
fn sides<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    use FigureKind::{BasisPoints, Count, Duration, Index, Measure, Money, Percentage, Points, Rate, Share};
    let stated = &line.slots[number];
    let is_side = |slot: &Slot<'_>| match stated.kind() {
        Points | BasisPoints => slot.is_percent(),
        Percentage | Share => matches!(slot.kind(), Count | Index | Measure | Money | Percentage | Rate),
        Duration => matches!(slot.kind(), Duration | Count | FigureKind::Age),
        _ => {
            matches!(slot.kind(), Count | Index | Measure | Money | Rate)
                && (slot.is_like(stated) || is_pace(slot) || is_price_of(slot, stated))
        }
    };
    let others = line.slots.iter().enumerate().filter(|&(at, slot)| at != number && is_side(slot));
    let sides: Vec<&Slot<'_>> = others.map(|(_, slot)| slot).collect();
    let [one, other] = sides[..] else { return None };
    let is_plain = |slot: &Slot<'_>| {
        let figure = slot.figure();
        figure.pair.is_none()
            && figure.value > Decimal::ZERO
            && !matches!(figure.modifier, Modifier::LessThan | Modifier::UpTo | Modifier::AtLeast)
    };
    let is_alike = one.is_like(other) || is_pace(one) && other.kind() == Count || both_ages(one, other);
    let differ = one.figure().value != other.figure().value;
    (is_alike && differ && is_plain(one) && is_plain(other) && stated.figure().pair.is_none()).then_some((one, other))
}

/// "Holders now number 15,000, a fifth more than the 12,000 of last year, and a seat costs R90": the figure behind the
/// amount is its base, and the one before it of the same unit is what it measures, whatever else the sentence holds.
fn side_and_base<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    use FigureKind::{Count, Index, Measure, Money};
    let stated = &line.slots[number];
    let (side, base) = (&line.slots[number.checked_sub(1)?], line.slots.get(number + 1)?);
    let is_part = stated.is_percent() || stated.kind() == FigureKind::Share;
    let is_plain = |slot: &Slot<'_>| {
        slot.figure().pair.is_none()
            && matches!(slot.kind(), Count | Index | Measure | Money)
            && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
    };
    let is_set_off = line.words.is_any(stated.begin.wrapping_sub(1), &[",", "(", "–", "—", "or"])
        || line.words.is_any(stated.begin.wrapping_sub(2), &[",", "(", "–", "—", "or"]);
    let is_clear = stated.begin <= side.end + 8
        && !line.has_between(side.end, stated.begin, &["and", "but", "while", "which", "who", ";", "than"]);
    (is_part && is_set_off && is_clear && is_plain(side) && is_plain(base) && side.is_like(base))
        .then_some((side, base))
}

/// "$81.40 a barrel, up $1.60": a step of a price is of its currency, however small.
fn is_price_of(slot: &Slot<'_>, step: &Slot<'_>) -> bool {
    let is_price = |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Money | FigureKind::Rate);
    is_price(slot) && step.kind() == FigureKind::Money && slot.unit().is_some() && slot.unit() == step.unit()
}

/// "From 14 journeys a day to six": the pace is said once.
fn is_pace(slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Rate
        && !matches!(slot.unit(), Some(unit) if unit.len() == 3 && unit.chars().all(char::is_uppercase))
}

fn both_ages(one: &Slot<'_>, other: &Slot<'_>) -> bool {
    let is_age =
        |slot: &Slot<'_>| slot.kind() == FigureKind::Age || slot.kind() == FigureKind::Count && slot.unit().is_none();
    (one.kind() == FigureKind::Age || other.kind() == FigureKind::Age) && is_age(one) && is_age(other)
}

/// Words behind an amount that measure one figure by the other.
const ABOVE: &[&str] = &[
    "above", "over", "more", "higher", "longer", "larger", "bigger", "taller", "heavier", "dearer", "older", "greater",
    "up", "better", "deeper", "wider", "faster", "ahead", "premium", "costlier", "hotter", "warmer", "milder",
];
const BELOW: &[&str] = &[
    "below", "under", "fewer", "less", "lower", "shorter", "smaller", "cheaper", "lighter", "down", "younger", "short",
    "shy", "discount", "behind", "off", "cooler", "colder",
];

/// Words behind "over the" that open a stretch of time.
const SPANS: &[&str] =
    &["past", "last", "next", "previous", "preceding", "coming", "first", "same", "course", "period"];

/// Words that tie what follows to the comparison: "more than", "up on", "a premium to".
const TO: &[&str] = &["than", "on", "to", "over", "of", "from", "the", "that"];

fn cue(line: &Line<'_>, slot: &Slot<'_>) -> Option<Cue> {
    let words = line.words;
    let behind = words.past_hyphen(slot.end);
    let of = slot.begin.wrapping_sub(1);
    // "A premium of 30 percent to"
    let (word, next) = if words.is(of, "of") && words.is_any(of.wrapping_sub(1), &["premium", "discount", "markup"]) {
        (of.wrapping_sub(1), slot.end)
    } else {
        let first = if words.is_any(behind, ABOVE) || words.is_any(behind, BELOW) { behind } else { slot.behind };
        (first, first + 1)
    };
    let way = if words.is_any(word, ABOVE) || words.is(word, "markup") {
        Some(Way::Up)
    } else if words.is_any(word, BELOW) {
        Some(Way::Down)
    } else {
        None
    };
    // "35 percent of the price above" measures nothing; "above", "over" and "below" need no other word.
    // "Nine times over crewing": no base is told.
    // "An average of 35 over the past five summers": for how long, and not by how much.
    let is_for_time = words.is_any(word, &["over", "under"]) && words.is_any(next + 1, SPANS);
    let is_own = words.is_any(word, &["above", "below"])
        || words.is_any(word, &["over", "under"])
            && (words.has(next, Class::Determiner) || words.has(next, Class::Possessive));
    let joins = is_own || words.is_any(next, TO) || words.is_any(next, &["its", "his", "her", "their", "last"]);
    if let Some(way) = way.filter(|_| joins && !is_for_time) {
        return Some(Cue { way: Some(way), is_based: true });
    }
    named(line, slot).map(|way| Cue { way, is_based: false })
}

/// An amount that is named a change or a gap: "a drop of 36", "an eight-point gap", "or a quarter" behind both ends.
fn named(line: &Line<'_>, slot: &Slot<'_>) -> Option<Parting> {
    let words = line.words;
    let of = slot.begin.wrapping_sub(1);
    let noun = |at: usize| -> Option<Parting> {
        const EITHER: &[&str] =
            &["gap", "difference", "change", "swing", "spread", "margin", "improvement", "disparity", "gulf"];
        const DOWN: &[&str] = &["saving", "reduction", "shrinkage"];
        match () {
            () if words.is_any(at, EITHER) => Some(None),
            () if words.is_any(at, DOWN) => Some(Some(Way::Down)),
            () if words.is(at, "loss") && slot.kind() == FigureKind::Count => Some(Some(Way::Down)),
            () if words.is(at, "gain") && (slot.kind() == FigureKind::Count || slot.is_percent()) => {
                Some(Some(Way::Up))
            }
            () if words.is_any(at, &["loss", "gain"]) => None,
            () => line.way(at).map(Some),
        }
    };
    let is_headed = |at: usize| words.has(at, Class::Determiner) || words.is_any(at, &["a", "an", "the", "this"]);
    if words.is(of, "of") && (is_headed(of.wrapping_sub(2)) || is_headed(of.wrapping_sub(3))) {
        return noun(of.wrapping_sub(1));
    }
    if is_headed(of) {
        return noun(words.past_hyphen(slot.end));
    }
    // "The gap between … is $23,000", "the drop from 640 to 480 amounts to a quarter"
    let is_verb = words.is_any(of, &["is", "was", "equals"])
        || words.is(of, "to") && words.is_any(of.wrapping_sub(1), &["amounts", "amounted", "comes", "came"]);
    let head = (line.first..line.first + 3).find_map(noun);
    if is_verb && let Some(way) = head.filter(|_| line.has_between(line.first, of, &["between", "from"])) {
        return Some(way);
    }
    // "Nine fewer", "up six points" at the end of the clause
    let is_set_off = words.is_any(of, &[",", "–", "—", "("]);
    let adverb = words.is_any(of, &["up", "down"]) && words.is_any(of.wrapping_sub(1), &[",", "–", "—", "("]);
    let is_closed = |at: usize| line.end <= at + 1 || words.is_any(at, &[",", ".", ";", ")", "–", "—", "and"]);
    if adverb && is_closed(slot.end) {
        return Some(Some(if words.is(of, "up") { Way::Up } else { Way::Down }));
    }
    if is_set_off && is_closed(slot.end + 1) {
        let at = slot.end;
        return match () {
            () if words.is_any(at, ABOVE) => Some(Some(Way::Up)),
            () if words.is_any(at, BELOW) => Some(Some(Way::Down)),
            () => None,
        };
    }
    None
}

/// Whether the figure behind the amount is what it is measured by: nothing but its own words stand between.
fn is_base(line: &Line<'_>, stated: &Slot<'_>, base: &Slot<'_>) -> bool {
    const NEAR: usize = 14;
    const OTHERS: &[&str] = &[
        "it",
        "he",
        "she",
        "they",
        "we",
        "for",
        "and",
        "but",
        "while",
        "which",
        "who",
        ";",
        "because",
        "after",
        "if",
        "including",
        "with",
        "by",
        "per",
        "per cent",
        "plus",
        "though",
        "although",
        "rose",
        "fell",
    ];
    let is_tied =
        line.words.is_any(base.begin.wrapping_sub(1), &["of", "at", ",", "(", "was", "is", "polled", "had", "took"])
            || base.begin <= stated.end + 6;
    let is_open = line.has_between(stated.end, base.begin, OTHERS);
    let takes = ["polled", "took", "has", "is", "won", "got"];
    let is_relative = line.has_between(stated.end, base.begin, &["who", "which"])
        && line.has_between(base.begin.saturating_sub(2), base.begin, &takes)
        && !line.has_between(stated.end, base.begin, &["and", "but", "while", ";"]);
    base.begin <= stated.end + NEAR && is_tied && (!is_open || is_relative)
}

/// Whether the words compare the two figures, so that what parts them is of them.
fn are_compared(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const TIES: &[&str] = &["from", "to", "against", "compared", "than", "versus", "between"];
    const PARTS: &[&str] = &["while", "including", "with", "plus", ";", "for"];
    let first = one.begin.saturating_sub(6).max(line.first);
    let is_led = |slot: &Slot<'_>| {
        let number = line.slots.iter().position(|known| known.number == slot.number);
        number.is_some_and(|number| matches!(line.lead(number), Lead::From | Lead::Against | Lead::On))
    };
    let is_tied = line.has_between(first, other.begin, TIES) || is_led(one) || is_led(other);
    let is_parted = line.has_between(one.end, other.begin, PARTS)
        && !line.words.run_is(other.begin.wrapping_sub(2), &["compared", "with"]);
    (is_tied || is_then(line, one) != is_then(line, other) || stands_twice(line, one, other)) && !is_parted
}

/// "Closed at $40 on Monday, opened at $46 on Tuesday", "6.25%, against 5.75%".
fn stands_twice(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    let at = |slot: &Slot<'_>| line.words.is(slot.begin.wrapping_sub(1), "at");
    at(one) && at(other)
}

/// Whether the amount is said to be of another time or another thing.
fn is_loose(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const OTHERS: &[&str] =
        &["since", "annually", "year-on-year", "every", "each", "apiece", "per", "forecast", "expected"];
    let next = line.slots.iter().map(|slot| slot.begin).find(|&begin| stated.end <= begin).unwrap_or(line.end);
    let is_hedged = matches!(stated.figure().modifier, Modifier::LessThan | Modifier::UpTo | Modifier::AtLeast);
    let is_yearly = (stated.end..next.min(stated.end + 3)).any(|at| {
        line.words.is_any(at, &["a"])
            && line.words.is_any(at + 1, &["year", "month", "week", "day", "quarter"])
            && !line.words.is_any(at + 2, &["earlier", "ago", "before"])
    });
    let is_on_time = line.words.run_is(stated.end, &["on", "the"])
        && line.words.is_any(stated.end + 2, &["day", "week", "month", "quarter", "year"]);
    is_on_time || is_hedged || is_yearly || line.has_between(stated.end, next.min(stated.end + 6), OTHERS)
}
