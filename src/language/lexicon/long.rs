//! The words of more than eight bytes, or of other letters than ASCII, with their classes, looked up by the first eight.

use rustc_hash::FxHashMap;

use super::Classes;
use crate::language::letters::head;

/// Classes by long word. Most long words of a text begin otherwise than all of them, and few of them begin alike.
#[derive(Debug, Default)]
pub(super) struct LongWords(FxHashMap<u64, Vec<(Box<str>, Classes)>>);

impl LongWords {
    /// The classes of a word with this head, in whatever case; none for one that was never asked for by [`Self::entry`].
    pub(super) fn get(&self, head: u64, word: &str) -> Classes {
        let alike = self.0.get(&head).map_or(&[][..], Vec::as_slice);
        let is_same = |known: &str| known.len() == word.len() && known.eq_ignore_ascii_case(word);
        let known = alike.iter().find(|(known, _)| is_same(known));
        known.map(|&(_, classes)| classes).unwrap_or_default()
    }

    /// The classes of a word in small letters, to be added to.
    pub(super) fn entry(&mut self, word: &str) -> &mut Classes {
        let alike = self.0.entry(head(word.as_bytes())).or_default();
        let at = alike.iter().position(|(known, _)| **known == *word).unwrap_or_else(|| {
            alike.push((word.into(), Classes::default()));
            alike.len() - 1
        });
        &mut alike[at].1
    }
}
