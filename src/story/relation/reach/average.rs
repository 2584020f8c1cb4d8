//! "Raised £280,000 … from 9,400 people, an average gift of about £30": what comes to each, what a list of figures
//! averages, what a loan costs.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{self, Bounds, Outcome};
use super::super::{Relation, RelationKind, thing};
use super::{Reach, tie_near};
use crate::extract::{FigureKind, Modifier};

/// An average that is farther off is one of something else.
const FAR: i64 = 12;

/// The averages of a sentence.
pub(super) fn find(reach: Reach<'_, '_>) -> Vec<Relation> {
    let line = reach.line;
    let averages = (0..line.slots.len()).filter(|&number| is_average(line, &line.slots[number]));
    let mut found: Vec<Relation> =
        averages.filter_map(|number| of_list(line, number).or_else(|| shared_out(reach, number))).collect();
    found.extend(interest(line));
    found.extend(taken(line));
    found
}

/// "A crowd of 12,400 paid an average of £15, bringing in £186,000".
fn taken(line: &Line<'_>) -> Option<Relation> {
    const TAKEN: &[&str] = &["bringing", "brought", "raising", "raised", "taking", "took", "total", "grossing"];
    let number = (1..line.slots.len()).find(|&number| is_average(line, &line.slots[number]))?;
    let (count, each, total) = (&line.slots[number - 1], &line.slots[number], line.slots.get(number + 1)?);
    let is_count =
        count.kind() == FigureKind::Count && count.figure().pair.is_none() && count.figure().value > Decimal::ONE;
    let are_sums = each.kind() == FigureKind::Money && total.kind() == FigureKind::Money && each.unit() == total.unit();
    let is_told = line.has_between(total.begin.saturating_sub(4).max(each.end), total.begin, TAKEN);
    let is_only = line.slots.len() == number + 2
        && !line.has_between(line.first, line.end, &["including", "plus", "tax", "median"]);
    if !is_count || !are_sums || !is_told || !is_only {
        return None;
    }
    let outcome = quotient::product(total.bounds()?, count.bounds()?, each.bounds()?)?;
    tie_near(RelationKind::Average, total, &[count, each], outcome, FAR)
}

/// "An average of 95", "an average gift of about £30", "averaging 95", "£30 on average".
fn is_average(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const BEFORE: &[&str] = &["average", "averaging", "averages", "averaged", "mean"];
    // "A club average of 105" is another's.
    let is_own = |at: usize| {
        let is_noun = line.words.is_any(at, &["average", "mean"]);
        !is_noun || line.words.is_any(at.wrapping_sub(1), &["an", "a", "the", "average", ","])
    };
    let first = slot.begin.saturating_sub(4).max(line.first);
    let is_led = (first..slot.begin).any(|at| line.words.is_any(at, BEFORE) && is_own(at));
    let end = slot.past();
    is_led || line.words.run_is(end, &["on", "average"])
}

/// "The yields were 98, 104, 87 and 91 bushels, for an average of 95".
fn of_list(line: &Line<'_>, number: usize) -> Option<Relation> {
    let stated = &line.slots[number];
    let joins = |one: &Slot<'_>, other: &Slot<'_>| {
        one.end < other.begin
            && other.begin <= one.end + 2
            && (one.end..other.begin).all(|at| line.words.is_any(at, &[",", ";", "and"]))
    };
    let list_end = number;
    let mut first = list_end.checked_sub(1)?;
    while 0 < first && joins(&line.slots[first - 1], &line.slots[first]) {
        first -= 1;
    }
    let list = &line.slots[first..list_end];
    // "Four hours, 21 minutes and 37 seconds": one time in several units.
    if list.iter().any(|slot| slot.kind() == FigureKind::Duration && slot.unit() != list[0].unit()) {
        return None;
    }
    let is_alike = |slot: &Slot<'_>| {
        let is_bare = slot.unit().is_none() && slot.kind() == FigureKind::Count;
        (is_bare || slot.kind() == list[list.len() - 1].kind()) && slot.figure().pair.is_none()
    };
    if list.len() < 3
        || !list.iter().all(is_alike)
        || line.has_between(line.first, stated.begin, &["weighted", "median"])
    {
        return None;
    }
    let sum = list.iter().try_fold(Decimal::ZERO, |sum, slot| sum.checked_add(slot.figure().value))?;
    let mean = sum.checked_div(Decimal::from(list.len()))?;
    let half = Decimal::new(1, stated.figure().value.scale());
    let holds = (stated.figure().value - mean).abs() <= half;
    let outcome = Outcome { given: Bounds::exactly(mean), holds };
    let operands: Vec<&Slot<'_>> = list.iter().collect();
    tie_near(RelationKind::ListMean, stated, &operands, outcome, 3)
}

/// So much from so many: what comes to each.
fn shared_out(reach: Reach<'_, '_>, number: usize) -> Option<Relation> {
    let line = reach.line;
    let stated = &line.slots[number];
    let is_money = matches!(stated.kind(), FigureKind::Money | FigureKind::Rate);
    let is_plain = |slot: &Slot<'_>| slot.figure().pair.is_none();
    let is_total = |slot: &&Slot<'_>| {
        let is_kind = if is_money { slot.kind() == FigureKind::Money } else { slot.kind() == FigureKind::Count };
        is_kind
            && is_plain(slot)
            && slot.unit() == stated.unit()
            && slot.unit().is_some()
            && stated.figure().value < slot.figure().value
    };
    if let Some(found) = by_the_game(line, number) {
        return Some(found);
    }
    let own: Vec<&Slot<'_>> = line.slots[..number].iter().filter(is_total).collect();
    let totals = if own.is_empty() { reach.last()?.slots.iter().filter(is_total).collect() } else { own };
    let [total] = totals[..] else { return None };
    let is_count = |slot: &&Slot<'_>| {
        slot.kind() == FigureKind::Count && is_plain(slot) && slot.unit().is_some() && slot.unit() != stated.unit()
    };
    let counts: Vec<&Slot<'_>> = line.slots[..number].iter().filter(is_count).collect();
    let [count] = counts[..] else { return None };
    if line.has_between(line.first, line.end, BENT)
        || !is_each(line, stated, count)
        || count.figure().value <= Decimal::ONE
    {
        return None;
    }
    let given = total.bounds()?.over(count.bounds()?)?;
    let slack = Bounds::around(Decimal::ONE, Decimal::new(5, 2))?;
    let stated_bounds = stated.bounds()?.times(slack)?;
    let outcome = Outcome { given, holds: stated_bounds.meets(given) };
    tie_near(RelationKind::Each, stated, &[total, count], outcome, FAR)
}

/// "21 goals in 28 games, an average of 0.75 a game".
fn by_the_game(line: &Line<'_>, number: usize) -> Option<Relation> {
    let stated = &line.slots[number];
    let end = if stated.kind() == FigureKind::Rate { stated.end.saturating_sub(2) } else { stated.end };
    let noun = line.lower(end + 1);
    let is_per = line.words.is_any(end, &["a", "an", "per", "each", "every"]);
    let counts: Vec<&Slot<'_>> = line.slots[..number].iter().filter(|slot| slot.figure().pair.is_none()).collect();
    let [one, other] = counts[..] else { return None };
    let is_it = |slot: &Slot<'_>| slot.unit() == Some(&*noun) && slot.figure().value > Decimal::ONE;
    let (total, count) = if is_it(other) { (one, other) } else { (other, one) };
    let is_kind = matches!(total.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Measure);
    let is_unit = stated.unit().is_none() || stated.unit() == total.unit();
    let is_bent = line.has_between(line.first, line.end, BENT);
    if !is_per || !is_it(count) || !is_kind || !is_unit || is_bent || is_it(total) {
        return None;
    }
    let given = total.bounds()?.over(count.bounds()?)?;
    // What comes out even was not rounded.
    let scale = stated.figure().value.scale();
    let half = if given.said.round_dp(scale) == given.said { Decimal::ZERO } else { Decimal::new(1, scale) };
    let outcome =
        Outcome { given, holds: stated.bounds()?.with(Bounds::around(stated.figure().value, half)?).meets(given) };
    tie_near(RelationKind::Each, stated, &[total, count], outcome, FAR)
}

/// Words by which the average may be of something else.
const BENT: &[&str] = &[
    "including",
    "plus",
    "tax",
    "taxes",
    "fees",
    "least",
    "median",
    "national",
    "last",
    "previous",
    "earlier",
    "compared",
    "than",
    "against",
    "daily",
    "weekly",
    "monthly",
];

/// Whether the average is told of those who were counted: a comma sets it off, and no verb of its own leads to it.
fn is_each(line: &Line<'_>, stated: &Slot<'_>, count: &Slot<'_>) -> bool {
    const NEAR: usize = 12;
    let is_set_off = line.has_between(count.end, stated.begin, &[",", "(", "–", "—", "or"]);
    let is_other = line.has_between(count.end, stated.begin, &["and", "while", "but", "with", "whose", "who"]);
    let is_thing = count.unit().is_some_and(|unit| !matches!(unit, "year" | "month" | "week" | "day" | "hour"));
    is_set_off && !is_other && is_thing && stated.begin <= count.end + NEAR && thing::adds_up(count.kind())
}

/// "A loan of £250,000 at 4% a year, which costs £10,000 a year in interest".
fn interest(line: &Line<'_>) -> Option<Relation> {
    const OTHERS: &[&str] = &[
        "month", "monthly", "quarter", "rise", "rose", "raised", "from", "fees", "total", "deposit", "profit",
        "compound",
    ];
    let percents: Vec<&Slot<'_>> = line.slots.iter().filter(|slot| slot.is_percent()).collect();
    let is_money = |slot: &&Slot<'_>| matches!(slot.kind(), FigureKind::Money | FigureKind::Rate);
    let sums: Vec<&Slot<'_>> = line.slots.iter().filter(is_money).collect();
    let ([percent], [one, other]) = (&percents[..], &sums[..]) else { return None };
    let (cost, loan) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let is_at = line.words.is_any(percent.begin.wrapping_sub(1), &["at", "of"]);
    let is_plain =
        cost.figure().modifier == Modifier::Plain && cost.unit() == loan.unit() && percent.figure().pair.is_none();
    let is_interest =
        line.has_between(line.first, line.end, &["interest"]) && !line.has_between(line.first, line.end, OTHERS);
    let is_lasting = line.slots.iter().any(|slot| slot.kind() == FigureKind::Duration);
    if !is_at || !is_plain || !is_interest || is_lasting {
        return None;
    }
    let outcome = quotient::percent_of(percent.bounds()?, cost.bounds()?, loan.bounds()?)?;
    Some(tie(RelationKind::Share, percent, &[cost, loan], None, outcome))
}
