//! The votes of candidates, told one after the other, against all votes or the majority: "elected with 412,866 votes. Ek
//! polled 351,662 and Lund 58,310. The three shared 822,838 valid votes", "held Brae with 1,204 votes. Ek came second with
//! 1,187. / A majority of 17".
//!
//! Small parties are often left out, so that a total above what is told must be a slip of it, or that of so many candidates.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{self, Bounds, Outcome};
use super::super::{Relation, RelationKind, solver};
use super::{Reach, is_plain, tie_near};
use crate::extract::FigureKind;
use crate::language::WordList;

/// A total or majority that is farther off is that of another vote.
const FAR: i64 = 2;

/// How many sentences back the candidates may be told of.
const BACK: usize = 4;

/// Fewer votes are cast in a room.
const LEAST: i64 = 50;

/// Verbs of what a candidate did, and places that one came in.
const POLLED: WordList = WordList::of(&[
    "polled",
    "polling",
    "took",
    "taking",
    "won",
    "winning",
    "got",
    "getting",
    "received",
    "receiving",
    "secured",
    "securing",
    "garnered",
    "scored",
    "managed",
    "had",
    "with",
    "second",
    "third",
    "fourth",
    "runner-up",
    "on",
]);

/// Words of votes that are no candidate's.
const OTHERS: WordList = WordList::of(&[
    "abstained",
    "electorate",
    "electors",
    "eligible",
    "invalid",
    "last",
    "list",
    "previous",
    "registered",
    "rejected",
    "round",
    "spoiled",
    "spoilt",
    "turnout",
    "years",
    "ago",
    "earlier",
]);

/// All votes or the majority in a sentence, against the candidates before it.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let is_stated = |slot: &&Slot<'_>| {
        let is_count = slot.kind() == FigureKind::Count && is_plain(slot);
        is_count && (is_total(line, slot) || is_votes(slot) && is_majority(line, slot))
    };
    let stated = line.slots.iter().find(is_stated)?;
    let near = reach.before.len().saturating_sub(BACK);
    let lines = reach.before[near..].iter().copied().chain([line]);
    let mut votes: Vec<&Slot<'_>> = Vec::new();
    for at in lines.filter(|at| !at.has_listed(at.first, at.end, &OTHERS)) {
        votes.extend(at.slots.iter().filter(|slot| slot.entry.claim < stated.entry.claim && is_candidates(at, slot)));
    }
    if votes.len() < 2 || !votes.iter().any(|slot| slot.unit() == Some("vote")) {
        return None;
    }
    if is_majority(line, stated) { majority(stated, votes) } else { total(line, stated, &votes) }
}

/// The lead of the first over the second.
fn majority(stated: &Slot<'_>, mut votes: Vec<&Slot<'_>>) -> Option<Relation> {
    votes.sort_by_key(|slot| std::cmp::Reverse(slot.figure().value));
    let (one, other) = (votes[0], votes[1]);
    let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
    (stated.figure().value < one.figure().value)
        .then(|| tie_near(RelationKind::Vote, stated, &[one, other], outcome, FAR))
        .flatten()
}

/// What all of them got.
fn total(line: &Line<'_>, stated: &Slot<'_>, votes: &[&Slot<'_>]) -> Option<Relation> {
    let sum = votes.iter().try_fold(Decimal::ZERO, |sum, slot| sum.checked_add(slot.figure().value))?;
    let value = stated.figure().value;
    let is_of_all = line.has_between(line.first, line.end, &["candidates", "between", "shared", "both"]);
    let is_slip = solver::is_digit_slip(sum, value);
    let is_larger = votes.iter().all(|slot| slot.figure().value < value);
    let outcome = Outcome { given: Bounds::exactly(sum), holds: sum == value };
    (3 <= votes.len() && is_larger && (outcome.holds || value < sum || is_of_all || is_slip))
        .then(|| tie_near(RelationKind::Sum, stated, votes, outcome, FAR))
        .flatten()
}

/// So many votes, with or without their noun.
fn is_votes(slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Count && is_plain(slot) && matches!(slot.unit(), None | Some("vote" | "ballot"))
}

/// "A total of 35,734 valid votes", "shared 822,838 votes", "In all, 35,734 votes were cast".
fn is_total(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    const TOTALS: &[&str] = &["total", "all", "altogether", "shared", "combined"];
    let first = slot.begin.saturating_sub(NEAR).max(line.first);
    let are_votes =
        slot.unit() == Some("vote") || line.has_between(slot.behind, slot.end + NEAR, &["votes", "ballots"]);
    are_votes
        && (line.has_between(first, slot.begin, TOTALS)
            || line.has_between(slot.end, slot.end + NEAR, &["cast", "all"]))
}

/// "A majority of 17", "by a margin of 1,330 votes", "her 17-vote majority".
fn is_majority(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NOUNS: &[&str] = &["majority", "margin"];
    // "Five years ago she had a majority of 93", "slashed a majority of 93": that of another vote.
    const OTHERS: &[&str] = &[
        "slashed",
        "cut",
        "reduced",
        "overturned",
        "defended",
        "defending",
        "ago",
        "last",
        "previous",
        "earlier",
        "then",
    ];
    let of = slot.begin.wrapping_sub(1);
    let is_of = line.words.is(of, "of") && line.words.is_any(of.wrapping_sub(1), NOUNS);
    let is_own = !line.has_between(line.first, slot.begin, OTHERS);
    is_own && (is_of || line.words.is_any(slot.end, NOUNS))
}

/// "Polled 351,662", "with 412,866 votes", "came second with 1,187".
fn is_candidates(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NEAR: usize = 4;
    let first = slot.begin.saturating_sub(NEAR).max(line.first);
    let is_gapped = line.slots.iter().any(|other| {
        other.behind <= slot.begin
            && slot.begin <= other.end + 3 * NEAR
            && line.has_between(other.end, slot.begin, &["and", ","])
    });
    is_votes(slot)
        && Decimal::from(LEAST) <= slot.figure().value
        && (slot.unit().is_some() || line.has_listed(first, slot.begin, &POLLED) || is_gapped)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(&format!("Brae news\n\n{text}"));
        [RelationKind::Vote, RelationKind::Sum]
            .iter()
            .any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn what_candidates_got_is_added_up_and_parted() {
        for (text, sound, broken) in [
            (
                "Ada Lund was elected with 412,866 votes. Jon Ek of the Mill party polled 351,662 and Bo Holm 58,310, she said. The three candidates shared # valid votes.",
                "822,838",
                "832,838",
            ),
            (
                "Ada Lund won Brae with 18,412 votes.\n\nHer rival, Jon Ek, took 14,207. Bo Holm came third with 3,115 votes.\n\nA total of # votes were cast.",
                "35,734",
                "38,734",
            ),
            (
                "Ada Lund held Brae with 1,204 votes.\n\nJon Ek came second with 1,187. A recount was held at two.\n\nLund said a majority of # was enough.",
                "17",
                "27",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn votes_of_others_are_left_alone() {
        for text in [
            "Ada Lund won Brae with 18,412 votes.\n\nHer rival, Jon Ek, took 14,207. Bo Holm came third with 3,115 votes.\n\nA total of 36,951 votes were cast.",
            "Ada Lund won Brae with 18,412 votes. Jon Ek took 14,207. Five years ago she had a majority of 2,100.",
            "Ada Lund won Brae with 18,412 votes. Jon Ek took 14,207. A majority of the 40 wards were hers.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
