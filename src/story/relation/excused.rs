//! Relations that another reading of the figures around them excuses: a first part that looked like the total, shares that
//! lack one told before, a vote's margin that was checked as what it is.

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::local::BlockFigures;
use super::{ClaimId, Entry, Relation, RelationKind, Story, row};
use crate::extract::FigureKind;
use crate::text::Span;

/// Takes those out of `relations` that are none.
pub(super) fn leave_out(
    story: &Story,
    entries: &[Entry<'_>],
    blocks: &[BlockFigures<'_>],
    relations: &mut Vec<Relation>,
) {
    let is_broken_sum = |relation: &Relation| relation.kind == RelationKind::Sum && !relation.holds;
    relations.retain(|relation| !is_broken_sum(relation) || !are_all_parts(story, entries, relation));
    relations.retain(|relation| !lacks_a_share(story, entries, relation));
    relations.retain(|relation| !are_apart_elsewhere(story, entries, relation));
    relations.retain(|relation| !is_rate_of_rest(story, relation));
    leave_votes_to_one(relations);
    leave_margins_of_error(relations, blocks);
}

/// "A $96 million bond. It sets aside $52 million for schools, $29 million for sewers and the remaining $15 million": the
/// first of the list is a part as the others are, of the sum in the sentence before.
fn are_all_parts(story: &Story, entries: &[Entry<'_>], sum: &Relation) -> bool {
    let (Some(stated), Some(printed)) = (story.figure_of(sum.stated), sum.printed) else { return false };
    let is_own = |claim: &ClaimId| story.figure_of(*claim).is_some_and(|part| part.sentence == stated.sentence);
    if !sum.operands.iter().all(is_own) {
        return false;
    }
    let is_whole = |entry: &&Entry<'_>| {
        let other = entry.figure;
        other.block == stated.block && other.sentence + 1 == stated.sentence && stated.value < other.value
    };
    let all = stated.value.checked_add(printed);
    entries.iter().filter(is_whole).any(|entry| Some(entry.figure.value) == all)
}

/// "Inflation slowed to 5.2% from 5.9% …", and behind what the bank's rate is "the decline of 0.7 percentage point": two
/// percentages told shortly before lie just so far apart.
fn are_apart_elsewhere(story: &Story, entries: &[Entry<'_>], apart: &Relation) -> bool {
    const BACK: usize = 5;
    let is_distance = matches!(apart.kind, RelationKind::Difference | RelationKind::Points);
    let Some(stated) = story.figure_of(apart.stated).filter(|_| is_distance && !apart.holds) else { return false };
    let is_near = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        figure.kind == FigureKind::Percentage && figure.block < stated.block && stated.block <= figure.block + BACK
    };
    let before: Vec<&Entry<'_>> = entries.iter().filter(is_near).collect();
    stated.kind == FigureKind::Points
        && before.windows(2).any(|pair| {
            let [one, other] = [pair[0].figure, pair[1].figure];
            one.sentence == other.sentence && (one.value - other.value).abs() == stated.value.abs()
        })
}

/// "Coal supplies 44 percent. … Gas makes up 33 percent and wind the other 23 percent": what the shares of a sentence lack
/// to be all is a share that was told a few paragraphs before.
fn lacks_a_share(story: &Story, entries: &[Entry<'_>], shares: &Relation) -> bool {
    const BACK: usize = 5;
    if shares.kind != RelationKind::Shares || shares.holds {
        return false;
    }
    let all = || shares.operands.iter().chain([&shares.stated]);
    let sum: Decimal = all().filter_map(|&claim| story.figure_of(claim)).map(|figure| figure.value).sum();
    let (lacks, Some(stated)) = (Decimal::ONE_HUNDRED - sum, story.figure_of(shares.stated)) else { return false };
    let is_it = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let is_share = matches!(figure.kind, FigureKind::Percentage | FigureKind::Share);
        let is_before = figure.block <= stated.block && stated.block <= figure.block + BACK;
        is_share
            && is_before
            && !all().any(|&claim| claim == entry.claim)
            && (figure.value - lacks).abs() <= Decimal::ONE
    };
    Decimal::ONE < lacks && entries.iter().any(|entry| is_it(&entry))
}

/// "Let 45 of its 60 rooms, a vacancy rate of 25 percent": what the others are of the whole.
fn is_rate_of_rest(story: &Story, relation: &Relation) -> bool {
    if relation.kind != RelationKind::Share || relation.holds {
        return false;
    }
    let (Some(stated), Some(given)) = (story.figure_of(relation.stated), relation.printed) else { return false };
    let is_rest = (Decimal::ONE_HUNDRED - given - stated.value).abs() <= Decimal::ONE;
    let before =
        || Span::new(story.sentences[stated.sentence].span.start.min(stated.number.start), stated.number.start);
    is_rest && row::spaced(story.text_of(before())).ends_with(" rate of ")
}

/// A vote's margin is a difference, too: it is checked once, as what it is.
fn leave_votes_to_one(relations: &mut Vec<Relation>) {
    let of_kind = |kind: RelationKind| move |relation: &&Relation| relation.kind == kind;
    let votes: FxHashSet<ClaimId> =
        relations.iter().filter(of_kind(RelationKind::Vote)).map(|relation| relation.stated).collect();
    let is_of_vote = |relation: &Relation| {
        votes.contains(&relation.stated) || relation.operands.iter().any(|claim| votes.contains(claim))
    };
    relations.retain(|relation| relation.kind != RelationKind::Difference || !is_of_vote(relation));
}

/// "With an error margin of 3.7 points, shows Whitt neck and neck with Ames, 48% to 46%": how far no two sides lie apart.
fn leave_margins_of_error(relations: &mut Vec<Relation>, blocks: &[BlockFigures<'_>]) {
    let claims = |block: &BlockFigures<'_>| {
        let entries = block.entries;
        block.local.margins_of_error.iter().map(|&number| entries[number].claim).collect::<Vec<ClaimId>>()
    };
    let errors: FxHashSet<ClaimId> = blocks.iter().flat_map(claims).collect();
    let is_apart =
        |kind: RelationKind| matches!(kind, RelationKind::Difference | RelationKind::Vote | RelationKind::Points);
    if !errors.is_empty() {
        relations.retain(|relation| !is_apart(relation.kind) || !errors.contains(&relation.stated));
    }
}
