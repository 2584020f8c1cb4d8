//! Casts attributions as they were cast before an edit that leaves them as they were.
//!
//! Whom a mention means depends on the names that it is looked up by, on whom it has met so far, and for a pronoun on the
//! paragraphs before it. Where a key press has left all of these alone, the answer is the one before.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::naming::Wording;
use super::roster::{Asked, Called, Renamed};
use super::{Casting, Dangling, Source, pronoun};
use crate::draft::Role;
use crate::extract::Attribution;
use crate::story::{Placed, SourceId, Story};
use crate::text::Span;

/// How the attributions of a story were cast, in order.
pub(super) struct Record {
    steps: Vec<Arc<Step>>,
    /// What the story's names were.
    called: Arc<Called>,
}

/// How an attribution was cast.
pub(super) struct Step {
    block: usize,
    source: Option<SourceId>,
    via: Option<SourceId>,
    /// Whom its pronouns may mean as well, each by the number of its block and its place in it.
    candidates: Vec<Vec<(usize, Span)>>,
    /// The sources that it was the first to name, or to name so fully.
    introduced: Vec<(usize, Wording)>,
    /// What it depends on beside the blocks near it.
    asked: Asked,
}

impl Step {
    fn is_cast_as(&self, other: &Self) -> bool {
        (self.source, self.via) == (other.source, other.via)
    }
}

/// Casts all attributions of the story.
pub(super) fn cast(casting: &mut Casting<'_>) {
    let story = casting.story;
    let called = story.shared_overview::<Called>();
    let known = story.kept::<Record>();
    let mut before = known.map(|(record, changed)| {
        let changed: Vec<usize> = changed.collect();
        let is_renamed = !Arc::ptr_eq(&record.called, &called);
        let renamed = Renamed::by(story, changed.iter().copied().filter(|_| is_renamed));
        Before::of(story, record, changed, renamed)
    });
    let mut steps: Vec<Arc<Step>> = Vec::with_capacity(story.attributions.len());
    for attributions in story.attributions.chunk_by(|one, other| one.block == other.block) {
        match &mut before {
            Some(before) => before.cast_block(casting, attributions, &mut steps),
            None => {
                steps.extend(attributions.iter().map(|attribution| Arc::new(casting.cast_attribution(attribution))));
            }
        }
    }
    // Who is named under a block quote is met between attributions, by no step.
    if story.blocks.iter().all(|block| block.role != Role::Cite) {
        story.keep(Record { steps, called });
    }
}

/// The story before an edit.
struct Before<'r> {
    /// All steps that were taken.
    all: &'r [Arc<Step>],
    /// Those that are still to be taken again.
    steps: &'r [Arc<Step>],
    /// Whether each block is one whose words or cast are others than they were.
    is_other: Vec<bool>,
    /// What the names are no longer called, or are now.
    renamed: Renamed,
    /// Whether the sources met so far are those that had been met, however they are worded.
    is_in_step: bool,
    reworded: Reworded,
}

/// The sources met so far that are worded otherwise than they were.
#[derive(Default)]
struct Reworded {
    sources: FxHashSet<usize>,
    /// The keys under which they are found, or were.
    keys: FxHashSet<u64>,
}

impl Reworded {
    /// Notes that a source is found by this wording, or was.
    fn add(&mut self, source: usize, wording: &Wording) {
        self.sources.insert(source);
        self.keys.extend(wording.keys());
    }

    /// Whether the answers to what was asked are the same.
    fn leaves(&self, asked: &Asked) -> bool {
        self.sources.is_empty()
            || !asked.sources.iter().any(|source| self.sources.contains(source))
                && !asked.source_keys.iter().any(|key| self.keys.contains(key))
    }
}

impl<'r> Before<'r> {
    fn of(story: &Story, record: &'r Record, changed: Vec<usize>, renamed: Renamed) -> Self {
        let mut is_other = vec![false; story.blocks.len()];
        for block in changed {
            is_other[block] = true;
        }
        let is_in_step = story.blocks.iter().all(|block| block.role != Role::Cite);
        let (all, steps, reworded) = (&record.steps[..], &record.steps[..], Reworded::default());
        Self { all, steps, is_other, renamed, is_in_step, reworded }
    }

    /// Casts the attributions of one block.
    fn cast_block(
        &mut self,
        casting: &mut Casting<'_>,
        attributions: &[Placed<Attribution>],
        steps: &mut Vec<Arc<Step>>,
    ) {
        let block = attributions[0].block;
        // In a block that has no attributions left, nobody is introduced any more.
        self.is_in_step &= introduced(self.take(|step| step.block < block)).next().is_none();
        let known = self.take(|step| step.block == block);
        let near = block.saturating_sub(pronoun::REACH)..block + 1;
        if self.is_in_step && !self.is_other[near].contains(&true) {
            for (attribution, step) in attributions.iter().zip(known) {
                if self.is_in_step && self.knows(&step.asked) {
                    casting.recast(attribution, step);
                    steps.push(Arc::clone(step));
                } else {
                    let cast = casting.cast_attribution(attribution);
                    self.is_other[block] |= !cast.is_cast_as(step);
                    steps.push(Arc::new(cast));
                }
                self.introduce(steps, steps.len() - 1, std::slice::from_ref(step));
            }
            return;
        }
        let first = steps.len();
        steps.extend(attributions.iter().map(|attribution| Arc::new(casting.cast_attribution(attribution))));
        self.introduce(steps, first, known);
        let cast = &steps[first..];
        let is_cast_as_known =
            cast.len() == known.len() && cast.iter().zip(known).all(|(one, other)| one.is_cast_as(other));
        self.is_other[block] |= !is_cast_as_known;
    }

    /// Holds whom the steps from `first` on introduce against whom those did that were `known`.
    fn introduce(&mut self, steps: &[Arc<Step>], first: usize, known: &[Arc<Step>]) {
        let (now, before) = (|| introduced(&steps[first..]), || introduced(known));
        self.is_in_step &= now().map(|(source, _)| source).eq(before().map(|(source, _)| source));
        if !self.is_in_step {
            return;
        }
        for ((source, wording), (_, before)) in now().zip(before()) {
            if wording == before && !self.reworded.sources.contains(source) {
                continue;
            }
            // All that the story has called this source leads to it.
            let met = &self.all[..self.all.len() - self.steps.len()];
            for (_, called) in introduced(steps).chain(introduced(met)).filter(|(called, _)| called == source) {
                self.reworded.add(*source, called);
            }
        }
    }

    /// Whether what was asked of names, of sources and of blocks elsewhere still has the same answer.
    fn knows(&self, asked: &Asked) -> bool {
        asked.is_untouched_by(&self.renamed)
            && self.reworded.leaves(asked)
            && !asked.blocks.iter().any(|&block| self.is_other[block])
    }

    /// Takes off the next steps that `belong`.
    fn take(&mut self, belong: impl Fn(&Step) -> bool) -> &'r [Arc<Step>] {
        let (taken, left) = self.steps.split_at(self.steps.iter().take_while(|step| belong(step)).count());
        self.steps = left;
        taken
    }
}

/// The sources that so many attributions introduce, in order.
fn introduced(steps: &[Arc<Step>]) -> impl Iterator<Item = &(usize, Wording)> {
    steps.iter().flat_map(|step| &step.introduced)
}

impl Casting<'_> {
    fn cast_attribution(&mut self, attribution: &Placed<Attribution>) -> Step {
        self.cast_cites(attribution.cue.start);
        let dangling = self.cast.dangling.len();
        self.introduced.clear();
        let (source, via) = self.identify_both(attribution);
        self.cast.sources.push(source);
        self.cast.vias.push(via);
        let candidates = self.cast.dangling[dangling..].iter().map(|dangling| self.in_blocks(&dangling.candidates));
        Step {
            block: attribution.block,
            source,
            via,
            candidates: candidates.collect(),
            introduced: std::mem::take(&mut self.introduced),
            asked: self.reader.roster.take_asked(),
        }
    }

    fn in_blocks(&self, spans: &[Span]) -> Vec<(usize, Span)> {
        let place = |&span: &Span| {
            let block = self.story.block_at(span.start);
            (block, span.back(self.story.blocks[block].span.start))
        };
        spans.iter().map(place).collect()
    }

    /// Casts an attribution as it was cast.
    fn recast(&mut self, attribution: &Placed<Attribution>, step: &Step) {
        for (source, wording) in &step.introduced {
            self.introduce(*source, wording.clone());
        }
        for candidates in &step.candidates {
            let place = |&(block, span): &(usize, Span)| span.shifted(self.story.blocks[block].span.start);
            let candidates = candidates.iter().map(place).collect();
            self.cast.dangling.push(Dangling { attribution: self.cast.sources.len(), candidates });
        }
        for (source, mention) in [(step.source, attribution.source), (step.via, attribution.via)] {
            if let Some((source, mention)) = source.zip(mention) {
                self.sources[source.0].mentions.push(mention.span);
            }
        }
        self.cast.sources.push(step.source);
        self.cast.vias.push(step.via);
    }

    /// Notes that the story names a source in these words, for the first time or more fully than before.
    pub(super) fn introduce(&mut self, source: usize, wording: Wording) {
        for &key in wording.keys() {
            self.by_key.add(key, source);
        }
        if source == self.sources.len() {
            self.sources.push(Source { name: wording.name().to_owned(), kind: wording.kind, mentions: Vec::new() });
            self.wordings.push(wording);
        } else {
            wording.name().clone_into(&mut self.sources[source].name);
            self.wordings[source] = wording;
        }
    }
}
