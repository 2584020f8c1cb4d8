//! How many were in a boat, a bus or a plane, against what became of them: "19 died … 46 people had been rescued and eight
//! were still missing … had 85 on board".
//!
//! Whoever was aboard died, came off alive or is missing. Only where the dead and the living are both counted, once each,
//! is it told what became of all.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, thing};
use super::{Reach, is_then};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// How many sentences with figures back they may be counted.
const BACK: usize = 4;

/// How many paragraphs back.
const BLOCKS: usize = 2;

/// What became of somebody.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Dead,
    Alive,
    Hurt,
    Missing,
}

/// Words that tell an end, right behind a number or its noun, or before it.
const ENDS: [(End, WordList); 4] = [
    (End::Dead, WordList::of(&["dead", "died", "drowned", "killed", "perished"])),
    (
        End::Alive,
        WordList::of(&[
            "escaped",
            "rescued",
            "saved",
            "survived",
            "survivors",
            "unharmed",
            "unhurt",
            "uninjured",
            "alive",
        ]),
    ),
    (End::Hurt, WordList::of(&["hurt", "injured", "wounded"])),
    (End::Missing, WordList::of(&["missing", "unaccounted"])),
];

/// Words by which there are others, or some are counted twice.
const OPEN: WordList = WordList::of(&[
    "another",
    "capacity",
    "carry",
    "children",
    "crew",
    "earlier",
    "further",
    "including",
    "licensed",
    "more",
    "most",
    "one",
    "other",
    "others",
    "some",
    "than",
    "which",
    "whom",
]);

/// Those aboard, with all that became of them, of some sentences that end with this one.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const CUES: WordList =
        WordList::of(&["board", "aboard", "carrying", "carried", "boat", "bus", "plane", "party", "underground"]);
    // The dead stand in the lead, and who is missing and how many there were in paragraphs of their own.
    let near = reach.before.iter().rev().take(BACK).copied().filter(|at| reach.line.block <= at.block + BLOCKS);
    let lines: Vec<&Line<'_>> = std::iter::once(reach.line).chain(near).collect();
    if !lines.iter().any(|at| at.has_listed(at.first, at.end, &CUES)) {
        return None;
    }
    let all = || lines.iter().flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)));
    let (home, whole) = single(all().filter(|(at, slot)| is_aboard(at, slot)))?;
    let parts = told(all().filter(|(_, slot)| !std::ptr::eq(*slot, whole)))?;
    let is_here = |it: &Slot<'_>| reach.line.slots.iter().any(|slot| std::ptr::eq(slot, it));
    let is_last = is_here(whole) || parts.iter().any(|(_, part)| is_here(part));
    if !is_last || is_open(home, whole) || !are_all(&lines, &parts) {
        return None;
    }
    let operands: Vec<&Slot<'_>> = parts.iter().map(|(_, slot)| *slot).collect();
    let sum: Decimal = operands.iter().map(|slot| slot.figure().value).sum();
    let outcome = Outcome { given: Bounds::exactly(sum), holds: sum == whole.figure().value };
    let apart = (sum - whole.figure().value).abs();
    let is_near = apart * Decimal::from(3) <= whole.figure().value;
    is_near.then(|| tie(RelationKind::Sum, whole, &operands, None, outcome))
}

/// Each end with the figure that first tells it; `None` where one is told in two numbers, or as some of more.
fn told<'l, 'a>(slots: impl Iterator<Item = (&'l Line<'a>, &'l Slot<'a>)>) -> Option<Vec<(End, &'l Slot<'a>)>> {
    let mut parts: Vec<(End, &Slot<'_>)> = Vec::new();
    for (at, slot) in slots {
        let Some(end) = end_of(at, slot) else { continue };
        let known = parts.iter().find(|(told, _)| *told == end).map(|(_, first)| first.figure().value);
        if !is_counted(slot) || is_open(at, slot) || known.is_some_and(|known| known != slot.figure().value) {
            return None;
        }
        if known.is_none() {
            parts.push((end, slot));
        }
    }
    Some(parts)
}

/// Whether the parts are all that were aboard: the dead, those who came off alive, and whoever else is told of.
fn are_all(lines: &[&Line<'_>], parts: &[(End, &Slot<'_>)]) -> bool {
    let says = |words: &[&str]| lines.iter().any(|at| at.has_between(at.first, at.end, words));
    let has = |end: End| parts.iter().any(|(told, _)| *told == end);
    // "At least 19 died" of those of whom eight are missing: of those who were found it is a count.
    let is_bound = |&(end, part): &(End, &Slot<'_>)| {
        part.figure().modifier != Modifier::Plain && !(end == End::Dead && has(End::Missing))
    };
    // Those who were hurt may be among those who came off alive, unless only the unhurt are counted beside them.
    let may_overlap = has(End::Hurt) && !says(&["unharmed", "unhurt", "uninjured"]);
    // "And others swam ashore": not all are counted.
    let are_others = says(&["others", "rest"]);
    has(End::Dead) && has(End::Alive) && !may_overlap && !are_others && !parts.iter().any(is_bound)
}

fn single<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    all.next().filter(|_| all.next().is_none())
}

fn is_counted(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    slot.kind() == FigureKind::Count
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::AtLeast)
        && (slot.unit().is_none() || thing::counts_people(figure) || is_body(slot))
}

fn is_body(slot: &Slot<'_>) -> bool {
    slot.unit()
        .is_some_and(|unit| matches!(unit, "passenger" | "body" | "crew" | "member" | "climber" | "sailor" | "miner"))
}

/// "85 on board", "carrying 57 people", "16 crew aboard", "41 people on the plane", "the party had 21 members".
fn is_aboard(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const VESSELS: &[&str] =
        &["boat", "bus", "ferry", "plane", "ship", "train", "coach", "minibus", "jet", "flight", "helicopter"];
    let words = line.words;
    let end = slot.past();
    let end = if words.is_any(end, &["people", "passengers", "crew", "were"]) { end + 1 } else { end };

    let before = slot.begin.wrapping_sub(1);
    let is_on = words.is_any(end, &["aboard", "underground"])
        || words.run_is(end, &["on", "board"])
        || words.is(end, "on") && words.is_any(end + 1, &["the", "that"]) && words.is_any(end + 2, VESSELS);
    let is_carried = words.is(before, "carrying") || words.is(before, "carried");
    let is_party = words.is_any(before, &["had", "numbered"]) && words.is(before.wrapping_sub(1), "party");
    is_counted(slot) && slot.figure().modifier == Modifier::Plain && (is_on || is_carried || is_party)
}

/// What became of those whom the figure counts.
fn end_of(line: &Line<'_>, slot: &Slot<'_>) -> Option<End> {
    const NEAR: usize = 5;
    if slot.kind() != FigureKind::Count {
        return None;
    }
    let words = line.words;
    let first = past_aside(line, slot.number.max(slot.begin) + 1);
    let stop = line.slots.iter().map(|other| other.begin).find(|&begin| first <= begin).unwrap_or(line.end);
    let is_mark = |at: &usize| !words.is_any(*at, &[",", ";", "and", "while", ".", "when", "after"]);
    let behind = first..(first..stop.min(first + NEAR)).take_while(is_mark).last().map_or(first, |last| last + 1);
    let told = |at: usize| ENDS.iter().find(|(_, list)| words.is_listed(at, list)).map(|(end, _)| *end);
    if words.is(slot.begin.wrapping_sub(1), "killed") || words.is(slot.begin.wrapping_sub(1), "killing") {
        return Some(End::Dead);
    }
    let by_noun = slot.unit().is_some_and(|unit| unit == "body").then_some(End::Dead);
    let by_verb =
        behind.clone().find(|&at| words.run_is(at, &["picked", "up"]) || words.run_is(at, &["pulled", "out"]));
    behind.clone().find_map(told).or(by_noun).or(by_verb.map(|_| End::Alive))
}

/// "19 people, seven of them children, drowned": past what is said of them in between.
fn past_aside(line: &Line<'_>, first: usize) -> usize {
    const LONGEST: usize = 8;
    let words = line.words;
    let is_comma = |at: &usize| words.is(*at, ",");
    let Some(open) = (first..first + 3).find(is_comma) else { return first };
    let close = (open + 1..line.end.min(open + LONGEST)).find(is_comma);
    let is_of_them = (open + 1..open + 4).any(|at| words.run_is(at, &["of", "them"]));
    close.filter(|_| is_of_them).map_or(first, |close| close + 1)
}

/// "Another 12", "six other people", "12 of them": others may be told of.
fn is_open(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let end = slot.past();
    let first = slot.begin.saturating_sub(3).max(line.first);
    line.has_listed(first, slot.begin, &OPEN)
        || line.words.is(end, "of")
        || line.words.is_any(end, &["more", "others"])
        || is_then(line, slot)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn whoever_was_aboard_is_dead_alive_or_missing() {
        for (text, sound, broken) in [
            (
                "Nineteen people died when the ferry sank. She said 46 people had been rescued and eight were missing.\n\nIt had # on board, she said.",
                "73",
                "85",
            ),
            (
                "The bus was carrying # people when it left the road. Twelve were killed, 31 were hurt and four escaped unharmed.",
                "47",
                "57",
            ),
            ("There were # people on the plane. Nine died and 22 survived, the ministry said.", "31", "41"),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn not_all_need_be_told_of() {
        for text in [
            "The bus was carrying 57 people. Twelve were killed and 31 were hurt.",
            "There were 41 people on the plane. At least nine died and 22 survived.",
            "The boat had 85 on board. Nineteen died, 46 were rescued and others swam ashore.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
