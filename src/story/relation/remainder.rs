//! Finds totals of which a later sentence gives one part and the rest: "640 of them got a call, and the other 620 a
//! leaflet", "the insurers will pay £1.1m and the trust the remaining £500,000"; and tolls that run on: "Five more were
//! found, bringing the toll to 16".

use rust_decimal::Decimal;

use super::breakdown::is_rest;
use super::row::{Row, has_any};
use super::solver::Part;
use super::thing::{self, Fit};
use super::{Entry, Promise, Tie};
use crate::extract::{FigureKind, Modifier};

/// How many sentences with figures back a total may stand.
const REACH: usize = 3;

/// How many blocks back.
const BLOCKS: usize = 2;

/// The totals that a later sentence divides in two, and those that it brings up to date.
pub(super) fn find<'a>(rows: &'a [Row<'a>]) -> Vec<Tie<'a>> {
    let ties = (1..rows.len()).filter_map(|number| {
        let row = &rows[number];
        let first = (number.saturating_sub(REACH)..number).find(|&at| row.block <= rows[at].block + BLOCKS)?;
        let before = &rows[first..number];
        the_rest(row, before).or_else(|| running(row, before))
    });
    ties.collect()
}

/// One part and the rest, and the total before them.
fn the_rest<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let at = row.all.iter().position(|entry| is_rest(row, entry)).filter(|at| 0 < *at)?;
    let (part, rest) = (&row.all[at - 1], &row.all[at]);
    let is_pair =
        thing::adds_up(part.figure.kind) && (part.figure.kind == rest.figure.kind) && is_plain(part) && is_plain(rest);
    let others = row.all.iter().filter(|other| other.claim != part.claim && other.claim != rest.claim);
    let has_own_total = others.clone().any(|other| other.figure.kind == part.figure.kind);
    if !is_pair || has_own_total {
        return None;
    }
    let larger = part.figure.value.max(rest.figure.value);
    let fits = |whole: &&Entry<'a>| {
        let is_whole = whole.figure.pair.is_none() && larger < whole.figure.value && whole.figure.unit.is_some();
        is_whole && [part, rest].iter().all(|it| thing::fit(whole.figure, it.figure) != Fit::Other)
    };
    let wholes = before.iter().rev().flat_map(|row| row.entries.iter().rev()).filter(fits);
    let parts = || vec![Part { entry: part, times: 1 }, Part { entry: rest, times: 1 }];
    let ties: Vec<Tie<'a>> = wholes.map(|stated| Tie { stated, parts: parts(), promise: Promise::Near }).collect();
    likeliest(ties)
}

/// "Five more were found in the saloon, bringing the toll to 16."
fn running<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let at = row.entries.iter().position(|entry| is_running_total(row, entry)).filter(|at| 0 < *at)?;
    let stated = &row.entries[at];
    let added: Vec<Part<'a>> = row.entries[..at].iter().map(|entry| Part { entry, times: 1 }).collect();
    let is_more = is_added(row, added.first()?.entry) && added.iter().all(|part| is_plain(part.entry));
    let is_base = |base: &&Entry<'a>| {
        base.figure.kind == stated.figure.kind && is_plain(base) && base.figure.value < stated.figure.value
    };
    let bases = || before.iter().rev().flat_map(|row| row.entries.iter().rev()).filter(is_base);
    let sum = |base: &'a Entry<'a>| {
        let parts = std::iter::once(Part { entry: base, times: 1 }).chain(added.iter().copied()).collect();
        Tie { stated, parts, promise: Promise::Near }
    };
    let last = before.last()?.all[0].figure.sentence;
    let is_only = bases().filter(|base| base.figure.sentence == last).count() == 1;
    let ties: Vec<Tie<'a>> = bases().map(sum).collect();
    let best = likeliest(ties).filter(|_| is_more)?;
    (best.distance() == Decimal::ONE || is_only).then_some(best)
}

/// "Bringing the death toll to 16", "taking the total to 40".
fn is_running_total(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    const BRINGS: &[&str] = &[
        " bringing ",
        " brings ",
        " brought ",
        " taking ",
        " takes ",
        " took ",
        " raising ",
        " raised ",
        " pushing ",
        " lifting ",
    ];
    const TOTALS: &[&str] = &[" toll ", " total ", " number ", " count ", " tally ", " figure "];
    let before = row.words_before(entry);
    (before.ends_with(" to ") || before.ends_with(" to at least "))
        && has_any(&before, BRINGS)
        && has_any(&before, TOTALS)
}

/// "Five more", "another five", "a further five".
fn is_added(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    let before = row.words_before(entry);
    let behind = row.words_behind(entry);
    let is_led = [" another ", " further ", " additional ", " extra "].iter().any(|end| before.ends_with(end));
    is_led || behind.starts_with(" more ") || behind.starts_with(" others ") || behind.starts_with(" further ")
}

fn is_plain(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && figure.kind != FigureKind::Score
}

/// The total that fits, or else the nearest one that is near enough to be meant.
fn likeliest(ties: Vec<Tie<'_>>) -> Option<Tie<'_>> {
    let near = ties.into_iter().filter(|tie| tie.distance() < Decimal::new(118, 2));
    near.min_by_key(Tie::distance)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn check(cases: &[(&str, &str)]) {
        let sums = |text: &str| relations(&read(&format!("Notes\n\n{text}\n")), RelationKind::Sum);
        let missed: Vec<String> = cases
            .iter()
            .filter(|(text, expected)| sums(text).join("; ") != *expected)
            .map(|(text, expected)| format!("{text}\n  expected {expected}\n  found {:?}", sums(text)))
            .collect();
        assert!(missed.is_empty(), "\n{}", missed.join("\n"));
    }

    #[test]
    fn one_part_and_the_rest_make_the_total_before() {
        check(&[
            (
                "The trial followed 1,260 people. Calls went to 640 of them, and the other 630 got a leaflet.",
                "1,260 ≠ 1270",
            ),
            (
                "The trial followed 1,260 people. Calls went to 640 of them, and the other 620 got a leaflet.",
                "1,260 = 1260",
            ),
            (
                "The fire did £1.6m of damage. The insurers will pay £1.1m and the trust must find the remaining £700,000.",
                "£1.6m ≠ 1700000..1900000",
            ),
            ("The fire did £9.6m of damage. The insurers will pay £1.1m and the trust the remaining £600,000.", ""),
        ]);
    }

    #[test]
    fn a_toll_runs_on_from_the_sentence_before() {
        check(&[
            ("Divers brought up 11 bodies. Five more were found on deck, bringing the toll to 17.", "17 ≠ 16"),
            ("Divers brought up 11 bodies. Five more were found on deck, bringing the toll to 16.", "16 = 16"),
            (
                "Police held 24 people on Monday. Another nine were arrested overnight, taking the total to 35.",
                "35 ≠ 33",
            ),
            ("Crews of 12 searched. Five more bodies were found, bringing the toll to 94.", ""),
            ("Three more bodies were found in Ayr and two in Troon, bringing the total to 40.", ""),
        ]);
    }

    #[test]
    fn parts_of_many_kinds_make_the_total_before() {
        check(&[
            (
                "Plans for 320 homes were passed. The scheme comprises 190 flats, 85 houses and 55 bungalows.",
                "320 ≠ 330",
            ),
            ("At least 34 people died. The dead included 19 women, nine men and five children.", "34 ≠ 33"),
            ("At least 34 people died. The dead included 19 women and nine children.", ""),
            (
                "Officials put the dead at nine - four men, three women and a child - and said that 120 people were hurt.",
                "nine ≠ 8",
            ),
            (
                "It should save $350 million a year by 2028: $180 million from purchasing, $110 million from closures and $90 million from jobs.",
                "$350 million ≠ 378500000..381500000",
            ),
            (
                "Wind farms generated 4.6 TWh, down 22% from 5.9. Dams added 2.3 TWh and gas plants 3.7 TWh, for an output of 11.6 TWh in all.",
                "11.6 ≠ 10.45..10.75",
            ),
        ]);
    }
}
