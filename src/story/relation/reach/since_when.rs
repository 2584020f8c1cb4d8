//! A step since a time whose level is told with it: "8,400 at the last count, has dropped by 600 since 2010, when it was
//! 9,200", "now 64p, is up 6p since May, when it stood at 56p".

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{is_plain, tie_near};

/// A step that is farther off is one of something else.
const FAR: i64 = 3;

/// The step of a sentence with the levels of now and then.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let [now, step, then] = &line.slots[..] else { return None };
    let words = line.words;
    let is_step = words.is_any(step.begin.wrapping_sub(1), &["by", "up", "down"])
        || line.way(step.begin.wrapping_sub(1)).is_some();
    let is_way = (now.end..step.begin).any(|at| line.way(at).is_some());
    let since = (step.end..then.begin).find(|&at| words.is(at, "since"))?;
    let when = (since + 1..then.begin).find(|&at| words.is(at, "when"))?;
    let is_then = words.is_any(when + 1, &["it", "they", "there"])
        && line.has_between(when, then.begin, &["was", "were", "stood", "had", "numbered"])
        && then.begin <= when + 5;
    let is_alike = |slot: &Slot<'_>| slot.kind() == now.kind() && (slot.unit().is_none() || slot.unit() == now.unit());
    let are_alike = is_alike(step) && is_alike(then);
    let are_plain = [now, step, then].into_iter().all(is_plain) && !step.is_percent();
    if !is_step || !is_way || !is_then || !are_alike || !are_plain {
        return None;
    }
    let outcome = quotient::difference(step.bounds()?, now.bounds()?, then.bounds()?)?;
    // Hundreds may be rounded, but not to other hundreds.
    let apart = (outcome.given.said - step.figure().value).abs();
    let is_near_miss = apart < step.figure().value && !apart.is_zero() && !is_within_a_digit(step, apart);
    let outcome = super::Outcome { holds: outcome.holds && !is_near_miss, ..outcome };
    tie_near(RelationKind::Difference, step, &[now, then], outcome, FAR)
}

/// Whether the difference is less than the place of the last digit of the step that is no nought.
fn is_within_a_digit(step: &Slot<'_>, apart: rust_decimal::Decimal) -> bool {
    let ten = rust_decimal::Decimal::TEN;
    let mut place = rust_decimal::Decimal::ONE;
    while (step.figure().value % (place * ten)).is_zero() && place < step.figure().value {
        place *= ten;
    }
    apart < place
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_step_since_then_lies_between_then_and_now() {
        for (text, is_wrong) in [
            (
                "The population, 8,400 at the last count, has dropped by 600 since 2010, when it was 9,200, Ek said.",
                true,
            ),
            (
                "The population, 8,400 at the last count, has dropped by 800 since 2010, when it was 9,200, Ek said.",
                false,
            ),
        ] {
            let found = relations(&read(text), RelationKind::Difference);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
