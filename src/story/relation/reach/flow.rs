//! A level before, what came or went, and the level now: "It employed 2,300 people in May. After shedding 400, it now has
//! 1,900", "The chain, which had 120 shops, has closed 35 and now runs 85", "sold five of its 42 boats, and has 37 left".
//!
//! The three must be the only counts of the sentence, or of it and the one before. What came or went has its verb right
//! before it; the level now is told with "now" or "left".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::Reach;
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// By what things grow fewer.
const GOING: WordList = WordList::of(&[
    "shedding",
    "shed",
    "losing",
    "lost",
    "selling",
    "sold",
    "closing",
    "closed",
    "shutting",
    "shut",
    "cutting",
    "cut",
    "scrapping",
    "scrapped",
    "retiring",
    "retired",
    "axing",
    "axed",
    "dismissing",
    "dismissed",
    "laying",
    "culling",
    "culled",
    "withdrawing",
    "withdrew",
]);

/// By what they grow more.
const COMING: WordList = WordList::of(&[
    "adding",
    "added",
    "hiring",
    "hired",
    "opening",
    "opened",
    "buying",
    "bought",
    "gaining",
    "gained",
    "acquiring",
    "acquired",
    "recruiting",
    "recruited",
]);

/// The level now that a level before and what came or went contradict.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const OPEN: &[&str] = &[
        "another",
        "also",
        "including",
        "than",
        "most",
        "some",
        "about",
        "net",
        "since",
        "plans",
        "would",
        "will",
        "each",
        "per",
        "forecast",
    ];
    let line = reach.line;
    let near = reach.last().filter(|last| last.block == line.block);
    let counts = |at: &Line<'_>| at.slots.iter().filter(|slot| slot.kind() == FigureKind::Count).count();
    let own = counts(line);
    if own == 0 || own != 3 && own + near.map_or(0, counts) != 3 || !line.slots.iter().any(|slot| is_now(line, slot)) {
        return None;
    }
    let lines: Vec<&Line<'_>> = near.into_iter().chain([line]).collect();
    [&lines[lines.len() - 1..], &lines[..]].into_iter().find_map(|lines| {
        if lines.iter().any(|at| at.has_between(at.first, at.end, OPEN)) {
            return None;
        }
        let all: Vec<(&Line<'_>, &Slot<'_>)> = lines
            .iter()
            .flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)))
            .filter(|(_, slot)| slot.kind() == FigureKind::Count)
            .collect();
        let [one, two, three] = all[..] else { return None };
        level(line, [one, two, three])
    })
}

type Placed<'l, 'a> = (&'l Line<'a>, &'l Slot<'a>);

fn level(line: &Line<'_>, all: [Placed<'_, '_>; 3]) -> Option<Relation> {
    let plain = |(_, slot): &Placed<'_, '_>| slot.figure().pair.is_none() && slot.figure().modifier == Modifier::Plain;
    let [_, two, (at, now)] = all;
    let is_here = at.first == line.first && at.block == line.block;
    if !all.iter().all(plain) || !is_here || !is_now(at, now) {
        return None;
    }
    // "Had 120 shops, has closed 35", "sold five of its 42 boats": what went may be told first.
    let (before, (flow_line, flow)) = match (way(all[0].0, all[0].1), way(two.0, two.1)) {
        (None, Some(_)) => (all[0].1, two),
        (Some(_), None) => (two.1, all[0]),
        _ => return None,
    };
    let grows = way(flow_line, flow)?;
    let are_like = [flow, now].iter().all(|slot| slot.unit().is_none() || slot.unit() == before.unit());
    let step = flow.figure().value;
    let given =
        if grows { before.figure().value.checked_add(step)? } else { before.figure().value.checked_sub(step)? };
    let stated = now.figure().value;
    let is_near = given.max(stated) <= given.min(stated).checked_mul(Decimal::new(15, 1))?;
    // A large round number stands for those around it.
    let slack = before.bounds()?.high.checked_sub(before.bounds()?.low)?.checked_div(Decimal::from(4))?;
    let holds = now.bounds()?.meets(Bounds::around(given, slack)?);
    let is_moved = if grows { before.figure().value < stated } else { stated < before.figure().value };
    (are_like
        && before.unit().is_some()
        && is_near
        && is_moved
        && step < before.figure().value
        && Decimal::ZERO < given)
        .then(|| {
            let outcome = Outcome { given: Bounds::exactly(given), holds };
            tie(RelationKind::Difference, now, &[before, flow], None, outcome)
        })
}

/// Whether so many came (`true`) or went, as the verb right before the figure says.
fn way(line: &Line<'_>, slot: &Slot<'_>) -> Option<bool> {
    let first = slot.begin.saturating_sub(2).max(line.first);
    let verb = |verbs: &WordList| (first..slot.begin).any(|at| line.words.is_listed(at, verbs));
    match (verb(&COMING), verb(&GOING)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// "It now has 1,900", "leaving it with 1,900 now", "has 37 left".
fn is_now(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let first = slot.begin.saturating_sub(4).max(line.first);
    let end = slot.past();
    line.has_between(first, slot.begin, &["now"])
        || line.has_between(end, end + 2, &["now", "left", "remain", "remaining"])
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_is_left_follows_from_what_there_was_and_what_went() {
        for (text, is_wrong) in [
            ("The mill employed 2,310 people in May. After shedding 420, it now has 1,990, Lund said.", true),
            ("The mill employed 2,310 people in May. After shedding 420, it now has 1,890, Lund said.", false),
            ("The chain, which had 124 shops, has closed 35 and now runs 99, Lund said.", true),
            ("The chain, which had 124 shops, has closed 35 and now runs 89, Lund said.", false),
            ("The yard sold five of its 42 boats and has 39 left, Lund said.", true),
            ("The yard sold five of its 42 boats and has 37 left, Lund said.", false),
            ("The chain had 124 shops. It closed 35 tills and now has 99 lamps.", false),
        ] {
            let found = relations(&read(text), RelationKind::Difference);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
