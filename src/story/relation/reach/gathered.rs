//! A sum that the next words take up as something known: "admitted 14 counts of theft and six of fraud. The clerk, whose 20
//! offences", "75 jobs in Brae and 48 in Orm. The 123 new roles", "30 months for fraud and 18 months for theft. The combined
//! 48-month term", "five years for burglary and two for assault, making seven years in all".
//!
//! The parts must be the only figures of their kind before it and be joined as two; a sum that is not near to what they
//! give, or is no more than one of them, is of something else.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::telling::Stem;
use super::super::{Relation, thing};
use super::parts::{Near, settle};
use super::{Reach, has_unexcused, opens_figure};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// What is counted, under all its names: the sum is seldom called what its parts were.
const GROUPS: &[&[&str]] = &[
    &["job", "role", "post", "position", "vacancy", "redundancy", "place", "worker"],
    &["offence", "offense", "count", "charge", "crime", "theft", "burglary", "conviction", "assault", "case"],
    &["home", "house", "flat", "apartment", "unit", "dwelling", "property", "bungalow"],
    &["death", "victim", "fatality", "people", "casualty", "person", "life"],
    &["shop", "store", "branch", "outlet", "site"],
    &["medal", "rosette", "prize", "award"],
];

/// Words that say that there are more of them, or that some are of another time.
const OPEN: WordList = WordList::of(&[
    "including",
    "included",
    "among",
    "already",
    "than",
    "least",
    "both",
    "some",
    "several",
    "concurrently",
    "concurrent",
    "existing",
    "each",
    "per",
    "average",
    "up",
    "down",
    "rose",
    "fell",
    "from",
    "against",
    "compared",
    "further",
    "another",
    "other",
    "earlier",
    "previously",
    "also",
    "of which",
    "suspended",
]);

/// The sum of a sentence that the figures before it give.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    (0..line.slots.len()).find_map(|number| {
        let stated = &line.slots[number];
        match () {
            () if !is_counted(stated) => None,
            () if is_all(line, stated) && 2 <= number => sum(line, &line.slots[..number], stated),
            () if number == 0 => {
                let last = reach.last()?;
                let is_told = is_taken_up(line, last, stated) || is_all(line, stated);
                is_told.then(|| sum(last, &last.slots, stated)).flatten()
            }
            () => None,
        }
    })
}

fn is_counted(slot: &Slot<'_>) -> bool {
    matches!(slot.kind(), FigureKind::Count | FigureKind::Duration | FigureKind::Money)
        && slot.figure().pair.is_none()
        && slot.figure().modifier == Modifier::Plain
}

/// "Whose 20 offences", "the 123 new roles", "the 35 arrests" behind arrests, "all 15 were", "the £540,000 bill", "the
/// combined 48-month term".
fn is_taken_up(line: &Line<'_>, last: &Line<'_>, stated: &Slot<'_>) -> bool {
    const SUMS: &[&str] = &["bill", "cost", "total", "outlay", "package", "sum", "spending", "haul", "loss", "takings"];
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    let is_combined =
        words.is_any(before, &["combined", "total"]) && words.is_any(before.wrapping_sub(1), &["the", "a"]);
    let is_known =
        words.is_any(before, &["whose", "these", "those", "all"]) || words.is(before, "the") && before == line.first;
    // "Full-year sales of 5.5 million" behind those of each quarter
    let is_year = words.is_any(line.first, &["full", "annual", "full-year", "whole-year"])
        && words.is(before, "of")
        && last.has_between(last.first, last.end, &["first"])
        && last.has_between(last.first, last.end, &["second"]);
    if is_year {
        return true;
    }
    if stated.kind() == FigureKind::Money {
        let noun = words.past_hyphen(stated.past());
        return words.is_any(before, &["the", "that"]) && words.is_any(noun, SUMS);
    }
    let is_all = words.is(before, "all") && before == line.first;
    // "The 40 staff there" counts those of before.
    let is_named = |unit: &str| {
        let is_own = |part: &Slot<'_>| part.unit().is_some_and(|own| Stem::of(own) == Stem::of(unit));
        group(unit).is_some() || last.slots.iter().any(is_own)
    };
    let verbs = [Class::Be, Class::Modal, Class::Have];
    let is_told = || verbs.iter().any(|&class| words.has(stated.end, class));
    let is_one = stated.unit().map_or_else(|| is_all && is_told(), is_named);
    is_combined || is_known && stated.kind() == FigureKind::Count && is_one
}

/// ", making seven years in all", "40 altogether".
fn is_all(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let end = stated.past();
    let is_made = words.is_any(stated.begin.wrapping_sub(1), &["making", "of"])
        && (words.is_any(stated.begin.wrapping_sub(2), &[",", "total"]));
    // "Lost $40 million in the first half and $65 million in the second, for a loss of $105 million"
    let of = stated.begin.wrapping_sub(1);
    let is_for = words.is(of, "of")
        && words.run_is(of.wrapping_sub(4), &[",", "for", "a"])
        && words.is_any(of.wrapping_sub(1), &["loss", "total", "profit", "haul", "tally"]);
    if is_for {
        return true;
    }
    let is_behind = words.is(end, "in") && words.is_any(end + 1, &["all", "total"])
        || words.is_any(end, &["altogether", "combined"]);
    is_behind && (is_made || stated.begin == line.first)
        || is_made && words.is_any(stated.begin.wrapping_sub(2), &["total"])
}

/// The group of what is counted.
fn group(unit: &str) -> Option<usize> {
    let noun = unit.rsplit(' ').next().unwrap_or(unit);
    GROUPS.iter().position(|group| group.contains(&noun))
}

/// What the figures `slots` of the sentence `at` give, against the one that takes them up.
fn sum(at: &Line<'_>, slots: &[Slot<'_>], stated: &Slot<'_>) -> Option<Relation> {
    // "And another six after the whistle": one part more.
    let adds = |word: usize| at.words.is_any(word, &["another", "further"]) && opens_figure(slots, word);
    if has_unexcused(at, &OPEN, adds) {
        return None;
    }
    // "3,400 passengers and 1,200 crew. All 4,600 people on board"
    let is_head = |slot: &Slot<'_>| slot.unit().is_some_and(|unit| matches!(unit, "people" | "person"));
    let are_people = |part: &Slot<'_>| is_head(stated) && thing::counts_people(part.figure());
    // "Five of false accounting": what they are is said with the first.
    let is_short = |part: &Slot<'_>| {
        at.words.is(part.behind, "of") && slots.iter().any(|slot| slot.unit().is_some_and(|unit| group(unit).is_some()))
    };
    let is_one = |part: &Slot<'_>| match (part.unit(), stated.unit()) {
        (Some(one), Some(other)) => {
            let is_group = group(one).is_some() && group(one) == group(other);
            one == other || Stem::of(one) == Stem::of(other) || is_group || are_people(part) || is_short(part)
        }
        // "All 15 were bailed"
        (None, _) | (Some(_), None) => true,
    };
    let parts: Vec<Slot<'_>> = slots.iter().filter(|slot| slot.kind() == stated.kind()).copied().collect();
    let [first, .., last] = &parts[..] else { return None };
    let is_named = parts.iter().any(|part| part.unit().is_some());
    let are_joined = parts.len() <= 5
        && at.has_between(first.end, last.begin, &["and"])
        && last.begin <= first.end + 12 * parts.len();
    let are_sound = parts.iter().all(|part| is_counted(part) && is_one(part) && !is_age(at, part));
    let most = parts.iter().map(|part| part.figure().value).max()?;
    let given = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.figure().value))?;
    let apart = given.checked_sub(stated.figure().value)?.abs();
    let is_near = apart <= given.checked_mul(Decimal::new(2, 1))?;
    (is_named && are_joined && are_sound && most < stated.figure().value && is_near)
        .then(|| settle(stated, &parts, Decimal::ZERO, Near::All))
        .flatten()
}

/// "Ida Ek, 52, admitted".
fn is_age(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    slot.unit().is_none() && line.words.is(slot.begin.wrapping_sub(1), ",") && line.words.is(slot.behind, ",")
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_sum_that_is_taken_up_is_held_against_its_parts() {
        for (text, sound, broken) in [
            (
                "Ida Ek, 52, of Mill Lane in Brae, admitted 13 counts of theft and five of false accounting when she came to court on Monday.\n\nThe clerk, whose # offences spanned two years, will be sentenced in May.",
                "18",
                "20",
            ),
            (
                "Lund Foods is to create 65 jobs at its mill in Brae and 38 at a depot in Orm. The # new roles will be advertised in May.",
                "103",
                "113",
            ),
            (
                "Lawyers asked for 30 months for wire fraud and 12 months for tax evasion, back to back. The combined #-month term would be the longest this year.",
                "42",
                "48",
            ),
            (
                "Brae made 18 arrests for theft, 12 for assault and five for arson. The # arrests were fewer than in May.",
                "35",
                "36",
            ),
            (
                "Ek lost $40 million in the first half and $65 million in the second, for a loss of $# million in 2024.",
                "105",
                "115",
            ),
            (
                "The club spent £412,000 on food, £96,000 on fuel and £31,000 on vans last winter. Lund said the £# bill hurt.",
                "539,000",
                "549,000",
            ),
            (
                "Eight people were held before the match and another six behind it. All # were bailed on Sunday.",
                "14",
                "15",
            ),
            (
                "The ship had 3,400 passengers and 1,200 crew, Ek said. All # people on board were safe.",
                "4,600",
                "4,800",
            ),
            (
                "Judge Ida Ek jailed Jon Holm for six years for burglary and a consecutive three years for assault, making # years in all.",
                "nine",
                "ten",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn what_is_known_of_other_things_is_left_alone() {
        for text in [
            "Lund Foods is to create 65 jobs in Brae and 38 in Orm. The 110 people who work there now are pleased.",
            "Ida Ek admitted 13 counts of theft and five of fraud, including two in May. The 20 offences spanned two years.",
            "The town has 40 shops and 12 pubs. The 60 homes in Mill Lane are older.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
