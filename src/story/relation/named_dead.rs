//! Holds how many died, or were held, against those whom the story names: "killing two people … The dead were named as Alan
//! Boyd, 33, his wife, Kim, 31, and their son Joe", "Three men were charged … They are Jon Holm, Bo Ek, Cy Orr and Al Lund".
//!
//! The list must be of all of them. Where one is still without a name, or more were counted in between, nothing is held.

use super::items::{Items, read_items};
use super::tally::settle;
use super::{Entry, Relation, Story, thing};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList, Words};
use crate::story::StoryBlock;
use crate::story::passage::Passage;

/// In how many blocks above their names people are counted.
const REACH: usize = 4;

/// Those of whom a death is told.
const DEAD: WordList = WordList::of(&["dead", "victims", "deceased"]);

/// Those whom the sentence before counts.
const OTHERS: WordList =
    WordList::of(&["men", "women", "suspects", "accused", "defendants", "boys", "girls", "teenagers"]);

/// Other words without which nobody is named.
const NAMING: WordList = WordList::of(&["they", "named", "identified"]);

/// A list of people by their names.
struct Named<'a> {
    passage: Passage<'a>,
    block: usize,
    /// Where the list begins.
    list: usize,
    /// Whether they are called the dead.
    are_dead: bool,
}

/// The counts of people whose names the story lists.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let may_name = |block: &StoryBlock| {
        let may_hold = |list| block.mentions.vocabulary.may_hold_listed(list);
        block.role == Role::Paragraph && 1 < block.names.len() && [&NAMING, &DEAD, &OTHERS].into_iter().any(may_hold)
    };
    let naming = story.blocks.iter().enumerate().filter(|(_, block)| may_name(block));
    let sentences = naming.flat_map(|(number, _)| story.sentences_of(number));
    let by_name = sentences.filter_map(|sentence| against_count(story, entries, sentence));
    by_name.collect()
}

fn against_count(story: &Story, entries: &[Entry<'_>], sentence: usize) -> Option<Relation> {
    let named = named(story, sentence)?;
    let Items { low, high, at } = read_items(named.passage.words, named.list..named.passage.end)?;
    if is_left_open(story, named.block) {
        return None;
    }
    let behind = entries.partition_point(|entry| entry.figure.sentence < sentence);
    let near = entries[..behind].iter().rev().take_while(|entry| named.block <= entry.figure.block + REACH);
    let mut counts = near.filter(|entry| counts_them(story, entry, sentence, named.are_dead));
    let count = counts.next()?;
    if counts.any(|other| other.figure.value != count.figure.value) || count.figure.modifier != Modifier::Plain {
        return None;
    }
    let beside = at.into_iter().map(|at| named.passage.span(at.start, at.end)).collect();
    settle(count, low, high, beside)
}

/// "The dead were named as", "Police identified the victims as", "They were named as", "The dead were Alan Boyd".
fn named(story: &Story, sentence: usize) -> Option<Named<'_>> {
    const NEAR: usize = 12;
    let passage = Passage::of_sentence(story, sentence)?;
    let (words, first) = (passage.words, passage.first);
    let limit = passage.end.min(first + NEAR);
    let is_naming = |at: &usize| words.is_any(*at, &["named", "identified"]);
    let group = |at: usize| words.is(at, "the") && (words.is_listed(at + 1, &DEAD) || words.is_listed(at + 1, &OTHERS));
    let opens = words.is(first, "they") || group(first);
    let subject = first + if words.is(first, "they") { 1 } else { 2 };
    let (list, who) = match (first..limit).find(is_naming) {
        Some(verb) => {
            let as_ = (verb + 1..limit.max(verb + 6).min(passage.end)).find(|&at| words.is(at, "as"))?;
            let is_passive = opens
                && (subject..verb)
                    .all(|at| words.has(at, Class::Be) || words.has(at, Class::Have) || words.is(at, "been"));
            let is_active = group(verb + 1) || words.is(verb + 1, "them");
            (as_ + 1, if is_passive { first } else { Some(verb + 1).filter(|_| is_active)? })
        }
        None => (subject + 1, Some(first).filter(|_| opens && words.has(subject, Class::Be))?),
    };
    let is_list = words.is_capitalized(list) && !words.has(list, Class::Determiner);
    let are_dead = words.is_listed(who + 1, &DEAD);
    is_list.then(|| Named { block: story.sentences[sentence].block, passage, list, are_dead })
}

/// "The third victim has not been named", "a fourth man".
fn is_left_open(story: &Story, block: usize) -> bool {
    const OPEN: &[&str] = &[
        "third",
        "fourth",
        "fifth",
        "sixth",
        "unidentified",
        "unnamed",
        "yet",
        "another",
        "remaining",
        "released",
        "other",
        "others",
    ];
    let last = story.blocks.len().min(block + 2);
    story.blocks[block..last].iter().any(|block| {
        let words = Words { text: block.span.of(&story.text), tokens: &block.mentions.tokens };
        (0..words.tokens.len()).any(|at| words.is_any(at, OPEN))
    })
}

/// Whether a figure counts those who are named: the dead by a word for death, others in the sentence right before.
fn counts_them(story: &Story, entry: &Entry<'_>, sentence: usize, are_dead: bool) -> bool {
    let figure = entry.figure;
    let is_count = figure.kind == FigureKind::Count && figure.pair.is_none() && !story.is_quoted(figure.number);
    let are_people = || figure.unit.is_none() || thing::counts_people(&figure.mention);
    if !is_count || !are_people() {
        return false;
    }
    let Some(passage) = Passage::of_sentence(story, figure.sentence) else { return false };
    let words = passage.words;
    let dies = |at: usize| words.is_any(at, &["killed", "killing", "died", "dead", "deaths", "dying"]);
    let at = passage.positions(figure.number);
    let near = at.start.saturating_sub(4).max(passage.first)..passage.end.min(at.end + 7);
    let is_hurt = |at: usize| words.is_any(at, &["injured", "injuring", "hurt", "hurting", "wounded", "wounding"]);
    let are_hurt = (at.start.saturating_sub(2).max(passage.first)..at.start).chain([at.end]).any(is_hurt);
    let are_counted_dead = near.into_iter().any(dies) && !are_hurt;
    if are_dead { are_counted_dead } else { figure.sentence + 1 == sentence && figure.unit.is_some() }
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn those_who_are_named_are_as_many_as_were_counted() {
        let crash = "A car and a van collided on Friday, killing # people, police said.\n\n";
        let held = "# men have been charged with fraud.";
        for (text, sound, broken) in [
            (
                format!("{crash}The dead were named as Ada Boyd, 33, her husband, Tom, 31, and their son Joe, six."),
                "three",
                "two",
            ),
            (
                format!("{crash}Police named the victims as Ada Boyd, 33, Tom Lund, 31, and Joe Ek, 26, all of Brae."),
                "three",
                "four",
            ),
            (format!("{crash}The victims have been identified as Ada Boyd, 33, and Tom Lund, 31."), "two", "three"),
            (format!("{held} They are Jon Holm, 41, Bo Ek, 30, and Cy Orr, 29."), "Three", "Four"),
        ] {
            let found = |number: &str| relations(&read(&text.replace('#', number)), RelationKind::Count);
            assert!(!found(sound).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(sound));
            assert!(found(broken).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(broken));
        }
    }

    #[test]
    fn names_of_some_are_left_alone() {
        for text in [
            "The crash killed three people. Two of the dead were named as Ada Boyd, 33, and Tom Lund, 31.",
            "The crash killed three people. The dead were named as Ada Boyd, 33, and Tom Lund, 31. A third has not been named.",
            "The crash killed at least three people. The dead were named as Ada Boyd, 33, and Tom Lund, 31.",
            "The crash killed three people. The injured were named as Ada Boyd, 33, and Tom Lund, 31.",
        ] {
            assert!(!relations(&read(text), RelationKind::Count).iter().any(|line| line.contains('≠')), "{text}");
        }
    }
}
