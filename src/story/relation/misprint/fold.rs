//! A fraction by which the two figures of its sentence do not part: "cut its beds from 18 to 12, or by half".

use rust_decimal::Decimal;

use super::super::RelationKind;
use super::super::exact;
use super::{Entry, Ledger, Relation, Story, is_amount, is_like, is_text};
use crate::extract::{FigureKind, Modifier};
use crate::language::Words;
use crate::story::passage::Passage;

/// What the fraction may be off by, in percent of itself: the words are used loosely.
const LOOSE: i64 = 20;

/// The fractions that the figures beside them contradict.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let sentences = entries.chunk_by(|one, other| one.figure.sentence == other.figure.sentence);
    sentences.filter(|own| own.len() == 3).filter_map(|own| missed(story, own, ledger)).collect()
}

/// The fraction among the only three figures of a sentence.
fn missed(story: &Story, own: &[Entry<'_>], ledger: &Ledger) -> Option<Relation> {
    let stated = own.iter().find(|entry| entry.figure.kind == FigureKind::Share)?;
    let mut ends = own.iter().filter(|entry| is_amount(entry));
    let (from, to) = ends.next().zip(ends.next())?;
    let passage = Passage::of_sentence(story, stated.figure.sentence)?;
    let is_told = stated.figure.modifier == Modifier::Plain
        && is_text(story, stated.figure.block)
        && ledger.is_free(stated.claim)
        && is_like(from.figure, to.figure)
        && is_by(passage.words, passage.position(stated.figure.number.start))
        && is_from_to(
            passage.words,
            passage.position(from.figure.number.start),
            passage.position(to.figure.number.start),
        );
    let (low, high) = (from.figure.value.min(to.figure.value), from.figure.value.max(to.figure.value));
    let apart = (high - low) * Decimal::ONE_HUNDRED;
    let given = apart.checked_div(from.figure.value)?;
    let off = (given - stated.figure.value).abs() * Decimal::ONE_HUNDRED;
    let is_wrong = low < high && stated.figure.value * Decimal::from(LOOSE) < off;
    (is_told && is_wrong)
        .then(|| exact(RelationKind::PercentChange, stated.claim, vec![from.claim, to.claim], given, false))
}

/// "By half", "by a third", "a cut of a third".
fn is_by(words: Words<'_>, number: usize) -> bool {
    let lead = number.wrapping_sub(1);
    let lead = if words.is_any(lead, &["a", "one", "about"]) { lead.wrapping_sub(1) } else { lead };
    words.is(lead, "by")
}

/// "From 18 to 12", "from 18 beds to 12".
fn is_from_to(words: Words<'_>, from: usize, to: usize) -> bool {
    let is_led = |at: usize, word: &str| (at.saturating_sub(2)..at).any(|at| words.is(at, word));
    is_led(from, "from") && is_led(to, "to")
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::PercentChange);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn a_fraction_that_the_two_figures_do_not_make_is_found() {
        for text in [
            "It has cut its beds from 18 to 12, or by half, since the fire, Ada Ek said.",
            "By a third, from 900 to 380, the herd has shrunk, Ada Ek said.",
        ] {
            assert_eq!(wrong(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn fractions_that_fit_and_those_of_other_things_are_left_alone() {
        for text in [
            "It has cut its beds from 18 to 9, or by half, since the fire, Ada Ek said.",
            "It has cut its beds from 18 to 12, or by a third, since the fire, Ada Ek said.",
            "The herd rose from 12 to 18, or by half, Ada Ek said.",
            "Half of the 18 voters and 12 others were outvoted by two-thirds of the rest, Ada Ek said.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
    }
}
