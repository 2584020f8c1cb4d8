//! Moves each block's mentions to their place in the story: the one spot where spans change their text.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::glances::Glances;
use super::note::{Alone, Note};
use super::overview::{Memory, Overviews};
use super::{
    KnownSource, Notes, Placed, Sentence, Story, StoryBlock, StretchNotes, calendar, claim, entity, quotation,
    spoken_key, waiver,
};
use crate::draft::{Place, Role};
use crate::extract::{Attribution, Date, Figure, Mark, Mentions, Name, Quote, SourceMention};
use crate::language::pieces;
use crate::text::{Pieces, Span};

/// A block as it comes into a story.
#[derive(Clone, Debug)]
pub struct Part<'a> {
    /// What it is to the story.
    pub role: Role,
    /// Its list, table or block quote.
    pub place: Place,
    /// Its text.
    pub text: &'a str,
    /// What was read in it.
    pub mentions: Arc<Mentions>,
    /// What the story has worked out from it alone when it was met before; empty for a new block.
    pub notes: Arc<Notes>,
    /// The same of the [`Stretch`](super::Stretch) around it; empty where that is new.
    pub stretch: Arc<StretchNotes>,
}

/// Makes one story of its parts. `known` are the sources that the newsroom's settings name, and `memory` is what the
/// reading before left of the same draft.
pub fn assemble(parts: &[Part<'_>], known: &[KnownSource], memory: &Memory) -> Story {
    let mut story = lay_out(parts);
    collect_names(&mut story);
    story.overviews = Overviews::of(&story.blocks, memory);
    quotation::join(&mut story);
    let (sources, mut cast) = entity::resolve(&story, known);
    story.sources = sources;
    story.dangling = std::mem::take(&mut cast.dangling);
    claim::collect(&mut story, &cast);
    story.speakers = cast.sources;
    waiver::collect(&mut story);
    calendar::collect(&mut story);
    story
}

/// The story's text and all mentions in it; nothing that looks over a block's edge.
///
/// So there are no names yet: whether a lone word is one, only the whole story tells.
pub(super) fn lay_out(parts: &[Part<'_>]) -> Story {
    let all = |count: fn(&Mentions) -> usize| parts.iter().map(|part| count(&part.mentions)).sum();
    let mut story = Story {
        text: String::with_capacity(parts.iter().map(|part| part.text.len() + 1).sum()),
        blocks: Vec::with_capacity(parts.len()),
        sentences: Vec::with_capacity(all(|mentions| mentions.sentences.len())),
        figures: Vec::with_capacity(all(|mentions| mentions.figures.len())),
        quotations: Vec::new(),
        unpaired_marks: Vec::new(),
        dates: Vec::with_capacity(all(|mentions| mentions.dates.len())),
        calendar: Vec::new(),
        names: Vec::new(),
        attributions: Vec::with_capacity(all(|mentions| mentions.attributions.len())),
        marks: Vec::new(),
        waivers: Vec::new(),
        sources: Vec::new(),
        speakers: Vec::new(),
        dangling: Vec::new(),
        claims: Vec::new(),
        relations: OnceLock::new(),
        starts: Vec::with_capacity(parts.len()),
        overviews: Overviews::default(),
    };
    for (block, part) in parts.iter().enumerate() {
        let by = story.text.len() as u32;
        story.text.push_str(part.text);
        let span = Span::new(by, story.text.len() as u32);
        story.text.push('\n');
        let mentions = &part.mentions;
        let (first, figure, attribution) = (story.sentences.len(), story.figures.len(), story.attributions.len());
        story.sentences.extend(mentions.sentences.iter().map(|&span| Sentence { block, span: span.shifted(by) }));
        let placing = Placing { block, by, first, sentences: &story.sentences };
        story.figures.extend(placing.all(&mentions.figures));
        story.dates.extend(placing.all(&mentions.dates));
        story.attributions.extend(placing.all(&mentions.attributions));
        story.marks.extend(placing.all(&mentions.marks));
        story.starts.push(by);
        story.blocks.push(StoryBlock {
            role: part.role,
            place: part.place,
            span,
            sentences: first..story.sentences.len(),
            figures: figure..story.figures.len(),
            names: 0..0,
            attributions: attribution..story.attributions.len(),
            left_out: Vec::new(),
            mentions: Arc::clone(mentions),
            notes: Arc::clone(&part.notes),
            stretch: Arc::clone(&part.stretch),
        });
    }
    story
}

/// The names of a block by their keys: one alone at the head of a sentence is a name if the story uses its word as one
/// elsewhere.
struct NameKeys {
    /// The words of the names that the block is sure of.
    sure: Vec<u64>,
    /// The others, by their numbers.
    unsure: Vec<(usize, u64)>,
}

impl Note for NameKeys {
    fn read(block: Alone<'_>) -> Self {
        let text = block.text();
        let names = block.mentions().names.iter();
        let sure = names.clone().filter(|name| name.sure);
        let unsure = names.enumerate().filter(|(_, name)| !name.sure);
        Self {
            sure: sure.flat_map(|name| pieces(name.span.of(text))).map(spoken_key).collect(),
            unsure: unsure.map(|(number, name)| (number, spoken_key(name.span.of(text)))).collect(),
        }
    }
}

/// The story's names. A lone word at the head of a sentence is one if the story uses it as one elsewhere.
fn collect_names(story: &mut Story) {
    let Story { text, blocks, sentences, names, .. } = story;
    let left_out = left_out(text, blocks);
    names.reserve(blocks.iter().map(|block| block.mentions.names.len()).sum());
    for (number, (block, left_out)) in blocks.iter_mut().zip(left_out).enumerate() {
        let first = names.len();
        let placing = Placing { block: number, by: block.span.start, first: block.sentences.start, sentences };
        let placed = placing.all(&block.mentions.names);
        if left_out.is_empty() {
            names.extend(placed);
        } else {
            let kept = placed.enumerate().filter(|(number, _)| !left_out.contains(number));
            names.extend(kept.map(|(_, name)| name));
        }
        block.names = first..names.len();
        block.left_out = left_out;
    }
}

/// Of each block the numbers of the names that are none.
fn left_out(text: &str, blocks: &[StoryBlock]) -> Vec<Vec<usize>> {
    let keys: Vec<&NameKeys> = blocks.iter().map(|block| block.note(text)).collect();
    let used = keys_of_names(&keys);
    let left_out = |keys: &&NameKeys| {
        let unused = keys.unsure.iter().filter(|(_, key)| !used.contains(key));
        unused.map(|&(number, _)| number).collect()
    };
    keys.iter().map(left_out).collect()
}

/// The keys of those names of which no block is sure by itself, but which the story uses as names.
fn keys_of_names(blocks: &[&NameKeys]) -> FxHashSet<u64> {
    let unsure: FxHashSet<u64> = blocks.iter().flat_map(|block| &block.unsure).map(|&(_, key)| key).collect();
    if unsure.is_empty() {
        return unsure;
    }
    // Nearly all words are none of them, and show it at a glance.
    let near_unsure = Glances::of(unsure.iter().copied());
    let words = blocks.iter().flat_map(|block| &block.sure).copied();
    words.filter(|&key| near_unsure.may_show(key) && unsure.contains(&key)).collect()
}

/// Where a block's mentions go.
struct Placing<'a> {
    block: usize,
    by: u32,
    /// The number of the block's first sentence.
    first: usize,
    sentences: &'a [Sentence],
}

impl Placing<'_> {
    fn all<T: Mention>(&self, mentions: &[T]) -> impl Iterator<Item = Placed<T>> {
        let mut sentence = self.first;
        mentions.iter().map(move |mention| {
            let mut mention = mention.again();
            mention.shift(self.by);
            sentence = self.sentence_at(mention.anchor(), sentence);
            Placed { block: self.block, sentence, mention }
        })
    }

    /// The number of the sentence that holds `offset`, which mostly is `near` or stands a little behind it.
    fn sentence_at(&self, offset: u32, near: usize) -> usize {
        let begins = |number: usize| self.sentences.get(number).is_some_and(|sentence| sentence.span.start <= offset);
        let mut number = if begins(near) { near } else { self.first };
        while begins(number + 1) {
            number += 1;
        }
        number
    }
}

/// Something that lies in a text.
pub(super) trait Mention: Clone {
    /// The same once more: all mentions of the story are copied at each key press.
    fn again(&self) -> Self {
        self.clone()
    }
    /// Moves all its spans to the right.
    fn shift(&mut self, by: u32);
    /// The offset that decides in which sentence it is.
    fn anchor(&self) -> u32;
}

fn shift_all<'a>(spans: impl IntoIterator<Item = &'a mut Span>, by: u32) {
    for span in spans {
        *span = span.shifted(by);
    }
}

impl Mention for Figure {
    fn shift(&mut self, by: u32) {
        shift_all([&mut self.span, &mut self.number], by);
        shift_all(self.unit.as_mut().map(|unit| &mut unit.span), by);
    }
    fn anchor(&self) -> u32 {
        self.number.start
    }
}

impl Mention for Date {
    fn shift(&mut self, by: u32) {
        self.span = self.span.shifted(by);
    }
    fn anchor(&self) -> u32 {
        self.span.start
    }
}

impl Mention for Name {
    fn shift(&mut self, by: u32) {
        shift_all([&mut self.span, &mut self.title], by);
    }
    fn anchor(&self) -> u32 {
        self.span.start
    }
}

impl Mention for Quote {
    fn shift(&mut self, by: u32) {
        shift_all([&mut self.span, &mut self.inner], by);
    }
    fn anchor(&self) -> u32 {
        self.span.start
    }
}

impl Mention for Mark {
    fn shift(&mut self, by: u32) {
        self.span = self.span.shifted(by);
    }
    fn anchor(&self) -> u32 {
        self.span.start
    }
}

impl Mention for SourceMention {
    fn shift(&mut self, by: u32) {
        shift_all([&mut self.span, &mut self.head], by);
    }
    fn anchor(&self) -> u32 {
        self.span.start
    }
}

impl Mention for Attribution {
    fn again(&self) -> Self {
        Self { content: Pieces::from_slice(&self.content), ..*self }
    }
    fn shift(&mut self, by: u32) {
        self.cue = self.cue.shifted(by);
        shift_all(&mut self.content, by);
        for source in self.source.iter_mut().chain(&mut self.via) {
            source.shift(by);
        }
    }
    fn anchor(&self) -> u32 {
        self.cue.start
    }
}
