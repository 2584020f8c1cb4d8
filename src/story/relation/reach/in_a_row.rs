//! Figures that are said to go one way time after time: "fell for the fourth week in a row: 812, 760, 745 and 688".

use super::super::line::{Line, Slot, Way, tie};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::is_plain;
use crate::extract::FigureKind;

/// Fewer figures are no row.
const LEAST: usize = 3;

/// The first figure of a list that goes another way than the words before it say.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    if line.slots.len() < LEAST {
        return None;
    }
    let words = line.words;
    let colon = (line.first..line.end).find(|&at| words.is_any(at, &[":", "–", "—"]))?;
    let is_row = (line.first..colon).any(|at| {
        words.run_is(at, &["in", "a", "row"]) || words.is_any(at, &["running", "straight", "consecutive", "successive"])
    });
    let mut ways = (line.first..colon).filter_map(|at| line.way(at).map(|way| (at, way)));
    let (at, way) = ways.next().filter(|_| is_row && ways.next().is_none())?;
    let is_bare = |slot: &&Slot<'_>| slot.kind() == FigureKind::Count && slot.unit().is_none() && is_plain(slot);
    let listed: Vec<&Slot<'_>> = line.slots.iter().filter(|slot| colon < slot.begin && is_bare(slot)).collect();
    let are_listed = LEAST <= listed.len()
        && listed.windows(2).all(|pair| pair[1].begin <= pair[0].behind + 3)
        && listed[0].begin <= colon + 3;
    let turned = listed.windows(2).find_map(|pair| {
        let outcome = quotient::direction(pair[0].bounds()?, pair[1].bounds()?, way == Way::Up);
        (!outcome.holds).then_some((pair[0], pair[1], outcome))
    });
    let (from, to, outcome) = turned.filter(|_| are_listed)?;
    Some(tie(RelationKind::Direction, to, &[from], Some(line.span(at, at + 1)), outcome))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_row_of_figures_goes_one_way() {
        for (text, is_wrong) in [
            ("Admissions fell for the fourth week in a row: 812, 745, 760 and 688, Ek said.", true),
            ("Admissions fell for the fourth week in a row: 812, 760, 745 and 688, Ek said.", false),
        ] {
            let found = relations(&read(text), RelationKind::Direction);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
