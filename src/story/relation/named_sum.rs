//! Finds a sum that comes back by its name with another number: "was fined £160,000 … the fine of £180,000", "a $2.4
//! million grant … the grant of $2.6 million".
//!
//! The name must stand right beside the first sum, and be of something that there is once. Where any figure of the story
//! bears the later sum out, it is another.

use rust_decimal::Decimal;

use super::conflict::{self, is_kin};
use super::manner::Manner;
use super::telling::{Dimension, Telling};
use super::{Relation, Story};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Token, TokenKind, WordList, is_one_of};

/// More sums than this are a table in prose; the bound keeps the step linear.
const MOST: usize = 48;

/// What a story tells of once.
const NAMES: WordList = WordList::of(&[
    "fine",
    "penalty",
    "grant",
    "gift",
    "loan",
    "ransom",
    "reward",
    "settlement",
    "award",
    "payout",
    "compensation",
    "damages",
    "bid",
    "offer",
    "bonus",
    "donation",
    "bequest",
    "bail",
    "bond",
    "prize",
    "jackpot",
    "fee",
    "deposit",
    "legacy",
    "bounty",
]);

/// Words by which there are several, or the later is another.
const OTHERS: WordList = WordList::of(&[
    "another",
    "second",
    "further",
    "additional",
    "maximum",
    "minimum",
    "each",
    "average",
    "previous",
    "earlier",
    "original",
    "initial",
    "first",
    "reduced",
    "cut",
    "raised",
    "increased",
    "than",
    "up",
    "instead",
    "if",
    "would",
]);

/// The sums that come back by name, each with the one that it contradicts.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    let sums: Vec<&Telling<'_>> = tellings.iter().filter(|telling| is_sum(telling)).take(MOST).collect();
    let found = sums.iter().enumerate().filter_map(|(number, again)| {
        let name = name_of(story, again)?;
        let is_told = |other: &&&Telling<'_>| other.entry.claim != again.entry.claim && again.is_borne_out_by(other);
        if tellings.iter().filter(|other| other.dimension == again.dimension).any(|other| is_told(&&other)) {
            return None;
        }
        let first = sums[..number].iter().find(|first| is_called(story, first, name) && is_near(first, again))?;
        let are_apart = [first, again].into_iter().any(|telling| is_of_others(story, telling));
        (!are_apart && conflict::is_one_place(story, first, again)).then(|| again.repeats(first, false))
    });
    found.collect()
}

fn is_sum(telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    matches!(telling.dimension, Dimension::Money(_))
        && figure.kind == FigureKind::Money
        && figure.modifier == Modifier::Plain
        && telling.is(Manner::MayBeContradicted)
}

/// "The fine of £180,000".
fn name_of<'a>(story: &'a Story, again: &Telling<'_>) -> Option<&'a str> {
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let [.., the, name, of] = before else { return None };
    let is_known = is_one_of(the.of(text), &["the", "that", "this"]) || the.is(Class::Possessive);
    let is_named = is_known && is_one_of(of.of(text), &["of"]) && NAMES.has(name, text);
    is_named.then(|| name.of(text))
}

/// "Fined £160,000", "a fine of £160,000", "a £160,000 fine".
fn is_called(story: &Story, first: &Telling<'_>, name: &str) -> bool {
    const NEAR: usize = 2;
    const REACH: usize = 6;
    let figure = first.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let behind = story.tokens_behind(figure.sentence, figure.span.end.max(figure.number.end));
    let mut near = before.iter().rev().take(NEAR).chain(behind.iter().take(NEAR));
    // "Fined the builder of the baths £160,000": whom it was done to may stand between.
    let clause = before.iter().rev().take(REACH).take_while(|token| token.kind == TokenKind::Word);
    let is_done = |token: &Token| token.of(text).ends_with("ed") && is_kin(token.of(text), name);
    near.any(|token| is_kin(token.of(text), name)) || clause.into_iter().any(is_done)
}

/// Within half as much again, and not the same.
fn is_near(first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, two) = (first.entry.figure, again.entry.figure);
    let (low, high) = (one.value.min(two.value), one.value.max(two.value));
    first.dimension == again.dimension
        && one.sentence != two.sentence
        && high * Decimal::TWO <= low * Decimal::from(3)
        && !first.is_borne_out_by(again)
}

fn is_of_others(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    story.tokens_in(story.sentences[figure.sentence].span).iter().any(|token| {
        // "Would have been higher" is said of it.
        let is_said = is_one_of(token.of(text), &["would", "if"])
            && figure.number.end < token.span.start + story.blocks[figure.block].span.start;
        OTHERS.has(token, text) && !is_said
    })
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_sum_that_comes_back_by_its_name_is_the_one_that_was_told() {
        let fined = "The trust was fined £160,000 on Monday after a man fell.";
        for (text, is_wrong) in [
            ("Ek said the fine of £180,000 would have been higher but for the plea.", true),
            ("Ek said the fine of £160,000 would have been higher but for the plea.", false),
            ("Ek said a fine of £180,000 had been asked for.", false),
            ("A mill was given another fine. Ek said the second fine of £180,000 was fair.", false),
            ("It had set £180,000 aside. Ek said the fine of £180,000 had been foreseen.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{fined}\n\n{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
