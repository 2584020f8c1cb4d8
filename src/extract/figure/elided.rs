//! Units said once for both ends of a change: "to 680 pence from 640", "from 14 to 12 percent".

use super::quantity::read_quantity;
use super::scan::{interval_of, tokens_of};
use super::{Figure, FigureKind};
use crate::language::Words;

/// Gives each bare end of a change the unit of its other end.
pub(super) fn share_units(words: Words<'_>, figures: &mut [Figure]) {
    for later in 1..figures.len() {
        let (first, last) = (&figures[later - 1], &figures[later]);
        if is_bare(last) && joins(words, first, last, "from") && is_reached(words, first) {
            figures[later] = with_unit_of(words, last, first).unwrap_or_else(|| last.clone());
        } else if is_bare(first) && joins(words, first, last, "to") && follows_from(words, first) {
            // A sign before the last number would have stood before the first too: "from 4 to $3" is no change.
            let is_behind = last.unit.as_ref().is_none_or(|unit| last.number.start < unit.span.start);
            let shared = is_behind.then(|| with_unit_of(words, first, last)).flatten();
            figures[later - 1] = shared.unwrap_or_else(|| first.clone());
        }
    }
}

fn is_bare(figure: &Figure) -> bool {
    figure.kind == FigureKind::Count && figure.unit.is_none() && figure.pair.is_none()
}

/// Whether nothing but `joint` stands between the two.
fn joins(words: Words<'_>, first: &Figure, last: &Figure, joint: &str) -> bool {
    let (_, end) = tokens_of(words, first.span);
    let (begin, _) = tokens_of(words, last.span);
    begin == end + 1 && words.is(end, joint)
}

/// "To 680 pence", "at 12 percent": the end that was reached; "fell by 23% from 36,185" tells the way.
fn is_reached(words: Words<'_>, figure: &Figure) -> bool {
    let (first, _) = tokens_of(words, figure.span);
    words.is_any(first.wrapping_sub(1), &["to", "at", "was", "were", "is"])
}

fn follows_from(words: Words<'_>, figure: &Figure) -> bool {
    let (first, _) = tokens_of(words, figure.span);
    words.is(first.wrapping_sub(1), "from")
}

/// `bare` with the unit of `other`; `None` where the other's scale, unsaid here, leaves its size in doubt.
fn with_unit_of(words: Words<'_>, bare: &Figure, other: &Figure) -> Option<Figure> {
    let is_signed = matches!(
        other.kind,
        FigureKind::Money | FigureKind::Percentage | FigureKind::Points | FigureKind::BasisPoints | FigureKind::Measure
    );
    let (at, _) = tokens_of(words, bare.number);
    let (other_at, _) = tokens_of(words, other.number);
    let quantity = read_quantity(words, at)?;
    let is_scaled_alike = read_quantity(words, other_at)?.number.scale == quantity.number.scale;
    (is_signed && is_scaled_alike).then(|| Figure {
        kind: other.kind,
        unit: other.unit.clone(),
        interval: interval_of(&quantity, None, other.kind, bare.modifier),
        ..bare.clone()
    })
}
