//! Finds who says what in a block: source, cue and content.
//!
//! The block becomes items ([`item`]), the items get parts of speech ([`tag`]), and each sentence is walked once:
//! a verb, phrase or mark that is a cue looks for its source ([`subject`], [`source`]) and for what is said
//! ([`content`]). Nothing here reads inside a quotation.

mod adjunct;
mod amount;
mod attitude;
mod clause;
mod content;
mod cue;
mod deed;
mod estimate;
mod forum;
mod found;
mod headline;
mod hearsay;
mod idiom;
mod item;
mod law;
mod order;
mod passive;
mod phrase;
mod phrase_cue;
mod reckoning;
mod settle;
mod source;
mod speaker;
mod speech;
mod spoken;
mod subject;
mod tag;
mod tail;
mod verdict;
mod via;
mod woven;

use std::ops::Range;

use clause::Clause;
use cue::CUE_VERBS;
use found::Found;
use item::Passage;
use tag::{Tag, Tags};

use super::{Name, Quotes};
use crate::draft::Role;
use crate::language::{Class, Classes, Token, Traces};
use crate::text::{Pieces, Span};

/// How the content is held up by the wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributionKind {
    /// Somebody or something says it: said, according to, told, the report shows, "Claim: Ministry".
    Speech,
    /// Somebody holds, wants or plans it: believes, hopes, plans to, opposes.
    Attitude,
    /// Nobody is named: reportedly, allegedly, it is understood, is believed to.
    Hearsay,
}

/// What kind of source the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A named person: "Hank Orosco", "Sen. Pruitt".
    Person,
    /// A body: "the Russian Defense Ministry", "police", "the company".
    Organization,
    /// A poll, report, filing, statement, data.
    Document,
    /// A post without a name: "a spokesman", "the mayor", "his barrister".
    Role,
    /// Nobody one could call back, with a description: "officials familiar with the talks".
    Anonymous,
    /// Nobody one could call back, and no description: "sources", "a source".
    Bare,
    /// Another news outlet: "Suspilne", "the newspaper".
    Outlet,
    /// A crowd or an authority in general: "experts", "critics", "54 percent of voters".
    Group,
    /// A pronoun, to be resolved over the story: "he", "they", "who".
    Pronoun,
}

/// The words that name a source in one attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceMention {
    /// The whole noun phrase: "Hank Orosco, 71, whose house is still standing" is cut before the comma.
    pub span: Span,
    /// The name in it, or its head noun: "Hank Orosco", "spokesman".
    pub head: Span,
    /// What kind of source it names.
    pub kind: SourceKind,
}

/// Source, cue and content in one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// Who says it, where the block names somebody.
    pub source: Option<SourceMention>,
    /// The word or words that tie them: "said", "according to", ":".
    pub cue: Span,
    /// What is said, in one or more pieces; empty where the cue announces the next block ("she added:").
    pub content: Pieces,
    /// The other end of a second-hand chain: "a source in the president's office" in "KTR reported, citing …".
    pub via: Option<SourceMention>,
    /// How the wording holds the content up.
    pub kind: AttributionKind,
    /// Whether the content goes on in, or is, the next block: the cue ends its paragraph with a colon.
    pub announces: bool,
}

/// What is known of the block when attributions are read.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The block's role: headlines have forms of their own ("Claim: Ministry").
    pub role: Role,
    /// Its text.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// Its sentences.
    pub sentences: &'a [Span],
    /// Its quotations.
    pub quotes: &'a Quotes,
    /// Its names.
    pub names: &'a [Name],
}

/// Reads the attributions of each of several blocks, by the position of their cues.
pub fn read_attributions(contexts: &[Context<'_>]) -> Vec<Vec<Attribution>> {
    // All are tagged before any is read: see `read_blocks`.
    let passages: Vec<Passage<'_>> = contexts.iter().map(Passage::read).collect();
    passages.iter().zip(contexts).map(|(passage, context)| read_passage(passage, context.role)).collect()
}

fn read_passage(passage: &Passage<'_>, role: Role) -> Vec<Attribution> {
    let label = passage.read_label().filter(|_| role == Role::Paragraph);
    let mut found: Vec<Found> = label.into_iter().collect();
    if found.is_empty() {
        for sentence in &passage.sentences {
            found.append(&mut read_sentence(passage, sentence));
        }
        passage.continue_speech(&mut found);
    }
    found.iter().filter_map(|found| placed(passage, found)).collect()
}

fn read_sentence(passage: &Passage<'_>, sentence: &Range<usize>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for at in sentence.clone() {
        if !may_be_cue(passage, at) {
            continue;
        }
        let is_mark = MARKS.has(passage.tag(at));
        let next = if is_mark { passage.read_mark_cue(at, sentence) } else { read_word(passage, at, sentence, &found) };
        found.extend(next.filter(|next| !settle::is_claimed(&found, next)));
    }
    if let Some(spoken) = passage.read_spoken(sentence, &found).or_else(|| passage.read_verdict(sentence, &found)) {
        let at = found.partition_point(|other| other.cue.start < spoken.cue.start);
        found.insert(at, spoken);
    }
    if found.is_empty() {
        let clause = Clause { passage, sentence: sentence.clone(), found: &[] };
        return clause.read_woven().into_iter().collect();
    }
    via::join_chains(passage, &mut found);
    via::join_opening(passage, sentence, &mut found);
    settle::settle(passage, &mut found);
    found
}

/// The word at `at` as a cue, behind what the sentence has told so far.
fn read_word(passage: &Passage<'_>, at: usize, sentence: &Range<usize>, found: &[Found]) -> Option<Found> {
    let clause = Clause { passage, sentence: sentence.clone(), found };
    passage
        .read_phrase_cue(at, sentence)
        .or_else(|| passage.read_hearsay_adverb(at, sentence))
        .or_else(|| passage.read_rumour(at, sentence))
        .or_else(|| clause.read_attitude(at))
        .or_else(|| clause.read_estimate(at))
        .or_else(|| clause.read_heard(at))
        .or_else(|| clause.read_idiom(at))
        .or_else(|| clause.read_verb(at))
        .or_else(|| clause.read_law(at))
        .or_else(|| clause.read_widely(at))
        .or_else(|| clause.read_booked(at))
        .or_else(|| clause.read_put_by(at))
        .or_else(|| passage.read_claim_noun(at, sentence))
        .or_else(|| passage.read_forecast(at, sentence))
        .or_else(|| passage.read_open_question(at, sentence))
}

/// Marks that may be cues.
const MARKS: Tags = Tags::of(&[Tag::Comma, Tag::Colon, Tag::Dash]);

/// What does nothing but hold others together. "The poll has her ahead": of the auxiliaries only "has" can be a cue.
const IDLE: Tags = Tags::of(&[
    Tag::Be,
    Tag::Do,
    Tag::Modal,
    Tag::Determiner,
    Tag::Owner,
    Tag::Pronoun,
    Tag::Object,
    Tag::Relative,
    Tag::Coordinator,
    Tag::To,
    Tag::That,
]);

/// The cheap question that most items answer with no: only marks and what one of the readings of [`read_word`] begins
/// with are cues.
#[inline]
fn may_be_cue(passage: &Passage<'_>, at: usize) -> bool {
    const OPENINGS: Classes = Classes::of(&[Class::Attitude, Class::Hearsay, Class::Idiom]);
    const NOUNS: Classes = OPENINGS.or(Classes::of(&[Class::ClaimNoun]));
    const VERBS: Classes = OPENINGS.or(Classes::of(CUE_VERBS)).or(Classes::of(&[Class::Estimate, Class::Rumoured]));
    /// Where no class tells, a word does.
    const WORDS: Traces = phrase_cue::OPENINGS
        .traces()
        .or(phrase_cue::FORECASTS.traces())
        .or(phrase_cue::TOLLS.traces())
        .or(phrase_cue::MATTERS.traces())
        .or(estimate::STANDING.traces())
        .or(passive::HELD.traces())
        .or(Traces::of(&["clear", "heard", "hears", "told", "put", "puts"]));
    let item = &passage.items[at];
    let tag = item.tag;
    if IDLE.has(tag) || MARKS.has(tag) {
        return MARKS.has(tag);
    }
    let may_open = match tag {
        tag if tag.is_verb() => item.classes.meets(VERBS) || passage.lays_down(at),
        Tag::Noun => item.classes.meets(NOUNS),
        _ => item.classes.meets(OPENINGS),
    };
    let is_known = || {
        let is_listed = item.classes != Classes::default();
        is_listed || tag.is_verb() || passage.is_word(at, "according") || passage.is_word(at, "clear")
    };
    (may_open || item.may_be(&WORDS)) && is_known()
}

fn placed(passage: &Passage<'_>, found: &Found) -> Option<Attribution> {
    let mut content: Pieces = found.content.iter().filter_map(|piece| passage.span(piece)).collect();
    content.sort();
    if content.is_empty() && !found.announces {
        return None;
    }
    Some(Attribution {
        source: found.source.as_ref().and_then(|source| passage.mention(source)),
        cue: passage.span(&found.cue)?,
        content,
        via: found.via.as_ref().and_then(|via| passage.mention(via)),
        kind: found.kind,
        announces: found.announces,
    })
}

#[cfg(test)]
mod clause_tests;
#[cfg(test)]
mod more_tests;
#[cfg(test)]
mod odd_subject_tests;
#[cfg(test)]
mod paper_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod woven_tests;
