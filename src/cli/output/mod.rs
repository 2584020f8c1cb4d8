//! How the reports of many drafts become one output.

pub(super) mod checkstyle;
pub(super) mod concise;
mod excerpt;
pub(super) mod full;
pub(super) mod github;
pub(super) mod gitlab;
pub(super) mod grouped;
pub(super) mod json;
pub(super) mod junit;
mod outlet;
pub(super) mod page;
pub(super) mod rdjson;
pub(super) mod sarif;
mod xml;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::ops::RangeInclusive;
use std::path::MAIN_SEPARATOR;

use super::desk::Reading;
use super::tally::Tally;
use crate::finding::Related;

pub(super) use outlet::Outlet;

/// A draft's report, and what stands around all of them.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) opening: &'static str,
    pub(super) between: &'static str,
    pub(super) closing: &'static str,
    /// The report of one draft; empty where there is nothing to say.
    pub(super) render: fn(&Reading<'_>, Page) -> String,
    /// Whether reports are coloured, for people rather than programs.
    pub(super) styled: bool,
    /// What comes between the last report and the closing, of all that was read.
    pub(super) conclude: fn(&Tally) -> String,
    /// Puts the reports into the order of the output; `None` where that is the drafts', and none has to wait.
    pub(super) arrange: Option<Arrange>,
}

/// Gives the reports of all drafts in another order, or parted otherwise.
type Arrange = fn(&[String]) -> Vec<String>;

impl Layout {
    /// Nothing but the reports, and those empty.
    pub(super) const BARE: Self = Self {
        opening: "",
        between: "",
        closing: "",
        render: |_, _| String::new(),
        styled: false,
        conclude: |_| String::new(),
        arrange: None,
    };
}

/// A layout, and what it is printed on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    pub(super) layout: &'static Layout,
    pub(super) page: Page,
}

impl Form {
    /// The report of one draft.
    pub(super) fn render(self, reading: &Reading<'_>) -> String {
        (self.layout.render)(reading, self.page)
    }
}

/// What reports are printed on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    /// How many columns it has.
    pub(super) width: usize,
}

/// What a page has where nobody tells, and what a line of text may have to be read well.
const COLUMNS: usize = 100;

/// With fewer, words would be broken; with more, the eye loses the row of a table.
const TERMINAL: RangeInclusive<usize> = 50..=160;

impl Page {
    /// A page of paper.
    pub(super) const PAPER: Self = Self { width: COLUMNS };

    /// The terminal, or a page of paper where the output goes elsewhere.
    pub(super) fn of_stdout() -> Self {
        let terminal = if io::stdout().is_terminal() { terminal_size::terminal_size() } else { None };
        let width = terminal.map_or(COLUMNS, |(width, _)| usize::from(width.0));
        Self { width: width.clamp(*TERMINAL.start(), *TERMINAL.end()) }
    }

    /// The page as running text uses it.
    pub(super) fn for_text(self) -> Self {
        Self { width: self.width.min(COLUMNS) }
    }
}

/// The path of a draft as a repository has it: from the folder where the run began, with `/` between its parts.
fn repository_path(path: &str) -> String {
    let path = if MAIN_SEPARATOR == '/' { path.to_owned() } else { path.replace(MAIN_SEPARATOR, "/") };
    path.strip_prefix("./").map_or(path.clone(), str::to_owned)
}

/// Another place of a finding, in words: what is written there, and what it is where that says more.
fn other_place(reading: &Reading<'_>, other: &Related) -> String {
    let words = other.span.of(&reading.draft.text);
    if other.message == words { format!("“{words}”") } else { format!("“{words}”: {}", other.message) }
}

/// Standard output: colours only where the terminal and its user want them, and never among data.
pub(super) fn stdout(styled: bool) -> Box<dyn Write> {
    if styled { Box::new(BufWriter::new(anstream::stdout())) } else { Box::new(BufWriter::new(io::stdout())) }
}

/// Prints `text` to standard output.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = stdout(true);
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Prints what could not be done, in one line on standard error.
pub(super) fn report_trouble(error: &anyhow::Error) -> io::Result<()> {
    writeln!(io::stderr(), "copydesk: {error:#}")
}
