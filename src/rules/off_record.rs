//! Words of public record that stand for something else.

use super::beside::Beside;
use crate::extract::{Figure, FigureKind};

/// Words of public record that stand here for something else: "in stock at 12 clinics", "contract hands are paid Rs 540",
/// "voters at 214 polling stations went home".
pub(super) fn is_off_record(beside: &Beside<'_>) -> bool {
    const HANDS: &[&str] = &[
        "cleaners",
        "drivers",
        "employees",
        "guards",
        "hands",
        "labour",
        "labor",
        "labourers",
        "nurses",
        "staff",
        "workers",
    ];
    let hires = |at: usize| beside.words.is(at, "contract") && beside.words.is_any(at + 1, HANDS);
    let is_place = beside.words.is(beside.behind, "polling");
    is_place
        || is_foul_play(beside)
        || is_capacity_to_come(beside)
        || beside.has_run(&["in", "stock"])
        || beside.has(&["contract"]) && (0..beside.first).any(hires)
}

/// "46 people were arrested for vote buying", "1,200 marked ballots were found in a lorry", "ballots were missing in 12
/// stations": what is done against an election stands in none of its returns.
fn is_foul_play(beside: &Beside<'_>) -> bool {
    const VOTES: &[&str] = &["ballot", "ballots", "vote", "votes"];
    const WRONGS: &[&str] = &[
        "arrested",
        "burned",
        "burnt",
        "buying",
        "buyers",
        "destroyed",
        "detained",
        "fake",
        "forged",
        "illegally",
        "intimidated",
        "marked",
        "missing",
        "pre-marked",
        "rigging",
        "seized",
        "snatched",
        "stolen",
        "stuffed",
        "stuffing",
    ];
    beside.has(VOTES) && beside.has(WRONGS)
}

/// "Will add 150 million tonnes of capacity": how much a hall holds stands on its door, and what a land will build nowhere.
fn is_capacity_to_come(beside: &Beside<'_>) -> bool {
    const TO_COME: &[&str] = &["will", "would", "could"];
    let is_of = (beside.behind..beside.behind + 3)
        .any(|at| beside.words.is(at, "of") && (at + 1..at + 4).any(|at| beside.words.is(at, "capacity")));
    is_of && beside.has_before(4, TO_COME)
}

/// "Its market share has slipped to 17 percent", "the dam is down to 18 percent of capacity": no share of stock, and not how
/// much a hall holds.
pub(super) fn is_proportion(figure: &Figure, beside: &Beside<'_>) -> bool {
    let is_filled = || {
        beside.words.is(beside.behind, "of") && (1..3).any(|on| beside.words.is_any(beside.behind + on, &["capacity"]))
    };
    matches!(figure.kind, FigureKind::Percentage | FigureKind::Share)
        && (beside.has_run(&["market", "share"]) && !beside.has(&["shares", "stock", "traded"]) || is_filled())
}
