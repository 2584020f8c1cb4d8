//! `copydesk claims`: every figure, quote and statement with its source.

use std::io::{self, Write};

use super::Status;
use super::arguments::{ClaimsArguments, ClaimsFormat};
use super::desk::print_reports;
use super::ledger::{csv, html, json, markdown, table};
use super::output::{Layout, Page, stdout};

/// Prints the ledgers of the drafts that `arguments` name.
pub(super) fn run(arguments: &ClaimsArguments) -> io::Result<Status> {
    let layout = layout(arguments.output_format);
    let mut out = stdout(layout.styled);
    let tally = print_reports(&arguments.reading, layout, Page::of_stdout(), &mut out)?;
    out.flush()?;
    Ok(if tally.has_trouble { Status::Trouble } else { Status::Clean })
}

fn layout(format: ClaimsFormat) -> &'static Layout {
    match format {
        ClaimsFormat::Table => &table::LAYOUT,
        ClaimsFormat::Json => &json::LAYOUT,
        ClaimsFormat::Jsonl => &json::LINES,
        ClaimsFormat::Csv => &csv::LAYOUT,
        ClaimsFormat::Markdown => &markdown::LAYOUT,
        ClaimsFormat::Html => &html::LAYOUT,
    }
}
