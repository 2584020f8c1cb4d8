//! Clock times: "5 p.m.", "5:30", "10-11 a.m.", "2100 GMT", "six o'clock".

use super::{Date, Reading};
use crate::language::{Class, TokenKind, Words};

const ZONES: &[&str] =
    &["GMT", "UTC", "BST", "CET", "CEST", "EST", "EDT", "CST", "CDT", "MST", "PST", "PDT", "ET", "PT", "AEST"];

/// The time that begins with the digits at `at`.
pub(super) fn read_clock(words: Words<'_>, at: usize) -> Option<Reading> {
    if let Some(end) = past_told_time(words, at) {
        return Some(Reading::new(Date::default(), end));
    }
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

/// "The 7.14 took", "the 8.32 to Oster", "starts at 7.30 on Friday": no sign, but the words around tell a time of day.
fn past_told_time(words: Words<'_>, at: usize) -> Option<usize> {
    const TRAVEL: &[&str] = &["train", "bus", "ferry", "flight", "service", "sailing", "departure", "from", "to"];
    const TAKES: &[&str] = &["took", "takes", "left", "leaves", "arrived", "arrives", "ran", "runs", "came", "gets"];
    const DAYS: &[&str] = &["tonight", "tomorrow", "sharp", "every"];
    let before = at.wrapping_sub(1);
    if !is_pointed_time(words.written(at)) {
        return None;
    }
    let is_departure = words.is(before, "the") && (words.is_any(at + 1, TRAVEL) || words.is_any(at + 1, TAKES));
    let is_day = words.is_any(at + 1, DAYS) || words.run_is(at + 1, &["in", "the"]) || is_on_weekday(words, at + 1);
    let is_hour = words.is(before, "at") && is_day && is_event_near(words, before);
    (is_departure || is_hour).then_some(at + 1)
}

fn is_on_weekday(words: Words<'_>, at: usize) -> bool {
    words.is(at, "on") && super::day::read_weekday(words, at + 1).is_some()
}

/// "7.14", "18.05": hours and minutes around a point.
fn is_pointed_time(written: &str) -> bool {
    let Some((hours, minutes)) = written.split_once('.') else { return false };
    let below = |part: &str, limit: u8| part.parse().is_ok_and(|part: u8| part < limit);
    minutes.len() == 2 && below(minutes, 60) && hours.len() <= 2 && below(hours, 24)
}

/// Whether something that happens at an hour stands just before the "at" at `at`: "rang at ten", "met them at nine".
fn is_event_near(words: Words<'_>, at: usize) -> bool {
    const REACH: usize = 3;
    const EVENTS: &[&str] = &[
        "met",
        "meet",
        "meets",
        "meeting",
        "rang",
        "phoned",
        "called",
        "came",
        "arrived",
        "arrives",
        "woke",
        "wakes",
        "opens",
        "starts",
        "started",
        "begins",
        "began",
        "leaves",
        "sat",
        "up",
        "back",
        "home",
        "concert",
        "service",
        "kick-off",
        "doors",
        "breakfast",
        "dinner",
    ];
    (1..=REACH).any(|back| words.is_any(at.wrapping_sub(back), EVENTS))
}

/// "Five p.m.", "six o'clock", "half past six", "a quarter to nine", "rang at ten".
pub(super) fn read_spoken(words: Words<'_>, at: usize) -> Option<Reading> {
    if !words.has(at, Class::NumberWord) {
        return None;
    }
    let end = past_half_day(words, at + 1)
        .or_else(|| past_parted_hour(words, at))
        .or_else(|| past_hour_of_event(words, at))?;
    Some(Reading::new(Date::default(), end))
}

/// The words of the hours.
const HOURS: &[&str] =
    &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// "Half past six", "quarter to nine", "ten past four"; "at ten to six", which without its "at" may be a score.
fn past_parted_hour(words: Words<'_>, at: usize) -> Option<usize> {
    let is_part = words.is_any(at, &["half", "quarter"]);
    let is_minutes = words.is_any(at, &["five", "ten", "twenty"]);
    let before = at.wrapping_sub(1);
    let is_joined = match words.written(at + 1) {
        "past" => is_part || is_minutes,
        "to" => words.is(at, "quarter") || is_minutes && words.is_any(before, &["at", "about", "by", "until"]),
        _ => false,
    };
    let is_tied = words.is_hyphen(before) || words.is_hyphen(at + 3);
    let is_alone = !is_tied && (!words.is_word(at + 3) || words.has(at + 3, Class::Boundary));
    (is_joined && words.is_any(at + 2, HOURS) && is_alone).then_some(at + 3)
}

/// "Rang at ten to say", "met at nine": an hour, where nothing follows that it could count.
fn past_hour_of_event(words: Words<'_>, at: usize) -> Option<usize> {
    let before = at.wrapping_sub(1);
    if !words.is(before, "at") || !words.is_any(at, HOURS) || words.is_hyphen(at + 1) {
        return None;
    }
    let is_alone = !words.is_word(at + 1) || words.is_any(at + 1, &["to", "on", "and", "in", "this", "every", "each"]);
    (is_alone && is_event_near(words, before)).then_some(at + 1)
}
