//! What fell, grew or came beside what is normal, told in the sentence before: "Average rainfall for March is 120 mm. This
//! year 66 mm fell, 55 percent of normal".

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain, tie_near};
use crate::extract::FigureKind;

/// A share that is farther off is one of something else.
const FAR: i64 = 3;

/// Words for what is normal.
const NORMAL: &[&str] = &["average", "mean", "norm", "normal", "usual", "usually", "normally", "typical", "long-term"];

/// The share of a sentence that has an amount beside it, of what the sentence before calls normal.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let [part, stated] = &line.slots[..] else { return None };
    let last = reach.previous().filter(|last| last.block == line.block)?;
    let [whole] = &last.slots[..] else { return None };
    let is_normal = last.has_between(last.first, whole.begin, NORMAL);
    let is_amount = |slot: &Slot<'_>| {
        matches!(slot.kind(), FigureKind::Measure | FigureKind::Money | FigureKind::Count) && is_plain(slot)
    };
    let are_alike = is_amount(part) && is_amount(whole) && part.is_like(whole) && part.unit() == whole.unit();
    if !is_normal || !are_alike || !stated.is_percent() || !is_plain(stated) {
        return None;
    }
    if !is_of_normal(line, stated) {
        return None;
    }
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    tie_near(RelationKind::Share, stated, &[part, whole], outcome, FAR)
}

/// "55 percent of normal", "55 percent of the average".
fn is_of_normal(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let end = stated.behind;
    let noun = end + 1 + usize::from(words.is_any(end + 1, &["the", "its"]));
    words.is(end, "of") && (words.is_any(noun, NORMAL) || words.is_any(noun + 1, NORMAL))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_share_of_what_is_normal_is_held_against_both() {
        for (text, is_wrong) in [
            ("Average rainfall for March is 120 mm. This year 66 mm fell, 45 percent of normal, Ek said.", true),
            ("Average rainfall for March is 120 mm. This year 66 mm fell, 55 percent of normal, Ek said.", false),
            ("Average rainfall for March is 120 mm. This year 66 mm fell, 45 percent below normal, Ek said.", false),
            ("Rainfall in March was 120 mm. In May 66 mm fell, 45 percent of normal, Ek said.", false),
        ] {
            let found = relations(&read(text), RelationKind::Share);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
