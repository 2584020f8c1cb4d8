//! Times as many, told from so many times: "three times as many" is a ratio, "won three times" a count.

use super::meaning::Meaning;
use super::rate::read_rate;
use super::unit::singular;
use super::{FigureKind, Unit};
use crate::language::Words;

/// What stands behind "times" where one thing is held against another.
const COMPARED: &[&str] = &[
    "as",
    "more",
    "less",
    "the",
    "its",
    "his",
    "her",
    "their",
    "that",
    "what",
    "those",
    "earnings",
    "profits",
    "revenue",
    "sales",
    "oversubscribed",
    "average",
    "normal",
];

/// What stands before "three times" where something grows by it.
const GROWING: &[&str] =
    &["by", "up", "rose", "risen", "grew", "grown", "increased", "jumped", "multiplied", "soared", "to", "at"];

/// Reads "three times", "10-fold" and "3x" behind a number that runs from `first` to `end`; `None` if none stands there.
pub(super) fn read_times(words: Words<'_>, first: usize, end: usize) -> Option<Meaning> {
    let word = words.past_hyphen(end);
    let is_fold = words.is(word, "fold") || (words.written(end) == "x" && words.is_glued(end));
    if is_fold {
        return Some(Meaning::bare(FigureKind::Ratio, word + 1));
    }
    if !words.is(word, "times") {
        return None;
    }
    let grows = (1..=2).any(|back| words.is_any(first.wrapping_sub(back), GROWING));
    let is_comparative =
        words.written(word + 1).ends_with("er") && !words.is_any(word + 1, &["over", "after", "under", "ever"]);
    // "48 times the year before": when, and not than what.
    let is_when = words.is(word + 1, "the")
        && words.is_any(word + 2, &["day", "week", "month", "quarter", "season", "year"])
        && words.is_any(word + 3, &["before", "after"]);
    if grows || is_comparative || words.is_any(word + 1, COMPARED) && !is_when {
        return Some(Meaning::bare(FigureKind::Ratio, word + 1));
    }
    let unit = Unit { span: words.span(word, word + 1), head: singular(words.written(word)) };
    Some(read_rate(words, Meaning { kind: FigureKind::Count, unit: Some(unit), end: word + 1 }))
}
