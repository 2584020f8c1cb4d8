//! What the story works out from all its blocks, remembered as long as what each has to say to it stays the same.
//!
//! Whether two names are one person's is a question to the whole story, which hardly any key press changes: it changes
//! a word beside them. What a block has to say to such a question is a note that tells no places. Where a reading finds
//! every block saying what it said before, the answer is the one before, whatever else was typed.

use std::any::Any;
use std::sync::Arc;

use super::note::{Note, Notes};
use super::{Story, StoryBlock};

/// Something that can be told of the whole story by what each of its blocks has to say to it.
///
/// It is told from these shares, so that it cannot depend on more. Where it speaks of a place it gives the number of
/// the block and what the share counts there: a name by its number, a sentence by its own.
pub trait Overview: Send + Sync + Sized + 'static {
    /// What a block has to say. Two that are equal stand for each other, wherever their words are.
    type Share: Note + PartialEq;

    /// Tells it, given the shares of all blocks in order.
    fn read(shares: &[Share<'_, Self::Share>]) -> Self;
}

/// What a block has to say as the story has it.
#[derive(Debug)]
pub struct Share<'a, N> {
    /// What the block says.
    pub note: &'a N,
    /// The numbers of those of its names that the story does not take for names, in order.
    left_out: &'a [usize],
}

impl<N> Share<'_, N> {
    /// Whether the story takes the block's name with this number for one.
    pub fn has_name(&self, number: usize) -> bool {
        self.left_out.binary_search(&number).is_err()
    }
}

/// What has been told of the whole of a story.
#[derive(Clone, Debug, Default)]
pub(super) struct Overviews {
    made: Arc<Notes>,
    before: Option<Arc<Before>>,
}

/// What was told of the story before an edit that leaves it as many blocks.
#[derive(Debug)]
struct Before {
    made: Arc<Notes>,
    /// The blocks that were others, with their numbers.
    changed: Vec<(usize, Known)>,
}

/// What the next reading may know of a story.
#[derive(Debug, Default)]
pub struct Memory {
    made: Arc<Notes>,
    blocks: Vec<Known>,
}

/// A block of it.
#[derive(Clone, Debug)]
struct Known {
    notes: Arc<Notes>,
    left_out: Vec<usize>,
}

impl Known {
    fn is_as_in(&self, block: &StoryBlock) -> bool {
        Arc::ptr_eq(&self.notes, &block.notes) && self.left_out == block.left_out
    }
}

impl Overviews {
    /// Of a story with these blocks, of which something may be known.
    pub(super) fn of(blocks: &[StoryBlock], memory: &Memory) -> Self {
        let before = (blocks.len() == memory.blocks.len()).then(|| {
            let known = memory.blocks.iter().enumerate().zip(blocks);
            let changed = known.filter(|((_, known), block)| !known.is_as_in(block));
            let changed = changed.map(|((number, known), _)| (number, known.clone())).collect();
            Arc::new(Before { made: Arc::clone(&memory.made), changed })
        });
        Self { made: Arc::default(), before }
    }
}

impl Story {
    /// The overview of its type.
    pub fn overview<O: Overview>(&self) -> &O {
        self.made()
    }

    /// The same, which is one with that of the story before as long as it is known from there.
    pub(super) fn shared_overview<O: Overview>(&self) -> Arc<O> {
        Arc::clone(self.made())
    }

    fn made<O: Overview>(&self) -> &Arc<O> {
        self.overviews.made.get(|| self.known().unwrap_or_else(|| Arc::new(O::read(&self.shares()))))
    }

    /// Keeps something for the reading after the next edit.
    pub(super) fn keep<T: Any + Send + Sync>(&self, it: T) {
        self.overviews.made.get(|| it);
    }

    /// The same with what `make` makes, unless this reading has made it already.
    pub(super) fn keep_made<T: Any + Send + Sync>(&self, make: impl FnOnce() -> T) -> &T {
        self.overviews.made.get(make)
    }

    /// What was kept of its type of the story before an edit that leaves it as many blocks, and the numbers of those
    /// that were others.
    pub(super) fn kept<T: Any + Send + Sync>(&self) -> Option<(&T, impl Iterator<Item = usize>)> {
        let before = self.overviews.before.as_ref()?;
        Some((before.made.peek()?, before.changed.iter().map(|&(number, _)| number)))
    }

    /// What the block with this number had to say before the edit, if it was another and has been asked.
    pub(super) fn share_before<N: Note>(&self, block: usize) -> Option<Share<'_, N>> {
        let before = self.overviews.before.as_ref()?;
        let (_, known) = before.changed.iter().find(|(number, _)| *number == block)?;
        Some(Share { note: known.notes.peek()?, left_out: &known.left_out })
    }

    /// What it has to say now.
    pub(super) fn share<N: Note>(&self, block: usize) -> Share<'_, N> {
        Share { note: self.note(block), left_out: &self.blocks[block].left_out }
    }

    /// The overview before the edit, if every block says what it said.
    fn known<O: Overview>(&self) -> Option<Arc<O>> {
        let before = self.overviews.before.as_ref()?;
        let known: &Arc<O> = before.made.peek()?;
        let says_the_same = |(number, known): &(usize, Known)| {
            let block = &self.blocks[*number];
            let said = known.notes.peek::<O::Share>();
            said.is_some_and(|said| *said == *self.note::<O::Share>(*number)) && known.left_out == block.left_out
        };
        before.changed.iter().all(says_the_same).then(|| Arc::clone(known))
    }

    fn shares<N: Note>(&self) -> Vec<Share<'_, N>> {
        (0..self.blocks.len()).map(|number| self.share(number)).collect()
    }

    /// What the next reading may know of this story.
    pub fn memory(&self) -> Memory {
        let known = |block: &StoryBlock| Known { notes: Arc::clone(&block.notes), left_out: block.left_out.clone() };
        Memory { made: Arc::clone(&self.overviews.made), blocks: self.blocks.iter().map(known).collect() }
    }
}
