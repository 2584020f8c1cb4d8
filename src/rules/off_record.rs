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
    is_place || beside.has_run(&["in", "stock"]) || beside.has(&["contract"]) && (0..beside.first).any(hires)
}

/// "Its market share has slipped to 17 percent", "the dam is down to 18 percent of capacity": no share of stock, and not how
/// much a hall holds.
pub(super) fn is_proportion(figure: &Figure, beside: &Beside<'_>) -> bool {
    let is_filled = || beside.words.run_is(beside.behind, &["of", "capacity"]);
    matches!(figure.kind, FigureKind::Percentage | FigureKind::Share)
        && (beside.has_run(&["market", "share"]) && !beside.has(&["shares", "stock", "traded"]) || is_filled())
}
