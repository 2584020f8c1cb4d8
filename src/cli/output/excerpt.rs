//! Cuts out of a draft what a finding speaks of: its sentence, and a line for each other place.
//!
//! A story is written a paragraph a line, so the line of a finding is as long as a paragraph.
//! What is shown is the sentence, broken into lines that fit the page, each mark drawn below its own.

use std::ops::Range;

use super::layout::Page;
use crate::cli::reading::Reading;
use crate::cli::typeset::{ELLIPSIS, first_words, last_words, plain, width, wrap};
use crate::finding::Finding;
use crate::text::Span;

/// A sentence of more lines than this is shown around its marks only.
const MOST_ROWS: usize = 6;

/// How far from its finding a sentence is looked at: text without full stops can be a sentence of a megabyte.
const REACH: u32 = 4096;

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
#[derive(Clone, Copy, Debug)]
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
    let mut passages = vec![Passage { span: around(reading, finding.span), marks: vec![own] }];
    for other in &finding.related {
        let mark = Mark { span: other.span, is_primary: false, label: &other.message };
        match passages.iter_mut().find(|passage| passage.span.covers(other.span)) {
            Some(passage) => passage.marks.push(mark),
            None => {
                passages.push(Passage { span: around(reading, other.span), marks: vec![mark] });
            }
        }
    }
    for passage in &mut passages {
        passage.marks.sort_by_key(|mark| mark.span);
    }
    passages
}

/// The sentence that holds `span`, or as much of it as is in reach.
fn around(reading: &Reading<'_>, span: Span) -> Span {
    let text = reading.draft.text.as_str();
    let sentence = reading.analysis.sentence_around(span);
    let is_boundary = |offset: &u32| text.is_char_boundary(*offset as usize);
    let start = (span.start.saturating_sub(REACH).max(sentence.start)..span.start).find(is_boundary);
    let end = (span.end..=span.end.saturating_add(REACH).min(sentence.end)).rev().find(is_boundary);
    Span::new(start.unwrap_or(span.start), end.unwrap_or(span.end))
}

/// A piece of a passage that fits on one row, and whether words were left out at its ends.
#[derive(Clone, Copy, Debug)]
struct Piece {
    span: Span,
    is_cut_before: bool,
    is_cut_behind: bool,
}

fn passage_rows(reading: &Reading<'_>, passage: &Passage<'_>, page: Page) -> Vec<Row> {
    let text = reading.draft.text.as_str();
    // Room for the number in front and for an ellipsis at either end.
    let columns = page.width - 12;
    let is_own = passage.marks.iter().any(|mark| mark.is_primary);
    let pieces = if is_own { sentence_pieces(text, passage, columns) } else { windows(text, passage, columns) };
    let mut rows = Vec::new();
    let mut last_number = None;
    for (index, piece) in pieces.iter().enumerate() {
        let number = reading.positions.place(piece.span).line;
        let goes_on = |mark: &Mark<'_>| pieces[index + 1..].iter().any(|later| is_marked(mark.span, later.span));
        let marks = passage.marks.iter().filter(|mark| is_marked(mark.span, piece.span));
        // A label belongs to the last row of what it speaks of.
        let marks = marks.map(|mark| Mark { label: if goes_on(mark) { "" } else { mark.label }, ..*mark });
        let row = row(text, *piece, marks);
        rows.push(Row { number: Some(number).filter(|_| last_number != Some(number)), ..row });
        last_number = Some(number);
    }
    rows
}

/// The whole sentence on as many rows as it takes; of a very long one, the rows where a mark begins or ends.
fn sentence_pieces(text: &str, passage: &Passage<'_>, columns: usize) -> Vec<Piece> {
    let kept: Vec<Span> = passage.marks.iter().map(|mark| mark.span).collect();
    let rows: Vec<Span> = lines_of(passage.span, text).flat_map(|line| wrapped(line, text, columns, &kept)).collect();
    let is_shown = |row: Span| rows.len() <= MOST_ROWS || kept.iter().any(|&mark| touches_end(mark, row));
    let shown: Vec<bool> = rows.iter().map(|&row| is_shown(row)).collect();
    let piece = |(index, &span): (usize, &Span)| Piece {
        span,
        is_cut_before: index.checked_sub(1).is_some_and(|before| !shown[before]),
        is_cut_behind: shown.get(index + 1) == Some(&false),
    };
    rows.iter().enumerate().filter(|&(index, _)| shown[index]).map(piece).collect()
}

/// A row around each mark, or around several where they fit together.
fn windows(text: &str, passage: &Passage<'_>, columns: usize) -> Vec<Piece> {
    let mut cores: Vec<(Span, Span)> = Vec::new();
    for mark in &passage.marks {
        let Some(line) = lines_of(passage.span, text).find(|&line| touches_end(mark.span, line)) else { continue };
        let core = Span::new(mark.span.start.max(line.start), mark.span.end.clamp(line.start, line.end));
        match cores.last_mut() {
            Some((on, joint)) if *on == line && width(joint.to(core).of(text)) <= columns => *joint = joint.to(core),
            _ => cores.push((line, core)),
        }
    }
    cores.into_iter().map(|(line, core)| window(text, line.trimmed(text), core, columns)).collect()
}

/// As much of `line` around `core` as fits, most of it behind: news puts what matters first.
fn window(text: &str, line: Span, core: Span, columns: usize) -> Piece {
    let core = Span::new(core.start, core.start + first_words(core.of(text), columns).len() as u32);
    let before = Span::new(line.start.min(core.start), core.start).of(text);
    let behind = Span::new(core.end, line.end.max(core.end)).of(text);
    let room = columns.saturating_sub(width(core.of(text)));
    let lead = last_words(before, room * 2 / 5);
    let tail = first_words(behind, room.saturating_sub(width(lead)));
    let lead = last_words(before, room.saturating_sub(width(tail)));
    let span = Span::new(core.start - lead.len() as u32, core.end + tail.len() as u32).trimmed(text);
    Piece { span, is_cut_before: line.start < span.start, is_cut_behind: span.end < line.end }
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

/// Whether some of `mark` stands on `row`; an empty mark stands where it points.
fn is_marked(mark: Span, row: Span) -> bool {
    mark.overlaps(row) || (mark.is_empty() && touches_end(mark, row))
}

fn row<'a>(text: &str, piece: Piece, marks: impl Iterator<Item = Mark<'a>>) -> Row {
    let before = if piece.is_cut_before { format!("{ELLIPSIS} ") } else { String::new() };
    let behind = if piece.is_cut_behind { format!(" {ELLIPSIS}") } else { String::new() };
    let span = piece.span;
    let column = |offset: u32| width(&before) + width(&plain(Span::new(span.start, offset).of(text)));
    let marks = marks.map(|mark| {
        let start = column(mark.span.start.max(span.start));
        let end = column(mark.span.end.clamp(span.start, span.end)).max(start + 1);
        RowMark { columns: start..end, is_primary: mark.is_primary, label: plain(mark.label).into_owned() }
    });
    Row { number: None, marks: marks.collect(), text: format!("{before}{}{behind}", plain(span.of(text))) }
}
