//! "2,430 of the 5,400 electors voted, a turnout of 54%", "16,800 of them voted. The 33 percent turnout …": what part of
//! those who might vote came, beside how many did.

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::turnout::is_turnout;
use super::{Reach, is_plain, tie_near};
use crate::extract::FigureKind;

/// Words of those who might vote.
const ROLL: &[&str] = &["eligible", "electorate", "electors", "entitled", "register", "registered", "roll", "rolls"];

/// A turnout that is farther off is that of another vote.
const FAR: i64 = 2;

/// The turnout of a sentence that says, or the one before it does, how many of how many came.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const OTHER_TIMES: &[&str] = &["last", "previous", "earlier", "ago", "then"];
    let line = reach.line;
    let stated = line.slots.iter().find(|slot| is_plain(slot) && is_turnout(line, slot))?;
    // "At the last ballot turnout was 71%": of other votes.
    let is_other = line.has_between(line.first, stated.begin, OTHER_TIMES)
        || line.has_between(stated.end, stated.end + 3, &["last", "in", "at"]);
    let both = std::iter::once(line).chain(reach.last()).find_map(cast).or_else(|| on_the_roll(reach));
    let both = both.or_else(|| cast_next(reach));
    let (came, entitled) = both.filter(|_| !is_other)?;
    let outcome = quotient::percent_of(stated.bounds()?, came.bounds()?, entitled.bounds()?)?;
    tie_near(RelationKind::Share, stated, &[came, entitled], outcome, FAR)
}

/// "The 82,194 ballots cast amounted to a turnout of 62 percent", with "132,000 names on the roll" in a sentence near by.
fn on_the_roll<'l, 'a>(reach: Reach<'l, 'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    const BACK: usize = 3;
    const NEAR: usize = 5;
    let line = reach.line;
    let is_count = |slot: &&Slot<'_>| slot.kind() == FigureKind::Count && is_plain(slot);
    let is_cast = |slot: &&Slot<'_>| line.has_between(slot.behind, slot.behind + 4, &["cast", "voted", "polled"]);
    let came = line.slots.iter().filter(is_count).find(is_cast)?;
    let is_roll = |at: &Line<'_>, slot: &Slot<'_>| {
        let first = slot.begin.saturating_sub(NEAR).max(at.first);
        came.figure().value < slot.figure().value && at.has_between(first, slot.end + NEAR, ROLL)
    };
    let near = reach.near(BACK).chain(reach.next);
    let mut rolls = near.flat_map(|at| at.slots.iter().filter(is_count).filter(move |slot| is_roll(at, slot)));
    let entitled = rolls.next()?;
    rolls.all(|again| again.figure().value == entitled.figure().value).then_some((came, entitled))
}

/// "Turnout was 54.2 per cent. Of 61,000 registered voters, 29,400 cast a ballot": told in the next sentence.
fn cast_next<'l, 'a>(reach: Reach<'l, 'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    let (line, next) = (reach.line, reach.next?);
    let is_next = next.block <= line.block + 1 && line.slots.len() == 1;
    // "Of 61,000 registered voters in the capital": of some of those who might vote.
    let is_some = |(one, other): &(&Slot<'_>, &Slot<'_>)| {
        let (first, end) = (one.end.min(other.end), one.begin.max(other.begin));
        next.has_between(first, end, &["in", "at", "from", "aged", "who"])
    };
    let is_told = is_next && next.has_between(next.first, next.end, ROLL);
    cast(next).filter(|both| is_told && !is_some(both))
}

/// How many came, and of how many: the only two counts of a sentence that tells of votes.
fn cast<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    const CAME: &[&str] = &["voted", "vote", "votes", "ballot", "ballots", "polls", "polled"];
    const OF: &[&str] = &["of", "them", "whom"];
    const STANDING: &[&str] = &["represents", "represent", "representing", "employs", "belong"];
    let mut counts = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Count);
    let (one, other) = (counts.next()?, counts.next()?);
    let (came, entitled) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    // "Represents 610 of the 780 teachers, and 87% of those who voted": the next figure has the vote to itself.
    let next = line.slots.iter().find(|slot| other.end <= slot.begin).map_or(line.end, |next| next.begin);
    let is_told = line.has_between(line.first, next, CAME) && !line.has_between(line.first, other.begin, STANDING);
    // "2,430 of 5,400", "56,000 members, and 16,800 of them", "of the 5,400 electors 2,430"
    let is_part = line.has_between(came.end, (came.end + 4).min(line.end), OF)
        || line.words.is(entitled.begin.wrapping_sub(1), "of")
        || line.words.is(entitled.begin.wrapping_sub(2), "of");
    let is_alone = counts.next().is_none() && is_plain(came) && is_plain(entitled);
    (is_told && is_part && is_alone).then_some((came, entitled))
}
