//! Few things counted once, and taken up with another number as what the reader knows: "three bridges had been washed away
//! … the five bridges", "promised 36 more nurses … the 63 extra nurses", "three champions … pictures of its five champions".
//!
//! An article before a number says that the reader has met that number of those things. Where the story tells one other
//! number of them, near it and without an article, and no more came or went in between, one of the two is wrong.
//!
//! Nothing more is asked of the words, for published copy hardly ever does so: what it takes up with an article and another
//! number is a part named in the same breath ("two of the five bridges"), or told apart by the words beside it.

use rust_decimal::Decimal;

use super::came_or_went::is_accounted_for;
use super::conflict::{is_of_another_thing, names_another_month};
use super::counted_again::{is_dated, is_joined_or_left};
use super::elsewhere::{KNOWN, is_of_a_year, is_of_another_place};
use super::telling::{Dimension, Stem, Telling, is_telling};
use super::{Relation, Story, solver, thing};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::{Class, Classes, Lexicon, MONTH_NAMES, Token, TokenKind, WordList, in_small_letters, is_one_of};
use crate::story::Placed;
use crate::text::Span;

/// More figures than this are a data dump.
const MOST: usize = 160;

/// Larger numbers are counted in other ways, and told so by others.
const LARGEST: i64 = 1_000;

/// What is counted over and over, and what people have of their own.
const LOOSE: WordList = WordList::of(&[
    "act", "area", "day", "game", "goal", "group", "half", "hour", "inch", "km", "match", "mile", "minute", "month",
    "one", "other", "over", "part", "percent", "period", "point", "quarter", "round", "run", "season", "set", "shot",
    "side", "stage", "story", "term", "thing", "time", "try", "vote", "way", "week", "wicket", "win", "word", "yard",
    "year",
]);

/// The counts that contradict the only earlier one of what they take up.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    if MOST < tellings.len() {
        return Vec::new();
    }
    let again = tellings.iter().enumerate().filter(|(_, again)| is_taken_up(story, again));
    let found = again.filter_map(|(number, again)| {
        let first = only_before(story, tellings, number)?;
        may_be_one(story, first, again).then(|| again.repeats(first, false))
    });
    found.collect()
}

/// Whether a count speaks of things that the reader has met, and of all of them.
fn is_taken_up(story: &Story, again: &Telling<'_>) -> bool {
    let is_of_then = || is_dated(story, again) || is_of_a_year(story, again);
    is_small_count(story, again) && is_known(story, again) && (says_what_was(story, again) || !is_of_then())
}

/// "Its ten bells were last rung in 2019": the year is not that of the bells.
fn says_what_was(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let next = story.tokens_behind(figure.sentence, end_of_noun(figure)).first();
    let before = story.tokens_before(figure.sentence, figure.number.start);
    before.len() <= 1 && next.is_some_and(|token| token.is(Class::Be))
}

/// A plain number of things or people in running text.
fn is_small_count(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let names_things = || figure.unit.as_ref().is_some_and(|unit| !LOOSE.words().contains(&unit.head.as_str()));
    telling.dimension == Dimension::Count
        && figure.kind == FigureKind::Count
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && Decimal::ONE < figure.value
        && figure.value < LARGEST.into()
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
        && names_things()
        && !is_word_or_part(story, telling)
        && !story.is_quoted(figure.number)
}

/// "The 36-hole course", "dozens", "three of the bridges".
fn is_word_or_part(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let next = story.tokens_behind(figure.sentence, figure.number.end).first().map_or("", |token| token.of(text));
    matches!(next, "-" | "‑" | "–" | "of") || story.text_of(figure.number).ends_with('s')
}

/// "The five bridges", "all five bridges", "its five champions", "the club's five champions".
fn is_known(story: &Story, telling: &Telling<'_>) -> bool {
    let Some(last) = word_before(story, telling) else { return false };
    let is_pointed_at = || is_one_of(last, POINTS);
    // "Her four children" may be others than those of her parents.
    let is_of_family = || telling.entry.figure.unit.as_ref().is_some_and(|unit| is_kin(&unit.head));
    is_pointed_at() || (is_one_of(last, KNOWN) || last.ends_with("'s") || last.ends_with("’s")) && !is_of_family()
}

/// Words before what the reader has met, whoever has it.
const POINTS: &[&str] = &["the", "those", "these", "all"];

fn word_before<'a>(story: &'a Story, telling: &Telling<'_>) -> Option<&'a str> {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    before(story, figure).last().map(|token| token.of(text))
}

fn before<'a>(story: &'a Story, figure: &Placed<Figure>) -> &'a [Token] {
    story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start))
}

/// The only count of the things before that by this `number`, if nothing else gives the later one.
fn only_before<'t, 'a>(story: &Story, tellings: &'t [Telling<'a>], number: usize) -> Option<&'t Telling<'a>> {
    let again = &tellings[number];
    let value = again.entry.figure.value;
    let is_other = |other: &&Telling<'a>| other.entry.claim != again.entry.claim && other.dimension == Dimension::Count;
    let is_like = |other: &Telling<'a>| counts_same(other, again);
    let gives_it = |other: &Telling<'a>| {
        let is_bare = other.entry.figure.unit.is_none();
        (is_like(other) || is_bare) && (other.entry.figure.value == value || again.is_borne_out_by(other))
    };
    if tellings.iter().filter(is_other).any(gives_it) {
        return None;
    }
    let like = || tellings[..number].iter().filter(is_other).filter(|other| is_like(other));
    let is_near = |other: &Telling<'_>| are_near(other.entry.figure, again.entry.figure);
    let first = like().find(|other| introduces(story, other) && is_near(other))?;
    let known = first.entry.figure.value;
    // Any other number that may be meant, or that makes the later one with the first.
    let is_rival = |other: &Telling<'_>| {
        let figure = other.entry.figure;
        figure.value != known
            && (is_near(other) || (known - figure.value).abs() == value || known + figure.value == value)
    };
    let is_alone = !like().any(is_rival);
    is_alone.then_some(first)
}

/// Whether both count things of one noun; of people, only the very noun tells that no others are meant.
fn counts_same(one: &Telling<'_>, other: &Telling<'_>) -> bool {
    let units = one.entry.figure.unit.as_ref().zip(other.entry.figure.unit.as_ref());
    units.is_some_and(|(one, other)| {
        let is_one_set = || thing::unit_set(&one.head) == thing::unit_set(&other.head);
        one.head == other.head || !thing::is_person(&one.head) && is_one_set()
    })
}

/// Whether two numbers are so near that one may stand for the other: two apart, half as many again, digits swapped.
fn are_near(one: &Figure, other: &Figure) -> bool {
    one.value != other.value && (solver::are_neighbours(one, other) || solver::is_transposed(one, other))
}

/// "Three bridges had been washed away": told to a reader who has not met them.
fn introduces(story: &Story, first: &Telling<'_>) -> bool {
    const MET: &[&str] = &["other", "both", "last", "past", "previous", "only", "first", "next", "each", "every"];
    let is_new = || word_before(story, first).is_none_or(|last| !is_one_of(last, KNOWN) && !is_one_of(last, MET));
    is_small_count(story, first) && is_new() && !is_each(story, first) && !is_past(story, first)
}

/// "In 2018 it burnt 190 sacks", and not what will be done next month or by 2030.
fn is_past(story: &Story, first: &Telling<'_>) -> bool {
    let figure = first.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let mut words = story.tokens_in(story.sentences[figure.sentence].span).iter();
    is_dated(story, first) && !words.any(|token| token.is(Class::Modal) || is_one_of(token.of(text), &["next"]))
}

/// "Two were killed at each place": the number is told of more than one.
fn is_each(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let mut words = story.tokens_in(story.sentences[figure.sentence].span).iter();
    words.any(|token| is_one_of(token.of(text), &["each", "every", "apiece", "per", "if", "average"]))
}

/// Whether nothing says that the two are of different things.
fn may_be_one(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    one.sentence < two.sentence
        && are_one_kind(story, first, again)
        && says_no_more(story, first, again)
        && !is_accounted_for(story, one, two)
        && !(are_people(one) && is_joined_or_left(story, one, two))
        && (names_only_days(story, two) || !is_of_another_place(story, first, again))
        && !names_another_month(story, first, again)
        && !is_of_another_thing(story, first, again)
}

/// "On Sunday the gunmen let the seven hostages speak": a day is no place.
fn names_only_days(story: &Story, again: &Placed<Figure>) -> bool {
    let text = story.text_of(story.blocks[again.block].span);
    let before = before(story, again);
    let is_led = |pair: &&[Token]| pair[0].is(Class::Preposition) && pair[1].capital;
    let mut names = before.windows(2).filter(is_led).peekable();
    let is_of_it = before.last().is_some_and(|last| is_one_of(last.of(text), POINTS));
    is_of_it && names.peek().is_some() && names.all(|pair| pair[1].is(Class::Time))
}

/// Whether the words beside both numbers tell the same of their things: "36 more nurses", "the 63 extra nurses". The "three
/// new hubs" are "the three hubs" further down, and not "all seven hubs".
fn are_one_kind(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let [one, two] = [first, again].map(|telling| words_beside(story, telling));
    let is_more = |word: &&str| is_one_of(word, MORE);
    let apart =
        |words: &[Beside<'_>]| words.iter().filter(|word| word.is_apart).map(|word| word.word).find(is_more).is_some();
    let is_other = |words: &[Beside<'_>]| words.iter().any(|word| word.is_apart && !is_more(&word.word));
    let says_new = |words: &[Beside<'_>]| words.iter().any(|word| is_one_of(word.word, &["new"]));
    let is_new = says_new(&one);
    let is_pointed_at =
        word_before(story, again).is_some_and(|last| is_one_of(last, POINTS) && !is_one_of(last, &["all"]));
    apart(&one) == apart(&two) && !is_other(&one) && !is_other(&two) && (!is_new || is_pointed_at || says_new(&two))
}

/// Words for those that come to others.
const MORE: &[&str] = &["more", "extra", "additional", "further", "another"];

/// A word right before a number, or between it and its noun.
struct Beside<'a> {
    word: &'a str,
    /// Whether it tells the things from others: "another", "previous".
    is_apart: bool,
}

fn words_beside<'a>(story: &'a Story, telling: &Telling<'_>) -> Vec<Beside<'a>> {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let inside = story.tokens_in(Span::new(figure.number.end, end_of_noun(figure)));
    let beside = before(story, figure).iter().rev().take(1).chain(inside);
    let read =
        |token: &Token| Beside { word: token.of(text), is_apart: token.is(Class::Apart) && !token.is(Class::Modal) };
    beside.map(read).collect()
}

fn end_of_noun(figure: &Figure) -> u32 {
    figure.unit.as_ref().map_or(figure.number.end, |unit| unit.span.end).max(figure.number.end)
}

/// Whether the words that belong to the later number say nothing of its things that the first sentence does not.
fn says_no_more(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    const ENDS: Classes = Classes::of(&[Class::Preposition, Class::Relative, Class::Participle]);
    const CLAUSES: &[&str] = &["who", "that", "which", "of", "whose", "where"];
    const STATES: &[&str] =
        &["present", "absent", "left", "alive", "involved", "concerned", "affected", "available", "missing"];
    const AWAY: &[&str] = &["out", "off", "back", "down", "up", "away"];
    const REACH: usize = 6;
    const NEAR: usize = 4;
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    // "The 18 who survived" are some of 20, and no 22 are.
    let is_more = first.entry.figure.value < figure.value;
    let is_told = |token: &Token| is_said_of(story, first, again, token.of(text));
    let is_state = |token: &Token| is_more && token.of(text).ends_with("ed");
    let inside = story.tokens_in(Span::new(figure.number.end, end_of_noun(figure)));
    let mut modifiers = inside[..inside.len().saturating_sub(1)].iter();
    let is_kind_told =
        modifiers.all(|token| !is_telling(token) || token.is(Class::Apart) || is_told(token) || is_state(token));
    let behind = story.tokens_behind(figure.sentence, end_of_noun(figure));
    let clause = &behind[..behind.iter().take(REACH).take_while(|token| token.kind == TokenKind::Word).count()];
    let next = |at: usize| clause.get(at);
    let is_verb = |token: &Token| token.is(Class::Have) || token.is(Class::Be) || token.is(Class::Modal);
    let restricts = next(0).is_some_and(|token| {
        token.classes.meets(ENDS) && !is_verb(token)
            || token.is(Class::Pronoun)
            || is_one_of(token.of(text), CLAUSES)
            || is_one_of(token.of(text), STATES)
    });
    let is_clause = next(0).is_some_and(|token| {
        !token.is(Class::Preposition) && !token.is(Class::Pronoun) && !is_one_of(token.of(text), STATES)
    });
    let told = story.text_of(story.blocks[first.entry.figure.block].span);
    let is_other = |token: &Token| token.is(Class::Apart) && !token.is(Class::Modal);
    let is_elsewhere = clause
        .iter()
        .take(NEAR)
        .any(|token| (token.capital && !is_of_time(text)(token) || is_other(token)) && !told.contains(token.of(text)));
    // "Brought in £2m": a verb of their own, and no word of which.
    let is_own_verb = next(0).is_some_and(|token| {
        let is_by = next(1).is_some_and(|next| next.is(Class::Preposition));
        let is_done = token.is(Class::Participle) && (token.of(text).ends_with("ed") || is_elsewhere);
        token.is(Class::Past) && !(is_by && is_done) || is_one_of(token.of(text), AWAY)
    });
    // "By Friday", "at dawn": when something was done with them.
    let is_time = || {
        next(0).is_some_and(|token| token.is(Class::Preposition)) && clause.iter().skip(1).take(2).any(is_of_time(text))
    };
    let is_told_of = || clause.iter().skip(1).find(|token| is_telling(token)).is_some_and(is_told);
    is_kind_told && (!restricts || is_own_verb || is_time() || !is_elsewhere && (is_more && is_clause || is_told_of()))
}

pub(super) fn is_of_time(text: &str) -> impl Fn(&Token) -> bool {
    const TIMES: &[&str] = &[
        "dawn", "dusk", "noon", "night", "midnight", "daybreak", "sunset", "end", "once", "time", "week", "weekend",
        "month",
    ];
    move |token| token.is(Class::Time) || MONTH_NAMES.contains(&token.of(text)) || is_one_of(token.of(text), TIMES)
}

/// Whether a word is one of the first sentence's, in one form or another, or tells of the same event.
fn is_said_of(story: &Story, first: &Telling<'_>, again: &Telling<'_>, word: &str) -> bool {
    let word = in_small_letters(word);
    let is_word = |stem: Stem| first.words().binary_search(&stem).is_ok();
    let is_noun = || again.entry.figure.unit.as_ref().is_some_and(|unit| unit.head == *word);
    let is_deed = || {
        let span = story.sentences[first.entry.figure.sentence].span;
        let text = story.text_of(story.blocks[first.entry.figure.block].span);
        let deed = thing::event_of(&word);
        let mut events =
            story.tokens_in(span).iter().filter_map(|token| thing::event_of(&in_small_letters(token.of(text))));
        deed.is_some() && events.any(|event| thing::is_one_event(Some(event), deed))
    };
    is_noun() || Stem::of(thing::sense_of(&word)).is_some_and(is_word) || is_deed()
}

fn are_people(figure: &Figure) -> bool {
    figure.unit.as_ref().is_some_and(|unit| thing::is_somebody(&unit.head) || is_kin(&unit.head))
}

fn is_kin(noun: &str) -> bool {
    Lexicon::shared().classes(noun).meets(Classes::of(&[Class::Kin])) || noun == "child"
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_the_reader_has_met_comes_back_in_its_number() {
        let bridges = "The flood took three bridges, Ada Ek said.\n\n";
        let nurses = "The trust promised 36 more nurses by May.\n\n";
        let ovens = "Mice were seen in two new ovens.\n\n";
        for (text, is_wrong) in [
            (format!("{bridges}The army will replace the five bridges by May."), true),
            (format!("{bridges}The army will replace the three bridges by May."), false),
            (format!("{bridges}The army will replace the five bridges that were lost."), true),
            (format!("{bridges}The army will replace the five damaged bridges."), true),
            (format!("{bridges}The army will look after the five bridges in Orm."), false),
            (format!("{bridges}The army will look after the five bridges lost in 1987."), false),
            (format!("{bridges}It took two in Orm on Friday. The five bridges were old."), false),
            (format!("{bridges}All nine bridges were old."), false),
            (format!("{bridges}The two bridges that still stand are old."), false),
            (format!("{nurses}The 63 extra nurses would cost £4m."), true),
            (format!("{nurses}The 40 older nurses would cost £4m."), false),
            (format!("{ovens}Ek has scrapped the three ovens."), true),
            (format!("{ovens}Ek has scrapped all three ovens."), false),
            ("Ada was one of six girls.\n\nHer five girls are bakers.".to_owned(), false),
            ("In 2018 it had five vans.\n\nIts six vans are red.".to_owned(), false),
            ("Orm has five bells.\n\nIts seven bells were last rung in 2019.".to_owned(), true),
            ("Orm gets three new cranes.\n\nThe port's five new cranes are red.".to_owned(), true),
            ("Police freed two girls.\n\nOn Sunday the three girls went home.".to_owned(), true),
            ("Ek dropped four referees for the rest of the season.\n\nThe five referees erred.".to_owned(), true),
            ("Three members said no.\n\nThe five members present are Greens.".to_owned(), false),
            ("Two hens died at each farm.\n\nThe four hens had flu.".to_owned(), false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
