//! A change that takes up both ends from the sentence before: "We cut the herd from 480 cows to 360. That 25 percent
//! reduction …", "goes from 5 per cent to 8 per cent in July. Booksellers say the 3 per cent rise …".

use super::super::change::settle;
use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::{Relation, RelationKind};
use super::{Reach, is_near, is_then, stem_at, word_before};
use crate::extract::{FigureKind, Modifier};
use crate::language::MONTH_NAMES;

/// A change that is farther off is one of something else.
const FAR: i64 = 4;

/// The change of a sentence whose ends the one before tells.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let (line, last) = (reach.line, reach.last()?);
    let (stated, way) = named(line)?;
    // "The 12 percent rise in rents" behind a sentence on wages: of what that one does not name.
    let noun = line.words.past_hyphen(stated.end);
    let named: Vec<_> = if line.words.is_any(noun + 1, &["in", "of", "for", "to"]) {
        (noun + 2..noun + 5).filter_map(|at| stem_at(line, at)).take(1).collect()
    } else {
        Vec::new()
    };
    if !named.iter().all(|stem| (last.first..last.end).any(|at| stem_at(last, at) == Some(*stem))) {
        return None;
    }
    let (from, to) = ends(last)?;
    let rises = from.figure().value < to.figure().value;
    if way.is_some_and(|way| rises != (way == Way::Up)) || from.figure().value <= rust_decimal::Decimal::ZERO {
        return None;
    }
    let (kind, operands, outcome) = settle::between(stated, (from, to))?;
    let is_sound = outcome.holds || is_near(&outcome, stated, FAR) || kind == RelationKind::Points;
    is_sound.then(|| tie(kind, stated, &operands, None, outcome))
}

/// "That 33 percent reduction", "the 11 percent jump": the only percentage of its sentence, headed by a noun of change.
fn named<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, Option<Way>)> {
    const EITHER: &[&str] = &["change", "difference", "swing", "shift", "gap", "adjustment"];
    const DOWN: &[&str] = &["reduction", "saving", "cutback", "markdown", "shrinkage", "contraction", "collapse"];
    const UP: &[&str] = &["growth", "hike", "uplift", "rise", "expansion", "addition", "upturn", "mark-up", "markup"];
    const BASES: &[&str] = &["than", "from", "over", "since", "a", "per", "compared", "on"];
    let mut shares = line.slots.iter().filter(|slot| slot.is_percent());
    let stated = shares.next().filter(|_| shares.next().is_none())?;
    let words = line.words;
    let called = called(line, stated);
    let is_taken_up = called.is_some() || words.is_any(stated.begin.wrapping_sub(1), &["that", "the", "this", "such"]);
    let noun = called.unwrap_or(words.past_hyphen(stated.end));
    let way = match () {
        () if words.is_any(noun, EITHER) => None,
        () if words.is_any(noun, DOWN) => Some(Way::Down),
        () if words.is_any(noun, UP) => Some(Way::Up),
        () => Some(line.way(noun)?),
    };
    let is_own = !words.is_any(called.map_or(noun + 1, |_| stated.past()), BASES)
        && !line.has_between(
            stated.begin.saturating_sub(5).max(line.first),
            stated.begin,
            &["than", "with", "to", "from"],
        );
    let is_plain = stated.figure().pair.is_none() && stated.figure().modifier == Modifier::Plain;
    (is_taken_up && is_own && is_plain).then_some((stated, way))
}

/// "Called it a rise of 3.3%", "described this as a drop of 8 percent": the noun of change by which somebody calls what
/// was told.
fn called(line: &Line<'_>, stated: &Slot<'_>) -> Option<usize> {
    const CALLED: &[&str] = &["called", "calls", "termed", "described", "hailed", "welcomed", "put"];
    let words = line.words;
    let of = word_before(line, stated);
    let noun = of.wrapping_sub(1);
    let article = (1..=2).map(|back| noun.wrapping_sub(back)).find(|&at| words.is_any(at, &["a", "an"]))?;
    let it = article.wrapping_sub(1 + usize::from(words.is_any(article.wrapping_sub(1), &["as", "at"])));
    let is_called = words.is_any(it, &["it", "this", "that"]) && words.is_any(it.wrapping_sub(1), CALLED);
    (is_called && words.is(of, "of")).then_some(noun)
}

/// Both ends of the only change that a sentence tells, without saying how large it is.
pub(super) fn ends<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    use FigureKind::{Count, Index, Measure, Money, Percentage, Rate};
    let is_end = |slot: &Slot<'_>| {
        let figure = slot.figure();
        matches!(figure.kind, Count | Index | Measure | Money | Rate | Percentage)
            && figure.pair.is_none()
            && matches!(figure.modifier, Modifier::Plain | Modifier::About)
    };
    let ends: Vec<usize> = (0..line.slots.len()).filter(|&number| is_end(&line.slots[number])).collect();
    // "At 44% in June, down from 49% in March, according to a poll of 1,100 adults": shares beside who was asked.
    let shares: Vec<usize> = ends.iter().copied().filter(|&number| line.slots[number].is_percent()).collect();
    let are_shares = shares.len() == 2 && ends[..2] == shares[..];
    let ends = if are_shares { &shares } else { &ends };
    let [one, other] = ends[..] else { return None };
    let (first, second) = (&line.slots[one], &line.slots[other]);
    let now = |slot: &Slot<'_>| {
        line.words.is_any(slot.begin.wrapping_sub(1), &["now", "currently"])
            || line.words.is_any(slot.end, &["now", "today"])
    };
    let pair = match (line.lead(one), line.lead(other)) {
        (Lead::From, Lead::To) => (first, second),
        (Lead::To | Lead::At | Lead::Other, Lead::From | Lead::Against) => (second, first),
        _ if is_later(line, first, second) => (first, second),
        _ if is_later(line, second, first) => (second, first),
        _ if now(second) && !now(first) => (first, second),
        _ if now(first) && !now(second) => (second, first),
        _ if is_then(line, first) && !is_then(line, second) => (first, second),
        _ if is_then(line, second) && !is_then(line, first) => (second, first),
        _ => return None,
    };
    first.is_like(second).then_some(pair)
}

/// Two figures as first and last, by the years, the months or the ordinals told with them: "in its first week … its second".
pub(super) fn in_order<'l, 'a>(
    line: &Line<'_>,
    one: &'l Slot<'a>,
    other: &'l Slot<'a>,
) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    match () {
        () if is_later(line, one, other) || follows(line, one, other) => Some((one, other)),
        () if is_later(line, other, one) => Some((other, one)),
        () => None,
    }
}

/// "$48 million in its first weekend and $31 million in its second", "in the first half … in the second half".
pub(super) fn follows(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    const NEXT: [(&str, &str); 3] = [("first", "second"), ("opening", "second"), ("second", "third")];
    let ordinal = |slot: &Slot<'_>, word: &str| {
        let end = slot.past();
        (end..(end + NEAR).min(line.end)).any(|at| {
            line.words.is(at, word)
                && line.words.is_any(at.wrapping_sub(1), &["its", "the", "their", "his", "her"])
                && line.words.is_any(at.wrapping_sub(2), &["in", "on", "during", "over"])
        })
    };
    one.end <= other.begin && NEXT.iter().any(|(first, next)| ordinal(one, first) && ordinal(other, next))
}

/// Whether the years or the months told with two figures have the second be the later.
fn is_later(line: &Line<'_>, first: &Slot<'_>, second: &Slot<'_>) -> bool {
    let later = |one: Option<u16>, other: Option<u16>| one.zip(other).is_some_and(|(one, other)| one < other);
    let month = |slot: &Slot<'_>| {
        dated(line, slot, |word| {
            MONTH_NAMES.iter().position(|month| *month == word).and_then(|at| u16::try_from(at).ok())
        })
    };
    later(year_at(line, first), year_at(line, second)) || later(month(first), month(second))
}

/// The year told with a figure: "3.9 million in 2023", "by 2020 it was 22".
pub(super) fn year_at(line: &Line<'_>, slot: &Slot<'_>) -> Option<u16> {
    dated(line, slot, |word| word.parse().ok().filter(|year| (1_000..2_100).contains(year)))
}

/// What the date told with a figure is read as: behind it, or at the head of its sentence.
fn dated<T>(line: &Line<'_>, slot: &Slot<'_>, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    const BEHIND: usize = 6;
    let words = line.words;
    let leads = |at: usize| words.is_any(at, &["in", "by", "for", "of"]);
    let next = line.slots.iter().map(|other| other.begin).find(|&begin| slot.end < begin).unwrap_or(line.end);
    let behind = slot.end..next.min(slot.end + BEHIND);
    let is_first = line.slots.first().is_some_and(|first| first.entry.claim == slot.entry.claim);
    let head = if is_first { line.first..line.first + 1 } else { 0..0 };
    behind.chain(head).filter(|&at| leads(at)).find_map(|at| read(words.written(at + 1)))
}
