//! A number of years that a decade, or two digits that changed places, part from the years beside it: "opened in 1998. … In 38
//! years" of 2026.
//!
//! Where no wording has tied the two, that the time from one year to another has the last digit of the length beside it hardly
//! ever happens by chance. A wrong last digit does; there the words have to say that the year begins the length.

use rust_decimal::Decimal;

use super::super::elapsed::{BEGUN, Year, YearAt, between, years_of};
use super::super::standing;
use super::{Entry, Ledger, Relation, Story, digits, is_text};
use crate::extract::{FigureKind, Modifier};
use crate::language::Words;
use crate::story::calendar::day_of_publication;
use crate::story::passage::Passage;

/// Shorter lengths meet too many years.
const SHORT: i64 = 10;

/// Words between what begins and its year, at most.
const NEAR: usize = 6;

/// The lengths that the years beside them miss.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let today = day_of_publication(story).map(|day| (day.day.year(), day.span));
    let lengths = entries.iter().filter(|entry| is_length(story, entry) && ledger.is_free(entry.claim));
    lengths.filter_map(|entry| missed(story, entry, today)).collect()
}

fn is_length(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Duration
        && figure.unit.as_ref().is_some_and(|unit| unit.head == "year")
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && figure.value.is_integer()
        && Decimal::from(SHORT) <= figure.value
        && is_text(story, figure.block)
}

fn missed(story: &Story, entry: &Entry<'_>, today: Option<Year>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence)?;
    let words = passage.words;
    let number = passage.positions(entry.figure.number);
    let length = number.start..passage.positions(entry.figure.unit.as_ref()?.span).end.max(number.end);
    if is_of_another(words, passage.first, passage.end) {
        return None;
    }
    if words.is_any(length.end, NEXT) {
        return later(story, entry, &passage, length.end);
    }
    let own = years_of(story, &passage, sentence);
    let before = sentence.checked_sub(1).filter(|&other| story.sentences[other].block == entry.figure.block);
    let before = before.and_then(|other| Some((Passage::of_sentence(story, other)?, other)));
    let earlier = before.as_ref().map_or_else(Vec::new, |(passage, other)| years_of(story, passage, *other));
    // "Elected in 2001 and re-elected in 2011": without the year of the story, only from one to the other is a time told.
    let is_span = own.windows(2).any(|pair| (pair[0].at.end..pair[1].at.start).any(|at| words.is_any(at, TO)));
    let ends: Vec<Year> = own.iter().map(of).filter(|_| is_span || today.is_some()).chain(today).collect();
    let starts: Vec<Year> = own.iter().chain(&earlier).map(of).collect();
    let pairs: Vec<(Year, Year)> = starts
        .iter()
        .flat_map(|&from| ends.iter().map(move |&to| (from, to)))
        .filter(|(from, to)| from.0 < to.0)
        .collect();
    let value = entry.figure.value;
    let gap = |(from, to): &(Year, Year)| Decimal::from(to.0 - from.0);
    if pairs.iter().any(|pair| (gap(pair) - value).abs() <= Decimal::ONE) {
        return None;
    }
    let is_decade = |pair: &&(Year, Year)| {
        let gap = gap(pair);
        let is_long = Decimal::from(SHORT) <= gap;
        is_long && (standing::is_slip(gap, value) || is_swapped(gap, value))
    };
    let is_begun = |pair: &&(Year, Year)| {
        let begins = own.iter().any(|year| year.span == pair.0.1 && begins(words, &length, year));
        own.len() == 1 && begins && digits::is_slip(gap(pair), value)
    };
    let &(from, to) = pairs.iter().find(is_decade).or_else(|| pairs.iter().find(is_begun))?;
    between(entry, from, to)
}

/// "Opened in 1931. It closed in 1988, 47 years later", "went out in 1988, 40 years after it was lit": the only two years
/// that are told, of which the later stands with the length.
fn later(story: &Story, entry: &Entry<'_>, passage: &Passage<'_>, end: usize) -> Option<Relation> {
    const IT: &[&str] = &["it", "she", "he", "they"];
    let words = passage.words;
    let is_after = words.is(end, "after") && words.is_any(end + 1, IT);
    if !is_after && !words.is(end, "later") {
        return None;
    }
    let sentence = entry.figure.sentence;
    let before = sentence.checked_sub(1).filter(|&other| story.sentences[other].block == entry.figure.block);
    let earlier = before.and_then(|other| Some(years_of(story, &Passage::of_sentence(story, other)?, other)));
    let own = years_of(story, passage, sentence);
    let all: Vec<Year> = earlier.iter().flatten().chain(&own).map(of).collect();
    let [from, to] = all[..] else { return None };
    let is_own = own.iter().any(|year| year.span == to.1 && year.at.end <= end);
    let gap = Decimal::from(to.0 - from.0);
    let is_near = gap <= entry.figure.value * Decimal::TWO && entry.figure.value <= gap * Decimal::TWO;
    if !is_own || to.0 <= from.0 || !is_near {
        return None;
    }
    between(entry, from, to)
}

fn of(year: &YearAt) -> Year {
    (year.year, year.span)
}

fn is_swapped(one: Decimal, other: Decimal) -> bool {
    let reversed = one.to_string().chars().rev().collect::<String>();
    reversed == other.to_string()
}

/// Words between the two years of a time.
const TO: &[&str] = &["to", "till", "until"];

/// Words behind a length of another time: "20 years later", "a 20-year sentence".
const NEXT: &[&str] = &["later", "earlier", "before", "from", "after", "old", "apart", "ahead", "hence", "older"];

/// Whether the sentence tells of prison, or of what is to come.
fn is_of_another(words: Words<'_>, first: usize, end: usize) -> bool {
    const OTHER: &[&str] = &[
        "jail",
        "jailed",
        "prison",
        "sentence",
        "sentenced",
        "imprisonment",
        "imprisoned",
        "probation",
        "bars",
        "next",
        "every",
        "age",
        "aged",
        "average",
        "if",
        "until",
        "lease",
        "loan",
        "bond",
        "bonds",
        "contract",
        "deal",
        "plan",
        "previous",
        "previously",
    ];
    (first..end).any(|at| words.is_any(at, OTHER))
}

/// "After 14 years as treasurer, having taken on the job in 2008": something that began goes with the year behind the length.
fn begins(words: Words<'_>, length: &std::ops::Range<usize>, year: &YearAt) -> bool {
    const LINKS: &[&str] = &["having", "since", "who", "which", "he", "she", "they", "it"];
    let is_led = words.is_any(year.at.start.wrapping_sub(1), &["in", "since"]);
    let near = year.at.start.saturating_sub(NEAR).max(length.end)..year.at.start;
    let is_linked = (length.end..year.at.start).any(|at| words.is_any(at, LINKS));
    let is_begun = near.clone().any(|at| words.is_any(at, BEGUN) || words.is_any(at, &["taken", "become", "since"]));
    length.end <= year.at.start && is_led && is_linked && is_begun
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("November 9, 2023\n\n{text}")), RelationKind::Duration);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn a_decade_too_many_is_seen_whatever_the_words() {
        for (text, found) in [
            (
                "Brae Lifts has run the slope since it opened in 1995. \"In 38 years nobody was hurt,\" Ada Ek said.",
                "38 ≠ 28: 1995 | November 9, 2023",
            ),
            (
                "She is going after 14 years as clerk, having taken on the job in 2006, Ada Ek said.",
                "14 ≠ 17: 2006 | November 9, 2023",
            ),
        ] {
            assert_eq!(wrong(text), [found], "{text}");
        }
    }

    #[test]
    fn lengths_that_hold_or_are_of_another_time_are_left_alone() {
        for text in [
            "Brae Lifts has run the slope since it opened in 1995. \"In 28 years nobody was hurt,\" Ada Ek said.",
            "He was jailed in 1995 for 18 years, Ada Ek said.",
            "He was elected in 2006 after 14 years as a clerk, Ada Ek said.",
            "The mill burnt down in 1995 and was rebuilt 18 years later, Ada Ek said.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
    }
}
