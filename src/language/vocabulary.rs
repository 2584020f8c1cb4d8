//! Which words a text can hold, told without looking at it.
//!
//! Most readings need one of a few words, and most paragraphs hold none of them.

use super::word_list::PARTS;
use super::{Class, Classes, Token, TokenKind, Trace, Traces, WordList};

/// The classes of a text's words, the kinds of its tokens, and a trace of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    classes: Classes,
    /// A bit for each kind of token.
    kinds: u8,
    /// A bit for each word's trace; two words may share one, so that what is not there is certain and what is there is
    /// not. With some hundred words in a paragraph, one question in ten is answered "it may" for nothing.
    traces: [u64; PARTS],
}

impl Vocabulary {
    /// The vocabulary of `tokens`.
    pub fn of(tokens: &[Token]) -> Self {
        let mut vocabulary = Self::default();
        for token in tokens {
            vocabulary.classes = vocabulary.classes | token.classes;
            vocabulary.kinds |= 1 << token.kind as u8;
            let (part, bit) = Self::place(token.trace);
            vocabulary.traces[part] |= bit;
        }
        vocabulary
    }

    /// Whether a word of `class` is there.
    pub fn has(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether a token of `kind` is there.
    pub fn has_kind(&self, kind: TokenKind) -> bool {
        self.kinds & 1 << kind as u8 != 0
    }

    /// Whether `word` may be there, in whatever case.
    pub fn may_hold(&self, word: &str) -> bool {
        let (part, bit) = Self::place(Trace::of(word));
        self.traces[part] & bit != 0
    }

    /// Whether one of `words` may be there, in whatever case.
    pub fn may_hold_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.may_hold(word))
    }

    /// Whether a word of the list may be there: one look, however long it is.
    pub fn may_hold_listed(&self, list: &WordList) -> bool {
        self.may_hold_traces(&list.traces())
    }

    /// Whether a word that leaves one of `traces` may be there.
    pub fn may_hold_traces(&self, traces: &Traces) -> bool {
        traces.may_be_among(&self.traces)
    }

    fn place(trace: Trace) -> (usize, u64) {
        let trace = trace.number();
        (usize::from(trace / 64) % PARTS, 1 << (trace % 64))
    }
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;
    use crate::language::{Class, TokenKind, WordList, tokenize};

    #[test]
    fn what_is_there_may_be_there_in_whatever_case() {
        const THERE: WordList = WordList::of(&["median", "timetable"]);
        const NOT_THERE: WordList = WordList::of(&["median", "average", "provision"]);
        let text = "The Millbrook ferry’s timetable was “provisional”, 40 said.";
        let vocabulary = Vocabulary::of(&tokenize(text));
        for word in ["the", "THE", "millbrook", "’s", "timetable", "Provisional", ",", "40"] {
            assert!(vocabulary.may_hold(word), "{word}");
        }
        assert!(!vocabulary.may_hold_any(&["median", "average", "provision"]));
        assert!(vocabulary.may_hold_listed(&THERE) && !vocabulary.may_hold_listed(&NOT_THERE));
        assert!(vocabulary.has(Class::Say) && !vocabulary.has(Class::Casualty));
        assert!(vocabulary.has_kind(TokenKind::Number) && !vocabulary.has_kind(TokenKind::Dash));
    }
}
