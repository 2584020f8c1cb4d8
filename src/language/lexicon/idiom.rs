//! What stands behind the verb of an idiom: "aim at", "~ tribute to".

/// The words of an idiom behind its verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idiom {
    /// The words, in small letters; `~` stands for words that qualify a noun.
    words: Vec<&'static str>,
}

impl Idiom {
    /// Stands for none to three words that qualify a noun.
    pub const GAP: &'static str = "~";

    pub(super) fn read(words: &'static str) -> Self {
        Self { words: words.split_whitespace().collect() }
    }

    /// The words, in order.
    pub fn words(&self) -> &[&'static str] {
        &self.words
    }
}
