//! A result with the margin that it was won or lost by: "beat Marsh 31-24 on Saturday to win by seven points", "edged the
//! Bears 98-95, a three-point win", "lost 4-1 at home, a three-goal defeat".
//!
//! The result must be the only one of its sentence, and be told of a match rather than of a half of it.

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain};
use crate::extract::FigureKind;
use crate::language::{Class, WordList};

/// Who says so tells the end of a match.
const RESULTS: WordList = WordList::of(&[
    "beat",
    "beaten",
    "beating",
    "beats",
    "defeat",
    "defeated",
    "defeating",
    "downed",
    "edge",
    "edged",
    "edging",
    "loses",
    "losing",
    "loss",
    "lost",
    "overcame",
    "outlasted",
    "rout",
    "routed",
    "thrashed",
    "trounced",
    "victory",
    "win",
    "winning",
    "wins",
    "won",
]);

/// What wins a match, one by one.
const UNITS: &[&str] = &["point", "goal", "run", "try", "basket", "bucket"];

/// Words of a part of a match, of several, or of a lead on the way.
const OPEN: WordList = WordList::of(&[
    "aggregate",
    "bonus",
    "break",
    "first",
    "half",
    "half-time",
    "halftime",
    "inning",
    "innings",
    "interval",
    "leading",
    "led",
    "legs",
    "overall",
    "penalties",
    "quarter",
    "second",
    "series",
    "set",
    "sets",
    "shootout",
    "table",
    "trailed",
    "trailing",
    "tie-break",
    "wickets",
]);

/// The margin of a result.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if !reach.has_score() || !line.has_listed(line.first, line.end, &RESULTS) {
        return None;
    }
    let (score, stated) = own(line).or_else(|| of_the_last(reach))?;
    if is_open(line) {
        return None;
    }
    let (one, other) = score.figure().pair?;
    let outcome = quotient::difference(stated.bounds()?, Bounds::exactly(one), Bounds::exactly(other))?;
    (stated.figure().value <= one.max(other)).then(|| tie(RelationKind::Difference, stated, &[score], None, outcome))
}

/// A result with its margin in one sentence.
fn own<'l, 'a>(line: &'l Line<'a>) -> Option<Pair<'l, 'a>> {
    let score = score_of(line)?;
    // "98-95 after a 12-point win over Holm": of another match.
    let is_own = |slot: &&Slot<'_>| {
        score.end <= slot.begin
            && !line.has_between(score.end, slot.begin, &["after", "before", "despite", "following", "since", "when"])
    };
    line.slots.iter().filter(is_own).find(|slot| is_margin(line, slot)).map(|stated| (score, stated))
}

/// "Portland's eight-point defeat was its third": of the match that the sentence before told.
fn of_the_last<'l, 'a>(reach: Reach<'l, 'a>) -> Option<Pair<'l, 'a>> {
    let line = reach.line;
    let stated = line.slots.first().filter(|slot| is_taken_up(line, slot) && score_of(line).is_none())?;
    let last = reach.previous().filter(|last| last.block == line.block && !is_open(last))?;
    let is_result = last.has_listed(last.first, last.end, &RESULTS);
    score_of(last).filter(|_| is_result).map(|score| (score, stated))
}

/// A score and the margin told with it.
type Pair<'l, 'a> = (&'l Slot<'a>, &'l Slot<'a>);

/// Whether the words are of a part of a match or of several.
fn is_open(line: &Line<'_>) -> bool {
    line.has_listed(line.first, line.end, &OPEN)
}

/// The only result of a sentence.
fn score_of<'l, 'a>(line: &'l Line<'a>) -> Option<&'l Slot<'a>> {
    let mut scores = line.slots.iter().filter(|slot| slot.figure().pair.is_some());
    scores.next().filter(|score| score.kind() == FigureKind::Score && scores.next().is_none())
}

/// "Portland's eight-point defeat", "the three-goal win".
fn is_taken_up(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    // "The 10-point defeat at Orm in May": of another match, unless the verb comes next.
    let noun = (slot.behind..slot.end + 4).find(|&at| line.words.is_listed(at, &RESULTS));
    let is_told = noun.is_some_and(|noun| {
        line.words.has(noun + 1, Class::Past)
            || line.words.has(noun + 1, Class::Be)
            || line.words.has(noun + 1, Class::Third)
    });
    let is_owned = line.words.is_any(slot.begin.wrapping_sub(1), &["'s", "’s", "the", "that", "their", "his"]);
    is_owned && is_told && slot.begin <= line.first + 4 && is_margin(line, slot)
}

/// "By seven points", "a three-point win", "a defeat of three goals".
fn is_margin(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let is_unit = slot.kind() == FigureKind::Points || slot.unit().is_some_and(|unit| UNITS.contains(&unit));
    let before = slot.begin.wrapping_sub(1);
    let end = slot.past();
    let noun = (slot.behind..end + 2).any(|at| words.is_listed(at, &RESULTS));
    let is_by = words.is(before, "by")
        && (1..=3).any(|back| words.is_listed(before.wrapping_sub(back), &RESULTS))
        && !words.is_any(end, &["ahead", "clear", "up", "down"]);
    let is_of = words.is(before, "of") && words.is_listed(before.wrapping_sub(1), &RESULTS);
    let is_headed = words.is_any(before, &["a", "an", "their", "his", "the", "that", "'s", "’s"])
        && noun
        && words.is_hyphen(slot.behind);
    is_unit && is_plain(slot) && (is_by || is_of || is_headed)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Difference).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_result_gives_its_margin() {
        for (text, sound, broken) in [
            ("Brae Rovers beat Marsh 31-24 on Saturday to win by # points, their fourth in a row.", "seven", "nine"),
            ("The Hawks edged the Bears 98-95 on Friday, a #-point win that put them top.", "three", "four"),
            ("Orm lost 4-1 at home, a #-goal defeat that cost Lund his job.", "three", "two"),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_lead_on_the_way_is_left_alone() {
        for text in [
            "Brae beat Marsh 31-24 after they had led by 12 points at the half.",
            "Orm won 4-1, with Lund on a three-goal run.",
            "Brae beat Marsh 31-24, their second nine-point win of the series.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
