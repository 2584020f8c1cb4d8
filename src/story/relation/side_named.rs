//! The names of those who took the losing side, against the votes that it has: "voted 9-4, with Councillors Ames, Birch and
//! Cole against", "passed it 5-2. Commissioners Lund and Holm voted no".
//!
//! Which side they took is not asked: there must be as many names as one of the two has votes.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::items::{Items, end_of_names, read_items};
use super::line::{Line, Slot, tie};
use super::quotient::{Bounds, Outcome};
use super::{Relation, RelationKind};
use crate::extract::FigureKind;
use crate::language::WordList;

/// More votes than this are not cast round a table.
const MOST: usize = 25;

/// What those do who are named: all of them, where a vote round a table is told.
const SIDES: WordList = WordList::of(&["against", "dissented", "dissenting", "objecting", "opposed", "opposing", "no"]);

/// Words by which those who are named are some of a side, or of another vote.
const OPEN: WordList = WordList::of(&[
    "among",
    "also",
    "both",
    "earlier",
    "first",
    "including",
    "initially",
    "later",
    "like",
    "others",
    "previous",
    "previously",
    "such",
]);

/// The vote whose losing side is named with more names or fewer than it has votes.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let vote = only_vote(line)?;
    let (one, other) = vote.figure().pair?;
    let (one, other) = (one.to_usize()?, other.to_usize()?);
    let names = named_behind(line, vote.end).or_else(|| names_at(line, line.end))?;
    let fits = |side: usize| (names.low..=names.high).contains(&side);
    let side = one.min(other);
    let is_sound = one + other <= MOST && 0 < side && names.high.abs_diff(side) <= 3;
    let outcome = Outcome { given: Bounds::exactly(Decimal::from(names.high)), holds: fits(one) || fits(other) };
    let beside = names.at.iter().map(|item| line.span(item.start, item.end)).collect();
    let relation = tie(RelationKind::Vote, vote, &[vote], None, outcome);
    (is_sound && !outcome.holds).then_some(Relation { complete: false, beside, ..relation })
}

/// The only score of a sentence that tells of a vote.
fn only_vote<'l, 'a>(line: &'l Line<'a>) -> Option<&'l Slot<'a>> {
    const VOTES: WordList = WordList::of(&[
        "approve", "approved", "backed", "carried", "passed", "reject", "rejected", "ruled", "vote", "voted", "votes",
    ]);
    let mut scores = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Score);
    let vote = scores.next().filter(|_| scores.next().is_none())?;
    line.has_listed(line.first, line.end, &VOTES).then_some(vote)
}

/// "With Councillors Ames, Birch and Cole against": the names behind the vote.
fn named_behind(line: &Line<'_>, from: usize) -> Option<Items> {
    let words = line.words;
    let with = (from..line.end).find(|&at| words.is(at, "with") || words.is_any(at, &[";", "–", "—"]))?;
    names_at(line, with + 1)
}

/// How many words further on the names must end.
const LONGEST: usize = 40;

/// The names at `at`, in the sentence of the vote or at the head of the next, whose bearers took a side.
fn names_at(line: &Line<'_>, at: usize) -> Option<Items> {
    const TITLES: &[&str] = &[
        "board",
        "city",
        "commission",
        "commissioners",
        "council",
        "councillors",
        "councilors",
        "councilmembers",
        "directors",
        "judges",
        "justices",
        "lawmakers",
        "members",
        "supervisors",
        "the",
        "trustees",
    ];
    let words = line.words;
    let limit = if at < line.end { line.end } else { words.tokens.len().min(at + LONGEST) };
    let first =
        (at..at + 4).find(|&at| !words.is_any(at, TITLES) || words.is_capitalized(at) && !words.is(at, "the"))?;
    let end = end_of_names(words, first, limit)?;
    let verb = end + usize::from(words.is_any(end, &["all", "were", "voted", "voting", "both"]));
    let takes_side =
        words.is_listed(verb, &SIDES) || words.is(verb, "in") && words.is_any(verb + 1, &["opposition", "dissent"]);
    // "Voted no, as did the chairman", "joined by": there is one more.
    let is_joined = (verb..limit.min(verb + 9)).any(|at| words.is_any(at, &["as", "joined", "along", "together"]));
    let is_open = is_joined || (at..limit.min(verb + 9)).any(|at| words.is_listed(at, &OPEN));
    read_items(words, first..end).filter(|_| takes_side && !is_open)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_side_has_as_many_votes_as_names() {
        for (text, is_wrong) in [
            ("The council voted 9-4, with Councillors Ames, Birch, Cole, Dunn and Eddy against, to shut it.", true),
            ("The council voted 9-4, with Councillors Ames, Birch, Cole and Dunn against, to shut it.", false),
            ("The board approved it 5-2. Commissioners Ida Lund, Jon Holm and Bo Ek voted no.", true),
            ("The board approved it 5-2. Commissioners Ida Lund and Jon Holm voted no.", false),
            ("The panel ruled 4-3, with Judges Ames and Birch dissenting.", true),
            ("The board approved it 5-3. Commissioners Ida Lund and Jon Holm voted no, as did Bo Ek.", false),
            ("The board voted 5-2 to shut it, with Lund, Holm and Ek among those against.", false),
            ("The Hawks won 5-2, with Lund, Holm and Ek against the wind.", false),
        ] {
            let found = relations(&read(text), RelationKind::Vote);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
