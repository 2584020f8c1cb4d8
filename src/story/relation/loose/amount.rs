//! By how much in the thing's own unit: "averaged 74 in 2010 … and 131 last year. Forty-seven more", "has gone up by £330,000,
//! to £1.15m. The estimate had been £920,000", "came up by 17 points, to 74 per cent. It had stood at 61 per cent".

use rust_decimal::Decimal;

use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::misprint::Ledger;
use super::super::quotient::{self, Bounds, Outcome};
use super::super::reach::{LOSSES, is_of_year_before};
use super::super::solver::is_digit_slip;
use super::super::{Entry, Relation, RelationKind, Story};
use super::level::{is_level, levels};
use super::{Scene, WIDE, nearest};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Classes, Token, WordList};

/// How many times as much the lesser may be, in hundredths, where no digit shows that one of them is mistyped.
const FAR: i64 = 150;

/// The classes of the words of change.
const CHANGES: Classes = Classes::of(&[Class::Rise, Class::Fall]);

/// Words behind an amount that make it a step.
const MORE: WordList = WordList::of(&["more", "extra", "additional", "fewer", "less"]);

/// Which way a step goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// "25 extra sightings".
    Up,
    /// "12 fewer beds".
    Down,
    /// "Broke the record by 31cm": jumps go up, and times down.
    Either,
}

impl Step {
    fn may_go(self, rises: bool) -> bool {
        self == Step::Either || rises == (self == Step::Up)
    }
}

/// Whether it may say by how much something changed, or where a change led.
pub(super) fn may_be(entry: &Entry<'_>) -> bool {
    use FigureKind::{Count, Measure, Money, Points, Rate};
    let figure = entry.figure;
    matches!(figure.kind, Count | Measure | Money | Points | Rate)
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && Decimal::ONE < figure.value
}

/// The step, held against its levels.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger) -> Option<Relation> {
    // Asked first: hardly any amount is one by which something changed.
    if entries[at].figure.kind == FigureKind::Rate || !may_step(story, &entries[at]) {
        return None;
    }
    nearest(story, entries, at, super::REACH, |scene| within(story, entries, at, ledger, scene))
}

/// The same in the sentences of one scene.
fn within(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger, scene: &Scene<'_>) -> Option<Relation> {
    let line = scene.line();
    let stated = scene.slot(&entries[at])?;
    let way = told(line, stated)?;
    if is_of_year_before(line, stated) || line.has_between(line.first, line.end, LOSSES) {
        return None;
    }
    let levels = levels(scene, stated, |slot| factor(slot, stated).is_some() && !ledger.doubts(slot.entry.claim))?;
    let (from, to) = (levels.from.1, levels.to.1);
    let rises = from.figure().value < to.figure().value;
    if levels.is_ordered && !way.may_go(rises) {
        return None;
    }
    let outcome = apart(stated, from, to)?;
    let given = outcome.given.said.abs();
    let said = stated.figure().value;
    let is_near = given.max(said) <= given.min(said) * Decimal::new(FAR, 2) || is_digit_slip(given, said);
    let is_sound = outcome.holds || is_near && !is_borne_out(story, entries, at);
    is_sound.then(|| tie(RelationKind::Difference, stated, &[from, to], None, outcome))
}

/// Whether a word near the amount may make it a step.
fn may_step(story: &Story, entry: &Entry<'_>) -> bool {
    const NEAR: usize = 3;
    let figure = entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start).iter().rev().take(NEAR);
    let behind = story.tokens_behind(figure.sentence, figure.number.end).iter().take(NEAR);
    let is_by = |token: &Token| token.reads(text, "by") || token.reads(text, "of") || token.classes.meets(CHANGES);
    let is_more = |token: &Token| MORE.has(token, text);
    before.into_iter().any(is_by) || behind.into_iter().any(is_more)
}

fn apart(stated: &Slot<'_>, from: &Slot<'_>, to: &Slot<'_>) -> Option<Outcome> {
    let factor = Bounds::exactly(factor(from, stated)?);
    quotient::difference(stated.bounds()?, from.bounds()?.times(factor)?, to.bounds()?.times(factor)?)
}

/// How often the unit of a step goes into that of a level: centimetres into metres; `None` where it does not.
fn factor(level: &Slot<'_>, stated: &Slot<'_>) -> Option<Decimal> {
    const SMALLER: &[(&str, &str, i64)] = &[
        ("centimetre", "metre", 100),
        ("millimetre", "metre", 1_000),
        ("millimetre", "centimetre", 10),
        ("metre", "kilometre", 1_000),
        ("gram", "kilogram", 1_000),
        ("kilogram", "tonne", 1_000),
    ];
    if stated.kind() == FigureKind::Points {
        return level.is_percent().then_some(Decimal::ONE);
    }
    if let (Some(small), Some(large), false) = (stated.unit(), level.unit(), stated.unit() == level.unit()) {
        let found = SMALLER.iter().find(|(one, other, _)| *one == small && *other == large);
        return match found {
            Some(&(.., factor)) => Some(factor.into()),
            // "The 55 extra tonnes"
            None if small.strip_suffix(large).is_some_and(|extra| extra.ends_with(' ')) => Some(Decimal::ONE),
            // "Forty-seven more cows", of herds: what is counted has two names.
            None => (stated.kind() == FigureKind::Count && level.kind() == FigureKind::Count).then_some(Decimal::ONE),
        };
    }
    let is_count = |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Count | FigureKind::Index);
    (level.is_like(stated) || is_count(level) && is_count(stated)).then_some(Decimal::ONE)
}

/// The way of the words that make an amount a step: "by 31cm", "25 extra sightings", "a rise of 12"; the way is not always told.
fn told(line: &Line<'_>, stated: &Slot<'_>) -> Option<Step> {
    const FEWER: &[&str] = &["fewer", "less"];
    const EXTRA: &[&str] = &["extra", "additional", "more"];
    const BROKEN: &[&str] =
        &["beat", "beating", "broke", "breaking", "bettered", "bettering", "smashed", "missed", "missing"];
    const BESTS: &[&str] = &["record", "mark", "best", "target", "forecast", "estimate"];
    let words = line.words;
    let end = stated.past();
    let near = stated.behind..end + 1;
    // "By £40 a year": again and again.
    let is_pace = words.is_any(end, &["a", "per", "each", "every"])
        && words.is_any(end + 1, &["day", "week", "month", "quarter", "year", "season"]);
    if is_pace || line.has_between(end, end + 2, &["than", "each", "annually"]) {
        return None;
    }
    // "The 25 extra sightings", "Forty-seven more cows": told as something that the reader can reckon.
    let before = stated.begin.wrapping_sub(1);
    let is_known = stated.begin == line.first
        || words.is_any(before, &["the", "those", "these", "that", "“", "\"", "‘", "an"])
        || line.words.is(before, "of");
    match () {
        () if is_known && line.has_between(near.start, near.end, EXTRA) => return Some(Step::Up),
        () if is_known && line.has_between(near.start, near.end, FEWER) => return Some(Step::Down),
        () => {}
    }
    let number = line.slots.iter().position(|slot| slot.number == stated.number)?;
    let by = stated.begin.wrapping_sub(1);
    let floor = line.floor(number).max(stated.begin.saturating_sub(7));
    let is_broken = (floor..by).any(|at| words.is_any(at, BROKEN)) && line.has_between(floor, by, BESTS);
    if words.is(by, "by") && is_broken {
        return Some(Step::Either);
    }
    let is_noun_of = words.is(by, "of") && line.way(by.wrapping_sub(1)).is_some();
    if line.lead(number) != Lead::By || !(words.is(by, "by") || is_noun_of || stated.kind() == FigureKind::Points) {
        return None;
    }
    let step = |at: usize| match line.way(at) {
        Some(Way::Up) => Some(Step::Up),
        Some(Way::Down) => Some(Step::Down),
        None => None,
    };
    let put = |at: usize| match () {
        () if words.is(at, "up") => Some(Step::Up),
        () if words.is(at, "down") => Some(Step::Down),
        () => None,
    };
    (floor..stated.begin).rev().find_map(step).or_else(|| (floor..by).rev().find_map(put))
}

/// Whether any two figures near it lie as far apart as it says.
fn is_borne_out(story: &Story, entries: &[Entry<'_>], at: usize) -> bool {
    let Some(scene) = Scene::around(story, entries, at, WIDE, 1) else { return false };
    let Some(stated) = scene.slot(&entries[at]) else { return false };
    let all: Vec<&Slot<'_>> = scene.slots().map(|(_, slot)| slot).filter(|slot| is_level(slot)).collect();
    let fits = |one: &Slot<'_>, other: &Slot<'_>| apart(stated, one, other).is_some_and(|outcome| outcome.holds);
    all.iter().any(|one| all.iter().any(|other| one.number != other.number && one.is_like(other) && fits(one, other)))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(&format!("Brae news\n\n{text}"));
        relations(&story, RelationKind::Difference).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_step_is_held_against_the_two_levels_near_it() {
        for (text, sound, broken) in [
            (
                "Lifeboats were launched 58 times from Arran Cove last year and 41 times the year before, Jem Pike said. He blamed the # extra launches on paddle boards.",
                "17",
                "27",
            ),
            (
                "Class sizes in the valley averaged 22 in 2012, Olga Prinn said, and 31 last year. “# more children a class and not one more chair,” she said.",
                "Nine",
                "Seven",
            ),
            (
                "The price of the fire engine has gone up by £#, to £412,000, Neil Roe said.\n\nThe quote in March had been £375,000, he said.",
                "37,000",
                "47,000",
            ),
            (
                "Ilse Brandt beat the national mark by # in Kolm on Sunday. She jumped 2.06 metres, officials said; the old mark of 1.92 metres had stood since 2004.",
                "14 centimetres",
                "41 centimetres",
            ),
            (
                "The level of the Osk reservoir has risen by # percentage points in a month, to 81 per cent, RivCo said. It had stood at 66 per cent in March.",
                "15",
                "25",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn steps_of_other_things_are_left_alone() {
        for text in [
            "Holm beat Ek by 3,120 votes to 2,880. Her 240-vote win was the closest in years.",
            "Fees rise by £40 a year. They were £180 in 2019 and are £340 now.",
            "Lifeboats were launched 58 times last year and 41 times the year before. Crews got 27 extra coats.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
