//! What the figures of a relation give, in the words of the finding about it. An editor shows the same words beside the
//! figure, so that a hint and a finding cannot differ.

use rust_decimal::Decimal;

use super::working::Working;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::write_like;
use crate::story::{Relation, RelationKind, Story};

/// "13,600", "20 percent"; `None` where the figures give no number.
pub fn outcome(story: &Story, relation: &Relation) -> Option<String> {
    match relation.kind {
        RelationKind::Sum => sum_given(story, relation),
        RelationKind::Shares => {
            let last = story.figure_of(relation.stated)?.value;
            Some(format!("{} percent in all", shares_given(relation, last)?))
        }
        RelationKind::Points => relation.printed.map(points),
        _ => Working::of(story, relation)?.given(),
    }
}

/// The same with every number taken as printed: short enough to stand among the words.
pub fn outcome_as_printed(story: &Story, relation: &Relation) -> Option<String> {
    match relation.kind {
        RelationKind::Sum => amount(story, relation, relation.printed?),
        _ => outcome(story, relation),
    }
}

/// What the parts add up to; where the wording of a part is open, what is certain as well.
pub(super) fn sum_given(story: &Story, relation: &Relation) -> Option<String> {
    let operands = || relation.operands.iter().filter_map(|&operand| story.figure_of(operand));
    let printed = amount(story, relation, relation.printed?)?;
    let is_plain = |figure: &Figure| figure.modifier == Modifier::Plain;
    let Some(low) = relation.low.filter(|_| !operands().all(|figure| is_plain(figure))) else {
        return Some(printed);
    };
    let is_open = operands().any(|figure| figure.modifier == Modifier::MoreThan);
    // Of whole things there is no fraction.
    let is_whole = operands().all(|figure| figure.kind == FigureKind::Count && figure.value.fract().is_zero());
    let least = amount(story, relation, if is_whole { low.ceil() } else { low })?;
    Some(match is_open {
        true => format!("more than {least} for certain, {printed} as printed"),
        false if least == printed => printed,
        false => format!("at least {least} for certain, {printed} as printed"),
    })
}

/// `value` as the stated total is written; in digits where that is in words, since a sum is checked in digits.
fn amount(story: &Story, relation: &Relation, value: Decimal) -> Option<String> {
    let stated = story.figure_of(relation.stated)?;
    let number = story.text_of(stated.number);
    let has_digits = number.contains(|mark: char| mark.is_ascii_digit());
    let like = if has_digits { number.to_owned() } else { stated.value.normalize().to_string() };
    Some(write_like(value, &like, stated.value))
}

/// What the shares of a whole make together, of which `last` is the one that the others leave something for.
pub(super) fn shares_given(relation: &Relation, last: Decimal) -> Option<Decimal> {
    let sum = Decimal::ONE_HUNDRED.checked_sub(relation.printed?)?.checked_add(last)?;
    Some(sum.round_dp(1).normalize())
}

/// "1 percentage point".
pub(super) fn points(apart: Decimal) -> String {
    let unit = if apart == Decimal::ONE { "percentage point" } else { "percentage points" };
    format!("{} {unit}", apart.normalize())
}
