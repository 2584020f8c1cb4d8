//! Tells of each figure what kind of number it is and which words it stands among,
//! so that two mentions of one thing know each other.

use std::sync::{Arc, OnceLock};

use super::local::BlockFigures;
use super::manner::{Manner, Manners};
use super::report::Report;
use super::{Entry, Relation, RelationKind, Story, solver, thing};
use crate::extract::FigureKind;
use crate::language::{Class, Classes, Interval, Token, TokenKind, in_small_letters};
use crate::text::Span;

/// What can be compared with what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dimension<'a> {
    /// A sum in the currency of this code.
    Money(&'a str),
    /// A part of a whole, in percent.
    Part,
    /// So many of something, or a number whose noun stands elsewhere.
    Count,
    /// So much of what this unit measures.
    Measure(&'a str),
}

/// A figure with the words of its sentence.
#[derive(Clone, Debug)]
pub(super) struct Telling<'a> {
    story: &'a Story,
    /// The figure.
    pub(super) entry: &'a Entry<'a>,
    /// What kind of number it is.
    pub(super) dimension: Dimension<'a>,
    /// What it may stand for.
    pub(super) bounds: Option<Interval>,
    /// What it may stand for where desks round: "500" for 496 too.
    pub(super) rounded: Option<Interval>,
    /// What happened to what it counts, where the sentence says so.
    pub(super) event: Option<&'static str>,
    /// The nouns that it stands next to: "a £214m budget", "£5m on a new depot".
    pub(super) nouns: Arc<[Stem]>,
    /// The last word before it that means something: "jailed for eight years".
    pub(super) lead: Option<Stem>,
    words: SentenceWords,
    /// In which manner it is told.
    pub(super) manners: Manners,
}

/// The words of a sentence that mean something, sorted, once somebody has asked for them: most figures stand beside none
/// that could tell of the same.
type SentenceWords = Arc<OnceLock<Arc<[Stem]>>>;

/// The first letters of a word, which its forms share: "settle", "settled" and "settlement".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Stem([u8; Stem::LENGTH]);

impl Stem {
    const LENGTH: usize = 5;

    /// The stem of a word in whatever case; `None` for what has no two letters.
    pub(super) fn of(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let is_plural = bytes.len() > 3 && matches!(bytes.last(), Some(b's' | b'S'));
        let kept = if is_plural { bytes.len() - 1 } else { bytes.len() };
        let mut stem = [0; Self::LENGTH];
        for (letter, &byte) in stem.iter_mut().zip(&bytes[..kept]) {
            *letter = byte.to_ascii_lowercase();
        }
        (bytes.len() > 1).then_some(Self(stem))
    }
}

/// How many words behind a figure may hold the noun that it belongs to.
const NEAR: usize = 5;

impl Telling<'_> {
    /// The words of its sentence that mean something, sorted.
    pub(super) fn words(&self) -> &[Stem] {
        self.words.get_or_init(|| words_of(self.story, self.entry.figure.sentence))
    }

    /// Whether it is told in this manner.
    pub(super) fn is(&self, manner: Manner) -> bool {
        self.manners.has(manner)
    }

    /// What ties this telling to the `first` of the same thing.
    pub(super) fn repeats(&self, first: &Self, holds: bool) -> Relation {
        let figure = first.entry.figure;
        Relation {
            kind: RelationKind::Repeat,
            stated: self.entry.claim,
            operands: vec![first.entry.claim],
            cue: None,
            beside: Vec::new(),
            low: figure.interval.low,
            high: figure.interval.high,
            printed: Some(figure.value),
            complete: true,
            holds,
        }
    }

    /// Whether the other figure can report the same value: a headline may round what the body gives in full.
    pub(super) fn is_borne_out_by(&self, other: &Self) -> bool {
        self.rounded.zip(other.bounds).is_some_and(|(one, other)| one.meets(other))
    }

    /// How many words two sentences share.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let mut others = other.words().iter().peekable();
        let is_shared = |word: &&Stem| {
            while others.next_if(|other| other < word).is_some() {}
            others.peek() == Some(word)
        };
        self.words().iter().filter(is_shared).count()
    }

    /// Whether both figures stand next to one noun.
    pub(super) fn shares_noun(&self, other: &Self) -> bool {
        self.nouns.iter().any(|noun| other.nouns.contains(noun))
    }

    /// Whether both may count one thing: their nouns are of one set, or what one leaves out the other's sentence says.
    pub(super) fn counts_like(&self, other: &Self) -> bool {
        let [own, others] =
            [self, other].map(|telling| telling.entry.figure.unit.as_ref().map(|unit| unit.head.as_str()));
        // "12 seals found dead", "found 12 seals dead": the noun next to the number decides.
        let is_one_noun = || !self.nouns.is_empty() && self.nouns.first() == other.nouns.first();
        match (own, others) {
            (Some(one), Some(two)) => {
                thing::unit_set(one) == thing::unit_set(two) || is_one_noun() || self.is_one_toll(other)
            }
            (Some(one), None) => {
                Stem::of(thing::sense_of(one)).is_some_and(|stem| other.words().binary_search(&stem).is_ok())
            }
            // "Twelve hurt", "ten people were hurt": the event says that people are meant.
            (None, Some(two)) if thing::is_person(two) && self.event.is_some() => self.event == other.event,
            (None, Some(two)) => {
                Stem::of(thing::sense_of(two)).is_some_and(|stem| self.words().binary_search(&stem).is_ok())
            }
            (None, None) => true,
        }
    }

    /// Whether both count the dead, or both the hurt: "nineteen dead", "16 people died".
    pub(super) fn is_one_toll(&self, other: &Self) -> bool {
        let is_toll = matches!(self.event, Some("death" | "injury")) && self.event == other.event;
        is_toll && [self, other].iter().all(|telling| thing::counts_people(&telling.entry.figure.mention))
    }

    /// Whether both are percentages, whose whole each sentence may name in its own way.
    pub(super) fn is_part_like(&self, other: &Self) -> bool {
        self.dimension == Dimension::Part && other.dimension == Dimension::Part
    }
}

/// A telling without its place, by the number of its figure in the block.
pub(super) struct TellingNote {
    figure: usize,
    bounds: Option<Interval>,
    rounded: Option<Interval>,
    event: Option<&'static str>,
    nouns: Arc<[Stem]>,
    lead: Option<Stem>,
    words: SentenceWords,
    manners: Manners,
}

impl TellingNote {
    /// Notes a telling of a block that stands alone.
    pub(super) fn of(telling: &Telling<'_>) -> Self {
        Self {
            figure: telling.entry.claim.0,
            bounds: telling.bounds,
            rounded: telling.rounded,
            event: telling.event,
            nouns: Arc::clone(&telling.nouns),
            lead: telling.lead,
            words: Arc::clone(&telling.words),
            manners: telling.manners,
        }
    }
}

/// The tellings of a block where it stands in the story.
pub(super) fn noted<'a>(story: &'a Story, block: &BlockFigures<'a>) -> impl Iterator<Item = Telling<'a>> {
    let entries = block.entries;
    block.local.tellings.iter().filter_map(move |note| {
        let entry = &entries[note.figure];
        Some(Telling {
            story,
            entry,
            dimension: dimension(entry)?,
            bounds: note.bounds,
            rounded: note.rounded,
            event: note.event,
            nouns: Arc::clone(&note.nouns),
            lead: note.lead,
            words: Arc::clone(&note.words),
            manners: note.manners,
        })
    })
}

/// The story's figures that can be compared, in order.
pub(super) fn tellings<'a>(story: &'a Story, entries: &'a [Entry<'a>], reports: &[Report<'a>]) -> Vec<Telling<'a>> {
    let mut tellings: Vec<Telling<'a>> = Vec::new();
    let mut words: (usize, SentenceWords) = (usize::MAX, Arc::default());
    for entry in entries {
        let Some(dimension) = dimension(entry) else { continue };
        if words.0 != entry.figure.sentence {
            words = (entry.figure.sentence, Arc::default());
        }
        let event = reports
            .binary_search_by_key(&entry.figure.number, |report| report.entry.figure.number)
            .ok()
            .and_then(|at| reports[at].event)
            .or_else(|| event_behind(story, entry))
            .or_else(|| event_before(story, entry));
        let nouns = nouns_behind(story, entry).into();
        let lead = word_before(story, entry);
        let (bounds, rounded) = (solver::bounds(entry.figure), solver::rounded(entry.figure));
        let words = Arc::clone(&words.1);
        let mut telling = Telling {
            story,
            entry,
            dimension,
            bounds,
            rounded,
            event,
            nouns,
            lead,
            words,
            manners: Manners::default(),
        };
        telling.manners = Manners::of(story, &telling);
        tellings.push(telling);
    }
    tellings
}

fn dimension<'a>(entry: &Entry<'a>) -> Option<Dimension<'a>> {
    let figure = &entry.figure.mention;
    let unit = figure.unit.as_ref().map(|unit| unit.head.as_str());
    match figure.kind {
        _ if figure.pair.is_some() => None,
        FigureKind::Money => unit.map(Dimension::Money),
        FigureKind::Percentage | FigureKind::Share => Some(Dimension::Part),
        FigureKind::Count | FigureKind::Index => Some(Dimension::Count),
        FigureKind::Measure | FigureKind::Duration => unit.map(Dimension::Measure),
        _ => None,
    }
}

/// The words of a sentence that mean something, sorted.
pub(super) fn words_of(story: &Story, sentence: usize) -> Arc<[Stem]> {
    let Some(&sentence) = story.sentences.get(sentence) else { return Arc::from([]) };
    let block = story.blocks[sentence.block].span;
    let text = story.text_of(block);
    let tokens = story.tokens_in(sentence.span);
    let mut words: Vec<Stem> = Vec::with_capacity(tokens.len());
    let telling = tokens.iter().filter(|token| is_telling(token));
    words.extend(telling.filter_map(|token| Stem::of(&thing::sense_in(text, token))));
    words.sort_unstable();
    words.dedup();
    Arc::from(words)
}

/// Words that stand in every other sentence tell nothing.
const EMPTY: Classes = Classes::of(&[
    Class::FunctionWord,
    Class::Determiner,
    Class::Preposition,
    Class::Auxiliary,
    Class::Pronoun,
    Class::Possessive,
    Class::Coordinator,
    Class::Subordinator,
    Class::Relative,
    Class::Modal,
    Class::Adverb,
    Class::Time,
    Class::NumberWord,
    Class::Say,
    Class::Tell,
]);

pub(super) fn is_telling(token: &Token) -> bool {
    token.kind == TokenKind::Word && 2 < token.span.len() && !token.classes.meets(EMPTY)
}

/// What happened to those whom a count that names nobody counts: "Twelve hurt in coach crash".
fn event_behind(story: &Story, entry: &Entry<'_>) -> Option<&'static str> {
    let start = entry.figure.number.end;
    let block = story.blocks[entry.figure.block].span;
    let token = story.tokens_in(Span::new(start, block.end.min(start.saturating_add(24)).max(start))).first()?;
    thing::event_of(&in_small_letters(token.of(story.text_of(block))))
}

/// What a count that names nobody is said to have been done to: "Ferry sinking kills 43".
fn event_before(story: &Story, entry: &Entry<'_>) -> Option<&'static str> {
    let block = story.blocks[entry.figure.block].span;
    let start = entry.figure.number.start;
    let first = start.saturating_sub(24).max(block.start);
    let word = story.tokens_in(Span::new(first, start.max(first))).last()?;
    thing::event_of(&word.of(story.text_of(block)).to_lowercase()).filter(|_| entry.figure.unit.is_none())
}

/// The last word before a figure, in its sentence, that means something.
fn word_before(story: &Story, entry: &Entry<'_>) -> Option<Stem> {
    let text = story.text_of(story.blocks[entry.figure.block].span);
    let before = story.tokens_before(entry.figure.sentence, entry.figure.number.start);
    before.iter().rev().take(NEAR).find(|token| is_telling(token)).and_then(|token| Stem::of(token.of(text)))
}

/// The nouns behind a figure, up to the end of its phrase and one preposition further.
fn nouns_behind(story: &Story, entry: &Entry<'_>) -> Vec<Stem> {
    let start = entry.figure.number.end;
    let block = story.blocks[entry.figure.block].span;
    let text = story.text_of(block);
    let behind = Span::new(start, block.end.min(start.saturating_add(80)).max(start));
    let tokens = story.tokens_in(behind).iter().filter(|token| token.kind != TokenKind::Symbol).take(NEAR);
    tokens
        .take_while(|token| token.kind == TokenKind::Word || token.of(text) == "-")
        .take_while(|token| !token.is(Class::Coordinator) && !token.is(Class::Auxiliary))
        .filter(|token| is_telling(token))
        .filter_map(|token| Stem::of(token.of(text)))
        .collect()
}
