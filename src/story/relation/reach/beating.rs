//! How far one figure beats another: "recorded 41.3C, beating its record of 39.8C by 1.5 degrees", "missed its target of
//! 2,400 by 150", "reached 43C, 1.9 degrees above the record of 41.1C", and a lead told with the scores of both: "a five-stroke lead at 14 under par, with Brandt on nine under".

use super::super::line::{Line, Slot};
use super::super::{Relation, RelationKind, quotient};
use super::tie_near;
use crate::extract::{FigureKind, Modifier};

/// A distance that is farther off is one of something else.
const FAR: i64 = 6;

/// What one does to a mark that another figure sets.
const BEAT: &[&str] = &[
    "beat",
    "beats",
    "beating",
    "beaten",
    "break",
    "breaks",
    "breaking",
    "broke",
    "top",
    "tops",
    "topping",
    "topped",
    "surpass",
    "surpassed",
    "surpassing",
    "eclipse",
    "eclipsed",
    "eclipsing",
    "exceed",
    "exceeds",
    "exceeded",
    "exceeding",
    "overshot",
    "overshooting",
    "undershot",
    "undershooting",
    "bettered",
    "bettering",
    "smashed",
    "smashing",
    "shattered",
    "shattering",
    "missed",
    "missing",
    "misses",
    "outstripped",
    "outstripping",
    "undercut",
    "undercutting",
    "passing",
    "improving",
    "lowering",
];

/// What is beaten.
const MARKS: &[&str] = &[
    "record",
    "mark",
    "best",
    "target",
    "goal",
    "limit",
    "forecast",
    "forecasts",
    "estimate",
    "estimates",
    "expectations",
    "budget",
    "ceiling",
    "quota",
    "cap",
    "time",
    "high",
    "low",
    "bid",
    "offer",
    "maximum",
    "minimum",
    "previous",
    "old",
    "standard",
    "threshold",
];

/// The distances of a sentence.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    if line.slots.len() < 3 {
        None
    } else {
        let of_mark = |number: usize| by(line, number).or_else(|| off_mark(line, number));
        (2..line.slots.len()).find_map(of_mark).or_else(|| on_course(line))
    }
}

/// "Beating its record of 39.8C by 2.5 degrees": the mark right before the distance, what beat it before the verb.
fn by(line: &Line<'_>, number: usize) -> Option<Relation> {
    const NEAR: usize = 9;
    let (one, mark, stated) = (&line.slots[number - 2], &line.slots[number - 1], &line.slots[number]);
    let words = line.words;
    let by = stated.begin.wrapping_sub(1);
    let end = mark.past();
    if !words.is(by, "by") || end + 4 < by || line.has_between(end, by, &[",", "and", "but", "to", "from"]) {
        return None;
    }
    let verb = (one.end..mark.begin).rev().find(|&at| words.is_any(at, BEAT))?;
    let is_near = mark.begin <= verb + NEAR && verb <= one.end + NEAR;
    let is_mark = line.has_between(verb, mark.begin, MARKS) || line.has_between(verb, mark.begin, &["of", "the"]);
    let is_clear = !line.has_between(one.end, verb, &["and", "but", "while", "who", "which"])
        && !line.has_between(verb, mark.begin, &[",", "and", "but", "by"]);
    let is_single = [one, mark, stated].iter().all(|slot| {
        slot.figure().pair.is_none() && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
    });
    if !is_near || !is_mark || !is_clear || !is_single || !one.is_like(mark) || !is_distance(stated, mark) {
        return None;
    }
    let outcome = quotient::difference(stated.bounds()?, one.bounds()?, mark.bounds()?)?;
    tie_near(RelationKind::Difference, stated, &[one, mark], outcome, FAR)
}

/// "Reached 43C, 1.9 degrees above the record of 41.1C", "made £3.1m, £400,000 short of its target of £3.5m": the distance
/// between the two.
fn off_mark(line: &Line<'_>, number: usize) -> Option<Relation> {
    const NEAR: usize = 9;
    const OFF: &[&str] = &[
        "above", "over", "below", "under", "short", "off", "outside", "inside", "beyond", "more", "less", "higher",
        "lower", "up", "down",
    ];
    let (one, stated, mark) = (&line.slots[number - 2], &line.slots[number - 1], &line.slots[number]);
    let words = line.words;
    let off = stated.past();
    let is_off = words.is_any(off, OFF) && mark.begin <= off + NEAR;
    let is_mark = line.has_between(off, mark.begin, MARKS)
        && words.is_any(mark.begin.wrapping_sub(1), &["of", "at", ","])
        && !line.has_between(off, mark.begin, &["and", "but", "to", "from", "in"]);
    let is_set_off = words.is_any(stated.begin.wrapping_sub(1), &[",", "–", "—", "("])
        && stated.begin <= one.past() + NEAR
        && !line.has_between(one.end, stated.begin, &["and", "but", "while", "who", "which"]);
    let is_single = [one, mark, stated].iter().all(|slot| {
        slot.figure().pair.is_none() && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
    });
    if !is_off || !is_mark || !is_set_off || !is_single || !one.is_like(mark) || !is_distance(stated, mark) {
        return None;
    }
    let outcome = quotient::difference(stated.bounds()?, one.bounds()?, mark.bounds()?)?;
    tie_near(RelationKind::Difference, stated, &[one, mark], outcome, FAR)
}

/// Whether one figure can be how far another lies from its like: of its unit, or in degrees of its scale.
fn is_distance(stated: &Slot<'_>, mark: &Slot<'_>) -> bool {
    let is_degree = |slot: &Slot<'_>| slot.unit().is_some_and(|unit| unit.starts_with("degree"));
    let is_part = stated.is_percent() || stated.kind() == FigureKind::Share || mark.is_percent();
    !is_part && (is_degree(stated) && is_degree(mark) || stated.is_like(mark))
}

/// "A five-stroke lead at 14 under par, with Brandt second on 10 under."
fn on_course(line: &Line<'_>) -> Option<Relation> {
    let is_lead = |slot: &&Slot<'_>| {
        let behind = slot.past();
        let is_strokes = matches!(slot.unit(), Some("stroke" | "shot"));
        let leads = ["lead", "leads", "ahead", "behind", "clear", "advantage", "back", "adrift"];
        is_strokes && line.has_between(slot.begin.saturating_sub(4).max(line.first), behind + 2, &leads)
    };
    let stated = line.slots.iter().find(is_lead)?;
    let under = |word: &str| -> Vec<&Slot<'_>> {
        line.slots.iter().filter(|slot| slot.kind() == FigureKind::Count && line.words.is(slot.behind, word)).collect()
    };
    let (under, over) = (under("under"), under("over"));
    let (([one, other], []) | ([], [one, other])) = (&under[..], &over[..]) else { return None };
    let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
    tie_near(RelationKind::Difference, stated, &[one, other], outcome, FAR)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_distance_from_a_mark_is_held_against_both() {
        for (text, sound, broken) in [
            ("It reached 43.2C in Brae on Friday, # degrees above the record of 41.1C set in 2003.", "2.1", "3.1"),
            ("The walk raised £3.1m, £# short of its target of £3.5m.", "400,000", "600,000"),
        ] {
            let found = |number: &str| relations(&read(&text.replace('#', number)), RelationKind::Difference);
            assert!(!found(sound).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(sound));
            assert!(found(broken).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(broken));
        }
    }
}
