//! Ties "nine years later", "seven years ago", "for 17 years, since 2003", "62 years, until he died in 2011" and
//! "her nine years in the job" to the two years that they lie between: both in the text, or one of them that of the
//! story itself.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Entry, Relation, RelationKind, Story, standing};
use crate::extract::{Date, FigureKind, Modifier};
use crate::language::{Class, Interval, TokenKind, Words};
use crate::story::Placed;
use crate::story::calendar::day_of_publication;
use crate::story::passage::Passage;
use crate::text::Span;

/// Words between a number of years and the year that it leads to, at most.
const NEAR: usize = 3;

/// What somebody does at the beginning of a time, and what is done to a thing.
pub(super) const BEGUN: &[&str] = &[
    "crowned",
    "enstooled",
    "enthroned",
    "installed",
    "ordained",
    "sworn",
    "became",
    "joined",
    "began",
    "started",
    "opened",
    "founded",
    "married",
    "moved",
    "arrived",
    "elected",
    "appointed",
    "took",
    "came",
    "named",
    "launched",
    "bought",
    "met",
    "hired",
    "promoted",
    "built",
    "installed",
    "established",
    "formed",
    "created",
    "introduced",
    "inaugurated",
    "completed",
    "commissioned",
    "entered",
    "went",
    "signed",
    "lit",
    "seized",
    "sworn",
    "ordained",
    "banned",
    "settled",
    "crowned",
    "chartered",
    "unveiled",
    "merged",
    "enlisted",
];

/// The numbers of years that two years let a reader check.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let today = day_of_publication(story).map(|day| (day.day.year(), day.span));
    // "For nearly 300 years" is held to its interval as 300 is.
    let is_plain = |entry: &&Entry<'_>| {
        let figure = entry.figure;
        let in_years = figure.unit.as_ref().is_some_and(|unit| unit.head == "year");
        let is_told = matches!(figure.modifier, Modifier::Plain | Modifier::Nearly);
        figure.kind == FigureKind::Duration && in_years && is_told && figure.pair.is_none()
    };
    let in_years = entries.iter().filter(is_plain).filter_map(|entry| relation(story, entry, today));
    in_years.chain(entries.iter().filter_map(|entry| days_later(story, entry))).collect()
}

/// "Sailed on May 3 and made land on June 14, 42 days later": the two days of the sentence, the second right before.
fn days_later(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let figure = entry.figure;
    let unit = figure.unit.as_ref().filter(|unit| matches!(unit.head.as_str(), "day" | "week" | "month"))?;
    if figure.kind != FigureKind::Duration || figure.modifier != Modifier::Plain || figure.pair.is_some() {
        return None;
    }
    let passage = Passage::of_sentence(story, figure.sentence)?;
    let behind = passage.positions(unit.span).end;
    let dates = super::life::in_sentence(&story.dates, figure.sentence);
    let [from, to] = dates else { return None };
    let gap = passage.positions(to.span).end..passage.position(figure.number.start);
    let is_beside = gap.len() == 1
        && passage.words.is_any(gap.start, &[",", "("])
        && passage.words.is(behind, "later")
        && !passage.words.is(behind + 1, "than");
    let is_day = |date: &&Placed<Date>| date.month.is_some() && (date.day.is_some() || unit.head == "month");
    let is_weekday = |date: &&Placed<Date>| date.weekday.is_some() && date.month.is_none();
    let are_weekdays = [from, to].iter().all(is_weekday) && unit.head == "day" && figure.value < Decimal::from(7);
    let are_days = [from, to].iter().all(is_day) || are_weekdays;
    let given = super::time::duration(from, to, &unit.head).filter(|_| is_beside && are_days)?;
    Some(Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: vec![from.span, to.span],
        cue: None,
        low: given.low,
        high: given.high,
        printed: given.low,
        complete: true,
        holds: given.meets(figure.interval),
    })
}

/// A year of the story's text or of the story itself.
pub(super) type Year = (i16, Span);

fn relation(story: &Story, entry: &Entry<'_>, today: Option<Year>) -> Option<Relation> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let number = passage.positions(entry.figure.number);
    let unit = passage.positions(entry.figure.unit.as_ref()?.span);
    let length = Length { words: passage.words, at: number.start..unit.end.max(number.end), first: passage.first };
    let ends = length.ends(story, &passage, entry, today);
    let ends = ends.or_else(|| standing::stretch_before(story, &passage, &length.at, entry));
    let (from, to) = ends.or_else(|| standing::ends(story, &passage, length.at, entry, today?))?;
    let found = between(entry, from, to)?;
    Some(by_months(story, entry, from, to, &found).unwrap_or(found))
}

/// "In March 2022. He delivered it in March 2025, two years later": two months tell more than their years.
fn by_months(story: &Story, entry: &Entry<'_>, from: Year, to: Year, found: &Relation) -> Option<Relation> {
    let month_of = |year: Year| {
        let date = story.dates.iter().find(|date| date.span == year.1 && date.year == Some(year.0));
        date.filter(|date| date.month.is_some())
    };
    let given = super::time::duration(month_of(from)?, month_of(to)?, "year")?;
    let holds = given.meets(entry.figure.interval);
    Some(Relation { low: given.low, high: given.high, printed: given.low, holds, ..found.clone() })
}

/// Holds a length in years against the two years that it lies between, each of whose days may be meant; `None` where they
/// are too far apart to be told.
pub(super) fn between(entry: &Entry<'_>, from: Year, to: Year) -> Option<Relation> {
    let years = Decimal::from(to.0.checked_sub(from.0)?);
    let given = Interval::between(years - Decimal::ONE, years + Decimal::ONE);
    Some(Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: vec![from.1, to.1],
        cue: None,
        low: Some(years),
        high: Some(years),
        printed: Some(years),
        complete: true,
        holds: given.meets(entry.figure.interval),
    })
}

/// The same where the two are no more than twice as far apart as is said, or half as far: else the length is another's.
pub(super) fn near_between(entry: &Entry<'_>, from: Year, to: Year) -> Option<Relation> {
    let found = between(entry, from, to)?;
    let (years, said) = (found.printed?, entry.figure.value);
    let is_near = Decimal::ONE < years && years <= said * Decimal::TWO && said <= years * Decimal::TWO;
    (found.holds || is_near).then_some(found)
}

/// A number of years among the words of its sentence.
struct Length<'a> {
    words: Words<'a>,
    at: Range<usize>,
    first: usize,
}

impl Length<'_> {
    fn ends(
        &self,
        story: &Story,
        passage: &Passage<'_>,
        entry: &Entry<'_>,
        today: Option<Year>,
    ) -> Option<(Year, Year)> {
        let words = self.words;
        let years = years_of(story, passage, entry.figure.sentence);
        let behind = self.at.end;
        if words.is_any(behind, &["later", "afterwards"]) {
            let (at, to) = self.nearest(&years, behind + 1)?;
            return Some((earlier(story, &years, at, entry)?, to));
        }
        if words.is(behind, "ago") {
            let (_, from) = self.nearest(&years, behind + 1)?;
            return today.map(|today| (from, today));
        }
        if let Some(to) = self.until(&years) {
            return Some((begun(story, entry).filter(|_| years.len() == 1)?, to));
        }
        if self.is_tenure() && years.is_empty() {
            return Some((begun(story, entry)?, today?));
        }
        if let Some(goes) = self.is_term_served() {
            // "Who took over in 2011, will retire in 2026 after 15 years"
            if let [begun, gone] = &years[..]
                && goes
                && gone.at.end + 1 == self.at.start
                && let Some(from) = self.only_begun(std::slice::from_ref(begun))
            {
                return Some((from, (gone.year, gone.span)));
            }
            let from = self.only_begun(&years).or_else(|| begun(story, entry).filter(|_| years.is_empty()))?;
            let to = today?;
            // Who has left may have left long ago; longer than until now nobody served.
            let fits_now = goes || Decimal::from(to.0.checked_sub(from.0)?) < entry.figure.value;
            return fits_now.then_some((from, to));
        }
        if let Some(from) = self.only_begun(&years).filter(|_| self.is_marked()) {
            return Some((from, today?));
        }
        if let Some(from) = self.kept_since(&years) {
            // Only a slip of a decade tells that the two belong together: "2001 … 34 years".
            let to = today?;
            let off = Decimal::from(to.0 - from.0).checked_sub(entry.figure.value)?.abs();
            return (off == Decimal::TEN).then_some((from, to));
        }
        let running = self.is_running() || self.is_span_of();
        if let Some(since) = years.iter().find(|year| running && self.leads_since(&year.at)) {
            return today.map(|today| ((since.year, since.span), today));
        }
        // "Joined in 2003 and has served for 32 years": in one post for a part of the time, never for more than all of it.
        let (from, to) = (self.only_begun(&years).filter(|_| running)?, today?);
        let passed = Decimal::from(to.0.checked_sub(from.0)?);
        (passed < entry.figure.value || standing::is_slip(passed, entry.figure.value)).then_some((from, to))
    }

    /// The year right beside the words: "in 2019, seven years ago", "seven years ago, in 2019".
    fn nearest(&self, years: &[YearAt], behind: usize) -> Option<(usize, Year)> {
        let is_joint = |at: usize| {
            self.words.is_any(at, &[",", "in", "(", "and", "–", "—", "back", "almost", "nearly", "exactly", "some"])
                || self.words.kind(at) == Some(TokenKind::Dash)
        };
        let is_beside = |year: &&YearAt| {
            let gap = if year.at.end <= self.at.start { year.at.end..self.at.start } else { behind..year.at.start };
            gap.len() <= NEAR
                && gap.clone().all(is_joint)
                && (year.at.end <= self.at.start || behind <= year.at.start)
                && (behind <= year.at.start || self.closes(behind))
        };
        years.iter().find(is_beside).map(|year| (year.at.start, (year.year, year.span)))
    }

    /// Whether the words behind the length do not go on with another event: "2011, 30 years later the mill closed".
    fn closes(&self, behind: usize) -> bool {
        self.words.get(behind).is_none()
            || matches!(self.words.kind(behind), Some(TokenKind::Punctuation | TokenKind::Dash))
            || self.words.is_any(behind, &["on", "and", "but", "as", "after", "when", "for", "from", "with"])
    }

    /// "Has run it for 17 years": up to now.
    fn is_running(&self) -> bool {
        let lead = self.at.start.wrapping_sub(1);
        let is_led = self.words.is(lead, "for") || self.words.is_any(self.at.end, &[",", ".", "("]);
        let is_perfect = |at: usize| self.words.is_any(at, &["has", "have", "'s", "’s", "been"]);
        let mut before = self.first..self.at.start.max(self.first);
        let is_past = (self.first..self.at.start).any(|at| self.words.is(at, "had"));
        // "Brandt, harbour master for 12 years, since 2009": no verb needs to say that it goes on.
        let comma = usize::from(self.words.is(self.at.end, ","));
        if self.words.is(lead, "for") && self.words.is(self.at.end + comma, "since") && !is_past {
            return true;
        }
        is_led && before.any(is_perfect) && !is_past
    }

    /// "Had stood since 1988, a span of 38 years".
    fn is_span_of(&self) -> bool {
        let lead = self.at.start.wrapping_sub(1);
        self.words.is(lead, "of")
            && self.words.is_any(lead.wrapping_sub(1), &["span", "run", "stretch", "period", "total"])
    }

    /// "This year marked 27 years on the throne", "is celebrating 40 years as a priest".
    fn is_marked(&self) -> bool {
        const MARKS: &[&str] = &[
            "marked",
            "marks",
            "marking",
            "celebrated",
            "celebrates",
            "celebrating",
            "completed",
            "completes",
            "completing",
        ];
        let words = self.words;
        let lead = self.at.start.wrapping_sub(1);
        let is_told = words.is_any(lead, MARKS)
            || words.has(lead, Class::Possessive) && words.is_any(lead.wrapping_sub(1), MARKS);
        is_told
            && (words.get(self.at.end).is_none()
                || words.is_any(self.at.end, &["on", "in", "as", "at", "of", "with", ",", "."]))
    }

    /// "62 years, until he died in 2011": the year behind "until".
    fn until(&self, years: &[YearAt]) -> Option<Year> {
        const REACH: usize = 6;
        let until = self.at.end + usize::from(self.words.is(self.at.end, ","));
        let is_led =
            self.words.is(self.at.start.wrapping_sub(1), "for") && self.words.is_any(until, &["until", "till"]);
        let ends = |year: &&YearAt| until < year.at.start && year.at.start - until <= REACH;
        years.iter().find(ends).filter(|_| is_led).map(|year| (year.year, year.span))
    }

    /// "In her nine years in the job she has": up to now.
    fn is_tenure(&self) -> bool {
        let words = self.words;
        let is_owned = words.has(self.at.start.wrapping_sub(1), Class::Possessive)
            && words.is_any(self.at.start.wrapping_sub(2), &["in", "during", "over"])
            && words.is_any(self.at.end, &["in", "as", "at", "with", "on"]);
        let perfect = (self.at.end..self.at.end + 8).find(|&at| words.is_any(at, &["has", "have", "had", "was"]));
        // "In his 20 years as clerk, Ron Ek has": somebody else's years.
        let perfect = perfect.filter(|&perfect| words.is_any(perfect - 1, &["he", "she", "it", "they"]));
        is_owned && perfect.is_some_and(|perfect| words.is_any(perfect, &["has", "have"]))
    }

    /// "Will leave in December after 16 years in charge", "retired after 16 years": whether somebody goes now rather than
    /// went once; `None` where nobody does.
    fn is_term_served(&self) -> Option<bool> {
        const GOES: &[&str] = &[
            "leave",
            "leaves",
            "leaving",
            "retire",
            "retires",
            "retiring",
            "quits",
            "resigns",
            "departs",
            "departing",
        ];
        const SHUTS: &[&str] = &["close", "closes", "closing", "shut", "shuts", "shutting"];
        const WENT: &[&str] = &["left", "retired", "quit", "resigned", "departed"];
        const STEPS: &[&str] = &["step", "steps", "stepping", "stand", "stands", "standing"];
        const STEPPED: &[&str] = &["stepped", "stood"];
        let words = self.words;
        let is_owned = words.has(self.at.start.wrapping_sub(1), Class::Possessive);
        let lead = self.at.start.wrapping_sub(1 + usize::from(is_owned));
        if !words.is_any(lead, &["after", "following"]) {
            return None;
        }
        let ends_here = words.get(self.at.end).is_none()
            || words.is_any(self.at.end, &["in", "at", "as", "of", "on", "with", ".", ",", "this", "next"]);
        let steps = |at: usize, verbs: &[&str]| words.is_any(at, verbs) && words.is_any(at + 1, &["down", "aside"]);
        let before = self.first..lead;
        // "Will shut for good after 53 years in use"; who shuts something else may have had it for a part of the time.
        let shuts =
            |at: usize| words.is_any(at, SHUTS) && words.is_any(at + 1, &["for", "in", "on", "its", "this", "next"]);
        let goes = before.clone().any(|at| words.is_any(at, GOES) || steps(at, STEPS) || shuts(at));
        let went = before.clone().any(|at| words.is_any(at, WENT) || steps(at, STEPPED));
        (ends_here && goes != went).then_some(goes)
    }

    /// "Who took over in 2011": the only year, right behind what began in it.
    fn only_begun(&self, years: &[YearAt]) -> Option<Year> {
        const REACH: usize = 7;
        let [only] = years else { return None };
        let near = only.at.start.saturating_sub(REACH).max(self.first)..only.at.start;
        let clause = near.clone().rfind(|&at| self.words.written(at) == ",").map_or(near.start, |comma| comma + 1);
        let near = clause..near.end;
        let has_begun = near.clone().any(|at| self.words.is_any(at, BEGUN));
        let is_other = near.clone().any(|at| self.words.is_any(at, &["born", "until", "before"]));
        (has_begun && !is_other).then_some((only.year, only.span))
    }

    /// "The first since the line opened in 2001: the sides had kept the peace for 34 years": the only year, behind "since".
    fn kept_since(&self, years: &[YearAt]) -> Option<Year> {
        const REACH: usize = 6;
        let [only] = years else { return None };
        let first = only.at.start.saturating_sub(REACH).max(self.first);
        let is_since = (first..only.at.start).any(|at| self.words.is(at, "since"));
        let is_far = only.at.end + NEAR < self.at.start && self.words.is(self.at.start.wrapping_sub(1), "for");
        let has_kept = (only.at.end..self.at.start).any(|at| self.words.is_any(at, &["had", "has", "have"]));
        (is_since && is_far && has_kept).then_some((only.year, only.span))
    }

    /// "For 17 years, since 2003", "since 2003, 17 years".
    fn leads_since(&self, year: &Range<usize>) -> bool {
        let words = self.words;
        let since = year.start.wrapping_sub(1);
        let is_behind = words.is(since, "since") && since.wrapping_sub(self.at.end) <= 1;
        // "Since 2003, or for 17 years"
        let joins = |at: usize| {
            const JOINTS: &[&str] =
                &[",", "(", "or", "for", "some", "a", "span", "run", "stretch", "period", "total", "of"];
            words.is_any(at, JOINTS) || words.kind(at) == Some(TokenKind::Dash)
        };
        let gap = year.end..self.at.start;
        let is_before = words.is(since, "since") && (1..=NEAR + 1).contains(&gap.len()) && gap.clone().all(joins);
        is_behind || is_before
    }
}

/// The only other year before the one at `at`: in the sentence, or else in the one before.
fn earlier(story: &Story, years: &[YearAt], at: usize, entry: &Entry<'_>) -> Option<Year> {
    let others: Vec<&YearAt> = years.iter().filter(|year| year.at.start != at).collect();
    match others.as_slice() {
        [only] => Some((only.year, only.span)),
        [] => {
            let sentence = entry.figure.sentence.checked_sub(1)?;
            let is_same_block = story.sentences[sentence].block == entry.figure.block;
            let before = Passage::of_sentence(story, sentence).filter(|_| is_same_block)?;
            match years_of(story, &before, sentence).as_slice() {
                [only] => Some((only.year, only.span)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The only year of the sentence before, if something began in it: "became chief executive in 2018".
pub(super) fn begun(story: &Story, entry: &Entry<'_>) -> Option<Year> {
    let sentence = entry.figure.sentence.checked_sub(1)?;
    let before = Passage::of_sentence(story, sentence).filter(|_| goes_on(story, entry))?;
    let is_told = (before.first..before.end).any(|at| before.words.is_any(at, BEGUN));
    match years_of(story, &before, sentence).as_slice() {
        [only] if is_told => Some((only.year, only.span)),
        _ => None,
    }
}

/// Whether the sentence of a figure goes on from the one before: in one paragraph, or taking its subject up
/// at the head of the next ("It had been", "He has").
pub(super) fn goes_on(story: &Story, entry: &Entry<'_>) -> bool {
    let sentence = entry.figure.sentence;
    let Some(before) = sentence.checked_sub(1) else { return false };
    let (before, block) = (story.sentences[before].block, entry.figure.block);
    let takes_up = || {
        let is_prose = story.blocks[before].role.is_prose() && story.blocks[block].role.is_prose();
        let words = story.text_of(story.sentences[sentence].span);
        is_prose && ["It ", "He ", "She ", "They "].iter().any(|pronoun| words.starts_with(pronoun))
    };
    before == block || before + 1 == block && takes_up()
}

/// A year in its sentence.
pub(super) struct YearAt {
    pub(super) at: Range<usize>,
    pub(super) year: i16,
    pub(super) span: Span,
}

/// The years of a sentence, those of seasons and decades left out.
pub(super) fn years_of(story: &Story, passage: &Passage<'_>, sentence: usize) -> Vec<YearAt> {
    let year = |date: &Placed<Date>| {
        let at = passage.positions(date.span);
        let is_bent = (at.start.saturating_sub(3)..at.start).any(|at| {
            passage.words.is_any(at, &["about", "around", "circa", "early", "late", "before", "after", "until", "by"])
                || passage.words.has(at, Class::NumberWord)
        });
        let words = story.text_of(date.span);
        let is_span = words.ends_with('s') || super::period::joined_years(words).is_some() || words.contains('/');
        (!is_bent && !is_span).then_some(YearAt { at, year: date.year?, span: date.span })
    };
    super::life::in_sentence(&story.dates, sentence).iter().filter_map(year).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::testing::{read, relations};

    fn spans(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Duration)
    }

    #[test]
    fn years_later_lie_between_two_years() {
        assert_eq!(
            spans(
                "27 October 2025\n\nThe chief, who was crowned in 1998 and this year marked 37 years on the throne, spoke."
            ),
            ["37 ≠ 27: 1998 | 27 October 2025"]
        );
        assert_eq!(spans("She joined in 2018 and was made head nine years later, in 2024."), ["nine ≠ 6: 2018 | 2024"]);
        assert_eq!(
            spans("It was built in Brae in 1991. It was refitted in 2011, 20 years later."),
            ["20 = 20: 1991 | 2011"]
        );
    }

    #[test]
    fn years_up_to_now_end_with_the_story() {
        let dated = |text: &str| spans(&format!("November 9, 2023\n\n{text}"));
        assert_eq!(dated("She came in 2019, seven years ago, from Brae."), ["seven ≠ 4: 2019 | November 9, 2023"]);
        assert_eq!(dated("She has run it for 17 years, since 2003."), ["17 ≠ 20: 2003 | November 9, 2023"]);
        assert_eq!(dated("She has run it for 20 years, since 2003."), ["20 = 20: 2003 | November 9, 2023"]);
        assert_eq!(
            dated("It has been run by the family since 2003, or for 30 years."),
            ["30 ≠ 20: 2003 | November 9, 2023"]
        );
        assert_eq!(
            dated("She joined the force in 2003 and has served for 32 years."),
            ["32 ≠ 20: 2003 | November 9, 2023"]
        );
        assert!(dated("She joined the force in 2003 and has been its chief for 12 years.").is_empty());
    }

    #[test]
    fn what_began_in_the_sentence_before_lasts_until_its_end_or_until_now() {
        assert_eq!(
            spans("In 1959 she married Nils Ek. They were together for 62 years, until he died in 2011."),
            ["62 ≠ 52: 1959 | 2011"]
        );
        let dated = |text: &str| spans(&format!("November 9, 2023\n\n{text}"));
        assert_eq!(
            dated("Ms Gray became head in 2018. In her nine years in the job she has closed two schools."),
            ["nine ≠ 5: 2018 | November 9, 2023"]
        );
        for text in [
            "The club won the cup in 1990. He played for 10 years, until he broke a leg in 1998.",
            "Ms Gray became head in 2018. In her nine years as a teacher she had closed nothing.",
            "Ms Gray became head in 2018. Her nine years in prison followed.",
        ] {
            assert_eq!(dated(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn who_goes_now_has_served_since_the_year_of_coming() {
        let dated = |text: &str| spans(&format!("November 9, 2023\n\n{text}"));
        for text in [
            "Ida Lund, who took over in 2011, will leave in May after 16 years in charge.",
            "Ida Lund took over in 2011. She is stepping down after 16 years at the helm.",
            "Ida Lund, who was appointed in 2011, retired on Friday after 16 years.",
        ] {
            assert_eq!(dated(text), ["16 ≠ 12: 2011 | November 9, 2023"], "{text}");
        }
        for text in [
            "Ida Lund, who took over in 1981, left after 16 years in charge.",
            "Ida Lund, who was born in 1981, will leave after 16 years in charge.",
            "Ida Lund, who joined in 2001 and took over in 2011, will leave after 16 years in charge.",
        ] {
            assert_eq!(dated(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn other_years_are_left_alone() {
        for text in [
            "In 2011, 30 years later than planned, the dam was filled.",
            "In 1990 and 2001 it flooded, and nine years later, in 2024, again.",
            "November 9, 2023\n\nThe first since 2019, he served for nine years.",
            "November 9, 2023\n\nIn 2019 she said that she had left seven years ago.",
        ] {
            assert_eq!(spans(text), Vec::<String>::new(), "{text}");
        }
    }
}
