//! Numbers that tell which one is meant, and count nothing: a bus, a gate, a number that one dials.

use super::beside::Beside;
use crate::extract::{Figure, FigureKind};

/// "Waiting for Service 961", "the number 296 fills up at three": which of them it is.
pub(super) fn is_label(figure: &Figure, beside: &Beside<'_>) -> bool {
    const NUMBERED: &[&str] = &[
        "Act",
        "Bay",
        "Berth",
        "Bill",
        "Block",
        "Bus",
        "Channel",
        "Class",
        "District",
        "Dock",
        "Engine",
        "Exit",
        "Flight",
        "Form",
        "Gate",
        "Highway",
        "Lane",
        "Line",
        "Lot",
        "Number",
        "Pier",
        "Platform",
        "Precinct",
        "Proposition",
        "Reactor",
        "Resolution",
        "Room",
        "Route",
        "Rule",
        "Runway",
        "Sector",
        "Service",
        "Station",
        "Tower",
        "Track",
        "Train",
        "Tram",
        "Unit",
        "Ward",
    ];
    const RUN: &[&str] = &["bus", "flight", "line", "route", "service", "tram", "trolleybus"];
    let words = beside.words;
    let last = beside.first.wrapping_sub(1);
    // "911 dispatchers": what one dials.
    let is_dialled = words.is_any(beside.first, &["911", "999", "112"])
        && words.is_any(
            beside.behind,
            &["call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator", "operators"],
        );
    let is_named = is_dialled || 0 < beside.first && NUMBERED.contains(&words.written(last));
    let is_numbered =
        words.is(last, "number") && words.is_any(last.wrapping_sub(1), &["the", "a", "his", "her", "our"]);
    figure.kind == FigureKind::Count && (is_named || is_numbered || words.is_any(last, RUN))
}
