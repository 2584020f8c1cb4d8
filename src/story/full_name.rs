//! Names of two words or more, prepared once for each text of their block: what rules on names compare.

use std::sync::Arc;

use super::entity::is_particle;
use super::note::{Alone, Note};
use super::{Story, spoken_key};
use crate::extract::Name;
use crate::language::{Class, Lexicon, in_small_letters, pieces};
use crate::text::Span;

/// A name of two words or more, without its title, wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullName {
    /// Its number among the names of its block.
    pub number: usize,
    /// The number of its sentence among those of its block.
    pub sentence: usize,
    /// Its words as they are written, without title and possessive.
    pub written: Box<str>,
    /// How many they are.
    pub count: usize,
    /// The first word in lower case.
    pub first: Box<str>,
    /// The last word in lower case.
    pub last: Box<str>,
    /// The keys of both, each a number that hardly any other word has.
    pub keys: [u64; 2],
    /// The same of the last word as it is written.
    pub surname_key: u64,
    /// Where that begins in all its words.
    surname_at: usize,
    /// Whether no word of it belongs to bodies or places only.
    pub can_be_person: bool,
    /// Whether it is written as a person's is, in the reporter's own prose.
    pub is_persons: bool,
}

/// The full names of a block, in order.
#[derive(Debug, PartialEq, Eq)]
pub struct FullNames(pub Arc<[FullName]>);

impl Note for FullNames {
    fn read(block: Alone<'_>) -> Self {
        let names = block.mentions().names.iter().enumerate();
        Self(names.filter_map(|(number, name)| read(number, name, block)).collect())
    }
}

/// More words are a title or a body.
const MOST_WORDS: usize = 3;

/// The words of a name, without title and possessive; its spans are those of `text`.
fn words_of(name: &Name, text: &str) -> Span {
    let start = name.behind_title();
    let named = Span::new(start, name.span.end);
    let owner = named.of(text).strip_suffix("'s").or_else(|| named.of(text).strip_suffix("’s"));
    let length = owner.unwrap_or(named.of(text)).len() as u32;
    Span::new(start, start + length).trimmed(text)
}

/// Whether words open a surname, and are no first name: "Ó", "von", "van der"; "Van" and "Al" may be first names.
fn surname_opens(words: &[&str]) -> bool {
    const CERTAIN: &[&str] = &["da", "de", "del", "dos", "du", "el", "ibn", "nic", "ní", "ter", "uí", "von", "ó"];
    match words {
        [only] => CERTAIN.contains(&in_small_letters(only).as_ref()),
        several => several.iter().all(|word| is_particle(&in_small_letters(word))),
    }
}

fn read(number: usize, name: &Name, block: Alone<'_>) -> Option<FullName> {
    let text = block.text();
    let span = words_of(name, text);
    let written = span.of(text);
    // A lone word needs no list of words.
    written.find(char::is_whitespace)?;
    let words: Vec<&str> = pieces(written).collect();
    let [first @ .., last] = words.as_slice() else { return None };
    // "Ó Coistealbha", "Van der Meulen": a surname of several words.
    if surname_opens(first) {
        return None;
    }
    let first = first.first()?;
    let is_other = |word: &&str| {
        Lexicon::shared().classes(word).has_any(&[Class::Organisation, Class::Outlet, Class::Country, Class::Region])
    };
    let (first, last): (Box<str>, Box<str>) = (in_small_letters(first).into(), in_small_letters(last).into());
    let can_be_person = !words.iter().any(is_other);
    let is_time = |word: &&str| Lexicon::shared().classes(word).has(Class::Time);
    let is_plain = |word: &str| word.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\'' | '’'));
    let is_persons = can_be_person
        && words.iter().filter(|word| !is_particle(word)).count() <= MOST_WORDS
        && block.role().is_prose()
        && is_plain(&first)
        && is_plain(&last)
        && !words.iter().any(is_time)
        && block.mentions().quotes.around(span).is_none();
    let sentence = block.sentence_at(name.span.start);
    let keys = [spoken_key(&first), spoken_key(&last)];
    let surname_at = written.len() - written.rsplit(char::is_whitespace).next().unwrap_or_default().len();
    let surname_key = spoken_key(&written[surname_at..]);
    let (written, count) = (written.into(), words.len());
    Some(FullName {
        number,
        sentence,
        written,
        count,
        first,
        last,
        keys,
        surname_key,
        surname_at,
        can_be_person,
        is_persons,
    })
}

impl FullName {
    /// The first word as it is written.
    pub fn first_written(&self) -> &str {
        self.written.split_whitespace().next().unwrap_or_default()
    }

    /// The last word as it is written.
    pub fn surname(&self) -> &str {
        &self.written[self.surname_at..]
    }

    /// Where its words stand in its block.
    pub fn span(&self, block: Alone<'_>) -> Span {
        words_of(&block.mentions().names[self.number], block.text())
    }
}

impl Story {
    /// The words of a name, without title and possessive, given the number of its block and its own in it.
    pub fn words_of_name(&self, (block, number): (usize, usize)) -> Span {
        let block = &self.blocks[block];
        words_of(&block.mentions.names[number], self.text_of(block.span)).shifted(block.span.start)
    }
}
