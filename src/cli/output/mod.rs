//! How the reports of many drafts become one output.

pub(super) mod concise;
mod excerpt;
pub(super) mod full;
pub(super) mod json;

use std::io::{self, BufWriter, IsTerminal, Write};
use std::ops::RangeInclusive;

use super::desk::Reading;

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
