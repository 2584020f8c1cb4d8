//! The sentence of a court in a headline that the first paragraphs give otherwise: "Pharmacist gets nine years" over "was
//! jailed for seven years on Monday".
//!
//! A headline with one term, and a first one in the paragraphs below, tell of one sentence; minimum terms, suspended ones
//! and what somebody has served are others.

use super::repeat::contradiction;
use super::{Entry, Relation, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::Words;
use crate::story::passage::Passage;

/// In how many blocks below the headline its sentence is told.
const FIRST: usize = 4;

/// Words of a headline that has somebody sentenced.
const GIVEN: &[&str] = &["gets", "given", "jailed", "sentenced", "imprisoned", "handed", "jail", "prison"];

/// Words by which the story does.
const JAILED: &[&str] = &["jailed", "sentenced", "imprisoned", "prison", "jail"];

/// Words of another term.
const OTHERS: &[&str] = &[
    "minimum",
    "suspended",
    "least",
    "served",
    "serving",
    "serve",
    "up",
    "maximum",
    "total",
    "concurrently",
    "each",
    "and",
    "ban",
    "banned",
    "probation",
    "after",
    "ago",
    "faces",
    "face",
    "could",
    "more",
    "previous",
    "already",
];

/// The term of the headline, where the one below it is another.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Option<Relation> {
    let head = entries.first().filter(|head| story.blocks[head.figure.block].role == Role::Headline)?;
    let of_head = entries.iter().take_while(|entry| entry.figure.block == head.figure.block);
    let is_one_head = of_head.filter(|entry| entry.figure.kind != FigureKind::Money).count() == 1;
    if !is_one_head || !is_term(head) || !is_told(story, head, GIVEN) {
        return None;
    }
    let last = head.figure.block + FIRST;
    let mut terms = entries[1..].iter().take_while(|entry| entry.figure.block <= last).filter(|entry| is_term(entry));
    let term = terms.next()?;
    let unit = |entry: &Entry<'_>| entry.figure.unit.as_ref().map(|unit| unit.head.clone());
    // "Jailed for five years for theft and four for fraud", and the four that the headline means further down.
    let is_rival = |other: &Entry<'_>| {
        let is_beside = other.figure.sentence == term.figure.sentence && unit(other) == unit(term);
        is_beside || other.figure.value == head.figure.value
    };
    if terms.any(is_rival) {
        return None;
    }
    let is_prose = story.blocks[term.figure.block].role == Role::Paragraph && !story.is_quoted(term.figure.number);
    let is_one_unit =
        term.figure.unit.as_ref().zip(head.figure.unit.as_ref()).is_some_and(|(one, two)| one.head == two.head);
    let differ = term.figure.value != head.figure.value;
    let is_other = is_prose && is_one_unit && differ && is_told(story, term, JAILED) && is_behind(story, term);
    is_other.then(|| contradiction(term, head))
}

/// "Jailed for seven years", "seven years in prison": the term of the one who was sentenced, and no other time.
fn is_behind(story: &Story, term: &Entry<'_>) -> bool {
    const NEAR: usize = 3;
    Passage::of_sentence(story, term.figure.sentence).is_some_and(|passage| {
        let words = passage.words;
        let (at, end) = (passage.position(term.figure.number.start), passage.position(term.figure.span.end));
        let is_led = words.is_any(at.wrapping_sub(1), &["for", "to"])
            && holds(words, at.saturating_sub(NEAR).max(passage.first)..at, JAILED);
        is_led || words.is_any(end, &["in", "behind"]) && words.is_any(end + 1, &["prison", "jail", "bars"])
    })
}

fn is_term(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Duration && figure.modifier == Modifier::Plain && figure.pair.is_none()
}

/// Whether the sentence has one of `words`, and near the term none of another one.
fn is_told(story: &Story, entry: &Entry<'_>, words: &[&str]) -> bool {
    const BEFORE: usize = 6;
    const BEHIND: usize = 5;
    Passage::of_sentence(story, entry.figure.sentence).is_some_and(|passage| {
        let (at, end) = (passage.position(entry.figure.number.start), passage.position(entry.figure.span.end));
        let near = at.saturating_sub(BEFORE).max(passage.first)..(end + BEHIND).min(passage.end);
        holds(passage.words, passage.first..passage.end, words) && !holds(passage.words, near, OTHERS)
    })
}

fn holds(words: Words<'_>, mut range: std::ops::Range<usize>, listed: &[&str]) -> bool {
    range.any(|at| words.is_any(at, listed))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn the_term_in_a_headline_is_the_one_that_the_story_gives() {
        for (text, is_wrong) in [
            ("Chemist gets nine years\n\nEd Sole was jailed for seven years on Monday for theft.", true),
            ("Chemist gets seven years\n\nEd Sole was jailed for seven years on Monday for theft.", false),
            ("Chemist jailed for 18 months\n\nEd Sole was sent to prison for 16 months on Monday.", true),
            ("Chemist gets nine years\n\nEd Sole was jailed for a minimum of seven years on Monday.", false),
            ("Chemist gets nine years\n\nEd Sole was jailed for five years for theft and four years for fraud.", false),
            ("Hall reopens after nine years\n\nThe thief was jailed for seven years on Monday.", false),
        ] {
            let found = relations(&read(text), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}");
        }
    }
}
