//! Reads drafts in parallel and hands on what is made of each, in their order.

use std::io;

use rayon::prelude::*;

use super::positions::Positions;
use super::read::{Draft, read_draft};
use super::walk::Input;
use crate::analysis::{Analysis, Reader};
use crate::config::Settings;

/// How many drafts are read before the first is handed on: enough to keep every core busy,
/// few enough that an archive does not fill the memory.
const BATCH: usize = 256;

/// A draft, read and checked: what every output is made from.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) draft: &'a Draft,
    pub(super) analysis: Analysis,
    pub(super) positions: Positions<'a>,
}

/// Reads `inputs`, makes a report of each and delivers the reports in order; what cannot be read is an error.
///
/// Ends early, with the error, where a report cannot be delivered.
pub(super) fn read_all<T: Send>(
    inputs: &[Input],
    report: impl Fn(&Reading<'_>) -> T + Sync,
    mut deliver: impl FnMut(anyhow::Result<T>) -> io::Result<()>,
) -> io::Result<()> {
    for batch in inputs.chunks(BATCH) {
        let reports: Vec<_> =
            batch.par_iter().map(|input| read_draft(input).map(|draft| report(&read(&draft)))).collect();
        reports.into_iter().try_for_each(&mut deliver)?;
    }
    Ok(())
}

fn read(draft: &Draft) -> Reading<'_> {
    let analysis = Reader::new(Settings::default()).read(&draft.text, draft.format);
    Reading { draft, analysis, positions: Positions::new(&draft.text, draft.skipped) }
}
