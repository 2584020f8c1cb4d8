//! A rate for so many with the count and the population near it, and a fatality rate with the deaths and the cases: "killed 18
//! of the town's 40,000 residents … The toll works out at 54 per 100,000", "84 people … 3,150 cases, a fatality rate of 3.8
//! percent".
//!
//! Where any two counts near by give the rate, nothing is asked. Where none do, the only count of the only population should.

use rust_decimal::Decimal;

use super::super::{RelationKind, exact, thing};
use super::{Entry, Ledger, Relation, Story, is_plural, is_text, near, says_near};
use crate::extract::{Figure, FigureKind};
use crate::language::is_one_of;
use crate::story::Placed;

/// How many sentences on either side may hold the counts.
const REACH: usize = 3;

/// A rate that is farther off is of other counts, unless it is so by noughts alone.
const FAR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Words by which the rate is of another place or time.
const OTHERS: &[&str] = &[
    "national",
    "nationally",
    "average",
    "regional",
    "than",
    "target",
    "elsewhere",
    "last",
    "previous",
    "once",
    "compared",
    "against",
    "from",
    "countrywide",
    "nationwide",
];

/// The rates that the counts beside them miss.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let of = |at: usize| {
        let entry = &entries[at];
        let is_free = ledger.is_free(entry.claim) && is_text(story, entry.figure.block);
        is_free.then(|| per_so_many(story, entries, at).or_else(|| fatality(story, entries, entry))).flatten()
    };
    (0..entries.len()).filter_map(of).collect()
}

/// "54 per 100,000", "60 for every 100,000".
fn per_so_many(story: &Story, entries: &[Entry<'_>], at: usize) -> Option<Relation> {
    let stated = &entries[at];
    let base = base_of(story, stated).or_else(|| base_of_share(stated))?;
    if says_near(story, stated.figure, 4, OTHERS, &[]) {
        return None;
    }
    let is_count = |entry: &&Entry<'_>| {
        entry.claim != stated.claim
            && is_count(entry)
            && entry.figure.number.start.abs_diff(stated.figure.number.end) > 20
            || entry.figure.sentence != stated.figure.sentence && is_count(entry)
    };
    let counts: Vec<&Entry<'_>> = near(entries, stated.figure, REACH).filter(is_count).collect();
    let mut wholes = counts
        .iter()
        .copied()
        .filter(|whole| is_population(story, whole) && base <= whole.figure.value * Decimal::ONE_HUNDRED);
    let whole = wholes.next()?;
    let is_one = wholes.all(|other| other.figure.value == whole.figure.value);
    let parts: Vec<&Entry<'_>> = counts.iter().copied().filter(|part| part.figure.value < whole.figure.value).collect();
    held(RelationKind::Rate, stated, &parts, &counts, whole, base).filter(|_| is_one)
}

/// The number that a rate is per: 100,000; `None` for other figures.
fn base_of(story: &Story, entry: &Entry<'_>) -> Option<Decimal> {
    let figure = entry.figure;
    if !matches!(figure.kind, FigureKind::Rate | FigureKind::Count) {
        return None;
    }
    let text = story.text_of(story.blocks[figure.block].span);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let per = behind.iter().take(4).position(|token| is_one_of(token.of(text), &["per", "every"]))?;
    let digits: String = behind.get(per + 1)?.of(text).chars().filter(char::is_ascii_digit).collect();
    let base: Decimal = digits.parse().ok()?;
    (Decimal::ONE_THOUSAND <= base).then_some(base)
}

/// "21 in every 100,000", "70 in a thousand": read as a share, which is one of a hundred.
fn base_of_share(stated: &Entry<'_>) -> Option<Decimal> {
    const THOUSANDS: &[&str] = &[" thousand", " 1,000", " 1000", "0,000", " million"];
    let is_per = stated.figure.kind == FigureKind::Share && stated.number.contains(" in ");
    (is_per && THOUSANDS.iter().any(|base| stated.number.ends_with(base))).then_some(Decimal::ONE_HUNDRED)
}

/// "Cholera has killed 84 people … cases have reached 3,150, a case fatality rate of 3.8 percent".
fn fatality(story: &Story, entries: &[Entry<'_>], stated: &Entry<'_>) -> Option<Relation> {
    const RATES: &[&str] = &["fatality", "mortality", "death"];
    const DEATHS: &[&str] = &["killed", "died", "dead", "deaths", "fatalities", "kills", "killing", "lives", "deadly"];
    const NEAR: usize = 6;
    let is_rate = || says_near(story, stated.figure, NEAR, RATES, &["fatality", "mortality"]);
    if stated.figure.kind != FigureKind::Percentage || !is_rate() || says_near(story, stated.figure, NEAR, OTHERS, &[])
    {
        return None;
    }
    let is_open = |entry: &&Entry<'_>| is_count(entry) && is_text(story, entry.figure.block);
    let counts: Vec<&Entry<'_>> = near(entries, stated.figure, REACH).filter(is_open).collect();
    let is_case = |entry: &&&Entry<'_>| {
        let is_unit = entry.figure.unit.as_ref().is_some_and(|unit| matches!(unit.head.as_str(), "case" | "infection"));
        is_unit || entry.figure.unit.is_none() && says_near(story, entry.figure, NEAR, &["cases", "infections"], &[])
    };
    let own = |entry: &&&Entry<'_>| entry.figure.sentence == stated.figure.sentence;
    let of_own: Vec<&&Entry<'_>> = counts.iter().filter(own).filter(is_case).collect();
    let mut cases = if of_own.is_empty() { counts.iter().filter(is_case).collect() } else { of_own }.into_iter();
    let whole = *cases.next()?;
    let is_one = cases.all(|other| other.figure.value == whole.figure.value);
    let is_dead = |entry: &&Entry<'_>| {
        entry.figure.value < whole.figure.value && says_near(story, entry.figure, 3, DEATHS, DEATHS)
    };
    let parts: Vec<&Entry<'_>> = counts.iter().copied().filter(is_dead).collect();
    held(RelationKind::Share, stated, &parts, &counts, whole, Decimal::ONE_HUNDRED).filter(|_| is_one)
}

/// The rate held against the only part of the whole; `None` where any two counts give it.
fn held(
    kind: RelationKind,
    stated: &Entry<'_>,
    parts: &[&Entry<'_>],
    counts: &[&Entry<'_>],
    whole: &Entry<'_>,
    base: Decimal,
) -> Option<Relation> {
    let said = stated.figure.value;
    let rate =
        |part: &Entry<'_>, whole: &Entry<'_>| part.figure.value.checked_mul(base)?.checked_div(whole.figure.value);
    let is_given = |part: &Entry<'_>, whole: &Entry<'_>| rate(part, whole).is_some_and(|given| is_about(given, said));
    if counts.iter().any(|whole| counts.iter().any(|part| is_given(part, whole))) {
        return None;
    }
    let part = *parts.first()?;
    let is_one = parts.iter().all(|other| other.figure.value == part.figure.value);
    let given = rate(part, whole)?;
    let least = given.min(said);
    let times = given.max(said).checked_div(least).filter(|_| Decimal::ZERO < least)?;
    let is_scaled = [10, 100, 1_000]
        .into_iter()
        .map(Decimal::from)
        .any(|power| (times - power).abs() <= power * Decimal::new(3, 2));
    (is_one && (times <= FAR || is_scaled))
        .then(|| exact(kind, stated.claim, vec![part.claim, whole.claim], given, false))
}

fn is_about(given: Decimal, said: Decimal) -> bool {
    let half = Decimal::new(5, said.scale() + 1).max(said * Decimal::new(3, 2));
    (given - said).abs() <= half
}

fn is_count(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Count
        && figure.pair.is_none()
        && Decimal::ZERO < figure.value
        && !is_plural(entry.number)
}

/// "40,000 residents", "a population of 88,000".
fn is_population(story: &Story, entry: &Entry<'_>) -> bool {
    let figure: &Placed<Figure> = entry.figure;
    let is_people = figure.unit.as_ref().is_some_and(|unit| {
        thing::is_person(&unit.head)
            || matches!(unit.head.as_str(), "resident" | "inhabitant" | "household" | "home" | "birth")
    });
    Decimal::ONE_THOUSAND <= figure.value && (is_people || says_near(story, figure, 4, &["population"], &[]))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_rate_is_that_of_the_counts_beside_it() {
        for (text, sound, broken) in [
            ("Measles infected 27 of the 60,000 people of Orm, Ek said. The rate comes to # per 100,000.", "45", "54"),
            ("The state had 96 murders, Ek said. With 1.2 million residents, that is # for every 100,000.", "8", "80"),
            (
                "Ebola has killed 63 people, Ek said. There have been 420 cases. She put the fatality rate at # percent.",
                "15",
                "25",
            ),
            (
                "Measles infected 27 of the 60,000 people of Orm, Ek said. The national rate is # per 100,000.",
                "54",
                "54",
            ),
        ] {
            for (number, is_wrong) in [(sound, false), (broken, sound != broken)] {
                let story = read(&format!("Brae news\n\n{}", text.replace('#', number)));
                let kinds = [RelationKind::Rate, RelationKind::Share];
                let found: Vec<String> = kinds.into_iter().flat_map(|kind| relations(&story, kind)).collect();
                assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {number} {found:?}");
            }
        }
    }
}
