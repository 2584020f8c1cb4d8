//! Holds ages against birth dates, and against each other: "Ida Lund, 41, who was born in 1978, was sentenced in 2019",
//! "Lund, 43," further down.
//!
//! An age tells of a day. Where several days may be meant, all of them must contradict it.

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::called_by_age::called_by_age;
use super::life::{Aged, Event, Lives, Telling, in_sentence, read};
use super::name_words::{bare, is_place, surname};
use super::of_today::{happens_then, is_past, is_today};
use super::report::last_of_lede;
use super::time::{self, Days};
use super::{
    ClaimId, Entry, Relation, RelationKind, Story, age_by_role, aged_again, lone_age, looser_age, presupposed_age,
};
use crate::extract::Date;
use crate::language::{Class, Interval, Token, TokenKind, is_one_of};
use crate::story::calendar::{day_of_news, day_of_publication};
use crate::story::passage::Passage;
use crate::text::Span;

/// The ages of the story that a birth or another age lets a reader check.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let lives = read(story, entries);
    let mut found: Vec<Relation> = lives
        .ages
        .iter()
        .filter_map(|aged| against_birth(story, &lives, aged).or_else(|| against_today(story, &lives, aged)))
        .collect();
    found.extend(repeated(story, &lives));
    found
}

/// A day that an age may speak of.
struct Reference {
    days: Days,
    span: Span,
}

fn against_birth(story: &Story, lives: &Lives<'_>, aged: &Aged<'_>) -> Option<Relation> {
    let sentence = aged.entry.figure.sentence;
    let is_own = |birth: &&Event| match aged.person {
        Some(person) => birth.person == Some(person),
        None => birth.person.is_none() && birth.sentence == sentence,
    };
    // "At 48, the former goalkeeper, who was born in 1978, is": nobody is named.
    let is_nameless = || in_sentence(&story.names, sentence).iter().all(|name| is_place(story, name));
    let is_only = |birth: &&Event| {
        aged.telling == Telling::Now && birth.person.is_none() && birth.sentence == sentence && is_nameless()
    };
    let birth = lives.births.iter().find(is_own).or_else(|| lives.births.iter().find(is_only))?;
    let born = Days::of(&birth.date)?;
    let references = references(story, lives, aged, birth, born)?;
    let given = |reference: &Reference| time::age(born, reference.days);
    let fits = |given: Interval| given.meets(aged.entry.figure.interval);
    let fitting = references.iter().find(|reference| given(reference).is_some_and(fits));
    let is_apposed = aged.telling == Telling::Apposed;
    let shown = fitting.or(if is_apposed { references.last() } else { references.first() })?;
    let age = given(shown)?;
    Some(Relation {
        kind: RelationKind::Age,
        stated: aged.entry.claim,
        operands: Vec::new(),
        beside: vec![birth.date.span, shown.span],
        cue: None,
        low: age.low,
        high: age.high,
        printed: age.low.filter(|_| age.low == age.high),
        complete: true,
        holds: fitting.is_some(),
    })
}

/// "Ek, 22, who came in 2019 at the age of 11": how old somebody was follows from how old they are.
fn against_today(story: &Story, lives: &Lives<'_>, aged: &Aged<'_>) -> Option<Relation> {
    const NEAR: usize = 8;
    let person = aged.person.filter(|_| aged.telling == Telling::Then)?;
    let today = day_of_publication(story)?;
    let is_now = |other: &&Aged<'_>| {
        other.person == Some(person)
            && other.telling == Telling::Apposed
            && !is_past(story, other)
            && !happens_then(story, other)
    };
    let now = lives.ages.iter().find(is_now)?;
    let passage = Passage::of_sentence(story, aged.entry.figure.sentence)?;
    let at = passage.position(aged.entry.figure.number.start);
    let is_aged =
        passage.words.run_is(at.wrapping_sub(2), &["age", "of"]) || passage.words.is(at.wrapping_sub(1), "aged");
    let mut years = in_sentence(&story.dates, aged.entry.figure.sentence).iter().filter(|date| date.year.is_some());
    let (Some(then), None) = (years.next(), years.next()) else { return None };
    let is_near = passage.position(then.span.start).abs_diff(at) <= NEAR;
    // "Ek, 22, played beside Holm, who came in 2019 at the age of 11": the last "who" must be the one who is 22.
    let behind_now = passage.position(now.entry.figure.number.end);
    let who = (passage.first..at).rev().find(|&at| passage.words.is(at, "who"));
    if who.is_some_and(|who| who != behind_now + 1) {
        return None;
    }
    let passed = Decimal::from(today.day.year().checked_sub(then.year?)?);
    let was = now.entry.figure.value.checked_sub(passed)?;
    let given = Interval::between(was - Decimal::ONE, was + Decimal::ONE);
    (is_aged && is_near && Decimal::ONE < passed && Decimal::ZERO < was).then(|| Relation {
        kind: RelationKind::Age,
        stated: aged.entry.claim,
        operands: vec![now.entry.claim],
        beside: vec![then.span],
        cue: None,
        low: given.low,
        high: given.high,
        printed: Some(was),
        complete: true,
        holds: given.meets(aged.entry.figure.interval),
    })
}

/// The days that the age may speak of; `None` where none is certain.
fn references(story: &Story, lives: &Lives<'_>, aged: &Aged<'_>, birth: &Event, born: Days) -> Option<Vec<Reference>> {
    let sentence = aged.entry.figure.sentence;
    let on = |date: &Date| Some(Reference { days: Days::of(date)?, span: date.span });
    // "Lund, 41, has sat on the bench since 2019", "turned 67 in March and has been mayor since 2015": what began then goes on.
    let goes_on = |date: &Date| story.text[..date.span.start as usize].trim_end().ends_with(" since");
    let dates = in_sentence(&story.dates, sentence).iter().filter(|date| !date.span.overlaps(birth.date.span));
    let dates = dates.filter(|date| !goes_on(&date.mention));
    let in_sentence: Vec<Reference> = dates.filter_map(|date| on(&date.mention)).collect();
    if is_dead_by_now(story, aged) || died_this_week(story, aged) {
        if let Some(publication) = publication(story) {
            return Some(vec![within_a_year(publication)?]);
        }
        // A story without a date of its own may tell the day of the death.
        let died = lives.deaths.iter().find(|death| death.person == aged.person && aged.person.is_some());
        return Some(vec![on(&died?.date)?]);
    }
    let is_of_that_day = match aged.telling {
        Telling::Apposed => {
            // What the first paragraphs tell without a date is the news.
            let is_news = || is_of_this_week(story, sentence) || aged.entry.figure.block <= last_of_lede(story);
            happens_then(story, aged) && !(in_sentence.is_empty() && is_news())
        }
        Telling::Then => !(in_sentence.is_empty() && has_turned(story, aged)),
        // "Will be 36 on her birthday in May 2026"
        Telling::Now => !in_sentence.is_empty() && would_turn(story, aged),
    };
    let publication = publication(story);
    let death = lives.deaths.iter().find(|death| death.person == aged.person && aged.person.is_some());
    let mut references = Vec::new();
    if is_of_that_day {
        references.extend(in_sentence);
        let is_near = |_: &&Event| !is_of_deed(story, aged);
        if references.is_empty() && aged.telling == Telling::Then {
            references.extend(death.filter(is_near).and_then(|death| on(&death.date)));
        }
        if references.is_empty() && birth.sentence == sentence && has_died_lately(story, aged) {
            references.push(within_a_year(publication?)?);
            return Some(references);
        }
        if references.is_empty() && is_epitaph(story, aged) {
            references.push(up_to(publication?, born)?);
            return Some(references);
        }
        if references.is_empty() {
            return None;
        }
        // "Born in 1951 and died in 2019 at the age of 74": nobody grows older than that.
        let is_at_death = aged.telling == Telling::Then && tells_death(story, aged);
        references.extend(publication.filter(|_| !is_at_death));
    } else if in_sentence.is_empty() && death.is_none() && is_called_alone(story, aged, birth) {
        // The story may speak of a day some months back.
        let day = within_a_year(publication?)?;
        references.push(if would_turn(story, aged) { a_year_ahead(day)? } else { day });
    }
    (!references.is_empty()).then_some(references)
}

/// "He left school at 14", "at the age of 17 she drove a crane": how old somebody was when they did something, where the
/// sentence tells of no death.
fn is_of_deed(story: &Story, aged: &Aged<'_>) -> bool {
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let (words, at) = (passage.words, passage.position(aged.entry.figure.number.start));
    let is_at = words.is(at.wrapping_sub(1), "at") || words.run_is(at.wrapping_sub(4), &["at", "the", "age", "of"]);
    is_at && !tells_death(story, aged)
}

/// Whether the age's sentence tells of a death.
fn tells_death(story: &Story, aged: &Aged<'_>) -> bool {
    const DEATH: &[&str] = &["died", "dead", "death", "dies", "passed", "killed", "buried", "funeral"];
    let passage = Passage::of_sentence(story, aged.entry.figure.sentence);
    passage.is_some_and(|passage| (passage.first..passage.end).any(|at| passage.words.is_any(at, DEATH)))
}

/// The story's own day.
fn publication(story: &Story) -> Option<Reference> {
    day_of_news(story).map(|day| Reference { days: Days::on(day.day), span: day.span })
}

/// Whether "the 23-year-old" can be nobody else than the one who was born then: told in one sentence, or no other person
/// is named in either.
fn is_called_alone(story: &Story, aged: &Aged<'_>, birth: &Event) -> bool {
    let sentence = aged.entry.figure.sentence;
    let is_called = story.text_of(aged.entry.figure.span).contains("-old") && aged.telling == Telling::Now;
    let sentences = birth.sentence.min(sentence)..=birth.sentence.max(sentence);
    let names = sentences.flat_map(|sentence| in_sentence(&story.names, sentence));
    let people = names.filter(|name| !is_place(story, name) && name.span.start < aged.entry.figure.span.start);
    let mut surnames: Vec<&str> = people.map(|name| surname(story.text_of(name.span))).collect();
    surnames.sort_unstable();
    surnames.dedup();
    !is_called || birth.sentence == sentence || surnames.len() <= 1
}

/// "Died on Sunday. She was 81.": the death is the news.
fn died_this_week(story: &Story, aged: &Aged<'_>) -> bool {
    let sentence = aged.entry.figure.sentence;
    let is_same_block = |before: &usize| story.sentences[*before].block == aged.entry.figure.block;
    let before = sentence.checked_sub(1).filter(is_same_block);
    aged.telling == Telling::Then
        && std::iter::once(sentence).chain(before).any(|sentence| {
            let dies = |token: &Token| {
                is_one_of(token.of(story.text_of(story.blocks[aged.entry.figure.block].span)), &["died"])
            };
            is_of_this_week(story, sentence) && story.tokens_in(story.sentences[sentence].span).iter().any(dies)
        })
}

/// Whether a sentence tells of a day by its weekday alone, and of no year.
fn is_of_this_week(story: &Story, sentence: usize) -> bool {
    let dates = in_sentence(&story.dates, sentence);
    dates.iter().any(|date| date.weekday.is_some() && date.month.is_none() && date.year.is_none())
}

/// "Who would have turned 60 in June".
fn would_turn(story: &Story, aged: &Aged<'_>) -> bool {
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let at = passage.position(aged.entry.figure.number.start);
    let turns = passage.words.is_any(at.wrapping_sub(1), &["turned", "turn", "be"]);
    turns && (at.saturating_sub(4)..at).any(|at| passage.words.is_any(at, &["would", "will"]))
}

/// The same, or any day in the year after it.
fn a_year_ahead(mut day: Reference) -> Option<Reference> {
    day.days.last = day.days.last.checked_add(jiff::Span::new().years(1)).ok()?;
    Some(day)
}

/// A day, or any in the year before it.
fn within_a_year(mut day: Reference) -> Option<Reference> {
    day.days.first = day.days.first.checked_sub(jiff::Span::new().years(1)).ok()?;
    Some(day)
}

/// Any day of a life up to this one: nobody dies older than they would be now.
fn up_to(mut day: Reference, born: Days) -> Option<Reference> {
    day.days.first = born.last;
    (born.last <= day.days.last).then_some(day)
}

/// "He was 79." and no more: how old somebody was at a death whose day the story does not give.
fn is_epitaph(story: &Story, aged: &Aged<'_>) -> bool {
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let (words, at) = (passage.words, passage.positions(aged.entry.figure.number));
    // "Ida Lund, who was born in 1951 and was 84"
    let is_joined =
        words.run_is(at.start.wrapping_sub(2), &["and", "was"]) && matches!(words.written(at.end), "," | ".");
    let is_led = words.is_any(passage.first, &["he", "she"]) && words.is(passage.first + 1, "was");
    let end = if words.run_is(at.end, &["years", "old"]) { at.end + 2 } else { at.end };
    is_joined || is_led && at.start == passage.first + 2 && (words.written(end) == "." || passage.end <= end)
}

/// "Who died in March at the age of 79", "died in the infirmary on 9 January aged 79": a month without a year is one of the
/// last twelve.
fn has_died_lately(story: &Story, aged: &Aged<'_>) -> bool {
    const NEAR: usize = 10;
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let (words, at) = (passage.words, passage.position(aged.entry.figure.number.start));
    let died = (at.saturating_sub(NEAR).max(passage.first)..at).find(|&at| words.is(at, "died"));
    let is_month = |at: usize| words.has(at, Class::Time) && words.is_capitalized(at) || words.written(at) == "May";
    let is_day = |at: usize| words.kind(at) == Some(TokenKind::Number) && is_month(at + 1);
    let is_lately = |link: usize| {
        words.is_any(link, &["in", "last"]) && is_month(link + 1)
            || words.is(link, "on") && (is_month(link + 1) || is_day(link + 1))
    };
    // "Died at 71 in August": the month may stand behind the age.
    died.is_some_and(|died| (died + 1..at).chain([at + 1]).any(is_lately))
}

/// "Who turned 84 in May": within the year before the story.
fn has_turned(story: &Story, aged: &Aged<'_>) -> bool {
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let at = passage.position(aged.entry.figure.number.start);
    passage.words.is_any(at.wrapping_sub(1), &["turned", "turns"])
}

/// "Who has died aged 91": on the story's day, or shortly before it.
fn is_dead_by_now(story: &Story, aged: &Aged<'_>) -> bool {
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let at = passage.position(aged.entry.figure.number.start);
    let words = passage.words;
    // "Has died in Sligo at the age of 81": with nothing but where and of what between.
    let first = at.saturating_sub(12).max(passage.first);
    (first..at)
        .rev()
        .take_while(|&at| !words.is_any(at, &[",", ";", "and", "who"]))
        .any(|at| words.is_any(at, &["has", "have"]) && words.is(at + 1, "died"))
}

/// The second and later ages of one person, each against the first.
fn repeated(story: &Story, lives: &Lives<'_>) -> Vec<Relation> {
    let mut firsts: FxHashMap<usize, &Aged<'_>> = FxHashMap::default();
    let mut found = Vec::new();
    for aged in lives.ages.iter().filter(|aged| is_todays(story, aged)) {
        let Some(person) = aged.person else { continue };
        let first = *firsts.entry(person).or_insert(aged);
        if first.entry.claim != aged.entry.claim && !is_namesake(story, aged) {
            found.push(same_age(first, aged));
        }
    }
    let called = lives.ages.iter().filter_map(|aged| {
        let first = called_by_age(story, lives, aged).filter(|first| !is_of_another_name(story, first, aged))?;
        Some(same_age(first, aged))
    });
    found.extend(called);
    let known: Vec<ClaimId> = found.iter().map(|relation: &Relation| relation.stated).collect();
    let again = aged_again::find(story, lives).into_iter();
    found.extend(
        again
            .filter(|(first, again)| !known.contains(&again.entry.claim) && !is_of_another_name(story, first, again))
            .map(|(first, again)| same_age(first, again)),
    );
    let known: Vec<ClaimId> = found.iter().map(|relation: &Relation| relation.stated).collect();
    let supposed = presupposed_age::find(story, lives, &known).into_iter();
    found.extend(supposed.map(|(first, again)| same_age(first, again)));
    let known: Vec<ClaimId> = found.iter().map(|relation: &Relation| relation.stated).collect();
    let of_posts = age_by_role::find(story, lives, &known).into_iter();
    found.extend(of_posts.map(|(first, again)| same_age(first, again)));
    let known: Vec<ClaimId> = found.iter().map(|relation: &Relation| relation.stated).collect();
    let looser = looser_age::find(story, lives, &known).into_iter();
    found.extend(looser.map(|(first, again)| same_age(first, again)));
    found
}

/// "He spoke to Una Lind, the 26-year-old clerk": who is named right before the age is nobody else.
fn is_of_another_name(story: &Story, first: &Aged<'_>, again: &Aged<'_>) -> bool {
    let called = |aged: &Aged<'_>| surname(bare(story.text_of(aged.name)));
    !first.name.is_empty() && !again.name.is_empty() && called(first) != called(again)
}

/// "her grandmother Anna Lind, 64": whoever is so near to somebody may have the same name.
fn is_namesake(story: &Story, aged: &Aged<'_>) -> bool {
    let before = story.tokens_before(aged.entry.figure.sentence, aged.name.start);
    !aged.name.is_empty() && before.last().is_some_and(|token| token.is(Class::Kin))
}

/// Whether an age is somebody's on the day of the story: behind the name, or "he is 63" where nobody else can be meant.
fn is_todays(story: &Story, aged: &Aged<'_>) -> bool {
    let is_told = match aged.telling {
        Telling::Apposed => true,
        // "The 43-year-old" is looked up by whom the paragraph is about.
        Telling::Now => !story.text_of(aged.entry.figure.span).contains("-old") && is_of_one_alone(story, aged),
        Telling::Then => return lone_age::turned_lately(story, aged),
    };
    is_told && is_today(story, aged)
}

/// Whether the sentence and the one before it speak of one person and of no relative.
fn is_of_one_alone(story: &Story, aged: &Aged<'_>) -> bool {
    let sentence = aged.entry.figure.sentence;
    let sentences = sentence.saturating_sub(1)..=sentence;
    let names = sentences.clone().flat_map(|sentence| in_sentence(&story.names, sentence));
    let names = names.filter(|name| !is_place(story, name));
    let mut names: Vec<&str> = names.map(|name| story.text_of(name.span)).collect();
    names.dedup();
    let has_kin = sentences.into_iter().any(|sentence| story.sentence_has(sentence, Class::Kin));
    names.len() == 1 && !has_kin
}

fn same_age(first: &Aged<'_>, again: &Aged<'_>) -> Relation {
    let (one, other) = (first.entry.figure, again.entry.figure);
    Relation {
        kind: RelationKind::SameAge,
        stated: again.entry.claim,
        operands: vec![first.entry.claim],
        beside: vec![if again.name.is_empty() { first.name } else { again.name }],
        cue: None,
        low: one.interval.low,
        high: one.interval.high,
        printed: Some(one.value).filter(|value| *value < Decimal::ONE_THOUSAND),
        complete: true,
        holds: one.interval.meets(other.interval),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::story::testing::{read, relations};

    fn ages(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Age)
    }

    fn same(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::SameAge)
    }

    #[test]
    fn an_age_at_death_follows_from_the_birth() {
        assert_eq!(
            ages(
                "Jon Holm, a retired baker, was born in Brae on June 3, 1948. He died at home on Feb. 9, 2021. He was 75."
            ),
            ["75 ≠ 72: June 3, 1948 | Feb. 9, 2021"]
        );
        assert_eq!(
            ages(
                "LUND--Ida Maria, 88, of Brae, passed away Friday, March 25, 2016, in Ayr. She sang. Born May 24, 1917, to Jon and Eva Lund, she taught."
            ),
            ["88 ≠ 98: May 24, 1917 | Friday, March 25, 2016"]
        );
        assert_eq!(ages("Ida Lund was born in 1980 and died in 2020 aged 45."), ["45 ≠ 39..40: 1980 | 2020"]);
    }

    #[test]
    fn an_age_beside_a_name_is_that_of_what_happened() {
        assert_eq!(
            ages("Jon Holm, 51, who was born in 1978, was sentenced in March 2019 at Brae."),
            ["51 ≠ 40..41: 1978 | March 2019"]
        );
        assert_eq!(
            ages(
                "Jon Holm, 41, who was born in 1978, was sentenced in March 2019 at Brae. His brother Bo, 45, was cleared."
            ),
            ["41 = 40..41: 1978 | March 2019"]
        );
        assert_eq!(ages("Jon Holm, 51, who was born in 1978, joined the club in 1999."), Vec::<String>::new());
    }

    #[test]
    fn the_day_of_publication_tells_too() {
        let head = "March 4, 2025\n\n";
        assert_eq!(
            ages(&format!("{head}Jon Holm, 63, told the court. He was born in 1962.")),
            ["63 = 61..63: 1962 | March 4, 2025"]
        );
        assert_eq!(
            ages(&format!("{head}Jon Holm, 53, told the court. He was born in 1962.")),
            ["53 ≠ 61..63: 1962 | March 4, 2025"]
        );
    }

    #[test]
    fn other_peoples_births_are_left_alone() {
        for text in [
            "Jon Holm, 41, was sentenced in 2019. His son was born in 2001.",
            "Jon Holm, 41, was sentenced in 2019. Bo Ek was born in 2001.",
            "Jon Holm, 41, was sentenced in 2019.",
        ] {
            assert_eq!(ages(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn what_the_dead_once_did_is_no_day_of_their_death() {
        let born = "\n\nIda Lund was born on 3 June 1939 in Brae.";
        for lede in [
            "Ida Lund, who has died aged 86, was the astronomer who in 1983 found a star.",
            "Ida Lund has died aged 86. She was the astronomer who found a star in 1983.",
            "Ida Lund has died aged 86, her family said, 40 years after her find of 1983.",
        ] {
            let found = ages(&format!("{lede}{born}"));
            assert!(!found.iter().any(|age| age.contains('≠')), "{lede}: {found:?}");
        }
        let died = format!("Ida Lund, the astronomer, died in 2016 aged 86.{born}");
        assert_eq!(ages(&died), ["86 ≠ 76..77: 3 June 1939 | 2016"]);
    }

    #[test]
    fn one_person_has_one_age() {
        assert_eq!(same("Jon Holm, 41, was held. Bo Ek, 30, saw it.\n\nHolm, 43, lives in Brae."), ["43 ≠ 41: Holm"]);
        assert_eq!(same("Jon Holm, 41, was held.\n\nJon Holm, 41, lives in Brae."), ["41 = 41: Jon Holm"]);
        for text in [
            "Jon Holm, 41, was held with his son Jon, 12.",
            "Walter Beck, 83, and his wife, Lorraine, 80, died. Eva Beck, 51, saw it.",
            "Jon Holm, 41, was held. In 2011 Holm, 27, had been fined.",
        ] {
            assert_eq!(same(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn one_person_is_called_by_one_age() {
        for (text, expected) in [
            (
                "Jon Holm, 57, was held, the prosecutor Ida Lund said. She said of the 49-year-old that he slept.",
                "49 ≠ 57: Jon Holm",
            ),
            ("Jon Holm, 41, lives in Brae. The 43-year-old was held on Friday.", "43 ≠ 41: Jon Holm"),
            (
                "Ida Lund, 67, waited. Bo Ek, 30, saw it.\n\nLund has a bed for May. The 76-year-old said she would wait.",
                "76 ≠ 67: Ida Lund",
            ),
            (
                "Ida Lund, 67, waited. Bo Ek, 30, saw it.\n\nLund, whose son drives, said it was late. “I mind it,” the 76-year-old added.",
                "76 ≠ 67: Ida Lund",
            ),
            (
                "Jon Holm, 41, a baker who came to Brae in 2012, said it was over.\n\nHolm, 43, took the rest.",
                "43 ≠ 41: Holm",
            ),
            (
                "The owner, Jon Holm, 41, has lent it money.\n\nThe 43-year-old, who sells boats, said it was enough.",
                "43 ≠ 41: Jon Holm",
            ),
            ("Jon Holm, 41, was held.\n\nThe 43-year-old Holm, a baker, lives in Brae.", "43 ≠ 41: Holm"),
            ("Jon Holm, 41, lives in Brae. The 43-year-old father of three was held on Friday.", "43 ≠ 41: Jon Holm"),
            (
                "At 41, the striker Jon Holm has signed for a year.\n\nHolm (43) has played since he was a boy.",
                "43 ≠ 41: Holm",
            ),
            (
                "Jon Holm, 41, was held.\n\nHolm has been a baker for years. At 43, he is the oldest in Brae.",
                "43 ≠ 41: Jon Holm",
            ),
        ] {
            assert_eq!(same(text), [expected], "{text}");
        }
        for text in [
            "Jon Holm, 41, passed to Bo Ek. The 23-year-old scored.",
            "Jon Holm, 41, was held.\n\nThe 23-year-old Bo Holm, a baker, lives in Brae.",
            "Jon Holm, 31, was on the bench.\n\nHolm (36) scored from a corner.",
            "Jon Holm, 41, was held. The 43-year-old woman beside him was not.",
            "Jon Holm, 41, was held with a boy of 14. The 14-year-old wept.",
            "Jon Holm, 41, was held.\n\nHolm said that his son had seen it. “I ran,” the 14-year-old said.",
            "Jon Holm, 41, was held. Bo Ek, 30, saw it.\n\nHolm met a rival. The 23-year-old said he would play.",
            "Jon Holm, 41, was held. Bo Ek, 30, saw it.\n\nHolm met Eva Lund. The 23-year-old said she would play.",
            "Jon Holm, 41, lives in Brae with his son. He is 12.",
        ] {
            assert!(!same(text).iter().any(|age| age.contains('≠')), "{text}");
        }
    }

    #[test]
    fn how_old_somebody_was_follows_from_how_old_they_are() {
        let dated = |text: &str| ages(&format!("March 4, 2025\n\n{text}"));
        assert_eq!(dated("Bo Ek, 22, who came to the club in 2019 at the age of 11, scored."), ["11 ≠ 15..17: 2019"]);
        assert_eq!(dated("Bo Ek, 22, who came to the club in 2014 at the age of 11, scored."), ["11 = 10..12: 2014"]);
        assert_eq!(dated("Ida Lund, who turned 84 in May, was born in 1949."), ["84 ≠ 74..76: 1949 | March 4, 2025"]);
        assert_eq!(
            dated("Bo Ek sang for Ida Lund, the treasurer, who was born in 1949 and died in May at the age of 79."),
            ["79 ≠ 74..76: 1949 | March 4, 2025"]
        );
        assert_eq!(
            dated("Born in 1979 in Brae, Jon Holm was 52 when he was held in June 2023."),
            ["52 ≠ 43..44: 1979 | June 2023"]
        );
        assert_eq!(
            dated("Jon Holm is a baker. Born in 1988, Holm, 41, grew up in Brae."),
            ["41 ≠ 35..37: 1988 | March 4, 2025"]
        );
        assert_eq!(
            dated("Born on 4 May 1990, the swimmer Ida Lund will be 37 on her birthday in May 2026."),
            ["37 ≠ 35..36: 4 May 1990 | May 2026"]
        );
        assert_eq!(
            dated("Her mother was born in 1902 and lived to be 109, dying in 2001, Ida Lund said."),
            ["109 ≠ 98..99: 1902 | 2001"]
        );
        assert_eq!(
            dated("Among the dead was Jon Holm, a retired baker, who was born in 1949. He was 79."),
            ["79 ≠ 0..76: 1949 | March 4, 2025"]
        );
        assert_eq!(
            dated("Among the dead was Jon Holm, a retired baker, who was born in 1949. He was 71 years old."),
            ["71 = 0..76: 1949 | March 4, 2025"]
        );
        assert_eq!(
            dated("Bo Ek, 22, played beside Jon Holm, who came in 2019 at the age of 11."),
            Vec::<String>::new()
        );
    }

    proptest! {
        #[test]
        fn an_age_holds_at_both_ages_of_its_year_and_at_no_other(born in 1930_i32..1980, age in 20_i32..60, shift in 1_i32..20, wording in 0_usize..3) {
            let at = born + age;
            let tell = |age: i32| match wording {
                0 => format!("Ida Lund was born in Brae in {born}. She died in {at}. She was {age}."),
                1 => format!("Ida Lund, {age}, who was born in {born}, was sentenced in March {at}."),
                _ => format!("Ida Lund, born in {born}, died in {at} aged {age}."),
            };
            let holds = |text: &str| {
                let story = read(text);
                let ages = story.relations().iter().filter(|relation| relation.kind == RelationKind::Age);
                ages.map(|relation| relation.holds).collect::<Vec<bool>>()
            };
            prop_assert_eq!(holds(&tell(age)), [true]);
            prop_assert_eq!(holds(&tell(age - 1)), [true]);
            prop_assert_eq!(holds(&tell(age + shift)), [false]);
        }
    }
}
