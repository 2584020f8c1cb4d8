//! A whole with those who did and those who did not: "nine of the 11 jurors found him guilty, while three did not", "36 of
//! the 52 clubs have paid; the other 18 have not".
//!
//! Whoever did not is the rest of the whole, so that two counts are all of it.

use super::super::Relation;
use super::super::line::{Line, Slot};
use super::parts::{Near, is_plain, settle};
use crate::extract::FigureKind;
use crate::language::WordList;
use rust_decimal::Decimal;

/// Words by which some may have done neither, or the two are of other things.
const OPEN: WordList = WordList::of(&[
    "about",
    "abstained",
    "also",
    "among",
    "another",
    "at",
    "both",
    "including",
    "least",
    "more",
    "only",
    "than",
    "undecided",
    "yet",
]);

/// The whole of a sentence with the only two parts of it.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let [some, whole, rest] = &line.slots[..] else { return None };
    let words = line.words;
    let is_of = words.is(some.behind, "of")
        && whole.begin <= some.behind + 4
        && !line.has_between(some.behind, whole.begin, &[",", "in", "and"]);
    let is_counted = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && is_plain(slot);
    let is_joined = line.has_between(whole.end, rest.begin, &[",", "while", "and", "but", ";", "–", "—"]);
    let is_bare = rest.unit().is_none() || rest.unit() == whole.unit();
    if !is_of || !is_joined || !is_bare || !line.slots.iter().all(is_counted) {
        return None;
    }
    if !did_not(line, rest)
        || line.has_listed(whole.end, line.end, &OPEN)
        || line.has_listed(line.first, some.begin, &OPEN)
    {
        return None;
    }
    settle(whole, &[*some, *rest], Decimal::ZERO, Near::All)
}

/// What those are of which the first is not true.
const OTHERS: &[&str] = &[
    "closed",
    "dry",
    "empty",
    "idle",
    "missing",
    "outstanding",
    "pending",
    "unfilled",
    "unfinished",
    "unlet",
    "unopened",
    "unpaid",
    "unsold",
    "unsolved",
    "untouched",
    "unused",
    "vacant",
];

/// "Three did not", "the other 18 have not", "five were not".
fn did_not(line: &Line<'_>, rest: &Slot<'_>) -> bool {
    const HELPS: &[&str] = &["did", "do", "had", "have", "were", "are", "would", "could", "will"];
    let words = line.words;
    let verb = rest.past();
    let not = verb + 1;
    let is_not = words.is_any(verb, HELPS) && words.is_any(not, &["not", "n't", "n’t"]);
    // "16 are empty" beside those that have been let
    let is_other = words.is_any(verb, &["are", "were", "remain", "stand", "lie"]) && words.is_any(not, OTHERS);
    if is_other {
        return line.end <= not + 1 || words.is_any(not + 1, &[",", ".", ";", "–", "—"]);
    }
    // "Three did not vote for lack of papers": of something else than the first did, unless the clause ends.
    is_not && (line.end <= not + 1 || words.is_any(not + 1, &[",", ".", ";", "–", "—"]))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn those_who_did_and_did_not_are_all() {
        for (text, is_wrong) in [
            ("Nine of the 11 jurors who stayed found him guilty, while three did not, Ek said.", true),
            ("Nine of the 12 jurors who stayed found him guilty, while three did not, Ek said.", false),
            ("Of late 36 of the 52 clubs have paid; the other 18 have not.", true),
            ("Of late 36 of the 52 clubs have paid; the other 16 have not.", false),
            ("Of late 26 of the 40 flats have been let and 16 are empty, Ek said.", true),
            ("Of late 26 of the 40 flats have been let and 14 are empty, Ek said.", false),
            ("Nine of the 40 clubs have paid in full, and three did not vote on it.", false),
        ] {
            let found = relations(&read(text), RelationKind::Sum);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
