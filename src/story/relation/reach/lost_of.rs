//! What is left of a whole of which some were lost: "lost 60 of its 340 trees and still has 280", "has sold 14 of the 32
//! plots; it has 18 left".

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{is_plain, tie_near};
use crate::extract::FigureKind;

/// What is left that is farther off is left of something else.
const FAR: i64 = 2;

/// What is left in a sentence that tells how many of how many are gone.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    const GONE: &[&str] = &["lost", "sold", "shed", "closed", "spent", "repaid", "used", "scrapped", "felled", "given"];
    let is_amount = |slot: &&Slot<'_>| matches!(slot.kind(), FigureKind::Count | FigureKind::Money);
    let [gone, whole, left] = line.slots.iter().filter(is_amount).collect::<Vec<_>>()[..] else { return None };
    let words = line.words;
    let is_of = words.is(gone.behind, "of") && whole.begin <= gone.behind + 4;
    let is_gone = words.is_any(gone.begin.wrapping_sub(1), GONE);
    let before = left.begin.wrapping_sub(1);
    let has = words.is_any(before, &["has", "have"]);
    let still = has && words.is(before.wrapping_sub(1), "still");
    let is_left = still || has && words.is_any(left.past(), &["left", "remaining"]);
    let are_alike = whole.is_like(left) && (gone.unit().is_none() || gone.is_like(whole));
    if !is_of || !is_gone || !is_left || !are_alike || ![gone, whole, left].into_iter().all(is_plain) {
        return None;
    }
    if line.has_between(whole.end, line.end, &["new", "bought", "planted", "added", "gained", "about", "than"]) {
        return None;
    }
    let outcome = quotient::difference(left.bounds()?, whole.bounds()?, gone.bounds()?)?;
    tie_near(RelationKind::Difference, left, &[whole, gone], outcome, FAR)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_is_left_is_the_whole_without_what_is_gone() {
        for (text, is_wrong) in [
            ("The orchard lost 60 of its 340 trees in the storm; it still has 270, Ek said.", true),
            ("The orchard lost 60 of its 340 trees in the storm; it still has 280, Ek said.", false),
            ("The orchard lost 60 of its 340 trees but has planted 90 and still has 370, Ek said.", false),
        ] {
            let found = relations(&read(text), RelationKind::Difference);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
