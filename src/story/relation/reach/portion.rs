//! A share with its part and its whole, told in any order: "four-fifths of the choir's 45 members, 36 singers in all",
//! "126,000 of the 420,000 hectares sown, 30 percent of the total", "Of that, $96,000, or 15 percent, went …".
//!
//! The three must be the only ones of the sentence, but for a whole that the sentence before tells.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient;
use super::super::share::takes_up_whole;
use super::super::{Relation, RelationKind};
use super::only::{BREAKS, is_part};
use super::per_unit::is_a_power_off;
use super::whole::is_followed_by;
use super::{Reach, is_near};
use crate::extract::{FigureKind, Modifier};

/// A share that is farther off is one of something else, unless it is a nought too many or too few.
const FAR: i64 = 4;

/// Words by which share and part may speak of different things.
const OTHERS: &[&str] =
    &["than", "compared", "against", "respectively", "another", "more", "fewer", "up", "down", "including"];

/// The share of a sentence, with its part and its whole.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    if let Some(found) = of_what(reach) {
        return Some(found);
    }
    let line = reach.line;
    let mut shares = line.slots.iter().filter(|slot| is_part(slot));
    let stated = shares.next().filter(|slot| shares.next().is_none() && slot.figure().pair.is_none())?;
    let others: Vec<&Slot<'_>> = line.slots.iter().filter(|slot| is_quantity(slot)).collect();
    let (part, whole) = match others[..] {
        [whole, part] if is_followed_by(line, stated, whole) && is_said_behind(line, whole, part) => (part, whole),
        [part, whole] if is_of(line, part, whole) && is_said_of(line, whole, stated) => (part, whole),
        [whole, part] if is_taken_apart(line, whole) && is_last(line, part, stated) => (part, whole),
        [part] if (opens_with_it(line) || is_some_of_it(line, part)) && is_said_of(line, part, stated) => {
            (part, counted_before(reach, part)?)
        }
        _ => return None,
    };
    let is_kind = part.kind() == whole.kind() || is_one_unit(part, whole);
    let is_one_currency = part.kind() != FigureKind::Money || part.unit() == whole.unit();
    let is_smaller = part.figure().value < whole.figure().value;
    if !is_kind || !is_one_currency || !is_smaller {
        return None;
    }
    settle(stated, part, whole)
}

/// The share held against its part and its whole; `None` where it is too far off to be theirs.
pub(super) fn settle(stated: &Slot<'_>, part: &Slot<'_>, whole: &Slot<'_>) -> Option<Relation> {
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    let is_sound =
        outcome.holds || is_near(&outcome, stated, FAR) || is_a_power_off(outcome.given.said, stated.figure().value);
    is_sound.then(|| tie(RelationKind::Share, stated, &[part, whole], None, outcome))
}

/// "Ruiz earned $90,000 a year and her deputy $120,000. She was paid three-quarters of what he was.": of the only two sums before.
fn of_what(reach: Reach<'_, '_>) -> Option<Relation> {
    let (line, last) = (reach.line, reach.last()?);
    let mut shares = line.slots.iter().filter(|slot| is_part(slot));
    let stated = shares.next().filter(|slot| shares.next().is_none() && slot.figure().pair.is_none())?;
    let is_of_what = line.words.run_is(stated.behind, &["of", "what"])
        && line.words.is_any(stated.behind + 2, &["he", "she", "they", "it", "the", "his", "her", "men", "women", "a"]);
    let is_sum = |slot: &&Slot<'_>| {
        matches!(slot.kind(), FigureKind::Money | FigureKind::Rate | FigureKind::Count | FigureKind::Measure)
    };
    let sums: Vec<&Slot<'_>> = last.slots.iter().filter(is_sum).collect();
    let ([one, other], 1) = (&sums[..], line.slots.len()) else { return None };
    let is_plain = |slot: &Slot<'_>| {
        slot.figure().pair.is_none() && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
    };
    if !is_of_what || !one.is_like(other) || !is_plain(one) || !is_plain(other) || last.slots.len() > 2 {
        return None;
    }
    let (part, whole) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    (outcome.holds || is_near(&outcome, stated, FAR))
        .then(|| tie(RelationKind::Share, stated, &[part, whole], None, outcome))
}

/// Whether it is an amount that can be a part or a whole.
pub(super) fn is_quantity(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure)
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && Decimal::ONE < figure.value
}

/// "126,000 of the 420,000 hectares": what is counted in the unit of what is measured.
fn is_one_unit(part: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let is_bare = part.kind() == FigureKind::Count && part.unit().is_none();
    is_bare || part.unit().is_some() && part.unit() == whole.unit()
}

/// "… of the 45 members, 36 singers in all, …": the part set off right behind the whole, and closed.
fn is_said_behind(line: &Line<'_>, whole: &Slot<'_>, part: &Slot<'_>) -> bool {
    const NEAR: usize = 7;
    let words = line.words;
    let opens = before_bent(line, part);
    let is_set_off = words.is_any(opens, &[",", "(", "–", "—", "-", "or"]);
    let is_clear = !line.has_between(whole.end, opens, &[",", "and", "while", "but", "than", "to"]);
    let end = part.past();
    let all = match () {
        () if words.is(end, "in") && words.is_any(end + 1, &["all", "total"]) => end + 2,
        () if words.is(end, "of") && words.is_any(end + 1, &["them", "those"]) => end + 2,
        () if words.is(end, "altogether") => end + 1,
        () => end,
    };
    let is_closed = line.end <= all || words.is_any(all, &[",", ".", ")", "–", "—", "-", ";"]);
    is_set_off && is_clear && is_closed && part.begin <= whole.end + NEAR
}

/// The word before a figure and before what bends it: "or about 40".
fn before_bent(line: &Line<'_>, slot: &Slot<'_>) -> usize {
    const BENT: &[&str] =
        &["about", "around", "roughly", "nearly", "almost", "just", "some", "only", "over", "exactly"];
    let before = slot.begin.wrapping_sub(1);
    if line.words.is_any(before, BENT) { before.wrapping_sub(1) } else { before }
}

/// "126,000 of the 420,000 hectares", "21 of his 24 free throws".
fn is_of(line: &Line<'_>, part: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let is_out = line.words.run_is(part.end, &["out", "of"]);
    let of = if is_out { part.end + 1 } else { part.behind };
    line.words.is(of, "of")
        && whole.begin <= of + 6
        && !line.has_between(of, whole.begin, &[",", "in", "and", "for", "who", "from", "("])
}

/// Whether the share is set off behind what it is the share of, and closed: "sown this spring, 30 percent of the total,".
fn is_said_of(line: &Line<'_>, last: &Slot<'_>, stated: &Slot<'_>) -> bool {
    const NEAR: usize = 10;
    let words = line.words;
    let opens = before_bent(line, stated);
    // "A 64 percent share", "a 20 percent stake"
    let is_named = words.is_any(opens, &["a", "an"])
        && words.is_any(stated.end, &["share", "stake", "turnout", "portion", "proportion", "slice"]);
    let opens = if is_named { opens.wrapping_sub(1) } else { opens };
    let is_set_off = words.is_any(opens, &[",", "(", "–", "—", "-", "or"]);
    let end = if is_named { stated.end + 1 } else { stated.behind };
    let is_closed =
        line.end <= end || words.is_any(end, &[",", ".", ")", "–", "—", "-", ";"]) || takes_up_whole(line, stated);
    let is_clear = last.end <= opens
        && !line.has_between(last.end, opens, BREAKS)
        && !line.has_between(last.end, opens, OTHERS)
        && !line.has_between(last.end, opens, &["and", "with"]);
    is_set_off && is_closed && is_clear && stated.begin <= last.end + NEAR
}

/// "Of the 8,000 babies born at the clinic, …".
fn is_taken_apart(line: &Line<'_>, whole: &Slot<'_>) -> bool {
    const NEAR: usize = 6;
    line.words.is_any(line.first, &["of", "among"])
        && whole.begin <= line.first + NEAR
        && !line.has_between(line.first + 1, whole.begin, &["of", ",", "for", "in"])
}

/// "40 had the defect, five in every 1,000 births.": a share in words, or in brackets, at the end of what is told of the part.
fn is_last(line: &Line<'_>, part: &Slot<'_>, stated: &Slot<'_>) -> bool {
    const NEAR: usize = 14;
    let opens = before_bent(line, stated);
    let is_told =
        stated.kind() == FigureKind::Share && line.words.is(opens, ",") || line.words.is_any(opens, &["(", "or"]);
    let end = stated.past();
    let is_closed = line.end <= end + 1 || line.words.is_any(end, &[",", ".", ")", ";"]);
    let is_clear = part.end <= opens
        && !line.has_between(part.end, opens, BREAKS)
        && !line.has_between(part.end, opens, OTHERS)
        && !line.has_between(part.end, opens, &["and", ","]);
    is_told && is_closed && is_clear && stated.begin <= part.end + NEAR
}

/// "Of that, …", "Of this sum, …".
fn opens_with_it(line: &Line<'_>) -> bool {
    const IT: &[&str] = &["that", "this", "it", "those", "these", "them"];
    const SUMS: &[&str] = &["sum", "amount", "total", "money", "figure", "number"];
    let words = line.words;
    let it = line.first + 1;
    words.is(line.first, "of")
        && words.is_any(it, IT)
        && (words.is(it + 1, ",") || words.is_any(it + 1, SUMS) && words.is(it + 2, ","))
}

/// "Paid $60 million of that, or 15 percent", "the port alone paid 27 million, or 30 percent".
fn is_some_of_it(line: &Line<'_>, part: &Slot<'_>) -> bool {
    let words = line.words;
    let end = part.past();
    let is_of = words.is(end, "of") && words.is_any(end + 1, &["that", "this", "it", "them", "those", "these"]);
    is_of || line.has_between(part.begin.saturating_sub(4).max(line.first), part.begin, &["alone"])
}

/// The only quantity of the sentence before, where it can be the whole.
fn counted_before<'l, 'a>(reach: Reach<'l, 'a>, part: &Slot<'_>) -> Option<&'l Slot<'a>> {
    let last = reach.last()?;
    let mut wholes =
        last.slots.iter().filter(|slot| is_quantity(slot) && (slot.kind() == part.kind() || slot.is_like(part)));
    wholes.next().filter(|_| wholes.next().is_none())
}
