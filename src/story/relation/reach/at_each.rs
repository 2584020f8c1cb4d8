//! So many in all, at so many places, and so many at each: "600 patients at 12 hospitals, 50 at each", "84 teams in six
//! groups, with 14 in each".
//!
//! The three must be the only figures of the sentence.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::Bounds;
use super::super::{Relation, RelationKind};
use super::tie_near;
use crate::extract::{FigureKind, Modifier};

/// What is at each that is farther off is something else.
const FAR: i64 = 3;

const PLACES: &[&str] = &["across", "among", "at", "between", "from", "in", "into", "on", "to"];

/// How many are at each, against all of them and the places.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    const OPEN: &[&str] = &["about", "average", "least", "maximum", "more", "most", "than", "to", "up", "including"];
    let [total, places, each] = &line.slots[..] else { return None };
    let words = line.words;
    let end = each.past();
    let is_each = words.is_any(end, &["at", "in", "on", "from", "to", "for"]) && words.is(end + 1, "each");
    let is_closed = line.end <= end + 2 || words.is_any(end + 2, &[",", ".", ";", ")", "–", "—"]);
    let is_tied = (total.end..places.begin).any(|at| words.is_any(at, PLACES))
        && places.begin <= total.end + 4
        && each.begin <= places.end + 5;
    let are_counts = line.slots.iter().all(|slot| {
        slot.kind() == FigureKind::Count && slot.figure().pair.is_none() && slot.figure().modifier == Modifier::Plain
    });
    let is_like = each.unit().is_none() || each.unit() == total.unit();
    let is_open = line.has_between(places.end, each.end, OPEN) || line.has_between(line.first, total.begin, OPEN);
    if !is_each || !is_closed || !is_tied || !are_counts || !is_like || is_open || !is_shared(total, places, each) {
        return None;
    }
    let given = total.bounds()?.over(Bounds::exactly(places.figure().value))?;
    let outcome = super::Outcome { given, holds: each.bounds()?.meets(given) };
    tie_near(RelationKind::Each, each, &[total, places], outcome, FAR)
}

/// Whether there are more things than places, and more than one of each.
fn is_shared(total: &Slot<'_>, places: &Slot<'_>, each: &Slot<'_>) -> bool {
    let (total, places, each) = (total.figure().value, places.figure().value, each.figure().value);
    Decimal::ONE < places && places < total && Decimal::ONE < each && each < total
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn so_many_at_each_make_them_all() {
        for (text, is_wrong) in [
            ("The trial takes in 600 patients at 12 hospitals, 60 at each, Ek said.", true),
            ("The trial takes in 600 patients at 12 hospitals, 50 at each, Ek said.", false),
            ("The cup has 84 teams in six groups, with 12 in each.", true),
            ("The cup has 84 teams in six groups, with 14 in each.", false),
            ("The cup has 84 teams in six groups, with up to 15 in each.", false),
        ] {
            let found = relations(&read(text), RelationKind::Each);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
