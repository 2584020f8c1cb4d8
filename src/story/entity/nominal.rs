//! Whom a sentence is about that opens with a post, a kind of person or a body and no name: "The judge sighed.".

use std::ops::Range;

use super::likeness::is_of;
use super::naming::{Mentioned, Met};
use super::pronoun::{Person, can_be};
use super::{Casting, SourceMention};
use crate::extract::SourceKind;
use crate::language::{Class, TokenKind};
use crate::story::SourceId;
use crate::text::Span;

/// "The deputy public prosecutor"
const LONGEST: usize = 4;

/// Articles behind which somebody is new to the story.
const INTRODUCING: &[&str] = &["a", "an", "another", "her", "his", "one", "their"];

/// The words with which a sentence opens for whom or what it is about.
struct Opening {
    mention: SourceMention,
    /// Whether "the" opens it: then the story has told of them before.
    is_known: bool,
    /// Whether the verb stands right behind.
    acts: bool,
}

/// "The judge ended with a proverb.", "His neighbour sold a year later.", "The fisheries ministry banned nets.": whoever
/// the story has introduced with the post, somebody new, or the body.
pub(super) fn opening(casting: &mut Casting<'_>, sentence: Span, person: Person) -> Option<SourceId> {
    let Opening { mention, is_known, acts } = read(casting, sentence, person)?;
    if !acts {
        return None;
    }
    let text = casting.story.text.as_str();
    let read = Mentioned::of(mention, text);
    let met = Met { mention, known: &read, text };
    let wording = casting.reader.word(met);
    if is_known && matches!(person, Person::One(_)) {
        // "The farmer wept" is as often about somebody whom the story names by other words.
        let holder = casting.reader.complete(&wording, mention)?;
        return can_be(casting, holder.words(), person).then(|| casting.meet(met));
    }
    can_be(casting, wording.words(), person).then(|| casting.meet(met))
}

/// "The owner of the dog, a baker from Brae, was fined. He told the court": the last of `sentences` to open with somebody
/// who is described and has no name.
pub(super) fn described(casting: &mut Casting<'_>, sentences: Range<usize>, person: Person) -> Option<SourceId> {
    last(casting, sentences, person, false)
}

/// The last of `sentences` to open with somebody who has no name.
pub(super) fn somebody(casting: &mut Casting<'_>, sentences: Range<usize>, person: Person) -> Option<SourceId> {
    last(casting, sentences, person, true)
}

fn last(casting: &mut Casting<'_>, sentences: Range<usize>, person: Person, may_act: bool) -> Option<SourceId> {
    let Person::One(_) = person else { return None };
    let is_meant = |opening: &Opening| may_act || !opening.acts;
    let mention = {
        let spans = sentences.rev().map(|sentence| casting.story.sentences[sentence].span);
        let mut openings = spans.filter_map(|span| read(casting, span, person));
        openings.find(is_meant)?.mention
    };
    let text = casting.story.text.as_str();
    let read = Mentioned::of(mention, text);
    let met = Met { mention, known: &read, text };
    let wording = casting.reader.word(met);
    can_be(casting, wording.words(), person).then(|| casting.meet(met))
}

fn read(casting: &Casting<'_>, sentence: Span, person: Person) -> Option<Opening> {
    const TIES: &[Class] = &[Class::Preposition, Class::Coordinator, Class::Relative];
    const VERBS: &[Class] = &[Class::Past, Class::Third, Class::Be, Class::Have, Class::Do, Class::Modal];
    let story = casting.story;
    let block = &story.blocks[story.block_at(sentence.start)];
    let (tokens, text) = (story.tokens_in(sentence), story.text_of(block.span));
    let first = tokens.first()?;
    let is_known = first.reads_any(text, &["the"]);
    let (heads, kind): (&[Class], SourceKind) = match person {
        Person::One(_) => (&[Class::RoleNoun], SourceKind::Role),
        Person::It => (&[Class::Organisation, Class::GenericBody, Class::Document], SourceKind::Organization),
        // "The club's accounts divide it into four. A drop of 34%, they show"
        Person::They => (&[Class::Document], SourceKind::Document),
    };
    let is_new = kind == SourceKind::Role && first.reads_any(text, INTRODUCING);
    if !is_known && !is_new {
        return None;
    }
    let is_head = |at: &usize| {
        let word = tokens.get(*at).map_or("", |token| token.of(text));
        let are_several = word.ends_with('s') && is_of(word, &[Class::Document]);
        let agrees = matches!(person, Person::One(_)) || are_several == (person == Person::They);
        word.starts_with(char::is_lowercase) && agrees && is_of(word, heads)
    };
    // "The police chief | sighed": the last of them, where several stand side by side.
    let head = (1..=LONGEST).find(is_head)?;
    let head = (head..=LONGEST).take_while(is_head).last().unwrap_or(head);
    let is_plain = (1..head).all(|at| !tokens[at].classes.has_any(&[Class::Preposition, Class::Determiner, Class::Be]));
    // "The accounts | divide": in the plural any verb looks like a noun.
    let acts = tokens.get(head + 1).is_some_and(|verb| {
        let may_act = || person == Person::They && verb.kind == TokenKind::Word && !verb.classes.has_any(TIES);
        verb.classes.has_any(VERBS) || verb.of(text).ends_with("ed") || may_act()
    });
    let is_quoted = story.is_quoted(Span::new(sentence.start, sentence.start + 1));
    let is_paper = tokens[head].is(Class::Document) && !tokens[head].is(Class::Organisation);
    let kind = if kind == SourceKind::Organization && is_paper { SourceKind::Document } else { kind };
    let head = tokens[head].span.shifted(block.span.start);
    let mention = SourceMention { span: Span::new(sentence.start, head.end), head, kind };
    (is_plain && !is_quoted).then_some(Opening { mention, is_known, acts })
}
