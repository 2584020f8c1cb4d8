//! Holds a length in years against the two ends that its own sentence gives it, whatever lasted: "held the seat from 2003 until
//! Thursday, a run of 22 years", "from 2006 to 2025, 19 years that took him to the ministry", "19 years, from 2006 to 2025".
//!
//! "From" one year and "to" another bound a time, and a length right beside them is that of it. An end without a year is of the
//! year in which the story appeared.

use rust_decimal::Decimal;

use super::lasting::open_years;
use super::{Entry, Relation, RelationKind, Story};
use crate::extract::Date;
use crate::language::{Interval, Words};
use crate::story::Placed;
use crate::story::calendar::day_of_publication;
use crate::story::passage::Passage;
use crate::text::Span;

/// Words between the length and the times beside it, at most: "a run of", "a total of nearly".
const NEAR: usize = 6;

/// The lengths that do not fit the two years beside them, or do, but for those `known` already.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    open_years(entries, known).filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence)?;
    let number = passage.positions(entry.figure.number);
    let dates = super::life::in_sentence(&story.dates, sentence);
    let ends =
        (0..dates.len().saturating_sub(1)).find_map(|at| Ends::of(story, &passage, &dates[at], &dates[at + 1]))?;
    let unit = passage.positions(entry.figure.unit.as_ref()?.span).end.max(number.end);
    // "21 years after it was formed"
    let is_counted_off =
        passage.words.is_any(unit, &["after", "ago", "before", "earlier", "later", "old", "older", "younger"]);
    let is_beside = !is_counted_off
        && (is_behind(passage.words, ends.end..number.start) || is_ahead(passage.words, unit..ends.start));
    let apart = Decimal::from(ends.years);
    let said = entry.figure.value;
    // Twice as long, or half, is more likely the length of something else.
    let is_near = apart <= said * Decimal::TWO && said <= apart * Decimal::TWO;
    // From the autumn of the one to the spring of the other it is a year less.
    let fitting = Interval::between(apart - Decimal::ONE, apart + Decimal::ONE);
    (is_beside && is_near).then(|| Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: ends.beside,
        cue: None,
        // The years are counted with or without the first.
        low: Some(apart),
        high: Some(apart + Decimal::ONE),
        printed: Some(apart),
        complete: true,
        holds: fitting.meets(entry.figure.interval),
    })
}

/// The two ends of a time.
struct Ends {
    years: i64,
    /// The positions of the word that leads to the first, and of the one behind the second.
    start: usize,
    end: usize,
    beside: Vec<Span>,
}

impl Ends {
    /// "From 2003 until Thursday", "between 2006 and 2025".
    fn of(story: &Story, passage: &Passage<'_>, from: &Placed<Date>, to: &Placed<Date>) -> Option<Self> {
        let words = passage.words;
        let (one, other) = (passage.positions(from.span), passage.positions(to.span));
        let lead =
            (1..=2).map(|back| one.start.wrapping_sub(back)).find(|&at| words.is_any(at, &["from", "between"]))?;
        let joints: &[&str] =
            if words.is(lead, "between") { &["and"] } else { &["to", "until", "till", "through", "–", "-"] };
        let gap = one.end..other.start;
        let is_joined = words.is_any(gap.start, joints) && gap.len() <= 2;
        let first = from.year?;
        let last = to.year.or_else(|| Some(day_of_publication(story)?.day.year()))?;
        let years = i64::from(last.checked_sub(first)?);
        (is_joined && 1 < years).then(|| Self { years, start: lead, end: other.end, beside: vec![from.span, to.span] })
    }
}

/// ", a run of", ", a total of nearly", "(": nothing between the times and the length but words for it.
fn is_behind(words: Words<'_>, gap: std::ops::Range<usize>) -> bool {
    const OTHERS: &[&str] =
        &["age", "after", "delay", "and", "he", "she", "who", "which", "sentence", "lead", "at", "in", "by"];
    let is_mark = words.is_any(gap.start, &[",", "(", "–", "—", ":", ";"]);
    is_mark && gap.len() <= NEAR && !gap.clone().any(|at| words.is_any(at, OTHERS))
}

/// "19 years, from 2006 to 2025", "for 19 years from 2006 to 2025".
fn is_ahead(words: Words<'_>, gap: std::ops::Range<usize>) -> bool {
    gap.len() <= 1 && gap.clone().all(|at| words.is_any(at, &[",", "(", "–", "—"])) && gap.start <= gap.end
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_length_beside_two_years_is_theirs() {
        for (text, wrong, right) in [
            ("The Greens had held the ward from 2003 until Thursday, a run of # years.", "19", "22"),
            ("Ada Ek had held the seat from 2006 to 2025, # years that took her to the ministry.", "16", "19"),
            ("Jon Holm was the fair's secretary for # years, from 1991 to 2020, and never missed a pie.", "39", "29"),
            ("The pit was worked between 1911 and 1985 (# years).", "84", "74"),
        ] {
            for (number, is_wrong) in [(wrong, true), (right, false)] {
                let text = format!("Brae news\n\n14 November 2025\n\n{}", text.replace('#', number));
                let found = relations(&read(&text), RelationKind::Duration);
                assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
            }
        }
    }

    #[test]
    fn what_the_years_give_is_counted_with_or_without_the_first() {
        let text = "Brae news\n\n14 November 2025\n\nThe Greens had held the ward from 2003 until Thursday, a run of 19 years.";
        assert_eq!(relations(&read(text), RelationKind::Duration), ["19 ≠ 22..23: 2003 | Thursday"]);
    }

    #[test]
    fn the_length_of_something_else_is_left_alone() {
        for text in [
            "Ada Ek sat in the house from 2006 to 2025, and in 16 years on the board she missed one vote.",
            "Rents rose from 2006 to 2025, after a freeze of 16 years.",
            "From 2006 to 2025 the club, which is 16 years older than the park, played there.",
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Duration);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
