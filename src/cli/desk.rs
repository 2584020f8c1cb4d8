//! Reads drafts in parallel and prints what is made of each, in their order.

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;

use super::arguments::ReadingArguments;
use super::fix::{Mended, Mender};
use super::house;
use super::news::Sieve;
use super::output::{Form, Outlet};
use super::read::{Draft, read_draft};
use super::reading::Reading;
use super::tally::Tally;
use super::walk::{Input, find_drafts};
use crate::analysis::{Analysis, Reader};

/// How many drafts are read before the first is printed: enough to keep every core busy,
/// few enough that an archive does not fill the memory.
const BATCH: usize = 256;

/// A run that takes no longer shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// What is to be done with the drafts.
#[derive(Debug)]
pub(super) struct Job<'a> {
    pub(super) reading: &'a ReadingArguments,
    /// Which findings are reported.
    pub(super) sieve: Sieve,
    /// Who changes the drafts before they are reported on.
    pub(super) mender: Option<Mender>,
    /// The most findings that are printed.
    pub(super) most: Option<usize>,
}

impl<'a> Job<'a> {
    /// Reads and reports, and nothing else.
    pub(super) fn new(reading: &'a ReadingArguments) -> Self {
        Self { reading, sieve: Sieve::default(), mender: None, most: None }
    }
}

/// A draft with what was found in it and changed.
struct Read {
    draft: Draft,
    analysis: Analysis,
    mended: Mended,
}

/// Reads the drafts that `job` names and gives each of `outlets` the report that its layout makes of them.
///
/// What cannot be read or written is one line on standard error. The error is that of printing.
pub(super) fn make_reports(job: &Job<'_>, mut outlets: Vec<Outlet>) -> io::Result<Tally> {
    if let Some(jobs) = job.reading.jobs {
        // Fails where the pool is there already, which costs time and nothing else.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs).build_global();
    }
    let mut inputs = find_drafts(job.reading);
    job.sieve.narrow(&mut inputs, job.reading);
    let mut tally = Tally::default();
    for error in &inputs.trouble {
        tally.note_trouble(error)?;
    }
    let progress = Progress::new(inputs.found.len(), job.reading.quiet);
    let forms: Vec<Form> = outlets.iter().map(Outlet::form).collect();
    // Where nothing is printed, what was found is counted.
    let tells_findings = forms.is_empty() || forms.iter().any(|form| form.layout.tells_findings);
    let mut reported = 0;
    for batch in inputs.found.chunks(BATCH) {
        let read = |input| {
            let read = read_input(input, job, tells_findings);
            progress.advance();
            read
        };
        // Reports are made where drafts are read, unless how much of a draft is printed depends on those before it.
        let reports: Vec<Result<(Vec<String>, Tally)>> = match job.most {
            None => batch.par_iter().map(|input| read(input).and_then(|read| report(&forms, read, None))).collect(),
            Some(most) => {
                let read: Vec<Result<Read>> = batch.par_iter().map(read).collect();
                let mut report = |read: Read| {
                    let left = most.saturating_sub(reported);
                    reported += read.analysis.findings().len();
                    report(&forms, read, Some(left))
                };
                read.into_iter().map(|read| read.and_then(&mut report)).collect()
            }
        };
        for report in reports {
            match report {
                Ok((texts, counts)) => {
                    tally.add(&counts);
                    for (outlet, text) in outlets.iter_mut().zip(texts) {
                        progress.aside(|| outlet.take(text))?;
                    }
                }
                Err(error) => progress.aside(|| tally.note_trouble(&error))?,
            }
        }
    }
    drop(progress);
    for outlet in outlets {
        if let Err(error) = outlet.close(&tally)? {
            tally.note_trouble(&error)?;
        }
    }
    Ok(tally)
}

/// Reads `input`, changes it where that is the job, and looks for findings where somebody `tells_findings`.
fn read_input(input: &Input, job: &Job<'_>, tells_findings: bool) -> Result<Read> {
    let mut draft = read_draft(input)?;
    let mut settings = input.style.settings();
    house::narrow(&mut settings, job.reading);
    let path = draft.path.clone();
    unless_it_stumbles(&path, move || {
        let mended = job.mender.map(|it| it.mend(&mut draft, input.is_stdin, &settings, &job.sieve)).transpose()?;
        let mut reader = Reader::new(settings.clone());
        let read = if tells_findings { Reader::read } else { Reader::read_unasked };
        let mut analysis = read(&mut reader, &draft.text, draft.format);
        job.sieve.note(&analysis, &draft);
        job.sieve.sift(&mut analysis, &draft, &settings)?;
        Ok(Read { draft, analysis, mended: mended.unwrap_or_default() })
    })
}

/// The reports of what was read, of no more than `left` findings, and what was found in all.
fn report(forms: &[Form], read: Read, left: Option<usize>) -> Result<(Vec<String>, Tally)> {
    let Read { draft, analysis, mended } = read;
    unless_it_stumbles(&draft.path, || {
        let mut reading = Reading { shown: mended.shown, ..Reading::new(&draft, analysis) };
        let tally = Tally::of(&reading).with_changes(mended.changes);
        if let Some(mut left) = left {
            reading.analysis.retain_findings(|_, _| {
                let is_kept = left != 0;
                left = left.saturating_sub(1);
                is_kept
            });
        }
        Ok((forms.iter().map(|form| form.render(&reading)).collect(), tally))
    })
}

/// A bug in the reading of one draft must not cost the others theirs.
fn unless_it_stumbles<T>(path: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(anyhow!("{path}: copydesk stumbled over this draft, which is a bug; please report it")))
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
