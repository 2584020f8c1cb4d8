//! Things that are counted in one sentence and listed in the next: "Six towns will get money. They are Alton, Birch Falls
//! and Coldwater.", and works that are listed by their titles: "The four books are “Salt Year”, “Bright Ditch” and …".

use std::ops::Range;

use super::items::{Items, read_items};
use super::tally::{promised, settle};
use super::{Entry, Relation, Story};
use crate::draft::Role;
use crate::extract::FigureKind;
use crate::language::{Class, TokenKind, Words};
use crate::story::passage::Passage;

/// The numbers of things whose list the next sentence gives, and of works that their own sentence lists.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let is_open = |entry: &&Entry<'_>| {
        story.blocks[entry.figure.block].role == Role::Paragraph
            && promised(entry).is_some()
            && entry.figure.unit.is_some()
    };
    let open = entries.iter().filter(is_open);
    open.filter_map(|entry| titles(story, entry).or_else(|| next(story, entries, entry))).collect()
}

/// "They are Alton, Birch Falls and Coldwater.": of the only thing that the sentence before counts.
fn next(story: &Story, entries: &[Entry<'_>], entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let is_alone = |other: &&Entry<'_>| {
        other.figure.sentence == sentence && other.claim != entry.claim && other.figure.kind == FigureKind::Count
    };
    let next = sentence + 1;
    let is_same = story.sentences.get(next).is_some_and(|place| place.block <= entry.figure.block + 1);
    if !is_same {
        return None;
    }
    let passage = Passage::of_sentence(story, next)?;
    let words = passage.words;
    let verb = passage.first + 1;
    let opens = words.is_any(passage.first, &["they", "these", "those"]) && words.is_any(verb, &["are", "were"]);
    if entries.iter().find(is_alone).is_some() {
        return None;
    }
    if !opens {
        return acting(entry, &passage);
    }
    let items = read_items(words, verb + 1..passage.end)?;
    let ages = ages_in(words, verb + 1..passage.end);
    if !are_names(words, &items) && !are_things(words, &items) && ages < items.low {
        return None;
    }
    let Items { low, high, at } = items;
    // "Ida Lund, 71, and her husband Jon, 73; a driver, Bo Ek, 45; …": as many people as ages.
    let (low, high) = (low.max(ages), high.max(ages));
    let beside = at.into_iter().map(|at| passage.span(at.start, at.end)).collect();
    settle(entry, low, high, beside)
}

/// "Three hotels will take no clubs. The Grand, the Lakeview, the Duke and the Rest had each lost a bath": more names than are
/// promised do what the sentence says of each; fewer may be some of them.
fn acting(entry: &Entry<'_>, passage: &Passage<'_>) -> Option<Relation> {
    const EACH: &[&str] = &["each", "all"];
    let words = passage.words;
    let is_verb = |&at: &usize| words.has(at, Class::Have) || words.has(at, Class::Be) || words.is_any(at, EACH);
    let verb = (passage.first + 3..passage.end).find(is_verb)?;
    if !(verb..verb + 3).any(|at| words.is_any(at, EACH)) {
        return None;
    }
    let items = read_items(words, passage.first..verb)?;
    if items.low != items.high || !are_names(words, &items) || items.low <= promised(entry)? {
        return None;
    }
    let Items { low, high, at } = items;
    let beside = at.into_iter().map(|at| passage.span(at.start, at.end)).collect();
    settle(entry, low, high, beside)
}

/// How many ages stand there behind a name and a comma.
fn ages_in(words: Words<'_>, mut at: Range<usize>) -> usize {
    let is_age = |at: usize| {
        words.kind(at) == Some(TokenKind::Number)
            && words.written(at).parse::<u8>().is_ok_and(|age| age < 110)
            && words.written(at.wrapping_sub(1)) == ","
            && words.is_capitalized(at.wrapping_sub(2))
            && !words.is_word(at + 1) | words.is_any(at + 1, &["and", "of"])
    };
    let mut count = 0;
    at.by_ref().for_each(|at| count += usize::from(is_age(at)));
    count
}

/// The first word of an item behind its "and".
fn head(words: Words<'_>, item: &Range<usize>) -> usize {
    if words.is_any(item.start, &["and", "or"]) { item.start + 1 } else { item.start }
}

/// "Alton, Birch Falls and Coldwater": names and nothing else.
fn are_names(words: Words<'_>, items: &Items) -> bool {
    const LONGEST: usize = 5;
    let is_part =
        |at: usize| words.is_capitalized(at) || words.is_any(at, &["and", "of", "the", "de", "on", "'s", "’s", "-"]);
    items.at.iter().all(|item| {
        let first = head(words, item);
        let first = if words.is(first, "the") { first + 1 } else { first };
        words.is_capitalized(first) && item.end <= first + LONGEST && (first..item.end).all(is_part)
    })
}

/// "A pension, a yard and an end to night shifts": each with its article, and without a verb.
fn are_things(words: Words<'_>, items: &Items) -> bool {
    const LONGEST: usize = 8;
    items.at.iter().all(|item| {
        let first = head(words, item);
        let is_quiet = |at: usize| {
            !(words.has(at, Class::Be)
                || words.has(at, Class::Have)
                || words.has(at, Class::Modal)
                || words.has(at, Class::Relative))
        };
        words.is_any(first, &["a", "an", "the"]) && item.end <= first + LONGEST && (first..item.end).all(is_quiet)
    })
}

/// "The four books are “Salt Year”, “The Ferrymen” and “Bright Ditch”.": titles in marks, to the end of the sentence.
fn titles(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let words = passage.words;
    let end = passage.positions(entry.figure.unit.as_ref()?.span).end;
    let opener = (end..(end + 8).min(passage.end)).find(|&at| {
        words.is_any(at, &["are", "were", ":"]) || words.kind(at) == Some(TokenKind::Dash) && !words.is_hyphen(at)
    })?;
    let starts_here =
        passage.position(entry.figure.number.start) <= passage.first + 2 || !words.is_any(opener, &["are", "were"]);
    let mut at = opener + 1;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut is_joined = false;
    while at < passage.end {
        if words.kind(at) == Some(TokenKind::QuoteMark) {
            let close = (at + 1..passage.end.min(at + 10)).find(|&at| words.kind(at) == Some(TokenKind::QuoteMark))?;
            found.push(at..close + 1);
            at = close + 1;
        } else if words.is(at, "and") {
            is_joined = true;
            at += 1;
        } else if matches!(words.written(at), "," | "." | ";") {
            at += 1;
        } else {
            return None;
        }
    }
    let count = found.len();
    let beside = found.into_iter().map(|at| passage.span(at.start, at.end)).collect();
    (starts_here && is_joined && 2 <= count).then(|| settle(entry, count, count, beside)).flatten()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn things_are_listed_in_the_next_sentence_or_by_their_titles() {
        for (text, is_wrong) in [
            ("Six towns will get money, Lund said. They are Alton, Birch Falls, Coldwater, Denby and Easton.", true),
            ("Five towns will get money, Lund said. They are Alton, Birch Falls, Coldwater, Denby and Easton.", false),
            ("Ek set three terms on Monday. They are a pension, a yard, a van and a kettle.", true),
            ("The four books are “Salt Year”, “The Ferrymen” and “Bright Ditch”.", true),
            ("The three books are “Salt Year”, “The Ferrymen” and “Bright Ditch”.", false),
            ("Six towns will get money, Lund said. They are small, wet and poor.", false),
            ("Six towns will get money, Lund said. They are in Alton, Birch Falls and Coldwater.", false),
        ] {
            let found = relations(&read(text), RelationKind::Count);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
