//! Holds sums, differences, changes and shares of numbers that are written in full to the last place that any of them
//! has: "raised its forecast by 5,000 from 130,000 to 140,000", "21,850 against 19,000, a rise of 18 per cent".
//!
//! Each number alone may be rounded to its last digit that is no nought. Numbers that stand side by side are hardly
//! ever rounded to different places, so the finest of them tells how far all may be trusted.

use rust_decimal::Decimal;

use super::quotient::{self, Bounds};
use super::{Relation, RelationKind, Story};
use crate::extract::{Figure, FigureKind, Modifier};

/// A difference that is farther off is one of something else.
const FAR: i64 = 3;

/// Has those of `relations` fail that only rounding to different places would let hold.
pub(super) fn hold(story: &Story, relations: &mut [Relation]) {
    for relation in relations.iter_mut().filter(|relation| relation.holds) {
        let Some(given) = given_in_full(story, relation) else { continue };
        relation.holds = false;
        (relation.low, relation.high, relation.printed) = (Some(given.low), Some(given.high), Some(given.said));
    }
}

/// What the operands of a relation give to the last place that any of them has, where it is not what is stated.
fn given_in_full(story: &Story, relation: &Relation) -> Option<Bounds> {
    let figure_of = |claim| Some(&story.figure_of(claim)?.mention);
    let stated = figure_of(relation.stated)?;
    let operands: Vec<&Figure> = relation.operands.iter().map(|&operand| figure_of(operand)).collect::<Option<_>>()?;
    match (relation.kind, &operands[..]) {
        (RelationKind::Sum, _) if relation.complete => {
            contradiction(story, stated, &operands, true).or_else(|| of_one_scale(story, stated, &operands))
        }
        (RelationKind::Difference, [_, _]) => contradiction(story, stated, &operands, false),
        (RelationKind::PercentChange | RelationKind::Share, &[one, other]) => {
            return quotient_of(story, relation.kind, stated, (one, other));
        }
        _ => None,
    }
    .map(Bounds::exactly)
}

/// "To 1,320 from 1,200, a 12 percent raise": the percentage that two numbers give which are told to the same place.
fn quotient_of(story: &Story, kind: RelationKind, stated: &Figure, (one, other): (&Figure, &Figure)) -> Option<Bounds> {
    let is_exact = |figure: &Figure| is_in_full(figure, story.text_of(figure.number)) || is_measured(story, figure);
    // "By 612 votes to 388, or 61.2 percent": the one is no part of the other.
    if kind == RelationKind::Share && other.value < one.value {
        return None;
    }
    let are_exact = is_exact(one) && is_exact(other) || are_of_one_scale(story, one, other);
    if stated.modifier != Modifier::Plain || !are_exact || one.kind != other.kind {
        return None;
    }
    let half = place(one.value).min(place(other.value)).checked_div(Decimal::TWO)?;
    let (one, other) = (Bounds::around(one.value, half)?, Bounds::around(other.value, half)?);
    let own = Bounds::of(stated)?;
    let outcome = match kind {
        RelationKind::Share => quotient::percent_of(own, one, other),
        _ => quotient::percent_change(own, one, other),
    }?;
    let (least, most) = (outcome.given.said.min(own.said), outcome.given.said.max(own.said));
    let is_near = most <= least.checked_mul(FAR.into())?;
    (!outcome.holds && is_near && Decimal::ONE <= most - least).then_some(outcome.given)
}

/// "To €2.4 billion from €2 billion": numbers of one scale, of which one is told to the tenth; the round one is, too.
fn are_of_one_scale(story: &Story, one: &Figure, other: &Figure) -> bool {
    let is_plain = |figure: &Figure| figure.modifier == Modifier::Plain && figure.pair.is_none();
    let scale = |figure: &Figure| -> String {
        let behind = story.text_of(figure.number).trim_start_matches(|letter: char| !letter.is_ascii_digit());
        behind
            .trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ','))
            .trim()
            .to_lowercase()
    };
    let has_tenth = |figure: &Figure| story.text_of(figure.number).contains('.');
    is_plain(one)
        && is_plain(other)
        && (has_tenth(one) || has_tenth(other))
        && !scale(one).is_empty()
        && scale(one) == scale(other)
}

/// "21,850 tonnes": a measure in digits.
fn is_measured(story: &Story, figure: &Figure) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b' ');
    figure.kind == FigureKind::Measure
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && story.text_of(figure.number).bytes().all(is_digit)
}

/// What the operands give, where it is not what is stated.
fn contradiction(story: &Story, stated: &Figure, operands: &[&Figure], is_sum: bool) -> Option<Decimal> {
    const FEW: usize = 3;
    let all = || operands.iter().copied().chain([stated]);
    let is_exact =
        |figure: &Figure| is_in_full(figure, story.text_of(figure.number)) || is_sum && is_measured(story, figure);
    if !all().all(is_exact) {
        return None;
    }
    let finest = all().map(|figure| place(figure.value)).min()?;
    let half = finest.checked_div(Decimal::TWO)?;
    let slack = half.checked_mul(operands.len().into())?;
    let (given, own, far) = if is_sum {
        let sum = operands.iter().try_fold(Decimal::ZERO, |sum, operand| sum.checked_add(operand.value))?;
        (sum, half, Decimal::new(118, 2))
    } else {
        // "Fell from 500 to 412, by 90": who takes one from the other may well round what is left.
        let own = place(stated.value).checked_div(Decimal::TWO)?;
        (operands.first()?.value.checked_sub(operands.get(1)?.value)?.abs(), own, FAR.into())
    };
    let (least, most) = (given.min(stated.value), given.max(stated.value));
    let is_near = most <= least.checked_mul(far)?;
    // Three parts that are all rounded the same way by the half are no more likely than a slip.
    let allowed = if is_sum && operands.len() <= FEW { finest } else { own.checked_add(slack)? };
    (is_near && allowed < most - least).then_some(given)
}

/// "R1.2m, of which R700 000 to schools and R600 000 to clinics", "$12 million, $9 million and $15 million, or $38 million":
/// what sums of money give that are written in full, or all to one place.
fn of_one_scale(story: &Story, stated: &Figure, operands: &[&Figure]) -> Option<Decimal> {
    const MOST: usize = 3;
    let is_sum = |figure: &Figure| {
        figure.kind == FigureKind::Money && figure.pair.is_none() && figure.modifier == Modifier::Plain
    };
    let is_full = |figure: &Figure| is_in_full(figure, &story.text_of(figure.number).replace(' ', ","));
    if !is_sum(stated) || is_full(stated) || !operands.iter().all(|operand| is_sum(operand)) {
        return None;
    }
    let given = operands.iter().try_fold(Decimal::ZERO, |sum, operand| sum.checked_add(operand.value))?;
    let unit = place(stated.value);
    let slack = if operands.iter().all(|operand| is_full(operand)) {
        // What is written in full is rounded by next to nothing.
        unit.checked_div(Decimal::TWO)?.checked_add(given.checked_mul(Decimal::new(5, 3))?)?
    } else if operands.len() <= MOST && are_of_one_place(unit, operands) {
        // "$5.4 million: $2 million, $1.5 million and $1 million": the round ones are told to the tenth, too.
        unit
    } else {
        return None;
    };
    let (least, most) = (given.min(stated.value), given.max(stated.value));
    let is_near = most <= least.checked_mul(Decimal::new(125, 2))?;
    (is_near && slack < most - least).then_some(given)
}

/// Whether the operands are told to the same place as the total, or one is and the others end in noughts there.
fn are_of_one_place(unit: Decimal, operands: &[&Figure]) -> bool {
    operands.iter().any(|operand| place(operand.value) == unit)
        && operands.iter().all(|operand| unit <= place(operand.value) && place(operand.value) <= unit * Decimal::TEN)
}

/// Whether a count or sum is written with all its digits and no word that bends it; "some" before many digits only
/// keeps a sentence from beginning with a number.
fn is_in_full(figure: &Figure, number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_bent = match figure.modifier {
        Modifier::Plain => false,
        Modifier::About => place(figure.value) > Decimal::ONE_HUNDRED || digits < 5,
        _ => true,
    };
    let is_written =
        number.trim_start_matches(['$', '£', '€', 'R']).bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    matches!(figure.kind, FigureKind::Count | FigureKind::Money)
        && figure.pair.is_none()
        && figure.value >= Decimal::TEN
        && !is_bent
        && is_written
}

/// The place of the last digit that is no nought: 100 in 4,200.
pub(super) fn place(value: Decimal) -> Decimal {
    let mut place = Decimal::ONE;
    while !value.is_zero() && (value % (place * Decimal::TEN)).is_zero() && place < Decimal::from(1_000_000_000) {
        place *= Decimal::TEN;
    }
    place
}
