//! `copydesk lint`: what the desk would ask about.

use std::io::{self, Write};

use super::arguments::{LintArguments, LintFormat};
use super::desk::{Job, print_reports};
use super::fix::Mender;
use super::news::Sieve;
use super::output::{Layout, concise, full, json, report_trouble, stdout};
use super::{Status, settings, watch};

/// Lints the drafts that `arguments` name.
pub(super) fn run(arguments: &LintArguments) -> io::Result<Status> {
    if arguments.show_files {
        return settings::show_files(&arguments.reading);
    }
    if arguments.show_settings {
        return settings::show_settings(&arguments.reading);
    }
    if arguments.watch {
        return watch::run(&arguments.reading, || run_once(arguments));
    }
    run_once(arguments)
}

fn run_once(arguments: &LintArguments) -> io::Result<Status> {
    match Sieve::new(arguments) {
        Ok(sieve) => run_with(arguments, sieve),
        Err(error) => {
            report_trouble(&error)?;
            Ok(Status::Trouble)
        }
    }
}

/// Lints the drafts, and reports what `sieve` lets through.
fn run_with(arguments: &LintArguments, sieve: Sieve) -> io::Result<Status> {
    let layout = if arguments.statistics { &NOTHING } else { layout(arguments.output_format) };
    let only_shows = arguments.fix && arguments.diff;
    let mender = arguments.fix.then_some(Mender { with_unsafe: arguments.unsafe_fixes, only_shows });
    let job = Job { sieve, mender, most: arguments.max_findings, ..Job::new(&arguments.reading, layout) };
    // A patch and a mended standard input are for programs, as the formats for programs are.
    let is_prose = arguments.output_format == LintFormat::Full && !arguments.reading.quiet;
    let shows_text = only_shows || (arguments.fix && arguments.reading.has_stdin());
    let mut out = stdout(layout.styled && !shows_text);
    let mut tally = print_reports(&job, &mut out)?;
    if arguments.statistics {
        out.write_all(tally.statistics().as_bytes())?;
    }
    let finished = job.sieve.finish();
    if is_prose && !shows_text {
        out.write_all(tally.summary_of_changes(false).as_bytes())?;
        out.write_all(tally.summary(arguments.max_findings).as_bytes())?;
        out.write_all(finished.as_deref().unwrap_or_default().as_bytes())?;
    }
    out.flush()?;
    if is_prose && shows_text {
        write!(io::stderr(), "{}", tally.summary_of_changes(only_shows))?;
    }
    if let Err(error) = finished {
        tally.note_trouble(&error)?;
    }
    Ok(match tally.worst() {
        _ if tally.has_trouble => Status::Trouble,
        _ if arguments.exit_zero => Status::Clean,
        _ if only_shows => {
            if tally.changes() == 0 {
                Status::Clean
            } else {
                Status::Findings
            }
        }
        worst if arguments.fail_on.fails(worst) => Status::Findings,
        _ => Status::Clean,
    })
}

/// Where only counts are wanted.
const NOTHING: Layout = Layout { opening: "", between: "", closing: "", render: |_, _| String::new(), styled: true };

fn layout(format: LintFormat) -> &'static Layout {
    match format {
        LintFormat::Full => &full::LAYOUT,
        LintFormat::Concise => &concise::LAYOUT,
        LintFormat::Json => &json::LAYOUT,
        LintFormat::Jsonl => &json::LINES,
    }
}
