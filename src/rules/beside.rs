//! The words around a figure in its sentence.

use crate::extract::Figure;
use crate::language::{Vocabulary, Words};
use crate::story::{Placed, Story};

/// The words of a figure's sentence, and where in them its number stands.
pub(super) struct Beside<'a> {
    pub(super) words: Words<'a>,
    /// The index of the number's first word.
    pub(super) first: usize,
    /// The index of the mention's first word: of "nearly" in "nearly 1,600 letters".
    pub(super) lead: usize,
    /// The index of the first word behind the number.
    pub(super) behind: usize,
    /// Where the block of those words begins in the story.
    pub(super) base: u32,
    /// The words of its block, told without looking at them.
    vocabulary: &'a Vocabulary,
}

impl<'a> Beside<'a> {
    pub(super) fn of(story: &'a Story, figure: &Placed<Figure>) -> Self {
        let sentence = story.sentences[figure.sentence].span;
        let tokens = story.tokens_of(figure.block, sentence);
        let text = story.text_of(story.blocks[figure.block].span);
        let base = story.blocks[figure.block].span.start;
        let at = |offset: u32| tokens.partition_point(|token| token.span.start < offset.saturating_sub(base));
        Self {
            words: Words { text, tokens },
            first: at(figure.number.start),
            lead: at(figure.span.start.min(figure.number.start)),
            behind: at(figure.number.end),
            base,
            vocabulary: &story.blocks[figure.block].mentions.vocabulary,
        }
    }

    /// Whether one of `words` stands within `reach` words before the number.
    pub(super) fn has_before(&self, reach: usize, words: &[&str]) -> bool {
        (1..=reach).any(|back| self.words.is_any(self.first.wrapping_sub(back), words))
    }

    /// Whether one of `words` stands within `reach` words behind the number.
    pub(super) fn has_behind(&self, reach: usize, words: &[&str]) -> bool {
        (0..reach).any(|on| self.words.is_any(self.behind + on, words))
    }

    /// Whether one of `words` stands anywhere in the sentence.
    pub(super) fn has(&self, words: &[&str]) -> bool {
        self.vocabulary.may_hold_any(words) && (0..self.words.tokens.len()).any(|at| self.words.is_any(at, words))
    }

    /// Whether `run` stands anywhere in the sentence.
    pub(super) fn has_run(&self, run: &[&str]) -> bool {
        run.iter().all(|word| self.vocabulary.may_hold(word))
            && (0..self.words.tokens.len()).any(|at| self.words.run_is(at, run))
    }
}
