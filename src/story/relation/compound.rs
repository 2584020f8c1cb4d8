//! Finds a measure that comes back before its noun with another number: "a pipeline 340 km long … the 430-km pipeline",
//! "jailed for eight years … the nine-year sentence", "a dividend of 14 cents … the 16-cent dividend".
//!
//! Number, unit and noun in one word with a hyphen name a thing by its size: the reader must have met it. Where the
//! story gives that thing only another size in the same unit, one of the two is wrong.

use rust_decimal::Decimal;

use super::conflict::{is_kin, is_led_apart, is_of_another_thing, is_one_place};
use super::manner::Manner;
use super::telling::{Dimension, Telling};
use super::{Relation, Story, solver, thing};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, TokenKind, in_small_letters, is_one_of};

/// How many figures back a story is taken to be remembered.
const REACH: usize = 64;

/// More such words than this are a data dump; the bound keeps the step linear.
const MOST: usize = 24;

/// How far from a figure its noun may stand.
const NEAR: usize = 9;

/// Adjectives that end the compound rather than name the thing, and nouns that say nothing.
const EMPTY: &[&str] = &[
    "old", "long", "high", "wide", "deep", "tall", "thick", "period", "mark", "stretch", "span", "time", "walk",
    "drive", "flight", "trip", "wait", "strong", "a", "the", "and", "or", "more", "plus", "new", "total",
];

/// The compounds that contradict an earlier figure of the same thing, each tied to it.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    let named = tellings.iter().enumerate().filter(|(_, again)| again.is(Manner::IsCompound));
    let named = named.filter_map(|(number, again)| Some((number, again, noun_of(story, again)?)));
    let found = named.take(MOST).filter_map(|(number, again, noun)| {
        let is_caption = story.blocks[again.entry.figure.block].role == Role::Caption;
        if !is_caption && !is_known(story, again) || is_led_apart(story, again) {
            return None;
        }
        let before = &tellings[number.saturating_sub(REACH)..number];
        let others = if is_caption { &tellings[..tellings.len().min(REACH)] } else { before };
        let is_like = |other: &&Telling<'_>| unit_of(other).is_some() && unit_of(other) == unit_of(again);
        let mut alike = others.iter().filter(is_like).filter(|other| other.entry.claim != again.entry.claim);
        // One that bears it out is the one that is meant.
        if alike.clone().any(|other| other.entry.figure.value == again.entry.figure.value) {
            return None;
        }
        let first = alike.find(|first| is_meant(story, first, again, &noun))?;
        Some(again.repeats(first, false))
    });
    found.collect()
}

/// Whether the figure is one word with its unit and stands before a noun.
pub(super) fn is_compound(story: &Story, again: &Telling<'_>) -> bool {
    noun_of(story, again).is_some()
}

/// What both are measured in: a unit, or a currency.
fn unit_of<'a>(telling: &'a Telling<'_>) -> Option<(FigureKind, &'a str)> {
    let figure = telling.entry.figure;
    let unit = figure.unit.as_ref()?.head.as_str();
    matches!(telling.dimension, Dimension::Measure(_) | Dimension::Money(_)).then_some((figure.kind, unit))
}

/// The noun that a figure with a hyphen stands before: "sentence" of "nine-year sentence".
fn noun_of(story: &Story, again: &Telling<'_>) -> Option<String> {
    let figure = again.entry.figure;
    unit_of(again)?;
    let text = story.text_of(story.blocks[figure.block].span);
    let tokens = story.tokens_behind(figure.sentence, figure.number.end);
    let is_hyphen = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.of(text), "-" | "‑"));
    let is_word = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    if !is_hyphen(0) || !is_word(1) || figure.modifier != Modifier::Plain || story.is_quoted(figure.number) {
        return None;
    }
    // "A 12-mile-long bridge"
    let behind = if is_hyphen(2) { 4 } else { 2 };
    let noun = tokens.get(behind).filter(|token| token.kind == TokenKind::Word)?;
    let is_full = !noun.classes.has_any(&[Class::Preposition, Class::Be, Class::Have, Class::Coordinator]);
    let noun = in_small_letters(noun.of(text)).into_owned();
    // "The ten-minute standing ovation": what stands behind an adjective is told by no more than itself.
    (is_full && 3 < noun.len()).then_some(noun)
}

/// Whether the words before the number say that the reader knows it.
fn is_known(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let last = before.iter().rev().find(|token| token.kind == TokenKind::Word);
    last.is_some_and(|word| is_one_of(word.of(text), &["the", "that", "this", "its", "his", "her", "their"]))
}

/// Whether the earlier figure measures the thing that the noun names.
fn is_meant(story: &Story, first: &Telling<'_>, again: &Telling<'_>, noun: &str) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    let most = one.value.min(two.value).checked_mul(Decimal::from(4));
    let is_near = most.is_none_or(|most| one.value.max(two.value) <= most);
    let is_plain = one.pair.is_none()
        && matches!(one.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan);
    if one.sentence == two.sentence || !is_near || !is_plain || again.is_borne_out_by(first) {
        return false;
    }
    // "Cycled 3,200 miles … his 2,300-mile trip": a noun that names nothing, and digits that changed places.
    if is_one_of(noun, EMPTY) {
        return two.value >= Decimal::ONE_HUNDRED && solver::is_transposed(one, two) && !is_led_apart(story, first);
    }
    let text = story.text_of(story.blocks[one.block].span);
    let before = story.tokens_before(one.sentence, one.number.start);
    let behind = story.tokens_behind(one.sentence, one.number.end);
    let near = before.iter().rev().take(NEAR).chain(behind.iter().take(NEAR));
    let mut words = near.filter(|token| token.kind == TokenKind::Word).map(|token| token.of(text));
    let is_named =
        words.any(|word| is_kin(word, noun) || thing::sense_of(&in_small_letters(word)) == thing::sense_of(noun));
    is_named
        && !is_led_apart(story, first)
        && !is_of_another_thing(story, first, again)
        && is_one_place(story, first, again)
}
