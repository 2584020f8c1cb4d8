//! The words right behind a share.

use super::{Entry, Story};
use crate::text::Span;

/// The word behind a figure's number, in the same sentence.
pub(super) fn next_word<'a>(story: &'a Story, entry: &Entry<'_>) -> &'a str {
    words_behind(story, entry).next().unwrap_or_default()
}

/// The words behind a figure's number, in the same sentence.
pub(super) fn words_behind<'a>(story: &'a Story, entry: &Entry<'_>) -> impl Iterator<Item = &'a str> {
    let end = entry.figure.number.end;
    let sentence = story.sentences[entry.figure.sentence].span;
    story.text_of(Span::new(end, sentence.end.max(end))).split_whitespace()
}
