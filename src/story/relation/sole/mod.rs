//! Ties that the numbers make by themselves: where a paragraph has just as many figures of one kind as a sum needs, and one
//! word says that a sum is meant.
//!
//! "That makes 9.4 tonnes" behind three catches, "now has 57" behind what there was and what was lost: no wording ties the
//! figures to each other, but there are no others that could be meant. What they give must lie near to what is said, and no
//! other finder may have tied them; so these come last but for the misprints.

mod caption;
mod changed;
mod headline;
mod left;
mod makes;
mod margin;
mod paced;
mod share;

use rust_decimal::Decimal;

use super::line::{Line, Slot, lines};
use super::loose::is_prose;
use super::misprint::Ledger;
use super::{Entry, Relation, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};

/// How many sentences with figures on either side a claim may take up.
const REACH: usize = 3;

/// The claims that the only figures near them bear out or contradict, as far as the `known` relations leave them alone.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let ledger = Ledger::of(known);
    let is_item = |line: &Line<'_>| story.blocks[line.block].role == Role::ListItem;
    let is_prose = |line: &Line<'_>| is_prose(story, line.block) || is_item(line);
    let lines: Vec<Line<'_>> = lines(story, entries).into_iter().map(Line::without_ages).filter(is_prose).collect();
    let mut found = Vec::new();
    for (home, line) in lines.iter().enumerate() {
        let near = Near { lines: &lines, home };
        for stated in line.slots.iter().filter(|slot| ledger.is_free(slot.entry.claim) && slot.figure().pair.is_none())
        {
            let relation = makes::find(near, stated)
                .or_else(|| left::find(near, stated))
                .or_else(|| share::find(near, stated))
                .or_else(|| changed::find(near, stated))
                .or_else(|| margin::find(near, stated))
                .or_else(|| paced::find(near, stated));
            let is_sound = |found: &Relation| !found.operands.iter().any(|&claim| ledger.doubts(claim));
            found.extend(relation.filter(is_sound));
        }
    }
    found.extend(headline::find(story, entries, &ledger));
    found.extend(caption::find(story, entries, &ledger));
    found
}

/// A sentence among those that have figures.
#[derive(Clone, Copy)]
struct Near<'l, 'a> {
    lines: &'l [Line<'a>],
    home: usize,
}

/// A figure with its sentence.
type At<'l, 'a> = (&'l Line<'a>, &'l Slot<'a>);

impl<'l, 'a> Near<'l, 'a> {
    fn line(self) -> &'l Line<'a> {
        &self.lines[self.home]
    }

    /// The sentences of its paragraph before it, the nearest last.
    fn before(self) -> &'l [Line<'a>] {
        let block = self.line().block;
        let all = &self.lines[self.home.saturating_sub(REACH)..self.home];
        &all[all.partition_point(|line| line.block < block)..]
    }

    /// Those of its paragraph around it, its own among them.
    fn paragraph(self) -> &'l [Line<'a>] {
        let block = self.line().block;
        let end = (self.home + REACH + 1).min(self.lines.len());
        let all = &self.lines[self.home - self.before().len()..end];
        &all[..all.partition_point(|line| line.block <= block)]
    }
}

fn slots<'l, 'a>(lines: &'l [Line<'a>]) -> impl Iterator<Item = At<'l, 'a>> {
    lines.iter().flat_map(|line| line.slots.iter().map(move |slot| (line, slot)))
}

/// Whether a figure is one plain number of things, money or a measure.
fn is_amount(slot: &Slot<'_>) -> bool {
    use FigureKind::{Count, Index, Measure, Money, Rate};
    let figure = slot.figure();
    matches!(figure.kind, Count | Index | Measure | Money | Rate)
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && Decimal::ZERO < figure.value
}

/// Whether a clause or the sentence ends at a word.
fn closes(line: &Line<'_>, at: usize) -> bool {
    line.end <= at + 1 || line.words.is_any(at, &[",", ".", ";", ":", ")", "–", "—", "”", "\""])
}

#[cfg(test)]
mod tests;
