//! The number of places in a headline against the first paragraph that names them: "Six libraries to close" over "The
//! libraries at Hollin, Marsh End and Castle Lane will shut".
//!
//! The paragraph must name the same things and list them behind "at" or "in"; where the story counts them it is held
//! against its own number.

use rust_decimal::prelude::ToPrimitive;

use super::items::{end_of_names, read_items};
use super::tally::{promised, settle};
use super::{Entry, Relation, Story, thing};
use crate::draft::Role;
use crate::language::{TokenKind, in_small_letters};
use crate::story::passage::Passage;

/// In how many paragraphs below the headline the things are named.
const FIRST: usize = 2;

/// The headline's number, where the names below it are more or fewer.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Option<Relation> {
    let is_head = |entry: &&Entry<'_>| story.blocks[entry.figure.block].role == Role::Headline;
    let entry = entries.iter().find(is_head).filter(|entry| promised(entry).is_some())?;
    let unit = &entry.figure.unit.as_ref()?.head;
    let is_same = |other: &Entry<'_>| {
        other.claim != entry.claim
            && other.figure.unit.as_ref().is_some_and(|own| thing::unit_set(&own.head) == thing::unit_set(unit))
    };
    if entries.iter().any(is_same) {
        return None;
    }
    let paragraphs = (0..story.blocks.len()).filter(|&block| story.blocks[block].role == Role::Paragraph);
    let relation = paragraphs.take(FIRST).find_map(|block| named(story, block, unit, entry))?;
    (!relation.holds).then_some(relation)
}

/// "The libraries at Hollin, Marsh End and Castle Lane": in the first sentence of a paragraph.
fn named(story: &Story, block: usize, unit: &str, entry: &Entry<'_>) -> Option<Relation> {
    let sentence = story.sentences.iter().position(|sentence| sentence.block == block)?;
    let passage = Passage::of_sentence(story, sentence)?;
    let words = passage.words;
    let is_thing = |at: usize| {
        let word = in_small_letters(words.written(at));
        word.strip_suffix('s')
            .is_some_and(|one| one == unit || one.strip_suffix("ie").is_some_and(|stem| format!("{stem}y") == unit))
    };
    let at = (passage.first..passage.end).find(|&at| words.kind(at) == Some(TokenKind::Word) && is_thing(at))?;
    let is_listed = words.is_any(at.wrapping_sub(1), &["the", "its", "their"]) && words.is_any(at + 1, &["at", "in"]);
    let end = end_of_names(words, at + 2, passage.end).filter(|_| is_listed)?;
    let items = read_items(words, at + 2..end)?;
    let names = items.at.iter().map(|item| passage.span(item.start, item.end)).collect();
    let is_sure = items.low == items.high && 2 < items.low && entry.figure.value.to_usize().is_some();
    is_sure.then(|| settle(entry, items.low, items.high, names)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_headline_counts_the_places_that_are_named_below() {
        let text = "# libraries to close\n\nThe libraries at Hollin, Marsh End, Tebbit Road and Castle Lane will shut in April, it said.";
        for (number, is_wrong) in [("Six", true), ("Four", false)] {
            let found = relations(&read(&text.replace('#', number)), RelationKind::Count);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{number}: {found:?}");
        }
    }
}
