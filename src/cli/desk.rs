//! Reads drafts in parallel and prints what is made of each, in their order.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::arguments::ReadingArguments;
use super::house;
use super::output::{Layout, Page};
use super::positions::Positions;
use super::read::{Draft, read_draft};
use super::tally::Tally;
use super::walk::{Input, find_drafts};
use crate::analysis::{Analysis, Reader};

/// How many drafts are read before the first is printed: enough to keep every core busy,
/// few enough that an archive does not fill the memory.
const BATCH: usize = 256;

/// A run that takes no longer shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// A draft, read and checked: what every output is made from.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) draft: &'a Draft,
    pub(super) analysis: Analysis,
    pub(super) positions: Positions<'a>,
}

/// Reads the drafts that `arguments` name and prints the report that `layout` makes of each.
///
/// What cannot be read is one line on standard error. The error is that of printing.
pub(super) fn print_reports(
    arguments: &ReadingArguments,
    layout: &Layout,
    page: Page,
    out: &mut dyn Write,
) -> io::Result<Tally> {
    if let Some(jobs) = arguments.jobs {
        // Fails where the pool is there already, which costs time and nothing else.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let inputs = find_drafts(arguments);
    let mut tally = Tally::default();
    for error in &inputs.trouble {
        tally.note_trouble(error)?;
    }
    let progress = Progress::new(inputs.found.len(), arguments.quiet);
    let mut is_empty = true;
    for batch in inputs.found.chunks(BATCH) {
        let read = |input| {
            let report = |reading: &Reading<'_>| ((layout.render)(reading, page), Tally::of(reading));
            let report = read_and_report(input, arguments, report);
            progress.advance();
            report
        };
        let reports: Vec<_> = batch.par_iter().map(read).collect();
        for report in reports {
            match report {
                Ok((text, counts)) => {
                    tally.add(&counts);
                    if !text.is_empty() {
                        let before = if is_empty { layout.opening } else { layout.between };
                        progress.aside(|| write!(out, "{before}{text}"))?;
                        is_empty = false;
                    }
                }
                Err(error) => progress.aside(|| tally.note_trouble(&error))?,
            }
        }
    }
    let opening = if is_empty { layout.opening } else { "" };
    write!(out, "{opening}{}", layout.closing)?;
    Ok(tally)
}

/// Reads `input` and makes a report of it. A bug in the reading must not cost the other drafts theirs.
fn read_and_report<T>(
    input: &Input,
    arguments: &ReadingArguments,
    report: impl FnOnce(&Reading<'_>) -> T,
) -> Result<T> {
    let draft = read_draft(input)?;
    let mut settings = input.style.settings();
    house::narrow(&mut settings, arguments);
    panic::catch_unwind(AssertUnwindSafe(|| {
        let analysis = Reader::new(settings).read(&draft.text, draft.format);
        let positions = Positions::new(&draft.text, draft.skipped);
        report(&Reading { draft: &draft, analysis, positions })
    }))
    .map_err(|_| anyhow!("{}: copydesk stumbled over this draft, which is a bug; please report it", draft.path))
}

/// The bar that shows how far a long run is: on a terminal only, and only once it is long.
struct Progress {
    bar: ProgressBar,
    start: Instant,
    /// Whether nothing is left to decide about showing the bar.
    settled: AtomicBool,
}

impl Progress {
    fn new(drafts: usize, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(drafts as u64), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len} drafts").expect("the template is right");
        bar.set_style(style);
        Self { bar, start: Instant::now(), settled: AtomicBool::new(quiet) }
    }

    /// One draft more is read.
    fn advance(&self) {
        self.bar.inc(1);
        if PATIENCE < self.start.elapsed() && !self.settled.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Prints something past the bar.
    fn aside(&self, print: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        self.bar.suspend(print)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
