//! A price for one small measure of what is told in a large one: "12 tonnes of honey for 96,000 euros, or 8 euros a kilo",
//! "350 tonnes of plums at €1.20 a kilo, or €420,000".
//!
//! What comes to each, or to all, was reckoned for the large measure; here it is for the small one.

use rust_decimal::Decimal;

use super::{Relation, RelationKind, Story};
use crate::extract::{Figure, FigureKind};
use crate::story::Placed;

/// How many of a small measure go into a large one, by the words for the small one and the unit of the large one.
const MEASURES: &[(&[&str], &str, i64)] = &[
    (&["kilo", "kg", "kilogram", "kilogramme"], "tonne", 1_000),
    (&["kilo", "kg", "kilogram", "kilogramme"], "metric ton", 1_000),
    (&["quintal"], "tonne", 10),
    (&["pound", "lb"], "ton", 2_000),
    (&["gram", "gramme", "g"], "kilogram", 1_000),
    (&["metre", "meter"], "kilometre", 1_000),
    (&["litre", "liter"], "cubic metre", 1_000),
];

/// Reckons what comes to each, or to all, anew where the price is for a smaller measure than was counted.
pub(super) fn convert(story: &Story, relations: &mut Vec<Relation>) {
    relations.retain_mut(|relation| {
        if !matches!(relation.kind, RelationKind::Each | RelationKind::Average) || relation.holds {
            return true;
        }
        let Some(factor) = factor(story, relation).map(Decimal::from) else { return true };
        let anew = |value: Option<Decimal>| match relation.kind {
            RelationKind::Each => value?.checked_div(factor),
            _ => value?.checked_mul(factor),
        };
        let (low, high, printed) = (anew(relation.low), anew(relation.high), anew(relation.printed));
        (relation.low, relation.high, relation.printed) = (low, high, printed);
        is_off(story, relation)
    });
}

/// How many of the measure that the price is for go into the one that is counted.
fn factor(story: &Story, relation: &Relation) -> Option<i64> {
    let all = || relation.operands.iter().filter_map(|&operand| story.figure_of(operand));
    let price = if relation.kind == RelationKind::Each {
        story.figure_of(relation.stated)?
    } else {
        all().find(|figure| figure.kind == FigureKind::Rate)?
    };
    let measured = all().find(|figure| figure.kind == FigureKind::Measure)?;
    how_many(noun_of(story, price)?, &measured.unit.as_ref()?.head)
}

/// What a price is for: the "kilo" of "€1.20 a kilo".
pub(super) fn noun_of<'a>(story: &'a Story, price: &Placed<Figure>) -> Option<&'a str> {
    story.text_of(price.span).split_whitespace().next_back()
}

/// How many of a small measure go into a large one.
pub(super) fn how_many(small: &str, large: &str) -> Option<i64> {
    MEASURES.iter().find(|(nouns, unit, _)| nouns.contains(&small) && *unit == large).map(|(.., factor)| *factor)
}

/// Whether what comes to each is not what is stated, and more than rounding parts the two.
fn is_off(story: &Story, relation: &Relation) -> bool {
    const SLACK: Decimal = Decimal::from_parts(3, 0, 0, false, 2);
    let (Some(stated), Some(given)) = (story.figure_of(relation.stated), relation.printed) else { return false };
    given.checked_mul(SLACK).is_some_and(|slack| slack < (stated.value - given).abs())
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_price_for_a_kilo_is_a_thousandth_of_that_for_a_tonne() {
        for (text, is_wrong) in [
            ("The farm sold 12 tonnes of honey for 96,000 euros, or 8 euros a kilo, Ek said.", false),
            ("The farm sold 12 tonnes of honey for 96,000 euros, or 80 euros a kilo, Ek said.", true),
            (
                "Boats landed 18,000 tonnes of cod worth 54 million kroner, an average of 3 kroner a kilo, Ek said.",
                false,
            ),
        ] {
            let found = relations(&read(text), RelationKind::Each);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }

    #[test]
    fn tonnes_at_so_much_a_kilo_come_to_a_thousand_times_as_much() {
        for (total, is_wrong) in [("420,000", false), ("42,000", true)] {
            let text = format!("The farm sold 350 tonnes of plums at €1.20 a kilo, or €{total} in all, Ek said.");
            let found = relations(&read(&text), RelationKind::Average);
            let given: Vec<&String> = found.iter().filter(|line| line.contains("≠ 417652.5..422352.5")).collect();
            assert_eq!(given.len(), usize::from(is_wrong), "{text}: {found:?}");
        }
    }
}
