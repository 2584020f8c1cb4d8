//! A last part that is called what is left, with the parts before it, wherever they stand, and the number that they should
//! make: "will shed 64 posts … Planning loses 18 and housing 23. The other 20", "the last 35", "That leaves $1.3 billion".
//!
//! The word closes a list that runs from the nearest number above all of them to the rest, with nothing of its kind left out.
//! Where any run of numbers up to the rest makes the number before it, that is what the rest is of.

use rust_decimal::Decimal;

use super::super::quotient::{Bounds, Outcome};
use super::super::thing::{self, Fit};
use super::super::{RelationKind, follows};
use super::{Entry, Ledger, Relation, Story, is_amount, is_like, is_text, says_near};
use crate::language::{Token, TokenKind, is_one_of};
use crate::text::Span;

/// How many numbers a list may have.
const MOST: usize = 8;

/// So many parts, the rest among them, are a list.
const LIST: usize = 3;

/// How many sentences it may run over.
const REACH: usize = 5;

/// How far the parts may miss their total, in hundredths of it: what is farther off is of something else.
const FAR: i64 = 30;

/// Words by which parts overlap, or are not all told.
const OPEN: &[&str] =
    &["including", "includes", "included", "among", "also", "both", "earlier", "previously", "against", "compared"];

/// The totals that the parts up to a rest miss.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let closing = (LIST - 1..entries.len()).filter(|&at| is_part(story, &entries[at]) && closes(story, &entries[at]));
    closing.filter_map(|at| of_rest(story, &entries[..=at], ledger)).collect()
}

fn is_part(story: &Story, entry: &Entry<'_>) -> bool {
    is_amount(entry) && is_text(story, entry.figure.block)
}

/// "The other 20", "the remaining $30 million", "the last 35", "the rest, 710", "That leaves 48", "the balance of $3 million".
fn closes(story: &Story, entry: &Entry<'_>) -> bool {
    const DEFINITE: &[&str] = &["the", "its", "their", "his", "her", "other", "last", "final"];
    let figure = entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    if is_last_of_all(story, entry) {
        return true;
    }
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let word = |back: usize| before.len().checked_sub(back + 1).map_or("", |at| before[at].of(text));
    let is_named = |back: usize| is_one_of(word(back), &["rest", "balance", "remainder"]);
    match () {
        () if is_one_of(word(0), &["other", "remaining"]) => is_one_of(word(1), DEFINITE),
        // "Won 11 of their last 13", "in the last 20": of a stretch of time.
        () if is_one_of(word(0), &["last", "final"]) => {
            is_one_of(word(1), DEFINITE)
                && !is_one_of(word(2), &["of", "in", "over", "for", "from", "during", "at", "won", "lost"])
        }
        () if is_one_of(word(0), &["leaves", "left", "leaving"]) => true,
        () if is_one_of(word(0), &[",", "(", "–", "—", ":"]) => is_named(1),
        () if is_one_of(word(0), &["of"]) => is_one_of(word(1), &["balance", "remainder"]),
        () => false,
    }
}

/// "Quill had 1,292; no one else stood."
fn is_last_of_all(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let behind = Span::new(figure.number.end, story.sentences[figure.sentence].span.end.max(figure.number.end));
    let own = story.text_of(behind);
    let next = story.sentences.get(figure.sentence + 1).filter(|next| next.block == figure.block);
    let next = next.map_or("", |next| story.text_of(next.span));
    // Most sentences say nothing of the kind, and need not be put in small letters.
    let says_so =
        |text: &str| text.contains("one else") || text.contains("obody else") || text.contains("o other candidate");
    let has_number =
        story.tokens_behind(figure.sentence, figure.number.end).iter().any(|token| token.kind == TokenKind::Number);
    !has_number && (says_so(own) || says_so(next))
}

/// The number that the parts up to the last of `entries` all but make.
fn of_rest(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Option<Relation> {
    let rest = entries.last()?;
    let is_near = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        figure.block + 2 >= rest.figure.block
            && figure.sentence + REACH >= rest.figure.sentence
            && is_part(story, entry)
            && is_like(figure, rest.figure)
    };
    let near: Vec<&Entry<'_>> = entries.iter().rev().filter(is_near).take(MOST + 1).collect();
    let mut missed = None;
    for at in 2..near.len() {
        let (whole, parts) = (near[at], &near[..at]);
        let is_of =
            |part: &&Entry<'_>| whole.figure.unit.is_none() || thing::fit(whole.figure, part.figure) != Fit::Other;
        let parts: Vec<&Entry<'_>> = parts.iter().rev().copied().filter(is_of).collect();
        let outcome = reckon(whole, &parts)?;
        if outcome.holds || parts.len() < LIST && whole.figure.value == outcome.given.said {
            return None;
        }
        let is_wrong = is_total(whole, &parts) && is_missed(whole, &outcome) || has_slipped(whole, &parts);
        if missed.is_none() && is_wrong {
            missed = Some((whole, parts, outcome));
        }
    }
    let (whole, parts, outcome) = missed?;
    let is_free = !ledger.doubts(whole.claim) && !ledger.bears_out(whole.claim);
    let is_sound = is_free
        && !parts.iter().any(|part| ledger.bears_out(part.claim) || leaves_open(story, part))
        && !is_explained(story, whole, &parts, outcome.given.said);
    let operands = parts.iter().map(|part| part.claim).collect();
    is_sound.then(|| follows(RelationKind::Sum, whole.claim, operands, outcome))
}

fn reckon(whole: &Entry<'_>, parts: &[&Entry<'_>]) -> Option<Outcome> {
    let zero = Bounds::exactly(Decimal::ZERO);
    let given = parts.iter().try_fold(zero, |sum, part| sum.plus(Bounds::of(part.figure)?))?;
    Some(Outcome::of(Bounds::of(whole.figure)?, given))
}

/// Whether it is larger than all parts, and says what it counts or is no small number.
fn is_total(whole: &Entry<'_>, parts: &[&Entry<'_>]) -> bool {
    const LARGE: Decimal = Decimal::ONE_THOUSAND;
    let figure = whole.figure;
    let is_largest = parts.iter().all(|part| part.figure.value < figure.value);
    let is_before = parts.iter().all(|part| part.figure.sentence != figure.sentence);
    LIST <= parts.len() && is_largest && (figure.unit.is_some() || is_before && LARGE <= figure.value)
}

/// "Raised $18.5 billion … $11 million for a plant and the remaining $7.5 billion": one part is told in thousands of what it is.
fn has_slipped(whole: &Entry<'_>, parts: &[&Entry<'_>]) -> bool {
    let sum: Decimal = parts.iter().map(|part| part.figure.value).sum();
    let makes_it = |part: &&Entry<'_>| {
        let anew = part.figure.value.checked_mul(Decimal::ONE_THOUSAND);
        anew.is_some_and(|anew| sum - part.figure.value + anew == whole.figure.value)
    };
    2 <= parts.len() && parts.iter().any(makes_it)
}

fn is_missed(whole: &Entry<'_>, outcome: &Outcome) -> bool {
    let apart = (outcome.given.said - whole.figure.value).abs();
    whole.figure.value.checked_mul(Decimal::new(FAR, 2)).is_some_and(|most| apart <= most)
}

/// "Including 18", "also 20": right before a part.
fn leaves_open(story: &Story, part: &Entry<'_>) -> bool {
    const NEAR: usize = 8;
    says_near(story, part.figure, NEAR, OPEN, &[])
}

/// Whether people or things that stand in words make up for what the sum lacks: "a nun", "one of them", "a couple".
fn is_explained(story: &Story, whole: &Entry<'_>, parts: &[&Entry<'_>], sum: Decimal) -> bool {
    let lacks = whole.figure.value - sum;
    if lacks <= Decimal::ZERO {
        return false;
    }
    let (first, last) =
        (whole.figure.sentence, parts.last().map_or(whole.figure.sentence, |part| part.figure.sentence));
    let told: usize = (first..=last).map(|sentence| uncounted(story, sentence)).sum();
    lacks <= Decimal::from(told)
}

/// How many single ones a sentence may tell of, which are no figures.
fn uncounted(story: &Story, sentence: usize) -> usize {
    let text = story.text_of(story.blocks[story.sentences[sentence].block].span);
    let worth = |token: &Token| match token.of(text) {
        word if is_one_of(word, &["one", "another", "someone"]) => 1,
        word if is_one_of(word, &["couple", "pair"]) => 2,
        _ => 0,
    };
    story.tokens_in(story.sentences[sentence].span).iter().map(worth).sum()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_is_left_closes_a_list() {
        for (text, sound, broken) in [
            (
                "The council will close # libraries, Ek said.\n\nTowns lose 17 and villages 21. The other 14 are vans.",
                "52",
                "48",
            ),
            (
                "Police made # arrests, Ek said. On Friday there were 28 and on Saturday 31. The remaining 16 came later.",
                "75",
                "73",
            ),
            (
                "The fund holds $# million, Ek said. Shares make $41 million of it, bonds $26 million, and the rest, $13 million, is cash.",
                "80",
                "84",
            ),
            (
                "The ferry carried # people, Ek said. Twenty-two got off at Orm and 19 at Brae, with the last 30 going to Holm.",
                "71",
                "61",
            ),
            (
                "The clerk declared # valid votes. Brandt took 2,610 and Marsh 1,430, she said. The Green had 900; nobody else stood.",
                "4,940",
                "5,240",
            ),
            (
                "Sales came to $18.4 billion, Ek said. Phones were the bulk at $9.#1 billion. Homes put in $6.2 billion, and towers made up the balance of $3.1 billion.",
                "",
                "",
            ),
            (
                "They have 58 points from 27 games, Ek said. Two fewer than Orm. They won # of their last 13.",
                "11",
                "11",
            ),
        ] {
            for (number, is_wrong) in [(sound, false), (broken, sound != broken)] {
                let text = format!("Brae news\n\n{}", text.replace('#', number));
                let found = relations(&read(&text), RelationKind::Sum);
                assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
            }
        }
    }
}
