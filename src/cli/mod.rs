//! Floor 8: the terminal's presentation of an analysis.

mod arguments;
mod desk;
mod ledger;
mod output;
mod positions;
mod read;
mod walk;

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command, ReadingArguments};
use output::json;

/// Nothing to report.
const CLEAN: u8 = 0;
/// Something to report.
const FINDINGS: u8 = 1;
/// Some of the work could not be done.
const TROUBLE: u8 = 2;

/// What an editor needs: the log file that it may name, and how the server ended.
pub type Serve = fn(Option<&Path>) -> anyhow::Result<ExitCode>;

/// Runs the command line; `serve` is what `copydesk lsp` does.
pub fn run(serve: Serve) -> ExitCode {
    let arguments = Arguments::parse();
    if let Command::Lsp(lsp) = &arguments.command {
        return serve(lsp.log_file.as_deref()).unwrap_or_else(|error| {
            let _ = writeln!(io::stderr(), "copydesk: {error:#}");
            ExitCode::from(TROUBLE)
        });
    }
    let done = match &arguments.command {
        Command::Lint(lint) => print_json(&lint.reading, "findings", |reading| {
            let entries = json::finding_entries(reading);
            (json::lines(&entries, ",\n"), if entries.is_empty() { CLEAN } else { FINDINGS })
        }),
        Command::Claims(claims) => {
            print_json(&claims.reading, "documents", |reading| (json::line(&ledger::json::document(reading)), CLEAN))
        }
        Command::Lsp(_) => Ok(CLEAN),
    };
    match done {
        Ok(status) => ExitCode::from(status),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "copydesk: {error}");
            ExitCode::from(TROUBLE)
        }
    }
}

fn print_json(
    reading: &ReadingArguments,
    list: &str,
    report: impl Fn(&desk::Reading<'_>) -> (String, u8) + Sync,
) -> io::Result<u8> {
    let inputs = walk::find_drafts(&reading.paths, reading.stdin_filename.as_deref());
    let mut out = BufWriter::new(io::stdout().lock());
    let mut status = CLEAN;
    for error in &inputs.trouble {
        writeln!(io::stderr(), "copydesk: {error:#}")?;
        status = TROUBLE;
    }
    writeln!(out, "{{\"version\": 1, \"{list}\": [")?;
    let mut separator = "";
    desk::read_all(&inputs.found, report, |report| match report {
        Ok((text, found)) => {
            status = status.max(found);
            if text.is_empty() {
                return Ok(());
            }
            write!(out, "{separator}{text}")?;
            separator = ",\n";
            Ok(())
        }
        Err(error) => {
            status = TROUBLE;
            writeln!(io::stderr(), "copydesk: {error:#}")
        }
    })?;
    writeln!(out, "\n]}}")?;
    out.flush()?;
    Ok(status)
}
