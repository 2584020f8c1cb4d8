//! "Reyes leads by nine points … 48 percent back Reyes and 41 percent Stoddard": a lead in one sentence, the shares in
//! the next.

use super::super::line::{Line, Slot};
use super::super::{Relation, RelationKind, quotient};
use super::{Reach, share_words, tie_near};
use crate::extract::FigureKind;

/// A lead that is farther off is that of another question.
const FAR: i64 = 3;

/// Words that say that a lead or the shares are of some voters, or of another time.
const OTHERS: &[&str] = &[
    "among",
    "women",
    "men",
    "younger",
    "older",
    "last",
    "previous",
    "earlier",
    "had",
    "average",
    "september",
    "under",
    "aged",
    "from",
    "error",
    "turnout",
    "if",
    "would",
];

/// The lead of a sentence whose shares stand in the one behind it, or before.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let number = (0..line.slots.len()).find(|&number| is_lead(line, number))?;
    let stated = &line.slots[number];
    let is_plain = |line: &Line<'_>| !line.has_between(line.first, line.end, OTHERS);
    let is_only = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Points).count() == 1;
    if !is_plain(line) || !is_only || shares(line).is_some() {
        return None;
    }
    let beside = [reach.next, reach.last()].into_iter().flatten();
    let is_theirs = line.words.is_any(line.first, &["her", "his", "its", "their", "the", "that"]);
    let mut told = beside.filter(|other| is_plain(other) && (is_theirs || 0 < share_words(reach.story, line, other)));
    let (one, other) = told.find_map(shares)?;
    let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
    tie_near(RelationKind::Difference, stated, &[one, other], outcome, FAR)
}

/// "Leads by nine points", "a nine-point lead", "nine points ahead", "a lead of nine points".
fn is_lead(line: &Line<'_>, number: usize) -> bool {
    const LEADS: &[&str] = &["leads", "lead", "leading", "ahead"];
    let slot = &line.slots[number];
    if slot.kind() != FigureKind::Points && slot.unit() != Some("point") {
        return false;
    }
    let is_by = line.words.is_any(slot.begin.wrapping_sub(1), &["by", "of"]);
    let before = line.has_between(slot.begin.saturating_sub(8).max(line.first), slot.begin, LEADS) && is_by;
    let behind = (slot.behind..slot.end + 2).any(|at| line.words.is_any(at, LEADS));
    before || behind
}

/// The shares of the first two sides of a poll.
fn shares<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    let mut shares = line.slots.iter().filter(|slot| slot.is_percent() && slot.figure().pair.is_none());
    let first = shares.next()?;
    // "Puts her on 46 percent and him on 41": the second leaves out its sign.
    let is_bare = |slot: &&Slot<'_>| {
        slot.kind() == FigureKind::Count
            && slot.unit().is_none()
            && slot.figure().value < 100.into()
            && slot.figure().pair.is_none()
    };
    let next = line.slots.iter().filter(|slot| first.end <= slot.begin && slot.begin <= first.end + 5).find(is_bare);
    Some((first, shares.next().or(next)?))
}
