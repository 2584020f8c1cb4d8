//! A sentence's words, found by the story's offsets.

use std::ops::Range;

use super::Story;
use super::note::Alone;
use crate::extract::Mentions;
use crate::language::Words;
use crate::text::Span;

/// The words of a sentence, by their positions in its block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage<'a> {
    /// The block's words up to the end of the sentence.
    pub(super) words: Words<'a>,
    /// The position of the sentence's first word.
    pub(super) first: usize,
    /// The position behind its last.
    pub(super) end: usize,
    /// Where the block begins in the story.
    by: u32,
}

impl<'a> Passage<'a> {
    /// The sentence with this number; `None` where the story has no such sentence.
    pub(super) fn of_sentence(story: &'a Story, sentence: usize) -> Option<Self> {
        let block = &story.blocks[story.sentences.get(sentence)?.block];
        let number = sentence - block.sentences.start;
        Some(Self::of(number, story.text_of(block.span), &block.mentions, block.span.start))
    }

    /// The sentence of a block that holds `offset` or is the last to begin before it; its offsets are the block's.
    pub(super) fn alone(block: Alone<'a>, offset: u32) -> Option<Self> {
        let (number, mentions) = (block.sentence_at(offset), block.mentions());
        (number < mentions.sentences.len()).then(|| Self::of(number, block.text(), mentions, 0))
    }

    /// The sentence with this number among those of its block; in a note of the desk it has no words.
    fn of(number: usize, text: &'a str, mentions: &'a Mentions, by: u32) -> Self {
        let Range { start, end } = mentions.numbers_of(number).unwrap_or_default();
        Self { words: Words { text, tokens: &mentions.tokens[..end] }, first: start, end, by }
    }

    /// The position of the first word that begins at or behind the story's `offset`.
    pub(super) fn position(&self, offset: u32) -> usize {
        let at = offset.saturating_sub(self.by);
        self.words.tokens.partition_point(|token| token.span.start < at)
    }

    /// The positions of the words that `span` of the story touches.
    pub(super) fn positions(&self, span: Span) -> Range<usize> {
        let first = self.position(span.start);
        first..self.position(span.end).max(first)
    }

    /// The story's span of the words from `first` to the one before `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.words.span(first, end).shifted(self.by)
    }
}
