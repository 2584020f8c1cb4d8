//! What stands behind the verb of an idiom: "aim at", "~ tribute to".

use crate::language::Trace;

/// The words of an idiom behind its verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idiom {
    /// The words, in small letters, and what tells each from most others; `~` stands for words that qualify a noun.
    words: Vec<(&'static str, Trace)>,
}

impl Idiom {
    /// Stands for none to three words that qualify a noun.
    pub const GAP: &'static str = "~";

    pub(super) fn read(words: &'static str) -> Self {
        Self { words: words.split_whitespace().map(|word| (word, Trace::of(word))).collect() }
    }

    /// The words, in order, with their traces.
    pub fn words(&self) -> &[(&'static str, Trace)] {
        &self.words
    }
}
