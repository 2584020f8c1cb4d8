//! Finds rates of money that come back with another number: "charges fees of £6.2m a year … the £6.2bn a year in fees".
//!
//! Behind an article a rate is one that the reader has met. Where the story has but one of the currency and the stretch of
//! time whose digits it is, though on another scale or with one of them wrong, the two are one.

use super::repeat::contradiction;
use super::{Entry, Relation, Story, solver};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::is_one_of;

/// More rates than this are a table in prose; the bound keeps the step linear.
const MOST: usize = 24;

/// The rates that contradict the only earlier one that they can be.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let rates: Vec<&Entry<'_>> = entries.iter().filter(|entry| is_rate(story, entry)).take(MOST).collect();
    let found = rates.iter().enumerate().filter(|(_, again)| comes_back(story, again)).filter_map(|(number, again)| {
        let is_alike = |other: &&&Entry<'_>| other.claim != again.claim && are_alike(story, other, again);
        let is_told = |other: &&Entry<'_>| other.figure.interval.meets(again.figure.interval);
        if rates.iter().filter(is_alike).any(is_told) {
            return None;
        }
        let is_slip = |first: &&&Entry<'_>| {
            first.figure.sentence != again.figure.sentence && solver::is_slip(first.figure, again.figure)
        };
        let mut slips = rates[..number].iter().filter(is_alike).filter(is_slip);
        let first = slips.next().filter(|_| slips.next().is_none())?;
        Some(contradiction(first, again))
    });
    found.collect()
}

/// "£6.2m a year": a plain sum over a stretch of time.
fn is_rate(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Rate
        && figure.unit.is_some()
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::Headline | Role::Dek)
}

/// Whether both are in one currency, for the same stretch of time.
fn are_alike(story: &Story, one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let unit = |entry: &Entry<'_>| entry.figure.unit.as_ref().map(|unit| unit.head.clone());
    let each = |entry: &Entry<'_>| story.text_of(entry.figure.span).rsplit(' ').next().map(str::to_lowercase);
    unit(one) == unit(other) && each(one) == each(other)
}

/// "The £6.2bn a year": known to the reader.
fn comes_back(story: &Story, again: &Entry<'_>) -> bool {
    let figure = again.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    before.last().is_some_and(|word| is_one_of(word.of(text), &["the", "that", "those", "this"]))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_rate_that_comes_back_is_the_one_that_was_told() {
        let fees = "The owner takes fees of £6.2m a year, the report says.";
        for (text, is_wrong) in [
            ("A clerk said the £6.2bn a year was fair.", true),
            ("A clerk said the £6.8m a year was fair.", true),
            ("A clerk said the £6.2m a year was fair.", false),
            ("A clerk said the £6.2bn a week was too much.", false),
            ("A clerk said the £9.4m a year spent on coal was fair.", false),
            ("The trade takes £6.2bn a year.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{fees}\n\n{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
