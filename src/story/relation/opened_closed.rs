//! Ties a length of time to its two ends where they stand in sentences of their own: "The mill opened in 1904. It shut in
//! 1989, having run for 85 years", "He joined in 1984. When he retired in 2016 he had served 32 years", "The strike began on
//! 4 March. It ended on 22 March, 18 days later".

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::elapsed::{BEGUN, Year, goes_on, near_between, years_of};
use super::{ClaimId, Entry, Relation, RelationKind, Story, life, time};
use crate::extract::{Date, FigureKind, Modifier};
use crate::language::WordList;
use crate::story::Placed;
use crate::story::passage::Passage;

/// What is done at the end of a time.
const ENDED: WordList = WordList::of(&[
    "closed",
    "shut",
    "retired",
    "left",
    "ended",
    "resigned",
    "died",
    "quit",
    "stopped",
    "finished",
    "stood",
    "stepped",
    "departed",
    "sold",
    "dissolved",
    "disbanded",
    "folded",
    "demolished",
    "scrapped",
    "withdrawn",
    "abolished",
    "lifted",
    "verdict",
    "acquitted",
    "convicted",
    "released",
    "freed",
    "reopened",
    "completed",
    "collapsed",
    "concluded",
]);

/// Words by which a length is of something else.
const OPEN: WordList = WordList::of(&[
    "sentence",
    "prison",
    "jail",
    "old",
    "aged",
    "age",
    "ago",
    "since",
    "earlier",
    "before",
    "last",
    "next",
    "first",
    "another",
    "further",
    "contract",
    "lease",
    "than",
    "least",
    "later-born",
    "war",
]);

/// The lengths whose two ends stand in different sentences; `known` are the relations found without.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let is_plain = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        figure.kind == FigureKind::Duration && figure.modifier == Modifier::Plain && figure.pair.is_none()
    };
    let told: FxHashSet<ClaimId> = known.iter().map(|relation| relation.stated).collect();
    let lengths = entries.iter().filter(is_plain).filter(|entry| !told.contains(&entry.claim));
    lengths.filter_map(|entry| years(story, entry).or_else(|| days(story, entry))).collect()
}

/// Years between one told in a sentence before and one at which something ended.
fn years(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    entry.figure.unit.as_ref().filter(|unit| unit.head == "year")?;
    let passage = Passage::of_sentence(story, sentence).filter(|_| is_meant(story, entry))?;
    if !goes_on(story, entry) {
        return None;
    }
    let (last, end) = match years_of(story, &passage, sentence).as_slice() {
        [only] if has(&passage, &ENDED) => (sentence, (only.year, only.span)),
        [] => {
            let before = sentence.checked_sub(1)?;
            let last = Passage::of_sentence(story, before).filter(|last| has(last, &ENDED))?;
            let years = years_of(story, &last, before);
            let [only] = years.as_slice() else { return None };
            let is_one = story.sentences[before].block == entry.figure.block;
            (is_one.then_some(before)?, (only.year, only.span))
        }
        _ => return None,
    };
    near_between(entry, begun(story, last)?, end)
}

/// The only year of the sentence before, if it tells of a beginning.
fn begun(story: &Story, sentence: usize) -> Option<Year> {
    let before = sentence.checked_sub(1)?;
    let passage = Passage::of_sentence(story, before)?;
    let is_told = (passage.first..passage.end).any(|at| passage.words.is_any(at, BEGUN));
    let is_near = story.sentences[before].block + 1 >= story.sentences[sentence].block;
    match years_of(story, &passage, before).as_slice() {
        [only] if is_told && is_near => Some((only.year, only.span)),
        _ => None,
    }
}

/// Days, weeks or months from a day of the sentence before to the day of its own.
fn days(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let figure = entry.figure;
    let unit = figure.unit.as_ref().filter(|unit| matches!(unit.head.as_str(), "day" | "week" | "month"))?;
    let passage = Passage::of_sentence(story, figure.sentence).filter(|_| is_meant(story, entry))?;
    let before = figure.sentence.checked_sub(1).filter(|_| goes_on(story, entry))?;
    let ([to], [from]) = (life::in_sentence(&story.dates, figure.sentence), life::in_sentence(&story.dates, before))
    else {
        return None;
    };
    let is_day = |date: &Placed<Date>| date.month.is_some() && date.day.is_some();
    let last = Passage::of_sentence(story, before)?;
    let is_told = (last.first..last.end).any(|at| last.words.is_any(at, BEGUN)) && has(&passage, &ENDED);
    let given = time::duration(from, to, &unit.head).filter(|_| is_day(from) && is_day(to) && is_told)?;
    let said = given.low?;
    let is_near = said <= figure.value * Decimal::TWO && figure.value <= said * Decimal::TWO;
    let holds = given.meets(figure.interval);
    (holds || is_near).then(|| Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: vec![from.span, to.span],
        cue: None,
        low: given.low,
        high: given.high,
        printed: given.low,
        complete: true,
        holds,
    })
}

/// "After 45 years", "in her 18 years at", "had served 32 years", "having run for 85 years", "18 days later".
fn is_meant(story: &Story, entry: &Entry<'_>) -> bool {
    const LEADS: &[&str] = &["after", "for", "served", "lasted", "her", "his", "its", "their", "spent", "worked"];
    let Some(passage) = Passage::of_sentence(story, entry.figure.sentence) else { return false };
    let number = passage.positions(entry.figure.number);
    let words = passage.words;
    let Some(unit) = entry.figure.unit.as_ref() else { return false };
    let behind = passage.positions(unit.span).end.max(number.end);
    let is_led = words.is_any(number.start.wrapping_sub(1), LEADS) || words.is_any(behind, &["later", "afterwards"]);
    is_led && !words.is_hyphen(number.end) && !has(&passage, &OPEN)
}

fn has(passage: &Passage<'_>, list: &WordList) -> bool {
    (passage.first..passage.end).any(|at| passage.words.is_listed(at, list))
}
