//! Finds the totals of tables and lists: a total row against its column, a list against the sentence that leads to it.

use std::ops::Range;

use rust_decimal::Decimal;

use super::row::{Row, has_any, spaced};
use super::solver::{self, Part};
use super::thing::{self, Fit};
use super::{Entry, Promise, Story, Tie};
use crate::draft::{Place, Role};
use crate::extract::FigureKind;

/// What the first cell of a total row, or a total's list item, says; longer labels begin with it.
const TOTAL_LABELS: &[&str] = &[
    " total ",
    " totals ",
    " sum ",
    " all ",
    " overall ",
    " grand total ",
    " altogether ",
    " in all ",
    " valid votes ",
    " votes cast ",
];

/// What the last row is called that has the numbers of all the places or units above it.
const WHOLES: &[&str] = &[
    "borough",
    "city",
    "citywide",
    "combined",
    "company",
    "council",
    "country",
    "county",
    "countywide",
    "district",
    "diocese",
    "group",
    "island",
    "kingdom",
    "municipality",
    "nation",
    "national",
    "nationwide",
    "network",
    "parish",
    "province",
    "region",
    "state",
    "statewide",
    "territory",
    "together",
    "town",
    "union",
    "valley",
    "whole",
    "all areas",
    "the city",
    "the country",
    "the county",
    "the group",
    "the province",
    "the region",
    "the state",
];

/// A last row without such a name needs more rows than this above it.
const LEAST_UNLABELLED: usize = 3;

/// Words in a column's head that tell of numbers nobody adds up.
const NOT_ADDED: &[&str] = &[
    " % ",
    " percent ",
    " per ",
    " pct ",
    " rate ",
    " average ",
    " avg ",
    " mean ",
    " median ",
    " share ",
    " change ",
    " rank ",
    " year ",
    " age ",
    " index ",
    " ratio ",
    " price ",
    " score ",
    " points ",
];

/// Words in a column's head that tell that its whole numbers are rounded.
const ROUNDED: &[&str] =
    &[" £m ", " m ", " bn ", " k ", " million ", " billion ", " thousand ", " 000 ", " mln ", " 000s "];

/// More columns or items than this are a data dump, which no reader adds up.
const LONGEST: usize = 200;

/// The totals of tables and lists.
pub(super) fn find<'a>(story: &Story, entries: &'a [Entry<'a>], rows: &'a [Row<'a>]) -> Vec<Tie<'a>> {
    let mut ties = Vec::new();
    let mut first = 0;
    while first < story.blocks.len() {
        let end = first + run_length(story, first);
        match story.blocks[first].place {
            Place::Cell { .. } => ties.extend(Table::new(story, entries, first..end).ties()),
            Place::Item { .. } => {
                let list = List { story, entries, items: first..end };
                ties.extend(list.with_total_item().or_else(|| list.with_lead(rows)).or_else(|| list.with_sum_above()));
            }
            Place::Flow | Place::Quote { .. } => {}
        }
        first = end;
    }
    ties
}

/// How many blocks from `first` on belong to the same list or table.
fn run_length(story: &Story, first: usize) -> usize {
    let whole = |place: Place| match place {
        Place::Item { list, .. } => (1, list),
        Place::Cell { table, .. } => (2, table),
        Place::Flow | Place::Quote { .. } => (0, 0),
    };
    let own = whole(story.blocks[first].place);
    if own.0 == 0 {
        return 1;
    }
    story.blocks[first..].iter().take_while(|block| whole(block.place) == own).count()
}

/// The figures in the block with this number.
fn entries_in<'a>(entries: &'a [Entry<'a>], block: usize) -> &'a [Entry<'a>] {
    let start = entries.partition_point(|entry| entry.figure.block < block);
    let end = entries.partition_point(|entry| entry.figure.block <= block);
    &entries[start..end]
}

fn is_total_label(text: &str) -> bool {
    let words = spaced(text);
    let words = words.trim_start_matches([' ', '*']);
    TOTAL_LABELS.iter().any(|label| words.starts_with(&label[1..]) && words.len() < label.len() + 30)
}

/// A table, cell by cell.
struct Table<'a, 's> {
    story: &'s Story,
    entries: &'a [Entry<'a>],
    /// Rows of cells: column and block.
    rows: Vec<Vec<(u32, usize)>>,
}

impl<'a, 's> Table<'a, 's> {
    fn new(story: &'s Story, entries: &'a [Entry<'a>], blocks: Range<usize>) -> Self {
        let mut rows: Vec<Vec<(u32, usize)>> = Vec::new();
        let mut current = None;
        for block in blocks {
            let Place::Cell { row, column, .. } = story.blocks[block].place else { continue };
            if current != Some(row) {
                rows.push(Vec::new());
                current = Some(row);
            }
            rows.last_mut().expect("a row was just begun").push((column, block));
        }
        Self { story, entries, rows }
    }

    /// The totals of every total row, column by column.
    fn ties(&self) -> Vec<Tie<'a>> {
        let mut ties = Vec::new();
        let mut first = 1;
        for (number, row) in self.rows.iter().enumerate().skip(1) {
            if !self.is_total(row) {
                continue;
            }
            let above = first..number;
            let parts = if above.is_empty() { number + 1..self.rows.len() } else { above };
            ties.extend(row.iter().skip(1).take(LONGEST).filter_map(|&cell| self.column_tie(cell, parts.clone())));
            first = number + 1;
        }
        if first == 1 {
            ties.extend(self.unlabelled());
        }
        ties.extend(self.across());
        ties
    }

    /// The rows that miss their last column, which is called their total and is so in most of the others.
    fn across(&self) -> Vec<Tie<'a>> {
        let Some((last, heads)) = self.rows[0].split_last().filter(|(_, heads)| 3 <= heads.len() + 1) else {
            return Vec::new();
        };
        let is_added = |&(_, block): &(u32, usize)| !has_any(&spaced(self.text(block)), NOT_ADDED);
        if !is_total_label(self.text(last.1)) || !heads.iter().skip(1).all(is_added) {
            return Vec::new();
        }
        let ties: Vec<Tie<'a>> =
            (1..self.rows.len()).take(LONGEST).filter_map(|row| self.row_tie(row, last.0)).collect();
        let (held, missed): (Vec<Tie<'a>>, Vec<Tie<'a>>) =
            ties.into_iter().partition(|tie| tie.settle().is_some_and(|sum| sum.holds));
        if missed.len() < held.len() { missed } else { Vec::new() }
    }

    /// A row's number in the `total` column and those before it; `None` where one of them is no number.
    fn row_tie(&self, row: usize, total: u32) -> Option<Tie<'a>> {
        let stated = self.number(self.cell(row, total)?)?;
        let before = self.rows[row].iter().skip(1).filter(|&&(column, _)| column < total);
        let parts: Option<Vec<Part<'a>>> =
            before.map(|&(_, block)| Some(Part { entry: self.number(block)?, times: 1 })).collect();
        let parts = parts.filter(|parts| 2 <= parts.len())?;
        Some(Tie { stated, parts, promise: Promise::Likely })
    }

    /// The columns of a last row that is a total though it is not called one: it names the whole ("Province"),
    /// or one of its columns adds up to the last digit.
    fn unlabelled(&self) -> Vec<Tie<'a>> {
        let Some((last, above)) = self.rows.split_last().filter(|(_, above)| LEAST_UNLABELLED < above.len()) else {
            return Vec::new();
        };
        let cells = last.iter().skip(1).take(LONGEST);
        let ties: Vec<Tie<'a>> = cells
            .filter_map(|&cell| self.column_tie(cell, 1..above.len()))
            .map(|tie| Tie { promise: Promise::Near, ..tie })
            .collect();
        let names_whole = last.first().is_some_and(|&(_, block)| WHOLES.contains(&spaced(self.text(block)).trim()));
        if names_whole || ties.iter().any(is_exact) { ties } else { Vec::new() }
    }

    fn is_total(&self, row: &[(u32, usize)]) -> bool {
        row.first().is_some_and(|&(_, block)| is_total_label(self.text(block)))
    }

    fn text(&self, block: usize) -> &'s str {
        self.story.text_of(self.story.blocks[block].span)
    }

    /// The total in `cell` and the numbers in the `rows` of its column; `None` where one of them is no number.
    fn column_tie(&self, (column, block): (u32, usize), rows: Range<usize>) -> Option<Tie<'a>> {
        let head = self.cell(0, column).map_or_else(|| " ".to_owned(), |head| spaced(self.text(head)));
        if has_any(&head, NOT_ADDED) {
            return None;
        }
        let stated = self.number(block)?;
        let mut parts = Vec::new();
        for row in rows.take(LONGEST) {
            let first = self.rows[row].first().map_or("", |&(_, label)| self.text(label));
            if has_any(&spaced(first), &[" of which ", " including ", " subtotal ", " sub "]) || is_total_label(first) {
                return None;
            }
            let Some(cell) = self.cell(row, column) else { continue };
            parts.push(Part { entry: self.number(cell)?, times: 1 });
        }
        let tie = Tie { stated, parts, promise: Promise::Complete };
        let is_rounded = has_any(&head, ROUNDED) && tie.parts.iter().all(|part| part.entry.figure.value.is_integer());
        (2 <= tie.parts.len() && !(is_rounded && is_rounding(&tie))).then_some(tie)
    }

    fn cell(&self, row: usize, column: u32) -> Option<usize> {
        self.rows.get(row)?.iter().find(|&&(at, _)| at == column).map(|&(_, block)| block)
    }

    /// The one number of a cell, which must be all that it says: "(12)" and "-3" are below zero.
    fn number(&self, block: usize) -> Option<&'a Entry<'a>> {
        let [entry] = entries_in(self.entries, block) else { return None };
        let text = self.text(block);
        let is_plain = !text.starts_with(['-', '−', '–', '(']) && text.len() <= entry.number.len() + 12;
        (is_plain && thing::adds_up(entry.figure.kind)).then_some(entry)
    }
}

/// Whether a column makes its last number to the last digit, which numbers of some size do not by chance.
fn is_exact(tie: &Tie<'_>) -> bool {
    let sum = solver::total(tie.parts.iter().map(|part| part.entry));
    sum == Some(tie.stated.figure.value) && Decimal::ONE_HUNDRED <= tie.stated.figure.value
}

/// Whether a column of rounded whole numbers may miss its total by rounding alone.
fn is_rounding(tie: &Tie<'_>) -> bool {
    let allowed = Decimal::from(tie.parts.len() + 1) / Decimal::TWO;
    solver::weigh(tie.stated, &tie.parts).is_some_and(|sum| {
        let missing = (sum.printed - solver::amount(tie.stated.figure)).abs();
        !missing.is_zero() && missing <= allowed
    })
}

/// The items of a list.
struct List<'a, 's> {
    story: &'s Story,
    entries: &'a [Entry<'a>],
    items: Range<usize>,
}

impl<'a> List<'a, '_> {
    /// A last item that gives the total of the others: "Total: 241".
    fn with_total_item(&self) -> Option<Tie<'a>> {
        let last = self.items.clone().next_back()?;
        if !is_total_label(self.story.text_of(self.story.blocks[last].span)) {
            return None;
        }
        let [stated] = entries_in(self.entries, last) else { return None };
        let parts = self.parts(stated, self.items.start..last)?;
        Some(Tie { stated, parts, promise: Promise::Complete })
    }

    /// The sentence that leads to the list and gives its total: "The 14 grants are:".
    fn with_lead(&self, rows: &'a [Row<'a>]) -> Option<Tie<'a>> {
        let lead = self.items.start.checked_sub(1)?;
        let block = &self.story.blocks[lead];
        let text = self.story.text_of(block.span);
        if block.role != Role::Paragraph || !text.trim_end().ends_with(':') {
            return None;
        }
        let row = &rows[rows.partition_point(|row| row.block <= lead).checked_sub(1)?];
        let is_last = row.block == lead && row.span.end as usize + 1 >= block.span.end as usize;
        if !is_last || super::breakdown::is_open(&spaced(row.words())) {
            return None;
        }
        let count = Decimal::from(self.items.len());
        let ties = row.entries.iter().filter_map(|stated| {
            let parts = self.parts(stated, self.items.clone())?;
            let tie = Tie { stated, parts, promise: Promise::Likely };
            (stated.figure.value != count || tie.distance() == Decimal::ONE).then_some(tie)
        });
        ties.min_by_key(Tie::distance)
    }

    /// "The money will go as follows:" under "£2.4m for parks": the last sum before that the items all but make.
    fn with_sum_above(&self) -> Option<Tie<'a>> {
        const BACK: usize = 4;
        const FEWEST: usize = 3;
        const NEAR: i64 = 10;
        const SUMS: &[&str] = &[
            " money ",
            " funds ",
            " funding ",
            " sum ",
            " cash ",
            " budget ",
            " grant ",
            " spending ",
            " package ",
            " total ",
            " investment ",
            " bill ",
            " cost ",
        ];
        let is_money = |entry: &&Entry<'_>| entry.figure.kind == FigureKind::Money;
        let lead = self.items.start.checked_sub(1)?;
        let block = &self.story.blocks[lead];
        let text = self.story.text_of(block.span);
        let is_lead = block.role == Role::Paragraph && text.trim_end().ends_with(':');
        if !is_lead || self.items.len() < FEWEST || entries_in(self.entries, lead).iter().any(|entry| is_money(&entry))
        {
            return None;
        }
        let words = spaced(&text.to_lowercase());
        if !has_any(&words, SUMS) || super::breakdown::is_open(&words) {
            return None;
        }
        let above =
            (lead.saturating_sub(BACK)..=lead).rev().filter(|&at| self.story.blocks[at].role == Role::Paragraph);
        above.flat_map(|at| entries_in(self.entries, at).iter().rev()).filter(is_money).find_map(|stated| {
            let parts = self.parts(stated, self.items.clone())?;
            let values = || parts.iter().map(|part| part.entry.figure.value);
            let apart = (values().sum::<Decimal>() - stated.figure.value).abs() * Decimal::from(NEAR);
            let is_near = apart <= stated.figure.value && values().all(|value| value < stated.figure.value);
            is_near.then_some(Tie { stated, parts, promise: Promise::Likely })
        })
    }

    /// One part in every item; `None` where one has none, or two.
    fn parts(&self, whole: &Entry<'a>, items: Range<usize>) -> Option<Vec<Part<'a>>> {
        let part = |item: usize| {
            let fitting = |entry: &&'a Entry<'a>| {
                thing::fit(whole.figure, entry.figure) != Fit::Other && entry.figure.kind != FigureKind::Percentage
            };
            let mut fitting = entries_in(self.entries, item).iter().filter(fitting);
            let entry = fitting.next()?;
            fitting.next().is_none().then_some(Part { entry, times: 1 })
        };
        let parts: Option<Vec<Part<'a>>> = items.take(LONGEST).map(part).collect();
        parts.filter(|parts| 2 <= parts.len())
    }
}
