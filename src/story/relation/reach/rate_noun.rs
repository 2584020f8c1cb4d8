//! A share that has a name, with the two counts that give it told before: "given to 2,300 of the 2,500 children, a coverage
//! of 82 percent", "41 of the 60 passed. The pass rate, 78 percent, …", "Attendance was 64 per cent, with 58 of 72 present".
//!
//! The counts must be a part and its whole in one phrase, and the only counts of their sentence.

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{Reach, has_unexcused, is_plain, is_then, tie_near};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// A share that is farther off is one of something else.
const FAR: i64 = 2;

/// Nouns of a share.
const SHARES: WordList = WordList::of(&[
    "accuracy",
    "attendance",
    "compliance",
    "coverage",
    "effectiveness",
    "efficacy",
    "enrolment",
    "enrollment",
    "occupancy",
    "participation",
    "proportion",
    "response",
    "share",
    "success",
    "take-up",
    "turnout",
    "uptake",
]);

/// Before "rate": what a share is of.
const RATES: WordList = WordList::of(&[
    "absence",
    "acceptance",
    "acquittal",
    "approval",
    "attendance",
    "clear-up",
    "clearance",
    "completion",
    "compliance",
    "conversion",
    "conviction",
    "coverage",
    "cure",
    "delivery",
    "detection",
    "dropout",
    "employment",
    "failure",
    "fatality",
    "germination",
    "graduation",
    "hit",
    "infection",
    "jobless",
    "literacy",
    "occupancy",
    "participation",
    "pass",
    "positivity",
    "recovery",
    "recycling",
    "rejection",
    "repayment",
    "response",
    "retention",
    "return",
    "strike",
    "success",
    "survival",
    "unemployment",
    "vaccination",
    "vacancy",
    "win",
]);

/// Words by which the share is one of another time or of other counts.
const OPEN: WordList = WordList::of(&[
    "ago",
    "average",
    "compared",
    "down",
    "earlier",
    "expected",
    "last",
    "national",
    "nationally",
    "nationwide",
    "previous",
    "previously",
    "since",
    "target",
    "than",
    "up",
]);

/// The share of a sentence, of the two counts that it or the one before it tells.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let mut shares = line.slots.iter().filter(|slot| slot.is_percent());
    let stated = shares.next().filter(|stated| shares.next().is_none() && is_plain(stated))?;
    let noun = noun_of(line, stated).or_else(|| is_of_all(line, stated).then_some(line.end))?;
    let is_hyphened = |at: usize| line.words.is(at, "up") && line.words.is_hyphen(at.wrapping_sub(1));
    if has_unexcused(line, &OPEN, is_hyphened) || is_then(line, stated) {
        return None;
    }
    let last = || {
        let is_taken_up = noun <= line.first + 4;
        reach.previous().filter(|last| is_taken_up && line.slots.len() == 1 && last.block <= line.block)
    };
    let both = |at| of_one_phrase(at).or_else(|| of_the_whole(at));
    let own = if noun == line.end { of_the_whole(line) } else { both(line) };
    let (part, whole) = own.or_else(|| both(last()?))?;
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    // "A vacancy rate of 20 percent" beside those that are taken: the rest of the whole.
    let rest = whole.bounds()?.minus(part.bounds()?)?;
    let is_rest = quotient::percent_of(stated.bounds()?, rest, whole.bounds()?).is_some_and(|rest| rest.holds);
    tie_near(RelationKind::Share, stated, &[part, whole], outcome, FAR).filter(|_| !is_rest)
}

/// "A coverage of 82 percent", "the pass rate was 82 percent", "an 82 percent response rate".
fn noun_of(line: &Line<'_>, stated: &Slot<'_>) -> Option<usize> {
    const NEAR: usize = 4;
    let words = line.words;
    let is_noun = |at: usize| {
        words.is_listed(at, &SHARES)
            || words.is(at, "rate") && words.is_listed(at.wrapping_sub(1), &RATES)
            || words.is(at, "up") && words.is_hyphen(at.wrapping_sub(1)) && words.is(at.wrapping_sub(2), "take")
    };
    let first = stated.begin.saturating_sub(NEAR).max(line.first);
    let leads = |at: usize| words.is_any(at, &["of", "was", "is", "at", "to", ","]);
    let before = (first..stated.begin).rev().find(|&at| is_noun(at));
    let before = before.filter(|&noun| leads(noun + 1) && (noun + 1..stated.begin).all(|at| line.way(at).is_none()));
    let end = words.past_hyphen(stated.behind);
    // "Filling 78 per cent of the house"
    let fills = words.is_any(stated.begin.wrapping_sub(1), &["filling", "filled"]) && words.is(end, "of");
    if fills && words.is_any(end + 2, &["house", "hall", "stand", "seats", "ground", "capacity", "beds", "rooms"]) {
        return Some(stated.begin - 1);
    }
    before.or_else(|| (end..end + 3).find(|&at| is_noun(at)))
}

/// "- 52 per cent of the total", ", 52% of all": what those are of the counts before.
fn is_of_all(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let mark = stated.begin.wrapping_sub(1);
    let end = stated.behind;
    let is_set_off = words.is_any(mark, &[",", "-", "–", "—", "or"]) && !words.is_hyphen(mark);
    let is_total = words.run_is(end, &["of", "the", "total"]) || words.run_is(end, &["of", "all"]);
    let is_closed =
        words.is_any(end + 2, &[",", ".", ")"]) || words.is_any(end + 3, &[",", ".", ")"]) || line.end <= end + 3;
    is_set_off && is_total && is_closed
}

/// "Of the 1,860 pupils entitled to it, 1,302 claim it", "in a survey of 800 farmers, 496 said": the whole, a comma and then
/// the part.
fn of_the_whole<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    let counts: Vec<&Slot<'_>> = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Count).collect();
    let [whole, part] = counts[..] else { return None };
    let words = line.words;
    let comma = (whole.end..part.begin).find(|&at| words.is(at, ","))?;
    let before = (1..=3).map(|back| whole.begin.wrapping_sub(back)).find(|&at| words.is_any(at, &["of", "among"]))?;
    let opens =
        before == line.first || words.is_any(before.wrapping_sub(1), &["survey", "sample", "total", "group", "class"]);
    let is_exact = |slot: &Slot<'_>| is_plain(slot) && slot.figure().modifier == Modifier::Plain;
    let is_part = is_exact(part) && is_exact(whole) && part.figure().value < whole.figure().value;
    let is_next = part.begin <= comma + 2 && (part.unit().is_none() || part.unit() == whole.unit());
    (opens && is_part && is_next && !line.has_listed(line.first, line.end, &OPEN)).then_some((part, whole))
}

/// "2,300 of the 2,500 children", "41 out of 60": the only counts of the sentence.
fn of_one_phrase<'l, 'a>(line: &'l Line<'a>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    let counts: Vec<&Slot<'_>> = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Count).collect();
    let [part, whole] = counts[..] else { return None };
    let words = line.words;
    let is_of = (part.behind..whole.begin).any(|at| words.is_any(at, &["of", "from", "among"]))
        && whole.begin <= part.behind + 6
        && !line.has_between(part.behind, whole.begin, &[",", "and", "to", "in"]);
    let is_exact = |slot: &Slot<'_>| is_plain(slot) && slot.figure().modifier == Modifier::Plain;
    let is_part = is_exact(part) && is_exact(whole) && part.figure().value < whole.figure().value;
    (is_of && is_part && !line.has_listed(line.first, line.end, &OPEN)).then_some((part, whole))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_named_share_is_that_of_the_two_counts() {
        for (text, sound, broken) in [
            ("The drug was given to 2,300 of the 2,500 children, a coverage of # percent, Ek said.", "92", "82"),
            ("Of late 45 of its 60 rooms were taken. Occupancy, at # percent, was a record.", "75", "85"),
            ("Of late 41 of the 50 pupils passed. The pass rate of # percent pleased Ek.", "82", "72"),
            ("The hall sold 9,360 of its 12,000 seats over the run, filling # per cent of the house.", "78", "68"),
            (
                "Of the 1,860 pupils entitled to lunch, 1,302 claim it, Ek said. That take-up of # per cent is low.",
                "70",
                "80",
            ),
            ("In a survey of 800 farmers, 496 said they had lost sheep - # per cent of the total.", "62", "52"),
            ("With 54 of 72 members present, attendance was # per cent.", "75", "65"),
        ] {
            for (word, is_wrong) in [(sound, false), (broken, true)] {
                let found = relations(&read(&text.replace('#', word)), RelationKind::Share);
                assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text} {word}: {found:?}");
            }
        }
    }

    #[test]
    fn other_shares_are_left_alone() {
        for text in [
            "The drug was given to 2,300 of the 2,500 children, against a national coverage of 82 percent.",
            "Of its 60 rooms, 45 of the 50 in Brae were taken. Occupancy, at 75 percent, was a record.",
            "The hotel let 45 of its 60 rooms, a vacancy rate of 25 percent.",
            "The drug was given to 2,300 of the 2,500 children. Coverage fell to 82 percent last year.",
        ] {
            let found = relations(&read(text), RelationKind::Share);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
