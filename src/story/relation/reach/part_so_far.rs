//! A part of a sum told as a share, and then as a sum: "has raised two thirds of the £90,000 it needs. So far £45,000 has
//! come in", "has paid 40 per cent of the $2 million. It has handed over $600,000".
//!
//! The second sentence must say that it goes on about the same, and its sum be the only one.

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain, tie_near};
use crate::extract::FigureKind;

/// A sum that is farther off is one of something else.
const FAR: i64 = 2;

/// The share of the sentence before, against the sum of this one.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const OPEN: &[&str] = &["more", "another", "further", "than", "last", "previous", "each", "if", "would"];
    let line = reach.line;
    let [part] = &line.slots[..] else { return None };
    let last = reach.previous().filter(|last| last.block == line.block)?;
    let [stated, whole] = &last.slots[..] else { return None };
    let is_share = matches!(stated.kind(), FigureKind::Percentage | FigureKind::Share) && is_plain(stated);
    let is_of = last.words.is(stated.behind, "of") && whole.begin <= stated.behind + 4;
    let is_kind = matches!(part.kind(), FigureKind::Money | FigureKind::Count) && part.is_like(whole);
    let is_smaller = part.figure().value < whole.figure().value && is_plain(part) && is_plain(whole);
    let is_open = [line, last].iter().any(|at| at.has_between(at.first, at.end, OPEN));
    if !is_share || !is_of || !is_kind || !is_smaller || is_open || !goes_on(line, part) {
        return None;
    }
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    tie_near(RelationKind::Share, stated, &[part, whole], outcome, FAR)
}

/// "So far £45,000 has come in", "to date it has collected".
fn goes_on(line: &Line<'_>, part: &Slot<'_>) -> bool {
    let words = line.words;
    (line.first..part.begin).any(|at| words.run_is(at, &["so", "far"]) || words.run_is(at, &["to", "date"]))
        || words.run_is(part.past(), &["so", "far"])
        || line.has_between(part.end, line.end, &["far"]) && line.has_between(part.end, line.end, &["so"])
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_has_come_in_is_the_share_that_was_told() {
        for (text, is_wrong) in [
            ("The band has raised two thirds of the £90,000 it needs. So far £45,000 has come in, Ek said.", true),
            ("The band has raised two thirds of the £90,000 it needs. So far £60,000 has come in, Ek said.", false),
            ("The band has raised two thirds of the £90,000 it needs. Its hall cost £45,000.", false),
        ] {
            let found = relations(&read(text), RelationKind::Share);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
