//! A draft, read and checked: what every output is made from.

use super::positions::Positions;
use super::read::Draft;
use crate::analysis::Analysis;

/// A draft with all that was found in it.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) draft: &'a Draft,
    pub(super) analysis: Analysis,
    pub(super) positions: Positions,
    /// What is printed in place of findings: a patch, or a mended standard input.
    pub(super) shown: Option<String>,
}

impl<'a> Reading<'a> {
    /// What was read in `draft`.
    pub(super) fn new(draft: &'a Draft, analysis: Analysis) -> Self {
        let positions = Positions::new(&draft.text, draft.skipped);
        Self { draft, analysis, positions, shown: None }
    }
}
