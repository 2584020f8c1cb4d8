//! A length in years that is off by a decade, or has its digits swapped, where the years that it lies between are told near it:
//! "will shut in March after 61 years … which opened in May 1974", "opened in 1934 and sliced its last beet in 1982 … for 20 of
//! its 58 years".
//!
//! What began and what ended need not be named as one thing: that no two years of the story lie so far apart, and those of a
//! beginning and an end beside the length miss it by just such a slip, hardly ever happens by chance.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::elapsed::{BEGUN, Year, YearAt, between, years_of};
use super::lasting::open_years;
use super::run_elsewhere::is_of_something_else;
use super::{Entry, Relation, Story, solver};
use crate::draft::Role;
use crate::language::{Class, Words};
use crate::story::calendar::day_of_publication;
use crate::story::passage::Passage;

/// Shorter lengths are met by chance.
const LEAST: i64 = 11;

/// How many sentences before a length, and behind it, its years may stand.
const BEFORE: usize = 2;
const BEHIND: usize = 5;

/// And how many blocks.
const BLOCKS: usize = 3;

/// Words between a year and what began or ended in it, at most.
const NEAR: usize = 8;

/// More years than this are a chronicle.
const MOST: usize = 24;

/// What goes, or is given up.
const GOES: &[&str] = &[
    "leave",
    "leaves",
    "leaving",
    "retire",
    "retires",
    "retiring",
    "quits",
    "resigns",
    "departs",
    "step",
    "steps",
    "stepping",
    "stand",
    "stands",
    "shut",
    "shuts",
    "shutting",
    "close",
    "closes",
    "closing",
    "ends",
    "end",
    "ending",
    "cease",
    "ceases",
    "fold",
    "folds",
    "demolished",
    "closed",
    "goes",
    "bows",
    "hang",
    "hangs",
    "says",
    "scrapped",
];

/// The lengths in years that two years near them miss by a decade, but for those `known` already.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let is_long = |entry: &&Entry<'_>| entry.figure.value >= LEAST.into() && entry.figure.value.is_integer();
    open_years(entries, known).filter(is_long).filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let figure = entry.figure;
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let length = passage.positions(figure.span);
    let is_prose = matches!(story.blocks[figure.block].role, Role::Paragraph | Role::Headline | Role::Dek);
    let is_since = passage.words.is_any(length.end, &["since", "after", "before"]);
    if !is_prose || is_since || is_of_something_else(&passage, &length) || story.is_quoted(figure.number) {
        return None;
    }
    let today = day_of_publication(story).map(|day| (day.day.year(), day.span));
    let is_over = (passage.first..passage.end).any(|at| passage.words.is_any(at, GOES));
    let (mut begun, mut ended) = (Vec::new(), Vec::new());
    ended.extend(today.filter(|_| is_over));
    let first = figure.sentence.saturating_sub(BEFORE);
    for sentence in first..(figure.sentence + BEHIND).min(story.sentences.len()) {
        if BLOCKS < story.sentences[sentence].block.abs_diff(figure.block) {
            continue;
        }
        let Some(passage) = Passage::of_sentence(story, sentence) else { continue };
        for year in years_of(story, &passage, sentence) {
            let told = (year.year, year.span);
            match turn_before(passage.words, passage.first, &year) {
                Some(Turn::Begun) => begun.push(told),
                Some(Turn::Ended) => ended.push(told),
                None => {}
            }
        }
    }
    let years = figure.value.to_i16()?;
    let misses = |from: &Year, to: &Year| is_slip(to.0 - from.0, years);
    let pairs = begun.iter().flat_map(|from| ended.iter().map(move |to| (from, to)));
    let (&from, &to) = pairs.into_iter().find(|(from, to)| misses(from, to))?;
    if fits_two_years(story, today, years) { None } else { between(entry, from, to) }
}

/// Whether what is `apart` years is told as so many by a slip: a decade more or less, digits that changed places.
fn is_slip(apart: i16, told: i16) -> bool {
    let is_turned = || {
        let (one, other) = (Decimal::from(apart), Decimal::from(told));
        (apart - told) % 9 == 0 && solver::is_digit_slip(one, other)
    };
    0 < apart && apart != told && (matches!((apart - told).abs(), 10 | 20) || is_turned())
}

/// Whether any two years of the story lie so far apart.
fn fits_two_years(story: &Story, today: Option<Year>, told: i16) -> bool {
    let years = story.dates.iter().filter_map(|date| date.year).chain(today.map(|today| today.0));
    let mut years: Vec<i16> = years.collect();
    years.sort_unstable();
    years.dedup();
    let fits = |one: &i16| years.iter().any(|other| (other - one - told).abs() <= 1);
    MOST < years.len() || years.iter().any(fits)
}

/// What happened in a year.
enum Turn {
    Begun,
    Ended,
}

/// The last word before a year that says what began or ended in it.
fn turn_before(words: Words<'_>, first: usize, year: &YearAt) -> Option<Turn> {
    let near = (year.at.start.saturating_sub(NEAR).max(first)..year.at.start).rev();
    // "Sliced its last beet in 1982"
    let is_last = |at: usize| words.is_any(at, &["last", "final"]) && words.has(at.wrapping_sub(1), Class::Possessive);
    // "Was pulled down in 1994", "stepped down in 2011"
    let is_down = |at: usize| {
        let has_gone =
            words.written(at).ends_with("ed") || words.is_any(at, &["torn", "taken", "stood", "shut", "blown"]);
        has_gone && words.is_any(at + 1, &["down", "out", "aside"])
    };
    let turn = |at: usize| {
        if words.has(at, Class::Ending) || is_last(at) || is_down(at) {
            Some(Turn::Ended)
        } else if words.has(at, Class::Beginning) || words.is_any(at, BEGUN) {
            Some(Turn::Begun)
        } else {
            None
        }
    };
    near.take_while(|&at| !words.is(at, "born")).find_map(turn)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn found(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("November 9, 2023\n\n{text}")), RelationKind::Duration);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn lengths_miss_the_years_beside_them_by_no_decade() {
        let baths = "The town's baths will shut next March after # years, councillors voted.\n\nBrae Baths, which opened in May 1974, cost too much.";
        assert_eq!(found(&baths.replace('#', "59")), ["59 ≠ 49: May 1974 | November 9, 2023"]);
        assert_eq!(found(&baths.replace('#', "49")), Vec::<String>::new());
        let mill = "The mill, which opened in 1934 and ground its last corn in 1982, is to be a school.\n\nJon Holm, 88, worked there for 20 of its # years.";
        assert_eq!(found(&mill.replace('#', "58")), ["58 ≠ 48: 1934 | 1982"]);
        assert_eq!(found(&mill.replace('#', "48")), Vec::<String>::new());
    }

    #[test]
    fn lengths_of_something_else_are_left_alone() {
        for text in [
            "He was jailed for 59 years.\n\nBrae Baths, which opened in May 1974, will shut.",
            "The baths will shut after 59 years.\n\nThe club, which opened in May 1974, was formed in 1964.",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
