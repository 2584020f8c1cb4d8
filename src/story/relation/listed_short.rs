//! Announced lists that are too short, however they are read, or that close before their number: "three reasons: a main that
//! was on no map and the price of bitumen", "makes four changes. One raises the fee. Another bans nets. The last lets …",
//! "four conditions. It wants lower taxes. It wants a vote on the dam. And it wants the ministry".
//!
//! How many things a list holds is often open to doubt; it is never more than its commas and "and"s can part. And what says
//! "the last" or repeats how the first began behind an "and" says that there are no more.

use std::ops::Range;

use super::items::is_open;
use super::tally::{promised, settle};
use super::{Entry, Relation, RelationKind, Story, of_sentence};
use crate::draft::Role;
use crate::language::{Class, TokenKind, Words};
use crate::story::passage::Passage;
use crate::text::Span;

/// Words between the number and its list, at most.
const NEAR: usize = 14;

/// Longer lists go astray.
const LONGEST: usize = 60;

/// The numbers of things that a list does not reach; `known` is what is tied already.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let is_known = |entry: &Entry<'_>| {
        let is_listed = |it: &Relation| matches!(it.kind, RelationKind::Count | RelationKind::Sum);
        known.iter().any(|it| is_listed(it) && it.stated == entry.claim)
    };
    let is_prose = |entry: &Entry<'_>| {
        matches!(story.blocks[entry.figure.block].role, Role::Paragraph | Role::ListItem)
            && !story.is_quoted(entry.figure.number)
    };
    let open = entries.iter().filter(|entry| promised(entry).is_some() && entry.figure.unit.is_some());
    let open = open.filter(|entry| is_prose(entry) && !is_known(entry));
    let found = open.filter_map(|entry| too_short(story, entries, entry).or_else(|| closed(story, entries, entry)));
    found.filter(|it| !it.holds).collect()
}

/// "Three reasons: a main that was on no map and the price of bitumen": no comma and one "and" part two.
fn too_short(story: &Story, entries: &[Entry<'_>], entry: &Entry<'_>) -> Option<Relation> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let words = passage.words;
    let start = passage.positions(entry.figure.unit.as_ref()?.span).end;
    let colon = (start..passage.end.min(start + NEAR)).find(|&at| words.written(at) == ":")?;
    let list = colon + 1..passage.end;
    let own = of_sentence(entries, entry.figure.sentence);
    let has_number = || own.iter().any(|other| passage.span(start, passage.end).contains(other.figure.number.start));
    let is_loud = || (start..passage.end).any(|at| is_open(words, at) || words.kind(at) == Some(TokenKind::QuoteMark));
    let ends = words.is_any(passage.end - 1, &[".", "!"]);
    // "They were all to her sister", "in 2014 and twice since", "a kitchen and bedrooms": no list, or more than its words.
    let is_clause = || words.has(list.start, Class::Pronoun) || words.has(list.start, Class::Preposition);
    // "The roof, the damp.": it may go on.
    let is_joined = || list.clone().any(|at| words.is_any(at, &["and", "or"]));
    let is_doubtful = || {
        is_clause() || !is_joined() || list.clone().any(|at| words.is_any(at, &["once", "twice"]) || is_many(words, at))
    };
    if !ends || LONGEST < list.len() || words.is_capitalized(list.start) || has_number() || is_loud() || is_doubtful() {
        return None;
    }
    let most = most_of(words, list.clone());
    let count = promised(entry)?;
    (1 < most && most < count && count <= most + 2)
        .then(|| settle(entry, most, most, vec![passage.span(list.start, list.end)]))
        .flatten()
}

/// "Bedrooms", between two marks or "and"s.
fn is_many(words: Words<'_>, at: usize) -> bool {
    let parts = |at: usize| matches!(words.written(at), ":" | "," | ";" | "." | "and" | "or");
    parts(at.wrapping_sub(1)) && parts(at + 1) && words.written(at).ends_with('s')
}

/// How many things the marks and words of a list can part.
fn most_of(words: Words<'_>, mut list: Range<usize>) -> usize {
    let mut count = 1;
    list.by_ref().for_each(|at| {
        let parts = matches!(words.written(at), "," | ";" | "/" | "–" | "—")
            || words.is_any(at, &["and", "or", "&", "plus", "with", "while", "then", "but", "as"]);
        count += usize::from(parts);
    });
    count
}

/// Lists in sentences of their own that say where they end.
fn closed(story: &Story, entries: &[Entry<'_>], entry: &Entry<'_>) -> Option<Relation> {
    let own = of_sentence(entries, entry.figure.sentence);
    if own.iter().any(|other| other.claim != entry.claim && promised(other).is_some()) {
        return None;
    }
    let told = one_by_one(story, entry).or_else(|| alike(story, entry))?;
    let count = told.len();
    settle(entry, count, count, told)
}

/// The sentences behind a number, in its paragraph and the next.
fn sentences<'a>(story: &'a Story, entry: &Entry<'_>) -> impl Iterator<Item = (Passage<'a>, Span)> {
    let (first, block) = (entry.figure.sentence + 1, entry.figure.block);
    let behind = story.sentences.iter().enumerate().skip(first).take_while(move |(_, place)| place.block <= block + 1);
    behind.filter_map(|(number, place)| Some((Passage::of_sentence(story, number)?, place.span)))
}

/// "One raises the fee. Another bans nets. The last lets inspectors board any boat."
fn one_by_one(story: &Story, entry: &Entry<'_>) -> Option<Vec<Span>> {
    const NEXT: &[&str] = &["second", "third", "fourth", "fifth"];
    const LAST: &[&str] = &["last", "other", "final"];
    let mut told = Vec::new();
    for (passage, span) in sentences(story, entry) {
        let (words, first) = (passage.words, passage.first);
        if told.is_empty() {
            // What is told begins right behind its number.
            let is_one = words.is(first, "one") && says(words, first + 1);
            told.push(is_one.then_some(span)?);
        } else if words.is(first, "another") && says(words, first + 1)
            || words.is_any(first, &["a", "the"]) && words.is_any(first + 1, NEXT) && says(words, first + 2)
        {
            told.push(span);
        } else if words.is(first, "the") && words.is_any(first + 1, LAST) && says(words, first + 2) {
            told.push(span);
            return Some(told);
        } else if words.is_any(first, &["two", "three", "others", "the", "both", "also", "finally", "and"]) {
            return None;
        }
    }
    None
}

/// Whether a verb stands there: "one raises", and not "one man".
fn says(words: Words<'_>, at: usize) -> bool {
    let verbs = [Class::Third, Class::Be, Class::Have, Class::Modal, Class::Past];
    // "One plan", "one of them": no verb, or one of several.
    let is_form = words.written(at).ends_with('s') && words.is_word(at + 1) && !words.is_any(at + 1, &["of"]);
    verbs.iter().any(|&class| words.has(at, class)) || is_form
}

/// "It wants lower taxes. It wants a vote on the dam. And it wants the ministry."
fn alike(story: &Story, entry: &Entry<'_>) -> Option<Vec<Span>> {
    const WHO: &[&str] = &["it", "they", "he", "she"];
    let mut told: Vec<Span> = Vec::new();
    let mut opening: Option<(String, String)> = None;
    for (passage, span) in sentences(story, entry) {
        let (words, first) = (passage.words, passage.first);
        let is_last = words.is_any(first, &["and", "finally"]);
        let at = match (is_last, words.written(first + 1) == ",") {
            (true, true) => first + 2,
            (true, false) => first + 1,
            _ => first,
        };
        let own = (words.written(at).to_lowercase(), words.written(at + 1).to_lowercase());
        let is_next = opening.as_ref().is_none_or(|opening| *opening == own);
        if !words.is_any(at, WHO) || !is_next {
            return None;
        }
        told.push(span);
        opening = Some(own);
        if is_last {
            return (2 < told.len()).then_some(told);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_list_is_as_long_as_its_number() {
        let changes = "The law makes four changes. One raises the fee. Another bans nets.";
        for (text, is_wrong) in [
            ("Ek gave three reasons for it: a main that was on no map and the price of tar.", true),
            ("Ek gave two reasons for it: a main that was on no map and the price of tar.", false),
            ("Ek gave three reasons for it: a main that was on no map, the rain and the price of tar.", false),
            ("Ek gave three reasons for it: among others the price of tar and the rain.", false),
            (&format!("{changes} The last lets guards board any boat."), true),
            (&format!("{changes} Another shuts the bay. The last lets guards board any boat."), false),
            (&format!("{changes} Two more are to come."), false),
            ("Ek set four terms. It wants lower taxes. It wants a vote. And it wants the dam.", true),
            ("Ek set three terms. It wants lower taxes. It wants a vote. And it wants the dam.", false),
            ("Ek set four terms. It wants lower taxes. It wants a vote. It wants the dam.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Count);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
