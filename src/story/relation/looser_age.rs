//! One person's age told again in looser words: "At 77, Dahl still eats every slice", "the nurse, 29," of the only one
//! whose age the story gives, "a baker aged 54".

use rust_decimal::Decimal;

use super::aged_again::Around;
use super::life::{Aged, Lives, Telling, in_sentence};
use super::name_words::{bare, is_called, surname};
use super::of_today::is_today;
use super::unnamed_beside::unnamed_in;
use super::{ClaimId, Story, solver};
use crate::draft::Role;
use crate::language::{Class, Words};
use crate::text::Span;

/// How many years a mistyped age is off, but for one whose digits changed places.
const SLIP: i64 = 4;

/// The ages told again, each with the one that was told first, but for those in `known`.
pub(super) fn find<'a, 'b>(
    story: &Story,
    lives: &'b Lives<'a>,
    known: &[ClaimId],
) -> Vec<(&'b Aged<'a>, &'b Aged<'a>)> {
    let again = lives.ages.iter().filter(|again| {
        let figure = again.entry.figure;
        let is_prose = story.blocks[figure.block].role == Role::Paragraph;
        is_prose && again.name.is_empty() && !known.contains(&again.entry.claim) && !story.is_quoted(figure.number)
    });
    let first = |again| {
        let around = Around::of(story, again)?;
        opened_with(story, lives, again, &around)
            .or_else(|| aged_behind(story, lives, again, &around))
            .or_else(|| only_other(story, lives, again).filter(|_| is_called_so(story, again, &around)))
    };
    again.filter_map(|again| Some((first(again)?, again))).collect()
}

/// Whether an age is somebody's as of the story's day: behind the name, "he is 34", "died at the age of 97".
fn is_told(story: &Story, aged: &Aged<'_>) -> bool {
    let is_now = match aged.telling {
        Telling::Apposed => !aged.name.is_empty(),
        Telling::Now => aged.person.is_some(),
        Telling::Then => aged.person.is_some() && is_at_death(story, aged),
    };
    is_now && is_today(story, aged)
}

fn is_at_death(story: &Story, aged: &Aged<'_>) -> bool {
    Around::of(story, aged).is_some_and(|Around { words, passage, at }| {
        (at.saturating_sub(9).max(passage.first)..at).any(|at| words.is(at, "died"))
    })
}

/// "At 77, Dahl still eats every slice", "at the age of 32, he wants to learn to cook": an age that opens its sentence, of
/// one who is named there or of the only one who has been. Nobody has been older than they are; what somebody does at an
/// age, they do now.
fn opened_with<'a, 'b>(
    story: &Story,
    lives: &'b Lives<'a>,
    again: &Aged<'a>,
    around: &Around<'_>,
) -> Option<&'b Aged<'a>> {
    const TO_COME: &[&str] = &["will", "would", "could", "may", "might", "should", "until", "hopes", "wants", "plans"];
    let Around { words, passage, at } = around;
    let opens = passage.first + 1 == *at && words.is(passage.first, "at")
        || passage.first + 4 == *at && words.run_is(passage.first, &["at", "the", "age", "of"]);
    let sentence = again.entry.figure.sentence;
    if !opens || story.sentence_has(sentence, Class::Kin) {
        return None;
    }
    let before = |told: &&&Aged<'a>| told.entry.claim < again.entry.claim && is_told(story, told);
    let ages: Vec<&Aged<'a>> = lives.ages.iter().filter(|told| before(&told)).collect();
    let named = in_sentence(&story.names, sentence).iter();
    let behind = named.filter(|name| again.entry.figure.number.end <= name.span.start);
    let known = behind.filter_map(|name| {
        let called = surname(bare(story.text_of(name.span))).to_owned();
        let is_his = |told: &&&Aged<'_>| !told.name.is_empty() && is_called(story.text_of(told.name).trim(), &called);
        Some((*ages.iter().find(is_his)?, passage.position(name.span.end)))
    });
    let known: Vec<(&'b Aged<'a>, usize)> = known.collect();
    let first = known.first().map(|&(told, _)| told).or_else(|| only_other(story, lives, again))?;
    let own = known.iter().filter(|(told, _)| told.entry.claim == first.entry.claim).map(|&(_, end)| end);
    let is_pronoun = |at: &usize| known.is_empty() && words.is_any(*at, &["he", "she"]);
    let verbs: Vec<usize> = own.chain((*at..passage.end).filter(is_pronoun).map(|at| at + 1)).collect();
    let is_older = first.entry.figure.value < again.entry.figure.value;
    let is_to_come = (*at..passage.end).any(|at| words.is_any(at, TO_COME));
    let is_now = verbs.iter().any(|&verb| is_present(*words, verb));
    (!verbs.is_empty() && (is_older && !is_to_come || !is_older && is_now)).then_some(first)
}

/// "Parfitt, a father of two aged 54, wept": an age at the end of what stands between commas behind a name.
fn aged_behind<'a, 'b>(
    story: &Story,
    lives: &'b Lives<'a>,
    again: &Aged<'a>,
    around: &Around<'_>,
) -> Option<&'b Aged<'a>> {
    const LONGEST: usize = 8;
    let Around { words, passage, at } = around;
    let is_aged = words.is(at.wrapping_sub(1), "aged") && matches!(words.written(at + 1), "," | ".");
    let comma = (at.saturating_sub(LONGEST).max(passage.first)..*at).rev().find(|&at| words.written(at) == ",")?;
    let is_other = |at: usize| words.is_capitalized(at) || words.is_any(at, &["and", "with"]);
    let is_plain = words.is_any(comma + 1, &["a", "an", "the"]) && !(comma + 1..*at).any(is_other);
    let mut named = in_sentence(&story.names, again.entry.figure.sentence).iter();
    let name = named.find(|name| passage.position(name.span.end) == comma)?;
    let called = surname(bare(story.text_of(name.span)));
    lives.ages.iter().find(|told| {
        let is_before = told.entry.claim < again.entry.claim && is_told(story, told) && !told.name.is_empty();
        is_aged && is_plain && is_before && is_called(story.text_of(told.name).trim(), called)
    })
}

/// "He wants", "Dahl still eats", "she is": what somebody does now; "he says" tells it.
fn is_present(words: Words<'_>, verb: usize) -> bool {
    let verb = verb + usize::from(words.has(verb, Class::Adverb) || words.is_any(verb, &["still", "now", "also"]));
    let is_third = words.has(verb, Class::Third) || words.is_any(verb, &["is", "has"]);
    is_third && !words.has(verb, Class::Say)
}

/// The only one whose age the story has given, where it gives no other than these two and they are a slip apart.
fn only_other<'a, 'b>(story: &Story, lives: &'b Lives<'a>, again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let mut others = lives.ages.iter().filter(|other| other.entry.claim != again.entry.claim);
    let first = others.next().filter(|first| first.entry.claim < again.entry.claim && is_told(story, first))?;
    let is_same = |other: &Aged<'_>| other.entry.figure.value == first.entry.figure.value;
    (others.all(is_same) && is_slip(first, again)).then_some(first)
}

fn is_slip(first: &Aged<'_>, again: &Aged<'_>) -> bool {
    let (one, other) = (first.entry.figure, again.entry.figure);
    let is_grown = Decimal::from(18) <= one.value.min(other.value);
    (one.value - other.value).abs() <= Decimal::from(SLIP) || is_grown && solver::is_transposed(one, other)
}

/// "The nurse, 29, was flown", "the 43-year-old said": nobody else is named in the
/// sentence before it.
fn is_called_so(story: &Story, again: &Aged<'_>, around: &Around<'_>) -> bool {
    let Around { words, passage, at } = around;
    let at = *at;
    let is_person = |at: usize| {
        words.is_word(at) && !words.is_capitalized(at) && !words.has(at, Class::Kin) && !is_of_thing(words.written(at))
    };
    let is_trade = passage.first + 3 <= at
        && words.is(at.wrapping_sub(3), "the")
        && is_person(at.wrapping_sub(2))
        && matches!((words.written(at - 1), words.written(at + 1)), ("," | "(", "," | ")"));
    let is_tag = words.is(at.wrapping_sub(1), "the")
        && words.is_hyphen(at + 1)
        && around.behind_old().is_some_and(|behind| {
            // "The 86-year-old widow said"
            let says = |at: usize| words.has(at, Class::Say) || words.is_any(at, &["said", "added"]);
            says(behind) || words.is_word(behind) && !words.is_capitalized(behind) && says(behind + 1)
        });
    let figure = again.entry.figure;
    let opening = Span::new(story.sentences[figure.sentence].span.start, figure.number.start);
    let names_nobody = !in_sentence(&story.names, figure.sentence).iter().any(|name| opening.covers(name.span));
    let unnamed = |block: usize| {
        let block = &story.blocks[block];
        unnamed_in(Words { text: story.text_of(block.span), tokens: &block.mentions.tokens }).count()
    };
    let is_alone = || (0..=figure.block).map(unnamed).sum::<usize>() == 0;
    (is_trade || is_tag) && names_nobody && is_alone()
}

/// What has an age and is nobody: "the bridge, 44,".
fn is_of_thing(noun: &str) -> bool {
    const THINGS: &[&str] = &["bridge", "car", "club", "company", "firm", "house", "ship", "school", "boat", "ferry"];
    THINGS.contains(&noun)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn an_age_told_again_in_looser_words_is_held_against_the_first() {
        for (text, is_wrong) in [
            ("Ada Ek, 71, has judged pies for years. At 77, Ek still eats every slice, Bo Orr said.", true),
            ("Ada Ek, 71, has judged pies for years. At 71, Ek still eats every slice, Bo Orr said.", false),
            ("Ada Ek, 71, has judged pies for years. At 17, Ek left school for the mill.", false),
            ("Ada Ek, 71, has judged pies for years. At 77, Ek will have had enough.", false),
            ("Ada Ek, 36, was jailed for killing Bo Orr, 38.\n\nAt 39, the judge said, Ek had thrown it away.", true),
            ("Ada Ek, 27, was found in a hut, the police said. The nurse, 29, was flown to Brae.", true),
            ("Ada Ek, 27, was found in a hut, the police said. The nurse, 27, was flown to Brae.", false),
            ("Ada Ek, 27, and Bo Orr, 29, were found in a hut. The nurse, 29, was flown to Brae.", false),
            ("Ada Ek, 52, was cleared of arson. The barn was old.\n\nEk, a baker aged 54, wept in the dock.", true),
            ("Ada Ek, 88, has two gnomes. “They are company,” the 86-year-old widow said.", true),
            ("Ada Ek, 41, swam with a cousin. “I sang,” the 43-year-old said.", true),
        ] {
            let found = relations(&read(text), RelationKind::SameAge);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
