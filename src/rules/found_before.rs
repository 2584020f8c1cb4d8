//! Figures of what the sentence before has put on record: a conviction, the price of a share.

use super::beside::Beside;
use super::grave::is_toll;
use crate::extract::Figure;
use crate::story::{Placed, Story};

/// "Boyle was jailed for six years. He stole £212,000.": what a convict did is what the court has found.
pub(super) fn is_convicts(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const FOUND: &[&str] = &["admitted", "convicted", "guilty", "jailed", "sentenced"];
    let before = figure.sentence.checked_sub(1).filter(|&before| story.sentences[before].block == figure.block);
    let opens = beside.words.is_any(0, &["he", "she", "they"]);
    opens
        && !is_toll(story, figure)
        && before.is_some_and(|before| {
            let words = story.words_at(story.sentences[before].span);
            let is_denied = || (0..words.tokens.len()).any(|at| words.run_is(at, &["not", "guilty"]));
            story.sentence_names(before, FOUND) && !is_denied()
        })
}

/// "The share price fell by 9 per cent. It has lost a third of its value since May."
pub(super) fn is_of_share_price(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const SHARES: &[&str] = &["share", "shares", "stock"];
    let before = figure.sentence.checked_sub(1).filter(|&before| story.sentences[before].block == figure.block);
    let is_value = beside.has_behind(4, &["value"]);
    beside.words.is_any(0, &["it", "they"])
        && is_value
        && before.is_some_and(|before| story.sentence_names(before, SHARES))
}
