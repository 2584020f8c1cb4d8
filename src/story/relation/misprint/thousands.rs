//! A part that fits its total only a thousand times larger or smaller: "raised N18.5 billion … N11 million would go on a plant
//! and the remaining N7.5 billion on trucks".

use rust_decimal::Decimal;

use super::super::{RelationKind, exact};
use super::{Entry, Ledger, Relation, Story, is_amount, is_like, is_text};
use crate::extract::FigureKind;

/// In how many sentences behind one another the three stand.
const REACH: usize = 3;

/// The sums of money that make a total with their neighbour on another scale.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let is_sum = |entry: &&Entry<'_>| {
        entry.figure.kind == FigureKind::Money && is_amount(entry) && is_text(story, entry.figure.block)
    };
    let sums: Vec<&Entry<'_>> = entries.iter().filter(is_sum).collect();
    let of_three = |three: &[&Entry<'_>]| {
        let [one, two, three] = three else { return None };
        let orders = [(one, two, three), (one, three, two), (three, one, two), (three, two, one)];
        orders.into_iter().find_map(|(total, part, rest)| of(total, part, rest, ledger))
    };
    sums.windows(3).filter_map(of_three).collect()
}

/// "N11 million", where the total and the rest leave N11 billion.
fn of(total: &Entry<'_>, part: &Entry<'_>, rest: &Entry<'_>, ledger: &Ledger) -> Option<Relation> {
    const SCALES: [i64; 2] = [1_000, 1_000_000];
    let three = [total, part, rest];
    let sentences = three.map(|entry| entry.figure.sentence);
    let is_near = sentences.iter().max()?.abs_diff(*sentences.iter().min()?) < REACH;
    let is_one = is_like(total.figure, part.figure) && is_like(total.figure, rest.figure);
    let left = total.figure.value.checked_sub(rest.figure.value)?;
    let is_scaled = |scale: i64| part.figure.value.checked_mul(Decimal::from(scale)) == Some(left);
    let is_so = is_near
        && is_one
        && Decimal::ZERO < left
        && SCALES.into_iter().any(is_scaled)
        && three.iter().all(|entry| ledger.is_free(entry.claim));
    is_so.then(|| exact(RelationKind::Difference, part.claim, vec![total.claim, rest.claim], left, false))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_part_is_told_on_the_scale_of_its_total() {
        for (text, is_wrong) in [
            (
                "Ek Foods raised $18.5 billion. She said $11 million would go on a plant and $7.5 billion on trucks.",
                true,
            ),
            (
                "Ek Foods raised $18.5 billion. She said $11 billion would go on a plant and $7.5 billion on trucks.",
                false,
            ),
            (
                "Ek Foods raised $18.5 billion. She said $12 million would go on a plant and $7.5 billion on trucks.",
                false,
            ),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Difference);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
