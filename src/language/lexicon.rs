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
    /// An abbreviation that stands in front of a name and never ends a sentence: "Gov.", "v.".
    LeadingAbbreviation,
    /// An abbreviation only in front of a number: "No. 5".
    NumberedAbbreviation,
    /// An abbreviation that is also written small: "vs.", "etc.".
    SmallAbbreviation,
    /// Opens a new sentence where it stands capitalised behind an abbreviation: "the", "he", "after".
    SentenceStarter,
    /// Ties somebody to their words: "said", "argues".
    SpeechVerb,
    /// A form of a speech verb that is a noun as often: "report", "claims".
    SpeechNoun,
    /// Puts somebody's words on a thing: "called", "dismissed".
    NamingVerb,
    /// Announces a word as a word: "dubbed", "term".
    TermCue,
    /// Announces the title of a work: "novel", "entitled".
    WorkNoun,
    /// A word without its head: "em", "til", "n".
    Elision,
    /// A finite auxiliary verb, also contracted: "is", "won't", "we'll".
    Auxiliary,
    /// A pronoun in the subject's place, also contracted: "we", "they'd".
    SubjectPronoun,
    /// An article, preposition, conjunction or the like.
    FunctionWord,
}

/// The lists that are read, each with the class of its words.
const LISTS: &[(Class, &str)] = &[
    (Class::Abbreviation, include_str!("lexicon/abbreviations.txt")),
    (Class::Abbreviation, include_str!("lexicon/abbreviations_leading.txt")),
    (Class::Abbreviation, include_str!("lexicon/abbreviations_small.txt")),
    (Class::LeadingAbbreviation, include_str!("lexicon/abbreviations_leading.txt")),
    (Class::NumberedAbbreviation, include_str!("lexicon/abbreviations_numbered.txt")),
    (Class::SmallAbbreviation, include_str!("lexicon/abbreviations_small.txt")),
    (Class::SentenceStarter, include_str!("lexicon/sentence_starters.txt")),
    (Class::SpeechVerb, include_str!("lexicon/speech_verbs.txt")),
    (Class::SpeechNoun, include_str!("lexicon/speech_nouns.txt")),
    (Class::NamingVerb, include_str!("lexicon/naming_verbs.txt")),
    (Class::TermCue, include_str!("lexicon/term_cues.txt")),
    (Class::WorkNoun, include_str!("lexicon/work_nouns.txt")),
    (Class::Elision, include_str!("lexicon/elisions.txt")),
    (Class::Auxiliary, include_str!("lexicon/auxiliaries.txt")),
    (Class::SubjectPronoun, include_str!("lexicon/subject_pronouns.txt")),
    (Class::FunctionWord, include_str!("lexicon/function_words.txt")),
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
