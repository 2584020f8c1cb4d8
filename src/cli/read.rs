//! Reads a draft's bytes as text, or says in one line why it cannot.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Result, bail};
use memchr::memchr;

use super::disk::reason;
use super::typeset::grouped;
use super::walk::Input;
use crate::draft::Format;

/// What some editors put in front of UTF-8 text.
pub(super) const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Spans are `u32`; the marks and line feeds that a reading adds need some room too.
const MOST_BYTES: u64 = u32::MAX as u64 / 2;

const TOO_LARGE: &str = "larger than 2 GB; split it into stories";

/// A draft's text, and where it came from.
#[derive(Debug)]
pub(super) struct Draft {
    /// Its path, as reports show it.
    pub(super) path: String,
    /// Its text without a byte order mark.
    pub(super) text: String,
    /// How many bytes of the file stand in front of the text.
    pub(super) skipped: u32,
    pub(super) format: Format,
}

/// Reads `input`. A file with an unknown extension was named, so it is read as plain text.
pub(super) fn read_draft(input: &Input) -> Result<Draft> {
    let path = input.path.display().to_string();
    let bytes = match &input.bytes {
        Some(bytes) => Ok(bytes.to_vec()),
        None if input.is_stdin => read_stdin(),
        None => read_file(&input.path),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => bail!("{path}: {}", reason(&error)),
    };
    let mut text = match decode(bytes) {
        Ok(text) => text,
        Err(why) => bail!("{path}: {why}"),
    };
    let skipped = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    text.drain(..skipped);
    Ok(Draft { path, text, skipped: skipped as u32, format: format_of(&input.path) })
}

/// The bytes of a file; one that is too large is not taken into memory first.
fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let length = fs::metadata(path)?.len();
    if MOST_BYTES < length { Err(io::Error::other(TOO_LARGE)) } else { fs::read(path) }
}

fn read_stdin() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn format_of(path: &Path) -> Format {
    path.extension().and_then(OsStr::to_str).and_then(Format::of_extension).unwrap_or(Format::Plain)
}

/// The bytes as text; otherwise why they are none, and what to do.
fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if MOST_BYTES < bytes.len() as u64 {
        return Err(TOO_LARGE.to_owned());
    }
    if let Some(offset) = memchr(0, &bytes) {
        let as_utf16 = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
        return Err(if as_utf16 {
            "UTF-16 text; save it as UTF-8".to_owned()
        } else {
            format!("not a text file (byte {} is zero)", grouped(&(offset + 1).to_string()))
        });
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        format!("not UTF-8 text (byte {}); save it as UTF-8", grouped(&(offset + 1).to_string()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_refused_with_the_remedy() {
        assert_eq!(decode(b"caf\xE9 owner".to_vec()), Err("not UTF-8 text (byte 4); save it as UTF-8".to_owned()));
        assert_eq!(decode(b"\x7FELF\0".to_vec()), Err("not a text file (byte 5 is zero)".to_owned()));
        assert_eq!(decode(b"\xFF\xFEM\0".to_vec()), Err("UTF-16 text; save it as UTF-8".to_owned()));
        assert_eq!(decode("Zoë".into()), Ok("Zoë".to_owned()));
    }
}
