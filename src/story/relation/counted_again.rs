//! Finds what a story counts again, with a number of no other kinship to the first than that both count the same
//! things: "the chain will shut 38 shops … the closure of the 35 shops", "14 tow companies … the city's 17 tow companies".
//!
//! A count that comes back with an article, an owner or what was done to them speaks of things that the reader has met.
//! Where the story counts such things but once, a clause behind the noun says of no others, and nothing else gives the
//! later number, one of the two is wrong. Things of another year, place or kind may be of any number.

use rust_decimal::Decimal;

use super::bare_amount::{is_bare_measure, is_bare_sum};
use super::came_or_went::is_of_a_time;
use super::conflict::{is_kin, is_led_apart, is_of_another_thing, is_one_place, names_another_month};
use super::elsewhere::is_of_another_place;
use super::manner::Manner;
use super::owned::words_before;
use super::telling::{Dimension, Stem, Telling, is_telling};
use super::{Relation, Story, life, solver, thing};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::{Class, Classes, Lexicon, Token, TokenKind, WEEKDAYS, WordList, in_small_letters, is_one_of};
use crate::story::Placed;
use crate::text::Span;

/// So few things are told of in too many ways: "the three roads".
const LEAST: i64 = 4;

/// So few people are still a number: "the three men", where two have died.
const FEWEST_PEOPLE: i64 = 2;

/// Of two numbers as long as this whose digits changed places, one is mistyped.
const LONG: i64 = 100;

/// How many figures a story may have before it is a data dump.
const MOST: usize = 160;

/// Nouns that name nothing by which a second count is known to be of the first.
const LOOSE: &[&str] = &[
    "person",
    "man",
    "woman",
    "time",
    "point",
    "day",
    "week",
    "month",
    "year",
    "hour",
    "minute",
    "second",
    "goal",
    "run",
    "game",
    "match",
    "win",
    "vote",
    "percent",
    "question",
    "case",
    "member",
    "other",
    "way",
    "thing",
    "step",
    "word",
    "hand",
    "eye",
    "side",
    "half",
    "quarter",
    "metre",
    "mile",
    "kilometre",
    "foot",
    "inch",
    "acre",
    "hectare",
    "tonne",
    "ton",
    "head",
    "round",
    "set",
    "wicket",
    "yard",
    "try",
    "shot",
    "season",
    "series",
    "kilo",
    "litre",
    "gallon",
    "dollar",
    "pound",
    "euro",
    "cent",
    "degree",
    "part",
    "piece",
    "kind",
    "type",
    "group",
    "area",
    "one",
];

/// What was done to things that the reader has met: "the closure of 35 shops".
const DONE: &[&str] = &[
    "closure",
    "closing",
    "loss",
    "sale",
    "demolition",
    "arrest",
    "dismissal",
    "deaths",
    "killing",
    "killings",
    "sacking",
    "removal",
    "felling",
    "purchase",
    "theft",
    "recall",
    "withdrawal",
    "cancellation",
    "suspension",
    "eviction",
    "release",
    "capture",
    "conviction",
    "resignation",
    "rescue",
    "approval",
    "hiring",
    "transfer",
    "cull",
    "slaughter",
    "seizure",
    "axing",
    "cutting",
    "shutting",
];

/// The counts and sums that contradict the only earlier one of the same things, each tied to it.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    if MOST < tellings.len() {
        return Vec::new();
    }
    let again = tellings.iter().enumerate().filter(|(_, again)| again.is(Manner::IsCountedAgain));
    let found = again.filter_map(|(number, again)| {
        let first = match again.dimension {
            Dimension::Money(_) | Dimension::Measure(_) => only_slip(story, tellings, number)?,
            _ => only_first(story, tellings, number)?,
        };
        (may_be_one(story, first, again)
            && !(counts_persons(again.entry.figure)
                && is_joined_or_left(story, first.entry.figure, again.entry.figure)))
        .then(|| again.repeats(first, false))
    });
    found.collect()
}

/// Whether a count speaks of things that the reader has met, and of all of them; or a bare sum is one that the reader knows.
pub(super) fn is_counted_again(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let counts_known = || {
        is_count(again)
            && figure.unit.as_ref().is_some_and(|unit| !LOOSE.contains(&unit.head.as_str()))
            && Decimal::from(LEAST) <= figure.value
            && comes_back(story, again)
            && !is_part(story, again)
    };
    let counts_few = || is_count(again) && is_group(story, again);
    figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && story.blocks[figure.block].role == Role::Paragraph
        && (counts_known() || counts_few() || is_bare_sum(story, again) || is_bare_measure(story, again))
        && is_in_digits_or_words(story, again)
        && !is_led_apart(story, again)
        && !is_dated(story, again)
        && !story.is_quoted(figure.number)
}

/// "Hundreds" and "dozens" count nothing in particular.
fn is_in_digits_or_words(story: &Story, again: &Telling<'_>) -> bool {
    !story.text_of(again.entry.figure.number).ends_with('s')
}

fn is_count(telling: &Telling<'_>) -> bool {
    telling.dimension == Dimension::Count && telling.entry.figure.kind == FigureKind::Count
}

/// "The three men": people of whom the story speaks as of all that there are.
fn is_group(story: &Story, again: &Telling<'_>) -> bool {
    const ALL: &[&str] = &["the", "these", "those", "all"];
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let is_all = words_before(story, again).last().is_some_and(|word| is_one_of(word.of(text), ALL));
    is_all && Decimal::from(FEWEST_PEOPLE) <= figure.value && counts_persons(figure) && !is_part(story, again)
}

/// "Three men", "four miners", "two boys".
fn counts_persons(figure: &Figure) -> bool {
    // "Miners" dig, and a "miner" is a firm as well.
    const PERSONS: Classes = Classes::of(&[Class::RoleNoun, Class::Trade, Class::Kin]);
    let is_person = |head: &str| {
        let is_any = LOOSE.contains(&head) && !thing::is_person(head);
        !is_any && (Lexicon::shared().classes(head).meets(PERSONS) || matches!(head, "child" | "infant" | "miner"))
    };
    thing::counts_people(figure) || figure.unit.as_ref().is_some_and(|unit| is_person(&unit.head))
}

/// "The 38 shops", "its 17 companies", "the city's 17 companies", "the closure of 35 shops".
fn comes_back(story: &Story, again: &Telling<'_>) -> bool {
    const KNOWN: &[&str] = &["the", "those", "these", "all", "its", "their", "his", "her"];
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = words_before(story, again);
    let word = |back: usize| before.len().checked_sub(back).map_or("", |at| before[at].of(text));
    let is_owned = word(1).ends_with("'s") || word(1).ends_with("’s");
    let is_done =
        is_one_of(word(1), &["of"]) && is_one_of(word(2), DONE) && is_one_of(word(3), &["the", "its", "their"]);
    is_one_of(word(1), KNOWN) || is_owned || is_done
}

/// "In 2018 … 1,900 sacks", "last year … 22 shops": told of another time than the story's own, between the marks that part
/// the sentence.
pub(super) fn is_dated(story: &Story, telling: &Telling<'_>) -> bool {
    const BEFORE: &[&str] = &["last", "previous", "next", "years", "months", "year", "decade", "century"];
    const SPANS: &[&str] =
        &["year", "month", "week", "season", "decade", "century", "ago", "earlier", "before", "later"];
    let figure = telling.entry.figure;
    let block = story.blocks[figure.block].span;
    let text = story.text_of(block);
    let tokens = story.tokens_in(story.sentences[figure.sentence].span);
    let at = tokens.partition_point(|token| token.span.start + block.start < figure.number.start);
    let parts = |token: &Token| matches!(token.of(text), "," | ";" | ":" | "–" | "—" | "(" | ")");
    let first = tokens[..at].iter().rposition(parts).map_or(0, |mark| mark + 1);
    let end = tokens[at..].iter().position(parts).map_or(tokens.len(), |mark| at + mark);
    // "In 2018, the authority burnt 1,900 sacks": what opens the sentence says when all of it was.
    let opening = tokens.iter().position(parts).unwrap_or(tokens.len()).min(6);
    let is_last = |pair: &[Token]| is_one_of(pair[0].of(text), BEFORE) && is_one_of(pair[1].of(text), SPANS);
    let is_then = |from: usize, end: usize| {
        let Some((one, last)) = tokens[from..end].first().zip(tokens[from..end].last()) else { return false };
        let span = Span::new(one.span.start + block.start, last.span.end + block.start);
        let has_year = life::in_sentence(&story.dates, figure.sentence)
            .iter()
            .any(|date| date.year.is_some() && span.overlaps(date.span));
        has_year || tokens[from..end].windows(2).any(is_last)
    };
    is_then(first, end) || is_then(0, opening)
}

/// "In 2018 it burnt 19 sacks. The 16 sacks burnt this year": each is of a time of its own.
pub(super) fn is_then_and_now(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    is_of_this_time(story, again) && is_dated(story, first)
}

/// "The 16 sacks burnt this year": what is set against those of another time.
fn is_of_this_time(story: &Story, again: &Telling<'_>) -> bool {
    const SPANS: &[&str] =
        &["year", "month", "week", "season", "time", "quarter", "summer", "winter", "spring", "autumn"];
    let sentence = story.sentences[again.entry.figure.sentence].span;
    let text = story.text_of(story.blocks[again.entry.figure.block].span);
    let tokens = story.tokens_in(sentence);
    tokens.windows(2).any(|pair| {
        is_one_of(pair[0].of(text), &["this"]) && is_one_of(pair[1].of(text), SPANS)
            || is_one_of(pair[0].of(text), &["on"]) && is_one_of(pair[1].of(text), &WEEKDAYS)
    })
}

/// The only count of the things of which that by this `number` tells another one; `None` where others are told of, too.
fn only_first<'t, 'a>(story: &Story, tellings: &'t [Telling<'a>], number: usize) -> Option<&'t Telling<'a>> {
    const FAR: i64 = 3;
    let again = &tellings[number];
    let value = again.entry.figure.value;
    let is_other = |other: &&Telling<'a>| other.entry.claim != again.entry.claim;
    let is_like = |other: &&Telling<'a>| is_count(other) && counts_same(story, other, again);
    // Whatever has this number may be meant.
    let is_known = |other: &Telling<'a>| {
        let is_same =
            other.entry.figure.value == value || again.is_borne_out_by(other) && value >= Decimal::ONE_HUNDRED;
        is_same && (is_like(&other) || other.entry.figure.unit.is_none() || is_count(other) && value >= Decimal::TEN)
    };
    if tellings.iter().filter(is_other).any(is_known) {
        return None;
    }
    let is_now = |other: &&Telling<'a>| {
        let is_next = again.entry.figure.sentence == other.entry.figure.sentence + 1
            && again.entry.figure.block == other.entry.figure.block;
        let is_turned = Decimal::from(LONG) <= value && solver::is_transposed(other.entry.figure, again.entry.figure);
        let is_of_now = is_turned || is_next && !is_of_this_time(story, again) || !is_dated(story, other);
        !is_apart(story, other, again) && is_of_now
    };
    let is_far = |other: Decimal| value * Decimal::from(FAR) < other || other * Decimal::from(FAR) < value;
    let like: Vec<&Telling<'a>> = tellings.iter().filter(is_other).filter(is_like).collect();
    let is_first = |first: &&&Telling<'a>| {
        let figure = first.entry.figure;
        first.entry.claim < again.entry.claim
            && figure.modifier == Modifier::Plain
            && figure.pair.is_none()
            && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
            && Decimal::from(if counts_persons(figure) { FEWEST_PEOPLE } else { LEAST }) <= figure.value
            && !is_far(figure.value)
            && is_now(first)
    };
    let first = *like.iter().find(is_first)?;
    let known = first.entry.figure.value;
    let is_rival = |other: &&&Telling<'a>| other.entry.figure.value != known;
    let rivals = || like.iter().filter(is_rival);
    let is_told_apart =
        rivals().all(|other| is_far(other.entry.figure.value) || !is_now(other) || is_part(story, other));
    let is_sum = rivals().any(|other| adds_up(known, other.entry.figure.value, value));
    let is_near = |other: &&Telling<'a>| {
        other.dimension == Dimension::Count
            && other.entry.figure.block == again.entry.figure.block
            && (other.entry.figure.unit.is_none() || is_like(other))
    };
    let is_worked_out = tellings.iter().filter(is_near).any(|other| adds_up(known, other.entry.figure.value, value));
    (is_told_apart && !is_sum && !is_worked_out).then_some(first)
}

/// The only earlier sum that the bare one by this `number` is with a digit wrong, or on another scale.
fn only_slip<'t, 'a>(story: &Story, tellings: &'t [Telling<'a>], number: usize) -> Option<&'t Telling<'a>> {
    let again = &tellings[number];
    let is_like = |other: &&Telling<'a>| other.entry.claim != again.entry.claim && other.dimension == again.dimension;
    let mut like = tellings.iter().filter(is_like);
    if like.clone().any(|other| again.is_borne_out_by(other) || other.is_borne_out_by(again)) {
        return None;
    }
    let is_slip = |other: &&Telling<'a>| solver::is_slip(other.entry.figure, again.entry.figure);
    let first = like.clone().take_while(|other| other.entry.claim < again.entry.claim).find(is_slip)?;
    let is_only = like.all(|other| !is_slip(&other) || other.entry.figure.value == first.entry.figure.value);
    (is_only && first.entry.figure.sentence != again.entry.figure.sentence && !is_dated(story, first)).then_some(first)
}

/// Whether the one number is the other with a third added or taken away.
fn adds_up(first: Decimal, other: Decimal, value: Decimal) -> bool {
    other != value && (first + other == value || (first - other).abs() == value)
}

/// Whether both count things of one name.
fn counts_same(story: &Story, one: &Telling<'_>, other: &Telling<'_>) -> bool {
    let things = [one, other].map(|telling| thing_of(story, telling));
    let [Some(first), Some(again)] = things else { return false };
    let is_one = first == again || thing::unit_set(&first) == thing::unit_set(&again);
    is_one || is_slip_of_people(one, other) && is_said_beside(story, one, &again)
}

/// Whether two counts of people are so large and so like each other that only a slip parts them.
fn is_slip_of_people(one: &Telling<'_>, other: &Telling<'_>) -> bool {
    const MANY: i64 = 100;
    let (first, again) = (one.entry.figure, other.entry.figure);
    Decimal::from(MANY) <= first.value && thing::counts_people(first) && solver::is_slip(first, again)
}

/// "Employs 310 people", where "all 340 employees" come back; "signed by 4,700 residents", and "the 4,200 signatures".
fn is_said_beside(story: &Story, telling: &Telling<'_>, noun: &str) -> bool {
    const NEAR: usize = 3;
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = words_before(story, telling);
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    let mut near = before.iter().rev().take(NEAR).chain(behind.iter().take(NEAR));
    near.any(|token| is_telling(token) && is_kin(token.of(text), noun))
}

/// What a figure counts: the jobs of "2,400 job cuts".
fn thing_of(story: &Story, telling: &Telling<'_>) -> Option<String> {
    const DEEDS: &[&str] = &["cut", "loss", "closure"];
    let unit = telling.entry.figure.unit.as_ref()?;
    if !DEEDS.contains(&unit.head.as_str()) {
        return Some(unit.head.clone());
    }
    let mut words = story.text_of(unit.span).rsplit(' ').skip(1);
    Some(words.next().map_or_else(|| unit.head.clone(), |word| in_small_letters(word).into_owned()))
}

/// "11 of the permits", "some of its 12 shops".
fn is_part(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let next = story.tokens_behind(figure.sentence, figure.number.end).first();
    next.is_some_and(|token| is_one_of(token.of(text), &["of"]))
}

/// Whether a word beside a count makes it one of others ("another 22 shops", "22 more"), which the later one does not say.
fn is_apart(story: &Story, telling: &Telling<'_>, again: &Telling<'_>) -> bool {
    let beside = |telling: &Telling<'_>| {
        let figure = telling.entry.figure;
        let text = story.text_of(story.blocks[figure.block].span);
        let before = words_before(story, telling);
        let behind = story.tokens_behind(figure.sentence, figure.number.end);
        let near = before.iter().rev().take(2).chain(behind.iter().take(1));
        // "There would be eight officers": those who are to come are welcome, too.
        let near = near.filter(|token| !is_one_of(token.of(text), &["would", "should"]));
        let apart = near.filter(|token| token.is(Class::Apart) || is_one_of(token.of(text), &["fewer", "new", "than"]));
        apart.map(|token| in_small_letters(token.of(text)).into_owned()).collect::<Vec<String>>()
    };
    let own = beside(telling);
    !own.is_empty() && own != beside(again)
}

/// Whether nothing says that the two are of different things.
fn may_be_one(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    // Half as many again, or fewer: what is farther off is of others, but for a slip of the finger.
    let is_near = one.value.max(two.value) * Decimal::TWO <= one.value.min(two.value) * Decimal::from(3);
    (is_near || solver::is_slip(one, two))
        && (one.sentence != two.sentence || is_set_off(story, first, again))
        && says_no_more(story, first, again)
        && is_one_place(story, first, again)
        && !is_of_another_place(story, first, again)
        && !names_another_month(story, first, again)
        && !is_of_another_thing(story, first, again)
        && (is_count(again) || !is_apart(story, first, again))
}

/// "The army sent 30 boats; the 40 boats came", "has five grandchildren, and all six": in a sentence of its own, but for the stop.
fn is_set_off(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    let text = story.text_of(story.blocks[one.block].span);
    let between = story
        .tokens_in(Span::new(one.span.end.max(one.number.end), two.span.start.min(two.number.start).max(one.span.end)));
    let is_all = between.last().is_some_and(|word| is_one_of(word.of(text), &["all"]));
    is_all && between.iter().any(|token| is_one_of(token.of(text), &["and"]))
        || between.iter().any(|token| token.of(text) == ";")
}

/// "Four men were charged. One was cleared.", "and met a friend": whether one of a few people went or came in between, so
/// that the later number may be right.
pub(super) fn is_joined_or_left(story: &Story, one: &Placed<Figure>, two: &Placed<Figure>) -> bool {
    const MANY: i64 = 20;
    const COMES_OR_GOES: WordList = WordList::of(&[
        "accomplice",
        "acquitted",
        "another",
        "brother",
        "cleared",
        "companion",
        "cousin",
        "escaped",
        "father",
        "fifth",
        "fourth",
        "freed",
        "friend",
        "joined",
        "neighbour",
        "neighbor",
        "one",
        "other",
        "others",
        "recovered",
        "released",
        "remaining",
        "rest",
        "sister",
        "sixth",
        "son",
        "survived",
        "survivor",
        "third",
        "toll",
        "wife",
        "woman",
    ]);
    one.value.min(two.value) < Decimal::from(MANY)
        && (one.sentence..=two.sentence).any(|sentence| {
            let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
            let tokens = story.tokens_in(story.sentences[sentence].span);
            // "In one ward", "at one place": nobody is told of.
            let is_place = |at: usize| {
                is_one_of(tokens[at].of(text), &["one"])
                    && at.checked_sub(1).is_some_and(|before| is_one_of(tokens[before].of(text), &["in", "at", "on"]))
            };
            // "Freed two girls", "four prisoners escaped": that is what the first number tells.
            let is_told = |at: usize| {
                let by = story.blocks[one.block].span.start;
                let end = one.unit.as_ref().map_or(one.number.end, |unit| unit.span.end).max(one.number.end);
                let until = tokens.partition_point(|token| token.span.start + by < end) + 1;
                sentence == one.sentence
                    && at < until
                    && is_one_of(tokens[at].of(text), &["freed", "released", "escaped", "survived", "recovered"])
            };
            // "A map released by the council": nobody was let go.
            let is_let_go = |at: usize| at.checked_sub(1).is_some_and(|be| tokens[be].is(Class::Be));
            let comes_or_goes = |at: usize| {
                COMES_OR_GOES.has(&tokens[at], text)
                    && !is_place(at)
                    && !is_told(at)
                    && !is_of_a_time(tokens, at, text)
                    && (!is_one_of(tokens[at].of(text), &["released"]) || is_let_go(at))
            };
            (0..tokens.len()).any(comes_or_goes)
        })
}

/// "Each of the 26", "none of the 26", "all of the 26": of all that there are.
fn is_each_of(story: &Story, again: &Telling<'_>) -> bool {
    const LEAST: i64 = 20;
    let text = story.text_of(story.blocks[again.entry.figure.block].span);
    let [.., each, of, the] = words_before(story, again) else { return false };
    Decimal::from(LEAST) <= again.entry.figure.value
        && is_one_of(each.of(text), &["each", "all", "none", "half"])
        && is_one_of(of.of(text), &["of"])
        && is_one_of(the.of(text), &["the", "those", "these"])
}

/// Whether the words around the later figure say nothing of the things that the earlier sentence does not.
fn says_no_more(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const ENDS: Classes = Classes::of(&[Class::Preposition, Class::Relative, Class::Participle]);
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let is_known = |token: &Token| {
        Stem::of(thing::sense_of(&in_small_letters(token.of(text))))
            .is_some_and(|stem| first.words().binary_search(&stem).is_ok())
    };
    let is_all_known = |tokens: &[Token]| tokens.iter().filter(|token| is_telling(token)).all(is_known);
    let end = figure.unit.as_ref().map_or(figure.number.end, |unit| unit.span.end).max(figure.number.end);
    let inside = story.tokens_in(Span::new(figure.number.end, end));
    // "2,400 job cuts" of those who said that posts would be cut.
    let inside = if is_count(again) { &inside[..inside.len().saturating_sub(1)] } else { &[] };
    let behind = story.tokens_behind(figure.sentence, end);
    let next = behind.first();
    // "The three workers who died", where it was told that some have: no others are meant.
    let is_told_of = next.is_some_and(|token| is_one_of(token.of(text), &["who"]))
        && behind[1..].iter().find(|token| is_telling(token)).is_some_and(is_known);
    let is_of = next.is_some_and(|token| is_one_of(token.of(text), &["of", "who", "that", "which"]));
    let is_hyphened = next.is_some_and(|token| matches!(token.of(text), "-" | "‑"));
    // "The 2,383 delegates needed for a majority"
    let is_done = |token: &Token| token.is(Class::Past) && token.of(text).ends_with("ed");
    let is_restricted = next.is_some_and(|token| {
        is_of
            || token.classes.meets(ENDS) && !token.is(Class::Have)
            || is_count(again) && token.is(Class::Pronoun)
            || is_done(token) && behind.get(1).is_some_and(|next| next.is(Class::Preposition))
    });
    // "Each of the 26 coaches brought in", where 22 were hired: what was done to all of them.
    let is_deed = is_count(again)
        && next.is_some_and(|token| token.classes.meets(Classes::of(&[Class::Participle])) || is_done(token))
        && is_each_of(story, again)
        && solver::is_slip(first.entry.figure, figure);
    let clause = &behind[..behind.iter().take(5).take_while(|token| token.kind == TokenKind::Word).count()];
    let is_thing = |token: &&Token| Some(token.of(text)) == thing_of(story, again).as_deref();
    let is_kind_known =
        inside.iter().filter(|token| is_telling(token)).all(|token| is_known(token) || is_thing(&token));
    // "To match the 241 cheques with bank records": digits that changed places, and words that say nothing of the things.
    let is_turned = || {
        let is_of_verb = next.is_some_and(|token| is_one_of(token.of(text), &["with", "to", "by", "into", "against"]));
        Decimal::from(LONG) <= figure.value && solver::is_transposed(first.entry.figure, figure) && is_of_verb
    };
    !is_hyphened
        && is_kind_known
        && (!is_restricted || is_turned() || is_told_of || is_deed || !is_of && is_all_known(clause))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn things_counted_once_are_counted_so_again() {
        let first = "Holm will shut 38 of its 214 shops.\n\n";
        let tow = "The council named 14 tow firms.\n\n";
        for (text, is_wrong) in [
            (format!("{first}The union regrets the closure of 35 shops."), true),
            (format!("{first}The union regrets the closure of 38 shops."), false),
            (format!("{first}The union regrets the closure of 35 shops in Brae."), false),
            (format!("{first}Last year the closure of 35 shops cost a lot."), false),
            (format!("{tow}Cars are held by the town's 17 tow firms."), true),
            (format!("{tow}Three others came.\n\nCars are held by the town's 17 taxi firms."), false),
            (format!("{tow}Three more firms came. The town's 17 firms are glad."), false),
            ("The school has 40 huts. Another six huts are let.\n\nThe 52 huts leak.".to_owned(), true),
            ("The school has 40 huts. Another 12 huts are let.\n\nThe 52 huts leak.".to_owned(), false),
            ("In 2018 it burnt 190 sacks.\n\nThe 163 sacks are safe.".to_owned(), false),
            ("The cut will save £64,000.\n\nAda Ek said the £46,000 would go on coal.".to_owned(), true),
            ("The cut will save £64,000.\n\nAda Ek said the £40,000 would go on coal.".to_owned(), false),
            ("Ada Ek said there would be eight extra vans.\n\nThe 12 extra vans are welcome.".to_owned(), true),
            ("Ada Ek said there would be eight extra vans.\n\nThe 12 old vans are welcome.".to_owned(), false),
            (
                "He wrote 214 cheques from 2017 to 2022.\n\nIt took weeks to match the 241 cheques with slips."
                    .to_owned(),
                true,
            ),
            ("It helps 212 homes.\n\nOf the 188 homes that answered, 140 were glad.".to_owned(), false),
            ("She has written 154 tales, and 85 of the 154 tales are sad.".to_owned(), false),
            ("Ek won two of the three races. The four races were dull.".to_owned(), false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
