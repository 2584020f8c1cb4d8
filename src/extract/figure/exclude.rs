//! Numbers that report nothing: addresses, phone numbers, models, roads, bills, list markers, names.
//!
//! Dates and clock times are not here; they are read before figures are.

use super::margin::is_margin;
use super::quantity::{Quantity, Sign};
use crate::language::{Class, Form, TokenKind, Words};

/// The position behind a number that is no figure, with all that is part of it; `None` for a figure.
pub(super) fn past_no_figure(words: Words<'_>, quantity: &Quantity) -> Option<usize> {
    let Quantity { first, end, .. } = *quantity;
    if quantity.number.form != Form::Digits {
        return (is_named_in_words(words, quantity) || is_rank_in_words(words, first)).then_some(end);
    }
    if let Some(end) = past_phone_number(words, first).or_else(|| past_chain(words, first)) {
        return Some(end);
    }
    if quantity.sign != Sign::None {
        return None;
    }
    let is_identifier = is_title_number(words, quantity)
        || is_tied_to_letters(words, quantity)
        || is_numbered(words, quantity)
        || is_key(words, first);
    if is_identifier || is_tied_by_slash(words, quantity) {
        return Some(past_identifier(words, end));
    }
    let is_place = is_list_marker(words, first, end) || is_address(words, quantity);
    (is_place || is_minute_of_play(words, quantity)).then_some(end)
}

/// Whatever touches an identifier is part of it: "737-800", "4x4", "9/11".
fn past_identifier(words: Words<'_>, mut end: usize) -> usize {
    while words.is_glued(end) {
        let is_part = match words.kind(end) {
            Some(TokenKind::Dash) => words.is_hyphen(end) && words.kind(end + 1) == Some(TokenKind::Number),
            Some(TokenKind::Symbol) => words.written(end) == "/",
            Some(TokenKind::Number | TokenKind::Word) => true,
            _ => false,
        };
        if !is_part {
            break;
        }
        end += 1;
    }
    end
}

/// Words that may touch digits: units and scales, which leave a figure a figure.
const TOUCHING_UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "ft", "kg", "g", "lb", "lbs", "oz", "mph", "kph", "kmh", "p", "c", "x", "ha", "hrs", "h",
    "min", "mins", "C", "F", "MW", "GW", "kW", "kWh", "MWh", "GWh", "GB", "MB", "TB", "bps", "bp", "pc", "pct", "ish",
    "yr", "t", "kms", "cts", "in",
];

/// "MiG-29", "M113", "3rd", "4G", "Covid-19", "3-D".
fn is_tied_to_letters(words: Words<'_>, quantity: &Quantity) -> bool {
    let Quantity { first, end, .. } = *quantity;
    let before = first.wrapping_sub(1);
    let tied_before = words.is_glued(first)
        && (words.is_word(before)
            || words.written(before) == "#"
            || (words.is_hyphen(before)
                && words.kind(before.wrapping_sub(1)) != Some(TokenKind::Number)
                && !is_margin(words, first)));
    let tied_behind = words.is_word(end)
        && words.is_glued(end)
        && !TOUCHING_UNITS.contains(&words.written(end))
        && !is_suffix(words, end);
    // "4x100m": a relay, not four times.
    let is_relay = words.written(end) == "x" && words.is_glued(end) && words.is_glued(end + 1);
    let lettered = words.is_hyphen(end) && words.written(end + 1).len() == 1 && words.is_capitalized(end + 1);
    tied_before || tied_behind || is_relay || lettered
}

/// A possessive behind a number in digits.
fn is_suffix(words: Words<'_>, at: usize) -> bool {
    matches!(words.written(at), "'s" | "’s")
}

/// More digits than this without a comma are a key in a register, not a count.
const LONGEST_COUNT: usize = 9;

/// `id="1474387200"`, and whatever is too long to be read as a number.
fn is_key(words: Words<'_>, first: usize) -> bool {
    let written = words.written(first);
    let is_long = LONGEST_COUNT < written.len() && written.bytes().all(|byte| byte.is_ascii_digit());
    let is_value = words.is_glued(first) && words.written(first.wrapping_sub(2)) == "=";
    is_long || is_value
}

/// What is voted on, and may be called by a number as well.
const VOTED_ON: &[&str] = &[
    "act",
    "amendment",
    "bill",
    "contract",
    "item",
    "line",
    "measure",
    "motion",
    "order",
    "plan",
    "platform",
    "project",
    "proposition",
    "protocol",
    "question",
    "resolution",
    "rule",
    "schedule",
    "version",
];

/// "Section 7", "No. 5", "Flight 370", "S&P 500", "H.R. 1234".
fn is_numbered(words: Words<'_>, quantity: &Quantity) -> bool {
    let before = quantity.first.wrapping_sub(1);
    // "Classroom 7B": a letter, and no billions.
    let letter = quantity.first + 1;
    let is_lettered = words.is_glued(letter) && words.written(letter).len() == 1 && words.is_capitalized(letter);
    if is_lettered && words.has(before, Class::Numbered) {
        return true;
    }
    if !quantity.is_plain() || !words.is_word(before) {
        return matches!(words.written(before), "#" | "№");
    }
    let written = words.written(before);
    if words.has(before, Class::Numbered) {
        // A small "page", "room" or "plan" may govern a count instead, and "no." may end a sentence.
        let is_name = words.is_capitalized(before);
        // "Passed the bill 52-46", "approved the plan 6-3": how they voted on it.
        let is_vote = !is_name
            && words.is_any(before, VOTED_ON)
            && words.is_joining_dash(quantity.end)
            && words.kind(quantity.end + 1) == Some(TokenKind::Number);
        if is_vote {
            return false;
        }
        return is_name || !is_counted_by_number(words, quantity.first) && !counts_what_follows(words, quantity.end);
    }
    // "One of them, No 117, spent four decades": within a sentence only a number has such a capital.
    let follows_small = words.written(before.wrapping_sub(1)).starts_with(char::is_lowercase);
    let is_short = matches!(written, "No" | "Nos") && (follows_small || words.is(before.wrapping_sub(1), ","));
    if is_short {
        return true;
    }
    if is_emergency_number(words, quantity.first, quantity.end) {
        return true;
    }
    if is_model(words, quantity) {
        return true;
    }
    let is_index = written == "P" && words.written(before.wrapping_sub(1)) == "&";
    // In a headline all in capitals, capitals say nothing.
    let is_shouted = words.has(before, Class::Boundary) || is_docket_letters(words.written(before.wrapping_sub(1)));
    is_index || (is_docket_letters(written) && !is_shouted && !counts_what_follows(words, quantity.end))
}

/// "A 2009 Brandt 8010", "her Orde 475 DI": behind the name of whoever makes one such thing, its model.
fn is_model(words: Words<'_>, quantity: &Quantity) -> bool {
    const ONE: &[&str] = &["a", "an", "her", "his", "my"];
    let maker = quantity.first.wrapping_sub(1);
    let lead = maker.wrapping_sub(1);
    let is_year = words.kind(lead) == Some(TokenKind::Number)
        && words.written(lead).len() == 4
        && words.written(lead).starts_with(['1', '2']);
    let is_maker = words.is_capitalized(maker) && !words.has(maker, Class::Time);
    is_maker
        && (is_year || words.is_any(lead, ONE))
        && words.written(quantity.first).bytes().all(|byte| byte.is_ascii_digit())
        && !counts_what_follows(words, quantity.end)
}

/// "Crews and shore workers on the coast number 6,800": a verb; nobody numbers things with a comma.
fn is_counted_by_number(words: Words<'_>, first: usize) -> bool {
    words.written(first.wrapping_sub(1)) == "number" && words.written(first).contains([',', ' '])
}

/// "Call 911", "ring 101 or 999", "a 911 caller"; "called 101 witnesses" counts.
fn is_emergency_number(words: Words<'_>, first: usize, end: usize) -> bool {
    const NUMBERS: &[&str] = &["000", "101", "105", "108", "111", "112", "211", "311", "811", "911", "988", "999"];
    const DIALS: &[&str] = &[
        "call", "calls", "called", "calling", "dial", "dials", "dialled", "dialed", "dialling", "ring", "rang", "phone",
    ];
    const SERVICE: &[&str] =
        &["call", "calls", "caller", "callers", "operator", "operators", "dispatcher", "dispatchers"];
    let is_number = |at: usize| NUMBERS.contains(&words.written(at));
    let before = first.wrapping_sub(1);
    let follows_other = words.is_any(before, &["or", "and"]) && is_number(before.wrapping_sub(1));
    // "His calls to 101 lead nowhere"
    let dial = before
        .wrapping_sub(usize::from(words.is(before, "to") && words.is_any(before.wrapping_sub(1), &["call", "calls"])));
    let is_dialled = words.is_any(dial, DIALS) && (dial != before || !counts_what_follows(words, end));
    is_number(first) && (is_dialled || follows_other || words.is_any(end, SERVICE))
}

/// "4-4-2", "4-2-3-1": a formation, or a record of wins and losses.
fn past_chain(words: Words<'_>, first: usize) -> Option<usize> {
    let is_link = |at: usize| words.is_joining_dash(at) && words.kind(at + 1) == Some(TokenKind::Number);
    let end = (first + 1..words.tokens.len()).step_by(2).find(|&at| !is_link(at)).unwrap_or(words.tokens.len());
    (first + 5 <= end).then_some(end)
}

/// The letters of a bill or docket: "HB", "H.R.", "S."; not those of a country or a party.
fn is_docket_letters(written: &str) -> bool {
    const COUNTERS: &[&str] =
        &["US", "UK", "EU", "UN", "GOP", "U.S.", "U.K.", "U.N.", "E.U.", "SNP", "CDU", "BJP", "ANC"];
    let letters = written.bytes().filter(|&byte| byte != b'.');
    let is_short = written.len() <= 5 && letters.clone().all(|byte| byte.is_ascii_uppercase());
    let is_dotted_letter = written.len() == 2 && written.ends_with('.');
    is_short && (letters.count() > 1 || is_dotted_letter) && !COUNTERS.contains(&written)
}

/// Whether a noun in the plural or a measure follows, so that the number counts it.
fn counts_what_follows(words: Words<'_>, end: usize) -> bool {
    super::unit::read_counted(words, end, false).is_some() || super::measure::read_measure(words, end).is_some()
}

/// "9/11", "4/1", "24/7"; not "15/hour".
fn is_tied_by_slash(words: Words<'_>, quantity: &Quantity) -> bool {
    let Quantity { first, end, .. } = *quantity;
    let before = words.is_glued(first) && words.written(first.wrapping_sub(1)) == "/";
    let is_digits = words.kind(end + 1) == Some(TokenKind::Number);
    let behind = words.written(end) == "/" && words.is_glued(end) && words.is_glued(end + 1) && is_digits;
    before || behind
}

/// "Number seven", "a high-five".
fn is_rank_in_words(words: Words<'_>, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    let is_tail = words.is_hyphen(before) && words.is_word(before.wrapping_sub(1));
    is_tail || (words.is(before, "number") && !words.is_any(before.wrapping_sub(1), &["a", "the"]))
}

/// "555-0142", "(202) 555-0142", "020 7946 0018": groups of digits of a telephone's length.
pub(super) fn past_phone_number(words: Words<'_>, first: usize) -> Option<usize> {
    let digits = |at: usize| {
        let is_plain =
            words.kind(at) == Some(TokenKind::Number) && words.written(at).bytes().all(|byte| byte.is_ascii_digit());
        if is_plain { words.written(at).len() } else { 0 }
    };
    if digits(first) < 2 {
        return None;
    }
    let mut end = first + 1;
    let mut groups = 1;
    loop {
        let next = match words.written(end) {
            ")" => words.past_hyphen(end + 1),
            _ => words.past_hyphen(end),
        };
        if digits(next) < 3 {
            break;
        }
        (end, groups) = (next + 1, groups + 1);
    }
    let is_local = groups == 2 && digits(first) == 3 && digits(end - 1) == 4 && words.is_hyphen(first + 1);
    let is_spaced = groups == 2 && end == first + 2 && digits(first) >= 3;
    (groups > 2 || is_local || is_spaced).then_some(end)
}

/// "1." or "(2)" at the beginning of a line.
fn is_list_marker(words: Words<'_>, first: usize, end: usize) -> bool {
    let is_closed = matches!(words.written(end), "." | ")") && words.is_glued(end) && !words.is_glued(end + 1);
    if !is_closed || end != first + 1 || words.written(first).len() > 3 {
        return false;
    }
    let is_opened = words.written(first.wrapping_sub(1)) == "(" && words.is_glued(first);
    let head = if is_opened { first - 1 } else { first };
    let before = head.checked_sub(1).and_then(|last| words.get(last));
    let start = words.get(head).map_or(0, |token| token.span.start);
    before.is_none_or(|last| words.text[last.span.end as usize..start as usize].contains(['\n', '\r']))
}

/// "A penalty on 31": the minute of the match.
fn is_minute_of_play(words: Words<'_>, quantity: &Quantity) -> bool {
    const STRIKES: &[&str] = &[
        "penalty",
        "goal",
        "goals",
        "scored",
        "header",
        "equaliser",
        "equalised",
        "booked",
        "struck",
        "winner",
        "levelled",
    ];
    const NEAR: usize = 6;
    let before = quantity.first.wrapping_sub(1);
    let is_alone = !words.is_word(quantity.end) || words.has(quantity.end, Class::Boundary);
    let mut near = (1..=NEAR).map(|back| before.wrapping_sub(back));
    quantity.is_plain() && words.is(before, "on") && is_alone && near.any(|at| words.is_any(at, STRIKES))
}

const STREETS: &[&str] = &[
    "Street",
    "St",
    "St.",
    "Avenue",
    "Ave",
    "Ave.",
    "Road",
    "Rd",
    "Rd.",
    "Lane",
    "Ln.",
    "Drive",
    "Dr.",
    "Boulevard",
    "Blvd",
    "Blvd.",
    "Way",
    "Court",
    "Place",
    "Terrace",
    "Square",
    "Crescent",
    "Close",
    "Gardens",
    "Grove",
    "Row",
    "Highway",
    "Parkway",
    "Quay",
    "Mews",
];

/// "71 Shore Street", "12 High St", "400 Route 9".
fn is_address(words: Words<'_>, quantity: &Quantity) -> bool {
    const ROADS: &[&str] = &["Route", "Highway", "Road", "Rt.", "Rte.", "Hwy", "Hwy."];
    const OWNERS: &[&str] = &["State", "County", "U.S."];
    let end = quantity.end;
    if !quantity.is_plain() || !words.is_capitalized(end) {
        return false;
    }
    let road = end + usize::from(OWNERS.contains(&words.written(end)));
    if ROADS.contains(&words.written(road)) && words.kind(road + 1) == Some(TokenKind::Number) {
        return true;
    }
    let is_ordinal =
        |at: usize| words.kind(at) == Some(TokenKind::Number) || words.is_any(at, &["st", "nd", "rd", "th"]);
    let named = (end..end + 5).take_while(|&at| words.is_capitalized(at) || is_ordinal(at));
    named.skip(1).any(|at| STREETS.contains(&words.written(at)))
}

/// "Three Mile Island", "the Big Five", "Group of Seven": a number word with a capital, among capitals.
fn is_named_in_words(words: Words<'_>, quantity: &Quantity) -> bool {
    let Quantity { first, end, .. } = *quantity;
    if !words.is_capitalized(first) {
        return false;
    }
    if words.is_capitalized(end) && words.is_any(end, &["Mile", "Nations", "Sisters", "Lions", "Guineas"]) {
        return true;
    }
    if is_in_title_case(words) {
        return false;
    }
    let before = first.wrapping_sub(1);
    let is_group = words.is(before, "of") && words.is_capitalized(before.wrapping_sub(1));
    let opens = words.get(before).is_none_or(|token| token.kind != TokenKind::Word);
    // At the head of a sentence the capital says nothing.
    !opens && (is_group || words.is_capitalized(before) || words.is_capitalized(end))
}

/// "Maroon 5 played", "Maroon 5's album", "the film Toy Story 3", "“Toy Story 3”": the number ends a name.
///
/// "Calder lost 96 homes, Pine Fork 61" counts, and so may "In Oster 12 died".
fn is_title_number(words: Words<'_>, quantity: &Quantity) -> bool {
    const LONGEST_NAME: usize = 4;
    let Quantity { first, end, .. } = *quantity;
    let last = first.wrapping_sub(1);
    if !quantity.is_plain() || words.written(first).len() > 2 || !is_name_part(words, last) || is_in_title_case(words) {
        return false;
    }
    let length = (1..LONGEST_NAME).take_while(|&back| is_name_part(words, last.wrapping_sub(back))).count();
    let before = last.wrapping_sub(length + 1);
    let is_quoted = words.kind(before) == Some(TokenKind::QuoteMark) && words.kind(end) == Some(TokenKind::QuoteMark);
    let is_work = words.has(before, Class::WorkNoun) || words.is_any(before, &["band", "group", "rockers", "duo"]);
    let opens =
        words.get(before).is_none_or(|token| token.kind == TokenKind::Punctuation && words.written(before) != ",");
    let is_verb = words.written(end).ends_with("ed")
        || words
            .get(end)
            .is_some_and(|token| token.classes.has_any(&[Class::Past, Class::Third, Class::Be, Class::Have]));
    let acts = is_verb && !words.has(end, Class::Casualty);
    is_quoted || is_work || is_suffix(words, end) || (opens && acts)
}

/// A word of a name: capitalised, and of no class that begins sentences or headlines with a capital too.
fn is_name_part(words: Words<'_>, at: usize) -> bool {
    const OTHERS: &[Class] = &[
        Class::Boundary,
        Class::FunctionWord,
        Class::Time,
        Class::Preposition,
        Class::Past,
        Class::Third,
        Class::Adverb,
    ];
    words.is_capitalized(at) && words.get(at).is_some_and(|token| !token.classes.has_any(OTHERS))
}

/// Whether the text is a headline whose every longer word has a capital.
fn is_in_title_case(words: Words<'_>) -> bool {
    const HEADLINE: usize = 40;
    let longer = || (0..words.tokens.len()).filter(|&at| words.is_word(at) && words.written(at).len() > 4);
    words.tokens.len() <= HEADLINE && longer().all(|at| words.is_capitalized(at))
}
