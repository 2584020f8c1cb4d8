//! What one of so many costs, told beside what all of them cost: "bought 40 bins for £12,000. At £300 each, …", "sold 1,800
//! tickets and took £27,000. A ticket cost £15", "Closing the five would save £1.5m a year, or £300,000 a school".
//!
//! The count must be the only one of the thing, and the sum the only other sum.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::per_unit::is_a_power_off;
use super::{Reach, is_near, is_plain};
use crate::extract::FigureKind;
use crate::language::WordList;

/// A price that is farther off is one of something else, unless it is a nought too many or too few.
const FAR: i64 = 2;

/// Words by which the sum is not all that so many cost, or the price is one of others.
const OPEN: WordList = WordList::of(&[
    "including",
    "plus",
    "fees",
    "least",
    "another",
    "extra",
    "than",
    "compared",
    "against",
    "previously",
    "while",
    "whereas",
    "minimum",
    "maximum",
    "median",
    "average",
    "first",
    "starting",
    "from",
    "deposit",
    "interest",
    "profit",
    "loss",
    "discount",
    "discounts",
    "most",
    "more",
    "some",
    "others",
    "concessions",
    "children",
    "grant",
    "towards",
    "rose",
    "fell",
    "up",
    "down",
    "cheapest",
    "dearest",
    "list",
    "full",
    "further",
    "expected",
    "but",
]);

/// What one is said to cost, against what all do.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let (each, noun) = line.slots.iter().find_map(|slot| Some((slot, one(line, slot)?)))?;
    let last = reach.last().filter(|last| last.block == line.block);
    let sets = [Some(vec![line]), last.map(|last| vec![last, line])];
    let (total, count) = sets.into_iter().flatten().find_map(|lines| pair(&lines, each, &noun))?;
    let given = total.bounds()?.over(count.bounds()?)?;
    let slack = Bounds::around(Decimal::ONE, Decimal::new(3, 2))?;
    let outcome = Outcome { given, holds: each.bounds()?.times(slack)?.meets(given) };
    let is_told =
        outcome.holds || is_near(&outcome, each, FAR) || is_a_power_off(outcome.given.said, each.figure().value);
    is_told.then(|| tie(RelationKind::Each, each, &[total, count], None, outcome))
}

/// Of what a price is: a noun, or each of those counted.
enum One {
    Noun(String),
    Each,
}

/// "£300 each", "each cost £300", "a ticket cost £15", "the price of a bus is $600,000", "£25 a tree".
fn one(line: &Line<'_>, slot: &Slot<'_>) -> Option<One> {
    if !matches!(slot.kind(), FigureKind::Money | FigureKind::Rate) || !is_plain(slot) {
        return None;
    }
    let words = line.words;
    let end = slot.past();
    if words.is_any(end, &["each", "apiece"]) || words.is(line.first, "each") && slot.begin <= line.first + 4 {
        return Some(One::Each);
    }
    let behind = slot.behind;
    if words.is_any(behind, &["a", "an", "per"])
        || words.is(behind, "for") && words.is_any(behind + 1, &["each", "every"])
    {
        let at = if words.is(behind, "for") { behind + 2 } else { behind + 1 };
        let is_set_off = words.is_any(slot.begin.wrapping_sub(1), &["or", "at", ","])
            || words.is_any(line.first, &["that", "this", "it"]) && slot.begin <= line.first + 6;
        return noun(line, at).filter(|_| is_set_off).map(One::Noun);
    }
    // "A ticket cost £15", "The price of a bus is"
    let of = (line.first..slot.begin).find(|&at| words.is_any(at, &["a", "an"]))?;
    let opens = of == line.first
        || words.is_any(of - 1, &["of", "for"])
            && words.is_any(of.wrapping_sub(2), &["price", "cost"])
            && of <= line.first + 4;
    let is_verb =
        words.is_any(of + 2, &["cost", "costs", "is", "was", "sold", "sells", "went"]) && slot.begin <= of + 6;
    noun(line, of + 1).filter(|_| opens && is_verb).map(One::Noun)
}

fn noun(line: &Line<'_>, at: usize) -> Option<String> {
    const TIMES: &[&str] = &[
        "year", "month", "week", "day", "hour", "minute", "night", "quarter", "season", "decade", "time", "share",
        "piece", "head", "barrel", "ton", "tonne", "pound", "kilo", "lot", "few", "bid", "total", "fine", "rate",
        "bit", "while",
    ];
    let word = line.lower(at);
    (line.words.is_word(at) && 2 < word.len() && !TIMES.contains(&&*word)).then(|| word.into_owned())
}

/// The sum and the count that are the only ones of the sentences.
fn pair<'l, 'a>(lines: &[&'l Line<'a>], each: &Slot<'_>, one: &One) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    let (line, before) = lines.split_last()?;
    let is_open = before.iter().any(|at| at.has_listed(at.first, at.end, &OPEN));
    if is_open || line.has_listed(line.first, each.end + 2, &OPEN) {
        return None;
    }
    let all = || lines.iter().flat_map(|at| at.slots.iter()).filter(|slot| slot.entry.claim != each.entry.claim);
    let sums: Vec<&Slot<'_>> =
        all().filter(|slot| matches!(slot.kind(), FigureKind::Money | FigureKind::Rate)).collect();
    let counts: Vec<&Slot<'_>> =
        all().filter(|slot| matches!(slot.kind(), FigureKind::Count | FigureKind::Measure)).collect();
    let ([total], [count]) = (&sums[..], &counts[..]) else { return None };
    let is_it = match one {
        One::Each => count.kind() == FigureKind::Count,
        One::Noun(noun) => count.unit().map_or(lines.len() == 1, |unit| {
            unit == noun || unit.rsplit(' ').next() == Some(noun) || unit.strip_suffix('e') == Some(noun)
        }),
    };
    // "$40 each, or $140 for a family": what some pay instead.
    let is_instead = each.end <= total.begin && line.words.is(total.begin.wrapping_sub(1), "or");
    if is_instead && line.slots.iter().any(|slot| slot.entry.claim == total.entry.claim) {
        return None;
    }
    let is_sum = each.figure().value < total.figure().value && is_plain(total) && is_plain(count);
    (is_it && is_sum && Decimal::ONE < count.figure().value).then_some((*total, *count))
}
