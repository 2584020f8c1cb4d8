//! Words that are asked for together, made ready when the program is built.
//!
//! Nearly every word that a list is asked about is none of its own. One bit says so, whatever the list's length.

use super::letters::head_of;
use super::{Token, Trace};

/// A list of words, with what tells most other words from all of them at once.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    words: &'static [&'static str],
    /// A bit for the trace of each: a word whose bit is missing is none of them.
    traces: u128,
}

impl WordList {
    /// The list of `words`, which are in small letters.
    pub const fn of(words: &'static [&'static str]) -> Self {
        let (mut traces, mut at) = (0, 0);
        while at < words.len() {
            let word = words[at].as_bytes();
            traces |= bit(Trace::of_head(head_of(word), word.len()));
            at += 1;
        }
        Self { words, traces }
    }

    /// Its words.
    pub fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// Whether `token` of `text` is one of them, in whatever case.
    #[inline]
    pub fn has(&self, token: &Token, text: &str) -> bool {
        self.may_have(token.trace) && token.reads_any(text, self.words)
    }

    /// Whether one of them has this trace or one that shares a bit with it.
    #[inline]
    pub fn may_have(&self, trace: Trace) -> bool {
        self.traces & bit(trace) != 0
    }
}

const fn bit(trace: Trace) -> u128 {
    1 << (trace.number() % 128)
}

#[cfg(test)]
mod tests {
    use super::WordList;
    use crate::language::tokenize;

    #[test]
    fn a_list_has_its_words_in_whatever_case_and_no_others() {
        const LIST: WordList = WordList::of(&["narrowed", "as", "worsening", "vis", ";", "’s", "fünf"]);
        let text = "It Narrowed as WORSENING news came; the vis was Anna’s fünf, narrow.";
        let found: Vec<&str> =
            tokenize(text).iter().filter(|token| LIST.has(token, text)).map(|token| token.of(text)).collect();
        assert_eq!(found, ["Narrowed", "as", "WORSENING", ";", "vis", "’s", "fünf"]);
    }
}
