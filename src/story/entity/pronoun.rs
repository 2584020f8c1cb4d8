//! Finds whom "he", "she", "they" and "it" mean where they speak.
//!
//! A reader looks back: first to who spoke in the sentence before, then to whom that sentence was about.
//! Where it was about two people side by side, a reader cannot tell.

use super::gender::Gender;
use super::naming::Wording;
use super::roster::Entry;
use super::{Casting, SourceMention};
use crate::extract::{Attribution, SourceKind};
use crate::language::{Class, Token, TokenKind};
use crate::story::{Placed, SourceId};
use crate::text::Span;

/// How many paragraphs back a pronoun may reach.
const REACH: usize = 3;

/// What a pronoun can stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Person {
    /// He, she, who: one person.
    One(Option<Gender>),
    /// It: a body.
    It,
    /// They, we: several, or a body.
    They,
}

/// Whom a pronoun stands for.
#[derive(Debug, Default)]
pub(super) struct Antecedent {
    /// The best guess; `None` where it leads nowhere.
    pub(super) source: Option<SourceId>,
    /// The names that it may mean, where there is more than one.
    pub(super) candidates: Vec<Span>,
}

/// The source that the pronoun in `attribution` stands for.
pub(super) fn antecedent(
    casting: &mut Casting<'_>,
    mention: SourceMention,
    attribution: &Placed<Attribution>,
) -> Antecedent {
    let word = casting.story.text_of(mention.head).to_lowercase();
    let person = match word.as_str() {
        "he" | "she" | "him" | "her" | "who" | "his" => Person::One(Gender::of_pronoun(&word)),
        "it" | "its" | "which" => Person::It,
        "they" | "them" | "their" => Person::They,
        _ => return Antecedent::default(),
    };
    let sentence = attribution.sentence;
    let reach = attribution.block.saturating_sub(REACH);
    if let Some(source) = named_in(casting, sentence, mention.span.start, attribution, person) {
        return Antecedent { source: Some(source), candidates: Vec::new() };
    }
    for earlier in (0..sentence).rev().take_while(|&earlier| reach <= casting.story.sentences[earlier].block) {
        if let Some(source) = speaker_in(casting, earlier, person) {
            return Antecedent { source: Some(source), candidates: Vec::new() };
        }
        if let Some(source) = subject_of(casting, earlier, person) {
            let rivals = side_by_side(casting, earlier, person).filter(|_| earlier + 1 == sentence);
            return Antecedent { source: Some(source), candidates: rivals.into_iter().flatten().collect() };
        }
    }
    Antecedent::default()
}

/// Who speaks in the sentence, if the pronoun can mean them; the last one where there are several.
fn speaker_in(casting: &Casting<'_>, sentence: usize, person: Person) -> Option<SourceId> {
    let attributions = &casting.story.attributions;
    let first = attributions.partition_point(|attribution| attribution.sentence < sentence);
    attributions[first..]
        .iter()
        .zip(&casting.cast.sources[first.min(casting.cast.sources.len())..])
        .take_while(|(attribution, _)| attribution.sentence == sentence)
        .filter(|(attribution, _)| !is_nested(&attributions[first..], attribution))
        .filter_map(|(_, source)| *source)
        .filter(|source| fits(casting, &casting.wordings[source.0], person))
        .last()
}

/// Whether the attribution is part of what somebody else says in the sentence: "Bell said that Coppard wrote …".
fn is_nested(attributions: &[Placed<Attribution>], inner: &Placed<Attribution>) -> bool {
    attributions
        .iter()
        .take_while(|outer| outer.sentence == inner.sentence)
        .any(|outer| outer.content.iter().any(|content| content.covers(inner.cue)))
}

fn fits(casting: &Casting<'_>, wording: &Wording, person: Person) -> bool {
    let is_body = matches!(wording.kind, SourceKind::Organization | SourceKind::Outlet);
    match person {
        Person::One(_) => {
            matches!(wording.kind, SourceKind::Person | SourceKind::Role | SourceKind::Anonymous)
                && can_be(casting, wording.words(), person)
        }
        Person::It => is_body,
        Person::They => is_body || matches!(wording.kind, SourceKind::Group | SourceKind::Anonymous),
    }
}

/// Whether nothing in the words or in the story says that the pronoun is of the other gender.
fn can_be(casting: &Casting<'_>, words: &[String], person: Person) -> bool {
    let Person::One(Some(said)) = person else { return true };
    casting.reader.roster.genders.of(words).is_none_or(|known| known == said)
}

/// Whom the sentence is about: the first person it names outside quotations.
fn subject_of(casting: &mut Casting<'_>, sentence: usize, person: Person) -> Option<SourceId> {
    let span = casting.story.sentences[sentence].span;
    first_name(casting, span, person, &[])
}

/// Whom the pronoun's own sentence names before it, outside what is said.
fn named_in(
    casting: &mut Casting<'_>,
    sentence: usize,
    before: u32,
    attribution: &Placed<Attribution>,
    person: Person,
) -> Option<SourceId> {
    let start = casting.story.sentences.get(sentence)?.span.start;
    first_name(casting, Span::new(start, before.max(start)), person, &attribution.content)
}

fn first_name(casting: &mut Casting<'_>, within: Span, person: Person, outside: &[Span]) -> Option<SourceId> {
    if !matches!(person, Person::One(_)) {
        return None;
    }
    let entry = people_in(casting, within, person)
        .find(|entry| !outside.iter().any(|content| content.overlaps(entry.name.span)))?;
    let mention = SourceMention { span: entry.name.span, head: entry.name.span, kind: SourceKind::Person };
    Some(casting.meet(mention))
}

/// The people named within `span`, outside quotations, whom the pronoun can mean.
fn people_in<'a>(casting: &'a Casting<'_>, span: Span, person: Person) -> impl Iterator<Item = &'a Entry<'a>> {
    let roster = &casting.reader.roster;
    roster.within(span).iter().filter(move |entry| {
        roster.is_persons(entry) && !casting.story.is_quoted(entry.name.span) && can_be(casting, entry.words, person)
    })
}

/// The two people that a sentence is about alike: "Pruitt and Sheriff Moss toured the burned area", "Kerr met Boyle".
///
/// Behind a verb a second name is seldom meant ("Kerr beat Boyle. He said"), but for two who meet.
fn side_by_side(casting: &Casting<'_>, sentence: usize, person: Person) -> Option<[Span; 2]> {
    let story = casting.story;
    let span = story.sentences[sentence].span;
    let mut people = people_in(casting, span, person);
    let (first, second) = (people.next()?, people.next()?);
    let between = story.tokens_in(Span::new(first.name.span.end, second.name.span.start.max(first.name.span.end)));
    let before = story.tokens_in(Span::new(span.start, first.name.span.start.max(span.start)));
    let joins = |token: &Token| token.classes.has_any(&[Class::Coordinator, Class::Determiner]);
    let describes =
        |token: &Token| token.classes.has_any(&[Class::Title, Class::RoleNoun]) || token.kind != TokenKind::Word;
    let is_pair = between.iter().any(|token| token.is(Class::Coordinator))
        && between.iter().all(|token| joins(token) || describes(token));
    let is_meeting = matches!(between, [verb] if verb.of(story.text_of(story.blocks[first.name.block].span)) == "met");
    let opens = before.iter().all(|token| token.is(Class::Determiner) || token.is(Class::RoleNoun));
    let differ = first.words.last() != second.words.last()
        && [first, second].iter().all(|entry| entry.words.len() < 5 && !entry.bare.contains('&'));
    let untitled = |entry: &Entry<'_>| {
        let start = if entry.name.title.is_empty() { entry.name.span.start } else { entry.name.title.end };
        Span::new(start, entry.name.span.end).trimmed(&story.text)
    };
    ((is_pair || is_meeting) && opens && differ).then(|| [untitled(first), untitled(second)])
}
