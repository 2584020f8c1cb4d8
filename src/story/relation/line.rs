//! A sentence word by word, with its figures in place: which words lead to a figure, and what they make of it.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use super::quotient::{Bounds, Outcome};
use super::{Entry, Relation, RelationKind, Story, follows};
use crate::extract::{Figure, FigureKind};
use crate::language::{Class, Classes, Lexicon, Token, Vocabulary, WordList, Words, in_small_letters};
use crate::text::Span;

/// More figures in one sentence are no prose; the bound keeps reading linear.
const LONGEST: usize = 24;

/// How many words may stand between a preposition and its figure: "from the year-ago level of".
const REACH: usize = 8;

/// A sentence with its figures.
#[derive(Debug)]
pub(super) struct Line<'a> {
    /// The words of its block.
    pub(super) words: Words<'a>,
    /// The number of its first word.
    pub(super) first: usize,
    /// The number behind its last word.
    pub(super) end: usize,
    /// Its figures, in order.
    pub(super) slots: Vec<Slot<'a>>,
    /// The number of its block.
    pub(super) block: usize,
    /// Where its block begins in the story.
    pub(super) start: u32,
    /// The words of its block, told without looking at them.
    pub(super) vocabulary: &'a Vocabulary,
}

/// A figure among the words of its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot<'a> {
    /// The figure.
    pub(super) entry: &'a Entry<'a>,
    /// The word at which it begins, its modifier included: "about".
    pub(super) begin: usize,
    /// The word at which its number begins.
    pub(super) number: usize,
    /// The word behind its number.
    pub(super) behind: usize,
    /// The word behind all of it, its unit included.
    pub(super) end: usize,
}

/// What the words before a figure make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// By how much: "by 12", "rose 12", "an increase of 12".
    By,
    /// Where a change starts: "from 12".
    From,
    /// Where it leads: "to 12".
    To,
    /// With what it is compared: "against 12", "compared with 12".
    Against,
    /// Where it stands: "at 12".
    At,
    /// The same in other words: "or 12".
    Or,
    /// On which basis: "up 12% on the 1,050".
    On,
    /// In brackets.
    Bracket,
    /// Anything else.
    Other,
}

/// Which way a word has things go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// "Rose".
    Up,
    /// "Fell".
    Down,
}

/// The classes of the words that tell a way wherever they stand.
const CHANGES: Classes = Classes::of(&[Class::Rise, Class::Fall]);

/// Which way a verb or noun has things go ("rose", "decline"); `None` for other words.
pub fn way_of(word: &str) -> Option<Way> {
    way_of_class(Lexicon::shared().classes(word))
}

fn way_of_class(classes: Classes) -> Option<Way> {
    // Most words are of neither class.
    if !classes.meets(CHANGES) {
        return None;
    }
    let ways = [(Class::Rise, Way::Up), (Class::Fall, Way::Down)];
    ways.into_iter().find(|&(class, _)| classes.has(class)).map(|(_, way)| way)
}

impl Line<'_> {
    /// The sentence without the ages that stand between commas or say how old so many are: "Marr, 67, rode 1,200 miles in
    /// 20 days", "97 were under five and 38 were aged five to 17".
    pub(super) fn without_ages(mut self) -> Self {
        let words = self.words;
        let is_band = |slot: &Slot<'_>| {
            (slot.begin.saturating_sub(2)..slot.begin).any(|at| words.is_any(at, &["are", "were", "aged"]))
        };
        let is_aside = |slot: &Slot<'_>| {
            let is_inset = words.is(slot.begin.wrapping_sub(1), ",") && words.is(slot.past(), ",");
            slot.kind() == FigureKind::Age && (is_inset || is_band(slot))
        };
        if !self.slots.iter().all(is_aside) {
            self.slots.retain(|slot| !is_aside(slot));
        }
        self
    }
}

/// The sentences of a story that hold a figure, in order.
pub(super) fn lines<'a>(story: &'a Story, entries: &'a [Entry<'a>]) -> Vec<Line<'a>> {
    entries.chunk_by(|one, other| one.figure.sentence == other.figure.sentence).map(|all| line(story, all)).collect()
}

fn line<'a>(story: &'a Story, all: &'a [Entry<'a>]) -> Line<'a> {
    let head = all[0].figure;
    let block = &story.blocks[head.block];
    let words = Words { text: block.span.of(&story.text), tokens: &block.mentions.tokens };
    let start = block.span.start;
    let is_before = |token: &Token, offset: u32| token.span.start + start < offset;
    let sentence = story.sentences.get(head.sentence).map_or(head.span, |sentence| sentence.span);
    let Range { start: first, end } =
        block.mentions.numbers_of(head.sentence - block.sentences.start).unwrap_or_default();
    // From a word that does not stand behind it on: in a sentence it is sooner met than searched for.
    let word_at = |offset: u32, from: usize| {
        from + words.tokens[from..].iter().take_while(|token| is_before(token, offset)).count()
    };
    let mut slots: Vec<Slot<'a>> = Vec::with_capacity(all.len().min(LONGEST));
    for entry in all.iter().take(LONGEST) {
        let (span, number) = (entry.figure.span, entry.figure.number);
        let begins = span.start.min(number.start);
        let begin = word_at(begins, if begins < sentence.start { 0 } else { first });
        let at = word_at(number.start, begin);
        let behind = word_at(number.end, at);
        slots.push(Slot { entry, begin, number: at, behind, end: word_at(span.end, begin).max(behind) });
    }
    for at in 1..slots.len() {
        let (before, next) = (slots[at - 1].behind, slots[at].begin);
        // "Half of the 120 members": the whole is a figure of its own.
        slots[at - 1].end = slots[at - 1].end.min(next).max(before);
        slots[at].begin = next.max(before).min(slots[at].number.max(before));
    }
    Line { words, first, end, slots, block: head.block, start, vocabulary: &block.mentions.vocabulary }
}

impl<'a> Slot<'a> {
    /// The figure.
    pub(super) fn figure(&self) -> &'a Figure {
        &self.entry.figure.mention
    }

    /// The number of the word behind all of it: its number and what it counts.
    pub(super) fn past(&self) -> usize {
        self.end.max(self.behind)
    }

    /// What the figure may stand for.
    pub(super) fn bounds(&self) -> Option<Bounds> {
        Bounds::of(self.figure())
    }

    /// What kind of number the figure is.
    pub(super) fn kind(&self) -> FigureKind {
        self.figure().kind
    }

    /// Whether it is a percentage.
    pub(super) fn is_percent(&self) -> bool {
        self.kind() == FigureKind::Percentage
    }

    /// What the figure counts or measures, or its currency.
    pub(super) fn unit(&self) -> Option<&'a str> {
        self.figure().unit.as_ref().map(|unit| unit.head.as_str()).filter(|_| !self.is_percent())
    }

    /// Whether it may be in the same unit as the other: both say so, or one leaves it out and is of the same order.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let bare = |slot: &Self| slot.unit().is_none() && matches!(slot.kind(), FigureKind::Count | FigureKind::Index);
        let is_money = |slot: &Self| slot.kind() == FigureKind::Money;
        // "$4.62 a bushel, up from $4.45", "from £64m to £56m a year": for what is said once.
        let is_price = |slot: &Self| is_money(slot) || slot.kind() == FigureKind::Rate;
        match (self.unit(), other.unit()) {
            _ if self.is_percent() || other.is_percent() => self.is_percent() && other.is_percent(),
            (Some(one), Some(other_unit)) if is_money(self) != is_money(other) => {
                one == other_unit && is_price(self) && is_price(other) && self.is_of_one_order(other)
            }
            (Some(one), Some(other_unit)) if self.kind() == other.kind() => {
                one == other_unit || !is_money(self) && one.ends_with(other_unit) || one.starts_with(other_unit)
            }
            // "From 200 to 800 a week": the time is said once.
            (None, None) => {
                let is_pace = |slot: &Self| slot.kind() == FigureKind::Rate;
                (bare(self) || is_pace(self)) && (bare(other) || is_pace(other)) && self.is_of_one_order(other)
            }
            _ => {
                (bare(self) || bare(other))
                    && self.may_elide(other)
                    && self.is_of_one_order(other)
                    && self.adds_up()
                    && other.adds_up()
            }
        }
    }

    /// "18km of cable … 133 thefts, up from 121": a bare number of another paragraph is none of kilometres or of dollars.
    fn may_elide(&self, other: &Self) -> bool {
        let is_measured = |slot: &Self| matches!(slot.kind(), FigureKind::Measure | FigureKind::Money);
        self.entry.figure.block == other.entry.figure.block || !is_measured(self) && !is_measured(other)
    }

    fn adds_up(&self) -> bool {
        use FigureKind::{Count, Duration, Index, Measure, Money};
        matches!(self.kind(), Count | Index | Money | Measure | Duration)
    }

    fn is_of_one_order(&self, other: &Self) -> bool {
        let (one, other) = (self.figure().value.abs(), other.figure().value.abs());
        let least = one.min(other);
        !least.is_zero() && one.max(other).checked_div(least).is_some_and(|ratio| ratio <= Decimal::from(50))
    }
}

/// The words that tell a way only in their place.
const WAYS: WordList = WordList::of(&[
    "up",
    "higher",
    "down",
    "lower",
    "off",
    "narrowed",
    "narrows",
    "narrow",
    "narrowing",
    "deepened",
    "deepens",
    "deepening",
    "worsened",
    "worsens",
    "worsening",
    "ballooned",
    "mounted",
    "improved",
    "improves",
    "improving",
]);

impl Line<'_> {
    /// The story's span of the words from `first` to the one before `end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.words.span(first, end).shifted(self.start)
    }

    /// The word in small letters; empty beyond the sentence.
    pub(super) fn lower(&self, at: usize) -> Cow<'_, str> {
        if at < self.first || self.end <= at { Cow::Borrowed("") } else { in_small_letters(self.words.written(at)) }
    }

    /// Whether any word from `first` to the one before `end` is one of `words`.
    pub(super) fn has_between(&self, first: usize, end: usize, words: &[&str]) -> bool {
        // For a few words a look at each is as cheap; beyond them it is mostly needless.
        const NEAR: usize = 3;
        let mut range = first..end.min(self.end);
        (range.len() <= NEAR || self.vocabulary.may_hold_any(words)) && range.any(|at| self.words.is_any(at, words))
    }

    /// The same for a list of words, however long it is.
    pub(super) fn has_listed(&self, first: usize, end: usize, list: &WordList) -> bool {
        if !self.vocabulary.may_hold_listed(list) {
            return false;
        }
        let tokens = self.words.tokens.get(first..end.min(self.end)).unwrap_or_default();
        tokens.iter().any(|token| list.has(token, self.words.text))
    }

    /// Whether one of its words has things go either way.
    pub(super) fn tells_way(&self) -> bool {
        let may_tell = |at: &usize| {
            let token = &self.words.tokens[*at];
            token.classes.meets(CHANGES) || WAYS.may_have(token.trace)
        };
        (self.first..self.end).filter(may_tell).any(|at| self.way(at).is_some())
    }

    /// Which way the word at `at` has things go; `None` for other words.
    ///
    /// "Up" and "down" say so only beside a figure or what leads to one: not in "set up" or "down the road".
    pub(super) fn way(&self, at: usize) -> Option<Way> {
        if at < self.first || self.end <= at {
            return None;
        }
        let token = self.words.get(at)?;
        if let Some(way) = way_of_class(token.classes) {
            return Some(way).filter(|_| !self.is_season(at));
        }
        // Most words say nothing of a way, and need not be asked for each that may.
        if !WAYS.has(token, self.words.text) {
            return None;
        }
        let is = |word: &str| token.reads(self.words.text, word);
        let way = match () {
            // "Beer makes up 40 percent": no change.
            () if is("up") && self.words.is_any(at.wrapping_sub(1), &["make", "makes", "made", "making"]) => {
                return None;
            }
            () if is("up") || is("higher") => Way::Up,
            () if is("down") || is("lower") || is("off") => Way::Down,
            () => return self.way_of_gap(at),
        };
        let leads = self.words.is_any(at + 1, &["from", "by", "at"]) && !is("off");
        // "Up a record 4%", "up an average of 9.2 points"
        let beside = (at + 1..at + 4).any(|next| self.begins(next));
        let behind = (is("higher") || is("lower")) && self.ends(at);
        (leads || beside || behind).then_some(way)
    }

    /// "Sold 1,140 tickets this | fall": a time of the year, and no "this fall of 4 percent".
    fn is_season(&self, at: usize) -> bool {
        let words = self.words;
        words.is(at, "fall")
            && words.is_any(at.wrapping_sub(1), &["this", "last", "next", "each", "every", "late", "early"])
            && !words.is_any(at + 1, &["of", "in"])
    }

    /// Which way "narrowed", "deepened" or "improved" has a gap or a loss go; of other things these words say nothing.
    fn way_of_gap(&self, at: usize) -> Option<Way> {
        const NEAR: usize = 5;
        const LOSSES: &[&str] = &["loss", "losses", "deficit", "deficits", "shortfall", "shortfalls"];
        const GAPS: &[&str] = &["gap", "gaps", "lead", "margin", "majority", "spread"];
        const NARROWED: &[&str] = &["narrowed", "narrows", "narrow", "narrowing"];
        const DEEPENED: &[&str] =
            &["deepened", "deepens", "deepening", "worsened", "worsens", "worsening", "ballooned", "mounted"];
        const IMPROVED: &[&str] = &["improved", "improves", "improving"];
        const GOODS: &[&str] = &[
            "score",
            "scores",
            "results",
            "marks",
            "grades",
            "rating",
            "ratings",
            "attendance",
            "sales",
            "profit",
            "profits",
            "turnout",
            "accuracy",
            "literacy",
            "survival",
            "productivity",
            "output",
            "revenue",
            "income",
            "occupancy",
            "punctuality",
        ];
        const WAITS: &[&str] =
            &["wait", "waits", "delay", "delays", "queue", "queues", "backlog", "times", "pollution"];
        let words = self.words;
        let (way, things) = match () {
            () if words.is_any(at, NARROWED) => (Way::Down, [LOSSES, GAPS]),
            () if words.is_any(at, IMPROVED) && self.has_between(self.first, at, GOODS) => (Way::Up, [GOODS, &[]]),
            () if words.is_any(at, DEEPENED) && self.has_between(self.first, at, GOODS) => (Way::Down, [GOODS, &[]]),
            () if words.is_any(at, DEEPENED) => (Way::Up, [LOSSES, WAITS]),
            () if words.is_any(at, IMPROVED) => (Way::Down, [LOSSES, WAITS]),
            () => return None,
        };
        let is_thing = |word: usize| things.iter().any(|things| words.is_any(word, things));
        let parts = |word: &usize| words.is_any(*word, &[",", ";", "and", "but", "from", "to", "of"]);
        let before = (self.first..at).rev().take(NEAR).take_while(|word| !words.is_any(*word, &[";", "and", "but"]));
        // "Narrowed its loss to", "a narrowing of the deficit to"
        let object = at + 1 + usize::from(words.is(at + 1, "of"));
        let mut behind = (object..self.end.min(object + NEAR)).take_while(|word| !parts(word) && !self.begins(*word));
        let is_told = before.into_iter().any(is_thing) || behind.any(is_thing);
        is_told.then_some(way)
    }

    /// Whether a figure begins at the word.
    fn begins(&self, at: usize) -> bool {
        self.slots.iter().any(|slot| slot.begin == at)
    }

    /// Whether a figure ends right before the word.
    fn ends(&self, at: usize) -> bool {
        self.slots.iter().any(|slot| slot.end == at || slot.behind == at)
    }

    /// Whether the figure stands in brackets.
    pub(super) fn is_bracketed(&self, slot: &Slot<'_>) -> bool {
        const LONG: usize = 16;
        let first = slot.begin.saturating_sub(LONG).max(self.first);
        let mark = (first..slot.begin).rev().map(|at| self.words.written(at)).find(|mark| matches!(*mark, "(" | ")"));
        mark == Some("(")
    }

    /// The word before which looking back from the figure stops: the end of the figure before, or the sentence's first.
    pub(super) fn floor(&self, number: usize) -> usize {
        number.checked_sub(1).map_or(self.first, |before| self.slots[before].behind)
    }

    /// The same of a figure that is known only for itself.
    pub(super) fn floor_of(&self, slot: &Slot<'_>) -> usize {
        let before = self.slots.iter().map(|other| other.behind).filter(|&behind| behind <= slot.begin);
        before.max().unwrap_or(self.first)
    }

    /// What the words before the figure make of it.
    pub(super) fn lead(&self, number: usize) -> Lead {
        let slot = &self.slots[number];
        let floor = self.floor(number);
        let mut through = 0;
        let mut at = slot.begin;
        while floor < at && slot.begin - at < REACH {
            at -= 1;
            let word = self.lower(at);
            let is_near = slot.begin == at + 1;
            match self.word_leads(&word, at) {
                Some(Lead::Or) if !is_near => return Lead::Other,
                Some(lead) => return lead,
                None => {}
            }
            if self.way(at).is_some() {
                let is_by = through < 1 || self.words.is(at + 1, "of");
                return if is_by { Lead::By } else { Lead::Other };
            }
            match () {
                () if word == "of" && is_near => through = 0,
                () if self.words.is_hyphen(at) => {}
                () if !self.words.is_word(at) => return Lead::Other,
                () if self.is_filler(at, &word) => {}
                () => through += 1,
            }
            if through > 0 && !self.reaches_back(at, slot.begin) {
                return Lead::Other;
            }
        }
        Lead::Other
    }

    fn word_leads(&self, word: &str, at: usize) -> Option<Lead> {
        let before = self.lower(at.wrapping_sub(1));
        Some(match word {
            "by" => Lead::By,
            "from" => Lead::From,
            "to" if before == "compared" || before == "relative" => Lead::Against,
            "to" if before == "according" || before == "due" => Lead::Other,
            "to" => Lead::To,
            "against" | "versus" | "vs" | "vs." => Lead::Against,
            "with" if before == "compared" || before == "comparing" => Lead::Against,
            "on" | "over" => Lead::On,
            "with" | "in" | "for" | "among" | "between" | "and" | "including" | "than" | "," => Lead::Other,
            "at" => Lead::At,
            "or" => Lead::Or,
            "(" => Lead::Bracket,
            _ => return None,
        })
    }

    /// Words that may stand between a preposition and its figure: "to a record 500", "from last year's 583".
    fn is_filler(&self, at: usize, word: &str) -> bool {
        const FILLERS: &[&str] = &[
            "record",
            "total",
            "net",
            "revised",
            "adjusted",
            "previous",
            "current",
            "initial",
            "original",
            "average",
            "estimated",
            "projected",
            "just",
            "only",
            "last",
            "prior",
            "new",
            "high",
            "low",
            "all-time",
            "almost",
            "sharply",
            "slightly",
            "further",
            "another",
            "extra",
            "year-ago",
            "roughly",
            "even",
            "still",
            "year",
            "month",
            "quarter",
            "week",
            "yesterday",
            "again",
            "around",
            "whopping",
            "combined",
        ];
        let is_determiner = self.words.has(at, Class::Determiner) || self.words.has(at, Class::Possessive);
        is_determiner
            || FILLERS.contains(&word)
            || word.ends_with("ly")
            || matches!(word, "of" | "'s" | "’s" | "a" | "an")
    }

    /// Whether the words from `at` to the figure are a noun that "of" ties to it: "level of 583".
    fn reaches_back(&self, at: usize, begin: usize) -> bool {
        (at + 1..begin).any(|between| self.words.is(between, "of") || self.words.is_any(between, &["'s", "’s"]))
    }
}

/// The relation between `stated` and `operands`, as `outcome` has it.
pub(super) fn tie(
    kind: RelationKind,
    stated: &Slot<'_>,
    operands: &[&Slot<'_>],
    cue: Option<Span>,
    outcome: Outcome,
) -> Relation {
    let operands = operands.iter().map(|slot| slot.entry.claim).collect();
    Relation { cue, ..follows(kind, stated.entry.claim, operands, outcome) }
}
