//! What a run says on the terminal.

use std::io::{self, BufWriter, Write};

use anstream::{AutoStream, ColorChoice};
use memchr::memchr;

/// Holds the reports of a few drafts: what is written at once is searched for its last line feed, which may be far off.
const ROOM: usize = 256 * 1024;

/// Standard output: colours only where the terminal and its user want them, and never among data.
pub(super) fn stdout(styled: bool) -> Box<dyn Write> {
    let out = io::stdout();
    match AutoStream::choice(&out) {
        _ if !styled => Box::new(BufWriter::with_capacity(ROOM, out)),
        ColorChoice::Never => Box::new(Colourless { out: BufWriter::with_capacity(ROOM, out), is_within: false }),
        _ => Box::new(BufWriter::new(AutoStream::auto(out))),
    }
}

/// Leaves out what colours the words. Of a draft nothing is left out: its words are printed without control characters.
struct Colourless<W> {
    out: W,
    /// Whether what was written last ended within a colour's code.
    is_within: bool,
}

impl<W: Write> Write for Colourless<W> {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        let mut rest = text;
        while !rest.is_empty() {
            let mark = if self.is_within { b'm' } else { b'\x1b' };
            let end = memchr(mark, rest);
            let (piece, behind) = rest.split_at(end.unwrap_or(rest.len()));
            if !self.is_within {
                self.out.write_all(piece)?;
            }
            self.is_within ^= end.is_some();
            rest = behind.get(1..).unwrap_or_default();
        }
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_left_out_wherever_their_codes_are_cut() {
        let text = "the \x1b[1mmayor\x1b[0m of \x1b[38;5;4mBrae\x1b[0m\n";
        for cut in 0..=text.len() {
            let mut out = Colourless { out: Vec::new(), is_within: false };
            let (head, tail) = text.as_bytes().split_at(cut);
            out.write_all(head).and_then(|()| out.write_all(tail)).expect("memory can be written to");
            assert_eq!(out.out, b"the mayor of Brae\n");
        }
    }
}
