//! A list of people of whom some are told one by one and others by their number: "three people were arrested: a man of 34, a
//! woman, 29, and two teenagers", "six were hurt – the driver, two nurses and three children".
//!
//! Only a list in which every item is one person or a counted few is read; a name beside a trade may be one or two.

use std::ops::Range;

use super::items::{Items, is_open};
use super::thing;
use crate::language::{Class, Number, TokenKind, Words, read_number};

/// Words between the number of all and what opens the list, at most.
const NEAR: usize = 14;

/// The longest attribution behind a list.
const LONGEST_SOURCE: usize = 9;

/// What an item of the list says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Item {
    /// So many people; "her three children".
    Many(usize),
    /// One who is described: "a man from Brae".
    One,
    /// A name.
    Named,
    /// More of the one before: an age, where from.
    More,
}

/// The people whom the list behind a colon, a dash or a bracket gives; `first` is the word behind their number and noun.
pub(super) fn listed(words: Words<'_>, first: usize, end: usize) -> Option<Items> {
    let opener = (first..end.min(first + NEAR)).find(|&at| opens(words, at))?;
    let is_counted = |at: usize| read_number(words, at).is_some() && words.kind(at) == Some(TokenKind::Number);
    if (first..opener).any(|at| is_open(words, at) || is_counted(at) || words.written(at) == ",") {
        return None;
    }
    let close = close_of(words, opener, end)?;
    let mut items = Items { low: 0, high: 0, at: Vec::new() };
    let (mut last, mut is_mixed) = (Item::More, (false, false));
    for piece in pieces(words, opener + 1..close) {
        let item = read(words, &piece)?;
        match item {
            Item::Many(many) => (items.low, items.high) = (items.low + many, items.high + many),
            // "A nurse, Ida Lund, 41,": who she is, or somebody else.
            Item::Named if last == Item::One => items.high += 1,
            Item::One if last == Item::Named => items.high += 1,
            Item::One | Item::Named => (items.low, items.high) = (items.low + 1, items.high + 1),
            Item::More if items.at.is_empty() => return None,
            Item::More => continue,
        }
        is_mixed.0 |= matches!(item, Item::Many(_));
        is_mixed.1 |= !matches!(item, Item::Many(_));
        items.at.push(piece);
        last = item;
    }
    (is_mixed == (true, true)).then_some(items)
}

fn opens(words: Words<'_>, at: usize) -> bool {
    let is_dash = words.kind(at) == Some(TokenKind::Dash) && !words.is_joining_dash(at) && !words.is_hyphen(at);
    is_dash || matches!(words.written(at), ":" | "(")
}

/// Where the list ends: at its other mark, at who says so, or with the sentence.
fn close_of(words: Words<'_>, opener: usize, end: usize) -> Option<usize> {
    let is_dash = words.kind(opener) == Some(TokenKind::Dash);
    let other = (opener + 1..end).find(|&at| match words.written(opener) {
        "(" => words.written(at) == ")",
        _ => is_dash && opens(words, at) && words.written(at) != "(",
    });
    if words.written(opener) == "(" || other.is_some() {
        return other;
    }
    let says = |at: usize| {
        [Class::Say, Class::Tell, Class::Show].iter().any(|&class| words.has(at, class)) || words.is(at, "according")
    };
    let comma = (opener + 1..end).rev().find(|&at| words.written(at) == ",")?;
    let is_source = end <= comma + LONGEST_SOURCE && (comma + 1..end).any(says);
    let is_list = words.is_any(comma + 1, &["and", "or"]);
    Some(if is_source && !is_list { comma } else { end })
}

/// What stands between the commas and the "and"s of a list.
fn pieces(words: Words<'_>, at: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut first = at.start;
    for here in at.start..=at.end {
        let parts =
            here == at.end || words.is_any(here, &["and", "&"]) || matches!(words.written(here), "," | ";" | ".");
        if parts {
            pieces.push(first..here);
            first = here + 1;
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// What a piece says; `None` where that cannot be told.
fn read(words: Words<'_>, piece: &Range<usize>) -> Option<Item> {
    let first = piece.start;
    // "A driver, who had broken a lamp, a door and two chairs": a clause may have a list of its own.
    let is_loud =
        |at: usize| words.kind(at) == Some(TokenKind::QuoteMark) || words.is_any(at, &["who", "which", "whose"]);
    if piece.clone().any(|at| is_open(words, at) || is_loud(at)) {
        return None;
    }
    let is_more = [Class::Preposition, Class::Subordinator, Class::Ing];
    let is_age = words.kind(first) == Some(TokenKind::Number) && piece.len() == 1;
    if is_age
        || words.is_any(first, &["aged", "both", "all", "each"])
        || is_more.iter().any(|&class| words.has(first, class))
    {
        return Some(Item::More);
    }
    let is_article = words.has(first, Class::Possessive) || words.is_any(first, &["a", "an", "the", "another", "one"]);
    let noun = first + usize::from(is_article);
    if let Some(many) = few_at(words, noun) {
        return counts_people(words, noun + 1..piece.end).then_some(Item::Many(many));
    }
    if words.is_any(noun, &["couple", "pair", "twins"]) {
        return Some(Item::Many(2));
    }
    // "His parents": how many is not told.
    let are_several = piece.clone().any(|at| {
        let word = words.written(at);
        word.ends_with('s') && !word.ends_with("ss") && counts_people(words, at..at + 1)
            || words.is_any(at, &["children", "people", "men", "women", "family", "relatives"])
    });
    if is_article && !are_several && names_person(words, noun..piece.end, false) {
        return Some(Item::One);
    }
    let is_name = 2 <= piece.len() && piece.clone().take(2).all(|at| words.is_capitalized(at));
    is_name.then_some(Item::Named)
}

/// "Two", "14": no age and no ordinal.
fn few_at(words: Words<'_>, at: usize) -> Option<usize> {
    use rust_decimal::prelude::ToPrimitive;
    let Number { value, end, .. } = read_number(words, at)?;
    let is_bare = end == at + 1 && !words.is_hyphen(end) && value.is_integer();
    value.to_usize().filter(|few| is_bare && (2..=20).contains(few))
}

fn counts_people(words: Words<'_>, at: Range<usize>) -> bool {
    names_person(words, at, true)
}

/// Whether the noun of the phrase is one of a person, before any word that says more of it.
fn names_person(words: Words<'_>, at: Range<usize>, are_many: bool) -> bool {
    const LONGEST: usize = 6;
    const ENDINGS: [&str; 8] = ["er", "or", "ist", "man", "woman", "ian", "eer", "ant"];
    let ends = |at: &usize| words.has(*at, Class::Preposition) || words.has(*at, Class::Relative);
    let mut phrase = at.take(LONGEST).take_while(|at| !ends(at));
    phrase.any(|at| {
        let word = words.written(at);
        let one = if are_many { word.strip_suffix('s').unwrap_or(word) } else { word };
        let sense = words.get(at).map(|token| thing::sense_in(words.text, token));
        let is_known = [Class::Kin, Class::Trade, Class::RoleNoun].iter().any(|&class| words.has(at, class))
            || thing::is_person(one)
            || sense.is_some_and(|sense| thing::is_person(&sense));
        let is_agent =
            words.is_word(at) && !words.is_capitalized(at) && ENDINGS.iter().any(|ending| one.ends_with(ending));
        is_known || is_agent
    })
}

#[cfg(test)]
mod tests {
    use crate::story::testing::counts;

    #[test]
    fn people_told_one_by_one_and_by_their_number_are_added_up() {
        for (text, expected) in [
            (
                "Three people were held: a 34-year-old man from Brae, a woman, 29, and two teenagers, police said.",
                "Three ≠ 4",
            ),
            (
                "Four people were held: a 34-year-old man from Brae, a woman, 29, and two teenagers, police said.",
                "Four = 4",
            ),
            ("Six people were hurt – the driver, two nurses and four children – Ek said.", "Six ≠ 7"),
            ("Six people were hurt – the driver, two nurses and three children – Ek said.", "Six = 6"),
            ("Police hold seven suspects: four men, three women and a 16-year-old boy.", "seven ≠ 8"),
            ("Police hold eight suspects: four men, three women and a 16-year-old boy.", "eight = 8"),
            ("Five people died: a couple in their 60s, a nurse and two children, police said.", "Five = 5"),
            ("It killed six people: a mother, her three children and a truck driver, Ek said.", "six ≠ 5"),
            ("Five people died: a nurse, Jon Holm, his wife and two boys.", "Five = 3..5"),
            ("Four people died (a nurse, Ida Lund, 41, and two children).", "Four = 3..4"),
        ] {
            assert_eq!(counts(text), [expected], "{text}");
        }
    }
}
