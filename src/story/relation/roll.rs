//! Ties a promised number to what is told one by one, in sentences of their own ("First, … Second, …"),
//! and the number of all to the list that gave them ("Five men were saved: … All six are well.").

use rust_decimal::prelude::ToPrimitive;

use super::tally::{promised, settle};
use super::{Entry, Relation, RelationKind, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Words};
use crate::story::passage::Passage;
use crate::text::Span;

/// How far behind its list "all six" may stand, in paragraphs.
const REACH: usize = 2;

/// How sentences count what they tell, from the second on.
const ORDINALS: [&[&str]; 5] = [
    &["second", "secondly"],
    &["third", "thirdly"],
    &["fourth", "fourthly"],
    &["fifth", "fifthly"],
    &["sixth", "sixthly"],
];

/// What the story counts out; `lists` are the lists already read.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], lists: &[Relation]) -> Vec<Relation> {
    let promising: Vec<&Entry<'_>> = entries.iter().filter(|entry| promised(entry).is_some()).collect();
    let told = promising.iter().filter_map(|entry| told_in_turn(story, entry).or_else(|| one_and_other(story, entry)));
    let of_all = || promising.iter().filter(|entry| is_of_all(story, entry));
    let all = of_all().filter_map(|entry| all_of_list(story, entries, entry, lists));
    let of_count = of_all().filter_map(|entry| all_of_count(story, entries, entry));
    told.chain(all).chain(of_count).collect()
}

/// Whether the sentence begins with "all" and the number: hardly any does.
fn is_of_all(story: &Story, entry: &Entry<'_>) -> bool {
    let start = story.sentences[entry.figure.sentence].span.start;
    let before = Span::new(start.min(entry.figure.number.start), entry.figure.number.start);
    story.text_of(before).trim().eq_ignore_ascii_case("all")
}

/// "The mayor gave two reasons. First, … Second, … Third, …"
fn told_in_turn(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    if !is_first(story, entry.figure.sentence + 1) {
        return None;
    }
    let block = entry.figure.block;
    let last = story.sentences.partition_point(|sentence| sentence.block <= block + 1);
    let mut told = Vec::new();
    for sentence in entry.figure.sentence + 1..last {
        if is_numbered(story, sentence, told.len()) {
            told.push(story.sentences[sentence].span);
        } else if told.is_empty() {
            // What is told begins right behind its number.
            return None;
        }
    }
    // "Finally" and "the last" may be any number of them, wherever they stand.
    let is_open = (entry.figure.sentence + 1..last)
        .any(|sentence| begins_with(story, sentence, LAST) || names_last(story, sentence));
    if told.len() == 1
        && let Some(count) = numbered_in_one(story, entry.figure.sentence + 1).filter(|_| !is_open)
    {
        return settle(entry, count, count, told);
    }
    let is_prose = story.blocks[block].role == Role::Paragraph;
    let count = told.len();
    if is_prose && 1 < count && !is_open { settle(entry, count, count, told) } else { None }
}

/// "She gave three reasons. One is the dust. The other is the noise": one and the other are two.
fn one_and_other(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let first = entry.figure.sentence + 1;
    let (one, other) = (Passage::of_sentence(story, first)?, Passage::of_sentence(story, first + 1)?);
    let is_item = |words: Words<'_>, at: usize| words.is_any(at, &["is", "was", ",", "will", "has", "had", "would"]);
    // "One of them", "the other two"
    let is_one = one.words.is(one.first, "one") && is_item(one.words, one.first + 1);
    let is_other = other.words.run_is(other.first, &["the", "other"]) && is_item(other.words, other.first + 2);
    let names_more =
        (one.first..one.end).any(|at| one.words.is_any(at, &["another", "second", "third", "others", "two", "both"]));
    let block = story.sentences.get(first + 1)?.block;
    let is_near = block <= entry.figure.block + 1 && story.blocks[entry.figure.block].role == Role::Paragraph;
    if !is_one || !is_other || names_more || !is_near {
        return None;
    }
    let told = [first, first + 1].iter().map(|&sentence| story.sentences[sentence].span).collect();
    settle(entry, 2, 2, told)
}

/// How the last of several begins.
const LAST: &[&str] = &["finally", "last", "lastly", "another", "also", "and"];

/// "Lack of parking was the last."
fn names_last(story: &Story, sentence: usize) -> bool {
    let Some(passage) = Passage::of_sentence(story, sentence) else { return false };
    let words = passage.words;
    (passage.first..passage.end).any(|at| {
        words.is_any(at, &["the", "a"])
            && words.is_any(at + 1, &["last", "final", "other", "rest", "remaining"])
            && !words.is_any(at + 2, &["year", "week", "month", "day", "night", "round", "stage", "minute", "decade"])
    })
}

/// "The first is a written paper, the second an interview and the third a medical, while the fourth is a run.": so many,
/// each with its ordinal, in one sentence.
fn numbered_in_one(story: &Story, sentence: usize) -> Option<usize> {
    let passage = Passage::of_sentence(story, sentence)?;
    let words = passage.words;
    let mut count = 1;
    for at in passage.first + 1..passage.end {
        let leads =
            words.is(at.wrapping_sub(1), "the") && words.is_any(at.wrapping_sub(2), &[",", "and", ";", "while", "but"]);
        // "The third goal of the match" is something else.
        let next = at + 1;
        let is_item = [Class::Determiner, Class::Be, Class::Modal].into_iter().any(|class| words.has(next, class))
            || words.is_any(next, &["a", "an", "to", "that", ",", "in", "for"])
            || passage.end <= next + 1
            || words.is_any(next + 1, &[",", "and", ";", "."]);
        if ORDINALS.get(count - 1).is_some_and(|ordinals| words.is_any(at, ordinals)) && leads && is_item {
            count += 1;
        }
    }
    (2 < count).then_some(count)
}

/// Whether the sentence can begin with "first" or "the first": hardly any does.
fn is_first(story: &Story, sentence: usize) -> bool {
    let Some(sentence) = story.sentences.get(sentence) else { return false };
    let words = story.text_of(sentence.span).trim_start();
    let begins_with =
        |words: &str, with: &str| words.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    begins_with(words, "first") || begins_with(words, "the")
}

/// Whether the sentence begins with the ordinal behind so many others: "First,", "The second is".
fn is_numbered(story: &Story, sentence: usize, before: usize) -> bool {
    match before.checked_sub(1) {
        None => begins_with(story, sentence, &["first", "firstly"]),
        Some(at) => ORDINALS.get(at).is_some_and(|ordinals| begins_with(story, sentence, ordinals)),
    }
}

fn begins_with(story: &Story, sentence: usize, ordinals: &[&str]) -> bool {
    let Some(passage) = Passage::of_sentence(story, sentence) else { return false };
    let first = passage.first + usize::from(passage.words.is(passage.first, "the"));
    passage.words.is_any(first, ordinals)
}

/// "All eight were taken to hospital" behind "Seven students were brought down": the only people counted before.
fn all_of_count(story: &Story, entries: &[Entry<'_>], entry: &Entry<'_>) -> Option<Relation> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let number = passage.positions(entry.figure.number);
    let says_all = number.start == passage.first + 1 && passage.words.is(passage.first, "all");
    let has_verb =
        passage.words.is_any(number.end, &["were", "was", "are", "had", "have", "survived", "died", "escaped"]);
    if !says_all || !has_verb {
        return None;
    }
    let before = entries.iter().filter(|other| other.claim < entry.claim && promised(other).is_some());
    let near: Vec<&Entry<'_>> = before.filter(|other| entry.figure.block <= other.figure.block + REACH).collect();
    let [only] = near.as_slice() else { return None };
    let before = Span::new(story.sentences[only.figure.sentence].span.start, only.figure.number.start);
    let lead = story.text_of(before);
    let leads = lead.is_empty() || lead.ends_with("- ") || lead.ends_with("– ") || lead.ends_with("— ");
    let is_told = entries.iter().any(|other| other.claim < entry.claim && other.figure.value == entry.figure.value);
    let count = only.figure.value.to_usize()?;
    let is_it = leads && !is_told && only.figure.sentence != entry.figure.sentence;
    if is_it { settle(entry, count, count, vec![only.figure.span]) } else { None }
}

/// "On five days: April 17, April 18 and April 21".
pub(super) fn listed_days(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    const MOST: usize = 20;
    let figure = entry.figure;
    let unit = figure.unit.as_ref().filter(|unit| figure.kind == FigureKind::Duration && unit.head == "day")?;
    let promised =
        figure.value.to_usize().filter(|days| (2..=MOST).contains(days) && figure.modifier == Modifier::Plain)?;
    let end = story.sentences[figure.sentence].span.end;
    let behind = story.text_of(Span::new(unit.span.end, end));
    let list = behind.strip_prefix(':').or_else(|| behind.strip_prefix(" –")).or_else(|| behind.strip_prefix(" -"))?;
    let start = end - list.len() as u32;
    let days: Vec<Span> =
        story.dates.iter().map(|date| date.span).filter(|date| start <= date.start && date.end <= end).collect();
    let mut gaps = days.windows(2).map(|pair| story.text_of(Span::new(pair[0].end, pair[1].start)).trim());
    let is_list = gaps.all(|gap| matches!(gap, "," | "and" | ", and"));
    let opens = days.first().is_some_and(|first| story.text_of(Span::new(start, first.start)).trim().is_empty());
    let closes = days.last().is_some_and(|last| matches!(story.text_of(Span::new(last.end, end)).trim(), "" | "."));
    let count = days.len();
    (is_list && opens && closes && 1 < count && promised.abs_diff(count) <= 3).then(|| Relation {
        kind: RelationKind::Count,
        stated: entry.claim,
        operands: Vec::new(),
        beside: days,
        cue: None,
        low: Some(count.into()),
        high: Some(count.into()),
        printed: Some(count.into()),
        complete: true,
        holds: promised == count,
    })
}

/// "All six survived" behind a list of five.
fn all_of_list(story: &Story, entries: &[Entry<'_>], entry: &Entry<'_>, lists: &[Relation]) -> Option<Relation> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let number = passage.positions(entry.figure.number);
    let says_all = number.start == passage.first + 1 && passage.words.is(passage.first, "all");
    let list = lists.iter().rev().find(|list| list.stated < entry.claim && !list.beside.is_empty())?;
    let counted = entries.iter().find(|other| other.claim == list.stated)?;
    let unit = |entry: &Entry<'_>| entry.figure.unit.as_ref().map(|unit| unit.head.clone());
    let is_near =
        entry.figure.block <= counted.figure.block + REACH && entry.figure.sentence != counted.figure.sentence;
    let is_alike = unit(entry).is_none() || unit(entry) == unit(counted);
    // The list holds, and nobody else was counted meanwhile.
    let is_latest = !entries
        .iter()
        .any(|other| counted.claim < other.claim && other.claim < entry.claim && promised(other).is_some());
    if says_all && list.holds && is_near && is_alike && is_latest {
        settle(entry, list.low?.to_usize()?, list.high?.to_usize()?, list.beside.clone())
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn counts(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Count).into_iter().filter(|count| count.contains('≠')).collect()
    }

    #[test]
    fn days_and_occasions_are_counted() {
        for (text, promised) in [
            ("Strikes will take place on five days: April 17, April 18, April 21 and April 22.", "five ≠ 4"),
            ("The two will debate three times, in Brae on Oct. 14 and in Troon on Oct. 21.", "three ≠ 2"),
            (
                "Lund married three times: to the actor Noel Ek in 1961 and to the painter Hugo Holm in 1980.",
                "three ≠ 2",
            ),
        ] {
            let found = counts(text);
            assert!(found.len() == 1 && found[0].starts_with(promised), "{text}: {found:?}");
        }
        let reasons = "Ek gave # reasons for it. One is the dust, which blows far. The other is the noise.";
        assert_eq!(counts(&reasons.replace('#', "two")), Vec::<String>::new());
        assert_eq!(counts(&reasons.replace('#', "three")).len(), 1);
        for text in [
            "Ek gave three reasons. One is the dust. The other two are noise and light.",
            "Ek gave three reasons. One of them is the dust. The other is the noise.",
            "Strikes will take place on four days: April 17, April 18, April 21 and April 22.",
            "Strikes will take place on five days: April 17 to April 21.",
            "The two will debate twice, in Brae on Oct. 14 and in Troon on Oct. 21.",
            "She was fined three times, and in Brae and in Troon she was jailed.",
            "He ran it four times, at home and at work.",
            "The bell rang three times, at 6 p.m. and 7 p.m. and again at eight.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }
}
