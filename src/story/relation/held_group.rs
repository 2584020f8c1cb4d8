//! People of whom a sentence begins by telling how many men, women and children they are, against those who are counted right
//! behind: "Two men and a woman have been arrested. The four suspects were held", "A woman and her three sons died. All five".
//!
//! Whoever is behind must be called by a word for all of them: "the two men" are some.

use rust_decimal::prelude::ToPrimitive;

use super::tally::settle;
use super::{Entry, Relation, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, TokenKind, Words, read_number};
use crate::story::passage::Passage;
use crate::text::Span;

/// In how many sentences behind them they are counted again.
const REACH: usize = 3;

/// More are no party.
const MOST: usize = 30;

/// Words from an article to its noun, at most.
const LONGEST: usize = 8;

/// Single people.
const ONES: &[&str] = &[
    "man",
    "woman",
    "boy",
    "girl",
    "teenager",
    "child",
    "baby",
    "toddler",
    "mother",
    "father",
    "daughter",
    "son",
    "husband",
    "wife",
    "pensioner",
    "brother",
    "sister",
    "grandmother",
    "grandfather",
    "couple",
];

/// Several of them.
const MANY: &[&str] = &[
    "men",
    "women",
    "boys",
    "girls",
    "teenagers",
    "children",
    "babies",
    "toddlers",
    "daughters",
    "sons",
    "pensioners",
    "brothers",
    "sisters",
    "grandchildren",
];

/// Words for all of them.
const ALL: &[&str] = &[
    "suspects",
    "people",
    "victims",
    "accused",
    "defendants",
    "detainees",
    "prisoners",
    "survivors",
    "casualties",
    "hostages",
    "patients",
    "dead",
    "siblings",
    "relatives",
];

/// Some people by their kinds.
struct Party {
    count: usize,
    span: Span,
}

/// The counts of people who were told by their kinds right before, where they are not as many.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let again = entries.iter().filter(|entry| story.blocks[entry.figure.block].role == Role::Paragraph);
    again.filter_map(|entry| against_kinds(story, entry)).collect()
}

fn against_kinds(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let figure = entry.figure;
    let is_count = figure.kind == FigureKind::Count && figure.modifier == Modifier::Plain && figure.pair.is_none();
    let passage =
        Passage::of_sentence(story, figure.sentence).filter(|_| is_count && !story.is_quoted(figure.number))?;
    let words = passage.words;
    let at = passage.positions(figure.number);
    let is_the = words.is(passage.first, "the") && at.start == passage.first + 1 && words.is_any(at.end, ALL);
    let is_all = words.is(passage.first, "all")
        && at.start == passage.first + 1
        && (words.is_any(at.end, ALL) || words.has(at.end, Class::Be) || words.has(at.end, Class::Past));
    let is_closed = !words.is_any(at.end + 1, &["who", "in", "from", "at", "with", "whose", "aged"]) || is_all;
    if !(is_the || is_all) || !is_closed {
        return None;
    }
    let first = figure.sentence.saturating_sub(REACH);
    let before = (first..figure.sentence).rev().filter(|&sentence| story.sentences[sentence].block + 2 >= figure.block);
    let (sentence, party) = before.into_iter().find_map(|sentence| Some((sentence, party(story, sentence)?)))?;
    let tells_more = (sentence..figure.sentence).any(|sentence| tells_of_more(story, sentence));
    let is_short =
        story.sentences[sentence + 1..figure.sentence].iter().all(|between| !counts_people(story, between.span));
    if tells_more || !is_short { None } else { settle(entry, party.count, party.count, vec![party.span]) }
}

/// "Two men and a woman have", "A man, a woman and three children were": the subject of a sentence.
fn party(story: &Story, sentence: usize) -> Option<Party> {
    let passage = Passage::of_sentence(story, sentence)?;
    if story.blocks[story.sentences[sentence].block].role != Role::Paragraph {
        return None;
    }
    let words = passage.words;
    let (mut at, mut count, mut items) = (passage.first, 0, 0);
    loop {
        let (few, behind) = people_at(words, at)?;
        count += few;
        items += 1;
        at = behind;
        let is_joined = words.is(at, "and") || words.written(at) == "," && people_at(words, at + 1).is_some();
        if !is_joined {
            break;
        }
        at += 1;
    }
    let acts = [Class::Be, Class::Have, Class::Past].iter().any(|&class| words.has(at, class));
    (1 < items && 2 < count && acts).then(|| Party { count, span: passage.span(passage.first, at) })
}

/// "Two men", "a young woman", "her three sons", "a 34-year-old man": how many, and the position behind them.
fn people_at(words: Words<'_>, at: usize) -> Option<(usize, usize)> {
    const OWNERS: &[&str] = &["her", "his", "their"];
    let lead =
        usize::from(words.is_any(at, OWNERS) || words.is(at, "another")) * usize::from(!words.is_any(at + 1, ONES));
    let at = at + lead;
    if words.is_any(at, &["a", "an", "one"]) || words.is_any(at, OWNERS) {
        let is_inside =
            |at: usize| words.is_word(at) || words.is_hyphen(at) || words.kind(at) == Some(TokenKind::Number);
        let noun = (at + 1..at + LONGEST).take_while(|&at| is_inside(at)).find(|&at| words.is_any(at, ONES))?;
        return Some((if words.is(noun, "couple") { 2 } else { 1 }, noun + 1));
    }
    let count = few_at(words, at)?;
    let noun = (at + 1..at + 3).find(|&at| words.is_any(at, MANY))?;
    Some((count, noun + 1))
}

/// How many a number of a few says: "three", "12".
fn few_at(words: Words<'_>, at: usize) -> Option<usize> {
    let number = read_number(words, at).filter(|number| number.end == at + 1)?;
    number.value.to_usize().filter(|few| (2..=MOST).contains(few))
}

/// "A third man was held later", "another".
fn tells_of_more(story: &Story, sentence: usize) -> bool {
    const MORE: &[&str] = &[
        "another",
        "third",
        "fourth",
        "fifth",
        "further",
        "also",
        "others",
        "more",
        "later",
        "driver",
        "including",
        "neighbour",
    ];
    let Some(passage) = Passage::of_sentence(story, sentence) else { return false };
    (passage.first..passage.end).any(|at| passage.words.is_any(at, MORE))
}

fn counts_people(story: &Story, sentence: Span) -> bool {
    let mut near =
        story.figures.iter().filter(|figure| sentence.start <= figure.span.start && figure.span.end <= sentence.end);
    near.any(|figure| super::thing::counts_people(&figure.mention))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn those_who_were_told_by_their_kinds_are_as_many() {
        for (text, sound, broken) in [
            (
                "Two men and a woman have been arrested in Brae, police said. The # suspects were held on Monday.",
                "three",
                "four",
            ),
            ("A woman and her three sons were pulled from the river. All # were unhurt, police said.", "four", "five"),
            (
                "A 34-year-old man, a woman and two children were hurt on Friday.\n\nThe # victims are in hospital.",
                "four",
                "three",
            ),
        ] {
            let found = |number: &str| relations(&read(&text.replace('#', number)), RelationKind::Count);
            assert!(!found(sound).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(sound));
            assert!(found(broken).iter().any(|line| line.contains('≠')), "{text}: {:?}", found(broken));
        }
    }

    #[test]
    fn some_of_them_and_others_are_left_alone() {
        for text in [
            "Two men and a woman have been arrested. The two men were held on Monday.",
            "Two men and a woman have been arrested. A second woman was held later. The four suspects are in jail.",
            "Two men and a woman saw it. Eight guests were hurt. The four victims in Brae are in hospital.",
            "Two men and a woman have been arrested. The four suspects in a raid on Orm are still free.",
        ] {
            assert!(!relations(&read(text), RelationKind::Count).iter().any(|line| line.contains('≠')), "{text}");
        }
    }
}
