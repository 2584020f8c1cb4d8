//! Floor 0: text as bytes. Knows offsets, lines and maps between two texts; knows no language.

pub mod buffer;
pub mod line_index;
pub mod source_map;
pub mod span;

pub use buffer::Buffer;
pub use line_index::LineIndex;
pub use source_map::{CleanText, SourceMap};
pub use span::{Pieces, Span};
