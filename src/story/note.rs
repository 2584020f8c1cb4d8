//! What the story works out from one block alone, remembered as long as the block's own reading is.
//!
//! A key press changes one paragraph. Whatever would be the same if the other blocks were not there is read once
//! for each text of a block and not once for each key.

use std::any::{Any, TypeId};
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHasher;

use super::place::{Part, lay_out};
use super::{Placed, Story, StoryBlock};
use crate::draft::{Place, Role};
use crate::extract::{Attribution, Mentions, Name};
use crate::language::Token;
use crate::text::Span;

#[cfg(test)]
thread_local! {
    /// How many notes have been read.
    pub(crate) static NOTES_READ: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Something that can be told of a block without knowing its neighbours or where it stands.
///
/// It is told from an [`Alone`], so that it cannot depend on more. Its spans are the block's.
pub trait Note: Send + Sync + Sized + 'static {
    /// Reads it.
    fn read(block: Alone<'_>) -> Self;

    /// Whether it can say anything, told at a glance: where it cannot, who goes through all blocks neither reads it nor
    /// keeps it (`Story::noted`).
    fn may_speak(_: Alone<'_>) -> bool {
        true
    }

    /// Whether it says nothing, so that who goes through all blocks need not look at it (`Story::noted`).
    fn is_silent(&self) -> bool {
        false
    }
}

/// A block without the story around it.
#[derive(Clone, Copy, Debug)]
pub struct Alone<'a> {
    role: Role,
    text: &'a str,
    mentions: &'a Arc<Mentions>,
    notes: &'a Arc<Notes>,
}

impl<'a> Alone<'a> {
    /// What it is to the story.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Its text.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// What was read in it.
    pub fn mentions(&self) -> &'a Mentions {
        self.mentions
    }

    /// Another note on it.
    pub fn note<N: Note>(&self) -> &'a N {
        self.notes.get(|| N::read(*self))
    }

    /// What `find` gives of the first sentence of a paragraph that gives anything; `None` in a block of any other role.
    pub fn first_of_paragraph<T>(&self, mut find: impl FnMut(Span) -> Option<T>) -> Option<T> {
        if self.role != Role::Paragraph {
            return None;
        }
        self.mentions.sentences.iter().find_map(|&sentence| find(sentence))
    }

    /// The tokens within `span`.
    pub fn tokens_in(&self, span: Span) -> &'a [Token] {
        self.mentions.tokens_in(span)
    }

    /// The number of the block's sentence that holds `offset` or is the last to begin before it.
    pub fn sentence_at(&self, offset: u32) -> usize {
        self.mentions.sentences.partition_point(|sentence| sentence.start <= offset).saturating_sub(1)
    }

    /// The attributions whose cue stands in `sentence`, which is one of the block's, in order.
    pub fn attributions_in(&self, sentence: Span) -> impl Iterator<Item = &'a Attribution> {
        self.mentions.attributions.iter().filter(move |attribution| sentence.contains(attribution.cue.start))
    }

    /// Whether somebody is named who says something in `sentence`, which is one of the block's.
    pub fn has_source(&self, sentence: Span) -> bool {
        self.attributions_in(sentence).any(|attribution| attribution.source.is_some())
    }

    /// Whether the words at `span` are somebody's own: they lie within a quotation.
    pub fn is_quoted(&self, span: Span) -> bool {
        self.mentions.quotes.around(span).is_some()
    }

    /// The block as a story of its own: what looks over no edge is the same in it as in the whole.
    pub fn as_story(&self) -> Story {
        let mentions = Arc::clone(self.mentions);
        lay_out(&[Part {
            role: self.role,
            place: Place::Flow,
            text: self.text,
            mentions,
            notes: Arc::clone(self.notes),
            stretch: Arc::default(),
        }])
    }
}

/// The notes on a block, one of each type that was asked for.
///
/// Lists that only grow: a note once made stays where it is, and readers need no lock. Every rule asks every block,
/// so that there are several, each of which holds one note or two.
pub struct Notes<const LISTS: usize = 16>([List; LISTS]);

/// The notes on a block and its neighbours, of which there are hardly any types.
pub type StretchNotes = Notes<1>;

#[derive(Default)]
struct List(OnceLock<Box<Entry>>);

struct Entry<N: ?Sized = dyn Any + Send + Sync> {
    /// The note's type: told apart here, a walk over the list costs next to nothing.
    of: TypeId,
    next: List,
    /// Lies in the entry: one place on the heap for both.
    note: N,
}

impl Entry {
    fn of<N: Any + Send + Sync>(note: N) -> Box<Self> {
        Box::new(Entry { of: TypeId::of::<N>(), next: List::default(), note })
    }
}

impl<const LISTS: usize> Default for Notes<LISTS> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| List::default()))
    }
}

impl<const LISTS: usize> std::fmt::Debug for Notes<LISTS> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Notes")
    }
}

impl<const LISTS: usize> Notes<LISTS> {
    /// The list that holds the note of a type, if any does.
    fn list_of<N: Any>(&self) -> &List {
        let mut hasher = FxHasher::default();
        TypeId::of::<N>().hash(&mut hasher);
        &self.0[hasher.finish() as usize % LISTS]
    }

    /// The note of its type, if it has been made.
    pub(super) fn peek<N: Any + Send + Sync>(&self) -> Option<&N> {
        let entries = std::iter::successors(self.list_of::<N>().0.get(), |entry| entry.next.0.get());
        entries.into_iter().find(|entry| entry.of == TypeId::of::<N>())?.note.downcast_ref()
    }

    /// The note of its type, which `read` makes where there is none yet.
    pub(super) fn get<N: Any + Send + Sync>(&self, read: impl FnOnce() -> N) -> &N {
        let mut list = self.list_of::<N>();
        // Made before its place is taken: what is read for a note may be another note of the same list.
        let mut read = Some(read);
        let mut made = None;
        loop {
            let Some(entry) = list.0.get() else {
                made = made.or_else(|| {
                    #[cfg(test)]
                    NOTES_READ.set(NOTES_READ.get() + 1);
                    Some(Entry::of(read.take()?()))
                });
                made = made.and_then(|entry| list.0.set(entry).err());
                continue;
            };
            if entry.of == TypeId::of::<N>()
                && let Some(note) = entry.note.downcast_ref()
            {
                return note;
            }
            list = &entry.next;
        }
    }
}

impl Story {
    /// The note of its type on the block with this number.
    pub fn note<N: Note>(&self, block: usize) -> &N {
        self.blocks[block].note(&self.text)
    }

    /// The names of the block with this number in order, each with the note of its type on the block and its number
    /// among those of the block.
    pub(super) fn noted_names_of<N: Note>(&self, block: usize) -> impl Iterator<Item = (&Placed<Name>, &N, usize)> {
        let block = &self.blocks[block];
        let note = block.note(&self.text);
        let names = self.names[block.names.clone()].iter();
        names.zip(block.numbers_of_names()).map(move |(name, number)| (name, note, number))
    }
}

impl StoryBlock {
    /// The note of its type on the block, `text` being that of its story, read now or when the block was first met.
    pub(super) fn note<N: Note>(&self, text: &str) -> &N {
        self.notes.get(|| N::read(self.alone(text)))
    }

    /// The block without its story, `text` being that of the story.
    pub(super) fn alone<'a>(&'a self, text: &'a str) -> Alone<'a> {
        Alone { role: self.role, text: self.span.of(text), mentions: &self.mentions, notes: &self.notes }
    }

    /// The numbers among the block's names of those that the story has in it.
    fn numbers_of_names(&self) -> impl Iterator<Item = usize> {
        (0..self.mentions.names.len()).filter(|number| !self.left_out.contains(number))
    }
}
