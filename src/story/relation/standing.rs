//! Finds the two years between which something has stood, where the number of years begins or closes a sentence:
//! "It had been in service for 29 years when it failed on Friday", "Twenty-two years on, the sign is still there",
//! "From 1881 to 1958. For 97 years it gave the town its stone".
//!
//! Where the story may be looking back to another day than its own, only two slips are certain: a length of more years
//! than there have been, and one that a decade parts from them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::elapsed::{Year, begun, goes_on, years_of};
use super::{Entry, Story, period};
use crate::language::{Class, Words};
use crate::story::passage::Passage;

/// Words between "when it failed" and its day, at most.
const NEAR: usize = 6;

/// The years that the length at `at` of its sentence lies between.
pub(super) fn ends(
    story: &Story,
    passage: &Passage<'_>,
    at: Range<usize>,
    entry: &Entry<'_>,
    today: Year,
) -> Option<(Year, Year)> {
    let sentence = Sentence { story, words: passage.words, passage, at, entry };
    sentence
        .in_service(today)
        .or_else(|| sentence.years_on(today))
        .or_else(|| sentence.since(today))
        .or_else(|| sentence.longest(today))
        .or_else(|| sentence.ended(today))
        .or_else(|| sentence.in_those(today))
        .or_else(|| sentence.still(today))
}

/// The years of the stretch in the sentence before: "It was worked from 1881 to 1958. For 97 years it gave".
pub(super) fn stretch_before(
    story: &Story,
    passage: &Passage<'_>,
    at: &Range<usize>,
    entry: &Entry<'_>,
) -> Option<(Year, Year)> {
    let words = passage.words;
    let opens = at.start == passage.first + 1 && words.is_any(passage.first, &["for", "in", "over", "during"]);
    let is_same = words.is_any(at.end, &["it", "he", "she", "they"]);
    let sentence = entry.figure.sentence.checked_sub(1).filter(|_| opens && is_same && goes_on(story, entry))?;
    period::years_of_stretch(story, sentence)
}

struct Sentence<'a> {
    story: &'a Story,
    words: Words<'a>,
    passage: &'a Passage<'a>,
    at: Range<usize>,
    entry: &'a Entry<'a>,
}

impl Sentence<'_> {
    /// "Installed in 1987, it had been in service for 29 years when it failed".
    fn in_service(&self, today: Year) -> Option<(Year, Year)> {
        const SERVES: &[&str] =
            &["service", "use", "operation", "business", "office", "power", "charge", "place", "force"];
        let words = self.words;
        let before = self.passage.first..self.at.start.max(self.passage.first);
        let serves = before.clone().rev().take(NEAR).find(|&at| words.is(at, "in") && words.is_any(at + 1, SERVES))?;
        let is_led = words.is(self.at.start.wrapping_sub(1), "for");
        let is_had = (serves.saturating_sub(3)..serves).any(|at| words.is_any(at, &["had", "has", "have", "been"]));
        if !is_led || !is_had {
            return None;
        }
        let years = years_of(self.story, self.passage, self.entry.figure.sentence);
        let is_ended = words.is_any(self.at.end, &["when", "until", "before"]);
        match years.as_slice() {
            [] => {
                let from = begun(self.story, self.entry).filter(|_| self.is_same_subject())?;
                self.is_certain(from, today).then_some((from, today))
            }
            [only] if only.at.end <= self.at.start => {
                let from = (only.year, only.span);
                self.is_certain(from, today).then_some((from, today))
            }
            [only] if is_ended => {
                let from = begun(self.story, self.entry).filter(|_| self.is_same_subject())?;
                Some((from, (only.year, only.span)))
            }
            [one, other] if is_ended && one.at.end <= self.at.start && self.at.end <= other.at.start => {
                Some(((one.year, one.span), (other.year, other.span)))
            }
            _ => None,
        }
    }

    /// Whether the sentence goes on about what the one before it began with: "It had been", "The pump was installed. The pump".
    fn is_same_subject(&self) -> bool {
        let first = self.passage.first;
        let noun = self.words.written(first + 1);
        let Some(before) = self.entry.figure.sentence.checked_sub(1) else { return false };
        let opens_alike = || {
            Passage::of_sentence(self.story, before).is_some_and(|passage| passage.words.is(passage.first + 1, noun))
        };
        self.words.is_any(first, &["it", "he", "she", "they"]) || self.words.is(first, "the") && opens_alike()
    }

    /// "The banks merged in 1999. Twenty-two years on, the name is still on the door."
    fn years_on(&self, today: Year) -> Option<(Year, Year)> {
        const PRESENT: &[&str] = &["is", "are", "has", "have", "remains", "remain", "still"];
        const PAST: &[&str] = &["was", "were", "had", "would", "did"];
        let words = self.words;
        let comma = self.at.end + 1;
        let is_closed = words.is(comma, ",") || words.is_any(comma, &["he", "she", "it", "they", "the", "her", "his"]);
        let is_led = words.is_any(self.at.end, &["on", "later"]) && is_closed;
        if self.at.start != self.passage.first || !is_led {
            return None;
        }
        let mut verbs = self.at.end..self.passage.end;
        let verb =
            verbs.find(|&at| words.is_any(at, PRESENT) || words.is_any(at, PAST) || words.has(at, Class::Past))?;
        let is_bare = years_of(self.story, self.passage, self.entry.figure.sentence).is_empty();
        let before = self.entry.figure.sentence.checked_sub(1)?;
        let is_same = self.story.sentences[before].block == self.entry.figure.block;
        let passage = Passage::of_sentence(self.story, before)?;
        let years = years_of(self.story, &passage, before);
        let [only] = years.as_slice() else { return None };
        (is_bare && is_same && words.is_any(verb, PRESENT)).then_some(((only.year, only.span), today))
    }

    /// "It is 29 years since the mine closed in 1987", "marking 125 years since it opened in 1890".
    fn since(&self, today: Year) -> Option<(Year, Year)> {
        const COUNTS: &[&str] = &["is", "marks", "marked", "marking", "mark", "celebrates", "celebrating", "celebrate"];
        let words = self.words;
        let lead = self.at.start.wrapping_sub(1);
        let is_now = words.is_any(lead, COUNTS) || words.run_is(lead.wrapping_sub(1), &["has", "been"]);
        let years = years_of(self.story, self.passage, self.entry.figure.sentence);
        let [only] = years.as_slice() else { return None };
        let is_behind = self.at.end < only.at.start && only.at.start - self.at.end <= 2 * NEAR;
        (is_now && is_behind && words.is(self.at.end, "since")).then_some(((only.year, only.span), today))
    }

    /// "In charge since 2019, he is, at eight years, the longest-serving".
    fn longest(&self, today: Year) -> Option<(Year, Year)> {
        let words = self.words;
        let is_led = words.is(self.at.start.wrapping_sub(1), "at") && words.is(self.at.end, ",");
        let is_longest = (self.at.end..self.at.end + NEAR).any(|at| words.is(at, "longest"));
        let years = years_of(self.story, self.passage, self.entry.figure.sentence);
        let [only] = years.as_slice() else { return None };
        let since = (only.at.start.saturating_sub(2)..only.at.start).any(|at| words.is(at, "since"));
        (is_led && is_longest && since).then_some(((only.year, only.span), today))
    }

    /// "Founded in 1903, the paper printed its last issue on Friday, ending 123 years of publication".
    fn ended(&self, today: Year) -> Option<(Year, Year)> {
        const ENDS: &[&str] = &["ending", "ends", "ended", "end", "closing", "capping", "completing", "completes"];
        let lead = self.at.start.wrapping_sub(1);
        let is_led = self.words.is_any(lead, ENDS) || self.words.is_any(lead.wrapping_sub(1), ENDS);
        let years = years_of(self.story, self.passage, self.entry.figure.sentence);
        let from = match years.as_slice() {
            [] => begun(self.story, self.entry).filter(|_| self.is_same_subject())?,
            [only] if only.at.end <= self.at.start => (only.year, only.span),
            _ => return None,
        };
        (is_led && self.words.is_any(self.at.end, &["of", "in", "as"]) && self.is_certain(from, today))
            .then_some((from, today))
    }

    /// "Fishing has been banned there since 2009. In those 17 years the cod have come back."
    fn in_those(&self, today: Year) -> Option<(Year, Year)> {
        let (words, first) = (self.words, self.passage.first);
        // "He died in 2009. She has lived alone for the 17 years since."
        let is_since = words.is(self.at.start.wrapping_sub(1), "the")
            && words.is(self.at.end, "since")
            && matches!(words.written(self.at.end + 1), "" | ".")
            && (first..self.at.start).any(|at| words.is_any(at, &["has", "have"]));
        if is_since {
            return self.only_year_before().map(|from| (from, today));
        }
        let opens =
            words.is_any(first, &["in", "over", "for", "during"]) && words.is_any(first + 1, &["those", "these"]);
        let is_perfect = (self.at.end..self.passage.end).any(|at| words.is_any(at, &["has", "have"]));
        let before =
            self.entry.figure.sentence.checked_sub(1).filter(|_| opens && self.at.start == first + 2 && is_perfect)?;
        let passage = Passage::of_sentence(self.story, before)?;
        let years = years_of(self.story, &passage, before);
        let [only] = years.as_slice() else { return None };
        let since = passage.words.is_any(only.at.start.wrapping_sub(1), &["since", "in"]);
        since.then_some(((only.year, only.span), today))
    }

    /// "Was launched in 2001 and is still working 25 years on."
    fn still(&self, today: Year) -> Option<(Year, Year)> {
        let words = self.words;
        let is_led = words.is_any(self.at.end, &["on", "later"])
            && (words.get(self.at.end + 1).is_none() || matches!(words.written(self.at.end + 1), "." | ","));
        let years = years_of(self.story, self.passage, self.entry.figure.sentence);
        let [only] = years.as_slice() else { return None };
        let mut between = only.at.end..self.at.start.max(only.at.end);
        let is_still = between.any(|at| words.is_any(at, &["is", "are"]) && words.is(at + 1, "still"));
        (is_led && is_still).then_some(((only.year, only.span), today))
    }

    /// The only year of the sentence before in the paragraph.
    fn only_year_before(&self) -> Option<Year> {
        let before = self.entry.figure.sentence.checked_sub(1)?;
        let is_same = self.story.sentences[before].block == self.entry.figure.block;
        let passage = Passage::of_sentence(self.story, before).filter(|_| is_same)?;
        match years_of(self.story, &passage, before).as_slice() {
            [only] => Some((only.year, only.span)),
            _ => None,
        }
    }

    /// Whether the length ends with the story: it tells a day of its own week, or the length is off as only slips are.
    fn is_certain(&self, from: Year, today: Year) -> bool {
        let Some(years) = today.0.checked_sub(from.0).map(Decimal::from) else { return false };
        let stated = self.entry.figure.value;
        let dates = super::life::in_sentence(&self.story.dates, self.entry.figure.sentence);
        let is_news = dates.iter().any(|date| date.weekday.is_some() && date.month.is_none());
        let is_perfect = (self.passage.first..self.at.start).any(|at| self.words.is_any(at, &["has", "have"]));
        is_news
            || is_perfect
            || (years - stated).abs() <= Decimal::ONE
            || is_slip(years, stated)
            || years + Decimal::ONE < stated
    }
}

/// Whether two numbers of years lie apart as only slips do: by a decade, by two, or by a century.
pub(super) fn is_slip(years: Decimal, stated: Decimal) -> bool {
    [10, 20, 100].into_iter().any(|slip| (years - stated).abs() == Decimal::from(slip))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn spans(text: &str) -> Vec<String> {
        relations(&read(&format!("November 9, 2023\n\n{text}")), RelationKind::Duration)
    }

    #[test]
    fn what_has_stood_ends_with_the_story() {
        for (text, expected) in [
            ("The pump went in in 1990. It had been in service for 20 years when it failed on Friday.", "20 ≠ 33"),
            ("The pump was installed in 1990 and had been in use for 23 years when it failed.", "23 ≠ 33"),
            ("The mills merged in 1999. Twenty years on, the old name is still there.", "Twenty ≠ 24"),
            ("It is 20 years since the mine at Brae closed in 1987, and nobody has left.", "20 ≠ 36"),
            ("In charge since July 2019, he is, at eight years, the longest to serve.", "eight ≠ 4"),
            ("The quarry ran from 1881 to 1958. For 97 years it gave the town its stone.", "97 ≠ 77"),
        ] {
            let found = spans(text);
            assert!(found.len() == 1 && found[0].starts_with(expected), "{text}: {found:?}");
        }
    }

    #[test]
    fn looking_back_to_another_day_is_left_alone() {
        for text in [
            "The pump was installed in 1910 and had been in use for 29 years when it was scrapped.",
            "The mills merged in 1999. Four years later, the old name was painted over.",
            "The quarry ran from 1881 to 1958. For 97 years the Ek family lived there.",
            "It was 20 years since the mine had closed in 1987.",
        ] {
            assert_eq!(spans(text), Vec::<String>::new(), "{text}");
        }
    }
}
