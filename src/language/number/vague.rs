//! Words that leave a number open: "dozens", "tens of thousands", "scores of", "a couple", "a few dozen".

use rust_decimal::Decimal;

use super::numeral::{Numeral, numeral};
use super::{Form, Number};
use crate::language::{Class, TokenKind, WordList, Words};

/// What a score counts.
const SCORE: i64 = 20;

/// Words that leave open how many, but for those that count in tens, dozens and more.
const VAGUE: WordList = WordList::of(&["couple", "several", "few"]);

/// "Dozens", "tens of thousands", "a couple", "several hundred", "a few dozen".
pub(super) fn read_vague(words: Words<'_>, at: usize) -> Option<Number> {
    let vague = |value: i64, high: Option<i64>, end| {
        let form = Form::Vague(high.map(Decimal::from));
        Some(Number { value: value.into(), place: None, scale: Decimal::ONE, form, end })
    };
    if let Some(Numeral::Many(unit)) = numeral(words, at) {
        if unit == SCORE && !counts_scores(words, at) {
            return None;
        }
        let outer = words.is(at + 1, "of").then(|| numeral(words, at + 2)).flatten();
        return match outer {
            Some(Numeral::Many(scale)) if unit < scale => vague(2 * unit * scale, None, at + 3),
            // "Tens" alone measures nothing: a player in his teens and tens of others.
            _ if unit == 10 => None,
            _ => vague(2 * unit, None, at + 1),
        };
    }
    let head = if words.is(at, "a") { at + 1 } else { at };
    if !words.is_listed(head, &VAGUE) {
        return None;
    }
    let group = match numeral(words, head + 1) {
        Some(Numeral::Group(unit) | Numeral::Scale(unit)) => Some(unit),
        _ => None,
    };
    match (words.written(head).to_ascii_lowercase().as_str(), group) {
        ("couple", Some(unit)) if head > at => vague(2 * unit, Some(3 * unit), head + 2),
        ("couple", None) if head > at && counts_a_couple(words, head) => vague(2, Some(3), head + 1),
        ("several" | "few", Some(unit)) => vague(2 * unit, Some(9 * unit), head + 2),
        _ => None,
    }
}

/// "A couple of days", "a couple more": the married couple is no number.
fn counts_a_couple(words: Words<'_>, head: usize) -> bool {
    words.is_any(head + 1, &["of", "more", "dozen"])
}

/// "Scores of people fled", "Scores were killed": the scores of a match or a test are told by what stands before them.
fn counts_scores(words: Words<'_>, at: usize) -> bool {
    const HURT_WITHIN: usize = 4;
    let before = at.wrapping_sub(1);
    let opens = words.get(before).is_none_or(|token| token.kind != TokenKind::Word);
    let is_governed =
        [Class::Preposition, Class::Coordinator, Class::Subordinator, Class::Ing, Class::Past, Class::Third]
            .iter()
            .any(|&class| words.has(before, class));
    let is_followed = words.is(at + 1, "of") && words.is_word(at + 2) && !words.has(at + 2, Class::Determiner);
    let are_hurt = (at + 1..=at + HURT_WITHIN).any(|next| words.has(next, Class::Casualty));
    ((opens || is_governed) && is_followed) || (opens && words.is_capitalized(at) && are_hurt)
}
