//! What comes to each beside the total and the count that give it: "giving each $36,000", "80 bags for every mile",
//! "each of the eight winners of the $2.4 million jackpot will receive $300,000", "240 kilometres in two hours, an
//! average speed of 120 kph".
//!
//! The three must be all of their kind in the sentence, and the words must say that one of them is for each.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, thing};
use super::{is_near, is_plain, tie_near};
use crate::extract::FigureKind;
use crate::language::{Class, WordList};

/// What comes to each that is farther off is of something else, unless it is a nought too many or too few.
const FAR: i64 = 4;

/// Words by which the total may hold more than what comes to each, or one of the figures be of another time.
const OPEN: WordList = WordList::of(&[
    "including",
    "plus",
    "fees",
    "expenses",
    "debt",
    "least",
    "range",
    "another",
    "discount",
    "profit",
    "loss",
    "deposit",
    "interest",
    "first",
    "starting",
    "extra",
    "further",
    "than",
    "compared",
    "against",
    "previously",
    "while",
    "whereas",
    "bonus",
    "minimum",
    "maximum",
    "rising",
    "median",
    "dividend",
    "income",
    "earnings",
    "valued",
    "valuing",
    "daily",
    "weekly",
]);

/// The figures for each of a sentence, and its pace.
pub(super) fn find(line: &Line<'_>) -> Vec<Relation> {
    if line.slots.len() < 3 || line.has_listed(line.first, line.end, &OPEN) {
        return Vec::new();
    }
    let each = line.slots.iter().filter_map(|slot| shared_out(line, slot));
    each.chain(line.slots.iter().filter_map(|slot| pace(line, slot))).collect()
}

/// For what a figure is.
enum For {
    /// "€1.20 a kilo", "80 bags for every mile".
    Noun(String),
    /// "Each", "apiece": for each of those who are counted.
    Each,
}

fn shared_out(line: &Line<'_>, each: &Slot<'_>) -> Option<Relation> {
    let (what, is_told) = noun_behind(line, each)
        .map(|noun| (For::Noun(noun), is_set_off(line, each) || is_price(line, each)))
        .or_else(|| each_before(line, each).then_some((For::Each, true)))
        .or_else(|| is_each_at(line, each).then_some((For::Each, true)))
        .or_else(|| they_get(line, each).then_some((For::Each, true)))?;
    if !is_told || !is_plain(each) {
        return None;
    }
    let others = || line.slots.iter().filter(|slot| slot.number != each.number);
    let is_count = |slot: &&Slot<'_>| {
        let is_kind = matches!(slot.kind(), FigureKind::Count | FigureKind::Measure);
        let is_it = |unit: &str| match &what {
            For::Noun(noun) => {
                is_one_noun(noun, unit) || line.lower(slot.behind).strip_suffix('s') == Some(noun.as_str())
            }
            For::Each => slot.kind() == FigureKind::Count && Some(unit) != each.unit(),
        };
        is_kind && slot.unit().is_some_and(is_it) && is_plain(slot) && Decimal::ONE < slot.figure().value
    };
    let is_total = |slot: &&Slot<'_>| hundredths(slot, each).is_some();
    let (mut counts, mut totals) = (others().filter(is_count), others().filter(is_total));
    let (count, total) = (counts.next()?, totals.next()?);
    let is_one_time = ![count, total, each].into_iter().any(|slot| is_compared(line, slot));
    if counts.next().is_some()
        || totals.next().is_some()
        || count.number == total.number
        || !is_plain(total)
        || !is_one_time
    {
        return None;
    }
    let factor = Bounds::exactly(hundredths(total, each)?);
    let given = total.bounds()?.times(factor)?.over(count.bounds()?)?;
    settle(each, [total, count], given)
}

/// How many of the unit of `each` go into one of the total's; `None` where the two are not of one kind.
fn hundredths(total: &Slot<'_>, each: &Slot<'_>) -> Option<Decimal> {
    let is_kind = match each.kind() {
        FigureKind::Money | FigureKind::Rate => {
            matches!(total.kind(), FigureKind::Money | FigureKind::Measure)
                || each.unit().is_none() && total.kind() == FigureKind::Count
        }
        kind => total.kind() == kind,
    };
    let is_cent = matches!(each.unit(), Some("cent" | "penny"));
    let is_whole = matches!(total.unit(), Some("USD" | "EUR" | "GBP" | "AUD" | "CAD" | "NZD"));
    let is_minute =
        each.kind() == FigureKind::Duration && each.unit() == Some("minute") && total.unit() == Some("hour");
    let factor = match () {
        () if is_cent && is_whole => Decimal::ONE_HUNDRED,
        () if is_minute => Decimal::from(60),
        () => Decimal::ONE,
    };
    let is_density = each.kind() == FigureKind::Rate && total.kind() == FigureKind::Count;
    let is_bare = (each.kind() == FigureKind::Count || is_density) && each.unit().is_none() && total.unit().is_some();
    let is_one_unit = factor > Decimal::ONE || each.unit().is_some() && each.unit() == total.unit() || is_bare;
    (is_kind && is_one_unit && each.figure().value < total.figure().value.checked_mul(factor)?).then_some(factor)
}

/// "From 12 to 40": with what something is compared; "90 tonnes from 30 acres" is what they bear.
fn is_compared(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let before = slot.begin.wrapping_sub(1);
    let is_range = || line.has_between(slot.end, line.end, &["to"]) || line.has_between(line.first, before, &["to"]);
    line.words.is_any(before, &["against", "until"]) || line.words.is(before, "from") && is_range()
}

/// The noun of "a kilo", "per head", "for every mile" right behind a figure; `None` for stretches of time.
fn noun_behind(line: &Line<'_>, slot: &Slot<'_>) -> Option<String> {
    const TIMES: &[&str] = &[
        "year", "month", "week", "day", "hour", "minute", "second", "night", "annum", "quarter", "cent", "decade",
        "season", "time", "lot", "few", "total", "new",
    ];
    let words = line.words;
    let is_rate = slot.kind() == FigureKind::Rate;
    let behind = if is_rate { slot.end.saturating_sub(2) } else { slot.past() };
    let article = if words.is_any(behind, &["for", "to", "in", "on"]) { behind + 1 } else { behind };
    let is_each =
        words.is_any(article, &["each", "every", "per"]) || article == behind && words.is_any(article, &["a", "an"]);
    let noun = line.lower(article + 1);
    let is_noun = is_each
        && words.is_word(article + 1)
        && !words.has(article + 1, Class::Preposition)
        && !words.is_any(article + 1, &["before", "after", "if", "when"])
        && !TIMES.contains(&&*noun)
        && noun != "of";
    // "Per square kilometre"
    let of = &*line.lower(article + 2);
    let whole = if matches!(&*noun, "square" | "cubic") { format!("{noun} {of}") } else { noun.into_owned() };
    is_noun.then_some(whole)
}

/// Whether the noun of a price and the unit of a count are one: "a kilo" of kilograms, "a head" of people.
fn is_one_noun(noun: &str, unit: &str) -> bool {
    if noun.starts_with("square ") || noun.starts_with("cubic ") {
        return unit == noun.replace("meter", "metre");
    }
    let long = match noun {
        "kilo" | "kg" | "kilogramme" => "kilogram",
        "km" | "kilometer" => "kilometre",
        "lb" => "pound",
        "liter" => "litre",
        "meter" => "metre",
        other => other,
    };
    let is_head = matches!(noun, "head" | "person" | "capita" | "man" | "woman");
    // "Six bottles cost": a verb that was taken for the noun.
    let is_first = unit.split(' ').next().is_some_and(|first| first == long || first.strip_suffix('s') == Some(long));
    is_first
        || unit == long
        || unit.ends_with(&format!(" {long}"))
        || is_head && (thing::is_somebody(unit) || matches!(unit, "people" | "player" | "winner"))
}

/// ", 80 bags for every mile", "– €1.20 a kilo –", "averaging four minutes a kilometre", "which is £5 a head".
fn is_set_off(line: &Line<'_>, each: &Slot<'_>) -> bool {
    const BENT: &[&str] = &[
        "about", "around", "roughly", "nearly", "almost", "just", "some", "only", "of", "average", "an", "over",
        "density", "a", "yield",
    ];
    const LEADS: &[&str] = &[
        ",",
        "(",
        "–",
        "—",
        "-",
        "or",
        ":",
        "averaging",
        "is",
        "was",
        "at",
        "making",
        "equals",
        "means",
        "meaning",
        "giving",
    ];
    let mut at = each.begin.wrapping_sub(1);
    while line.first < at && each.begin < at.saturating_add(5) && line.words.is_any(at, BENT) {
        at -= 1;
    }
    // "That is", "which was": a price that a noun has is told for itself.
    let is_verb = line.words.is_any(at, &["is", "was"]);
    let takes_up = line.words.is_any(at.wrapping_sub(1), &["that", "which", "this"]);
    let follows = line.slots.iter().filter(|slot| slot.end <= at).count();
    line.words.is_any(at, LEADS)
        && (!is_verb || takes_up)
        && 2 <= follows
        && !line.has_between(each.begin - 1, each.begin, &["and"])
}

/// "At 65 cents a pound, the 2,000 pounds fetched $1,300".
fn is_price(line: &Line<'_>, each: &Slot<'_>) -> bool {
    const FETCHED: &[&str] = &[
        "fetched", "fetch", "cost", "costs", "raised", "raises", "earned", "sold", "brought", "brings", "paid",
        "comes", "came", "total", "totals", "totalled", "totaled", "bill", "yielded", "made", "makes", "grossed",
        "took",
    ];
    line.words.is_any(each.begin.wrapping_sub(1), &["at", "for"]) && line.has_between(line.first, line.end, FETCHED)
}

/// "Giving each $36,000", "so each brought in $9", "each of the eight winners … will receive $300,000".
fn each_before(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    let words = line.words;
    let floor = line.slots.iter().map(|other| other.behind).filter(|&behind| behind <= slot.begin).max();
    let first = slot.begin.saturating_sub(NEAR).max(floor.unwrap_or(line.first));
    let gives = |at: usize| {
        let before = at.wrapping_sub(1);
        words.is_any(before, &["so", "and", "with", "that", ",", "means", "meaning"])
            || line.lower(before).ends_with("ing")
    };
    let is_given = (first..slot.begin).any(|at| words.is(at, "each") && gives(at) && !words.is(at + 1, "of"));
    // A count that "each of the" leads to, and a verb of what they get before the sum.
    let of_all = line.slots.iter().any(|count| {
        let of = (1..=2).map(|back| count.begin.wrapping_sub(back)).find(|&at| words.is(at, "of"));
        count.end <= slot.begin && of.is_some_and(|of| words.is(of.wrapping_sub(1), "each"))
    });
    let gets = [
        "receive",
        "receives",
        "received",
        "get",
        "gets",
        "got",
        "pay",
        "pays",
        "paid",
        "collect",
        "collects",
        "collected",
        "owe",
        "owes",
        "contribute",
        "contributes",
        "contributed",
    ];
    let is_closed = !words.is_any(slot.end, &["a", "per", "for", "in", "of", "towards", "on", "every"]);
    let is_got = line.has_between(slot.begin.saturating_sub(3).max(line.first), slot.begin, &gets) && is_closed;
    slot.kind() == FigureKind::Money && is_closed && (is_given || of_all && is_got)
}

/// "And they will take home $600,000 each before tax": those who are counted get it.
fn they_get(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const GET: &[&str] = &[
        "receive",
        "receives",
        "received",
        "get",
        "gets",
        "got",
        "take",
        "took",
        "pay",
        "paid",
        "earn",
        "earned",
        "pocket",
        "pocketed",
        "collect",
        "collected",
        "won",
        "win",
        "home",
    ];
    let end = slot.past();
    let is_closed = line.end <= end + 1 || line.words.is_any(end + 1, &[",", ".", ";", ")", "before", "after"]);
    let first = slot.begin.saturating_sub(6).max(line.first);
    let is_theirs = line.has_between(first, slot.begin, &["they", "who", "them", "winners", "members", "heirs"]);
    slot.kind() == FigureKind::Money
        && line.words.is_any(end, &["each", "apiece"])
        && is_closed
        && is_theirs
        && line.has_between(slot.begin.saturating_sub(3).max(line.first), slot.begin, GET)
}

/// "20 people at 75kg each, for a load of 1,500kg": so much for each of those who are counted before.
fn is_each_at(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let end = slot.past();
    let is_closed = line.end <= end + 1 || line.words.is_any(end + 1, &[",", ".", ";", ")", "–", "—", "for", "in"]);
    matches!(slot.kind(), FigureKind::Measure | FigureKind::Duration)
        && line.words.is_any(end, &["each", "apiece"])
        && is_closed
        && line.words.is_any(slot.begin.wrapping_sub(1), &["at", "of", "weighing", "or", "with"])
}

/// "Covered the 240 kilometres in two hours, an average speed of 120 kph".
fn pace(line: &Line<'_>, stated: &Slot<'_>) -> Option<Relation> {
    let (way, per_hour) = match (stated.kind(), stated.unit()?) {
        (FigureKind::Measure | FigureKind::Rate, "kilometre per hour") => ("kilometre", true),
        (FigureKind::Measure | FigureKind::Rate, "mile per hour") => ("mile", true),
        (FigureKind::Rate, unit @ ("kilometre" | "mile" | "metre")) => {
            (unit, line.words.is(stated.end.wrapping_sub(1), "hour"))
        }
        _ => return None,
    };
    let is_average = line.has_between(
        stated.begin.saturating_sub(5).max(line.first),
        stated.begin,
        &["average", "averaging", "averaged", "or"],
    );
    let mut ways = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Measure && slot.unit() == Some(way));
    let mut times = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Duration);
    let (length, time) = (ways.next()?, times.next()?);
    let hours = match time.unit()? {
        "hour" => Decimal::ONE,
        "minute" => Decimal::from(60),
        _ => return None,
    };
    let is_only =
        ways.next().is_none() && times.next().is_none() && is_plain(length) && is_plain(time) && is_plain(stated);
    // "A five-hour drive at an average of 96 kilometres an hour"
    let is_called = line.words.is_any(time.past(), &["drive", "journey", "trip", "ride", "crossing", "flight"]);
    let is_in =
        is_called || line.words.is_any(time.begin.wrapping_sub(1), &["in", "took", "taking", "lasted", "within"]);
    if !is_average || !per_hour || !is_only || !is_in {
        return None;
    }
    let given = length.bounds()?.times(Bounds::exactly(hours))?.over(time.bounds()?)?;
    settle(stated, [length, time], given)
}

/// The tie to what comes to each: what is rounded fits, but a quotient that comes out even is the only one.
fn settle(stated: &Slot<'_>, operands: [&Slot<'_>; 2], given: Bounds) -> Option<Relation> {
    let slack = Bounds::around(Decimal::ONE, Decimal::new(2, 2))?;
    let outcome = Outcome { given, holds: stated.bounds()?.times(slack)?.meets(given) };
    let is_sound =
        outcome.holds || is_near(&outcome, stated, FAR) || is_a_power_off(outcome.given.said, stated.figure().value);
    is_sound.then(|| tie_near(RelationKind::Each, stated, &operands, outcome, 2_000)).flatten()
}

/// Whether one number is ten, a hundred or a thousand times the other: a nought too many or too few.
pub(super) fn is_a_power_off(one: Decimal, other: Decimal) -> bool {
    let (low, high) = (one.abs().min(other.abs()), one.abs().max(other.abs()));
    let Some(times) = high.checked_div(low).filter(|_| Decimal::ZERO < low) else { return false };
    [10, 100, 1_000].into_iter().any(|power| {
        let power = Decimal::from(power);
        power.checked_mul(Decimal::new(3, 2)).is_some_and(|most| (times - power).abs() <= most)
    })
}
