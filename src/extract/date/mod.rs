//! Finds dates, clock times, years and decades: numbers that are no figures.

use crate::language::Token;
use crate::text::Span;

/// A date or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The words: "Wednesday 4 March 2025", "March 3", "2025", "5 p.m.", "the 1990s".
    pub span: Span,
    /// The day of the week, Monday being 1 and Sunday 7.
    pub weekday: Option<u8>,
    /// The year, where it is written.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, as written: it may be one that the month does not have.
    pub day: Option<u8>,
}

/// Reads the dates of a block.
pub fn read_dates(text: &str, tokens: &[Token]) -> Vec<Date> {
    let _ = (text, tokens);
    Vec::new()
}
