//! A number taken apart into those of whom a thing is true and those of whom its opposite is: "of the 168 who sat it, 162 passed
//! and eight failed", "of the 40 pubs, 31 have reopened and 11 are still shut".
//!
//! There is no third, so that both make the whole.

use rust_decimal::Decimal;

use super::super::Relation;
use super::super::line::{Line, Slot};
use super::parts::{Near, is_plain, settle};
use crate::extract::FigureKind;

/// What cannot both be, and one of which must.
const OPPOSITES: &[[&[&str]; 2]] = &[
    [&["passed", "cleared"], &["failed"]],
    [&["survived", "survive"], &["died", "perished", "drowned"]],
    [
        &["approved", "accepted", "granted", "allowed", "upheld"],
        &["rejected", "refused", "dismissed", "declined", "denied"],
    ],
    [&["convicted", "guilty"], &["acquitted", "cleared", "freed"]],
    [&["reopened", "open", "opened"], &["shut", "closed"]],
    [&["male", "men", "boys"], &["female", "women", "girls"]],
    [&["present", "attended"], &["absent"]],
    [&["sold"], &["unsold"]],
    [&["occupied", "let", "full"], &["empty", "vacant"]],
    [&["repaired", "mended", "fixed"], &["unrepaired"]],
    [&["vaccinated"], &["unvaccinated"]],
    [&["won"], &["lost"]],
];

/// Words by which there are more than two kinds.
const OPEN: &[&str] = &[
    "drew",
    "drawn",
    "including",
    "about",
    "least",
    "than",
    "some",
    "also",
    "still",
    "undecided",
    "abstained",
    "retired",
    "pulled",
    "yet",
    "pending",
    "withdrew",
    "withdrawn",
    "missing",
    "injured",
    "later",
    "again",
    "both",
    "each",
];

/// The whole with which a sentence begins, and the two that it takes it apart into.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    const NEAR: usize = 4;
    let [whole, one, other] = line.slots.as_slice() else { return None };
    let words = line.words;
    let opens = words.is(line.first, "of") && whole.begin <= line.first + NEAR;
    let are_counts = [whole, one, other].into_iter().all(|slot| slot.kind() == FigureKind::Count && is_plain(slot));
    let is_open = line.has_between(line.first, line.end, OPEN);
    let are_joined = line.has_between(one.end, other.begin, &["and"]);
    if !opens || !are_counts || is_open || !are_joined {
        return None;
    }
    let tells = |part: &Slot<'_>, end: usize, kinds: &[&str]| line.has_between(part.end, end, kinds);
    let are_opposites = OPPOSITES.iter().any(|[yes, no]| {
        tells(one, other.begin, yes) && tells(other, line.end, no)
            || tells(one, other.begin, no) && tells(other, line.end, yes)
    });
    are_opposites.then(|| settle(whole, &[*one, *other], Decimal::ZERO, Near::All)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_is_so_and_what_is_not_make_the_whole() {
        for (text, sound, broken) in [
            ("Of the 168 pupils who sat the test, 162 passed and # failed, the school said.", "six", "eight"),
            ("Of the 40 pubs in Brae, 31 have reopened and # are shut, the guild said.", "nine", "11"),
            ("Of the 90 appeals, # were dismissed and 28 were upheld, the court said.", "62", "66"),
        ] {
            let found = |number: &str| relations(&read(&text.replace('#', number)), RelationKind::Sum);
            assert!(!found(sound).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(sound));
            assert!(found(broken).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(broken));
        }
        for text in [
            "Of the 38 games, the club won 22 and lost nine, and drew the rest.",
            "Of the 168 pupils, 162 passed and eight are in the choir.",
        ] {
            assert!(!relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠')), "{text}");
        }
    }
}
