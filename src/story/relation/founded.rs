//! Holds the age of a thing against the year in which it was made: "the block, opened in 1974, is 61 years old",
//! "Founded in 1924, the club turns 110", "The hall opened in 1979. It is 37 years old".

use rust_decimal::Decimal;

use super::{Entry, Relation, RelationKind, Story, elapsed};
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
    "went",
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
    "finished",
    "laid",
    "dug",
    "made",
    "unveiled",
    "inaugurated",
    "set",
];

/// The ages of things whose first year stands in the sentence or in the one before, on the day of the story.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let is_age = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let words = story.text_of(figure.span);
        let is_old = figure.kind == FigureKind::Age && words.contains("year") && words.contains("old");
        figure.modifier == Modifier::Plain && figure.pair.is_none() && (is_old || is_birthday(story, entry))
    };
    let Some(today) = day_of_publication(story) else { return Vec::new() };
    let today = (today.day.year(), today.span);
    entries.iter().filter(is_age).filter_map(|entry| relation(story, entry, today)).collect()
}

/// "Turns 110", "turned 50 in May": of what is counted by nothing else.
fn is_birthday(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let is_bare = matches!(figure.kind, FigureKind::Age | FigureKind::Count) && figure.unit.is_none();
    let before = story.text[..figure.number.start as usize].trim_end();
    is_bare && ["turns", "turned", "turning", "turn", "will be"].iter().any(|verb| before.ends_with(verb))
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

/// The only year of the sentence, or of the one before where this has none and goes on from it, if a thing was made in
/// it, and nobody in either can be the one who is so old.
fn year_made(story: &Story, entry: &Entry<'_>) -> Option<(i16, Span)> {
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence)?;
    let words = passage.words;
    let number = passage.position(entry.figure.number.start);
    let opens = number == passage.first + 1 && words.is(passage.first, "the");
    let tells = opens
        || words.is_any(number.wrapping_sub(1), &["is", "was", "now", "turns", "turned", "turning"])
        || words.is(number.wrapping_sub(2), "will") && words.is_any(number.wrapping_sub(1), &["turn", "be"]);
    let here = || only_year(story, &passage, sentence);
    let above = || {
        // "It was 99 years old", "When it gave out it was 99 years old"
        let is_it = words.is(passage.first, "it") && passage.first + 4 > number;
        let is_it_then =
            words.run_is(passage.first, &["when", "it"]) && words.run_is(number.wrapping_sub(2), &["it", "was"]);
        let is_led = (is_it || is_it_then) && elapsed::goes_on(story, entry);
        let before = sentence.checked_sub(1).filter(|_| is_led)?;
        only_year(story, &Passage::of_sentence(story, before)?, before)
    };
    // "The school will be 115 next month. It was founded in 1911."
    let below = || {
        let next = Passage::of_sentence(story, sentence + 1).filter(|next| next.words.is(next.first, "it"))?;
        let is_same_block = story.sentences[sentence + 1].block == story.sentences[sentence].block;
        only_year(story, &next, sentence + 1).filter(|_| is_same_block)
    };
    let has_year = super::life::in_sentence(&story.dates, sentence).iter().any(|date| date.year.is_some());
    let made = if has_year { here() } else { above().or_else(below) };
    made.filter(|_| tells && is_of_thing(&passage))
}

fn is_of_thing(passage: &Passage<'_>) -> bool {
    let words = passage.words;
    let is_persons = |at: usize| {
        words.has(at, Class::Kin)
            || words.is_any(at, &["he", "she", "i", "who", "whose", "born", "aged", "then"])
            || words.is(at, "when") && !(at == passage.first && words.is(at + 1, "it"))
    };
    !(passage.first..passage.end).any(is_persons)
}

/// The only year of a sentence, if a thing was made in it.
fn only_year(story: &Story, passage: &Passage<'_>, sentence: usize) -> Option<(i16, Span)> {
    let words = passage.words;
    let mut years = super::life::in_sentence(&story.dates, sentence).iter().filter(|date| date.year.is_some());
    let (Some(date), None) = (years.next(), years.next()) else { return None };
    let at = passage.position(date.span.start);
    let is_made = (at.saturating_sub(NEAR).max(passage.first)..at).any(|at| words.is_any(at, MADE));
    let is_year =
        words.is_any(at.wrapping_sub(1), &["in", "from", "to", "since"]) && !story.text_of(date.span).ends_with('s');
    (is_made && is_year && is_of_thing(passage)).then_some((date.year?, date.span))
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
        assert_eq!(ages("Founded in 1924, the club turns 110 in May."), ["110 ≠ 101: 1924 | March 6, 2025"]);
        assert_eq!(ages("The hall opened in 1979. It is 37 years old."), ["37 ≠ 46: 1979 | March 6, 2025"]);
        for text in [
            "The block, opened in 1974, is 51 years old, and a boy of 14 climbed it in 1999.",
            "The chapel, built in 1884, was bought by a 34-year-old baker.",
            "The club was founded in 1899 by a man who was 22 years old.",
            "The club was founded in 1924. Its oldest member turns 110 in May.",
            "The hall opened in 1979. The organ in it is 37 years old.",
            "The vessel, built in the 1980s, is 20 years old.",
        ] {
            assert!(!ages(text).iter().any(|age| age.contains('≠')), "{text}");
        }
    }
}
