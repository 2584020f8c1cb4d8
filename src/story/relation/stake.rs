//! Stakes: a holding raised from so many shares to so many, and further down how many were bought.
//!
//! A filing is reported in this order: the holding first, with both ends, then the deals that led from one to the other.

use super::line::{self, Line, Slot, tie};
use super::quotient;
use super::{ClaimId, Entry, Relation, RelationKind, Story};

/// How many sentences behind the holding its deals are told.
const REACH: usize = 3;

const BOUGHT: &[&str] = &["bought", "acquired", "purchased", "buying", "purchase", "purchasing", "acquiring"];
const SOLD: &[&str] = &["sold", "selling", "disposed"];

/// The deals that the figures of a holding let a reader check; `relations` are those of the story's changes.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], relations: &[Relation]) -> Vec<Relation> {
    let moves = relations.iter().filter(|relation| relation.kind == RelationKind::Direction && relation.holds);
    let moves: Vec<&Relation> = moves.filter(|change| counts_shares(story, change.stated)).collect();
    // Few stories have one, and none has to be read word by word for what it has not.
    let lines = if moves.is_empty() { Vec::new() } else { line::lines(story, entries) };
    moves.into_iter().filter_map(|change| settle(&lines, change)).collect()
}

fn counts_shares(story: &Story, claim: ClaimId) -> bool {
    let unit = story.figure_of(claim).and_then(|figure| figure.unit.as_ref());
    unit.is_some_and(|unit| unit.head == "share")
}

fn settle(lines: &[Line<'_>], change: &Relation) -> Option<Relation> {
    let number = lines.partition_point(|line| line.slots.last().is_some_and(|slot| slot.entry.claim < change.stated));
    let line = lines.get(number)?;
    let slot_of = |claim| line.slots.iter().find(|slot| slot.entry.claim == claim);
    let (to, from) = (slot_of(change.stated)?, slot_of(*change.operands.first()?)?);
    let is_stake =
        to.unit() == Some("share") && line.has_between(line.first, to.begin, &["stake", "holding", "holdings"]);
    let behind = lines.get(number + 1..lines.len().min(number + 1 + REACH))?;
    let (deal_line, deal) = behind.iter().find_map(|line| Some((line, deal(line)?))).filter(|_| is_stake)?;
    let is_raised = from.figure().value < to.figure().value;
    let verbs = if is_raised { BOUGHT } else { SOLD };
    let others = if is_raised { SOLD } else { BOUGHT };
    let is_deal = deal_line.has_between(deal_line.first, deal.begin, verbs)
        && !behind.iter().any(|line| line.has_between(line.first, line.end, others));
    let outcome = quotient::difference(deal.bounds()?, from.bounds()?, to.bounds()?).filter(|_| is_deal)?;
    Some(tie(RelationKind::Difference, deal, &[from, to], None, outcome))
}

/// The one number of shares that a sentence speaks of.
fn deal<'l, 'a>(line: &'l Line<'a>) -> Option<&'l Slot<'a>> {
    let is_price = |slot: &&Slot<'_>| slot.unit() == Some("share") && slot.figure().pair.is_none();
    let mut deals = line.slots.iter().filter(is_price);
    deals.next().filter(|_| deals.next().is_none())
}
