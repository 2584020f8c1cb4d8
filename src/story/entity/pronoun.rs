//! Finds whom "he", "she", "they" and "it" mean where they speak.
//!
//! A reader looks back: first to who spoke in the sentence before, then to whom that sentence was about.

use super::naming::Wording;
use super::{Casting, SourceMention};
use crate::extract::{Attribution, SourceKind};
use crate::story::{Placed, SourceId};
use crate::text::Span;

/// How many paragraphs back a pronoun may reach.
const REACH: usize = 3;

/// What a pronoun can stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Person {
    /// He, she, who: one person.
    One,
    /// It: a body.
    It,
    /// They, we: several, or a body.
    They,
}

/// The source that the pronoun in `attribution` stands for.
pub(super) fn antecedent(
    casting: &mut Casting<'_>,
    mention: SourceMention,
    attribution: &Placed<Attribution>,
) -> Option<SourceId> {
    let person = match casting.story.text_of(mention.head).to_lowercase().as_str() {
        "he" | "she" | "him" | "her" | "who" | "his" => Person::One,
        "it" | "its" | "which" => Person::It,
        "they" | "them" | "their" => Person::They,
        _ => return None,
    };
    let sentence = attribution.sentence;
    let reach = attribution.block.saturating_sub(REACH);
    if let Some(name) = named_in(casting, sentence, mention.span.start, attribution, person) {
        return Some(name);
    }
    (0..sentence)
        .rev()
        .take_while(|&earlier| reach <= casting.story.sentences[earlier].block)
        .find_map(|earlier| speaker_in(casting, earlier, person).or_else(|| subject_of(casting, earlier, person)))
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
        .filter(|source| fits(&casting.wordings[source.0], person))
        .last()
}

/// Whether the attribution is part of what somebody else says in the sentence: "Bell said that Coppard wrote …".
fn is_nested(attributions: &[Placed<Attribution>], inner: &Placed<Attribution>) -> bool {
    attributions
        .iter()
        .take_while(|outer| outer.sentence == inner.sentence)
        .any(|outer| outer.content.iter().any(|content| content.covers(inner.cue)))
}

fn fits(wording: &Wording, person: Person) -> bool {
    let is_body = matches!(wording.kind, SourceKind::Organization | SourceKind::Outlet);
    match person {
        Person::One => matches!(wording.kind, SourceKind::Person | SourceKind::Role | SourceKind::Anonymous),
        Person::It => is_body,
        Person::They => is_body || matches!(wording.kind, SourceKind::Group | SourceKind::Anonymous),
    }
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
    if person != Person::One {
        return None;
    }
    let mention = casting
        .reader
        .roster
        .within(within)
        .iter()
        .find(|entry| {
            let span = entry.name.span;
            casting.reader.roster.is_persons(entry)
                && !outside.iter().any(|content| content.overlaps(span))
                && !casting.story.is_quoted(span)
        })
        .map(|entry| SourceMention { span: entry.name.span, head: entry.name.span, kind: SourceKind::Person })?;
    Some(casting.meet(mention))
}
