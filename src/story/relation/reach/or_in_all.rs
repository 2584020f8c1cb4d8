//! A list of sums with their total behind "or": "lost $12 million, $9 million and $15 million, or $36 million over the nine
//! months".

use super::super::Relation;
use super::super::line::{Line, Slot};
use super::parts::{Near, are_listed, settle};
use crate::extract::FigureKind;
use rust_decimal::Decimal;

/// The total behind a list that it says again.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let is_time = |slot: &&Slot<'_>| slot.kind() == FigureKind::Duration;
    let times = line.slots.iter().rev().take_while(is_time).count();
    let (whole, parts) = line.slots[..line.slots.len() - times].split_last()?;
    let words = line.words;
    let or = whole.begin.wrapping_sub(1);
    let end = whole.past();
    let is_or = words.is(or, "or") && words.is(or.wrapping_sub(1), ",");
    let is_all = words.run_is(end, &["in", "all"])
        || words.run_is(end, &["in", "total"])
        || words.is_any(end, &["altogether", "combined", "together"])
        || words.is(end, "over") && words.is_any(end + 1, &["the", "all"]);
    let last = parts.last()?;
    let is_next = or <= last.past() + 2;
    (is_or && is_all && is_next && 2 <= parts.len() && are_listed(line, parts))
        .then(|| settle(whole, parts, Decimal::ZERO, Near::All))
        .flatten()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_list_makes_what_it_is_said_again_to_be() {
        for (text, is_wrong) in [
            (
                "The chain lost $12 million, $9 million and $15 million, or $38 million over the nine months, Ek said.",
                true,
            ),
            (
                "The chain lost $12 million, $9 million and $15 million, or $36 million over the nine months, Ek said.",
                false,
            ),
        ] {
            let found = relations(&read(text), RelationKind::Sum);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
