//! A change whose two levels stand in sentences of their own, in whatever order and some paragraphs apart: "fell to 1,712
//! metres on Friday. It had stood at 1,719 metres in March. / A drop of nine metres", "will go up by £84. / Householders
//! now pay £1,836. From April they will pay £1,900".
//!
//! Sentences so far apart speak of many things: in those from the first of the three to the last no other figure of the
//! kind may stand, and the two levels must be of different times.

use rust_decimal::Decimal;

use super::super::change::settle;
use super::super::line::{Line, Slot, Way, tie};
use super::super::{Relation, RelationKind, quotient, solver};
use super::named_change::{self, Placed, is_foreseen, is_timed_apart};
use super::only::is_part;
use super::{Reach, is_near, is_plain, share_words};
use crate::extract::FigureKind;
use crate::language::{Class, Classes, WordList};

/// A change that is farther off is one of something else.
const FAR: i64 = 2;

/// How many sentences before the last of the three the first may stand.
const BACK: usize = 3;

/// Words by which a change is one of another time, or of some of what the levels tell.
const OPEN: WordList = WordList::of(&[
    "average",
    "each",
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

/// More figures than this are of more than one thing.
const MOST: usize = 8;

/// The change among the sentences of which this is the last, where its levels give another.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let near = &reach.before[reach.before.len().saturating_sub(BACK)..];
    let slots = |lines: &[&Line<'_>]| lines.iter().map(|at| at.slots.len()).sum::<usize>() + reach.line.slots.len();
    if near.is_empty() || slots(near) < 3 {
        return None;
    }
    // Asked first, and once: hardly any sentence tells of a change by how much.
    let lines: Vec<&Line<'_>> = near.iter().copied().chain([reach.line]).collect();
    let all = lines.iter().enumerate().flat_map(|(number, at)| at.slots.iter().map(move |slot| (number, (*at, slot))));
    let changes: Vec<(usize, Change<'_, '_>)> =
        all.filter_map(|(number, told)| Some((number, Change::of(told)?))).collect();
    (0..near.len()).rev().find_map(|first| {
        let mut own = changes.iter().filter(|(number, _)| first <= *number).map(|(_, change)| change);
        let change = own.next().filter(|_| own.next().is_none())?;
        if (3..=MOST).contains(&slots(&near[first..])) { of(reach, &lines[first..], change) } else { None }
    })
}

/// A figure by which something changed.
struct Change<'l, 'a> {
    told: Placed<'l, 'a>,
    way: Way,
    /// Whether it is told as something that the reader knows: "the 25 percent fall".
    is_known: bool,
}

fn of(reach: Reach<'_, '_>, lines: &[&Line<'_>], change: &Change<'_, '_>) -> Option<Relation> {
    let &Change { told: (at, stated), way, is_known } = change;
    let all = || lines.iter().flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)));
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
    // "Householders now pay £12. From June they will pay £15": what was and what will be.
    let is_to_come = says(one, &["now", "currently"]) && says(other, &["will"])
        || says(other, &["now", "currently"]) && says(one, &["will"]);
    let is_sure = is_known || is_slip || is_to_come || is_shared && is_close;
    let is_sound = outcome.holds || is_near(&outcome, stated, FAR) && is_sure;
    is_sound.then(|| tie(RelationKind::Difference, stated, &[from.1, to.1], None, outcome))
}

fn says((line, slot): Placed<'_, '_>, words: &[&str]) -> bool {
    line.has_between(slot.begin.saturating_sub(3).max(line.first), slot.begin, words)
}

/// Whether a figure may be a level of what changed by `stated`.
fn is_of_kind(slot: &Slot<'_>, stated: &Slot<'_>) -> bool {
    use FigureKind::{Count, Index, Measure, Money, Rate};
    if is_part(stated) {
        return matches!(slot.kind(), Count | Index | Measure | Money | Rate);
    }
    slot.is_like(stated) && slot.unit() == stated.unit()
}

impl<'l, 'a> Change<'l, 'a> {
    fn of(told: Placed<'l, 'a>) -> Option<Self> {
        let (line, slot) = told;
        let is_kind =
            is_part(slot) || matches!(slot.kind(), FigureKind::Measure | FigureKind::Money | FigureKind::Count);
        if !is_kind || !may_change(line, slot) || !is_plain(slot) {
            return None;
        }
        // "A fall of 12% on the year before": the other end is told.
        if line.has_between(slot.end, slot.end + 2, &["than", "from", "to", "on"]) {
            return None;
        }
        let known = named_change::named(line, slot).map(|way| (way, true));
        let (way, is_known) = known.or_else(|| Some((by_noun(line, slot).or_else(|| by_verb(line, slot))?, false)))?;
        Some(Self { told, way, is_known })
    }
}

/// Whether a word of change stands near the figure: most have none.
fn may_change(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const CHANGES: Classes = Classes::of(&[Class::Rise, Class::Fall]);
    let near = slot.begin.saturating_sub(REACH).max(line.first)..(slot.end + 3).min(line.end);
    let tokens = line.words.tokens.get(near).unwrap_or_default();
    tokens.iter().any(|token| token.classes.meets(CHANGES) || token.reads(line.words.text, "up"))
}

/// How many words before "by" its verb may stand: "will put up its charge by".
const REACH: usize = 6;

/// "A drop of nine metres".
fn by_noun(line: &Line<'_>, slot: &Slot<'_>) -> Option<Way> {
    let words = line.words;
    let of = slot.begin.wrapping_sub(1);
    let noun = of.wrapping_sub(1);
    let is_noun = words.is(of, "of")
        && words.is_any(noun.wrapping_sub(1), &["a", "an"])
        && named_change::is_noun(words, noun)
        && !words.is_any(noun.wrapping_sub(2), &["after", "despite", "with"]);
    line.way(noun).filter(|_| is_noun && (slot.unit().is_some() || is_part(slot)))
}

/// "Will go up by £84", "has fallen by 40,000 tonnes".
fn by_verb(line: &Line<'_>, slot: &Slot<'_>) -> Option<Way> {
    let by = slot.begin.wrapping_sub(1);
    if !line.words.is(by, "by") || slot.unit().is_none() {
        return None;
    }
    let verb = (by.saturating_sub(REACH - 1).max(line.first)..by).rev();
    let is_put_up = |at: usize| {
        line.words.is(at, "up") && line.words.is_any(at.wrapping_sub(1), &["put", "puts", "go", "goes", "went"])
    };
    verb.into_iter().find_map(|at| if is_put_up(at) { Some(Way::Up) } else { line.way(at) })
}

/// "It had stood at 1,719 metres", "had been 7.4 percent".
pub(super) fn had_been((line, slot): Placed<'_, '_>) -> bool {
    const NEAR: usize = 5;
    let first = slot.begin.saturating_sub(NEAR).max(line.first);
    (first..slot.begin)
        .any(|at| line.words.is(at, "had") && line.words.is_any(at + 1, &["been", "stood", "numbered", "cost"]))
        || did_the_year_before(line, slot)
}

/// "They had landed 6,000 tonnes in the same weeks of 2023".
fn did_the_year_before(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const PRONOUNS: &[&str] = &["it", "they", "he", "she"];
    let words = line.words;
    let is_done = words.has(line.first + 2, Class::Participle) || words.written(line.first + 2).ends_with("ed");
    words.is_any(line.first, PRONOUNS)
        && words.is(line.first + 1, "had")
        && is_done
        && slot.begin == line.first + 3
        && line.has_between(slot.end, line.end, &["same", "year", "season"])
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
