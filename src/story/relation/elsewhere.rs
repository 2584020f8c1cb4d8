//! Tells an amount that comes back from one of another place, another year or a new thing: "in Ayr it lost its 6,420
//! majority", "in 2015 the 6,420 majority", "the new stadium's 14,520 capacity".

use super::telling::Telling;
use super::{Story, life};
use crate::language::{Class, Token, is_one_of};

/// Words before an amount that the reader knows.
pub(super) const KNOWN: &[&str] = &["the", "that", "this", "those", "these", "all", "its", "his", "her", "their"];

/// "In Ayr it lost its 6,420 majority", "the new stadium's 14,520 capacity": of what the first does not speak of.
pub(super) fn is_of_another_place(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const NEAR: usize = 4;
    const NEW: &[&str] =
        &["new", "old", "former", "future", "proposed", "planned", "replacement", "earlier", "previous"];
    let (one, two) = (first.entry.figure, again.entry.figure);
    let text = story.text_of(story.blocks[two.block].span);
    let told = if one.block == two.block { story.sentences[one.sentence].span } else { story.blocks[one.block].span };
    let first_text = story.text_of(told);
    let before = story.tokens_before(two.sentence, two.number.start);
    let is_unknown = |word: &str| !first_text.contains(word.trim_end_matches(['s', '\'', '’']));
    let is_new = |token: &Token| is_one_of(token.of(text), NEW) && is_unknown(token.of(text));
    // "It hit 6,420 passengers" begins with no name.
    let is_name = |token: &Token| {
        token.of(text).starts_with(char::is_uppercase)
            && is_unknown(token.of(text))
            && !token.is(Class::Pronoun)
            && !token.is(Class::Determiner)
    };
    let is_there = before.windows(2).any(|pair| pair[0].is(Class::Preposition) && is_name(&pair[1]));
    // "Ayr's 6,420 majority"
    let is_owner =
        before.last().is_some_and(|last| !is_one_of(last.of(text), KNOWN)) && before.iter().rev().take(2).any(is_name);
    is_there || is_owner || before.iter().rev().take(NEAR).any(is_new)
}

/// "In 2015 the 6,420 majority", "the 6,420 majority he had won in 2015": the year may say that another is meant.
pub(super) fn is_of_a_year(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let block = story.blocks[figure.block].span;
    let text = story.text_of(block);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let phrase = behind.iter().find(|token| matches!(token.of(text), "," | ";" | ":" | "–" | "—" | "("));
    let end = phrase.map_or(u32::MAX, |mark| block.start + mark.span.start);
    life::in_sentence(&story.dates, figure.sentence).iter().any(|date| date.year.is_some() && date.span.start < end)
}
