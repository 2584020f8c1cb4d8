//! What somebody lost or gained, has now and had before: "lost 14 seats and now has 52, against 66 before the vote".

use super::super::line::{Lead, Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{is_plain, tie_near};
use crate::extract::FigureKind;

/// What lies farther off is lost by somebody else.
const FAR: i64 = 3;

const CHANGED: &[&str] = &["lost", "lose", "loses", "shed", "dropped", "gained", "gains", "gain", "added"];

/// What is lost or gained, against what there is now and was before.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let [step, now, before] = &line.slots[..] else { return None };
    let words = line.words;
    let has = now.begin.wrapping_sub(1 + usize::from(words.is_any(now.begin.wrapping_sub(1), &["just", "only"])));
    let is_step = words.is_any(step.begin.wrapping_sub(1), CHANGED) && step.unit().is_some();
    let is_now = words.is_any(has, &["has", "have", "holds", "hold"])
        && (words.is(has.wrapping_sub(1), "now") || words.is(has.wrapping_sub(1), "and"));
    let is_before = matches!(line.lead(2), Lead::Against | Lead::From);
    let is_count = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && is_plain(slot);
    let are_alike = [now, before].iter().all(|slot| slot.unit().is_none() || slot.unit() == step.unit());
    // "Against 46 for its rival"
    let is_of_another = words.is_any(before.past(), &["for", "held", "of"]);
    if is_of_another || !is_step || !is_now || !is_before || !are_alike || !line.slots.iter().all(is_count) {
        return None;
    }
    let outcome = quotient::difference(step.bounds()?, now.bounds()?, before.bounds()?)?;
    tie_near(RelationKind::Difference, step, &[now, before], outcome, FAR)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_was_lost_lies_between_what_was_and_is() {
        for (text, is_wrong) in [
            ("The party lost 14 seats and now has 52, against 64 before the vote, Ek said.", true),
            ("The party lost 12 seats and now has 52, against 64 before the vote, Ek said.", false),
        ] {
            let found = relations(&read(text), RelationKind::Difference);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
