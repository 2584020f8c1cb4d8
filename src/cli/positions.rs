//! Turns bytes into lines and columns, once a file.
//!
//! Lines and columns count from 1, columns in characters. A story may be one line of a megabyte,
//! so a column is not counted from the line's start: it is how many bytes lie before it, without those
//! that only continue a character, which are few in most languages of news and looked up.

use serde::Serialize;

use super::output::JsonText;
use crate::text::{LineIndex, Span};

/// The first byte of characters that UTF-16 writes in two units is this or more.
const FIRST_ASTRAL: u8 = 0xF0;

/// How many bytes are passed over at once where all are ASCII.
const STRIDE: usize = 64;

/// A stretch of a file as every machine-readable output gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Placed {
    /// First byte in the file as it is on disk.
    start: u32,
    /// The byte behind the last.
    end: u32,
    pub(super) line: u32,
    pub(super) column: u32,
    pub(super) end_line: u32,
    pub(super) end_column: u32,
}

impl Placed {
    /// Writes it as its serialisation reads.
    pub(super) fn write(&self, out: &mut JsonText) {
        // Half of a ledger is places: the names are known here, and copied without a call.
        out.verbatim(|out| {
            let mut digits = itoa::Buffer::new();
            out.push_str("{\"start\":");
            out.push_str(digits.format(self.start));
            out.push_str(",\"end\":");
            out.push_str(digits.format(self.end));
            out.push_str(",\"line\":");
            out.push_str(digits.format(self.line));
            out.push_str(",\"column\":");
            out.push_str(digits.format(self.column));
            out.push_str(",\"end_line\":");
            out.push_str(digits.format(self.end_line));
            out.push_str(",\"end_column\":");
            out.push_str(digits.format(self.end_column));
            out.push('}');
        });
    }
}

/// What columns are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Bytes,
    Characters,
    Utf16,
}

/// Where the lines and characters of one file are.
#[derive(Debug)]
pub(super) struct Positions {
    /// Bytes of the file in front of the text: a byte order mark is no character of the draft.
    skipped: u32,
    lines: LineIndex,
    /// The bytes that begin no character but continue one.
    continuing: Vec<u32>,
    /// How many of them stand before each line: most lines have few or none.
    continuing_before: Vec<usize>,
    /// The characters that take two units of UTF-16, which are rare.
    astral: Vec<u32>,
}

impl Positions {
    /// Reads the lines of `text`, which stands behind `skipped` bytes of its file.
    pub(super) fn new(text: &str, skipped: u32) -> Self {
        let (mut continuing, mut astral) = (Vec::new(), Vec::new());
        for (number, stride) in text.as_bytes().chunks(STRIDE).enumerate().filter(|(_, stride)| !stride.is_ascii()) {
            for (offset, &byte) in (number * STRIDE..).zip(stride) {
                match byte {
                    FIRST_ASTRAL.. => astral.push(offset as u32),
                    _ if byte & 0xC0 == 0x80 => continuing.push(offset as u32),
                    _ => {}
                }
            }
        }
        let lines = LineIndex::new(text);
        let before = |&start: &u32| continuing.partition_point(|&offset| offset < start);
        let continuing_before = lines.starts().iter().map(before).collect();
        Self { skipped, lines, continuing, continuing_before, astral }
    }

    /// The place of `span`, whose offsets are the text's.
    pub(super) fn place(&self, span: Span) -> Placed {
        self.place_in(span, Unit::Characters)
    }

    /// The place of `span` with columns in `unit`.
    pub(super) fn place_in(&self, span: Span, unit: Unit) -> Placed {
        let (line, column) = self.at(span.start, unit);
        // Hardly anything runs over a line.
        let (end_line, end_column) = if self.lines.reaches(span.end, line - 1) {
            (line, column + self.units(line - 1, span, unit))
        } else {
            self.at(span.end, unit)
        };
        let on_disk = span.shifted(self.skipped);
        Placed { start: on_disk.start, end: on_disk.end, line, column, end_line, end_column }
    }

    /// The line and the column, in characters, of the byte at `offset`.
    pub(super) fn line_and_column(&self, offset: u32) -> (u32, u32) {
        self.at(offset, Unit::Characters)
    }

    /// The line of the byte at `offset`.
    pub(super) fn line(&self, offset: u32) -> u32 {
        self.lines.line_at(offset).0 + 1
    }

    fn at(&self, offset: u32, unit: Unit) -> (u32, u32) {
        let (line, start) = self.lines.line_at(offset);
        (line + 1, self.units(line, Span::new(start, offset), unit) + 1)
    }

    /// How long `span`, which lies on `line`, counted from 0, is in `unit`.
    fn units(&self, line: u32, span: Span, unit: Unit) -> u32 {
        let within = |places: &[u32]| {
            let first = places.partition_point(|&place| place < span.start);
            places[first..].partition_point(|&place| place < span.end) as u32
        };
        let characters = || {
            let next = self.continuing_before.get(line as usize + 1).copied();
            let here = self.continuing_before[line as usize]..next.unwrap_or(self.continuing.len());
            span.len() - within(&self.continuing[here])
        };
        match unit {
            Unit::Bytes => span.len(),
            Unit::Characters => characters(),
            Unit::Utf16 => characters() + within(&self.astral),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn place(text: &str, start: u32, end: u32) -> (u32, u32, u32, u32) {
        let placed = Positions::new(text, 0).place(Span::new(start, end));
        (placed.line, placed.column, placed.end_line, placed.end_column)
    }

    #[test]
    fn lines_and_columns_count_from_one_and_columns_in_characters() {
        assert_eq!(place("“Né”\r\nthe 5", 11, 14), (2, 1, 2, 4));
        assert_eq!(place("“Né”\r\nthe 5", 3, 6), (1, 2, 1, 4));
        assert_eq!(place("", 0, 0), (1, 1, 1, 1));
    }

    #[test]
    fn a_place_is_written_as_it_is_serialised() {
        let placed = Positions::new("One.\nTwo", 3).place(Span::new(2, 6));
        let serialised = serde_json::to_string(&placed).expect("it is plain numbers");
        assert_eq!(JsonText::of(0, |out| placed.write(out)), serialised);
    }

    #[test]
    fn a_byte_order_mark_moves_the_bytes_and_not_the_columns() {
        let placed = Positions::new("Mayor resigns", 3).place(Span::new(0, 5));
        assert_eq!((placed.start, placed.end, placed.column), (3, 8, 1));
    }

    #[test]
    fn columns_can_be_counted_in_other_units() {
        let positions = Positions::new("a\n💣é 5\n", 0);
        let columns = |unit| {
            let placed = positions.place_in(Span::new(9, 10), unit);
            (placed.line, placed.column, placed.end_column)
        };
        assert_eq!(columns(Unit::Bytes), (2, 8, 9));
        assert_eq!(columns(Unit::Characters), (2, 4, 5));
        assert_eq!(columns(Unit::Utf16), (2, 5, 6));
    }

    proptest! {
        #[test]
        fn a_column_is_what_a_walk_from_the_start_of_the_line_counts(text in "(é{0,40}[a 💣]{0,300}\n?){0,4}") {
            let positions = Positions::new(&text, 0);
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let start = text[..offset].rfind('\n').map_or(0, |end| end + 1);
                let column = text[start..offset].chars().count() as u32 + 1;
                prop_assert_eq!(positions.line_and_column(offset as u32).1, column);
            }
        }
    }
}
