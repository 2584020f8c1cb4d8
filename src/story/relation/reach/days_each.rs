//! What comes to a day of something that is called by its length: "the two-day strike cost 14 million euros, or 7 million
//! euros a day", "a six-week course at £1,800, £300 a week".

use super::super::line::Line;
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::{is_plain, tie_near};
use crate::extract::{FigureKind, Modifier};
use rust_decimal::Decimal;

/// What comes to a day that is farther off is of something else, unless it is a nought too many or too few.
const FAR: i64 = 12;

/// What is sold for some days at a price of its own.
pub(super) const OFFERS: &[&str] = &[
    "ticket",
    "tickets",
    "pass",
    "passes",
    "rental",
    "hire",
    "rent",
    "stay",
    "subscription",
    "permit",
    "package",
    "booking",
    "guests",
];

/// The sum for each day, against the sum for all of them.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    const OPEN: &[&str] =
        &["about", "average", "first", "more", "than", "up", "to", "least", "plus", "including", "further"];
    let [one, other, each] = &line.slots[..] else { return None };
    let (length, total) = if one.kind() == FigureKind::Duration { (one, other) } else { (other, one) };
    let words = line.words;
    let is_length =
        length.kind() == FigureKind::Duration && words.is_hyphen(length.number + 1) && length.unit().is_some();
    let noun = line.lower(each.end.wrapping_sub(1)).into_owned();
    let is_pace = each.kind() == FigureKind::Rate
        && length.unit() == Some(noun.as_str())
        && words.is_any(each.end.wrapping_sub(2), &["a", "an", "per", "each"]);
    let is_total = total.kind() == FigureKind::Money && total.unit() == each.unit();
    let is_set_off =
        words.is_any(each.begin.wrapping_sub(1), &["or", ",", "(", "–", "—"]) && each.begin <= total.end + 5;
    // "A three-day ticket costs 90 euros, or 35 euros a day": what is offered may be cheaper by the lot.
    let is_clear = !line.has_between(line.first, each.begin, OPEN) && !line.has_between(line.first, line.end, OFFERS);
    if !is_length || !is_pace || !is_total || !is_set_off || !is_clear {
        return None;
    }
    let are_plain = is_plain(total) && is_plain(each) && length.figure().modifier == Modifier::Plain;
    let given = total.bounds()?.over(Bounds::exactly(length.figure().value))?;
    let slack = Bounds::around(Decimal::ONE, Decimal::new(3, 2))?;
    let outcome = Outcome { given, holds: each.bounds()?.times(slack)?.meets(given) };
    tie_near(RelationKind::Each, each, &[total, length], outcome, FAR).filter(|_| are_plain)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn so_much_a_day_goes_into_the_days() {
        for (text, is_wrong) in [
            ("The two-day strike cost the line 14 million euros, or 70 million euros a day, Ek said.", true),
            ("A three-day ticket costs 90 euros, or 35 euros a day, Ek said.", false),
            ("The two-day strike cost the line 14 million euros, or 7 million euros a day, Ek said.", false),
        ] {
            let found = relations(&read(text), RelationKind::Each);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
