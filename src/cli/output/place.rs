//! How the places of a finding are told.

use std::path::MAIN_SEPARATOR;

use crate::cli::reading::Reading;
use crate::finding::Related;

/// The path of a draft as a repository has it: from the folder where the run began, with `/` between its parts.
pub(super) fn repository_path(path: &str) -> String {
    let path = if MAIN_SEPARATOR == '/' { path.to_owned() } else { path.replace(MAIN_SEPARATOR, "/") };
    path.strip_prefix("./").map_or(path.clone(), str::to_owned)
}

/// Another place of a finding, in words: what is written there, and what it is where that says more.
pub(super) fn other_place(reading: &Reading<'_>, other: &Related) -> String {
    let words = other.span.of(&reading.draft.text);
    if other.message == words { format!("“{words}”") } else { format!("“{words}”: {}", other.message) }
}
