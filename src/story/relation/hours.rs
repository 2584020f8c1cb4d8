//! Holds a number of hours or minutes against the two times of day before it: "at 3:40 p.m. and 4:05 p.m., 25 minutes
//! apart".
//!
//! A time without its half of the day may be either; times in two zones are left alone.

use rust_decimal::Decimal;

use super::{Entry, Relation, RelationKind, Story};
use crate::extract::{Date, FigureKind, Modifier};
use crate::language::{Class, Interval, Words};
use crate::story::Placed;
use crate::story::passage::Passage;

/// Words between the second time and the length, at most.
const NEAR: usize = 8;

/// The minutes of half a day.
const HALF_DAY: i64 = 12 * 60;

/// The lengths of the story that two times of day, in their sentence or in the one before, let a reader check.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let is_length = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let in_hours = figure.unit.as_ref().is_some_and(|unit| matches!(unit.head.as_str(), "hour" | "minute"));
        figure.kind == FigureKind::Duration && in_hours && figure.modifier == Modifier::Plain && figure.pair.is_none()
    };
    entries.iter().filter(is_length).filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence)?;
    let mut times = times_of(story, sentence);
    let is_own = !times.is_empty();
    if !is_own {
        let before = sentence.checked_sub(1).filter(|&it| entry.figure.block <= story.sentences[it].block + 1)?;
        times = times_of(story, before);
    }
    let [(one, from), (other, to)] = times.as_slice() else { return None };
    let unit = entry.figure.unit.as_ref()?;
    let behind = passage.positions(other.span).end;
    let length =
        passage.position(entry.figure.span.start.min(entry.figure.number.start))..passage.positions(unit.span).end;
    let told = story.text_of(story.sentences[one.sentence].span);
    let opens = passage.position(one.span.start).wrapping_sub(1);
    let is_told = if is_own {
        let is_run = passage.words.is_any(opens, &["from", "between"]);
        is_between(passage.words, behind, &length, is_run)
    } else {
        takes_up(&passage, &length, told) && arrives(story, one, other)
    };
    if told.contains("local time") || !is_told {
        return None;
    }
    let minutes = from.until(*to);
    let scale = Decimal::from(if unit.head == "hour" { 60 } else { 1 });
    let stated = entry.figure.value.checked_mul(scale)?;
    // "After two hours of extra voting": much less than the time is the length of something else.
    let (given, far) = (Decimal::from(minutes), Decimal::new(25, 1));
    if stated > given * far && from.is_certain && to.is_certain || given > stated * far {
        return None;
    }
    // Who says "two hours" rounds to the half hour, "half an hour" to ten minutes, "40 minutes" to five.
    let slack = Decimal::from(match (scale > Decimal::ONE, entry.figure.value.is_integer()) {
        (true, true) => 25,
        (true, false) => 10,
        (false, _) if (entry.figure.value % Decimal::from(5)).is_zero() => 4,
        (false, _) => 1,
    });
    let mut possible = std::iter::successors(Some(minutes), |minutes| Some(minutes + from.step(*to)));
    let possible = possible.by_ref().take_while(|&minutes| minutes <= 2 * HALF_DAY).map(Decimal::from);
    let holds = possible.into_iter().any(|minutes| (minutes - stated).abs() <= slack);
    let given = Decimal::from(minutes).checked_div(scale)?.round_dp(2).normalize();
    let reading = Interval::between(given, given);
    Some(Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: vec![one.span, other.span],
        cue: None,
        low: reading.low,
        high: reading.high,
        printed: reading.low,
        complete: true,
        holds,
    })
}

/// The times of day of a sentence.
fn times_of(story: &Story, sentence: usize) -> Vec<(&Placed<Date>, Time)> {
    let dates = super::life::in_sentence(&story.dates, sentence).iter();
    dates.filter_map(|date| Some((date, Time::read(story.text_of(date.span))?))).collect()
}

/// What lasts from one time of day to another.
const STRETCHES: &[&str] = &[
    "journey",
    "trip",
    "gap",
    "delay",
    "wait",
    "flight",
    "ride",
    "outage",
    "span",
    "shift",
    "drive",
    "crossing",
    "session",
    "interval",
    "blackout",
    "ordeal",
    "run",
    "lasting",
    "lasted",
    "took",
    "taking",
    "stoppage",
    "total",
    "period",
    "stretch",
    "sitting",
    "voyage",
    "passage",
    "match",
    "debate",
    "operation",
];

/// Whether the words between the second time and the length, and behind it, make it the time between the two, which may be
/// told as a run: "from 2 p.m. until 11 p.m., nine hours, before".
fn is_between(words: Words<'_>, behind: usize, length: &std::ops::Range<usize>, is_run: bool) -> bool {
    const DAYS: &[&str] =
        &["on", "the", "same", "that", "next", "following", "day", "morning", "afternoon", "evening", "night"];
    const ENDS: &[&str] = &["later", "apart", "altogether", "late", "overdue"];
    if length.start < behind || NEAR < length.start - behind {
        return false;
    }
    // "Until 5 a.m. on Tuesday, six hours": the day belongs to the time.
    let is_day = |at: usize| words.is_any(at, DAYS) || words.has(at, Class::Time);
    let behind = (behind..length.start).find(|&at| !is_day(at)).unwrap_or(behind);
    let mut gap = behind..length.start;
    // "At 3:40 and 4:05 p.m. on Friday, 25 minutes apart"
    let is_direct = gap.len() <= 3 && words.is_any(length.start - 1, &[",", "(", "or"]) && !gap.is_empty();
    let is_named = gap.clone().any(|at| words.is_any(at, STRETCHES));
    let ends = (words.is_any(length.end, ENDS)
        || words.is(length.end, "in") && words.is_any(length.end + 1, &["all", "total"]))
        && !words.is(length.end + 1, "than");
    let is_closed = ends || words.get(length.end).is_none() || words.is_any(length.end, &[".", ",", ")", "in"]);
    // "Opened at 10am and closed at 4.30pm, after six and a half hours", "after six hours of voting"
    let is_after = words.is(length.start - 1, "after") && length.start - behind <= 2;
    // ", a speech of 40 minutes", ", leaving shops dark for three hours"
    let opens = words.written(behind) == "," && words.is_any(length.start - 1, &["of", "for"]);
    let is_described =
        opens && words.is_any(behind + 1, &["a", "an", "leaving"]) && !gap.any(|at| words.is(at, "delay"));
    let is_of = is_after && words.is(length.end, "of");
    // "Opens at 7am and closes at 11pm, will be open for 16 hours a day"
    let is_open = opens_for(words, length);
    is_direct && (ends || is_run && is_closed && !words.is(length.end, "in"))
        || is_of
        || is_open
        || (is_named || is_after || is_described) && is_closed
}

/// "Will be open for 16 hours a day", "trades 16 hours a day".
fn opens_for(words: Words<'_>, length: &std::ops::Range<usize>) -> bool {
    let verb = length.start.wrapping_sub(1 + usize::from(words.is(length.start.wrapping_sub(1), "for")));
    words.is_any(verb, &["open", "opens", "trades", "operates", "runs"]) && words.run_is(length.end, &["a", "day"])
}

/// "The crossing took three hours", "It lasted 40 minutes": the whole of what the sentence before tells of.
fn takes_up(passage: &Passage<'_>, length: &std::ops::Range<usize>, told: &str) -> bool {
    let (words, first) = (passage.words, passage.first);
    let verb = length.start.wrapping_sub(1);
    let is_verb = words.is_any(verb, &["took", "lasted"]);
    let noun = words.written(first + 1);
    let is_known = words.is_any(first + 1, STRETCHES) || told.split_whitespace().any(|word| word == noun);
    let is_led = verb == first + 1 && words.is(first, "it") || verb == first + 2 && words.is(first, "the") && is_known;
    let is_closed = words.get(length.end).is_none() || words.is_any(length.end, &[".", ","]);
    // "For most of those six hours he sat", "After three and a quarter hours the plan was put off"
    let is_those = words.is_any(verb, &["those", "these"]) && verb <= first + 4;
    let is_after = verb == first && words.is(first, "after") && !words.is_any(length.end, &["of", "in", "on", "at"]);
    is_verb && is_led && is_closed || is_those || is_after
}

/// Whether something ends, or arrives, at the second of two times of a sentence.
fn arrives(story: &Story, one: &Placed<Date>, other: &Placed<Date>) -> bool {
    const ARRIVED: &[&str] = &["docked", "landed", "arrived", "reached", "came", "returned", "arrives", "reaches"];
    let Some(passage) = Passage::of_sentence(story, one.sentence) else { return false };
    let mut between = passage.positions(one.span).end..passage.position(other.span.start);
    between.any(|at| passage.words.has(at, Class::Ending) || passage.words.is_any(at, ARRIVED))
}

/// A time of day in minutes since midnight, or since noon where nothing says which half of the day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Time {
    minutes: i64,
    is_certain: bool,
}

impl Time {
    /// "3:40 p.m.", "11.50pm", "17:05", "9:15"; `None` for words and for several times in one.
    fn read(written: &str) -> Option<Self> {
        let end =
            written.find(|mark: char| !(mark.is_ascii_digit() || matches!(mark, ':' | '.'))).unwrap_or(written.len());
        let (digits, rest) = written.split_at(end);
        let digits = digits.trim_end_matches('.');
        let (hours, minutes) = digits.split_once([':', '.']).unwrap_or((digits, "0"));
        let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
        let half: String = rest.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
        let is_time = hours < 24 && minutes < 60 && (digits.len() > 2 || !half.is_empty());
        let (hours, is_certain) = match half.as_str() {
            "am" => (hours % 12, true),
            "pm" => (hours % 12 + 12, true),
            "" => (hours, 12 < hours || digits.starts_with('0')),
            _ => return None,
        };
        is_time.then_some(Self { minutes: hours * 60 + minutes, is_certain })
    }

    /// The minutes from here to the next `other`.
    fn until(self, other: Self) -> i64 {
        (other.minutes - self.minutes).rem_euclid(self.step(other))
    }

    /// After how many minutes the two may lie as far apart again.
    fn step(self, other: Self) -> i64 {
        if self.is_certain && other.is_certain { 2 * HALF_DAY } else { HALF_DAY }
    }
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn spans(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Duration)
    }

    #[test]
    fn two_times_of_day_tell_the_length() {
        for (text, expected) in [
            ("It shook at 3:40 p.m. and 4:05 p.m., 45 minutes apart.", "45 ≠ 25"),
            ("It shook at 3:40 p.m. and 4:05 p.m., 25 minutes apart.", "25 = 25"),
            ("They came at 11.50pm and left at 1.20am, three and a half hours later.", "three and a half ≠ 1.5"),
            ("It left at 9:15 and came at 11:45, a journey of two and a half hours.", "two and a half = 2.5"),
            ("It began at 10am and ended at 4pm. For most of those eight hours he slept.", "eight ≠ 6"),
            ("It began at 7.30pm and ended at 10.45pm. After five hours it was put off.", "five ≠ 3.25"),
            ("The shop opens at 7am and closes at 11pm, so will be open for 14 hours a day.", "14 ≠ 16"),
            ("It failed at 9:50 and came back at 12:05, an outage lasting two hours.", "two = 2.25"),
        ] {
            let found = spans(text);
            assert!(found.len() == 1 && found[0].starts_with(expected), "{text}: {found:?}");
        }
    }

    #[test]
    fn other_lengths_are_left_alone() {
        for text in [
            "It opens from 9 a.m. to 5 p.m., two hours longer than before.",
            "It left at 10:40 p.m. local time and landed at 6:15 a.m., a flight of eleven hours.",
            "They met at 9:15 and at 11:45, and had three hours to spare.",
        ] {
            assert_eq!(spans(text), Vec::<String>::new(), "{text}");
        }
    }
}
