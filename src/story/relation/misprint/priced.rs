//! So much of something at so much for one of it, and a sum that is the product but for its noughts or one digit: "at $18 a
//! kilogram … 480 tonnes would be worth about $86 million".
//!
//! No word needs to say that the sum is what it comes to: that the digits of a product stand beside both its factors by chance
//! is rare, and where the product itself stands nowhere near, it is the sum that is wrong.

use rust_decimal::Decimal;

use super::super::{RelationKind, exact, measures, thing};
use super::{Entry, Ledger, Relation, Story, digits, is_text};
use crate::extract::{Figure, FigureKind, Modifier};
use crate::story::Placed;

/// A slip in one digit of fewer is met by chance.
const LONG: usize = 3;

/// More figures than this in a paragraph are a table in prose.
const MOST: usize = 12;

/// The sums that the price and the amount beside them contradict.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let blocks = entries.chunk_by(|one, other| one.figure.block == other.figure.block);
    let near = blocks.filter(|near| (3..=MOST).contains(&near.len()) && is_text(story, near[0].figure.block));
    near.filter_map(|near| {
        let mut prices = near.iter().filter(|entry| is_price(story, entry));
        prices.find_map(|price| of(story, near, price, ledger))
    })
    .collect()
}

fn is_price(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let is_at = || {
        let before = story.tokens_before(figure.sentence, figure.number.start);
        let text = story.text_of(story.blocks[figure.block].span);
        before.last().is_some_and(|word| word.of(text).eq_ignore_ascii_case("at"))
    };
    is_plain(figure) && (figure.kind == FigureKind::Rate || figure.kind == FigureKind::Money && is_at())
}

fn is_plain(figure: &Figure) -> bool {
    let is_told = matches!(figure.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan);
    is_told && figure.pair.is_none() && Decimal::ONE < figure.value
}

/// The only sum of the paragraph beside the price that the price times the only amount of its measure misses.
fn of(story: &Story, near: &[Entry<'_>], price: &Entry<'_>, ledger: &Ledger) -> Option<Relation> {
    let is_near = |entry: &&Entry<'_>| {
        entry.claim != price.claim
            && is_plain(entry.figure)
            && entry.figure.sentence.abs_diff(price.figure.sentence) <= 1
    };
    let mut amounts = near.iter().filter(is_near).filter_map(|entry| Some((entry, times(story, price, entry.figure)?)));
    let (amount, times) = amounts.next().filter(|_| amounts.next().is_none())?;
    let product = amount.figure.value.checked_mul(price.figure.value)?.checked_mul(times)?;
    let currency = thing::head_of(price.figure);
    let is_sum = |entry: &&Entry<'_>| {
        entry.figure.kind == FigureKind::Money && thing::head_of(entry.figure) == currency && is_near(entry)
    };
    let mut sums = near.iter().filter(is_sum);
    let total = sums.next().filter(|_| sums.next().is_none())?;
    let is_free = ledger.is_free(total.claim) && !ledger.doubts(price.claim) && !ledger.doubts(amount.claim);
    let is_wrong = is_scaled(product, total.figure.value)
        || LONG <= digits::length(&[product]).min(digits::length(&[total.figure.value]))
            && digits::is_slip(product, total.figure.value);
    (is_free && is_wrong)
        .then(|| exact(RelationKind::Average, total.claim, vec![amount.claim, price.claim], product, false))
}

/// How many of what the price is for make one of the amount; `None` where the price is for something else.
fn times(story: &Story, price: &Entry<'_>, amount: &Placed<Figure>) -> Option<Decimal> {
    let unit = &amount.unit.as_ref().filter(|_| matches!(amount.kind, FigureKind::Measure | FigureKind::Count))?.head;
    if price.figure.kind == FigureKind::Money {
        // "Some 8,000 tickets at £45": right before it.
        let is_beside = amount.span.end < price.figure.number.start && price.figure.number.start - amount.span.end <= 4;
        return is_beside.then_some(Decimal::ONE);
    }
    let noun = measures::noun_of(story, price.figure)?;
    if let Some(times) = measures::how_many(noun, unit) {
        return Some(Decimal::from(times));
    }
    (noun == unit).then_some(Decimal::ONE)
}

/// Whether one number is the other but for its noughts, as far as it was rounded.
fn is_scaled(product: Decimal, total: Decimal) -> bool {
    let slack = total * Decimal::new(1, 2);
    let scaled = |by: Decimal| product.checked_mul(by).is_some_and(|product| (product - total).abs() <= slack);
    [10, 100, 1_000].into_iter().map(Decimal::from).any(|by| scaled(by) || scaled(Decimal::ONE / by))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Average);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn noughts_of_a_product_need_no_words() {
        for text in [
            "At last season's price of $18 a kilogram the quota of 480 tonnes would be worth about $86 million, Ada Ek said.",
            "Some 8,000 tickets at £45 brought in £3.6m, Ada Ek said.",
        ] {
            assert_eq!(wrong(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn products_that_hold_and_sums_of_other_things_are_left_alone() {
        for text in [
            "At last season's price of $18 a kilogram the quota of 480 tonnes would be worth about $8.6 million, Ada Ek said.",
            "Some 8,000 tickets at £45 brought in £360,000, Ada Ek said.",
            "Milk fetches 40 cents a litre and 480 tonnes of cheese cost the state $19 million, Ada Ek said.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
    }
}
