//! A headline's number that stands nowhere below it, where the first paragraphs have one that looks like it, or two that make
//! one: "bill hits £3.8m" over "will cost £3.4 million", "70 limes to fall" over "17 of them", "96,000 without power" over
//! "41,000 homes and another 28,000".
//!
//! A headline tells what the first paragraphs say. So the first number there of its kind that has all its digits but one, or
//! two of them swapped, is the one that it means, whatever the words.

use rust_decimal::Decimal;

use super::conflict::is_set_apart;
use super::headline_parts::{Parts, is_known, lede, parted};
use super::telling::{Dimension, Telling};
use super::{Relation, RelationKind, Story, exact, solver, thing};
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::{TokenKind, is_one_of};
use crate::story::Placed;

/// Parts of smaller sums are met by chance.
const LARGE: i64 = 1_000;

/// The numbers of headline and dek that only a like one below accounts for, but for those `known` already.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>], known: &[Relation]) -> Vec<Relation> {
    let Some(Parts { heads, body }) = parted(story, tellings) else { return Vec::new() };
    let is_only = |head: &Telling<'_>| {
        let block = head.entry.figure.block;
        heads.iter().filter(|other| other.entry.figure.block == block && is_like(other, head)).count() == 1
    };
    let Some(&last) = lede(story).last() else { return Vec::new() };
    let stated = heads.iter().filter(|head| is_stated(story, head) && is_only(head) && !is_known(head, known));
    let stated = stated.filter(|head| !body.iter().any(|body| bears_out(head, body)));
    let found = stated.filter_map(|head| {
        let like: Vec<&Telling<'_>> = body.iter().copied().filter(|body| is_like(head, body)).collect();
        let lede: Vec<&Telling<'_>> = like.iter().copied().filter(|body| body.entry.figure.block <= last).collect();
        mistyped(story, head, &like, &lede).or_else(|| sum_of(story, head, &lede))
    });
    found.collect()
}

/// A plain amount, or a count of ten or more.
fn is_stated(story: &Story, head: &Telling<'_>) -> bool {
    let figure = head.entry.figure;
    let is_amount = matches!(figure.kind, FigureKind::Money | FigureKind::Measure | FigureKind::Duration);
    let is_count = figure.kind == FigureKind::Count && Decimal::TEN <= figure.value;
    (is_amount || is_count)
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && figure.pair.is_none()
        && !story.text_of(figure.number).ends_with('s')
        && !is_joined(story, figure)
        && !is_set_apart(story, head)
        && !story.is_quoted(figure.number)
}

/// "The 50-year wait".
fn is_joined(story: &Story, figure: &Placed<Figure>) -> bool {
    let text = story.text_of(story.blocks[figure.block].span);
    let next = story.tokens_behind(figure.sentence, figure.number.end).first();
    figure.kind == FigureKind::Count && next.is_some_and(|token| matches!(token.of(text), "-" | "‑" | "–"))
}

/// Whether both are of one dimension; of counts, only people are called by several nouns.
fn is_like(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    let (one, two) = (head.entry.figure, body.entry.figure);
    let is_one_noun = || match (&one.unit, &two.unit) {
        (Some(one), Some(two)) => thing::unit_set(&one.head) == thing::unit_set(&two.head),
        _ => true,
    };
    let are_people = || thing::counts_people(one) && thing::counts_people(two);
    head.dimension == body.dimension
        && one.kind == two.kind
        && (head.dimension != Dimension::Count || is_one_noun() || are_people())
}

/// Whether a number of the story is the headline's, rounded or not, whatever it counts.
fn bears_out(head: &Telling<'_>, body: &Telling<'_>) -> bool {
    head.dimension == body.dimension
        && (head.is_borne_out_by(body) || head.entry.figure.value == body.entry.figure.value)
}

/// The first number of the first paragraphs, if the headline's is that mistyped.
fn mistyped(story: &Story, head: &Telling<'_>, like: &[&Telling<'_>], lede: &[&Telling<'_>]) -> Option<Relation> {
    let is_count = head.dimension == Dimension::Count;
    let first = lede.iter().find(|body| !is_count || Decimal::TEN <= body.entry.figure.value)?;
    let (one, two) = (head.entry.figure, first.entry.figure);
    let is_slip = solver::is_digit_slip(one.value, two.value) && 2 <= digits(one.value).min(digits(two.value));
    let is_turned = || is_slip && solver::is_transposed(one, two);
    // "Seven teens": 17 is heard as 70.
    let is_heard = || is_count && are_teen_and_ty(one.value, two.value);
    let is_told = one.unit.is_some() && two.unit.is_some() && head.counts_like(first);
    let are_one = match head.dimension {
        Dimension::Count => is_heard() || is_turned() || is_slip && is_told && 0 < head.shared(first),
        _ => is_slip && 0 < head.shared(first) || is_turned() || is_scaled(one.value, two.value),
    };
    let is_open = head.event.is_none() || is_heard() && first.event.is_none();
    let is_one_event = !is_count || is_open || thing::is_one_event(head.event, first.event);
    let is_plain = matches!(two.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan);
    let is_so = are_one && is_one_event && is_plain && !is_set_apart(story, first) && !is_worked_out(head, like);
    is_so.then(|| head.repeats(first, false))
}

/// "201bn years" over "201 million years": the same digits, of which more than two say something, on another scale.
fn is_scaled(one: Decimal, two: Decimal) -> bool {
    let scales = [1_000, 1_000_000, 1_000_000_000_i64].map(Decimal::from);
    let (low, high) = (one.min(two), one.max(two));
    2 < digits(one) && scales.iter().any(|&scale| low.checked_mul(scale) == Some(high))
}

/// How many digits of a number say something.
fn digits(value: Decimal) -> usize {
    let digits = value.normalize().to_string();
    digits.trim_end_matches('0').trim_start_matches(['0', '.']).bytes().filter(u8::is_ascii_digit).count()
}

/// 17 and 70, 13 and 30.
fn are_teen_and_ty(one: Decimal, other: Decimal) -> bool {
    let (low, high) = (one.min(other), one.max(other));
    (13..=19).any(|teen| low == Decimal::from(teen) && high == Decimal::from((teen - 10) * 10))
}

/// Whether two numbers of one paragraph make the headline's.
fn is_worked_out(head: &Telling<'_>, like: &[&Telling<'_>]) -> bool {
    let Some(wanted) = head.rounded else { return false };
    let blocks = like.chunk_by(|one, other| one.entry.figure.block == other.entry.figure.block);
    blocks.into_iter().any(|block| {
        block.iter().enumerate().any(|(at, one)| {
            let mut others = block[at + 1..].iter().take(6);
            others.any(|other| solver::gives(head.entry.figure, wanted, one.entry.figure, other.entry.figure))
        })
    })
}

/// "41,000 homes … and in the hills another 28,000": two that are added up, of which the headline has the sum mistyped.
fn sum_of(story: &Story, head: &Telling<'_>, lede: &[&Telling<'_>]) -> Option<Relation> {
    let figure = head.entry.figure;
    let large = |body: &&&Telling<'_>| Decimal::from(LARGE) <= body.entry.figure.value;
    let lede: Vec<&Telling<'_>> = lede.iter().filter(large).copied().collect();
    let [one, two] = lede[..] else { return None };
    let total = one.entry.figure.value.checked_add(two.entry.figure.value)?;
    let is_amount =
        [one, two].iter().all(|part| part.entry.figure.modifier == Modifier::Plain && part.entry.figure.pair.is_none());
    let is_so =
        is_amount && is_added(story, two) && figure.value != total && solver::is_digit_slip(figure.value, total);
    is_so.then(|| exact(RelationKind::Sum, head.entry.claim, vec![one.entry.claim, two.entry.claim], total, false))
}

/// "Another 28,000", "a further 28,000", "28,000 more".
fn is_added(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start).iter().rev().take(2);
    let behind = story.tokens_behind(figure.sentence, figure.number.end).iter().take(2);
    let mut behind = behind.take_while(|token| token.kind == TokenKind::Word);
    before.into_iter().any(|token| is_one_of(token.of(text), &["another", "further", "additional"]))
        || behind.any(|token| is_one_of(token.of(text), &["more", "others"]))
}

#[cfg(test)]
mod tests {
    use crate::story::testing::read;

    fn wrong(text: &str) -> bool {
        read(text).relations().iter().any(|relation| !relation.holds)
    }

    #[test]
    fn a_headline_has_the_digits_of_its_story() {
        for (text, is_wrong) in [
            (
                "Brae clean-up bill hits £3.8m\n\nClearing the dump at Brae will cost £3.4 million, twice the £1.75 million set aside, a meeting heard.",
                true,
            ),
            (
                "Brae clean-up bill hits £3.4m\n\nClearing the dump at Brae will cost £3.4 million, twice the £1.75 million set aside, a meeting heard.",
                false,
            ),
            (
                "Council to fell 70 limes\n\nMost of the limes in Mill Lane will come down, the council said. Ada Ek said 17 of them were hollow and the other four would be kept.",
                true,
            ),
            (
                "Council to fell 17 limes\n\nMost of the limes in Mill Lane will come down, the council said. Ada Ek said 17 of them were hollow and the other four would be kept.",
                false,
            ),
            (
                "Storm cuts off 96,000\n\nThe wind took down lines in Brae.\n\nOn the coast 41,000 homes were dark, Ada Ek said, and inland another 28,000.",
                true,
            ),
            (
                "Storm cuts off 69,000\n\nThe wind took down lines in Brae.\n\nOn the coast 41,000 homes were dark, Ada Ek said, and inland another 28,000.",
                false,
            ),
            ("Miners freed after 83 hours\n\nFour men walked out of a pit in Brae after 38 hours underground.", true),
            ("Miners freed after 38 hours\n\nFour men walked out of a pit in Brae after 38 hours underground.", false),
            ("Council saves £3.8m\n\nThe council of Brae spent £9.6m and took £5.8m, Ada Ek said.", false),
        ] {
            assert_eq!(wrong(text), is_wrong, "{text}");
        }
    }
}
