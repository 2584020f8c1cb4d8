//! Finds the names of people and organisations in a block.

use crate::language::Token;
use crate::text::Span;

/// A proper name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name with its title: "Sen. Gail Pruitt", "Russian Ministry of Defense".
    pub span: Span,
    /// The title before it: "Sen.", "Chief Executive"; empty where there is none.
    pub title: Span,
}

/// Reads the names of a block.
pub fn read_names(text: &str, tokens: &[Token], sentences: &[Span]) -> Vec<Name> {
    let _ = (text, tokens, sentences);
    Vec::new()
}
