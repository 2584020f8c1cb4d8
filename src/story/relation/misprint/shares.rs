//! Shares of one whole that make a little more than all of it, or less than a sentence beside them allows: "a shortage of staff
//! (48 per cent), closed rooms (27 per cent), beds (19 per cent) and other causes (16 per cent)", "46% wanted a shop, 31% flats
//! and 33% a car park. Everyone had one choice", "52 per cent … dams 12 and the nuclear station the other 17".
//!
//! Three shares or more that one sentence lists make a little more than a hundred only by mistake: where several answers are
//! allowed, they make much more.

use rust_decimal::Decimal;

use super::super::row::{has_any, spaced};
use super::super::whole::OTHERS;
use super::super::{RelationKind, exact, mixture};
use super::{Entry, Ledger, Relation, Story, is_text, says_near};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, TokenKind, is_one_of};
use crate::text::Span;

/// So many shares are a list.
const LIST: usize = 3;

/// More are a table read out.
const MOST: usize = 8;

/// What nobody may say of a whole twice.
const ONLY_ONE: &[&str] = &[
    " one choice ",
    " one answer ",
    " single answer ",
    " single choice ",
    " one vote each ",
    " no one else ",
    " nobody else ",
    " there were no others ",
];

/// What may be left beside the shares of a vote, and words that say that nothing is.
const LEFT: &[&str] =
    &[" spoiled ", " spoilt ", " invalid ", " blank ", " abstained ", " abstentions ", " undecided ", " disqualified "];
const NONE: &[&str] = &[" no ", " none ", " nobody ", " not one ", " without "];

/// Who has no answer is in no other share.
const UNSURE: &[&str] = &[
    " could not say ",
    " couldn’t say ",
    " unable to say ",
    " did not know ",
    " didn’t know ",
    " don’t know ",
    " did not say ",
    " not sure ",
    " unsure ",
    " undecided ",
    " no opinion ",
    " no view ",
    " neither ",
    " did not answer ",
];

/// Words by which the shares are not parts of one whole.
const APART: &[&str] = &[
    " more ",
    " men ",
    " women ",
    " from ",
    " against ",
    " by ",
    " gained ",
    " lost ",
    " up ",
    " down ",
    " swing ",
    " vat ",
    " discount ",
    " increase ",
    " decrease ",
    " rate ",
    " rates ",
    " respectively ",
    " while ",
    " whereas ",
    " margin ",
    " points ",
    " more than half ",
    " either ",
    " when ",
    " after ",
    " until ",
    " since ",
    " higher ",
    " lower ",
    " likely ",
    " too ",
    " percentage ",
    " on average ",
    " dropped ",
    " climbed ",
    " jumped ",
];

/// How a sentence opens that takes apart those of whom the one before tells.
const OF_THEM: &[&str] = &[" of those , ", " of these , ", " of them , ", " of the animals , ", " of the patients , "];

/// What happens only to those who did nothing else.
const GONE: &[&str] = &[" died ", " dropped out ", " withdrew ", " moved away ", " drowned ", " vanished "];

/// The shares that make more, or less, than their whole.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let sentences = entries.chunk_by(|one, other| one.figure.sentence == other.figure.sentence);
    let may_tell = |all: &&[Entry<'_>]| {
        is_text(story, all[0].figure.block) && all.iter().any(|entry| entry.figure.kind == FigureKind::Percentage)
    };
    let mut found: Vec<Relation> =
        sentences.filter(may_tell).filter_map(|all| of_sentence(story, all, ledger)).collect();
    let fractions =
        entries.iter().filter(|entry| entry.figure.kind == FigureKind::Share && ledger.is_free(entry.claim));
    found.extend(fractions.filter_map(|entry| rest_in_words(story, entries, entry)));
    found
}

/// "Half of its sales are in Orm and a third in Brae. The remaining quarter": a rest in words, in the sentence behind.
fn rest_in_words(story: &Story, entries: &[Entry<'_>], entry: &Entry<'_>) -> Option<Relation> {
    // A fraction in words stands for what is near it.
    const LOOSE: i64 = 7;
    let figure = entry.figure;
    let own = story.sentences[figure.sentence];
    let next = story.sentences.get(figure.sentence + 1).filter(|next| next.block == own.block)?;
    // Asked first: hardly any sentence opens with it.
    let opening = story.text_of(next.span);
    if figure.modifier != Modifier::Plain || !opening.starts_with("The ") {
        return None;
    }
    let behind = spaced(opening);
    let rest = mixture::part(behind.strip_prefix(" the remaining ")?.split_whitespace().next()?)?;
    let is_alone = |other: &Entry<'_>| {
        other.claim == entry.claim
            || other.figure.sentence != figure.sentence
            || !matches!(other.figure.kind, FigureKind::Share | FigureKind::Percentage)
    };
    let tail = spaced(story.text_of(Span::new(figure.number.end, own.span.end.max(figure.number.end))));
    let words: Vec<&str> = tail.split_whitespace().collect();
    let runs = words.windows(3).filter(|run| matches!(run[0], "a" | "one" | "and" | "another") && run[2] != "of");
    let others: Decimal = runs.filter_map(|run| mixture::part(run[1])).sum();
    let sum = figure.value + others + rest;
    let apart = (sum - Decimal::ONE_HUNDRED).abs();
    let is_wrong = !others.is_zero() && Decimal::from(LOOSE) < apart && apart <= Decimal::from(50);
    (is_wrong && entries.iter().all(is_alone) && !has_any(&tail, OTHERS)).then(|| {
        let left = Decimal::ONE_HUNDRED - (sum - figure.value);
        Relation { complete: false, ..exact(RelationKind::Shares, entry.claim, Vec::new(), left, false) }
    })
}

fn of_sentence(story: &Story, all: &[Entry<'_>], ledger: &Ledger) -> Option<Relation> {
    let shares = shares_of(story, all)?;
    let (last, others) = shares.split_last()?;
    if !shares.iter().all(|share| ledger.is_free(share.claim)) {
        return None;
    }
    let subtotal = subtotal(story, &shares);
    if subtotal.is_some() || opens_list(story, &shares) {
        return subtotal;
    }
    let sum: Decimal = shares.iter().map(|share| share.figure.value).sum();
    let slack = Decimal::new(5, 1) * Decimal::from(shares.len()) + Decimal::new(5, 1);
    let apart = sum - Decimal::ONE_HUNDRED;
    let words = told(story, all);
    let is_valid = || has_any(&words, &[" valid "]) && has_any(&words, &[" every ", " all "]);
    let is_only = || has_any(&words, ONLY_ONE) || has_any(&words, LEFT) && has_any(&words, NONE) || is_valid();
    let is_rest = || says_near(story, last.figure, 2, &["other", "remaining", "rest", "last", "final"], &[]);
    let is_near = slack < apart && apart <= Decimal::TEN;
    let is_over = LIST <= shares.len() && is_near && are_listed(story, &shares) && are_gapped(story, &shares);
    let is_other = || {
        let words = told_of(story, &shares);
        has_any(&words, OTHERS) || has_any(&words, APART)
    };
    // "… 12% that they had got ahead and 15% could not say"
    let is_exhaustive = || {
        let tail =
            spaced(story.text_of(Span::new(last.figure.number.end, story.sentences[last.figure.sentence].span.end)));
        // "Of those, 52 percent gained weight, 31 percent lost it and 27 percent died": whoever is gone did nothing else.
        let start = story.sentences[shares[0].figure.sentence].span.start;
        let opening = || spaced(story.text_of(Span::new(start, shares[0].figure.number.start.max(start))));
        let is_last_of_them = || has_any(&tail, GONE) && OF_THEM.iter().any(|of| opening().starts_with(of));
        let is_last = has_any(&tail, UNSURE) || is_last_of_them();
        LIST <= shares.len() && is_near && are_listed(story, &shares) && is_last
    };
    let is_wrong = is_exhaustive()
        || apart.abs() > slack && apart.abs() <= Decimal::from(40) && (is_only() || LIST <= shares.len() && is_rest())
        || is_over && !is_other();
    let left = Decimal::ONE_HUNDRED - (sum - last.figure.value);
    let operands = others.iter().map(|share| share.claim).collect();
    is_wrong.then(|| exact(RelationKind::Shares, last.claim, operands, left, false))
}

/// The shares of a sentence, the sign of which may be said once: "29 per cent, dams 12 and the nuclear station the other 17".
fn shares_of<'e, 'a>(story: &Story, all: &'e [Entry<'a>]) -> Option<Vec<&'e Entry<'a>>> {
    let first = all.iter().position(|entry| entry.figure.kind == FigureKind::Percentage)?;
    let shares: Vec<&Entry<'a>> = all[first..].iter().collect();
    let is_share = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let is_plain = figure.pair.is_none()
            && figure.value < Decimal::ONE_HUNDRED
            && matches!(figure.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly);
        is_plain && (figure.kind == FigureKind::Percentage || is_elided(story, entry))
    };
    (2 <= shares.len() && shares.len() <= MOST && shares.iter().all(is_share)).then_some(shares)
}

/// A bare number before a mark or an "and".
fn is_elided(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let next = story.tokens_behind(figure.sentence, figure.number.end).first();
    let is_bare = matches!(figure.kind, FigureKind::Count | FigureKind::Index) && figure.unit.is_none();
    is_bare && next.is_none_or(|next| matches!(next.of(text), "," | ";" | "." | ")" | "and"))
}

/// The words from the first share to the end of the sentence, without those that say of each share alike where it comes from.
fn told_of(story: &Story, shares: &[&Entry<'_>]) -> String {
    let (first, end) = (shares[0].figure.number.start, story.sentences[shares[0].figure.sentence].span.end);
    let words = spaced(story.text_of(Span::new(first, end.max(first)))).replace(" would ", " ");
    let is_of_all = |word: &&str| shares.len() <= words.matches(*word).count();
    let of_all: Vec<&str> = [" from ", " by "].into_iter().filter(is_of_all).collect();
    of_all.into_iter().fold(words.clone(), |words, word| words.replace(word, " "))
}

/// The sentence of the figures and the next one in its paragraph, in small letters.
fn told(story: &Story, all: &[Entry<'_>]) -> String {
    let (sentence, block) = (all[0].figure.sentence, all[0].figure.block);
    let own = story.sentences[sentence].span;
    let next = story.sentences.get(sentence + 1).filter(|next| next.block == block);
    spaced(story.text_of(next.map_or(own, |next| own.to(next.span))))
}

/// Whether the shares stand in one list, no farther apart than a phrase, with an "and" before the last.
fn are_listed(story: &Story, shares: &[&Entry<'_>]) -> bool {
    const FAR: usize = 12;
    let text = story.text_of(story.blocks[shares[0].figure.block].span);
    let gap = |pair: &[&Entry<'_>]| {
        let (start, end) = (pair[0].figure.number.end, pair[1].figure.number.start);
        story.tokens_in(Span::new(start, end.max(start)))
    };
    let is_near = |pair: &[&Entry<'_>]| {
        let tokens = gap(pair);
        tokens.len() <= FAR && tokens.iter().any(|token| matches!(token.of(text), "," | ";" | "and" | ")"))
    };
    let is_last = |pair: &[&Entry<'_>]| gap(pair).iter().any(|token| is_one_of(token.of(text), &["and"]));
    shares.windows(2).all(is_near) && shares.windows(2).last().is_some_and(is_last)
}

/// Whether the first share alone has a verb, or a bracket holds each: "46% wanted a shop, 31% flats and 33% a car park". Where each
/// has its own ("45% own a car, 38% own a boat"), one may do both.
fn are_gapped(story: &Story, shares: &[&Entry<'_>]) -> bool {
    let text = story.text_of(story.blocks[shares[0].figure.block].span);
    let behind = |share: &Entry<'_>| story.tokens_behind(share.figure.sentence, share.figure.number.end);
    let word = |share: &Entry<'_>, at: usize| behind(share).get(at).map_or("", |token| token.of(text));
    let is_bracketed = |share: &&&Entry<'_>| says_near(story, share.figure, 1, &["("], &[]);
    if shares.iter().all(|share| is_bracketed(&share)) {
        return true;
    }
    // "Holm took 46 percent, Ek 31 and the farmer Ivo Brand 33": said once.
    if shares[1..].iter().all(|share| is_elided(story, share)) {
        return true;
    }
    let first = word(shares[0], 0);
    let has_verb = !matches!(first, "," | ";" | "and") && !matches!(word(shares[0], 1), "," | ";" | "and" | "");
    let is_same = |share: &&Entry<'_>| word(share, 0) == first;
    let is_compared = |share: &&Entry<'_>| {
        let word = word(share, 0);
        is_one_of(word, &["more", "less", "fewer"]) || word.ends_with("er") && word.len() > 5
    };
    let has_own = |share: &&Entry<'_>| {
        behind(share).first().is_some_and(|token| token.is(Class::Past) || token.is(Class::Be) || token.is(Class::Have))
    };
    let rest = &shares[1..];
    has_verb && !rest.iter().any(is_same) && !rest.iter().any(has_own) && !shares.iter().any(is_compared)
}

/// Whether a colon or a dash behind the first share opens a list of its parts.
fn opens_list(story: &Story, shares: &[&Entry<'_>]) -> bool {
    let text = story.text_of(story.blocks[shares[0].figure.block].span);
    let (start, end) = (shares[0].figure.number.end, shares[1].figure.number.start);
    let gap = story.tokens_in(Span::new(start, end.max(start)));
    gap.iter().any(|token| token.of(text) == ":" || token.kind == TokenKind::Dash)
}

/// "Three lenders hold 62 per cent: Heritage with 27 per cent, Mutual with 21 and Baraka with 16".
fn subtotal(story: &Story, shares: &[&Entry<'_>]) -> Option<Relation> {
    let (whole, parts) = shares.split_first()?;
    // "20 percent in Ayr and 30 percent in Troon": what a whole is in its parts does not add up.
    let is_placed = |part: &&Entry<'_>| says_near(story, part.figure, 1, &[], &["in", "of", "among"]);
    if parts.len() < LIST || !opens_list(story, shares) || !are_listed(story, parts) || parts.iter().any(is_placed) {
        return None;
    }
    let sum: Decimal = parts.iter().map(|part| part.figure.value).sum();
    let apart = (sum - whole.figure.value).abs();
    // Each is rounded by itself, and hardly ever all the same way.
    let slack = Decimal::new(3, 1) * Decimal::from(shares.len());
    let is_other = || has_any(&spaced(story.text_of(story.sentences[whole.figure.sentence].span)), OTHERS);
    let is_larger = parts.iter().all(|part| part.figure.value < whole.figure.value);
    let is_near = apart <= whole.figure.value * Decimal::new(15, 2);
    let operands = parts.iter().map(|part| part.claim).collect();
    (is_larger && slack < apart && is_near && !is_other())
        .then(|| exact(RelationKind::Sum, whole.claim, operands, sum, false))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn shares_of_one_whole_make_no_more_than_all_of_it() {
        for (text, sound, broken) in [
            (
                "Crops fell to frost (46 per cent), hail (31 per cent), slugs (18 per cent) and others (# per cent), Ek said.",
                "5",
                "15",
            ),
            (
                "Asked how they travel, 51 percent named the bus, 37 percent a car and # percent the train, Ek said.",
                "12",
                "22",
            ),
            (
                "To pay for it, 44 percent would come from the fund, 38 percent from bonds and # percent from tolls.",
                "18",
                "28",
            ),
            ("Coal gave 61 per cent, Ek said; wind gave 21 per cent, dams 9 and the gas plant the other #.", "9", "19"),
            (
                "The count was on Friday: 57 percent voted to strike, # percent to wait. No ballot was spoiled, Ek said.",
                "43",
                "33",
            ),
            ("Half of the crop goes to Orm and a quarter to Brae. The remaining # feeds pigs.", "quarter", "third"),
            (
                "Asked what they own, 45 percent own a car, 38 percent own a bicycle and # percent own a boat.",
                "25",
                "25",
            ),
            ("The paint is 40 percent cheaper, 35 percent lighter and # percent tougher, Ek said.", "30", "30"),
        ] {
            for (number, is_wrong) in [(sound, false), (broken, sound != broken)] {
                let text = format!("Brae news\n\n{}", text.replace('#', number));
                let found = relations(&read(&text), RelationKind::Shares);
                assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
            }
        }
    }
}
