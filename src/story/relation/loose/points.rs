//! A change of rates that are told without their percent: "The pass percentage stood at 86.3, against 83.1 last year, an
//! improvement of 3.2 per cent".

use rust_decimal::Decimal;

use super::super::{Relation, RelationKind, Story};
use crate::extract::{Figure, FigureKind};
use crate::story::Placed;

/// What is told in percent with or without the word.
const RATES: &[&str] =
    &["percentage", "turnout", "unemployment", "jobless", "inflation", "literacy", "approval", "rate"];

/// Calls a change in percent one in points, where it is just how far two rates lie apart.
pub(in crate::story::relation) fn name_points(story: &Story, relations: &mut [Relation]) {
    for relation in relations.iter_mut().filter(|it| it.kind == RelationKind::PercentChange && !it.holds) {
        if let Some(apart) = points(story, relation) {
            (relation.kind, relation.printed) = (RelationKind::Points, Some(apart));
        }
    }
}

fn points(story: &Story, relation: &Relation) -> Option<Decimal> {
    let &[one, other] = &relation.operands[..] else { return None };
    let (one, other) = (story.figure_of(one)?, story.figure_of(other)?);
    let stated = story.figure_of(relation.stated)?;
    let is_rate = |figure: &Placed<Figure>| {
        let is_bare = matches!(figure.kind, FigureKind::Count | FigureKind::Index) && figure.unit.is_none();
        let is_named = || is_bare && story.sentence_names(figure.sentence, RATES);
        figure.value <= Decimal::ONE_HUNDRED && (figure.kind == FigureKind::Percentage || is_named())
    };
    let apart = (one.value - other.value).abs();
    (apart == stated.value.abs() && is_rate(one) && is_rate(other)).then_some(apart)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn found(text: &str) -> usize {
        let story = read(&format!("Brae news\n\n{text}"));
        relations(&story, RelationKind::Points).len()
    }

    #[test]
    fn rates_told_without_their_percent_lie_so_many_points_apart() {
        let text = "The pass percentage stood at 78.4, against 74.9 last year, an improvement of 3.5 per cent, the board said.";
        assert_eq!(found(text), 1);
        assert_eq!(found(&text.replace("per cent", "percentage points")), 0);
        assert_eq!(found("The index stood at 78.4, against 74.9 last year, a rise of 3.5 per cent."), 0);
    }
}
