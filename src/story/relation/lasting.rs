//! Holds a length against the day on which a thing began and the one on which it ended, where the length has a clause of
//! its own: "Opened in 1954 and shut in 1989, the cinema was in business for 35 years", "The six-day siege began on March 3
//! and ended on March 9", "Corso was jailed in 2005 and cleared in 2021. The 16 years he spent in prison".
//!
//! What begins and ends a time is known by its words (`beginnings.txt`, `endings.txt`), and both must be told of one
//! subject. A length that may be that of something else ("freed on 18 June after ten days of talks") is left alone.

use std::ops::Range;

use rust_decimal::Decimal;

use super::{Entry, Relation, RelationKind, Story, time};
use crate::extract::{Date, FigureKind, Modifier};
use crate::language::{Class, TokenKind, Words};
use crate::story::Placed;
use crate::story::passage::Passage;

/// Words between a date and what begins or ends with it, at most.
const NEAR: usize = 8;

/// What lasts, by its verb.
const LASTED: &[&str] = &[
    "lasted", "lasts", "sailed", "served", "stood", "ran", "operated", "flew", "ruled", "reigned", "existed",
    "spanned", "survived", "endured", "went", "worked", "traded", "played", "taught", "preached", "toured",
];

/// What something or somebody is in for the whole of its time: "in business", "on the throne".
const STATES: &[&str] = &[
    "business",
    "service",
    "use",
    "operation",
    "office",
    "power",
    "charge",
    "force",
    "print",
    "production",
    "prison",
    "jail",
    "captivity",
    "custody",
    "exile",
    "existence",
    "throne",
    "air",
    "siege",
    "occupation",
    "command",
    "control",
    "job",
    "post",
    "role",
    "seat",
];

/// What something is for the whole of its time, by an adjective.
const OPEN: &[&str] = &["open", "married", "together", "president", "mayor", "king", "queen", "chairman", "director"];

/// What may end before its time, so that its length is no news of its end.
const SET: &[&str] = &[
    "plan",
    "contract",
    "deal",
    "lease",
    "agreement",
    "sentence",
    "ban",
    "loan",
    "programme",
    "program",
    "scheme",
    "licence",
    "license",
    "franchise",
    "term",
    "pact",
    "treaty",
    "ultimatum",
    "notice",
    "project",
    "mandate",
    "bond",
];

/// The lengths that the beginning and the end of a thing let a reader check, but for those `known` already.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    entries.iter().filter(|entry| is_open_length(entry, known)).filter_map(|entry| relation(story, entry)).collect()
}

/// Whether the figure is a plain length of more than one that none of the relations `known` has checked.
fn is_open_length(entry: &Entry<'_>, known: &[Relation]) -> bool {
    let figure = entry.figure;
    let is_known =
        || known.iter().any(|relation| relation.kind == RelationKind::Duration && relation.stated == entry.claim);
    figure.kind == FigureKind::Duration
        && figure.modifier == Modifier::Plain
        && figure.pair.is_none()
        && Decimal::ONE < figure.value
        && !is_known()
}

/// The lengths in years that none of the relations `known` has checked.
pub(super) fn open_years<'e, 'a>(
    entries: &'e [Entry<'a>],
    known: &'e [Relation],
) -> impl Iterator<Item = &'e Entry<'a>> {
    let in_years = |entry: &&Entry<'_>| entry.figure.unit.as_ref().is_some_and(|unit| unit.head == "year");
    entries.iter().filter(in_years).filter(|entry| is_open_length(entry, known))
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let length = Length::read(story, entry)?;
    let run = match Run::of(story, sentence).or_else(|| Run::across(story, entry)) {
        Some(run) => Some(run).filter(|run| length.is_of(run)),
        None => before(story, entry).filter(|_| length.is_taken_up()),
    }?;
    let given = time::duration(&run.from, &run.to, &entry.figure.unit.as_ref()?.head)?;
    let holds = given.meets(entry.figure.interval);
    // Twice as long, or half: more likely the length of something else.
    let (low, high) = (given.low?, given.high?);
    let said = entry.figure.value;
    let is_near = low <= said * Decimal::TWO && said <= high * Decimal::TWO;
    (holds || is_near).then(|| Relation {
        kind: RelationKind::Duration,
        stated: entry.claim,
        operands: Vec::new(),
        beside: vec![run.from.span, run.to.span],
        cue: None,
        low: given.low,
        high: given.high,
        printed: given.low,
        complete: true,
        holds,
    })
}

/// What the sentence before in the paragraph tells of, if that of the length has no date of its own.
fn before(story: &Story, entry: &Entry<'_>) -> Option<Run> {
    let sentence = entry.figure.sentence;
    let before = sentence.checked_sub(1)?;
    let is_same = story.sentences[before].block == entry.figure.block;
    let has_date = super::life::in_sentence(&story.dates, sentence).iter().any(is_dated);
    if is_same && !has_date { Run::of(story, before) } else { None }
}

/// A year, or the day of a month.
fn is_dated(date: &Placed<Date>) -> bool {
    date.year.is_some() || date.month.is_some()
}

/// The two dates between which a thing lasted.
struct Run {
    from: Date,
    to: Date,
    /// The positions from what begins to the second date, in their sentence.
    at: Range<usize>,
    /// Whether the sentence begins with it: "Opened in 1954 and shut in 1989, the cinema".
    opens: bool,
    /// Whether it opens the sentence as a time: "Between its launch in 1976 and its loss in 1999, the probe".
    is_time: bool,
}

impl Run {
    /// The only two dates of a sentence, the first that of a beginning, the second that of an end of the same.
    fn of(story: &Story, sentence: usize) -> Option<Self> {
        let passage = Passage::of_sentence(story, sentence)?;
        let words = passage.words;
        let dates: Vec<&Placed<Date>> =
            super::life::in_sentence(&story.dates, sentence).iter().filter(|date| is_dated(date)).collect();
        let [from, to] = dates[..] else { return None };
        let are_years = from.year.is_some() && to.year.is_some();
        let are_days = from.day.is_some() && to.day.is_some();
        let (one, other) = (passage.positions(from.span), passage.positions(to.span));
        let first = one.start.saturating_sub(NEAR).max(passage.first);
        let is_from = words.is(one.start.wrapping_sub(1), "from");
        let is_between = words.is_any(passage.first, &["between", "from"]) && one.start - passage.first <= NEAR / 2;
        let gap = one.end..other.start;
        let begun = begun_in(words, first..one.start);
        let is_ended = begun
            .is_some_and(|begun| ends_with(words, gap.clone(), is_from || is_between, words.has(begun, Class::Ending)));
        let is_until = (is_from || is_between) && leads_until(words, gap);
        let start = begun.or_else(|| is_until.then(|| one.start - 1))?;
        let is_alike = are_years || are_days;
        let is_time = is_between && words.written(other.end) == ",";
        (is_alike && (is_ended || is_until)).then_some(Self {
            from: from.mention,
            to: to.mention,
            at: start..other.end,
            opens: start == passage.first || is_time,
            is_time,
        })
    }

    /// "The mine was sunk in 1880. It closed in 1960": the only dates of two sentences of a paragraph.
    fn across(story: &Story, entry: &Entry<'_>) -> Option<Self> {
        let sentence = entry.figure.sentence;
        let before = sentence.checked_sub(1).filter(|&it| story.sentences[it].block == entry.figure.block)?;
        let (earlier, passage) = (Passage::of_sentence(story, before)?, Passage::of_sentence(story, sentence)?);
        let (from, to) = (only_date(story, before)?, only_date(story, sentence)?);
        let (one, other) = (earlier.positions(from.span), passage.positions(to.span));
        let first = one.start.saturating_sub(NEAR).max(earlier.first);
        let begun = begun_in(earlier.words, first..one.start)?;
        let words = passage.words;
        let is_same = words.is(passage.first, "it") && !earlier.words.has(begun, Class::Ending);
        let is_ended = is_same && ends_with(words, passage.first..other.start, false, false);
        let are_years = from.year.is_some() && to.year.is_some();
        (is_ended && are_years).then_some(Self {
            from: from.mention,
            to: to.mention,
            at: passage.first..other.end,
            opens: false,
            is_time: false,
        })
    }
}

/// The only date of a sentence.
fn only_date(story: &Story, sentence: usize) -> Option<&Placed<Date>> {
    let mut dates = super::life::in_sentence(&story.dates, sentence).iter().filter(|date| is_dated(date));
    dates.next().filter(|_| dates.next().is_none())
}

/// The last word before a date that says what began, or what ended for a while ("closed in 2018 and reopened").
fn begun_in(words: Words<'_>, before: Range<usize>) -> Option<usize> {
    let is_turn = |at: usize| words.has(at, Class::Beginning) || words.has(at, Class::Ending) || words.is(at, "born");
    before.rev().find(|&at| is_turn(at)).filter(|&at| !words.is(at, "born"))
}

/// "And shut in", ", ended with his death in", "but was lifted on": an end told of what the words before began.
///
/// What had ended begins again: "closed in 2018 and reopened in".
fn ends_with(words: Words<'_>, gap: Range<usize>, is_owned: bool, was_ended: bool) -> bool {
    const LINKS: &[&str] = &[",", "and", "but", "then", "it", "he", "she", "they", "which", "that", "(", "–", "—"];
    const AGAIN: &[&str] = &["reopened", "reopens", "resumed", "restored", "reinstated", "revived", "found", "back"];
    // "Stepped down", "called off", "put out"
    let is_phrase = |at: usize| {
        (words.has(at, Class::Past)
            || words.has(at, Class::Participle)
            || words.written(at).ends_with("ed")
            || words.is_any(at, &["swept", "blown", "torn"]))
            && words.is_any(at + 1, &["down", "off", "out", "aside", "away"])
            || words.is_any(at, &["step", "steps", "stand", "stands"]) && words.is_any(at + 1, &["down", "aside"])
    };
    if !was_ended && is_last_shown(words, &gap) {
        return words.is_any(gap.end.wrapping_sub(1), &["in", "on"]);
    }
    let is_end = |at: usize| words.has(at, Class::Ending) || is_phrase(at);
    let end = gap.clone().find(|&at| if was_ended { words.is_any(at, AGAIN) } else { is_end(at) });
    let is_link = |at: usize| {
        words.is_any(at, LINKS)
            || words.has(at, Class::Be)
            || words.has(at, Class::Have)
            || words.has(at, Class::Modal)
            || words.has(at, Class::Adverb)
            || words.written(at).ends_with("ly")
            || is_owned && (words.has(at, Class::Possessive) || words.has(at, Class::Determiner))
    };
    let is_led = words.is_any(gap.end.wrapping_sub(1), &["in", "on"]);
    // "And closed by order of the mayor in", not "and closed, reopening in".
    let is_quiet = |at: usize| {
        words.is_word(at)
            && !words.has(at, Class::Beginning)
            && !words.is_any(at, &["before", "after", "since", "when"])
    };
    end.is_some_and(|end| (gap.start..end).all(is_link) && gap.end - end <= NEAR && (end + 1..gap.end).all(is_quiet))
        && is_led
}

/// "And will show its last film in", ", and printed its final edition in".
fn is_last_shown(words: Words<'_>, gap: &Range<usize>) -> bool {
    const SHOWN: &[&str] = &[
        "show",
        "shows",
        "showed",
        "screen",
        "screened",
        "play",
        "played",
        "print",
        "printed",
        "publish",
        "published",
        "run",
        "ran",
        "issue",
        "issued",
        "hold",
        "held",
        "serve",
        "served",
        "fly",
        "flew",
        "perform",
        "performed",
    ];
    let is_last = |at: usize| words.is_any(at, &["last", "final"]) && words.has(at.wrapping_sub(1), Class::Possessive);
    words.is_any(gap.start, &["and", ","])
        && gap.len() <= NEAR
        && gap.clone().any(|at| is_last(at) && words.is_any(at.wrapping_sub(2), SHOWN))
}

/// "From 1931 until her death in 1976".
fn leads_until(words: Words<'_>, gap: Range<usize>) -> bool {
    let until = gap.start;
    let tail = until + 1..gap.end.max(until + 1);
    words.is_any(until, &["until", "till", "to", "through"])
        && tail.len() <= NEAR
        && (tail.is_empty() || words.is_any(gap.end - 1, &["in", "on"]))
        && tail.clone().all(|at| words.is_word(at) || words.is_any(at, &["’s", "'s"]))
}

/// A length among the words of its sentence.
struct Length<'a> {
    words: Words<'a>,
    at: Range<usize>,
    first: usize,
    /// "Six-day".
    is_attribute: bool,
}

impl<'a> Length<'a> {
    /// `None` where the words beside it make it something else: "two four-year terms", "five years later than".
    fn read(story: &'a Story, entry: &Entry<'_>) -> Option<Self> {
        const OTHERS: &[&str] =
            &["each", "every", "another", "further", "per", "first", "last", "next", "only", "other"];
        let passage = Passage::of_sentence(story, entry.figure.sentence)?;
        let words = passage.words;
        let number = passage.positions(entry.figure.number);
        let unit = passage.positions(entry.figure.unit.as_ref()?.span);
        let at = number.start..unit.end.max(number.end);
        let before = at.start.wrapping_sub(1);
        let is_other = words.kind(before) == Some(TokenKind::Number)
            || words.has(before, Class::NumberWord)
            || words.is_any(before, OTHERS)
            || words.is_any(at.end, &["old", "ago", "before", "after", "longer", "more", "earlier", "less"])
            || words.is_any(at.end, &["later", "on"]) && words.is(at.end + 1, "than");
        let is_attribute = words.is_hyphen(number.end) || !words.written(unit.end.wrapping_sub(1)).ends_with('s');
        (!is_other).then_some(Self { words, at, first: passage.first, is_attribute })
    }

    fn is_of(&self, run: &Run) -> bool {
        if self.at.end <= run.at.start {
            return if self.is_attribute { self.is_subject_of(run) } else { self.is_told_before(run) };
        }
        if self.is_attribute || self.at.start < run.at.end {
            return false;
        }
        self.is_apposed(run)
            || self.is_after(run)
            || self.is_given(run)
            || self.is_clause(run)
            || self.is_described(run)
    }

    /// Whether the words behind the length end what is said of it.
    fn is_closed(&self) -> bool {
        let behind = self.at.end;
        self.words.get(behind).is_none()
            || matches!(self.words.kind(behind), Some(TokenKind::Punctuation | TokenKind::Dash))
    }

    /// ", 55 years during which the island", ", three decades later", ", 30 days in all".
    fn is_apposed(&self, run: &Run) -> bool {
        const BEHIND: &[&str] =
            &["later", "afterwards", "altogether", "all", "during", "apart", "straight", "in", "without", "on", "of"];
        let words = self.words;
        let gap = run.at.end..self.at.start;
        let is_mark =
            |at: usize| words.is_any(at, &[",", "(", "or"]) || matches!(words.kind(at), Some(TokenKind::Dash));
        let is_bare = self.at.start == run.at.end + 1 && gap.clone().all(is_mark)
            || gap.len() == 2 && words.run_is(gap.start, &[",", "or"]);
        is_bare && (self.is_closed() || words.is_any(self.at.end, BEHIND))
    }

    /// ", after 42 years", "after 24 days in captivity".
    fn is_after(&self, run: &Run) -> bool {
        let words = self.words;
        let gap = run.at.end..self.at.start;
        let is_led = words.is(gap.end.wrapping_sub(1), "after")
            && (gap.len() == 1 || gap.len() == 2 && words.written(gap.start) == ",");
        is_led && (self.is_closed() || self.is_stated_behind())
    }

    /// "24 days in captivity".
    fn is_stated_behind(&self) -> bool {
        let words = self.words;
        let noun = self.at.end + 1 + usize::from(words.has(self.at.end + 1, Class::Determiner));
        words.is_any(self.at.end, &["in", "on", "under", "behind", "of"]) && words.is_any(noun, STATES)
            || words.run_is(self.at.end, &["behind", "bars"])
    }

    /// ", giving visitors four weeks".
    fn is_given(&self, run: &Run) -> bool {
        const GIVES: &[&str] = &["giving", "leaving", "allowing", "lasting", "making", "spanning", "covering"];
        const LONGEST: usize = 6;
        let words = self.words;
        let is_led = words.written(run.at.end) == "," && words.is_any(run.at.end + 1, GIVES);
        let gap = run.at.end + 2..self.at.start;
        is_led && gap.len() <= LONGEST && gap.into_iter().all(|at| words.is_word(at) && !words.has(at, Class::Past))
    }

    /// ", a run of 20 days", ", having guided ships for 72 years".
    fn is_described(&self, run: &Run) -> bool {
        const OTHERS: &[&str] = &["delay", "extension", "increase", "rise", "age", "lead", "notice"];
        let (words, behind) = (self.words, run.at.end);
        let gap = behind + 2..self.at.start;
        let last = self.at.start.wrapping_sub(1);
        let is_noun = words.is_any(behind + 1, &["a", "an"])
            && words.is(last, "of")
            && (2..=4).contains(&gap.len())
            && (gap.start..last).all(|at| is_noun_phrase(words, at) && !words.is_any(at, OTHERS));
        let is_deed = words.is(behind + 1, "having") && words.is(last, "for") && gap.len() <= NEAR;
        words.written(behind) == "," && (is_noun || is_deed) && self.is_closed()
    }

    /// ", the cinema was in business for 45 years", ", which was in use for 30 years", "and stood for 57 years".
    fn is_clause(&self, run: &Run) -> bool {
        let words = self.words;
        let comma = words.written(run.at.end) == ",";
        if comma && run.is_time && self.fills(run) {
            return true;
        }
        let is_subject = |subject: Range<usize>| {
            let has_subject = !subject.is_empty();
            has_subject == run.opens && subject.into_iter().all(|at| is_noun_phrase(words, at))
        };
        if comma && self.ends_relative(run) {
            return true;
        }
        let joins = comma || words.is(run.at.end, "and");
        joins && self.lasts(run.at.end + 1, is_subject)
    }

    /// "Lund, who joined in 1998 and retired in 2015, served the force for 17 years": a verb of whom the clause tells.
    fn ends_relative(&self, run: &Run) -> bool {
        let words = self.words;
        let (verb, last) = (run.at.end + 1, self.at.start.wrapping_sub(1));
        let lead = run.at.start.wrapping_sub(1);
        let lead = if words.has(lead, Class::Be) || words.has(lead, Class::Have) { lead.wrapping_sub(1) } else { lead };
        let is_led = words.is_any(lead, &["which", "who", ","]) && !run.opens;
        let is_verb = words.is_any(verb, LASTED);
        let is_quiet = (verb..last)
            .all(|at| words.is_word(at) && !words.is_any(at, &["and", "but", "in", "empty", "idle", "with"]));
        is_led && is_verb && words.is(last, "for") && last <= verb + NEAR && is_quiet && self.is_closed()
    }

    /// "Between its launch in 1976 and its loss in 1999, the probe sent data for 23 years", "the paper had 68 years of".
    fn fills(&self, run: &Run) -> bool {
        const HAD: &[&str] = &["had", "enjoyed", "knew", "saw", "spent"];
        let words = self.words;
        let gap = run.at.end + 1..self.at.start;
        let is_mark = |at: usize| !words.is_word(at);
        let last = self.at.start.wrapping_sub(1);
        let is_for = words.is(last, "for") && self.is_closed();
        let is_had = words.is_any(last, HAD) && (words.is(self.at.end, "of") || self.is_stated_behind());
        (is_for || is_had) && gap.len() <= NEAR && !gap.into_iter().any(is_mark)
    }

    /// Whether the words from `from` to the length say that something, or somebody, was so for as long.
    fn lasts(&self, from: usize, is_subject: impl Fn(Range<usize>) -> bool) -> bool {
        let words = self.words;
        let last = self.at.start.wrapping_sub(1);
        let verb_at = |verb: usize| from <= verb && verb < self.at.start && is_subject(from..verb);
        let is_for = words.is(last, "for");
        let end = if is_for { last.wrapping_sub(1) } else { last };
        // "Lasted 45 years", "sailed for 45 years"
        if words.is_any(end, LASTED) && (is_for || words.is_any(end, &["lasted", "lasts", "spanned", "ran"])) {
            return verb_at(end) && (self.is_closed() || self.is_stated_behind());
        }
        // "Spent 45 years in office"
        if words.is_any(last, &["spent"]) {
            return verb_at(last) && self.is_stated_behind();
        }
        // "Was in business for", "had been on the throne for", "was open for"
        let start = if words.is_any(end, STATES) {
            let noun = end - usize::from(words.has(end.wrapping_sub(1), Class::Determiner));
            Some(noun.wrapping_sub(1)).filter(|&at| words.is_any(at, &["in", "on", "under"]))
        } else {
            Some(end).filter(|&at| words.is_any(at, OPEN))
        };
        let Some(start) = start.filter(|_| is_for) else { return false };
        let be = (start.saturating_sub(3)..start).find(|&at| words.has(at, Class::Be) || words.has(at, Class::Have));
        be.is_some_and(verb_at) && (self.is_closed() || words.is_any(self.at.end, &["in", "as", "with", "and"]))
    }

    /// "Lasted eight days, beginning on March 3", "spent 12 years as mayor, taking office in 2003".
    fn is_told_before(&self, run: &Run) -> bool {
        const LONGEST: usize = 7;
        let words = self.words;
        let gap = self.at.end..run.at.start;
        let begins = words.written(run.at.start).ends_with("ing") && words.written(gap.end.wrapping_sub(1)) == ",";
        let last = self.at.start.wrapping_sub(1);
        let verb = last.wrapping_sub(usize::from(words.is(last, "for")));
        let is_told = words.is_any(verb, LASTED) || words.is_any(verb, &["spent"]);
        let is_quiet = |at: usize| words.is_word(at) && !words.has(at, Class::Past) && !words.has(at, Class::Be);
        begins && is_told && gap.len() <= LONGEST && (gap.start..gap.end - 1).all(is_quiet)
    }

    /// "The six-day siege began on March 3 and".
    fn is_subject_of(&self, run: &Run) -> bool {
        let words = self.words;
        let is_led = words.has(self.at.start.wrapping_sub(1), Class::Determiner)
            || words.has(self.at.start.wrapping_sub(1), Class::Possessive);
        let gap = self.at.end..run.at.start;
        let is_joint = |at: usize| {
            words.is_any(at, &[",", "which", "that"]) || words.has(at, Class::Be) || words.has(at, Class::Adverb)
        };
        let nouns =
            gap.clone().take_while(|&at| words.is_word(at) && !is_joint(at) && is_noun_phrase(words, at)).count();
        let tail = gap.start + nouns..gap.end;
        // "The 14-year reign of King Odo began"
        let is_of = words.is_any(tail.start, &["of", "at", "in", "on"])
            && tail.len() <= NEAR / 2 + 1
            && (tail.start + 1..tail.end).all(|at| is_noun_phrase(words, at));
        let is_set = gap.clone().any(|at| words.is_any(at, SET));
        is_led && (1..=3).contains(&nouns) && (tail.clone().all(is_joint) || is_of) && !is_set
    }

    /// Whether the length goes on about what the sentence before began and ended: "The 21 years he spent in prison",
    /// "It was in use for 30 years".
    fn is_taken_up(&self) -> bool {
        let words = self.words;
        let (first, behind) = (self.first, self.at.end);
        let is_pronoun = |at: usize| words.is_any(at, &["it", "he", "she", "they"]);
        let opens = self.at.start == first + 1 && words.is_any(first, &["the", "those", "these"]);
        let spends =
            (behind..behind + 3).find(|&at| words.is_any(at, &["spent", "was", "were", "ran", "reigned", "ruled"]));
        let is_spent = spends.is_some_and(|verb| (behind..verb).any(is_pronoun));
        if self.is_attribute {
            return false;
        }
        let is_it =
            |subject: Range<usize>| subject.len() == 1 || subject.len() == 2 && words.is(subject.start + 1, "had");
        opens && is_spent || is_pronoun(first) && self.lasts(first, is_it)
    }
}

/// Whether a word may stand in a noun phrase: it is no verb, and ties no clause.
fn is_noun_phrase(words: Words<'_>, at: usize) -> bool {
    const VERBS: &[Class] = &[Class::Past, Class::Third, Class::Be, Class::Have, Class::Modal, Class::Relative];
    words.is_word(at) && !VERBS.iter().any(|&class| words.has(at, class)) && !words.has(at, Class::Coordinator)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn spans(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Duration)
    }

    #[test]
    fn a_beginning_and_an_end_tell_how_long_it_was() {
        for (text, expected) in [
            ("Opened in 1954 and shut in 1989, the mill was in business for 45 years.", "45 ≠ 35..36: 1954 | 1989"),
            ("Opened in 1954 and shut in 1989, the mill was in business for 35 years.", "35 = 35..36: 1954 | 1989"),
            (
                "The siege lasted nine days, beginning on March 3 and ending on March 9.",
                "nine ≠ 5..7: March 3 | March 9",
            ),
            ("The nine-day siege began on March 3 and ended on March 9.", "nine ≠ 5..7: March 3 | March 9"),
            ("Two men were taken on 4 June and freed on 18 June after 24 days.", "24 ≠ 13..15: 4 June | 18 June"),
            ("She reigned from 1931 until her death in 1976, 55 years in all.", "55 ≠ 45..46: 1931 | 1976"),
            ("The pact was signed in 1997 and lapsed in 2017, three decades later.", "three ≠ 1.6..2.5: 1997 | 2017"),
            (
                "Ek was jailed in 2005 and cleared in 2021. The 26 years he spent in prison hurt.",
                "26 ≠ 16..17: 2005 | 2021",
            ),
            ("The line opened in 1931 and closed in 1976. It was in use for 55 years.", "55 ≠ 45..46: 1931 | 1976"),
        ] {
            assert_eq!(spans(text), [expected], "{text}");
        }
    }

    #[test]
    fn the_length_of_something_else_is_left_alone() {
        for text in [
            "Two men were taken on 4 June and freed on 18 June after 24 days of talks in Brae.",
            "The ten-year plan was launched in 1997 and scrapped in 2003.",
            "Ek was arrested in 2005 and cleared in 2021. The trial lasted 12 years.",
            "The pit opened in 1954 and shut in 1989. The 45 years since have been hard.",
            "The line opened in 1931 and closed in 1976, 55 years after the first survey.",
            "The line opened in 1931 and closed in 1976, five years later than planned.",
        ] {
            assert!(!spans(text).iter().any(|span| span.contains('≠')), "{text}");
        }
    }
}
