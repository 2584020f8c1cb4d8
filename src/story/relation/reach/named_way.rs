//! Which way a noun says that two levels go: "made 3.2 million hides in 2022 and 3.9 million in 2023. The fall was its
//! first", "froze on 41 nights in 2010. By 2020 it was 22, a rise that the warden puts down to the mill".
//!
//! Only the way is held against the two levels: nothing says by how much.

use super::super::line::{Line, Slot, Way, tie, way_of};
use super::super::{Relation, RelationKind, quotient};
use super::that_change::{ends, in_order, year_at};
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
        None => level(reach).or_else(|| within(line))?,
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

/// "Drew 61,000 visitors in 2023 and 73,000 in 2024, a fall of nearly 20 percent": the change closes the sentence of both.
fn within<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>, (Way, Span))> {
    let [one, other, amount] = line.slots.as_slice() else { return None };
    let words = line.words;
    let article = (other.end..amount.begin).rev().find(|&at| words.is_any(at, &["a", "an"]))?;
    let noun = (article + 1..article + 4).find(|&at| noun_at(words, at).is_some())?;
    let is_apposed = words.is_any(article.wrapping_sub(1), &[",", "–", "—"]) && noun < amount.begin;
    let is_closing = words.is(noun + 1, "of") && amount.begin <= noun + 4 && article <= other.end + 7;
    let (from, to) = in_order(line, one, other)?;
    let is_sound =
        is_apposed && is_closing && from.is_like(to) && is_plain(from) && is_plain(to) && amount.is_percent();
    is_sound.then(|| (from, to, (noun_at(words, noun).unwrap_or(Way::Up), line.span(noun, noun + 1))))
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

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_change_goes_the_way_that_its_noun_says() {
        for (text, is_wrong) in [
            ("The hall drew 61,000 visitors in 2023 and 73,000 in 2024, a fall of nearly 20 percent, Ek said.", true),
            ("The hall drew 61,000 visitors in 2023 and 73,000 in 2024, a rise of nearly 20 percent, Ek said.", false),
            ("It took £52m in its first week and £31m in its second, a rise of 40 percent.", true),
            ("It took £52m in its first week and £31m in its second, a drop of 40 percent.", false),
            ("The hall drew 61,000 visitors in 2024 and 73,000 in 2023, a fall of 16 percent.", false),
        ] {
            let found = relations(&read(text), RelationKind::Direction);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
