//! A total, how many there are of something, and what comes to one of them, whichever of the three is told first: "a bill
//! of $360 for six diners, $72 a head", "twelve coaches took 600 pilgrims (60 to a coach)", "45 concerts in nine months, six
//! a month", "at 20 pence a page, copying the 400-page report cost £80".
//!
//! The noun behind "a", "per" or "to a" is what the count counts, so that no other word needs to tie the three; but
//! no second figure may be of the count's noun or of the total's kind.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, thing};
use super::days_each::OFFERS;
use super::per_unit::is_a_power_off;
use super::{is_near, is_plain};
use crate::extract::FigureKind;
use crate::language::{Class, WordList};

/// What comes to one that is farther off is of something else, unless it is a nought too many or too few.
const FAR: i64 = 2;

/// Words by which the total may hold more than what comes to all, or one of the three be of others.
const OPEN: WordList = WordList::of(&[
    "including",
    "plus",
    "least",
    "another",
    "discount",
    "profit",
    "loss",
    "deposit",
    "interest",
    "first",
    "extra",
    "further",
    "than",
    "compared",
    "against",
    "previously",
    "while",
    "whereas",
    "minimum",
    "maximum",
    "rising",
    "median",
    "dividend",
    "earnings",
    "up",
    "down",
    "from",
    "rose",
    "fell",
    "target",
    "normally",
    "usually",
    "capacity",
    "some",
    "record",
    "most",
    "more",
    "fewer",
    "less",
]);

/// What comes to one in a sentence that holds the total and the count, too.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    if line.slots.len() < 3 {
        return None;
    }
    let mut each = line.slots.iter().filter(|each| is_plain(each));
    let noun = each.find_map(|each| Some((each, noun_of(line, each)?)));
    if noun.is_none() || line.has_listed(line.first, line.end, &OPEN) {
        return None;
    }
    noun.into_iter()
        .chain(each.filter_map(|each| Some((each, noun_of(line, each)?))))
        .find_map(|(each, noun)| of_all(line, each, &noun))
}

/// The noun of "a head", "per page", "to a coach", "a month" right behind a figure.
fn noun_of(line: &Line<'_>, slot: &Slot<'_>) -> Option<String> {
    const OTHERS: &[&str] = &["lot", "few", "total", "time", "half", "quarter", "third", "dozen", "bid", "result"];
    let words = line.words;
    let behind = if slot.kind() == FigureKind::Rate { slot.end.saturating_sub(2) } else { slot.past() };
    let article = if words.is_any(behind, &["to", "for", "in", "on"]) { behind + 1 } else { behind };
    let is_each = words.is_any(article, &["a", "an", "per", "each"]) && article < line.end;
    let noun = line.lower(article + 1).into_owned();
    let closes = |at: usize| {
        at >= line.end
            || !words.is_word(at)
            || words.has(at, Class::Preposition)
            || words.is_any(at, &["and", "said", "says", "on", "which", "that", "will", "led", "before", "after"])
    };
    let is_noun = is_each
        && words.is_word(article + 1)
        && !words.has(article + 1, Class::Preposition)
        && !words.is_capitalized(article + 1)
        && !OTHERS.contains(&noun.as_str());
    // "€2.40 a pack of 12", "£5 a year earlier": not one of what is counted.
    let is_time_back = words.is_any(article + 2, &["earlier", "ago", "before", "of", "later"]);
    (is_noun && !is_time_back && closes(article + 2)).then_some(noun)
}

fn of_all(line: &Line<'_>, each: &Slot<'_>, noun: &str) -> Option<Relation> {
    let others = || line.slots.iter().filter(|slot| slot.entry.claim != each.entry.claim);
    let is_count = |slot: &&Slot<'_>| counts(line, slot, noun);
    // "0.8 a game, and turns 29": a bare number behind is of something else.
    let is_behind = |slot: &Slot<'_>| slot.unit().is_none() && each.end <= slot.begin;
    let is_total = |slot: &&Slot<'_>| is_like_total(slot, each) && !counts(line, slot, noun) && !is_behind(slot);
    let (mut counts, mut totals) = (others().filter(is_count), others().filter(is_total));
    let (count, total) = (counts.next()?, totals.next()?);
    let is_only = counts.next().is_none() && totals.next().is_none();
    let is_every =
        (line.first..line.end).any(|at| line.words.is(at, "every") && at + 1 != count.begin && at + 1 != count.number);
    if is_every {
        return None;
    }
    let is_larger = each.figure().value < total.figure().value && Decimal::ONE < count.figure().value;
    if !is_only || !is_larger || !is_plain(count) || !is_plain(total) || !are_together(line, each, count, total) {
        return None;
    }
    let given = total.bounds()?.times(hundredths(total, each)?)?.over(count.bounds()?)?;
    // "A three-day ticket costs 90 euros, or 35 euros a day": a day by itself is dearer.
    let is_offer = count.kind() == FigureKind::Duration && given.high < each.figure().value;
    if is_offer && line.has_between(line.first, line.end, OFFERS) {
        return None;
    }
    let slack = Bounds::around(Decimal::ONE, Decimal::new(3, 2))?;
    let outcome = Outcome { given, holds: each.bounds()?.times(slack)?.meets(given) };
    let is_sound =
        outcome.holds || is_near(&outcome, each, FAR) || is_a_power_off(outcome.given.said, each.figure().value);
    is_sound.then(|| tie(RelationKind::Each, each, &[total, count], None, outcome))
}

/// Whether the slot counts what the noun names: six diners for "a head", nine months for "a month".
fn counts(line: &Line<'_>, slot: &Slot<'_>, noun: &str) -> bool {
    const GAMES: &[&str] = &["game", "match", "appearance", "outing", "fixture"];
    let Some(unit) = slot.unit() else { return false };
    let is_kind = matches!(slot.kind(), FigureKind::Count | FigureKind::Duration | FigureKind::Measure);
    let is_head = matches!(noun, "head" | "person" | "man" | "capita");
    let last = unit.rsplit(' ').next().unwrap_or(unit);
    let is_named = last == noun || unit == noun || line.lower(slot.behind).strip_suffix('s') == Some(noun);
    // "Nine months ago", "a four-month delay": no stretch that the total was spread over.
    let is_ago = line.words.is_any(slot.end, &["ago", "earlier", "later", "before", "after"]);
    is_kind
        && !is_ago
        && (is_named
            || GAMES.contains(&noun) && GAMES.contains(&last)
            || is_head && (thing::is_person(last) || thing::is_person(unit) || EATERS.contains(&last)))
}

/// Who sits at a table, beside people.
const EATERS: &[&str] = &["diner", "guest", "head", "mouth", "ticket-holder", "delegate"];

/// Whether the slot may be the total of what comes to one: of its currency, its unit, or bare where that is.
fn is_like_total(slot: &Slot<'_>, each: &Slot<'_>) -> bool {
    use FigureKind::{Count, Measure, Money, Rate};
    let is_money = |slot: &Slot<'_>| {
        matches!(slot.kind(), Money | Rate) && slot.unit().is_some_and(|unit| unit.len() == 3 || is_minor(unit))
    };
    match (slot.kind(), each.kind()) {
        // "90,000 euros over three years (or 45,000 a year)": the currency is said once.
        (Money, Rate | Count) if each.unit().is_none() => true,
        (Money, Money | Rate) if is_money(each) => hundredths(slot, each).is_some(),
        (Count, Count | Rate) => !is_money(each) && (each.unit().is_none() || each.unit() == slot.unit()),
        (Measure, Measure | Rate) => each.unit().is_some() && hundredths(slot, each).is_some(),
        _ => false,
    }
}

fn is_minor(unit: &str) -> bool {
    matches!(unit, "cent" | "penny" | "pence")
}

/// How many of the smaller unit of measure go into the larger.
const MEASURES: &[(&str, &str, i64)] = &[
    ("tonne", "kilogram", 1_000),
    ("metric ton", "kilogram", 1_000),
    ("kilogram", "gram", 1_000),
    ("kilometre", "metre", 1_000),
    ("litre", "millilitre", 1_000),
    ("mile", "yard", 1_760),
];

/// How many of the unit of one go into that of the total: 100 pence to a pound.
fn hundredths(total: &Slot<'_>, each: &Slot<'_>) -> Option<Bounds> {
    let (Some(whole), Some(part)) = (total.unit(), each.unit()) else {
        return Some(Bounds::exactly(Decimal::ONE));
    };
    let is_major = matches!(whole, "USD" | "EUR" | "GBP" | "AUD" | "CAD" | "NZD");
    let measure = MEASURES.iter().find(|(large, small, _)| (*large, *small) == (whole, part));
    if let Some(&(_, _, factor)) = measure {
        return Some(Bounds::exactly(Decimal::from(factor)));
    }
    match () {
        () if whole == part || each.kind() != FigureKind::Money && total.kind() == FigureKind::Count => {
            Some(Bounds::exactly(Decimal::ONE))
        }
        () if is_minor(part) && is_major => Some(Bounds::exactly(Decimal::ONE_HUNDRED)),
        () => None,
    }
}

/// Whether the three stand in one clause, and what comes to one is set off from the rest or leads to it.
fn are_together(line: &Line<'_>, each: &Slot<'_>, count: &Slot<'_>, total: &Slot<'_>) -> bool {
    const NEAR: usize = 14;
    const BREAKS: &[&str] = &[";", "but", "who", "and"];
    let (first, last) = if count.begin < total.begin { (count, total) } else { (total, count) };
    let words = line.words;
    let lead = {
        let before = each.begin.wrapping_sub(1);
        if words.is_any(before, &["about", "around", "roughly", "just", "nearly"]) {
            before.wrapping_sub(1)
        } else {
            before
        }
    };
    let is_set_off = words.is_any(lead, &[",", "(", "–", "—", "or", ":"])
        || words.is_any(lead, &["is", "was"]) && words.is_any(lead.wrapping_sub(1), &["which", "that"]);
    let is_behind = last.end <= each.begin && each.begin <= last.end + NEAR && is_set_off;
    let is_before = each.end <= first.begin && words.is(lead, "at") && each.begin <= line.first + 3;
    let (start, end) = (first.begin.min(each.begin), last.end.max(each.end));
    (is_behind || is_before) && end <= start + 2 * NEAR && !line.has_between(start, end, BREAKS)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_comes_to_one_is_held_against_all_of_them() {
        for (text, is_wrong) in [
            ("A bill of $480 for six diners, $90 a head, led the mayor to resign, Lund said.", true),
            ("A bill of $480 for six diners, $80 a head, led the mayor to resign, Lund said.", false),
            ("Eleven coaches took 550 pilgrims (60 to a coach) to the shrine, Lund said.", true),
            ("Eleven coaches took 550 pilgrims (50 to a coach) to the shrine, Lund said.", false),
            ("The choir sang 54 masses in nine months, seven a month on average, Lund said.", true),
            ("The choir sang 54 masses in nine months, six a month on average, Lund said.", false),
            ("The grant of 80,000 euros over two years (or 45,000 a year) will keep the mill open, Lund said.", true),
            ("The grant of 80,000 euros over two years (or 40,000 a year) will keep the mill open, Lund said.", false),
            ("At 30 pence a page, copying the 300-page report cost Lund £110.", true),
            ("At 30 pence a page, copying the 300-page report cost Lund £90.", false),
        ] {
            let story = read(text);
            let found: Vec<String> = [RelationKind::Each, RelationKind::Average]
                .into_iter()
                .flat_map(|kind| relations(&story, kind))
                .collect();
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }

    #[test]
    fn what_comes_to_others_is_left_alone() {
        for text in [
            "The fair drew 900 people in three days, and parking was $12 a day, Lund said.",
            "Six diners paid $480, more than the usual $60 a head, Lund said.",
            "The coach has 50 seats and made nine trips, 40 to a trip at most, Lund said.",
            "The club has 300 members and three boats, and pays $40 a boat in dues.",
        ] {
            let found = relations(&read(text), RelationKind::Each);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
