//! A sum that is paid in so many parts of one size: "12 monthly instalments of £450, a total of £5,400", "The fine of $9,000
//! is to be paid in six instalments of $1,500", "owes £72,000. It will pay quarterly instalments of £6,000 over three years".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain, tie_near};
use crate::extract::FigureKind;
use crate::language::WordList;

/// A sum that is farther off is another one.
const FAR: i64 = 3;

/// What a part of a payment is called.
const PARTS: WordList =
    WordList::of(&["instalments", "installments", "payments", "tranches", "repayments", "sums", "cheques", "checks"]);

/// Words by which the parts are not all that is paid, or not of one size.
const OPEN: WordList = WordList::of(&[
    "interest",
    "plus",
    "deposit",
    "first",
    "initial",
    "final",
    "last",
    "fees",
    "including",
    "remaining",
    "rest",
    "balance",
    "least",
    "another",
    "further",
    "bonus",
    "already",
    "starting",
    "average",
    "than",
    "up",
]);

/// The sum that so many parts of one size make.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if line.slots.len() < 2 || !line.has_listed(line.first, line.end, &PARTS) {
        return None;
    }
    let noun = (line.first..line.end).find(|&at| line.words.is_listed(at, &PARTS))?;
    let each = line.slots.iter().find(|slot| {
        slot.kind() == FigureKind::Money
            && is_plain(slot)
            && noun < slot.begin
            && slot.begin <= noun + 4
            && line.has_between(noun + 1, slot.begin, &["of", "at", "worth"])
            && !line.has_between(noun + 1, slot.begin, &[","])
    })?;
    let (count, times) = times(line, noun)?;
    let last = reach.last();
    let sums = |at: &Line<'_>, slot: &Slot<'_>| {
        slot.kind() == FigureKind::Money && slot.unit() == each.unit() && !is_for_a_time(at, slot)
    };
    let own: Vec<&Slot<'_>> =
        line.slots.iter().filter(|slot| slot.entry.claim != each.entry.claim && sums(line, slot)).collect();
    let (total, lines) = match own[..] {
        [total] => (total, vec![line]),
        [] => {
            let last = last?;
            let mut before = last.slots.iter().filter(|slot| sums(last, slot));
            (before.next().filter(|_| before.next().is_none())?, vec![last, line])
        }
        _ => return None,
    };
    let is_open = lines.iter().any(|at| at.has_listed(at.first, at.end, &OPEN));
    if is_open || !is_plain(total) || total.figure().value <= each.figure().value {
        return None;
    }
    let given = times.times(each.bounds()?)?;
    let outcome = Outcome { given, holds: given.meets(total.bounds()?) };
    tie_near(RelationKind::Average, total, &[count, each], outcome, FAR)
}

/// How often something is paid: "six instalments", "quarterly instalments … over three years".
fn times<'l, 'a>(line: &'l Line<'a>, noun: usize) -> Option<(&'l Slot<'a>, Bounds)> {
    let words = line.words;
    let is_count = |slot: &&Slot<'_>| {
        slot.kind() == FigureKind::Count && is_plain(slot) && slot.begin < noun && noun <= slot.behind + 3
    };
    let many = line.slots.iter().find(is_count);
    if let Some(count) = many {
        return Some((count, count.bounds()?));
    }
    let yearly = (noun.saturating_sub(2).max(line.first)..noun).find_map(|at| {
        let named: &[(&str, i64)] = &[
            ("weekly", 52),
            ("fortnightly", 26),
            ("monthly", 12),
            ("quarterly", 4),
            ("yearly", 1),
            ("annual", 1),
            ("half-yearly", 2),
        ];
        named.iter().find(|(word, _)| words.is(at, word)).map(|&(_, times)| times)
    })?;
    let spell = line.slots.iter().find(|slot| {
        slot.kind() == FigureKind::Duration
            && is_plain(slot)
            && words.is_any(slot.begin.wrapping_sub(1), &["over", "for"])
    })?;
    let months = match spell.unit()? {
        "year" => 12,
        "month" => 1,
        _ => return None,
    };
    let often = Decimal::from(yearly).checked_mul(Decimal::from(months))?.checked_div(Decimal::from(12))?;
    Some((spell, spell.bounds()?.times(Bounds::exactly(often))?))
}

/// "£6,000 a year": no sum to be paid once.
fn is_for_a_time(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let end = slot.past();
    line.words.is_any(end, &["a", "per"]) && line.words.is_any(end + 1, &["year", "month", "week", "day", "quarter"])
}
