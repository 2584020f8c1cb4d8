//! Ties a number of years (or months, weeks, days) to the two dates that it lies between:
//! "for five years from 1996 to 2001", "the six-year period, 1984 to 1989", "1998-2012, a span of 14 years".
//!
//! Silent where the number may be the length of something else: "jailed for ten years for frauds between 2001 and
//! 2005", "in 2019 they promised us 10 years".

use std::ops::Range;

use rust_decimal::Decimal;

use super::time;
use super::{Entry, Relation, RelationKind, Story};
use crate::extract::{Date, FigureKind};
use crate::language::{Class, TokenKind, Words};
use crate::story::passage::Passage;
use crate::text::Span;

/// Words between a number of years and its dates, at most.
const NEAR: usize = 8;

/// The dates that a stretch of time runs between.
struct Stretch {
    from: Date,
    to: Date,
    /// The story's words for both ends, in one span where they are one.
    spans: Vec<Span>,
    /// The positions of its words.
    at: Range<usize>,
}

/// The durations of the story that two dates beside them let a reader check.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let durations = entries.iter().filter(|entry| entry.figure.kind == FigureKind::Duration);
    durations.filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let length = Length::read(&passage, entry)?;
    let all = stretches(story, &passage, entry.figure.sentence);
    // "From 1998 to 2001 and again from 2006 to 2010, seven years in all": the length of both.
    if 1 < all.len() && (passage.first..passage.end).any(|at| passage.words.is(at, "again")) {
        return None;
    }
    let stretch = all.into_iter().find(|stretch| length.is_of(&passage, stretch))?;
    let unit = entry.figure.unit.as_ref()?;
    // "Ten days, from Monday to Wednesday week": only within one week do weekdays tell how many they are.
    if is_weekday(&stretch.from) && Decimal::from(7) < entry.figure.value {
        return None;
    }
    let given = time::duration(&stretch.from, &stretch.to, &unit.head)?;
    Some(Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: stretch.spans,
        cue: None,
        low: given.low,
        high: given.high,
        printed: given.low,
        complete: true,
        holds: given.meets(entry.figure.interval),
    })
}

/// The stretches of a sentence, in order.
fn stretches(story: &Story, passage: &Passage<'_>, sentence: usize) -> Vec<Stretch> {
    let first = story.dates.partition_point(|date| date.sentence < sentence);
    let end = story.dates.partition_point(|date| date.sentence <= sentence);
    let dates = &story.dates[first..end];
    let within = dates.iter().filter_map(|date| {
        let (from, to) = joined_years(story.text_of(date.span))?;
        Some(Stretch { from, to, spans: vec![date.span], at: passage.positions(date.span) })
    });
    let between = dates.windows(2).filter_map(|pair| {
        let (one, other) = (passage.positions(pair[0].span), passage.positions(pair[1].span));
        let is_joined = is_joined(passage.words, &one, &other);
        (is_joined && is_alike(&pair[0], &pair[1])).then(|| Stretch {
            from: pair[0].mention,
            to: pair[1].mention,
            spans: vec![pair[0].span, pair[1].span],
            at: one.start..other.end,
        })
    });
    within.chain(between).collect()
}

/// The years of the only stretch of a sentence.
pub(super) fn years_of_stretch(story: &Story, sentence: usize) -> Option<((i16, Span), (i16, Span))> {
    let passage = Passage::of_sentence(story, sentence)?;
    match stretches(story, &passage, sentence).as_slice() {
        [Stretch { from, to, spans, .. }] => Some(((from.year?, *spans.first()?), (to.year?, *spans.last()?))),
        _ => None,
    }
}

/// Both years of "1981-85"; `None` for seasons and fiscal years ("2016-17", "2003/04") and all other words.
pub(super) fn joined_years(words: &str) -> Option<(Date, Date)> {
    let (first, last) = words.split_once(['-', '–', '‐', '‑', '‒'])?;
    let from: i16 = first.parse().ok()?;
    let to: i16 = match last.len() {
        2 => from / 100 * 100 + last.parse::<i16>().ok()?,
        _ => last.parse().ok()?,
    };
    let year = |year: i16| Date { year: Some(year), ..Date::default() };
    (from + 1 < to).then(|| (year(from), year(to)))
}

/// Whether two dates are told as exactly: years, or days of a month.
fn is_alike(one: &Date, other: &Date) -> bool {
    let has_years = one.year.is_some() && other.year.is_some();
    let has_days = one.day.is_some() && other.day.is_some();
    has_years || has_days || is_weekday(one) && is_weekday(other)
}

/// "Monday", and no more.
fn is_weekday(date: &Date) -> bool {
    date.weekday.is_some() && date.day.is_none() && date.month.is_none() && date.year.is_none()
}

/// Whether the words join two dates: "1996 to 2001", "between 2015 and 2019", "from 1998, when he arrived, until 2012".
fn is_joined(words: Words<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    const MORE_OR_LESS: &[&str] =
        &["early", "late", "mid", "the", "end", "start", "beginning", "of", "about", "around", "-", "summer", "spring"];
    let opening = one.start.wrapping_sub(1);
    let joint = (one.end..other.start).filter(|&at| !words.is_any(at, MORE_OR_LESS) || at == one.end);
    let joint: Vec<usize> = joint.collect();
    let closes = |at: usize| words.is_any(at, &["to", "through", "until", "till"]);
    match joint.as_slice() {
        [dash] if words.kind(*dash) == Some(TokenKind::Dash) => true,
        [only] if closes(*only) => true,
        [up, to] if words.is(*up, "up") && closes(*to) => true,
        [only] => words.is(*only, "and") && words.is(opening, "between"),
        [.., last] if words.is(opening, "from") && closes(*last) && joint.len() <= 12 => true,
        [.., last] if is_told_from(words, opening) && joint.len() <= 6 && joint.iter().any(|&at| closes(at)) => {
            closes(*last) || words.is(*last, "in")
        }
        [.., last] => {
            words.is_any(*last, &["in", "on"])
                && (is_ended(words, *last) && (is_begun(words, opening) || is_lent(words, opening))
                    || are_told(words, one, other))
        }
        [] => false,
    }
}

/// "From their wedding in", "from his election in".
fn is_told_from(words: Words<'_>, preposition: usize) -> bool {
    words.is(preposition, "in") && (preposition.saturating_sub(4)..preposition).any(|at| words.is(at, "from"))
}

/// "Began in", "joined the club in".
fn is_begun(words: Words<'_>, preposition: usize) -> bool {
    const BEGUN: &[&str] = &[
        "began",
        "begun",
        "started",
        "opened",
        "joined",
        "launched",
        "arrived",
        "founded",
        "erupted",
        "throne",
        "prison",
        "jail",
        "jailed",
        "imprisoned",
        "office",
        "power",
        "married",
        "signed",
        "sailed",
        "elected",
        "appointed",
    ];
    let first = preposition.saturating_sub(4);
    words.is_any(preposition, &["in", "on"]) && (first..preposition).any(|at| words.is_any(at, BEGUN))
}

/// "Bought the club in 1994 and sold it in 2019", "was seized on 2 January and freed on 20 March": one thing done and then
/// another, with nothing but "and" between the two clauses.
fn are_told(words: Words<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    const REACH: usize = 8;
    let is_told = |at: usize| words.has(at, Class::Past) || words.is_word(at) && words.written(at).ends_with("ed");
    let before = one.start.saturating_sub(REACH)..one.start;
    let is_birth = before.clone().any(|at| words.is_any(at, &["born", "married", "after", "before", "when"]));
    let first = before.clone().any(is_told) && words.is_any(one.start.wrapping_sub(1), &["in", "on"]);
    let joint = one.end + usize::from(words.is(one.end, ","));
    let tail = joint + 1..other.start.saturating_sub(1);
    let is_second = tail.len() <= REACH - 2
        && tail.clone().next().is_some_and(is_told)
        && !tail.clone().any(|at| words.is(at, ","));
    first && !is_birth && words.is_any(joint, &["and", "but"]) && is_second
}

/// "A 25-year lease in", "on a ten-year contract in".
fn is_lent(words: Words<'_>, preposition: usize) -> bool {
    let before = preposition.wrapping_sub(1);
    words.is_any(preposition, &["in", "on", "from"])
        && words.is_any(before, &["lease", "contract", "deal", "licence", "license", "loan", "agreement", "concession"])
}

/// "Ended in", "left in".
fn is_ended(words: Words<'_>, preposition: usize) -> bool {
    const ENDED: &[&str] = &[
        "ended",
        "finished",
        "closed",
        "left",
        "shut",
        "concluded",
        "stopped",
        "quit",
        "retired",
        "freed",
        "released",
        "abdicated",
        "resigned",
        "out",
        "expires",
        "ends",
        "lapses",
        "returned",
    ];
    words.is_any(preposition.wrapping_sub(1), ENDED)
}

/// A number of years where it stands.
struct Length {
    at: Range<usize>,
    /// Whether it tells of what kind the noun behind it is: "six-year", "five year".
    is_attribute: bool,
}

impl Length {
    /// `None` where others beside it make it something else: "two four-year terms", "each five years", "five years later".
    fn read(passage: &Passage<'_>, entry: &Entry<'_>) -> Option<Self> {
        let words = passage.words;
        let figure = entry.figure;
        let number = passage.positions(figure.number);
        let unit = passage.positions(figure.unit.as_ref()?.span);
        let at = passage.positions(figure.span.to(figure.number)).start..unit.end.max(number.end);
        let before = at.start.wrapping_sub(1);
        let is_one_of_several = words.kind(before) == Some(TokenKind::Number)
            || words.has(before, Class::NumberWord)
            || words.is_any(before, &["each", "every", "another", "further", "second", "third", "per"]);
        let is_distance = words
            .is_any(at.end, &["later", "earlier", "ago", "old", "before", "after", "longer", "more", "since", "on"])
            && !words.run_is(at.end, &["on", "which"]);
        let is_attribute = words.is_hyphen(number.end) || !words.written(unit.end.wrapping_sub(1)).ends_with('s');
        (!is_one_of_several && !is_distance)
            .then_some(Self { at, is_attribute: is_attribute && figure.value != Decimal::ONE })
    }

    /// Whether it is the length of `stretch`.
    fn is_of(&self, passage: &Passage<'_>, stretch: &Stretch) -> bool {
        let words = passage.words;
        let has_noun = self.noun(words).is_some();
        if self.is_attribute && !has_noun {
            return self.is_apposed(words, stretch);
        }
        let is_near = if self.at.end <= stretch.at.start {
            !is_punished(words, passage.first, self.at.start) && is_led_to(words, self.at.end..stretch.at.start)
        } else {
            stretch.at.end <= self.at.start && self.follows(words, stretch.at.end..self.at.start)
        };
        is_near || self.is_same_period(words, stretch) || self.runs_out(words, stretch)
    }

    /// "Ran from May 4 to June 15, a six-week stoppage": right behind the comma, whatever its noun.
    fn is_apposed(&self, words: Words<'_>, stretch: &Stretch) -> bool {
        let comma = stretch.at.end;
        words.is(stretch.at.start.wrapping_sub(1), "from")
            && words.is(comma, ",")
            && words.is_any(comma + 1, &["a", "an"])
            && self.at.start == comma + 2
            && words.is_word(self.at.end)
            && !super::spell::has_own_length(words, self.at.end)
    }

    /// "Signed a 25-year lease in 2004 that runs out in 2029": the stretch begins right behind what has the length.
    fn runs_out(&self, words: Words<'_>, stretch: &Stretch) -> bool {
        let noun = self.noun(words).filter(|_| self.is_attribute);
        noun.is_some_and(|noun| noun < stretch.at.start && stretch.at.start - noun <= 3)
            && stretch.spans.len() == 2
            && (stretch.at.start..stretch.at.end).any(|at| words.is_any(at, &["runs", "expires", "ends", "lapses"]))
    }

    /// The position of the noun that it tells the length of, if it can have dates.
    fn noun(&self, words: Words<'_>) -> Option<usize> {
        (self.at.end..self.at.end + 4).take_while(|&at| words.is_word(at)).find(|&at| words.has(at, Class::PeriodNoun))
    }

    /// "From 1998 to 2012, 14 years", "1998-2012, a span of 14 years".
    fn follows(&self, words: Words<'_>, gap: Range<usize>) -> bool {
        const LEADS: &[&str] = &[
            "and",
            ")",
            "after",
            "serving",
            "served",
            "took",
            "taking",
            "needed",
            "reigned",
            "ruled",
            "having",
            "spent",
            ",",
            "(",
            "a",
            "an",
            "the",
            "of",
            "for",
            "or",
            "is",
            "was",
            "lasted",
            "ran",
            "operated",
            "lasting",
            "total",
            "in",
            "all",
            "some",
            "nearly",
            "about",
            "almost",
            "over",
            "which",
            "that",
            "totalling",
            "totaling",
            "covering",
            "spanning",
        ];
        const STATES: &[&str] = &[
            "ownership",
            "marriage",
            "rule",
            "captivity",
            "publication",
            "operation",
            "war",
            "peace",
            "occupation",
            "exile",
        ];
        let leads = |at: usize| {
            words.is_any(at, LEADS) || words.has(at, Class::PeriodNoun) || words.kind(at) == Some(TokenKind::Dash)
        };
        // "Was elected in 1990 and resigned in 2002 after 20 years in politics": not all of them in that office.
        let is_career = words.is(gap.end.wrapping_sub(1), "after")
            && words.is(self.at.end, "in")
            && words.is_any(self.at.end + 1, &["politics", "business", "public", "education", "journalism", "the"])
            && !words.is_any(self.at.end + 2, &["post", "job", "role", "seat", "chair", "office"]);
        let is_led = gap.len() <= NEAR && gap.clone().all(leads) && !gap.is_empty() || lasts(words, gap);
        let behind = self.at.end;
        let is_closed = words.get(behind).is_none()
            || matches!(words.kind(behind), Some(TokenKind::Punctuation | TokenKind::Dash))
            || !is_career && words.is_any(behind, &["in", "as", "at", "out", "away", "apart", "off", "together", "on"])
            || words.is(behind, "of") && words.is_any(behind + 1, STATES);
        is_led && (is_closed || self.noun(words).is_some())
    }

    /// "Losses during the 1981 through 1985 period … over the five year period".
    fn is_same_period(&self, words: Words<'_>, stretch: &Stretch) -> bool {
        const SAME: &[&str] = &["period", "span", "stretch", "timeframe"];
        words.is_any(stretch.at.end, SAME) && words.is_any(self.at.end, SAME) && stretch.at.end < self.at.start
    }
}

/// "Launched in 1934 and scrapped in 1967, the liner sailed for 33 years": what the dates are of did so all the time.
fn lasts(words: Words<'_>, gap: Range<usize>) -> bool {
    const LASTED: &[&str] = &[
        "sailed", "served", "stood", "ran", "operated", "flew", "ruled", "reigned", "lasted", "lived", "existed",
        "worked",
    ];
    let is_led = words.is(gap.start, ",") && words.is_any(gap.start + 1, &["the", "it", "he", "she", "they"]);
    let verb = gap.end.wrapping_sub(2);
    let is_quiet = |at: usize| words.is_word(at) && !words.has(at, Class::Past) && !words.has(at, Class::Be);
    let is_simple = (gap.start + 1..verb.max(gap.start + 1)).all(is_quiet);
    is_led && gap.len() <= NEAR && words.is_any(verb, LASTED) && words.is(verb + 1, "for") && is_simple
}

/// Whether the words lead from a number of years to its dates: "years from", "-year reign, ", "years as mayor (".
fn is_led_to(words: Words<'_>, gap: Range<usize>) -> bool {
    const JOINTS: &[&str] = &[
        ",",
        "(",
        ":",
        "from",
        "between",
        "in",
        "during",
        "of",
        "covering",
        "spanning",
        "running",
        "beginning",
        "starting",
    ];
    const PLACES: &[&str] = &["as", "at", "with", "in", "on", "under", "there", "here", "together"];
    let joins = |at: usize| {
        words.is_any(at, JOINTS) || words.kind(at) == Some(TokenKind::Dash) || words.has(at, Class::PeriodNoun)
    };
    let last = gap.end.wrapping_sub(1);
    if gap.is_empty() || NEAR < gap.len() {
        return false;
    }
    // "A five-year presidential term from": what kind of term.
    let noun = gap.clone().find(|&at| words.has(at, Class::PeriodNoun)).filter(|&at| at < gap.start + 4);
    let start = noun.unwrap_or(gap.start);
    let is_direct = (start..gap.end).all(joins);
    let is_place = words.is_any(start, PLACES) || noun.is_some() && words.is_any(start + 1, PLACES);
    let is_quiet = |at: usize| {
        let classes = words.get(at).map(|token| token.classes).unwrap_or_default();
        let is_verb =
            classes.has_any(&[Class::Past, Class::Third, Class::Be, Class::Have, Class::Modal, Class::Relative]);
        words.is_any(at, JOINTS) || !(is_verb || words.is_any(at, &["for", "over", "after", "before", "and", "since"]))
    };
    // "58 years, from their wedding in": what began.
    let from = gap.start + usize::from(words.is(gap.start, ","));
    let is_told = words.is(from, "from") && joins(last) && (from + 1..gap.end).all(is_quiet);
    is_direct || is_told || (is_place && joins(last) && (start..gap.end).all(is_quiet))
}

/// Whether the words before tell of a punishment, whose years are not those of the deed.
fn is_punished(words: Words<'_>, first: usize, end: usize) -> bool {
    const PUNISHED: &[&str] =
        &["sentenced", "jailed", "banned", "imprisoned", "suspended", "disqualified", "fined", "sentence"];
    (first..end).any(|at| words.is_any(at, PUNISHED))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::story::testing::{read, relations};

    fn periods(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Duration)
    }

    #[test]
    fn years_before_their_dates() {
        assert_eq!(periods("She led Brae for five years from 1996 to 2001."), ["five = 5..6: 1996 | 2001"]);
        assert_eq!(periods("She led Brae for 20 years from 1998 to 2012."), ["20 ≠ 14..15: 1998 | 2012"]);
        assert_eq!(periods("Costs for the four-year period, 1984 to 1989, rose."), ["four ≠ 5..6: 1984 | 1989"]);
        assert_eq!(periods("His nine-year reign (1998-2012) ended."), ["nine ≠ 14..15: 1998-2012"]);
        assert_eq!(
            periods("It covers the next four years, between 2015 and 2021, she said."),
            ["four ≠ 6..7: 2015 | 2021"]
        );
        assert_eq!(
            periods("He spent eight years as mayor of Brae from 2001 to 2013."),
            ["eight ≠ 12..13: 2001 | 2013"]
        );
    }

    #[test]
    fn years_behind_their_dates() {
        assert_eq!(periods("She led it from 1998 to 2012, 20 years."), ["20 ≠ 14..15: 1998 | 2012"]);
        assert_eq!(
            periods("The strike, which began on 10 May and ended on 17 May, lasted 14 days."),
            ["14 ≠ 6..8: 10 May | 17 May"]
        );
        assert_eq!(periods("The dig ran from 1998 to 2012, a span of 15 years in all."), ["15 = 14..15: 1998 | 2012"]);
        assert_eq!(
            periods(
                "It lost 2 mln dlrs during the 1981 through 1988 period, and mines lost more during five year period."
            ),
            ["five ≠ 7..8: 1981 | 1988"]
        );
    }

    #[test]
    fn a_beginning_and_an_end_tell_the_length() {
        assert_eq!(
            periods("The strike began in 1984 and ended in 1990, lasting three years."),
            ["three ≠ 6..7: 1984 | 1990"]
        );
        assert_eq!(
            periods("She joined the mill in 1998 and left in 2012 after 20 years."),
            ["20 ≠ 14..15: 1998 | 2012"]
        );
    }

    #[test]
    fn months_and_days_count_too() {
        assert_eq!(periods("It ran for ten days from June 4 to June 20."), ["ten ≠ 15..17: June 4 | June 20"]);
        assert_eq!(periods("It ran for two years from March 2019 to May 2023."), ["two ≠ 4..5: March 2019 | May 2023"]);
    }

    #[test]
    fn what_began_and_ended_may_be_told_with_the_years() {
        assert_eq!(
            periods("She was married for 58 years, from their wedding in 1962 until his death in 2017."),
            ["58 ≠ 55..56: 1962 | 2017"]
        );
    }

    #[test]
    fn days_of_one_week_count_too() {
        assert_eq!(periods("It ran from Monday to Thursday, five days in all."), ["five ≠ 3..4: Monday | Thursday"]);
        assert_eq!(periods("It ran for three days, from Friday to Sunday."), ["three = 2..3: Friday | Sunday"]);
        assert_eq!(periods("It ran for four days from Friday to Monday."), ["four = 3..4: Friday | Monday"]);
        assert_eq!(periods("It runs for ten days, from Monday to Wednesday week."), Vec::<String>::new());
        assert_eq!(periods("It opens five days a week, Monday to Saturday."), Vec::<String>::new());
    }

    #[test]
    fn years_of_something_else_are_left_alone() {
        for text in [
            "In 2019 they promised us 10 years.",
            "He was jailed for ten years for frauds between 2001 and 2005.",
            "The 30-year mortgages sold between 2005 and 2008 failed.",
            "She served two four-year terms from 2009 to 2017.",
            "It grew from 2001 to 2005, ten years after the merger.",
            "From 2010 to 2015, a 20-year veteran led it.",
            "The five years to 2012 were good.",
        ] {
            assert_eq!(periods(text), Vec::<String>::new(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_stretch_holds_with_or_without_its_first_year_and_at_no_other_number(
            from in 1900_i32..1980, length in 2_i32..30, shift in 2_i32..9, wording in 0_usize..4,
        ) {
            let to = from + length;
            let tell = |years: i32| match wording {
                0 => format!("He led the club for {years} years from {from} to {to}."),
                1 => format!("A {years}-year contract, {from} to {to}, was signed."),
                2 => format!("It ran from {from} until {to}, a period of {years} years."),
                _ => format!("The {years} years between {from} and {to} were hard."),
            };
            let holds = |text: &str| {
                let story = read(text);
                story.relations().iter().map(|relation| relation.holds).collect::<Vec<bool>>()
            };
            prop_assert_eq!(holds(&tell(length)), [true]);
            prop_assert_eq!(holds(&tell(length + 1)), [true]);
            prop_assert_eq!(holds(&tell(length + shift)), [false]);
        }
    }
}
