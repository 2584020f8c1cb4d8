//! "He won by 12,000 votes … by 612,400 votes to 590,400": a margin in one sentence, the votes in the one beside it.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind};
use super::{Reach, is_near};
use crate::extract::{FigureKind, Modifier};

/// A margin that is farther off is that of another vote.
const FAR: i64 = 4;

/// The margins of a sentence whose votes stand beside it.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let stated = line.slots.iter().find(|slot| is_margin(line, slot))?;
    if sides(line).is_some() {
        return None;
    }
    let next = reach.next.filter(|next| next.block == line.block);
    let (one, other) = [next, reach.last()].into_iter().flatten().find_map(sides)?;
    let outcome = quotient::difference(rounded(stated)?, one.bounds()?, other.bounds()?)?;
    (outcome.holds || is_near(&outcome, stated, FAR))
        .then(|| tie(RelationKind::Vote, stated, &[one, other], None, outcome))
}

/// "Won by 12,000 votes", "a majority of 9", "a margin of 14 votes".
fn is_margin(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NOUNS: &[&str] = &["majority", "margin", "lead"];
    let of = slot.begin.wrapping_sub(1);
    let is_by = line.words.is_any(of, &["by", "of", "was"]);
    let is_named = line.has_between(of.saturating_sub(3).max(line.first), of, NOUNS)
        || line.has_between(
            of.saturating_sub(6).max(line.first),
            of,
            &["won", "lost", "beat", "defeated", "carried", "passed"],
        );
    let is_votes =
        slot.unit() == Some("vote") || slot.unit().is_none() && line.has_between(of.saturating_sub(3), of, NOUNS);
    slot.kind() == FigureKind::Count && slot.figure().pair.is_none() && is_by && is_named && is_votes
}

/// What a margin in round thousands stands for.
fn rounded(slot: &Slot<'_>) -> Option<Bounds> {
    let figure = slot.figure();
    let half = super::super::solver::rounded(figure).filter(|_| figure.modifier == Modifier::Plain);
    match half {
        Some(interval) => Some(Bounds::new(interval.low?, figure.value, interval.high?)),
        None => slot.bounds(),
    }
}

/// "612,400 votes to 590,400", "4,880 votes to Brand's 4,120", "612,400 to 590,400 votes".
fn sides<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    const NEAR: usize = 5;
    line.slots.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let is_count = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && slot.figure().pair.is_none();
        let is_votes = one.unit() == Some("vote") || other.unit() == Some("vote");
        let is_joined = line.has_between(one.behind, other.begin, &["to", "against"]) && other.begin <= one.end + NEAR;
        let is_tie = is_count(one) && is_count(other) && is_votes && is_joined && one.figure().value > Decimal::ONE;
        is_tie.then_some((one, other))
    })
}
