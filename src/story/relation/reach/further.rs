//! A count taken apart by what came first and what came on top of it: "arrested 33 people over two nights. Nineteen were
//! picked up on Friday, with a further 14 detained on Saturday".
//!
//! The first part opens the sentence with a bare number, and the last is called a further one: together they all but make
//! the only larger count before them.

use rust_decimal::Decimal;

use super::super::Relation;
use super::super::line::{Line, Slot};
use super::Reach;
use super::parts::{Near, is_plain, settle};
use crate::extract::FigureKind;
use crate::language::WordList;

/// Words by which there are other parts, or those named are some of more.
const OPEN: WordList = WordList::of(&[
    "among",
    "at",
    "both",
    "earlier",
    "each",
    "including",
    "last",
    "least",
    "than",
    "others",
    "previous",
    "since",
    "some",
]);

/// The count of the sentence before that the two parts make.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let (first, others) = line.slots.split_first()?;
    let is_part = |slot: &Slot<'_>| is_plain(slot) && slot.kind() == FigureKind::Count;
    let are_parts = !others.is_empty() && line.slots.iter().all(is_part);
    let is_opened = first.begin == line.first && first.unit().is_none();
    if !are_parts || !is_opened || !others.iter().all(|part| is_further(line, part)) || is_open(line) {
        return None;
    }
    let last = reach.previous()?;
    let is_whole = |slot: &&Slot<'_>| {
        is_part(slot)
            && slot.unit().is_some()
            && line.slots.iter().all(|part| part.figure().value < slot.figure().value)
    };
    let mut wholes = last.slots.iter().filter(is_whole);
    let whole = wholes.next().filter(|_| wholes.next().is_none())?;
    let sum: Decimal = line.slots.iter().map(|part| part.figure().value).sum();
    let apart = (sum - whole.figure().value).abs();
    let is_near = apart <= Decimal::TWO || apart * Decimal::from(12) <= whole.figure().value;
    let is_some = last.has_between(whole.begin.saturating_sub(3).max(last.first), whole.begin, &["least", "about"]);
    (is_near && !is_some).then(|| settle(whole, &line.slots, Decimal::ZERO, Near::All)).flatten()
}

/// "A further 14", "another five", "14 more".
fn is_further(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let before = slot.begin.wrapping_sub(1);
    [before, slot.begin].iter().any(|&at| line.words.is_any(at, &["further", "another", "additional"]))
        || line.words.is(slot.behind, "more")
}

/// "At the scene" leaves no part out.
fn is_open(line: &Line<'_>) -> bool {
    let is_least = |at: usize| line.words.is(at, "at") && line.words.is(at + 1, "least");
    line.has_listed(line.first, line.end, &OPEN)
        && (line.first..line.end)
            .any(|at| line.words.is_listed(at, &OPEN) && (!line.words.is(at, "at") || is_least(at)))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn the_first_and_a_further_part_are_all() {
        for (text, sound, broken) in [
            (
                "They arrested # people. Nineteen were picked up on Friday, with a further 14 held on Saturday.",
                "33",
                "34",
            ),
            ("The crash left # people in hospital. Eight had burns and another five broken bones.", "13", "12"),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn others_are_left_alone() {
        for text in [
            "They arrested 60 people. Nineteen were picked up on Friday, with a further 14 held on Saturday.",
            "They arrested 34 people. Nineteen were picked up on Friday, with at least another 14 held on Saturday.",
            "The mill has 34 looms. Nineteen are old, and it ordered 14 in May.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
