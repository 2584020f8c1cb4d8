//! A level that is so much more than another, which a sentence near by tells: "will pay 45 crowns, 5 crowns more than now. /
//! The toll has stood at 40 crowns since 2019", "has cost €1.9 billion, €700 million more than planned. / When it was
//! approved, its price was put at €1.2 billion".
//!
//! The other level must be the only figure of the kind in its sentence, and be told of the time or plan that the first names.

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain, tie_near};
use crate::extract::FigureKind;

/// A step that is farther off is one of something else.
const FAR: i64 = 2;

/// How many sentences back the first level may stand.
const BACK: usize = 3;

/// What a step is from, and the words of a sentence that tells the level of it.
const BASES: &[(&[&str], &[&str])] = &[
    (
        &[
            "planned",
            "budgeted",
            "expected",
            "forecast",
            "estimated",
            "agreed",
            "plan",
            "budget",
            "estimate",
            "approved",
        ],
        &[
            "planned",
            "plan",
            "approved",
            "budget",
            "budgeted",
            "estimate",
            "estimated",
            "originally",
            "forecast",
            "put",
            "expected",
        ],
    ),
    (
        &["now", "at", "today", "current", "currently", "present"],
        &["now", "stood", "since", "currently", "today", "present", "current", "pay", "pays"],
    ),
];

/// The step of a sentence before against the level of this one.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let first = reach.before.len().saturating_sub(BACK);
    let near = reach.before[first..].iter().copied().filter(|at| line.block <= at.block + 2);
    near.rev().find_map(|at| of(at, line))
}

fn of(at: &Line<'_>, line: &Line<'_>) -> Option<Relation> {
    let (level, step, names) = at.slots.windows(2).find_map(|pair| {
        let [level, step] = pair else { return None };
        let is_next =
            is_amount(level) && is_amount(step) && level.is_like(step) && at.words.is(step.begin.wrapping_sub(1), ",");
        let names = base(at, step)?;
        is_next.then_some((level, step, names))
    })?;
    let mut others = line.slots.iter().filter(|slot| slot.is_like(level));
    let other = others.next().filter(|other| others.next().is_none() && is_amount(other))?;
    let is_named = line.has_between(line.first, line.end, names);
    // Of two steps, or beside a change of its own, it is another level.
    let is_other = (line.first..line.end).any(|word| line.way(word).is_some())
        || at.slots.iter().filter(|slot| slot.is_like(level)).count() != 2;
    if !is_named || is_other || other.figure().value == step.figure().value {
        return None;
    }
    let outcome = quotient::difference(step.bounds()?, level.bounds()?, other.bounds()?)?;
    tie_near(RelationKind::Difference, step, &[level, other], outcome, FAR)
}

fn is_amount(slot: &Slot<'_>) -> bool {
    matches!(slot.kind(), FigureKind::Money | FigureKind::Count | FigureKind::Measure) && is_plain(slot)
}

/// "5 crowns more than now", "€700 million over budget": the words of a sentence that may tell the level.
fn base(line: &Line<'_>, step: &Slot<'_>) -> Option<&'static [&'static str]> {
    const NEAR: usize = 4;
    let words = line.words;
    let end = step.past();
    let is_than = words.is_any(end, &["more", "higher", "less", "fewer", "lower"]) && words.is(end + 1, "than");
    let is_off = words.is_any(end, &["above", "below", "over", "under"]);
    let from = if is_than { end + 2 } else { end + 1 };
    let told = |bases: &[&str]| (from..from + NEAR).any(|at| words.is_any(at, bases));
    BASES.iter().find(|(bases, _)| (is_than || is_off) && told(bases)).map(|(_, names)| *names)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let text = format!("Brae news\n\n{text}");
        relations(&read(&text), RelationKind::Difference).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_step_lies_between_the_level_and_the_one_told_near_by() {
        for (text, sound, broken) in [
            (
                "Drivers will pay £45 from May, £5 more than now, it said.\n\nThe toll has stood at £# since 2019.",
                "40",
                "35",
            ),
            (
                "The link has cost €1.9 billion, €700 million more than planned.\n\nWhen it was approved its price was put at €# billion.",
                "1.2",
                "1.4",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
        assert!(!wrong(
            "Drivers will pay £45 from May, £5 more than now.\n\nA bus ticket costs £3.50 and the train £35."
        ));
    }
}
