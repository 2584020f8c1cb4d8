//! An offer by its size, and what it would bring: "the offer of 5.5% would lift basic pay from £1,420 a month to £1,530", "a 4%
//! deal takes the hourly rate from $20 to $20.80".

use super::super::change::settle;
use super::super::line::{Lead, Line, Slot, tie};
use super::super::{Relation, RelationKind};
use super::{is_near, is_plain};
use crate::extract::FigureKind;

/// What is farther off is of something else.
const FAR: i64 = 5;

/// What is offered or agreed.
const OFFERS: &[&str] = &[
    "offer",
    "deal",
    "settlement",
    "award",
    "proposal",
    "package",
    "agreement",
    "rise",
    "increase",
    "cut",
    "hike",
    "pledge",
];

/// What it does.
const BRINGS: &[&str] = &[
    "lift",
    "lifts",
    "lifting",
    "take",
    "takes",
    "taking",
    "bring",
    "brings",
    "bringing",
    "push",
    "pushes",
    "pushing",
    "raise",
    "raises",
    "raising",
    "put",
    "puts",
    "putting",
    "move",
    "moves",
    "increase",
    "increases",
    "reduce",
    "reduces",
    "cut",
    "cuts",
];

/// The size of an offer against the two ends that its sentence gives.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let [stated, from, to] = line.slots.as_slice() else { return None };
    let words = line.words;
    let behind = stated.past();
    let is_offer = words.is(stated.begin.wrapping_sub(1), "of") && words.is_any(stated.begin.wrapping_sub(2), OFFERS)
        || (behind..behind + 3).any(|at| words.is_any(at, OFFERS));
    let are_ends = line.lead(1) == Lead::From && line.lead(2) == Lead::To && is_one_unit(from, to);
    let is_sound = stated.is_percent() && [stated, from, to].into_iter().all(is_plain);
    if !is_sound || !is_offer || !are_ends || !line.has_between(behind, from.begin, BRINGS) {
        return None;
    }
    let (kind, operands, outcome) = settle::between(stated, (from, to))?;
    (kind == RelationKind::PercentChange && (outcome.holds || is_near(&outcome, stated, FAR)))
        .then(|| tie(kind, stated, &operands, None, outcome))
}

/// "From £1,420 a month to £1,530": how often is said once.
fn is_one_unit(one: &Slot<'_>, other: &Slot<'_>) -> bool {
    let is_sum = |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Money | FigureKind::Rate);
    one.is_like(other) || is_sum(one) && is_sum(other) && one.unit() == other.unit()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn an_offer_brings_what_its_size_says() {
        for (text, sound, broken) in [
            ("The offer of #% would lift a driver's basic pay from £1,420 a month to £1,530, Ek said.", "7.7", "5.5"),
            ("A #% pay deal takes the hourly rate from $20 to $20.80, Ek said.", "4", "6"),
        ] {
            let found = |number: &str| relations(&read(&text.replace('#', number)), RelationKind::PercentChange);
            assert!(!found(sound).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(sound));
            assert!(found(broken).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(broken));
        }
    }
}
