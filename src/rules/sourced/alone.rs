//! Paragraphs that tell how things stand, in the reporter's own voice, between those of others.

use crate::draft::Role;
use crate::extract::Figure;
use crate::language::{Class, Token, TokenKind};
use crate::rules::beside::Beside;
use crate::story::{Placed, Story};

/// More figures than this go into the details of what somebody has told before.
const FEW: usize = 2;

/// "Two out of three stolen cars are never seen again.": a paragraph of its own, in the present or the perfect, that tells
/// how things stand and not what happened. Who speaks in the paragraphs around it has not said it.
pub(in crate::rules) fn stands_alone(story: &Story, figure: &Placed<Figure>) -> bool {
    const NOW: &[&str] = &["is", "are", "has", "have", "now", "already", "every", "each"];
    story.blocks[figure.block].role == Role::Paragraph
        && story.lede() != Some(figure.block)
        && story.sentences_of(figure.block).len() == 1
        && story.figures_of(figure.block).len() <= FEW
        && story.attributions_of(figure.block).is_empty()
        && Beside::of(story, figure).has(NOW)
        && !goes_on(story, figure)
}

/// "It fell in nearly every ward", "One in four islanders who left school is out of work" behind a study of those out of
/// work: it begins with what the paragraph before has told, or ends in it.
fn goes_on(story: &Story, figure: &Placed<Figure>) -> bool {
    let Some(before) = figure.block.checked_sub(1) else { return false };
    let tokens = story.tokens_in(story.sentences[figure.sentence].span);
    let text = story.text_of(story.blocks[figure.block].span);
    let told = story.blocks[before].span;
    let is_told = |word: &str| {
        let is_it = |token: &Token| token.of(story.text_of(told)).eq_ignore_ascii_case(word);
        story.tokens_in(told).iter().any(is_it)
    };
    let last = tokens.iter().rfind(|token| token.kind == TokenKind::Word);
    tokens.first().is_some_and(|first| first.is(Class::Pronoun)) || last.is_some_and(|last| is_told(last.of(text)))
}
