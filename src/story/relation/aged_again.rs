//! Finds the age of one person told twice where the second telling has no name, or the first: "An 82-year-old man died.
//! They named him as Arthur Lyle, 84", "the 56-year-old pilot" behind "Pilot Emil Varga, 52", "Trask turned 60 in January"
//! before "Trask, 59", "Holm, who was 84," of one who has died at 81.

use rust_decimal::Decimal;

use super::life::{Aged, Lives, Telling, in_sentence};
use super::{Story, by_trade, named_as, unnamed_again};
use crate::draft::Role;
use crate::extract::Name;
use crate::language::{Class, Words};
use crate::story::Placed;
use crate::story::passage::Passage;
use crate::text::Span;

/// What somebody is called who is not named yet.
pub(super) const UNNAMED: &[&str] =
    &["man", "woman", "boy", "girl", "teenager", "pensioner", "schoolboy", "schoolgirl", "toddler"];

/// Pairs of ages of one person, the first and the one that tells it again.
pub(super) fn find<'a, 'b>(story: &Story, lives: &'b Lives<'a>) -> Vec<(&'b Aged<'a>, &'b Aged<'a>)> {
    let mut found = Vec::new();
    for (number, again) in lives.ages.iter().enumerate() {
        let before = &lives.ages[..number];
        let first = named_later(story, before, again)
            .or_else(|| by_trade::find(story, before, again))
            .or_else(|| has_turned(story, before, again))
            .or_else(|| turned_just_now(story, before, again))
            .or_else(|| was_at_death(story, before, again))
            .or_else(|| spoken_of(story, lives, before, again))
            .or_else(|| named_as::named_as(story, before, again))
            .or_else(|| unnamed_again::told_again(story, before, again));
        let is_known = |first: &&Aged<'_>| {
            let value = again.entry.figure.value;
            !before.iter().any(|other| other.entry.figure.value == value && other.entry.claim != first.entry.claim)
        };
        found.extend(first.filter(is_known).map(|first| (first, again)));
    }
    found
}

/// The words around an age.
pub(super) struct Around<'a> {
    pub(super) passage: Passage<'a>,
    pub(super) words: Words<'a>,
    /// The position of its number.
    pub(super) at: usize,
}

impl<'a> Around<'a> {
    pub(super) fn of(story: &'a Story, aged: &Aged<'_>) -> Option<Self> {
        let passage = Passage::of_sentence(story, aged.entry.figure.sentence)?;
        let at = passage.position(aged.entry.figure.number.start);
        Some(Self { words: passage.words, passage, at })
    }

    /// "82-year-old": the position behind it.
    pub(super) fn behind_old(&self) -> Option<usize> {
        let words = self.words;
        let is_old = words.is_hyphen(self.at + 1) && words.is(self.at + 4, "old");
        is_old.then_some(self.at + 5)
    }
}

pub(super) fn is_prose(story: &Story, aged: &Aged<'_>) -> bool {
    story.blocks[aged.entry.figure.block].role == Role::Paragraph && !story.is_quoted(aged.entry.figure.number)
}

/// Whom a story names nowhere near an age: "an 82-year-old man", "Woman, 34, rescued" in the headline.
pub(super) fn unnamed<'a>(story: &'a Story, aged: &Aged<'_>) -> Option<&'a str> {
    let around = Around::of(story, aged)?;
    let words = around.words;
    if story.blocks[aged.entry.figure.block].role == Role::Headline {
        let noun = around.at.checked_sub(2).filter(|_| words.is(around.at - 1, ",") && words.is(around.at + 1, ","))?;
        return Some(words.written(noun)).filter(|_| noun == around.passage.first && words.is_any(noun, UNNAMED));
    }
    // "A woman of 66", "a man aged 34", "a boy, 16,"
    let is_told = words.is_any(around.at.wrapping_sub(1), &["of", "aged"])
        || words.written(around.at.wrapping_sub(1)) == "," && words.written(around.at + 1) == ",";
    let (noun, article) = match around.behind_old() {
        Some(noun) => (noun, around.at.wrapping_sub(1)),
        None if is_told => (around.at.wrapping_sub(2), around.at.wrapping_sub(3)),
        None => return None,
    };
    (words.is_any(article, &["a", "an"]) && words.is_any(noun, UNNAMED)).then(|| words.written(noun))
}

/// "They named him as Arthur Lyle, 84"; under a headline about a woman of 34 "A woman fell. Joanna Pike, 38, was hurt".
fn named_later<'a, 'b>(story: &Story, before: &'b [Aged<'a>], again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    if again.telling != Telling::Apposed || again.name.is_empty() || !is_prose(story, again) {
        return None;
    }
    // Nobody else whose age is given may be meant.
    let [first] = before else { return None };
    let noun = unnamed(story, first)?;
    let around = Around::of(story, again)?;
    let words = around.words;
    let name = around.passage.position(again.name.start);
    let is_them = |at: usize| {
        let noun = at + usize::from(words.is(at, "the"));
        words.is_any(at, &["him", "her"]) || noun > at && (words.is_any(noun, UNNAMED) || words.is(noun, "victim"))
    };
    // "They named him as", "he was identified by police as"
    let first_word = around.passage.first;
    let is_theirs = words.is_any(first_word, &["he", "she"]) || is_them(first_word);
    let mut verbs = (first_word..name).filter(|&at| words.is_any(at, &["named", "identified"]));
    let is_called = words.is(name.wrapping_sub(1), "as")
        && verbs.any(|verb| is_them(verb + 1) || is_theirs && words.has(verb.wrapping_sub(1), Class::Be));
    // "A woman was winched from a ledge. Joanna Pike, 38, was treated": right behind the first words of the story.
    let is_next = || {
        let sentence = again.entry.figure.sentence;
        let earlier = sentence.checked_sub(1).and_then(|before| Passage::of_sentence(story, before));
        let is_of_lede = story.sentences[..sentence]
            .iter()
            .filter(|other| story.blocks[other.block].role == Role::Paragraph)
            .count()
            == 1;
        let is_same = earlier.is_some_and(|earlier| {
            earlier.words.is_any(earlier.first, &["a", "an"])
                && earlier.words.is(earlier.first + 1, &noun.to_lowercase())
        });
        let accused = (around.at..around.passage.end).any(|at| {
            words.is_any(at, &["charged", "arrested", "accused", "denies", "denied", "pleaded", "convicted"])
        });
        is_of_lede && is_same && name == around.passage.first && !accused
    };
    let is_head = story.blocks[first.entry.figure.block].role == Role::Headline;
    let is_near = again.entry.figure.sentence - first.entry.figure.sentence <= 4;
    let is_one = if is_head {
        is_called || is_next()
    } else {
        is_called && is_near || opens_story(story, first, noun) && names_next(story, &around, first, again, noun)
    };
    is_one.then_some(first)
}

/// Whether an age and whose it is open the story's first paragraph: "A woman of 66 swam the channel on Saturday."
fn opens_story(story: &Story, first: &Aged<'_>, noun: &str) -> bool {
    let lede = story.lede();
    let Some(around) = Around::of(story, first).filter(|_| lede == Some(first.entry.figure.block)) else {
        return false;
    };
    let sentence = story.sentences_of(first.entry.figure.block).start;
    let is_led = around.words.is_any(around.passage.first, &["a", "an"]);
    let near = around.passage.first..around.passage.first + 8;
    first.entry.figure.sentence == sentence && is_led && near.into_iter().any(|at| around.words.is(at, noun))
}

/// "Bronwen Hale, 68, took nine hours": whom the next paragraph opens with, of nearly the same age, and who does nothing
/// that a witness or a suspect does.
fn names_next(story: &Story, around: &Around<'_>, first: &Aged<'_>, again: &Aged<'_>, noun: &str) -> bool {
    const OTHERS_DO: &[&str] = &[
        "accused",
        "arrested",
        "called",
        "charged",
        "convicted",
        "denied",
        "denies",
        "found",
        "heard",
        "helped",
        "knew",
        "lives",
        "pleaded",
        "pulled",
        "remembered",
        "rescued",
        "said",
        "saw",
        "says",
        "told",
        "tried",
        "watched",
    ];
    let (one, other) = (first.entry.figure, again.entry.figure);
    let words = around.words;
    let name = around.passage.position(again.name.start);
    let opens = story.sentences_of(other.block).start == other.sentence && name == around.passage.first;
    let is_next = other.block == one.block + 1 && opens;
    let verb = (around.at + 1..around.passage.end)
        .find(|&at| [Class::Past, Class::Third, Class::Be, Class::Have].iter().any(|&class| words.has(at, class)));
    let is_witness = verb.is_none_or(|verb| (verb..verb + 3).any(|at| words.is_any(at, OTHERS_DO)));
    // "A woman of 66", and "Paul Hale, 68".
    let is_woman = ["woman", "girl", "schoolgirl"].contains(&noun);
    let is_man = ["man", "boy", "schoolboy"].contains(&noun);
    let is_other = is_woman && words.has(name, Class::Man) || is_man && words.has(name, Class::Woman);
    is_next && !is_witness && !is_other && (one.value - other.value).abs() <= Decimal::from(4)
}

/// "Trask turned 60 in January", then "Trask, 59": nobody is younger after a birthday.
fn has_turned<'a, 'b>(story: &Story, before: &'b [Aged<'a>], again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let person = again.person.filter(|_| again.telling == Telling::Apposed && is_prose(story, again))?;
    let turned = |first: &&Aged<'_>| {
        let Some(around) = Around::of(story, first).filter(|_| first.person == Some(person)) else { return false };
        let has_year = in_sentence(&story.dates, first.entry.figure.sentence).iter().any(|date| date.year.is_some());
        around.words.is(around.at.wrapping_sub(1), "turned")
            && !has_year
            && !around.words.is(around.at.wrapping_sub(2), "had")
            && again.entry.figure.value < first.entry.figure.value
    };
    let has_year = in_sentence(&story.dates, again.entry.figure.sentence).iter().any(|date| date.year.is_some());
    before.iter().find(turned).filter(|_| !has_year)
}

/// "Dara Finn, 27, fell", then "Dara had turned 26 the week before": a birthday of these days gives the age of today.
fn turned_just_now<'a, 'b>(story: &Story, before: &'b [Aged<'a>], again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    const LATELY: &[&str] = &["week", "day", "days", "month", "earlier", "yesterday", "just"];
    const NEAR: usize = 5;
    let person = again.person.filter(|_| is_prose(story, again))?;
    let around = Around::of(story, again)?;
    let (words, at) = (around.words, around.at);
    let turned = words.is(at.wrapping_sub(1), "turned");
    let mut near = (at.saturating_sub(3)..at).chain(at + 1..at + 1 + NEAR);
    let is_lately = near.any(|at| words.is_any(at, LATELY)) && !(at + 1..at + 1 + NEAR).any(|at| words.is(at, "when"));
    let is_today = |first: &&Aged<'_>| {
        let apart = first.entry.figure.value - again.entry.figure.value;
        let is_near = Decimal::ONE <= apart.abs() && apart.abs() <= Decimal::TWO;
        first.person == Some(person) && first.telling == Telling::Apposed && is_near
    };
    before.iter().find(is_today).filter(|_| turned && is_lately)
}

/// "Greta Holm, 81, has died", then "Holm, who was 84, is survived".
fn was_at_death<'a, 'b>(story: &Story, before: &'b [Aged<'a>], again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let around = Around::of(story, again).filter(|_| is_prose(story, again))?;
    let (words, first) = (around.words, around.passage.first);
    let is_who = words.run_is(around.at.wrapping_sub(2), &["who", "was"]) && words.is(around.at + 1, ",");
    let is_short = words.is_any(first, &["he", "she"])
        && words.is(first + 1, "was")
        && around.at == first + 2
        && words.is_any(around.at + 1, &["."]);
    if !is_who && !is_short {
        return None;
    }
    let dies = |first: &&Aged<'_>| {
        let Some(around) = Around::of(story, first) else { return false };
        let words = around.words;
        let died = |range: std::ops::Range<usize>| {
            range.into_iter().any(|at| words.is_any(at, &["died", "drowned", "killed"]))
        };
        // "Died on Sunday at the age of 84"
        let is_of_death = || {
            let is_led =
                words.run_is(around.at.wrapping_sub(2), &["age", "of"]) || words.is(around.at.wrapping_sub(1), "aged");
            let has_year =
                in_sentence(&story.dates, first.entry.figure.sentence).iter().any(|date| date.year.is_some());
            is_led && !has_year && died(around.passage.first..around.at)
        };
        let is_told = first.telling == Telling::Apposed && died(around.at..around.passage.end) || is_of_death();
        is_told && first.person.is_some() && first.person == again.person
    };
    before.iter().find(dies)
}

/// "Outside, under a banner, Castellano was handing out signs. The 64-year-old said": the only one known by age whom the
/// sentence before tells of.
fn spoken_of<'a, 'b>(
    story: &Story,
    lives: &Lives<'a>,
    before: &'b [Aged<'a>],
    again: &Aged<'a>,
) -> Option<&'b Aged<'a>> {
    let around = Around::of(story, again).filter(|_| is_prose(story, again))?;
    let (words, start) = (around.words, around.passage.first);
    let behind = around.behind_old().filter(|_| around.at == start + 1 && words.is(start, "the"))?;
    let is_subject =
        [Class::Say, Class::Past, Class::Third, Class::Have, Class::Be].iter().any(|&class| words.has(behind, class));
    let sentence = again.entry.figure.sentence.checked_sub(1).filter(|_| is_subject)?;
    if story.sentences[sentence].block != again.entry.figure.block || again.telling == Telling::Apposed {
        return None;
    }
    let earlier = Passage::of_sentence(story, sentence)?;
    let acts = |name: &&Placed<Name>| {
        let end = earlier.position(name.span.end);
        [Class::Past, Class::Third, Class::Have, Class::Be, Class::Say]
            .iter()
            .any(|&class| earlier.words.has(end, class))
    };
    let mut subjects = in_sentence(&story.names, sentence).iter().filter(acts);
    let (only, None) = (subjects.next()?, subjects.next()) else { return None };
    let surname = last_word(story.text_of(only.span));
    let is_his = |aged: &&Aged<'_>| {
        aged.telling == Telling::Apposed && !aged.name.is_empty() && last_word(story.text_of(aged.name)) == surname
    };
    let first = before.iter().find(is_his)?;
    // Nobody else of that surname, and no other of a known age in the paragraph.
    let others = lives.ages.iter().filter(|aged| aged.telling == Telling::Apposed && !aged.name.is_empty());
    let is_alone = others.into_iter().all(|other| {
        other.entry.figure.block != again.entry.figure.block || last_word(story.text_of(other.name)) == surname
    });
    let has_kin = story.sentence_has(sentence, Class::Kin);
    let full = story.text_of(first.name);
    let mut namesakes = story
        .names
        .iter()
        .map(|name| story.text_of(Span::new(name.title.end.max(name.span.start), name.span.end)).trim());
    let is_shared = namesakes
        .any(|name| name.contains(' ') && last_word(name) == surname && !full.ends_with(name) && !name.ends_with(full));
    let is_one = is_slip(first.entry.figure.value, again.entry.figure.value);
    (is_alone && !has_kin && !is_shared && is_one).then_some(first)
}

/// Whether two ages may be one that was written wrong: years that are near each other, or digits that changed places.
/// Whoever is much older or younger is somebody else.
pub(super) fn is_slip(one: Decimal, other: Decimal) -> bool {
    const YEARS: Decimal = Decimal::TEN;
    let turned = |age: Decimal| age % Decimal::TEN * Decimal::TEN + (age / Decimal::TEN).floor();
    (one - other).abs() <= YEARS || turned(one) == other
}

pub(super) fn last_word(name: &str) -> &str {
    name.trim().trim_end_matches("’s").trim_end_matches("'s").rsplit(char::is_whitespace).next().unwrap_or_default()
}
