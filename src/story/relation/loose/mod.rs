//! Changes told loosely: by how much in one sentence, and from what to what in those around it, in any order and words.
//!
//! The numbers are the evidence. Where the only two levels of one kind near a change are of different times, and what they
//! give is near to what is said but not it, one of the three is wrong. These finders come behind those that read the words
//! closely, and leave alone what any of them has tied.

mod amount;
mod level;
mod percent;
mod points;
mod share;
mod times;
mod way;

pub(super) use level::{in_time, is_one_before};
pub(super) use percent::{names_time, told};
pub(super) use points::name_points;

use super::line::{Line, Slot, lines};
use super::misprint::Ledger;
use super::{Entry, Relation, Story};
use crate::draft::{Place, Role};
use crate::language::WordList;

/// How many sentences on either side of a change may tell its levels.
const REACH: usize = 3;

/// How many sentences on either side may bear it out.
const WIDE: usize = 5;

/// The changes that the levels near them contradict or bear out, as far as the `known` relations leave them alone.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let ledger = Ledger::of(known);
    let mut found = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        if !ledger.is_free(entry.claim) || !is_prose(story, entry.figure.block) {
            continue;
        }
        let of_part =
            || percent::find(story, entries, at, &ledger).or_else(|| share::find(story, entries, at, &ledger));
        let of_amount = || amount::find(story, entries, at, &ledger).or_else(|| way::find(story, entries, at, &ledger));
        match () {
            () if percent::may_be(entry) => found.extend(of_part()),
            () if amount::may_be(entry) => {
                found.extend(of_amount().or_else(|| times::find(story, entries, at, &ledger)));
            }
            () => {}
        }
    }
    found
}

/// What `find` finds in the least scene around a figure that has it: its own paragraph, that with the ones beside it, or all
/// sentences that are no farther than `reach`. What paragraphs farther off count is of other things, as a rule.
fn nearest(
    story: &Story,
    entries: &[Entry<'_>],
    at: usize,
    reach: usize,
    find: impl Fn(&Scene<'_>) -> Option<Relation>,
) -> Option<Relation> {
    (0..=reach.div_ceil(2)).find_map(|apart| find(&Scene::around(story, entries, at, reach, apart)?))
}

/// A change with the sentences around it.
struct Scene<'a> {
    lines: Vec<Line<'a>>,
    /// The number of its own sentence among them.
    home: usize,
}

impl<'a> Scene<'a> {
    /// The sentences with figures around the figure at `at`, up to `reach` of them away in blocks no more than `apart` from
    /// its own.
    fn around(story: &'a Story, entries: &'a [Entry<'a>], at: usize, reach: usize, apart: usize) -> Option<Self> {
        let own = entries[at].figure;
        let first = own.sentence.saturating_sub(reach);
        let end = own.sentence + reach + 1;
        let begin = entries[..at].partition_point(|entry| entry.figure.sentence < first);
        let behind = at + entries[at..].partition_point(|entry| entry.figure.sentence < end);
        let lines: Vec<Line<'a>> = lines(story, &entries[begin..behind])
            .into_iter()
            .filter(|line| line.block.abs_diff(own.block) <= apart && is_prose(story, line.block))
            .map(Line::without_ages)
            .collect();
        let home = lines.iter().position(|line| line.slots[0].entry.figure.sentence == own.sentence)?;
        Some(Self { lines, home })
    }

    fn line(&self) -> &Line<'a> {
        &self.lines[self.home]
    }

    /// The slot of a figure of its own sentence.
    fn slot(&self, entry: &Entry<'_>) -> Option<&Slot<'a>> {
        self.line().slots.iter().find(|slot| slot.entry.claim == entry.claim)
    }

    /// All figures with their sentences.
    fn slots(&self) -> impl Iterator<Item = (&Line<'a>, &Slot<'a>)> {
        self.lines.iter().flat_map(|line| line.slots.iter().map(move |slot| (line, slot)))
    }
}

/// Whether one of the words stands before a figure in its sentence, no farther than `reach` words.
fn is_before(story: &Story, entry: &Entry<'_>, reach: usize, list: &WordList) -> bool {
    let figure = entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let tokens = story.tokens_before(figure.sentence, figure.number.start);
    tokens.iter().rev().take(reach).any(|token| list.has(token, text))
}

pub(super) fn is_prose(story: &Story, block: usize) -> bool {
    let block = &story.blocks[block];
    matches!(block.role, Role::Paragraph | Role::ListItem) && block.place == Place::Flow
}
