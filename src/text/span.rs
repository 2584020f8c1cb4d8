//! Knows a stretch of text by its byte offsets, and nothing of the text itself.

use std::ops::Range;

use smallvec::SmallVec;

/// The stretches of text that something consists of: nearly always one or two, which need no heap.
pub type Pieces = SmallVec<[Span; 2]>;

/// A half-open range of byte offsets, `start..end`, into some text.
///
/// Which text it is, a block's, the story's or the source's, is said by whoever holds the span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset behind the last byte; never below `start`.
    pub end: u32,
}

impl Span {
    /// The span `start..end`.
    pub fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "a span ends where it starts or behind: {start}..{end}");
        Self { start, end }
    }

    /// The empty span at `offset`.
    pub fn at(offset: u32) -> Self {
        Self::new(offset, offset)
    }

    /// The span of a `usize` range; the range must lie within the first 4 GiB.
    pub fn from_range(range: Range<usize>) -> Self {
        Self::new(range.start as u32, range.end as u32)
    }

    /// The same range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many bytes it holds.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The part of `text` that it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `offset` points at one of its bytes.
    pub fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether `other` lies within it, ends included.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span moved `by` bytes to the right.
    #[must_use]
    pub fn shifted(self, by: u32) -> Span {
        Span::new(self.start + by, self.end + by)
    }

    /// The span moved `by` bytes to the left; it must start at or behind `by`.
    #[must_use]
    pub fn back(self, by: u32) -> Span {
        Span::new(self.start - by, self.end - by)
    }

    /// The span without white space at its ends, as it lies in `text`.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Span {
        // Hardly any has some.
        let is_visible = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
        let bytes = &text.as_bytes()[self.range()];
        if is_visible(bytes.first()) && is_visible(bytes.last()) {
            return self;
        }
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len()) as u32;
        Span::new(start, start + inner.trim().len() as u32)
    }
}
