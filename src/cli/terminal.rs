//! What a run says on the terminal.

use std::io::{self, BufWriter, Write};

use anstream::{AutoStream, ColorChoice};
use memchr::memchr;

/// Standard output: colours only where the terminal and its user want them, and never among data.
pub(super) fn stdout(styled: bool) -> Box<dyn Write> {
    let out = io::stdout();
    match AutoStream::choice(&out) {
        _ if !styled => Box::new(BufWriter::new(out)),
        ColorChoice::Never => Box::new(Uncoloured::new(BufWriter::new(out))),
        _ => Box::new(BufWriter::new(AutoStream::auto(out))),
    }
}

/// What begins an order to the terminal; it ends with its first letter.
const ESCAPE: u8 = 0x1B;

/// An output without the colours of what is written to it.
///
/// `anstream` would look at every byte for what only a hostile one can hold; what comes here holds our own orders only.
struct Uncoloured<W> {
    out: W,
    /// Whether what comes next belongs to an order.
    in_order: bool,
}

impl<W> Uncoloured<W> {
    fn new(out: W) -> Self {
        Self { out, in_order: false }
    }
}

impl<W: Write> Write for Uncoloured<W> {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        if self.in_order {
            let end = text.iter().position(u8::is_ascii_alphabetic);
            self.in_order = end.is_none();
            return Ok(end.map_or(text.len(), |end| end + 1));
        }
        match memchr(ESCAPE, text) {
            Some(0) => {
                self.in_order = true;
                Ok(1)
            }
            order => self.out.write(&text[..order.unwrap_or(text.len())]),
        }
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
    fn colours_are_left_out_however_they_are_cut() {
        let text = "\x1b[2J\x1b[H\x1b[1mfront.md\x1b[0m\n  “5 boats”  \x1b[93munattributed\x1b[0m\n".as_bytes();
        for at in 0..text.len() {
            let mut out = Uncoloured::new(Vec::new());
            [&text[..at], &text[at..]].into_iter().for_each(|part| out.write_all(part).expect("it is memory"));
            assert_eq!(String::from_utf8_lossy(&out.out), "front.md\n  “5 boats”  unattributed\n");
        }
    }
}
