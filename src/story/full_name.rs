//! Names of two words or more, prepared once for each text of their block: what rules on names compare.

use super::note::{Alone, Note};
use super::{Placed, Story};
use crate::extract::Name;
use crate::language::{Class, Lexicon};
use crate::text::Span;

/// A name of two words or more, without its title.
#[derive(Clone, Copy, Debug)]
pub struct FullName<'a> {
    /// The name as a mention.
    pub name: &'a Placed<Name>,
    /// Its words, without title and possessive.
    pub span: Span,
    /// Its words as they are written.
    pub written: &'a str,
    /// How many they are.
    pub count: usize,
    /// The first word in lower case.
    pub first: &'a str,
    /// The last word in lower case.
    pub last: &'a str,
    /// The last word as it is written.
    pub surname: &'a str,
    /// Whether no word of it belongs to bodies or places only.
    pub can_be_person: bool,
    /// Whether it is written as a person's is, in the reporter's own prose.
    pub is_persons: bool,
}

/// A full name where its block stands alone.
struct Known {
    span: Span,
    count: usize,
    first: String,
    last: String,
    surname: Span,
    can_be_person: bool,
    is_persons: bool,
}

/// The full names of a block by the numbers of its names; `None` for those of one word.
struct FullNames(Vec<Option<Known>>);

impl Note for FullNames {
    fn read(block: Alone<'_>) -> Self {
        Self(block.mentions().names.iter().map(|name| read(name, block)).collect())
    }
}

/// More words are a title or a body.
const MOST_WORDS: usize = 3;

fn read(name: &Name, block: Alone<'_>) -> Option<Known> {
    let text = block.text();
    let start = if name.title.is_empty() { name.span.start } else { name.title.end };
    let named = Span::new(start, name.span.end);
    let owner = named.of(text).strip_suffix("'s").or_else(|| named.of(text).strip_suffix("’s"));
    let length = owner.unwrap_or(named.of(text)).len() as u32;
    let span = Span::new(start, start + length).trimmed(text);
    let words: Vec<&str> = span.of(text).split_whitespace().collect();
    let [first, .., last] = words.as_slice() else { return None };
    let is_other = |word: &&str| {
        Lexicon::shared().classes(word).has_any(&[Class::Organisation, Class::Outlet, Class::Country, Class::Region])
    };
    let surname = Span::new(span.end - last.len() as u32, span.end);
    let (first, last) = (first.to_lowercase(), last.to_lowercase());
    let can_be_person = !words.iter().any(is_other);
    let is_time = |word: &&str| Lexicon::shared().classes(word).has(Class::Time);
    let is_plain = |word: &str| word.chars().all(|letter| letter.is_alphabetic() || letter == '-');
    let is_persons = can_be_person
        && words.len() <= MOST_WORDS
        && block.role().is_prose()
        && is_plain(&first)
        && is_plain(&last)
        && !words.iter().any(is_time)
        && block.mentions().quotes.around(span).is_none();
    Some(Known { span, count: words.len(), first, last, surname, can_be_person, is_persons })
}

impl Story {
    /// Whether one of the story's names begins at `offset`: not every word that looks like a name is one.
    pub fn has_name_at(&self, offset: u32) -> bool {
        self.names.binary_search_by_key(&offset, |name| name.span.start).is_ok()
    }

    /// The names of two words or more, in order.
    pub fn full_names(&self) -> impl Iterator<Item = FullName<'_>> {
        let names = self.noted_names::<FullNames>();
        names.filter_map(|(name, FullNames(known), number)| Some(self.full_name(name, known[number].as_ref()?)))
    }

    fn full_name<'a>(&'a self, name: &'a Placed<Name>, known: &'a Known) -> FullName<'a> {
        let by = self.blocks[name.block].span.start;
        let span = known.span.shifted(by);
        FullName {
            name,
            span,
            written: self.text_of(span),
            count: known.count,
            first: &known.first,
            last: &known.last,
            surname: self.text_of(known.surname.shifted(by)),
            can_be_person: known.can_be_person,
            is_persons: known.is_persons,
        }
    }
}
