//! The words of more than eight bytes, or of other letters than ASCII, looked up by the first eight.

use super::by_head::ByHead;
use crate::language::letters::head;

/// A number by long word. Most long words of a text begin otherwise than all of them, and few of them begin alike.
#[derive(Debug, Default)]
pub(super) struct LongWords {
    /// The place of the last word that begins so, counted from one.
    last: ByHead,
    words: Vec<LongWord>,
}

#[derive(Debug)]
struct LongWord {
    word: Box<str>,
    number: u16,
    /// The place of the word before it that begins alike, counted from one; zero for the first.
    before: u16,
}

impl LongWords {
    /// The number of a word with this head, in whatever case; zero for one that was never asked for by [`Self::entry`].
    pub(super) fn get(&self, head: u64, word: &str) -> u16 {
        let is_it = |known: &str| known.len() == word.len() && known.eq_ignore_ascii_case(word);
        self.beginning_with(head)
            .map(|at| &self.words[at])
            .find(|known| is_it(&known.word))
            .map_or(0, |word| word.number)
    }

    /// The number of a word in small letters, to be changed.
    pub(super) fn entry(&mut self, word: &str) -> &mut u16 {
        let head = head(word.as_bytes());
        let known = self.beginning_with(head).find(|&at| *self.words[at].word == *word);
        let at = known.unwrap_or_else(|| {
            let last = self.last.entry(head);
            self.words.push(LongWord { word: word.into(), number: 0, before: *last });
            *last = self.words.len().try_into().expect("the lists are shorter");
            self.words.len() - 1
        });
        &mut self.words[at].number
    }

    /// The places of the words with this head.
    fn beginning_with(&self, head: u64) -> impl Iterator<Item = usize> {
        let place = |at: u16| usize::from(at).checked_sub(1);
        std::iter::successors(place(self.last.get(head)), move |&at| place(self.words[at].before))
    }

    #[cfg(test)]
    pub(super) fn by_head(&self) -> &ByHead {
        &self.last
    }
}
