//! `copydesk lint`: what the desk would ask about.

use std::io::{self, Write};

use super::arguments::LintArguments;
use super::desk::{Job, make_reports};
use super::fix::Mender;
use super::news::Sieve;
use super::output::{
    Layout, Outlet, checkstyle, concise, full, github, gitlab, grouped, json, junit, page, rdjson, sarif,
};
use super::outputs::LintFormat;
use super::terminal::{print, report_trouble};
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
    let only_shows = arguments.fix && arguments.diff;
    let mender = arguments.fix.then_some(Mender { with_unsafe: arguments.unsafe_fixes, only_shows });
    let job = Job { sieve, mender, most: arguments.max_findings, ..Job::new(&arguments.reading) };
    // A patch and a mended standard input are for programs, as the formats for programs are.
    let shows_text = only_shows || (arguments.fix && arguments.reading.has_stdin());
    let mut tally = make_reports(&job, outlets(arguments, shows_text))?;
    if arguments.statistics {
        print(&tally.statistics())?;
    }
    let finished = job.sieve.finish();
    if is_for_people(arguments) && shows_text {
        write!(io::stderr(), "{}", tally.summary_of_changes(only_shows))?;
    } else if is_for_people(arguments) {
        print(&tally.summary_of_changes(false))?;
        print(&tally.summary(arguments.max_findings))?;
        print(finished.as_deref().unwrap_or_default())?;
    }
    if let Err(error) = finished {
        tally.note_trouble(&error)?;
    }
    Ok(match tally.worst() {
        _ if tally.has_trouble => Status::Trouble,
        _ if arguments.exit_zero => Status::Clean,
        _ if only_shows && tally.changes() == 0 => Status::Clean,
        _ if only_shows => Status::Findings,
        worst if arguments.fail_on.fails(worst) => Status::Findings,
        _ => Status::Clean,
    })
}

/// Whether a summary stands below what is printed: not among data, and where nothing is printed it is all there is.
fn is_for_people(arguments: &LintArguments) -> bool {
    let is_text = matches!(arguments.outputs.printed(), None | Some(LintFormat::Full | LintFormat::Grouped));
    is_text && !arguments.reading.quiet
}

/// Where the reports go; `shows_text` where changes are printed in the place of findings.
fn outlets(arguments: &LintArguments, shows_text: bool) -> Vec<Outlet> {
    let files = arguments.outputs.0.iter().filter_map(|it| Some((layout(it.format), it.file.as_deref()?)));
    let mut outlets: Vec<Outlet> = files.map(|(layout, file)| Outlet::to_file(layout, file)).collect();
    if shows_text {
        outlets.push(Outlet::to_stdout(&MENDED));
    } else if let Some(format) = arguments.outputs.printed().filter(|_| !arguments.statistics) {
        outlets.push(Outlet::to_stdout(layout(format)));
    }
    outlets
}

/// What was changed: the patch, or the text where it came by standard input.
const MENDED: Layout = Layout { render: |reading, _| reading.shown.clone().unwrap_or_default(), ..Layout::BARE };

fn layout(format: LintFormat) -> &'static Layout {
    match format {
        LintFormat::Full => &full::LAYOUT,
        LintFormat::Concise => &concise::LAYOUT,
        LintFormat::Json => &json::LAYOUT,
        LintFormat::Jsonl => &json::LINES,
        LintFormat::Grouped => &grouped::LAYOUT,
        LintFormat::Github => &github::LAYOUT,
        LintFormat::Gitlab => &gitlab::LAYOUT,
        LintFormat::Sarif => &sarif::LAYOUT,
        LintFormat::Checkstyle => &checkstyle::LAYOUT,
        LintFormat::Junit => &junit::LAYOUT,
        LintFormat::Rdjson => &rdjson::LAYOUT,
        LintFormat::Rdjsonl => &rdjson::LINES,
        LintFormat::Html => &page::LAYOUT,
    }
}
