//! Moves each block's mentions to their place in the story: the one spot where spans change their text.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashSet;

use super::note::{Alone, Note};
use super::overview::{Memory, Overviews};
use super::{
    KnownSource, Notes, Placed, Sentence, Story, StoryBlock, calendar, claim, entity, quotation, spoken_key, waiver,
};
use crate::draft::{Place, Role};
use crate::extract::{Attribution, Date, Figure, Mark, Mentions, Name, Quote, SourceMention};
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
    pub stretch: Arc<Notes>,
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

/// The words of the names that a block is sure of, each with what tells it from most others at a glance.
struct SureWords(Vec<(usize, Span)>);

impl Note for SureWords {
    fn read(block: Alone<'_>) -> Self {
        let sure = block.mentions().names.iter().filter(|name| name.sure);
        let words = sure.flat_map(|name| words_at(name.span, block.text()));
        Self(words.map(|word| (at_a_glance(word.of(block.text())), word)).collect())
    }
}

/// A bit for what tells each of some words from most others.
struct Glances([u64; Self::BITS / 64]);

impl Glances {
    const BITS: usize = 1 << 12;

    fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut bits = [0; Self::BITS / 64];
        for glance in words.map(at_a_glance) {
            bits[glance / 64] |= 1 << (glance % 64);
        }
        Self(bits)
    }

    /// Whether one of the words may show this.
    fn may_show(&self, glance: usize) -> bool {
        self.0[glance / 64] & 1 << (glance % 64) != 0
    }
}

fn at_a_glance(word: &str) -> usize {
    spoken_key(word) as usize % Glances::BITS
}

/// The words of `text` at `span`, each where it stands.
fn words_at(span: Span, text: &str) -> impl Iterator<Item = Span> {
    let mut at = span.start;
    span.of(text).split_inclusive(char::is_whitespace).filter_map(move |piece| {
        let start = at;
        at += piece.len() as u32;
        Some(Span::new(start, at).trimmed(text)).filter(|word| !word.is_empty())
    })
}

/// The story's names. A lone word at the head of a sentence is one if the story uses it as one elsewhere.
fn collect_names(story: &mut Story) {
    let Story { text, blocks, sentences, names, .. } = story;
    let sure = sure_of_unsure(text, blocks);
    names.reserve(blocks.iter().map(|block| block.mentions.names.len()).sum());
    for (number, block) in blocks.iter_mut().enumerate() {
        let first = names.len();
        let placing = Placing { block: number, by: block.span.start, first: block.sentences.start, sentences };
        for (number, name) in placing.all(&block.mentions.names).enumerate() {
            if name.sure || sure.contains(name.span.of(text)) {
                names.push(name);
            } else {
                block.left_out.push(number);
            }
        }
        block.names = first..names.len();
    }
}

/// Those words that one block takes for a name and is not sure of, and another is.
fn sure_of_unsure<'a>(text: &'a str, blocks: &[StoryBlock]) -> FxHashSet<&'a str> {
    let placed = blocks.iter().flat_map(|block| block.mentions.names.iter().map(|name| (block.span.start, name)));
    let unsure = placed.filter(|(_, name)| !name.sure).map(|(by, name)| name.span.shifted(by).of(text));
    let unsure: FxHashSet<&str> = unsure.collect();
    let mut sure: FxHashSet<&str> = FxHashSet::default();
    if unsure.is_empty() {
        return sure;
    }
    let near_unsure = Glances::of(unsure.iter().copied());
    for block in blocks {
        let SureWords(words) = block.note(text);
        let near = words.iter().filter(|(glance, _)| near_unsure.may_show(*glance));
        let near = near.map(|(_, word)| word.shifted(block.span.start).of(text));
        sure.extend(near.filter(|word| unsure.contains(word)));
    }
    sure
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
        let begins = |sentence: &Sentence| sentence.span.start <= offset;
        let from = if self.sentences.get(near).is_some_and(begins) { near } else { self.first };
        let behind = self.sentences[from..].iter().take_while(|sentence| begins(sentence)).count();
        from + behind.saturating_sub(1)
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
