//! Pounds that weigh, told from pounds that pay.

use rust_decimal::Decimal;

use super::quantity::Quantity;
use crate::language::Words;

/// Words beside which any number of pounds is a weight.
const WEIGHING: &[&str] = &[
    "weigh", "weighs", "weighed", "weighing", "weight", "heavier", "lighter", "crop", "harvest", "cargo", "payload",
    "thrust",
];

/// Words beside which a few pounds are a weight: "lost 40 pounds", but not "lost 4 million pounds".
const SLIMMING: &[&str] = &["lost", "lose", "loses", "gained", "gain", "shed"];

/// How many words before the number such a word may stand.
const REACH: usize = 6;

/// Whether `quantity`, whose unit stands at `name`, is in pounds of weight.
pub(super) fn is_weight(words: Words<'_>, quantity: &Quantity, name: usize) -> bool {
    let pound = words.past_hyphen(name);
    if !words.is_any(pound, &["pound", "pounds"]) {
        return false;
    }
    let is_few = quantity.number.scale == Decimal::ONE && quantity.number.value < Decimal::ONE_THOUSAND;
    let weighs = |at: usize| words.is_any(at, WEIGHING) || (is_few && words.is_any(at, SLIMMING));
    let is_near = (1..=REACH).any(|back| weighs(quantity.first.wrapping_sub(back)));
    // "A 2,000-pound bomb" weighs; "a 500-pound fine" and "a 5 million-pound grant" pay.
    let is_payment = words.is_any(
        pound + 1,
        &["fine", "note", "coin", "fee", "prize", "deal", "grant", "bill", "cheque", "bond", "bet", "ticket"],
    );
    let is_heavy = name < pound && quantity.number.scale == Decimal::ONE && !is_payment;
    is_near || is_heavy || words.is(pound + 1, "of") || is_beside_weight(words, pound)
}

/// "Will pick 74 million pounds of cherries, down from 110 million pounds": what is compared with a weight is one.
fn is_beside_weight(words: Words<'_>, pound: usize) -> bool {
    const FAR: usize = 14;
    let is_end = |at: &usize| matches!(words.written(*at), "." | ";");
    let mut before = (pound.saturating_sub(FAR)..pound).rev().take_while(|at| !is_end(at));
    before.any(|at| words.is(at, "pounds") && words.is(at + 1, "of"))
}
