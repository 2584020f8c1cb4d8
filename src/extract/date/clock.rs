//! Clock times: "5 p.m.", "5:30", "10-11 a.m.", "2100 GMT", "six o'clock".

use super::{Date, Reading};
use crate::language::{Class, TokenKind, Words};

const ZONES: &[&str] =
    &["GMT", "UTC", "BST", "CET", "CEST", "EST", "EDT", "CST", "CDT", "MST", "PST", "PDT", "ET", "PT", "AEST"];

/// The time that begins with the digits at `at`.
pub(super) fn read_clock(words: Words<'_>, at: usize) -> Option<Reading> {
    let (end, is_certain) = read_time(words, at)?;
    let found = match past_half_day(words, end) {
        Some(end) => Some(end),
        None => past_second_time(words, end).or_else(|| past_zone(words, at, end)),
    };
    let end = found.or(is_certain.then_some(end))?;
    Some(Reading::new(Date::default(), past_trailing_zone(words, end)))
}

/// "5", "5:30", "5:30:12", "5.30", and whether a colon makes it a time for certain.
fn read_time(words: Words<'_>, at: usize) -> Option<(usize, bool)> {
    if words.kind(at) != Some(TokenKind::Number) || words.written(at).len() > 5 {
        return None;
    }
    let mut end = at + 1;
    while words.written(end) == ":" && words.is_glued(end) && words.is_glued(end + 1) && is_two_digits(words, end + 1) {
        end += 2;
    }
    let is_certain = at + 1 < end && words.written(at).len() <= 2;
    let is_short = words.written(at).len() <= 2 || words.written(at).contains('.') || words.written(at).len() == 4;
    is_short.then_some((end, is_certain))
}

fn is_two_digits(words: Words<'_>, at: usize) -> bool {
    let written = words.written(at);
    written.len() >= 2
        && written.as_bytes()[..2].iter().all(u8::is_ascii_digit)
        && !written.contains(',')
        && (written.len() == 2 || written.as_bytes()[2] == b'.')
}

/// "p.m.", "am", "o'clock".
fn past_half_day(words: Words<'_>, at: usize) -> Option<usize> {
    let at = words.past_hyphen(at);
    if words.is_any(at, &["a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "o’clock"]) {
        return Some(at + 1);
    }
    // "5 p. m." and "5 p.m" fall into pieces.
    let is_split =
        words.is_any(at, &["a.", "p.", "a", "p"]) && words.is_any(at + 1, &["m", "m."]) && !words.is(at, "m");
    let is_pointed = words.is_any(at, &["a", "p"]) && words.written(at + 1) == "." && words.is(at + 2, "m");
    if is_pointed {
        return Some(at + 3);
    }
    is_split.then_some(at + 2)
}

/// "10-11 a.m.", "6 to 9 p.m.", "between 5 and 6pm".
fn past_second_time(words: Words<'_>, end: usize) -> Option<usize> {
    let is_joined = words.is_joining_dash(end) || words.is_any(end, &["to", "and", "until", "or"]);
    let (second, _) = is_joined.then(|| read_time(words, end + 1)).flatten()?;
    past_half_day(words, second)
}

/// "2100 GMT", "5 ET".
fn past_zone(words: Words<'_>, at: usize, end: usize) -> Option<usize> {
    let is_zone = ZONES.contains(&words.written(end)) && !words.written(at).contains(',');
    is_zone.then_some(end + 1)
}

fn past_trailing_zone(words: Words<'_>, end: usize) -> usize {
    if ZONES.contains(&words.written(end)) { end + 1 } else { end }
}

/// "Five p.m.", "six o'clock".
pub(super) fn read_spoken(words: Words<'_>, at: usize) -> Option<Reading> {
    if !words.has(at, Class::NumberWord) {
        return None;
    }
    let end = past_half_day(words, at + 1)?;
    Some(Reading::new(Date::default(), end))
}
