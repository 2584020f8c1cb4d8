//! The names of a story by which people are known, equal ones under one number: nobody has to compare their words.

use std::hash::Hash;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::extract::Name;
use crate::language::{Class, Words, pieces};
use crate::story::note::{Alone, Note};
use crate::story::passage::Passage;
use crate::story::{Overview, Share, spoken_key};
use crate::text::Span;

/// How a block calls people.
#[derive(PartialEq)]
pub(super) struct Callings {
    /// Its names, by their numbers.
    names: Vec<Called>,
    /// The key of whom it is about, if it is the paid notice of a death.
    notice: Option<u64>,
}

/// The words of a name that tell people apart.
#[derive(PartialEq)]
struct Called {
    /// The key of its first word.
    first: u64,
    /// That of its last; `None` for a lone word.
    last: Option<u64>,
    /// Whether it is a person's whole name, by its length.
    is_full: bool,
    /// Whether its sentence begins with it, or with who it is.
    leads: bool,
    /// Whether it stands where only a place can: "in Brae".
    is_place: bool,
}

impl Note for Callings {
    fn read(block: Alone<'_>) -> Self {
        Self {
            names: block.mentions().names.iter().map(|name| Called::of(name, block)).collect(),
            notice: notice(block.text()).map(|surname| spoken_key(surname.of(block.text()))),
        }
    }
}

/// The names of a story, numbered.
#[derive(Default)]
pub(super) struct Namesakes {
    /// The story's names in order.
    pub(super) names: Vec<Numbered>,
    /// Those whom notices are about, by the numbers of their blocks.
    pub(super) notices: Vec<(usize, Numbered)>,
    /// How many names of several words there are.
    pub(super) wholes: usize,
    /// How many words people are called by there are.
    pub(super) words: usize,
}

/// A name by its numbers.
#[derive(Clone, Copy)]
pub(super) struct Numbered {
    /// That of its first and last word together; `None` for a lone word.
    pub(super) whole: Option<usize>,
    /// That of its first word; `None` for whom a notice is about.
    pub(super) first: Option<usize>,
    /// That of its last word.
    pub(super) last: usize,
    pub(super) is_full: bool,
    pub(super) leads: bool,
    pub(super) is_place: bool,
}

impl Overview for Namesakes {
    type Share = Callings;

    fn read(shares: &[Share<'_, Callings>]) -> Self {
        let count = shares.iter().map(|share| share.note.names.len()).sum();
        let mut wholes: FxHashMap<(u64, u64), usize> = FxHashMap::with_capacity_and_hasher(count, FxBuildHasher);
        let mut words: FxHashMap<u64, usize> = FxHashMap::with_capacity_and_hasher(count, FxBuildHasher);
        let mut namesakes = Self { names: Vec::with_capacity(count), ..Self::default() };
        for (block, share) in shares.iter().enumerate() {
            let &Callings { ref names, notice } = share.note;
            if let Some(surname) = notice {
                let (whole, last) = (next(&mut wholes, (NOBODY, surname)), next(&mut words, surname));
                let numbered =
                    Numbered { whole: Some(whole), first: None, last, is_full: false, leads: false, is_place: false };
                namesakes.notices.push((block, numbered));
            }
            for (_, called) in names.iter().enumerate().filter(|(number, _)| share.has_name(*number)) {
                let &Called { first, last, is_full, leads, is_place } = called;
                let whole = last.map(|last| next(&mut wholes, (first, last)));
                let first = next(&mut words, first);
                let last = last.map_or(first, |last| next(&mut words, last));
                let numbered = Numbered { whole, first: Some(first), last, is_full, leads, is_place };
                namesakes.names.push(numbered);
            }
        }
        (namesakes.wholes, namesakes.words) = (wholes.len(), words.len());
        namesakes
    }
}

/// The key of no word.
const NOBODY: u64 = 0;

/// The number of `key`: the next one, if it has none.
fn next<K: Hash + Eq>(numbers: &mut FxHashMap<K, usize>, key: K) -> usize {
    let next = numbers.len();
    *numbers.entry(key).or_insert(next)
}

/// The surname at the head of a paid notice of a death: "LUND--Ida Maria, 98, …".
fn notice(text: &str) -> Option<Span> {
    const LONGEST: usize = 30;
    // Far into a paragraph stands no surname, so that its text need not be looked through.
    let dashes = text.as_bytes().windows(2).take(LONGEST + 1).position(|pair| pair == b"--")?;
    let surname = &text[..dashes];
    let is_surname =
        !surname.is_empty() && surname.chars().all(|letter| letter.is_uppercase() || !letter.is_alphabetic());
    is_surname.then(|| Span::from_range(0..surname.len()))
}

impl Called {
    fn of(name: &Name, block: Alone<'_>) -> Self {
        let bare = Span::new(name.title.end.max(name.span.start), name.span.end).trimmed(block.text());
        let words = bare.of(block.text());
        let mut each = pieces(words);
        let first = each.next().unwrap_or_default();
        let (last, count) = each.fold((None, 1), |(_, count), word| (Some(word), count + 1));
        let is_full = (2..=4).contains(&count);
        let leads = Passage::alone(block, name.span.start).is_some_and(|passage| {
            passage.position(name.span.start) <= passage.first + 2 || is_full && introduces(&passage, name)
        });
        let is_place = stands_as_place(&block.text()[..name.span.start as usize]);
        Self { first: spoken_key(first), last: last.map(spoken_key), is_full, leads, is_place }
    }
}

/// Whether a name behind these words stands where only a place can: "in Brae".
fn stands_as_place(before: &str) -> bool {
    [" in ", " at ", " from ", " near "].iter().any(|place| before.ends_with(place))
}

/// "His skipper, Ida Lund, died": a whole name behind nothing but who it is.
fn introduces(passage: &Passage<'_>, name: &Name) -> bool {
    const LONGEST: usize = 10;
    let words = passage.words;
    let start = passage.position(name.span.start);
    let is_quiet = |at: usize| {
        words.written(at) == "," || words.is_word(at) && !is_verb(words, at) && !words.has(at, Class::Pronoun)
    };
    let is_owner = words.has(passage.first, Class::Possessive) || words.has(passage.first, Class::Determiner);
    let behind = passage.position(name.span.end);
    is_owner
        && start - passage.first.min(start) <= LONGEST
        && words.written(start.wrapping_sub(1)) == ","
        && (words.written(behind) == "," || is_verb(words, behind))
        && (passage.first + 1..start).all(is_quiet)
}

/// Whether the word at `at` is a verb that a subject may have, and no noun.
pub(super) fn is_verb(words: Words<'_>, at: usize) -> bool {
    [Class::Past, Class::Third, Class::Be, Class::Have, Class::Modal].iter().any(|&class| words.has(at, class))
        && !words.has(at, Class::NounToo)
}
