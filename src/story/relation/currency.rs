//! Sums in two currencies with the rate between them: "600,000 dinars. At 120 dinars to the dollar, that is $5,000",
//! "250,000 krona (1 krona = 0.08 euros), the equivalent of 20,000 euros".
//!
//! The rate must stand in the story: nobody here knows what a crown is worth.

use rust_decimal::Decimal;

use super::line::{Line, Slot, tie};
use super::quotient::{Bounds, Outcome};
use super::{Relation, RelationKind};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// A sum that is farther off is another one.
const FAR: i64 = 30;

/// How many of one currency go into one of another.
struct Exchange<'l, 'a> {
    rate: &'l Slot<'a>,
    /// Figures of the rate's own sentence that are no sums: "1 krona".
    own: Vec<u32>,
}

/// The sum of a sentence that its rate contradicts; `before` is the one before it.
pub(super) fn find(line: &Line<'_>, before: Option<&Line<'_>>) -> Option<Relation> {
    const CUES: WordList = WordList::of(&["to", "=", "equals", "worth", "per"]);
    if line.slots.len() < 2 || !line.has_listed(line.first, line.end, &CUES) {
        return None;
    }
    let (exchange, divides) = (0..line.slots.len()).find_map(|number| rate(line, number))?;
    let before = before.filter(|before| before.block == line.block);
    let is_sum = |slot: &&Slot<'_>| {
        let figure = slot.figure();
        matches!(figure.kind, FigureKind::Money | FigureKind::Count)
            && figure.pair.is_none()
            && matches!(figure.modifier, Modifier::Plain | Modifier::About)
            && !exchange.own.contains(&slot.entry.figure.number.start)
    };
    let own: Vec<&Slot<'_>> = line.slots.iter().filter(is_sum).collect();
    let (given, stated) = match own[..] {
        [given, stated] => (given, stated),
        [stated] => {
            let mut sums = before?.slots.iter().filter(is_sum);
            (sums.next().filter(|_| sums.next().is_none())?, stated)
        }
        _ => return None,
    };
    let says_again = is_said_again(line, stated);
    let is_other = given.unit() != stated.unit() && stated.kind() == FigureKind::Money;
    // "Worth $5 million. With the rand at 18 to the dollar": what is of the currency that is one is multiplied.
    if divides && is_of_base(line, exchange.rate, given) {
        return None;
    }
    let factor = exchange.rate.bounds()?;
    let value = given.bounds()?;
    let product = if divides { value.over(factor)? } else { value.times(factor)? };
    let slack = Bounds::around(Decimal::ONE, Decimal::new(4, 2))?;
    let outcome = Outcome { given: product, holds: stated.bounds()?.times(slack)?.meets(product) };
    let (low, high) = (product.said.min(stated.figure().value), product.said.max(stated.figure().value));
    let is_near = outcome.holds || high <= low.checked_mul(Decimal::from(FAR))?;
    (says_again && is_other && is_near).then(|| tie(RelationKind::Conversion, stated, &[given], None, outcome))
}

/// "120 dinars to the dollar" divides, "1 krona = 0.08 euros" multiplies.
fn rate<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<(Exchange<'l, 'a>, bool)> {
    const MONEY: &[&str] = &["dollar", "euro", "pound", "yen", "franc", "yuan", "rouble", "ruble", "rupee", "peso"];
    let words = line.words;
    let slot = &line.slots[number];
    let end = slot.past();
    let start = |slot: &Slot<'_>| slot.entry.figure.number.start;
    let is_to = words.is_any(end, &["to", "per"])
        && (words.is(end + 1, "the") && words.is_any(end + 2, MONEY)
            || words.is_any(end + 1, MONEY)
            || words.is(end + 1, "$"));
    if is_to && slot.figure().pair.is_none() && Decimal::ONE < slot.figure().value {
        return Some((Exchange { rate: slot, own: vec![start(slot)] }, true));
    }
    let other = line.slots.get(number + 1)?;
    let is_one = slot.figure().value == Decimal::ONE || words.is(slot.begin, "one");
    let equals = (end..other.begin).any(|at| words.is_any(at, &["=", "equals", "worth"]));
    let is_close = other.begin <= end + 4 && other.figure().pair.is_none();
    (is_one && equals && is_close).then(|| (Exchange { rate: other, own: vec![start(slot), start(other)] }, false))
}

/// Whether a sum is in the currency of which the rate gives the price of one: dollars of "18 to the dollar".
fn is_of_base(line: &Line<'_>, rate: &Slot<'_>, sum: &Slot<'_>) -> bool {
    const CODES: &[(&str, &str)] =
        &[("dollar", "USD"), ("pound", "GBP"), ("euro", "EUR"), ("yen", "JPY"), ("franc", "CHF"), ("yuan", "CNY")];
    let end = rate.past();
    let base = (end + 1..end + 3).find_map(|at| CODES.iter().find(|(coin, _)| line.words.is(at, coin)));
    base.is_some_and(|&(_, code)| sum.unit() == Some(code))
}

/// "That is $5,000", "the equivalent of 20,000 euros", "or about $5,000", "(about $5,000 at …)".
fn is_said_again(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const CUES: &[&str] =
        &["is", "equivalent", "or", "about", "equal", "equals", "(", "worth", "roughly", "some", "comes", "be"];
    line.has_between(stated.begin.saturating_sub(4).max(line.first), stated.begin + 1, CUES)
        || stated.figure().modifier == Modifier::About
}
