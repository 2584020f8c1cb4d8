//! Holds differences between numbers that are written in full to the last place that any of them has:
//! "raised its forecast by 5,000 from 130,000 to 140,000".
//!
//! Each number alone may be rounded to its last digit that is no nought. Numbers that stand side by side are hardly
//! ever rounded to different places, so the finest of them tells how far all may be trusted.

use rust_decimal::Decimal;

use super::{Relation, RelationKind, Story};
use crate::extract::{Figure, FigureKind, Modifier};

/// A difference that is farther off is one of something else.
const FAR: i64 = 3;

/// Has the differences among `relations` fail that only rounding to different places would let hold.
pub(super) fn hold(story: &Story, relations: &mut [Relation]) {
    let figure_of = |claim| Some(&story.figure_of(claim)?.mention);
    for relation in relations.iter_mut().filter(|relation| relation.holds && relation.kind == RelationKind::Difference)
    {
        let &[one, other] = &relation.operands[..] else { continue };
        let figures = [relation.stated, one, other].map(figure_of);
        let [Some(stated), Some(one), Some(other)] = figures else { continue };
        if contradicts(story, stated, one, other) == Some(true) {
            relation.holds = false;
            let apart = (one.value - other.value).abs();
            (relation.low, relation.high, relation.printed) = (Some(apart), Some(apart), Some(apart));
        }
    }
}

fn contradicts(story: &Story, stated: &Figure, one: &Figure, other: &Figure) -> Option<bool> {
    let all = [stated, one, other];
    if !all.iter().all(|figure| is_in_full(figure, story.text_of(figure.number))) {
        return None;
    }
    let finest = all.iter().map(|figure| place(figure.value)).min()?;
    let apart = one.value.checked_sub(other.value)?.abs();
    let own = place(stated.value).checked_div(Decimal::TWO)?;
    let (least, most) = (apart.min(stated.value), apart.max(stated.value));
    let is_near = most <= least.checked_mul(FAR.into())?;
    Some(is_near && own.checked_add(finest)? < most - least)
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
        number.trim_start_matches(['$', '£', '€']).bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    matches!(figure.kind, FigureKind::Count | FigureKind::Money)
        && figure.pair.is_none()
        && figure.value >= Decimal::TEN
        && !is_bent
        && is_written
}

/// The place of the last digit that is no nought: 100 in 4,200.
fn place(value: Decimal) -> Decimal {
    let mut place = Decimal::ONE;
    while !value.is_zero() && (value % (place * Decimal::TEN)).is_zero() && place < Decimal::from(1_000_000_000) {
        place *= Decimal::TEN;
    }
    place
}
