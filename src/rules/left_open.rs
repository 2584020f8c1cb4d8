//! Figures whose sentence leaves out on purpose who says so, whoever spoke before.

use super::beside::Beside;
use super::tally::is_tally;
use crate::extract::{Figure, FigureKind};
use crate::language::Class;
use crate::story::{Claim, Placed, Story};
use crate::text::Span;

/// "Drivers had complained of the signal 23 times in two years": how often they spoke is none of what they said.
pub(super) fn is_count_of_complaints(story: &Story, claim: &Claim, figure: &Placed<Figure>) -> bool {
    let is_often = figure.unit.as_ref().is_some_and(|unit| unit.head == "time") && is_tally(story, figure);
    is_often
        && claim.attribution.cue.is_none_or(|cue| {
            cue.end <= figure.span.start && {
                let between = story.text_of(Span::new(cue.end, figure.span.start));
                !between.split_whitespace().any(|word| word == "that")
            }
        })
}

/// "Damage is put at £4m", "losses have been estimated at $2 million": by whom, the sentence leaves out on purpose,
/// whoever spoke before.
pub(super) fn is_put_by_nobody(story: &Story, figure: &Placed<Figure>) -> bool {
    figure.kind == FigureKind::Money && is_put(&Beside::of(story, figure))
}

/// Whether the words before a sum have it put at so much, and none behind it say by whom.
fn is_put(beside: &Beside<'_>) -> bool {
    const PUT: &[&str] = &["put", "estimated", "valued", "costed", "reckoned"];
    const BEHIND: usize = 6;
    let words = beside.words;
    let at = beside.lead.wrapping_sub(1);
    let is_passive = words.is_any(at, &["at", "to"])
        && words.is_any(at.wrapping_sub(1), PUT)
        && (2..=3).any(|back| words.has(at.wrapping_sub(back), Class::Be) || words.is(at.wrapping_sub(back), "been"));
    let names_who = (0..BEHIND).any(|on| words.is_any(beside.behind + on, &["by", "according"]));
    is_passive && !names_who
}
