//! Finds an amount that comes back before the noun it was told of, with a digit wrong: "insured for £3.4m … the £4.3m
//! reliquary", "a majority of 6,240 … the Progressives' 6,420 majority".
//!
//! Before its noun an amount says which thing is meant, and the reader must have met it. Where the story told that thing
//! another amount, one digit off or with two that changed places, one of the two is mistyped.

use rust_decimal::Decimal;

use super::conflict::{is_kin, is_led_apart, is_of_another_thing, is_unexplained};
use super::elsewhere::{KNOWN, is_of_a_year, is_of_another_place};
use super::manner::Manner;
use super::telling::{Dimension, Telling};
use super::{Relation, Story, solver};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Classes, Token, TokenKind, is_one_of};

/// How many figures back a story is taken to be remembered.
const REACH: usize = 64;

/// More such figures than this are a data dump; the bound keeps the step linear.
const MOST: usize = 24;

/// Words that say that the amount behind them is what a thing is worth.
const WORTH: &[&str] = &[
    "worth",
    "insured",
    "valued",
    "estimated",
    "priced",
    "appraised",
    "cost",
    "costs",
    "costing",
    "sold",
    "bought",
    "paid",
    "fetched",
    "raised",
    "pledged",
    "put",
];

/// What ends the words of a noun phrase.
const ENDS: Classes = Classes::of(&[
    Class::Preposition,
    Class::Auxiliary,
    Class::Be,
    Class::Have,
    Class::Do,
    Class::Modal,
    Class::Coordinator,
    Class::Relative,
    Class::Subordinator,
    Class::Determiner,
    Class::Pronoun,
    Class::Possessive,
]);

/// The amounts that contradict an earlier one of the same thing, each tied to it.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    let named = tellings.iter().enumerate().filter(|(_, again)| again.is(Manner::IsBeforeNoun));
    let named = named.filter_map(|(number, again)| Some((number, again, nouns_of(story, again)?)));
    let found = named.take(MOST).filter_map(|(number, again, nouns)| {
        let before = &tellings[number.saturating_sub(REACH)..number];
        let first = before.iter().rev().find(|first| is_meant(story, first, again, &nouns))?;
        is_unexplained(tellings, first, again).then(|| again.repeats(first, false))
    });
    found.collect()
}

/// Whether an amount that the reader knows stands before its noun.
pub(super) fn is_before_noun(story: &Story, again: &Telling<'_>) -> bool {
    nouns_of(story, again).is_some()
}

/// Whether a number has one digit or two, as most have.
fn is_short(value: Decimal) -> bool {
    value.scale() == 0 && (Decimal::ZERO..Decimal::ONE_HUNDRED).contains(&value)
}

/// The nouns that an amount which the reader knows stands before: "gilded", "reliquary".
fn nouns_of<'a>(story: &'a Story, again: &Telling<'_>) -> Option<Vec<&'a str>> {
    const NEAR: usize = 3;
    let figure = again.entry.figure;
    let is_amount = match again.dimension {
        Dimension::Money(_) => figure.kind == FigureKind::Money,
        Dimension::Count => matches!(figure.kind, FigureKind::Count | FigureKind::Index) && !is_short(figure.value),
        _ => false,
    };
    if !is_amount
        || figure.modifier != Modifier::Plain
        || figure.pair.is_some()
        || story.blocks[figure.block].role != Role::Paragraph
        || again.dimension == Dimension::Count && digits(again) < 3
        || story.is_quoted(figure.number)
        || !is_known(story, again)
        || is_led_apart(story, again)
        || is_of_a_year(story, again)
    {
        return None;
    }
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let is_hyphen = |token: &Token| matches!(token.of(text), "-" | "‑");
    let phrase = behind.iter().filter(|token| !is_hyphen(token)).take(NEAR);
    let phrase = phrase.take_while(|token| token.kind == TokenKind::Word && !token.classes.meets(ENDS));
    let words: Vec<&str> = phrase.map(|token| token.of(text)).filter(|word| 3 < word.len()).collect();
    // Many things are counted by their number; one thing has a number of its own.
    let is_one =
        |word: &&str| !word.ends_with('s') || word.ends_with("ss") || matches!(again.dimension, Dimension::Money(_));
    (words.first().is_some_and(is_one)).then_some(words)
}

/// "The £4.3m reliquary", "her 6,420 majority", "the Progressives' 6,420 majority".
fn is_known(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    before.last().is_some_and(|last| {
        let word = last.of(text);
        is_one_of(word, KNOWN)
            || word.ends_with("'s")
            || word.ends_with("’s")
            || word.ends_with("s'")
            || word.ends_with("s’")
            || matches!(word, "'" | "’")
    })
}

/// How many digits of the number say something.
fn digits(telling: &Telling<'_>) -> usize {
    let digits = telling.entry.figure.value.normalize().to_string();
    digits.trim_end_matches('0').len()
}

/// Whether the earlier amount, one slip away, is told of what the nouns name.
fn is_meant(story: &Story, first: &Telling<'_>, again: &Telling<'_>, nouns: &[&str]) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    let is_slip = first.dimension == again.dimension
        && one.sentence != two.sentence
        && one.pair.is_none()
        && one.modifier == Modifier::Plain
        && solver::is_slip(one, two)
        && !again.is_borne_out_by(first);
    is_slip
        && (is_of_noun(story, first, nouns)
            || is_for(story, first, nouns)
            || is_before(story, first, nouns)
            || is_worth(story, first, nouns))
        && !is_told_apart(story, first)
        && !is_led_apart(story, first)
        && !is_of_another_thing(story, first, again)
        && !is_of_another_place(story, first, again)
}

/// Whether a word near the figure sets it apart; "last night" and what "would" be do not.
fn is_told_apart(story: &Story, first: &Telling<'_>) -> bool {
    const LOOSE: &[&str] = &["last", "next", "first", "would", "could", "should", "may", "might"];
    const NEAR: usize = 6;
    let figure = first.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start).iter().rev().take(NEAR);
    let behind = story.tokens_behind(figure.sentence, figure.number.end).iter().take(NEAR);
    before.chain(behind).any(|token| token.is(Class::Apart) && !is_one_of(token.of(text), LOOSE))
}

/// "A majority of 6,240", "its majority was 6,240", "a majority of about 6,240".
fn is_of_noun(story: &Story, first: &Telling<'_>, nouns: &[&str]) -> bool {
    const NEAR: usize = 5;
    let figure = first.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let mut near = before.iter().rev().take(NEAR);
    let joint = near.next();
    let is_joint = joint.is_some_and(|token| {
        token.classes.has_any(&[Class::Be, Class::Preposition]) || is_one_of(token.of(text), &["of"])
    });
    let noun =
        near.find(|token| token.kind == TokenKind::Word && !token.classes.meets(ENDS) && !token.is(Class::Adverb));
    is_joint && noun.is_some_and(|noun| nouns.iter().any(|word| is_kin(noun.of(text), word)))
}

/// "£42m for a rope bridge", where "the £48m bridge" comes back.
fn is_for(story: &Story, first: &Telling<'_>, nouns: &[&str]) -> bool {
    const LONGEST: usize = 5;
    const FAR: usize = 7;
    let figure = first.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    // "Rs 12 lakh from his own fund for a new laboratory": whence it comes may stand before.
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let is_led_at = |at: usize| {
        let word = |at: usize| behind.get(at).map_or("", |token| token.of(text));
        is_one_of(word(at), &["for", "on"]) && is_one_of(word(at + 1), &["a", "an", "the", "its", "their"])
    };
    let is_from = behind.first().is_some_and(|next| is_one_of(next.of(text), &["from"]));
    let reach = if is_from { FAR } else { 1 };
    let led = (0..reach).find(|&at| is_led_at(at));
    let is_led = led.is_some();
    let phrase = behind
        .iter()
        .skip(led.map_or(0, |at| at + 2))
        .take(LONGEST)
        .take_while(|token| token.kind == TokenKind::Word && !token.classes.meets(ENDS));
    is_led && phrase.last().is_some_and(|head| nouns.iter().any(|word| is_kin(head.of(text), word)))
}

/// "An £18m market hall", where "the £16m hall" comes back.
fn is_before(story: &Story, first: &Telling<'_>, nouns: &[&str]) -> bool {
    const LONGEST: usize = 4;
    let figure = first.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let is_new =
        before.last().is_some_and(|token| is_one_of(token.of(text), &["a", "an", "its", "their", "his", "her"]));
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let phrase =
        behind.iter().take(LONGEST).take_while(|token| token.kind == TokenKind::Word && !token.classes.meets(ENDS));
    let named = || phrase.last().zip(nouns.last());
    is_new && named().is_some_and(|(noun, again)| noun.of(text).eq_ignore_ascii_case(again))
}

/// "The reliquary … is insured for £3.4m", "… It is valued at £3.4m", "paid £3.4m for the reliquary".
fn is_worth(story: &Story, first: &Telling<'_>, nouns: &[&str]) -> bool {
    const NEAR: usize = 4;
    const BEHIND: usize = 5;
    let figure = first.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let is_told = before.iter().rev().take(NEAR).any(|token| is_one_of(token.of(text), WORTH));
    if !is_told {
        return false;
    }
    let names = |tokens: &[Token]| {
        tokens.iter().any(|token| nouns.iter().any(|noun| token.of(text).eq_ignore_ascii_case(noun)))
    };
    let is_it = before.first().is_some_and(|token| is_one_of(token.of(text), &["it", "its"]));
    let earlier = figure.sentence.checked_sub(1).map(|number| story.sentences[number]);
    let told_before = earlier.filter(|earlier| is_it && earlier.block == figure.block);
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    let is_paid_for = behind.first().is_some_and(|token| is_one_of(token.of(text), &["for", "on", "towards"]));
    names(before)
        || is_paid_for && names(&behind[..behind.len().min(BEHIND)])
        || told_before.is_some_and(|earlier| names(story.tokens_in(earlier.span)))
}
