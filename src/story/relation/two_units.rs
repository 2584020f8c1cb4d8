//! A length in years and months against the two months that it lies between: "after five years and eight months in prison …
//! taken in March 2019 and freed in November 2025".
//!
//! So exact a length hardly ever fits two months of the story by chance, and where it lies between none of them, and just one
//! pair near it is a year or two off, it is that pair that it miscounts.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::{Entry, Relation, RelationKind, Story};
use crate::extract::{Date, FigureKind, Modifier};
use crate::language::is_one_of;
use crate::story::Placed;
use crate::story::calendar::day_of_publication;

/// How many blocks off its months may stand.
const REACH: usize = 3;

/// Years by which a length is miscounted, in months.
const SLIPS: [i32; 4] = [12, 24, 120, 6];

/// The lengths in years and months that two months near them miss.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    entries.windows(2).filter_map(|pair| relation(story, &pair[0], &pair[1])).collect()
}

fn relation(story: &Story, years: &Entry<'_>, months: &Entry<'_>) -> Option<Relation> {
    let told = in_unit(years, "year")?.checked_mul(12)?.checked_add(in_unit(months, "month")?)?;
    if !are_joined(story, years, months) {
        return None;
    }
    let dates: Vec<&Placed<Date>> = story.dates.iter().filter(|date| month_of(date).is_some()).collect();
    let today = day_of_publication(story).map(|day| i32::from(day.day.year()) * 12 + i32::from(day.day.month()));
    let apart = |from: &Date, to: &Date| Some(month_of(to)? - month_of(from)?);
    let pairs = || dates.iter().flat_map(|from| dates.iter().map(move |to| (*from, *to)));
    let fits = |apart: i32| (apart - told).abs() <= 1;
    let fits_today = |date: &&Placed<Date>| today.zip(month_of(date)).is_some_and(|(today, month)| fits(today - month));
    if pairs().any(|(from, to)| apart(from, to).is_some_and(fits)) || dates.iter().any(fits_today) {
        return None;
    }
    let is_near = |date: &Placed<Date>| date.block.abs_diff(years.figure.block) <= REACH;
    let misses = |(from, to): &(&Placed<Date>, &Placed<Date>)| {
        let off = apart(from, to).map_or(0, |apart| (apart - told).abs());
        is_near(from) && is_near(to) && SLIPS.iter().any(|&slip| (off - slip).abs() <= 1)
    };
    let mut off = pairs().filter(misses);
    let (from, to) = off.next().filter(|_| off.next().is_none())?;
    let given = Decimal::from(apart(from, to)?.div_euclid(12));
    Some(Relation {
        kind: RelationKind::Duration,
        stated: years.claim,
        operands: Vec::new(),
        beside: vec![from.span, to.span],
        cue: None,
        low: Some(given),
        high: Some(given),
        printed: Some(given),
        complete: true,
        holds: false,
    })
}

fn in_unit(entry: &Entry<'_>, unit: &str) -> Option<i32> {
    let figure = entry.figure;
    let is_it = figure.kind == FigureKind::Duration
        && figure.modifier == Modifier::Plain
        && figure.unit.as_ref().is_some_and(|other| other.head == unit);
    if is_it { figure.value.to_i32() } else { None }
}

/// "Five years and eight months", "five years, eight months".
fn are_joined(story: &Story, years: &Entry<'_>, months: &Entry<'_>) -> bool {
    let figure = years.figure;
    let Some(unit) = figure.unit.as_ref().filter(|_| figure.sentence == months.figure.sentence) else { return false };
    let text = story.text_of(story.blocks[figure.block].span);
    let mut between = story.tokens_behind(figure.sentence, unit.span.end).iter();
    let joint = between.next().map_or("", |token| token.of(text));
    let next = between.next().map(|token| token.span.start + story.blocks[figure.block].span.start);
    (is_one_of(joint, &["and"]) || joint == ",") && next == Some(months.figure.number.start)
}

/// The months up to that of a date.
fn month_of(date: &Date) -> Option<i32> {
    Some(i32::from(date.year?) * 12 + i32::from(date.month?))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn years_and_months_lie_between_two_months() {
        for (years, is_wrong) in [("four", true), ("five", false), ("three", true)] {
            let text = format!(
                "Ada Ek left jail on Monday after {years} years and eight months, her editor said.\n\nShe was taken from her desk in March 2019, he said, and freed in November 2024."
            );
            let found = relations(&read(&text), RelationKind::Duration);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{years}: {found:?}");
        }
    }
}
