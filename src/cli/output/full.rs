//! Each finding under its sentence, with carets, what else it speaks of, and what to do.

use std::fmt::{self, Write};

use anstyle::{AnsiColor, Style};

use super::excerpt::{Row, RowMark, rows};
use super::{Layout, Page};
use crate::cli::desk::Reading;
use crate::cli::typeset::{fill, plain, width};
use crate::finding::{Finding, Severity};

pub(in crate::cli) const LAYOUT: Layout = Layout { opening: "", between: "", closing: "", render, styled: true };

const BOLD: Style = Style::new().bold();
const FRAME: Style = AnsiColor::BrightBlue.on_default();
const OTHER: Style = AnsiColor::BrightBlue.on_default().bold();

/// The colour of what a severity says and points at.
const fn style_of(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::BrightRed.on_default().bold(),
        Severity::Warning => AnsiColor::BrightYellow.on_default().bold(),
        Severity::Information => AnsiColor::BrightCyan.on_default().bold(),
        Severity::Hint => AnsiColor::BrightGreen.on_default().bold(),
    }
}

fn render(reading: &Reading<'_>, page: Page) -> String {
    let mut out = String::new();
    for finding in reading.analysis.findings() {
        draw(&mut out, reading, finding, page).expect("writing to a string cannot fail");
    }
    out
}

fn draw(out: &mut String, reading: &Reading<'_>, finding: &Finding, page: Page) -> fmt::Result {
    let rows = rows(reading, finding, page);
    let gutter = rows.iter().filter_map(|row| row.number).max().unwrap_or(1).to_string().len();
    let place = reading.positions.place(finding.span);
    let colour = style_of(finding.severity);
    let title = format!("{}[{}]", finding.severity, finding.rule);
    let message = fill(&format!("{title}: {}", plain(&finding.message)), page.width, 2);
    // The title may not be broken, so the message is what stands behind it.
    let message = message.strip_prefix(&title).unwrap_or(&message);
    writeln!(out, "{colour}{title}{colour:#}{BOLD}{message}{BOLD:#}")?;
    let (path, line, column) = (&reading.draft.path, place.line, place.column);
    writeln!(out, "{:gutter$}{FRAME}-->{FRAME:#} {path}:{line}:{column}", "")?;
    writeln!(out, "{:gutter$} {FRAME}|{FRAME:#}", "")?;
    let mut drawing = Drawing { out, gutter, colour, columns: page.width };
    for row in &rows {
        drawing.row(row)?;
    }
    let fixes = finding.fixes.iter().map(|fix| ("fix", fix.title.as_str()));
    let notes: Vec<(&str, &str)> =
        finding.help.as_deref().map(|help| ("help", help)).into_iter().chain(fixes).collect();
    if !notes.is_empty() {
        writeln!(out, "{:gutter$} {FRAME}|{FRAME:#}", "")?;
    }
    for (kind, note) in notes {
        let note = fill(&plain(note), page.width - gutter - 3, gutter + 5 + kind.len());
        writeln!(out, "{:gutter$} {FRAME}={FRAME:#} {BOLD}{kind}{BOLD:#}: {note}", "")?;
    }
    writeln!(out)
}

/// The frame that rows are drawn in.
struct Drawing<'a> {
    out: &'a mut String,
    gutter: usize,
    colour: Style,
    columns: usize,
}

impl Drawing<'_> {
    /// The text, its marks, and the labels: the rightmost beside its mark, each other on a line of its own.
    fn row(&mut self, row: &Row) -> fmt::Result {
        let number = row.number.map(|number| number.to_string()).unwrap_or_default();
        let gutter = self.gutter;
        writeln!(self.out, "{FRAME}{number:>gutter$} |{FRAME:#} {}", row.text)?;
        let Some(last) = row.marks.last() else { return Ok(()) };
        let has_room = self.gutter + 4 + last.columns.end + width(&last.label) <= self.columns;
        self.underline(&row.marks, has_room)?;
        let pending = if has_room { row.marks.len() - 1 } else { row.marks.len() };
        for number in (0..pending).rev() {
            self.label_below(&row.marks[..=number])?;
        }
        Ok(())
    }

    fn underline(&mut self, marks: &[RowMark], labelled: bool) -> fmt::Result {
        self.margin()?;
        let mut column = 0;
        for mark in marks {
            // One mark within another begins where the outer one is already drawn.
            let start = mark.columns.start.max(column);
            let end = mark.columns.end.max(start);
            let style = self.style(mark);
            let line = if mark.is_primary { "^" } else { "-" }.repeat(end - start);
            write!(self.out, "{:gap$}{style}{line}{style:#}", "", gap = start - column)?;
            column = end;
        }
        if let Some(last) = marks.last().filter(|last| labelled && !last.label.is_empty()) {
            let style = self.style(last);
            write!(self.out, " {style}{}{style:#}", last.label)?;
        }
        writeln!(self.out)
    }

    /// The label of the last of `marks`, on a line of its own, the others' threads running past it.
    fn label_below(&mut self, marks: &[RowMark]) -> fmt::Result {
        let Some((last, others)) = marks.split_last() else { return Ok(()) };
        if last.label.is_empty() {
            return Ok(());
        }
        self.margin()?;
        let most = (self.columns - self.gutter - 3).saturating_sub(width(&last.label));
        let start = last.columns.start.min(most);
        let mut column = 0;
        for other in others.iter().filter(|other| !other.label.is_empty()) {
            if column <= other.columns.start && other.columns.start < start {
                let style = self.style(other);
                write!(self.out, "{:gap$}{style}|{style:#}", "", gap = other.columns.start - column)?;
                column = other.columns.start + 1;
            }
        }
        let style = self.style(last);
        writeln!(self.out, "{:gap$}{style}{}{style:#}", "", last.label, gap = start.saturating_sub(column))
    }

    fn margin(&mut self) -> fmt::Result {
        write!(self.out, "{:gutter$} {FRAME}|{FRAME:#} ", "", gutter = self.gutter)
    }

    fn style(&self, mark: &RowMark) -> Style {
        if mark.is_primary { self.colour } else { OTHER }
    }
}
