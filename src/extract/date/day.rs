//! Days: "March 3", "3 March 2025", "2025-03-05", "3/5/2025", and the days of the week.

use super::year::year_value;
use super::{Date, Reading};
use crate::language::{Class, MONTHS, Token, TokenKind, Traces, WEEKDAYS, Words};

/// Whether a word may be a day's or a month's name: they have a capital, and are few.
pub(super) fn may_be_named(token: &Token) -> bool {
    const SHORT: Traces = Traces::of(&[
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues",
        "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]);
    const STOPPED: Traces = Traces::of(&[
        "jan.", "feb.", "mar.", "apr.", "may.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.",
        "mon.", "tue.", "tues.", "wed.", "weds.", "thu.", "thur.", "thurs.", "fri.", "sat.", "sun.",
    ]);
    const NAMES: Traces = Traces::of(&MONTHS).or(Traces::of(&WEEKDAYS)).or(SHORT).or(STOPPED);
    token.capital && NAMES.have(token.trace)
}

/// The month of a word with a capital, full or shortened to three letters or four ("Sept."); `None` for others.
fn month(words: Words<'_>, at: usize) -> Option<u8> {
    let written = words.written(at);
    if !matches!(written.as_bytes().first(), Some(b'J' | b'F' | b'M' | b'A' | b'S' | b'O' | b'N' | b'D')) {
        return None;
    }
    let stem = written.strip_suffix('.').unwrap_or(written);
    let is_short = stem.len() == 3 || stem.eq_ignore_ascii_case("sept");
    let found = MONTHS.iter().position(|name| {
        let shortened = is_short.then(|| name.get(..stem.len())).flatten();
        name.eq_ignore_ascii_case(stem) || shortened.is_some_and(|short| short.eq_ignore_ascii_case(stem))
    })?;
    u8::try_from(found + 1).ok()
}

fn weekday(words: Words<'_>, at: usize) -> Option<u8> {
    let written = words.written(at);
    if written.len() < 6 || !matches!(written.as_bytes()[0], b'M' | b'T' | b'W' | b'F' | b'S') {
        return None;
    }
    let found = WEEKDAYS.iter().position(|name| name.eq_ignore_ascii_case(written))?;
    u8::try_from(found + 1).ok()
}

/// A weekday shortened, "Thurs." or "Wed", which only a day behind it tells from "sat" and "sun".
fn short_weekday(words: Words<'_>, at: usize) -> Option<u8> {
    const SHORT: [&[&str]; 7] =
        [&["Mon"], &["Tue", "Tues"], &["Wed", "Weds"], &["Thu", "Thur", "Thurs"], &["Fri"], &["Sat"], &["Sun"]];
    let written = words.written(at);
    if !matches!(written.len(), 3..=6) {
        return None;
    }
    // "The Sun, March 5" is a newspaper.
    if written == "Sun" && words.is_capitalized(at.wrapping_sub(1)) {
        return None;
    }
    let stem = written.strip_suffix('.').unwrap_or(written);
    let found = SHORT.iter().position(|shorts| shorts.contains(&stem))?;
    u8::try_from(found + 1).ok()
}

/// The last day that a month can have.
const LAST_DAY: u8 = 31;

/// "The 32nd of March" is meant for a day, though no month has it.
const LAST_ORDINAL: u8 = 39;

/// The day of the month at `at`, with the "rd" of "3rd", and the position behind it.
fn day(words: Words<'_>, at: usize) -> Option<(u8, usize)> {
    if words.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let day = words.written(at).parse::<u8>().ok().filter(|day| (1..=LAST_ORDINAL).contains(day))?;
    if !words.is_glued(at + 1) || !words.is_word(at + 1) {
        return (day <= LAST_DAY).then_some((day, at + 1));
    }
    words.is_any(at + 1, &["st", "nd", "rd", "th", "'s", "’s"]).then_some((day, at + 2))
}

/// "Sunday", "Thursday, March 20, 2025", "Wednesday 4 March 2025", "Friday night (14 March)", "Wed. 4 March".
pub(super) fn read_weekday(words: Words<'_>, at: usize) -> Option<Reading> {
    let full = weekday(words, at);
    let weekday = Some(full.or_else(|| short_weekday(words, at))?);
    Some(match day_behind_weekday(words, at + 1).filter(|follows| follows.date.day.is_some()) {
        Some(follows) => Reading::new(Date { weekday, ..follows.date }, follows.end),
        None => Reading::new(Date { weekday: Some(full?), ..Date::default() }, at + 1),
    })
}

/// The day of the month that a weekday names, behind what may stand between them: "night", a full stop, a comma,
/// a bracket, "the".
fn day_behind_weekday(words: Words<'_>, at: usize) -> Option<Reading> {
    const HOURS: &[&str] = &["morning", "afternoon", "evening", "night", "lunchtime"];
    let over = |at: usize, marks: &[&str]| if words.is_any(at, marks) { at + 1 } else { at };
    let at = over(over(at, HOURS), &[",", ".", "("]);
    let at = over(at, &["the"]);
    read_month_first(words, at).or_else(|| read_day_first(words, at))
}

/// The day of the week behind a date, in brackets or with its article: "5 March 2025 (Wednesday)", "5 March 2025 (a Wednesday)",
/// "March 5, a Wednesday".
fn weekday_behind(words: Words<'_>, end: usize) -> Option<(u8, usize)> {
    let comma = if words.written(end) == "," { end + 1 } else { end };
    if words.is(comma, "a") {
        return Some((weekday(words, comma + 1)?, comma + 2));
    }
    let name = end + 1 + usize::from(words.is(end + 1, "a"));
    let is_bracketed = words.written(end) == "(" && words.written(name + 1) == ")";
    is_bracketed.then(|| weekday(words, name)).flatten().map(|weekday| (weekday, name + 1))
}

/// The date with the day of the week that follows it.
fn with_weekday_behind(words: Words<'_>, reading: Reading) -> Reading {
    match weekday_behind(words, reading.end) {
        Some((weekday, end)) => Reading::new(Date { weekday: Some(weekday), ..reading.date }, end),
        None => reading,
    }
}

/// "March 3", "Oct. 23, 2024", "Dec. 6-9", "March 2025".
pub(super) fn read_month_first(words: Words<'_>, at: usize) -> Option<Reading> {
    let month = Some(month(words, at)?);
    if let Some((year, end)) = year_value(words, at + 1) {
        return Some(Reading::new(Date { month, year: Some(year), ..Date::default() }, end));
    }
    let (day, behind) = day(words, at + 1)?;
    let listed = past_listed_days(words, behind);
    let joiners: &[&str] = if listed == behind { &["to", "through"] } else { &["and"] };
    let end = past_second_day(words, listed, joiners);
    // "March 3, 40 people": a list of days closes with its "and".
    let end = if listed == end { behind } else { end };
    // "In May 12 people died": what is counted is no day.
    if is_amount(words, end) {
        return None;
    }
    let date = Date { month, day: Some(day), ..Date::default() };
    let comma = usize::from(words.written(end) == ",");
    let reading = match year_of_day(words, end + comma) {
        Some((year, end)) => Reading::new(Date { year: Some(year), ..date }, end),
        None => Reading::new(date, end),
    };
    Some(with_weekday_behind(words, reading))
}

/// "3 March", "3rd of March 2025", "6-9 December", "31 June".
pub(super) fn read_day_first(words: Words<'_>, at: usize) -> Option<Reading> {
    let (day, behind) = day(words, at)?;
    let end = past_second_day(words, past_listed_days(words, behind), &["and", "to", "or"]);
    let name = if words.is(end, "of") { end + 1 } else { end };
    let month = Some(month(words, name)?);
    let date = Date { month, day: Some(day), ..Date::default() };
    let comma = usize::from(words.written(name + 1) == ",");
    let reading = match year_of_day(words, name + 1 + comma) {
        Some((year, end)) => Reading::new(Date { year: Some(year), ..date }, end),
        None => Reading::new(date, name + 1),
    };
    Some(with_weekday_behind(words, reading))
}

/// The year behind a day; "on 4 May 2000 people marched" has none.
fn year_of_day(words: Words<'_>, at: usize) -> Option<(i16, usize)> {
    year_value(words, at).filter(|&(_, end)| !is_amount(words, end))
}

/// The ", 4" of "3, 4 and 5 March", as many as there are.
fn past_listed_days(words: Words<'_>, end: usize) -> usize {
    let next = |end: &usize| day(words, end + 1).filter(|_| words.written(*end) == ",").map(|(_, behind)| behind);
    std::iter::successors(Some(end), next).last().unwrap_or(end)
}

/// The "-9" of "6-9", or the day behind one of `joiners`, which belongs to the same date.
fn past_second_day(words: Words<'_>, end: usize, joiners: &[&str]) -> usize {
    let is_dashed = words.is_joining_dash(end);
    let second = || day(words, end + 1).or_else(|| missing_day(words, end + 1));
    let Some((_, behind)) = Some(end).filter(|_| is_dashed || words.is_any(end, joiners)).and_then(|_| second()) else {
        return end;
    };
    // "March 3 to 20 percent": behind a word, what follows must not be counted.
    let is_counted = words.is_word(behind) && !words.has(behind, Class::Boundary) && month(words, behind).is_none();
    if is_dashed || !(is_counted || is_amount(words, behind)) { behind } else { end }
}

/// "29 to 32 August": a day that no month has, right before its name.
fn missing_day(words: Words<'_>, at: usize) -> Option<(u8, usize)> {
    let day = words.written(at).parse::<u8>().ok().filter(|day| (LAST_DAY + 1..=LAST_ORDINAL).contains(day))?;
    month(words, at + 1).map(|_| (day, at + 1))
}

fn is_amount(words: Words<'_>, at: usize) -> bool {
    const AMOUNTS: &[&str] = &[
        "percent",
        "per",
        "pct",
        "%",
        "percentage",
        "points",
        "million",
        "billion",
        "thousand",
        "hundred",
        "trillion",
    ];
    words.is_any(words.past_hyphen(at), AMOUNTS) || words.has(at, Class::Collective)
}

/// "2025-03-05", "3/5/2025".
pub(super) fn read_numeric(words: Words<'_>, at: usize) -> Option<Reading> {
    let mark = words.written(at + 1);
    let tied = (1..5).all(|step| words.is_glued(at + step)) && words.written(at + 3) == mark;
    let is_number = |at: usize| words.kind(at) == Some(TokenKind::Number) && words.written(at).len() <= 4;
    if !tied || !matches!(mark, "-" | "/" | "–") || ![at, at + 2, at + 4].into_iter().all(is_number) {
        return None;
    }
    let part = |at: usize| words.written(at).parse::<u8>().ok().filter(|&part| part > 0);
    let year = |at: usize| words.written(at).parse::<i16>().ok().filter(|year| (1500..2100).contains(year));
    let date = if let (Some(year), Some(month), Some(day)) = (year(at), part(at + 2), part(at + 4)) {
        Date { year: Some(year), month: Some(month), day: Some(day), ..Date::default() }
    } else {
        // Months come first in American copy; a first part beyond December can only be a day.
        let (first, second) = (part(at)?, part(at + 2)?);
        let (month, day) = if first > 12 { (second, first) } else { (first, second) };
        let is_short = words.written(at + 4).len() == 2;
        let year = year(at + 4);
        if (year.is_none() && !(is_short && mark == "/")) || month > 12 {
            return None;
        }
        Date { year, month: Some(month), day: Some(day), ..Date::default() }
    };
    (date.month <= Some(12) && date.day <= Some(31)).then_some(Reading::new(date, at + 5))
}
