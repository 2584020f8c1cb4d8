//! Shares that stand each in a fragment of its own: "In favour: 63 per cent. Against: 31 per cent. Spoilt papers: 16 per cent."

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::Reach;
use crate::extract::Modifier;

/// More words than this are no fragment.
const LONGEST: usize = 12;

/// The shares of the fragments that end with this one.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let stated = fragment(reach.line)?;
    let is_next = |next: &Line<'_>| next.block == reach.line.block && fragment(next).is_some();
    if reach.next.is_some_and(is_next) {
        return None;
    }
    let before = reach.before.iter().rev().take_while(|line| line.block == reach.line.block);
    let others: Vec<&Slot<'_>> = before.map_while(|line| fragment(line)).collect();
    let sum = others.iter().try_fold(stated.figure().value, |sum, slot| sum.checked_add(slot.figure().value))?;
    let rounding = Decimal::from(others.len() as u64 + 1).checked_div(Decimal::TWO)?;
    let apart = sum.checked_sub(Decimal::ONE_HUNDRED)?.abs();
    let is_near = apart <= Decimal::from(30);
    let given = Bounds::exactly(Decimal::ONE_HUNDRED.checked_sub(sum)?.checked_add(stated.figure().value)?);
    (2 <= others.len() && is_near)
        .then(|| tie(RelationKind::Shares, stated, &others, None, Outcome { given, holds: apart <= rounding }))
}

/// "Against: 31 per cent.": a name, a colon and a share, and nothing more.
fn fragment<'l, 'a>(line: &'l Line<'a>) -> Option<&'l Slot<'a>> {
    let [only] = &line.slots[..] else { return None };
    let colon = line.words.is(only.begin.wrapping_sub(1), ":");
    let is_closed = line.end <= only.past() + 1;
    let is_plain = only.is_percent() && only.figure().pair.is_none() && only.figure().modifier == Modifier::Plain;
    (is_plain && colon && is_closed && line.end <= line.first + LONGEST).then_some(only)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn fragments_of_a_tally_make_a_hundred() {
        for (text, is_wrong) in [
            (
                "The club has voted. In favour: 63 per cent. Against: 31 per cent. Spoilt papers: 16 per cent. It will go on.",
                true,
            ),
            (
                "The club has voted. In favour: 63 per cent. Against: 31 per cent. Spoilt papers: 6 per cent. It will go on.",
                false,
            ),
            ("Rents rose. Brae: 63 per cent. Holm: 31 per cent.", false),
        ] {
            let found = relations(&read(text), RelationKind::Shares);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
