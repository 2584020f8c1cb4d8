//! "Nine of the hospice's 14 bedrooms were destroyed" under a picture, "destroyed seven of the 14 bedrooms" in the story:
//! two parts of one whole for one thing.

use super::super::line::{self, Line, Slot, tie};
use super::super::local::BlockFigures;
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, Story};
use super::{Stem, stem_at};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// More parts than this are a table in prose.
const MOST: usize = 24;

/// A part of a whole, with the words that say what became of it.
struct Part<'l, 'a> {
    line: &'l Line<'a>,
    some: &'l Slot<'a>,
    whole: &'l Slot<'a>,
    stems: Vec<Stem>,
}

/// The parts that the story gives twice, with different numbers.
pub(super) fn find(story: &Story, blocks: &[BlockFigures<'_>]) -> Vec<Relation> {
    let telling = blocks.iter().filter(|block| block.local.has_parts);
    let lines: Vec<Line<'_>> = telling.flat_map(|block| line::lines(story, block.entries)).collect();
    let parts: Vec<Part<'_, '_>> = lines.iter().flat_map(parts).take(MOST).collect();
    let mut found = Vec::new();
    for (number, again) in parts.iter().enumerate() {
        let first = parts[..number].iter().find(|first| is_same(first, again));
        found.extend(first.and_then(|first| contradiction(story, first, again)));
    }
    found
}

/// Whether the sentence gives a part of a whole.
pub(in crate::story::relation) fn has_parts(line: &Line<'_>) -> bool {
    !parts(line).is_empty()
}

fn parts<'l, 'a>(line: &'l Line<'a>) -> Vec<Part<'l, 'a>> {
    const NEAR: usize = 6;
    const OTHERS: WordList =
        WordList::of(&["other", "another", "remaining", "more", "further", "only", "last", "earlier"]);
    let pairs = line.slots.windows(2).filter_map(|pair| {
        let [part, whole] = pair else { return None };
        let is_count = |slot: &Slot<'_>| {
            slot.kind() == FigureKind::Count
                && slot.figure().pair.is_none()
                && slot.figure().modifier == Modifier::Plain
        };
        let is_of = line.words.is(part.behind, "of") && whole.begin <= part.behind + NEAR;
        let is_sound =
            is_count(part) && is_count(whole) && whole.unit().is_some() && part.figure().value < whole.figure().value;
        let is_apart = line.has_listed(part.begin.saturating_sub(3).max(line.first), whole.end, &OTHERS);
        if !is_of || !is_sound || is_apart {
            return None;
        }
        // What happened stands right before the part or right behind the whole.
        let before = (part.begin.saturating_sub(4).max(line.first)..part.begin).filter_map(|at| stem_at(line, at));
        let behind = (whole.end..(whole.end + 5).min(line.end)).filter_map(|at| stem_at(line, at));
        Some(Part { line, some: part, whole, stems: before.chain(behind).collect() })
    });
    pairs.collect()
}

fn is_same(first: &Part<'_, '_>, again: &Part<'_, '_>) -> bool {
    let is_one_whole =
        first.whole.figure().value == again.whole.figure().value && first.whole.unit() == again.whole.unit();
    is_one_whole && first.stems.iter().any(|stem| again.stems.contains(stem))
}

fn contradiction(story: &Story, first: &Part<'_, '_>, again: &Part<'_, '_>) -> Option<Relation> {
    let is_body = |part: &Part<'_, '_>| story.blocks[part.line.block].role == Role::Paragraph;
    let (stated, other) = if is_body(again) && !is_body(first) { (first, again) } else { (again, first) };
    let given = Bounds::exactly(other.some.figure().value);
    // "Seven of the 14 voted yes on Monday; nine of the 14 voted yes on Friday."
    let is_of_its_time = |part: &Part<'_, '_>| {
        (part.whole.end..part.line.end.min(part.whole.end + 10)).any(|at| part.line.words.has(at, Class::Time))
    };
    if is_body(again) && is_body(first) && (is_of_its_time(first) || is_of_its_time(again)) {
        return None;
    }
    let holds = stated.some.figure().value == other.some.figure().value;
    (!holds).then(|| tie(RelationKind::Repeat, stated.some, &[other.some], None, Outcome { given, holds }))
}
