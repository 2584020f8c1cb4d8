//! "The fee is up by half. Owners who paid $640 last season got bills for $860": by how much something went up or down, beside
//! the only two figures of one kind, of which one is of before.

use rust_decimal::Decimal;

use super::super::change::settle;
use super::super::line::{Line, Slot, Way, tie};
use super::super::loose::{names_time, told};
use super::super::{Relation, RelationKind};
use super::{At, Near, is_amount, slots};
use crate::extract::FigureKind;
use crate::language::WordList;

/// Words by which a change is of something else, or the figures are of others.
const OPEN: WordList = WordList::of(&[
    "compared",
    "average",
    "national",
    "target",
    "another",
    "expected",
    "forecast",
    "inflation",
    "record",
    "since",
    "each",
    "profit",
    "margin",
    "further",
    "more",
    "than",
    "faster",
    "while",
    "including",
    "respectively",
]);

/// Words that are of now or of before: somewhere beside the two.
const TIMES: WordList = WordList::of(&[
    "last", "now", "this", "before", "today", "when", "ago", "was", "were", "paid", "cost", "had", "used", "previous",
    "current", "present", "will", "once", "by", "from",
]);

pub(super) fn find(near: Near<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = near.line();
    if !matches!(stated.kind(), FigureKind::Percentage | FigureKind::Share) {
        return None;
    }
    // "The rise of 25 per cent down to rain"
    let of = stated.begin.wrapping_sub(1);
    let noun = line.way(of.wrapping_sub(1)).filter(|_| line.words.is(of, "of"));
    let way = noun.or_else(|| told(line, stated))?;
    if settle::has_basis(line, line.first..line.end) || line.words.is_any(stated.past(), &["of", "a", "per"]) {
        return None;
    }
    // "A 15% rise in rents": of what is told there.
    let names_other = line.has_between(stated.past(), stated.past() + 4, &["in", "of", "on", "for", "at"]);
    if names_other && !names_time(line, stated) {
        return None;
    }
    let paragraph = near.paragraph();
    let is_percent = |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share);
    if slots(paragraph).filter(|(_, slot)| is_percent(slot)).count() != 1 {
        return None;
    }
    let levels: Vec<At<'_, '_>> = slots(paragraph).filter(|(_, slot)| is_amount(slot) && is_level(slot)).collect();
    // "The price of a 50-kilo bag, which stood at 320 kwacha": what is alone of its kind is no level.
    let is_paired = |(_, slot): &&At<'_, '_>| 1 < levels.iter().filter(|(_, other)| other.is_like(slot)).count();
    let levels: Vec<At<'_, '_>> = levels.iter().filter(is_paired).copied().collect();
    let [(one_line, one), (two_line, two)] = levels[..] else { return None };
    let is_open = |line: &Line<'_>| line.has_listed(line.first, line.end, &OPEN);
    let is_timed = |line: &Line<'_>| line.has_listed(line.first, line.end, &TIMES);
    let lines = [line, one_line, two_line];
    if !one.is_like(two) || lines.iter().any(|at| is_open(at)) || !(is_timed(one_line) && is_timed(two_line)) {
        return None;
    }
    let (low, high) = if one.figure().value < two.figure().value { (one, two) } else { (two, one) };
    if high.figure().value == low.figure().value || low.figure().value * Decimal::from(4) < high.figure().value {
        return None;
    }
    let (from, to) = if way == Way::Up { (low, high) } else { (high, low) };
    let (kind, operands, outcome) = settle::between(stated, (from, to))?;
    let is_sound =
        outcome.holds || kind == RelationKind::PercentChange && super::super::reach::is_near(&outcome, stated, 2);
    is_sound.then(|| tie(kind, stated, &operands, None, outcome))
}

/// Money, measures and larger counts: small numbers are of anything.
fn is_level(slot: &Slot<'_>) -> bool {
    let value = slot.figure().value;
    matches!(slot.kind(), FigureKind::Money | FigureKind::Measure | FigureKind::Rate) || Decimal::TEN < value
}
