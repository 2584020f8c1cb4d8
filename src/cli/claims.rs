//! `copydesk claims`: every figure, quote and statement with its source.

use std::io;

use clap::ValueEnum;

use super::Status;
use super::arguments::{ClaimsArguments, ClaimsFormat};
use super::desk::{Job, make_reports};
use super::ledger::{csv, json, markdown, table};
use super::output::{Form, Layout, Outlet, Page, page};
use super::read::Draft;
use super::reading::Reading;
use crate::analysis::Analysis;
use crate::draft::Format;

/// Prints the ledgers of the drafts that `arguments` name.
pub(super) fn run(arguments: &ClaimsArguments) -> io::Result<Status> {
    let outlet = Outlet::to_stdout(layout(arguments.output_format));
    let tally = make_reports(&Job::new(&arguments.reading), vec![outlet])?;
    Ok(if tally.has_trouble { Status::Trouble } else { Status::Clean })
}

/// The ledger of one draft as `claims --output-format NAME` prints it; `None` where there is no such format.
pub fn write_ledger(path: &str, text: &str, format: Format, analysis: &Analysis, name: &str) -> Option<String> {
    let layout = layout(ClaimsFormat::from_str(name, true).ok()?);
    let draft = Draft { path: path.to_owned(), text: text.to_owned(), skipped: 0, format };
    let reports = vec![Form { layout, page: Page::PAPER }.render(&Reading::new(&draft, analysis.clone()))];
    let report = layout.arrange.map_or_else(|| reports.concat(), |arrange| arrange(&reports).concat());
    Some(format!("{}{report}{}", layout.opening, layout.closing))
}

fn layout(format: ClaimsFormat) -> &'static Layout {
    match format {
        ClaimsFormat::Table => &table::LAYOUT,
        ClaimsFormat::Json => &json::LAYOUT,
        ClaimsFormat::Jsonl => &json::LINES,
        ClaimsFormat::Csv => &csv::LAYOUT,
        ClaimsFormat::Markdown => &markdown::LAYOUT,
        ClaimsFormat::Html => &page::LEDGER,
    }
}
