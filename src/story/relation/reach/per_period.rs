//! What comes in one stretch of time beside what comes in another: "£20 a month, or £200 a year", "36,500 calls last year,
//! or 100 a day", "a salary of $156,000, equal to $3,000 a week".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::per_unit::is_a_power_off;
use super::{is_plain, is_year, tie_near};
use crate::extract::FigureKind;

/// What is farther off is of something else.
const FAR: i64 = 4;

/// A stretch of time: how many of it a year has at least, as one says it, and at most. Desks count working days, too.
struct Period {
    words: &'static [&'static str],
    in_year: [u32; 3],
}

const PERIODS: &[Period] = &[
    Period { words: &["year", "annum", "annually"], in_year: [1, 1, 1] },
    Period { words: &["quarter"], in_year: [4, 4, 4] },
    Period { words: &["month", "monthly"], in_year: [12, 12, 12] },
    Period { words: &["week", "weekly"], in_year: [46, 52, 53] },
    Period { words: &["day", "daily"], in_year: [220, 365, 366] },
];

/// How many days a year has: of all, of those in six or in five of a week.
pub(in crate::story::relation) const DAYS: [(u32, u32); 3] = [(220, 264), (300, 316), (350, 366)];

/// Stretches that nobody counts in working days: how many seconds each has.
const SECONDS: &[(&[&str], u32)] =
    &[(&["second", "sec"], 1), (&["minute"], 60), (&["hour"], 3_600), (&["day", "daily"], 86_400)];

/// The figures of a sentence that say again, for another stretch of time, what the one before them says.
pub(super) fn find(line: &Line<'_>) -> Vec<Relation> {
    let pairs = line.slots.windows(2).filter_map(|pair| said_again(line, &pair[0], &pair[1]));
    pairs.collect()
}

fn said_again(line: &Line<'_>, first: &Slot<'_>, again: &Slot<'_>) -> Option<Relation> {
    if again.kind() != FigureKind::Rate || !is_plain(first) || !is_plain(again) {
        return None;
    }
    if let Some(relation) = by_the_clock(line, first, again) {
        return Some(relation);
    }
    let short = period_of(line, again)?;
    let long = match first.kind() {
        FigureKind::Rate => period_of(line, first)?,
        FigureKind::Money | FigureKind::Count => year_of(line, first, again)?,
        _ => return None,
    };
    let is_like = first.unit() == again.unit() || first.kind() == FigureKind::Count && again.unit().is_none();
    if !is_like || long.in_year == short.in_year || !is_tied(line, first, again) {
        return None;
    }
    let in_year = |period: &Period| {
        let [low, said, high] = period.in_year.map(Decimal::from);
        Bounds::new(low, said, high)
    };
    let given = first.bounds()?.times(in_year(long))?.over(in_year(short))?;
    let mut outcome = Outcome::of(again.bounds()?, given);
    // All days of a year, or those of six or five in a week, but none in between.
    let is_days = long.in_year[1] == 1 && short.words.contains(&"day");
    let days = first.bounds()?.over(again.bounds()?)?;
    let are_days = |&(low, high): &(u32, u32)| Bounds::new(low.into(), high.into(), high.into()).meets(days);
    outcome.holds &= !is_days || DAYS.iter().any(are_days);
    let is_longer = short.in_year[1] < long.in_year[1];
    let is_cheaper = (again.figure().value < given.said) == is_longer;
    if !outcome.holds && is_cheaper && is_offer(line, first) {
        return None;
    }
    tie_near(RelationKind::Average, again, &[first], outcome, FAR)
}

/// "2,000 cubic metres a second, or 7.2 million cubic metres an hour": a slip of a nought or three is one, too.
fn by_the_clock(line: &Line<'_>, first: &Slot<'_>, again: &Slot<'_>) -> Option<Relation> {
    let seconds = |slot: &Slot<'_>| {
        let last = slot.past();
        let is_named = |words: &[&str]| (slot.end.saturating_sub(1)..=last).any(|at| line.words.is_any(at, words));
        SECONDS.iter().find(|(words, _)| is_named(words)).map(|&(_, seconds)| seconds)
    };
    let (short, long) = (seconds(first)?, seconds(again)?);
    // A day has as many hours as somebody works.
    let is_of_work = short.max(long) == 86_400 && 60 < short.min(long);
    let is_like = first.kind() == FigureKind::Rate && first.unit() == again.unit();
    if short == long || is_of_work || !is_like || !is_tied(line, first, again) {
        return None;
    }
    let of = |seconds: u32| Bounds::exactly(Decimal::from(seconds));
    let outcome = Outcome::of(again.bounds()?, first.bounds()?.times(of(long))?.over(of(short))?);
    let is_slip = is_a_power_off(outcome.given.said, again.figure().value);
    let far = || tie_near(RelationKind::Average, again, &[first], outcome, FAR);
    if is_slip { Some(tie(RelationKind::Average, again, &[first], None, outcome)) } else { far() }
}

/// "Members pay £12 a month, or £120 a year": whoever pays for longer may pay less, unless it is pay, or comes on top.
fn is_offer(line: &Line<'_>, first: &Slot<'_>) -> bool {
    const ON_TOP: &[&str] =
        &["more", "extra", "earn", "earns", "earned", "salary", "salaries", "wage", "wages", "save", "saves", "loses"];
    first.kind() == FigureKind::Rate && first.unit().is_some() && !line.has_between(line.first, line.end, ON_TOP)
}

/// The stretch of time that a rate is for: the last word of it.
fn period_of(line: &Line<'_>, slot: &Slot<'_>) -> Option<&'static Period> {
    let last = slot.past();
    PERIODS.iter().find(|period| (slot.end.saturating_sub(1)..=last).any(|at| line.words.is_any(at, period.words)))
}

/// "36,500 calls last year", "killed in 2023", "a salary of $156,000": what is told of a whole year.
fn year_of(line: &Line<'_>, first: &Slot<'_>, again: &Slot<'_>) -> Option<&'static Period> {
    const PAID: &[&str] = &["salary", "salaries", "wage", "rent", "budget"];
    const NEAR: usize = 3;
    let words = line.words;
    let is_paid = line.has_between(first.begin.saturating_sub(NEAR).max(line.first), first.begin, PAID);
    let is_told = (first.end..again.begin).any(|at| {
        words.is(at, "year") && words.is_any(at.wrapping_sub(1), &["last", "this", "a", "the"])
            || words.is(at, "in") && is_year(words.written(at + 1))
    });
    (is_paid || is_told).then_some(&PERIODS[0])
}

/// "Or", "equal to", "which is": the second is the first, said again, and nothing else is told between them.
fn is_tied(line: &Line<'_>, first: &Slot<'_>, again: &Slot<'_>) -> bool {
    const TIES: &[&str] = &["or", "equal", "equals", "equivalent", "average", "averaging"];
    const FARTHEST: usize = 9;
    const OR: &[&str] = &["or", "about", "roughly", "nearly", "almost", "just", "some", "around"];
    const IS: &[&str] = &["is", "was", "makes", "means", "comes", "equals", "works", "averages"];
    const OTHERS: &[&str] = &["and", "but", "to", "from", "than", "against", "while", "compared", "with", "by", "plus"];
    let (start, end) = (first.past(), again.begin);
    let last = end.saturating_sub(4).max(start);
    // ", or 100 a day", "That is 100 a day": nothing else can be meant, whatever stands between.
    let is_set_off = (last..end).any(|at| {
        line.words.is(at, "or") && line.words.is(at.wrapping_sub(1), ",") && line.words.is_any(end.wrapping_sub(1), OR)
            || line.words.is_any(at, &["that", "this"]) && line.words.is_any(at + 1, IS)
    });
    if is_set_off && end <= start + FARTHEST + 4 {
        // "£1,140 a year more than in 2024, or £95 a month"
        return !line.has_between(start, end, &["and", "but", "while", "plus"]);
    }
    let is_equal = line.has_between(start, end, &["equal", "equivalent"]);
    let is_clear = is_equal || !line.has_between(start, end, OTHERS);
    let works_out = (start..end).any(|at| line.words.run_is(at, &["works", "out", "at"]));
    end <= start + FARTHEST && is_clear && (line.has_between(last, end, TIES) || works_out)
}
