//! A line for each finding below the name of its draft, in columns.

use std::fmt::{self, Write};

use anstyle::Style;

use super::full::style_of;
use super::layout::{Layout, Page};
use crate::cli::reading::Reading;
use crate::cli::typeset::{fill, pad, plain};
use crate::finding::Finding;

pub(in crate::cli) const LAYOUT: Layout = Layout { render, styled: true, ..Layout::BARE };

const TITLE: Style = Style::new().bold().underline();
const RULE: Style = Style::new().dimmed();

/// Between a column and the next.
const GAP: usize = 2;

fn render(reading: &Reading<'_>, page: Page) -> String {
    let mut out = String::new();
    draw(&mut out, reading, page.for_text()).expect("writing to a string cannot fail");
    out
}

fn draw(out: &mut String, reading: &Reading<'_>, page: Page) -> fmt::Result {
    let findings = reading.analysis.findings();
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "{TITLE}{}{TITLE:#}", plain(&reading.draft.path))?;
    let places: Vec<String> = findings.iter().map(|finding| place(reading, finding)).collect();
    let severities: Vec<String> = findings.iter().map(|finding| finding.severity.to_string()).collect();
    let widest = |cells: &mut dyn Iterator<Item = &str>| cells.map(str::len).max().unwrap_or(0);
    let first = widest(&mut places.iter().map(String::as_str));
    let second = widest(&mut severities.iter().map(String::as_str));
    let third = widest(&mut findings.iter().map(|finding| finding.rule));
    let indent = 2 + first + second + third + 3 * GAP;
    for ((finding, place), severity) in findings.iter().zip(&places).zip(&severities) {
        let colour = style_of(finding.severity);
        let severity = pad(severity, second);
        let rule = pad(finding.rule, third);
        let message = fill(&plain(&finding.message), page.width.saturating_sub(indent), 0);
        let message = message.replace('\n', &format!("\n{:indent$}", ""));
        writeln!(out, "  {place:>first$}  {colour}{severity}{colour:#}  {RULE}{rule}{RULE:#}  {message}")?;
    }
    writeln!(out)
}

fn place(reading: &Reading<'_>, finding: &Finding) -> String {
    let place = reading.positions.place(finding.span);
    format!("{}:{}", place.line, place.column)
}
