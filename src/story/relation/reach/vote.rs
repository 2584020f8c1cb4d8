//! "He won by 12,000 votes … by 612,400 votes to 590,400": a margin in one sentence, the votes in the one beside it.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{self, Bounds, Outcome};
use super::super::{Relation, RelationKind, solver};
use super::{Reach, is_then, is_then_by_year, tie_near};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// A margin that is farther off is that of another vote.
const FAR: i64 = 4;

/// The margins of a sentence whose votes stand beside it.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    margin(reach)
        .or_else(|| before_sides(reach.line))
        .or_else(|| ahead(reach))
        .or_else(|| all_voted(reach))
        .or_else(|| all_of_them(reach.line))
}

/// "Led by 412 votes, with 18,306 to 17,984 for Di Prosser": the margin first, and behind it the votes without their noun.
fn before_sides(line: &Line<'_>) -> Option<Relation> {
    const NEAR: usize = 6;
    line.slots.windows(2).find_map(|slots| {
        let [stated, votes] = slots else { return None };
        let (one, other) = votes.figure().pair.filter(|_| votes.kind() == FigureKind::Score)?;
        let by = stated.begin.wrapping_sub(1);
        let is_margin = stated.unit() == Some("vote")
            && line.words.is_any(by, &["by", "of"])
            && stated.figure().pair.is_none()
            && stated.figure().modifier == Modifier::Plain;
        let end = stated.past();
        let is_told =
            votes.begin <= end + NEAR && line.has_between(end, votes.begin, &["with", ":", "(", "polling", "taking"]);
        if !is_margin || !is_told || one.min(other) <= Decimal::ONE_HUNDRED {
            return None;
        }
        let outcome = quotient::difference(stated.bounds()?, Bounds::exactly(one), Bounds::exactly(other))?;
        tie_near(RelationKind::Vote, stated, &[votes], outcome, FAR)
    })
}

/// "Carried by 14 votes to 11. All 25 councillors voted."
fn all_voted(reach: Reach<'_, '_>) -> Option<Relation> {
    const VOTED: &[&str] = &["voted", "present", "vote", "took", "taking", "attended"];
    let (line, last) = (reach.line, reach.last()?);
    let stated = line.slots.first().filter(|slot| slot.begin == line.first + 1 && line.words.is(line.first, "all"))?;
    let is_all =
        stated.kind() == FigureKind::Count && line.has_between(stated.end, line.end, VOTED) && line.slots.len() == 1;
    // "A 24-storey tower …, by 21 votes to 20": what stands before the first side is no vote.
    let first = sides(last).map_or(last.first, |(one, _)| one.begin);
    let is_side =
        |slot: &&Slot<'_>| first <= slot.begin && matches!(slot.kind(), FigureKind::Count | FigureKind::Score);
    let votes: Vec<&Slot<'_>> = last.slots.iter().filter(is_side).collect();
    let is_vote = last.has_between(last.first, last.end, &["votes", "voted", "vote"])
        && (sides(last).is_some() || votes.first().is_some_and(|slot| slot.kind() == FigureKind::Score));
    if !is_all || !is_vote || 4 < votes.len() {
        return None;
    }
    let cast = votes.iter().try_fold(Decimal::ZERO, |sum, slot| sum.checked_add(solver::amount(slot.figure())))?;
    let outcome = Outcome { given: Bounds::exactly(cast), holds: cast == stated.figure().value };
    tie_near(RelationKind::Sum, stated, &votes, outcome, 2)
}

/// "All nine commissioners voted on the plan, which passed 6-4": in one sentence with the vote.
fn all_of_them(line: &Line<'_>) -> Option<Relation> {
    const MEMBERS: &[&str] = &[
        "member",
        "councillor",
        "councilor",
        "commissioner",
        "judge",
        "justice",
        "trustee",
        "senator",
        "director",
        "delegate",
        "lawmaker",
        "supervisor",
        "alderman",
        "governor",
        "juror",
        "councilmember",
        "legislator",
        "board",
        "panelist",
        "mp",
    ];
    if let Some(found) = all_took_part(line, MEMBERS) {
        return Some(found);
    }
    let [stated, vote] = &line.slots[..] else { return None };
    let (one, other) = vote.figure().pair.filter(|_| vote.kind() == FigureKind::Score)?;
    let words = line.words;
    let is_all = words.is(stated.begin.wrapping_sub(1), "all")
        || words.is_any(stated.begin.wrapping_sub(1), &["the", "its"]) && words.is(stated.begin.wrapping_sub(2), "all")
        || line.has_between(stated.end, line.end, &["present"]) && line.has_between(line.first, stated.begin, &["all"]);
    let is_member = stated.kind() == FigureKind::Count
        && stated.figure().pair.is_none()
        && stated.unit().is_some_and(|unit| MEMBERS.contains(&unit) || super::super::thing::is_person(unit));
    let is_cast = line.has_between(stated.end, vote.begin, &["voted", "vote", "voting", "present", "ballots"]);
    let lost = [
        "abstained",
        "abstaining",
        "abstention",
        "abstentions",
        "recused",
        "absent",
        "first",
        "round",
        "but",
        "except",
    ];
    if !is_all || !is_member || !is_cast || line.has_between(line.first, line.end, &lost) {
        return None;
    }
    let cast = one.checked_add(other)?;
    let outcome = Outcome { given: Bounds::exactly(cast), holds: cast == stated.figure().value };
    tie_near(RelationKind::Sum, stated, &[vote], outcome, 2)
}

/// "Carried by nine votes to six, all 15 members of the council taking part": sides and abstentions, and all who voted.
fn all_took_part(line: &Line<'_>, members: &[&str]) -> Option<Relation> {
    let words = line.words;
    let (one, other) = sides(line)?;
    let stated = line.slots.iter().find(|slot| {
        let is_member = slot.unit().is_some_and(|unit| members.contains(&unit));
        is_member && slot.kind() == FigureKind::Count && words.is(slot.begin.wrapping_sub(1), "all")
    })?;
    let is_abstention = |slot: &&Slot<'_>| slot.unit().is_some_and(|unit| unit.starts_with("abstention"));
    let votes: Vec<&Slot<'_>> = [one, other].into_iter().chain(line.slots.iter().filter(is_abstention)).collect();
    let took = ["taking", "took", "voting", "voted", "present", "attending"];
    let is_told = line.has_between(stated.end, line.end, &took) && votes.len() + 1 == line.slots.len();
    if !is_told || line.has_between(line.first, line.end, &["one", "absent", "first", "round"]) {
        return None;
    }
    let cast = votes.iter().try_fold(Decimal::ZERO, |sum, slot| sum.checked_add(slot.figure().value))?;
    let outcome = Outcome { given: Bounds::exactly(cast), holds: cast == stated.figure().value };
    tie_near(RelationKind::Sum, stated, &votes, outcome, 2)
}

fn margin(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let stated = line.slots.iter().find(|slot| is_margin(line, slot))?;
    if sides(line).is_some() {
        return None;
    }
    if let Some((one, other)) = polled(line, stated) {
        let outcome = quotient::difference(rounded(stated)?, one.bounds()?, other.bounds()?)?;
        return tie_near(RelationKind::Vote, stated, &[one, other], outcome, FAR);
    }
    // "He won by 12,000 votes in 2018. This time …": another vote, unless the sentence says that it is that one.
    // A majority is of votes that stand near; "won by 12,000" may be of any.
    let is_majority = line.has_between(stated.begin.saturating_sub(4).max(line.first), stated.end + 2, &["majority"]);
    let next = reach.next.filter(|next| next.block == line.block || is_majority);
    let is_other_time = |other: &Line<'_>| {
        let takes_up = other.has_between(other.first, other.end, &["that"]);
        (is_then(line, stated) != other.slots.iter().any(|slot| is_then(other, slot))) && !takes_up
            || other.words.run_is(other.first, &["this", "time"])
    };
    let next = next.filter(|next| !is_other_time(next));
    let sides = [next, reach.last().filter(|last| !is_other_time(last))]
        .into_iter()
        .flatten()
        .find_map(|other| sides(other).or_else(|| polled(other, stated)));
    let Some((one, other)) = sides else { return of_score(reach, stated) };
    let outcome = quotient::difference(rounded(stated)?, one.bounds()?, other.bounds()?)?;
    tie_near(RelationKind::Vote, stated, &[one, other], outcome, FAR)
}

/// "The House voted 58-41 … The margin of 19": the only vote told so far.
fn of_score(reach: Reach<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    const NEAR: usize = 3;
    let line = reach.line;
    let first = stated.begin.saturating_sub(NEAR).max(line.first);
    let is_known = (first..stated.begin)
        .any(|at| line.words.is_any(at, &["the", "that", "its"]) && line.words.is_any(at + 1, &["margin", "majority"]));
    let is_score = |slot: &&Slot<'_>| slot.kind() == FigureKind::Score && slot.figure().pair.is_some();
    let mut scores = reach.before.iter().flat_map(|at| at.slots.iter().filter(is_score).map(move |slot| (at, slot)));
    let (at, score) = scores.next().filter(|_| scores.next().is_none() && is_known)?;
    let is_vote = at.has_between(at.first, at.end, &["voted", "vote", "votes", "passed", "approved", "rejected"]);
    let (one, other) =
        score.figure().pair.filter(|_| is_vote && (!is_then(line, stated) || is_then_by_year(line, stated)))?;
    let outcome = quotient::difference(rounded(stated)?, Bounds::exactly(one), Bounds::exactly(other))?;
    tie_near(RelationKind::Vote, stated, &[score], outcome, FAR)
}

/// "Moss had 21,400 votes, Brand 19,650 and Ek 8,950. That put Moss ahead by 1,450": who is first of three or more.
fn ahead(reach: Reach<'_, '_>) -> Option<Relation> {
    const OTHERS: &[&str] = &["seats", "turnout", "from", "than", "registered", "points", "per"];
    let (line, last) = (reach.line, reach.last().filter(|last| last.block == reach.line.block)?);
    let [stated] = &line.slots[..] else { return None };
    let by = stated.begin.wrapping_sub(1);
    let is_ahead = line.words.is(by, "by") && line.words.is(by.wrapping_sub(1), "ahead")
        || line.words.is(by, "of") && line.words.is(by.wrapping_sub(1), "lead");
    if !is_ahead {
        return None;
    }
    let is_count = |slot: &Slot<'_>| {
        slot.kind() == FigureKind::Count
            && slot.figure().pair.is_none()
            && slot.figure().modifier == Modifier::Plain
            && slot.unit().is_none_or(|unit| unit == "vote" || unit.starts_with(char::is_uppercase))
    };
    let is_vote = last.has_between(last.first, last.end, &["votes", "vote", "ballots", "polled"])
        && !last.has_between(last.first, last.end, OTHERS);
    // "At the last election she was ahead by 1,450": of another vote.
    let is_other_time = line.has_between(
        line.first,
        line.end,
        &["last", "previous", "previously", "earlier", "ago", "before", "until", "once", "poll", "polls"],
    );
    if !is_count(stated) || !is_vote || is_other_time || is_then(line, stated) {
        return None;
    }
    // "Out of 50,000 ballots": all of them.
    let is_of_all = |slot: &Slot<'_>| last.words.is(slot.begin.wrapping_sub(1), "of");
    let polls: Vec<&Slot<'_>> = last.slots.iter().filter(|slot| !is_of_all(slot)).collect();
    let is_falling = polls.is_sorted_by(|one, other| one.figure().value > other.figure().value);
    let [one, other, _, ..] = polls[..] else { return None };
    if !is_falling || !polls.iter().all(|slot| is_count(slot)) {
        return None;
    }
    let outcome = quotient::difference(rounded(stated)?, one.bounds()?, other.bounds()?)?;
    tie_near(RelationKind::Vote, stated, &[one, other], outcome, FAR)
}

/// "Won by 12,000 votes", "a majority of 9", "a margin of 14 votes".
fn is_margin(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NOUNS: &[&str] = &["majority", "margin", "lead"];
    const WON: WordList = WordList::of(&[
        "won",
        "lost",
        "beat",
        "defeated",
        "carried",
        "passed",
        "beating",
        "defeating",
        "held",
        "holds",
        "retained",
        "kept",
        "took",
        "elected",
        "re-elected",
        "defended",
        "ousted",
        "unseated",
        "prevailed",
        "edged",
    ]);
    if slot.kind() != FigureKind::Count || slot.figure().pair.is_some() {
        return false;
    }
    let of = slot.begin.wrapping_sub(1);
    let is_by = line.words.is_any(of, &["by", "of", "was", "is", ":"]);
    let is_named = line.has_between(of.saturating_sub(3).max(line.first), of, NOUNS)
        || line.has_listed(of.saturating_sub(6).max(line.first), of, &WON);
    let near = |by: usize| of.saturating_sub(by).max(line.first);
    let is_bare = slot.unit().is_none()
        && (line.has_between(near(3), of, NOUNS) || line.has_between(near(14), of, &["beating", "defeating"]));
    let is_votes = slot.unit() == Some("vote") || is_bare;
    // "Stayed Centre by 211 votes"
    let is_own = line.words.is(of, "by") && slot.unit() == Some("vote");
    // "A 345-vote majority"
    let is_head =
        (slot.behind..slot.end + 2).any(|at| line.words.is_any(at, NOUNS)) && line.words.is_hyphen(slot.behind);
    is_by && is_named && is_votes || is_own || is_head
}

/// The only two counts of votes in a sentence that tells who polled how many: "polled 1,847 votes in the by-election to
/// 1,502 for the Conservative", "held the seat with 2,140 votes, ahead of Labour's Ian Cole on 1,987".
fn polled<'l, 'a>(line: &'l Line<'a>, margin: &Slot<'_>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    const VOTES: &[&str] = &["votes", "vote", "polled", "polling", "ballots", "result", "returning", "declared"];
    const OTHERS: &[&str] = &["seats", "turnout", "from", "total", "than", "electorate", "registered", "times"];
    let is_votes = |slot: &&Slot<'_>| {
        let is_own = slot.entry.claim == margin.entry.claim;
        // "The 8,880 of Ron Speight": whose they are.
        let is_unit =
            slot.unit().is_none_or(|unit| matches!(unit, "vote" | "ballot") || unit.starts_with(char::is_uppercase));
        !is_own && is_unit && slot.kind() == FigureKind::Count && slot.figure().pair.is_none()
    };
    let counts: Vec<&Slot<'_>> = line.slots.iter().filter(is_votes).collect();
    let [one, other] = counts[..] else { return None };
    let least = Decimal::from(20);
    let is_many = |slot: &Slot<'_>| least <= slot.figure().value && slot.figure().modifier == Modifier::Plain;
    let is_told = line.has_between(line.first, line.end, VOTES) && !line.has_between(line.first, line.end, OTHERS);
    // "1,847 votes in 2021 and 2,105 this time"
    let is_dated = (one.end..line.end).any(|at| {
        line.words.is_any(at, &["in", "since"])
            && line.words.written(at + 1).len() == 4
            && line.words.written(at + 1).parse::<u32>().is_ok()
    });
    let is_one_time = !is_dated
        && !line.has_between(
            one.end,
            other.end + 6,
            &["last", "previous", "previously", "earlier", "ago", "before", "then"],
        );
    (is_told && is_many(one) && is_many(other) && is_one_time && one.is_like(other)).then_some((one, other))
}

/// What a margin in round thousands stands for.
fn rounded(slot: &Slot<'_>) -> Option<Bounds> {
    let figure = slot.figure();
    let half = solver::rounded(figure).filter(|_| figure.modifier == Modifier::Plain);
    match half {
        Some(interval) => Some(Bounds::new(interval.low?, figure.value, interval.high?)),
        None => slot.bounds(),
    }
}

/// "Tull took 5,210 votes and Rowe 4,870".
fn is_gapped(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    let and = one.end;
    line.words.is(and, "and") && line.words.is_capitalized(and + 1) && other.begin <= and + 4
}

/// "612,400 votes to 590,400", "4,880 votes to Brand's 4,120", "612,400 to 590,400 votes".
pub(in crate::story::relation) fn sides<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    const NEAR: usize = 5;
    line.slots.windows(2).find_map(|pair| {
        let [one, other] = pair else { return None };
        let is_count = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && slot.figure().pair.is_none();
        let is_votes = one.unit() == Some("vote") || other.unit() == Some("vote");
        let is_near = other.begin <= one.end + NEAR;
        let may_tie = is_votes && is_near && is_count(one) && is_count(other) && one.figure().value > Decimal::ONE;
        let is_joined = || line.has_between(one.behind, other.begin, &["to", "against"]) || is_gapped(line, one, other);
        (may_tie && is_joined()).then_some((one, other))
    })
}
