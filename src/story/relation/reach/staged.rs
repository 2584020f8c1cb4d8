//! A percentage that comes in steps: "lifts pay by 15 per cent over four years: five per cent in the first, four in the
//! second, three in the third and three in the fourth".
//!
//! The steps stand behind a colon or a dash, each with its time, and are added up or, as interest is, multiplied.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::is_plain;
use crate::extract::FigureKind;
use crate::language::Class;

/// How many words may stand between the percentage and its steps.
const NEAR: usize = 7;

/// How far the steps may miss it, in points: farther off, they are of something else.
const FAR: i64 = 3;

/// The percentage of a sentence whose steps follow it.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let number = line.slots.iter().position(Slot::is_percent)?;
    let (stated, steps) = (&line.slots[number], &line.slots[number + 1..]);
    let opens = |at: usize| line.words.is_any(at, &[":", "–", "—", "("]);
    let opener = (stated.end..line.end.min(stated.end + NEAR)).find(|&at| opens(at))?;
    let is_step = |slot: &&Slot<'_>| {
        let is_bare = slot.kind() == FigureKind::Count && slot.unit().is_none();
        let is_less = slot.figure().value < stated.figure().value;
        (slot.is_percent() || is_bare) && is_plain(slot) && is_timed(line, slot) && is_less
    };
    let steps: Vec<&Slot<'_>> = steps.iter().filter(|slot| opener < slot.begin).take_while(is_step).collect();
    let (first, last) = (steps.first()?, steps.last()?);
    let opens_list = first.is_percent() && first.begin <= opener + 2 && is_plain(stated);
    let is_joined = line.has_between(first.end, last.begin, &["and", "then"]);
    if steps.len() < 2 || !opens_list || !is_joined || line.has_between(opener, last.end, &["including", "than", "up"])
    {
        return None;
    }
    let sum = steps.iter().try_fold(Decimal::ZERO, |sum, slot| sum.checked_add(slot.figure().value))?;
    let all = stated.figure().value;
    let apart = |value: Decimal| (value - all).abs();
    // What is agreed is told as it is, and what it comes to may be rounded to the next whole.
    let holds = apart(sum) < Decimal::ONE || apart(compounded(&steps)?) < Decimal::ONE;
    let outcome = Outcome { given: Bounds::exactly(sum), holds };
    (holds || apart(sum) <= Decimal::from(FAR)).then(|| tie(RelationKind::Sum, stated, &steps, None, outcome))
}

/// What the steps come to, each upon those before, in percent.
fn compounded(steps: &[&Slot<'_>]) -> Option<Decimal> {
    let times = steps.iter().try_fold(Decimal::ONE, |all, slot| {
        let step = slot.figure().value.checked_div(Decimal::ONE_HUNDRED)?;
        all.checked_mul(Decimal::ONE.checked_add(step)?)
    })?;
    times.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)
}

/// "In the first year", "from May", "this year", "next April".
fn is_timed(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const ORDERS: &[&str] = &["first", "second", "third", "fourth", "fifth", "final", "last", "next", "this"];
    let end = slot.past();
    let is_order = (end..end + 3).any(|at| line.words.is_any(at, ORDERS) || line.words.has(at, Class::Time));
    let is_year = line.words.is_any(end, &["in", "from"]) && super::is_year(line.words.written(end + 1));
    is_order || is_year
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn steps_are_added_up_or_multiplied() {
        let text = "The deal lifts pay by # per cent: five per cent in the first year, four in the second, three in the third and three in the fourth.";
        for (said, is_wrong) in [("14", true), ("15", false), ("15.9", false), ("31", false)] {
            assert_eq!(wrong(&text.replace('#', said)), is_wrong, "{said}");
        }
        let text = "The deal lifts pay by #% over two years: 5% this year and 4% next year.";
        assert!(wrong(&text.replace('#', "11")));
        assert!(!wrong(&text.replace('#', "9")));
    }
}
