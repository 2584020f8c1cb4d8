//! A length with which somebody's words begin, against the same length told right before them: "have been without a contract
//! for 14 months … “Sixteen months is a long time”".

use rust_decimal::Decimal;

use super::repeat::contradiction;
use super::{Entry, Relation, Story};
use crate::extract::{Figure, FigureKind, Modifier};
use crate::story::Placed;
use crate::story::passage::Passage;

/// In how many sentences before the words the length is told.
const REACH: usize = 3;

/// The lengths of quotations that are not the one before them.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let opens = entries.iter().enumerate().filter(|(_, again)| is_length(again) && opens_quotation(story, again));
    opens.filter_map(|(number, again)| against_last(story, entries, number, again)).collect()
}

fn is_length(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Duration
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && Decimal::ONE < figure.value
        && !entry.number.ends_with('s')
}

/// "“Sixteen months is a long time”", "“Six weeks without water”": a sentence of a quotation begins with it.
fn opens_quotation(story: &Story, again: &Entry<'_>) -> bool {
    let figure = again.figure;
    let Some(passage) = Passage::of_sentence(story, figure.sentence).filter(|_| story.is_quoted(figure.number)) else {
        return false;
    };
    let words = passage.words;
    let at = passage.position(figure.number.start);
    let is_first = (passage.first..at).all(|at| !words.is_word(at));
    let Some(unit) = figure.unit.as_ref() else { return false };
    let behind = passage.positions(unit.span).end;
    let goes_on = words.is_any(behind, &["is", "was", "without", "of", "waiting", "in", "on", "and", ",", ".", "it"]);
    is_first && goes_on && behind < passage.end
}

fn against_last(story: &Story, entries: &[Entry<'_>], number: usize, again: &Entry<'_>) -> Option<Relation> {
    let figure = again.figure;
    let is_like = |other: &Figure| {
        other.kind == FigureKind::Duration
            && other.unit.as_ref().map(|unit| &unit.head) == figure.unit.as_ref().map(|unit| &unit.head)
    };
    let like = || entries.iter().filter(|other| other.claim != again.claim && is_like(other.figure));
    let first = entries[..number].iter().rev().find(|other| is_like(other.figure) && is_length(other))?;
    let is_only = like().all(|other| other.figure.value == first.figure.value);
    let (one, two) = (first.figure, figure);
    let (low, high) = (one.value.min(two.value), one.value.max(two.value));
    let is_near = one.sentence < two.sentence
        && two.sentence <= one.sentence + REACH
        && two.block <= one.block + 2
        && low < high
        && high * Decimal::TWO <= low * Decimal::from(3);
    (is_only && is_near && lasts(story, one)).then(|| contradiction(first, again))
}

/// "For 14 months", "after six weeks": told by the reporter of how long it has lasted.
fn lasts(story: &Story, figure: &Placed<Figure>) -> bool {
    let Some(passage) = Passage::of_sentence(story, figure.sentence).filter(|_| !story.is_quoted(figure.number)) else {
        return false;
    };
    let at = passage.position(figure.span.start.min(figure.number.start));
    passage
        .words
        .is_any(at.wrapping_sub(1), &["for", "after", "of", "lasted", "waited", "spent", "took", "than", "over"])
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn who_speaks_of_a_length_means_the_one_before() {
        let first = "Weavers in Brae have been without a contract for 14 months, Ada Ek said on Sunday.\n\n";
        for (text, is_wrong) in [
            ("“Sixteen months is a long time to work on a handshake,” she said.", true),
            ("“Fourteen months is a long time to work on a handshake,” she said.", false),
            ("“Sixteen months ago we were friends,” she said.", false),
            ("“Three months is what I give them,” she said.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{first}{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
