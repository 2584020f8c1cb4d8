//! A percentage by which two others lie apart, called percent: "support is up 6 percent from June, when 48 percent said yes"
//! of what stands at 54.
//!
//! That three percentages near one another fit to the last digit is no chance where one of them tells of a change; a relative
//! change hardly ever has the very number of the points.

use rust_decimal::Decimal;

use super::super::{RelationKind, Way, exact, way_of};
use super::{Entry, Ledger, Relation, Story};
use crate::draft::{Place, Role};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Words, is_one_of};
use crate::story::passage::Passage;

/// How many sentences the levels may stand away from the change.
const REACH: usize = 2;

/// How many percentages before and behind the change may be the levels.
const AROUND: usize = 6;

/// Words between the change and the word that tells it.
const NEAR: usize = 4;

/// Words of change and of distance that say no way.
const APART: &[&str] = &[
    "better",
    "change",
    "changed",
    "deterioration",
    "difference",
    "down",
    "gap",
    "gulf",
    "higher",
    "improved",
    "improvement",
    "improving",
    "lower",
    "more",
    "shift",
    "swing",
    "up",
    "widened",
    "worse",
];

/// Those of them that say that it went down.
const DOWN: &[&str] = &["deterioration", "down", "lower", "worse"];

/// The percentages that are points.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let percentages: Vec<&Entry<'_>> = entries.iter().filter(|entry| is_percentage(story, entry)).collect();
    if percentages.len() < 3 {
        return Vec::new();
    }
    let told: Vec<(&Entry<'_>, Option<&str>)> =
        percentages.iter().map(|entry| (*entry, word_of_change(story, entry))).collect();
    (0..told.len()).filter_map(|at| of_change(&told, at, ledger)).collect()
}

/// The percentages with the words that tell them as changes: the one at `at`, where it is the distance of two of the others.
fn of_change(told: &[(&Entry<'_>, Option<&str>)], at: usize, ledger: &Ledger) -> Option<Relation> {
    let (stated, word) = told[at];
    let word = word.filter(|_| stated.figure.modifier == Modifier::Plain && ledger.is_free(stated.claim))?;
    let is_level = |(other, word): &&(&Entry<'_>, Option<&str>)| {
        other.claim != stated.claim
            && other.figure.sentence.abs_diff(stated.figure.sentence) <= REACH
            && other.figure.block.abs_diff(stated.figure.block) <= 1
            && word.is_none()
    };
    let around = at.saturating_sub(AROUND)..told.len().min(at + AROUND + 1);
    let levels: Vec<&Entry<'_>> = told[around].iter().filter(is_level).map(|(level, _)| *level).collect();
    let pairs = levels.iter().enumerate().flat_map(|(at, one)| levels[..at].iter().map(move |other| (*other, *one)));
    let mut fitting = pairs.filter(|(one, other)| is_apart(stated, one, other));
    let (one, other) = fitting.next().filter(|_| fitting.next().is_none())?;
    let is_beside = [one, other].iter().any(|level| level.figure.sentence == stated.figure.sentence);
    (is_beside || levels.len() == 2).then(|| points(stated, word, one, other))
}

fn is_percentage(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let block = &story.blocks[figure.block];
    figure.kind == FigureKind::Percentage
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && figure.pair.is_none()
        && Decimal::ZERO < figure.value
        && !matches!(block.place, Place::Cell { .. })
        && matches!(block.role, Role::Paragraph | Role::ListItem)
}

/// The word right beside a percentage that says that it is a change: "up 6 percent", "a 10 percent drop".
fn word_of_change<'a>(story: &'a Story, entry: &Entry<'_>) -> Option<&'a str> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let words = passage.words;
    let number = passage.positions(entry.figure.number);
    let tells = |at: &usize| is_told(words, *at);
    // "Rose to 54 percent" tells a level.
    let lead = number.start.wrapping_sub(1);
    let is_level = words.is_any(lead, &["to", "from", "at", "than", "and", "with"]);
    let stops = |at: &usize| !words.is_any(*at, &["to", "from", ",", ".", ";", "(", "than", "and", "average"]);
    let before = number.start.saturating_sub(NEAR).max(passage.first)..number.start;
    let ahead = before.rev().take_while(stops).filter(|_| !is_level).find(tells);
    // "Per cent" is two words.
    let end = passage.positions(entry.figure.span).end.max(number.end);
    let behind = words.past_hyphen(end);
    let told = ahead.or_else(|| (behind..behind + 2).take_while(stops).find(tells));
    let told = told.or_else(|| words.is(lead, "by").then_some(lead));
    told.filter(|_| !words.is(end, "of")).map(|at| words.written(at))
}

fn is_told(words: Words<'_>, at: usize) -> bool {
    // "Added 2 percent to her lead of 10 percent": of what the levels are shares of.
    const ADDED: &[&str] = &["add", "added", "adding", "adds"];
    words.is_word(at)
        && !words.is_any(at, ADDED)
        && (way_of(words.written(at)).is_some() || is_one_of(words.written(at), APART))
}

/// Whether the levels lie exactly so many points apart, and not so many percent.
fn is_apart(stated: &Entry<'_>, one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let (low, high) = (one.figure.value.min(other.figure.value), one.figure.value.max(other.figure.value));
    let (apart, value) = (high - low, stated.figure.value);
    let is_relative = |base: Decimal| (apart * Decimal::ONE_HUNDRED / base - value).abs() < Decimal::ONE;
    apart == value && value != low && !is_relative(low) && !is_relative(high)
}

fn points(stated: &Entry<'_>, word: &str, one: &Entry<'_>, other: &Entry<'_>) -> Relation {
    let (low, high) = if one.figure.value < other.figure.value { (one, other) } else { (other, one) };
    let is_down = is_one_of(word, DOWN) || way_of(word) == Some(Way::Down);
    let (from, to) = if is_down { (high, low) } else { (low, high) };
    exact(RelationKind::Points, stated.claim, vec![from.claim, to.claim], stated.figure.value, false)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Points);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn levels_that_lie_so_many_points_apart_are_not_so_many_percent_apart() {
        for text in [
            "Some 54 percent would vote yes, 39 percent no and 11 percent were undecided, the firm said.\n\nSupport is up 6 percent from June, when 48 percent told the firm yes.",
            "The bank lifted its rate to 4.25 percent, Ada Ek said.\n\nThe rate goes up from 4 percent, an increase of 0.25 percent, the bank said.",
            "Only 61 percent came, Ada Ek said. In May it was 68 percent. It is a 7 percent drop.",
        ] {
            assert_eq!(wrong(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn points_relative_changes_and_other_shares_are_left_alone() {
        for text in [
            "Some 54 percent would vote yes, Ada Ek said.\n\nSupport is up 6 points from June, when 48 percent told the firm yes.",
            "Support rose 12.5 percent, to 54 percent from 48 percent, Ada Ek said.",
            "Some 54 percent would vote yes, 48 percent no and 6 percent did not know, Ada Ek said.",
            "Sales rose 6 percent, Ada Ek said. Costs rose 9 percent and rents rose 15 percent.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
    }
}
