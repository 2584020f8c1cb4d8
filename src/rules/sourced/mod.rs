//! Which figures a story has from somebody although nobody is named right beside them.
//!
//! Each file asks in one place: `sentence` in the figure's own, `credit` in the line under its list, `neighbours` in the sentences and paragraphs beside it,
//! `derived` in sums of theirs, `kept` in records of any kind and counts that somebody has made, `papers` in the reports and releases that the story rests on, `tellers` of whose own
//! telling a passage is, `trace` in any record that the sentence names, `whence` in words that say where it is from; `alone` knows what none of those around it has said.

mod alone;
mod credit;
mod derived;
mod kept;
mod neighbours;
mod papers;
mod sentence;
mod tellers;
mod trace;
mod whence;

use std::cell::OnceCell;

use rust_decimal::Decimal;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

pub(super) use self::alone::stands_alone;
use self::papers::{Report, released, reports};
use super::family::Family;
use super::listed::{is_by_filings, is_by_ranking, is_filed, is_ranked};
use super::polled::is_of_poll;
use super::worded::answers;
use crate::extract::{Attribution, AttributionKind, Figure, SourceKind};
use crate::language::{Class, Words};
use crate::story::{Claim, Placed, Relation, SourceId, Standing, Story};
use crate::text::Span;

/// Relations by the places of the numbers that they tie.
type Tied<'a> = FxHashMap<Span, SmallVec<[&'a Relation; 2]>>;

/// What the story's figures have from somebody.
pub(super) struct Sourced<'a> {
    story: &'a Story,
    by_value: FxHashMap<Decimal, SmallVec<[&'a Placed<Figure>; 2]>>,
    /// By sentence, the kinds of figures that an attribution in it covers.
    by_sentence: FxHashSet<(usize, Family)>,
    /// Who speaks in which sentence, by sentence.
    speakers: Vec<(usize, SourceId)>,
    reports: Vec<Report>,
    /// The relations that hold, by the numbers of their figures, once somebody asks.
    tied: OnceCell<Tied<'a>>,
    /// What the figures are that the story brings from a release: a statistics office's or a company's.
    released: Option<Class>,
    /// The first block that asks a question of an interview.
    first_question: Option<usize>,
    /// Whether the headline speaks of a ranking.
    is_by_ranking: bool,
    /// Whether the story speaks of what has been filed or disclosed.
    is_by_filings: bool,
}

impl<'a> Sourced<'a> {
    pub(super) fn of(story: &'a Story) -> Self {
        let mut by_value: FxHashMap<Decimal, SmallVec<[&'a Placed<Figure>; 2]>> = FxHashMap::default();
        by_value.reserve(story.figures.len());
        let mut by_sentence = FxHashSet::default();
        for (_, claim, figure) in story.figure_claims() {
            if is_held(story, claim) || story.has_spoken_before(figure) {
                by_value.entry(figure.value).or_default().push(figure);
            }
            if claim.attribution.standing == Standing::Attributed && is_held(story, claim) {
                by_sentence.insert((figure.sentence, Family::of(figure.kind)));
            }
        }
        Self {
            released: released(story),
            first_question: story.blocks.iter().position(|block| story.text_of(block.span).starts_with("Q: ")),
            is_by_ranking: is_by_ranking(story),
            is_by_filings: is_by_filings(story),
            speakers: speakers(story),
            reports: reports(story),
            tied: OnceCell::new(),
            story,
            by_value,
            by_sentence,
        }
    }

    /// Whether somebody holds the figure up elsewhere than beside it.
    pub(super) fn holds(&self, figure: &Placed<Figure>) -> bool {
        self.has_elsewhere(figure)
            || self.is_held_in_sentence(figure)
            || self.is_derived(figure)
            || self.is_credited(figure)
            || *answers(self.story, figure).traced.get_or_init(|| self.is_traced_in_paragraph(figure))
            || self.is_traced_next(figure, figure.block + 1)
            || !stands_alone(self.story, figure) && self.is_held_around(figure)
            || is_of_poll(self.story, figure)
            || is_ranked(self.story, figure, self.is_by_ranking)
            || self.is_by_filings && is_filed(self.story, figure)
            || self.is_compared(figure)
    }

    /// Whether those do who speak in the sentences and paragraphs around it, or the paper that these are about.
    fn is_held_around(&self, figure: &Placed<Figure>) -> bool {
        self.is_held_by_neighbours(figure) || self.is_told_by_teller(figure) || self.is_of_papers(figure)
    }

    /// A figure is asked for once: the same number of the same thing has a source in another sentence.
    pub(super) fn has_elsewhere(&self, figure: &Placed<Figure>) -> bool {
        self.by_value
            .get(&figure.value)
            .into_iter()
            .flatten()
            .any(|other| other.sentence != figure.sentence && other.kind == figure.kind && same_unit(other, figure))
    }

    /// The words of the sentence with this number.
    fn words_of(&self, sentence: usize) -> Words<'a> {
        let sentence = &self.story.sentences[sentence];
        let text = self.story.text_of(self.story.blocks[sentence.block].span);
        Words { text, tokens: self.story.tokens_in(sentence.span) }
    }

    /// The words of a figure's sentence before it.
    fn words_before(&self, figure: &Placed<Figure>) -> Words<'a> {
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        Words { text, tokens: self.story.tokens_before(figure.sentence, figure.number.start) }
    }
}

/// Whether somebody holds the claim up, or a rumour that `hearsay` asks about. "Losses are expected to reach
/// $1.4 billion" leaves the question open: by whom?
pub(super) fn is_held(story: &Story, claim: &Claim) -> bool {
    let held = claim.attribution;
    let is_rumour = held.attribution.is_some_and(|number| story.attributions[number].kind == AttributionKind::Hearsay);
    let names_nobody = held.cue.is_some() && held.source_span.is_none();
    held.standing != Standing::Unattributed && (is_rumour || !names_nobody)
}

fn same_unit(one: &Figure, other: &Figure) -> bool {
    one.unit.as_ref().zip(other.unit.as_ref()).is_none_or(|(one, other)| one.head == other.head)
}

fn is_report(attribution: &Attribution) -> bool {
    attribution.source.is_some_and(|source| matches!(source.kind, SourceKind::Document | SourceKind::Organization))
}

/// Who speaks in each sentence that says who speaks.
fn speakers(story: &Story) -> Vec<(usize, SourceId)> {
    let mut speakers: Vec<(usize, SourceId)> = story
        .claims
        .iter()
        .filter(|claim| claim.attribution.standing == Standing::Attributed)
        .filter_map(|claim| {
            Some((story.attributions[claim.attribution.attribution?].sentence, claim.attribution.source?))
        })
        .collect();
    // Nearly in order already, as claims are: a stable sort makes use of it.
    speakers.sort();
    speakers.dedup();
    speakers
}

/// Whether two sentences have one of their topics in common.
pub(super) fn share_topic(story: &Story, one: usize, other: usize) -> bool {
    story.share_topic(story.sentences[one].span, story.sentences[other].span)
}
