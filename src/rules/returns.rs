//! What tells the returns of an election: their lines, and the sentences that speak of a vote.

use crate::extract::{Figure, FigureKind};
use crate::language::Class;
use crate::story::{Placed, Story};

/// "Hana Brandt (Reform Alliance) 11,482": a line of the returns.
pub(super) fn is_return(story: &Story, figure: &Placed<Figure>) -> bool {
    let before = story.text[..figure.number.start as usize].trim_end();
    let Some((name, party)) = before.strip_suffix(')').and_then(|before| before.rsplit_once('(')) else { return false };
    let is_name = name.trim_end().ends_with(char::is_alphabetic)
        && name.trim_end().rsplit(' ').next().is_some_and(|last| last.starts_with(char::is_uppercase));
    let behind = story.text[figure.number.end as usize..].trim_start_matches(' ');
    let closes = behind.is_empty() || behind.starts_with(|next: char| next == '\n' || next.is_uppercase());
    let is_party = party.starts_with(char::is_uppercase) && party.split(' ').count() <= 4;
    figure.kind == FigureKind::Count && figure.unit.is_none() && is_name && is_party && closes
}

/// Whether a sentence speaks of an election; "primary pupils" vote in none.
pub(super) fn speaks_of_vote(story: &Story, sentence: usize) -> bool {
    const SCHOOLS: &[&str] =
        &["care", "children", "class", "classes", "education", "pupils", "school", "schools", "source", "teachers"];
    let words = story.words_at(story.sentences[sentence].span);
    let is_school = |at: usize| words.is(at, "primary") && words.is_any(at + 1, SCHOOLS);
    story.sentence_has(sentence, Class::Election)
        && (0..words.tokens.len()).any(|at| words.has(at, Class::Election) && !is_school(at))
}
