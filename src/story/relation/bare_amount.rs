//! Knows a sum or a measure that comes back without a noun that says which: "the £46,000 would be spent on carers", "the
//! $3.4 million he must pay back", "the 1,200 acres lie in a valley".

use super::Story;
use super::owned::words_before;
use super::telling::{Dimension, Telling};
use crate::extract::FigureKind;
use crate::language::{Class, Classes, Token, TokenKind, WordList, is_one_of};

/// What any sum may be called.
const SUMS: &[&str] = &[
    "deal",
    "bill",
    "fine",
    "sum",
    "price",
    "cost",
    "takeover",
    "sale",
    "purchase",
    "offer",
    "bid",
    "order",
    "contract",
    "grant",
    "loan",
    "gift",
    "donation",
    "award",
    "settlement",
    "payout",
    "package",
    "buyback",
    "bailout",
    "penalty",
    "verdict",
    "judgment",
    "debt",
    "overspend",
    "shortfall",
    "ransom",
    "subsidy",
];

/// "The £46,000 would be spent on carers", "half of the £2.6m.", "the $48 million deal": no noun behind it says which sum.
pub(super) fn is_bare_sum(story: &Story, again: &Telling<'_>) -> bool {
    const GOES_ON: Classes = Classes::of(&[Class::Be, Class::Have, Class::Modal]);
    let figure = again.entry.figure;
    if !matches!(again.dimension, Dimension::Money(_)) || figure.kind != FigureKind::Money {
        return false;
    }
    let text = story.text_of(story.blocks[figure.block].span);
    let before = words_before(story, again);
    let is_known = before.last().is_some_and(|word| is_one_of(word.of(text), &["the", "that"]));
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    is_known
        && behind.first().is_none_or(|token| {
            token.kind != TokenKind::Word && token.of(text) != "-"
                || token.classes.meets(GOES_ON)
                || is_one_of(token.of(text), &["by"])
                || is_one_of(token.of(text), SUMS)
                || is_yearly(behind, text)
                || is_owed(behind, text)
        })
}

/// "The $3.4 million he must pay back", "the €2.7 million the club owes": what somebody owes or was told to pay.
fn is_owed(behind: &[Token], text: &str) -> bool {
    const NEAR: usize = 8;
    const OWES: WordList = WordList::of(&["owe", "owed", "owes", "pay", "repay", "refund", "forfeit", "return"]);
    let opens = behind.first().is_some_and(|token| {
        token.is(Class::Pronoun) || token.is(Class::Determiner) || token.capital || is_one_of(token.of(text), &["that"])
    });
    let clause = behind.iter().take(NEAR).take_while(|token| token.kind == TokenKind::Word);
    opens && clause.skip(1).any(|token| OWES.has(token, text))
}

/// "The 1,200 acres lie in a valley": nothing behind it says which.
pub(super) fn is_bare_measure(story: &Story, again: &Telling<'_>) -> bool {
    const LEAST: i64 = 100;
    const OTHERS: Classes = Classes::of(&[Class::Preposition, Class::Relative, Class::Participle, Class::Coordinator]);
    let figure = again.entry.figure;
    if !matches!(again.dimension, Dimension::Measure(_))
        || figure.kind != FigureKind::Measure
        || figure.value < LEAST.into()
    {
        return false;
    }
    let text = story.text_of(story.blocks[figure.block].span);
    let is_known = words_before(story, again).last().is_some_and(|word| is_one_of(word.of(text), &["the", "those"]));
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    let is_verb = |token: &Token| !token.classes.meets(OTHERS) && !is_one_of(token.of(text), &["of", "that", "-"]);
    is_known && behind.first().is_some_and(|token| token.kind == TokenKind::Word && is_verb(token))
}

/// "The £6.2m a year in fees", "the £6.2m a year was".
fn is_yearly(behind: &[Token], text: &str) -> bool {
    let word = |at: usize| behind.get(at).map_or("", |token| token.of(text));
    matches!(word(0), "a" | "per") && matches!(word(1), "day" | "month" | "week" | "year")
}
