//! The seats that the parties took, against those of the chamber: "was ahead in 48 seats of the 87-seat assembly, the
//! Alliance in 31, the Greens in five and independents in four", "the 119-member assembly. … The Morcha took 63 seats, the
//! Sangh 41, the Dal nine and independents five".
//!
//! More seats than there are is wrong at any hour of the count; fewer are only where the story says that all are counted.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::Reach;
use super::seats::{is_of_party, is_plain_count, is_whole};

/// How many sentences with figures back the size of the chamber may stand.
const BACK: usize = 2;

/// How many words may name the next party: ", the Kisan Ekta Dal nine".
const GAP: usize = 8;

/// Words that say that all seats are told of.
const COMPLETE: &[&str] = &["complete", "completed", "final", "all", "every"];

/// The list of a sentence against the chamber named in it or shortly before.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if line.slots.len() < 3 || !line.has_between(line.first, line.end, &["seats", "seat"]) {
        return None;
    }
    let parts = parties(line)?;
    let whole = reach
        .near(BACK)
        .flat_map(|at| at.slots.iter().map(move |slot| (at, slot)))
        .find(|(at, slot)| is_whole(at, slot) && parts.iter().all(|part| part.figure().value < slot.figure().value));
    let (_, stated) = whole?;
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.figure().value))?;
    let size = stated.figure().value;
    let holds = sum == size;
    let is_complete = reach
        .next
        .into_iter()
        .chain([line])
        .any(|at| at.block == line.block && at.has_between(at.first, at.end, COMPLETE));
    let says_so = || tells_all_counted(reach);
    let most = size.checked_mul(Decimal::new(115, 2))?;
    let least = size.checked_mul(Decimal::new(9, 1))?;
    let is_wrong = size < sum && sum <= most || least <= sum && sum < size && (is_complete || says_so());
    let outcome = Outcome { given: Bounds::exactly(sum), holds };
    (holds || is_wrong).then(|| tie(RelationKind::Sum, stated, &parts, None, outcome))
}

/// "Counting in all constituencies was complete by nightfall.": in the paragraph of the list.
fn tells_all_counted(reach: Reach<'_, '_>) -> bool {
    let text = reach.story.text_of(reach.story.blocks[reach.line.block].span).to_lowercase();
    ["was complete", "is complete", "all results", "all constituencies", "final result", "final count"]
        .iter()
        .any(|words| text.contains(words))
}

/// Three parties or more with their seats, one behind the other.
fn parties<'l, 'a>(line: &'l Line<'a>) -> Option<Vec<&'l Slot<'a>>> {
    let counts: Vec<&Slot<'a>> =
        line.slots.iter().filter(|slot| is_plain_count(slot) && !is_whole(line, slot)).collect();
    let first = counts.iter().position(|slot| slot.unit() == Some("seat"))?;
    let follows = |pair: &[&Slot<'_>]| {
        let (behind, next) = (pair[0].end.max(pair[0].behind), pair[1].begin);
        // "48 seats of the 87-seat assembly, the Alliance in 31": the chamber may stand between.
        let is_near = next <= behind + GAP + usize::from(line.slots.iter().any(|slot| is_whole(line, slot))) * 6;
        let is_joined = line.has_between(behind, next, &[",", "and", ";"]);
        let is_bare = pair[1].unit().is_none() || pair[1].unit() == Some("seat");
        is_near && is_joined && is_bare && !line.has_between(behind, next, &["from", "than", "to", "up", "down"])
    };
    let run = counts[first..].windows(2).take_while(|pair| follows(pair)).count() + 1;
    let parts = counts[first..first + run].to_vec();
    let is_party = |slot: &&&Slot<'_>| is_of_party(line, slot) || line.words.is(slot.begin.wrapping_sub(1), "in");
    (3 <= parts.len() && parts.iter().skip(1).all(|part| is_party(&part))).then_some(parts)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn parties_have_no_more_seats_than_the_chamber() {
        for (text, sound, broken) in [
            (
                "With 78 per cent of the vote counted, Commons was ahead or had won in # seats of the 87-seat assembly, the Alliance in 31, the Greens in five and independents in four, Lund said.",
                "47",
                "48",
            ),
            (
                "The Morcha has won a majority in the 119-member assembly, Lund said.\n\nThe Morcha took # seats, the ruling Sangh 41, the Osk Dal nine and Independents five, Lund said. Counting was complete by nightfall.",
                "64",
                "63",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_count_that_goes_on_leaves_seats_open() {
        for text in [
            "With 78 per cent of the vote counted, Commons was ahead in 45 seats of the 87-seat assembly, the Alliance in 31, the Greens in five and independents in four, Lund said.",
            "In the 87-seat assembly Commons won 45 seats, up from 31, and the Greens five.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
