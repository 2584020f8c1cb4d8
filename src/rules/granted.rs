//! Figures that somebody has decided on, and says so behind them.

use super::beside::Beside;

/// "The last increase, of 6 per cent, which the council allowed a year ago": whoever decided it has it in their minutes.
pub(super) fn is_granted(beside: &Beside<'_>) -> bool {
    const GRANTED: &[&str] = &[
        "agreed",
        "allowed",
        "approved",
        "authorised",
        "authorized",
        "granted",
        "imposed",
        "ordered",
        "passed",
        "set",
        "voted",
    ];
    const NEAR: usize = 4;
    (beside.behind..beside.behind + NEAR).any(|which| {
        beside.words.is_any(which, &["which", "that"])
            && (which + 2..which + 2 + NEAR).any(|verb| beside.words.is_any(verb, GRANTED))
    })
}
