//! A sum, how many share it, and what comes to each, all in one sentence: "£410,000, or £82,000 for each of the five days",
//! "worth $45 million over five years, it pays him $9 million a year", "96,000 hours at £12 an hour would come to £1.15m".

use rust_decimal::Decimal;

use super::super::each;
use super::super::line::{Line, Slot};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, thing};
use super::days_each::OFFERS;
use super::tie_near;
use crate::extract::{FigureKind, Modifier};

/// What comes to each that is farther off is of something else.
const FAR: i64 = 4;

/// Words by which the sum may hold more than the shares, or less, beside those that a [product](each::MORE) has.
const OPEN: &[&str] = &[
    "first",
    "starting",
    "rising",
    "deposit",
    "minimum",
    "maximum",
    "up",
    "from",
    "more",
    "extra",
    "interest",
    "than",
    "bonus",
    "bonuses",
    "signing",
    "guaranteed",
    "previously",
    "while",
    "compared",
    "against",
    "worker",
];

/// What comes to each, against the sum and the count of its sentence.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let is_money = |slot: &&Slot<'_>| matches!(slot.kind(), FigureKind::Money | FigureKind::Rate);
    let sums: Vec<&Slot<'_>> = line.slots.iter().filter(is_money).collect();
    let is_count = |slot: &&Slot<'_>| matches!(slot.kind(), FigureKind::Count | FigureKind::Duration);
    let counts: Vec<&Slot<'_>> = line.slots.iter().filter(is_count).collect();
    let ([one, other], [count]) = (&sums[..], &counts[..]) else { return None };
    let (each, total) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let is_plain = |slot: &Slot<'_>| {
        let figure = slot.figure();
        figure.pair.is_none()
            && matches!(figure.modifier, Modifier::Plain | Modifier::About)
            && Decimal::ONE < figure.value
    };
    let is_one_currency = each.unit().is_some() && each.unit() == total.unit();
    // "6 million euros a year from 40,000 households, or 150 euros per household"
    let is_yearly = total.kind() == FigureKind::Rate
        && each.kind() == FigureKind::Rate
        && line.words.is_any(total.end.wrapping_sub(1), &["year", "month", "week"])
        && !line.words.is_any(each.end.wrapping_sub(1), &["year", "month", "week", "day"])
        && count.kind() == FigureKind::Count;
    let is_all = (total.kind() == FigureKind::Money || is_yearly)
        && line.slots.len() == 3
        && [*each, *total, *count].iter().all(|slot| is_plain(slot));
    // "Received Rs 30 lakh from a total of Rs 1.5 crore": of which it is a share.
    let is_total = |at: usize| {
        line.words.run_is(at, &["from", "a", "total"]) || line.words.is(at, "from") && count.begin == at + 1
    };
    let is_open = line.has_between(line.first, line.end, each::MORE)
        || (line.first..line.end).any(|at| line.words.is_any(at, OPEN) && !is_total(at));
    if !is_all || !is_one_currency || !is_for_each(line, each, count) || is_open {
        return None;
    }
    // "£1m a year of it on trees"
    if line.words.is(each.end, "of") || line.has_between(total.end, each.begin, &["and", "but", "when", "who"]) {
        return None;
    }
    let given = total.bounds()?.over(count.bounds()?)?;
    // "A three-day ticket costs 90 euros, or 35 euros a day": a day by itself is dearer.
    let is_offer = count.kind() == FigureKind::Duration && given.high < each.figure().value;
    if is_offer && line.has_between(line.first, line.end, OFFERS) {
        return None;
    }
    let slack = Bounds::around(Decimal::ONE, Decimal::new(2, 2))?;
    let holds = each.bounds()?.times(slack)?.meets(given);
    let outcome = Outcome { given, holds };
    tie_near(RelationKind::Each, each, &[total, count], outcome, FAR)
}

/// Whether the words behind the sum say that it is for each of those who are counted.
fn is_for_each(line: &Line<'_>, each: &Slot<'_>, count: &Slot<'_>) -> bool {
    let words = line.words;
    let Some(unit) = count.unit() else { return false };
    let is_person = thing::is_somebody(unit) || matches!(unit, "people" | "person");
    let is_it = |at: usize| {
        let noun = line.lower(at);
        noun == unit || is_person && matches!(&*noun, "head" | "person" | "capita" | "man" | "woman")
    };
    let behind = if each.kind() == FigureKind::Rate { each.end.saturating_sub(2) } else { each.past() };
    let is_pace = words.is_any(behind, &["a", "an", "per", "every"]) && is_it(behind + 1);
    let is_each = words.is_any(behind, &["each", "apiece"]);
    let is_for = words.is(behind, "for") && words.is_any(behind + 1, &["each", "every"]);
    let is_each_of = is_for
        && (is_it(behind + 2) || words.is(behind + 2, "of") && count.begin <= behind + 5 && behind < count.begin);
    // "Among his four children, who each received Rs 30 lakh"
    let before = (each.begin.saturating_sub(3)..each.begin).find(|&at| words.is(at, "each"));
    let is_theirs = before.is_some_and(|at| {
        words.is_any(at.wrapping_sub(1), &["who", "which", "they"]) && count.end <= at && at <= count.end + 4
    });
    is_pace || (is_each || is_theirs) && each.kind() == FigureKind::Money || is_each_of
}
