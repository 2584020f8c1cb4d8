//! Finds sums of money that come back with the same digits on another scale: "sold for $37.5 million", "the $37.5 billion".
//!
//! Two sums of one currency hardly ever have the same digits a thousand times apart by chance;
//! and where they do, the second is told as something new.

use rust_decimal::Decimal;

use super::manner::Manner;
use super::telling::{Dimension, Telling};
use super::{Relation, Story, conflict};
use crate::draft::Role;
use crate::extract::Modifier;
use crate::language::{Token, TokenKind, is_one_of};

/// More sums than this are a table in prose; the bound keeps the step linear.
const MOST: usize = 64;

/// The sums that contradict an earlier one by their scale alone.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    let large = tellings.iter().filter(|telling| telling.is(Manner::IsLargeSum)).take(MOST);
    let sums: Vec<(&Telling<'_>, i128)> = large.map(|telling| (telling, digits(telling.entry.figure.value))).collect();
    let is_once = |again: &Telling<'_>| {
        sums.iter().filter(|(other, _)| other.entry.figure.value == again.entry.figure.value).count() == 1
    };
    let found = sums.iter().enumerate().filter_map(|(number, (again, digits))| {
        let mut alike = sums[..number].iter().rev().filter(|(_, others)| others == digits).map(|(first, _)| first);
        let comes_back = || is_preceded_by(story, again, &["the", "that", "its", "this"]);
        let is_named = |first: &Telling<'_>| comes_back() && conflict::is_sum_of(story, first, again);
        let is_it = |first: &Telling<'_>| {
            let is_near = again.entry.figure.block <= first.entry.figure.block + 2 || is_precise(first);
            is_only_in_headline(story, first) || is_near && is_that_sum(story, again)
        };
        let is_headed = |first: &Telling<'_>| is_head(story, first.entry.figure.block);
        let first = alike.find(|first| {
            is_scaled(first, again) && (is_it(first) || is_well_known(story, first))
                || !is_headed(first) && is_slip(first, again, comes_back(), || is_named(first))
        });
        let first = first.filter(|_| is_once(again) && !is_new(story, again))?;
        // "A further £22m", and "the £22bn loan": what was new then is known now.
        let is_same = comes_back() && is_that_sum(story, again) && !is_for_each(story, first);
        ((is_same || !is_of_another(story, first)) && !is_of_another(story, again)).then(|| again.repeats(first, false))
    });
    found.collect()
}

/// The digits of a number without zeros at the end: what it has in common with itself on another scale.
pub(super) fn digits(value: Decimal) -> i128 {
    // Nearly all numbers are shorter, and their digits sooner told.
    if let Ok(mut digits) = i64::try_from(value.mantissa()) {
        while digits != 0 && digits % 10 == 0 {
            digits /= 10;
        }
        return digits.into();
    }
    let mut digits = value.mantissa();
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
    }
    digits
}

/// Whether a sum, or a count of something, is so large that it may be told on another scale.
pub(super) fn is_large_sum(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let is_counted = matches!(telling.dimension, Dimension::Count) && figure.unit.is_some();
    (matches!(telling.dimension, Dimension::Money(_)) || is_counted)
        && figure.value >= Decimal::from(1_000_000)
        && matches!(figure.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan)
        && (matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem) || is_head(story, figure.block))
}

fn is_head(story: &Story, block: usize) -> bool {
    matches!(story.blocks[block].role, Role::Headline | Role::Dek)
}

/// Whether a headline's sum stands nowhere in the story, so that the one with its digits must be meant.
fn is_only_in_headline(story: &Story, first: &Telling<'_>) -> bool {
    let figure = first.entry.figure;
    let is_told = |other: &crate::story::Placed<crate::extract::Figure>| {
        other.kind == figure.kind && !is_head(story, other.block) && other.interval.meets(figure.interval)
    };
    is_head(story, figure.block) && !story.figures.iter().any(is_told)
}

/// Whether a sum has more digits than one: such a one is kept in mind, and hardly met by chance.
fn is_precise(first: &Telling<'_>) -> bool {
    digits(first.entry.figure.value) > 9
}

/// Whether a sum of several digits is told in two places, so that the third can only mean the same.
fn is_well_known(story: &Story, first: &Telling<'_>) -> bool {
    let figure = first.entry.figure;
    let alike = story.figures.iter().filter(|other| other.kind == figure.kind && other.value == figure.value);
    let mut places: Vec<usize> = alike.map(|other| other.block).collect();
    places.dedup();
    // "£50m of the £50bn": round sums meet by chance.
    let is_round = digits(figure.value) <= 9 || digits(figure.value) % 5 == 0;
    !is_round && 2 <= places.len()
}

/// "The $40 billion programme", "half of the £2.5m": behind the article, what names nothing larger than the sum told before.
fn is_that_sum(story: &Story, again: &Telling<'_>) -> bool {
    const NOUNS: &[&str] = &[
        "programme",
        "program",
        "project",
        "plan",
        "scheme",
        "deal",
        "package",
        "loan",
        "contract",
        "grant",
        "investment",
        "sum",
        "debt",
        "bill",
        "fine",
        "settlement",
        "award",
        "sale",
        "purchase",
        "takeover",
        "bailout",
        "offer",
        "bid",
        "order",
        "payment",
        "pledge",
        "gift",
        "donation",
        "appeal",
        "levy",
        "subsidy",
        "payout",
        "prize",
        "jackpot",
        "cost",
        "price",
        "shortfall",
        "deficit",
        "gap",
        "saving",
        "savings",
        "cut",
        "cuts",
        "budget",
        "renovation",
        "upgrade",
        "redevelopment",
        "extension",
        "refurbishment",
        "development",
        "facility",
        "stadium",
        "hospital",
        "bridge",
        "link",
    ];
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let mut behind =
        story.tokens_behind(figure.sentence, figure.number.end).iter().skip_while(|token| token.of(text) == "-");
    let (next, second) = (behind.next(), behind.next());
    let is_noun = |token: &Token| is_one_of(token.of(text), NOUNS);
    // "The £36bn till plan": what the plan is about.
    let is_about = |token: &Token| token.of(text).starts_with(char::is_lowercase) && second.is_some_and(is_noun);
    let ends = |token: &Token| is_noun(token) || !token.of(text).starts_with(char::is_alphabetic) || is_about(token);
    is_preceded_by(story, again, &["the", "that", "this"]) && next.is_none_or(ends)
}

/// Whether two sums of one currency have the same digits a thousand or a million times apart.
fn is_scaled(first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, other) = (first.entry.figure, again.entry.figure);
    let times = one.value.max(other.value).checked_div(one.value.min(other.value));
    matches!(first.dimension, Dimension::Money(_))
        && first.dimension == again.dimension
        && one.sentence != other.sentence
        && times.is_some_and(|times| times == Decimal::ONE_THOUSAND || times == Decimal::from(1_000_000))
}

/// Whether the same digits stand in another sentence on another scale, among some of the same words.
/// One that comes back ("the £45bn road") needs a word less: the reader has met it. The name of the sum, which the first
/// says in another form ("write down", "the writedown"), is as good as such words.
fn is_slip(first: &Telling<'_>, again: &Telling<'_>, comes_back: bool, is_named: impl Fn() -> bool) -> bool {
    let (one, other) = (first.entry.figure, again.entry.figure);
    let times = || one.value.max(other.value).checked_div(one.value.min(other.value));
    let is_scale = || times().is_some_and(|times| times == Decimal::ONE_THOUSAND || times == Decimal::from(1_000_000));
    // Round sums meet by chance more often: "£45m of the £45bn".
    let wanted = if first.entry.number.contains('.') { 1 } else { 2 };
    let wanted = if comes_back { wanted - 1 } else { wanted };
    // "The 4.2 billion people of the delta", "the £6bn leisure centre": one digit, or a count, needs more words.
    let is_round = digits(one.value) <= 9;
    let is_count = matches!(first.dimension, Dimension::Count);
    let is_rare = !is_round && !is_count || comes_back && 2 <= first.shared(again);
    let unit = |figure: &crate::extract::Figure| figure.unit.as_ref().map(|unit| unit.head.clone());
    first.dimension == again.dimension
        && one.sentence != other.sentence
        && is_scale()
        && is_rare
        && (!is_count || unit(one) == unit(other))
        && (wanted <= first.shared(again) || is_named())
}

/// "Another £3.7bn", "£3.7m each". What only would be, or stands first in a row, keeps its scale.
fn is_of_another(story: &Story, telling: &Telling<'_>) -> bool {
    const NEAR: usize = 6;
    const OTHERS: &[&str] = &[
        "another",
        "other",
        "additional",
        "further",
        "extra",
        "separate",
        "different",
        "similar",
        "each",
        "per",
        "average",
    ];
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let mut near = before.iter().rev().take(NEAR).chain(behind.iter().take(NEAR));
    near.any(|token| is_one_of(token.of(text), OTHERS))
}

/// "£3.7m each", "£3.7m on average".
fn is_for_each(story: &Story, telling: &Telling<'_>) -> bool {
    const NEAR: usize = 6;
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start).iter().rev().take(NEAR);
    let behind = story.tokens_behind(figure.sentence, figure.number.end).iter().take(NEAR);
    // "£36m, or £30,000 for each till": of another sum.
    let behind = behind.take_while(|token| token.kind == TokenKind::Word);
    before.chain(behind).any(|token| is_one_of(token.of(text), &["each", "per", "average", "similar", "different"]))
}

/// "A £3.7bn fund": told as something that the reader does not know yet.
fn is_new(story: &Story, again: &Telling<'_>) -> bool {
    is_preceded_by(story, again, &["a", "an"])
}

fn is_preceded_by(story: &Story, telling: &Telling<'_>, words: &[&str]) -> bool {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    before.last().is_some_and(|word| is_one_of(word.of(text), words))
}
