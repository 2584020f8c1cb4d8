//! Reads the word lists in `language/lexicon/*.txt` and tells the classes of a word.
//!
//! A list holds one entry a line, in lower case; `#` starts a comment.
//! A newsroom can read and extend them; nothing in them was learned from a corpus.

mod by_head;
mod class_sets;
mod idiom;
mod inflect;
mod long;

use std::borrow::Cow;
use std::ops::BitOr;
use std::sync::LazyLock;

use memchr::memchr_iter;
use rustc_hash::FxHashMap;

use by_head::ByHead;
use class_sets::ClassSets;
pub use idiom::Idiom;
use long::LongWords;

use super::letters::{are_ascii, head, lowered, packed};
use super::{in_small_letters, is_bare};

/// A class that a word can belong to; a word may belong to several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Class {
    /// A shortening that keeps its full stop within a sentence: "Gov.", "a.m.", "Inc.".
    Abbreviation,

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
    /// A verb that attributes only with the words behind it: "takes aim at".
    Idiom,
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
    /// "and", "but", "or".
    Coordinator,
    /// "when", "because", "whether" and their like.
    Subordinator,
    /// "of", "in", "for" and their like.
    Preposition,
    /// An adverb that does not end in -ly.
    Adverb,
    /// A word that says when: "Tuesday", "yesterday".
    Time,
    /// A determiner that names an owner: "his", and "'s".
    Possessive,

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
    /// What gives a figure without speaking: "gauge", "payroll".
    Record,
    /// Another newsroom: "newspaper", "Herald".
    Outlet,

    /// A word of death or injury: a count beside it needs a source whatever its size.
    Casualty,
    /// A word of what a court does: "fined", "sentenced".
    CourtRecord,
    /// A word of what happens in public: "voted", "shares".
    PublicRecord,
    /// A word of games and contests: "scored", "race".
    Contest,
    /// A word of what stands on a label: "priced".
    Price,
    /// What somebody does in public by naming an amount, or what sets one: "pledged", "cap".
    PublicDeed,
    /// A word of elections: "primary", "delegates".
    Election,
    /// A word of winning and losing: "won", "trails".
    Outcome,
    /// What a body or a place has so many of, as its size: "members".
    StandingUnit,
    /// What no desk takes on trust: jobs and crimes.
    Weighty,
    /// What happens again and again and is counted by somebody: "drowning", "vacancy".
    Happening,
    /// A poll, by its names: "survey".
    Poll,
    /// What polls ask about: "support", "undecided".
    PollWord,
    /// What a company's accounts give: "revenues".
    Accounts,
    /// What a statistics office counts: "unemployment".
    Statistic,

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
    /// The last word of a firm's name that else looks like somebody's: "Tarn Cements".
    Firm,
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

    /// A word of jumping, throwing, running or swimming: "threw", "javelin".
    Athletics,
    /// What an "m" behind a number makes metres of: "penalty", "tall".
    MetreNoun,

    /// People whom an age parts in two: "anyone over 18".
    AgedGroup,
    /// A form of a speech verb that is a noun as often: "report", "claims".
    SpeechNoun,

    /// A word that sets a figure apart from one given before: "another", "previous".
    Apart,

    /// An adjective of thinking or feeling: "is confident that".
    Attitude,

    /// What a number of years may be the length of: "reign", "contract".
    PeriodNoun,
    /// A relative: "daughter".
    Kin,
    /// What happens to somebody on a day: "died", "sentenced".
    DatedVerb,
    /// What a headline promises a number of: "ways".
    ListedNoun,
    /// A state or province: "Alabama".
    Region,
    /// Before whom things are said: "the court heard".
    Forum,
    /// A verb that sets a thing at an amount: "put the toll at 40".
    Estimate,
    /// What has no words of its own, whatever verb follows: "the autumn".
    Mute,

    /// Somebody who knows or judges in general: "experts", "critics".
    Authority,
    /// Somebody who knows a trade: "doctors", "engineers".
    Trade,
    /// A speech verb that judges what it reports: "claimed", "admitted".
    LoadedVerb,
    /// A deed that a story may lay on nobody in its own voice: "bribes", "embezzled".
    Wrongdoing,
    /// A word that tells who alleges, or before whom: "prosecutors", "charged".
    Accuser,
    /// What crowds do in the street, and what they are called for it: "marched", "protesters".
    CrowdVerb,
    /// A word that sets something above all others: "largest", "only".
    Superlative,
    /// A title, post, relation or first name that says she: "Mrs", "spokeswoman", "Gail".
    Woman,
    /// A title, post, relation or first name that says he: "Mr", "spokesman", "Howard".
    Man,

    /// A word that has a thing go up: "rose", "increase".
    Rise,
    /// A word that has a thing go down: "fell", "decline".
    Fall,
    /// What begins a time: "founded", "launch".
    Beginning,
    /// What ends one: "demolished", "closure".
    Ending,
}

/// How a list writes its words, and so which forms of them are meant.
#[derive(Clone, Copy)]
enum Entry {
    /// As they stand.
    Word,
    /// Nouns in the singular, whose regular plural is meant too.
    Noun,
    /// Verbs in the base form, whose other forms are meant too: regular ones are derived, irregular ones
    /// follow on the line ("write wrote written").
    Verb,
    /// A verb as above, a colon, and the words behind it ("take took taken: aim at").
    Idiom,
}

/// The lists that are read, each with the class of its words.
const LISTS: &[(Class, Entry, &str)] = &[
    (Class::Abbreviation, Entry::Word, include_str!("abbreviations.txt")),
    (Class::Say, Entry::Verb, include_str!("say.txt")),
    (Class::Tell, Entry::Verb, include_str!("tell.txt")),
    (Class::Call, Entry::Verb, include_str!("call.txt")),
    (Class::Accuse, Entry::Verb, include_str!("accuse.txt")),
    (Class::Talk, Entry::Verb, include_str!("talk.txt")),
    (Class::Show, Entry::Verb, include_str!("show.txt")),
    (Class::Hold, Entry::Verb, include_str!("hold.txt")),
    (Class::Intend, Entry::Verb, include_str!("intend.txt")),
    (Class::Seem, Entry::Verb, include_str!("seem.txt")),
    (Class::Idiom, Entry::Idiom, include_str!("idioms.txt")),
    // Forms are all that is known of a verb that is no cue.
    (Class::Base, Entry::Verb, include_str!("verbs.txt")),
    (Class::Rumoured, Entry::Word, include_str!("rumour.txt")),
    (Class::Hearsay, Entry::Word, include_str!("hearsay.txt")),
    (Class::ClaimNoun, Entry::Word, include_str!("claim_nouns.txt")),
    (Class::NounToo, Entry::Noun, include_str!("noun_verbs.txt")),
    (Class::Be, Entry::Word, include_str!("be.txt")),
    (Class::Have, Entry::Word, include_str!("have.txt")),
    (Class::Do, Entry::Word, include_str!("do.txt")),
    (Class::Modal, Entry::Word, include_str!("modals.txt")),
    (Class::Pronoun, Entry::Word, include_str!("pronouns.txt")),
    (Class::ObjectPronoun, Entry::Word, include_str!("object_pronouns.txt")),
    (Class::Relative, Entry::Word, include_str!("relatives.txt")),
    (Class::Determiner, Entry::Word, include_str!("determiners.txt")),
    (Class::Possessive, Entry::Word, include_str!("possessives.txt")),
    (Class::Preposition, Entry::Word, include_str!("prepositions.txt")),
    (Class::Subordinator, Entry::Word, include_str!("subordinators.txt")),
    (Class::Coordinator, Entry::Word, include_str!("coordinators.txt")),
    (Class::Adverb, Entry::Word, include_str!("adverbs.txt")),
    (Class::Time, Entry::Word, include_str!("times.txt")),
    (Class::Title, Entry::Word, include_str!("titles.txt")),
    (Class::RoleNoun, Entry::Noun, include_str!("roles.txt")),
    (Class::Group, Entry::Word, include_str!("groups.txt")),
    (Class::Official, Entry::Word, include_str!("officials.txt")),
    (Class::Organisation, Entry::Word, include_str!("organisations.txt")),
    (Class::Document, Entry::Word, include_str!("documents.txt")),
    (Class::Record, Entry::Noun, include_str!("records.txt")),
    (Class::Outlet, Entry::Word, include_str!("outlets.txt")),
    (Class::Casualty, Entry::Word, include_str!("casualty.txt")),
    (Class::CourtRecord, Entry::Word, include_str!("court_record.txt")),
    (Class::PublicRecord, Entry::Word, include_str!("public_record.txt")),
    (Class::Contest, Entry::Word, include_str!("contests.txt")),
    (Class::Price, Entry::Word, include_str!("prices.txt")),
    (Class::PublicDeed, Entry::Word, include_str!("public_deeds.txt")),
    (Class::Election, Entry::Word, include_str!("elections.txt")),
    (Class::Outcome, Entry::Word, include_str!("outcomes.txt")),
    (Class::StandingUnit, Entry::Noun, include_str!("standing_units.txt")),
    (Class::Weighty, Entry::Noun, include_str!("weighty.txt")),
    (Class::Happening, Entry::Noun, include_str!("happenings.txt")),
    (Class::Poll, Entry::Word, include_str!("polls.txt")),
    (Class::PollWord, Entry::Word, include_str!("poll_words.txt")),
    (Class::Accounts, Entry::Word, include_str!("accounts.txt")),
    (Class::Statistic, Entry::Word, include_str!("statistics.txt")),
    (Class::Abbreviation, Entry::Word, include_str!("abbreviations_leading.txt")),
    (Class::Abbreviation, Entry::Word, include_str!("abbreviations_small.txt")),
    (Class::LeadingAbbreviation, Entry::Word, include_str!("abbreviations_leading.txt")),
    (Class::NumberedAbbreviation, Entry::Word, include_str!("abbreviations_numbered.txt")),
    (Class::SmallAbbreviation, Entry::Word, include_str!("abbreviations_small.txt")),
    (Class::SentenceStarter, Entry::Word, include_str!("sentence_starters.txt")),
    (Class::SpeechVerb, Entry::Word, include_str!("speech_verbs.txt")),
    (Class::NamingVerb, Entry::Word, include_str!("naming_verbs.txt")),
    (Class::TermCue, Entry::Word, include_str!("term_cues.txt")),
    (Class::WorkNoun, Entry::Word, include_str!("work_nouns.txt")),
    (Class::Elision, Entry::Word, include_str!("elisions.txt")),
    (Class::Auxiliary, Entry::Word, include_str!("auxiliaries.txt")),
    (Class::SubjectPronoun, Entry::Word, include_str!("subject_pronouns.txt")),
    (Class::FunctionWord, Entry::Word, include_str!("function_words.txt")),
    (Class::Country, Entry::Word, include_str!("countries.txt")),
    (Class::GenericBody, Entry::Word, include_str!("generic_bodies.txt")),
    (Class::Firm, Entry::Word, include_str!("firms.txt")),
    (Class::NumberWord, Entry::Word, include_str!("numbers.txt")),
    (Class::Numbered, Entry::Word, include_str!("numbered.txt")),
    (Class::Boundary, Entry::Word, include_str!("boundaries.txt")),
    (Class::Collective, Entry::Word, include_str!("collectives.txt")),
    (Class::SingleCount, Entry::Word, include_str!("single_counts.txt")),
    (Class::Athletics, Entry::Word, include_str!("athletics.txt")),
    (Class::MetreNoun, Entry::Word, include_str!("metre_nouns.txt")),
    (Class::AgedGroup, Entry::Word, include_str!("aged_groups.txt")),
    (Class::SpeechNoun, Entry::Word, include_str!("speech_nouns.txt")),
    (Class::Apart, Entry::Word, include_str!("apart.txt")),
    (Class::PeriodNoun, Entry::Noun, include_str!("period_nouns.txt")),
    (Class::Kin, Entry::Noun, include_str!("kin.txt")),
    (Class::DatedVerb, Entry::Word, include_str!("dated_verbs.txt")),
    (Class::ListedNoun, Entry::Noun, include_str!("listed_nouns.txt")),
    (Class::Region, Entry::Word, include_str!("regions.txt")),
    (Class::Attitude, Entry::Word, include_str!("attitudes.txt")),
    (Class::Forum, Entry::Noun, include_str!("forums.txt")),
    (Class::Estimate, Entry::Verb, include_str!("estimate.txt")),
    (Class::Mute, Entry::Noun, include_str!("mute.txt")),
    (Class::Authority, Entry::Word, include_str!("authorities.txt")),
    (Class::Trade, Entry::Word, include_str!("trades.txt")),
    (Class::LoadedVerb, Entry::Word, include_str!("loaded_verbs.txt")),
    (Class::Wrongdoing, Entry::Word, include_str!("wrongdoing.txt")),
    (Class::Accuser, Entry::Word, include_str!("accusers.txt")),
    (Class::CrowdVerb, Entry::Word, include_str!("crowd_verbs.txt")),
    (Class::Superlative, Entry::Word, include_str!("superlatives.txt")),
    (Class::Woman, Entry::Word, include_str!("women.txt")),
    (Class::Man, Entry::Word, include_str!("men.txt")),
    (Class::Rise, Entry::Word, include_str!("rises.txt")),
    (Class::Fall, Entry::Word, include_str!("falls.txt")),
    (Class::Beginning, Entry::Word, include_str!("beginnings.txt")),
    (Class::Ending, Entry::Word, include_str!("endings.txt")),
];

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(u128);

impl Classes {
    /// These classes as a set.
    pub const fn of(classes: &[Class]) -> Self {
        let (mut set, mut at) = (0, 0);
        while at < classes.len() {
            set |= 1 << classes[at] as u8;
            at += 1;
        }
        Self(set)
    }

    /// These classes and those of `other`.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the word is of any class that `others` is of.
    pub fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether the word is of `class`.
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// The first of the classes from `first` to `last`, in their order, that the word is of: its place among them.
    #[inline]
    pub fn first_between(self, first: Class, last: Class) -> Option<usize> {
        let place = (self.0 >> first as u8).trailing_zeros();
        (place <= u32::from(last as u8 - first as u8)).then_some(place as usize)
    }

    /// Whether the word is of any of `classes`; of a list that is known before, only the set remains.
    #[inline]
    pub fn has_any(self, classes: &[Class]) -> bool {
        self.meets(Self::of(classes))
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
        self.or(other)
    }
}

/// All word lists, looked up by lower-case word.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// The words of no more than eight bytes, which nearly all are: each the number of its classes.
    short: ByHead,
    long: LongWords,
    sets: ClassSets,
    /// What stands behind the verbs of idioms, by their forms.
    idioms: FxHashMap<String, Vec<Idiom>>,
}

/// A short word of ASCII in small letters; `None` for other words.
fn short_key(word: &[u8]) -> Option<u64> {
    packed(word).map(lowered).filter(|&key| are_ascii(key))
}

/// A word of any length in small letters, a curly apostrophe as a straight one.
fn folded(word: &str) -> Cow<'_, str> {
    let small = in_small_letters(word);
    if small.is_ascii() { small } else { small.replace('’', "'").into() }
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    for &(class, entry, list) in LISTS {
        for line in entries(list) {
            match entry {
                Entry::Word => lexicon.add(line, class.into()),
                Entry::Noun => lexicon.add_noun(line, class),
                Entry::Verb => lexicon.add_verb(line, class),
                Entry::Idiom => lexicon.add_idiom(line, class),
            }
        }
    }
    lexicon
});

impl Lexicon {
    /// The lists that copydesk ships with, read once.
    pub fn shared() -> &'static Self {
        &LEXICON
    }

    fn add(&mut self, word: &str, classes: Classes) {
        let set = if let Some(key) = short_key(word.as_bytes()) {
            self.short.entry(key)
        } else {
            self.long.entry(&folded(word))
        };
        *set = self.sets.joined(*set, classes);
    }

    fn add_noun(&mut self, noun: &str, class: Class) {
        self.add(&inflect::with_s(noun), class.into());
        self.add(noun, class.into());
    }

    fn add_verb(&mut self, line: &str, class: Class) {
        let verb = inflect::Verb::read(line);
        let forms = [
            (Class::Base, vec![verb.base.to_owned()]),
            (Class::Third, vec![inflect::with_s(verb.base)]),
            (Class::Past, verb.pasts()),
            (Class::Participle, verb.participles()),
            (Class::Ing, inflect::with_ing(verb.base)),
        ];
        // The list of verbs that are no cues gives its words their forms only.
        let meaning = if class == Class::Base { Classes::default() } else { class.into() };
        for (form, words) in forms {
            for word in words {
                self.add(&word, Classes::from(form) | meaning);
            }
        }
    }

    /// The forms stay what other lists make of them: "plays" is as often a noun.
    fn add_idiom(&mut self, line: &'static str, class: Class) {
        let (verb, words) = line.split_once(':').unwrap_or((line, ""));
        let verb = inflect::Verb::read(verb);
        let idiom = Idiom::read(words);
        let base = [verb.base.to_owned(), inflect::with_s(verb.base)];
        for form in base.into_iter().chain(verb.pasts()).chain(verb.participles()).chain(inflect::with_ing(verb.base)) {
            self.add(&form, class.into());
            let idioms = self.idioms.entry(form).or_default();
            if !idioms.contains(&idiom) {
                idioms.push(idiom.clone());
            }
        }
    }

    /// The idioms that the verb form `word` opens, in whatever case.
    pub fn idioms(&self, word: &str) -> &[Idiom] {
        self.idioms.get(&*in_small_letters(word)).map_or(&[], Vec::as_slice)
    }

    /// The classes of `word`, in whatever case; none for a word that no list holds.
    ///
    /// A curly apostrophe counts as a straight one.
    pub fn classes(&self, word: &str) -> Classes {
        self.classes_by(head(word.as_bytes()), word.len(), || word)
    }

    /// The same of a word with this head and of this length, which of most words is all that is looked at.
    #[inline]
    pub(super) fn classes_by<'a>(&self, head: u64, length: usize, word: impl FnOnce() -> &'a str) -> Classes {
        let set = if length <= 8 && are_ascii(head) { self.short.get(head) } else { self.find_long(head, word()) };
        self.sets.get(set)
    }

    /// What is no ASCII is folded first, and may be short then: "’s".
    fn find_long(&self, head: u64, word: &str) -> u16 {
        if word.is_ascii() { self.long.get(head, word) } else { self.find_folded(&folded(word)) }
    }

    fn find_folded(&self, word: &str) -> u16 {
        match short_key(word.as_bytes()) {
            Some(key) => self.short.get(key),
            None => self.long.get(head(word.as_bytes()), word),
        }
    }
}

/// The entries of a word list: its lines without comments, blanks and white space.
pub fn entries(list: &'static str) -> impl Iterator<Item = &'static str> {
    // Thousands are read before the first draft is: most need neither a search nor a trim.
    let entry = |line: &'static str| match line.bytes().position(|byte| byte == b'#') {
        Some(comment) => line[..comment].trim(),
        None if is_bare(line) => line,
        None => line.trim(),
    };
    let ends = memchr_iter(b'\n', list.as_bytes()).chain([list.len()]);
    let lines = ends.scan(0, |start, end| Some(&list[std::mem::replace(start, end + 1)..end]));
    lines.map(entry).filter(|line| !line.is_empty())
}
