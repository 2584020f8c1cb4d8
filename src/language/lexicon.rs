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

    /// The base form of a verb in any list: "say".
    Base,
    /// The form for he, she and it: "says".
    Third,
    /// The simple past: "said", "wrote".
    Past,
    /// The past participle: "said", "written".
    Participle,
    /// The form in -ing: "saying".
    Ing,
    /// A verb that reports words: "said that …".
    Say,
    /// A verb that names the one spoken to: "told reporters that …".
    Tell,
    /// A verb that gives its object a quality: "called it a raid".
    Call,
    /// A verb that is something said about its object: "accused the council".
    Accuse,
    /// A verb whose matter stands behind a preposition: "spoke of the flood".
    Talk,
    /// A verb by which a document speaks: "the poll found".
    Show,
    /// A verb of thinking or favouring: "believes", "opposes".
    Hold,
    /// A verb of meaning or declining to do something: "plans to".
    Intend,
    /// A verb by which things look a certain way: "appears".
    Seem,
    /// A participle that, behind "is", names nobody: "is believed to".
    Rumoured,
    /// An adverb that names nobody: "reportedly".
    Hearsay,
    /// A noun for something said or thought: "claim", "fears".
    ClaimNoun,
    /// A form that is as often a noun as a verb: "report", "claims".
    NounToo,
    /// A form of "be".
    Be,
    /// A form of "have".
    Have,
    /// A form of "do".
    Do,
    /// "will", "could", "might" and their like.
    Modal,
    /// A pronoun that can be a subject: "he".
    Pronoun,
    /// A pronoun that cannot: "him".
    ObjectPronoun,
    /// "who", "which" and their like.
    Relative,
    /// A word that opens a noun phrase: "the", "some", "his".
    Determiner,
    /// A determiner that names an owner: "his", and "'s".
    Possessive,
    /// "of", "in", "for" and their like.
    Preposition,
    /// "when", "because", "whether" and their like.
    Subordinator,
    /// "and", "but", "or".
    Coordinator,
    /// An adverb that does not end in -ly.
    Adverb,
    /// A word that says when: "Tuesday", "yesterday".
    Time,
    /// A title before a name: "Sen.", "Chief".
    Title,
    /// A post or trade: "spokesman", "mayor".
    RoleNoun,
    /// A crowd or an authority in general: "experts", "voters".
    Group,
    /// Somebody who speaks without a name: "official", "sources".
    Official,
    /// A body: "ministry", "police".
    Organisation,
    /// Something written or counted: "report", "poll".
    Document,
    /// Another newsroom: "newspaper", "Herald".
    Outlet,
    /// A word of death or injury: a count beside it needs a source whatever its size.
    Casualty,
    /// A word of what happens in public or stands on a label: "fined", "shares", "scored".
    PublicRecord,
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
    /// A country, or the capital that stands for its government.
    Country,
    /// What a story calls the body that it is about: "the company".
    GenericBody,
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
    (Class::Say, include_str!("lexicon/say.txt")),
    (Class::Tell, include_str!("lexicon/tell.txt")),
    (Class::Call, include_str!("lexicon/call.txt")),
    (Class::Accuse, include_str!("lexicon/accuse.txt")),
    (Class::Talk, include_str!("lexicon/talk.txt")),
    (Class::Show, include_str!("lexicon/show.txt")),
    (Class::Hold, include_str!("lexicon/hold.txt")),
    (Class::Intend, include_str!("lexicon/intend.txt")),
    (Class::Seem, include_str!("lexicon/seem.txt")),
    (Class::Base, include_str!("lexicon/verbs.txt")),
    (Class::Rumoured, include_str!("lexicon/rumour.txt")),
    (Class::Hearsay, include_str!("lexicon/hearsay.txt")),
    (Class::ClaimNoun, include_str!("lexicon/claim_nouns.txt")),
    (Class::NounToo, include_str!("lexicon/noun_verbs.txt")),
    (Class::Be, include_str!("lexicon/be.txt")),
    (Class::Have, include_str!("lexicon/have.txt")),
    (Class::Do, include_str!("lexicon/do.txt")),
    (Class::Modal, include_str!("lexicon/modals.txt")),
    (Class::Pronoun, include_str!("lexicon/pronouns.txt")),
    (Class::ObjectPronoun, include_str!("lexicon/object_pronouns.txt")),
    (Class::Relative, include_str!("lexicon/relatives.txt")),
    (Class::Determiner, include_str!("lexicon/determiners.txt")),
    (Class::Possessive, include_str!("lexicon/possessives.txt")),
    (Class::Preposition, include_str!("lexicon/prepositions.txt")),
    (Class::Subordinator, include_str!("lexicon/subordinators.txt")),
    (Class::Coordinator, include_str!("lexicon/coordinators.txt")),
    (Class::Adverb, include_str!("lexicon/adverbs.txt")),
    (Class::Time, include_str!("lexicon/times.txt")),
    (Class::Title, include_str!("lexicon/titles.txt")),
    (Class::RoleNoun, include_str!("lexicon/roles.txt")),
    (Class::Group, include_str!("lexicon/groups.txt")),
    (Class::Official, include_str!("lexicon/officials.txt")),
    (Class::Organisation, include_str!("lexicon/organisations.txt")),
    (Class::Document, include_str!("lexicon/documents.txt")),
    (Class::Outlet, include_str!("lexicon/outlets.txt")),
    (Class::Casualty, include_str!("lexicon/casualty.txt")),
    (Class::PublicRecord, include_str!("lexicon/public_record.txt")),
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
    (Class::Country, include_str!("lexicon/countries.txt")),
    (Class::GenericBody, include_str!("lexicon/generic_bodies.txt")),
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
