//! Looks at the tokens around a place without minding where the text ends.

use std::borrow::Cow;

use super::letters::{are_ascii, lowered, packed};
use super::{Class, Token, TokenKind, WordList};
use crate::text::Span;

/// `word` in small letters; most words of a text are written in them, and cost nothing.
#[inline]
pub fn in_small_letters(word: &str) -> Cow<'_, str> {
    if is_small(word.as_bytes()) { Cow::Borrowed(word) } else { Cow::Owned(lowercase(word)) }
}

/// Whether a word is of ASCII without capitals: eight letters at a time, the last eight of a longer one overlapping.
#[inline]
fn is_small(word: &[u8]) -> bool {
    let are_small = |letters: u64| are_ascii(letters) && letters == lowered(letters);
    let eight = |letters: &[u8; 8]| are_small(u64::from_le_bytes(*letters));
    match (packed(word), word.last_chunk()) {
        (Some(letters), _) => are_small(letters),
        (None, Some(last)) => word.as_chunks().0.iter().all(eight) && eight(last),
        (None, None) => false,
    }
}

fn lowercase(word: &str) -> String {
    if word.is_ascii() { word.to_ascii_lowercase() } else { word.to_lowercase() }
}

/// The pieces of `text` between white space.
///
/// Nearly all white space is a space and nearly all letters are plain, and told without being decoded.
pub fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let text = rest.strip_prefix(' ').unwrap_or(rest);
        let is_piece = text.as_bytes().first().is_some_and(u8::is_ascii_graphic);
        let text = if is_piece { text } else { text.trim_start() };
        let plain = text.bytes().take_while(u8::is_ascii_graphic).count();
        let is_space = text.as_bytes().get(plain).is_none_or(|&byte| byte == b' ');
        let end = if is_space { plain } else { text.find(char::is_whitespace).unwrap_or(text.len()) };
        let (piece, behind) = text.split_at(end);
        rest = behind;
        (!piece.is_empty()).then_some(piece)
    })
}

/// The last of the [`pieces`] of `text`.
pub fn last_piece(text: &str) -> Option<&str> {
    let text = text.strip_suffix(' ').unwrap_or(text);
    let plain = text.bytes().rev().take_while(u8::is_ascii_graphic).count();
    let start = text.len() - plain;
    let is_piece = 0 < plain && (start == 0 || text.as_bytes()[start - 1] == b' ');
    if is_piece { Some(&text[start..]) } else { text.split_whitespace().next_back() }
}

/// Whether a word begins and ends with a plain letter or digit, as most do: then it has no marks at its ends.
#[inline]
pub fn is_bare(word: &str) -> bool {
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    is_plain(word.as_bytes().first()) && is_plain(word.as_bytes().last())
}

/// Whether two words are the same in whatever case.
///
/// Nearly all are of other lengths or begin otherwise: they are told apart here, without a call.
#[inline]
pub fn is_same_word(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).all(|(one, other)| one.eq_ignore_ascii_case(&other))
}

/// Whether a word is one of `listed`, in whatever case.
#[inline]
pub fn is_one_of(word: &str, listed: &[&str]) -> bool {
    listed.iter().any(|known| is_same_word(word, known))
}

/// The tokens of a text, read by position; every question beyond either end is answered "nothing there".
///
/// Positions before the first token are reached by `wrapping_sub`, which the ends rule covers too.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
}

impl<'a> Words<'a> {
    /// The token at `at`; `None` beyond the ends.
    pub fn get(self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// The kind of the token at `at`; `None` beyond the ends.
    pub fn kind(self, at: usize) -> Option<TokenKind> {
        self.get(at).map(|token| token.kind)
    }

    /// The token at `at` as it is written; empty beyond the ends.
    pub fn written(self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.of(self.text))
    }

    /// Whether the token at `at` is `word`, in whatever case.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only where it stands is the word known when the program is built")]
    pub fn is(self, at: usize, word: &str) -> bool {
        // Written out: a closure would take the word for one that is not known yet.
        match self.get(at) {
            Some(token) => token.reads(self.text, word),
            None => false,
        }
    }

    /// Whether the token at `at` is one of `words`, in whatever case.
    pub fn is_any(self, at: usize, words: &[&str]) -> bool {
        self.get(at).is_some_and(|token| token.reads_any(self.text, words))
    }

    /// Whether the token at `at` is one of a list, in whatever case.
    #[inline]
    pub fn is_listed(self, at: usize, list: &WordList) -> bool {
        self.get(at).is_some_and(|token| list.has(token, self.text))
    }

    /// Whether the tokens from `at` on are `words`, in whatever case.
    #[inline]
    pub fn run_is(self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(offset, word)| self.is_any(at.wrapping_add(offset), &[word]))
    }

    /// Whether the word at `at` is of `class`.
    pub fn has(self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|token| token.is(class))
    }

    /// Whether the token at `at` is a word.
    pub fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token at `at` touches the one before it.
    pub fn is_glued(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.glued)
    }

    /// Whether the token at `at` is a hyphen that ties its two neighbours together.
    pub fn is_hyphen(self, at: usize) -> bool {
        self.ties(at) && matches!(self.written(at), "-" | "‐" | "‑")
    }

    /// Whether the token at `at` is a short dash that ties its two neighbours together, as in "10–15".
    pub fn is_joining_dash(self, at: usize) -> bool {
        self.ties(at) && matches!(self.written(at), "-" | "‐" | "‑" | "‒" | "–")
    }

    /// Whether the token at `at` is a dash of any length between two that it touches, which few are.
    #[inline]
    fn ties(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Dash) && self.is_glued(at) && self.is_glued(at.wrapping_add(1))
    }

    /// The position behind the hyphen at `at`, or `at` itself where there is none.
    pub fn past_hyphen(self, at: usize) -> usize {
        if self.is_hyphen(at) { at + 1 } else { at }
    }

    /// Whether the token at `at` is a word that begins with a capital.
    pub fn is_capitalized(self, at: usize) -> bool {
        self.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }

    /// The span from the token at `first` to the one before `end`; empty where there are none.
    pub fn span(self, first: usize, end: usize) -> Span {
        match (self.get(first), self.get(end.wrapping_sub(1))) {
            (Some(head), Some(tail)) if first < end => head.span.to(tail.span),
            _ => Span::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{in_small_letters, last_piece, pieces};

    proptest! {
        #[test]
        fn pieces_are_what_stands_between_white_space(text in "[a-c \u{a0}\n\té“]{0,24}") {
            prop_assert!(pieces(&text).eq(text.split_whitespace()));
        }

        #[test]
        fn the_last_piece_is_the_last_of_them(text in "[a-c \u{a0}\n\té“]{0,12}") {
            prop_assert_eq!(last_piece(&text), text.split_whitespace().next_back());
        }

        #[test]
        fn small_letters_are_those_of_the_whole_word(word in "[A-Ca-zÉé’]{0,24}") {
            prop_assert_eq!(in_small_letters(&word), word.to_lowercase());
        }
    }
}
