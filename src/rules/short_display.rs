//! Two or three words over the story that it quotes otherwise: “simply forgotten” over “simply abandoned”.
//!
//! So few words are found in two sayings by chance. What makes them one is that they hold a telling word each of the
//! other, stand alone between their marks, and that the word which differs stands nowhere in the text.

use super::headline_quote_missing::{is_of_grammar, is_stem_told};
use super::rewording::Saying;
use crate::story::Story;

/// How many words are few.
const FEW: std::ops::RangeInclusive<usize> = 2..=3;

/// The fewest letters of a word that tells something …
const TELLING: usize = 4;
/// … and of one that is shared.
const SHARED: usize = 6;

/// The saying of the text that has all of `displayed` but one word, and that word's place in either; `None` where the text
/// has the words, or the word that differs.
pub(super) fn told_otherwise<'a>(
    story: &Story,
    displayed: &Saying<'_>,
    sayings: &'a [Saying<'a>],
) -> Option<(&'a Saying<'a>, usize, usize)> {
    if !FEW.contains(&displayed.words.len()) {
        return None;
    }
    let (saying, at, start) = sayings.iter().find_map(|saying| {
        let count = displayed.words.len();
        // “Warehouses of despair” over “I have filled granaries of despair”: three words may be part of a saying.
        let last = if count == *FEW.end() { saying.words.len().saturating_sub(count) } else { 0 };
        let found = (0..=last).find_map(|start| Some((start, differs_in(displayed, saying, start)?)));
        found.map(|(start, at)| (saying, at, start))
    })?;
    (!is_stem_told(story, &displayed.word(at))).then_some((saying, at, start + at))
}

/// The one place where the displayed words differ from as many of a saying from `start` on, which go to its end, if the words
/// there and one that is shared are telling.
fn differs_in(displayed: &Saying<'_>, saying: &Saying<'_>, start: usize) -> Option<usize> {
    let count = displayed.words.len();
    if saying.words.len() != start + count {
        return None;
    }
    let mut differing = (0..count).filter(|&at| displayed.words[at] != saying.words[start + at]);
    let at = differing.next().filter(|_| differing.next().is_none())?;
    let (here, there) = (displayed.word(at), saying.word(start + at));
    let tells = |word: &str, letters: usize| letters <= word.chars().count() && !is_of_grammar(word);
    let is_shared = (0..count).any(|other| other != at && tells(&displayed.word(other), SHARED));
    (is_shared && tells(&here, TELLING) && tells(&there, TELLING) && !is_one_stem(&here, &there)).then_some(at)
}

/// "forgets" and "forgotten"
fn is_one_stem(one: &str, other: &str) -> bool {
    one.chars().take(TELLING).eq(other.chars().take(TELLING))
}
