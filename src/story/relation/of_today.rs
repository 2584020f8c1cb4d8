//! Whether an age is somebody's on the day of the story, and not on one in its past.

use super::Story;
use super::life::{Aged, in_sentence};
use crate::language::Class;
use crate::story::passage::Passage;
use crate::text::Span;

/// Whether the age is the person's on the day of the story, and not on one in its past.
pub(super) fn is_today(story: &Story, aged: &Aged<'_>) -> bool {
    let sentence = aged.entry.figure.sentence;
    let mut years = in_sentence(&story.dates, sentence).iter().filter(|date| date.year.is_some());
    // "Holm, 61, who was first elected in 2012": the year is that of the clause.
    let who = Span::new(aged.entry.figure.span.end, aged.entry.figure.span.end + 5);
    let has_clause = story.text.get(who.start as usize..who.end as usize) == Some(", who");
    // "Holm, 61, a baker who came in 2012, said": a year further on is that of the age only where something happened in it.
    let tells_then = !has_clause && happens_then(story, aged);
    let is_of_year = years.any(|date| tells_then || date.span.start < who.start);
    !(is_of_year || is_past(story, aged))
}

/// Whether words behind the age put it into the past, or a quotation does.
pub(super) fn is_past(story: &Story, aged: &Aged<'_>) -> bool {
    const MOMENTS: &[&str] = &["age", "birth", "death", "end", "outbreak", "peak", "point", "start", "time"];
    const PAST: &[&str] = &["then", "when", "ago", "later", "turned", "turns", "birthday"];
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return true };
    let near = passage.position(aged.entry.figure.number.end);
    // "Holm, 27, at the time", "at his death", but not "Holm, 47, at 37 percent".
    let words = passage.words;
    // but not "Holm, 47, works at the mill".
    let is_then = |at: usize| {
        words.is(at, "at")
            && words.is_any(at + 1, &["the", "that", "his", "her", "a", "an"])
            && (words.written(at.wrapping_sub(1)) == "," || words.is_any(at + 2, MOMENTS))
    };
    // "Will be 98 on Saturday"
    let is_to_be = words.is(passage.position(aged.entry.figure.number.start).wrapping_sub(1), "be");
    let is_past = (near..passage.end.min(near + 4)).any(|at| words.is_any(at, PAST) || is_then(at));
    is_past || is_to_be || is_in_quotation(story, aged)
}

/// Whether the age stands in a quotation that has both its marks.
fn is_in_quotation(story: &Story, aged: &Aged<'_>) -> bool {
    let figure = aged.entry.figure;
    let at = figure.number.start;
    let block = &story.blocks[figure.block];
    // A piece of each quotation around it is one of its own block's.
    let mut marked = block.mentions.quotes.outer();
    marked.any(|quote| quote.span.contains(at - block.span.start))
        && story.quotations.iter().any(|quotation| quotation.spans.iter().any(|span| span.contains(at)))
}

/// Whether the sentence tells right behind the age what happened on its day: "Holm, 41, … was sentenced in March 2019".
pub(super) fn happens_then(story: &Story, aged: &Aged<'_>) -> bool {
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let words = passage.words;
    let from = passage.position(aged.entry.figure.number.end);
    let verb = (from..passage.end).find(|&at| {
        let is_told = words.has(at, Class::Past) || words.has(at, Class::Third);
        is_told && !words.is_any(at, &["was", "were", "has", "had", "is", "born"])
    });
    verb.is_some_and(|verb| words.has(verb, Class::DatedVerb))
        || (from..passage.end)
            .find(|&at| words.has(at, Class::DatedVerb))
            .is_some_and(|at| verb.is_none_or(|verb| at <= verb))
}
