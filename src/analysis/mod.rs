//! Floor 7: the facade. A text goes in; findings, the story and answers about places in it come out.
//!
//! Answers are in bytes of the file, in an editor's terms but not in a protocol's.

mod action;
mod asked;
mod card;
mod complete;
mod cut;
mod extent;
mod fingerprint;
mod hint;
mod link;
mod listing;
mod memo;
mod outline;
mod page;
mod paint;
mod place;
mod reference;
mod rename;
#[cfg(test)]
mod tests;
pub mod wording;

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::config::Settings;
use crate::draft::{Block, Format, Place, PlacedBlock, Splitter};
use crate::extract::{Mentions, read_blocks};
use crate::finding::Finding;
use crate::rules;
use crate::story::{Memory, Notes, Part, Story, Stretch, StretchNotes, assemble};
use crate::text::Span;
use fingerprint::Printed;
use memo::Memo;

pub use action::{Action, Intent};
pub use asked::Asked;
pub use card::{Card, Fact};
pub use complete::{Completion, Completions};
pub use hint::Hint;
pub use link::Link;
pub use listing::{Listed, Listing};
pub use outline::{Entry, Part as OutlinePart, Tally};
pub use page::{PlaceOf, STYLE, page_anchor};
pub use paint::{Paint, Painted};
pub use place::Subject;
pub use reference::Tie;
pub use rename::Naming;

/// Reads drafts, and remembers the last one: after an edit only what changed is read again.
#[derive(Debug, Default)]
pub struct Reader {
    settings: Settings,
    splitter: Splitter,
    blocks: Memo<Block, Remembered>,
    /// What the story made of each block among its neighbours.
    stretches: Memo<Around, Arc<StretchNotes>>,
    /// What was told of the whole story.
    story: Memory,
    prints: Memo<Printed, u64>,
}

/// What was read in a block, and what the story made of it alone.
#[derive(Clone, Debug)]
struct Remembered {
    /// The number of this reading of a block: no other has it.
    number: u64,
    mentions: Arc<Mentions>,
    notes: Arc<Notes>,
}

/// A block and its neighbours, each by the number of its reading and its place; `None` beyond the draft's ends.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Around([Option<(u64, Place)>; Stretch::BEFORE + 1 + Stretch::BEHIND]);

impl Hash for Around {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // Readings of the same number hardly ever stand in other places.
        self.0.iter().for_each(|block| state.write_u64(block.map_or(0, |(number, _)| number)));
    }
}

impl Around {
    /// The block with this number among `blocks`, of which all is `known`.
    fn block(number: usize, blocks: &[PlacedBlock], known: &[Remembered]) -> Self {
        let first = number.wrapping_sub(Stretch::BEFORE);
        let neighbour = |at: usize| Some((known.get(at)?.number, blocks[at].place));
        Self(std::array::from_fn(|at| neighbour(first.wrapping_add(at))))
    }
}

/// A draft, read and checked.
#[derive(Clone, Debug)]
pub struct Analysis {
    story: Story,
    findings: Vec<Finding>,
    fingerprints: Vec<String>,
    blocks: Vec<PlacedBlock>,
}

impl Reader {
    /// A reader with an empty memory.
    pub fn new(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    /// Reads `text` and checks it. Never fails: what is not understood is left alone.
    pub fn read(&mut self, text: &str, format: Format) -> Analysis {
        let (story, blocks, readings) = self.read_story(text, format);
        let findings = rules::check(&story, &self.settings);
        self.story = story.memory();
        let fingerprints = fingerprint::fingerprints(&story, &findings, &readings, &mut self.prints);
        self.prints.end_reading();
        let analysis = Analysis { story, findings: Vec::new(), fingerprints, blocks };
        let findings = findings.into_iter().map(|finding| analysis.to_source(finding, text)).collect();
        Analysis { findings, ..analysis }
    }

    /// The same without the rules, for whoever wants the claims: there are no findings.
    pub fn read_unasked(&mut self, text: &str, format: Format) -> Analysis {
        let (story, blocks, _) = self.read_story(text, format);
        Analysis { story, findings: Vec::new(), fingerprints: Vec::new(), blocks }
    }

    /// The story with the blocks that it is made of and the number of the reading of each.
    fn read_story(&mut self, text: &str, format: Format) -> (Story, Vec<PlacedBlock>, Vec<u64>) {
        let blocks = self.splitter.split(text, format).blocks;
        self.blocks.make_room(blocks.len());
        self.stretches.make_room(blocks.len());
        let known = self.remember(&blocks);
        let mut parts = Vec::with_capacity(blocks.len());
        for (number, placed) in blocks.iter().enumerate() {
            let around = Around::block(number, &blocks, &known);
            parts.push(Part {
                role: placed.block.role,
                place: placed.place,
                text: &placed.block.text,
                mentions: Arc::clone(&known[number].mentions),
                notes: Arc::clone(&known[number].notes),
                stretch: self.stretches.recall(&around, |_| Arc::default()),
            });
        }
        self.blocks.end_reading();
        self.stretches.end_reading();
        let readings = known.iter().map(|known| known.number).collect();
        (assemble(&parts, &self.settings.sources, &self.story), blocks, readings)
    }

    /// What was read in each of `blocks`, now or when it was first met.
    fn remember(&mut self, blocks: &[PlacedBlock]) -> Vec<Remembered> {
        let blocks = blocks.iter().map(|placed| &placed.block);
        let new: Vec<&Block> = blocks.clone().filter(|block| !self.blocks.knows(block)).collect();
        let mut read = new.iter().zip(read_blocks(&new));
        let mut make = |number, block: &Block| {
            // A block that the draft has twice was read twice, and is asked for once.
            let (_, mentions) = read.find(|(new, _)| std::ptr::eq(**new, block)).expect("all new blocks were read");
            Remembered { number, mentions: Arc::new(mentions), notes: Arc::default() }
        };
        blocks.map(|block| self.blocks.recall(block, |number| make(number, block))).collect()
    }
}

impl Analysis {
    /// What the rules found, by position, then rule. Spans are bytes of the file.
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// A name for each finding, in their order, that survives edits elsewhere in the story.
    pub fn fingerprints(&self) -> &[String] {
        &self.fingerprints
    }

    /// Leaves only the findings that `keep` wants, given each with its fingerprint.
    pub fn retain_findings(&mut self, mut keep: impl FnMut(&Finding, &str) -> bool) {
        let pairs = std::mem::take(&mut self.findings).into_iter().zip(std::mem::take(&mut self.fingerprints));
        let kept = pairs.filter(|(finding, fingerprint)| keep(finding, fingerprint));
        (self.findings, self.fingerprints) = kept.unzip();
    }

    /// The story. Its spans are its own; [`Analysis::source_span`] leads to the file.
    pub fn story(&self) -> &Story {
        &self.story
    }

    /// The bytes of the file that the story's text at `span` was made of.
    pub fn source_span(&self, span: Span) -> Span {
        let number = self.story.block_at(span.start);
        let first = self.in_block(number, span);
        // Hardly anything runs over a block.
        let is_within = self.story.blocks.get(number).is_some_and(|block| span.end <= block.span.end);
        let last = if is_within {
            first
        } else {
            self.in_block(self.story.block_at(span.end.saturating_sub(1).max(span.start)), span)
        };
        first.zip(last).map_or_else(Span::default, |(first, last)| first.to(last))
    }

    /// The offset in the story's text of the character that holds the file's byte at `offset`;
    /// `None` where that byte is markup or between blocks.
    pub fn story_offset(&self, offset: u32) -> Option<u32> {
        let starts_before = |block: &PlacedBlock| block.map.source_span(Span::at(0)).start <= offset;
        let number = self.blocks.partition_point(starts_before).checked_sub(1)?;
        let clean = self.blocks[number].map.clean_offset(offset)?;
        let within = self.story.blocks.get(number)?.span.start + clean;
        (0..=within).rev().find(|&at| self.story.text.is_char_boundary(at as usize))
    }

    /// The sentence or sentences that hold `span`, both in bytes of the file; `span` itself where it is no prose.
    pub fn sentence_around(&self, span: Span) -> Span {
        let sentence = |offset| {
            let number = self.story.sentence_at(self.story_offset(offset)?);
            Some(self.source_span(self.story.sentences.get(number)?.span))
        };
        let ends = [sentence(span.start), sentence(span.end.saturating_sub(1))];
        ends.into_iter().flatten().fold(span, Span::to)
    }

    /// The part of `span` that lies in the block with this number, in bytes of the file.
    fn in_block(&self, number: usize, span: Span) -> Option<Span> {
        let within = self.story.blocks.get(number)?.span;
        let start = span.start.clamp(within.start, within.end);
        let part = Span::new(start, span.end.clamp(start, within.end));
        Some(self.blocks[number].map.source_span(part.back(within.start)))
    }

    fn is_verbatim(&self, span: Span) -> bool {
        let number = self.story.block_at(span.start);
        self.story.blocks.get(number).is_some_and(|block| {
            block.span.covers(span) && self.blocks[number].map.is_verbatim(span.back(block.span.start))
        })
    }

    /// The finding with its spans in the file. A fix that would cut through markup is left out.
    fn to_source(&self, mut finding: Finding, text: &str) -> Finding {
        finding.span = self.source_span(finding.span);
        for related in &mut finding.related {
            related.span = self.source_span(related.span);
        }
        finding.fixes.retain(|fix| fix.edits.iter().all(|edit| self.is_verbatim(edit.span)));
        for edit in finding.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = self.source_span(edit.span);
            if edit.new_text.is_empty() {
                edit.span = cut::widened(text, edit.span);
            }
        }
        finding
    }
}
