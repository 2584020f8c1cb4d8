//! “You get the roller on too early and it sulks.” That was Barry Moss: a sentence behind a quotation whose only business is
//! to say who has been speaking.

use crate::language::{Class, Words};
use crate::story::{Quotation, Story};
use crate::text::Span;

/// The words behind a quotation that name its speaker: "That was Ida Moss", "the speaker was the dean, Jon Holm", "so said
/// Ida Moss"; `None` where the next sentence tells of something else.
pub(super) fn named_behind(story: &Story, quotation: &Quotation) -> Option<Span> {
    const POINTS: &[&str] = &["that", "this", "thus", "so", "those", "these", "such"];
    const SPEAKERS: &[&str] = &[
        "author",
        "speaker",
        "verdict",
        "voice",
        "witness",
        "word",
        "words",
        "view",
        "judgement",
        "judgment",
        "assessment",
    ];
    const NEAR: usize = 12;
    let block = story.blocks[quotation.block].span;
    let end = quotation.extent().end;
    let sentence = (0..story.sentences.len())
        .skip(story.sentence_at(end.saturating_sub(1)))
        .find(|&at| end <= story.sentences[at].span.start)?;
    let place = story.sentences[sentence];
    let between = story.text.get(end as usize..place.span.start as usize)?;
    if place.block != quotation.block || !between.trim().is_empty() {
        return None;
    }
    let words: Words<'_> = story.words_at(place.span);
    let is = |at: usize| words.has(at, Class::Be);
    let name = (1..NEAR.min(words.tokens.len())).find(|&at| words.is_capitalized(at) && !words.has(at, Class::Time))?;
    // "That was Ida Moss", "so said Ida Moss", "thus the mayor, Ida Moss".
    let points = words.is_any(0, POINTS)
        && (is(1) || words.has(1, Class::Say) || words.is(0, "thus") || words.run_is(1, &["from"]))
        && !words.is(name.wrapping_sub(1), "in");
    // "The speaker was Ida Moss", "the words were those of Ida Moss".
    let is_said = words.has(0, Class::Determiner)
        && (1..4).any(|at| words.is_any(at, SPEAKERS) && (is(at + 1) || words.is(at + 1, "belonged")));
    // "It was Ida Moss speaking"
    let is_speaking = words.run_is(0, &["it", "was"])
        && (name..words.tokens.len()).any(|at| words.is_any(at, &["speaking", "talking"]));
    let is_person = story.names.iter().any(|known| {
        known.block == quotation.block
            && words.tokens[name].span.start + block.start < known.span.end
            && end <= known.span.start
    });
    (is_person && (points || is_said || is_speaking)).then(|| words.tokens[name].span.shifted(block.start))
}

/// "The words of Ida Moss, “…”, were painted on a sheet": who said them stands right before.
pub(super) fn are_words_of(story: &Story, quotation: &Quotation) -> bool {
    let start = quotation.spans[0].start;
    let text = story.text_of(story.blocks[quotation.block].span);
    let words = Words { text, tokens: story.tokens_before(story.sentence_at(start), start) };
    (0..words.tokens.len()).any(|at| {
        words.is_any(at, &["line", "motto", "phrase", "words"])
            && words.is(at + 1, "of")
            && (at + 2..words.tokens.len()).any(|at| words.is_capitalized(at))
    })
}
