//! Answers of which each of those who are asked gives one, so that their shares make no more than all.

use super::Entry;
use super::row::has_any;

/// "Asked to tick one box", "could choose only one answer": nobody gives two.
pub(super) fn is_one_answer(words: &str) -> bool {
    const ONE: &[&str] = &[" one ", " a single ", " only one ", " just one ", " the one "];
    const ANSWERS: &[&str] = &["box ", "answer ", "option ", "choice ", "reply ", "response "];
    const GIVEN: &[&str] =
        &[" tick ", " ticked ", " choose ", " chose ", " give ", " gave ", " pick ", " mark ", " allowed "];
    let is_one = |one: &&str| ANSWERS.iter().any(|answer| words.contains(&format!("{one}{answer}")));
    has_any(words, GIVEN) && ONE.iter().any(is_one) && !words.contains(" more than one ")
}

/// "Four reasons for the operations that were cancelled: no bed (46 per cent), …": as many shares as there are reasons, each
/// in its bracket. Of those who are asked, one may give several.
pub(super) fn are_counted_reasons(words: &str, shares: &[&Entry<'_>]) -> bool {
    const REASONS: &[&str] = &[" reasons ", " causes ", " categories ", " groups ", " types ", " sources "];
    const ASKED: &[&str] = &[" survey ", " asked ", " poll ", " respondents ", " said they "];
    const NUMBERS: &[&str] = &["three", "four", "five", "six", "seven"];
    let Some(colon) = words.find(" : ") else { return false };
    let number = NUMBERS.get(shares.len().wrapping_sub(3));
    let is_counted = number.is_some_and(|number| words[..colon].contains(&format!(" {number} ")));
    is_counted
        && has_any(&words[..=colon], REASONS)
        && shares.len() <= words[colon..].matches(" ( ").count()
        && !has_any(words, ASKED)
}

/// "62% had lost the whole crop, 19% part of it and 19% none", "40% felt better, 35% worse and 25% about the same", "54%
/// rated their care as good, 27% as fair and 31% as poor": answers from one end to the other, of which each gives one.
pub(super) fn is_graded(words: &str) -> bool {
    const ALL: &[&str] = &[" all ", " whole ", " entire ", " everything ", " most "];
    const SOME: &[&str] = &[" part ", " some ", " half "];
    const ENDS: &[[&str; 2]] = &[[" better ", " worse "], [" higher ", " lower "], [" safer ", " less safe "]];
    const MARKS: [&[&str]; 3] = [
        &[" good ", " excellent ", " satisfied ", " happy ", " outstanding "],
        &[" fair ", " average ", " neutral ", " adequate ", " satisfactory ", " neither "],
        &[" poor ", " bad ", " inadequate ", " dissatisfied ", " unhappy ", " terrible "],
    ];
    let is_none = words.trim_end().ends_with(" none .") || words.contains(" none at all ");
    let is_same = has_any(words, &[" the same ", " no difference ", " no change ", " unchanged "]);
    is_none && has_any(words, ALL) && has_any(words, SOME)
        || MARKS.iter().all(|mark| has_any(words, mark)) && !has_any(words, &[" or "])
        || is_same && ENDS.iter().any(|ends| ends.iter().all(|end| words.contains(end)))
}
