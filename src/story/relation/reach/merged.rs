//! What comes of two that are joined: "schools with 340 and 280 pupils will merge to form one of 620", "two firms, with 1,200 and
//! 450 staff, would combine into a group of 1,650".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::{Relation, RelationKind};
use super::{is_plain, tie_near};
use crate::extract::FigureKind;
use crate::story::relation::quotient::Outcome;

/// What is farther off is of something else.
const FAR: i64 = 2;

/// What has two become one.
const JOIN: &[&str] =
    &["merge", "merges", "merged", "merging", "combine", "combined", "combining", "amalgamate", "amalgamated"];

/// The sum of a sentence whose first figures are its parts.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let counts: Vec<&Slot<'_>> =
        line.slots.iter().filter(|slot| slot.kind() == FigureKind::Count && is_plain(slot)).collect();
    let [.., one, other, stated] = counts[..] else { return None };
    if counts.len() > 4 || line.slots.len() != counts.len() {
        return None;
    }
    let is_joined = other.begin <= one.past() + 3 && line.has_between(one.end, other.begin, &["and"]);
    let is_made = line.has_between(other.end, stated.begin, JOIN)
        && line.has_between(
            other.end,
            stated.begin,
            &["form", "create", "into", "make", "forming", "creating", "become", "giving"],
        )
        && line.words.is_any(stated.begin.wrapping_sub(1), &["of", "with", "than"]);
    let given = one.bounds()?.plus(other.bounds()?)?;
    let outcome = Outcome { given, holds: stated.bounds()?.meets(given) };
    let is_more =
        one.figure().value.max(other.figure().value) < stated.figure().value && Decimal::TEN < stated.figure().value;
    (is_joined && is_made && is_more)
        .then(|| tie_near(RelationKind::Sum, stated, &[one, other], outcome, FAR))
        .flatten()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn two_that_are_joined_make_one() {
        for (text, sound, broken) in [
            ("Two schools with 340 and 280 pupils will merge to form a school of #, the council said.", "620", "720"),
            (
                "Brae Foods and Orm Mills, with 1,210 and 455 staff, would merge into a group of # people.",
                "1,665",
                "1,865",
            ),
        ] {
            let found = |number: &str| relations(&read(&text.replace('#', number)), RelationKind::Sum);
            assert!(!found(sound).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(sound));
            assert!(found(broken).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(broken));
        }
        let other = "Two schools with 340 and 280 pupils will merge in May; 900 people signed a petition.";
        assert!(!relations(&read(other), RelationKind::Sum).iter().any(|line| line.contains('≠')));
    }
}
