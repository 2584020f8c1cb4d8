//! A number by which its two neighbours lie apart but for one digit: "took €412,000 and spent €371,400, a surplus of €46,600".

use rust_decimal::Decimal;

use super::super::RelationKind;
use super::super::exact;
use super::{Entry, Ledger, Relation, Story, digits, is_amount, is_like, is_text, says_near};

/// Differences of fewer digits are met by chance.
const LONG: usize = 3;

/// How many blocks the numbers may lie apart.
const REACH: usize = 6;

/// The differences that their neighbours miss by one digit.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let amounts: Vec<&Entry<'_>> =
        entries.iter().filter(|entry| is_amount(entry) && is_text(story, entry.figure.block)).collect();
    let of_three = |three: &[&Entry<'_>]| {
        [[2, 0, 1], [0, 1, 2], [1, 0, 2]]
            .into_iter()
            // The numbers are asked first: hardly any three miss each other by a digit.
            .filter_map(|[at, one, other]| Some((three[at], of(three[at], three[one], three[other], ledger)?)))
            .find_map(|(stated, missed)| is_said_apart(story, stated).then_some(missed))
    };
    amounts.windows(3).filter_map(of_three).collect()
}

fn of(stated: &Entry<'_>, one: &Entry<'_>, other: &Entry<'_>, ledger: &Ledger) -> Option<Relation> {
    let (larger, smaller) = if one.figure.value < other.figure.value { (other, one) } else { (one, other) };
    let value = stated.figure.value;
    let apart = larger.figure.value - smaller.figure.value;
    let is_near = [larger, smaller].iter().all(|end| {
        is_like(stated.figure, end.figure)
            && stated.figure.block.abs_diff(end.figure.block) <= REACH
            && !ledger.doubts(end.claim)
    });
    let is_so = is_near
        && ledger.is_free(stated.claim)
        && value < larger.figure.value
        && value != smaller.figure.value
        && Decimal::ZERO < apart
        && [apart, value, smaller.figure.value]
            .iter()
            .all(|&number| LONG <= digits::length(&[number, larger.figure.value]).min(digits::length(&[number])))
        && digits::is_slip(apart, value)
        || is_near && ledger.is_free(stated.claim) && is_turned(stated, [larger, smaller], apart);
    is_so.then(|| exact(RelationKind::Difference, stated.claim, vec![larger.claim, smaller.claim], apart, false))
}

/// "Asked $7.85 million and Ek $7.62 million: it was $320,000 cheaper": two digits that changed places, right behind both.
fn is_turned(stated: &Entry<'_>, ends: [&Entry<'_>; 2], apart: Decimal) -> bool {
    let value = stated.figure.value;
    let is_behind = ends.iter().all(|end| {
        end.figure.sentence == stated.figure.sentence
            && end.figure.number < stated.figure.number
            && value < end.figure.value
    });
    let digits = |number: Decimal| {
        let mut digits: Vec<u8> = number.normalize().to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    is_behind && Decimal::TEN < apart && apart != value && digits(apart) == digits(value)
}

/// Whether a word around the number says that it is a difference: "a surplus of €46,600", "1,535 more".
fn is_said_apart(story: &Story, stated: &Entry<'_>) -> bool {
    const BEFORE: &[&str] = &[
        "surplus",
        "deficit",
        "shortfall",
        "gap",
        "difference",
        "majority",
        "lead",
        "margin",
        "profit",
        "loss",
        "rise",
        "increase",
        "fall",
        "drop",
        "cut",
        "by",
        "left",
        "leaving",
        "saving",
        "balance",
        "gain",
        "excess",
        "up",
        "down",
        "rose",
        "fell",
        "grew",
        "added",
        "lost",
        "gained",
    ];
    const BEHIND: &[&str] = &[
        "more", "fewer", "cheaper", "dearer", "lower", "higher", "longer", "shorter", "less", "short", "above",
        "below", "ahead", "behind", "over", "under", "apart", "left",
    ];
    const NEAR: usize = 5;
    says_near(story, stated.figure, NEAR, BEFORE, BEHIND)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Difference);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn neighbours_lie_apart_but_for_one_digit() {
        let count = "The count:\n\nHana Pott (Reform) 11,482\nStuart Grell (Union) 10,127\n\nIt rained.";
        assert_eq!(wrong(&format!("Pott beat Grell by 1,535 votes, Ada Ek said.\n\n{count}")), ["1,535 ≠ 1355"]);
    }

    #[test]
    fn distances_that_hold_or_are_none_are_left_alone() {
        for text in [
            "Pott beat Grell by 1,355 votes, Ada Ek said.\n\nThe count:\n\nHana Pott (Reform) 11,482\nStuart Grell (Union) 10,127\n\nIt rained.",
            "The fund holds $890,000, Ada Ek said. It owed the firm $556,000 for work and $332,000 for rent.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
    }
}
