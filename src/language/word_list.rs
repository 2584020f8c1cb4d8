//! Words that are asked for together, made ready when the program is built.
//!
//! Nearly every word that a list is asked about is none of its own. One bit says so, whatever the list's length.

use super::letters::head_of;
use super::{Token, Trace, is_same_word};

/// A list of words, with what tells most other words from all of them at once.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    words: &'static [&'static str],
    traces: Traces,
}

impl WordList {
    /// The list of `words`, which are in small letters.
    pub const fn of(words: &'static [&'static str]) -> Self {
        Self { words, traces: Traces::of(words) }
    }

    /// Its words.
    pub fn words(&self) -> &'static [&'static str] {
        self.words
    }

    /// What they leave behind.
    pub const fn traces(&self) -> Traces {
        self.traces
    }

    /// Whether `token` of `text` is one of them, in whatever case.
    #[inline]
    pub fn has(&self, token: &Token, text: &str) -> bool {
        self.may_have(token.trace) && token.reads_any(text, self.words)
    }

    /// Whether one of them has this trace, as hardly any other word has.
    #[inline]
    pub fn may_have(&self, trace: Trace) -> bool {
        self.traces.have(trace)
    }
}

/// Words with what each of them stands for.
#[derive(Clone, Copy, Debug)]
pub struct WordTable<T: 'static> {
    rows: &'static [(&'static str, T)],
    traces: Traces,
}

impl<T: Copy> WordTable<T> {
    /// The table of `rows`, whose words are in small letters.
    pub const fn of(rows: &'static [(&'static str, T)]) -> Self {
        let (mut traces, mut at) = (Traces::of(&[]), 0);
        while at < rows.len() {
            traces = traces.or(Traces::of(&[rows[at].0]));
            at += 1;
        }
        Self { rows, traces }
    }

    /// What `word` stands for, in whatever case.
    pub fn find(&self, word: &str) -> Option<T> {
        if !self.traces.have(Trace::of(word)) {
            return None;
        }
        self.rows.iter().find(|(known, _)| is_same_word(known, word)).map(|&(_, meaning)| meaning)
    }
}

/// The traces of some words: a bit for each, so that a word whose bit is missing is none of them.
#[derive(Clone, Copy, Debug)]
pub struct Traces([u64; PARTS]);

/// So many numbers have a bit for each trace.
pub(super) const PARTS: usize = Trace::COUNT / u64::BITS as usize;

impl Traces {
    /// Those of `words`, which are in small letters.
    pub const fn of(words: &[&str]) -> Self {
        let (mut traces, mut at) = ([0; PARTS], 0);
        while at < words.len() {
            let word = words[at].as_bytes();
            let (part, bit) = place(Trace::of_head(head_of(word), word.len()));
            traces[part] |= bit;
            at += 1;
        }
        Self(traces)
    }

    /// These and `others`.
    #[must_use]
    pub const fn or(mut self, others: Self) -> Self {
        let mut part = 0;
        while part < PARTS {
            self.0[part] |= others.0[part];
            part += 1;
        }
        self
    }

    /// Whether one of them may be among those of the words that left these: a bit for each.
    #[inline]
    pub(super) fn may_be_among(&self, traces: &[u64; PARTS]) -> bool {
        self.0.iter().zip(traces).fold(0, |met, (one, other)| met | one & other) != 0
    }

    /// Whether `trace` is one of them.
    #[inline]
    pub fn have(&self, trace: Trace) -> bool {
        let (part, bit) = place(trace);
        self.0[part] & bit != 0
    }
}

/// The part that has the bit of a trace, and the bit.
const fn place(trace: Trace) -> (usize, u64) {
    let number = trace.number() as usize;
    (number / 64 % PARTS, 1 << (number % 64))
}

#[cfg(test)]
mod tests {
    use super::{Traces, WordList, WordTable};
    use crate::language::tokenize;

    #[test]
    fn a_list_has_its_words_in_whatever_case_and_no_others() {
        const LIST: WordList = WordList::of(&["narrowed", "as", "worsening", "vis", ";", "’s", "fünf"]);
        let text = "It Narrowed as WORSENING news came; the vis was Anna’s fünf, narrow.";
        let found: Vec<&str> =
            tokenize(text).iter().filter(|token| LIST.has(token, text)).map(|token| token.of(text)).collect();
        assert_eq!(found, ["Narrowed", "as", "WORSENING", ";", "vis", "’s", "fünf"]);
    }

    #[test]
    fn traces_of_two_lists_are_those_of_either() {
        const BOTH: Traces = Traces::of(&["quay", "ferry"]).or(Traces::of(&["tide"]));
        let text = "The Ferry left the quay at high TIDE";
        let found: Vec<&str> =
            tokenize(text).iter().filter(|token| BOTH.have(token.trace)).map(|token| token.of(text)).collect();
        assert_eq!(found, ["Ferry", "quay", "TIDE"]);
    }

    #[test]
    fn a_table_has_its_words_in_whatever_case_and_no_others() {
        const TABLE: WordTable<u8> = WordTable::of(&[("one", 1), ("two", 2), ("kilometre", 3)]);
        assert_eq!(
            ["Two", "KILOMETRE", "one", "three", ""].map(|word| TABLE.find(word)),
            [Some(2), Some(3), Some(1), None, None]
        );
    }
}
