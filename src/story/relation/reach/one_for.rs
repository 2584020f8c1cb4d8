//! One of something for so many of something else: "2,140 officers for a population of 1.07 million, one for every 5,000
//! people", "1,100 people applied for the 44 places. That is 25 for every place".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain, takes_up, tie_near};
use crate::extract::{FigureKind, Modifier};

/// A number that is farther off is one of something else.
const FAR: i64 = 11;

/// How many come to one, against the only two counts before.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const OPEN: &[&str] = &["about", "average", "national", "target", "than", "compared", "least", "every other"];
    let line = reach.line;
    let stated = line.slots.last().filter(|slot| is_for_one(line, slot) || is_for_each(line, slot))?;
    let others: Vec<&Slot<'_>> = match line.slots.len() {
        3 => line.slots[..2].iter().collect(),
        1 if takes_up(line) => reach.previous().filter(|last| last.block == line.block)?.slots.iter().collect(),
        _ => return None,
    };
    let [one, other] = others[..] else { return None };
    let is_count = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && is_plain(slot);
    if ![one, other, stated].into_iter().all(is_count) || line.has_between(line.first, line.end, OPEN) {
        return None;
    }
    let is_tied = line.slots.len() == 1 || are_tied(line, one, other);
    let (few, many) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    if !is_tied || few.figure().value <= Decimal::ONE || many.figure().value <= stated.figure().value {
        return None;
    }
    let given = many.bounds()?.over(few.bounds()?)?;
    // Such a number is rounded to what is easily said.
    let slack = Bounds::around(
        Decimal::ONE,
        Decimal::new(if stated.figure().modifier == Modifier::About { 10 } else { 6 }, 2),
    )?;
    let outcome = Outcome { given, holds: stated.bounds()?.times(slack)?.meets(given) };
    tie_near(RelationKind::Each, stated, &[many, few], outcome, FAR)
}

/// "2,140 officers for a population of 1.07 million": the two belong together.
fn are_tied(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const TIES: &[&str] =
        &["for", "serving", "serve", "serves", "share", "sharing", "treat", "treating", "among", "to"];
    let end = one.past();
    other.begin <= end + 8 && line.has_between(end, other.begin, TIES)
}

/// "One for every 5,000 people", "one per 500 residents".
fn is_for_one(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let every = slot.begin.wrapping_sub(1);
    let at = if words.is(every, "per") { every } else { every.wrapping_sub(1) };
    let is_every = words.is(every, "per") || words.is(every, "every") && words.is_any(at, &["for", "to"]);
    let one = at.wrapping_sub(1);
    let before = one.wrapping_sub(1 + usize::from(words.is_any(one.wrapping_sub(1), &["about", "roughly", "just"])));
    // "14 doctors and one nurse for every 120 people": of something else.
    is_every && words.is_any(one, &["one", "1"]) && words.is_any(before, &[",", "or", "–", "—", "(", "making"])
}

/// "25 for every place", "25 for each place".
fn is_for_each(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let end = slot.past();
    let words = line.words;
    words.is(end, "for") && words.is_any(end + 1, &["every", "each"]) && words.is_word(end + 2)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn so_many_come_to_one() {
        for (text, is_wrong) in [
            (
                "The force has 2,140 officers for a population of 1.07 million, one for every 5,000 people, Ek said.",
                true,
            ),
            (
                "The force has 2,140 officers for a population of 1.07 million, one for every 500 people, Ek said.",
                false,
            ),
            ("Some 1,100 people applied for the 44 places, Ek said. That is 20 for every place.", true),
            ("Some 1,100 people applied for the 44 places, Ek said. That is 25 for every place.", false),
        ] {
            let found = relations(&read(text), RelationKind::Each);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
