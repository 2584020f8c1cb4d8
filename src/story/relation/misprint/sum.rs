//! A number that its neighbours add up to but for one digit, or for two that changed places: "11,482 … 10,127 … 2,964 … 871 …
//! a turnout of 26,444".

use rust_decimal::Decimal;

use super::super::{RelationKind, solver, thing};
use super::{Entry, Ledger, Relation, Story, digits, is_amount, is_like, is_text};

/// Sums of fewer digits are met by chance.
const LONG: usize = 3;

/// As many will do where the parts have more and stand side by side with the total: "1,100, 450 and 250 tonnes, 1,900 in all".
const SHORT: usize = 2;

/// So many figures in one sentence are a list.
const LIST: usize = 3;

/// How many parts a sum may have.
const MOST: usize = 8;

/// How many blocks the parts and their total may lie apart.
const REACH: usize = 8;

/// The totals that their neighbours miss by one digit.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let amounts: Vec<&Entry<'_>> =
        entries.iter().filter(|entry| is_amount(entry) && is_text(story, entry.figure.block)).collect();
    let totals = amounts.iter().enumerate().filter(|(_, total)| ledger.is_free(total.claim));
    totals
        .filter_map(|(at, total)| of_total(&amounts, at, total, ledger).or_else(|| of_list(&amounts, total, ledger)))
        .collect()
}

/// "3.42 lakh against a target of 3.8 lakh … 1.46 lakh in one block, 88,000, 64,000 and 54,000 in others": all that a
/// sentence near the total lists.
fn of_list(amounts: &[&Entry<'_>], total: &Entry<'_>, ledger: &Ledger) -> Option<Relation> {
    let sentence = |entry: &Entry<'_>| entry.figure.sentence;
    let is_listed = |part: &&Entry<'_>| is_part(total, part, ledger) && ledger.is_free(part.claim);
    let lists = amounts.chunk_by(|one, other| sentence(one) == sentence(other));
    let others = lists.filter(|parts| LIST <= parts.len() && sentence(parts[0]) != sentence(total));
    let found = others.filter(|parts| parts.iter().all(is_listed)).find(|parts| {
        let sum = sum_of(parts);
        is_long_slip(sum, total.figure.value) && is_told_nowhere(amounts, total, sum)
    });
    found.map(|parts| relation(total, parts, sum_of(parts)))
}

/// The run of neighbours that all but adds up to the total; `None` where one does so exactly.
fn of_total(amounts: &[&Entry<'_>], at: usize, total: &Entry<'_>, ledger: &Ledger) -> Option<Relation> {
    let (before, behind) = (&amounts[..at], &amounts[at + 1..]);
    let mut found = None;
    for count in 2..=MOST {
        let after = (count <= behind.len()).then(|| &behind[..count]);
        let ahead = (count <= before.len()).then(|| &before[before.len() - count..]);
        for parts in [after, ahead].into_iter().flatten() {
            if !parts.iter().all(|part| is_part(total, part, ledger)) {
                continue;
            }
            let sum = sum_of(parts);
            if sum == total.figure.value {
                return None;
            }
            if found.is_none()
                && is_slip(sum, total, parts)
                && are_listed(parts)
                && is_told_nowhere(amounts, total, sum)
            {
                found = Some(relation(total, parts, sum));
            }
        }
    }
    found
}

fn sum_of(parts: &[&Entry<'_>]) -> Decimal {
    parts.iter().map(|part| part.figure.value).sum()
}

/// Whether the sum is the total but for one digit, and both have many; fewer will do where they stand side by side.
fn is_slip(sum: Decimal, total: &Entry<'_>, parts: &[&Entry<'_>]) -> bool {
    let stated = total.figure.value;
    let is_beside = || parts.iter().all(|part| part.figure.sentence.abs_diff(total.figure.sentence) <= 1);
    let values = || parts.iter().map(|part| part.figure.value).chain([sum, stated]).collect::<Vec<Decimal>>();
    let is_short = || SHORT <= own_length(sum, stated) && is_beside() && LONG <= digits::length(&values());
    is_long_slip(sum, stated) || is_short() && solver::is_digit_slip(sum, stated)
}

fn is_long_slip(sum: Decimal, stated: Decimal) -> bool {
    LONG <= own_length(sum, stated) && solver::is_digit_slip(sum, stated)
}

/// How many digits both have that say something.
fn own_length(one: Decimal, other: Decimal) -> usize {
    digits::length(&[one]).min(digits::length(&[other]))
}

fn is_part(total: &Entry<'_>, part: &Entry<'_>, ledger: &Ledger) -> bool {
    let (whole, figure) = (total.figure, part.figure);
    figure.value < whole.value
        && is_like(whole, figure)
        && whole.block.abs_diff(figure.block) <= REACH
        && thing::fit(whole, figure) != thing::Fit::Other
        && !ledger.doubts(part.claim)
}

/// Whether one sentence tells the parts, or each of them has one of its own.
fn are_listed(parts: &[&Entry<'_>]) -> bool {
    let mut pairs = parts.windows(2).map(|pair| pair[0].figure.sentence == pair[1].figure.sentence);
    let first = pairs.next();
    pairs.all(|is_one| Some(is_one) == first)
}

/// Whether neither the sum is told, nor that of the total and its neighbours: they may all be parts.
fn is_told_nowhere(amounts: &[&Entry<'_>], total: &Entry<'_>, sum: Decimal) -> bool {
    let all = sum + total.figure.value;
    !amounts.iter().any(|other| is_like(total.figure, other.figure) && [sum, all].contains(&other.figure.value))
}

fn relation(total: &Entry<'_>, parts: &[&Entry<'_>], sum: Decimal) -> Relation {
    Relation {
        kind: RelationKind::Sum,
        cue: None,
        stated: total.claim,
        operands: parts.iter().map(|part| part.claim).collect(),
        beside: Vec::new(),
        low: Some(sum),
        high: Some(sum),
        printed: Some(sum),
        complete: true,
        holds: false,
    }
}
