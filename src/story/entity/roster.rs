//! All names of the story, prepared once: whose surname a word is, who holds a post, which body it is about.

use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::gender::Genders;
use super::index::Index;
use super::likeness::{self, is_body, is_of, key, same_person, telling_words, without_possessive};
use crate::draft::Role;
use crate::extract::Name;
use crate::language::Class;
use crate::story::note::{Alone, Note};
use crate::story::{Placed, Story};
use crate::text::Span;

/// The names of a story, looked up by their words.
pub(super) struct Roster<'a> {
    story: &'a Story,
    entries: Vec<Entry<'a>>,
    /// The entries that hold a word or could be shortened to an acronym.
    by_key: Index,
    /// The people whom a word introduces: "mayor" of "Mayor Ada Finch" and of "the mayor, Ada Finch".
    by_post: Index,
    main_body: OnceCell<Option<&'a str>>,
    /// What the names say of their bearers.
    pub(super) genders: Genders,
}

/// A name of the story.
pub(super) struct Entry<'a> {
    pub(super) name: &'a Placed<Name>,
    /// The name without its title.
    pub(super) bare: &'a str,
    /// Its words in lower case.
    pub(super) words: &'a [String],
    /// Whether it is a person's: of two words or more, or titled, without a body's word.
    is_full_person: bool,
    /// Whether it can be the body that the story is about, as far as the name's own paragraph tells.
    can_be_main_body: bool,
}

/// What a name says wherever its block stands.
struct NameNote {
    /// The name without its title.
    bare: Span,
    words: Vec<String>,
    keys: Vec<u64>,
    /// The keys of the words that introduce it: the last of the title, and the word before the name.
    posts: [Option<u64>; 2],
    is_full_person: bool,
    can_be_main_body: bool,
}

/// The names of a block, by their numbers in its mentions.
struct NameNotes(Vec<NameNote>);

impl Note for NameNotes {
    fn read(block: Alone<'_>) -> Self {
        Self(block.mentions().names.iter().map(|name| NameNote::of(name, block)).collect())
    }
}

impl<'a> Roster<'a> {
    pub(super) fn new(story: &'a Story) -> Self {
        let mut entries = Vec::with_capacity(story.names.len());
        let (mut by_key, mut by_post) = (Index::default(), Index::default());
        let mut genders = Genders::default();
        for (number, (name, note)) in story.names.iter().zip(notes(story)).enumerate() {
            genders.note(story.text_of(name.title), &note.words);
            for &key in &note.keys {
                by_key.add(key, number);
            }
            for post in note.posts.into_iter().flatten().filter(|_| note.is_full_person) {
                by_post.add(post, number);
            }
            entries.push(Entry::new(story, name, note));
        }
        Self { story, entries, by_key, by_post, main_body: OnceCell::new(), genders }
    }

    /// The names that begin within `span`, in order.
    pub(super) fn within(&self, span: Span) -> &[Entry<'a>] {
        let first = self.first_from(span.start);
        let last = self.entries.partition_point(|entry| entry.name.span.start < span.end);
        &self.entries[first..last.max(first)]
    }

    /// The name that covers `span` or lies in it.
    pub(super) fn at(&self, span: Span) -> Option<&Entry<'a>> {
        let near = self.first_from(span.start).saturating_sub(1);
        let touching = self.entries[near..].iter().take_while(|entry| entry.name.span.start < span.end);
        touching.into_iter().find(|entry| entry.name.span.covers(span) || span.covers(entry.name.span))
    }

    fn first_from(&self, offset: u32) -> usize {
        self.entries.partition_point(|entry| entry.name.span.start < offset)
    }

    /// Whether the story names somebody in full who is called so.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        self.holding(&word).any(|entry| {
            entry.is_full_person && entry.words.last() == Some(&word) && (entry.words.len() > 1 || entry.is_titled())
        })
    }

    /// Whether the name is a person's.
    pub(super) fn is_persons(&self, entry: &Entry<'_>) -> bool {
        entry.is_full_person || (!is_body(entry.words) && entry.words.last().is_some_and(|word| self.is_surname(word)))
    }

    fn holding(&self, word: &str) -> impl Iterator<Item = &Entry<'a>> {
        self.by_key.under(key(word)).map(|number| &self.entries[number])
    }

    /// The fullest name that the story gives the person or acronym of these words: the latest before `offset`,
    /// else the first behind it (a headline's "Finch" is named in the body).
    pub(super) fn fuller(&self, words: &[String], is_person: bool, offset: u32) -> Option<&'a str> {
        let last = words.last()?;
        let is_fuller = |entry: &&Entry<'_>| {
            words.len() < entry.words.len()
                && if is_person {
                    entry.is_full_person && same_person(words, entry.words)
                } else {
                    words.len() == 1 && likeness::is_acronym_of(last, entry.words)
                }
        };
        let mut candidates: Vec<&Entry<'a>> = likeness::keys(words)
            .into_iter()
            .flat_map(|key| self.by_key.under(key))
            .map(|number| &self.entries[number])
            .collect();
        candidates.sort_by_key(|entry| entry.name.span);
        let split = candidates.partition_point(|entry| entry.name.span.start < offset);
        let (before, behind) = candidates.split_at(split);
        let found = before.iter().copied().rev().find(is_fuller).or_else(|| behind.iter().copied().find(is_fuller));
        found.map(|entry| entry.bare)
    }

    /// The person whom the story introduces with the post before `offset`: "Mayor Ada Finch", "the mayor, Ada Finch".
    pub(super) fn holder(&self, post: &[String], offset: u32) -> Option<&'a str> {
        let candidates = self.by_post.under(key(post.last()?)).map(|number| &self.entries[number]);
        let holds = |entry: &&Entry<'_>| {
            let title = self.story.text_of(entry.name.title).to_lowercase();
            let opening = entry.opening(self.story).rev().take(post.len()).map(str::to_lowercase);
            title.ends_with(&post.join(" ")) || opening.eq(post.iter().rev().cloned())
        };
        let found = candidates.filter(|entry| entry.name.span.start < offset).find(holds);
        found.filter(|entry| entry.words.len() > 1).map(|entry| entry.bare)
    }

    /// The body that the story is about: of the names that are no person's, place's or month's, the one named most,
    /// and of several the first.
    pub(super) fn main_body(&self) -> Option<&'a str> {
        *self.main_body.get_or_init(|| self.find_main_body())
    }

    fn find_main_body(&self) -> Option<&'a str> {
        let mut bodies: Vec<(&str, &'a str, usize)> = Vec::new();
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        for entry in self.entries.iter().filter(|entry| entry.can_be_main_body) {
            if self.is_introduced_person(entry) {
                continue;
            }
            let Some(first) = entry.words.first() else { continue };
            let at = *places.entry(first).or_insert(bodies.len());
            match bodies.get_mut(at) {
                Some((_, longest, count)) => {
                    *count += 1;
                    if longest.len() < entry.bare.len() {
                        *longest = entry.bare;
                    }
                }
                None => bodies.push((first, entry.bare, 1)),
            }
        }
        let most = bodies.iter().map(|&(.., count)| count).max()?;
        bodies.iter().find(|&&(.., count)| count == most).map(|&(_, text, _)| text)
    }

    /// Whether somebody of that name has been introduced before: a brewery may be named for its founder,
    /// who comes up at the end of the story.
    fn is_introduced_person(&self, entry: &Entry<'_>) -> bool {
        let Some(last) = entry.words.last() else { return false };
        let introduces = |other: &Entry<'_>| {
            other.is_full_person && other.words.last() == Some(last) && other.name.span.start <= entry.name.span.start
        };
        entry.is_full_person || self.holding(last).any(introduces)
    }
}

impl<'a> Entry<'a> {
    fn new(story: &'a Story, name: &'a Placed<Name>, note: &'a NameNote) -> Self {
        let bare = note.bare.shifted(story.blocks[name.block].span.start);
        Self {
            name,
            bare: story.text_of(bare),
            words: &note.words,
            is_full_person: note.is_full_person,
            can_be_main_body: note.can_be_main_body,
        }
    }

    fn is_titled(&self) -> bool {
        !self.name.title.is_empty()
    }

    /// The words before the name in its block.
    fn opening(&self, story: &'a Story) -> impl DoubleEndedIterator<Item = &'a str> {
        let block = story.blocks[self.name.block].span;
        words_before(story.text_of(block), self.name.span.start.saturating_sub(block.start))
    }
}

/// The words of a block before the name at `offset`.
fn words_before(block: &str, offset: u32) -> impl DoubleEndedIterator<Item = &str> {
    block[..offset as usize].trim_end_matches([',', ' ']).split_whitespace()
}

impl NameNote {
    /// What `name` says, whose spans are the block's.
    fn of(name: &Name, block: Alone<'_>) -> Self {
        let text = block.text();
        let start = if name.title.is_empty() { name.span.start } else { name.title.end };
        let whole = Span::new(start, name.span.end).trimmed(text);
        let bare = without_possessive(whole.of(text));
        let words = telling_words(bare);
        let is_full_person = (words.len() > 1 || !name.title.is_empty()) && !is_body(&words);
        let post = |word: Option<&str>| word.map(|word| key(&word.to_lowercase()));
        Self {
            bare: Span::new(whole.start, whole.start + bare.len() as u32),
            keys: likeness::keys(&words),
            posts: [
                post(name.title.of(text).split_whitespace().last()),
                post(words_before(text, name.span.start).next_back()),
            ],
            can_be_main_body: can_be_main_body(&words, bare, &text[..name.span.start as usize], block.role()),
            words,
            is_full_person,
        }
    }
}

/// Whether a name in these words, behind these others, can be the body that the story is about: no place, month or index.
fn can_be_main_body(words: &[String], bare: &str, before: &str, role: Role) -> bool {
    let is_place = || words.iter().any(|word| is_of(word, &[Class::Country, Class::Time])) || before.ends_with(" in ");
    let is_index = bare.len() < 6 && !bare.contains(char::is_lowercase);
    matches!(role, Role::Headline | Role::Dek | Role::Paragraph | Role::Subhead) && !is_index && !is_place()
}

/// The notes on the story's names, in their order.
fn notes(story: &Story) -> impl Iterator<Item = &NameNote> {
    story.names.iter().map(|name| {
        let block = &story.blocks[name.block];
        let NameNotes(notes) = block.note(story.text_of(block.span));
        &notes[block.number_of(name)]
    })
}
