//! Ties a promised number to what is told one by one, in sentences of their own ("First, … Second, …"),
//! and the number of all to the list that gave them ("Five men were saved: … All six are well.").

use rust_decimal::prelude::ToPrimitive;

use super::tally::{promised, settle};
use super::{Entry, Relation, Story};
use crate::draft::Role;
use crate::story::passage::Passage;

/// How far behind its list "all six" may stand, in paragraphs.
const REACH: usize = 2;

/// How sentences count what they tell, from the second on.
const ORDINALS: [&[&str]; 5] = [
    &["second", "secondly"],
    &["third", "thirdly"],
    &["fourth", "fourthly"],
    &["fifth", "fifthly"],
    &["sixth", "sixthly"],
];

/// What the story counts out; `lists` are the lists already read.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], lists: &[Relation]) -> Vec<Relation> {
    let told = entries.iter().filter_map(|entry| told_in_turn(story, entry));
    let all = entries.iter().filter_map(|entry| all_of_list(story, entries, entry, lists));
    told.chain(all).collect()
}

/// "The mayor gave two reasons. First, … Second, … Third, …"
fn told_in_turn(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    promised(entry)?;
    let block = entry.figure.block;
    let last = story.sentences.partition_point(|sentence| sentence.block <= block + 1);
    let mut told = Vec::new();
    for sentence in entry.figure.sentence + 1..last {
        if is_numbered(story, sentence, told.len()) {
            told.push(story.sentences[sentence].span);
        } else if told.is_empty() {
            // What is told begins right behind its number.
            return None;
        }
    }
    // "Finally" and "the last" may be any number of them.
    let is_open = (entry.figure.sentence + 1..last).any(|sentence| begins_with(story, sentence, LAST));
    let is_prose = story.blocks[block].role == Role::Paragraph;
    let count = told.len();
    if is_prose && 1 < count && !is_open { settle(entry, count, count, told) } else { None }
}

/// How the last of several begins.
const LAST: &[&str] = &["finally", "last", "lastly", "another", "also", "and"];

/// Whether the sentence begins with the ordinal behind so many others: "First,", "The second is".
fn is_numbered(story: &Story, sentence: usize, before: usize) -> bool {
    match before.checked_sub(1) {
        None => begins_with(story, sentence, &["first", "firstly"]),
        Some(at) => ORDINALS.get(at).is_some_and(|ordinals| begins_with(story, sentence, ordinals)),
    }
}

fn begins_with(story: &Story, sentence: usize, ordinals: &[&str]) -> bool {
    let Some(passage) = Passage::of_sentence(story, sentence) else { return false };
    let first = passage.first + usize::from(passage.words.is(passage.first, "the"));
    passage.words.is_any(first, ordinals)
}

/// "All six survived" behind a list of five.
fn all_of_list(story: &Story, entries: &[Entry<'_>], entry: &Entry<'_>, lists: &[Relation]) -> Option<Relation> {
    promised(entry)?;
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let number = passage.positions(entry.figure.number);
    let says_all = number.start == passage.first + 1 && passage.words.is(passage.first, "all");
    let list = lists.iter().rev().find(|list| list.stated < entry.claim && !list.beside.is_empty())?;
    let counted = entries.iter().find(|other| other.claim == list.stated)?;
    let unit = |entry: &Entry<'_>| entry.figure.unit.as_ref().map(|unit| unit.head.clone());
    let is_near =
        entry.figure.block <= counted.figure.block + REACH && entry.figure.sentence != counted.figure.sentence;
    let is_alike = unit(entry).is_none() || unit(entry) == unit(counted);
    // The list holds, and nobody else was counted meanwhile.
    let is_latest = !entries
        .iter()
        .any(|other| counted.claim < other.claim && other.claim < entry.claim && promised(other).is_some());
    if says_all && list.holds && is_near && is_alike && is_latest {
        settle(entry, list.low?.to_usize()?, list.high?.to_usize()?, list.beside.clone())
    } else {
        None
    }
}
