//! Multiples: one figure so many times the other, in a word ("doubled") or a number ("fivefold").

use std::ops::Range;
use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::line::{Lead, Line, Slot, tie};
use super::quotient::{self, Bounds};
use super::{Relation, RelationKind};
use crate::extract::{FigureKind, Modifier};
use crate::language::lexicon::entries;
use crate::language::{Class, Traces, in_small_letters};

static MULTIPLES: LazyLock<FxHashMap<&'static str, Bounds>> = LazyLock::new(|| {
    let lines = entries(include_str!("../../language/lexicon/multiples.txt")).filter_map(|line| line.split_once(':'));
    let words = lines.filter_map(|(ends, words)| {
        let mut ends = ends.split_whitespace().filter_map(|end| end.parse().ok()).map(|end| Decimal::new(end, 2));
        let (low, nominal, high) = (ends.next()?, ends.next()?, ends.next()?);
        Some(words.split_whitespace().map(move |word| (word, Bounds::new(low, nominal, high))))
    });
    words.flatten().collect()
});

/// What those words leave behind: hardly any other word need be looked up.
static MULTIPLE_TRACES: LazyLock<Traces> = LazyLock::new(|| {
    let words: Vec<&str> = MULTIPLES.keys().copied().collect();
    Traces::of(&words)
});

/// A word or figure that says how often.
pub(super) struct Times {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) bounds: Bounds,
}

/// The multiples of a sentence.
pub(super) fn find(line: &Line<'_>) -> Vec<Relation> {
    if line.slots.len() < 2 {
        return Vec::new();
    }
    times_of(line).filter_map(|times| settle(line, &times)).collect()
}

/// What a sentence says of how often.
pub(super) fn times_of(line: &Line<'_>) -> impl Iterator<Item = Times> {
    let in_figures = line.slots.iter().filter_map(|slot| times_of_figure(slot));
    let in_words = words_that_may_tell(line).filter_map(|at| times_of_word(line, at));
    in_figures.chain(in_words)
}

/// The only word of a multiple in a sentence that tells where it led, and not from where: "has since doubled, to 280".
pub(super) fn unfinished<'l, 'a>(line: &'l Line<'a>) -> Option<(Bounds, &'l Slot<'a>)> {
    let at = word_of(line)?;
    let times = times_of_word(line, at)?;
    let is_led = |wanted: Lead| (0..line.slots.len()).find(|&number| line.lead(number) == wanted);
    let to = &line.slots[is_led(Lead::To)?];
    let is_open = is_led(Lead::From).is_none() && is_led(Lead::Against).is_none();
    (is_open && at < to.begin && to.begin <= at + 4).then_some((times.bounds, to))
}

/// How often a word in whatever case says: "trebled".
pub(super) fn bounds_of(word: &str) -> Option<Bounds> {
    MULTIPLES.get(&*in_small_letters(word)).copied()
}

/// Where the only word of a multiple stands.
pub(super) fn word_of(line: &Line<'_>) -> Option<usize> {
    let mut words = words_that_may_tell(line).filter(|&at| times_of_word(line, at).is_some());
    words.next().filter(|_| words.next().is_none())
}

/// The words of a sentence; none where nothing in its block says how often, as in nearly all.
fn words_that_may_tell(line: &Line<'_>) -> Range<usize> {
    if line.vocabulary.may_hold_traces(&MULTIPLE_TRACES) { line.first..line.end } else { 0..0 }
}

/// "Fivefold", "three times": a rise of four or five times, so the next whole number fits too.
fn times_of_figure(slot: &Slot<'_>) -> Option<Times> {
    let figure = slot.figure();
    if figure.kind != FigureKind::Ratio {
        return None;
    }
    let low = figure.interval.low?.min(figure.value.checked_mul(Decimal::new(9, 1))?);
    let high = figure.value.checked_add(Decimal::ONE)?;
    Some(Times { first: slot.begin, end: slot.end, bounds: Bounds::new(low, figure.value, high) })
}

fn times_of_word(line: &Line<'_>, at: usize) -> Option<Times> {
    if !line.words.get(at).is_some_and(|token| MULTIPLE_TRACES.have(token.trace)) || !line.words.is_word(at) {
        return None;
    }
    let plain = *MULTIPLES.get(&*line.lower(at))?;
    let before = at.wrapping_sub(1);
    let by = |percent: i64| plain.said.checked_mul(Decimal::new(percent, 2));
    let is_less = plain.high < Decimal::ONE;
    let is_beyond = line.words.run_is(at.wrapping_sub(2), &["more", "than"]);
    let is_short = line.words.is_any(before, &["nearly", "almost", "virtually"]);
    let is_about = line.words.is_any(before, &["about", "roughly", "around"]);
    let bend = |low: Option<Decimal>, high: Option<Decimal>| Some(Bounds::new(low?, plain.said, high?));
    let bounds = match (is_beyond, is_short) {
        (true, _) if is_less => bend(by(40), by(102)),
        (true, _) => bend(by(98), by(175)),
        (_, true) if is_less => bend(by(98), by(135)),
        (_, true) => bend(by(72), by(100)),
        _ if is_about => bend(by(80), by(120)),
        _ => Some(plain),
    }?;
    let bending = if is_beyond { 2 } else { usize::from(is_short || is_about) };
    Some(Times { first: at - bending, end: at + 1, bounds })
}

fn settle(line: &Line<'_>, times: &Times) -> Option<Relation> {
    let (one, other) = from_and_to(line, times)
        .or_else(|| compared(line, times))
        .or_else(|| then_and_now(line, times))
        .or_else(|| year_by_year(line, times))
        .or_else(|| behind_its_ends(line, times))
        .or_else(|| concluded(line, times))
        .filter(|(one, other)| one.is_like(other) && !is_part_of(line, one, other))?;
    let given =
        Bounds::printed(other.figure()).map(|printed| other.bounds().map_or(printed, |own| own.with(printed)))?;
    let stated = if other.figure().modifier == Modifier::UpTo { Bounds::printed(other.figure())? } else { given };
    let outcome = quotient::product(stated, times.bounds, one.bounds()?)?;
    let cue = Some(line.span(times.first, times.end));
    Some(tie(RelationKind::Multiple, other, &[one], cue, outcome))
}

/// "Three to one, with 60 of the 80 places": how often the part goes into the whole is not how often it does into the rest.
pub(super) fn is_part_of(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    let (first, last) = if one.begin < other.begin { (one, other) } else { (other, one) };
    line.words.is(first.behind, "of") && last.begin <= first.behind + 3
}

type Ends<'l, 'a> = (&'l Slot<'a>, &'l Slot<'a>);

/// "Doubled from 12 to 24", "rose fivefold, to 24 from 5": both behind the word, before another clause.
fn from_and_to<'l, 'a>(line: &'l Line<'a>, times: &Times) -> Option<Ends<'l, 'a>> {
    const OTHERS: &[&str] = &["while", "but", "after", ";", "whereas", "which"];
    let end = (times.end..line.end).find(|&at| line.words.is_any(at, OTHERS)).unwrap_or(line.end);
    let led = |wanted: &[Lead]| {
        let numbers = (0..line.slots.len()).filter(|&number| {
            let slot = &line.slots[number];
            times.end <= slot.begin && slot.begin < end && !is_time_ago(line, slot)
        });
        numbers.into_iter().find(|&number| wanted.contains(&line.lead(number))).map(|number| &line.slots[number])
    };
    let (from, to) = (led(&[Lead::From, Lead::Against])?, led(&[Lead::To])?);
    // Another change between them has ends of its own.
    let first = from.begin.min(to.begin);
    let is_other = (times.end..first).any(|at| line.way(at).is_some());
    (!is_other).then_some((from, to))
}

fn is_time_ago(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Duration && line.words.is_any(slot.end, &["earlier", "ago", "before", "to"])
}

/// "The 22 percent loss doubled the 1929 loss of 11 percent", "24 seats, twice the 12 it won".
fn compared<'l, 'a>(line: &'l Line<'a>, times: &Times) -> Option<Ends<'l, 'a>> {
    const NEAR: usize = 10;
    let behind = line.slots.iter().find(|slot| times.end <= slot.begin && slot.begin < times.end + NEAR)?;
    let before = line.slots.iter().rev().find(|slot| slot.end <= times.first && times.first <= slot.end + NEAR)?;
    let is_object = line.words.has(times.end, Class::Determiner)
        || line.words.has(times.end, Class::Possessive)
        || line.words.is_any(times.end, &["the", "last", "its", "as"]);
    let is_tied = line.words.is_any(behind.begin.wrapping_sub(1), &["of", "the"]);
    let is_parted = line.has_between(times.end, behind.begin, &["to", "from", "in", ";", "and", "(", "by", "-"])
        || line.has_between(before.end, times.first, &["and", "who", "while", ";", "but", "as"])
        || line.words.is_any(behind.begin.wrapping_sub(2), &["number", "amount"]);
    (is_object && is_tied && !is_parted).then_some((behind, before))
}

/// "Collisions quadrupled in a decade: the county logged 75 in 2013 and 225 in 2023": the only two, each with its year.
fn year_by_year<'l, 'a>(line: &'l Line<'a>, times: &Times) -> Option<Ends<'l, 'a>> {
    let behind: Vec<&Slot<'_>> =
        line.slots.iter().filter(|slot| times.end <= slot.begin && slot.kind() != FigureKind::Duration).collect();
    let [one, other] = behind[..] else { return None };
    let year = |slot: &Slot<'_>| -> Option<u16> {
        let leads = |at: usize| line.words.is_any(at, &["in", "for", "of", "by"]);
        let at = (slot.behind..slot.past() + 2).find(|&at| leads(at))?;
        let year = line.words.written(at + 1);
        year.parse().ok().filter(|year| (1900..2100).contains(year))
    };
    let (first, second) = (year(one)?, year(other)?);
    let is_opened = line.has_between(times.end, one.begin, &[":", "–", "—", ";", "with", "from", "when"]);
    let is_joined = line.has_between(one.end, other.begin, &["and", "but", "to", ",", "against"]);
    let is_other = line.has_between(times.end, one.begin, &["while", "although", "but"]);
    let ends = if first < second { (one, other) } else { (other, one) };
    (is_opened && is_joined && !is_other && first != second).then_some(ends)
}

/// "Fines rose to £190 from £60, more than trebling".
fn behind_its_ends<'l, 'a>(line: &'l Line<'a>, times: &Times) -> Option<Ends<'l, 'a>> {
    let is_set_off = line.words.is_any(times.first.wrapping_sub(1), &[",", "–", "—"]);
    let is_last = line.words.is_any(times.end, &[".", ",", ";", "in"]) || times.end >= line.end;
    let is_verb = line.words.written(times.end - 1).ends_with("ing");
    let led = |wanted: &[Lead]| {
        (0..line.slots.len())
            .find(|&number| line.slots[number].end <= times.first && wanted.contains(&line.lead(number)))
    };
    let (from, to) = (led(&[Lead::From])?, led(&[Lead::To])?);
    let is_only =
        line.slots.iter().filter(|slot| slot.end <= times.first && slot.kind() != FigureKind::Duration).count() == 2;
    (is_set_off && is_last && is_verb && is_only).then_some((&line.slots[from], &line.slots[to]))
}

/// "Sold 840 tickets, against 420 in May, so that sales have doubled": both ends are told, and the word concludes.
fn concluded<'l, 'a>(line: &'l Line<'a>, times: &Times) -> Option<Ends<'l, 'a>> {
    const SO: &[&str] = &["so", "meaning", "means", "showing", "shows"];
    let is_last = times.end >= line.end || line.words.is_any(times.end, &[",", ".", ";"]);
    let is_verb = line.words.is_any(times.first.wrapping_sub(1), &["has", "have", "had"]);
    let is_end = |slot: &Slot<'_>| slot.end <= times.first && slot.kind() != FigureKind::Duration;
    let ends: Vec<usize> = (0..line.slots.len()).filter(|&number| is_end(&line.slots[number])).collect();
    let [one, other] = ends[..] else { return None };
    let is_so = line.has_between(line.slots[other].end, times.first, SO);
    let (first, second) = (&line.slots[one], &line.slots[other]);
    let pair = match (line.lead(one), line.lead(other)) {
        (Lead::From, Lead::To) => (first, second),
        (Lead::Other | Lead::To | Lead::At, Lead::Against | Lead::From) => (second, first),
        _ => return None,
    };
    (is_last && is_verb && is_so).then_some(pair)
}

/// "Doubled the leave: it was 13 weeks, we have taken it up to 26".
fn then_and_now<'l, 'a>(line: &'l Line<'a>, times: &Times) -> Option<Ends<'l, 'a>> {
    let behind = || line.slots.iter().filter(|slot| times.end <= slot.begin);
    let was = behind().find(|slot| line.words.is_any(slot.begin.wrapping_sub(1), &["was", "were"]))?;
    let is = line.slots.iter().filter(|slot| was.end <= slot.begin).find(|slot| {
        let before = slot.begin.wrapping_sub(1);
        let is_now = line.words.is_any(before, &["now", "is", "are", "to"]);
        is_now || slot.figure().modifier == Modifier::UpTo
    })?;
    (was.unit().is_some() && was.unit() == is.unit()).then_some((was, is))
}
