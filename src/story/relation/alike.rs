//! Finds a number that is told twice in nearly the same words with its digits mistyped: "four donations that totalled $2.35
//! million", and further down "four donations totalling $3.25 million".
//!
//! No article and no event needs to say that one thing is meant: the words around both numbers do.

use rust_decimal::Decimal;
use smallvec::SmallVec;

use super::conflict::{
    has_one_unit, is_led_apart, is_of_another_thing, is_one_day, is_one_place, is_one_voice, is_recalled_apart,
    is_set_apart, is_unexplained, names_another_month, names_another_place,
};
use super::counted_again::is_then_and_now;
use super::elsewhere::{is_of_a_year, is_of_another_place};
use super::manner::Manner;
use super::telling::{Dimension, Stem, Telling, is_telling};
use super::{Relation, Story, solver};
use crate::draft::Role;
use crate::extract::Modifier;
use crate::language::{Class, Token, WordList};

/// More figures than this are a data dump; the bound keeps the step small.
const MOST: usize = 96;

/// How many words before and behind a number are those around it.
const NEAR: usize = 9;

/// Fewer words in common are those of the subject, and of any of its numbers.
const FEWEST: usize = 3;

/// How many sentences on a number is told at once.
const NEXT: usize = 3;

/// The words around a number.
type Around = SmallVec<[Stem; 16]>;

/// The figures that are told of what an earlier one tells, with two digits swapped, one wrong, or on another scale.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    let plain: Vec<&Telling<'_>> = tellings.iter().filter(|telling| is_plain(story, telling)).take(MOST).collect();
    let pairs = plain.iter().enumerate().flat_map(|(number, again)| {
        let before = plain[..number].iter().rev().filter(|first| is_mistyped(first, again));
        before.map(move |first| (*first, *again))
    });
    let mut found: Vec<Relation> = Vec::new();
    for (first, again) in pairs {
        let is_known = || found.iter().any(|known| known.stated == again.entry.claim);
        if are_told_alike(story, first, again)
            && is_one_thing(story, first, again)
            && is_unexplained(tellings, first, again)
            && !is_told_again(tellings, again)
            && !is_known()
        {
            found.push(again.repeats(first, false));
        }
    }
    found
}

fn is_plain(story: &Story, telling: &Telling<'_>) -> bool {
    let figure = telling.entry.figure;
    let role = story.blocks[figure.block].role;
    let is_text = role.is_prose() || role.is_heading() || role == Role::Caption;
    is_text
        && telling.dimension != Dimension::Part
        && Decimal::TEN <= figure.value.mantissa().into()
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan)
        && !telling.is(Manner::IsAnother)
        && !is_led_apart(story, telling)
}

/// Whether the two differ as a slip of the finger leaves them.
fn is_mistyped(first: &Telling<'_>, again: &Telling<'_>) -> bool {
    first.dimension == again.dimension
        && first.entry.figure.sentence != again.entry.figure.sentence
        && first.entry.figure.value != again.entry.figure.value
        && solver::is_slip(first.entry.figure, again.entry.figure)
}

/// Whether many of the words around one of the two stand around the other as well. Where digits are swapped a few tell
/// enough, and of what the reader knows already one.
fn are_told_alike(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (one, other) = (around(story, first), around(story, again));
    let shared = one.iter().filter(|stem| other.contains(stem)).count();
    let (figure, again_figure) = (first.entry.figure, again.entry.figure);
    let is_swapped = solver::is_transposed(figure, again_figure);
    let is_rescaled = solver::is_scale_slip(figure, again_figure);
    // "₹1,200 crore …. The ₹1,200-lakh project": the same digits on another scale, right behind.
    let is_next = again_figure.sentence <= figure.sentence + NEXT && figure.sentence < again_figure.sentence;
    if is_rescaled && is_next && is_definite(story, again) && is_undertaking(story, again) {
        return true;
    }
    if is_definite(story, again) && is_named_alike(first, again, &one, &other) {
        let is_unit_shared = names_unit(again, &one) && names_unit(again, &other);
        // Of two sums a digit apart, one word in common is that of the business: "the first bid", "the £3.6m bid".
        let is_digit_of_sum = first.dimension != Dimension::Count && !is_swapped && !is_rescaled;
        return usize::from(is_unit_shared) + usize::from(is_digit_of_sum) < shared;
    }
    let is_most = one.len().min(other.len()) <= 2 * shared;
    let is_head = story.blocks[first.entry.figure.block].role.is_heading();
    FEWEST <= shared
        && (is_swapped || is_most && (is_head || FEWEST < shared))
        && !are_in_a_row(story, first, again, &one, &other)
}

/// "The bank lent the mill £1.2m", "the bank lent the dock £2.1m": the words right before the numbers, or right behind
/// them, tell the two apart.
fn are_in_a_row(story: &Story, first: &Telling<'_>, again: &Telling<'_>, one: &[Stem], other: &[Stem]) -> bool {
    let ([before, behind], [other_before, other_behind]) = (beside(story, first), beside(story, again));
    let differ = |own: Option<Stem>, others: Option<Stem>| {
        own.zip(others).is_some_and(|(own, others)| !other.contains(&own) && !one.contains(&others))
    };
    differ(before, other_before) || differ(behind, other_behind)
}

/// The words nearest to a number that mean something, before and behind it.
fn beside(story: &Story, telling: &Telling<'_>) -> [Option<Stem>; 2] {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let before = before.iter().rev().find(|token| is_telling(token));
    let behind = behind.iter().find(|token| is_telling(token));
    [before, behind].map(|token| token.and_then(|token| Stem::of(token.of(text))))
}

/// "The $3.4 million he must pay back", "each of the 26 coaches": the article says that the reader knows it.
fn is_definite(story: &Story, again: &Telling<'_>) -> bool {
    const KNOWN: WordList = WordList::of(&["the", "those", "these", "that", "all"]);
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.span.start.min(figure.number.start));
    let is_known = |back: usize| before.len().checked_sub(back).is_some_and(|at| KNOWN.has(&before[at], text));
    // "The surety of Rs 45 crore"
    is_known(1) || is_known(3) && before.last().is_some_and(|word| word.reads_any(text, &["of"]))
}

/// "The ₹1,200-lakh | project": what the sum is for, and no trade or market that is worth so much.
fn is_undertaking(story: &Story, again: &Telling<'_>) -> bool {
    const UNDERTAKINGS: WordList = WordList::of(&[
        "bond",
        "contract",
        "deal",
        "expansion",
        "facility",
        "fund",
        "investment",
        "loan",
        "package",
        "plan",
        "programme",
        "program",
        "project",
        "purchase",
        "scheme",
        "upgrade",
    ]);
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    // The noun is the next word, or the one behind the scale.
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    behind.iter().take(3).any(|noun| UNDERTAKINGS.has(noun, text))
}

/// Whether both count one thing, or what one counts stands beside the other; of sums, whether a word stands beside both.
fn is_named_alike(first: &Telling<'_>, again: &Telling<'_>, one: &[Stem], other: &[Stem]) -> bool {
    match first.dimension {
        Dimension::Count => has_one_unit(first, again) || names_unit(first, other) || names_unit(again, one),
        _ => true,
    }
}

/// Whether what a figure counts is one of these words.
fn names_unit(telling: &Telling<'_>, around: &[Stem]) -> bool {
    let unit = telling.entry.figure.unit.as_ref().and_then(|unit| Stem::of(&unit.head));
    unit.is_some_and(|unit| around.contains(&unit))
}

/// The words around a number that mean something, each once.
fn around(story: &Story, telling: &Telling<'_>) -> Around {
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    // Whoever speaks, somebody says it.
    let tells = |token: &&Token| is_telling(token) && !token.is(Class::Say);
    let near = before.iter().rev().filter(tells).take(NEAR).chain(behind.iter().filter(tells).take(NEAR));
    let mut stems: Around = near.filter_map(|token| Stem::of(token.of(text))).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

fn is_one_thing(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let same_noun = || {
        let (one, other) = (around(story, first), around(story, again));
        is_definite(story, again) && is_named_alike(first, again, &one, &other)
    };
    // "Of a surety of £4m in 2021 … The surety": what is known may have been told with a year, or with "may" and "will".
    let is_apart = || {
        if is_definite(story, again) {
            return is_of_others(story, again);
        }
        is_set_apart(story, first) || is_recalled_apart(story, again) || is_of_a_year(story, first)
    };
    // "Four votes for Lund, 31 for Moss": what neither names is the next thing in a list.
    let names_thing = [first, again].iter().any(|telling| telling.entry.figure.unit.is_some());
    let is_same_count = || has_one_unit(first, again) || first.shares_noun(again) || same_noun();
    (again.dimension != Dimension::Count || names_thing && is_same_count())
        && is_one_place(story, first, again)
        && is_one_day(story, first, again)
        && (is_one_voice(story, first, again) || !story.is_quoted(again.entry.figure.number))
        && !is_apart()
        && !is_then_and_now(story, first, again)
        && !names_another_place(story, first, again)
        && !is_of_another_place(story, first, again)
        && !is_of_a_year(story, again)
        && !names_another_month(story, first, again)
        && !is_of_another_thing(story, first, again)
        && !is_of_change(story, first)
        && !is_of_change(story, again)
}

/// "The 381 homes lost in the previous fire": words behind the number have it be another.
fn is_of_others(story: &Story, again: &Telling<'_>) -> bool {
    const OTHERS: WordList =
        WordList::of(&["another", "earlier", "former", "last", "next", "other", "previous", "second", "separate"]);
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    behind.iter().take(NEAR).any(|token| OTHERS.has(token, text))
}

/// "Rose to 54", "from 45": one of two levels.
fn is_of_change(story: &Story, telling: &Telling<'_>) -> bool {
    const WAYS: WordList = WordList::of(&["from", "to", "than", "against", "versus", "compared", "between"]);
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let is_way = |token: &Token| WAYS.has(token, text);
    before.last().is_some_and(is_way)
}

/// Whether the later number is told once more: a number of its own, and no slip.
fn is_told_again(tellings: &[Telling<'_>], again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let is_same = |other: &&Telling<'_>| {
        other.dimension == again.dimension
            && other.entry.figure.value == figure.value
            && other.entry.figure.sentence != figure.sentence
    };
    tellings.iter().any(|other| is_same(&other))
}
