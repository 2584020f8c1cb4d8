//! Cuts out of a draft what a finding speaks of: its sentence, and a line for each other place.
//!
//! A story is written a paragraph a line, so the line of a finding is as long as a paragraph.
//! What is shown is the sentence, broken into lines that fit the page, each mark drawn below its own.

use std::ops::Range;

use super::Page;
use crate::cli::desk::Reading;
use crate::cli::typeset::{ELLIPSIS, plain, width, wrap};
use crate::finding::Finding;
use crate::text::Span;

/// A sentence of more lines than this is shown around its marks only.
const MOST_ROWS: usize = 6;

/// A line of the page.
#[derive(Debug)]
pub(super) struct Row {
    /// The line of the file that begins or goes on here; `None` where the row above says so already.
    pub(super) number: Option<u32>,
    /// What is printed; the ellipses that stand for what was cut included.
    pub(super) text: String,
    /// What is marked, from left to right.
    pub(super) marks: Vec<RowMark>,
}

/// A mark below a row.
#[derive(Debug)]
pub(super) struct RowMark {
    /// The columns of the row that it stands below.
    pub(super) columns: Range<usize>,
    pub(super) is_primary: bool,
    pub(super) label: String,
}

/// Words that a finding marks.
#[derive(Debug)]
struct Mark<'a> {
    span: Span,
    is_primary: bool,
    label: &'a str,
}

/// A stretch of the draft that is shown, and what is marked in it.
#[derive(Debug)]
struct Passage<'a> {
    span: Span,
    marks: Vec<Mark<'a>>,
}

/// The rows that show `finding`: its own sentence first, then the other places in their order.
pub(super) fn rows(reading: &Reading<'_>, finding: &Finding, page: Page) -> Vec<Row> {
    passages(reading, finding).iter().flat_map(|passage| passage_rows(reading, passage, page)).collect()
}

fn passages<'a>(reading: &Reading<'_>, finding: &'a Finding) -> Vec<Passage<'a>> {
    let own = Mark { span: finding.span, is_primary: true, label: "" };
    let mut passages = vec![Passage { span: reading.analysis.sentence_around(finding.span), marks: vec![own] }];
    for other in &finding.related {
        let mark = Mark { span: other.span, is_primary: false, label: &other.message };
        match passages.iter_mut().find(|passage| passage.span.covers(other.span)) {
            Some(passage) => passage.marks.push(mark),
            None => {
                passages.push(Passage { span: reading.analysis.sentence_around(other.span), marks: vec![mark] });
            }
        }
    }
    for passage in &mut passages {
        passage.marks.sort_by_key(|mark| mark.span);
    }
    passages
}

fn passage_rows(reading: &Reading<'_>, passage: &Passage<'_>, page: Page) -> Vec<Row> {
    let text = reading.draft.text.as_str();
    // Room for the number in front and for an ellipsis at either end.
    let columns = page.width - 12;
    let kept: Vec<Span> = passage.marks.iter().map(|mark| mark.span).collect();
    let lines: Vec<Span> = lines_of(passage.span, text).flat_map(|line| wrapped(line, text, columns, &kept)).collect();
    let is_own = passage.marks.iter().any(|mark| mark.is_primary);
    let shown: Vec<bool> = lines
        .iter()
        .map(|&line| {
            (is_own && lines.len() <= MOST_ROWS) || passage.marks.iter().any(|mark| touches_end(mark.span, line))
        })
        .collect();
    let mut rows = Vec::new();
    let mut last_number = None;
    for (index, &line) in lines.iter().enumerate().filter(|&(index, _)| shown[index]) {
        let number = reading.positions.place(line).line;
        let is_cut_before = index.checked_sub(1).is_some_and(|before| !shown[before]);
        let is_cut_behind = shown.get(index + 1) == Some(&false);
        let row = row(text, line, &passage.marks, is_cut_before, is_cut_behind);
        rows.push(Row { number: Some(number).filter(|_| last_number != Some(number)), ..row });
        last_number = Some(number);
    }
    rows
}

/// The lines of the file within `span`, without their ends.
fn lines_of(span: Span, text: &str) -> impl Iterator<Item = Span> {
    let lines = span.of(text).split(['\n', '\r']);
    lines.scan(span.start, |start, line| {
        let here = Span::new(*start, *start + line.len() as u32);
        *start = here.end + 1;
        Some(here)
    })
}

fn wrapped(line: Span, text: &str, columns: usize, kept: &[Span]) -> Vec<Span> {
    let within = |span: &&Span| line.covers(**span);
    let kept: Vec<Range<usize>> = kept.iter().filter(within).map(|span| span.back(line.start).range()).collect();
    let pieces = wrap(line.of(text), columns, &kept).into_iter();
    pieces.map(|piece| Span::from_range(piece).shifted(line.start)).collect()
}

/// Whether `line` holds the first or the last of what is marked: the middle of a long quotation can be cut.
fn touches_end(mark: Span, line: Span) -> bool {
    let last = mark.end.saturating_sub(1).max(mark.start);
    line.contains(mark.start) || line.contains(last) || (mark.is_empty() && mark.start == line.end)
}

fn row(text: &str, line: Span, marks: &[Mark<'_>], is_cut_before: bool, is_cut_behind: bool) -> Row {
    let before = if is_cut_before { format!("{ELLIPSIS} ") } else { String::new() };
    let behind = if is_cut_behind { format!(" {ELLIPSIS}") } else { String::new() };
    let column = |offset: u32| width(&before) + width(&plain(Span::new(line.start, offset).of(text)));
    let mut drawn = Vec::new();
    for mark in
        marks.iter().filter(|mark| mark.span.overlaps(line) || (mark.span.is_empty() && touches_end(mark.span, line)))
    {
        let start = column(mark.span.start.max(line.start));
        let end = column(mark.span.end.min(line.end)).max(start + 1);
        // The label belongs to the last row of what it speaks of.
        let label = if mark.span.end <= line.end { plain(mark.label) } else { String::new() };
        drawn.push(RowMark { columns: start..end, is_primary: mark.is_primary, label });
    }
    Row { number: None, text: format!("{before}{}{behind}", plain(line.of(text))), marks: drawn }
}
