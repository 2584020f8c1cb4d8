//! A share of the only two counts or sums of its sentence: "drew €14.6 million of last year's €402 million, or 9%",
//! "that was about one in three of its 1.27 million accounts".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::only::{BREAKS, FAR, is_part};
use super::per_unit::is_a_power_off;
use super::{Reach, is_near, is_then, takes_up};
use crate::extract::{FigureKind, Modifier};

/// A share of the only two counts or sums of its sentence, one of which is of the other.
pub(super) fn find(reach: Reach<'_, '_>, number: usize) -> Option<Relation> {
    let line = reach.line;
    let stated = &line.slots[number];
    if !is_part(stated) || stated.figure().pair.is_some() {
        return None;
    }
    let is_set_off = is_apposed(line, stated);
    let is_countable = |slot: &&Slot<'_>| {
        matches!(slot.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Measure)
            && slot.figure().pair.is_none()
            && slot.figure().value > Decimal::ONE
            && matches!(
                slot.figure().modifier,
                Modifier::Plain | Modifier::About | Modifier::MoreThan | Modifier::Nearly
            )
    };
    let others: Vec<&Slot<'_>> = line.slots.iter().filter(is_countable).collect();
    // "The 100 biggest drew €14.6 million of last year's €402 million": the sums are the two where there are two.
    let sums: Vec<&Slot<'_>> = others.iter().copied().filter(|slot| slot.kind() == FigureKind::Money).collect();
    let others = if sums.len() == 2 { sums } else { others };
    let is_only = line.slots.iter().filter(|slot| is_part(slot)).count() == 1;
    let whole = |slot: &Slot<'_>| is_whole(line, slot, stated);
    let (part, whole, is_own) = match others[..] {
        [one, other] if is_only && (is_set_off || is_followed_by(line, stated, other)) => {
            if whole(one) == whole(other) {
                return None;
            }
            if whole(one) { (other, one, true) } else { (one, other, true) }
        }
        // "That was about one in three of its 1.27 million accounts"
        [whole] if is_only && is_followed_by(line, stated, whole) && takes_up(line) => {
            let last = reach.last()?;
            let [part] = last.slots.iter().filter(is_countable).collect::<Vec<_>>()[..] else { return None };
            (part, whole, false)
        }
        _ => return None,
    };
    let is_kind = part.is_like(whole)
        || part.kind() == FigureKind::Count && whole.kind() == FigureKind::Count
        || part.kind() == FigureKind::Money && part.unit() == whole.unit();
    if !is_kind
        || whole.figure().value <= part.figure().value
        // "Of the 3,100 operations carried out since 2020": the time is that of the whole.
        || is_then(line, part) != is_then(line, whole)
            && part.kind() != FigureKind::Money
            && !line.has_between(whole.end, stated.begin, &["since"])
    {
        return None;
    }
    let (near, end) = match () {
        () if !is_own => (stated.begin, stated.begin),
        () if part.number < stated.number && stated.begin < whole.number => (part.end, stated.begin),
        // "Three in five of the 45 workers, 32 people, are over 50"
        () if stated.end <= whole.begin && whole.end < part.begin && part.begin <= whole.end + 2 => {
            let is_set_off = line.words.is(part.begin.wrapping_sub(1), ",") && line.words.is(part.end, ",");
            if !is_set_off {
                return None;
            }
            (part.begin, part.begin)
        }
        () if part.end.max(whole.end) <= stated.begin => (part.end.max(whole.end), stated.begin),
        () => return None,
    };
    // "Between 2017 and 2021"
    let is_year = |at: usize| line.words.written(at).len() == 4 && line.words.written(at).parse::<u32>().is_ok();
    let is_joint = |at: usize| line.words.is(at, "and") && !(is_year(at - 1) && is_year(at + 1));
    let is_clear = !line.has_between(near, end, BREAKS)
        && !line.has_between(near, end, &["than", "up", "down"])
        && !(near.max(1)..end).any(is_joint);
    if !is_clear || near + FAR_APART < end {
        return None;
    }
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    if !outcome.holds && is_lead(line, part, stated, whole) {
        return None;
    }
    // "Two in every 1,000" for two in a hundred: a nought too many.
    (outcome.holds || is_near(&outcome, stated, FAR) || is_a_power_off(outcome.given.said, stated.figure().value))
        .then(|| tie(RelationKind::Share, stated, &[part, whole], None, outcome))
}

/// "412 of its 530 members backed it, a majority of 55 percent": by how many points they won.
pub(super) fn is_lead(line: &Line<'_>, part: &Slot<'_>, stated: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let (part, whole) = (part.figure().value, whole.figure().value);
    let points = || (part * Decimal::TWO - whole) * Decimal::ONE_HUNDRED / whole;
    let is_majority = line.has_between(stated.begin.saturating_sub(2), stated.begin, &["majority"]);
    is_majority && !whole.is_zero() && (points() - stated.figure().value).abs() <= Decimal::ONE
}

/// Words between a part and its whole and the share that is told of them, at most.
const FAR_APART: usize = 18;

/// "Or 9%", "(9%)", "a stake of 40 percent", "an effective rate of 25 percent", set off and closed.
fn is_apposed(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    let bends = ["about", "just", "nearly", "roughly", "around", "some", "almost"];
    let opener = if words.is_any(before, &bends) { before.wrapping_sub(1) } else { before };
    let is_rate = words.is(opener, "of")
        && (2..6).any(|back| {
            let at = opener.wrapping_sub(back);
            words.is_any(at, &["a", "an"]) && words.is_any(at.wrapping_sub(1), &[",", "–", "—", "or"])
        })
        && line.has_between(
            opener.saturating_sub(2),
            opener,
            &["rate", "stake", "share", "turnout", "proportion", "holding", "majority"],
        );
    let end = stated.past();
    let is_closed = end >= line.end.saturating_sub(1) || words.is_any(end, &[",", ".", ";", ")", "–", "—"]);
    // "– that is 41 percent", ", which is 30 percent"
    let is_told = words.is_any(opener, &["is", "was"])
        && words.is_any(opener.wrapping_sub(1), &["that", "which"])
        && words.is_any(opener.wrapping_sub(2), &[",", "–", "—", "-", "("]);
    (words.is_any(opener, &["or", "("]) || is_rate || is_told) && is_closed
}

/// "20.1 percent of the 512,000 residents".
pub(super) fn is_followed_by(line: &Line<'_>, stated: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let is_own =
        (stated.behind + 1..whole.begin).any(|at| line.words.is_any(at, &["the", "its", "their", "all", "'s", "’s"]));
    stated.end <= whole.begin
        && line.words.is(stated.behind, "of")
        && is_own
        && whole.begin <= stated.behind + 6
        && !line.has_between(stated.behind, whole.begin, &[",", "in", "for", "who", "from", "at"])
}

/// Whether the words lead to the figure as to a whole: "of last year's €402 million", "among its 60 members".
fn is_whole(line: &Line<'_>, slot: &Slot<'_>, stated: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    if is_followed_by(line, stated, slot) {
        return true;
    }
    let first = slot.begin.saturating_sub(NEAR).max(line.first);
    let Some(of) = (first..slot.begin).rev().find(|&at| line.words.is_any(at, &["of", "among"])) else { return false };
    let is_clear = !line.has_between(of, slot.begin, &[",", "in", "and", "for", "to", "from", "with", "by", "("]);
    let is_held = !line.slots.iter().any(|other| of < other.number && other.number < slot.number);
    // "A group of 40", "a loan of £3m": a size of its own, not a whole.
    let noun = of.wrapping_sub(2);
    let is_size = line.words.is_any(noun, &["a", "an", "total", "some"])
        && !line.words.is_any(of.wrapping_sub(1), &["profit", "total", "income", "revenue", "electorate"]);
    is_clear && is_held && !is_size
}
