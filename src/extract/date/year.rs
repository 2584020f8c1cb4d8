//! Years and decades. A bare number of four digits may as well be a count: its neighbours decide.

use super::{Date, Reading};
use crate::language::{Class, TokenKind, Words};

/// The year that stands as such at `at` (no comma, no decimals), and the position behind it; no look at what follows.
pub(super) fn year_value(words: Words<'_>, at: usize) -> Option<(i16, usize)> {
    if words.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let written = words.written(at);
    let is_plain = written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
    let year = is_plain.then(|| written.parse::<i16>().ok()).flatten()?;
    let touches = words.is_glued(at + 1) && (words.is_word(at + 1) && !words.written(at + 1).ends_with(['s', 'S']));
    ((1500..2100).contains(&year) && !touches).then_some((year, at + 1))
}

/// "In 1190,", "dates from 1340 and" and no noun behind: so early a year is told from a count by nothing else.
fn medieval_year(words: Words<'_>, at: usize) -> Option<(i16, usize)> {
    let written = words.written(at);
    let is_plain = written.len() == 4 && written.bytes().all(|byte| byte.is_ascii_digit());
    let year = is_plain.then(|| written.parse::<i16>().ok()).flatten()?;
    let ends = words.get(at + 1).is_none() || matches!(words.written(at + 1), "," | "." | ";" | ")");
    let acts = [Class::Past, Class::Be, Class::Have, Class::Modal].iter().any(|&class| words.has(at + 1, class));
    let closes = ends || acts || words.is_any(at + 1, &["and", "but", "by", "for", "has", "it", "to", "when"]);
    let lead = at.wrapping_sub(1);
    let is_from = words.is(lead, "from") && words.is_any(lead.wrapping_sub(1), &["date", "dated", "dates", "dating"]);
    // "From 1253 to 1541"
    let is_span = words.is(lead, "from") && words.is(at + 1, "to") && is_like_year(words, at + 2);
    let is_led = (is_from || is_span || words.is_any(lead, &["in", "since", "until"]))
        && !words.is_glued(at + 1 + usize::from(ends));
    ((1000..1500).contains(&year) && words.kind(at) == Some(TokenKind::Number) && is_led && closes)
        .then_some((year, at + 1))
}

/// "2025", "2016-17", "2015-2016", "2003/04"; "2000 people" and "over 1900" are none.
pub(super) fn read_year(words: Words<'_>, at: usize) -> Option<Reading> {
    let (year, behind) = year_value(words, at).or_else(|| medieval_year(words, at))?;
    let is_measured = is_amount_before(words, at) || is_amount_behind(words, behind);
    let is_modern = 1900 <= year;
    if is_measured || is_tied_before(words, at) || !(is_modern || is_time_before(words, at)) {
        return None;
    }
    // Round years count as often as they date: "2000 jobs", but "the 2000 elections".
    let is_round = year % 100 == 0 && !words.is(at.wrapping_sub(1), "the");
    if is_round && is_plural(words, behind) {
        return None;
    }
    let end = past_second_year(words, behind);
    Some(Reading::new(Date { year: Some(year), ..Date::default() }, end))
}

/// The "-17" of "2016-17".
fn past_second_year(words: Words<'_>, end: usize) -> usize {
    let is_joined =
        words.is_joining_dash(end) || (words.written(end) == "/" && words.is_glued(end) && words.is_glued(end + 1));
    let written = words.written(end + 1);
    let is_year = matches!(written.len(), 2 | 4) && written.bytes().all(|byte| byte.is_ascii_digit());
    let goes_on = words.is_glued(end + 2) && (words.is_word(end + 2) || words.is_joining_dash(end + 2));
    if is_joined && is_year && !goes_on { end + 2 } else { end }
}

/// "$2000", "more than 2000".
fn is_amount_before(words: Words<'_>, at: usize) -> bool {
    const AMOUNTS: &[&str] = &[
        "than",
        "over",
        "nearly",
        "almost",
        "roughly",
        "approximately",
        "least",
        "some",
        "estimated",
        "$",
        "£",
        "€",
        "¥",
    ];
    let before = at.wrapping_sub(1);
    words.is_any(before, AMOUNTS) || words.run_is(at.wrapping_sub(2), &["up", "to"])
}

/// "2000 people", "1950 metres", "1900 percent", "2000 dollars".
fn is_amount_behind(words: Words<'_>, at: usize) -> bool {
    const AMOUNTS: &[&str] = &[
        "%",
        "percent",
        "per",
        "pct",
        "million",
        "billion",
        "thousand",
        "trillion",
        "mln",
        "bn",
        "dollars",
        "dlrs",
        "pounds",
        "euros",
        "yen",
        "rupees",
        "tonnes",
        "tons",
        "miles",
        "metres",
        "meters",
        "kilometres",
        "kilometers",
        "km",
        "feet",
        "acres",
        "hectares",
        "kg",
        "mph",
        "barrels",
        "hours",
        "days",
        "square",
        "troops",
        "soldiers",
        "workers",
        "employees",
        "jobs",
        "homes",
        "residents",
        "voters",
        "members",
        "shares",
        "others",
        "more",
    ];
    words.is_any(words.past_hyphen(at), AMOUNTS) || words.has(at, Class::Collective)
}

/// "GX-2000", "#2000", "3/2000": part of something else; "mid-2016" and "FY2016" are years.
fn is_tied_before(words: Words<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    if !words.is_glued(at) {
        return false;
    }
    let is_fiscal = words.is_any(before, &["FY", "Q", "H"]);
    let is_joined =
        words.is_hyphen(before) && !words.is_any(before.wrapping_sub(1), &["mid", "pre", "post", "early", "late"]);
    (words.is_word(before) && !is_fiscal) || is_joined || matches!(words.written(before), "#" | "+")
}

/// "In 1847", "since 1847": before 1900 only a word of time tells a year from a count.
fn is_time_before(words: Words<'_>, at: usize) -> bool {
    const TIMES: &[&str] = &[
        "in", "since", "of", "from", "until", "till", "by", "before", "after", "circa", "early", "late", "the", "year",
        "between", "during", "around", "spring", "summer", "autumn", "winter", "fall", "built", "born", "founded", "(",
    ];
    let lead = at.wrapping_sub(1);
    // "From 1653 to 1741"
    let ends_span =
        words.is(lead, "to") && words.is(lead.wrapping_sub(2), "from") && is_like_year(words, lead.wrapping_sub(1));
    (words.is_any(lead, TIMES) || ends_span) && !is_plural(words, at + 1)
}

/// Whether the word may be a year by its digits.
fn is_like_year(words: Words<'_>, at: usize) -> bool {
    let written = words.written(at);
    written.len() == 4 && written.parse().is_ok_and(|year: u32| (1000..2100).contains(&year))
}

fn is_plural(words: Words<'_>, at: usize) -> bool {
    let written = words.written(at);
    let ends_in_s = written.ends_with('s') && !written.ends_with("ss") && !words.has(at, Class::Boundary);
    words.has(at, Class::Collective) || (ends_in_s && words.is_word(at) && written.len() > 3)
}

/// "1990s", "1990's", "her 40s".
pub(super) fn read_decade(words: Words<'_>, at: usize) -> Option<Reading> {
    let written = words.written(at);
    let is_plain = matches!(written.len(), 2 | 4) && written.bytes().all(|byte| byte.is_ascii_digit());
    let is_decade = is_plain && words.is_glued(at + 1) && words.is_any(at + 1, &["s", "'s", "’s"]);
    if !is_decade || !written.ends_with('0') {
        return None;
    }
    let year = (written.len() == 4).then(|| written.parse::<i16>().ok()).flatten();
    Some(Reading::new(Date { year, ..Date::default() }, at + 2))
}

/// "'90s", "’70s", and "'16" where nothing follows that it could count.
pub(super) fn read_short_decade(words: Words<'_>, at: usize) -> Option<Reading> {
    let digits = words.written(at + 1);
    let is_short = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit()) && words.is_glued(at + 1);
    if !is_short || !matches!(words.written(at), "'" | "’" | "‘") {
        return None;
    }
    // "6'2" is a height.
    if words.is_glued(at) && words.kind(at.wrapping_sub(1)) == Some(TokenKind::Number) {
        return None;
    }
    let is_decade = words.is_glued(at + 2) && words.is(at + 2, "s");
    let is_year =
        matches!(words.kind(at + 2), None | Some(TokenKind::Punctuation)) && !words.is_any(at + 2, &["'", "’"]);
    let end = at + 2 + usize::from(is_decade);
    (is_decade || is_year).then_some(Reading::new(Date::default(), end))
}
