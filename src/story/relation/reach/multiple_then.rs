//! So many times what it was, with that level told behind: "At $6.50 a loaf costs three times what it did in 2020, when it
//! was $1.75".
//!
//! The two must be the only figures of their kind in the sentence.

use super::super::line::{Line, Slot, tie};
use super::super::multiple::times_of;
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::so_many_times::bounds;
use super::{is_near, is_plain};

/// A figure that is farther off is a multiple of something else.
const FAR: i64 = 2;

/// What a sentence calls so many times the level that it tells behind.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let mut all = times_of(line);
    let times = all.next().filter(|_| all.next().is_none())?;
    let words = line.words;
    let is_what = words.is(times.end, "what") && words.is_any(times.end + 1, &["it", "they", "he", "she", "the"]);
    let is_level = |slot: &&Slot<'_>| slot.number != times.first && is_plain(slot) && slot.unit().is_some();
    let levels: Vec<&Slot<'_>> = line.slots.iter().filter(is_level).collect();
    let [stated, base] = levels[..] else { return None };
    let was =
        base.begin.wrapping_sub(1 + usize::from(words.is_any(base.begin.wrapping_sub(1), &["at", "only", "just"])));
    let is_then = times.end <= base.begin && words.is_any(was, &["was", "were", "cost", "stood", "paid"]);
    let is_told = is_what && is_then && stated.end <= times.first && stated.is_like(base);
    if !is_told || line.has_between(line.first, line.end, &["than", "average"]) {
        return None;
    }
    let outcome = quotient::product(stated.bounds()?, bounds(line, &times)?, base.bounds()?)?;
    (outcome.holds || is_near(&outcome, stated, FAR))
        .then(|| tie(RelationKind::Multiple, stated, &[base], Some(line.span(times.first, times.end)), outcome))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_it_was_goes_so_often_into_what_it_is() {
        for (text, is_wrong) in [
            ("At $6.50, a loaf costs three times what it did in 2020, when it was $1.75, Ek said.", true),
            ("At $5.25, a loaf costs three times what it did in 2020, when it was $1.75, Ek said.", false),
        ] {
            let found = relations(&read(text), RelationKind::Multiple);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
