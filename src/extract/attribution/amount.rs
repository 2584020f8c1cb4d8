//! Words that open an amount: "about 40 families", "up to 300", "at least two dozen".

use super::item::Passage;
use super::tag::Tag;
use crate::language::{Class, WordList};

const ONE_WORD: WordList = WordList::of(&[
    "about",
    "almost",
    "approximately",
    "around",
    "between",
    "nearly",
    "over",
    "roughly",
    "some",
    "under",
]);
const TWO_WORDS: &[[&str; 2]] = &[
    ["at", "least"],
    ["at", "most"],
    ["close", "to"],
    ["just", "over"],
    ["just", "under"],
    ["up", "to"],
    ["more", "than"],
    ["fewer", "than"],
    ["less", "than"],
];

/// Behind "over" and "about" these make a time of the number: "said over two days", "said at about 3 p.m.".
const TIMES: &[&str] = &["a.m.", "days", "decades", "hours", "minutes", "months", "o'clock", "p.m.", "weeks", "years"];

impl Passage<'_> {
    /// Whether a number, or words that bound one, stand at `at`.
    pub(super) fn is_amount(&self, at: usize) -> bool {
        self.is_number(at) || self.opens_amount(at) || self.opens_price(at)
    }

    /// "US$540", "EC$12m", "Rs 40": the letters before the number say whose money it is.
    fn opens_price(&self, at: usize) -> bool {
        const LONGEST: usize = 3;
        if !self.is_number(at + 1) {
            return false;
        }
        let word = self.word(at);
        let is_joined = || self.word(at + 1).starts_with('$') || self.items[at + 1].glued;
        let is_code = || word.bytes().all(|letter| letter.is_ascii_uppercase()) && is_joined();
        !word.is_empty() && word.len() <= LONGEST && (is_code() || self.is_any(at, &["rs", "ksh", "sh"]))
    }

    /// Whether the words at `at` bound the number behind them.
    pub(super) fn opens_amount(&self, at: usize) -> bool {
        // Most words have no number near, and need not be looked up.
        if !self.is_number(at + 1) && !self.is_number(at + 2) {
            return false;
        }
        let is_one = self.is_listed(at, &ONE_WORD);
        let is_two = TWO_WORDS.iter().any(|[first, second]| self.is_word(at, first) && self.is_word(at + 1, second));
        let number = if is_two { at + 2 } else { at + 1 };
        (is_one || is_two) && self.is_number(number) && !self.tells_time(number)
    }

    /// "40", "two", "a dozen".
    pub(super) fn is_number(&self, at: usize) -> bool {
        let is_plain = |at: usize| self.tag(at) == Tag::Number || self.is(at, Class::NumberWord);
        is_plain(at) || (self.is_word(at, "a") && is_plain(at + 1))
    }

    fn tells_time(&self, number: usize) -> bool {
        (number + 1..number + 3).any(|at| self.is_any(at, TIMES))
    }
}
