//! Amounts set beside the figures that they part: "214 days, against 188 the year before, a rise of 26",
//! "Last year it drew 63,000, a quarter fewer", "cut from £80 to £60, a saving of 25%".
//!
//! The word of the amount says which figure is the larger, so it need not be told which came first.

use super::super::change::settle;
use super::super::line::{Line, Slot, Way, tie, way_of};
use super::super::quotient::{self, Outcome};
use super::super::{Relation, RelationKind};
use super::{Reach, is_near, is_then, takes_up};
use crate::extract::FigureKind;
use crate::language::{TokenKind, WordList};

/// An amount that is farther off is one of something else.
const FAR: i64 = 5;

/// Which way an amount parts two figures; `None` where its word does not say.
type Parting = Option<Way>;

type Ends<'l, 'a> = (&'l Slot<'a>, &'l Slot<'a>);

/// The amounts of a sentence that part two figures of its own or of the sentence before.
pub(super) fn find(reach: Reach<'_, '_>) -> Vec<Relation> {
    let line = reach.line;
    let turned = (1..line.slots.len()).filter_map(|number| turned(line, number));
    let found = (0..line.slots.len()).filter_map(|number| {
        let way = named(line, &line.slots[number])?;
        let ends = ends(reach, number)?;
        settle_amount(&line.slots[number], way, ends)
    });
    turned.chain(found).collect()
}

/// "Climbed to 410 last December, down from 492": the verb and the adverb point in two ways.
fn turned(line: &Line<'_>, number: usize) -> Option<Relation> {
    const NEAR: usize = 8;
    let (to, from) = (&line.slots[number - 1], &line.slots[number]);
    let at = from.begin.wrapping_sub(2);
    let is_from = line.words.is(from.begin.wrapping_sub(1), "from") && line.words.is_any(at, &["up", "down"]);
    let is_set_off = line.words.is(at.wrapping_sub(1), ",") && from.begin <= to.end + NEAR;
    let adverb = if line.words.is(at, "up") { Way::Up } else { Way::Down };
    let word = to.begin.wrapping_sub(2);
    let verb = line.way(word).filter(|_| line.words.is(to.begin.wrapping_sub(1), "to"))?;
    if !is_from || !is_set_off || verb == adverb || !to.is_like(from) {
        return None;
    }
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, verb == Way::Up);
    (!outcome.holds).then(|| tie(RelationKind::Direction, to, &[from], Some(line.span(word, word + 1)), outcome))
}

/// Whether the words set the figure off as an amount, and which way.
fn named(line: &Line<'_>, slot: &Slot<'_>) -> Option<Parting> {
    let words = line.words;
    let begin = slot.begin;
    let before = |back: usize| begin.wrapping_sub(back);
    let opens = |at: usize| words.is_any(at, &[",", "–", "—", ";", "(", "or", "is", "was"]);
    let article = |at: usize| words.is_any(at, &["a", "an"]);
    let is_sound =
        || (is_closed(line, slot) || than_last_year(line, slot)) && !settle::has_basis(line, line.first..line.end);
    let way = if words.is(before(1), "of") {
        let article_at = if article(before(3)) { before(3) } else { before(4) };
        noun_way(line, slot, before(2)).filter(|_| article(article_at) && opens(article_at.wrapping_sub(1)))
    } else if article(before(1)) {
        noun_way(line, slot, words.past_hyphen(slot.end)).filter(|_| opens(before(2)))
    } else {
        let by = if words.is(before(1), "by") { before(2) } else { before(1) };
        let is_adverb = words.is_any(by, &["up", "down"]) && opens(by.wrapping_sub(1));
        let adverb = if words.is(by, "up") { Way::Up } else { Way::Down };
        is_adverb.then_some(Some(adverb)).or_else(|| compared(line, slot).filter(|_| opens(before(1))).map(Some))
    };
    way.filter(|_| is_sound())
}

/// The way of a noun of change: "rise", "saving"; a loss of money is something else.
fn noun_way(line: &Line<'_>, slot: &Slot<'_>, at: usize) -> Option<Parting> {
    let word = line.lower(at);
    match &*word {
        "saving" | "reduction" | "contraction" | "narrowing" => Some(Some(Way::Down)),
        "expansion" | "widening" => Some(Some(Way::Up)),
        "loss" if slot.kind() == FigureKind::Count || slot.is_percent() => Some(Some(Way::Down)),
        "gain" if slot.kind() == FigureKind::Count || slot.is_percent() => Some(Some(Way::Up)),
        "improvement" | "change" | "difference" | "swing" => Some(None),
        _ => way_of(&word).map(Some),
    }
}

/// "18 fewer", "a quarter smaller", "400 metres longer".
fn compared(line: &Line<'_>, slot: &Slot<'_>) -> Option<Way> {
    const MORE: WordList =
        WordList::of(&["more", "higher", "longer", "larger", "bigger", "taller", "heavier", "dearer", "above"]);
    const LESS: WordList =
        WordList::of(&["fewer", "less", "lower", "shorter", "smaller", "cheaper", "lighter", "below", "short"]);
    let at = (slot.behind..=slot.end).find(|&at| line.words.is_listed(at, &MORE) || line.words.is_listed(at, &LESS))?;
    Some(if line.words.is_listed(at, &MORE) { Way::Up } else { Way::Down })
}

/// "600 more than last year, when 2,800 did".
fn than_last_year(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let than = (slot.end..slot.end + 3).find(|&at| line.words.is(at, "than"));
    than.is_some_and(|than| {
        let is_month = line.words.is(than + 1, "in") && line.words.is_capitalized(than + 2);
        let is_time = is_month
            || line.words.is_any(than + 1, &["last", "the"])
                && line.words.is_any(than + 2, &["year", "month", "season", "previous", "week"]);
        is_time && line.has_between(than, than + 8, &["when", "which"])
    })
}

/// Whether no other base follows: "a rise of 36 since May", "up 4% on last month".
fn is_closed(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const BASES: &[&str] = &[
        "since",
        "over",
        "on",
        "from",
        "than",
        "compared",
        "against",
        "a",
        "per",
        "each",
        "annually",
        "excluding",
        "for",
        "to",
        "at",
        "year-on-year",
        "every",
        "if",
    ];
    let next = line.slots.iter().map(|other| other.begin).find(|&begin| slot.end <= begin).unwrap_or(line.end);
    let end = (slot.end + 4).min(next.max(slot.end)).min(line.end);
    let stop = (slot.end..end).find(|&at| line.words.is_any(at, &[",", ".", ";", ")"])).unwrap_or(end);
    !line.has_between(slot.end, stop, BASES)
}

/// The two figures that an amount may part.
fn ends<'l, 'a>(reach: Reach<'l, 'a>, number: usize) -> Option<Ends<'l, 'a>> {
    let line = reach.line;
    let stated = &line.slots[number];
    let own = sides(&line.slots[..number], stated);
    match own[..] {
        [one] if than_last_year(line, stated) => {
            let next = line.slots.get(number + 1).filter(|next| next.is_like(one))?;
            Some((next, one))
        }
        [] if line.words.is(stated.end, "short") && takes_up(line) => {
            let last = reach.last()?;
            let [one, other] = sides(&last.slots, stated)[..] else { return None };
            (last.has_between(one.end, other.begin, &["of"]) && one.is_like(other)).then_some((one, other))
        }
        [one, other] => are_told(line, one, other).then_some((one, other)),
        [one] => {
            let last = reach.last()?;
            let [other] = sides(&last.slots, stated)[..] else { return None };
            let is_timed = is_then(last, other) && !is_then(line, one)
                || is_then(line, one) && !is_then(last, other)
                || is_then(last, other) && takes_up(line);
            let is_one_unit = one.unit() == other.unit() || takes_up(line) || one.unit().is_none();
            (one.is_like(other) && is_timed && is_one_unit).then_some((other, one))
        }
        _ => None,
    }
}

fn sides<'l, 'a>(slots: &'l [Slot<'a>], stated: &Slot<'_>) -> Vec<&'l Slot<'a>> {
    use FigureKind::{BasisPoints, Count, Duration, Index, Measure, Money, Percentage, Rate};
    let is_side = |slot: &&Slot<'_>| {
        let is_kind = match stated.kind() {
            FigureKind::Points | BasisPoints => slot.is_percent(),
            Percentage => matches!(slot.kind(), Count | Index | Measure | Money | Percentage | Rate),
            FigureKind::Share => matches!(slot.kind(), Count | Index | Measure | Money | Rate),
            _ => matches!(slot.kind(), Count | Duration | Index | Measure | Money | Rate) && slot.is_like(stated),
        };
        is_kind && slot.figure().pair.is_none()
    };
    let sides: Vec<&'l Slot<'a>> = slots.iter().filter(is_side).collect();
    // "14 weeks in 2019 … now 21 weeks": times are sides where nothing else is.
    let is_time = |slot: &Slot<'_>| slot.kind() == FigureKind::Duration && slot.figure().pair.is_none();
    match slots {
        [one, other] if is_time(one) && (is_time(other) || one.is_like(other)) && !is_time(stated) => vec![one, other],
        _ => sides,
    }
}

/// Whether the words compare the two: from one to the other, one against the other, one then and one now.
fn are_told(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const TIES: &[&str] = &["from", "to", "against", "compared", "than", "versus", "was", "were", "now"];
    // "Compared with 16%" parts nothing.
    let parts = |at: usize| {
        line.words.is_any(at, &["while", "including"])
            || line.words.is(at, "with") && !line.words.is(at.wrapping_sub(1), "compared")
    };
    let is_tied = line.has_between(one.begin.saturating_sub(3).max(line.first), other.begin, TIES);
    one.is_like(other)
        && (is_tied || is_then(line, one) != is_then(line, other) || are_dated_apart(line, one, other))
        && !(one.end..other.begin).any(parts)
}

/// "16,000 tonnes in 2021, … 18,400 tonnes last season": each has a time of its own, in its own clause.
fn are_dated_apart(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    let time = |slot: &Slot<'_>| {
        let end = slot.past();
        let stop =
            (end..(end + 4).min(line.end)).find(|&at| line.words.is_any(at, &[",", ";", "and"])).unwrap_or(end + 4);
        (end..stop.min(line.end)).find_map(|at| {
            let is_year =
                line.words.is_any(at, &["in", "for", "of"]) && line.words.kind(at + 1) == Some(TokenKind::Number);
            let is_last = line.words.is_any(at, &["last", "this", "previous"]);
            (is_year || is_last)
                .then(|| line.lower(at + 1).into_owned() + if is_last { line.words.written(at) } else { "" })
        })
    };
    matches!((time(one), time(other)), (Some(first), Some(second)) if first != second)
}

fn settle_amount(stated: &Slot<'_>, way: Parting, (one, other): Ends<'_, '_>) -> Option<Relation> {
    let is_part = stated.is_percent() || stated.kind() == FigureKind::Share;
    let (low, high) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    if low.figure().value == high.figure().value || low.figure().value <= rust_decimal::Decimal::ZERO {
        return None;
    }
    if !is_part {
        let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
        return told(RelationKind::Difference, stated, [one, other], outcome);
    }
    let (from, to) = if way == Some(Way::Up) { (low, high) } else { (high, low) };
    let (kind, operands, outcome) = settle::between(stated, (from, to))?;
    let (_, _, turned) = settle::between(stated, (to, from))?;
    if way.is_none() && turned.holds {
        return None;
    }
    told(kind, stated, operands, outcome)
}

fn told(kind: RelationKind, stated: &Slot<'_>, operands: [&Slot<'_>; 2], outcome: Outcome) -> Option<Relation> {
    let is_sound = outcome.holds || kind == RelationKind::Points || is_near(&outcome, stated, FAR);
    is_sound.then(|| tie(kind, stated, &operands, None, outcome))
}
