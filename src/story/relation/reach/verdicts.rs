//! The counts of a charge sheet, by what a jury made of them: "guilty on nine of 14 counts; the jury acquitted on four and
//! could not agree on one".
//!
//! A count has one verdict, so that all of them together are no more than the counts, and no fewer where the jury failed to
//! agree on the last.

use rust_decimal::Decimal;

use super::super::Relation;
use super::super::line::{Line, Slot};
use super::parts::{Near, is_plain, settle};
use crate::extract::FigureKind;
use crate::language::WordList;

/// What comes of a count, beside a conviction.
const OTHERS: WordList =
    WordList::of(&["acquitted", "cleared", "agree", "deadlocked", "dismissed", "dropped", "hung", "withdrawn"]);

/// Words by which some counts are told twice, or not at all.
const OPEN: WordList =
    WordList::of(&["including", "among", "also", "each", "earlier", "other", "pleaded", "both", "than"]);

/// The counts of a sentence that its verdicts do not make.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    let (some, rest) = line.slots.split_first()?;
    let (whole, others) = rest.split_first()?;
    let words = line.words;
    let is_of = words.is(some.behind, "of") && whole.begin <= some.behind + 3;
    let is_charged = whole.unit().is_some_and(|unit| unit.ends_with("count") || unit.ends_with("charge"));
    let is_bare = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && is_plain(slot) && slot.unit().is_none();
    let is_told = others.iter().all(|other| is_bare(other) && words.is(other.begin.wrapping_sub(1), "on"));
    let is_open = line.has_listed(line.first, line.end, &OPEN);
    if !is_of
        || !is_charged
        || others.is_empty()
        || !is_told
        || is_open
        || !line.has_listed(whole.end, line.end, &OTHERS)
    {
        return None;
    }
    let last = others.last()?;
    // "And could not agree on one": a lone count is no figure.
    let single = (last.behind..line.end).any(|at| words.is(at, "on") && words.is(at + 1, "one"));
    let parts: Vec<Slot<'_>> = std::iter::once(some).chain(others).copied().collect();
    let all: Decimal = parts.iter().map(|part| part.figure().value).sum::<Decimal>() + Decimal::from(u8::from(single));
    let is_closed = line.has_between(whole.end, line.end, &["agree", "deadlocked", "hung"]);
    (is_closed || whole.figure().value < all)
        .then(|| settle(whole, &parts, Decimal::from(u8::from(single)), Near::All))
        .flatten()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_count_has_one_verdict() {
        for (text, is_wrong) in [
            ("Ek was found guilty on nine of 14 counts; the jury acquitted on four and could not agree on two.", true),
            ("Ek was found guilty on nine of 15 counts; the jury acquitted on four and could not agree on two.", false),
            ("Ek was found guilty on nine of 14 counts; the jury acquitted on four.", false),
        ] {
            let found = relations(&read(text), RelationKind::Sum);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
