//! An attribution in items, before it gets its place in the text.

use std::ops::Range;

use super::AttributionKind;

/// Source, cue and content as ranges of items.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) source: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    pub(super) content: Vec<Range<usize>>,
    pub(super) via: Option<Range<usize>>,
    pub(super) kind: AttributionKind,
    pub(super) announces: bool,
}

impl Found {
    /// A cue with nobody who says anything yet.
    pub(super) fn new(kind: AttributionKind, cue: Range<usize>) -> Self {
        Self { source: None, cue, content: Vec::new(), via: None, kind, announces: false }
    }

    /// The same, said by `source`.
    pub(super) fn by(self, source: Range<usize>) -> Self {
        Self { source: Some(source), ..self }
    }

    /// The same, with one more piece of what is said.
    pub(super) fn saying(mut self, piece: Range<usize>) -> Self {
        self.content.push(piece);
        self
    }

    /// The same, with the pieces of what is said.
    pub(super) fn saying_all(mut self, pieces: impl IntoIterator<Item = Range<usize>>) -> Self {
        self.content.extend(pieces);
        self
    }

    /// Whether the item `at` is part of what is said.
    pub(super) fn covers(&self, at: usize) -> bool {
        self.content.iter().any(|piece| piece.contains(&at))
    }
}
