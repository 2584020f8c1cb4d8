//! Holds the age of a thing against the year in which it was made: "the block, opened in 1974, is 61 years old".

use rust_decimal::Decimal;

use super::{Entry, Relation, RelationKind, Story};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Interval};
use crate::story::calendar::day_of_publication;
use crate::story::passage::Passage;
use crate::text::Span;

/// Words between what made a thing and the year, at most: "opened to the public in 1974".
const NEAR: usize = 5;

/// What makes a thing.
const MADE: &[&str] = &[
    "built",
    "opened",
    "founded",
    "formed",
    "established",
    "launched",
    "created",
    "completed",
    "erected",
    "constructed",
    "planted",
    "commissioned",
    "dating",
    "dates",
    "unveiled",
    "inaugurated",
    "set",
];

/// The ages of things whose first year stands in the sentence, on the day of the story.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let is_age = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let words = story.text_of(figure.span);
        figure.kind == FigureKind::Age
            && figure.modifier == Modifier::Plain
            && figure.pair.is_none()
            && words.contains("year")
            && words.contains("old")
    };
    let Some(today) = day_of_publication(story) else { return Vec::new() };
    let today = (today.day.year(), today.span);
    entries.iter().filter(is_age).filter_map(|entry| relation(story, entry, today)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>, today: (i16, Span)) -> Option<Relation> {
    let (made, span) = year_made(story, entry)?;
    let years = Decimal::from(today.0.checked_sub(made)?);
    let given = Interval::between(years - Decimal::ONE, years + Decimal::ONE);
    Some(Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: vec![span, today.1],
        cue: None,
        low: Some(years),
        high: Some(years),
        printed: Some(years),
        complete: true,
        holds: given.meets(entry.figure.interval),
    })
}

/// The only year of the sentence, if a thing was made in it, and nobody in the sentence can be the one who is so old.
fn year_made(story: &Story, entry: &Entry<'_>) -> Option<(i16, Span)> {
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence)?;
    let words = passage.words;
    let mut years = super::life::in_sentence(&story.dates, sentence).iter().filter(|date| date.year.is_some());
    let (Some(date), None) = (years.next(), years.next()) else { return None };
    let at = passage.position(date.span.start);
    let is_made = (at.saturating_sub(NEAR).max(passage.first)..at).any(|at| words.is_any(at, MADE));
    let is_year =
        words.is_any(at.wrapping_sub(1), &["in", "from", "to", "since"]) && !story.text_of(date.span).ends_with('s');
    let is_persons = |at: usize| {
        words.has(at, Class::Kin)
            || words.is_any(at, &["he", "she", "i", "who", "whose", "born", "aged", "when", "then"])
    };
    let number = passage.position(entry.figure.number.start);
    let opens = number == passage.first + 1 && words.is(passage.first, "the");
    let tells = opens || words.is_any(number.wrapping_sub(1), &["is", "was", "now"]);
    let is_thing = !(passage.first..passage.end).any(is_persons);
    (is_made && is_year && tells && is_thing).then_some((date.year?, date.span))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn ages(text: &str) -> Vec<String> {
        relations(&read(&format!("March 6, 2025\n\n{text}")), RelationKind::Duration)
    }

    #[test]
    fn a_thing_is_as_old_as_the_years_since_it_was_made() {
        assert_eq!(ages("The block, opened in 1974, is 61 years old."), ["61 ≠ 51: 1974 | March 6, 2025"]);
        assert_eq!(ages("The Railway Arms, built in 1884, is 141 years old."), ["141 = 141: 1884 | March 6, 2025"]);
        assert_eq!(ages("The ship, built in 1988, was 43 years old."), ["43 ≠ 37: 1988 | March 6, 2025"]);
        for text in [
            "The block, opened in 1974, is 51 years old, and a boy of 14 climbed it in 1999.",
            "The chapel, built in 1884, was bought by a 34-year-old baker.",
            "The club was founded in 1899 by a man who was 22 years old.",
            "The vessel, built in the 1980s, is 20 years old.",
        ] {
            assert!(!ages(text).iter().any(|age| age.contains('≠')), "{text}");
        }
    }
}
