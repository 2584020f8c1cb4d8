//! A change whose two levels stand in sentences of their own, in whatever order and some paragraphs apart: "fell to 1,712
//! metres on Friday. It had stood at 1,719 metres in March. / A drop of nine metres", "will go up by £84. / Householders
//! now pay £1,836. From April they will pay £1,900".
//!
//! Sentences so far apart speak of many things: in those from the first of the three to the last no other figure of the
//! kind may stand, and the two levels must be of different times.

use rust_decimal::Decimal;

use super::super::change::settle;
use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::{Relation, RelationKind, quotient, solver};
use super::named_change::{self, Placed, is_foreseen, is_timed_apart};
use super::only::is_part;
use super::{Reach, is_near, is_plain, share_words};
use crate::extract::FigureKind;
use crate::language::WordList;

/// A change that is farther off is one of something else.
const FAR: i64 = 2;

/// How many sentences before the last of the three the first may stand.
const BACK: usize = 3;

/// Words by which a change is one of another time, or of some of what the levels tell.
const OPEN: WordList = WordList::of(&[
    "average",
    "each",
    "per",
    "annually",
    "including",
    "excluding",
    "another",
    "further",
    "forecast",
    "expected",
    "previous",
    "despite",
    "adjusted",
]);

/// The change among the sentences of which this is the last, where its levels give another.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let first = reach.before.len().saturating_sub(BACK);
    let near = &reach.before[first..];
    (0..near.len()).rev().find_map(|first| {
        let lines: Vec<&Line<'_>> = near[first..].iter().copied().chain([line]).collect();
        let slots: usize = lines.iter().map(|at| at.slots.len()).sum();
        if (3..=MOST).contains(&slots) { of(reach, &lines) } else { None }
    })
}

/// More figures than this are of more than one thing.
const MOST: usize = 8;

fn of(reach: Reach<'_, '_>, lines: &[&Line<'_>]) -> Option<Relation> {
    let all = || lines.iter().flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)));
    let mut changes = all().filter_map(|placed| Some((placed, change(placed)?)));
    let ((at, stated), (way, is_known)) = changes.next().filter(|_| changes.next().is_none())?;
    let is_level = |&(other, slot): &Placed<'_, '_>| {
        slot.entry.claim != stated.entry.claim && is_of_kind(slot, stated) && !is_foreseen(other, slot)
    };
    let levels: Vec<Placed<'_, '_>> = all().filter(is_level).collect();
    let [one, other] = levels[..] else { return None };
    let home = |placed: Placed<'_, '_>| (placed.0.block, placed.0.first);
    // Of one sentence, or of two that are read together, other readings know more.
    let are_spread = home(one) != home(other) || home(one) != home((at, stated));
    let are_sound = is_plain(one.1)
        && is_plain(other.1)
        && one.1.is_like(other.1)
        && one.1.figure().value != other.1.figure().value
        && (is_timed_apart(one, other) || had_been(one) != had_been(other));
    let is_other =
        named_change::is_of_year_before(at, stated) || is_known && !named_change::is_of_them(at, stated, lines);
    if !are_spread || !are_sound || is_other || lines.iter().any(|line| line.has_listed(line.first, line.end, &OPEN)) {
        return None;
    }
    let (low, high) = if one.1.figure().value < other.1.figure().value { (one, other) } else { (other, one) };
    let (from, to) = if way == Way::Up { (low, high) } else { (high, low) };
    let is_shared = is_known || [one.0, other.0].iter().any(|level| 0 < share_words(reach.story, level, at));
    if is_part(stated) {
        let (kind, operands, outcome) = settle::between(stated, (from.1, to.1))?;
        let is_sound = is_shared && (outcome.holds || is_near(&outcome, stated, FAR));
        return is_sound.then(|| tie(kind, stated, &operands, None, outcome));
    }
    let outcome = quotient::difference(stated.bounds()?, one.1.bounds()?, other.1.bounds()?)?;
    // What nothing says to be known must be a slip, or nearly right.
    let given = outcome.given.said.abs();
    let is_slip = solver::is_digit_slip(given, stated.figure().value);
    let is_close = (given - stated.figure().value).abs() <= given * Decimal::new(3, 1);
    let is_sound = outcome.holds || is_near(&outcome, stated, FAR) && (is_known || is_slip || is_shared && is_close);
    is_sound.then(|| tie(RelationKind::Difference, stated, &[from.1, to.1], None, outcome))
}

/// Whether a figure may be a level of what changed by `stated`.
fn is_of_kind(slot: &Slot<'_>, stated: &Slot<'_>) -> bool {
    use FigureKind::{Count, Index, Measure, Money, Rate};
    if is_part(stated) {
        return matches!(slot.kind(), Count | Index | Measure | Money | Rate);
    }
    slot.is_like(stated) && slot.unit() == stated.unit()
}

/// Which way a figure says that something changed by so much, and whether as something that the reader knows.
fn change((line, slot): Placed<'_, '_>) -> Option<(Way, bool)> {
    let is_amount = is_part(slot) || matches!(slot.kind(), FigureKind::Measure | FigureKind::Money | FigureKind::Count);
    if !is_amount || !is_plain(slot) || line.has_between(slot.end, slot.end + 2, &["than", "from", "to", "on"]) {
        return None;
    }
    if let Some(way) = named_change::named(line, slot) {
        return Some((way, true));
    }
    let words = line.words;
    let before = slot.begin.wrapping_sub(1);
    // "A drop of nine metres"
    let noun = before.wrapping_sub(1);
    let is_noun = words.is(before, "of")
        && words.is_any(noun.wrapping_sub(1), &["a", "an"])
        && named_change::is_noun(words, noun)
        && !words.is_any(noun.wrapping_sub(2), &["after", "despite", "with"]);
    if is_noun && slot.unit().is_some() | is_part(slot) {
        return line.way(noun).map(|way| (way, false));
    }
    // "Will go up by £84", "has fallen by 40,000 tonnes"
    let number = line.slots.iter().position(|other| other.number == slot.number)?;
    let is_by = words.is(before, "by") && line.lead(number) == Lead::By;
    let verb = (before.saturating_sub(3).max(line.first)..before).rev().find_map(|at| line.way(at));
    verb.filter(|_| is_by && slot.unit().is_some()).map(|way| (way, false))
}

/// "It had stood at 1,719 metres", "had been 7.4 percent".
pub(super) fn had_been((line, slot): Placed<'_, '_>) -> bool {
    const NEAR: usize = 5;
    let first = slot.begin.saturating_sub(NEAR).max(line.first);
    (first..slot.begin)
        .any(|at| line.words.is(at, "had") && line.words.is_any(at + 1, &["been", "stood", "numbered", "cost"]))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(&format!("Brae news\n\n{text}"));
        [RelationKind::Difference, RelationKind::PercentChange]
            .iter()
            .any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn levels_some_paragraphs_apart_give_the_change() {
        for (text, sound, broken) in [
            (
                "The lake fell to 1,712 metres on Friday.\n\nIt had stood at 1,719 metres in March. Boats were dragged over mud.\n\nEk said a drop of # metres in a lake was rare.",
                "seven",
                "nine",
            ),
            (
                "The bill will go up by £# next year, the council said.\n\nHouseholders now pay £1,836. From April they will pay £1,900.",
                "64",
                "84",
            ),
            (
                "The port moved 3.2 million tonnes last year.\n\nIn 2023 the figure was 4 million tonnes.\n\nEk said the # percent fall was sad.",
                "20",
                "25",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn other_changes_are_left_alone() {
        for text in [
            "The lake fell to 1,712 metres on Friday.\n\nTarn, a mill lake, lies at 1,719 metres.\n\nEk said a drop of nine metres in a lake was rare.",
            "The bill will go up by £84 next year.\n\nHouseholders in Orm now pay £1,836. In Holm they pay £1,900 and in Brae £1,700.",
            "The port moved 3.2 million tonnes last year.\n\nIn 2023 the figure was 4 million tonnes.\n\nEk said a 25 percent fall in fares was due.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
