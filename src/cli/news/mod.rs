//! Only what is new: lets through the findings that a baseline does not hold, or that a change has brought.

mod baseline;
mod changed_lines;
mod git;
mod history;

use anyhow::Result;

use super::arguments::{LintArguments, ReadingArguments};
use super::read::Draft;
use super::walk::Inputs;
use crate::analysis::Analysis;
use crate::config::Settings;

use baseline::Baseline;
use history::History;

/// What decides which findings are reported; without anything in it, all are.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    baseline: Option<Baseline>,
    history: Option<History>,
}

impl Sieve {
    /// The sieve that `arguments` ask for.
    pub(super) fn new(arguments: &LintArguments) -> Result<Self> {
        Ok(Self { baseline: Baseline::open(arguments)?, history: History::open(arguments)? })
    }

    /// Leaves out the drafts that cannot have anything new, and gives staged ones their staged text.
    pub(super) fn narrow(&self, inputs: &mut Inputs, arguments: &ReadingArguments) {
        if let Some(history) = &self.history {
            history.narrow(inputs, arguments);
        }
    }

    /// Remembers all that was found in a draft, for a baseline that is written or pruned.
    pub(super) fn note(&self, analysis: &Analysis, draft: &Draft) {
        if let Some(baseline) = &self.baseline {
            baseline.note(analysis, draft);
        }
    }

    /// Takes the findings that are not new out of `analysis`, which was read under `settings`.
    pub(super) fn sift(&self, analysis: &mut Analysis, draft: &Draft, settings: &Settings) -> Result<()> {
        // A baseline wants to see all that a draft has: it knows by it which draft it was before.
        if let Some(baseline) = &self.baseline {
            baseline.sift(analysis, draft, settings);
        }
        if let Some(history) = &self.history {
            history.sift(analysis, draft, settings)?;
        }
        Ok(())
    }

    /// Writes the baseline where one is to be written or pruned, and says so in a line.
    pub(super) fn finish(&self) -> Result<String> {
        self.baseline.as_ref().map_or(Ok(String::new()), Baseline::finish)
    }
}
