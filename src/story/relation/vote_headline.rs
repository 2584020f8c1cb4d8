//! The margin in a headline that the vote below does not give: "Council passes budget by five votes" over "carried by 17
//! votes to 11".
//!
//! A headline tells of one vote, and the first that the story gives with both its sides is that one.

use rust_decimal::Decimal;

use super::line::{Line, Slot, lines, tie};
use super::quotient::{self, Outcome};
use super::reach::sides_of_vote;
use super::{Entry, Relation, RelationKind, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};

/// In how many blocks below the headline its vote is told.
const FIRST: usize = 6;

/// A margin that is so many times another is that of another vote.
const FAR: i64 = 3;

/// The margin of the headline against the first vote below it.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Option<Relation> {
    let is_head = |entry: &&Entry<'_>| story.blocks[entry.figure.block].role == Role::Headline;
    let is_votes = |entry: &&Entry<'_>| entry.figure.unit.as_ref().is_some_and(|unit| unit.head == "vote");
    // Asked first: hardly any headline counts votes.
    let number = entries.iter().take_while(is_head).position(|entry| is_votes(&entry))?;
    let block = entries[number].figure.block;
    let near = entries.partition_point(|entry| entry.figure.block <= block + FIRST);
    let lines = lines(story, &entries[..near]);
    let (head, body) = lines.split_first().filter(|(head, _)| head.block == block)?;
    let stated = head.slots.iter().find(|slot| is_margin(head, slot))?;
    let (one, other) = body.iter().find_map(|line| sides_of_vote(line))?;
    let Outcome { given, holds } = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
    let (low, high) = (given.said.min(stated.figure().value), given.said.max(stated.figure().value));
    let is_near = high <= low.checked_mul(Decimal::from(FAR))?;
    (holds || is_near).then(|| tie(RelationKind::Vote, stated, &[one, other], None, Outcome { given, holds }))
}

/// "By five votes", and not "by 17 votes to 11".
fn is_margin(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    let is_one = figure.kind == FigureKind::Count && figure.pair.is_none() && figure.modifier == Modifier::Plain;
    let behind = slot.past();
    is_one
        && slot.unit() == Some("vote")
        && line.words.is_any(slot.begin.wrapping_sub(1), &["by", "just"])
        && !line.words.is_any(behind, &["to", "against", "for"])
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn the_margin_in_a_headline_is_that_of_the_first_vote_below() {
        for (text, is_wrong) in [
            ("Orm passes budget by five votes\n\nThe budget was carried by 17 votes to 11 on Monday.", true),
            ("Orm passes budget by six votes\n\nThe budget was carried by 17 votes to 11 on Monday.", false),
            (
                "Orm passes budget by six votes\n\nThe budget was carried on Monday.\n\nThe tax fell by 40 votes to 2.",
                false,
            ),
            ("Orm keeps hall by 17 votes to 11\n\nThe plan fell by 16 votes to 12 on Monday.", false),
        ] {
            let found = relations(&read(text), RelationKind::Vote);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}");
        }
    }
}
