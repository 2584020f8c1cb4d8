//! A total dealt out by age: "Of the 156 patients, 97 were under five, 38 were aged five to 17 and 31 were adults".
//!
//! Nobody is in two bands. Of two that begin below, "under five" and "under 18", one lies in the other.

use rust_decimal::Decimal;

use super::super::Relation;
use super::super::line::{Line, Slot};
use super::Reach;
use super::parts::{Near, are_listed, settle};
use crate::language::Class;

/// The total of a sentence that opens with it, against the bands behind it.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const NEAR: usize = 6;
    let line = reach.line;
    let (whole, parts) = line.slots.split_first()?;
    let is_opened = line.words.is_any(line.first, &["of", "among"])
        && whole.begin <= line.first + NEAR
        && !line.has_between(line.first, whole.begin, &[","]);
    (is_opened && are_bands(line, parts) && are_listed(line, parts))
        .then(|| settle(whole, parts, Decimal::ZERO, Near::Listed))
        .flatten()
}

/// Whether each part is of an age, and no two are open to the same side.
fn are_bands(line: &Line<'_>, parts: &[Slot<'_>]) -> bool {
    const GROWN: &[&str] = &["adult", "adults", "pensioners", "teenagers", "children", "infants", "babies", "older"];
    let age_of = |part: &Slot<'_>| {
        let mut at = part.past();
        at += usize::from(line.words.has(at, Class::Be));
        if line.words.is(at, "aged") { at + 1 } else { at }
    };
    let opens_with = |word: &str| parts.iter().filter(|part| line.words.is(age_of(part), word)).count();
    let is_told = |part: &&Slot<'_>| {
        let at = age_of(part);
        line.words.is_any(at, &["under", "over", "between"])
            || line.words.is(at.wrapping_sub(1), "aged")
            || line.words.is_any(at, GROWN)
    };
    2 <= parts.len()
        && opens_with("under") <= 1
        && opens_with("over") <= 1
        && parts.iter().filter(is_told).count() == parts.len()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn nobody_is_in_two_bands() {
        for (text, is_wrong) in [
            (
                "Of the 156 patients, 97 were under five, 38 were aged five to 17 and 31 were adults, the board said.",
                true,
            ),
            (
                "Of the 166 patients, 97 were under five, 38 were aged five to 17 and 31 were adults, the board said.",
                false,
            ),
            ("Of the 156, 97 were under 30, 38 were between 30 and 60, and 31 were over 60.", true),
            ("Of the 156, 97 were under 30, 38 were under 18 and 31 were over 60.", false),
            ("Of the 156, 97 were under 30, 38 were blind and 31 were over 60.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Sum);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
