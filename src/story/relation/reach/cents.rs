//! A change in cents between two prices in whole money: "will cost 1.89 euros, 9 cents more than the present 1.82 euros",
//! "up 6p to £1.40 from £1.34"; and one in centimetres: "stood at 6.8 metres, 60 centimetres below its peak of 7.4 metres".
//!
//! The two prices must be the only sums of the sentence, and a word of change must stand beside the cents.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind};
use super::{is_plain, tie_near};
use crate::extract::FigureKind;

/// A change that is farther off is one between other prices.
const FAR: i64 = 3;

/// What a hundredth of a currency or a metre is called.
const HUNDREDTHS: &[&str] = &["cent", "penny", "pence", "p", "centimetre"];

/// The cents by which two prices of a sentence differ.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    const OPEN: &[&str] = &["each", "average", "including", "tax", "discount"];
    let is_cents = |slot: &&Slot<'_>| {
        let is_kind = matches!(slot.kind(), FigureKind::Money | FigureKind::Measure);
        is_kind && slot.unit().is_some_and(is_hundredth)
    };
    let mut all = line.slots.iter().filter(is_cents);
    let stated = all.next().filter(|stated| all.next().is_none() && is_plain(stated))?;
    let is_price = |slot: &&Slot<'_>| {
        let is_metre = stated.kind() == FigureKind::Measure;
        let is_kind = if is_metre { slot.unit() == Some("metre") } else { slot.kind() != FigureKind::Measure };
        matches!(slot.kind(), FigureKind::Money | FigureKind::Rate | FigureKind::Measure)
            && is_kind
            && slot.entry.claim != stated.entry.claim
            && slot.unit().is_some()
    };
    let prices: Vec<&Slot<'_>> = line.slots.iter().filter(is_price).collect();
    let [one, other] = prices[..] else { return None };
    let are_alike = one.unit() == other.unit() && is_plain(one) && is_plain(other);
    if !are_alike || !is_change(line, stated) || line.has_between(line.first, line.end, OPEN) {
        return None;
    }
    let hundred = Bounds::exactly(Decimal::ONE_HUNDRED);
    let (one_in, other_in) = (one.bounds()?.times(hundred)?, other.bounds()?.times(hundred)?);
    let outcome = quotient::difference(stated.bounds()?, one_in, other_in)?;
    tie_near(RelationKind::Difference, stated, &[one, other], outcome, FAR)
}

fn is_hundredth(unit: &str) -> bool {
    HUNDREDTHS.contains(&unit)
}

/// "9 cents more than", "up 6p", "rose by 12 cents", "a rise of 5 cents".
fn is_change(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const SIDES: &[&str] =
        &["more", "less", "higher", "lower", "up", "down", "dearer", "cheaper", "above", "below", "increase", "rise"];
    let end = stated.past();
    let first = stated.begin.saturating_sub(3).max(line.first);
    line.words.is_any(end, SIDES) || (first..stated.begin).any(|at| line.way(at).is_some() || line.words.is(at, "up"))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn cents_lie_between_two_prices() {
        for (text, is_wrong) in [
            ("A litre will cost 1.89 euros from Monday, 9 cents more than the present 1.82 euros, Ek said.", true),
            ("A litre will cost 1.89 euros from Monday, 7 cents more than the present 1.82 euros, Ek said.", false),
            ("Milk rose by 12 cents a litre, from $1.10 to $1.32, Ek said.", true),
            ("Milk rose by 22 cents a litre, from $1.10 to $1.32, Ek said.", false),
            (
                "The river stood at 6.8 metres on Friday, 40 centimetres below its peak of 7.4 metres on Monday, Ek said.",
                true,
            ),
            (
                "The river stood at 6.8 metres on Friday, 60 centimetres below its peak of 7.4 metres on Monday, Ek said.",
                false,
            ),
            ("Milk costs $1.10, of which farmers get 32 cents, and cream $2.30.", false),
        ] {
            let found = relations(&read(text), RelationKind::Difference);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
