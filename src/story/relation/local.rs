//! What a block's figures tell by themselves: everything that would be the same if the other blocks were not there.
//!
//! It is read from the block as a story of its own, in which the claims are the figures, by their numbers in order.

use super::breakdown::{self, OwnTies};
use super::line::Line;
use super::report::ReportNote;
use super::row::{Row, RowNote};
use super::sequel::{self, SequelNote};
use super::solver::Part;
use super::telling::TellingNote;
use super::{ClaimId, Entry, Promise, Relation, Story, Tie};
use super::{
    change, conversion, currency, each, enumerated, line, margin, mean, multiple, period, poll, product, reach, record,
    report, row, share, side_named, tally, telling, vote, whole,
};
use crate::story::StoryBlock;
use crate::story::note::{Alone, Note};

/// What the figures of one block tell.
pub(super) struct Local {
    /// The ties between them.
    relations: Vec<Relation>,
    /// The numbers of things that the sentence itself lists.
    listed: Vec<Relation>,
    /// Whether each sentence tells of a change whose ends stand elsewhere.
    pub(super) unfinished: Vec<bool>,
    /// Whether one of them gives a part of a whole.
    pub(super) has_parts: bool,
    /// A team's results with its games.
    records: Vec<TieNote>,
    /// Its sentences with figures.
    pub(super) rows: Vec<RowNote>,
    /// What each sentence adds up, by the number of its row.
    pub(super) ties: Vec<OwnTies>,
    /// What each sentence takes apart, by the number of its row.
    pub(super) sequels: Vec<Vec<SequelNote>>,
    /// What each sentence lists, by the number of its row.
    pub(super) lists: Vec<Option<PartsNote>>,
    pub(super) reports: Vec<ReportNote>,
    pub(super) tellings: Vec<TellingNote>,
    /// Those that are margins of error, by their numbers.
    pub(super) margins_of_error: Vec<usize>,
}

/// A block with its figures where they stand in the story.
#[derive(Clone, Copy)]
pub(super) struct BlockFigures<'a> {
    pub(super) block: &'a StoryBlock,
    pub(super) entries: &'a [Entry<'a>],
    pub(super) local: &'a Local,
}

/// The blocks that have figures, in order.
pub(super) fn by_block<'a>(story: &'a Story, entries: &'a [Entry<'a>]) -> Vec<BlockFigures<'a>> {
    let of_block = |entries: &'a [Entry<'a>]| {
        let block = &story.blocks[entries[0].figure.block];
        BlockFigures { block, entries, local: block.note(&story.text) }
    };
    entries.chunk_by(|one, other| one.figure.block == other.figure.block).map(of_block).collect()
}

impl Note for Local {
    fn read(block: Alone<'_>) -> Self {
        let story = block.as_story();
        let entries = numbered(&story);
        let rows = row::rows(&story, &entries);
        let reports = report::reports(&rows);
        let tellings = telling::tellings(&story, &entries, &reports);
        let lines = line::lines(&story, &entries);
        Self {
            relations: relations(&story, &entries, &rows, &lines),
            listed: tally::listed_in_sentences(&story, &entries),
            unfinished: lines.iter().map(change::has_unfinished).collect(),
            has_parts: lines.iter().any(reach::has_parts),
            records: record::find(&lines).iter().map(TieNote::of).collect(),
            ties: breakdown::own_ties(&rows),
            sequels: sequel::notes(&rows),
            lists: enumerated::notes(&rows),
            reports: reports.iter().map(|report| ReportNote::of(report, &rows)).collect(),
            tellings: tellings.iter().map(TellingNote::of).collect(),
            margins_of_error: poll::margins_of_error(&story, &entries),
            rows: rows.iter().map(RowNote::of).collect(),
        }
    }
}

/// The figures of a part of a story that is read as one of its own, in order; their claims are their numbers.
pub(super) fn numbered(story: &Story) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = story
        .figures
        .iter()
        .map(|figure| Entry { claim: ClaimId(0), figure, number: story.text_of(figure.number) })
        .collect();
    entries.sort_by_key(|entry| entry.figure.number);
    for (number, entry) in entries.iter_mut().enumerate() {
        entry.claim = ClaimId(number);
    }
    entries
}

/// Relations between [`numbered`] figures where these stand in the story, their part of which begins at `by`.
pub(super) fn placed(relations: &[Relation], entries: &[Entry<'_>], by: u32) -> impl Iterator<Item = Relation> {
    let claim = |number: ClaimId| entries[number.0].claim;
    relations.iter().map(move |relation| Relation {
        stated: claim(relation.stated),
        operands: relation.operands.iter().copied().map(claim).collect(),
        beside: relation.beside.iter().map(|span| span.shifted(by)).collect(),
        cue: relation.cue.map(|span| span.shifted(by)),
        ..*relation
    })
}

/// The ties that need no more than a block.
fn relations(story: &Story, entries: &[Entry<'_>], rows: &[Row<'_>], lines: &[Line<'_>]) -> Vec<Relation> {
    let mut relations = whole::find(story, rows);
    relations.extend(vote::margins(story, rows));
    relations.extend(mean::find(story, rows));
    relations.extend(period::find(story, entries));
    for (number, line) in lines.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|before| lines.get(before));
        relations.extend(change::find(line));
        relations.extend(multiple::find(line));
        relations.extend(margin::find(line));
        relations.extend(side_named::find(line));
        relations.extend(share::find(line));
        relations.extend(conversion::find(line, before));
        relations.extend(currency::find(line, before));
        relations.extend(each::find(line, before));
        relations.extend(product::find(line, before));
    }
    relations
}

impl<'a> BlockFigures<'a> {
    /// The number of the block.
    pub(super) fn number(&self) -> usize {
        self.entries[0].figure.block
    }

    /// The ties within the block, where it stands in the story.
    pub(super) fn relations(&self) -> impl Iterator<Item = Relation> {
        placed(&self.local.relations, self.entries, self.block.span.start)
    }

    /// The numbers of things that the sentence itself lists, where the block stands in the story.
    pub(super) fn listed(&self) -> impl Iterator<Item = Relation> {
        placed(&self.local.listed, self.entries, self.block.span.start)
    }

    /// The teams' records of the block.
    pub(super) fn records(&self) -> impl Iterator<Item = Tie<'a>> {
        self.local.records.iter().map(|record| record.among(self.entries))
    }
}

/// Figures of one block that may be added up, by their numbers in it, and how often each counts.
pub(super) struct PartsNote(Vec<(usize, u32)>);

impl PartsNote {
    /// Notes the parts of a block that stands alone.
    pub(super) fn of(parts: &[Part<'_>]) -> Self {
        Self(parts.iter().map(|part| (part.entry.claim.0, part.times)).collect())
    }

    /// The parts among the block's figures where they stand in the story.
    pub(super) fn among<'a>(&self, entries: &'a [Entry<'a>]) -> Vec<Part<'a>> {
        self.0.iter().map(|&(number, times)| Part { entry: &entries[number], times }).collect()
    }
}

/// A tie between the figures of one block, by their numbers in it.
pub(super) struct TieNote {
    stated: usize,
    parts: PartsNote,
    promise: Promise,
}

impl TieNote {
    /// Notes a tie of a block that stands alone.
    pub(super) fn of(tie: &Tie<'_>) -> Self {
        Self { stated: tie.stated.claim.0, parts: PartsNote::of(&tie.parts), promise: tie.promise }
    }

    /// The tie between the block's figures where they stand in the story.
    pub(super) fn among<'a>(&self, entries: &'a [Entry<'a>]) -> Tie<'a> {
        Tie { stated: &entries[self.stated], parts: self.parts.among(entries), promise: self.promise }
    }
}
