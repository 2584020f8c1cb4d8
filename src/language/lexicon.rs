//! Reads the word lists in `language/lexicon/*.txt` and tells the classes of a word.
//!
//! A list holds one entry a line, in lower case; `#` starts a comment.
//! A newsroom can read and extend them; nothing in them was learned from a corpus.

use std::ops::BitOr;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A class that a word can belong to; a word may belong to several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// A shortening that keeps its full stop within a sentence: "Gov.", "a.m.", "Inc.".
    Abbreviation,
    /// A word that numbers and parts of a whole are written with: "two", "dozens", "half", "thirds".
    NumberWord,
    /// What a number behind it tells apart rather than counts: "Section", "Flight", "Boeing".
    Numbered,
    /// A word that ends the noun phrase behind a number: "500 troops were", "96 homes in".
    Boundary,
    /// A noun that stands for several without an s: "people", "aircraft", "wounded".
    Collective,
    /// What news counts even when there is one: "one death".
    SingleCount,
    /// People whom an age parts in two: "anyone over 18".
    AgedGroup,
}

/// The lists that are read, each with the class of its words.
const LISTS: &[(Class, &str)] = &[
    (Class::Abbreviation, include_str!("lexicon/abbreviations.txt")),
    (Class::NumberWord, include_str!("lexicon/numbers.txt")),
    (Class::Numbered, include_str!("lexicon/numbered.txt")),
    (Class::Boundary, include_str!("lexicon/boundaries.txt")),
    (Class::Collective, include_str!("lexicon/collectives.txt")),
    (Class::SingleCount, include_str!("lexicon/single_counts.txt")),
    (Class::AgedGroup, include_str!("lexicon/aged_groups.txt")),
];

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// Whether the word is of `class`.
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// Whether the word is of any of `classes`.
    pub fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.has(class))
    }
}

impl From<Class> for Classes {
    fn from(class: Class) -> Self {
        Self(1 << class as u8)
    }
}

impl BitOr for Classes {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// All word lists, looked up by lower-case word.
#[derive(Debug)]
pub struct Lexicon {
    words: FxHashMap<&'static str, Classes>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words: FxHashMap<&'static str, Classes> = FxHashMap::default();
    for &(class, list) in LISTS {
        for word in entries(list) {
            let classes = words.entry(word).or_default();
            *classes = *classes | class.into();
        }
    }
    Lexicon { words }
});

impl Lexicon {
    /// The lists that copydesk ships with, read once.
    pub fn shared() -> &'static Self {
        &LEXICON
    }

    /// The classes of `word`, in whatever case; none for a word that no list holds.
    ///
    /// A curly apostrophe counts as a straight one.
    pub fn classes(&self, word: &str) -> Classes {
        // Words of more than this many bytes are in no list; the buffer spares an allocation a word.
        let mut buffer = [0_u8; 32];
        let Some(lower) = buffer.get_mut(..word.len()) else { return Classes::default() };
        if !word.is_ascii() {
            return self.words.get(word.to_lowercase().replace('’', "'").as_str()).copied().unwrap_or_default();
        }
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).ok().and_then(|lower| self.words.get(lower)).copied().unwrap_or_default()
    }
}

/// The entries of a word list: its lines without comments, blanks and white space.
pub fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty())
}
