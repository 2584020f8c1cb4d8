//! What is read of a number beside its value.

use super::{FigureKind, Unit};

/// What a number says and of what, and the position behind the words that say so.
#[derive(Clone, Debug)]
pub(super) struct Meaning {
    pub(super) kind: FigureKind,
    pub(super) unit: Option<Unit>,
    pub(super) end: usize,
}

impl Meaning {
    pub(super) fn bare(kind: FigureKind, end: usize) -> Self {
        Self { kind, unit: None, end }
    }
}
