//! Quoted words that nobody speaks: titles, notices, questions.

use crate::language::{Class, TokenKind, WordList, Words, is_one_of};
use crate::story::{Quotation, Story};

/// “Secret Harbours of the Very Rich”: every word that can has a capital.
pub(super) fn is_title(story: &Story, quotation: &Quotation) -> bool {
    const SMALL: usize = 4;
    let words = story.text_of(quotation.inner[0]).split_whitespace();
    words
        .map(|word| word.trim_start_matches(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| SMALL <= word.chars().count())
        .all(|word| word.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric()))
}

/// "Her first film was “The man who was not there”", "the question is “who will pay for it”": what a work is called or
/// what is asked, and nobody who speaks.
pub(super) fn is_work(story: &Story, quotation: &Quotation) -> bool {
    const WORKS: WordList = WordList::of(&[
        "album",
        "article",
        "book",
        "column",
        "comedy",
        "episode",
        "essay",
        "exhibition",
        "film",
        "hit",
        "hymn",
        "lecture",
        "movie",
        "musical",
        "novel",
        "opera",
        "painting",
        "paper",
        "play",
        "poem",
        "question",
        "sequel",
        "series",
        "show",
        "single",
        "song",
        "story",
        "track",
        "tune",
    ]);
    const NEAR: usize = 4;
    let start = quotation.extent().start;
    let text = story.text_of(story.blocks[quotation.block].span);
    let before = Words { text, tokens: story.tokens_before(story.sentence_at(start), start) };
    let last = before.tokens.len();
    let noun = (last.saturating_sub(NEAR)..last).find(|&at| before.is_listed(at, &WORKS));
    let is_led = |at: usize| before.has(at, Class::Be) || before.is_any(at, &["called", "titled", "entitled", "named"]);
    noun.is_some_and(|noun| (noun + 1..last).any(is_led) || noun + 1 == last)
}

/// "Headlines such as “…” and “…”", "signs that read “…”": what stands on a thing, which the sentence names;
/// "a letter with the line “…”".
pub(super) fn is_written_up(story: &Story, quotation: &Quotation) -> bool {
    const WRITTEN_ON: &[&str] = &[
        "headline",
        "headlines",
        "slogan",
        "slogans",
        "sign",
        "signs",
        "banner",
        "banners",
        "placard",
        "placards",
        "poster",
        "posters",
        "motto",
        "mantra",
        "dictum",
        "inscription",
    ];
    const PASSAGES: &[&str] = &[
        "line",
        "lines",
        "words",
        "phrase",
        "sentence",
        "passage",
        "lyric",
        "refrain",
        "like",
        "marked",
        "headed",
        "labelled",
        "labeled",
        "inscribed",
        "stamped",
        "emblazoned",
        "engraved",
        "flashed",
        "flashing",
        "scrawled",
        "daubed",
        "titled",
        "entitled",
    ];
    let text = story.text_of(story.blocks[quotation.block].span);
    let start = quotation.extent().start;
    let before = story.tokens_before(story.sentence_at(start), start);
    let word_before = before.iter().rev().find(|token| token.kind == TokenKind::Word);
    // "The trial heard that he kept a diary. “October 4: …”"
    let sentence = story.sentence_at(start);
    let last = sentence.checked_sub(1).filter(|&last| story.sentences[last].block == quotation.block);
    let is_of_diary = before.iter().all(|token| token.kind != TokenKind::Word)
        && last.is_some_and(|last| {
            let told = story.tokens_in(story.sentences[last].span);
            told.iter().any(|token| is_one_of(token.of(text), &["diary", "diaries", "journal", "logbook", "notebook"]))
        });
    is_of_diary
        || before.iter().any(|token| is_one_of(token.of(text), WRITTEN_ON))
        || word_before.is_some_and(|token| is_one_of(token.of(text), PASSAGES))
}
