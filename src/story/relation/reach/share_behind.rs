//! A share told behind the two counts that give it, without a word that names the whole: "went through 275 files. But 66 of
//! the children, or 24 percent, had not", "Some 61,000 were entitled to vote. Just 24,888 did, a turnout of 40.8 percent",
//! "with 11,220 votes. A total of 27,500 papers were counted, giving him a 40.8% share", "The 60 percent who were found".
//!
//! The part stands beside its share, or the share has a name. The whole is whatever larger count stands before; where there
//! are several, one that fits is enough, and where none fits nothing is said unless there is but one.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::whole::is_lead;
use super::{Reach, is_then, tie_near, word_before};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// A share that is farther off is one of something else.
const FAR: i64 = 2;

/// How many sentences with figures back the whole may stand.
const BACK: usize = 2;

/// Nouns of a share that is of those who were counted before.
const RATES: WordList = WordList::of(&["turnout", "share", "rate", "proportion", "majority"]);

/// Words of those who may vote.
const ENTITLED: WordList = WordList::of(&[
    "entitled",
    "eligible",
    "registered",
    "electorate",
    "balloted",
    "ballot",
    "voters",
    "vote",
    "members",
    "roll",
]);

/// Before "rate": what a rate may be of.
const OF: WordList = WordList::of(&[
    "pass",
    "success",
    "response",
    "failure",
    "survival",
    "attendance",
    "completion",
    "graduation",
    "conviction",
    "clearance",
    "detection",
    "acceptance",
    "hit",
    "recovery",
    "conversion",
    "return",
    "absence",
    "approval",
    "strike",
    "dropout",
    "vote",
]);

/// The shares of a sentence of what stands before them.
pub(super) fn find(reach: Reach<'_, '_>) -> Vec<Relation> {
    let line = reach.line;
    let shares = line.slots.iter().filter(|slot| line.first < slot.begin && slot.is_percent() && is_single(slot));
    shares
        .filter_map(|stated| {
            beside(reach, stated).or_else(|| called(reach, stated)).or_else(|| called_the(reach, stated))
        })
        .collect()
}

/// "16,800 of its 56,000 Democrats voted. / The 30 percent turnout was a record": of the only two counts before.
fn called_the(reach: Reach<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = reach.line;
    let words = line.words;
    let end = words.past_hyphen(stated.behind);
    let is_rate = words.is(end, "turnout") || words.is_listed(end, &OF) && words.is(end + 1, "rate");
    let is_the = words.is_any(word_before(line, stated), &["the", "that", "this"]);
    let last = reach.previous().filter(|_| is_rate && is_the && line.slots.len() == 1)?;
    let [one, other] = last.slots.iter().filter(|slot| is_count(slot)).collect::<Vec<_>>()[..] else { return None };
    let (part, whole) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let end = part.past();
    let is_of = last.words.is(part.behind, "of")
        || last.words.is(end, "of") && last.words.is_any(end + 1, &["them", "those", "these", "the"]);
    (is_of && !is_changed(last, part)).then(|| of_a_whole(part, stated, &[whole])).flatten()
}

/// "66 of the children, or 24 percent, had not": the part right before its share.
fn beside(reach: Reach<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = reach.line;
    let words = line.words;
    let or = word_before(line, stated);
    let part = line.slots.iter().rev().find(|slot| slot.end <= stated.begin)?;
    let end = part.past();
    let is_beside = words.is(or, "or") && words.is(or.wrapping_sub(1), ",") || words.is(or, "(");
    // "66 of the children, or": nothing but whom they are of.
    let is_near =
        or <= end + 5 && !line.has_between(end, or.wrapping_sub(1), &[",", "and", "in", "than", "more", "per"]);
    let behind = stated.behind;
    let is_closed = words.is_any(behind, &[",", ".", ")", ";"]) || line.end <= behind + 1;
    if !is_beside || !is_near || !is_closed || !is_count(part) || is_changed(line, part) {
        return None;
    }
    let wholes = told_last(line, part).map_or_else(|| larger(reach, part, stated), |some| vec![some]);
    of_a_whole(part, stated, &wholes)
}

/// "1,140 of its 1,520 drivers had voted, and | 968 of them |, or 85 per cent": they are the first of the two, who voted.
fn told_last<'l, 'a>(line: &'l Line<'a>, part: &Slot<'_>) -> Option<&'l Slot<'a>> {
    let words = line.words;
    let is_of_them = words.is(part.behind, "of") && words.is_any(part.behind + 1, &["them", "those", "these"]);
    let mut before = line.slots.iter().filter(|slot| slot.end <= part.begin && is_count(slot));
    let (Some(some), Some(_), None) = (before.next(), before.next(), before.next()) else { return None };
    (is_of_them && words.is(some.behind, "of")).then_some(some)
}

/// "A turnout of 40.8 percent", "giving him a 40.8% share", "with a pass rate of 70 percent".
fn called(reach: Reach<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = reach.line;
    let words = line.words;
    let before = word_before(line, stated);
    let end = words.past_hyphen(stated.behind);
    let is_rate = |at: usize| {
        words.is_listed(at, &RATES)
            && (!words.is(at, "rate") || words.is_listed(at.wrapping_sub(1), &OF) || words.is_listed(end, &OF))
    };
    let is_of = words.is(before, "of") && is_rate(before.wrapping_sub(1));
    let noun = if words.is_listed(end, &OF) { end + 1 } else { end };
    let is_headed = words.is_any(before, &["a", "an"]) && (is_rate(noun) || words.is(end, "turnout"));
    let first = before.saturating_sub(7).max(line.first);
    let is_result = line.has_between(
        first,
        before + 1,
        &[",", "giving", "gave", "gives", "for", "with", "or", "making", "meaning", "a", "–", "—"],
    );
    let closing = if is_of { end } else { noun + 1 };
    let is_closed = line.end <= closing + 1
        || words.is_any(closing, &[",", ".", ")", ";", "–", "—", "and", "but"])
        || words.run_is(closing, &["of", "the", "vote"]);
    // "A turnout of 40 percent, up from 35": of another time is only what follows.
    let part = line.slots.iter().rev().find(|slot| slot.end <= stated.begin && is_count(slot))?;
    let is_own = !line.has_between(part.past(), stated.begin, &["than", "compared", "against", "last"]);
    if !(is_of || is_headed) || !is_result || !is_closed || !is_own || is_changed(line, part) {
        return None;
    }
    let larger = larger(reach, part, stated);
    // "Some 52,000 people live there. Just 20,800 voted, a turnout of 48 per cent": of those who may vote.
    let is_turnout = words.is_any(before.wrapping_sub(1), &["turnout"]) || words.is(end, "turnout");
    let is_electorate = |at: &&Line<'_>| at.has_listed(at.first, at.end, &ENTITLED);
    if is_turnout && !is_electorate(&line) && !reach.last().is_some_and(|last| is_electorate(&last)) {
        return None;
    }
    if larger.iter().any(|whole| is_lead(line, part, stated, whole)) {
        return None;
    }
    if !larger.is_empty() {
        return of_a_whole(part, stated, &larger);
    }
    // "With 11,220 votes. A total of 27,500 papers were counted, giving him …"
    let last = reach.last()?;
    let is_part =
        |slot: &&Slot<'_>| is_count(slot) && slot.figure().value < part.figure().value && !is_then(last, slot);
    let [smaller] = last.slots.iter().filter(is_part).collect::<Vec<_>>()[..] else { return None };
    of_a_whole(smaller, stated, &[part])
}

/// The share of the part in those wholes: one that fits is enough.
fn of_a_whole(part: &Slot<'_>, stated: &Slot<'_>, wholes: &[&Slot<'_>]) -> Option<Relation> {
    let weigh = |whole: &Slot<'_>| quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?);
    let outcomes: Vec<_> = wholes.iter().filter_map(|whole| Some((*whole, weigh(whole)?))).collect();
    let fits = outcomes.iter().find(|(_, outcome)| outcome.holds);
    let only = || if let [only] = &outcomes[..] { Some(only) } else { None };
    let (whole, outcome) = fits.or_else(only)?;
    tie_near(RelationKind::Share, stated, &[part, whole], *outcome, FAR)
}

/// The larger counts before a share that its part can be of.
fn larger<'l, 'a>(reach: Reach<'l, 'a>, part: &Slot<'_>, stated: &Slot<'_>) -> Vec<&'l Slot<'a>> {
    let line = reach.line;
    let slots = reach.near(BACK).flat_map(|at| at.slots.iter().map(move |slot| (at, slot)));
    let is_one = |slot: &Slot<'_>| part.unit().is_none() || slot.unit().is_none() || part.unit() == slot.unit();
    let is_before =
        |at: &Line<'_>, slot: &Slot<'_>| (at.block, at.first) != (line.block, line.first) || slot.end <= stated.begin;
    let fits = |&(at, slot): &(&Line<'_>, &Slot<'_>)| {
        let is_larger = part.figure().value < slot.figure().value;
        let is_whole = !is_one_of_two(at, slot) && !has_own_share(at, slot);
        is_count(slot) && is_one(slot) && is_larger && is_before(at, slot) && is_whole
    };
    slots.filter(fits).map(|(_, slot)| slot).collect()
}

/// "540 drivers and 60 cyclists": the whole may be both of them.
fn is_one_of_two(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let end = slot.past();
    line.slots.iter().any(|other| {
        let (first, last) = if slot.begin < other.begin { (end, other.begin) } else { (other.behind, slot.begin) };
        other.number != slot.number && is_count(other) && last <= first + 3 && line.has_between(first, last, &["and"])
    })
}

/// "With 2,240 votes, or 56 percent, to 1,760, or 44 percent": a part itself, of what is not told.
fn has_own_share(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let end = slot.past();
    line.slots.iter().any(|other| other.is_percent() && end <= other.begin && other.begin <= end + 3)
}

fn is_count(slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Count && is_single(slot) && Decimal::ONE < slot.figure().value
}

fn is_single(slot: &Slot<'_>) -> bool {
    slot.figure().pair.is_none() && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
}

/// "Rose by 66, or 24 percent", "66 more, or 24 percent": of what there was before.
fn is_changed(line: &Line<'_>, part: &Slot<'_>) -> bool {
    const MORE: &[&str] = &["more", "fewer", "less", "higher", "lower", "extra", "up", "down", "another", "further"];
    let first = part.begin.saturating_sub(4).max(line.first);
    let is_way = (first..part.begin).any(|at| line.way(at).is_some());
    is_way || line.has_between(first, part.begin, MORE) || line.has_between(part.behind, part.end + 3, MORE)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Share).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_share_told_behind_is_of_the_larger_count_before() {
        for (text, sound, broken) in [
            (
                "Brae has 56,000 registered Democrats, and 16,800 of them voted. Ek said the # percent turnout was a record.",
                "30",
                "33",
            ),
            (
                "Inspectors read the files of 250 children. But 65 of the children, or # percent, had no plan.",
                "26",
                "36",
            ),
            (
                "Brae gave the drug to 640 volunteers. Sore arms were reported by 416, or # percent, and fevers by 32, or 5 percent.",
                "65",
                "56",
            ),
            (
                "Some 52,000 people in 12 wards could vote. Just 20,800 did so, a turnout of # per cent, Lund said.",
                "40.0",
                "48.0",
            ),
            (
                "Ida Ek took the seat with 12,150 votes. A total of 27,000 papers were counted, giving her a # share.",
                "45%",
                "54%",
            ),
            (
                "Some 210 pupils sat the test. A total of 147 passed it, giving the school a pass rate of # per cent.",
                "70",
                "77",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_share_of_something_else_is_left_alone() {
        for text in [
            "The mill has 900 looms. It will cut 200 jobs, or 12 percent, in Brae.",
            "The fleet has 300 boats. It grew by 60 last year, or 12 percent, Lund said.",
            "Brae has 4,000 homes and 900 flats. Of late 300, or 12 percent, stood empty.",
            "Ida Ek won with 2,240 votes, or 53 percent, to 1,760, or 42 percent, for Jon Holm.",
            "Some 52,000 people live there. Just 20,800 went to the polls, on a turnout of 48 per cent.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
