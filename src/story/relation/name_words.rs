//! What a name tells by its own words and by the word before it.

use super::Story;
use crate::extract::Name;
use crate::language::in_small_letters;
use crate::story::Placed;
use crate::story::entity::is_place_word;

/// Whether a name stands where only a place can, or ends as only a place's does: "in Brae", "Levee Street".
pub(super) fn is_place(story: &Story, name: &Placed<Name>) -> bool {
    let before = &story.text[..name.span.start as usize];
    let is_led = [" in ", " at ", " from ", " near "].iter().any(|place| before.ends_with(place));
    is_led || story.text_of(name.span).rsplit_once(' ').is_some_and(|(_, last)| is_place_word(&in_small_letters(last)))
}

/// The last word of a name.
pub(super) fn surname(name: &str) -> &str {
    name.trim().rsplit(char::is_whitespace).next().unwrap_or_default()
}

/// Whether a name, in the genitive or not, ends in a surname.
pub(super) fn is_called(name: &str, surname: &str) -> bool {
    bare(name).ends_with(surname)
}

/// A name without its genitive.
pub(super) fn bare(name: &str) -> &str {
    name.trim_end_matches("’s").trim_end_matches("'s")
}
