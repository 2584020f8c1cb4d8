//! Holds how long a spell was against the two years that it ran between: "conductor from 1971 until 1989, a reign of 21
//! years that ended when the grant did", "opened in 1931 and shut in 2024. Its 83-year run ended with a prayer".
//!
//! The years stand in the sentence of the length or in the one before; the length must be set off behind them, or take
//! them up with "her", "its" or "those".

use std::ops::Range;

use super::elapsed::{Year, YearAt, near_between};
use super::lasting::open_years;
use super::{Entry, Relation, Story};
use crate::extract::Date;
use crate::language::{Class, TokenKind, Words};
use crate::story::Placed;
use crate::story::passage::Passage;

/// Words between a year and what leads to it, at most.
const NEAR: usize = 7;

/// What a spell is called.
const SPELLS: &[&str] = &[
    "run",
    "reign",
    "career",
    "tenure",
    "spell",
    "stint",
    "stay",
    "rule",
    "life",
    "history",
    "marriage",
    "war",
    "closure",
    "absence",
    "exile",
    "partnership",
    "service",
    "span",
    "period",
    "stretch",
    "premiership",
    "presidency",
    "captivity",
    "existence",
    "occupation",
    "imprisonment",
    "leadership",
    "association",
    "wait",
    "total",
    "editorship",
    "residence",
    "residency",
    "ownership",
    "drought",
    "ban",
];

/// The lengths of spells that two years let a reader check, but for those `known` already.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    open_years(entries, known).filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence)?;
    let length = Length::read(&passage, entry)?;
    let years = years_in(story, &passage, sentence);
    let (from, to) = match years.len() {
        0 => {
            let before = sentence.checked_sub(1).filter(|_| length.takes_up())?;
            let is_same = entry.figure.block <= story.sentences[before].block + 1;
            let passage = Passage::of_sentence(story, before).filter(|_| is_same)?;
            let years = years_in(story, &passage, before);
            let run = Run::of(&passage, &years)?;
            (run.from, run.to)
        }
        _ => length.own(&passage, &years)?,
    };
    near_between(entry, from, to)
}

/// The years of a sentence, those that end a spell ("until 1989") among them.
pub(super) fn years_in(story: &Story, passage: &Passage<'_>, sentence: usize) -> Vec<YearAt> {
    let year = |date: &Placed<Date>| {
        let at = passage.positions(date.span);
        let before = at.start.wrapping_sub(1);
        let is_bent = passage.words.is_any(before, &["about", "around", "circa", "early", "late", "before", "after"]);
        let words = story.text_of(date.span);
        let is_span = words.ends_with('s') || super::period::joined_years(words).is_some() || words.contains('/');
        (!is_bent && !is_span).then_some(YearAt { at, year: date.year?, span: date.span })
    };
    super::life::in_sentence(&story.dates, sentence).iter().filter_map(year).collect()
}

/// Two years between which something went on.
pub(super) struct Run {
    pub(super) from: Year,
    pub(super) to: Year,
    /// The positions of its years.
    at: Range<usize>,
    /// "From 1971 until 1989": its ends are told in one phrase.
    pub(super) is_until: bool,
}

impl Run {
    /// "From 1971 until 1989", "which opened in 1931, shut in 2024", "between 2009 and 2022": the only years of a sentence.
    pub(super) fn of(passage: &Passage<'_>, years: &[YearAt]) -> Option<Self> {
        let [from, to] = years else { return None };
        let words = passage.words;
        let gap = from.at.end..to.at.start;
        let lead = from.at.start.wrapping_sub(1);
        let near = from.at.start.saturating_sub(NEAR).max(passage.first)..from.at.start;
        let is_until = words.is_any(gap.start, &["until", "till", "to", "through"])
            && words.is_any(lead, &["from", "in"])
            || words.is(gap.start, "and") && words.is(lead, "between");
        let is_short = gap.len() <= NEAR + 1;
        let begun = near.clone().any(|at| words.has(at, Class::Beginning) || words.is_any(at, super::elapsed::BEGUN));
        let ended = gap.clone().any(|at| words.has(at, Class::Ending) || words.is_any(at, ENDED));
        let is_other = near.into_iter().any(|at| words.is_any(at, &["born", "built"]))
            || gap.clone().any(|at| words.is_any(at, &["reopened", "returned", "again", "planned", "expected"]));
        let is_told =
            is_until && gap.len() <= 6 || begun && ended && is_short && words.is_any(to.at.start - 1, &["in", "of"]);
        (is_told && !is_other && from.year < to.year).then_some(Self {
            from: (from.year, from.span),
            to: (to.year, to.span),
            at: from.at.start..to.at.end,
            is_until,
        })
    }
}

/// Whether the noun at `at` has a length of its own, whatever the dates beside it: "a 20-year low", "a ten-year plan".
pub(super) fn has_own_length(words: Words<'_>, at: usize) -> bool {
    const OWN: &[&str] = &[
        "high",
        "low",
        "record",
        "best",
        "worst",
        "peak",
        "plan",
        "contract",
        "deal",
        "sentence",
        "term",
        "loan",
        "lease",
        "agreement",
        "programme",
        "program",
        "average",
        "mortgage",
        "warranty",
        "bond",
        "gap",
        "ban",
        "forecast",
        "target",
        "project",
        "bill",
        "old",
        "man",
        "woman",
        "boy",
        "girl",
        "veteran",
        "campaign",
    ];
    words.is_any(at, OWN) || words.is_any(at + 1, OWN)
}

/// What ends a spell, beside the words of the lexicon.
const ENDED: &[&str] = &[
    "freed", "released", "out", "left", "died", "retired", "closed", "shut", "ended", "sold", "scrapped", "death",
    "resigned",
];

/// A length among the words of its sentence.
struct Length<'a> {
    words: Words<'a>,
    at: Range<usize>,
    first: usize,
    /// "83-year".
    is_attribute: bool,
}

impl<'a> Length<'a> {
    /// `None` where the words beside it make it something else: "20 years later", "two four-year terms".
    fn read(passage: &Passage<'a>, entry: &Entry<'_>) -> Option<Self> {
        const OTHERS: &[&str] = &[
            "each", "every", "another", "further", "per", "first", "last", "next", "other", "final", "past", "previous",
        ];
        const BEHIND: &[&str] =
            &["old", "ago", "before", "after", "longer", "more", "earlier", "less", "later", "on", "since", "apart"];
        let words = passage.words;
        let number = passage.positions(entry.figure.number);
        let unit = passage.positions(entry.figure.unit.as_ref()?.span);
        let at = number.start..unit.end.max(number.end);
        let before = at.start.wrapping_sub(1);
        let is_other = words.kind(before) == Some(TokenKind::Number)
            || words.has(before, Class::NumberWord)
            || words.is_any(before, OTHERS)
            || words.is_any(at.end, BEHIND);
        let is_attribute = words.is_hyphen(number.end) || !words.written(unit.end.wrapping_sub(1)).ends_with('s');
        (!is_other).then_some(Self { words, at, first: passage.first, is_attribute })
    }

    /// "Her nine years in office", "Its 83-year run", "Those 26 years", "The 21 years that he served".
    fn takes_up(&self) -> bool {
        const OPENS: &[&str] = &["the", "those", "these", "that", "this"];
        const BEHIND: &[&str] = &[
            "in", "at", "as", "there", "of", "were", "was", "that", "he", "she", "they", "with", "behind", "on",
            "under", "had", "saw", "brought",
        ];
        let words = self.words;
        let lead = self.at.start.wrapping_sub(1);
        let is_near = self.at.start <= self.first + 4;
        // "In those 25 years it carried 61 million cars"
        let is_those = words.is_any(lead, &["those", "these"])
            && lead == self.first + 1
            && words.is_any(self.first, &["in", "over", "during", "for", "through"]);
        if is_those && !self.is_attribute {
            return true;
        }
        let is_owned = words.has(lead, Class::Possessive) && !words.is_any(lead, &["my", "your", "our"])
            || words.is_any(lead, OPENS) && lead == self.first
            || words.is_any(lead, &["’s", "'s"]);
        let behind = self.at.end;
        let is_named = if self.is_attribute {
            (behind..behind + 2).any(|at| words.is_any(at, SPELLS))
        } else {
            words.is_any(behind, BEHIND)
        };
        is_near && is_owned && is_named
    }

    /// The years of its own sentence that it is set off behind, or that are told behind it.
    fn own(&self, passage: &Passage<'_>, years: &[YearAt]) -> Option<(Year, Year)> {
        let words = self.words;
        if let Some(run) = Run::of(passage, years) {
            let told = run.at.end <= self.at.start && self.is_set_off(run.at.end)
                || self.at.end <= run.at.start && self.is_explained(run.at.start);
            let named = run.is_until && run.at.end <= self.at.start && self.is_named(run.at.end);
            let served = run.at.end + 1 == self.at.start && self.is_served();
            return (told || named || served).then_some((run.from, run.to));
        }
        // "Since 2009, a total of 26 years by 2025"
        let [from, to] = years else { return None };
        let is_since = words.is(from.at.start.wrapping_sub(1), "since") && self.is_set_off(from.at.end);
        let is_by = words.is(to.at.start.wrapping_sub(1), "by") && to.at.start == self.at.end + 1;
        (is_since && is_by).then_some(((from.year, from.span), (to.year, to.span)))
    }

    /// ", a reign of 21 years", ", 21 years in all", "– an 18-year run", " (21 years)".
    fn is_set_off(&self, from: usize) -> bool {
        let words = self.words;
        let is_mark = words.is_any(from, &[",", "(", ":"]) || words.kind(from) == Some(TokenKind::Dash);
        let lead = from + 1;
        let is_article = words.is_any(lead, &["a", "an", "his", "her", "its", "their"]);
        let noun = lead + 1;
        let is_spell = is_article
            && words.is(self.at.start.wrapping_sub(1), "of")
            && self.at.start <= lead + 6
            && (noun..self.at.start).any(|at| words.is_any(at, SPELLS));
        let behind = self.at.end;
        let is_attribute = self.is_attribute
            && is_article
            && self.at.start == noun
            && (behind..behind + 2).any(|at| words.is_any(at, SPELLS));
        let is_bare = self.at.start == lead
            && (words.is_any(behind, &["in", "altogether", ")", "all", "during"]) && !words.is(behind + 1, "which"));
        is_mark && (is_spell || is_attribute || is_bare)
    }

    /// ", a slog of 10 years", ", a 12-year grind": right behind the comma, whatever the noun, unless it is a promise or a
    /// record, which have years of their own.
    fn is_named(&self, from: usize) -> bool {
        let words = self.words;
        let behind = self.at.end;
        let lead = from + 1;
        let is_article = words.is(from, ",") && words.is_any(lead, &["a", "an"]);
        let of = self.at.start.wrapping_sub(1);
        let is_of = !self.is_attribute && words.is(of, "of") && of == lead + 2 && words.is_word(lead + 1);
        let is_before = self.is_attribute && self.at.start == lead + 1 && words.is_word(behind);
        let has_own = has_own_length(words, if is_of { lead + 1 } else { behind });
        is_article && (is_of || is_before) && !has_own
    }

    /// "Joined the bank in 1998 and retired in 2024 | after 30 years’ service", "after 30 years with the firm".
    fn is_served(&self) -> bool {
        const BEHIND: &[&str] = &["’", "'", "with", "at", "service", "there", "of"];
        let words = self.words;
        let behind = self.at.end;
        words.is(self.at.start.wrapping_sub(1), "after")
            && (words.is_any(behind, BEHIND) || words.get(behind).is_none() || words.is_any(behind, &[",", "."]))
    }

    /// "After 42 years in the signal box, where he started in 1988 and left in 2025".
    fn is_explained(&self, run: usize) -> bool {
        const LONGEST: usize = 18;
        let words = self.words;
        let is_led = words.is_any(self.at.start.wrapping_sub(1), &["after", "for", "spent", "lasted", "served", "of"]);
        let gap = self.at.end..run;
        let link = gap.clone().find(|&at| words.is_any(at, &["where", "having", "which", "from", "between", "("]));
        let is_clear = link.is_some_and(|link| {
            (self.at.end..link).all(|at| words.is_word(at) || words.is_any(at, &[",", "’s", "'s"]))
                && !(self.at.end..link).any(|at| words.has(at, Class::Past))
        });
        is_led && is_clear && gap.len() <= LONGEST
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
    fn a_spell_is_held_against_its_years() {
        for (text, expected) in [
            (
                "Ek led the band from 1971 until 1989, a reign of 21 years that ended with the grant.",
                "21 ≠ 18: 1971 | 1989",
            ),
            (
                "Ek led the band from 1971 until 1989, a reign of 18 years that ended with the grant.",
                "18 = 18: 1971 | 1989",
            ),
            ("The mill, which opened in 1931, shut in 2024. Its 83-year run ended quietly.", "83 ≠ 93: 1931 | 2024"),
            (
                "Ada Ek, mayor from 2011 to 2018, has gone home. Her nine years in office were dry.",
                "nine ≠ 7: 2011 | 2018",
            ),
            (
                "Ek retired after 42 years in the box at Tarn, where he started in 1988 and left in 2025.",
                "42 ≠ 37: 1988 | 2025",
            ),
            ("The bank said Ek joined it in 1998 and retired in 2024 after 30 years’ service.", "30 ≠ 26: 1998 | 2024"),
            ("He had been there since 2009, a total of 26 years by 2025, Lund said.", "26 ≠ 16: 2009 | 2025"),
        ] {
            assert!(spans(text).contains(&expected.to_owned()), "{text}: {:?}", spans(text));
        }
    }

    #[test]
    fn the_length_of_something_else_is_left_alone() {
        for text in [
            "The mill opened in 1931 and shut in 2024. The 12 years since have been hard.",
            "Ek was mayor from 2011 to 2018. Her 12-year plan for the harbour was dropped.",
            "Ek led the band from 1971 until 1989, 21 years after it was formed.",
            "The mill opened in 1931 and shut in 2024. Its owner spent three years on repairs.",
        ] {
            assert!(!spans(text).iter().any(|span| span.contains('≠')), "{text}: {:?}", spans(text));
        }
    }
}
