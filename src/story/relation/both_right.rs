//! Two numbers of one thing that are both right, though they differ.

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::{Entry, of_sentence, thing};
use crate::extract::{Figure, FigureKind};
use crate::story::{ClaimId, Relation, RelationKind, Story};

/// Leaves out two numbers of one thing that are both right: either is reckoned with others, or the one is a part of the other.
pub(super) fn leave_out(story: &Story, entries: &[Entry<'_>], relations: &mut Vec<Relation>) {
    let is_broken = |relation: &Relation| relation.kind == RelationKind::Repeat && !relation.holds;
    if !relations.iter().any(is_broken) {
        return;
    }
    let is_reckoned = |kind: RelationKind| {
        matches!(kind, RelationKind::Sum | RelationKind::PercentChange | RelationKind::Share | RelationKind::Difference)
    };
    let reckoned: FxHashSet<ClaimId> = relations
        .iter()
        .filter(|relation| relation.holds && is_reckoned(relation.kind))
        .flat_map(|relation| relation.operands.iter().copied().chain([relation.stated]))
        .collect();
    let are_both_right = |relation: &Relation| {
        let first = relation.operands.first();
        reckoned.contains(&relation.stated) && first.is_some_and(|first| reckoned.contains(first))
            || is_one_of_its_parts(story, entries, relation)
            || is_both_together(story, entries, relation)
    };
    relations.retain(|relation| !is_broken(relation) || !are_both_right(relation));
}

/// "All 27 schools … the 17 elementary schools; the six middle schools and four high schools": with those beside it, it makes
/// the other.
fn is_one_of_its_parts(story: &Story, entries: &[Entry<'_>], relation: &Relation) -> bool {
    let first = relation.operands.first().and_then(|&first| story.figure_of(first));
    let Some((stated, whole)) = story.figure_of(relation.stated).zip(first) else { return false };
    let set = |figure: &Figure| figure.unit.as_ref().map(|unit| thing::unit_set(&unit.head).to_owned());
    let of_one = of_sentence(entries, stated.sentence).iter().map(|entry| entry.figure);
    let parts: Vec<Decimal> = of_one
        .filter(|part| part.kind == FigureKind::Count && part.pair.is_none() && set(part) == set(stated))
        .map(|part| part.value)
        .collect();
    1 < parts.len() && stated.unit.is_some() && parts.iter().copied().sum::<Decimal>() == whole.value
}

/// "Holm gave €90,000 and Orr €340,000 … the €430,000": it is the first with another of its sentence.
fn is_both_together(story: &Story, entries: &[Entry<'_>], relation: &Relation) -> bool {
    let first = relation.operands.first().and_then(|&first| story.figure_of(first));
    let Some((stated, first)) = story.figure_of(relation.stated).zip(first) else { return false };
    let is_like = |other: &Figure| {
        other.kind == first.kind && other.pair.is_none() && thing::head_of(other) == thing::head_of(first)
    };
    let beside = of_sentence(entries, first.sentence).iter().map(|entry| entry.figure);
    let mut beside = beside.filter(|other| other.number != first.number && is_like(other));
    beside.any(|other| first.value + other.value == stated.value)
}
