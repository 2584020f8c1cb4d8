//! A body that seems to go on in the first person: the bank said so, and then “I have worked here for years”.

use crate::draft::Role;
use crate::extract::{Attribution, SourceKind};
use crate::language::{Class, Token, WordList, is_one_of};
use crate::story::{FullNames, Placed, Quotation, Story};

/// Whether a quotation in the first person is only held up by a body that spoke before it in the paragraph, and nobody is
/// in sight who says "I": no name, no post, no "she".
pub(super) fn is_of_body_alone(story: &Story, quotation: &Quotation) -> bool {
    story.blocks[quotation.block].role == Role::Paragraph
        && says_i(story, quotation)
        && is_carried_by_body(story, quotation)
        && !is_person_near(story, quotation)
}

/// "I", "my", and no word worked into the reporter's sentence.
fn says_i(story: &Story, quotation: &Quotation) -> bool {
    const FEWEST: usize = 5;
    const FIRST: WordList = WordList::of(&["i", "my", "me", "i’m", "i'm", "i’ve", "i've", "myself"]);
    let inner = quotation.inner[0];
    let text = story.text_of(story.blocks[quotation.block].span);
    let is_first = |token: &Token| FIRST.has(token, text);
    let is_whole = story.text_of(inner).starts_with(char::is_uppercase);
    is_whole && FEWEST <= story.text_of(inner).split_whitespace().count() && story.tokens_in(inner).iter().any(is_first)
}

/// Whether it only goes on from what a body said in a sentence before it.
fn is_carried_by_body(story: &Story, quotation: &Quotation) -> bool {
    const BODIES: &[SourceKind] = &[SourceKind::Organization, SourceKind::Document];
    let start = quotation.spans[0].start;
    let own = story.sentence_at(start);
    let mut said = story.attributions_of(quotation.block).iter().filter(|said| said.cue.start < start).peekable();
    let is_body = |said: &Placed<Attribution>| {
        said.sentence < own && said.source.is_some_and(|source| BODIES.contains(&source.kind))
    };
    // “They do not care,” Moss said, according to the pool. “Nor do I.”: who spoke before the body goes on.
    let mut before = story.quotations.iter().filter(|other| other.block == quotation.block);
    let is_first = before.next().is_some_and(|first| first.spans[0].start == start);
    is_first && said.peek().is_some() && said.all(is_body)
}

/// Whether the reporter's words around the quotation speak of anybody who could say "I".
fn is_person_near(story: &Story, quotation: &Quotation) -> bool {
    const PERSONS: &[Class] = &[Class::RoleNoun, Class::Official, Class::Kin, Class::Trade, Class::SubjectPronoun];
    let block = quotation.block;
    let span = story.blocks[block].span;
    let text = story.text_of(span);
    let FullNames(names) = story.note(block);
    let is_owned =
        |at: usize, tokens: &[Token]| tokens.get(at + 1).is_some_and(|next| is_one_of(next.of(text), &["'s", "’s"]));
    let tokens = story.tokens_in(span);
    let is_it = |token: &Token| is_one_of(token.of(text), &["it", "they", "we"]);
    let is_person = |(at, token): (usize, &Token)| {
        token.classes.has_any(PERSONS)
            && !token.of(text).ends_with('s')
            && !is_it(token)
            && !is_owned(at, tokens)
            && !story.is_quoted(token.span.shifted(span.start))
    };
    names.iter().any(|name| name.is_persons) || tokens.iter().enumerate().any(is_person)
}
