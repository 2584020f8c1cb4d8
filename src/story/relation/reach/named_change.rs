//! A change that is only named, with its two ends told before: "will pay Rs 46. Farmers now get Rs 41. The Rs 4 rise",
//! "fell to 7,650. Last fall it was 8,500. Whitlow called the 15 percent decline a wake-up call", "640 cases; a year earlier
//! there were 410. The decline worries".
//!
//! The two ends must be the only figures of their kind in the sentences that are read. Which of them came first is told by
//! the word of change, or by what the sentences say of the time.

use rust_decimal::Decimal;

use super::super::change::settle;
use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::only::is_part;
use super::{Reach, how_far_back, is_near, is_then, is_year, stem_at};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, MONTH_NAMES, Words};

/// A change that is farther off is one of something else.
const FAR: i64 = 4;

/// How many sentences back the ends may stand.
const BACK: usize = 2;

/// Determiners by which a change is one that was told.
pub(super) const TOLD: &[&str] = &["the", "that", "this", "such"];

/// The change of a sentence whose ends it or those before it tell.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    reach.line.slots.iter().find_map(|slot| change(reach, slot))
}

/// Verbs behind which "on" tells why something changed.
const BLAMED: &[&str] = &["blamed", "blames", "blame", "blaming", "put", "puts", "pinned", "pins"];

pub(in crate::story::relation) type Placed<'l, 'a> = (&'l Line<'a>, &'l Slot<'a>);

fn change(reach: Reach<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = reach.line;
    let plain = stated.figure().pair.is_none() && matches!(stated.figure().modifier, Modifier::Plain | Modifier::About);
    let way =
        named(line, stated).or_else(|| taken_off(line, stated)).or_else(|| gone(line, stated)).filter(|_| plain)?;
    if let Some(relation) = of_step(reach, stated, way) {
        return Some(relation);
    }
    if is_of_year_before(line, stated) {
        return None;
    }
    let (one, other) = ends(reach, stated)?;
    // "“In 2019 I counted 340.” … was 3,368, so the rise was 842": one is said, and the other told of.
    let is_said = |(_, slot): Placed<'_, '_>| reach.story.is_quoted(slot.figure().number);
    if is_said(one) != is_said(other) {
        return None;
    }
    let (low, high) = if one.1.figure().value < other.1.figure().value { (one, other) } else { (other, one) };
    let (from, to) = if way == Way::Up { (low, high) } else { (high, low) };
    if !is_part(stated) {
        let outcome = quotient::difference(stated.bounds()?, one.1.bounds()?, other.1.bounds()?)?;
        let is_sound = outcome.holds || is_near(&outcome, stated, FAR);
        return is_sound.then(|| tie(RelationKind::Difference, stated, &[from.1, to.1], None, outcome));
    }
    let (kind, operands, outcome) = settle::between(stated, (from.1, to.1))?;
    // Between two percentages only the very difference is sure to be one of points.
    let is_sound = if from.1.is_percent() {
        kind == RelationKind::Points && outcome.given.said.abs() == stated.figure().value
    } else {
        outcome.holds || is_near(&outcome, stated, FAR)
    };
    is_sound.then(|| tie(kind, stated, &operands, None, outcome))
}

/// "The rise of 12% in the year before is forgotten".
pub(in crate::story::relation) fn is_of_year_before(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let end = stated.past();
    let is_earlier = line.has_between(end, end + 6, &["before", "earlier", "previous"]);
    is_earlier && line.words.is_any(end, &["in", "of", "during"])
}

/// "The bill, now £450, will rise by £90. The 20 per cent increase": what the only step before is of the only level.
fn of_step(reach: Reach<'_, '_>, stated: &Slot<'_>, way: Way) -> Option<Relation> {
    let last = reach.previous().filter(|_| is_part(stated) && reach.line.slots.len() == 1)?;
    let is_sum = |slot: &&Slot<'_>| matches!(slot.kind(), FigureKind::Money | FigureKind::Count | FigureKind::Rate);
    let [one, other] = last.slots.iter().filter(is_sum).collect::<Vec<_>>()[..] else { return None };
    let goes = |slot: &Slot<'_>| {
        let by = slot.begin.wrapping_sub(1);
        let verb = (by.saturating_sub(2)..by).rev().find_map(|at| last.way(at));
        last.words.is(by, "by") && verb == Some(way)
    };
    let (step, base) = match (goes(one), goes(other)) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        _ => return None,
    };
    // "Rose by £90 to £540": where it led is no base.
    let leads = last.words.is(base.begin.wrapping_sub(1), "to");
    let are_sound = super::is_plain(step) && super::is_plain(base) && step.is_like(base) && !leads;
    let is_named =
        last.has_between(base.begin.saturating_sub(3).max(last.first), base.begin, &["now", "currently", "is", "from"]);
    let outcome = quotient::percent_of(stated.bounds()?, step.bounds()?, base.bounds()?)?;
    let is_sound = are_sound && is_named && (outcome.holds || is_near(&outcome, stated, FAR));
    is_sound.then(|| tie(RelationKind::PercentChangeFrom, stated, &[step, base], None, outcome))
}

/// "The Rs 4 rise", "the 15 percent decline", "the drop of a third", "has gained 3% since last year, when".
pub(super) fn named(line: &Line<'_>, stated: &Slot<'_>) -> Option<Way> {
    const BASES: &[&str] = &["than", "from", "over", "since", "per", "compared", "on", "between", "against", "by"];
    let words = line.words;
    let end = stated.past();
    let noun = words.past_hyphen(end);
    let before = stated.begin.wrapping_sub(1);
    // "Blamed the 20% increase on wages": why, and not since when.
    let is_blamed = words.is(noun + 1, "on") && line.has_between(line.first, before, BLAMED);
    let is_headed = words.is_any(before, TOLD) && (!words.is_any(noun + 1, BASES) || is_blamed);
    if let Some(way) = line.way(noun).filter(|_| is_headed && is_noun(words, noun)) {
        return Some(way);
    }
    // "The 60 extra officers", "those 12 fewer beds"
    let is_extra = words.is_any(before, &["the", "that", "those", "these"]) && !words.is(noun + 1, "than");
    if is_extra && is_more_of(line, stated) {
        return Some(if words.is(stated.behind, "fewer") { Way::Down } else { Way::Up });
    }
    let of = before;
    let head = of.wrapping_sub(1);
    // "Growth of 24% was driven by": the first word of its sentence has no article.
    let is_told = words.is_any(head.wrapping_sub(1), TOLD) || head == line.first;
    let is_of = words.is(of, "of") && is_told && !words.is_any(end, BASES);
    let growth = words.is(head, "growth").then_some(Way::Up);
    if let Some(way) = line.way(head).or(growth).filter(|_| is_of) {
        return Some(way);
    }
    if let Some(way) = summed_up(line, stated) {
        return Some(way);
    }
    // "It has gained 3% since last year, when its share was 12%"
    let verb = if words.is(before, "by") { before.wrapping_sub(1) } else { before };
    let is_since = stated.is_percent()
        && words.is(end, "since")
        && line.has_between(end, line.end, &["when"])
        && line.slots.iter().filter(|slot| slot.is_percent()).count() == 2;
    line.way(verb).filter(|_| is_since)
}

/// "So the rise was 26 percent", "meaning thefts went up by a quarter": what both ends come to.
fn summed_up(line: &Line<'_>, stated: &Slot<'_>) -> Option<Way> {
    const OPENING: &[&str] = &["so", "meaning", "means", "makes", "making"];
    const MORE: &[&str] = &["more", "larger", "higher", "wider", "longer"];
    const LESS: &[&str] = &["fewer", "less", "smaller", "lower", "narrower", "shorter"];
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    let end = stated.past();
    let opener = (before.saturating_sub(6).max(line.first)..before).rev().find(|&at| words.is_any(at, OPENING))?;
    let is_closed = line.end <= end + 1 || words.is_any(end, &[",", ".", ";", "in", "over"]);
    let is_bare = !line.slots.iter().any(|slot| opener < slot.begin && slot.begin < stated.begin);
    let noun = before.wrapping_sub(1);
    // "Which makes the gap $1.5 billion smaller"
    let is_more = words.is_any(end, MORE);
    if (is_more || words.is_any(end, LESS)) && line.end <= end + 2 && is_bare {
        return Some(if is_more { Way::Up } else { Way::Down });
    }
    let way = if words.is_any(before, &["was", "is"]) && words.is_any(noun.wrapping_sub(1), TOLD) {
        line.way(noun).filter(|_| is_noun(words, noun))
    } else if words.is(before, "by") {
        line.way(noun).or_else(|| match () {
            () if words.is(noun, "up") => Some(Way::Up),
            () if words.is(noun, "down") => Some(Way::Down),
            () => None,
        })
    } else {
        line.way(before)
    };
    way.filter(|_| is_closed && is_bare)
}

/// "The 60 extra", "those 47 extra hauls", "the 12 fewer beds".
fn is_more_of(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    line.words.is_any(stated.behind, &["extra", "additional", "fewer"])
}

/// "We have lost 175 pupils in a year", "it has since gained 12 members": how many came or went.
fn gone(line: &Line<'_>, stated: &Slot<'_>) -> Option<Way> {
    let words = line.words;
    let verb = stated.begin.wrapping_sub(1);
    let has = verb.wrapping_sub(1 + usize::from(words.is_any(verb.wrapping_sub(1), &["since", "now", "already"])));
    let end = stated.past();
    let is_closed = line.end <= end + 2
        || words.is_any(end, &[",", ".", ";"])
        || words.is_any(end, &["in", "over", "since"]) && words.is_any(end + 1, &["a", "the", "that", "then", "one"]);
    if !words.has(has, Class::Have) || !is_closed || stated.kind() != FigureKind::Count {
        return None;
    }
    match () {
        () if words.is_any(verb, &["lost", "shed"]) => Some(Way::Down),
        () if words.is_any(verb, &["gained", "added"]) => Some(Way::Up),
        () => None,
    }
}

/// A noun of change, not a verb: "the 12 rose".
pub(super) fn is_noun(words: Words<'_>, at: usize) -> bool {
    const VERBS: &[&str] = &["rose", "fell", "grew", "went", "sank", "shrank", "increased", "dropped", "declined"];
    !words.is_any(at, VERBS)
}

/// "She took 0.14 seconds off her previous best of 22.43 seconds", "knocked £3 off", "shaved two points from".
fn taken_off(line: &Line<'_>, stated: &Slot<'_>) -> Option<Way> {
    const TAKE: &[&str] = &[
        "took", "takes", "take", "taking", "shaved", "shaves", "shaving", "knocked", "knocks", "knocking", "cut",
        "cuts", "trimmed", "sliced", "slicing", "lopped", "wiped", "clipped",
    ];
    const BEST: &[&str] =
        &["best", "record", "mark", "time", "price", "estimate", "forecast", "bill", "fare", "fee", "target"];
    let words = line.words;
    let end = stated.past();
    let is_off = words.is_any(end, &["off", "from"]) && line.has_between(end, end + 6, BEST);
    let is_taken = || (1..=3).any(|back| words.is_any(stated.begin.wrapping_sub(back), TAKE));
    (is_off && is_taken()).then_some(Way::Down)
}

/// The only two figures that the change can lie between, in its sentence and those before it.
fn ends<'l, 'a>(reach: Reach<'l, 'a>, stated: &Slot<'a>) -> Option<(Placed<'l, 'a>, Placed<'l, 'a>)> {
    use FigureKind::{Count, Duration, Index, Measure, Money, Percentage, Rate};
    let line = reach.line;
    let near = reach.before.iter().rev().take(BACK).copied();
    let lines: Vec<&'l Line<'a>> = std::iter::once(line).chain(near.filter(|at| line.block <= at.block + 1)).collect();
    let is_part = is_part(stated);
    let is_end = |at: &Line<'_>, slot: &Slot<'_>| {
        let is_kind = match slot.kind() {
            // "The 47 extra hauls" of seizures told by another name.
            Count if is_more_of(line, stated) => true,
            Count | Index | Measure | Money | Rate => is_part || slot.is_like(stated),
            Duration => !is_part && slot.is_like(stated),
            Percentage => is_part,
            _ => false,
        };
        is_kind && slot.entry.claim != stated.entry.claim && !is_moment(at, slot) && !is_foreseen(at, slot)
    };
    for count in 1..=lines.len() {
        let all = lines[..count].iter().flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)));
        let found: Vec<Placed<'l, 'a>> = all.filter(|(at, slot)| is_end(at, slot)).collect();
        match found[..] {
            [] | [_] => {}
            [one, other] => {
                let is_plain = |slot: &Slot<'_>| {
                    let figure = slot.figure();
                    figure.pair.is_none()
                        && figure.value > Decimal::ZERO
                        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
                };
                let are_alike = one.1.is_like(other.1) && one.1.figure().value != other.1.figure().value;
                // A change of which neither end is of another time is one between two things.
                let is_timed = is_timed_apart(one, other);
                return (are_alike
                    && is_plain(one.1)
                    && is_plain(other.1)
                    && is_timed
                    && is_of_them(line, stated, &lines[..count]))
                .then_some((one, other));
            }
            _ => return None,
        }
    }
    None
}

/// Whether the words near two figures say that they are of different times.
pub(super) fn is_timed_apart(one: Placed<'_, '_>, other: Placed<'_, '_>) -> bool {
    is_then(one.0, one.1) != is_then(other.0, other.1)
        || is_past_at(one.0, one.1) != is_past_at(other.0, other.1)
        || is_led(one)
        || is_led(other)
        || are_dated_apart(one, other)
        || how_far_back(one.0, one.1) != how_far_back(other.0, other.1)
        || says_now(one) != says_now(other)
        || is_best(one) != is_best(other)
}

/// "Had expected 149 million": neither then nor now.
pub(in crate::story::relation) fn is_foreseen(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const FORESEEN: &[&str] = &["expected", "forecast", "predicted", "hoped", "consensus", "projected", "targeted"];
    line.has_between(slot.begin.saturating_sub(4).max(line.floor_of(slot)), slot.begin, FORESEEN)
}

/// "200 metres in 22.31 seconds", "at 9am": how far, or when.
fn is_moment(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.words.is_any(slot.end, &["people", "countries"]) && slot.figure().value < Decimal::TWO
}

fn is_led((line, slot): Placed<'_, '_>) -> bool {
    let number = line.slots.iter().position(|other| other.number == slot.number);
    number.is_some_and(|number| matches!(line.lead(number), Lead::From | Lead::Against))
}

/// "70 times in 2023 and in 2024 84 times", "2,150 in autumn and 1,875 in spring": each has a date of its own.
pub(in crate::story::relation) fn are_dated_apart(one: Placed<'_, '_>, other: Placed<'_, '_>) -> bool {
    date_at(one).zip(date_at(other)).is_some_and(|(one, other)| one != other)
}

/// The year, month, weekday or season told with a figure: right behind it, or before it in its clause.
pub(super) fn date_at((line, slot): Placed<'_, '_>) -> Option<String> {
    const NEAR: usize = 6;
    const SEASONS: &[&str] = &["spring", "summer", "autumn", "winter"];
    let words = line.words;
    let is_date = |at: usize| {
        let is_named = words.is_capitalized(at)
            && (words.has(at, Class::Time) || MONTH_NAMES.contains(&words.written(at)))
            || words.is_any(at, SEASONS);
        let is_led = words.is_any(at.wrapping_sub(1), &["in", "on", "by", "for", "of", "last", "this", "to", "from"]);
        is_led && (is_named || is_year(words.written(at)))
    };
    let next = line.slots.iter().map(|other| other.begin).find(|&begin| slot.end < begin).unwrap_or(line.end);
    let floor = line.floor_of(slot);
    let end = slot.past();
    let behind =
        (end..next.min(end + NEAR)).take_while(|&at| !words.is_any(at, &[",", "and", ";"])).find(|&at| is_date(at));
    let before = || (floor.max(slot.begin.saturating_sub(NEAR))..slot.begin).rev().find(|&at| is_date(at));
    behind.or_else(before).map(|at| line.lower(at).into_owned())
}

/// Whether the words near it speak of now, or of what will be.
fn says_now((line, slot): Placed<'_, '_>) -> u8 {
    const NOW: &[&str] = &["now", "currently", "today"];
    let first = slot.begin.saturating_sub(9).max(line.first);
    let end = (slot.end + 5).min(line.end);
    u8::from(line.has_between(first, end, NOW)) + 2 * u8::from(line.has_between(first, end, &["will", "new"]))
}

/// "Her previous best of 22.43".
fn is_best((line, slot): Placed<'_, '_>) -> bool {
    line.has_between(slot.begin.saturating_sub(4).max(line.first), slot.begin, &["best", "record", "previous", "old"])
}

/// Whether what the change is said to be of is named in the sentences that tell the ends: "the 12 percent rise in rents".
pub(in crate::story::relation) fn is_of_them(line: &Line<'_>, stated: &Slot<'_>, lines: &[&Line<'_>]) -> bool {
    let end = line.words.past_hyphen(stated.past());
    // "The 5% fall in fares"; "put the 5% fall down to a new board" names no more.
    let of = (end..end + 2).find(|&at| line.words.is_any(at, &["in", "of", "for", "to"]));
    let named = of.and_then(|of| (of + 1..of + 4).find_map(|at| stem_at(line, at)));
    named.is_none_or(|stem| {
        lines.iter().any(|at| {
            let end = if at.first == line.first && at.block == line.block { stated.begin } else { at.end };
            (at.first..end).any(|word| stem_at(at, word) == Some(stem))
        })
    })
}

/// "A year earlier there were 410", "against 410 last year": of an earlier time than the other figure.
pub(super) fn is_past_at(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    says_at(line, slot, &["earlier", "before", "ago", "previously", "last", "previous"])
}

/// Whether one of the words stands with a figure, between the commas and the figures around it.
pub(super) fn says_at(line: &Line<'_>, slot: &Slot<'_>, said: &[&str]) -> bool {
    let floor = line.slots.iter().map(|other| other.behind).filter(|&behind| behind <= slot.begin).max();
    let next = line.slots.iter().map(|other| other.begin).filter(|&begin| slot.behind <= begin).min();
    let mark = |from: usize, to: usize| (from..to).find(|&at| line.words.is_any(at, &[",", ";", ":"]));
    let first = floor.map_or(line.first, |floor| mark(floor, slot.begin).unwrap_or(floor));
    let end = next.map_or(line.end, |next| mark(slot.end, next).unwrap_or(next));
    line.has_between(first, end, said)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(text);
        let kinds = [
            RelationKind::Difference,
            RelationKind::PercentChange,
            RelationKind::PercentChangeFrom,
            RelationKind::Points,
        ];
        kinds.iter().any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn a_change_that_is_named_is_held_against_what_was_told() {
        for (text, is_wrong) in [
            (
                "The dairy will pay $46 a can from Sunday. Farmers now get $41. The $4 rise is the first, Lund said.",
                true,
            ),
            (
                "The dairy will pay $46 a can from Sunday. Farmers now get $41. The $5 rise is the first, Lund said.",
                false,
            ),
            (
                "Enrolment fell to 7,650 this autumn. Last autumn it was 8,500. Lund called the 15 percent decline sad.",
                true,
            ),
            (
                "Enrolment fell to 7,650 this autumn. Last autumn it was 8,500. Lund called the 10 percent decline sad.",
                false,
            ),
            (
                "Ek ran it in 22.31 seconds on Saturday. She took 0.14 seconds off her previous best of 22.43 seconds.",
                true,
            ),
            (
                "Ek ran it in 22.31 seconds on Saturday. She took 0.12 seconds off her previous best of 22.43 seconds.",
                false,
            ),
            (
                "The pass rate was 88 per cent this year; last year it stood at 83 per cent. Lund hailed the jump of five per cent.",
                true,
            ),
            (
                "In 2023 the boat was called out 70 times and in 2024 84 times. The 14 per cent increase is a worry.",
                true,
            ),
            (
                "In 2023 the boat was called out 70 times and in 2024 84 times. The 20 per cent increase is a worry.",
                false,
            ),
            ("There were 460 clerks in March, against 410 a year before. Lund said the 60 extra had cost £3m.", true),
            ("There were 460 clerks in March, against 410 a year before. Lund said the 50 extra had cost £3m.", false),
            (
                "A bill, now £450, will rise by £90 in spring. Lund said the 16 per cent increase would pay for pipes.",
                true,
            ),
            (
                "A bill, now £450, will rise by £90 in spring. Lund said the 20 per cent increase would pay for pipes.",
                false,
            ),
            (
                "Brae opened with 1,085 pupils. A year before it had 1,250. “We have lost 185 pupils in a year,” said Ek.",
                true,
            ),
            (
                "Brae opened with 1,085 pupils. A year before it had 1,250. “We have lost 165 pupils in a year,” said Ek.",
                false,
            ),
        ] {
            assert_eq!(wrong(text), is_wrong, "{text}");
        }
    }

    #[test]
    fn a_change_of_something_else_is_left_alone() {
        for text in [
            "Wages went from £12 to £15 an hour. The 11 percent rise in rents came first.",
            "The club has 40 boats and 120 members. The 15 percent decline is over.",
            "A bill rose by £90 to £450. Lund said the 25 per cent increase was the last.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
