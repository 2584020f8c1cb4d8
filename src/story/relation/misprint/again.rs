//! One number told twice, once with two neighbouring digits swapped: "214 checks" and "241 checks", "R64.1m" and "R61.4m".

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::super::repeat::contradiction;
use super::super::telling::words_of;
use super::super::thing;
use super::{Entry, Ledger, Relation, Story, digits, is_like};
use crate::draft::{Place, Role};
use crate::extract::{Figure, FigureKind, Modifier};

/// So many digits need no noun to be known again.
const LONG: usize = 3;

/// How many words two sentences share that tell of the same.
const SHARED: usize = 2;

/// The numbers that stand elsewhere with two digits swapped.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let mut by_digits: FxHashMap<Vec<u8>, Vec<&Entry<'_>>> = FxHashMap::default();
    for entry in entries.iter().filter(|entry| is_number(entry.figure)) {
        by_digits.entry(sorted(entry.figure.value)).or_default().push(entry);
    }
    let groups = by_digits.values().filter(|group| 1 < group.len());
    let mut found: Vec<Relation> = groups.filter_map(|group| swapped(story, group, ledger)).collect();
    found.sort_by_key(|relation| relation.stated);
    found
}

fn is_number(figure: &Figure) -> bool {
    let is_kind = matches!(
        figure.kind,
        FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Index | FigureKind::Percentage
    );
    let is_told = matches!(figure.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan);
    is_kind && is_told && figure.pair.is_none() && figure.value >= Decimal::ONE
}

/// The digits of a number that say something, in order of their size.
fn sorted(number: Decimal) -> Vec<u8> {
    let mut digits = number.normalize().mantissa().unsigned_abs().to_string().into_bytes();
    digits.retain(|&digit| digit != b'0');
    digits.sort_unstable();
    digits
}

/// The number of the group that stands there once, and elsewhere with two digits swapped.
fn swapped(story: &Story, group: &[&Entry<'_>], ledger: &Ledger) -> Option<Relation> {
    let is_once =
        |entry: &Entry<'_>| group.iter().filter(|other| other.figure.value == entry.figure.value).count() == 1;
    let mut once = group.iter().rev().filter(|entry| is_once(entry));
    once.find_map(|again| {
        let mut others = group.iter().filter(|first| first.claim < again.claim || !is_once(first));
        let first = others.find(|first| is_meant(story, first, again, ledger))?;
        Some(contradiction(first, again))
    })
}

/// Whether one of the two is the other mistyped.
fn is_meant(story: &Story, first: &Entry<'_>, again: &Entry<'_>, ledger: &Ledger) -> bool {
    let (one, other) = (first.figure, again.figure);
    let is_told = ledger.doubts(again.claim) || ledger.bears_out(first.claim) && ledger.bears_out(again.claim);
    let is_cell =
        |figure: &crate::story::Placed<Figure>| matches!(story.blocks[figure.block].place, Place::Cell { .. });
    is_like(one, other)
        && digits::is_transposed(first, again)
        && !is_told
        && one.sentence != other.sentence
        && !(is_cell(one) && is_cell(other))
        && (LONG <= digits::length(&[one.value, other.value]) || is_known(story, first, again))
}

/// Whether the words say that two short numbers are of the same: one noun, or a headline's amount, or sentences alike.
fn is_known(story: &Story, first: &Entry<'_>, again: &Entry<'_>) -> bool {
    let (one, other) = (first.figure, again.figure);
    if one.kind == FigureKind::Count {
        let units = one.unit.as_ref().zip(other.unit.as_ref());
        return units.is_some_and(|(one, other)| thing::unit_set(&one.head) == thing::unit_set(&other.head));
    }
    let is_display = |block: usize| matches!(story.blocks[block].role, Role::Headline | Role::Dek | Role::Caption);
    let are_alike = || SHARED <= shared(story, one.sentence, other.sentence);
    // Shares of many groups are told in the same words.
    is_display(one.block) != is_display(other.block) || one.kind != FigureKind::Percentage && are_alike()
}

fn shared(story: &Story, one: usize, other: usize) -> usize {
    let (one, other) = (words_of(story, one), words_of(story, other));
    one.iter().filter(|stem| other.binary_search(stem).is_ok()).count()
}
