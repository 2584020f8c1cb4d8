//! `copydesk lint`: what the desk would ask about.

use std::io::{self, Write};

use super::arguments::{LintArguments, LintFormat};
use super::desk::print_reports;
use super::output::{Layout, Page, concise, full, json, stdout};
use super::{Status, settings};

/// Lints the drafts that `arguments` name.
pub(super) fn run(arguments: &LintArguments) -> io::Result<Status> {
    if arguments.show_files {
        return settings::show_files(&arguments.reading);
    }
    if arguments.show_settings {
        return settings::show_settings(&arguments.reading);
    }
    let layout = layout(arguments.output_format);
    let mut out = stdout(layout.styled);
    let tally = print_reports(&arguments.reading, layout, Page::of_stdout(), &mut out)?;
    // Formats for programs hold findings and nothing else.
    if arguments.output_format == LintFormat::Full && !arguments.reading.quiet {
        out.write_all(tally.summary().as_bytes())?;
    }
    out.flush()?;
    Ok(match tally.worst() {
        _ if tally.has_trouble => Status::Trouble,
        worst if arguments.fail_on.fails(worst) => Status::Findings,
        _ => Status::Clean,
    })
}

fn layout(format: LintFormat) -> &'static Layout {
    match format {
        LintFormat::Full => &full::LAYOUT,
        LintFormat::Concise => &concise::LAYOUT,
        LintFormat::Json => &json::LAYOUT,
        LintFormat::Jsonl => &json::LINES,
    }
}
