//! A figure that is called so many times another, told in the sentence before: "The town has 340 homes on its list. The
//! county has 680, twice that", "The bill had reached £120,000, three times the estimate".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::multiple::{Times, times_of};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind};
use super::{Reach, is_near, is_plain};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// A figure that is farther off is a multiple of something else.
const FAR: i64 = 2;

/// What the multiple of an earlier figure is one of: "three times the estimate".
const NOUNS: WordList = WordList::of(&[
    "estimate", "figure", "number", "amount", "sum", "total", "price", "cost", "budget", "level", "quote", "tally",
    "count", "toll", "fee", "limit", "forecast",
]);

/// Words by which the multiple is of another figure than the one before.
const OPEN: WordList = WordList::of(&["against", "compared", "average", "national", "rival", "target", "from"]);

/// What a sentence calls so many times the figure before.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let last = reach.last()?;
    if line.slots.is_empty() {
        return None;
    }
    let mut all = times_of(line);
    let times = all.next().filter(|_| all.next().is_none())?;
    let is_amount = |slot: &&Slot<'_>| {
        matches!(slot.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Measure) && is_plain(slot)
    };
    let stated = line.slots.iter().rev().find(|slot| slot.past() <= times.first).filter(is_amount)?;
    let is_alone = line.slots.iter().filter(|slot| is_amount(slot) && slot.is_like(stated)).count() == 1;
    if !is_set_off(line, stated, &times) || !takes_up(line, &times) || !is_alone {
        return None;
    }
    let is_than =
        last.has_between(last.first, last.end, &["than"]) || line.has_between(line.first, stated.end, &["than"]);
    if is_than || [line, last].iter().any(|at| at.has_listed(at.first, at.end, &OPEN)) {
        return None;
    }
    let mut alike = last.slots.iter().filter(|slot| slot.is_like(stated));
    let base = alike.next().filter(is_amount).filter(|_| alike.next().is_none())?;
    let outcome = quotient::product(stated.bounds()?, bounds(line, &times)?, base.bounds()?)?;
    let is_told = outcome.holds || is_near(&outcome, stated, FAR) && Decimal::ONE < base.figure().value;
    is_told.then(|| tie(RelationKind::Multiple, stated, &[base], Some(line.span(times.first, times.end)), outcome))
}

/// What the multiple stands for: "three times that" is said of a figure at hand, and so closer than "trebled".
pub(super) fn bounds(line: &Line<'_>, times: &Times) -> Option<Bounds> {
    let said = times.bounds.said;
    let slot = line.slots.iter().find(|slot| slot.kind() == FigureKind::Ratio && slot.begin == times.first);
    let Some(slot) = slot else { return Some(times.bounds) };
    let by = |percent: i64| said.checked_mul(Decimal::new(percent, 2));
    let (low, high) = match slot.figure().modifier {
        Modifier::Plain => (by(92)?, by(112)?),
        Modifier::About => (by(85)?, by(118)?),
        Modifier::Nearly | Modifier::LessThan | Modifier::UpTo => (by(75)?, said),
        Modifier::MoreThan | Modifier::AtLeast => (said, said.checked_add(Decimal::ONE)?),
    };
    Some(Bounds::new(low, said, high))
}

/// ", twice that", ", or double that figure", ", more than three times the estimate": right behind the figure.
fn is_set_off(line: &Line<'_>, stated: &Slot<'_>, times: &Times) -> bool {
    const FILLERS: &[&str] = &["or", "about", "almost", "nearly", "more", "than", "just", "over", "some", "exactly"];
    let words = line.words;
    let end = stated.past();
    let mark = (end..times.first).rev().find(|&at| !words.is_any(at, FILLERS));
    mark.is_some_and(|mark| words.is_any(mark, &[",", "–", "—", "("]) && mark <= end + 3)
}

/// Whether the words behind a multiple take up a figure told before: "that", "as many", "the estimate", "what it paid".
fn takes_up(line: &Line<'_>, times: &Times) -> bool {
    let words = line.words;
    let behind = times.end;
    let is_closed = |at: usize| line.end <= at || words.is_any(at, &[",", ".", ";", ")", "–", "—"]);
    let points_back = words.is(behind, "that") && (is_closed(behind + 1) || words.is_listed(behind + 1, &NOUNS));
    let is_as_many =
        words.is(behind, "as") && words.is_any(behind + 1, &["many", "much", "high", "long"]) && is_closed(behind + 2);
    let is_named = words.is_any(behind, &["the", "its"])
        && ((words.is_listed(behind + 1, &NOUNS) && is_closed(behind + 2))
            || words.is_any(behind + 1, &["original", "first", "earlier", "initial"])
                && words.is_listed(behind + 2, &NOUNS)
                && is_closed(behind + 3));
    let is_clause = words.is(behind, "what") && line.end <= behind + 7 && line.has_between(behind, line.end, &["had"]);
    points_back || is_as_many || is_named || is_clause
}
