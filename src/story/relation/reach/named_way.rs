//! Which way a noun says that two levels go: "made 3.2 million hides in 2022 and 3.9 million in 2023. The fall was its
//! first", "froze on 41 nights in 2010. By 2020 it was 22, a rise that the warden puts down to the mill".
//!
//! Only the way is held against the two levels: nothing says by how much.

use super::super::line::{Slot, Way, tie, way_of};
use super::super::{Relation, RelationKind, quotient};
use super::that_change::{ends, year_at};
use super::{LOSSES, Reach, is_plain};
use crate::language::{Class, Words};
use crate::text::Span;

/// The later of two levels, which a noun has go another way than they do.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let (from, to, (way, cue)) = match behind(reach) {
        Some(named) => {
            let (from, to) = ends(line)?;
            (from, to, named)
        }
        None => level(reach)?,
    };
    if line.has_between(line.first, line.end, LOSSES) || from.figure().value == to.figure().value {
        return None;
    }
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, way == Way::Up);
    (!outcome.holds).then(|| tie(RelationKind::Direction, to, &[from], Some(cue), outcome))
}

/// "The fall was its first": the head of the next sentence.
fn behind(reach: Reach<'_, '_>) -> Option<(Way, Span)> {
    if reach.line.slots.len() != 2 {
        return None;
    }
    let (words, first, start) = reach.behind()?;
    let noun = first + 1;
    if !words.is_any(first, &["the", "that", "this"]) {
        return None;
    }
    let way = noun_at(words, noun)?;
    // "The rise in wages" is of something else; "the fall of 12%" is told with its size.
    let is_bare = words
        .get(noun + 1)
        .is_some_and(|token| token.classes.has_any(&[Class::Be, Class::Have, Class::Past, Class::Third, Class::Modal]));
    is_bare.then(|| (way, words.span(noun, noun + 1).shifted(start)))
}

/// "By 2020 it was 22, a rise that doctors put down to": the only figure of the sentence, and the only one of that before.
fn level<'l, 'a>(reach: Reach<'l, 'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>, (Way, Span))> {
    let line = reach.line;
    let [to] = line.slots.as_slice() else { return None };
    let words = line.words;
    let comma = (to.end..line.end.min(to.end + 4)).find(|&at| words.is(at, ","))?;
    let noun = comma + 2;
    let way = noun_at(words, noun).filter(|_| words.is_any(comma + 1, &["a", "an"]))?;
    if !words.is_any(noun + 1, &["that", "which", "it", "he", "she", "they", ",", ".", "blamed", "attributed"]) {
        return None;
    }
    let last = reach.last().filter(|last| last.block == line.block)?;
    let [from] = last.slots.as_slice() else { return None };
    let is_earlier = year_at(last, from).zip(year_at(line, to)).is_some_and(|(one, other)| one < other);
    let is_level = from.is_like(to) || from.unit().is_some() && to.unit().is_none();
    (is_earlier && is_level && is_plain(from) && is_plain(to)).then(|| (from, to, (way, line.span(noun, noun + 1))))
}

/// Which way the noun at `at` goes, which is no verb.
fn noun_at(words: Words<'_>, at: usize) -> Option<Way> {
    const NOUNS: &[&str] = &[
        "rise",
        "fall",
        "increase",
        "decrease",
        "decline",
        "drop",
        "growth",
        "jump",
        "reduction",
        "surge",
        "slump",
        "dip",
        "gain",
        "climb",
    ];
    words.is_any(at, NOUNS).then(|| way_of(words.written(at))).flatten()
}
