//! What a run says on the terminal.

use std::io::{self, BufWriter, Write};

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
