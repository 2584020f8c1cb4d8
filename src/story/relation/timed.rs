//! Holds the gap between two against their times: "won in 2:09:41 … second in 2:10:16, 35 seconds behind the winner",
//! "taking 41 seconds off the course record".

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Entry, Relation, RelationKind, Story};
use crate::extract::FigureKind;
use crate::language::{Interval, Words};
use crate::story::passage::Passage;
use crate::text::Span;

/// How many sentences apart the two times may stand.
const REACH: usize = 4;

/// A gap that is more times farther off is one to somebody else.
const FAR: i64 = 4;

/// Which of the two times a gap is told of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// "35 seconds behind".
    Slower,
    /// "35 seconds clear".
    Faster,
}

/// A time that somebody took.
struct Time {
    seconds: Decimal,
    /// Whether it is told to less than a second.
    is_fine: bool,
    span: Span,
}

/// The gaps of the story's races whose two times it gives.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let is_gap = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let is_unit = figure.unit.as_ref().is_some_and(|unit| unit.head == "second");
        figure.kind == FigureKind::Duration && is_unit && figure.pair.is_none() && figure.value > Decimal::ZERO
    };
    entries.iter().filter(is_gap).filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let figure = entry.figure;
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let first = passage.position(figure.span.start.min(figure.number.start));
    let behind = passage.positions(figure.unit.as_ref()?.span).end;
    let side = side(passage.words, passage.first, first..behind)?;
    let own = times(story, figure.sentence);
    let own: Vec<&Time> = own.iter().filter(|time| !time.span.overlaps(figure.number)).collect();
    // In a sentence with both, the two are no doubt meant.
    let text = story.text_of(story.sentences[figure.sentence].span);
    let rival = Rival::of(passage.words, behind);
    if let [one, other] = own[..] {
        if !matches!(rival, Rival::Mark | Rival::Best) && has_any(text, OTHER_TIMES) {
            return None;
        }
        let (fast, slow) = if one.seconds < other.seconds { (one, other) } else { (other, one) };
        return tie(entry, fast, slow);
    }
    let [own] = own[..] else { return None };
    let sentences = figure.sentence.saturating_sub(REACH)..(figure.sentence + 2).min(story.sentences.len());
    let others: Vec<Time> = sentences
        .filter(|&sentence| sentence != figure.sentence)
        .filter(|&sentence| rival.is_told_in(text, story.text_of(story.sentences[sentence].span)))
        .flat_map(|sentence| times(story, sentence))
        .collect();
    let on_side = |other: &&Time| match side {
        Side::Slower => other.seconds < own.seconds,
        Side::Faster => own.seconds < other.seconds,
    };
    let ties: Vec<Relation> = others
        .iter()
        .filter(on_side)
        .filter_map(|other| match side {
            Side::Slower => tie(entry, other, own),
            Side::Faster => tie(entry, own, other),
        })
        .collect();
    let is_only = ties.len() == 1;
    ties.into_iter().find(|tie| tie.holds || is_only)
}

/// Words of times that others ran, or the same one on another day or a part of the way.
const OTHER_TIMES: &[&str] = &[
    "third",
    "fourth",
    "fifth",
    "best",
    "halfway",
    "half",
    "split",
    "lap",
    "previous",
    "earlier",
    "record",
    "pacemaker",
    "mark",
];

/// Whose time a gap is measured by.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Rival {
    /// "Off the course record".
    Mark,
    /// "Off her best".
    Best,
    /// "Behind the winner".
    Winner,
    /// "Clear of Aru".
    Named(String),
    /// "35 seconds back": the first two.
    Untold,
}

impl Rival {
    /// Reads it from the words behind the gap.
    fn of(words: Words<'_>, behind: usize) -> Self {
        const LONG: usize = 7;
        let end = (behind + 1..behind + LONG).find(|&at| !words.is_word(at)).unwrap_or(behind + LONG);
        let mut target = behind + 1..end;
        let has = |any: &[&str]| (behind + 1..end).any(|at| words.is_any(at, any));
        match () {
            () if has(&["best"]) => Self::Best,
            () if has(&["record", "mark"]) => Self::Mark,
            () if has(&["winner", "champion", "leader", "gold"]) => Self::Winner,
            () => match target.rfind(|&at| words.is_capitalized(at)) {
                Some(name) => Self::Named(words.written(name).to_owned()),
                None => Self::Untold,
            },
        }
    }

    /// Whether a sentence that gives a time tells of the rival; `own` is the sentence of the gap.
    fn is_told_in(&self, own: &str, other: &str) -> bool {
        const FIRST: &[&str] = &["won", "wins", "winner", "winning", "victory", "title", "gold"];
        const SECOND: &[&str] = &["second", "runner-up", "silver"];
        match self {
            Self::Mark => has_any(other, &["record", "mark"]) && !has_any(other, &["best"]),
            Self::Best => has_any(other, &["best"]),
            Self::Winner => has_any(other, FIRST),
            Self::Named(name) => has_any(other, &[name]) && !has_any(other, &["best", "halfway", "half", "record"]),
            Self::Untold => {
                let are_first_two =
                    has_any(own, SECOND) && has_any(other, FIRST) || has_any(own, FIRST) && has_any(other, SECOND);
                are_first_two && !has_any(own, &["third", "fourth"]) && !has_any(other, &["third", "fourth"])
            }
        }
    }
}

/// Whether a text has one of `words` as a word of its own.
fn has_any(text: &str, words: &[&str]) -> bool {
    text.split(|mark: char| !mark.is_alphanumeric() && mark != '-').any(|word| words.contains(&word))
}

/// What the words around a gap say of it; `None` where it is none, or one with minutes before its seconds.
fn side(words: Words<'_>, sentence: usize, at: Range<usize>) -> Option<Side> {
    const SLOWER: &[&str] = &["behind", "back", "adrift", "slower", "outside", "later"];
    const FASTER: &[&str] = &["clear", "ahead", "faster", "quicker", "off", "inside", "better"];
    const BEAT: &[&str] = &[
        "beat",
        "beating",
        "beaten",
        "won",
        "winning",
        "broke",
        "breaking",
        "lowered",
        "lowering",
        "bettered",
        "bettering",
    ];
    const NEAR: usize = 14;
    let before = at.start.wrapping_sub(1);
    // "A minute and five seconds"
    let is_compound = words.is(before, "and") || words.is_any(before, &["minute", "minutes", "min"]);
    let is_by =
        words.is(before, "by") && (before.saturating_sub(NEAR).max(sentence)..before).any(|at| words.is_any(at, BEAT));
    match () {
        () if is_compound => None,
        () if words.is_any(at.end, SLOWER) && !words.is_any(at.end + 1, &["schedule", "him", "her"]) => {
            Some(Side::Slower)
        }
        () if words.is_any(at.end, FASTER) => Some(Side::Faster),
        () if is_by => Some(Side::Faster),
        () => None,
    }
}

fn tie(entry: &Entry<'_>, fast: &Time, slow: &Time) -> Option<Relation> {
    let given = slow.seconds.checked_sub(fast.seconds)?;
    let stated = entry.figure.value;
    let slack = if fast.is_fine && slow.is_fine { Decimal::new(1, 1) } else { Decimal::ONE };
    let is_near = |one: Decimal, other: Decimal| one <= other.saturating_mul(Decimal::from(FAR));
    let holds = Interval::between(given - slack, given + slack).meets(entry.figure.interval);
    (holds || is_near(given, stated) && is_near(stated, given)).then(|| Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: vec![fast.span, slow.span],
        cue: None,
        low: Some(given),
        high: Some(given),
        printed: Some(given),
        complete: true,
        holds,
    })
}

/// The times that a sentence gives: "2:09:41", "29:45", "3:58.20", "2 hours, 9 minutes and 41 seconds", "2h 9m 41s".
fn times(story: &Story, sentence: usize) -> Vec<Time> {
    let span = story.sentences[sentence].span;
    let text = story.text_of(span);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|mark: char| mark.is_ascii_digit()).map(|next| at + next) {
        match read_time(text, start) {
            Some((seconds, is_fine, end)) => {
                let place = |offset: usize| span.start + u32::try_from(offset).unwrap_or(u32::MAX);
                found.push(Time { seconds, is_fine, span: Span::new(place(start), place(end)) });
                at = end;
            }
            None => at = start + digits(&text[start..]),
        }
    }
    found
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The time that begins at `start`, whether it has a fraction of a second, and where it ends.
fn read_time(text: &str, start: usize) -> Option<(Decimal, bool, usize)> {
    let mut parts: Vec<u32> = Vec::new();
    let mut at = start;
    let mut is_written_out = false;
    loop {
        let length = digits(&text[at..]);
        if !(1..=2).contains(&length) {
            return None;
        }
        parts.push(text[at..at + length].parse().ok()?);
        at += length;
        let rest = &text[at..];
        let joints = [":", " hours, ", " hour, ", " minutes and ", " minute and ", "h ", "m "];
        let Some(joint) = joints.iter().find(|joint| rest.starts_with(**joint)) else { break };
        if digits(&rest[joint.len()..]) == 0 {
            break;
        }
        is_written_out |= *joint != ":";
        at += joint.len();
    }
    let mut seconds = parts.iter().fold(Decimal::ZERO, |sum, &part| sum * Decimal::from(60) + Decimal::from(part));
    let rest = &text[at..];
    let fraction = rest.strip_prefix('.').map(digits).filter(|&length| 0 < length);
    if let Some(length) = fraction {
        seconds += format!("0.{}", &rest[1..=length]).parse::<Decimal>().ok()?;
        at += 1 + length;
    }
    let rest = &text[at..];
    let unit = [" seconds", " second", "s"].iter().find(|unit| is_written_out && rest.starts_with(**unit));
    at += unit.map_or(0, |unit| unit.len());
    let is_of_day = parts.len() == 2 && !is_written_out && fraction.is_none() && is_time_of_day(&text[..start], rest);
    let is_told = 2 <= parts.len() && (!is_written_out || unit.is_some()) && parts[1..].iter().all(|&part| part < 60);
    (is_told && !is_of_day).then_some((seconds, fraction.is_some(), at))
}

/// "At 9:45", "7:05 a.m.", and the score of a game.
fn is_time_of_day(before: &str, behind: &str) -> bool {
    let rest = behind.trim_start();
    let is_marked =
        ["a.m", "p.m", "am", "pm", "AM", "PM", "GMT", "o'clock", "-"].iter().any(|mark| rest.starts_with(mark));
    let is_timed = [" in ", " of ", " was ", " ran ", " clocked ", ", ", " timed at ", " clocking ", " to "];
    is_marked || !is_timed.iter().any(|lead| before.ends_with(lead))
}
