//! What a rise in percent comes to for one who is told of: "a rise of 7 percent. A crane driver on 2,000 euros a month will
//! take home 2,140 euros", "fares go up 10 per cent. A ticket that costs £4 now will cost £4.40".
//!
//! The percentage must be the only one of its sentence, and the two sums the only ones of theirs.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, Way, tie};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind};
use super::{Reach, is_near, is_plain};
use crate::extract::FigureKind;
use crate::language::WordList;

/// A change that is farther off is one of something else.
const FAR: i64 = 3;

/// Words by which the two sums are of another change, or of more than one.
const OPEN: WordList = WordList::of(&[
    "about",
    "after",
    "another",
    "average",
    "including",
    "plus",
    "tax",
    "than",
    "two",
    "three",
    "years",
    "over",
    "phased",
]);

/// The change of the sentence before, against the example that this one gives.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let [from, to] = &line.slots[..] else { return None };
    let is_sum = |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Money | FigureKind::Rate) && is_plain(slot);
    if !is_sum(from) || !is_sum(to) || !is_example(line, from, to) || from.figure().value == to.figure().value {
        return None;
    }
    let last = reach.previous()?;
    let (stated, way) = only_change(last)?;
    let are_alike = from.is_like(to) || from.unit().is_some() && from.unit() == to.unit();
    let is_up = from.figure().value < to.figure().value;
    if !are_alike || is_up != (way == Way::Up) || line.has_listed(line.first, line.end, &OPEN) {
        return None;
    }
    // An example is reckoned, and rounded no further than to what is paid.
    let paid = |slot: &Slot<'_>| {
        let value = slot.figure().value;
        Bounds::around(value, value.checked_mul(Decimal::new(2, 3))?)
    };
    let outcome = quotient::percent_change(stated.bounds()?, paid(from)?, paid(to)?)?;
    (outcome.holds || is_near(&outcome, stated, FAR))
        .then(|| tie(RelationKind::PercentChange, stated, &[from, to], None, outcome))
}

/// "A crane driver on 2,000 euros a month will take home 2,170": what one has and what he will have.
fn is_example(line: &Line<'_>, from: &Slot<'_>, to: &Slot<'_>) -> bool {
    const NOW: &[&str] =
        &["on", "earning", "earns", "paid", "paying", "pays", "now", "currently", "costs", "costing", "of"];
    let words = line.words;
    let first = from.begin.saturating_sub(2).max(line.first);
    let opens = words.is_any(line.first, &["a", "an", "someone", "somebody", "anyone", "for"]);
    let is_now = line.has_between(first, from.begin, NOW) || line.has_between(from.end, from.end + 2, &["now"]);
    opens && is_now && line.has_between(from.end, to.begin, &["will", "would"])
}

/// The only percentage of a sentence, which something rises or falls by.
fn only_change<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, Way)> {
    const NEAR: usize = 4;
    let mut all = line.slots.iter().filter(|slot| slot.is_percent());
    let stated = all.next().filter(|stated| all.next().is_none() && is_plain(stated))?;
    let first = stated.begin.saturating_sub(NEAR).max(line.first);
    let end = stated.past();
    let before = (first..stated.begin).rev().find_map(|at| line.way(at));
    let behind = || {
        let words = line.words;
        let noun = words.past_hyphen(end);
        if words.is_any(noun, &["more", "higher", "dearer"]) { Some(Way::Up) } else { line.way(noun) }
    };
    Some((stated, before.or_else(behind)?))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn an_example_shows_the_change_that_was_told() {
        for (text, is_wrong) in [
            (
                "The deal gives dockers a rise of 7 percent. A crane driver on 2,000 euros a month will take home 2,170 euros, Ek said.",
                true,
            ),
            (
                "The deal gives dockers a rise of 7 percent. A crane driver on 2,000 euros a month will take home 2,140 euros, Ek said.",
                false,
            ),
            ("Fares will rise by 10 per cent. A ticket that now costs £4 will cost £4.80.", true),
            ("Fares will rise by 10 per cent. A ticket that now costs £4 will cost £4.40.", false),
            ("Fares will rise by 10 per cent. He earns £400 a week and would like £480.", false),
        ] {
            let found = relations(&read(text), RelationKind::PercentChange);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
