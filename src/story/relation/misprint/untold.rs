//! A number that an article tells as known, though the story never told it, where it told one that looks like it: "raised
//! €340,000 … thanked them for the €430,000", "11 new species … seven of the 12 new species".
//!
//! An article before a number says that the reader has met it. Where no figure of the story is that number and none make it
//! up, it is another one mistyped: one with two digits swapped, or the only one of the noun, a digit or two apart.

use rust_decimal::Decimal;

use super::super::came_or_went::is_accounted_for;
use super::super::counted_again::is_joined_or_left;
use super::super::elsewhere::is_of_a_year;
use super::super::owned::words_before;
use super::super::presupposed::is_of_time;
use super::super::repeat::contradiction;
use super::super::telling::{Stem, Telling, is_telling};
use super::super::{solver, thing};
use super::again::{is_of_others, is_set_apart};
use super::{Ledger, Relation, Story, digits, is_like};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::{Class, Classes, Token, TokenKind, in_small_letters, is_one_of};
use crate::story::Placed;
use crate::text::Span;

/// Fewer are told of in too many ways.
const LEAST: i64 = 5;

/// Numbers of so many need no noun in common to be known again by their digits.
const LONG: i64 = 100;

/// More figures than this are a data dump.
const MOST: usize = 160;

/// The numbers with an article that only a like one of the story accounts for, each tied to it.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>], ledger: &Ledger) -> Vec<Relation> {
    if MOST < tellings.len() {
        return Vec::new();
    }
    let again = tellings.iter().filter(|again| ledger.is_free(again.entry.claim) && is_taken_up(story, again));
    let found = again.filter(|again| !is_told(story, tellings, again)).filter_map(|again| {
        let first = first_of(story, tellings, again)?;
        Some(contradiction(first.entry, again.entry))
    });
    found.collect()
}

/// "The €430,000", "all 67 homes", "of the 28 taken to hospital".
fn is_taken_up(story: &Story, again: &Telling<'_>) -> bool {
    const POINTS: &[&str] = &["the", "those", "these", "all"];
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let is_known = || words_before(story, again).last().is_some_and(|last| is_one_of(last.of(text), POINTS));
    let next = || story.tokens_behind(figure.sentence, figure.number.end).first().map_or("", |token| token.of(text));
    matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
        && is_number(figure)
        && figure.modifier == Modifier::Plain
        && figure.value >= LEAST.into()
        && is_known()
        && !matches!(next(), "-" | "‑" | "–")
        && !is_what_parts_are_of(story, again)
        && !story.text_of(figure.number).ends_with('s')
        && !story.is_quoted(figure.number)
}

/// "The rest of the £2.1m came from gifts": a total that is told here first.
fn is_what_parts_are_of(story: &Story, again: &Telling<'_>) -> bool {
    const RESTS: &[&str] = &["rest", "remainder", "balance", "remaining", "total"];
    let text = story.text_of(story.blocks[again.entry.figure.block].span);
    words_before(story, again).iter().rev().take(4).any(|token| is_one_of(token.of(text), RESTS))
}

fn is_number(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Index)
        && figure.pair.is_none()
}

/// Whether another figure of the story is that number, or one that may be rounded to it.
fn is_told(story: &Story, tellings: &[Telling<'_>], again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let is_it = |other: &Placed<Figure>| {
        let is_side = other.pair.is_some_and(|(one, two)| one == figure.value || two == figure.value);
        other.number != figure.number && (other.value == figure.value || is_side)
    };
    let is_rounded = |other: &Telling<'_>| {
        other.entry.claim != again.entry.claim
            && other.dimension == again.dimension
            && other.entry.figure.modifier != Modifier::UpTo
            && (again.is_borne_out_by(other) || other.is_borne_out_by(again))
    };
    story.figures.iter().any(is_it) || tellings.iter().any(is_rounded)
}

fn first_of<'t, 'a>(story: &Story, tellings: &'t [Telling<'a>], again: &Telling<'_>) -> Option<&'t Telling<'a>> {
    let figure = again.entry.figure;
    let is_before = |other: &&Telling<'_>| {
        other.entry.figure.sentence < figure.sentence
            && is_number(other.entry.figure)
            && is_like(other.entry.figure, figure)
    };
    let before: Vec<&Telling<'a>> = tellings.iter().filter(is_before).collect();
    let first = before.iter().rev().find(|first| is_meant(story, &before, first, again))?;
    // Of money no two amounts have the same digits by chance, wherever the words between them lead.
    let is_amount = figure.kind == FigureKind::Money && digits::is_transposed(first.entry, again.entry);
    let is_elsewhere = if is_amount { is_led_elsewhere(story, again) } else { is_of_others(story, first, again) };
    let is_explained = is_elsewhere
        || is_made_up(&before, figure.value)
        || is_accounted_for(story, first.entry.figure, figure)
        || thing::counts_people(figure) && is_joined_or_left(story, first.entry.figure, figure);
    (!is_explained).then_some(*first)
}

/// "In Orm the €430,000 went on pipes": of the place, or the year, that its sentence begins with.
fn is_led_elsewhere(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let is_led = before.first().is_some_and(|token| token.is(Class::Preposition));
    is_led || is_of_a_year(story, again) || is_set_apart(story, figure)
}

/// Whether two numbers told before make it.
fn is_made_up(before: &[&Telling<'_>], value: Decimal) -> bool {
    let values = || before.iter().map(|telling| telling.entry.figure.value);
    values().enumerate().any(|(at, one)| {
        values().skip(at + 1).any(|other| one.checked_add(other) == Some(value) || (one - other).abs() == value)
    })
}

/// Whether the number is the first mistyped.
fn is_meant(story: &Story, before: &[&Telling<'_>], first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    let is_plain = matches!(one.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan);
    if !is_plain || one.value == two.value {
        return false;
    }
    // A sum of money needs no noun.
    if two.kind != FigureKind::Count {
        return digits::is_transposed(first.entry, again.entry) && !names_another_thing(story, first, again);
    }
    let is_known = digits::is_transposed(first.entry, again.entry) && is_known_by_digits(before, first, again);
    is_known && is_of_same_place(story, first, again)
        || (is_known || is_near(one, two) && is_only(before, first, again)) && says_no_more(story, first, again)
}

/// "The 23 who are losing their jobs at Orm Meats", where the firm will lay off 32: a number without a noun, told of the same
/// body or place.
fn is_of_same_place(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const REACH: usize = 10;
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let is_relative = behind.first().is_some_and(|token| token.is(Class::Relative));
    let is_named = |token: &Token| {
        let stem = Stem::of(thing::sense_of(&in_small_letters(token.of(text))));
        token.capital && stem.is_some_and(|stem| first.words().binary_search(&stem).is_ok())
    };
    figure.unit.is_none() && is_relative && behind.iter().take(REACH).any(is_named)
}

/// "The £4.3m roof", where a casket is insured for £3.4m: the noun right behind the sum is not of the first.
fn names_another_thing(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const ENDS: Classes =
        Classes::of(&[Class::Past, Class::Participle, Class::Third, Class::Be, Class::Have, Class::Modal]);
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let next = story.tokens_behind(figure.sentence, figure.number.end).first();
    next.filter(|token| is_telling(token) && !token.classes.meets(ENDS)).is_some_and(|token| {
        let stem = Stem::of(thing::sense_of(&in_small_letters(token.of(text))));
        stem.is_none_or(|stem| first.words().binary_search(&stem).is_err())
    })
}

/// Whether swapped digits are enough: of an amount in one unit, of one noun, or of a number so long that nothing else was
/// counted with its noun.
fn is_known_by_digits(before: &[&Telling<'_>], first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const GENERAL: &[&str] = &["person", "people", "man", "woman", "child", "worker", "passenger", "resident"];
    let (one, two) = (first.entry.figure, again.entry.figure);
    let is_counted = || before.iter().any(|other| has_one_noun(other, again));
    let is_general = |figure: &Figure| thing::head_of(figure).is_some_and(|head| GENERAL.contains(&head));
    // "The 2,400 pupils", where 4,200 teachers are: two kinds of people.
    let are_two_kinds = || {
        let is_somebody = |figure: &Figure| thing::head_of(figure).is_some_and(thing::is_somebody);
        (is_somebody(one) || is_somebody(two)) && !is_general(one) && !is_general(two)
    };
    if has_one_noun(first, again) {
        return true;
    }
    one.kind != FigureKind::Count
        || one.unit.is_none()
        || two.unit.is_none()
        || !are_two_kinds() && (counts_posts(one) && counts_posts(two) || two.value >= LONG.into() && !is_counted())
}

/// "The loss of 43 jobs … the 43 workers": as many posts as people.
fn counts_posts(figure: &Figure) -> bool {
    const POSTS: &[&str] = &["job", "post", "position", "role", "staff", "redundancy", "place", "bed", "ticket"];
    thing::counts_people(figure) || thing::head_of(figure).is_some_and(|head| POSTS.contains(&head))
}

fn has_one_noun(one: &Telling<'_>, other: &Telling<'_>) -> bool {
    let heads = thing::head_of(one.entry.figure).zip(thing::head_of(other.entry.figure));
    heads.is_some_and(|(one, other)| one == other || thing::unit_set(one) == thing::unit_set(other))
}

/// Two apart, one digit wrong, or a tenth more: of things of one noun.
fn is_near(one: &Figure, two: &Figure) -> bool {
    let (low, high) = (one.value.min(two.value), one.value.max(two.value));
    let is_small = high - low <= Decimal::TWO && high < LONG.into();
    let is_slip = || high * Decimal::from(4) <= low * Decimal::from(5) && solver::is_digit_slip(one.value, two.value);
    let is_long =
        || high * Decimal::TEN <= low * Decimal::from(11) && 3 <= digits::length(&[low]).min(digits::length(&[high]));
    is_small || is_slip() || is_long()
}

/// Whether the story has told no other number of the noun that may be meant.
fn is_only(before: &[&Telling<'_>], first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let known = first.entry.figure.value;
    let is_rival = |other: &&&Telling<'_>| {
        let figure = other.entry.figure;
        figure.value != known && has_one_noun(other, first) && is_near(figure, again.entry.figure)
    };
    let is_noun = match again.entry.figure.unit {
        Some(_) => has_one_noun(first, again),
        None => first.entry.figure.unit.is_some(),
    };
    first.entry.figure.kind == FigureKind::Count && is_noun && !before.iter().any(|other| is_rival(&other))
}

/// Whether the words behind the number say nothing of its things that the first sentence does not: "of the 28 taken to
/// hospital", where 26 people are.
fn says_no_more(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const REACH: usize = 5;
    const ENDS: Classes = Classes::of(&[Class::Be, Class::Have, Class::Modal, Class::Coordinator, Class::Auxiliary]);
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let end = figure.unit.as_ref().map_or(figure.number.end, |unit| unit.span.end).max(figure.number.end);
    let inside = story.tokens_in(Span::new(figure.number.end, end));
    let behind = story.tokens_behind(figure.sentence, end);
    let phrase = behind.iter().take(REACH).take_while(|token| token.kind == TokenKind::Word);
    let phrase: Vec<&Token> = phrase.take_while(|token| !token.classes.meets(ENDS)).collect();
    let is_said = |token: &&Token| {
        let stem = Stem::of(thing::sense_of(&in_small_letters(token.of(text))));
        stem.is_some_and(|stem| first.words().binary_search(&stem).is_ok())
    };
    let is_new = |token: &&Token| is_telling(token) && !is_said(token);
    // "The 14 killed in both blasts": of more than the first tells.
    let several = &["both", "either", "each", "two", "three", "also"];
    if phrase.iter().any(|token| is_one_of(token.of(text), several)) {
        return false;
    }
    // "The 67 Brae homes" may be others than the 61.
    if inside.iter().any(|token| token.capital && is_new(&token)) {
        return false;
    }
    let restricts = phrase.first().is_some_and(|token| {
        token.is(Class::Preposition)
            || token.is(Class::Relative)
            || token.is(Class::Pronoun)
            || token.is(Class::Participle)
            || is_one_of(token.of(text), &["who", "that", "which", "whose", "where", "of", "in", "on", "at"])
    });
    let is_done = |token: &&&Token| token.is(Class::Participle);
    let told = phrase.iter().filter(|token| is_said(token)).count();
    let new = phrase.iter().filter(|token| is_new(token) && !is_done(token)).count();
    // "All 67 homes by Friday": when something is done with them.
    let is_when = restricts && phrase.iter().skip(1).any(|token| is_of_time(text)(token));
    if figure.unit.is_none() { 0 < told && new == 0 } else { !restricts || is_when || 0 < told && new == 0 }
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Repeat);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn a_number_with_an_article_is_one_that_was_told() {
        for (text, wrong_number, right) in [
            (
                "The rowing club has raised €340,000 for a boathouse, Ivo Brand said.\n\nBrand thanked donors in Orm for the # and said work would begin in May.",
                "€430,000",
                "€340,000",
            ),
            (
                "Owners kept 350 barges off the canal on Monday.\n\nBy noon the locks were still. Ivo Brand said the # vessels would not sail again this week.",
                "530",
                "350",
            ),
            (
                "Vets have named 11 new species of newt from one lake.\n\nEach one has a crest. Seven of the # new species live in reeds, Ivo Brand said.",
                "12",
                "11",
            ),
            (
                "Ambulances took 26 guests to hospital from a feast in Orm.\n\nAll but one of the # taken to hospital are home, Ivo Brand said.",
                "28",
                "26",
            ),
            (
                "The water took 61 homes in Orm.\n\nIvo Brand will see all # flooded homes by the end of next week.",
                "67",
                "61",
            ),
        ] {
            let found = wrong(&text.replace('#', wrong_number));
            assert!(matches!(&found[..], [line] if line.starts_with(wrong_number)), "{text}: {found:?}");
            assert_eq!(wrong(&text.replace('#', right)), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn numbers_of_others_and_those_that_are_made_up_are_left_alone() {
        for text in [
            "The club has raised €340,000 for a boathouse, Ivo Brand said.\n\nIn Orm the €430,000 went on pipes.",
            "Holm gave €90,000 and Orr €340,000, Ivo Brand said.\n\nAda Ek thanked donors for the €430,000.",
            "The water took 61 homes in Orm.\n\nThe 67 homes in Brae were spared, Ivo Brand said.",
            "The water took 61 homes in Orm. Six more fell later.\n\nThe 67 homes were old, Ivo Brand said.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
    }
}
