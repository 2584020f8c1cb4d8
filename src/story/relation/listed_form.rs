//! Lists that their form tells apart: clauses that begin with one word ("to sell …, to keep … and to open …"), names with a
//! bracket behind each, and people of whom each has a name.

use std::ops::Range;

use super::items::{Items, is_open};
use crate::language::{Class, TokenKind, Words};
use crate::story::passage::Passage;

/// Items that an "and" parts are two.
pub(super) fn pieces(words: Words<'_>, items: &[Range<usize>]) -> Vec<Range<usize>> {
    let pieces = |item: &Range<usize>| match item.clone().skip(1).find(|&at| words.is(at, "and")) {
        Some(and) => vec![item.start..and, and + 1..item.end],
        None => vec![item.clone()],
    };
    items.iter().flat_map(pieces).collect()
}

/// "The showground pavilion", "St Brendan's hall": a few words behind an article or a capital, and no verb.
pub(super) fn is_place(words: Words<'_>, item: &Range<usize>) -> bool {
    const LONGEST: usize = 6;
    let first = item.start + usize::from(words.is(item.start, "and"));
    let opens = words.is_any(first, &["the", "a", "an"]) || words.is_capitalized(first);
    let is_other = |at: usize| {
        let is_verb = [Class::Past, Class::Third, Class::Adverb].iter().any(|&class| words.has(at, class));
        let is_number = words.kind(at) == Some(TokenKind::Number) || words.has(at, Class::NumberWord);
        is_number || is_verb && !words.is_capitalized(at)
    };
    opens && item.end <= first + LONGEST && !(first..item.end).any(is_other)
}

/// "Binds it to four things, Ek said: to sell its mill, to keep its prices and to open its books": each with the word of the
/// first.
pub(super) fn parallel(passage: &Passage<'_>, start: usize) -> Option<Items> {
    const WORDS: &[&str] = &["to", "that"];
    let (words, end) = (passage.words, passage.end);
    let colon = (start..end).find(|&at| words.written(at) == ":")?;
    let first = colon + 1;
    let joint = words.written(first);
    let is_loud = |at: usize| {
        let is_number = words.kind(at) == Some(TokenKind::Number) || words.has(at, Class::NumberWord);
        is_open(words, at) || words.kind(at) == Some(TokenKind::QuoteMark) || at < colon && is_number
    };
    if !WORDS.contains(&joint) || (start..end).any(is_loud) {
        return None;
    }
    let is_part = |at: &usize| words.is(*at, joint);
    let is_set_off = |at: &usize| {
        let before = at.wrapping_sub(1);
        let mark = if words.is(before, "and") { before.wrapping_sub(1) } else { before };
        matches!(words.written(mark), "," | ";")
    };
    let last = (first + 1..end).filter(is_part).rfind(|at| words.is(at - 1, "and"))?;
    let others = (first + 1..end).filter(is_part).filter(|at| is_set_off(at) || *at == last);
    let starts: Vec<usize> = std::iter::once(first).chain(others).collect();
    // Another "and to" may begin a part or go on with one.
    let doubtful = (first + 1..last).filter(is_part).filter(|at| words.is(at - 1, "and") && !is_set_off(at)).count();
    let ends = starts.iter().skip(1).copied().chain([end]);
    let at: Vec<Range<usize>> = starts.iter().zip(ends).map(|(&start, end)| start..end).collect();
    (starts.last() == Some(&last)).then_some(Items { low: at.len(), high: at.len() + doubtful, at })
}

/// "Namely Orm (95.4 per cent), North Brae (93.8) and Holm (92.6)": names, with brackets behind them.
pub(super) fn names_in_brackets(passage: &Passage<'_>, start: usize) -> Option<Items> {
    let (words, limit) = (passage.words, passage.end);
    let is_name = |at: usize| words.is_capitalized(at) || words.is_any(at, &["of", "the"]);
    let mut at = start;
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut has_brackets = false;
    loop {
        let is_last = words.is(at, "and");
        let first = at + usize::from(is_last);
        let end = (first..limit).find(|&at| !is_name(at)).filter(|&end| first < end)?;
        names.push(first..end);
        at = end;
        if words.written(at) == "(" {
            at = (at..limit).find(|&at| words.written(at) == ")")? + 1;
            has_brackets = true;
        }
        if is_last {
            break;
        }
        at += usize::from(words.written(at) == ",");
    }
    (has_brackets && 2 <= names.len()).then_some(Items { low: names.len(), high: names.len(), at: names })
}

/// "Ida Lund, 34, her brother Jon, 29, a driver, Bo Ek, and a pupil, Cy Orr, 12": one name for each, to the end of the
/// sentence.
pub(super) fn people(words: Words<'_>, at: Range<usize>) -> Option<Items> {
    let is_name = |at: usize| words.is_word(at) && words.is_capitalized(at);
    let is_mark = |at: usize| matches!(words.written(at), "(" | ":" | ";");
    let ages = at.clone().filter(|&at| words.kind(at) == Some(TokenKind::Number)).count();
    if ages < 2 || at.clone().any(is_mark) {
        return None;
    }
    let starts = at.clone().filter(|&here| is_name(here) && (here == at.start || !is_name(here - 1)));
    let names: Vec<Range<usize>> = starts
        .map(|first| first..(first..at.end).find(|&here| !is_name(here)).unwrap_or(at.end))
        .filter(|name| name.start == at.start || !words.has(name.start - 1, Class::Preposition))
        .collect();
    let is_closed = |name: &Range<usize>| {
        at.end <= name.end || matches!(words.written(name.end), "," | ".") || words.is(name.end, "and")
    };
    let is_sound = 2 <= names.len() && names.iter().all(is_closed);
    is_sound.then_some(Items { low: names.len(), high: names.len(), at: names })
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn lists_of_one_form_are_held_against_their_number() {
        for (text, sound, broken) in [
            (
                "The order ties it to # things, Ek said: to clean the Orm, to pay for its fish and to move its pipe.",
                "three",
                "four",
            ),
            (
                "The board asks for # things, it said: that rents fall, that buses run, and that shops open.",
                "three",
                "two",
            ),
            (
                "The # wards, namely Orm (41 per cent), Brae North (38) and Holm (36), fell short, Ek said.",
                "three",
                "four",
            ),
            (
                "Police named the # dead as Ola Brandt, 41, her son Per, 12, a driver, Bo Ek, and a pupil, Cy Orr, 9.",
                "four",
                "three",
            ),
            (
                "Some # depots are taking coats and hats: the town hall, the Orm school and St Ann's church.",
                "three",
                "three",
            ),
        ] {
            for (number, is_wrong) in [(sound, false), (broken, sound != broken)] {
                let text = text.replace('#', number);
                let found = relations(&read(&text), RelationKind::Count);
                assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
            }
        }
    }
}
