//! How the reports of many drafts become one output.

use std::io::{self, IsTerminal};
use std::ops::RangeInclusive;

use crate::cli::reading::Reading;
use crate::cli::tally::Tally;

/// A draft's report, and what stands around all of them.
#[derive(Debug)]
pub(in crate::cli) struct Layout {
    pub(in crate::cli) opening: &'static str,
    pub(in crate::cli) between: &'static str,
    pub(in crate::cli) closing: &'static str,
    /// The report of one draft; empty where there is nothing to say.
    pub(in crate::cli) render: fn(&Reading<'_>, Page) -> String,
    /// Whether reports tell what was found: where none does, nothing is looked for.
    pub(in crate::cli) tells_findings: bool,
    /// Whether reports are coloured, for people rather than programs.
    pub(in crate::cli) styled: bool,
    /// What comes between the last report and the closing, of all that was read.
    pub(in crate::cli) conclude: fn(&Tally) -> String,
    /// Puts the reports into the order of the output; `None` where that is the drafts', and none has to wait.
    pub(in crate::cli) arrange: Option<Arrange>,
}

/// Gives the reports of all drafts in another order, or parted otherwise.
type Arrange = fn(&[String]) -> Vec<String>;

impl Layout {
    /// Nothing but the reports, and those empty.
    pub(in crate::cli) const BARE: Self = Self {
        opening: "",
        between: "",
        closing: "",
        render: |_, _| String::new(),
        tells_findings: true,
        styled: false,
        conclude: |_| String::new(),
        arrange: None,
    };
}

/// A layout, and what it is printed on.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Form {
    pub(in crate::cli) layout: &'static Layout,
    pub(in crate::cli) page: Page,
}

impl Form {
    /// The report of one draft.
    pub(in crate::cli) fn render(self, reading: &Reading<'_>) -> String {
        (self.layout.render)(reading, self.page)
    }
}

/// What reports are printed on.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Page {
    /// How many columns it has.
    pub(in crate::cli) width: usize,
}

/// What a page has where nobody tells, and what a line of text may have to be read well.
const COLUMNS: usize = 100;

/// With fewer, words would be broken; with more, the eye loses the row of a table.
const TERMINAL: RangeInclusive<usize> = 50..=160;

impl Page {
    /// A page of paper.
    pub(in crate::cli) const PAPER: Self = Self { width: COLUMNS };

    /// The terminal, or a page of paper where the output goes elsewhere.
    pub(in crate::cli) fn of_stdout() -> Self {
        let terminal = if io::stdout().is_terminal() { terminal_size::terminal_size() } else { None };
        let width = terminal.map_or(COLUMNS, |(width, _)| usize::from(width.0));
        Self { width: width.clamp(*TERMINAL.start(), *TERMINAL.end()) }
    }

    /// The page as running text uses it.
    pub(in crate::cli) fn for_text(self) -> Self {
        Self { width: self.width.min(COLUMNS) }
    }
}
