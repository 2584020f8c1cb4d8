//! Reasons and the like that one sentence counts and the next gives, each in a clause of its own: "gave two grounds for it.
//! It would spoil the view; it would scare the curlews; and the road crossed a common", or the next ones, each in a sentence
//! of its own, the last of which opens with "or": "three theories. The gate may have jammed. Or the keeper may have slept."

use super::tally::{promised, settle};
use super::{Entry, Relation, Story};
use crate::draft::Role;
use crate::extract::FigureKind;
use crate::language::{TokenKind, is_one_of};
use crate::story::passage::Passage;

/// What has a sentence, or a clause, of its own.
const NOUNS: &[&str] = &[
    "argument",
    "cause",
    "change",
    "charge",
    "complaint",
    "concern",
    "condition",
    "demand",
    "failing",
    "finding",
    "fault",
    "flaw",
    "goal",
    "aim",
    "ground",
    "lesson",
    "measure",
    "objection",
    "option",
    "point",
    "problem",
    "promise",
    "proposal",
    "question",
    "reason",
    "recommendation",
    "requirement",
    "rule",
    "step",
    "test",
    "thing",
    "way",
    "pledge",
    "worry",
    "fear",
    "task",
    "explanation",
    "theory",
    "possibility",
    "choice",
    "answer",
];

/// The numbers of clauses that the next sentence does not have.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let is_open = |entry: &&Entry<'_>| {
        let is_named = entry.figure.unit.as_ref().is_some_and(|unit| NOUNS.contains(&unit.head.as_str()));
        is_named && story.blocks[entry.figure.block].role == Role::Paragraph && promised(entry).is_some()
    };
    entries
        .iter()
        .filter(is_open)
        .filter_map(|entry| told_next(story, entries, entry).or_else(|| told_in_turn(story, entry)))
        .collect()
}

/// What may be so, sentence by sentence, until one that opens with "or".
fn told_in_turn(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    const MOST: usize = 6;
    let (first, block) = (entry.figure.sentence + 1, entry.figure.block);
    let all = story.sentences[first..].iter().take(MOST).take_while(|place| place.block == block).count();
    let passages: Vec<Passage<'_>> =
        (first..first + all).map_while(|sentence| Passage::of_sentence(story, sentence)).collect();
    let opens = |passage: &Passage<'_>| passage.words.is(passage.first, "or");
    let last = passages.iter().position(opens).filter(|&last| 0 < last)?;
    let is_last = passages.iter().skip(last + 1).all(|passage| !opens(passage));
    let may_be = |passage: &Passage<'_>| {
        (passage.first..passage.end).any(|at| passage.words.is_any(at, &["may", "might", "could", "perhaps"]))
    };
    let is_loud = |passage: &Passage<'_>| {
        (passage.first..passage.end).any(|at| {
            passage.words.kind(at) == Some(TokenKind::QuoteMark)
                || passage.words.is_any(at, &["also", "third", "fourth", "another"])
                || passage.words.is(at, "or") && passage.first < at
        })
    };
    let listed = &passages[..=last];
    let is_in_turn = is_last && listed.iter().all(may_be) && !listed.iter().any(is_loud);
    let beside = || listed.iter().map(|passage| passage.span(passage.first, passage.end)).collect();
    let is_told = is_in_turn && is_told(story, entry.figure.sentence, entry);
    is_told.then(|| settle(entry, last + 1, last + 1, beside())).flatten()
}

fn told_next(story: &Story, entries: &[Entry<'_>], entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let is_other = |other: &&Entry<'_>| {
        other.figure.sentence == sentence && other.claim != entry.claim && other.figure.kind == FigureKind::Count
    };
    let next = sentence + 1;
    let is_same = story.sentences.get(next).is_some_and(|place| place.block == entry.figure.block);
    if !is_same || entries.iter().any(|other| is_other(&other)) {
        return None;
    }
    let passage = Passage::of_sentence(story, next)?;
    let words = passage.words;
    let marks: Vec<usize> = (passage.first..passage.end).filter(|&at| words.written(at) == ";").collect();
    let last = *marks.last()?;
    let is_loud = |at: usize| {
        words.kind(at) == Some(TokenKind::QuoteMark)
            || words.written(at) == ":"
            || is_one_of(words.written(at), &["also", "including", "among", "another"])
    };
    let is_closed = words.is(last + 1, "and") || marks.len() > 1;
    if !is_closed || (passage.first..passage.end).any(is_loud) || !is_told(story, sentence, entry) {
        return None;
    }
    let starts = std::iter::once(passage.first).chain(marks.iter().map(|mark| mark + 1));
    let ends = marks.iter().copied().chain([passage.end]);
    let beside: Vec<_> = starts.zip(ends).map(|(start, end)| passage.span(start, end)).collect();
    settle(entry, beside.len(), beside.len(), beside)
}

/// Whether nothing behind the number lists them already.
fn is_told(story: &Story, sentence: usize, entry: &Entry<'_>) -> bool {
    let text = story.text_of(story.blocks[entry.figure.block].span);
    let behind = story.tokens_behind(sentence, entry.figure.number.end);
    !behind.iter().any(|token| matches!(token.of(text), ":" | ";"))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn clauses_are_held_against_their_number() {
        for (number, is_wrong) in [("two", true), ("three", false), ("four", true)] {
            let text = format!(
                "The board gave {number} reasons for its no to the quarry. It would dry up the well, Ek wrote; it would wake \
                 the village; and the lane is too narrow."
            );
            let found = relations(&read(&text), RelationKind::Count);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
