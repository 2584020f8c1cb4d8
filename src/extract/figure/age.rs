//! Ages, which nobody needs a source for: "44-year-old", "aged 45", "Rosa Quill, 71, said", "people under 30".

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::aged_noun::is_behind_somebody;
use super::measure::read_measure;
use super::quantity::Quantity;
use super::unit::read_counted;
use crate::language::{Class, TokenKind, Words};

/// Nobody in the news is older; a greater number behind a name is something else.
const LONGEST_LIFE: i64 = 115;

/// The position behind the words that make `quantity`, which ends at `end`, an age; `None` if nothing does.
pub(super) fn read_age(words: Words<'_>, quantity: &Quantity, end: usize) -> Option<usize> {
    if let Some(behind) = past_old(words, end) {
        return Some(behind);
    }
    let is_a_life = quantity.is_plain() && quantity.number.value <= Decimal::from(LONGEST_LIFE);
    let is_aged =
        (is_aged(words, quantity.first) || is_band(words, quantity.first, end)) && (is_a_life || quantity.is_worded());
    let is_bare = is_a_life && is_told_by_place(words, quantity.first, end)
        || quantity.is_worded() && is_time_of_life(words, quantity.first, end)
        || quantity.is_worded() && is_of_years(words, quantity.first, end)
        || quantity.is_worded() && is_child(words, quantity, end)
        || quantity.is_worded() && is_predicate(words, quantity.first, end) && matches!(words.written(end), "," | ".");
    (is_aged || is_bare).then_some(end)
}

/// "-year-old", "years old", "months of age".
fn past_old(words: Words<'_>, end: usize) -> Option<usize> {
    const TIMES: &[&str] = &["year", "years", "month", "months", "week", "weeks", "day", "days"];
    let time = words.past_hyphen(end);
    let old = words.past_hyphen(time + 1);
    if !words.is_any(time, TIMES) {
        return None;
    }
    if words.is_any(old, &["old", "olds"]) {
        return Some(old + 1);
    }
    words.run_is(time + 1, &["of", "age"]).then_some(time + 3)
}

fn is_told_by_place(words: Words<'_>, first: usize, end: usize) -> bool {
    is_limit(words, first, end)
        || is_apposed(words, first, end)
        || is_behind_somebody(words, first, end)
        || is_predicate(words, first, end)
        || is_time_of_life(words, first, end)
        || opens_sentence(words, first, end)
        || is_of_years(words, first, end)
}

/// "A woman of 68", "as a girl of 12": behind a single person.
fn is_of_years(words: Words<'_>, first: usize, end: usize) -> bool {
    const PEOPLE: &[&str] = &[
        "man",
        "woman",
        "boy",
        "girl",
        "youth",
        "lad",
        "child",
        "widow",
        "widower",
        "grandmother",
        "grandfather",
        "pensioner",
        "teenager",
        "schoolboy",
        "schoolgirl",
    ];
    let of = first.wrapping_sub(1);
    let noun = of.wrapping_sub(1);
    let is_led = (1..=2).any(|back| words.is_any(noun.wrapping_sub(back), &["a", "an", "the"]));
    let is_closed = matches!(words.written(end), "," | "." | "" | ")" | ";")
        || words.is_any(end, &["who", "from", "with", "was", "and", "in"])
        || words.has(end, Class::Past) && is_alone(words, end);
    words.is(of, "of") && words.is_any(noun, PEOPLE) && is_led && is_closed
}

/// "She is 81", "who turned 40 in May", "Holm was 52 when he was held".
fn is_predicate(words: Words<'_>, first: usize, end: usize) -> bool {
    // "Was only 14 when she"
    let verb = first.wrapping_sub(1 + usize::from(words.is_any(first.wrapping_sub(1), &["only", "just", "still"])));
    let is_birthday = words.is_any(verb, &["turned", "turns", "turning"]);
    // "Lotte Aarne, born in 1941, was 84 when she died"
    if words.is(verb, "was") && words.is(end, "when") && words.is_any(end + 1, PERSONS) {
        return is_alone(words, end);
    }
    // "Lived to be 98"
    if words.is(verb, "be") && words.run_is(verb.wrapping_sub(2), &["lived", "to"]) {
        return is_alone(words, end);
    }
    // "Nell Prowse will be 98 on Saturday"
    if words.is(verb, "be") && words.is_any(verb.wrapping_sub(1), &["will", "would"]) {
        let subject = verb.wrapping_sub(2);
        let is_person = words.is_any(subject, PERSONS)
            || words.is_capitalized(subject) && words.is_capitalized(subject.wrapping_sub(1));
        return is_person
            && (words.is_any(end, &["on", "in", "next", "this", "tomorrow"]) || words.written(end) == ".");
    }
    // "Who would have turned 60"
    if is_birthday && words.is(verb.wrapping_sub(1), "have") && words.is_any(verb.wrapping_sub(3), PERSONS) {
        return is_alone(words, end);
    }
    let is_told_when = words.is(end, "when") && words.is_any(end + 1, PERSONS);
    // "Holm is 49 and keeps bees"
    // "Ida Holm is 104 and sat her exams": behind a whole name.
    let is_whole = words.is_capitalized(verb.wrapping_sub(1)) && words.is_capitalized(verb.wrapping_sub(2));
    let oldest = if is_whole { OLDEST } else { OLD };
    let is_grown = is_number_within(words.written(first), GROWN..=oldest);
    let goes_on =
        words.get(end).is_none() || words.is_any(end, &["and", "but"]) || matches!(words.written(end), "," | ".");
    let is_told_now = is_grown && words.is(verb, "is") && goes_on;
    // "Holm, who was born on 4 May 1980, is 44."
    let is_born = || (3..=BORN).any(|back| words.is(verb.wrapping_sub(back), "born"));
    let is_told_of_birth = is_told_now && words.written(verb.wrapping_sub(1)) == "," && is_born();
    let is_of_person = is_told_of_birth
        || is_birthday && is_somebodys_birthday(words, verb)
        || words.is_any(verb.wrapping_sub(1), PERSONS)
        || (is_birthday || is_told_when || is_told_now) && words.is_capitalized(verb.wrapping_sub(1));
    is_of_person && (is_birthday || words.is_any(verb, &["is", "was", "am"])) && is_alone(words, end)
}

/// "Who was born in 1948 and turned 77 this year", "he had just turned 77", "Lund has turned 77".
fn is_somebodys_birthday(words: Words<'_>, verb: usize) -> bool {
    const BETWEEN: &[&str] = &["has", "had", "just", "recently", "since"];
    let mut before = verb.wrapping_sub(1);
    while words.is_any(before, BETWEEN) {
        before -= 1;
    }
    let is_born = || (2..=BORN).any(|back| words.is(verb.wrapping_sub(back), "born"));
    words.is(before, "and") && is_born()
        || before != verb.wrapping_sub(1) && (words.is_any(before, PERSONS) || words.is_capitalized(before))
}

/// Smaller numbers behind a name's "is" or at the head of a sentence are hours, ranks and scores as often as ages.
const GROWN: u32 = 18;
/// How many words back from "is" somebody may have been born.
const BORN: usize = 12;
/// Few in the news are older.
const OLD: u32 = 99;
/// Nobody is.
const OLDEST: u32 = 119;

/// "At 49, Reyes would be", "Now 49, Reyes": an age at the head of its sentence, and a name behind it.
fn opens_sentence(words: Words<'_>, first: usize, end: usize) -> bool {
    let lead = first.wrapping_sub(1);
    let opens = words.get(lead.wrapping_sub(1)).is_none_or(|token| token.kind != TokenKind::Word);
    let is_name =
        words.is_capitalized(end + 1) && !words.has(end + 1, Class::Determiner) || is_described_name(words, end + 1);
    opens
        && words.is_any(lead, &["at", "now"])
        && words.is_capitalized(lead)
        && words.written(end) == ","
        && is_name
        && is_number_within(words.written(first), GROWN..=OLD)
}

/// "The striker Ida Lund": at most three words for what somebody is, and a whole name.
fn is_described_name(words: Words<'_>, the: usize) -> bool {
    const LONGEST: usize = 3;
    let name = (the + 1..=the + LONGEST + 1).find(|&at| words.is_capitalized(at) || !words.is_word(at));
    words.is(the, "the")
        && name.is_some_and(|name| the + 1 < name && words.is_capitalized(name) && words.is_capitalized(name + 1))
}

/// Whether the word is one of `numbers` in plain digits.
fn is_number_within(word: &str, numbers: RangeInclusive<u32>) -> bool {
    word.starts_with(|first: char| matches!(first, '1'..='9'))
        && word.parse().is_ok_and(|number| numbers.contains(&number))
}

/// Pronouns of a person in the subject's place.
const PERSONS: &[&str] = &["he", "she", "who", "i"];

/// Whether what follows is neither counted nor measured by the number.
fn is_alone(words: Words<'_>, end: usize) -> bool {
    read_counted(words, end, false).is_none() && read_measure(words, words.past_hyphen(end)).is_none()
}

/// "Dies at 88", "he left school at 16", "At 14 he won", "at nine, she".
fn is_time_of_life(words: Words<'_>, first: usize, end: usize) -> bool {
    const ENDS: &[&str] = &["death", "die", "dies", "died", "marry", "married", "retire", "retires", "retired"];
    const STEPS: &[&str] = &["left", "joined", "moved", "won", "debuted", "became", "quit", "enlisted", "emigrated"];
    const NEAR: usize = 4;
    let at = first.wrapping_sub(1);
    if !words.is(at, "at") || !is_alone(words, end) {
        return false;
    }
    let subject = if words.written(end) == "," { end + 1 } else { end };
    let is_dead = words.is(at.wrapping_sub(1), "dead") && !words.is(at.wrapping_sub(2), "the");
    let opens = words.get(at.wrapping_sub(1)).is_none_or(|token| token.kind != TokenKind::Word);
    // "She is, at 17, the youngest"
    let is_inset = words.written(at.wrapping_sub(1)) == ","
        && words.is_any(at.wrapping_sub(2), &["is", "was"])
        && words.written(end) == ","
        && words.is(end + 1, "the");
    // "Died in 2021 at 91": a year may stand between.
    let mut near =
        (1..=NEAR).map(|back| at.wrapping_sub(back)).take_while(|&near| words.is_word(near) || is_year(words, near));
    let is_step = |near: usize| words.is_any(near, STEPS) && words.is_any(near.wrapping_sub(1), PERSONS);
    let is_persons = opens && (words.is_any(subject, PERSONS) || is_named_subject(words, subject));
    is_dead
        || is_persons
        || is_inset
        || is_beside_year(words, first, end)
        || near.any(|near| words.is_any(near, ENDS) || is_step(near))
}

/// "She ran her first race in 2009, at 19", "his debut at 19 in 2009": beside a year, of a person whom a pronoun tells of.
fn is_beside_year(words: Words<'_>, first: usize, end: usize) -> bool {
    const FAR: usize = 12;
    const OWNERS: &[&str] = &["his", "her", "my"];
    let at = first.wrapping_sub(1);
    let year = at.wrapping_sub(1 + usize::from(words.is(at.wrapping_sub(1), ",")));
    let is_behind = is_year(words, year) && words.is(year.wrapping_sub(1), "in");
    let is_before = words.is(end, "in") && is_year(words, end + 1);
    let closes = words.get(end).is_none() || matches!(words.written(end), "," | "." | ";");
    let is_of_person = || {
        (1..=FAR)
            .any(|back| words.is_any(at.wrapping_sub(back), PERSONS) || words.is_any(at.wrapping_sub(back), OWNERS))
    };
    let is_life = is_number_within(words.written(first), 5..=OLD);
    (is_behind && closes || is_before) && is_life && is_of_person()
}

fn is_year(words: Words<'_>, at: usize) -> bool {
    let written = words.written(at);
    written.len() == 4 && (written.starts_with("19") || written.starts_with("20"))
}

/// "At 49, Delacroix has run", "At 49, Ida Lund would be the oldest".
fn is_named_subject(words: Words<'_>, at: usize) -> bool {
    const VERBS: &[&str] = &["is", "was", "has", "had", "would", "will", "remains", "became"];
    const NEAR: usize = 3;
    let end = (at..at + NEAR).take_while(|&at| words.is_capitalized(at)).count() + at;
    // "At 48, the former goalkeeper,"
    let is_described = words.is(at, "the")
        && (words.is(at + 1, "former") || (at + 1..=at + NEAR).any(|at| words.has(at, Class::RoleNoun)));
    // "At 77 Dahl still eats"
    let is_still = at < end && words.is(end, "still") && words.has(end + 1, Class::Third);
    words.written(at.wrapping_sub(1)) == "," && (is_described || at < end && words.is_any(end, VERBS)) || is_still
}

/// "Aged 45", "ages 18 to 29", "between the ages of 18 and 29", "aged under 12".
fn is_aged(words: Words<'_>, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    let has_joint = words.is_any(before, &["between", "of", "over", "under", "at"]);
    let aged = if has_joint { before.wrapping_sub(1) } else { before };
    words.is_any(aged, &["aged", "age", "ages"])
}

/// "People under 30", "anyone over 18".
fn is_limit(words: Words<'_>, first: usize, end: usize) -> bool {
    let before = first.wrapping_sub(1);
    let is_split = words.is_any(before, &["over", "under"]) && words.has(before.wrapping_sub(1), Class::AgedGroup);
    is_split && read_counted(words, end, false).is_none()
}

/// "Of the 156 patients, 97 were under five, 38 were between five and 17": how old so many of the people are.
fn is_band(words: Words<'_>, first: usize, end: usize) -> bool {
    let limit = first.wrapping_sub(1);
    let be = limit.wrapping_sub(1);
    let is_number = |at: usize| words.kind(at) == Some(TokenKind::Number) || words.has(at, Class::NumberWord);
    let closes =
        words.get(end).is_none() || matches!(words.written(end), "," | "." | ";") || words.is_any(end, &["and", "but"]);
    words.is_any(limit, &["under", "over", "between"])
        && words.is_any(be, &["were", "are"])
        && (is_number(be.wrapping_sub(1)) || words.is(be.wrapping_sub(1), "them"))
        && closes
        && is_alone(words, end)
}

/// ", 71," behind a name or a relation: "Rosa Quill, 71,", "her son, 14,", "Quill, now 71,".
fn is_apposed(words: Words<'_>, first: usize, end: usize) -> bool {
    let is_timed = words.is_any(first.wrapping_sub(1), &["now", "then"]);
    let before = first.wrapping_sub(1 + usize::from(is_timed));
    let person = before.wrapping_sub(1);
    // "Ilse Brandt (born 12 April 1950), then 51,"
    let is_bracketed = is_timed && words.written(person) == ")";
    // "Half, 59, were on the beach"
    let is_part = words.is_any(person, &["half", "third", "thirds", "quarter", "quarters", "most", "some"]);
    let is_person = (words.is_capitalized(person) || words.has(person, Class::RoleNoun) || is_bracketed) && !is_part;
    let is_behind_person = words.written(before) == "," && is_person;
    let is_dash = words.kind(end) == Some(TokenKind::Dash) && !words.is_joining_dash(end);
    let closes = words.get(end).is_none() || is_dash || matches!(words.written(end), "," | "." | ";" | ")");
    is_behind_person && closes && end == first + 1 && !is_part_of_whole(words, first, end)
}

/// "Joe, six,", "their daughter, Ada Lund, nine, and": the young whose ages are written out.
fn is_child(words: Words<'_>, quantity: &Quantity, end: usize) -> bool {
    const YOUNG: i64 = 12;
    let is_named = words.is_capitalized(quantity.first.wrapping_sub(2)) && !words.is_capitalized(quantity.first);
    is_named && quantity.number.value <= YOUNG.into() && is_apposed(words, quantity.first, end)
}

/// "Of 240 bridges inspected by Roadwatch, 39, or one in six,": what is said of some of those counted before.
fn is_part_of_whole(words: Words<'_>, first: usize, end: usize) -> bool {
    const FAR: usize = 14;
    let is_word = |at: &usize| words.is_word(*at) || words.kind(*at) == Some(TokenKind::Number);
    let comma = first.wrapping_sub(1);
    let Some(opening) = (1..=FAR).map(|back| comma.wrapping_sub(back)).take_while(is_word).last() else { return false };
    let opens = words.get(opening.wrapping_sub(1)).is_none_or(|token| matches!(token.of(words.text), "." | "?" | "!"));
    let of = opening + usize::from(words.is(opening, "out"));
    let is_counted = (of + 1..of + 4).any(|at| words.kind(at) == Some(TokenKind::Number));
    opens && words.is(of, "of") && is_counted && words.written(end) != "."
}
