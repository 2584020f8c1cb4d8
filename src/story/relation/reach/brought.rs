//! A level that a step has brought about, told with both: "opened nine cafes, adding to the 112 it ran and bringing its
//! estate to 121", "confirmed eight new cases, taking the number to 37. It had recorded 29", "said 300 had signed up. Another
//! 145 did so on Sunday, giving the town 445", "cost $18 last season. Prices went up by $4, so visitors now pay $22".
//!
//! The three must be the only figures of their kind in the sentences that are read. A level that is not near to what the
//! other two give is one of something else.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, Way, tie};
use super::super::quotient::{self, Outcome};
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain};
use crate::extract::FigureKind;
use crate::language::WordList;

/// What words make of a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// How much came or went.
    Step(Way),
    /// Where it led.
    Level,
    /// Where it stood, or whatever the words do not tell.
    Base,
}

/// Words by which figures are of many times, or there are more of them.
const OPEN: WordList = WordList::of(&[
    "including",
    "average",
    "each",
    "per",
    "target",
    "planned",
    "expected",
    "forecast",
    "could",
    "would",
    "might",
    "than",
    "least",
    "plans",
    "capacity",
    "estimated",
    "percent",
    "respectively",
]);

/// The levels of a sentence, and of the next that tells where it stood.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    // Asked first: few sentences bring anything to anywhere.
    line.slots.iter().find(|slot| is_amount(slot) && is_level(line, slot))?;
    let last = reach.last().filter(|last| last.block == line.block);
    let next = reach.next.filter(|next| next.block <= line.block + 1);
    let own = [line];
    let behind = last.map(|last| [last, line]);
    let before = next.filter(|next| had(next)).map(|next| [line, next]);
    let windows = [Some(&own[..]), behind.as_ref().map(|all| &all[..]), before.as_ref().map(|all| &all[..])];
    windows.into_iter().flatten().find_map(three)
}

fn three(lines: &[&Line<'_>]) -> Option<Relation> {
    if lines.iter().any(|at| at.has_listed(at.first, at.end, &OPEN)) {
        return None;
    }
    let all: Vec<(&Line<'_>, &Slot<'_>)> = lines
        .iter()
        .flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)))
        .filter(|(_, slot)| is_amount(slot))
        .collect();
    // The level tells the kind; what is of another stands aside.
    let &(_, level) = all.iter().find(|(at, slot)| part(at, slot) == Part::Level)?;
    let alike: Vec<(&Line<'_>, &Slot<'_>)> = all.into_iter().filter(|(_, slot)| are_of_a_kind(level, slot)).collect();
    let [_, _, _] = alike[..] else { return None };
    let mut steps = alike.iter().filter_map(|(at, slot)| match part(at, slot) {
        Part::Step(way) => Some((way, *at, *slot)),
        _ => None,
    });
    let (way, step_line, step) = steps.next().filter(|_| steps.next().is_none())?;
    let &(_, base) = alike.iter().find(|(at, slot)| part(at, slot) == Part::Base)?;
    let given = match way {
        Way::Up => base.bounds()?.plus(step.bounds()?)?,
        Way::Down => base.bounds()?.minus(step.bounds()?)?,
    };
    let stated = level.figure().value;
    let apart = given.said.checked_sub(stated)?.abs();
    let is_near = apart <= stated.checked_mul(Decimal::new(2, 1))?;
    let is_moved = step.figure().value < base.figure().value || way == Way::Up;
    let holds = level.bounds()?.meets(given);
    if !is_moved || given.said <= Decimal::ZERO || !(holds || is_near) {
        return None;
    }
    match way {
        // "Went up by $4, so visitors now pay $22": how far the two lie apart.
        Way::Up if is_led_by(step_line, step) => {
            let outcome = quotient::difference(step.bounds()?, base.bounds()?, level.bounds()?)?;
            Some(tie(RelationKind::Difference, step, &[base, level], None, outcome))
        }
        Way::Up => Some(tie(RelationKind::Sum, level, &[base, step], None, Outcome { given, holds })),
        Way::Down => Some(tie(RelationKind::Difference, level, &[base, step], None, Outcome { given, holds })),
    }
}

fn is_amount(slot: &Slot<'_>) -> bool {
    matches!(slot.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Measure) && is_plain(slot)
}

/// Whether the level and the figure can be of one kind: a currency, a count of one thing or of none that is named.
fn are_of_a_kind(level: &Slot<'_>, slot: &Slot<'_>) -> bool {
    let is_money = |slot: &Slot<'_>| slot.kind() == FigureKind::Money;
    if is_money(level) || is_money(slot) {
        return is_money(level) && is_money(slot) && level.unit() == slot.unit();
    }
    true
}

fn part(line: &Line<'_>, slot: &Slot<'_>) -> Part {
    match () {
        () if is_level(line, slot) => Part::Level,
        () => step(line, slot).map_or(Part::Base, Part::Step),
    }
}

/// "Bringing its estate to 121", "giving the town 445 pairs of hands", "so visitors now pay $22".
fn is_level(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const BRING: &[&str] = &[
        "bringing", "brought", "brings", "bring", "taking", "takes", "took", "take", "lifting", "pushing", "raising",
        "lifted", "pushed",
    ];
    const GIVE: &[&str] = &["giving", "making", "gives", "makes", "leaving"];
    let words = line.words;
    let floor = line.floor_of(slot);
    let first = slot.begin.saturating_sub(9).max(floor);
    let before = slot.begin.wrapping_sub(1);
    let is_to = words.is(before, "to") && (first..before).any(|at| words.is_any(at, BRING));
    let is_given = (first..slot.begin)
        .any(|at| words.is_any(at, GIVE) && words.is_any(at.wrapping_sub(1), &[",", "and"]))
        && !words.is_any(before, &["another", "extra", "to", "of", "by", "about"]);
    let is_now = line.has_between(first, slot.begin, &["now"])
        && line.has_between(
            slot.begin.saturating_sub(3).max(floor),
            slot.begin,
            &["pay", "pays", "cost", "costs", "stands", "has", "have", "is", "are", "charges"],
        );
    is_to || is_given || is_now
}

/// "Another 145", "nine new cafes", "went up by $4", "added five".
fn step(line: &Line<'_>, slot: &Slot<'_>) -> Option<Way> {
    const MORE: &[&str] = &["another", "extra", "further", "additional", "new", "more"];
    const COME: &[&str] =
        &["added", "adding", "adds", "opened", "confirmed", "joined", "bought", "hired", "gained", "signed"];
    let words = line.words;
    let before = slot.begin.wrapping_sub(1);
    let is_more = words.is_any(before, &MORE[..4])
        || (slot.behind..slot.end.max(slot.behind + 1)).any(|at| words.is_any(at, MORE));
    if is_led_by(line, slot) {
        let near = before.saturating_sub(3).max(line.first)..before;
        return near.into_iter().find_map(|at| line.way(at).or_else(|| went(line, at)));
    }
    // "A gift of £8,000 lifted it to £69,400"
    let is_gift = words.is(before, "of")
        && words.is_any(before.wrapping_sub(1), &["gift", "donation", "bequest", "cheque", "contribution"]);
    let is_come = is_gift || words.is_any(before, COME) && !words.is(slot.begin, "the");
    (is_more || is_come).then_some(Way::Up)
}

fn is_led_by(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.words.is(slot.begin.wrapping_sub(1), "by")
}

/// "Went up by", "came down by".
fn went(line: &Line<'_>, at: usize) -> Option<Way> {
    let goes = line.words.is_any(at.wrapping_sub(1), &["went", "go", "goes", "gone", "came", "put", "going"]);
    match () {
        () if !goes => None,
        () if line.words.is(at, "up") => Some(Way::Up),
        () if line.words.is(at, "down") => Some(Way::Down),
        () => None,
    }
}

/// "The county had recorded 29 cases up to Thursday": where it stood, told behind.
fn had(line: &Line<'_>) -> bool {
    let is_before = |at: usize| {
        line.words.is(at, "had")
            && (line.words.is_any(at + 1, &["been", "already", "stood"])
                || line.words.has(at + 1, crate::language::Class::Participle)
                || line.words.written(at + 1).ends_with("ed"))
    };
    line.slots.len() == 1 && (line.first..line.slots[0].begin).any(is_before)
        || line.has_between(line.first, line.end, &["previously"]) && line.slots.len() == 1
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(text);
        let kinds = [RelationKind::Sum, RelationKind::Difference];
        kinds.iter().any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn a_level_is_what_a_step_makes_of_the_level_before() {
        for (text, sound, broken) in [
            (
                "Brae Foods opened six new shops in May, adding to the 94 it already ran and bringing its estate to #.",
                "100",
                "102",
            ),
            (
                "Doctors confirmed seven new cases in Brae on Friday, taking the number this year to #.\n\nThe town had recorded 31 cases up to Thursday.",
                "38",
                "36",
            ),
            (
                "The appeal had raised £61,400. A gift of £8,000 on Tuesday lifted it to £#, Lund said.",
                "69,400",
                "70,400",
            ),
            (
                "Lund said 400 volunteers had signed up. Another 135 put their names down on Sunday, giving the town # pairs of hands.",
                "535",
                "545",
            ),
            (
                "Tickets for the fair cost $16 last season. Prices went up by $3 this month, so visitors now pay $#.",
                "19",
                "21",
            ),
            (
                "The club had 212 members in May. It has since lost none and gained 30 new ones, taking the roll to #.",
                "242",
                "252",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_level_of_something_else_is_left_alone() {
        for text in [
            "Brae opened six new shops and shut two of its 94, bringing its estate to 98.",
            "The firm has 94 shops. It will hire another 300 people, bringing its staff to 1,200.",
            "Tickets cost $16. Prices would go up by $3, so visitors now pay $17.",
            "Lund said 400 had signed up. Another 135 are expected, giving the town 620 pairs of hands.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
