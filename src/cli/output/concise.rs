//! A line for each finding, as compilers print them and editors read them.

use super::layout::{Layout, Page};
use crate::cli::reading::Reading;
use crate::cli::typeset::plain;
use crate::finding::Finding;

pub(in crate::cli) const LAYOUT: Layout = Layout { render, styled: true, ..Layout::BARE };

fn render(reading: &Reading<'_>, _: Page) -> String {
    reading.analysis.findings().iter().map(|finding| line(reading, finding)).collect()
}

fn line(reading: &Reading<'_>, finding: &Finding) -> String {
    let place = reading.positions.place(finding.span);
    let path = &reading.draft.path;
    let Finding { severity, rule, message, .. } = finding;
    format!("{path}:{}:{}: {severity} {rule}: {}\n", place.line, place.column, plain(message))
}
