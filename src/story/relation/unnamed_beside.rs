//! Whether a paragraph tells of somebody whom it does not name, and who may be meant as well.

use super::Story;
use crate::extract::Figure;
use crate::language::{Class, Words};
use crate::story::Placed;
use crate::text::Span;

/// Words for somebody whom a paragraph does not name.
const OTHERS: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "teenager",
    "driver",
    "passenger",
    "victim",
    "suspect",
    "defendant",
    "player",
    "friend",
    "partner",
    "colleague",
    "opponent",
    "rival",
    "another",
    "other",
    "second",
    "both",
    "two",
];

/// Where a paragraph tells of somebody without a name: "a woman", "another boy"; the positions of the first words.
pub(super) fn unnamed_in(words: Words<'_>) -> impl Iterator<Item = usize> {
    const WHO: &[&str] = &["man", "woman", "boy", "girl", "teenager", "child", "youth", "pensioner"];
    let is_unnamed = move |at: &usize| words.is_any(*at, &["a", "an", "another"]) && words.is_any(*at + 1, WHO);
    (0..words.tokens.len()).filter(is_unnamed)
}

/// Whether the paragraph of a figure tells before it of somebody whom it does not name.
pub(super) fn has_other(story: &Story, figure: &Placed<Figure>) -> bool {
    let block = story.blocks[figure.block].span;
    let text = story.text_of(block);
    let mut words = story.tokens_in(Span::new(block.start, figure.span.start)).iter();
    words.any(|word| word.is(Class::Kin) || OTHERS.contains(&word.of(text)))
}
