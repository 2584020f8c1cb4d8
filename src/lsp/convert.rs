//! Turns byte offsets into the protocol's lines and columns and back: the one place that knows these.
//!
//! Columns count bytes, UTF-16 code units or characters, as client and server agreed.
//! A line ends at `\n`, `\r\n` or `\r`. A column behind a line's end means its end, half of a character
//! means the character's start, and a line behind the last means the end of the text.

use memchr::{memchr2_iter, memrchr2};
use ropey::Rope;
use tower_lsp::ls_types::{Position, PositionEncodingKind, Range};

use crate::text::Span;

/// What a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: what the protocol assumes of a client that does not say.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// What a client is answered that offers `offered`: bytes, as the rest of copydesk counts, where it can.
    pub(super) fn choose(offered: Option<&[PositionEncodingKind]>) -> Self {
        let offered = offered.unwrap_or_default();
        let preferred = [
            (PositionEncodingKind::UTF8, Self::Utf8),
            (PositionEncodingKind::UTF16, Self::Utf16),
            (PositionEncodingKind::UTF32, Self::Utf32),
        ];
        preferred.into_iter().find(|(kind, _)| offered.contains(kind)).map_or(Self::Utf16, |(_, encoding)| encoding)
    }

    /// Its name in the protocol.
    pub(super) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// How many columns `text` takes.
    pub(super) fn width(self, text: &str) -> u32 {
        // Every byte begins a character but those that go on one; what takes four bytes takes two units in UTF-16.
        let begins = |byte: u8| u8::from(byte & 0xC0 != 0x80);
        match self {
            Self::Utf8 => text.len() as u32,
            Self::Utf16 => sum_of_bytes(text, |byte| begins(byte) + u8::from(0xF0 <= byte)),
            Self::Utf32 => sum_of_bytes(text, begins),
        }
    }
}

/// The sum of what each byte of `text` counts, two at most: in a byte as long as that holds it, which many at a time do.
fn sum_of_bytes(text: &str, count: impl Fn(u8) -> u8) -> u32 {
    let stretches = text.as_bytes().chunks(usize::from(u8::MAX / 2));
    stretches.map(|bytes| u32::from(bytes.iter().map(|&byte| count(byte)).sum::<u8>())).sum()
}

/// A text and what its columns count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Positions<'a> {
    rope: &'a Rope,
    encoding: Encoding,
}

impl<'a> Positions<'a> {
    /// The positions in the text of `rope`.
    pub(super) fn new(rope: &'a Rope, encoding: Encoding) -> Self {
        Self { rope, encoding }
    }

    /// The offset that `position` means.
    pub(super) fn offset_of(self, position: Position) -> u32 {
        let line = position.line as usize;
        if self.rope.len_lines() <= line {
            return self.rope.len_bytes() as u32;
        }
        let (start, end) = self.line(line);
        let column = position.character as usize;
        let offset = match self.encoding {
            // Through the character's number, so that half a character means its start.
            Encoding::Utf8 => self.rope.char_to_byte(self.rope.byte_to_char((start + column).min(end))),
            Encoding::Utf16 => {
                let units = self.rope.char_to_utf16_cu(self.rope.byte_to_char(start)) + column;
                let char = self.rope.utf16_cu_to_char(units.min(self.rope.len_utf16_cu()));
                self.rope.char_to_byte(char)
            }
            Encoding::Utf32 => {
                let char = self.rope.byte_to_char(start) + column;
                self.rope.char_to_byte(char.min(self.rope.len_chars()))
            }
        };
        offset.min(end) as u32
    }

    /// The span that `range` means; a range whose ends are swapped means the same as the right way round.
    pub(super) fn span_of(self, range: Range) -> Span {
        let (one, other) = (self.offset_of(range.start), self.offset_of(range.end));
        Span::new(one.min(other), one.max(other))
    }

    /// The position of `offset`; within a line break it is the line's end, and behind the text the text's end.
    pub(super) fn position_of(self, offset: u32) -> Position {
        let offset = (offset as usize).min(self.rope.len_bytes());
        if let Some(position) = self.position_in_chunk(offset) {
            return position;
        }
        let line = self.rope.byte_to_line(offset);
        let (mut column, mut at) = (0, self.rope.line_to_byte(line));
        while at < offset {
            let (chunk, start, ..) = self.rope.chunk_at_byte(at);
            let piece = &chunk[at - start..floor_boundary(chunk, offset - start)];
            // A line that goes on behind this return has it in its break.
            column += self.encoding.width(piece) - u32::from(piece.ends_with('\r'));
            at = start + chunk.len();
        }
        Position::new(line as u32, column)
    }

    /// The position of `offset`, if its line begins in the rope's chunk that holds it: most paragraphs do.
    fn position_in_chunk(self, offset: usize) -> Option<Position> {
        let (chunk, by, _, line) = self.rope.chunk_at_byte(offset);
        let before = &chunk.as_bytes()[..offset - by];
        let start = memrchr2(b'\n', b'\r', before)? + 1;
        // What stands behind a return may belong to its line break.
        if start == before.len() {
            return None;
        }
        let is_break = |&at: &usize| before[at] == b'\n' || before[at + 1] != b'\n';
        let breaks = memchr2_iter(b'\n', b'\r', before).filter(is_break).count();
        let piece = &chunk[start..floor_boundary(chunk, offset - by)];
        Some(Position::new((line + breaks) as u32, self.encoding.width(piece)))
    }

    /// The range of `span`.
    pub(super) fn range_of(self, span: Span) -> Range {
        let start = self.position_of(span.start);
        let end = self.width_on_line(span).map(|width| Position::new(start.line, start.character + width));
        Range::new(start, end.unwrap_or_else(|| self.position_of(span.end)))
    }

    /// How many columns `span` takes, if it lies on one line and is found at once: most spans are a few words.
    fn width_on_line(self, span: Span) -> Option<u32> {
        let (start, end) = (span.start as usize, span.end as usize);
        if self.rope.len_bytes() < start.max(end) {
            return None;
        }
        let (chunk, by, ..) = self.rope.chunk_at_byte(start);
        let piece = chunk.get(start - by..end.checked_sub(by)?)?;
        (!piece.contains(['\n', '\r'])).then(|| self.encoding.width(piece))
    }

    /// Where the line begins, and where it ends before its line break.
    fn line(self, line: usize) -> (usize, usize) {
        let start = self.rope.line_to_byte(line);
        if line + 1 == self.rope.len_lines() {
            return (start, self.rope.len_bytes());
        }
        let next = self.rope.line_to_byte(line + 1);
        let is_pair = start + 2 <= next && self.rope.byte(next - 2) == b'\r' && self.rope.byte(next - 1) == b'\n';
        (start, next - if is_pair { 2 } else { 1 })
    }
}

/// The offset itself, the start of the character that it halves, or the end of the text.
fn floor_boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    fn offset(text: &str, encoding: Encoding, line: u32, column: u32) -> u32 {
        Positions::new(&Rope::from_str(text), encoding).offset_of(Position::new(line, column))
    }

    #[test]
    fn bytes_are_chosen_where_a_client_knows_them_and_utf_16_otherwise() {
        let offered = [PositionEncodingKind::UTF16, PositionEncodingKind::UTF8];
        assert_eq!(Encoding::choose(Some(&offered)), Encoding::Utf8);
        assert_eq!(Encoding::choose(Some(&[PositionEncodingKind::UTF32])), Encoding::Utf32);
        assert_eq!(Encoding::choose(None), Encoding::Utf16);
    }

    #[test]
    fn each_encoding_counts_its_own_columns() {
        let text = "A ß ℝ 💣 “ ” —";
        let end = |encoding| Positions::new(&Rope::from_str(text), encoding).position_of(14);
        assert_eq!(end(Encoding::Utf8), Position::new(0, 14));
        assert_eq!(end(Encoding::Utf16), Position::new(0, 9));
        assert_eq!(end(Encoding::Utf32), Position::new(0, 8));
    }

    #[test]
    fn a_column_behind_the_line_means_its_end_whatever_ends_it() {
        for encoding in ALL {
            assert_eq!(offset("ab\r\ncd\ref\ngh", encoding, 0, 99), 2);
            assert_eq!(offset("ab\r\ncd\ref\ngh", encoding, 1, 99), 6);
            assert_eq!(offset("ab\r\ncd\ref\ngh", encoding, 2, 99), 9);
            assert_eq!(offset("ab\r\ncd\ref\ngh", encoding, 3, u32::MAX), 12);
            assert_eq!(offset("ab\r\ncd\ref\ngh", encoding, u32::MAX, 0), 12);
        }
    }

    #[test]
    fn half_a_character_means_its_start() {
        assert_eq!(offset("a💣b", Encoding::Utf16, 0, 2), 1);
        assert_eq!(offset("a💣b", Encoding::Utf8, 0, 3), 1);
        assert_eq!(offset("a💣b", Encoding::Utf16, 0, 3), 5);
    }

    #[test]
    fn a_line_separator_is_a_character_like_any_other() {
        assert_eq!(offset("a\u{2028}b\nc", Encoding::Utf32, 0, 3), 5);
        assert_eq!(offset("a\u{2028}b\nc", Encoding::Utf32, 1, 0), 6);
    }

    proptest! {
        #[test]
        fn every_offset_comes_back_from_its_position(text in "[Aßℝ💣“”— \u{301}\r\n]{0,60}") {
            let rope = Rope::from_str(&text);
            for positions in ALL.map(|encoding| Positions::new(&rope, encoding)) {
                for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
                    let within_break = letter == '\n' && text[..at].ends_with('\r');
                    let expected = if within_break { at - 1 } else { at };
                    prop_assert_eq!(positions.offset_of(positions.position_of(at as u32)), expected as u32);
                }
            }
        }

        #[test]
        fn a_range_is_that_of_its_ends(text in "[Aß💣“ \r\n]{0,30}") {
            let rope = Rope::from_str(&text);
            let ends: Vec<u32> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).map(|at| at as u32).collect();
            for positions in ALL.map(|encoding| Positions::new(&rope, encoding)) {
                for (number, &start) in ends.iter().enumerate() {
                    for &end in &ends[number..] {
                        let expected = Range::new(positions.position_of(start), positions.position_of(end));
                        prop_assert_eq!(positions.range_of(Span::new(start, end)), expected);
                    }
                }
            }
        }

        #[test]
        fn any_position_means_a_place_in_the_text_that_keeps_its_position(
            text in "[Aßℝ💣“”— \r\n]{0,60}", line in 0_u32..12, column in 0_u32..80,
        ) {
            let rope = Rope::from_str(&text);
            for positions in ALL.map(|encoding| Positions::new(&rope, encoding)) {
                let meant = positions.offset_of(Position::new(line, column));
                prop_assert!(text.is_char_boundary(meant as usize));
                prop_assert_eq!(positions.offset_of(positions.position_of(meant)), meant);
                let exact = positions.position_of(meant);
                let is_exact = exact == Position::new(line, column);
                let is_clamped = exact.line < line || exact.character < column;
                prop_assert!(is_exact || is_clamped, "{line}:{column} became {exact:?}");
            }
        }
    }
}
