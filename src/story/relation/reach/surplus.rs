//! Whether what came in was more than what went out, as the word for the balance says: "income of $12.4 million and spending
//! of $13.1 million, leaving a surplus", "took £9,400 and cost £11,000, a profit of £1,600".
//!
//! How large the balance is others read; here only its sign is held against the two sums.

use super::super::line::{Line, Slot, tie};
use super::super::{Relation, RelationKind, quotient};
use super::{has_unexcused, is_plain};
use crate::extract::FigureKind;
use crate::language::WordList;

/// Words of what comes in.
const IN: WordList = WordList::of(&[
    "earned", "earnings", "exports", "grossed", "income", "raised", "receipts", "revenue", "revenues", "sales", "sold",
    "takings", "took", "turnover",
]);

/// Words of what goes out.
const OUT: WordList = WordList::of(&[
    "bought",
    "cost",
    "costs",
    "expenditure",
    "expenditures",
    "expenses",
    "imports",
    "outgoings",
    "outlays",
    "paid",
    "spending",
    "spent",
]);

/// Words by which the balance is one of other sums, or of another time.
const OPEN: WordList = WordList::of(&[
    "after",
    "against",
    "before",
    "compared",
    "despite",
    "excluding",
    "expected",
    "forecast",
    "from",
    "if",
    "including",
    "instead",
    "last",
    "previous",
    "rather",
    "than",
    "turned",
    "turning",
    "without",
    "would",
]);

/// The balance of a sentence whose only sums are what came in, what went out and perhaps what is left.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let is_sum = |slot: &&Slot<'_>| slot.kind() == FigureKind::Money && is_plain(slot);
    let sums: Vec<&Slot<'_>> = line.slots.iter().filter(is_sum).collect();
    if !(2..=3).contains(&sums.len()) || line.slots.iter().any(Slot::is_percent) {
        return None;
    }
    let (noun, is_gain) = balance(line)?;
    let (one, other) = (sums[0], sums[1]);
    let is_told = other.end <= noun && sums.get(2).is_none_or(|rest| is_of_balance(line, noun, rest));
    if !is_told || has_unexcused(line, &OPEN, |at| is_when_sold(line, at)) || !one.is_like(other) {
        return None;
    }
    let (income, spending) = match (side(line, one, line.first), side(line, other, one.behind)) {
        (Some(true), Some(false)) => (one, other),
        (Some(false), Some(true)) => (other, one),
        _ => return None,
    };
    let outcome = quotient::direction(spending.bounds()?, income.bounds()?, is_gain);
    (!outcome.holds)
        .then(|| tie(RelationKind::Direction, income, &[spending], Some(line.span(noun, noun + 1)), outcome))
}

/// "Bought it for $310,000 and sold it for $289,000 last month, a profit": when, and not another balance.
fn is_when_sold(line: &Line<'_>, at: usize) -> bool {
    let has = |word: &str| (line.first..line.end).any(|at| line.words.is(at, word));
    line.words.is_any(at, &["last", "from", "before", "after"]) && has("bought") && has("sold")
}

/// The only word for the balance, and whether more came in than went out.
fn balance(line: &Line<'_>) -> Option<(usize, bool)> {
    const GAINS: &[&str] = &["surplus", "profit"];
    const LOSSES: &[&str] = &["deficit", "loss", "shortfall"];
    let words = line.words;
    let is_noun = |at: &usize| words.is_any(*at, GAINS) || words.is_any(*at, LOSSES);
    let mut nouns = (line.first..line.end).filter(is_noun);
    let noun = nouns.next().filter(|_| nouns.next().is_none())?;
    Some((noun, words.is_any(noun, GAINS)))
}

/// "A surplus of $700,000", "a $700,000 surplus".
fn is_of_balance(line: &Line<'_>, noun: usize, rest: &Slot<'_>) -> bool {
    let behind = noun < rest.begin && rest.begin <= noun + 3;
    behind || line.words.past_hyphen(rest.past()) == noun
}

/// Whether a sum came in: by the nearest word for it before the sum, or right behind.
fn side(line: &Line<'_>, slot: &Slot<'_>, floor: usize) -> Option<bool> {
    let words = line.words;
    let told = |at: usize| {
        let (is_in, is_out) = (words.is_listed(at, &IN), words.is_listed(at, &OUT));
        (is_in != is_out).then_some(is_in)
    };
    let end = slot.past();
    // "$12.4 million in revenue"
    let behind = if words.is_any(end, &["in", "of", "on"]) { told(end + 1).or_else(|| told(end + 2)) } else { None };
    behind.or_else(|| (floor..slot.begin).rev().find_map(told))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn the_balance_has_the_sign_that_its_word_says() {
        for (text, sound, broken) in [
            (
                "The club reported income of $12.4 million and spending of $13.1 million, leaving a # of $700,000.",
                "deficit",
                "surplus",
            ),
            ("The fair took £9,400 and cost £11,000 to run, a # of £1,600, Ek said.", "loss", "profit"),
            (
                "Ek bought the house for $310,000 in 2019 and sold it for $289,000 last month, a # of $21,000.",
                "loss",
                "profit",
            ),
            ("Exports were worth $31bn and imports $28bn, leaving a trade # of $3bn.", "surplus", "deficit"),
            ("The show spent £40,000 and took £52,000, a £12,000 #, Ek said.", "profit", "loss"),
        ] {
            for (word, is_wrong) in [(sound, false), (broken, true)] {
                let found = relations(&read(&text.replace('#', word)), RelationKind::Direction);
                assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
            }
        }
    }

    #[test]
    fn the_balance_of_other_sums_is_left_alone() {
        for text in [
            "The club had income of $12 million and spending of $11 million, after a deficit of $2 million last year.",
            "The firm had sales of $12 million and costs of $9 million, but a loss of $1 million after tax.",
            "The club had income of $12 million and assets of $13 million, leaving a surplus of $1 million.",
        ] {
            let found = relations(&read(text), RelationKind::Direction);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
