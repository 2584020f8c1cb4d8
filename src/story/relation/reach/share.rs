//! "Plans for 320 homes … Of the homes, 128, or 40 percent, will be let": a part and its share of a whole that stands
//! in a sentence before.

use std::borrow::Cow;

use super::super::line::{Line, Slot};
use super::super::share::{is_end_of_share, says_again};
use super::super::{Relation, RelationKind, quotient};
use super::{Reach, tie_near};
use crate::extract::{FigureKind, Modifier};

/// A share that is farther off is one of something else.
const FAR: i64 = 4;

/// How a sentence names the whole of its parts.
enum Whole {
    /// "Of the homes".
    Noun(Vec<String>),
    /// "Of these", "130 of them", or not at all.
    Pronoun,
}

/// The shares of a sentence of what was counted before.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let told = (1..line.slots.len()).find_map(|number| {
        let (one, other) = (&line.slots[number - 1], &line.slots[number]);
        let is_said = says_again(line, one, other);
        let (part, stated) = if is_share(other) { (one, other) } else { (other, one) };
        // "A quarter of them, 310, get free meals"
        let is_of_them =
            line.words.is(stated.behind, "of") && line.words.is_any(stated.behind + 1, &["them", "these", "those"]);
        let is_whole_share = is_of_them || is_end_of_share(line, stated);
        let is_pair = is_said && is_share(stated) && is_counted(part) && is_whole_share;
        let whole = whole_of(line, part, stated).filter(|_| is_pair)?;
        settle(reach, part, stated, &whole)
    });
    told.or_else(|| named_rate(reach)).or_else(|| of_its_staff(reach)).or_else(|| represented(line))
}

/// "The company, which employs 4,500 people, will cut 900 jobs, a fifth of its workforce": a share of those before.
fn of_its_staff(reach: Reach<'_, '_>) -> Option<Relation> {
    const STAFF: &[&str] = &["workforce", "staff", "payroll", "employees", "workers", "jobs"];
    let line = reach.line;
    let number = (1..line.slots.len()).find(|&number| {
        let (slot, words) = (&line.slots[number], line.words);
        let is_of = words.is(slot.behind, "of") && words.is_any(slot.behind + 1, &["its", "the", "their"]);
        let before = &line.slots[number - 1];
        let is_set_off =
            words.is_any(slot.begin.wrapping_sub(1), &[",", "or", "(", "–", "—"]) && slot.begin <= before.end + 4;
        let is_closed = line.end <= slot.behind + 4 || words.is_any(slot.behind + 3, &[",", ".", ";", ")", "–", "—"]);
        is_share(slot) && is_of && words.is_any(slot.behind + 2, STAFF) && is_set_off && is_closed
    })?;
    let (part, stated) = (&line.slots[number - 1], &line.slots[number]);
    // "Will cut 900 jobs in Ayr, a third of the workforce": of those there.
    let is_placed =
        (line.first..stated.begin).any(|at| line.words.is_any(at, &["in", "at"]) && line.words.is_capitalized(at + 1));
    if is_placed || line.has_between(line.first, line.end, &["worldwide", "there", "here"]) {
        return None;
    }
    let is_staff = |slot: &Slot<'_>| {
        is_counted(slot) && part.figure().value < slot.figure().value && slot.unit().is_some_and(is_staff_unit)
    };
    let own = line.slots[..number - 1].iter().find(|slot| is_staff(slot));
    let whole =
        own.or_else(|| reach.earlier(|_, slot| is_staff(slot)).first().copied()).filter(|_| is_counted(part))?;
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    tie_near(RelationKind::Share, stated, &[part, whole], outcome, 3)
}

fn is_staff_unit(unit: &str) -> bool {
    matches!(unit, "people" | "person" | "employee" | "worker" | "staff" | "job")
}

/// "The 45 dissenters represent a quarter of the party's 180 lawmakers", "at £9m, care takes a quarter of the £36m budget".
fn represented(line: &Line<'_>) -> Option<Relation> {
    const VERBS: &[&str] = &[
        "represent",
        "represents",
        "represented",
        "account",
        "accounts",
        "accounted",
        "takes",
        "take",
        "took",
        "form",
        "forms",
        "make",
        "makes",
        "made",
        "equals",
        "amount",
        "amounts",
        "amounted",
        "consumes",
        "absorbs",
        "is",
        "are",
        "was",
        "were",
    ];
    let [part, stated, whole] = &line.slots[..] else { return None };
    let words = line.words;
    let verb = (1..=3).map(|back| stated.begin.wrapping_sub(back)).find(|&at| words.is_any(at, VERBS))?;
    let is_plain = part.end <= verb && part.figure().modifier == Modifier::Plain && part.figure().pair.is_none();
    let is_of = words.is(stated.behind, "of") && whole.begin <= stated.behind + 6;
    let is_owned =
        (stated.behind + 1..whole.begin).any(|at| words.is_any(at, &["the", "its", "their", "'s", "’s", "all"]));
    let is_clear =
        !line.has_between(stated.behind, whole.begin, &[",", "in", "for", "and", "to", "by", "at", "who", "(", "from"])
            && !line.has_between(part.end, stated.begin, &["and", "but", "while", "who", "of", "than", "in", "from"]);
    let is_kind = part.is_like(whole) || is_counted(part) && is_counted(whole);
    let is_smaller = part.figure().value < whole.figure().value && !part.is_percent();
    if !is_share(stated) || !is_plain || !is_of || !is_owned || !is_clear || !is_kind || !is_smaller {
        return None;
    }
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    tie_near(RelationKind::Share, stated, &[part, whole], outcome, 3)
}

fn is_share(slot: &Slot<'_>) -> bool {
    matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share) && slot.figure().pair.is_none()
}

fn is_counted(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    figure.kind == FigureKind::Count
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
}

fn whole_of(line: &Line<'_>, part: &Slot<'_>, stated: &Slot<'_>) -> Option<Whole> {
    const THEM: &[&str] = &["these", "those", "them"];
    let words = line.words;
    let of_them = |at: usize| words.is(at, "of") && words.is_any(at + 1, THEM);
    if of_them(part.behind) || of_them(stated.behind) || of_them(line.first) && words.is(line.first + 2, ",") {
        return Some(Whole::Pronoun);
    }
    let first = part.begin.min(stated.begin);
    let is_first = line.slots.first().is_some_and(|slot| slot.begin == first);
    if words.is(line.first, "of") && is_first && words.is(first.wrapping_sub(1), ",") {
        let named = (line.first + 1..first - 1).map(|at| line.lower(at));
        let named = named.filter(|word| 2 < word.len()).map(Cow::into_owned).collect();
        return Some(Whole::Noun(named));
    }
    (is_first && first <= line.first + 1 && part.begin == first && part.unit().is_none()).then_some(Whole::Pronoun)
}

fn settle(reach: Reach<'_, '_>, part: &Slot<'_>, stated: &Slot<'_>, whole: &Whole) -> Option<Relation> {
    let is_larger = |slot: &Slot<'_>| is_counted(slot) && part.figure().value < slot.figure().value;
    let wholes = match whole {
        Whole::Noun(words) => {
            let is_named =
                |unit: &str| words.iter().any(|word| word.strip_suffix('s').unwrap_or(word) == unit || word == unit);
            reach.earlier(|_, slot| is_larger(slot) && slot.unit().is_some_and(is_named))
        }
        Whole::Pronoun if part.begin > reach.line.first + 1 => {
            let own: Vec<&Slot<'_>> =
                reach.line.slots.iter().filter(|slot| slot.begin < part.begin && is_counted(slot)).collect();
            match own[..] {
                [] => the_last(reach, is_larger)?,
                [whole] if is_larger(whole) => own,
                _ => return None,
            }
        }
        Whole::Pronoun => the_last(reach, is_larger)?,
    };
    let weigh = |whole: &Slot<'_>| quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?);
    let outcomes: Vec<_> = wholes.iter().filter_map(|whole| Some((*whole, weigh(whole)?))).collect();
    let best = outcomes.iter().find(|(_, outcome)| outcome.holds).or(outcomes.first())?;
    let (whole, outcome) = best;
    tie_near(RelationKind::Share, stated, &[part, whole], *outcome, FAR)
}

/// The counts of the sentence before that can be the whole, where it counts only one kind of thing.
fn the_last<'l, 'a>(reach: Reach<'l, 'a>, is_larger: impl Fn(&Slot<'_>) -> bool) -> Option<Vec<&'l Slot<'a>>> {
    let last = reach.last()?;
    let named = last.slots.iter().filter(|slot| is_counted(slot) && slot.unit().is_some()).count();
    (named < 2).then(|| last.slots.iter().filter(|slot| is_larger(slot)).collect())
}

/// "300 replied, a response rate of 24 percent", "6,970 of 20,500 voted, a turnout of 34 percent".
fn named_rate(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let number = (0..line.slots.len()).find(|&number| is_named_rate(line, &line.slots[number]))?;
    let stated = &line.slots[number];
    let counts: Vec<&Slot<'_>> = line.slots[..number].iter().filter(|slot| is_counted(slot)).collect();
    let (part, whole) = match counts[..] {
        [one, other] if one.figure().value < other.figure().value => (one, other),
        [one, other] => (other, one),
        [part] => match the_last(reach, |slot| is_counted(slot) && part.figure().value < slot.figure().value)?[..] {
            [whole] => (part, whole),
            _ => return None,
        },
        _ => return None,
    };
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    tie_near(RelationKind::Share, stated, &[part, whole], outcome, FAR)
}

/// "A success rate of 15%", "a turnout of 34 percent".
fn is_named_rate(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    // Rates of those who are not counted in the sentence.
    const OTHER_RATES: &[&str] = &[
        "interest",
        "tax",
        "growth",
        "birth",
        "death",
        "unemployment",
        "jobless",
        "annual",
        "exchange",
        "mortgage",
        "inflation",
        "base",
        "bank",
        "poverty",
        "average",
        "a",
        "the",
        "vacancy",
        "occupancy",
        "hourly",
        "daily",
        "discount",
        "key",
        "lending",
        "deposit",
        "monthly",
        "crime",
        "murder",
        "national",
        "swap",
        "coupon",
    ];
    let of = slot.begin.wrapping_sub(1);
    let noun = of.wrapping_sub(1);
    let is_rate = line.words.is(noun, "rate")
        && line.words.is_word(noun.wrapping_sub(1))
        && !line.words.is_any(noun.wrapping_sub(1), OTHER_RATES);
    let article = if is_rate { noun.wrapping_sub(2) } else { noun.wrapping_sub(1) };
    let is_set_off = line.words.is_any(article, &["a", "an"])
        && line.words.is_any(article.wrapping_sub(1), &[",", "–", "—", "or", "giving", "for"]);
    is_share(slot) && line.words.is(of, "of") && is_set_off && (is_rate || line.words.is(noun, "turnout"))
}
