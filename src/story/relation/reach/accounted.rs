//! A total whose parts the next sentences tell one by one: "has brought in £46,500. Walkers collected £31,200 and schools
//! £9,800. A raffle added another £5,500", "will cut 140 jobs. Of these, 60 will go in Brae. Another 45 will be lost in Orm
//! and 35 in Holm".
//!
//! The last part must be called another one, or the first of these; and the parts must be all figures of the kind in their
//! sentences, three at least, and all but make the only figure before them that they can make.

use rust_decimal::Decimal;

use super::super::Relation;
use super::super::line::{Lead, Line, Slot};
use super::super::thing::{self, Fit};
use super::parts::{Near, is_plain, settle};
use super::{Reach, has_unexcused, is_then};
use crate::extract::FigureKind;
use crate::language::WordList;

/// Words by which the parts overlap, are some of more, or are of another time.
const OPEN: WordList = WordList::of(&[
    "alone",
    "including",
    "includes",
    "included",
    "among",
    "also",
    "both",
    "some",
    "several",
    "than",
    "least",
    "most",
    "mostly",
    "mainly",
    "compared",
    "against",
    "each",
    "every",
    "respectively",
    "average",
    "rose",
    "fell",
    "up",
    "down",
    "earlier",
    "previous",
    "previously",
    "so",
    "if",
    "would",
    "could",
    "which",
    "whom",
]);

/// How many sentences may hold the parts.
const MOST: usize = 3;

/// The total before the sentences of which this is the last.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if line.slots.is_empty() || line.slots.len() > MOST + 1 {
        return None;
    }
    (1..=MOST).find_map(|count| {
        let first = (reach.before.len() + 1).checked_sub(count)?;
        let parts: Vec<&Line<'_>> = reach.before[first..].iter().copied().chain([line]).collect();
        let before = reach.before.get(first.checked_sub(1)?)?;
        let is_own = parts.iter().all(|at| at.block == line.block) && is_list(&parts);
        let is_next = before.block == line.block || before.block + 1 == line.block;
        if is_own && is_next { total(reach, before, &parts) } else { None }
    })
}

/// "Of these, 60 … Another 45 … and 35": whether a word joins the parts.
fn is_list(lines: &[&Line<'_>]) -> bool {
    const FURTHER: &[&str] = &["another", "further", "final", "remaining"];
    let is_further = |at: &Line<'_>, slot: &Slot<'_>| {
        (slot.begin.saturating_sub(2).max(at.first)..=slot.begin).any(|word| at.words.is_any(word, FURTHER))
    };
    let opens = |at: &Line<'_>| {
        at.words.is(at.first, "of") && at.words.is_any(at.first + 1, &["these", "those", "them", "this"])
    };
    // "Orm has 194 homes. Another 77": what there is, and not what was done.
    let is_state = |at: &Line<'_>, slot: &Slot<'_>| {
        let before = slot.begin.wrapping_sub(1);
        at.words.is_any(before, &["has", "have", "is", "are"])
    };
    lines.iter().skip(1).any(|at| at.slots.iter().any(|slot| is_further(at, slot)))
        && (opens(lines[0]) || !lines.iter().any(|at| at.slots.iter().any(|slot| is_state(at, slot))))
}

fn total(reach: Reach<'_, '_>, before: &Line<'_>, lines: &[&Line<'_>]) -> Option<Relation> {
    let last = lines.last()?.slots.last()?;
    let is_part = |slot: &&Slot<'_>| is_of_kind(slot, last);
    // What the next sentence tells of the kind is one part more.
    let goes_on =
        reach.next.is_some_and(|next| next.block == reach.line.block && next.slots.iter().any(|it| is_part(&it)));
    let parts: Vec<Slot<'_>> = lines.iter().flat_map(|at| at.slots.iter()).filter(is_part).copied().collect();
    let is_led = |at: &&Line<'_>| {
        let is_by = |slot: &Slot<'_>| at.words.is(slot.begin.wrapping_sub(1), "by");
        let is_end = |number: usize| matches!(at.lead(number), Lead::From | Lead::To | Lead::Against | Lead::Bracket);
        at.slots.iter().any(is_by) || (0..at.slots.len()).any(is_end)
    };
    let are_sound = 3 <= parts.len()
        && parts.iter().all(is_plain)
        && !goes_on
        && !lines.iter().any(|at| has_unexcused(at, &OPEN, |_| false) || at.slots.iter().any(|slot| is_then(at, slot)))
        && !lines.iter().any(is_led);
    if !are_sound {
        return None;
    }
    let is_whole = |number: &usize| {
        let slot = &before.slots[*number];
        let lead = before.lead(*number);
        is_plain(slot)
            && slot.unit().is_some()
            && is_of_kind(slot, last)
            && !matches!(lead, Lead::From | Lead::Against)
            && parts.iter().all(|part| fits(slot, part))
    };
    let mut wholes = (0..before.slots.len()).filter(is_whole);
    let whole = &before.slots[wholes.next().filter(|_| wholes.next().is_none())?];
    settle(whole, &parts, Decimal::ZERO, Near::Listed)
}

fn is_of_kind(slot: &Slot<'_>, last: &Slot<'_>) -> bool {
    match last.kind() {
        FigureKind::Count => slot.kind() == FigureKind::Count,
        kind => slot.kind() == kind && slot.unit() == last.unit(),
    }
}

/// Whether the part counts what the whole counts, or leaves it out.
fn fits(whole: &Slot<'_>, part: &Slot<'_>) -> bool {
    part.figure().value < whole.figure().value
        && (part.kind() != FigureKind::Count
            || part.unit().is_none()
            || thing::fit(whole.entry.figure, part.entry.figure) != Fit::Other)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn parts_in_the_next_sentences_are_added_up() {
        for (text, sound, broken) in [
            (
                "The walk has brought in £# for the mill, Ek said.\n\nWalkers collected £31,200 and schools £9,800. A raffle added another £5,500, she said.",
                "46,500",
                "48,500",
            ),
            (
                "The dairy will cut # jobs, it said.\n\nOf these, 60 will go in Brae. Another 45 jobs will be lost in Orm and 35 in Holm.",
                "140",
                "130",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn figures_that_are_not_all_are_left_alone() {
        for text in [
            "The dairy will cut 130 jobs, it said.\n\nSixty will go in Brae this year. Another 45 jobs were lost in Orm last year and 35 in Holm.",
            "The dairy will cut 130 jobs, it said.\n\nSome 60 will go in Brae. Another 45 jobs will be lost in Orm and up to 35 in Holm.",
            "The dairy has 130 jobs, it said.\n\nIt has 60 cows in Brae. Another 45 cows are in Orm and 35 in Holm.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
