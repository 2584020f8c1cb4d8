//! Knows sums that the sentence itself takes back: a rest that it tells of, parts of parts, rounding, degrees.

use rust_decimal::Decimal;

use super::row::{Row, has_any, spaced};
use super::{Entry, Tie, solver};

/// Whether the sentence of a tie's parts says that they need not make the whole, or makes it with figures that the tie
/// does not have.
pub(super) fn is_disclaimed(row: &Row<'_>, tie: &Tie<'_>) -> bool {
    let words = spaced(row.words());
    is_of_degrees(tie)
        || has_any(&words, &[" rounding "])
        // "22 of them for theft and 15 for assault, nine being held for both"
        || has_any(&words, &[" for both ", " in both ", " of both ", " did both ", " do both ", " had both ", " have both ", " both groups "])
        // "… and once over lifejackets" is no figure, but one more.
        || has_any(&words, &[" and once ", " , once ", " and twice ", " , twice "])
        || has_parts_of_parts(row, tie)
        || leaves_rest(&words, tie)
        || tells_of_state(row, tie)
        || fits_otherwise(row, tie)
}

/// "The record of 39.8C fell twice: 40.1C on Monday and 41.3C on Wednesday": degrees are not added.
fn is_of_degrees(tie: &Tie<'_>) -> bool {
    tie.stated.figure.unit.as_ref().is_some_and(|unit| unit.head.starts_with("degree"))
}

/// "Eleven players, seven of them internationals and three of those captains".
fn has_parts_of_parts(row: &Row<'_>, tie: &Tie<'_>) -> bool {
    let is_of_those = |part: &solver::Part<'_>| {
        row.words_behind(part.entry).starts_with(" of those ") || row.phrase(part.entry).contains(" of those ")
    };
    tie.parts.iter().skip(1).any(is_of_those)
}

/// "Of the 19 hurt, 11 are in hospital and six are in a critical condition": how some of those are who are there.
fn tells_of_state(row: &Row<'_>, tie: &Tie<'_>) -> bool {
    let [first, last] = &tie.parts[..] else { return false };
    let tells = |part: &solver::Part<'_>, words: &[&str]| has_any(&row.words_behind(part.entry), words);
    let is_there = tells(first, &[" hospital ", " hospitals ", " hospitalised ", " hospitalized "]);
    is_there && tells(last, &[" critical ", " serious ", " grave ", " critically ", " seriously "])
}

/// "£84,000, of which £48,000 went on holidays and £30,000 on a car; the rest was never traced."
fn leaves_rest(words: &str, tie: &Tie<'_>) -> bool {
    const REST: &[&str] = &[
        " the rest was ",
        " the rest were ",
        " the rest is ",
        " the rest are ",
        " the rest went ",
        " the rest has ",
        " the rest have ",
        " the remainder was ",
        " the remainder is ",
        " the remainder went ",
        " the others were ",
        " the others are ",
    ];
    let is_less =
        solver::total(tie.parts.iter().map(|part| part.entry)).is_some_and(|sum| sum < tie.stated.figure.value);
    is_less && has_any(words, REST)
}

/// "240 flats: 90 with one bedroom, 110 with two", "31 points, scoring 10 in the first quarter, four in the second, nine
/// and eight": without what describes a part, or with one more figure of the sentence, they make the whole.
fn fits_otherwise(row: &Row<'_>, tie: &Tie<'_>) -> bool {
    let Some(sum) = solver::total(tie.parts.iter().map(|part| part.entry)) else { return false };
    let whole = tie.stated.figure.value;
    let is_part = |entry: &Entry<'_>| tie.parts.iter().any(|part| part.entry.claim == entry.claim);
    let is_missing = |entry: &&Entry<'_>| {
        !is_part(entry)
            && tie.stated.figure.number < entry.figure.number
            && entry.figure.kind == tie.stated.figure.kind
            && sum + entry.figure.value == whole
    };
    let is_describing = |entry: &Entry<'_>| row.words_before(entry).ends_with(" with ");
    let described: Decimal =
        tie.parts.iter().filter(|part| is_describing(part.entry)).map(|part| part.entry.figure.value).sum();
    whole < sum && sum - described == whole || sum < whole && row.all.iter().any(|entry| is_missing(&entry))
}
