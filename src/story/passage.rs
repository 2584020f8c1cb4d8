//! A sentence's words, found by the story's offsets.

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
        let sentence = story.sentences.get(sentence)?;
        let block = &story.blocks[sentence.block];
        let by = block.span.start;
        Some(Self::within(sentence.span.back(by), story.text_of(block.span), &block.mentions, by))
    }

    /// The sentence of a block that holds `offset` or is the last to begin before it; its offsets are the block's.
    pub(super) fn alone(block: Alone<'a>, offset: u32) -> Option<Self> {
        let sentences = &block.mentions().sentences;
        let behind = sentences.partition_point(|sentence| sentence.start <= offset);
        let sentence = sentences.get(behind.saturating_sub(1))?;
        Some(Self::within(*sentence, block.text(), block.mentions(), 0))
    }

    fn within(sentence: Span, text: &'a str, mentions: &'a Mentions, by: u32) -> Self {
        let tokens = &mentions.tokens;
        let first = tokens.partition_point(|token| token.span.start < sentence.start);
        let end = tokens.partition_point(|token| token.span.end <= sentence.end).max(first);
        Self { words: Words { text, tokens: &tokens[..end] }, first, end, by }
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
