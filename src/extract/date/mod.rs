//! Finds dates, clock times, years and decades: numbers that are no figures.
//!
//! A day that its month does not have ("31 June") is kept as written: that is for a rule to say.
//! A month alone is no date here, nor is "noon" or "last week": they hold no number to mistake.

mod clock;
mod day;
mod year;

use crate::language::{Class, Token, TokenKind, Words};
use crate::text::Span;

/// A date or a part of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Date {
    /// The words: "Wednesday 4 March 2025", "March 3", "2025", "5 p.m.", "1990s".
    pub span: Span,
    /// The day of the week, Monday being 1 and Sunday 7.
    pub weekday: Option<u8>,
    /// The year, where it is written; of a decade, its first.
    pub year: Option<i16>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, as written: it may be one that the month does not have.
    pub day: Option<u8>,
}

/// A date, and the position behind its last token.
#[derive(Clone, Copy, Debug)]
struct Reading {
    date: Date,
    end: usize,
}

impl Reading {
    fn new(date: Date, end: usize) -> Self {
        Self { date, end }
    }
}

/// Reads the dates of a block, by position; none overlap.
pub fn read_dates(text: &str, tokens: &[Token]) -> Vec<Date> {
    let words = Words { text, tokens };
    let mut dates = Vec::new();
    let mut at = 0;
    while let Some(skipped) = tokens[at..].iter().position(may_begin) {
        at += skipped;
        let Some(reading) = read_date(words, at) else {
            at += 1;
            continue;
        };
        dates.push(Date { span: words.span(at, reading.end), ..reading.date });
        at = reading.end.clamp(at + 1, tokens.len());
    }
    dates
}

/// The cheap question that nearly all tokens answer with no.
fn may_begin(token: &Token) -> bool {
    match token.kind {
        TokenKind::Number | TokenKind::QuoteMark => true,
        TokenKind::Word => token.is(Class::NumberWord) || day::may_be_named(token),
        _ => false,
    }
}

fn read_date(words: Words<'_>, at: usize) -> Option<Reading> {
    match words.kind(at)? {
        TokenKind::Number => day::read_numeric(words, at)
            .or_else(|| clock::read_clock(words, at))
            .or_else(|| day::read_day_first(words, at))
            .or_else(|| year::read_decade(words, at))
            .or_else(|| year::read_year(words, at)),
        TokenKind::Word => day::read_weekday(words, at)
            .or_else(|| day::read_month_first(words, at))
            .or_else(|| clock::read_spoken(words, at)),
        TokenKind::QuoteMark => year::read_short_decade(words, at),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
