//! So much a month and so much over a year, so much a head and so much from all: what a rate comes to,
//! in its sentence or in the one behind it.

use rust_decimal::Decimal;

use super::line::{Line, Slot, tie};
use super::quotient::{self, Bounds, Outcome};
use super::{Relation, RelationKind, thing};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// What a rate comes to that is farther off is something else.
const FAR: i64 = 20;

/// The products of a sentence with rates of its own or of the sentence before it.
pub(super) fn find(line: &Line<'_>, before: Option<&Line<'_>>) -> Vec<Relation> {
    let before = before.filter(|before| before.block == line.block);
    let found = (0..line.slots.len()).filter_map(|number| {
        let total = &line.slots[number];
        let own = line.slots[..number].iter().rev().map(|each| {
            let is_tied = is_told(line, total)
                || is_yearly(line, total)
                || is_told_behind(line, total)
                || is_apposed_rate(line, each, total);
            (line, each, is_tied)
        });
        let behind = line.slots.get(number + 1).map(|each| (line, each, says_again(line, total, each)));
        let spread = line.slots.get(number + 2).map(|each| (line, each, is_spread(line, number)));
        let earlier = before
            .into_iter()
            .flat_map(|before| before.slots.iter().rev().map(move |each| (before, each, is_told(line, total))));
        let mut rates = own.chain(behind).chain(spread).chain(earlier).filter(|(_, _, is_tied)| *is_tied);
        rates.find_map(|(at, each, _)| product(line, total, at, each))
    });
    found.collect()
}

/// Whether the words before the figure say that it is what something comes to.
fn is_told(line: &Line<'_>, total: &Slot<'_>) -> bool {
    const TOLD: WordList = WordList::of(&[
        "total",
        "totals",
        "totalled",
        "totalling",
        "totaled",
        "totaling",
        "comes",
        "come",
        "came",
        "amounts",
        "amount",
        "amounting",
        "amounted",
        "adds",
        "works",
        "brings",
        "bring",
        "brought",
        "bringing",
        "equates",
        "equal",
        "equivalent",
        "makes",
        "making",
        "or",
        "bill",
        "budget",
        "outlay",
        "costing",
        "raises",
        "raising",
    ]);
    line.has_listed(total.begin.saturating_sub(4).max(line.first), total.begin, &TOLD)
}

/// ", some 200,000 litres in all".
fn is_told_behind(line: &Line<'_>, total: &Slot<'_>) -> bool {
    let end = total.past();
    let is_set_off = line.words.is_any(total.begin.wrapping_sub(1), &[",", "(", "–", "—", "or"]);
    let is_all = line.words.is(end, "in") && line.words.is_any(end + 1, &["all", "total"]);
    is_set_off && (is_all || line.words.is(end, "altogether"))
}

/// "£4,000 a week, about £208,000 a year", "six crossings a day, 42 a week".
fn is_apposed_rate(line: &Line<'_>, each: &Slot<'_>, total: &Slot<'_>) -> bool {
    const NEAR: usize = 8;
    let are_rates = each.kind() == FigureKind::Rate && total.kind() == FigureKind::Rate;
    let is_set_off = line.words.is_any(total.begin.wrapping_sub(1), &[",", "(", "–", "—"]);
    are_rates
        && is_set_off
        && total.begin <= each.end + NEAR
        && !line.has_between(each.end, total.begin, &["and", "while", "but", "in", "during", "at", "when"])
}

/// "£600m over five years, or £120m a year", "12,000 trees over four years, 3,000 a year".
fn is_spread(line: &Line<'_>, number: usize) -> bool {
    let (lasts, each) = (&line.slots[number + 1], &line.slots[number + 2]);
    let is_set_off = line.words.is_any(each.begin.wrapping_sub(1), &["or", ",", "(", "–", "—"]);
    let is_over = line.words.is_any(lasts.begin.wrapping_sub(1), &["over", "in", "across", "during", "for"]);
    let is_all =
        !line.words.is_any(each.end, &["of", "on", "for", "from", "in", "more", "less", "to", "at", "starting"]);
    is_all && lasts.kind() == FigureKind::Duration && is_over && is_set_off && each.begin <= lasts.end + 3
}

/// "Took £61,000, or about £14 a head".
fn says_again(line: &Line<'_>, total: &Slot<'_>, each: &Slot<'_>) -> bool {
    let opens = each.begin.wrapping_sub(1);
    line.words.is_any(opens, &["or", "("]) && opens <= total.end + 5
}

fn product(line: &Line<'_>, total: &Slot<'_>, at: &Line<'_>, each: &Slot<'_>) -> Option<Relation> {
    const OFFERS: &[&str] = &["member", "members", "membership", "subscriber", "subscribers", "subscription"];
    let is_plain = |slot: &Slot<'_>| {
        slot.figure().pair.is_none() && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
    };
    // "12,000 trees …, 3,000 a year": the rate does not say again what it counts.
    let is_counted = matches!(total.kind(), FigureKind::Count | FigureKind::Measure)
        && total.unit().is_some()
        && each.unit().is_none();
    let is_bare_rate = is_counted || total.unit().is_none() && total.kind() == FigureKind::Rate;
    let is_money = (is_counted || matches!(total.kind(), FigureKind::Money | FigureKind::Rate | FigureKind::Measure))
        && (is_bare_rate || total.unit() == each.unit());
    let is_bent_total =
        total.figure().pair.is_none() && matches!(total.figure().modifier, Modifier::MoreThan | Modifier::Nearly);
    let is_measured =
        each.kind() == FigureKind::Measure && noun_of(at, each).is_some() && total.kind() == FigureKind::Rate;
    let is_rate =
        is_measured || each.kind() == FigureKind::Rate || each.kind() == FigureKind::Money && is_on_each(at, each);
    // "£30 a year, or £3 a month for those who spread it": what some pay instead.
    let end = each.past();
    let is_for_some = at.words.is(end, "for")
        && at.words.is_any(end + 1, &["those", "people", "anyone", "members", "customers", "pensioners", "children"])
        || at.words.is_any(end, &["if", "when"]);
    if is_for_some {
        return None;
    }
    if !is_rate || !is_money || !(is_plain(total) || is_bent_total) || !is_plain(each) || is_bent(line, total, at) {
        return None;
    }
    let noun = noun_of(at, each)?;
    let (times, count) = match (days(&noun), period(line, total)) {
        (Some(_), Some((length, unit))) if unit != noun => {
            (in_periods(&noun, &unit, length, is_part_of_year(line))?, None)
        }
        (Some(_), Some((length, unit))) if unit == noun && Decimal::ONE < length => (Bounds::exactly(length), None),
        (Some(_), Some((length, unit))) if unit == noun && length == Decimal::ONE => {
            let count = counted(line, at, "person")?;
            (count.bounds()?, Some(count))
        }
        (Some(_), None) => {
            let lasts = lasting(line, each, &noun)?;
            let unit = lasts.unit()?;
            // "£450 a week for three years"
            let is_own = unit == noun;
            let end = lasts.past();
            // "For three years and spent a total of £95,000": on something else.
            if !is_own && (end + 6 < total.begin || line.has_between(end, total.begin, &["and", "but", "who", "which"]))
            {
                return None;
            }
            let length = lasts.figure().value;
            let times = if is_own { lasts.bounds()? } else { in_periods(&noun, unit, length, is_part_of_year(line))? };
            (times, Some(lasts).filter(|_| is_own))
        }
        (None, _) if total.kind() == FigureKind::Money => {
            let count = counted(line, at, &noun)?;
            (count.bounds()?, Some(count))
        }
        _ => return None,
    };
    let outcome = quotient::product(total.bounds()?, times, each.bounds()?)?;
    // "Members pay £12 a month or £120 a year": whoever pays for longer may pay less.
    let is_offer = total.figure().value < outcome.given.said && line.has_between(line.first, line.end, OFFERS);
    let is_sound = outcome.holds || !is_offer && is_near(&outcome, total);
    let operands: Vec<&Slot<'_>> = count.into_iter().chain([each]).collect();
    is_sound.then(|| tie(RelationKind::Average, total, &operands, None, outcome))
}

fn is_near(outcome: &Outcome, total: &Slot<'_>) -> bool {
    let (one, other) = (outcome.given.said, total.figure().value);
    let least = one.min(other);
    least > Decimal::ZERO && one.max(other).checked_div(least).is_some_and(|ratio| ratio <= Decimal::from(FAR))
}

/// Words by which a total may hold more than the product, or less.
fn is_bent(line: &Line<'_>, total: &Slot<'_>, at: &Line<'_>) -> bool {
    const BENT: &[&str] = &[
        "including",
        "plus",
        "fee",
        "fees",
        "tax",
        "taxes",
        "least",
        "minimum",
        "maximum",
        "between",
        "starting",
        "initially",
        "discount",
        "deposit",
        "interest",
        "profit",
        "saving",
        "savings",
        "rising",
        "rise",
        "increase",
        "compared",
        "more",
        "extra",
        "another",
        "previously",
        "capped",
    ];
    // "$2,000 a day in grid fees": for what the money goes, not what comes on top of it.
    let is_bent = |line: &Line<'_>, first: usize, end: usize| {
        let is_for = |at: usize| (at.saturating_sub(3)..at).any(|before| line.words.is(before, "in"));
        line.has_between(first, end, BENT)
            && (first..end.min(line.end)).any(|at| line.words.is_any(at, BENT) && !is_for(at))
    };
    // "More than £2m a year": that is the total's own.
    let is_own = is_bent(line, line.first, total.begin) || is_bent(line, total.number, line.end);
    is_own || is_bent(at, at.first, at.end) && at.first != line.first
}

/// "£11,400 on each pupil", "£30 for every ticket".
fn is_on_each(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let behind = slot.past();
    line.words.is_any(behind, &["on", "for", "to", "from"]) && line.words.is_any(behind + 1, &["each", "every"])
        || line.words.is_any(behind, &["each", "every", "per"]) && line.words.is_word(behind + 1)
}

/// What a rate is for: "acre" of "£140 an acre", "month" of "£3.6m a month".
fn noun_of(line: &Line<'_>, slot: &Slot<'_>) -> Option<String> {
    if slot.kind() == FigureKind::Money {
        let each = (slot.end..slot.end + 2).find(|&at| line.words.is_any(at, &["each", "every", "per"]))?;
        return Some(line.lower(each + 1).into_owned());
    }
    // "50 litres of water an hour"
    if slot.kind() == FigureKind::Measure {
        let each = (slot.end..slot.end + 4).find(|&at| line.words.is_any(at, &["a", "an", "per", "each", "every"]))?;
        let is_of = line.words.is(slot.end, "of") || each == slot.end;
        let noun = line.lower(each + 1);
        return (is_of && days(&noun).is_some()).then(|| noun.into_owned());
    }
    let noun = line.lower(slot.end.wrapping_sub(1));
    line.words.is_any(slot.end.wrapping_sub(2), &["a", "an", "per", "each", "every"]).then(|| noun.into_owned())
}

/// The days of a stretch of time, at least and at most; a week may be a working week.
fn days(noun: &str) -> Option<(Decimal, Decimal)> {
    let days = |least: i64, most: i64| Some((Decimal::from(least), Decimal::from(most)));
    match noun {
        "second" | "minute" | "hour" => days(0, 1),
        "day" | "night" => days(1, 1),
        "week" => days(5, 7),
        "month" => days(28, 31),
        "quarter" => days(89, 92),
        "year" | "annum" | "season" => days(365, 366),
        _ => None,
    }
}

/// Whether the year is one of school or of a season, which has fewer months.
fn is_part_of_year(line: &Line<'_>) -> bool {
    const SEASONS: &[&str] = &[
        "school",
        "season",
        "term",
        "academic",
        "summer",
        "winter",
        "teacher",
        "teachers",
        "student",
        "students",
        "pupil",
        "pupils",
        "university",
        "college",
        "children",
        "seasonal",
    ];
    line.has_between(line.first, line.end, SEASONS)
}

/// How often one stretch of time lies in `length` of another.
fn in_periods(each: &str, all: &str, length: Decimal, is_part_of_year: bool) -> Option<Bounds> {
    let (least, most) = match (each, all) {
        ("second", "minute") | ("minute", "hour") => (60, 60),
        ("minute", "day") => (1_440, 1_440),
        ("hour", "day") => (8, 24),
        ("day" | "night", "week") => (5, 7),
        ("day" | "night", "month") => (20, 31),
        ("day" | "night", "year") => (200, 366),
        ("week", "month") => (4, 5),
        ("week", "quarter") => (12, 14),
        // A season or a school year has fewer weeks.
        ("week", "year") => (36, 53),
        ("month", "quarter") => (3, 3),
        ("month", "year") => (if is_part_of_year { 8 } else { 12 }, 12),
        ("quarter", "year") => (4, 4),
        _ => return None,
    };
    let most = Decimal::from(most).checked_mul(length)?;
    let least = if length == Decimal::ONE { Decimal::from(least) } else { Decimal::from(least).checked_mul(length)? };
    Some(Bounds::new(least, most, most))
}

/// The stretch of time that a total is for: "a year", "over two years".
fn period(line: &Line<'_>, total: &Slot<'_>) -> Option<(Decimal, String)> {
    if total.kind() == FigureKind::Rate {
        return Some((Decimal::ONE, noun_of(line, total)?));
    }
    let behind = total.past();
    if line.words.is_any(behind, &["annually", "yearly"]) {
        return Some((Decimal::ONE, "year".to_owned()));
    }
    if is_yearly(line, total) {
        return Some((Decimal::ONE, "year".to_owned()));
    }
    let leads = line.words.is_any(behind, &["over", "in", "for", "across", "during", "each", "every"]);
    let is_there = |slot: &Slot<'_>| {
        slot.begin == behind + 1
            || slot.begin == behind + 2 && line.words.is_any(behind + 1, &["the", "those", "its", "all"])
    };
    let lasts = line.slots.iter().find(|slot| leads && is_there(slot) && slot.kind() == FigureKind::Duration);
    if let Some(lasts) = lasts {
        return Some((lasts.figure().value, lasts.unit()?.to_owned()));
    }
    let noun = if line.words.is_any(behind + 1, &["a", "an", "the", "one", "full", "whole"]) {
        behind + 2
    } else {
        behind + 1
    };
    let noun = line.lower(noun);
    (leads && days(&noun).is_some() && noun != "season").then(|| (Decimal::ONE, noun.into_owned()))
}

/// "His yearly pay of R222 000", "an annual rent of £14,400".
fn is_yearly(line: &Line<'_>, total: &Slot<'_>) -> bool {
    const SUMS: &[&str] = &["pay", "salary", "income", "rent", "bill", "wage", "wages", "earnings", "cost", "fee"];
    let words = line.words;
    let of = total.begin.wrapping_sub(1);
    let noun = of.wrapping_sub(1);
    words.is_any(of, &["of", "is", "was", "comes"])
        && words.is_any(noun, SUMS)
        && words.is_any(noun.wrapping_sub(1), &["yearly", "annual"])
        && !line.has_between(line.first, line.end, &["bonus", "bonuses", "overtime", "allowance", "allowances"])
}

/// How long a rate goes on right behind it: "2,000 litres an hour for 10 hours", "£450 a week for three years".
fn lasting<'l, 'a>(line: &'l Line<'a>, each: &Slot<'_>, noun: &str) -> Option<&'l Slot<'a>> {
    const NEAR: usize = 3;
    let is_it = |slot: &&Slot<'_>| {
        slot.kind() == FigureKind::Duration
            && slot.unit().is_some_and(|unit| unit == noun || days(unit).is_some())
            && slot.figure().pair.is_none()
            && Decimal::ONE < slot.figure().value
            && line.words.is_any(slot.begin.wrapping_sub(1), &["for", "over"])
            && each.end <= slot.begin
            && slot.begin <= each.end + NEAR
    };
    line.slots.iter().find(is_it)
}

/// The only figure that counts what the rate is for: "a 600-acre farm", "a crowd of 6,412" at so much a head.
fn counted<'l, 'a>(line: &'l Line<'a>, at: &'l Line<'a>, noun: &str) -> Option<&'l Slot<'a>> {
    let is_head = matches!(noun, "head" | "person" | "capita");
    let is_counted = |slot: &&Slot<'_>| {
        let is_many = matches!(slot.kind(), FigureKind::Count | FigureKind::Measure) && slot.figure().pair.is_none();
        let is_it = slot.unit().is_some_and(|unit| unit == noun || is_head && thing::is_person(unit));
        is_many && is_it && slot.figure().value > Decimal::ONE
    };
    let earlier = at.slots.iter().filter(|_| at.first != line.first);
    let mut counts = line.slots.iter().chain(earlier).filter(is_counted);
    let first = counts.next()?;
    counts.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn products(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Average)
    }

    #[test]
    fn a_month_goes_twelve_times_into_a_year() {
        assert_eq!(
            products("The hotel costs £3m a month. That comes to £14m over a year."),
            ["£14m ≠ 30000000..42000000"]
        );
        assert_eq!(products("The hotel costs £3m a month, or £36m a year."), ["£36m = 30000000..42000000"]);
        assert!(products("Members pay £12 a month or £120 a year.").is_empty());
        assert_eq!(products("Rent is £200 a week, or £2,400 a month."), ["£2,400 ≠ 800..1000"]);
        assert_eq!(
            products("Ek earns £1,500 a month and says her yearly pay of £28,000 is low."),
            ["£28,000 ≠ 17400..18600"]
        );
        assert_eq!(
            products("Ek earns £1,500 a month and says her yearly pay of £18,000 is low."),
            ["£18,000 = 17400..18600"]
        );
        assert_eq!(products("He took £450 a week for three years, a total of £700,200."), ["£700,200 ≠ 48600..71550"]);
        assert_eq!(products("He took £450 a week for three years, a total of £70,200."), ["£70,200 = 48600..71550"]);
    }

    #[test]
    fn an_acre_goes_into_a_farm() {
        assert_eq!(
            products("Growers lost £140 an acre, which for a 600-acre farm comes to £48,000."),
            ["£48,000 ≠ 83300..84700"]
        );
        assert_eq!(
            products("Some 400 people paid £5 a month, which brings in £2,000 a month."),
            ["£2,000 = 1900..2100"]
        );
    }

    #[test]
    fn what_holds_more_than_the_product_is_left_alone() {
        for text in [
            "Rent is £200 a week, plus bills, or £1,400 a month.",
            "The fee is £30 a month. The club made £9,000 over a year.",
            "Seats cost £20 a head and the hall £900 a night.",
        ] {
            assert_eq!(products(text), Vec::<String>::new(), "{text}");
        }
    }
}
