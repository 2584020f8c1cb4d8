//! Finds one thing that a story counts twice with different numbers.
//!
//! A reporter who writes "the 47 job losses" comes back to a number that the reader knows. Where the story has
//! another number for those jobs and none that fits, one of the two is wrong. A figure that does not come back
//! in this way contradicts another only when the same words tell it of the same event and it looks mistyped.

use rustc_hash::FxHashMap;

use super::counted_again::is_then_and_now;
use super::dead_again::has_died_since;
use super::elsewhere::{is_of_a_year, is_of_another_place};
use super::manner::Manner;
use super::telling::{self, Dimension, Stem, Telling};
use super::{Relation, Story, owned, solver, thing};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, MONTH_NAMES, Token, TokenKind, WordList, in_small_letters, is_one_of};

/// How many figures back a story is taken to be remembered.
const REACH: usize = 64;

/// More doubtful figures than this are a data dump; the bound keeps the step linear.
const MOST: usize = 24;

/// Words around a figure that may set it apart from another.
const NEAR: usize = 6;

/// The figures that contradict an earlier one, each tied to it.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    let firsts = || tellings.iter().enumerate().filter(|(_, first)| first.is(Manner::MayBeContradicted));
    let all: Vec<(usize, &Telling<'_>)> = firsts().collect();
    // What does not come back contradicts only what the same nouns have told of an event.
    let mut by_nouns: FxHashMap<&[Stem], Vec<(usize, &Telling<'_>)>> = FxHashMap::default();
    for (number, first) in firsts().filter(|(_, first)| first.event.is_some()) {
        by_nouns.entry(&first.nouns).or_default().push((number, first));
    }
    let doubtful = tellings.iter().enumerate().filter(|(_, again)| again.is(Manner::MayContradict));
    let pairs = doubtful.filter_map(|(number, again)| {
        let firsts = if again.is(Manner::ComesBack) { &all } else { by_nouns.get(&*again.nouns)? };
        let behind = |reached: usize| firsts.partition_point(|&(first, _)| first < reached);
        let before = firsts[behind(number.saturating_sub(REACH))..behind(number)].iter().map(|&(_, first)| first);
        let first = before.rev().filter(|first| may_be_meant(story, first, again) && is_meant(story, first, again));
        Some((first.max_by_key(|first| first.shared(again))?, again))
    });
    let has_died =
        |first: &Telling<'_>, again: &Telling<'_>| has_died_since(story, first.entry.figure, again.entry.figure);
    let found = pairs
        .take(MOST)
        .filter(|(first, again)| is_unexplained(tellings, first, again))
        .filter(|(first, again)| !counts_dead(again) || !has_died(first, again));
    found.chain(risen(story, tellings)).map(|(first, again)| again.repeats(first, false)).collect()
}

/// "Killed at least 87 people", and further down "the 97 people killed": what may be more is no other number.
fn risen<'t, 'a>(story: &Story, tellings: &'t [Telling<'a>]) -> Option<(&'t Telling<'a>, &'t Telling<'a>)> {
    let is_least = |telling: &&Telling<'_>| telling.entry.figure.modifier == Modifier::AtLeast && counts_dead(telling);
    let first = tellings.iter().find(is_least)?;
    let is_again = |again: &&Telling<'_>| {
        let figure = again.entry.figure;
        first.entry.figure.sentence < figure.sentence
            && figure.modifier == Modifier::Plain
            && figure.value > rust_decimal::Decimal::TEN
            && (counts_dead(again) || are_said_dead(story, again))
            && !has_year(story, figure.sentence)
            && again.is(Manner::ComesBack)
            && solver::is_slip(first.entry.figure, figure)
            && !is_led_apart(story, again)
            && !is_of_another_thing(story, first, again)
            && is_one_place(story, first, again)
            && !story.is_quoted(figure.number)
    };
    let again = tellings.iter().find(is_again)?;
    let value = again.entry.figure.value;
    (tellings.iter().filter(|other| other.entry.figure.value == value).count() == 1).then_some((first, again))
}

/// "Held for the 97 people killed": whatever else the sentence tells, those behind the number died.
fn are_said_dead(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let dies = |token: &Token| thing::event_of(&in_small_letters(token.of(text))) == Some("death");
    thing::counts_people(&figure.mention) && behind.iter().take(3).any(dies)
}

/// Whether a sentence speaks of a year of its own.
fn has_year(story: &Story, sentence: usize) -> bool {
    super::life::in_sentence(&story.dates, sentence).iter().any(|date| date.year.is_some())
}

/// Large numbers that come back with two neighbouring digits swapped: "attendance was 21,340", "the 23,140 in the ground".
pub(super) fn swapped(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    let large: Vec<&Telling<'_>> = tellings.iter().filter(|telling| telling.is(Manner::IsLong)).take(REACH).collect();
    let is_once = |telling: &Telling<'_>| {
        large.iter().filter(|other| other.entry.figure.value == telling.entry.figure.value).count() == 1
    };
    let found = large.iter().enumerate().filter_map(|(number, again)| {
        let is_caption = story.blocks[again.entry.figure.block].role == Role::Caption;
        let others = if is_caption { &large[..] } else { &large[..number] };
        let is_plain = again.entry.figure.modifier == Modifier::Plain;
        let is_said = is_caption || again.is(Manner::IsReferredTo) && is_plain;
        // "Stripped 450 hectares of vines … put the area of vines stripped at 540 hectares"
        let is_retold = is_plain && matches!(again.entry.figure.kind, FigureKind::Measure | FigureKind::Money);
        if !is_said && !is_retold || again.is(Manner::IsAnother) {
            return None;
        }
        let is_other = |other: &&&Telling<'_>| {
            let is_elsewhere = other.entry.figure.sentence != again.entry.figure.sentence;
            if other.dimension != again.dimension
                || !is_elsewhere
                || !solver::is_transposed(other.entry.figure, again.entry.figure)
            {
                return false;
            }
            if !is_said
                && (again.shared(other) < 3 || !has_one_unit(again, other) || !is_one_voice(story, other, again))
            {
                return false;
            }
            let are_people = [again, other].iter().all(|it| thing::counts_people(&it.entry.figure.mention));
            let is_count = again.dimension == Dimension::Count;
            let is_long = is_count && again.entry.figure.value >= LARGE.into();
            if is_count && !is_long && !stands_bare(story, other, again) && !names_what_is_known(story, other, again) {
                return false;
            }
            let is_like = match again.dimension {
                Dimension::Count => {
                    is_long && (is_elided(again) || is_elided(other))
                        || are_people
                        || has_one_unit(again, other)
                        || again.shares_noun(other)
                        || is_long && 0 < again.shared(other)
                }
                _ if 0 < again.shared(other) => digits(again) >= 3 || again.shares_noun(other),
                _ => digits(again) >= 4,
            };
            is_like && !other.is(Manner::IsAnother)
        };
        let first = others.iter().find(is_other)?;
        if !is_once(again)
            || names_another_place(story, first, again)
            || names_another_month(story, first, again)
            || is_of_another_thing(story, first, again)
            || !is_caption && is_of_another_place(story, first, again)
            || !is_caption && is_of_a_year(story, again)
        {
            return None;
        }
        Some(again.repeats(first, false))
    });
    found.collect()
}

/// Numbers of so many digits need no noun to be known again.
const LARGE: i64 = 1_000;

pub(super) fn has_one_unit(one: &Telling<'_>, other: &Telling<'_>) -> bool {
    let units = one.entry.figure.unit.as_ref().zip(other.entry.figure.unit.as_ref());
    units.is_some_and(|(one, other)| thing::unit_set(&one.head) == thing::unit_set(&other.head))
}

/// Whether a number is so large that two of its digits may have changed places.
pub(super) fn is_long(telling: &Telling<'_>) -> bool {
    const LEAST: i64 = 20;
    let figure = telling.entry.figure;
    let is_count = telling.dimension == Dimension::Count && figure.kind == FigureKind::Count;
    let is_amount = matches!(figure.kind, FigureKind::Money | FigureKind::Measure);
    (is_count || is_amount) && figure.value >= LEAST.into()
}

/// How many digits of the number say something: three in "$71.5 million", four in "34,210 litres".
fn digits(telling: &Telling<'_>) -> usize {
    let digits = telling.entry.figure.value.normalize().to_string();
    digits.trim_end_matches('0').trim_start_matches(['0', '.']).len()
}

/// Whether the words before the number say that the reader knows it, as it is or as somebody's: "its 412 homes", "that £48,500".
pub(super) fn is_referred_to(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let is_its = before.last().is_some_and(|word| is_one_of(word.of(text), &["that", "this", "its", "their", "both"]));
    // "Its output of 1,240 cars a week"
    let is_of_its = before.len() >= 3
        && before.last().is_some_and(|word| is_one_of(word.of(text), &["of"]))
        && is_one_of(before[before.len() - 3].of(text), &["its", "their", "the"]);
    is_its || is_of_its || comes_back(story, again)
}

/// "The 3,218 homes in Stoke": of a place that the first sentence does not name.
pub(super) fn names_another_place(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let first_text = story.text_of(story.sentences[first.entry.figure.sentence].span);
    let names = names_behind(story, again);
    !names.is_empty() && !names.iter().any(|name| first_text.contains(name))
}

/// "The 1,430 passengers of the second ferry": of another of the things that the first sentence counts on.
pub(super) fn is_of_another_thing(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const OTHERS: &[&str] = &[
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "other",
        "another",
        "sister",
        "neighbouring",
        "neighboring",
        "nearby",
        "rival",
        "smaller",
        "larger",
        "separate",
    ];
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let is_joined = |token: &&Token| token.kind == TokenKind::Word || matches!(token.of(text), "-" | "‑");
    let near: Vec<&str> = behind.iter().take(NEAR).take_while(is_joined).map(|token| token.of(text)).collect();
    let first_text = story.text_of(story.sentences[first.entry.figure.sentence].span);
    // "The 26-storey Orm tower": a name before the noun says which.
    let is_name = |word: &&&str| word.starts_with(char::is_uppercase) && !first_text.contains(**word);
    if is_joined_name(&near) && near.iter().take(3).any(|word| is_name(&word)) {
        return true;
    }
    let mut others = near.iter().filter(|word| is_one_of(word, OTHERS)).peekable();
    others.peek().is_some()
        && !others.any(|word| first_text.split_whitespace().any(|other| other.eq_ignore_ascii_case(word)))
}

/// Whether the words behind a number are one compound: "-storey Orm tower".
fn is_joined_name(behind: &[&str]) -> bool {
    behind.first().is_some_and(|mark| matches!(*mark, "-" | "‑"))
}

/// Whether a word right before the number sets it apart: "another 12-minute film", "the first 12 dead".
pub(super) fn is_led_apart(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let mut near = before.iter().rev().take(3).filter(|token| token.is(Class::Apart));
    near.any(|token| !is_one_of(token.of(text), &["some", "each", "every", "last", "at", "least"]))
}

/// Whether a word before the number, or right behind it, has it be another: "another 412", "412 more".
pub(super) fn is_another(story: &Story, telling: &Telling<'_>) -> bool {
    const OTHERS: WordList = WordList::of(&[
        "another",
        "other",
        "others",
        "additional",
        "further",
        "extra",
        "more",
        "remaining",
        "rest",
        "previous",
        "previously",
        "earlier",
        "original",
        "originally",
        "initial",
        "initially",
        "revised",
        "updated",
        "last",
        "next",
        "former",
        "average",
        "similar",
        "different",
        "separate",
        "if",
        "target",
        "until",
        "fewer",
        "compared",
        "against",
        "than",
        "from",
    ]);
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let mut near = before.iter().rev().take(4).chain(behind.iter().take(2));
    near.any(|token| OTHERS.has(token, text))
}

/// "The 560 people at the mill": what the words behind restrict it to is what the first sentence speaks of.
fn names_what_is_known(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    let stems = behind.iter().take(NEAR).filter(|token| telling::is_telling(token));
    let mut stems = stems.filter_map(|token| Stem::of(thing::sense_of(&in_small_letters(token.of(text)))));
    again.is(Manner::IsReferredTo) && stems.next().is_some_and(|stem| first.words().binary_search(&stem).is_ok())
}

fn is_elided(telling: &Telling<'_>) -> bool {
    telling.entry.figure.unit.is_none()
}

/// Whether a figure of the text counts or costs something, so that it may contradict another.
pub(super) fn may_contradict(story: &Story, telling: &Telling<'_>) -> bool {
    is_prose(story, telling) && is_countable(telling)
}

/// Whether it may be contradicted by such a figure.
pub(super) fn may_be_contradicted(story: &Story, telling: &Telling<'_>) -> bool {
    is_prose(story, telling) && (is_countable(telling) || is_bare_sum(telling))
}

fn is_prose(story: &Story, telling: &Telling<'_>) -> bool {
    story.blocks[telling.entry.figure.block].role == Role::Paragraph
}

/// Whether a figure counts or costs something in so many words; a lone "two" is a word more than a figure.
fn is_countable(telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    // "Among the 14 killed"
    let has_noun =
        figure.unit.is_some() && !telling.nouns.is_empty() || is_elided(telling) && telling.event == Some("death");
    let is_plain = matches!(figure.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan);
    let is_counted = telling.dimension == Dimension::Count && figure.kind == FigureKind::Count;
    let is_many = figure.value > rust_decimal::Decimal::from(4);
    has_noun && is_plain && is_many && (is_counted || matches!(telling.dimension, Dimension::Money(_)))
}

/// A sum without a noun behind it: "the loan, worth £2.3m".
fn is_bare_sum(telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    matches!(telling.dimension, Dimension::Money(_)) && telling.nouns.is_empty() && figure.modifier == Modifier::Plain
}

/// Whether it is worth looking closer, which it hardly ever is.
fn may_be_meant(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    first.entry.figure.sentence != again.entry.figure.sentence
        && first.dimension == again.dimension
        && (is_told_alike(story, first, again) || owned::is_of_all(first, again))
        && !first.is_borne_out_by(again)
        && !again.is_borne_out_by(first)
}

/// Whether two figures are told so much alike that they may be of one thing, and the numbers are so, too.
fn is_told_alike(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    let is_slip = || solver::is_slip(one, two);
    let is_one_event = || first.event.is_some() && thing::is_one_event(first.event, again.event);
    if !again.is(Manner::ComesBack) {
        return is_one_event() && is_slip() && 4 <= first.shared(again);
    }
    let is_near = || {
        let twice = one.value.min(two.value).checked_mul(rust_decimal::Decimal::TWO);
        twice.is_none_or(|twice| one.value.max(two.value) <= twice)
    };
    if matches!(first.dimension, Dimension::Money(_)) {
        return is_slip() || is_near() && 1 < first.shared(again);
    }
    // The figure that comes back need not say again what happened.
    let is_open = || first.event.is_none() || again.event.is_none();
    let has_words = || 0 < first.shared(again);
    (is_open() || is_one_event()) && is_slip() && has_words() && stands_bare(story, first, again)
        || is_one_event() && is_near() && (has_words() || is_toll(first, again))
}

/// Whether both figures count people who died.
fn is_toll(first: &Telling<'_>, again: &Telling<'_>) -> bool {
    counts_dead(first) && counts_dead(again)
}

/// Whether the later of two figures that are told alike speaks of what the earlier one counts, though with another number.
fn is_meant(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    let is_one_thing = if first.dimension == Dimension::Count {
        first.counts_like(again) || first.shares_noun(again) || is_toll(first, again)
    } else {
        first.nouns.first() == again.nouns.first()
            || is_worth(story, first, again)
            || is_sum_of(story, first, again)
            || first.shares_noun(again) && solver::is_scale_slip(one, two)
    };
    if !is_one_thing || owned::is_of_all(first, again) {
        return is_one_thing;
    }
    let is_slip = || solver::is_slip(one, two);
    (is_apart_alike(story, first, again) || !is_set_apart(story, first) && !is_recalled_apart(story, again))
        && is_one_place(story, first, again)
        && is_one_day(story, first, again)
        && !is_then_and_now(story, first, again)
        && !names_another_month(story, first, again)
        && !is_of_another_thing(story, first, again)
        && (is_one_voice(story, first, again) || is_slip() && stands_bare(story, first, again))
}

/// "The loan, worth £2.3m", where "the £2.8m loan" comes back.
fn is_worth(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let figure = first.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let start = figure.span.start.min(figure.number.start);
    let mut before = story.tokens_before(figure.sentence, start).iter().rev();
    let is_worth = before.next().is_some_and(|word| word.of(text).eq_ignore_ascii_case("worth"));
    let thing = before.find(|token| token.kind == TokenKind::Word).and_then(|token| Stem::of(token.of(text)));
    is_worth && thing.is_some() && thing == again.nouns.first().copied()
}

/// "Fined £2.3m", "a charge of $85 million", "write down the mine by $3.4 billion": the word before the sum,
/// where "the £3.2m fine", "the $850 million charge", "the $3.4 million writedown" comes back.
pub(super) fn is_sum_of(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const REACH: usize = 9;
    let (one, two) = (first.entry.figure, again.entry.figure);
    let (text, again_text) = (story.text_of(story.blocks[one.block].span), story.text_of(story.blocks[two.block].span));
    let behind = story.tokens_behind(two.sentence, two.number.end);
    let noun = behind.iter().take(2).filter(|token| token.kind == TokenKind::Word && !token.is(Class::Preposition));
    let Some(noun) = noun.map(|token| token.of(again_text)).find(|word| !is_one_of(word, SCALES)) else { return false };
    let before = story.tokens_before(one.sentence, one.span.start.min(one.number.start));
    let near = before.iter().rev().take_while(|token| token.kind == TokenKind::Word).take(REACH);
    near.filter(|token| !token.classes.has_any(&[Class::Preposition, Class::Determiner, Class::FunctionWord]))
        .any(|token| is_kin(token.of(text), noun))
}

/// Words that belong to a number.
const SCALES: &[&str] =
    &["million", "billion", "trillion", "thousand", "mln", "bln", "bn", "m", "pct", "percent", "per", "cent"];

/// Whether two words are forms of one: "fined" and "fine", "forecasts" and "forecast", "growing" and "growth".
pub(super) fn is_kin(one: &str, other: &str) -> bool {
    const LEAST: usize = 4;
    let (one, other) = (in_small_letters(one), in_small_letters(other));
    let common = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let shorter = one.len().min(other.len());
    let stem = thing::sense_of(&one) == thing::sense_of(&other);
    stem || LEAST <= common && shorter <= common + 3
}

/// "The 28 beds are for …", "40 of the 86 homes have been …": known to the reader without a word of which or where.
fn stands_bare(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let is_said = |token: &Token, words: &[&str]| is_one_of(token.of(text), words);
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    let is_restricted = behind.first().is_some_and(|token| {
        token.is(Class::Preposition)
            || token.is(Class::Relative)
            || is_said(token, &["on", "in", "at", "of", "who", "that"])
    });
    // "All 240 pupils who sat in the school hall": told apart by nothing but what the first says, too.
    let is_restricted_alike = || {
        let words = behind.iter().take(NEAR + 2).filter(|token| telling::is_telling(token));
        let stems: Vec<Stem> =
            words.filter_map(|token| Stem::of(thing::sense_of(&in_small_letters(token.of(text))))).collect();
        let is_who = behind.first().is_some_and(|token| is_said(token, &["who", "that", "which"]));
        is_who && 2 <= stems.iter().filter(|stem| first.words().binary_search(stem).is_ok()).count()
    };
    // "The 381 homes lost in Ardle"
    let is_lost_there = behind.first().is_some_and(|token| token.is(Class::Participle) || token.is(Class::Past))
        && behind.get(1).is_some_and(|token| token.is(Class::Preposition));
    // "In Troon the 68 homes were spared": of another place.
    let first_text = story.text_of(story.sentences[first.entry.figure.sentence].span);
    let is_new_place = before.windows(2).any(|pair| {
        let name = pair[1].of(text);
        is_said(&pair[0], &["in", "at", "from", "near"])
            && name.starts_with(char::is_uppercase)
            && !first_text.contains(name)
    });
    again.is(Manner::ComesBack)
        && (!is_restricted || is_restricted_alike() || names_what_is_known(story, first, again))
        && !is_lost_there
        && !is_new_place
        && !story.is_quoted(figure.number)
}

/// Whether a figure counts people who died: "killed 12 people", "the 14 dead".
fn counts_dead(telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let is_person = figure.unit.as_ref().is_some_and(|unit| thing::is_person(&unit.head));
    thing::event_of_unit(figure) == Some("death") || (is_person || is_elided(telling)) && telling.event == Some("death")
}

/// Whether the words before the number say that the reader knows it: "the 47 job losses", "all 47 jobs".
pub(super) fn comes_back(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let text = story.text_of(story.blocks[figure.block].span);
    before.last().is_some_and(|word| is_one_of(word.of(text), &["the", "those", "these", "all"]))
}

/// Whether a word near the figure sets it apart: "another 12 homes", "the previous 12".
pub(super) fn is_set_apart(story: &Story, telling: &Telling<'_>) -> bool {
    story.has_near(telling.entry.figure.number, NEAR, Class::Apart)
}

/// "14 extra officers", "the 24 extra officers": what sets both apart sets neither apart from the other.
fn is_apart_alike(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let [one, other] = [first, again].map(|telling| {
        let figure = telling.entry.figure;
        let text = story.text_of(story.blocks[figure.block].span);
        let behind = story.tokens_behind(figure.sentence, figure.number.end).first();
        behind.filter(|token| token.is(Class::Apart)).map(|token| token.of(text))
    });
    one.is_some() && one == other
}

/// Whether a word near a figure that comes back sets it apart.
///
/// What is said of those that the reader knows does not make others of them ("the 160 job losses would hit the town",
/// "the 160 were among the best"), nor does taking some out ("the first of the 230 drivers").
pub(super) fn is_recalled_apart(story: &Story, again: &Telling<'_>) -> bool {
    /// Words that set others apart only where they belong to the number.
    const LOOSE: &[&str] = &[
        "among", "could", "first", "fourth", "may", "might", "second", "should", "some", "third", "would", "so", "far",
    ];
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let is_loose = |token: &Token| again.is(Manner::ComesBack) && is_one_of(token.of(text), LOOSE);
    let acts = |token: &Token| token.classes.has_any(&[Class::Be, Class::Have, Class::Modal, Class::Third]);
    let verb = behind.iter().take(NEAR).position(acts).unwrap_or(NEAR);
    let mut near_behind = behind.iter().take(NEAR).enumerate();
    before.iter().rev().take(NEAR).any(|token| token.is(Class::Apart) && !is_loose(token))
        || near_behind.any(|(at, token)| token.is(Class::Apart) && !(verb <= at && is_loose(token)))
}

/// Whether no other name stands behind the one than behind the other: "12 homes in Ayr", "14 homes in Troon".
pub(super) fn is_one_place(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, two) = (names_behind(story, first), names_behind(story, again));
    one.is_empty() || two.is_empty() || one.iter().any(|name| two.contains(name))
}

/// Whether a clause behind the later figure does not name another day: "lost gas on Monday", "the 90 who lost gas on Friday".
pub(super) fn is_one_day(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    if !behind.iter().take(2).any(|token| token.is(Class::Relative)) {
        return true;
    }
    let (one, two) = (days_behind(story, first), days_behind(story, again));
    one.is_empty() || two.is_empty() || one.iter().any(|day| two.contains(day))
}

/// "The 42,100 visitors in July": of another month than the first sentence.
pub(super) fn names_another_month(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let first_text = story.text_of(story.sentences[first.entry.figure.sentence].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let mut months = behind.iter().take(NEAR).map(|token| token.of(text)).filter(|word| MONTH_NAMES.contains(word));
    months.any(|month| !first_text.contains(month) && MONTH_NAMES.iter().any(|known| first_text.contains(known)))
}

fn days_behind<'a>(story: &'a Story, telling: &Telling<'_>) -> Vec<&'a str> {
    const REACH: usize = 10;
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let near = behind.iter().take(REACH).take_while(|token| token.kind == TokenKind::Word);
    let days = near.filter(|token| token.is(Class::Time)).map(|token| token.of(text));
    days.filter(|day| day.ends_with("day") && day.starts_with(char::is_uppercase)).collect()
}

fn names_behind<'a>(story: &'a Story, telling: &Telling<'_>) -> Vec<&'a str> {
    const REACH: usize = 8;
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    // "41 passengers, Inspector Holm said": behind a comma it is no place of theirs.
    let phrase = behind.iter().take(REACH).take_while(|token| token.of(text) != ",");
    let words = phrase.filter(|token| token.kind == TokenKind::Word && !token.is(Class::Time));
    words.map(|token| token.of(text)).filter(|word| word.starts_with(char::is_uppercase)).collect()
}

/// Whether the two come from one source as far as the story says: two people may well disagree.
pub(super) fn is_one_voice(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let source = |telling: &Telling<'_>| story.claims[telling.entry.claim.0].attribution.source;
    source(first).zip(source(again)).is_none_or(|(one, two)| one == two)
}

/// Whether no other figure of the story bears the later one out, by itself or, in its own paragraph, with the earlier.
pub(super) fn is_unexplained(tellings: &[Telling<'_>], first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    // "Tell the 27 of us" makes the same slip once more.
    let is_echo = |other: &Telling<'_>| {
        first.entry.figure.number < other.entry.figure.number
            && other.entry.figure.value == figure.value
            && other.is(Manner::ComesBack)
    };
    // "At least 87" bears out every larger number, and says nothing of 210.
    let is_far_below = |other: &Telling<'_>| {
        let most = other.entry.figure.value.checked_mul(rust_decimal::Decimal::TWO);
        other.entry.figure.modifier == Modifier::AtLeast && most.is_some_and(|most| most < figure.value)
    };
    let is_rival = |other: &&Telling<'_>| {
        other.dimension == again.dimension
            && other.entry.figure.sentence != figure.sentence
            && !is_echo(other)
            && !is_far_below(other)
    };
    tellings.iter().filter(is_rival).all(|other| {
        let gives = |wanted| solver::gives(figure, wanted, first.entry.figure, other.entry.figure);
        let is_added = other.entry.figure.block == figure.block && again.rounded.is_some_and(gives);
        // "Twenty-four delegates" bear out no 24 contracts.
        let is_of_others = again.is(Manner::ComesBack)
            && figure.unit.is_some()
            && figure.value < rust_decimal::Decimal::ONE_HUNDRED
            && !again.counts_like(other)
            && !again.shares_noun(other);
        !is_added && (is_of_others || !again.is_borne_out_by(other))
    })
}
