//! How many more, or fewer, than a majority or two-thirds of all somebody has: "won 37 of the 70 seats, three more than it
//! needed for a majority", "62 of the 94 members voted for it. That was three short of the two-thirds needed".
//!
//! A majority is one more than half of all; of more than that, some count from half.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain};
use crate::extract::FigureKind;
use crate::language::WordList;

/// A number that is farther off is of something else.
const FAR: i64 = 6;

/// Parts of all that have to be reached, over what.
const GOALS: &[(&str, i64, i64)] =
    &[("majority", 1, 2), ("half", 1, 2), ("two-thirds", 2, 3), ("three-fifths", 3, 5), ("three-quarters", 3, 4)];

/// What a goal is of, and how many more or fewer.
struct Goal {
    /// The words that name it.
    first: usize,
    end: usize,
    /// The part of all that has to be reached.
    part: (i64, i64),
    /// Whether it was missed.
    is_short: bool,
}

/// The number by which a goal is said to be passed or missed.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const CUES: WordList = WordList::of(&["short", "shy", "more", "above", "over", "clear", "fewer"]);
    let line = reach.line;
    if !line.has_listed(line.first, line.end, &CUES) {
        return None;
    }
    let (stated, goal) = line.slots.iter().find_map(|slot| Some((slot, goal_of(line, slot)?)))?;
    let lines = std::iter::once(line).chain(reach.previous().or(reach.last()));
    let (held, operands, all) = lines.into_iter().find_map(|at| held_of(at, stated))?;
    let (one, of) = goal.part;
    let exactly = all.checked_mul(Decimal::from(one))?.checked_div(Decimal::from(of))?;
    let needed = if one * 2 == of { exactly.floor() + Decimal::ONE } else { exactly.ceil() };
    let apart = held.checked_sub(needed)?;
    let is_sound = if goal.is_short { apart < Decimal::ZERO } else { Decimal::ZERO <= apart };
    let value = stated.figure().value;
    let holds =
        value == apart.abs() || !goal.is_short && (value == held - exactly.floor() || value == held - exactly.ceil());
    let outcome = Outcome { given: Bounds::exactly(-apart), holds };
    let is_near = holds || value <= (apart.abs() + Decimal::ONE) * Decimal::from(FAR);
    let cue = Some(line.span(goal.first, goal.end));
    (is_sound && is_near).then(|| tie(RelationKind::Vote, stated, &operands, cue, outcome))
}

/// "Three | short of the two-thirds", "three | more than it needed for a majority".
fn goal_of(line: &Line<'_>, slot: &Slot<'_>) -> Option<Goal> {
    const NEAR: usize = 9;
    let words = line.words;
    let is_votes = slot.unit().is_none_or(|unit| matches!(unit, "vote" | "seat" | "short" | "more"));
    let is_bare = slot.kind() == FigureKind::Count && is_plain(slot) && is_votes;
    let end = (slot.behind..slot.behind + 3)
        .find(|&at| words.is_any(at, &["short", "shy", "more", "above", "over", "clear", "fewer"]))?;
    let is_short = words.is_any(end, &["short", "shy", "fewer"]);
    let is_than = words.is_any(end + 1, &["of", "than"]) || words.is_any(end, &["above", "over"]);
    let (first, goal) = (end + 1..line.end.min(end + NEAR)).find_map(|at| {
        let goal = GOALS.iter().find(|(name, ..)| {
            *name == line.lower(at)
                || name
                    .split_once('-')
                    .is_some_and(|(one, two)| words.is(at, one) && words.is(words.past_hyphen(at + 1), two))
        });
        Some((at, goal?))
    })?;
    // "A two-thirds majority" names the first; "a working majority" is more than one.
    let is_plain_goal =
        !words.is_any(first.wrapping_sub(1), &["working", "comfortable", "qualified", "relative", "its"]);
    let name_end = words.past_hyphen(first + 1).min(first + 2);
    let end = if line.lower(first) == goal.0 { first + 1 } else { name_end + 1 };
    (is_bare && is_than && is_plain_goal).then_some(Goal { first, end, part: (goal.1, goal.2), is_short })
}

/// "37 of the 70 seats", "voted 62-32": how many there are on one side, of whom.
fn held_of<'l, 'a>(line: &'l Line<'a>, stated: &Slot<'_>) -> Option<(Decimal, Vec<&'l Slot<'a>>, Decimal)> {
    const VOTERS: &[&str] = &[
        "seat",
        "member",
        "lawmaker",
        "deputy",
        "senator",
        "delegate",
        "councillor",
        "councilor",
        "legislator",
        "mp",
        "representative",
        "vote",
        "elector",
        "judge",
        "justice",
        "trustee",
        "director",
    ];
    let words = line.words;
    let is_other =
        |slot: &Slot<'_>| slot.entry.claim != stated.entry.claim && slot.kind() == FigureKind::Count && is_plain(slot);
    let pair = line.slots.windows(2).find(|pair| {
        let [held, all] = pair else { return false };
        let is_of = words.is(held.behind, "of") && all.begin <= held.behind + 5;
        let is_named = all.unit().is_some_and(|unit| VOTERS.contains(&unit));
        is_other(held) && is_other(all) && is_of && is_named
    });
    if let Some([held, all]) = pair {
        return Some((held.figure().value, vec![held, all], all.figure().value));
    }
    let mut scores = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Score);
    let score = scores.next().filter(|_| scores.next().is_none())?;
    let (one, other) = score.figure().pair?;
    let has_more = line.has_between(
        line.first,
        line.end,
        &["abstained", "abstaining", "abstentions", "absent", "member", "members"],
    );
    (!has_more).then(|| Some((one.max(other), vec![score], one.checked_add(other)?)))?
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_goal_is_passed_or_missed_by_what_the_seats_say() {
        for (text, is_wrong) in [
            ("The League won 44 of the 84 seats, five more than it needed for a majority, Ek said.", true),
            ("The League won 44 of the 84 seats, one more than it needed for a majority, Ek said.", false),
            ("The League won 48 of the 84 seats, five more than it needed for a majority, Ek said.", false),
            ("Some 58 of the 90 deputies voted for it. That was four short of the two-thirds needed, Ek said.", true),
            ("Some 56 of the 90 deputies voted for it. That was four short of the two-thirds needed, Ek said.", false),
            ("The bill got 58 of the 90 votes, four votes short of three-fifths, in 2019.", false),
        ] {
            let found = relations(&read(text), RelationKind::Vote);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
