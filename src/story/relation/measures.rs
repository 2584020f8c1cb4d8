//! A price for one small measure of what is told in a large one: "12 tonnes of honey for 96,000 euros, or 8 euros a kilo".
//!
//! What comes to each was reckoned for the large measure; here it is for the small one.

use rust_decimal::Decimal;

use super::{Relation, RelationKind, Story};
use crate::extract::FigureKind;

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

/// Reckons what comes to each anew where it is told for a smaller measure than was counted.
pub(super) fn convert(story: &Story, relations: &mut Vec<Relation>) {
    relations.retain_mut(|relation| {
        if relation.kind != RelationKind::Each || relation.holds {
            return true;
        }
        let Some(factor) = factor(story, relation) else { return true };
        let smaller = |value: Option<Decimal>| value.and_then(|value| value.checked_div(Decimal::from(factor)));
        (relation.low, relation.high) = (smaller(relation.low), smaller(relation.high));
        relation.printed = smaller(relation.printed);
        is_off(story, relation)
    });
}

/// How many of the measure that the price is for go into the one that is counted.
fn factor(story: &Story, relation: &Relation) -> Option<i64> {
    let stated = story.figure_of(relation.stated)?;
    let words = story.text_of(stated.span);
    let noun = words.split_whitespace().next_back()?;
    let unit = relation.operands.iter().filter_map(|&operand| story.figure_of(operand)).find_map(|figure| {
        let is_measure = figure.kind == FigureKind::Measure;
        figure.unit.as_ref().filter(|_| is_measure).map(|unit| unit.head.as_str())
    })?;
    MEASURES.iter().find(|(small, large, _)| small.contains(&noun) && *large == unit).map(|(.., factor)| *factor)
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
}
