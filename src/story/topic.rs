//! What words a passage speaks of, as far as another passage can be held against it.

use super::Story;
use crate::language::{Class, TokenKind};
use crate::text::Span;

/// The least letters of a word that names a topic, and by how many one is told from another.
const LETTERS: usize = 5;

/// Long words that every story has.
const COMMON: &[&str] =
    &["about", "after", "million", "billion", "first", "percent", "their", "under", "other", "years"];

/// Words that stand in any sentence, whatever it is about.
const EMPTY: &[Class] =
    &[Class::FunctionWord, Class::Preposition, Class::Time, Class::SpeechVerb, Class::NumberWord, Class::Adverb];

impl Story {
    /// The longer words within `span`, which lies in one block, that are no function words: as they are written.
    pub fn topic_words(&self, span: Span) -> impl Iterator<Item = &str> {
        let text = self.text_of(self.blocks[self.block_at(span.start)].span);
        self.tokens_in(span)
            .iter()
            .filter(|token| token.kind == TokenKind::Word && !token.classes.has_any(EMPTY))
            .map(move |token| token.of(text))
            .filter(|word| LETTERS <= word.chars().count() && !COMMON.contains(word))
    }

    /// Whether two passages, each within a block, have one of their topics in common.
    pub fn share_topic(&self, one: Span, other: Span) -> bool {
        let topics: Vec<String> = self.topic_words(one).map(topic_of).collect();
        self.topic_words(other).any(|word| topics.contains(&topic_of(word)))
    }
}

/// What a word names, whatever its ending: the beginning of it, in small letters.
pub fn topic_of(word: &str) -> String {
    word.to_lowercase().chars().take(LETTERS + 1).collect()
}
