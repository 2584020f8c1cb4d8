//! "The six elephants at the waterhole" under a picture, over "Eight elephants were moved": a count that a caption takes as
//! known, and the only one that the first paragraphs give of the thing.

use rust_decimal::Decimal;

use super::super::misprint::Ledger;
use super::super::repeat::contradiction;
use super::super::{Entry, Relation, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, is_one_of};

/// How many figures from the first of the text on may be those of the picture.
const NEAR: usize = 6;

/// A page with more pictures is a gallery.
const MOST: usize = 8;

pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let is_in = |entry: &Entry<'_>, role: Role| story.blocks[entry.figure.block].role == role;
    let captions = entries.iter().filter(|entry| is_in(entry, Role::Caption) && is_known(story, entry));
    let captions = captions.filter(|entry| ledger.is_free(entry.claim)).take(MOST);
    let text: Vec<&Entry<'_>> = entries.iter().filter(|entry| is_in(entry, Role::Paragraph)).take(NEAR).collect();
    let found = captions.filter_map(|caption| {
        let is_same = |entry: &&&Entry<'_>| is_count(entry) && unit(entry) == unit(caption);
        let told: Vec<&&Entry<'_>> = text.iter().filter(is_same).collect();
        let is_told = entries
            .iter()
            .any(|entry| entry.claim != caption.claim && is_count(entry) && entry.figure.value == caption.figure.value);
        let first = told.first().filter(|_| !is_told)?;
        let (one, other) = (first.figure.value, caption.figure.value);
        let is_near = one.max(other) <= one.min(other) * Decimal::TWO;
        let is_one = told.iter().all(|entry| entry.figure.value == one);
        (is_near && is_one).then(|| contradiction(first, caption))
    });
    found.collect()
}

fn unit<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    entry.figure.mention.unit.as_ref().map(|unit| unit.head.as_str())
}

fn is_count(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Count
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && Decimal::ONE < figure.value
        && figure.unit.is_some()
}

/// "The six elephants", "his three boats".
fn is_known(story: &Story, entry: &Entry<'_>) -> bool {
    let text = story.text_of(story.blocks[entry.figure.block].span);
    let before = story.tokens_before(entry.figure.sentence, entry.figure.number.start).last();
    is_count(entry) && before.is_some_and(|word| word.is(Class::Possessive) || is_one_of(word.of(text), &["the"]))
}
