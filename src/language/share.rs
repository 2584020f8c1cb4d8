//! Reads parts of a whole in words: "half of", "two-thirds", "a quarter of", "one in five", "three out of four".
//!
//! Many of these words name other things too (the second half, the third quarter, a third man),
//! so a part is read only where its form or its neighbours say so.

use rust_decimal::Decimal;

use super::number::small_value;
use super::{Class, Number, TokenKind, Words, read_number};

/// A part of a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How much of the whole it is, in percent.
    pub percent: Decimal,
    /// The position behind its last token.
    pub end: usize,
}

/// Reads the part of a whole that begins with the token at `at`; `None` if none does.
pub fn read_share(words: Words<'_>, at: usize) -> Option<Share> {
    read_odds(words, at).or_else(|| read_half(words, at)).or_else(|| read_fraction(words, at))
}

/// "One in five", "one-in-five", "7 in 10", "three out of every four", "one train in nine".
fn read_odds(words: Words<'_>, at: usize) -> Option<Share> {
    // The numerator is one token in all that is printed, so the cheap look at its neighbour comes first.
    let behind = if words.is(at + 1, "in") {
        at + 2
    } else if words.is_hyphen(at + 1) && words.is(at + 2, "in") && words.is_hyphen(at + 3) {
        at + 4
    } else if words.run_is(at + 1, &["out", "of"]) || words.run_is(at + 1, &["of", "every"]) {
        at + 3
    } else if let Some(joint) = opening_kind(words, at).filter(|&joint| is_one_of_a_kind(words, at, joint)) {
        joint + 1
    } else {
        return None;
    };
    let every = if words.is(behind, "every") { behind + 1 } else { behind };
    let part = read_number(words, at).filter(|part| part.end == at + 1)?;
    let whole = read_number(words, every)?;
    let is_odds = part.value >= Decimal::ONE && part.value < whole.value && is_round_whole(&part, &whole);
    // "One in five Year 6 pupils": a class, and no time.
    let is_class = words.is_capitalized(whole.end) && words.kind(whole.end + 1) == Some(TokenKind::Number);
    if !is_odds
        || words.is_any(whole.end, TIMES) && !is_class
        || words.is_any(whole.end, &["percent", "per", "pct", "%"])
    {
        return None;
    }
    percent(part.value, whole.value, whole.end)
}

/// The same where a number opens it, which hardly any word does.
fn opening_kind(words: Words<'_>, at: usize) -> Option<usize> {
    let is_number = words.has(at, Class::NumberWord) || words.kind(at) == Some(TokenKind::Number);
    is_number.then(|| behind_kind(words, at)).flatten()
}

/// The "in" behind a kind that stands between the numbers of odds: "one train | in nine", "one nursing post | in five".
pub fn behind_kind(words: Words<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 2;
    let is_kind = |at: usize| words.is_word(at) && !words.has(at, Class::Preposition) && !words.is_capitalized(at);
    let joint = (at + 2..=at + 1 + LONGEST).find(|&joint| words.is(joint, "in"))?;
    (at + 1..joint).all(is_kind).then_some(joint)
}

/// "One train in nine failed": a kind between the numbers, and a verb behind them; "one club in two towns" has none.
fn is_one_of_a_kind(words: Words<'_>, at: usize, joint: usize) -> bool {
    const LEADS: &[&str] = &["it", "or", "about", "nearly", "almost", "is", "just", "roughly", "of", "than"];
    const VERBS: &[Class] = &[Class::Be, Class::Have, Class::Modal, Class::Past, Class::Do];
    let behind = joint + 2;
    // "One child in six goes": of what may be a noun, too, "one club in two towns" has as many.
    let acts = |at: usize| words.has(at, Class::Third) && !words.has(at, Class::NounToo);
    // "Which makes it one farm in five.": said again, and closed.
    let is_said_again =
        words.is_any(at.wrapping_sub(1), LEADS) && words.kind(behind).is_none_or(|kind| kind == TokenKind::Punctuation);
    // "One child in five in the camps is hungry": where a sentence opens with it, a place may stand before the verb.
    let is_placed = words.is_capitalized(at) && words.is_any(behind, &["across", "at", "in", "on", "there"]);
    // "One child in five still misses it": behind such a word stands the verb, whatever else it may be.
    let acts_still = words.is_any(behind, &["already", "never", "now", "still"]) && words.is_word(behind + 1);
    // "Seven members in 10 would pay": several of them, in ten or five.
    let is_several = || {
        const FEW: &[&str] =
            &["two", "three", "four", "five", "six", "seven", "eight", "nine", "2", "3", "4", "5", "6", "7", "8", "9"];
        let noun = joint - 1;
        let is_plural =
            words.written(noun).ends_with('s') || words.is_any(noun, &["people", "children", "women", "men"]);
        is_plural && words.is_any(at, FEW) && words.is_any(joint + 1, &["five", "ten", "5", "10", "100"])
    };
    (words.is_any(at, &["one", "One"]) || is_several())
        && (is_said_again
            || is_placed
            || acts_still
            || acts(behind)
            || VERBS.iter().any(|&class| words.has(behind, class)))
}

/// "Three in four years" is a pace, not a part.
const TIMES: &[&str] = &[
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks",
    "weekend", "weekends", "month", "months", "year", "years", "decade", "decades", "season", "seasons", "game",
    "games", "match", "matches", "start", "starts", "attempt", "attempts", "overs", "innings",
];

/// Odds are given in few: "12 out of 15 members" is two counts, "1 in 64" a part.
fn is_round_whole(part: &Number, whole: &Number) -> bool {
    let is_usual = whole.value <= Decimal::TEN
        || [12, 20, 25, 50, 100, 1_000, 10_000, 100_000, 1_000_000].iter().any(|&usual| whole.value == usual.into());
    part.scale == Decimal::ONE && whole.value.is_integer() && (is_usual || part.value == Decimal::ONE)
}

/// Words that can only be followed by an amount.
const BEFORE_AN_AMOUNT: &[&str] = &[
    "than",
    "nearly",
    "almost",
    "about",
    "around",
    "roughly",
    "approximately",
    "by",
    "over",
    "under",
    "just",
    "only",
    "exactly",
    "least",
    "some",
    "barely",
    "to",
];

/// What can be halved without an "of".
const BEHIND_HALF: &[&str] =
    &["of", "the", "his", "her", "its", "their", "our", "my", "your", "all", "that", "those", "these"];

/// "Half the size", "half the battle": nothing is parted.
const COMPARED: &[&str] = &["size", "length", "height", "age", "battle", "distance", "fun", "man", "woman", "speed"];

/// Which of the two, rather than how much.
const WHICH_HALF: &[&str] = &[
    "first", "second", "latter", "final", "opening", "last", "top", "bottom", "better", "other", "back", "front",
    "early", "later", "upper", "lower", "northern", "southern", "eastern", "western", "the", "each", "this", "that",
    "time", "and", "a", "per",
];

/// "Half of the votes", "more than half", "half the council".
fn read_half(words: Words<'_>, at: usize) -> Option<Share> {
    let is_half = words.is(at, "half") && !words.is_hyphen(at + 1) && !words.is_hyphen(at.wrapping_sub(1));
    if !is_half || words.is_any(at.wrapping_sub(1), WHICH_HALF) {
        return None;
    }
    let is_comparison = words.is(at + 1, "the") && words.is_any(at + 2, COMPARED);
    let behind = words.is_any(at + 1, BEHIND_HALF) && !is_comparison;
    let before = stands_for_an_amount(words, at, at + 1) && !words.is_any(at + 1, &["a", "an", "past"]);
    (behind || before).then_some(Share { percent: Decimal::from(50), end: at + 1 })
}

/// Words that compare by an amount: "a quarter smaller", "a third up on last year".
const COMPARATIVES: &[&str] = &[
    "smaller", "larger", "bigger", "higher", "lower", "fewer", "less", "more", "cheaper", "dearer", "heavier",
    "lighter", "longer", "shorter", "faster", "slower", "below", "above",
];

/// Nouns of change, behind whose "of" an amount stands: "a fall of a third".
const CHANGES: &[&str] = &[
    "rise",
    "fall",
    "increase",
    "drop",
    "decline",
    "decrease",
    "cut",
    "reduction",
    "saving",
    "loss",
    "gain",
    "discount",
    "jump",
    "leap",
    "surge",
    "climb",
    "growth",
    "slump",
    "dip",
    "plunge",
    "shortfall",
    "improvement",
];

/// Whether the words before it ask for an amount: "by a third", "12, or a quarter,".
fn stands_for_an_amount(words: Words<'_>, at: usize, end: usize) -> bool {
    let before = at.wrapping_sub(1);
    let is_closed = words.kind(end).is_none_or(|kind| kind == TokenKind::Punctuation);
    let is_change = words.is(before, "of") && words.is_any(before.wrapping_sub(1), CHANGES);
    let is_told = is_closed || words.has(end, Class::Past) || words.is_any(end, &["in", "on", "since", "over"]);
    // "Jumped a quarter to $16 million"; "fell a third time" is no amount.
    let is_moved = (words.has(before, Class::Rise) || words.has(before, Class::Fall))
        && (is_closed || words.is_any(end, &["to", "from", "in", "on", "since", "over", "last", "this"]));
    words.is_any(before, BEFORE_AN_AMOUNT)
        || is_moved
        || is_change && is_told
        || words.is(before, "or") && is_closed
        || is_closed && words.run_is(end, &[",", "or"]) && words.kind(end + 2) == Some(TokenKind::Number)
        || is_set_off(words, before, end)
        || is_closed && is_one_of_several(words, at)
        || do_something(words, at, end)
}

/// "A quarter said they would", "a third were against": so many of those who were asked. "A third said" may be a third man.
fn do_something(words: Words<'_>, at: usize, end: usize) -> bool {
    const MANY: &[&str] = &["were", "are", "have", "say", "want", "think", "plan", "favour", "favor", "back", "oppose"];
    const SAID: &[&str] =
        &["said", "wanted", "backed", "opposed", "favoured", "favored", "thought", "supported", "voted", "did"];
    let before = at.wrapping_sub(1);
    let opens = before > at
        || matches!(words.kind(before), Some(TokenKind::Punctuation))
        || words.is_any(before, &["and", "while", "but"]);
    let is_quarter = words.is(end.wrapping_sub(1), "quarter");
    opens && (words.is_any(end, MANY) || is_quarter && words.is_any(end, SAID))
}

/// "Have no generator: a quarter, she said", "12 — a third — have none".
fn is_set_off(words: Words<'_>, before: usize, end: usize) -> bool {
    let is_closed = matches!(words.kind(end), None | Some(TokenKind::Punctuation | TokenKind::Dash));
    is_closed && !words.is_hyphen(end) && matches!(words.written(before), ":" | "(" | "—" | "–")
}

/// "Ada Ek holds 40 per cent and Bo Ek a fifth": what the last of several has, whose verb is said once.
fn is_one_of_several(words: Words<'_>, at: usize) -> bool {
    const NEAR: usize = 8;
    let is_named = words.is_capitalized(at.wrapping_sub(1));
    is_named && (at.saturating_sub(NEAR)..at).any(|at| words.is_any(at, &["percent", "cent", "%", "pc"]))
}

/// "A third of", "one-fifth", "two thirds", "three-quarters".
fn read_fraction(words: Words<'_>, at: usize) -> Option<Share> {
    // "Quarter of drivers off sick": a headline leaves the article out.
    if at == 0 && words.is_capitalized(at) && words.is(at + 1, "of") && read_number(words, at + 2).is_none() {
        let (whole, _) = denominator(words, at).filter(|&(whole, plural)| whole > 2 && !plural)?;
        return percent(1.into(), whole.into(), at + 1);
    }
    let part = if words.is_any(at, &["a", "an"]) { 1 } else { small_value(words, at)? };
    let hyphened = words.is_hyphen(at + 1);
    let name = words.past_hyphen(at + 1);
    let (whole, plural) = denominator(words, name)?;
    let is_proper = part < whole && plural == (part > 1) && (whole != 4 || part == 1 || part == 3);
    let has_of = words.is(name + 1, "of") && !words.is_any(name + 2, &["a", "an"]);
    let is_compared = words.is_any(name + 1, COMPARATIVES);
    let amount = has_of || is_compared || (stands_for_an_amount(words, at, name + 1) && !plural);
    let is_period = matches!(whole, 4) && !hyphened && !amount;
    let is_certain = (hyphened && !words.is(at, "a")) || amount || (plural && !is_period);
    if !is_proper || !is_certain || (words.is_hyphen(name + 1) && !hyphened) {
        return None;
    }
    percent(part.into(), whole.into(), name + 1)
}

const WHOLES: &[(&str, u32)] = &[
    ("half", 2),
    ("third", 3),
    ("quarter", 4),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("tenth", 10),
];

fn denominator(words: Words<'_>, at: usize) -> Option<(u32, bool)> {
    if !words.has(at, Class::NumberWord) {
        return None;
    }
    let written = words.written(at);
    let singular = written.strip_suffix(['s', 'S']).unwrap_or(written);
    let whole = WHOLES.iter().find(|(name, _)| name.eq_ignore_ascii_case(singular))?.1;
    Some((whole, singular.len() < written.len()))
}

fn percent(part: Decimal, whole: Decimal, end: usize) -> Option<Share> {
    let percent = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?.normalize();
    Some(Share { percent, end })
}
