//! What a length and a width make: "25 metres long and 10 wide, covers 250 square metres", "a plot of 40 metres by 60, or
//! 2,400 square metres".
//!
//! The three must be the only measures of the sentence, and of one unit.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{is_plain, tie_near};
use crate::extract::FigureKind;

/// An area that is farther off is that of something else.
const FAR: i64 = 12;

/// Words by which a thing has its area.
const GIVES: &[&str] =
    &["area", "cover", "covering", "covers", "gives", "giving", "is", "makes", "making", "measures", "occupies", "or"];

/// The area of a sentence with the length and the width that give it.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    const OPEN: &[&str] =
        &["about", "average", "up", "than", "including", "nearly", "almost", "total", "two-storey", "floors"];
    let [one, other, area] = &line.slots[..] else { return None };
    let unit = one.unit().filter(|_| one.kind() == FigureKind::Measure)?;
    let is_square =
        area.kind() == FigureKind::Measure && area.unit().and_then(|area| area.strip_prefix("square ")) == Some(unit);
    let is_bare = other.kind() == FigureKind::Count && other.unit().is_none_or(|unit| matches!(unit, "wide" | "broad"));
    let is_side = other.unit() == Some(unit) || is_bare;
    // "With stands that cover 9,000 square metres": of something else.
    let is_its = line.has_between(other.end, area.begin, GIVES)
        && !line.has_between(other.end, area.begin, &["with", "that", "where", "park", "each", "site", "around"]);
    if !is_its || !is_square || !is_side || !are_sides(line, one, other) || line.has_between(line.first, line.end, OPEN)
    {
        return None;
    }
    if ![one, other, area].into_iter().all(is_plain) || area.figure().value <= Decimal::ONE {
        return None;
    }
    let outcome = quotient::product(area.bounds()?, one.bounds()?, other.bounds()?)?;
    tie_near(RelationKind::Average, area, &[one, other], outcome, FAR)
}

/// "25 metres long and 10 wide", "40 metres by 60", "18 m x 9 m".
fn are_sides(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    let words = line.words;
    let (first, end) = (one.past(), other.past());
    let is_by = other.begin <= first + 1 && words.is_any(first, &["by", "x", "×"]);
    let is_long = (words.is_any(first, &["long", "deep", "wide"])
        || words.is_any(first.wrapping_sub(1), &["long", "wide"]))
        && words.is_any(other.begin.wrapping_sub(1), &["and", "by", ","])
        && other.begin <= first + 3
        && (words.is_any(end, &["wide", "across", "broad", "long"])
            || words.is_any(end.wrapping_sub(1), &["wide", "across", "broad"]));
    is_by || is_long
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_length_and_a_width_make_an_area() {
        for (text, is_wrong) in [
            ("The pool, 25 metres long and 10 wide, covers 350 square metres, Ek said.", true),
            ("The pool, 25 metres long and 10 wide, covers 250 square metres, Ek said.", false),
            ("The pool is 25 metres long and 10 metres wide and covers 350 square metres, Ek said.", true),
            ("The plot of 40 metres by 60 metres, or 2,800 square metres, was sold.", true),
            ("The plot of 40 metres by 60 metres, or 2,400 square metres, was sold.", false),
        ] {
            let found = relations(&read(text), RelationKind::Average);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
