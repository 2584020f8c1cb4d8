//! Turns byte offsets into the protocol's lines and columns and back: the one place that knows these.
//!
//! Columns count bytes, UTF-16 code units or characters, as client and server agreed.
//! A line ends at `\n`, `\r\n` or `\r`. A column behind a line's end means its end, half of a character
//! means the character's start, and a line behind the last means the end of the text.

use ropey::Rope;
use tower_lsp::ls_types::{Position, PositionEncodingKind, Range};

use crate::text::{LineIndex, Span};

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

/// A text that was read, and what its columns count.
#[derive(Clone, Copy, Debug)]
pub(super) struct Positions<'a> {
    /// The text as its editor changes it …
    rope: &'a Rope,
    /// … and as it was read, with its lines: every finding's place is told at every key press.
    text: &'a str,
    lines: &'a LineIndex,
    encoding: Encoding,
}

impl<'a> Positions<'a> {
    /// The positions in `text`, which is that of the rope and has these lines.
    pub(super) fn new(rope: &'a Rope, text: &'a str, lines: &'a LineIndex, encoding: Encoding) -> Self {
        Self { rope, text, lines, encoding }
    }

    /// The offset that `position` means.
    pub(super) fn offset_of(self, position: Position) -> u32 {
        offset_in(self.rope, position, self.encoding)
    }

    /// The span that `range` means.
    pub(super) fn span_of(self, range: Range) -> Span {
        span_in(self.rope, range, self.encoding)
    }

    /// The position of `offset`; within a line break it is the line's end, and behind the text the text's end.
    pub(super) fn position_of(self, offset: u32) -> Position {
        let offset = offset.min(self.text.len() as u32);
        let (line, start) = self.lines.line_at(offset);
        let before = &self.text[start as usize..floor_boundary(self.text, offset as usize)];
        // A line that goes on behind a return has it in its break.
        Position::new(line, self.encoding.width(before) - u32::from(before.ends_with('\r')))
    }

    /// The range of `span`.
    pub(super) fn range_of(self, span: Span) -> Range {
        let start = self.position_of(span.start);
        let end = self.width_on_line(span).map(|width| Position::new(start.line, start.character + width));
        Range::new(start, end.unwrap_or_else(|| self.position_of(span.end)))
    }

    /// How many columns `span` takes, if it lies on one line: most spans are a few words.
    fn width_on_line(self, span: Span) -> Option<u32> {
        let piece = self.text.get(span.start as usize..span.end as usize)?;
        (!piece.contains(['\n', '\r'])).then(|| self.encoding.width(piece))
    }
}

/// The span of `rope` that `range` means; a range whose ends are swapped means the same as the right way round.
pub(super) fn span_in(rope: &Rope, range: Range, encoding: Encoding) -> Span {
    let (one, other) = (offset_in(rope, range.start, encoding), offset_in(rope, range.end, encoding));
    Span::new(one.min(other), one.max(other))
}

/// The offset in `rope` that `position` means.
fn offset_in(rope: &Rope, position: Position, encoding: Encoding) -> u32 {
    let line = position.line as usize;
    if rope.len_lines() <= line {
        return rope.len_bytes() as u32;
    }
    let (start, end) = line_in(rope, line);
    let column = position.character as usize;
    let offset = match encoding {
        // Through the character's number, so that half a character means its start.
        Encoding::Utf8 => rope.char_to_byte(rope.byte_to_char((start + column).min(end))),
        Encoding::Utf16 => {
            let units = rope.char_to_utf16_cu(rope.byte_to_char(start)) + column;
            let char = rope.utf16_cu_to_char(units.min(rope.len_utf16_cu()));
            rope.char_to_byte(char)
        }
        Encoding::Utf32 => {
            let char = rope.byte_to_char(start) + column;
            rope.char_to_byte(char.min(rope.len_chars()))
        }
    };
    offset.min(end) as u32
}

/// Where the line begins, and where it ends before its line break.
fn line_in(rope: &Rope, line: usize) -> (usize, usize) {
    let start = rope.line_to_byte(line);
    if line + 1 == rope.len_lines() {
        return (start, rope.len_bytes());
    }
    let next = rope.line_to_byte(line + 1);
    let is_pair = start + 2 <= next && rope.byte(next - 2) == b'\r' && rope.byte(next - 1) == b'\n';
    (start, next - if is_pair { 2 } else { 1 })
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
        offset_in(&Rope::from_str(text), Position::new(line, column), encoding)
    }

    fn position(text: &str, encoding: Encoding, offset: u32) -> Position {
        Positions::new(&Rope::from_str(text), text, &LineIndex::new(text), encoding).position_of(offset)
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
        let end = |encoding| position(text, encoding, 14);
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
            let (rope, lines) = (Rope::from_str(&text), LineIndex::new(&text));
            for positions in ALL.map(|encoding| Positions::new(&rope, &text, &lines, encoding)) {
                for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
                    let within_break = letter == '\n' && text[..at].ends_with('\r');
                    let expected = if within_break { at - 1 } else { at };
                    prop_assert_eq!(positions.offset_of(positions.position_of(at as u32)), expected as u32);
                }
            }
        }

        #[test]
        fn a_range_is_that_of_its_ends(text in "[Aß💣“ \r\n]{0,30}") {
            let (rope, lines) = (Rope::from_str(&text), LineIndex::new(&text));
            let ends: Vec<u32> = (0..=text.len()).filter(|&at| text.is_char_boundary(at)).map(|at| at as u32).collect();
            for positions in ALL.map(|encoding| Positions::new(&rope, &text, &lines, encoding)) {
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
            let (rope, lines) = (Rope::from_str(&text), LineIndex::new(&text));
            for positions in ALL.map(|encoding| Positions::new(&rope, &text, &lines, encoding)) {
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
