//! A sentence's words, found by the story's offsets.

use super::Story;
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
        let sentence = story.sentences.get(sentence)?;
        let block = &story.blocks[sentence.block];
        let tokens = &block.mentions.tokens;
        let within = sentence.span.back(block.span.start);
        let first = tokens.partition_point(|token| token.span.start < within.start);
        let end = tokens.partition_point(|token| token.span.end <= within.end);
        let words = Words { text: story.text_of(block.span), tokens: &tokens[..end.max(first)] };
        Some(Self { words, first, end: end.max(first), by: block.span.start })
    }

    /// The position of the first word that begins at or behind the story's `offset`.
    pub(super) fn position(&self, offset: u32) -> usize {
        let at = offset.saturating_sub(self.by);
        self.words.tokens.partition_point(|token| token.span.start < at)
    }

    /// The positions of the words that `span` of the story touches.
    pub(super) fn positions(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.position(span.start);
        first..self.position(span.end).max(first)
    }

    /// The story's span of the words from `first` to the one before `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.words.span(first, end).shifted(self.by)
    }
}
