//! Knows whether a sentence goes on about what the one before counted, and of the same time.

use super::row::{Row, spaced};
use crate::language::{MONTHS, WEEKDAYS};

/// Whether a sentence speaks of what the one before told: "it", "they", "the cuts".
pub(super) fn goes_on_from(row: &Row<'_>) -> bool {
    const BACK: [&str; 7] = ["it", "they", "these", "those", "this", "that", "there"];
    const WHAT: [&str; 30] = [
        "arrests",
        "budget",
        "cases",
        "cash",
        "casualties",
        "catch",
        "closures",
        "cuts",
        "dead",
        "deal",
        "deaths",
        "figure",
        "figures",
        "funding",
        "grant",
        "grants",
        "homes",
        "injured",
        "job",
        "jobs",
        "layoffs",
        "limit",
        "losses",
        "money",
        "package",
        "places",
        "quota",
        "redundancies",
        "toll",
        "total",
    ];
    let mut opening = row.opening().split_whitespace();
    match opening.next() {
        Some("the") => opening.next().is_some_and(|word| WHAT.contains(&word)),
        Some(word) => BACK.contains(&word),
        None => true,
    }
}

/// "410 cases in May. There were 160 in June, 130 in July and 110 in August": the months after are no parts of one.
pub(super) fn are_of_other_times(earlier: &Row<'_>, row: &Row<'_>) -> bool {
    let names_time = |words: &str| {
        words.split_whitespace().any(|word| MONTHS.contains(&word) || WEEKDAYS.contains(&word) || word == "quarter")
    };
    let last = row.entries.last().is_some_and(|last| names_time(&row.words_behind(last)));
    last && names_time(&spaced(earlier.words()))
}
