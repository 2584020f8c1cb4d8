//! Ages behind whoever has no name: "a keeper, 28, and two visitors", "the climber (33)", "her twins, 4,".

use crate::language::{Class, TokenKind, Words};

/// Whether the number stands by itself behind a noun for one person and is closed off: their age.
///
/// A number of many ("the guards, 41,") is none, nor what is measured ("a tower, 41 metres").
pub(super) fn is_behind_somebody(words: Words<'_>, first: usize, end: usize) -> bool {
    let mark = first.wrapping_sub(1);
    let is_bracketed = words.written(mark) == "(" && words.written(end) == ")";
    let is_set_off = words.written(mark) == "," && closes(words, end);
    end == first + 1 && (is_bracketed || is_set_off) && is_somebody(words, mark.wrapping_sub(1))
}

fn closes(words: Words<'_>, end: usize) -> bool {
    let is_dash = words.kind(end) == Some(TokenKind::Dash) && !words.is_joining_dash(end);
    words.get(end).is_none() || is_dash || matches!(words.written(end), "," | "." | ";" | ":")
}

/// "A keeper", "the young bus driver", "her twins": a noun for one person, with an article or an owner before it.
fn is_somebody(words: Words<'_>, noun: usize) -> bool {
    const ONE: &[&str] = &["a", "an", "the", "another", "one"];
    const LONGEST: usize = 4;
    const ALIKE: &[&str] = &["twins", "triplets"];
    let leads =
        |at: usize| words.is_any(at, ONE) || words.has(at, Class::Possessive) || words.is_any(at, &["'s", "’s"]);
    let lead = (1..=LONGEST).map(|back| noun.wrapping_sub(back)).find(|&at| leads(at) || !words.is_word(at));
    let is_led = lead.is_some_and(leads);
    is_led && (is_person(words, noun) || words.is_any(noun, ALIKE))
}

fn is_person(words: Words<'_>, noun: usize) -> bool {
    const PERSONS: &[Class] = &[Class::RoleNoun, Class::Kin, Class::Trade, Class::Authority];
    const ENDINGS: &[&str] = &["er", "or", "ist", "ian", "man", "woman", "boy", "girl"];
    const UNLISTED: &[&str] = &[
        "child",
        "civilian",
        "cook",
        "guest",
        "inmate",
        "monk",
        "nun",
        "passer-by",
        "rabbi",
        "refugee",
        "student",
        "suspect",
        "tenant",
        "tourist",
        "trainee",
        "victim",
        "waitress",
        "youth",
    ];
    /// Things that end like somebody who does something.
    const THINGS: &[&str] = &[
        "anchor", "corner", "counter", "door", "error", "factor", "floor", "letter", "litter", "meter", "motor",
        "number", "order", "paper", "power", "quarter", "river", "sector", "tower", "tractor", "trailer", "winter",
    ];
    let word = words.written(noun);
    let is_doer = 4 < word.len() && ENDINGS.iter().any(|ending| word.ends_with(ending)) && !THINGS.contains(&word);
    word.starts_with(char::is_lowercase)
        && !word.ends_with('s')
        && (is_doer || words.is_any(noun, UNLISTED) || PERSONS.iter().any(|&class| words.has(noun, class)))
        || words.is_any(noun, &["actress", "boss", "hostess", "waitress"])
}

#[cfg(test)]
mod tests {
    use super::is_behind_somebody;
    use crate::language::{TokenKind, Words, tokenize};

    /// The first number of `text`, if it is the age of whom stands before it.
    fn aged(text: &str) -> bool {
        let tokens = tokenize(text);
        let words = Words { text, tokens: &tokens };
        let first = tokens.iter().position(|token| token.kind == TokenKind::Number).expect("there is a number");
        is_behind_somebody(words, first, first + 1)
    }

    #[test]
    fn a_number_behind_somebody_without_a_name_is_an_age() {
        for text in [
            "A tiger had killed a keeper, 28, and hurt two visitors.",
            "The blast killed a guard, 41, and his son.",
            "His passenger, 19, was hurt.",
            "The fall killed the climber (33).",
            "Fire killed her twins, 4, on Tuesday.",
            "The dead were a cook, 26; and a waiter.",
            "A wall fell on a girl, 6.",
            "The club's young bus driver, 34, was held.",
        ] {
            assert!(aged(text), "{text}");
        }
    }

    #[test]
    fn what_is_counted_or_measured_is_none() {
        for text in [
            "The guards, 41, and the cooks were let go.",
            "The dam has a tower, 41 metres high.",
            "Of the letter, 28, were never sent.",
            "They beat the leader, 28 points to 12.",
            "The bay has 28 boats.",
        ] {
            assert!(!aged(text), "{text}");
        }
    }
}
