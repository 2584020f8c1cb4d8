//! Which tolls are of an event that the story only looks back on.

use super::beside::Beside;
use crate::extract::Figure;
use crate::language::Class;
use crate::story::{Placed, Story};

/// What such an event is called.
const EVENTS: &[&str] = &[
    "attack",
    "attacks",
    "assault",
    "assaults",
    "shooting",
    "shootings",
    "massacre",
    "bombing",
    "bombings",
    "crash",
    "flight",
    "earthquake",
];

/// "One of 20 pupils killed at the school three years ago", "the 2012 attacks that left four dead".
pub(super) fn is_past_event(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    let first = story.dates.partition_point(|date| date.sentence < figure.sentence);
    let dates = || story.dates[first..].iter().take_while(|date| date.sentence == figure.sentence);
    let names_year = dates()
        .any(|date| date.year.is_some() && story.text_of(date.span).ends_with(|last: char| last.is_ascii_digit()));
    let last = (0..beside.words.tokens.len()).any(|at| {
        beside.words.is(at, "last") && beside.words.has(at + 1, Class::Time) && !beside.words.is(at + 1, "week")
    });
    let is_ago = beside.has_run(&["years", "ago"]);
    // "In 2024 the roads killed 46" counts a year and looks back on no event.
    // "In March, attackers killed 32 in bombings at the airport."
    let opens_in_month = beside.words.is(0, "In") && beside.words.has(1, Class::Time);
    // "An attack on Jan. 9 in Ketter, killing 17", in a story that the headline says is of something else.
    let names_day = dates().any(|date| date.month.is_some() && date.day.is_some());
    let event = (0..beside.words.tokens.len()).find(|&at| beside.words.is_any(at, EVENTS));
    let is_another = names_day && event.is_some_and(|event| !is_own(story, beside.words.written(event)));
    // "When a crane fell on the viaduct in August 2023": news of this year does without it.
    let is_dated = dates().any(|date| date.year.is_some() && date.month.is_some() && date.weekday.is_none());
    let is_when = is_dated && beside.has(&["when"]);
    beside.has(EVENTS) && (names_year || last || opens_in_month || is_another)
        || is_when
        || is_ago
        || is_charged(beside)
        || is_measured_from(beside)
        || is_of_the_deaths(beside)
        || is_of_named_event(story, beside)
}

/// "He is accused of killing nine": how many is what the charge says.
fn is_charged(beside: &Beside<'_>) -> bool {
    (1..beside.first)
        .any(|at| beside.words.is_any(at, &["accused", "charged"]) && beside.words.is_any(at + 1, &["of", "with"]))
}

/// How many words back from its toll a clause may begin: "two days after a gunman in a mask shot nine people".
const CLAUSE: usize = 12;

/// "In the days after 14 people were killed in Orsk": the toll only says from when something is counted.
fn is_measured_from(beside: &Beside<'_>) -> bool {
    const SPANS: &[&str] = &["hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"];
    let words = beside.words;
    let nearest = beside.first.saturating_sub(CLAUSE)..beside.first;
    // "Two days after he shot nine people, killing four".
    let is_apart = |at: usize| words.is_any(at, &[",", ";"]) && !words.has(at + 1, Class::Ing);
    nearest.rev().take_while(|&at| !is_apart(at)).any(|at| {
        words.is_any(at, &["after", "before", "since", "following"]) && words.is_any(at.wrapping_sub(1), SPANS)
    })
}

/// "After the deaths of 49 people in Orsk", "the shooting deaths of nine": the article takes them for known.
fn is_of_the_deaths(beside: &Beside<'_>) -> bool {
    const DEATHS: &[&str] = &["deaths", "killing", "killings", "murder", "murders", "shooting", "shootings"];
    let words = beside.words;
    let of = beside.lead.wrapping_sub(1);
    let is_of = |of: usize| {
        words.is(of, "of")
            && words.is_any(of.wrapping_sub(1), DEATHS)
            && (2..=3).any(|back| words.is(of.wrapping_sub(back), "the"))
    };
    // "The deaths of Ambassador Jon Holm and three others".
    let is_among =
        words.is_any(beside.behind, &["other", "others"]) && (1..CLAUSE).any(|back| is_of(of.wrapping_sub(back)));
    is_of(of) || is_among
}

/// "The Dec. 2 attack that left 14 people dead", "the Ketter Day attack in Orsk, where 84 were killed": an event that
/// goes by its day or its place is known, unless it is the one that the headline tells of.
fn is_of_named_event(story: &Story, beside: &Beside<'_>) -> bool {
    let words = beside.words;
    let is_named = |event: usize| {
        let before = event.wrapping_sub(1);
        words.is_capitalized(before)
            || words.written(before).starts_with(|first: char| first.is_ascii_digit())
            || words.is_any(before, &["’s", "'s"])
    };
    let tells = |event: usize| (event + 1..beside.first).any(|at| words.is_any(at, &["that", "which", "where"]));
    // "The Ketter Day attack" is not "the Orsk attack" of the headline.
    let is_another = |event: usize| {
        let name = event.wrapping_sub(1);
        words.is_capitalized(name)
            && story.headline().is_some_and(|head| !story.text_of(head.span).contains(words.written(name)))
            && (1..4).any(|back| words.is_any(event.wrapping_sub(back), &["the", "this"]))
    };
    // "Four died as a result of the attacks", "those attacks", where the headline tells of something else.
    let is_result = (beside.behind..words.tokens.len()).any(|at| {
        words.run_is(at, &["result", "of", "the"])
            && words.is_any(at + 3, EVENTS)
            && !is_own(story, words.written(at + 3))
    });
    is_result
        || (1..beside.first).any(|at| {
            words.is_any(at, EVENTS)
                && is_named(at)
                && tells(at)
                && (is_another(at) || !is_own(story, words.written(at)))
        })
}

/// Whether the headline tells of such an event, so that it is the story's own; so may any be where there is no headline.
fn is_own(story: &Story, event: &str) -> bool {
    story.headline().is_none_or(|head| {
        let told = story.words_at(head.span);
        (0..told.tokens.len()).any(|at| told.is(at, event))
    })
}
