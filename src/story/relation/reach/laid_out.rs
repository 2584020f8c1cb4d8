//! A sum whose parts are told over the sentences behind it: "a bill of £44,500. … Repairs to the nave cost £31,000. New
//! carpets came to £8,500 and the organ needed £5,000 of work", "destroyed 302 homes. … Alder lost 184 homes. Another 77
//! burned in Hatch and 41 in Orm".
//!
//! Nothing but money of one currency, or counts of one thing with "another" among them, may stand in these sentences, and
//! the list must end with them; what all but makes the sum is its parts.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::{Relation, thing};
use super::Reach;
use super::parts::{Near, is_plain, settle};
use crate::extract::FigureKind;
use crate::language::WordList;

/// How many sentences may hold the parts.
const MOST: usize = 3;

/// Nouns and verbs of a sum that is made of others.
const SUMS: WordList = WordList::of(&[
    "bill", "came", "cost", "costs", "damage", "debt", "debts", "fees", "fund", "loss", "losses", "proceeds", "raised",
    "spend", "spending", "spent", "takings", "total", "totalled", "totaled", "worth",
]);

/// Words by which a sum is of another time, holds others, or is no part.
const OPEN: WordList = WordList::of(&[
    "about",
    "against",
    "average",
    "budgeted",
    "compared",
    "double",
    "each",
    "earlier",
    "estimated",
    "estimate",
    "fell",
    "forecast",
    "from",
    "half",
    "including",
    "insured",
    "last",
    "least",
    "more",
    "nearly",
    "per",
    "previous",
    "price",
    "rest",
    "rose",
    "salary",
    "than",
    "to",
    "total",
    "up",
    "year",
    "would",
]);

/// The sum that the sentence and those before it lay out.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let last = reach.previous()?;
    let kind = line.slots.first()?.kind();
    // "Alder lost 184 homes. Another 77 burned in Hatch": a word says that the list goes on.
    let is_counted = kind == FigureKind::Count && line.has_between(line.first, line.end, &["another", "further"]);
    let unit = if is_counted { last.slots.first()?.unit()? } else { line.slots.first()?.unit()? };
    if !is_counted && kind != FigureKind::Money {
        return None;
    }
    let is_sum = |slot: &Slot<'_>| {
        is_plain(slot) && slot.kind() == kind && (slot.unit() == Some(unit) || is_counted && slot.unit().is_none())
    };
    let is_laid = |at: &Line<'_>| !at.slots.is_empty() && at.slots.iter().all(is_sum) && !is_open(at);
    // The list goes on: its end is not yet here.
    let goes_on = reach.next.is_some_and(|next| next.block == line.block && next.slots.iter().any(is_sum));
    if last.block != line.block || goes_on || !is_laid(line) {
        return None;
    }
    (2..=MOST).find_map(|count| {
        let lines: Vec<&Line<'_>> = reach.near(MOST).take(count).collect();
        let is_own = lines.len() == count && lines.iter().all(|at| at.block == line.block && is_laid(at));
        let home = reach.near(MOST).nth(count).filter(|_| is_own)?;
        let mut wholes = home.slots.iter().filter(|slot| is_sum(slot));
        let whole = wholes.next().filter(|_| wholes.next().is_none() && (is_counted || names_sum(home)))?;
        let parts: Vec<Slot<'_>> = lines.iter().rev().flat_map(|at| &at.slots).copied().collect();
        let is_told = !is_counted || befell(home).is_none() || lines.iter().all(|at| befell(at).is_some());
        let is_whole = 3 <= parts.len() && parts.len() <= 6 && is_told;
        let relation = is_whole.then(|| settle(whole, &parts, Decimal::ZERO, Near::Listed)).flatten()?;
        Some(relation)
    })
}

/// What a sentence says happened to what it counts: of homes that burned, not of those that stand.
fn befell(line: &Line<'_>) -> Option<&'static str> {
    (line.first..line.end).find_map(|at| thing::event_of(&line.lower(at)))
}

fn names_sum(line: &Line<'_>) -> bool {
    line.has_listed(line.first, line.end, &SUMS)
}

/// "Came to £8,500": where a sum leads is no change.
fn is_open(line: &Line<'_>) -> bool {
    let is_led = |at: usize| {
        line.words.is(at, "to")
            && (line.words.is_any(at.wrapping_sub(1), &["came", "comes", "amounted"])
                || !line.slots.iter().any(|slot| slot.begin == at + 1))
    };
    line.has_listed(line.first, line.end, &OPEN)
        && (line.first..line.end).any(|at| line.words.is_listed(at, &OPEN) && !is_led(at))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_sum_is_what_the_sentences_behind_it_lay_out() {
        for (text, sound, broken) in [
            (
                "The flood left the parish with a bill of £#,500. Repairs to the nave cost £31,000. New carpets came to £8,500 and the organ needed £5,000 of work.",
                "44",
                "47",
            ),
            (
                "The trust raised $9,#40 in the week. A bake sale brought in $2,310. The raffle made $4,180 and a concert another $2,950.",
                "4",
                "6",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn other_sums_are_left_alone() {
        for text in [
            "The trust raised $9,640 in the week. A bake sale brought in $2,310. The raffle made $4,180 and a concert $2,950 last year.",
            "The trust raised $9,640. A cake cost $2,310. A lamp cost $4,180 and a clock $2,950. A bell cost $200.",
            "The trust has $9,640. A cake cost $2,310. A lamp cost $4,180 and a clock $2,950.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
