//! "Plus or minus 3 points", "give or take 40": a margin either way, which leaves its figure as printed.

use crate::language::Words;

const SIGNS: &[&[&str]] = &[
    &["plus", "or", "minus"],
    &["plus", "-", "or", "-", "minus"],
    &["plus", "/", "minus"],
    &["give", "or", "take"],
    &["+", "/", "-"],
    &["±"],
];

/// Where the sign of a margin begins that ends before the token at `first`.
pub(super) fn read_margin(words: Words<'_>, first: usize) -> Option<usize> {
    let starts = SIGNS.iter().map(|sign| (first.wrapping_sub(sign.len()), sign));
    starts.into_iter().find(|&(start, sign)| words.run_is(start, sign)).map(|(start, _)| start)
}

/// Whether the number at `first` is a margin: "plus or minus 3 points" reaches 3 either way, not below nothing.
pub(super) fn is_margin(words: Words<'_>, first: usize) -> bool {
    read_margin(words, first).is_some()
}
