//! "Members backed a strike by 3,120 votes to 780 … Turnout was 65% of the 6,040 who were sent ballot papers": all the votes
//! cast are what the turnout says of those who might vote.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind, solver};
use super::vote::sides;
use super::{Reach, tie_near};
use crate::extract::{FigureKind, Modifier};

/// A turnout that is farther off is that of another vote.
const FAR: i64 = 2;

/// The turnout of a sentence whose votes stand in it or before.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    // "At the last ballot turnout was 71%": of other votes.
    let is_other_time = || line.has_between(line.first, line.end, &["last", "previous", "earlier", "ago", "since"]);
    let stated = line.slots.iter().find(|slot| is_turnout(line, slot)).filter(|_| !is_other_time())?;
    let (ballot, votes) =
        std::iter::once(line).chain(reach.last()).find_map(|line| Some((line, votes_for_and_against(line)?)))?;
    let whole = of_the_entitled(line, stated).or_else(|| {
        let mut entitled = reach.near(2).flat_map(entitled);
        entitled.next().filter(|_| entitled.next().is_none())
    })?;
    // Whoever else is counted beside the two sides may have voted, too.
    let is_other = |slot: &&Slot<'_>| {
        let is_own = [stated, whole].iter().chain(&votes).any(|own| own.entry.claim == slot.entry.claim);
        slot.kind() == FigureKind::Count && !is_own
    };
    let cast = votes.iter().try_fold(Decimal::ZERO, |sum, slot| sum.checked_add(solver::amount(slot.figure())))?;
    let is_sound = cast < whole.figure().value && !ballot.slots.iter().any(|slot| is_other(&slot));
    // Spoilt papers are turned in as well.
    let with_spoilt = cast.checked_mul(Decimal::new(102, 2))?;
    let bounds = Bounds::new(cast, cast, with_spoilt);
    let outcome = quotient::percent_of(stated.bounds()?, bounds, whole.bounds()?).filter(|_| is_sound)?;
    let operands: Vec<&Slot<'_>> = votes.into_iter().chain([whole]).collect();
    tie_near(RelationKind::Share, stated, &operands, outcome, FAR)
}

/// "Turnout, it said, was 71%", "on a 71% turnout".
pub(super) fn is_turnout(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NEAR: usize = 8;
    if !slot.is_percent() || slot.figure().pair.is_some() {
        return false;
    }
    let before = slot.begin.saturating_sub(NEAR).max(line.first);
    let is_between = |other: &Slot<'_>| before <= other.begin && other.end <= slot.begin;
    let is_led = (before..slot.begin).any(|at| {
        line.words.is(at, "turnout") && !line.slots.iter().any(|other| is_between(other) && at < other.begin)
    });
    let is_behind = line.words.is(slot.behind, "turnout");
    // "Turnout was up 4%"
    let is_change =
        || (before..slot.begin).any(|at| line.way(at).is_some()) || line.has_between(before, slot.end + 3, &["than"]);
    (is_led || is_behind) && !is_change()
}

/// The votes for and against a motion, which are all there are; candidates are often more than two.
fn votes_for_and_against<'l, 'a>(line: &'l Line<'a>) -> Option<Vec<&'l Slot<'a>>> {
    const MOTIONS: &[&str] = &[
        "backed",
        "approved",
        "rejected",
        "ratified",
        "endorsed",
        "accepted",
        "voted",
        "passed",
        "carried",
        "defeated",
        "supported",
        "back",
        "backing",
        "approving",
        "rejecting",
        "voting",
    ];
    const OTHERS: &[&str] = &[
        "candidate",
        "candidates",
        "election",
        "by-election",
        "seat",
        "mayor",
        "president",
        "rival",
        "beat",
        "elected",
        "polled",
        "constituency",
        "abstained",
        "abstentions",
        "abstaining",
        "spoilt",
        "spoiled",
        "blank",
        "undecided",
        "shareholders",
        "shares",
        "mps",
        "lawmakers",
        "senators",
        "councillors",
        "delegates",
    ];
    if !line.has_between(line.first, line.end, MOTIONS) || line.has_between(line.first, line.end, OTHERS) {
        return None;
    }
    if let Some((one, other)) = sides(line) {
        return Some(vec![one, other]);
    }
    let mut scores = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Score && slot.figure().pair.is_some());
    let is_many = |slot: &&Slot<'_>| Decimal::ONE_HUNDRED < solver::amount(slot.figure());
    scores.next().filter(is_many).filter(|_| scores.next().is_none()).map(|score| vec![score])
}

fn is_whole(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    figure.kind == FigureKind::Count
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
}

/// "71% of the 6,040 who were sent ballot papers", "65% among its 6,040 members".
fn of_the_entitled<'l, 'a>(line: &'l Line<'a>, stated: &Slot<'_>) -> Option<&'l Slot<'a>> {
    const NEAR: usize = 5;
    let of = stated.behind + usize::from(line.words.is(stated.behind, "turnout"));
    let whole = line.slots.iter().find(|slot| stated.end <= slot.begin && is_whole(slot))?;
    let is_of = line.words.is_any(of, &["of", "among"]) && whole.begin <= of + NEAR;
    (is_of && !line.has_between(of, whole.begin, &[",", "in", "and", "who"])).then_some(whole)
}

/// The counts of a sentence that say who might vote: "6,040 were entitled to vote", "balloted 6,040 members".
fn entitled<'l, 'a>(line: &'l Line<'a>) -> impl Iterator<Item = &'l Slot<'a>> {
    const ENTITLED: &[&str] = &["entitled", "eligible", "balloted", "registered", "electorate"];
    const NEAR: usize = 5;
    line.slots.iter().filter(move |slot| {
        let first = slot.begin.saturating_sub(NEAR).max(line.first);
        is_whole(slot) && line.has_between(first, slot.end + NEAR, ENTITLED)
    })
}
