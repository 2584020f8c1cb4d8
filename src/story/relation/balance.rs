//! What is left of takings when the spending is paid, told with one of them while the other stands further up: "took in €412,000
//! last year … Spending came to €371,400, leaving a surplus of €40,600", "spent £2.3m … on an income of £2.1m, a deficit of
//! £200,000".

use rust_decimal::Decimal;

use super::{Entry, Relation, RelationKind, Story, exact};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;
use crate::story::passage::Passage;

/// What is left over, or wanting.
const BALANCES: WordList = WordList::of(&["surplus", "deficit", "shortfall", "loss", "profit"]);

/// Words of what comes in.
const INCOME: WordList = WordList::of(&[
    "income", "revenue", "revenues", "turnover", "receipts", "takings", "took", "raised", "earned", "brought",
]);

/// Words of what goes out.
const SPENDING: WordList = WordList::of(&[
    "spending",
    "spent",
    "costs",
    "expenditure",
    "expenses",
    "outgoings",
    "outlay",
    "outlays",
    "spends",
]);

/// Words of another year or of a part.
const OTHERS: WordList =
    WordList::of(&["previous", "forecast", "expected", "budgeted", "planned", "quarter", "half", "month", "next"]);

/// How many words may stand between a sum and what says which it is.
const NEAR: usize = 8;

/// A balance that is farther off is one of something else.
const FAR: i64 = 2;

/// The balances of a story that its takings and spending do not give.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let sums: Vec<&Entry<'_>> = entries.iter().filter(|entry| is_sum(story, entry)).collect();
    sums.iter().filter_map(|stated| against_both(story, &sums, stated)).collect()
}

fn is_sum(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Money
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
}

fn against_both(story: &Story, sums: &[&Entry<'_>], stated: &Entry<'_>) -> Option<Relation> {
    let figure = stated.figure;
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let at = passage.position(figure.span.start.min(figure.number.start));
    let of = at.checked_sub(1).filter(|&of| passage.words.is(of, "of"))?;
    passage.words.is_listed(of.wrapping_sub(1), &BALANCES).then_some(())?;
    // The one that stands beside it, and no third.
    let mut beside =
        sums.iter().filter(|other| other.figure.sentence == figure.sentence && other.claim != stated.claim);
    let own = beside.next().filter(|own| own.figure.number < figure.number && beside.next().is_none())?;
    let wanted = match way(story, own)? {
        Way::In => Way::Out,
        Way::Out => Way::In,
    };
    let unit = |entry: &Entry<'_>| entry.figure.unit.as_ref().map(|unit| unit.head.clone());
    let is_it = |other: &&&Entry<'_>| {
        other.figure.sentence < figure.sentence && unit(other) == unit(stated) && way(story, other) == Some(wanted)
    };
    let others: Vec<&&Entry<'_>> = sums.iter().filter(is_it).collect();
    let apart = |other: &Entry<'_>| (other.figure.value - own.figure.value).abs();
    let first = *others.first()?;
    let is_alone = sums.iter().filter(|other| other.figure.sentence == first.figure.sentence).count() == 1;
    let is_one = others.iter().all(|other| other.figure.value == first.figure.value);
    let given = apart(first);
    let (least, most) = (given.min(figure.value), given.max(figure.value));
    let is_near = Decimal::ZERO < least && most <= least.checked_mul(FAR.into())?;
    let holds = is_near && most - least <= slack(first) + slack(own) + slack(stated);
    (is_one && is_alone && is_near)
        .then(|| exact(RelationKind::Difference, stated.claim, vec![first.claim, own.claim], given, holds))
}

/// Half of the last place that a sum gives.
fn slack(entry: &Entry<'_>) -> Decimal {
    let interval = entry.figure.interval;
    interval.low.zip(interval.high).map_or(Decimal::ZERO, |(low, high)| (high - low) / Decimal::TWO)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

/// Whether a sum came in or went out, by the nearest word before it that says so.
fn way(story: &Story, entry: &Entry<'_>) -> Option<Way> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let words = passage.words;
    let at = passage.position(entry.figure.span.start.min(entry.figure.number.start));
    let near = at.saturating_sub(NEAR).max(passage.first)..at;
    let is_other = (passage.first..passage.end).any(|at| words.is_listed(at, &OTHERS));
    let told = |at: usize| {
        let is_in = words.is_listed(at, &INCOME) && (!words.is_any(at, &["took", "brought"]) || words.is(at + 1, "in"));
        if is_in { Some(Way::In) } else { words.is_listed(at, &SPENDING).then_some(Way::Out) }
    };
    near.rev().take_while(|&at| !words.is_any(at, &[";", "while", "and"])).find_map(told).filter(|_| !is_other)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_balance_is_what_takings_leave_of_spending() {
        for (text, sound, broken) in [
            (
                "Brae Rovers took in €412,000 last year, the treasurer said.\n\nSpending, loans included, came to €371,400, leaving a surplus of €#, the accounts say.",
                "40,600",
                "46,600",
            ),
            (
                "The trust spent £2.3m last year, its report says.\n\nIts income was £2.1m, which left a deficit of £#.",
                "200,000",
                "400,000",
            ),
        ] {
            let found = |number: &str| {
                relations(&read(&format!("Brae news\n\n{}", text.replace('#', number))), RelationKind::Difference)
            };
            assert!(!found(sound).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(sound));
            assert!(found(broken).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(broken));
        }
    }

    #[test]
    fn balances_of_other_sums_are_left_alone() {
        for text in [
            "The club took in €412,000 last year and €380,000 in 2023. Spending came to €371,400, leaving a surplus of €46,600.",
            "The club took in €412,000 last year. It has debts of €290,000 and a surplus of €46,600.",
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Difference);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
