//! Items that an article counts: "a tank" is one tank where it stands in a list of counts
//! ("two armored vehicles, four guns and an ammunition depot").

use rust_decimal::Decimal;

use super::scan::tokens_of;
use super::unit::read_single;
use super::{Figure, FigureKind, Modifier};
use crate::language::{Interval, TokenKind, WordList, Words};

/// What counts one item.
const ARTICLES: WordList = WordList::of(&["a", "an", "one"]);

/// Adds the items of one to the lists that `figures` form; the result is by position.
pub(super) fn add_single_items(words: Words<'_>, mut figures: Vec<Figure>) -> Vec<Figure> {
    let counts = figures.iter().any(|figure| figure.kind == FigureKind::Count);
    if !counts {
        return figures;
    }
    let mut items: Vec<Figure> = Vec::new();
    for at in 0..words.tokens.len() {
        if words.is_listed(at, &ARTICLES) {
            items.extend(read_item(words, at, &figures, items.last()));
        }
    }
    figures.extend(items);
    figures.sort_by_key(|figure| figure.number);
    figures
}

/// The item at the article at `at`, if a count stands next to it in the same list.
fn read_item(words: Words<'_>, at: usize, figures: &[Figure], previous: Option<&Figure>) -> Option<Figure> {
    let start = words.get(at)?.span.start;
    let next = figures.partition_point(|figure| figure.number.start <= start);
    let before = next.checked_sub(1).and_then(|last| figures.get(last));
    if before.is_some_and(|figure| start < figure.span.end) {
        return None;
    }
    let (unit, end) = read_single(words, at + 1)?;
    // "And one collection of poems", where "a loss of face" is none.
    let goes_on = words.is(at, "one") && words.is_any(end, &["of", "for", "with", "by", "to", "against", "under"]);
    if !is_item_name(words, at + 1, end) || !(goes_on || ends_item(words, end)) {
        return None;
    }
    let follows = [before, previous].into_iter().flatten().any(|figure| follows_item(words, figure, at));
    let leads = figures.get(next).is_some_and(|figure| leads_to(words, figure, end));
    (follows || leads).then(|| Figure {
        span: words.span(at, end),
        number: words.span(at, at + 1),
        value: Decimal::ONE,
        interval: Interval::exactly(Decimal::ONE),
        modifier: Modifier::Plain,
        kind: FigureKind::Count,
        unit: Some(unit),
        pair: None,
    })
}

/// Whether the words can name a thing on a list; "a spokesman said" and "a record" do not.
fn is_item_name(words: Words<'_>, first: usize, end: usize) -> bool {
    const NO_ITEMS: &[&str] = &[
        "record",
        "figure",
        "total",
        "number",
        "rise",
        "increase",
        "drop",
        "decline",
        "fall",
        "jump",
        "level",
        "rate",
        "sum",
        "move",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "day",
        "week",
        "month",
        "year",
        "lot",
        "bit",
        "step",
        "way",
        "result",
        "gain",
        "decrease",
        "majority",
        "minority",
        "few",
        "couple",
        "share",
        "margin",
    ];
    let is_small = (first..end).all(|at| !words.is_capitalized(at) || at + 1 < end);
    is_small && end - first <= 4 && !words.is_any(end - 1, NO_ITEMS)
}

/// A list's item runs to a comma, a full stop, an "and" or a preposition of place or time.
fn ends_item(words: Words<'_>, end: usize) -> bool {
    const ENDS: &[&str] =
        &[",", ".", ";", ")", "and", "or", "in", "near", "at", "on", "during", "from", "over", "outside", "as"];
    let is_dash = words.kind(end) == Some(TokenKind::Dash) && !words.is_hyphen(end);
    words.get(end).is_none() || is_dash || words.is_any(end, ENDS)
}

/// Whether the item at `at` stands behind `figure`, with only a comma or "and" between them.
fn follows_item(words: Words<'_>, figure: &Figure, at: usize) -> bool {
    if figure.kind != FigureKind::Count || figure.unit.is_none() {
        return false;
    }
    let (_, end) = tokens_of(words, figure.span);
    separates(words, end, at)
}

/// Whether `figure` is a count that stands behind the item that ends at `end`.
fn leads_to(words: Words<'_>, figure: &Figure, end: usize) -> bool {
    let (first, _) = tokens_of(words, figure.span);
    figure.kind == FigureKind::Count && figure.unit.is_some() && separates(words, end, first)
}

/// Whether nothing but ",", "and" or ", and" stands from `end` to `at`.
fn separates(words: Words<'_>, end: usize, at: usize) -> bool {
    let is_separator = |at: usize| matches!(words.written(at), "," | "and");
    end < at && at <= end + 2 && (end..at).all(is_separator)
}
