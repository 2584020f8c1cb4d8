//! A profit that is larger than what was sold: "a quarterly profit of $1.2 billion on sales of $6.4 million".
//!
//! Nobody earns more than comes in, so that one of the two has the wrong scale.

use super::super::line::{Line, Slot, tie};
use super::super::{Relation, RelationKind, quotient};
use super::is_plain;
use crate::extract::FigureKind;

/// Nouns of what is earned, and of what comes in.
const PROFITS: &[&str] = &["profit", "profits", "earnings"];
const SALES: &[&str] = &["sales", "revenue", "revenues", "turnover", "takings"];

/// Sales of a sentence that are less than the profit made on them.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let [profit, sales] = line.slots.windows(2).find_map(|pair| match pair {
        [one, other] if is_profit(line, one) && is_sales(line, one, other) => Some([one, other]),
        _ => None,
    })?;
    let noun = (profit.begin.saturating_sub(2)..profit.end + 3).find(|&at| line.words.is_any(at, PROFITS))?;
    let outcome = quotient::direction(profit.bounds()?, sales.bounds()?, true);
    (!outcome.holds && profit.is_like(sales))
        .then(|| tie(RelationKind::Direction, sales, &[profit], Some(line.span(noun, noun + 1)), outcome))
}

/// "A profit of $1.2 billion", "a $1.2 billion profit".
fn is_profit(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let before = slot.begin.wrapping_sub(1);
    let is_of = line.words.is(before, "of") && line.words.is_any(before.wrapping_sub(1), PROFITS);
    let is_behind = (slot.end..slot.end + 3).any(|at| line.words.is_any(at, PROFITS));
    slot.kind() == FigureKind::Money && is_plain(slot) && (is_of || is_behind)
}

/// "On sales of $6.4 million", "on revenue of".
fn is_sales(line: &Line<'_>, profit: &Slot<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let of = slot.begin.wrapping_sub(1);
    let first = of.saturating_sub(3).max(profit.end);
    let noun = (first..of).rev().find(|&at| words.is_any(at, SALES));
    let is_on = noun.is_some_and(|noun| (first.saturating_sub(1)..noun).any(|at| words.is_any(at, &["on", "from"])));
    slot.kind() == FigureKind::Money && is_plain(slot) && words.is(of, "of") && is_on
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_profit_is_less_than_the_sales_that_it_was_made_on() {
        for (text, is_wrong) in [
            ("The firm reported a profit of $1.2 billion on sales of $6.4 million, Ek said.", true),
            ("The firm reported a $1.2 billion net profit on annual revenue of $6.4 million, Ek said.", true),
            ("The firm reported a profit of $1.2 million on sales of $6.4 million, Ek said.", false),
            ("The firm reported a profit of $1.2 billion, with sales of $640 million in Brae.", false),
        ] {
            let found = relations(&read(text), RelationKind::Direction);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
