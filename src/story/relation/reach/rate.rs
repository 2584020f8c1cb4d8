//! "There were 1,184 burglaries … In a town of 88,000 people that is 13.5 for every 1,000": a rate whose figures
//! stand in its sentence and in those beside it.

use std::borrow::Cow;

use super::super::each::base_of_rate;
use super::super::line::{Lead, Line, Slot, tie};
use super::super::multiple::is_part_of;
use super::super::{Relation, RelationKind, quotient, thing};
use super::{Reach, is_near, tie_near};
use crate::extract::FigureKind;

/// A rate that is farther off is one of something else.
const FAR: i64 = 25;

/// The rates of a sentence that its neighbours bear out or not.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    (0..line.slots.len()).find_map(|number| {
        rate(reach, number)
            .or_else(|| one_for_every(line, number))
            .or_else(|| so_many_to_one(line, number))
            .or_else(|| of_its_counts(line, number))
    })
}

/// "The town, population 41,000, had 123 burglaries, or 300 per 100,000", "the 27 deaths equate to six per 100,000 of the
/// city's 450,000 people": a rate of the only two counts of its sentence.
fn of_its_counts(line: &Line<'_>, number: usize) -> Option<Relation> {
    const TIES: &[&str] = &[
        "or",
        "(",
        "rate",
        "works",
        "work",
        "equates",
        "equate",
        "equals",
        "equal",
        "equivalent",
        "amounts",
        "amount",
        "amounted",
        "equalled",
        "equaled",
        "worked",
        "comes",
        "came",
        "is",
    ];
    const OTHERS: &[&str] =
        &["compared", "than", "national", "nationally", "against", "versus", "elsewhere", "target", "forecast"];
    const PLACES: &[&str] =
        &["town", "city", "county", "district", "borough", "village", "state", "country", "region", "island"];
    const LED: &[&str] = &["in", "of", "among", "population", "for", "'s", "’s", "its", "the", "with", "has", "have"];
    let stated = &line.slots[number];
    let base = base_of_rate(line, stated)?;
    let others = line.slots.iter().enumerate().filter(|&(at, slot)| at != number && !is_base(line, slot));
    let counts: Vec<&Slot<'_>> = others.map(|(_, slot)| slot).collect();
    let [one, other] = counts[..] else { return None };
    let (part, whole) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let is_count = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && slot.figure().pair.is_none();
    let before = line.slots[..number].last().map_or(line.first, |slot| slot.behind);
    let is_set_off = line.words.is_any(stated.begin.wrapping_sub(1), &[",", "–", "—", ":"]);
    let is_tied = is_set_off || line.has_between(before, stated.begin, TIES);
    let is_led = line.has_between(whole.begin.saturating_sub(2).max(line.first), whole.begin, LED);
    let is_one = !line.has_between(line.first, line.end, OTHERS)
        && !(before..stated.begin).any(|at| {
            // "Between January and May" is one time.
            let is_span = line.has_between(at.saturating_sub(3).max(line.first), at, &["between"]);
            line.words.is_any(at, &["while", "but"]) || line.words.is(at, "and") && !is_span
        });
    // "The town has 62,000 people and 31 murders were recorded in the county"
    let places: Vec<Cow<'_, str>> =
        (line.first..stated.end).filter(|&at| line.words.is_any(at, PLACES)).map(|at| line.lower(at)).collect();
    if places.iter().any(|place| *place != places[0]) {
        return None;
    }
    if !is_count(part) || !is_count(whole) || !is_tied || !is_led || !is_one || is_of_others(line, stated) {
        return None;
    }
    let outcome = quotient::rate(stated.bounds()?, part.bounds()?, whole.bounds()?, base)?;
    tie_near(RelationKind::Rate, stated, &[part, whole], outcome, FAR)
}

/// "4,200 people and 14 doctors, one for every 300".
fn one_for_every(line: &Line<'_>, number: usize) -> Option<Relation> {
    const ANYBODY: &[&str] = &["person", "people", "resident", "inhabitant"];
    let stated = &line.slots[number];
    let every = stated.begin.wrapping_sub(1);
    // "A ratio of one to six"
    let is_ratio = line.words.is(every, "to")
        && line.words.is(every.wrapping_sub(1), "one")
        && line.has_between(every.saturating_sub(4).max(line.first), every, &["ratio"]);
    let is_every = (line.words.is_any(every, &["every", "per"]) || is_ratio) && stated.kind() == FigureKind::Count;
    // "A goal every two games"
    let noun = every.wrapping_sub(1);
    let is_noun = line.words.is_any(noun.wrapping_sub(1), &["a", "an"])
        && line.slots[..number].iter().any(|slot| slot.unit() == Some(&*line.lower(noun)));
    let one = (1..=4).map(|back| every.wrapping_sub(back)).find(|&at| line.words.is(at, "one"));
    let one = one.or(is_noun.then_some(noun.wrapping_sub(1)))?;
    let is_set_off = is_ratio || line.words.is_any(one.wrapping_sub(1), &[",", "or", "–", "—", "has", "is"]);
    let is_count = |slot: &&Slot<'_>| {
        slot.kind() == FigureKind::Count && slot.figure().pair.is_none() && slot.unit().is_some() && slot.end <= one
    };
    let counts: Vec<&Slot<'_>> = line.slots[..number].iter().filter(is_count).collect();
    let [first, second] = counts[..] else { return None };
    let (few, many) = if first.figure().value < second.figure().value { (first, second) } else { (second, first) };
    // "From two smaller forces, has 1,930 officers, one for every 456 people": it names whom the many must be.
    let is_anybody = |slot: &Slot<'_>| slot.unit().is_some_and(|unit| ANYBODY.contains(&unit));
    if stated.unit().is_some() && stated.unit() != many.unit() && !(is_anybody(stated) && is_anybody(many)) {
        return None;
    }
    let given = many.bounds()?.over(few.bounds()?)?;
    let slack = quotient::Bounds::around(rust_decimal::Decimal::ONE, rust_decimal::Decimal::new(8, 2))?;
    let holds = stated.bounds()?.times(slack)?.meets(given);
    let outcome = quotient::Outcome { given, holds };
    let is_sound = is_every && is_set_off && (holds || is_near(&outcome, stated, 5));
    is_sound.then(|| tie(RelationKind::Each, stated, &[many, few], None, outcome))
}

/// "540 pupils and 27 teachers, a ratio of 20 to one", "men outnumber women two to one: 90 men and 45 women".
fn so_many_to_one(line: &Line<'_>, number: usize) -> Option<Relation> {
    const RATIO: &[&str] = &["ratio", "outnumber", "outnumbered", "outnumbers", "outnumbering", "proportion"];
    let stated = &line.slots[number];
    let (times, one) = stated.figure().pair.filter(|_| stated.kind() == FigureKind::Score)?;
    let is_told = line.has_between(stated.begin.saturating_sub(5).max(line.first), stated.begin, RATIO);
    let is_count =
        |slot: &Slot<'_>| slot.kind() == FigureKind::Count && slot.figure().pair.is_none() && slot.unit().is_some();
    let others: Vec<&Slot<'_>> = line.slots.iter().filter(|slot| slot.number != stated.number).collect();
    let [first, second] = others[..] else { return None };
    // "Filled 60 of the 80 places": the rest is the other side.
    if !is_told
        || one != rust_decimal::Decimal::ONE
        || !is_count(first)
        || !is_count(second)
        || is_part_of(line, first, second)
    {
        return None;
    }
    let (few, many) = if first.figure().value < second.figure().value { (first, second) } else { (second, first) };
    // A ratio is told in whole numbers.
    let about = quotient::Bounds::around(times, rust_decimal::Decimal::new(5, 1))?;
    let outcome = quotient::product(many.bounds()?, about, few.bounds()?)?;
    let cue = Some(line.span(stated.begin, stated.end));
    (outcome.holds || is_near(&outcome, many, 5)).then(|| tie(RelationKind::Multiple, many, &[few], cue, outcome))
}

fn rate(reach: Reach<'_, '_>, number: usize) -> Option<Relation> {
    let line = reach.line;
    let stated = &line.slots[number];
    let base = base_of_rate(line, stated)?;
    if matches!(line.lead(number), Lead::From | Lead::Against) || is_of_others(line, stated) {
        return None;
    }
    let is_own = |slot: &Slot<'_>| slot.begin == stated.begin || is_base(line, slot);
    let near = |fits: &dyn Fn(&Line<'_>, &Slot<'_>) -> bool| {
        let own = line.slots.iter().filter(|slot| !is_own(slot) && fits(line, slot));
        let next = reach.next.filter(|next| next.block == line.block).into_iter();
        let behind = next.flat_map(|next| next.slots.iter().filter(|slot| fits(next, slot)));
        own.chain(reach.earlier(fits)).chain(behind).collect::<Vec<_>>()
    };
    let wholes = near(&|at, slot| is_population(at, slot));
    let whole =
        *wholes.first().filter(|whole| wholes.iter().all(|other| other.figure().value == whole.figure().value))?;
    if names_other_place(line, reach, whole) {
        return None;
    }
    // "618: four murders, 143 robberies …": what comes behind the colon is some of what was counted.
    let is_some_of = |at: &Line<'_>, slot: &Slot<'_>| {
        at.first != line.first && at.slots.first().is_some_and(|first| at.has_between(first.behind, slot.begin, &[":"]))
    };
    let parts = near(&|at, slot| {
        is_part(at, slot, stated) && slot.figure().value < whole.figure().value && !is_some_of(at, slot)
    });
    let is_named = stated.unit().is_some_and(|unit| !matches!(unit, "people" | "person"));
    let is_tied = is_named || takes_up_count(line, stated);
    let weigh = |part: &Slot<'_>| quotient::rate(stated.bounds()?, part.bounds()?, whole.bounds()?, base);
    let outcomes: Vec<_> = parts.iter().filter_map(|part| Some((*part, weigh(part)?))).collect();
    let fits = outcomes.iter().find(|(_, outcome)| outcome.holds).or(outcomes.first().filter(|_| is_tied));
    let (part, outcome) = fits.filter(|(_, outcome)| outcome.holds || is_near(outcome, stated, FAR))?;
    Some(tie(RelationKind::Rate, stated, &[part, whole], None, *outcome))
}

/// Whether the sentence of the rate, or the one before it, speaks of another kind of place than the whole's.
fn names_other_place(line: &Line<'_>, reach: Reach<'_, '_>, whole: &Slot<'_>) -> bool {
    const PLACES: &[&str] = &[
        "town", "city", "county", "district", "borough", "village", "parish", "state", "country", "island", "region",
        "nation",
    ];
    let at = reach.before.iter().copied().chain([line]).chain(reach.next).find(|at| holds(at, whole)).unwrap_or(line);
    let first = whole.begin.saturating_sub(8).max(at.first);
    let own = (first..whole.begin).rev().find(|&word| at.words.is_any(word, PLACES));
    let Some(own) = own.map(|word| at.lower(word)) else { return false };
    (line.first..line.end).any(|word| line.words.is_any(word, PLACES) && line.lower(word) != own)
}

fn holds(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.slots.iter().any(|other| other.entry.claim == slot.entry.claim)
}

/// "A national rate of 2.9 for every 1,000".
fn is_of_others(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const OTHERS: &[&str] = &[
        "national",
        "nationally",
        "average",
        "regional",
        "than",
        "target",
        "elsewhere",
        "other",
        "last",
        "previous",
        "once",
    ];
    let first = stated.begin.saturating_sub(4).max(line.first);
    // "Had 24 killings last year, or six for every 100,000": what stands before the comma is told of the count.
    let clause = (first..stated.begin).rev().find(|&at| line.words.is(at, ",")).map_or(first, |comma| comma + 1);
    // "18 murders last year amounted to four per 100,000": only a rate of last year's is another.
    let is_time = |at: usize| {
        line.words.is_any(at, &["last", "previous"]) && !line.has_between(at, at + 3, &["'s", "’s", "rate"])
    };
    (clause..stated.begin).any(|at| line.words.is_any(at, OTHERS) && !is_time(at))
}

/// The "1,000 residents" of "for every 1,000 residents".
fn is_base(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.words.is_any(slot.begin.wrapping_sub(1), &["per", "every"])
}

/// "A town of 88,000 people", "the county has 410,000 residents", "a population of 12,000".
fn is_population(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const PLACES: &[&str] = &[
        "town",
        "city",
        "county",
        "district",
        "borough",
        "village",
        "parish",
        "state",
        "country",
        "island",
        "region",
        "area",
        "population",
        "home",
        "residents",
        "inhabitants",
        "province",
        "territory",
        "municipality",
        "nation",
    ];
    const NEAR: usize = 8;
    let is_counted = slot.kind() == FigureKind::Count && slot.figure().pair.is_none() && !is_base(line, slot);
    let is_placed = line.has_between(slot.begin.saturating_sub(NEAR).max(line.first), slot.begin, PLACES);
    let is_named = line.has_between(slot.begin.saturating_sub(4).max(line.first), slot.begin, &["population"]);
    let is_resident = matches!(slot.unit(), Some("resident" | "inhabitant"));
    let is_people = slot.unit().is_some_and(|unit| matches!(unit, "people" | "person") || thing::is_person(unit));
    let of = slot.begin.wrapping_sub(1);
    let is_size = line.words.is(of, "of") && line.words.is_any(of.wrapping_sub(1), PLACES) && slot.unit().is_none();
    is_counted && slot.figure().value >= 1_000.into() && (is_resident || is_named || is_size || is_people && is_placed)
}

/// What the rate may count: of its noun, or with a noun of its own where the rate has none.
fn is_part(line: &Line<'_>, slot: &Slot<'_>, stated: &Slot<'_>) -> bool {
    let is_counted = slot.kind() == FigureKind::Count && slot.figure().pair.is_none() && !is_base(line, slot);
    let is_it = match stated.unit().filter(|_| stated.kind() == FigureKind::Count) {
        // People are of all kinds: officers are only officers.
        Some(unit) if thing::is_person(unit) => slot.unit() == Some(unit),
        Some(unit) => slot.unit().is_some_and(|other| thing::unit_set(other) == thing::unit_set(unit)),
        // "Violent offences came to 618": told before the verb, and a word that takes it up.
        None => slot.unit().is_some() || slot.figure().value >= 20.into() && is_told_of(line, slot),
    };
    is_counted && is_it && !line.words.is_any(slot.end, &["per", "for"])
}

/// "Offences came to 618", "burglaries numbered 240", "there were 36".
fn is_told_of(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const VERBS: &[&str] =
        &["came", "come", "numbered", "totalled", "totaled", "reached", "hit", "were", "was", "stood"];
    line.has_between(slot.begin.saturating_sub(3).max(line.first), slot.begin, VERBS)
}

/// "That is 13.5", "which works out at 13.5", "or 13.5", "a rate of 13.5".
fn takes_up_count(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const CUES: &[&str] =
        &["that", "which", "or", "equals", "equal", "equivalent", "works", "amounts", "means", "meaning", "rate", "it"];
    line.has_between(stated.begin.saturating_sub(5).max(line.first), stated.begin, CUES)
}
