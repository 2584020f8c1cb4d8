//! Finds the marks that a desk leaves in copy: `[CQ]`, `[stet …]`, TK.

use crate::text::Span;

/// What a mark says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// `[CQ]`, `(CQ)`, `[CQ: reason]`: checked, correct as written.
    Checked,
    /// `stet`: leave it.
    Stet {
        /// The rules that are waived; empty for all.
        rules: Vec<String>,
        /// Whether it speaks for the whole file rather than for the next block.
        whole_file: bool,
    },
    /// TK, TKTK, XX: something is still to come.
    Placeholder,
}

/// A mark of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The mark, brackets included.
    pub span: Span,
    /// What it says.
    pub kind: MarkKind,
    /// The reason or link that it gives.
    pub reason: Option<String>,
}

/// Reads the marks in a block's text.
pub fn read_marks(text: &str) -> Vec<Mark> {
    let _ = text;
    Vec::new()
}

/// Reads the text of an HTML comment as a `stet` mark; `span` is the comment's. `None` for any other comment.
pub fn read_comment(text: &str, span: Span) -> Option<Mark> {
    let _ = (text, span);
    None
}
