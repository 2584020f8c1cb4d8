//! How many a share comes to, told in the sentence behind it: "The college has 840 students. A quarter of them come from
//! abroad. Those 210 pay higher fees", "12 per cent are empty. That is 30 beds", "The 210 women earn less".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::only::is_part;
use super::{Reach, is_plain, tie_near};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// A number that is farther off is of others.
const FAR: i64 = 2;

/// How many sentences may hold the share and its whole.
const BACK: usize = 2;

/// Words by which the share is of others, or of another time.
const OPEN: WordList = WordList::of(&[
    "than",
    "compared",
    "against",
    "rose",
    "fell",
    "up",
    "down",
    "increase",
    "rise",
    "drop",
    "fall",
    "average",
    "national",
    "target",
    "including",
    "another",
    "other",
    "remaining",
    "rest",
    "more",
    "fewer",
    "less",
    "each",
    "by",
]);

/// How many the share told before comes to.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let stated = line.slots.first().filter(|slot| slot.kind() == FigureKind::Count && is_plain(slot))?;
    let how = taken_up(line, stated)?;
    (1..=BACK).find_map(|back| {
        let first = reach.before.len().checked_sub(back)?;
        let lines = &reach.before[first..];
        let is_next = back == 1 && reach.previous().is_some();
        (is_next || lines.iter().all(|at| at.block == line.block)).then(|| of(lines, line, stated, how)).flatten()
    })
}

/// How a number takes up a share.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// "That is 210", "those 210", "all 88 will be felled".
    Pointing,
    /// "The 210 women": by what the share says that they are.
    Naming,
    /// "The remaining 76": those that are not of the share.
    Rest,
}

fn taken_up(line: &Line<'_>, stated: &Slot<'_>) -> Option<How> {
    let words = line.words;
    let first = line.first;
    let before = stated.begin.wrapping_sub(1);
    let is_that = words.is_any(first, &["that", "this"])
        && words
            .is_any(first + 1, &["is", "was", "makes", "made", "means", "meant", "comes", "came", "amounts", "works"])
        && stated.begin <= first + 5;
    // "The remaining 76 are electric"
    if words.is_any(before, &["remaining", "other"]) && before == first + 1 && words.is(first, "the") {
        return Some(How::Rest);
    }
    let opens = before == first;
    if is_that || opens && words.is_any(first, &["those", "these", "all"]) {
        return Some(How::Pointing);
    }
    (opens && words.is(first, "the") && stated.unit().is_some()).then_some(How::Naming)
}

fn of(lines: &[&Line<'_>], line: &Line<'_>, stated: &Slot<'_>, how: How) -> Option<Relation> {
    let is_open = |at: &Line<'_>| at.has_listed(at.first, at.end, &OPEN);
    let has_others = line.slots.iter().any(|slot| is_part(slot) || slot.is_like(stated) && slot.begin != stated.begin);
    let from = if how == How::Rest { stated.begin } else { line.first };
    let is_own_open = line.has_listed(from, stated.end + 2, &OPEN);
    if lines.iter().any(|at| is_open(at)) || is_own_open || has_others {
        return None;
    }
    let all = || lines.iter().flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)));
    let shares: Vec<(&Line<'_>, &Slot<'_>)> = all().filter(|(_, slot)| is_part(slot)).collect();
    // "Are over 60": no count of anybody.
    let is_count = |slot: &&Slot<'_>| slot.kind() == FigureKind::Count && slot.figure().modifier != Modifier::MoreThan;
    let counts: Vec<&Slot<'_>> = all().map(|(_, slot)| slot).filter(is_count).collect();
    let (&[(home, share)], &[whole]) = (&shares[..], &counts[..]) else { return None };
    if !is_plain(whole) || !is_plain(share) || whole.figure().value <= stated.figure().value {
        return None;
    }
    let is_named = match how {
        // "The 210 women", where the share says that so many are women.
        How::Naming => {
            let unit = stated.unit()?;
            whole.unit() != Some(unit)
                && (share.behind..home.end.min(share.behind + 8)).any(|at| {
                    let word = home.lower(at);
                    &*word == unit || word.strip_suffix('s') == Some(unit) || is_plural(&word, unit)
                })
        }
        How::Pointing | How::Rest => stated.unit().is_none_or(|unit| {
            whole.unit().is_none_or(|own| {
                own == unit
                    || super::super::thing::is_person(own) && super::super::thing::is_person(unit)
                    || unit == "people"
            })
        }),
    };
    // "Of the 190 buses in the fleet, 60% run on diesel"
    let is_taken = how == How::Rest
        && home.words.is_any(home.first, &["of", "among"])
        && whole.begin <= home.first + 4
        && home.words.is(share.begin.wrapping_sub(1), ",");
    let is_of = is_taken || is_part_of(home, share, whole, lines);
    if !is_named || !is_of {
        return None;
    }
    let percent = share.bounds()?;
    let percent = if how == How::Rest { Bounds::exactly(Decimal::ONE_HUNDRED).minus(percent)? } else { percent };
    let part = percent.times(Bounds::exactly(Decimal::new(1, 2)))?;
    let given = part.times(whole.bounds()?)?;
    let slack = given.with(Bounds::around(given.said, Decimal::ONE)?);
    let outcome = Outcome { given, holds: slack.meets(stated.bounds()?) };
    if how == How::Rest {
        return tie_near(RelationKind::Difference, stated, &[whole, share], outcome, FAR);
    }
    tie_near(RelationKind::Share, share, &[stated, whole], turned(outcome, share, stated, whole)?, FAR)
}

/// The share that the number makes, as it is the share that is stated.
fn turned(outcome: Outcome, share: &Slot<'_>, stated: &Slot<'_>, whole: &Slot<'_>) -> Option<Outcome> {
    let given = stated.bounds()?.over(whole.bounds()?)?.times(Bounds::exactly(Decimal::ONE_HUNDRED))?;
    Some(Outcome { given, holds: outcome.holds || given.meets(share.bounds()?) })
}

fn is_plural(word: &str, unit: &str) -> bool {
    matches!((word, unit), ("women", "woman") | ("men", "man") | ("children", "child"))
}

/// "A quarter of them", "of whom 35 per cent are women", "12 per cent are empty", "40 per cent of the 220 trees".
fn is_part_of(home: &Line<'_>, share: &Slot<'_>, whole: &Slot<'_>, lines: &[&Line<'_>]) -> bool {
    let words = home.words;
    let end = share.behind;
    let is_of_them = words.is(end, "of") && words.is_any(end + 1, &["them", "those", "these"]);
    let is_of_it = words.is(end, "of") && whole.begin <= end + 4 && end < whole.begin;
    let before = share.begin.wrapping_sub(1);
    let is_of_whom = words.is_any(before, &["whom", "which", "them"]) && words.is(before.wrapping_sub(1), "of");
    let is_clause = (words.is(end, "are") || words.has(end, Class::Be))
        && (words.is_any(before, &["and", ","]) || before == home.first.wrapping_sub(1) || lines.len() == 1);
    is_of_them || is_of_it || is_of_whom || is_clause
}
