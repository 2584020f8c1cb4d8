//! Whom the story first gives only an age, and then names: "A 23-year-old man died in a cell. The man, Dara Finn, was found
//! at noon", and below "Finn, who was 26".

use super::Story;
use super::aged_again::{Around, is_prose, is_slip, last_word, unnamed};
use super::life::{Aged, Telling, in_sentence};
use crate::story::passage::Passage;

/// How many sentences behind the age the name may stand.
const NEAR: usize = 3;

/// The age of the one whom the story names as the man, the woman, of an age further up.
pub(super) fn named_as<'a, 'b>(story: &Story, before: &'b [Aged<'a>], again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let around = Around::of(story, again).filter(|_| is_prose(story, again))?;
    let (words, at) = (around.words, around.at);
    let is_who = words.run_is(at.wrapping_sub(2), &["who", "was"]) && words.written(at + 1) == ",";
    let is_apposed = again.telling == Telling::Apposed && !again.name.is_empty();
    let called = match () {
        () if is_apposed => last_word(story.text_of(again.name)),
        // "Finn, who was 26,"
        () if is_who && words.written(at.wrapping_sub(3)) == "," => words.written(at.wrapping_sub(4)),
        () => return None,
    };
    let mut told = before.iter().filter_map(|first| Some((first, unnamed(story, first)?)));
    let (first, noun) = told.next()?;
    // Of two men the one who is named may be either.
    if told.any(|(_, other)| other == noun) || is_who && !tells_death(story, first) {
        return None;
    }
    let sentence = first.entry.figure.sentence;
    let last = again.entry.figure.sentence.min(sentence + NEAR);
    let is_named = (sentence + 1..=last).flat_map(|near| in_sentence(&story.names, near)).any(|name| {
        let Some(passage) = Passage::of_sentence(story, name.sentence) else { return false };
        let start = passage.position(name.behind_title());
        let is_noun = passage.words.is(start.wrapping_sub(2), &noun.to_lowercase());
        passage.words.written(start.wrapping_sub(1)) == ","
            && is_noun
            && passage.words.is(start.wrapping_sub(3), "the")
            && last_word(story.text_of(name.span)) == called
    });
    (is_named && is_slip(first.entry.figure.value, again.entry.figure.value)).then_some(first)
}

/// Of the living "who was 26" may tell of years ago.
fn tells_death(story: &Story, first: &Aged<'_>) -> bool {
    let Some(passage) = Passage::of_sentence(story, first.entry.figure.sentence) else { return false };
    (passage.first..passage.end)
        .any(|at| passage.words.is_any(at, &["died", "dead", "death", "drowned", "killed", "shot", "stabbed"]))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn whom_the_story_names_behind_an_age_is_no_older_below() {
        for (text, one, other) in [
            (
                "A 23-year-old man died in a cell on Sunday. The man, Dara Finn, was found at noon, the jail said.\n\nFinn, who was #, had been held over a fine.",
                "23",
                "26",
            ),
            (
                "A 61-year-old woman was pulled from the lake. The woman, Ada Lund, #, was treated for the cold.",
                "61",
                "67",
            ),
        ] {
            let found = |age: &str| {
                let found = relations(&read(&text.replace('#', age)), RelationKind::SameAge);
                found.iter().any(|line| line.contains('≠'))
            };
            assert!(found(other) && !found(one), "{text}");
        }
        let living = "A 23-year-old man won the race. The man, Dara Finn, trains in Brae.\n\nFinn, who was 19, ran barefoot then.";
        assert!(!relations(&read(living), RelationKind::SameAge).iter().any(|line| line.contains('≠')));
    }
}
