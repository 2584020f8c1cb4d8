//! Recomputes spans of time: ages and durations. The one place where dates are reckoned with.

use jiff::civil;
use rust_decimal::Decimal;

use crate::extract::Date;
use crate::language::Interval;

/// The days that a written date may mean: one day, a month, a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Days {
    /// The first of them.
    pub(super) first: civil::Date,
    /// The last of them.
    pub(super) last: civil::Date,
}

impl Days {
    /// The days of a date that has a year; `None` without one, or where the month has no such day.
    pub(super) fn of(date: &Date) -> Option<Self> {
        let year = date.year?;
        let Some(month) = date.month else {
            return Some(Self { first: civil_date(year, 1, 1)?, last: civil_date(year, 12, 31)? });
        };
        let Some(day) = date.day else {
            let first = civil_date(year, month, 1)?;
            return Some(Self { first, last: first.last_of_month() });
        };
        let day = civil_date(year, month, day)?;
        Some(Self { first: day, last: day })
    }

    /// One day.
    pub(super) fn on(day: civil::Date) -> Self {
        Self { first: day, last: day }
    }
}

fn civil_date(year: i16, month: u8, day: u8) -> Option<civil::Date> {
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The ages that somebody born within `born` may have within `at`; `None` where nobody is born yet.
pub(super) fn age(born: Days, at: Days) -> Option<Interval> {
    let youngest = full_years(born.last, at.first).max(0);
    let oldest = full_years(born.first, at.last);
    (0 <= oldest).then(|| Interval::between(Decimal::from(youngest), Decimal::from(oldest)))
}

/// The birthdays behind the first between two days.
fn full_years(from: civil::Date, to: civil::Date) -> i32 {
    let years = i32::from(to.year()) - i32::from(from.year());
    let had_birthday = (from.month(), from.day()) <= (to.month(), to.day());
    if had_birthday { years } else { years - 1 }
}

/// How long it is from one date to another, in `unit`s ("year", "decade", "month", "week", "day"), with or without
/// the first of them; `None` for other units, and where the dates do not tell.
pub(super) fn duration(from: &Date, to: &Date, unit: &str) -> Option<Interval> {
    match unit {
        "year" => years(from, to),
        // "Two decades" is said of 16 years as of 24.
        "decade" => {
            let years = years(from, to)?;
            let decades = |years: Decimal, more: i64| (years + Decimal::from(more)) / Decimal::TEN;
            Some(Interval::between(decades(years.low?, -4), decades(years.high?, 4)))
        }
        "month" => {
            let months = months(from, to)?;
            Some(Interval::between(Decimal::from(months - 1), Decimal::from(months + 1)))
        }
        "week" => {
            let days = Decimal::from(days(from, to).filter(|_| from.day.is_some())?);
            let week = Decimal::from(7);
            Some(Interval::between((days - Decimal::from(4)) / week, (days + Decimal::from(4)) / week))
        }
        "day" => {
            let days = days(from, to)?;
            let are_weekdays = from.day.is_none() && to.day.is_none();
            Some(Interval::between(Decimal::from(days - i32::from(!are_weekdays)), Decimal::from(days + 1)))
        }
        _ => None,
    }
}

/// Years are counted with or without the first; where both dates have months, they round up or down, and a month more
/// or less is none.
fn years(from: &Date, to: &Date) -> Option<Interval> {
    let years = i32::from(to.year?) - i32::from(from.year?);
    let (least, most) = match (from.month, to.month) {
        (Some(_), Some(_)) => {
            let months = months(from, to)?;
            ((months + 1).div_euclid(12), (months + 10).div_euclid(12))
        }
        _ => (years, years + 1),
    };
    (0 < years).then(|| Interval::between(Decimal::from(least), Decimal::from(most.max(least))))
}

fn months(from: &Date, to: &Date) -> Option<i32> {
    let years = match (from.year, to.year) {
        (Some(from), Some(to)) => i32::from(to) - i32::from(from),
        _ => 0,
    };
    let months = years * 12 + i32::from(to.month?) - i32::from(from.month?);
    // "From November to March" without years runs over the turn of one.
    let over_new_year = months < 0 && (from.year.is_none() || to.year.is_none());
    Some(if over_new_year { months + 12 } else { months }).filter(|&months| 0 <= months)
}

fn days(from: &Date, to: &Date) -> Option<i32> {
    const ANY_YEAR: i16 = 2001;
    if let (Some(from), Some(to), None, None) = (from.weekday, to.weekday, from.day, to.day) {
        // "From Friday to Monday": the next.
        return Some((i32::from(to) - i32::from(from)).rem_euclid(7)).filter(|&days| 0 < days);
    }
    let to_year = to.year.or(from.year).unwrap_or(ANY_YEAR);
    let from_year = from.year.unwrap_or(to_year);
    let first = civil_date(from_year, from.month?, from.day?)?;
    let last = civil_date(to_year, to.month?, to.day?)?;
    let days = (last - first).get_days();
    let over_new_year = days < 0 && (from.year.is_none() || to.year.is_none());
    Some(if over_new_year { days + 365 } else { days }).filter(|&days| 0 <= days)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn year(year: i16) -> Date {
        Date { year: Some(year), ..Date::default() }
    }

    fn day(year: i16, month: u8, day: u8) -> Date {
        Date { year: Some(year), month: Some(month), day: Some(day), ..Date::default() }
    }

    fn whole(low: i32, high: i32) -> Interval {
        Interval::between(Decimal::from(low), Decimal::from(high))
    }

    fn age_at(born: &Date, at: &Date) -> Option<Interval> {
        age(Days::of(born)?, Days::of(at)?)
    }

    #[test]
    fn years_alone_leave_the_birthday_open() {
        assert_eq!(age_at(&year(1980), &year(2020)), Some(whole(39, 40)));
        assert_eq!(age_at(&day(1980, 5, 4), &day(2020, 5, 3)), Some(whole(39, 39)));
        assert_eq!(age_at(&day(1980, 5, 4), &day(2020, 5, 4)), Some(whole(40, 40)));
        assert_eq!(age_at(&year(1980), &year(1970)), None);
    }

    #[test]
    fn years_count_with_or_without_the_first() {
        assert_eq!(duration(&year(1981), &year(1985), "year"), Some(whole(4, 5)));
        assert_eq!(duration(&year(1985), &year(1981), "year"), None);
        assert_eq!(duration(&day(2025, 6, 4), &day(2025, 6, 14), "day"), Some(whole(9, 11)));
        assert_eq!(duration(&year(1981), &year(1985), "furlong"), None);
    }

    proptest! {
        #[test]
        fn an_age_holds_exactly_where_some_days_give_it(born in 1900_i16..2000, later in 0_i16..90) {
            let at = born + later;
            let Some(Interval { low: Some(low), high: Some(high) }) = age_at(&year(born), &year(at)) else {
                return Err(TestCaseError::fail("nobody is born after they die here"));
            };
            let days = [(1, 1), (6, 30), (12, 31)];
            let ages = || days.iter().flat_map(|&(month, on)| {
                days.iter().filter_map(move |&(month_at, on_at)| {
                    age_at(&day(born, month, on), &day(at, month_at, on_at))
                })
            });
            prop_assert_eq!(ages().filter_map(|age| age.low).min(), Some(low));
            prop_assert_eq!(ages().filter_map(|age| age.high).max(), Some(high));
        }
    }
}
