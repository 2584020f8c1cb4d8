//! Parts that do not make a total because they are parts of another.

use rust_decimal::Decimal;

use super::{Entry, row};
use crate::story::{Relation, Story};

/// How many sentences before what is left of it a larger sum may stand.
const REACH: usize = 3;

/// Whether the parts of a sum that does not hold belong to another total, of which the story speaks.
pub(super) fn is_meant(story: &Story, entries: &[Entry<'_>], sum: &Relation) -> bool {
    is_rest(story, entries, sum) || is_told_otherwise(story, entries, sum)
}

/// "Of the $38.6 million, $23.2 million comes from tax. The rest is made up of …": the parts are what is left of a larger sum.
fn is_rest(story: &Story, entries: &[Entry<'_>], sum: &Relation) -> bool {
    let (Some(stated), Some(printed)) = (story.figure_of(sum.stated), sum.printed) else { return false };
    // "Revenue came to $15.2 billion. … Phones were the bulk at $8.1 billion. Homes put in $5.4 billion, and the balance …"
    let is_larger = |entry: &&Entry<'_>| {
        let other = entry.figure;
        other.block + 1 >= stated.block && other.kind == stated.kind && stated.value < other.value
    };
    let first = entries.partition_point(|entry| entry.figure.sentence + REACH < stated.sentence);
    let near = entries[first..].iter().take_while(|entry| entry.figure.sentence <= stated.sentence);
    near.filter(is_larger).any(|entry| {
        let left = entry.figure.value - stated.value;
        (left - printed).abs() <= left * Decimal::new(2, 2)
    })
}

/// "Fares brought in £61m, freight £19m and the grant £58m; on-board sales made up the remaining £3m": a last part that
/// stands apart makes the total whole. "… 288, 241 and 197. All told, 726 children": the parts are of another total.
fn is_told_otherwise(story: &Story, entries: &[Entry<'_>], sum: &Relation) -> bool {
    const TOTALS: [&str; 6] = [" in all ", " all told ", " altogether ", " together ", " in total ", " a total of "];
    let (Some(stated), Some(printed)) = (story.figure_of(sum.stated), sum.printed) else { return false };
    let last = sum.operands.iter().filter_map(|&part| story.figure_of(part)).max_by_key(|part| part.number);
    let Some(last) = last.filter(|last| stated.number < last.number) else { return false };
    let behind = entries.partition_point(|entry| entry.figure.number <= last.number);
    let behind = entries[behind..].iter().map(|entry| entry.figure);
    let mut near = behind.take_while(|other| other.block == last.block && other.sentence <= last.sentence + 1);
    near.any(|other| {
        let is_last_part = other.sentence == last.sentence && printed + other.value == stated.value;
        let is_own_total = || {
            let words = row::spaced(story.text_of(story.sentences[other.sentence].span));
            other.value == printed && row::has_any(&words, &TOTALS)
        };
        other.kind == stated.kind && (is_last_part || stated.sentence != last.sentence && is_own_total())
    })
}
