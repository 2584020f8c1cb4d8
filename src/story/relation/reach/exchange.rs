//! Two sums in two currencies, with the rate between them in their sentence or beside it: "sold for £40m (NZ$18m). A pound
//! buys NZ$2.25", "worth $5 million. With the rand at 18 to the dollar, that is R280,000".
//!
//! The rate must stand in the story, and no third sum beside the two.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::Reach;
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// A sum that is farther off is another one.
const FAR: i64 = 1_000_000;

/// What one of a currency is called.
const COINS: &[(&str, &str)] = &[
    ("dollar", "USD"),
    ("pound", "GBP"),
    ("euro", "EUR"),
    ("yen", "JPY"),
    ("franc", "CHF"),
    ("yuan", "CNY"),
    ("rupee", "INR"),
    ("rand", "ZAR"),
    ("peso", "MXN"),
    ("crown", "SEK"),
    ("krona", "SEK"),
    ("krone", "NOK"),
    ("rouble", "RUB"),
    ("ruble", "RUB"),
    ("lira", "TRY"),
    ("won", "KRW"),
    ("shilling", "KES"),
    ("naira", "NGN"),
    ("zloty", "PLN"),
    ("baht", "THB"),
    ("dinar", "dinar"),
    ("sterling", "GBP"),
];

/// How much of one currency goes into one of another.
struct Rate<'l, 'a> {
    of: &'l Slot<'a>,
    /// The currency of which it is one.
    base: &'static str,
}

/// The second of two sums, which the rate beside them contradicts or bears out.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const RATES: WordList = WordList::of(&["to", "buys", "buy", "bought", "worth", "fetches", "equals", "=", "per"]);
    let line = reach.line;
    if !line.slots.iter().any(|slot| slot.kind() == FigureKind::Money) {
        return None;
    }
    let beside = [reach.last(), reach.next].into_iter().flatten().filter(|other| other.block.abs_diff(line.block) <= 1);
    let lines: Vec<&Line<'_>> =
        std::iter::once(line).chain(beside).filter(|at| at.has_listed(at.first, at.end, &RATES)).collect();
    let (home, rate) = lines.iter().find_map(|at| Some((*at, rate_in(at)?)))?;
    let of_line = sums(line, &rate);
    let (given, stated) = match of_line[..] {
        [given, stated] => (given, stated),
        [stated] if home.first == line.first && home.block == line.block => {
            let last = reach.last()?;
            let [given] = sums(last, &rate)[..] else { return None };
            (given, stated)
        }
        _ => return None,
    };
    if given.1 == stated.1 || !is_said_again(line, stated.0) {
        return None;
    }
    let value = given.0.bounds()?;
    // "85.5p to the euro" are hundredths of a pound.
    let is_small = rate.of.unit().is_some_and(|unit| matches!(unit, "penny" | "pence" | "p" | "cent"));
    let hundredth = Bounds::exactly(Decimal::new(1, 2));
    let factor = if is_small { rate.of.bounds()?.times(hundredth)? } else { rate.of.bounds()? };
    let is_base = |code: &str| code == rate.base || rate.base == "USD" && code.ends_with('D') && code.len() == 3;
    let product = match (is_base(given.1), is_base(stated.1)) {
        (true, false) => value.times(factor)?,
        (false, true) => value.over(factor)?,
        (true, true) if rate.of.unit() == Some(stated.1) => value.times(factor)?,
        (true, true) if rate.of.unit() == Some(given.1) => value.over(factor)?,
        _ => return None,
    };
    let slack = Bounds::around(Decimal::ONE, Decimal::new(6, 2))?;
    let outcome = Outcome { given: product, holds: stated.0.bounds()?.times(slack)?.meets(product) };
    let (low, high) = (product.said.min(stated.0.figure().value), product.said.max(stated.0.figure().value));
    let is_near = outcome.holds || high <= low.checked_mul(Decimal::from(FAR))?;
    is_near.then(|| tie(RelationKind::Conversion, stated.0, &[given.0], None, outcome))
}

/// The sums of a line with their currencies, without the rate.
fn sums<'l, 'a>(line: &'l Line<'a>, rate: &Rate<'_, '_>) -> Vec<(&'l Slot<'a>, &'l str)> {
    let others = line.slots.iter().filter(|slot| is_sum(slot) && slot.entry.claim != rate.of.entry.claim);
    others.filter_map(|slot| Some((slot, currency(line, slot)?))).collect()
}

fn is_sum(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    matches!(figure.kind, FigureKind::Money | FigureKind::Count)
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
}

/// The code of the currency of a sum; the word itself for one of a land: "Danish crowns".
fn currency<'s>(line: &Line<'_>, slot: &'s Slot<'_>) -> Option<&'s str> {
    if slot.kind() == FigureKind::Money {
        // "Penny" and "cent" are units, too.
        return slot.unit().filter(|unit| unit.len() == 3);
    }
    (slot.behind..slot.behind + 3).find_map(|at| coin(line, at))
}

/// The currency that a word names, in the singular or the plural.
fn coin(line: &Line<'_>, at: usize) -> Option<&'static str> {
    let word = line.lower(at);
    let stem = word.strip_suffix('s').unwrap_or(&word);
    COINS.iter().find(|(name, _)| *name == word || *name == stem).map(|&(_, code)| code)
}

/// "A pound buys NZ$2.25", "one euro is worth 7.5 crowns", "the rand at 18 to the dollar", "150 yen to the dollar".
fn rate_in<'l, 'a>(line: &'l Line<'a>) -> Option<Rate<'l, 'a>> {
    const BUYS: &[&str] = &["buys", "buy", "bought", "worth", "fetches", "fetched", "equals", "=", "is"];
    let words = line.words;
    line.slots.iter().find_map(|slot| {
        if slot.figure().pair.is_some() || slot.figure().value <= Decimal::ZERO {
            return None;
        }
        let end = slot.past();
        let to = (end..end + 2).find(|&at| words.is_any(at, &["to", "per", "for"]));
        let base = to.and_then(|to| {
            let is_one = words.is_any(to + 1, &["the", "a", "one", "every"]);
            (to + 1..to + 4).find_map(|at| coin(line, at)).filter(|_| is_one || coin(line, to + 1).is_some())
        });
        if let Some(base) = base {
            return Some(Rate { of: slot, base });
        }
        let first = slot.begin.saturating_sub(6).max(line.first);
        let verb = (first..slot.begin).rev().find(|&at| words.is_any(at, BUYS))?;
        let coin_at = (first..verb).find(|&at| coin(line, at).is_some())?;
        let is_one =
            (coin_at.saturating_sub(3)..coin_at).any(|at| words.is_any(at, &["a", "one", "1", "each", "every"]));
        let is_near = slot.begin <= verb + 3;
        (is_one && is_near).then(|| Some(Rate { of: slot, base: coin(line, coin_at)? })).flatten()
    })
}

/// "(NZ$18m)", ", a sum of 4 million crowns", "— $450 billion", "that is R280,000", "making the price F$1.3 million".
fn is_said_again(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const CUES: &[&str] = &[
        "is",
        "equivalent",
        "or",
        "equal",
        "equals",
        "(",
        "worth",
        "comes",
        "be",
        "making",
        "makes",
        "sum",
        "–",
        "—",
        "which",
        "amounts",
        "means",
        "roughly",
        "about",
        "gives",
        "giving",
        "value",
        "price",
    ];
    line.has_between(stated.begin.saturating_sub(5).max(line.first), stated.begin + 1, CUES)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn the_rate_beside_two_sums_tells_whether_they_are_one() {
        for (text, is_wrong) in [
            ("The pit was sold for £40m (NZ$18m), Lund said. A pound buys NZ$2.25, she said.", true),
            ("The pit was sold for £40m (NZ$90m), Lund said. A pound buys NZ$2.25, she said.", false),
            ("The order is worth $5 million, Lund said. With the rand at 18 to the dollar, that is R280,000.", true),
            (
                "The order is worth $5 million, Lund said. With the rand at 18 to the dollar, that is R90 million.",
                false,
            ),
            ("It has 3 billion yen — $450 billion with 150 yen to the dollar — for the film, Lund said.", true),
            ("It has 3 billion yen — $20 million with 150 yen to the dollar — for the film, Lund said.", false),
            ("The dock cost £40m and the quay $18m, Lund said. A pound buys $1.30, she said.", false),
        ] {
            let found = relations(&read(text), RelationKind::Conversion);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
