//! How many took a side in a vote that the same words have told: "voted 5-4 to reject the merger, with four members backing
//! it", "approved the permit 6-3, with three voting no", "voted 8-3 for the plan. The three who opposed it".
//!
//! So many must be one of the two sides; which of them the words mean is not asked.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, thing};
use super::Reach;
use super::is_plain;
use crate::extract::FigureKind;
use crate::language::WordList;

/// Words of a vote.
const VOTES: WordList = WordList::of(&[
    "affirmed",
    "overturned",
    "struck",
    "upheld",
    "approve",
    "approved",
    "approving",
    "backed",
    "passed",
    "reject",
    "rejected",
    "ruled",
    "ruling",
    "vote",
    "voted",
    "votes",
    "voting",
]);

/// What somebody does who takes a side.
const SIDES: WordList = WordList::of(&[
    "against",
    "backed",
    "backing",
    "dissent",
    "dissented",
    "dissenters",
    "dissenting",
    "favour",
    "favor",
    "favoured",
    "favored",
    "favouring",
    "favoring",
    "objecting",
    "opposed",
    "opposing",
    "supported",
    "supporting",
    "voted",
    "voting",
]);

/// Words by which those who took a side are some of it, or did so at another time.
const OPEN: WordList = WordList::of(&[
    "also",
    "among",
    "both",
    "earlier",
    "first",
    "including",
    "initially",
    "last",
    "later",
    "least",
    "needed",
    "previous",
    "required",
    "other",
    "others",
    "than",
    "two-thirds",
    "would",
]);

/// Who votes, beside people.
const VOTERS: &[&str] =
    &["alderman", "bishop", "commissioner", "governor", "judge", "juror", "justice", "supervisor", "trustee"];

/// More votes than this are not cast round a table.
const MOST: i64 = 40;

/// How many words may stand between the count and what they did: "four of the members voting".
const NEAR: usize = 5;

/// The count of one side, in the sentence of the vote or in the next.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if !reach.has_score() || !line.has_listed(line.first, line.end, &SIDES) {
        return None;
    }
    let stated = line.slots.iter().find(|slot| takes_side(line, slot))?;
    let vote = vote(line).filter(|vote| vote.end <= stated.begin).or_else(|| {
        let last = reach.previous().filter(|last| last.block == line.block)?;
        vote(last).filter(|_| opens(line, stated))
    })?;
    if line.has_listed(line.first, line.end, &OPEN) {
        return None;
    }
    let (one, other) = vote.figure().pair?;
    let value = stated.figure().value;
    let nearest = if (value - one).abs() <= (value - other).abs() { one } else { other };
    // Whoever dissents is of the smaller side.
    let dissents = line.has_between(line.first, line.end, &["dissent", "dissented", "dissenters", "dissenting"]);
    let side = if dissents { one.min(other) } else { nearest };
    let outcome = Outcome { given: Bounds::exactly(side), holds: value == side };
    let votes = one.checked_add(other)?;
    // Of many who took a side, some are told of for what they are: only a vote round a table is told in full.
    let is_small = votes <= Decimal::from(MOST) && value <= votes;
    // What is stated is a side of the vote, and no margin.
    is_small.then(|| Relation { complete: false, ..tie(RelationKind::Vote, stated, &[vote], None, outcome) })
}

/// The only vote of a sentence.
fn vote<'l, 'a>(line: &'l Line<'a>) -> Option<&'l Slot<'a>> {
    let mut scores = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Score);
    let vote = scores.next().filter(|_| scores.next().is_none())?;
    line.has_listed(line.first, line.end, &VOTES).then_some(vote)
}

/// "With four members backing it", "the three who opposed it", "three voting no".
fn takes_side(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let is_voter = slot.unit().is_none_or(|unit| thing::is_person(unit) || VOTERS.contains(&unit));
    let is_led =
        line.words.is_any(slot.begin.wrapping_sub(1), &["with", "the", ",", "and", "but"]) || slot.begin == line.first;
    let end = slot.past();
    let verb = (slot.behind..end + NEAR).find(|&at| line.words.is_listed(at, &SIDES));
    let is_near = verb.is_some_and(|verb| {
        // "Voting against their own party": some of those who did.
        !line.has_between(slot.behind, verb, &[",", "and", "of", "to", "from", "had"])
            && !line.has_between(verb, verb + 4, &["own", "their", "line", "on", "over"])
    });
    slot.kind() == FigureKind::Count && is_plain(slot) && is_voter && is_led && is_near
}

/// Whether the sentence begins with those of the vote: "The three who".
fn opens(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    slot.begin == line.first + 1 && line.words.is(line.first, "the")
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Vote).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_side_is_one_of_the_vote() {
        for (text, sound, broken) in [
            ("The board voted 5-4 on Tuesday to reject the merger, with # members backing it.", "four", "seven"),
            ("The panel approved the permit 6-3, with # voting no.", "three", "four"),
            ("Councillors voted 8-3 for the plan. The # who opposed it asked for a recount.", "three", "five"),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn some_of_a_side_are_left_alone() {
        for text in [
            "The board voted 5-4 to reject the merger, with two of the members backing it from the chair.",
            "The board voted 5-4 to reject the merger. Two members also opposed it in May.",
            "The Hawks won 5-4. The two who backed Lund left.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
