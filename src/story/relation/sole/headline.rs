//! "Quarter of drivers on sick leave" over "Of the 260 drivers, 52 are on sick leave": a share in the headline, beside the only
//! part and whole of the first paragraph.

use super::super::line::{Line, Slot, lines, tie};
use super::super::misprint::Ledger;
use super::super::quotient;
use super::super::reach::is_near;
use super::super::{Entry, Relation, RelationKind, Story};
use super::is_amount;
use crate::draft::Role;
use crate::extract::FigureKind;

/// Words by which the share is a change, or one of another kind.
const OTHERS: &[&str] =
    &["by", "up", "down", "more", "fewer", "less", "rise", "rises", "fall", "falls", "price", "prices", "than"];

pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Option<Relation> {
    let is_of = |entry: &Entry<'_>, role: Role| story.blocks[entry.figure.block].role == role;
    let heads = entries.partition_point(|entry| !is_of(entry, Role::Paragraph));
    let first = entries.get(heads).map(|entry| entry.figure.block)?;
    if story.blocks.iter().position(|block| block.role == Role::Paragraph) != Some(first) {
        return None;
    }
    let behind = heads + entries[heads..].partition_point(|entry| entry.figure.block <= first);
    let (above, below) = (lines(story, &entries[..heads]), lines(story, &entries[heads..behind]));
    let is_share = |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share);
    let head = above.iter().find(|line| story.blocks[line.block].role == Role::Headline)?;
    let [stated] = &head.slots[..] else { return None };
    let has_share = entries[heads..]
        .iter()
        .take(12)
        .any(|entry| matches!(entry.figure.kind, FigureKind::Percentage | FigureKind::Share));
    if !is_share(stated) || has_share || !ledger.is_free(stated.entry.claim) {
        return None;
    }
    if head.has_between(head.first, head.end, OTHERS) {
        return None;
    }
    let (part, whole) = below.iter().find_map(taken_apart)?;
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    (outcome.holds || is_near(&outcome, stated, 2))
        .then(|| tie(RelationKind::Share, stated, &[part, whole], None, outcome))
}

/// "Of the 260 drivers, 52 are off", "52 of the 260 drivers": the only two counts of a sentence.
fn taken_apart<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    let is_count = |slot: &&Slot<'_>| is_amount(slot) && slot.kind() == FigureKind::Count;
    let counts: Vec<&Slot<'_>> = line.slots.iter().filter(is_count).collect();
    let [one, two] = counts[..] else { return None };
    let (part, whole) = if one.figure().value < two.figure().value { (one, two) } else { (two, one) };
    let first = whole.begin.saturating_sub(4).max(line.first);
    let is_whole = line.has_between(first, whole.begin, &["of"]);
    is_whole.then_some((part, whole))
}
