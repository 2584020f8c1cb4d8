//! Tells the "m" of "6.52m" that is a metre from the one that is a million.
//!
//! No story needs both beside each other: the words around tell of a track, a pitch or a size, or of money and crowds.

use crate::language::{Class, TokenKind, Words};

/// Lengths that are raced, each the name of an event: "the 400m".
const LENGTHS: &[&str] = &[
    "25", "50", "60", "100", "110", "200", "400", "800", "1500", "1,500", "1,000", "3000", "3,000", "5000", "5,000",
    "10,000",
];

/// Words before the length of a race: "the men's 800m", "ran 100m".
const BEFORE_A_RACE: &[&str] = &[
    "the", "'s", "’s", "olympic", "indoor", "outdoor", "world", "over", "final", "metres", "ran", "run", "runs",
    "swam", "swim", "swims", "sprint", "sprinted", "x",
];

/// How many words away a word of sport speaks of a length.
const REACH: usize = 7;

/// Whether the "m" at `letter`, behind its digits, stands for metres.
pub(super) fn is_metre(words: Words<'_>, letter: usize) -> bool {
    let digits = letter.wrapping_sub(1);
    let before = digits.wrapping_sub(1);
    if !words.is(letter, "m") || has_currency(words, before) {
        return false;
    }
    if words.has(letter + 1, Class::MetreNoun) {
        return true;
    }
    if counts_a_crowd(words, letter + 1) {
        return false;
    }
    let is_race = LENGTHS.contains(&words.written(digits)) && words.is_any(before, BEFORE_A_RACE);
    is_race
        || is_glossed(words, letter + 1)
        || is_mark(words, before)
        || follows_race(words, digits)
        || is_athletic(words, digits)
}

/// "43m (141ft)": the same in feet behind it.
fn is_glossed(words: Words<'_>, at: usize) -> bool {
    const LENGTHS: &[&str] = &["ft", "feet", "foot", "in", "inches", "yd", "yards"];
    words.is(at, "(") && words.kind(at + 1) == Some(TokenKind::Number) && words.is_any(at + 2, LENGTHS)
}

/// "$4.88m": no sum is a length.
fn has_currency(words: Words<'_>, before: usize) -> bool {
    words.kind(before) == Some(TokenKind::Symbol) && !words.is_any(before, &["±", "+", "~"])
}

/// "40m units", "2.5m people": a plural is counted in millions.
fn counts_a_crowd(words: Words<'_>, at: usize) -> bool {
    let is_plural = words.written(at).ends_with('s') && !words.has(at, Class::Boundary) && !words.is_glued(at);
    words.has(at, Class::Collective) || is_plural
}

/// "Ran 100m and 200m": the second of two events.
fn follows_race(words: Words<'_>, digits: usize) -> bool {
    let joint = digits.wrapping_sub(1);
    let other = digits.wrapping_sub(3);
    let are_lengths = [other, digits].iter().all(|&at| LENGTHS.contains(&words.written(at)));
    are_lengths
        && words.is_any(joint, &["and", ",", "or", "/"])
        && words.is(joint.wrapping_sub(1), "m")
        && words.is_any(other.wrapping_sub(1), BEFORE_A_RACE)
}

/// "A world mark of 4.88m", "a season's best of 7.95m".
fn is_mark(words: Words<'_>, before: usize) -> bool {
    words.is(before, "of") && words.is_any(before.wrapping_sub(1), &["mark", "best", "jump", "throw", "leap", "vault"])
}

/// Whether a jump, a throw or a swim is told within the same clause.
fn is_athletic(words: Words<'_>, digits: usize) -> bool {
    let before = (1..=REACH).map(|back| digits.wrapping_sub(back));
    let is_before = before.take_while(|&at| !ends_clause(words, at)).any(|at| words.has(at, Class::Athletics));
    let behind = digits + 2..digits + 2 + REACH;
    is_before || behind.take_while(|&at| !ends_clause(words, at)).any(|at| words.has(at, Class::Athletics))
}

fn ends_clause(words: Words<'_>, at: usize) -> bool {
    matches!(words.written(at), "" | "." | ";" | ":")
}
