//! Knows a count of all that somebody has of something, and where it comes back: "his eleven symphonies", and further
//! down "of the 12 symphonies, four".

use rust_decimal::Decimal;

use super::Story;
use super::conflict;
use super::manner::Manner;
use super::telling::Telling;
use crate::language::{Class, Token, TokenKind, is_one_of};

/// Whether the later figure comes back to all that somebody has, of which the earlier one told another number.
pub(super) fn is_of_all(first: &Telling<'_>, again: &Telling<'_>) -> bool {
    first.is(Manner::IsOwned)
        && again.is(Manner::IsOfAll)
        && is_near(first.entry.figure.value, again.entry.figure.value)
        && conflict::has_one_unit(first, again)
        && first.nouns == again.nouns
}

/// Whether two numbers are so near that they may be one, and not so small that they are near by chance.
fn is_near(one: Decimal, two: Decimal) -> bool {
    (one - two).abs() <= Decimal::from(3) && one.min(two) > Decimal::from(4)
}

/// Whether a figure says what somebody has: "his eleven symphonies".
pub(super) fn is_owned(story: &Story, telling: &Telling<'_>) -> bool {
    let owner = words_before(story, telling).last();
    owner.is_some_and(|token| token.is(Class::Possessive)) && !conflict::is_led_apart(story, telling)
}

/// Whether a figure comes back as all there is, without a word of which: "of the 12 symphonies, four".
pub(super) fn is_of_them_all(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let [.., of, the] = words_before(story, telling) else { return false };
    if !is_one_of(of.of(text), &["of"]) || !is_one_of(the.of(text), &["the", "all"]) {
        return false;
    }
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    behind.first().is_none_or(|token| token.kind != TokenKind::Word)
        && !conflict::is_led_apart(story, telling)
        && !story.is_quoted(figure.number)
}

/// The words of its sentence before a figure, and before what belongs to it.
pub(super) fn words_before<'a>(story: &'a Story, telling: &Telling<'_>) -> &'a [Token] {
    let figure = telling.entry.figure;
    story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start))
}
