//! So many at so much each, and so many of so many for every thousand: products and rates.

use rust_decimal::Decimal;

use super::line::{Lead, Line, Slot, tie};
use super::quotient;
use super::{Relation, RelationKind, thing};
use crate::extract::{FigureKind, Modifier};
use crate::language::{TokenKind, read_number};

/// The products and rates of a sentence; `before` is the one before it.
pub(super) fn find(line: &Line<'_>, before: Option<&Line<'_>>) -> Vec<Relation> {
    let before = before.filter(|before| before.block == line.block);
    let each =
        (0..line.slots.len()).filter_map(|number| product(line, number).or_else(|| handed_out(line, before, number)));
    let rates = (0..line.slots.len()).filter_map(|number| rate(line, number));
    each.chain(rates).collect()
}

/// "20 million notes at $5 each to raise $100 million".
fn product(line: &Line<'_>, number: usize) -> Option<Relation> {
    let each = &line.slots[number];
    let is_price = matches!(each.kind(), FigureKind::Money | FigureKind::Rate)
        && (is_each(line, each)
            || is_for_each_of(line, number)
            || is_price_of(line, number)
            || is_for_each_counted(line, each));
    if !is_price
        || each.figure().pair.is_some()
        || !matches!(each.figure().modifier, Modifier::Plain | Modifier::About)
        || is_open(line)
    {
        return None;
    }
    let others = || line.slots.iter().filter(|slot| slot.number != each.number && slot.figure().pair.is_none());
    let is_total =
        |slot: &&Slot<'_>| slot.kind() == FigureKind::Money && is_same_money(slot, each) && !is_each(line, slot);
    let mut totals = others().filter(is_total);
    let mut counts = others().filter(|slot| is_counted(line, slot, each));
    let (total, count) = (totals.next()?, counts.next()?);
    if totals.next().is_some() || counts.next().is_some() || is_compared(line, total) || is_bought(line, count, each) {
        return None;
    }
    let outcome = quotient::product(total.bounds()?, count.bounds()?, each.bounds()?)?;
    let is_sound = outcome.holds || is_near(outcome.given.said, total.figure().value);
    is_sound.then(|| tie(RelationKind::Average, total, &[count, each], None, outcome))
}

/// Whether the words say that the figure is for each of several: "each", "apiece", "a share", "per share".
fn is_each(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let behind = slot.past();
    // "£30,000 a year each" goes on, and comes to no total.
    let is_pay = slot.kind() == FigureKind::Rate && noun_of_rate(line, slot).is_none();
    let is_said = !is_pay && (behind..behind + 2).any(|at| line.words.is_any(at, &["each", "apiece"]));
    is_said || slot.kind() == FigureKind::Rate && noun_of_rate(line, slot).is_some()
}

/// "240 people bought shares at £50 each": a share, of which anybody may have bought several.
fn is_bought(line: &Line<'_>, count: &Slot<'_>, each: &Slot<'_>) -> bool {
    const BOUGHT: &[&str] = &["bought", "buy", "buying", "purchased", "ordered", "subscribed"];
    let is_of_things = line.words.is_any(each.begin.wrapping_sub(1), &["at", "for", "costing"]);
    count.unit().is_some_and(thing::is_person) && is_of_things && line.has_between(count.end, each.begin, BOUGHT)
}

/// "Sold 320 tickets at £12 and took £3,840".
fn is_price_of(line: &Line<'_>, number: usize) -> bool {
    const TAKEN: &[&str] =
        &["took", "raised", "raising", "earned", "earning", "made", "making", "grossed", "bringing", "brought"];
    let Some(count) = number.checked_sub(1).map(|before| &line.slots[before]) else { return false };
    let each = &line.slots[number];
    let is_at = line.words.is(count.end, "at") && each.begin == count.end + 1 && count.unit().is_some();
    is_at && line.has_between(line.first, line.end, TAKEN)
}

/// "Cost £18m and create 120 jobs, or £150,000 a job".
fn is_for_each_counted(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let behind = slot.past();
    let noun = line.lower(behind + 1);
    let is_it = |other: &Slot<'_>| other.kind() == FigureKind::Count && other.unit() == Some(&*noun);
    slot.kind() == FigureKind::Money && line.words.is_any(behind, &["a", "an", "per"]) && line.slots.iter().any(is_it)
}

/// "Each of the 120 families will receive $500".
fn is_for_each_of(line: &Line<'_>, number: usize) -> bool {
    let Some(count) = number.checked_sub(1).map(|before| &line.slots[before]) else { return false };
    let begin = count.begin;
    (2..=3).any(|back| {
        line.words.is(begin.wrapping_sub(back), "each") && line.words.is(begin.wrapping_sub(back) + 1, "of")
    })
}

/// The noun of "a share", "per share"; `None` for times: "a month".
fn noun_of_rate(line: &Line<'_>, slot: &Slot<'_>) -> Option<String> {
    const TIMES: &[&str] = &[
        "year", "month", "week", "day", "hour", "minute", "second", "night", "annum", "quarter", "cent", "decade",
        "game", "season",
    ];
    let noun = line.lower(slot.end.wrapping_sub(1));
    let is_rate = line.words.is_any(slot.end.wrapping_sub(2), &["a", "an", "per"]);
    (is_rate && !TIMES.contains(&&*noun)).then(|| noun.into_owned())
}

/// Dollars of any country are one where only one of the two says whose.
fn is_same_money(one: &Slot<'_>, other: &Slot<'_>) -> bool {
    let dollars = |code: &str| matches!(code, "USD" | "AUD" | "CAD" | "NZD" | "HKD");
    match (one.unit(), other.unit()) {
        (Some(one), Some(other)) => one == other || dollars(one) && dollars(other) && (one == "USD" || other == "USD"),
        _ => false,
    }
}

/// Whether the figure counts what the price is for.
fn is_counted(line: &Line<'_>, slot: &Slot<'_>, each: &Slot<'_>) -> bool {
    // "$140 for a family of four": a price of its own.
    let of = slot.begin.wrapping_sub(1);
    let is_party = line.words.is(of, "of")
        && line.words.is_any(of.wrapping_sub(1), &["family", "families", "party", "group", "groups"])
        && slot.unit().is_none();
    let is_many = slot.kind() == FigureKind::Count && slot.figure().value > Decimal::ONE && !is_party;
    let noun = noun_of_rate(line, each).filter(|_| each.kind() == FigureKind::Rate);
    let fits = match (noun, slot.unit()) {
        (Some(noun), Some(unit)) => unit == noun || unit.ends_with(&noun) || noun == "share" && unit == "stock",
        (None, _) => true,
        (Some(_), None) => false,
    };
    is_many && fits
}

/// Words by which a total holds more than what comes to each, or the figures are no plain ones.
pub(super) const MORE: &[&str] = &[
    "including",
    "plus",
    "fee",
    "fees",
    "expenses",
    "tax",
    "taxes",
    "debt",
    "average",
    "least",
    "between",
    "range",
    "another",
    "discount",
    "profit",
];

/// Words by which a total may hold more than the product.
fn is_open(line: &Line<'_>) -> bool {
    const OPEN: &[&str] = &[
        "worth",
        "valued",
        "values",
        "valuing",
        "income",
        "earnings",
        "dividend",
        "revenue",
        "sales",
        "loss",
        "net",
        "charge",
        "assumption",
        "assume",
    ];
    line.has_between(line.first, line.end, MORE) || line.has_between(line.first, line.end, OPEN)
}

fn is_compared(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let number = line.slots.iter().position(|other| other.number == slot.number);
    number.is_some_and(|number| matches!(line.lead(number), Lead::From | Lead::Against))
}

/// Whether the two are of one order: farther apart they speak of different things.
fn is_near(one: Decimal, other: Decimal) -> bool {
    let least = one.min(other);
    let ratio = if least <= Decimal::ZERO { None } else { one.max(other).checked_div(least) };
    ratio.is_some_and(|ratio| ratio <= Decimal::from(5))
}

/// "Sold 7 million shares. More than 800,000 applicants got nine shares each."
fn handed_out(line: &Line<'_>, before: Option<&Line<'_>>, number: usize) -> Option<Relation> {
    let each = &line.slots[number];
    let count = &line.slots[number.checked_sub(1)?];
    let is_handed = each.kind() == FigureKind::Count && line.words.is_any(each.end, &["each", "apiece"]);
    let is_many = count.kind() == FigureKind::Count && count.unit().is_some() && count.unit() != each.unit();
    if !is_handed || !is_many || is_open(line) || each.figure().value <= Decimal::ONE {
        return None;
    }
    let here = line.slots[..number - 1].iter().rev().chain(&line.slots[number + 1..]);
    // "“… 26 men with ten cows apiece …,” said Airey, who milks 140": one is said and the other told of.
    let opens = |line: &Line<'_>| line.words.kind(line.first) == Some(TokenKind::QuoteMark);
    let earlier = before.into_iter().filter(|before| !opens(line) && !opens(before));
    let earlier = earlier.flat_map(|before| before.slots.iter().rev());
    let total = here
        .chain(earlier)
        .find(|slot| slot.kind() == FigureKind::Count && slot.unit() == each.unit() && each.unit().is_some())?;
    let outcome = quotient::product(total.bounds()?, count.bounds()?, each.bounds()?)?;
    let is_sound = outcome.holds || is_near(outcome.given.said, total.figure().value);
    is_sound.then(|| tie(RelationKind::Average, total, &[count, each], None, outcome))
}

/// "50 cases in a town of 10,000, or 500 per 100,000".
fn rate(line: &Line<'_>, number: usize) -> Option<Relation> {
    let stated = &line.slots[number];
    let base = base_of_rate(line, stated)?;
    let (part, whole) = (&line.slots[number.checked_sub(2)?], &line.slots[number - 1]);
    // "27 deaths in a county of 450,000 people, against a state rate of nine per 100,000"
    if line.has_between(whole.end, stated.begin, &["against", "than", "compared", "national", "nationally", "versus"]) {
        return None;
    }
    let is_counted = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && slot.figure().pair.is_none();
    let is_population = line.has_between(
        whole.begin.saturating_sub(5).max(line.first),
        whole.end + 1,
        &[
            "population",
            "town",
            "city",
            "county",
            "country",
            "village",
            "people",
            "residents",
            "inhabitants",
            "births",
            "students",
            "pupils",
            "patients",
        ],
    );
    let is_tied =
        line.has_between(whole.end, stated.begin, &["or", "(", "rate", "–", "—"]) && stated.begin <= whole.end + 10;
    // "9 faults in 600 lamps, or 15 for every 1,000": said again right behind, whatever is counted.
    let is_said_again = whole.unit().is_some()
        && line.words.is_any(whole.begin.wrapping_sub(1), &["in", "among", "of"])
        && whole.begin <= part.end + 4
        && line.words.is_any(stated.begin.wrapping_sub(1), &["or", "("])
        && stated.begin <= whole.end + 3;
    // "3 officers for every 1,000 residents, against a rate of 4.1 per 1,000": the base of another rate.
    let is_base = line.words.is_any(whole.begin.wrapping_sub(1), &["per", "every"]);
    if !is_counted(part)
        || is_base
        || !is_counted(whole)
        || !(is_population || is_said_again)
        || !is_tied
        || part.figure().value >= whole.figure().value
    {
        return None;
    }
    let outcome = quotient::rate(stated.bounds()?, part.bounds()?, whole.bounds()?, base)?;
    Some(tie(RelationKind::Rate, stated, &[part, whole], None, outcome))
}

/// The base of "50 per 100,000"; `None` for other rates.
pub(super) fn base_of_rate(line: &Line<'_>, slot: &Slot<'_>) -> Option<Decimal> {
    let per = (slot.behind..slot.behind + 6).find(|&at| line.words.is_any(at, &["per", "every"]))?;
    let base = match line.words.written(per + 1) {
        "million" => Decimal::from(1_000_000),
        "thousand" => Decimal::ONE_THOUSAND,
        "lakh" => Decimal::from(100_000),
        _ => read_number(line.words, per + 1)?.value,
    };
    (base >= Decimal::ONE_HUNDRED).then_some(base)
}
