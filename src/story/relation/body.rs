//! The members of a body that says how many it has: "the five-member panel – Judge Holt, Judge Kerr and Judge Lunn – ruled",
//! "a three-judge bench of Ida Lund, Jon Holm and Bo Ek".

use super::items::{Items, end_of_names, read_items};
use crate::language::{TokenKind, Words};

/// What a body is said to have so many of.
const HEADS: &[&str] = &["judge", "justice", "man", "member", "person", "strong", "woman"];

/// Bodies whose members are listed by name.
const BODIES: &[&str] = &[
    "band",
    "bench",
    "board",
    "cabinet",
    "commission",
    "committee",
    "council",
    "court",
    "crew",
    "delegation",
    "group",
    "inquiry",
    "jury",
    "panel",
    "shortlist",
    "squad",
    "team",
    "tribunal",
];

/// The names of the members; `hyphen` is the mark behind their number.
pub(super) fn members(words: Words<'_>, hyphen: usize, end: usize) -> Option<Items> {
    const NEAR: usize = 4;
    let head = hyphen + 1;
    let body = (head + 1..head + NEAR).find(|&at| words.is_any(at, BODIES)).filter(|_| words.is_any(head, HEADS))?;
    let opener = body + 1;
    let is_dash = |at: usize| words.kind(at) == Some(TokenKind::Dash) && !words.is_joining_dash(at);
    let (first, closes): (usize, fn(&str) -> bool) = match words.written(opener) {
        "(" => (opener + 1, |mark| mark == ")"),
        ":" => (opener + 1, |mark| matches!(mark, "." | ";" | "")),
        _ if is_dash(opener) => (opener + 1, |mark| mark.starts_with(['-', '–', '—']) || mark == "."),
        _ => (behind_verb(words, opener)?, |mark| !mark.starts_with(char::is_uppercase)),
    };
    let last = end_of_names(words, first, end)?;
    let is_closed = end <= last || closes(words.written(last));
    // "The five-member council of Brae and Holm": of places.
    let capitals = (first..last).filter(|&at| words.is_capitalized(at)).count();
    let are_people = |items: &Items| !words.is(first - 1, "of") || 2 * items.low <= capitals;
    read_items(words, first..last).filter(|items| is_closed && items.low == items.high && are_people(items))
}

/// "Panel of Ida Lund", ", comprising Ida Lund", "made up of Ida Lund": where the names begin.
fn behind_verb(words: Words<'_>, opener: usize) -> Option<usize> {
    let at = opener + usize::from(words.written(opener) == ",");
    let first = match () {
        () if words.is_any(at, &["comprising", "namely"]) => at + 1,
        () if words.is_any(at, &["consisting", "composed"]) && words.is(at + 1, "of") => at + 2,
        () if words.run_is(at, &["made", "up", "of"]) => at + 3,
        () if words.is(at, "of") && at == opener => at + 1,
        () => return None,
    };
    words.is_capitalized(first).then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::story::testing::counts;

    #[test]
    fn a_body_has_as_many_members_as_it_says() {
        for (text, expected) in [
            (
                "The five-member panel - Judge Ida Holt, Judge Jon Kerr and Judge Bo Lunn - ruled that it was void.",
                "five ≠ 3",
            ),
            (
                "The three-member panel - Judge Ida Holt, Judge Jon Kerr and Judge Bo Lunn - ruled that it was void.",
                "three = 3",
            ),
            ("A four-judge bench of Ida Holt, Jon Kerr and Bo Lunn heard the case.", "four ≠ 3"),
            ("The four-person jury, made up of Ida Holt, Jon Kerr and Bo Lunn, sat in Brae.", "four ≠ 3"),
        ] {
            assert_eq!(counts(text), [expected], "{text}");
        }
    }

    #[test]
    fn names_beside_a_body_are_no_list_of_it() {
        for text in [
            "It is a three-person race between himself, Ida Lund and Bo Ek.",
            "The five-member board, chaired by Ida Lund and Bo Ek, met.",
            "The five-member council of Brae and Holm met on Monday.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
