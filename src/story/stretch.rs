//! What the story works out from a block and its neighbours, remembered as long as all of them stay the same.
//!
//! A sentence takes up what the paragraph before it said, and goes on in the next; hardly anything else reaches over
//! the edge of a block. A key press changes one paragraph, and with it the few stretches that hold it.

use std::ops::Range;
use std::sync::Arc;

use super::place::{Part, lay_out};
use super::{Story, StoryBlock};

/// Something that can be told of a block and its neighbours without the rest of the story or where they stand.
///
/// It is told from a [`Stretch`], so that it cannot depend on more. Its spans are the stretch's.
pub(super) trait StretchNote: Send + Sync + Sized + 'static {
    /// Reads it.
    fn read(stretch: &Stretch) -> Self;
}

/// A block and its neighbours as a story of their own: what looks no further is the same in it as in the whole.
#[derive(Debug)]
pub struct Stretch {
    pub(super) story: Story,
    /// The number of the block among them.
    pub(super) at: usize,
}

impl Stretch {
    /// How many blocks before a block belong to its stretch.
    pub const BEFORE: usize = 2;

    /// How many behind it.
    pub const BEHIND: usize = 1;

    /// The blocks of the stretch around the block with this number, in a story of so many blocks.
    pub(super) fn blocks(block: usize, blocks: usize) -> Range<usize> {
        block.saturating_sub(Self::BEFORE)..blocks.min(block + 1 + Self::BEHIND)
    }

    fn around(story: &Story, block: usize) -> Self {
        let blocks = Self::blocks(block, story.blocks.len());
        let at = block - blocks.start;
        let parts: Vec<Part<'_>> = story.blocks[blocks].iter().map(|block| block.part(&story.text)).collect();
        Self { story: lay_out(&parts), at }
    }
}

impl Story {
    /// The note of its type on the stretch around the block with this number.
    pub(super) fn stretch_note<N: StretchNote>(&self, block: usize) -> &N {
        self.blocks[block].stretch.get(|| N::read(&Stretch::around(self, block)))
    }
}

impl StoryBlock {
    /// The block as it comes into another story, `text` being that of this one.
    fn part<'a>(&self, text: &'a str) -> Part<'a> {
        Part {
            role: self.role,
            place: self.place,
            text: self.span.of(text),
            mentions: Arc::clone(&self.mentions),
            notes: Arc::clone(&self.notes),
            stretch: Arc::default(),
        }
    }
}
