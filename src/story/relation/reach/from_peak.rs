//! A fall since a peak: "peaked at 190,000 barrels a day in 2009 and has since slipped by more than half, to 112,000".
//!
//! The peak, the change and where it led must be all figures of the sentence.

use super::super::change::settle;
use super::super::line::{Line, Way, tie};
use super::super::{Relation, RelationKind};
use super::only::is_part;
use super::{is_near, is_plain};

/// A change that is farther off is one of something else.
const FAR: i64 = 3;

/// The change since the peak that a sentence tells.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let [peak, one, other] = &line.slots[..] else { return None };
    let (stated, to) = if is_part(one) { (one, other) } else { (other, one) };
    let words = line.words;
    let first = peak.begin.saturating_sub(3).max(line.first);
    let is_peak = line.has_between(first, peak.begin, &["peaked", "peaking", "peak", "high"])
        && words.is_any(peak.begin.wrapping_sub(1), &["at", "of"]);
    let since = (peak.end..one.begin).find(|&at| words.is(at, "since"))?;
    let way = (since..one.begin).find_map(|at| line.way(at))?;
    let is_to = words.is(to.begin.wrapping_sub(1), "to");
    let is_bare = peak.is_like(to) || to.unit().is_none();
    if !is_peak || way != Way::Down || !is_part(stated) || !is_to || !is_bare || !is_plain(peak) || !is_plain(to) {
        return None;
    }
    let (kind, operands, outcome) = settle::between(stated, (peak, to))?;
    let is_sound = kind == RelationKind::PercentChange && (outcome.holds || is_near(&outcome, stated, FAR));
    is_sound.then(|| tie(kind, stated, &operands, None, outcome))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_fall_since_a_peak_is_one_from_it() {
        for (text, is_wrong) in [
            (
                "Output peaked at 190,000 barrels a day in 2009 and has since slipped by more than half, to 112,000, Ek said.",
                true,
            ),
            (
                "Output peaked at 190,000 barrels a day in 2009 and has since slipped by more than half, to 82,000, Ek said.",
                false,
            ),
            (
                "Output peaked at 200,000 barrels a day in 2009 and has since slipped by 44 percent, to 112,000, Ek said.",
                false,
            ),
        ] {
            let found = relations(&read(text), RelationKind::PercentChange);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
