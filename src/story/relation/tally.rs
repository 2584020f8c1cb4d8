//! Ties a promised number of things to the list that gives them: behind a colon, dashes or in brackets, behind "are" or
//! "namely", in apposition ("the two men, Ida Lund and Jon Holm,"), by the years of each ("in 1981, 1988 and 1996").

use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::items::{Items, end_of_names, is_open, read_gapped, read_items};
use super::local::BlockFigures;
use super::{Entry, Relation, RelationKind, Story, body, bullets, listed_form, people, roll, thing};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Interval, TokenKind, Words};
use crate::story::passage::Passage;
use crate::text::Span;

/// Nobody lists more than this in prose.
const MOST: usize = 20;

/// A list that misses its number by more is a list of something else.
const FAR: usize = 3;

/// Words between the number and its list, at most.
const NEAR: usize = 14;

/// What a number of is never followed by the list of: the list says who scored them, or what they were worth.
const UNLISTED: &[&str] = &[
    "point", "goal", "run", "wicket", "try", "vote", "place", "lap", "stroke", "shot", "word", "minute", "dollar",
    "game", "match", "set", "win", "defeat", "part", "half", "side", "copy", "seat", "dozen",
];

/// The numbers of things whose list the story gives.
pub(super) fn find(story: &Story, blocks: &[BlockFigures<'_>], entries: &[Entry<'_>]) -> Vec<Relation> {
    let mut found: Vec<Relation> = blocks.iter().flat_map(BlockFigures::listed).collect();
    found.extend(bullets::listed(story, entries));
    found.extend(bullets::promised_by_headline(story, entries));
    found.extend(roll::find(story, entries, &found));
    found.extend(entries.iter().filter_map(|entry| roll::listed_days(story, entry)));
    found
}

/// The number of things that a figure promises, if they can be listed.
pub(super) fn promised(entry: &Entry<'_>) -> Option<usize> {
    let figure = entry.figure;
    if figure.kind != FigureKind::Count || figure.modifier != Modifier::Plain || figure.pair.is_some() {
        return None;
    }
    let count = figure.value.to_usize().filter(|count| (2..=MOST).contains(count))?;
    // "Four drop-off points": of a kind that has a name.
    let is_listed = figure
        .unit
        .as_ref()
        .is_none_or(|unit| !UNLISTED.contains(&unit.head.as_str()) || unit.head.len() + 3 < unit.span.len() as usize);
    (figure.value.is_integer() && is_listed).then_some(count)
}

/// The relation of a promise to what the list gives; `None` where the list is too short or long to be the promised one.
pub(super) fn settle(entry: &Entry<'_>, low: usize, high: usize, beside: Vec<Span>) -> Option<Relation> {
    let promised = promised(entry)?;
    let missing = if promised < low { low - promised } else { promised.saturating_sub(high) };
    let given = Interval::between(Decimal::from(low), Decimal::from(high));
    (missing <= FAR).then(|| Relation {
        kind: RelationKind::Count,
        stated: entry.claim,
        operands: Vec::new(),
        beside,
        cue: None,
        low: given.low,
        high: given.high,
        printed: given.low.filter(|_| low == high),
        complete: true,
        holds: given.meets(entry.figure.interval),
    })
}

/// The numbers of things whose list their own sentence gives.
pub(super) fn listed_in_sentences(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    entries.iter().filter_map(|entry| listed_in_sentence(story, entry)).collect()
}

fn listed_in_sentence(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    promised(entry)?;
    if !matches!(story.blocks[entry.figure.block].role, Role::Paragraph | Role::ListItem | Role::Caption) {
        return None;
    }
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let number = passage.positions(entry.figure.number);
    let noun = entry.figure.unit.as_ref().map(|unit| passage.positions(unit.span));
    let counts_people = entry.figure.unit.as_ref().is_some_and(|unit| thing::is_person(&unit.head));
    let promise = Promise { passage, number, noun, counts_people };
    if promise.is_out_of_a_larger_number() || promise.noun.is_none() && !promise.stands_alone() {
        return None;
    }
    let Items { low, high, at } = promise.items()?;
    let beside = at.into_iter().map(|at| passage.span(at.start, at.end)).collect();
    settle(entry, low, high, beside)
}

/// A number and its noun in their sentence.
struct Promise<'a> {
    passage: Passage<'a>,
    number: Range<usize>,
    /// `None` where the number stands alone: "She agreed to three:", "the back four".
    noun: Option<Range<usize>>,
    /// Whether it is a number of people.
    counts_people: bool,
}

impl Promise<'_> {
    fn words(&self) -> Words<'_> {
        self.passage.words
    }

    /// "Three of the four parties": the list gives the three.
    fn is_out_of_a_larger_number(&self) -> bool {
        let words = self.words();
        let before = self.number.start.wrapping_sub(1);
        let has_article = words.has(before, Class::Determiner) || words.has(before, Class::Possessive);
        let of = if has_article { before.wrapping_sub(1) } else { before };
        let number = of.wrapping_sub(1);
        let is_number = words.kind(number) == Some(TokenKind::Number)
            || words.has(number, Class::NumberWord)
            || words.is_any(number, &["one", "some", "many", "most", "all", "each", "any"]);
        words.is_any(of, &["of", "among"]) && self.passage.first < of && is_number
    }

    /// The list that the words behind the noun open.
    fn items(&self) -> Option<Items> {
        let words = self.words();
        // "A three-person race between Ida, Jon and Bo" counts with "himself".
        if words.is_hyphen(self.number.end) {
            return body::members(words, self.number.end, self.passage.end);
        }
        let start = self.noun.as_ref().map_or(self.number.end, |noun| noun.end.max(self.number.end));
        if self.counts_people
            && let Some(items) = people::listed(words, start, self.passage.end)
        {
            return Some(items);
        }
        if let Some(items) =
            self.years(start).or_else(|| self.namely(start)).or_else(|| listed_form::parallel(&self.passage, start))
        {
            return Some(items);
        }
        if words.is_any(start.wrapping_sub(1), &["times", "days"]) {
            return self.occasions(start).or_else(|| self.years_behind(start));
        }
        if self.is_direct(start) {
            return self.names(start);
        }
        // "Named the three victims as Ida Lund, 31; Jon Holm, 44; and Bo Ek, 52"
        if let Some(start) = self.named_as(start) {
            let end = end_of_names(words, start + 1, self.passage.end);
            let is_list = (start..self.passage.end).any(|at| words.written(at) == ";");
            if !is_list && let Some(items) = self.people_with_ages(start + 1).or_else(|| self.people_named(start + 1)) {
                return Some(items);
            }
            return read_items(words, start + 1..end.filter(|_| !is_list).unwrap_or(self.passage.end));
        }
        if let Some(names) = self.names_before() {
            return read_items(words, names);
        }
        // "Four men were charged: …": the verb may open the list, or stand before what does.
        let is_verb = |at: usize| words.is_any(at, &["are", "were"]);
        let mut openers = (start..self.passage.end.min(start + NEAR)).filter(|&at| self.opens(at));
        let Some(first) = openers.next() else { return self.far_behind(start) };
        let next = openers.find(|&at| !is_verb(at)).filter(|_| is_verb(first));
        self.behind(start, first)
            .or_else(|| self.behind(start, next?))
            .or_else(|| self.behind_source(start, next.unwrap_or(first)))
            .or_else(|| self.behind_apposition(start, first))
            .or_else(|| self.far_behind(start))
            .or_else(|| self.kinds(start, first))
    }

    /// "Four titles, in 1981, 1988 and 1996", "three titles (1981, 1988 and 1996)": when each of them was won.
    fn years(&self, start: usize) -> Option<Items> {
        let words = self.words();
        let is_opened = matches!(words.written(start), "," | "(") || words.is(start, "in");
        let first = if words.is(start + 1, "in") { start + 2 } else { start + 1 };
        let is_listed = |at: &usize| self.is_year(*at) || words.written(*at) == "," || words.is(*at, "and");
        let last = (first..self.passage.end).take_while(is_listed).filter(|&at| self.is_year(at)).last()?;
        let at: Vec<Range<usize>> = (first..=last).filter(|&at| self.is_year(at)).map(|at| at..at + 1).collect();
        // "1981, 1988 and 1996-97", "in 1981, 1988 and 1996 it won": a season is none, and a list closes with the clause.
        let is_closed = self.passage.end <= last + 1 || matches!(words.written(last + 1), "." | "," | ")" | ";");
        let is_list = is_opened && words.is(last.wrapping_sub(1), "and") && is_closed;
        (is_list && 2 <= at.len()).then_some(Items { low: at.len(), high: at.len(), at })
    }

    /// "Four times since 2020, its records show: in 2021, in 2023 and in 2025", "four times in ten years, in 2016, 2019 and
    /// 2023": the years behind the first mark that opens a list of them.
    fn years_behind(&self, start: usize) -> Option<Items> {
        const FAR: usize = 14;
        let words = self.words();
        let is_opened = |at: usize| matches!(words.written(at), "," | ":") && words.is(at + 1, "in");
        let mark = (start..self.passage.end.min(start + FAR)).find(|&at| is_opened(at) && self.is_year(at + 2))?;
        let is_listed =
            |at: &usize| self.is_year(*at) || words.written(*at) == "," || words.is_any(*at, &["and", "in", "again"]);
        let years: Vec<usize> =
            (mark + 1..self.passage.end).take_while(is_listed).filter(|&at| self.is_year(at)).collect();
        let (&first, &last) = (years.first()?, years.last()?);
        let is_closed = self.passage.end <= last + 1 || matches!(words.written(last + 1), "." | ";" | ",");
        let is_joined = (first..last).any(|at| words.is(at, "and"));
        let at: Vec<Range<usize>> = years.iter().map(|&at| at..at + 1).collect();
        (is_closed && is_joined && 2 <= at.len()).then_some(Items { low: at.len(), high: at.len(), at })
    }

    /// "Four rivers, namely the Orr, the Tull and the Brae": names, and all of them.
    fn namely(&self, start: usize) -> Option<Items> {
        let words = self.words();
        let near = start..self.passage.end.min(start + NEAR);
        let namely = near.clone().find(|&at| words.is_any(at, &["namely", "viz"]))?;
        let end = end_of_names(words, namely + 1, self.passage.end).unwrap_or(self.passage.end);
        let is_quiet = self.is_quiet(&(start..namely)) && !self.has_number(&(start..namely));
        if let Some(items) = listed_form::names_in_brackets(&self.passage, namely + 1).filter(|_| is_quiet) {
            return Some(items);
        }
        read_items(words, namely + 1..end).filter(|_| is_quiet)
    }

    /// Where "as" stands in "the three victims as Ida Lund", "the four victims, named in court as Ida Lund".
    fn named_as(&self, start: usize) -> Option<usize> {
        const NAMED: &[&str] = &["named", "identified"];
        const NEAR: usize = 6;
        let words = self.words();
        let is_as = |at: &usize| words.is(*at, "as") && words.is_capitalized(at + 1);
        // "Were named by police as"
        let is_told = (words.has(start, Class::Be) || words.has(start, Class::Have))
            && (start + 1..start + 3).any(|at| words.is_any(at, NAMED));
        let is_named = is_told || words.written(start) == "," && words.is_any(start + 1, NAMED);
        let end = if is_named { start + 3 + NEAR } else { start + 1 };
        (start..end).find(is_as).filter(|&at| !(start + 2..at).any(|at| words.written(at) == ","))
    }

    /// "Carla Benn, 34, her brother Otis Benn, 29, and a neighbour, Ruth Amadi, 61.": each has an age, and the sentence
    /// ends with the last.
    fn people_with_ages(&self, start: usize) -> Option<Items> {
        let words = self.words();
        let is_age = |at: usize| {
            let age = words.written(at).parse::<u8>().ok();
            let is_set_off = words.is(at.wrapping_sub(1), ",") && words.is_capitalized(at.wrapping_sub(2));
            age.is_some_and(|age| age < 110) && is_set_off && matches!(words.written(at + 1), "," | "and" | "." | "")
        };
        let ages: Vec<usize> = (start..self.passage.end).filter(|&at| is_age(at)).collect();
        let last = *ages.last()?;
        let is_closed =
            self.passage.end <= last + 2 || words.is_any(last + 1, &[",", "."]) && words.has(last + 3, Class::Say);
        let firsts = std::iter::once(start).chain(ages.iter().map(|at| at + 1));
        // Between two ages stands one person: no more than a name and what says who that is.
        let is_one = |first: usize, age: usize| age <= first + 12 && !(first + 2..age).any(|at| words.is(at, "and"));
        let are_ones = firsts.zip(&ages).all(|(first, &age)| is_one(first, age));
        let at = std::iter::once(start)
            .chain(ages.iter().map(|at| at + 1))
            .zip(&ages)
            .map(|(first, &age)| first..age)
            .collect();
        (2 <= ages.len() && is_closed && are_ones).then_some(Items { low: ages.len(), high: ages.len(), at })
    }

    /// "Six schools would shut next June under the plan that she laid before the nine-member board: Aldrich, Bell and
    /// Cutler.": the sentence begins with the number and ends with a list of bare names.
    fn far_behind(&self, start: usize) -> Option<Items> {
        const LONGEST_NAME: usize = 3;
        let words = self.words();
        let opens = |at: usize| words.written(at) == ":" || self.is_dash(at);
        let colons: Vec<usize> = (start..self.passage.end).filter(|&at| opens(at)).collect();
        let [colon] = colons[..] else { return None };
        // "Will share one priest": the list is not of the one.
        let is_counted = |at: usize| {
            let is_number = words.kind(at) == Some(TokenKind::Number) || words.has(at, Class::NumberWord);
            is_number && !words.is_hyphen(at + 1) && !words.is(at, "one")
        };
        let is_loud = (start..colon)
            .any(|at| is_open(words, at) || words.kind(at) == Some(TokenKind::QuoteMark) || is_counted(at));
        let is_told = (start..colon)
            .any(|at| words.has(at, Class::Modal) || words.has(at, Class::Be) || words.has(at, Class::Have));
        let items =
            read_items(words, colon + 1..self.passage.end).filter(|_| self.leads_sentence() && is_told && !is_loud)?;
        let is_name = |item: &Range<usize>| {
            let first = if words.is_any(item.start, &["and", "the"]) { item.start + 1 } else { item.start };
            let is_short = item.end <= first + LONGEST_NAME;
            is_short
                && (first..item.end).all(|at| words.is_capitalized(at) || words.is_any(at, &["and", "of", "'s", "’s"]))
        };
        let is_known = |item: &Range<usize>| is_name(item) || self.is_quiet(item) && listed_form::is_place(words, item);
        let pieces = listed_form::pieces(words, &items.at);
        (3 <= pieces.len() && pieces.iter().all(is_known)).then_some(items)
    }

    fn people_named(&self, start: usize) -> Option<Items> {
        let at = start..self.passage.end;
        self.is_quiet(&at).then(|| listed_form::people(self.words(), at)).flatten()
    }

    /// "Applies to just two products, rolled steel and copper wire, the ministry said": kinds of things in apposition to a
    /// number that is said to be small.
    fn kinds(&self, start: usize, comma: usize) -> Option<Items> {
        const LONGEST_KIND: usize = 3;
        let words = self.words();
        let is_few = words.is_any(self.number.start.wrapping_sub(1), &["just", "only"]);
        let is_next = words.written(comma) == "," && comma <= start + 1;
        let last = (comma + 1..self.passage.end).find(|&at| words.is(at, "and"))?;
        let end = (last..self.passage.end)
            .find(|&at| matches!(words.written(at), "," | "." | ";"))
            .unwrap_or(self.passage.end);
        let items = read_items(words, comma + 1..end).filter(|_| is_few && is_next)?;
        let is_kind = |item: &Range<usize>| {
            let first = if words.is(item.start, "and") { item.start + 1 } else { item.start };
            let opens = |class: Class| words.has(first, class);
            let is_other =
                [Class::Preposition, Class::Pronoun, Class::Adverb, Class::Subordinator, Class::Ing, Class::Relative];
            item.end <= first + LONGEST_KIND && self.is_quiet(item) && !is_other.into_iter().any(opens)
        };
        items.at.iter().all(is_kind).then_some(items)
    }

    /// "Four districts lost people, the table shows: Brae, Troon and Ayr": a source between the number and its list.
    fn behind_source(&self, start: usize, comma: usize) -> Option<Items> {
        const LONGEST_SOURCE: usize = 10;
        let words = self.words();
        let opens = |at: usize| words.written(at) == ":" || self.is_dash(at);
        let end = self.passage.end.min(comma + 1 + LONGEST_SOURCE);
        let opener = (comma + 1..end).find(|&at| opens(at)).filter(|_| words.written(comma) == ",")?;
        let source = comma + 1..opener;
        let is_source = words.run_is(source.start, &["according", "to"])
            || source
                .clone()
                .any(|at| words.has(at, Class::Say) || words.has(at, Class::Show) || words.has(at, Class::Tell));
        let is_loud = source.clone().any(|at| is_open(words, at) || words.written(at) == ",");
        let has_number = (start..opener).any(|at| !words.is(at, "one") && self.has_number(&(at..at + 1)));
        if !is_source || is_loud || has_number {
            return None;
        }
        if let Some(items) = read_gapped(words, opener + 1..self.passage.end) {
            return Some(items);
        }
        let items = read_items(words, opener + 1..self.passage.end)?;
        let is_bare = |item: &Range<usize>| self.is_quiet(item) && item.len() <= 14;
        items.at.iter().all(is_bare).then_some(items)
    }

    /// "Put five demands to Brae Coal, the State's own company: …": who it is stands between the number and its list.
    fn behind_apposition(&self, start: usize, comma: usize) -> Option<Items> {
        const LONGEST: usize = 9;
        let words = self.words();
        let colon = (comma + 1..self.passage.end.min(comma + 1 + LONGEST)).find(|&at| words.written(at) == ":")?;
        let is_apposed = words.written(comma) == ","
            && words.is_capitalized(comma - 1)
            && words.is_any(comma + 1, &["a", "an", "the", "its", "their"]);
        // "The State-owned company"
        let says_more = |at: usize| {
            [Class::Relative, Class::Be, Class::Have, Class::Modal].iter().any(|&class| words.has(at, class))
        };
        let is_told_of = !self.is_quiet(&(start..comma)) || (comma..colon).any(says_more);
        if !is_apposed || is_told_of || self.has_number(&(start..colon)) {
            return None;
        }
        read_items(words, colon + 1..self.passage.end).filter(|items| items.at.iter().all(|item| item.len() <= 14))
    }

    fn is_dash(&self, at: usize) -> bool {
        let words = self.words();
        words.kind(at) == Some(TokenKind::Dash) && !words.is_hyphen(at) && !words.is_joining_dash(at)
    }

    /// Whether another number stands there, of which the list may be; a year is none.
    fn has_number(&self, at: &Range<usize>) -> bool {
        let words = self.words();
        let is_number = |at: usize| words.kind(at) == Some(TokenKind::Number) || words.has(at, Class::NumberWord);
        at.clone().any(|at| is_number(at) && !self.is_year(at))
    }

    fn is_year(&self, at: usize) -> bool {
        let written = self.words().written(at);
        written.len() == 4
            && ["18", "19", "20"].iter().any(|century| written.starts_with(century))
            && written.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// "Three times, in Brae on Monday and in Troon on Friday": where and when, each with a preposition of its own
    /// and a name or number.
    fn occasions(&self, start: usize) -> Option<Items> {
        let words = self.words();
        let is_told = matches!(words.written(start), "," | ":") || words.kind(start) == Some(TokenKind::Dash);
        let leads = words.is_any(start + 1, &["in", "at", "on", "to", "by", "from", "for"]);
        let names = |item: &Range<usize>| {
            let is_name = |at: usize| words.is_capitalized(at) || words.kind(at) == Some(TokenKind::Number);
            item.clone().any(is_name)
        };
        let items = read_items(words, start + 1..self.passage.end).filter(|_| is_told && leads)?;
        let small = words.written(start + 1).to_lowercase();
        let are_alike = items.at.iter().all(|item| {
            let first = if words.is(item.start, "and") { item.start + 1 } else { item.start };
            words.is(first, &small) && names(item)
        });
        are_alike.then_some(items)
    }

    /// The list that the word at `opener` opens.
    fn behind(&self, start: usize, opener: usize) -> Option<Items> {
        let words = self.words();
        let tail = start..opener;
        match words.written(opener) {
            ":" => self.behind_colon(tail, opener),
            "(" if self.is_quiet(&tail) => self.between(opener, true),
            "," if self.is_quiet(&tail) && self.can_be_apposed() && !self.may_begin_list(&tail, opener) => {
                // "Three plants, in Stenby, Oulder and Marsk"
                let is_placed = words.is_any(opener + 1, &["in", "at"]);
                self.apposed(opener + 1 + usize::from(is_placed))
            }
            "are" | "were" if self.leads_sentence() && self.is_quiet(&tail) => self.predicated(opener + 1),
            _ if words.kind(opener) == Some(TokenKind::Dash) && self.is_quiet(&tail) => self.between(opener, false),
            _ => None,
        }
    }

    /// Whether the words before the comma may be the first name of the list: "four boys from Brae, Troon and Ayr".
    fn may_begin_list(&self, tail: &Range<usize>, comma: usize) -> bool {
        let words = self.words();
        let has_articles = words.is(comma + 1, "the") && words.is_capitalized(comma + 2);
        !tail.is_empty() && words.is_capitalized(comma - 1) && !has_articles
    }

    /// Whether a number without a noun can promise a list: right before it, or "the back four", "Brae's six".
    fn stands_alone(&self) -> bool {
        let words = self.words();
        let end = self.number.end;
        let is_settled = |at: usize| words.has(at, Class::Possessive) || words.is_any(at, &["the", "these", "those"]);
        let first = self.passage.first.max(self.number.start.saturating_sub(3));
        let is_group = (first..self.number.start).any(is_settled);
        words.is(end, ":") || self.is_in_all() || words.is(end, ",") && is_group
    }

    /// "Brae, Troon and Ayr, four in all".
    fn is_in_all(&self) -> bool {
        let words = self.words();
        let end = self.noun.as_ref().map_or(self.number.end, |noun| noun.end.max(self.number.end));
        words.run_is(end, &["in", "all"]) || words.run_is(end, &["in", "total"]) || words.is(end, "altogether")
    }

    fn opens(&self, at: usize) -> bool {
        let words = self.words();
        let is_dash = words.kind(at) == Some(TokenKind::Dash) && !words.is_joining_dash(at);
        is_dash
            || matches!(words.written(at), ":" | "(" | "," | ";")
            || words.is_any(at, &["are", "were"]) && self.leads_sentence()
    }

    /// Whether nothing between number and list can be what is listed, or says something else of it.
    fn is_quiet(&self, tail: &Range<usize>) -> bool {
        let words = self.words();
        let is_loud = |at: usize| {
            let classes = words.get(at).map(|token| token.classes).unwrap_or_default();
            words.kind(at) == Some(TokenKind::QuoteMark)
                || is_open(words, at)
                || classes.has_any(&[Class::Relative, Class::Be, Class::Have, Class::Modal, Class::Pronoun])
                || classes.has_any(&[Class::Past, Class::Third])
                    && !classes.has_any(&[Class::NounToo, Class::Participle])
                    && !words.is_capitalized(at)
        };
        !tail.clone().any(is_loud)
    }

    /// Whether the sentence begins with the number, perhaps behind "the", "these" or "his".
    fn leads_sentence(&self) -> bool {
        let words = self.words();
        let first = self.passage.first;
        let start = self.number.start;
        start == first
            || start == first + 1 && (words.has(first, Class::Determiner) || words.has(first, Class::Possessive))
    }

    fn behind_colon(&self, tail: Range<usize>, colon: usize) -> Option<Items> {
        let words = self.words();
        // "In its report:", "in the announcement:": a noun says nothing.
        let is_noun = |at: usize| {
            words.has(at.wrapping_sub(1), Class::Determiner) || words.has(at.wrapping_sub(1), Class::Possessive)
        };
        let says = |at: usize| words.has(at, Class::Say) && !self.is_suffered(at) && !is_noun(at);
        let end = self.attributed_from(colon, says);
        let tail = tail.start..tail.end.min(end);
        if self.has_number(&tail) || tail.clone().any(says) {
            return None;
        }
        read_items(words, colon + 1..end)
    }

    /// Where behind the list it is told who says so: ", prosecutors said on Friday"; else the end of the sentence.
    fn attributed_from(&self, colon: usize, says: impl Fn(usize) -> bool) -> usize {
        const LONGEST: usize = 9;
        let (words, end) = (self.words(), self.passage.end);
        // "The treasurer told members"
        let tells = |at: usize| says(at) || words.has(at, Class::Tell);
        let mut commas = (colon + 1..end).rev().filter(|&at| words.written(at) == ",");
        let last = commas.next();
        // "Its leader, Ida Moe, said"
        let comma = if last.is_some_and(|at| says(at + 1)) { commas.nth(1) } else { last };
        let is_short = |comma: usize| end <= comma + LONGEST && (comma + 2..end).any(tells);
        let is_joined = |comma: usize| (comma + 1..end).any(|at| words.is_any(at, &["and", "or"]));
        comma.filter(|&comma| is_short(comma) && !is_joined(comma)).unwrap_or(end)
    }

    /// "Four men were charged:": they say nothing.
    fn is_suffered(&self, at: usize) -> bool {
        let words = self.words();
        let is_be = |at: usize| words.has(at, Class::Be);
        words.has(at, Class::Participle) && (is_be(at.wrapping_sub(1)) || is_be(at.wrapping_sub(2)))
    }

    /// A list between two dashes, from a dash to the end, or in brackets. Its items are bare: a clause would comment.
    fn between(&self, opener: usize, is_bracket: bool) -> Option<Items> {
        let words = self.words();
        let closes = |at: &usize| if is_bracket { words.written(*at) == ")" } else { self.is_dash(*at) };
        let close = (opener + 1..self.passage.end).find(closes);
        if close.is_none() && is_bracket {
            return None;
        }
        let at = opener + 1..close.unwrap_or(self.passage.end);
        let is_bare = |item: &Range<usize>| self.is_quiet(item) && item.len() <= 14;
        let is_noun = !words.is_any(at.start, &["but", "and", "or", "with", "as", "for", "so", "who", "which", "to"])
            && !words.has(at.start, Class::Adverb)
            && !words.has(at.start, Class::Pronoun);
        read_items(words, at).filter(|items| is_noun && items.at.iter().all(is_bare))
    }

    /// Whether names behind a comma can say who is meant; behind "In three games," they are the next subject.
    fn can_be_apposed(&self) -> bool {
        let words = self.words();
        let first = self.passage.first;
        let is_phrase = words.has(first, Class::Preposition)
            || words.has(first, Class::Subordinator)
            || words.has(first, Class::Ing);
        // "Besides her husband, she leaves three sons, Ole and Per": the phrase is over before the number.
        let is_over = (first..self.number.start).any(|at| words.written(at) == ",");
        self.leads_sentence() || !is_phrase || is_over
    }

    /// Names between commas.
    fn apposed(&self, at: usize) -> Option<Items> {
        let words = self.words();
        let end = end_of_names(words, at, self.passage.end)?;
        let is_closed = self.passage.end <= end
            || matches!(words.written(end), "," | "." | ";")
            || words.kind(end) == Some(TokenKind::Dash);
        let goes_on_with_name = words.written(end) == "," && words.is_capitalized(end + 1);
        let is_speaker = words.has(end + 1, Class::Say);
        // "Ida Lund, 41, and Jon Holm, 37, both of Brae": of the two that were named.
        let both = (at + 1..end).rev().find(|&here| words.is(here, "both") && words.written(here - 1) == ",");
        let end = both.map_or(end, |both| both - 1);
        if !is_closed || goes_on_with_name || is_speaker { None } else { read_items(words, at..end) }
    }

    /// "The three boys are Ida, Per and Bo.": names, and told so exactly that they cannot be adjectives.
    fn predicated(&self, at: usize) -> Option<Items> {
        let words = self.words();
        let end = end_of_names(words, at, self.passage.end)?;
        let is_exact = (at..end).any(|at| words.kind(at) == Some(TokenKind::Number))
            || (at + 1..end).any(|at| words.is_capitalized(at) && words.is_capitalized(at - 1));
        let is_closed = self.passage.end <= end + 1 && is_exact;
        if is_closed { read_items(words, at..end) } else { None }
    }

    /// The names before the number: "Ida Lund, Jon Holm and Bo Ek, the three clerks who …", which open the sentence;
    /// "shops in Brae, Troon and Ayr, four in all", which may stand anywhere.
    fn names_before(&self) -> Option<Range<usize>> {
        let words = self.words();
        let before = self.number.start.wrapping_sub(1);
        let article = if words.is_any(before, &["first", "last", "other"]) { before.wrapping_sub(1) } else { before };
        let comma = if words.is_any(article, &["the", "all"]) { article.wrapping_sub(1) } else { before };
        let is_mark = words.written(comma) == "," || words.kind(comma) == Some(TokenKind::Dash);
        let first = self.passage.first;
        // The number that opens its block has nothing before it.
        if !is_mark || self.number.start < comma || comma <= first {
            return None;
        }
        let last = if self.is_in_all() { comma } else { first + 1 };
        let mut names = (first..last).map(|start| (start, end_of_names(words, start, comma)));
        names.find(|&(_, end)| end == Some(comma)).map(|(start, _)| start..comma)
    }

    /// "Their two children Emily, 16, and Pelham, 14": relatives and their names need no comma.
    fn is_direct(&self, at: usize) -> bool {
        let words = self.words();
        words.has(at.wrapping_sub(1), Class::Kin)
            && words.is_capitalized(at)
            && words.has(self.number.start.wrapping_sub(1), Class::Possessive)
    }

    fn names(&self, at: usize) -> Option<Items> {
        let end = end_of_names(self.words(), at, self.passage.end)?;
        read_items(self.words(), at..end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::draft::Format;
    use crate::story::testing::{read, read_as, relations};

    /// The counted lists of a text, without their items.
    fn counts(text: &str) -> Vec<String> {
        of(&read(text))
    }

    fn of(story: &Story) -> Vec<String> {
        let shown = relations(story, RelationKind::Count);
        shown.iter().map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn a_colon_opens_a_list() {
        assert_eq!(counts("The mayor gave three reasons: cost and time."), ["three ≠ 2"]);
        assert_eq!(counts("It covers three main areas: rents, wages and schools."), ["three = 3"]);
        assert_eq!(
            counts("Sales rose at six of the shops: Brae by 9 percent; Troon by 7.6 percent; and Ayr by 4 percent."),
            ["six ≠ 3"]
        );
        assert_eq!(counts("Investigators have three questions: how it broke, and whether anyone knew."), ["three ≠ 2"]);
    }

    #[test]
    fn dashes_and_brackets_hold_a_list() {
        assert_eq!(counts("Three mills — Orr’s, Tarn and Beck Side — shut."), ["Three = 3"]);
        assert_eq!(counts("Four mills - Orr's, Tarn and Beck Side - shut."), ["Four ≠ 3"]);
        assert_eq!(counts("Three of the oldest mills in the north - Orr and Tarn - shut."), ["Three ≠ 2"]);
        assert_eq!(counts("He left with five other clerks - Ida Lund, Jon Holm QC and Bo Ek."), ["five ≠ 3"]);
        assert_eq!(counts("They toured three towns (Brae and Troon)."), ["three ≠ 2"]);
    }

    #[test]
    fn names_stand_in_apposition_or_behind_are() {
        assert_eq!(counts("The three men, Ida Lund, 41, and Jon Holm, 37, were held."), ["three ≠ 2"]);
        assert_eq!(counts("Police held two men, Jon Holm and Bo Ek."), ["two = 2"]);
        assert_eq!(counts("The four boys playing Tam are Jon Holm, 15, Bo Ek, 14, and Jon Orr, 12."), ["four ≠ 3"]);
        assert_eq!(counts("His three children Emily, 16, and Pelham, 14 were pleased."), ["three ≠ 2"]);
    }

    #[test]
    fn names_may_open_the_sentence() {
        assert_eq!(counts("Ida Lund and Jon Holm, the three clerks who left, were found."), ["three ≠ 2"]);
        assert_eq!(counts("Brae, Troon and Ayr - the first three towns to vote - had no count."), ["three = 3"]);
    }

    #[test]
    fn bullets_behind_a_lead_are_counted() {
        let story = |lead: &str| read_as(&format!("{lead}\n\n- night buses\n- the pool\n"), Format::Markdown);
        assert_eq!(of(&story("Three items drew the longest debate:")), ["Three ≠ 2"]);
        assert_eq!(of(&story("Two items drew the longest debate:")), ["Two = 2"]);
        assert_eq!(of(&story("The three items included:")), Vec::<String>::new());
    }

    #[test]
    fn a_headline_promises_its_numbered_subheads() {
        let body = "## 1. Walk\n\nIt is cheap.\n\n## 2. Cycle\n\nIt is quick.\n\n## 3. Stay\n\nIt is free.\n";
        let story = |headline: &str| read_as(&format!("# {headline}\n\nThe council says.\n\n{body}"), Format::Markdown);
        assert_eq!(of(&story("Four ways to save on fares")), ["Four ≠ 3"]);
        assert_eq!(of(&story("Three ways to save on fares")), ["Three = 3"]);
    }

    #[test]
    fn other_lists_are_left_alone() {
        for text in [
            "In three games, Brae and Troon scored.",
            "Three of the four parties, Left and Right, agreed.",
            "He has three daughters, including Ida and Eva.",
            "The team won by three goals - Holm and Ek the scorers.",
            "Three people died: two in Brae and one in Troon.",
            "The three men are British and Irish.",
            "Three things matter: the roof leaks.",
            "She used two words: “No thanks.”",
            "She has four prizes for plays including Tarn, Beck and Rill.",
            "The three boys from Brae, Troon and Ayr won.",
            "One of the three towns, Brae and Troon, will win.",
            "It is a three-person race between himself, Ida Lund and Bo Ek.",
            "The firm has 40 shops: Brae and Troon.",
            "Three goals Chelsea and Arsenal scored were odd.",
            "The three sides met, Holm and Ek said.",
        ] {
            assert_eq!(counts(text), Vec::<String>::new(), "{text}");
        }
    }

    const NAMES: [&str; 8] = ["Brae", "Troon", "Ayr", "Largs", "Elgin", "Nairn", "Wick", "Tain"];
    const NUMBERS: [&str; 12] =
        ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

    proptest! {
        #[test]
        fn a_list_holds_at_its_number_and_at_no_other(count in 2_usize..=8, shift in 1_usize..=3, wording in 0_usize..5, oxford: bool) {
            let (head, last) = NAMES[..count].split_at(count - 1);
            let comma = if oxford && 2 < count { "," } else { "" };
            let list = format!("{}{comma} and {}", head.join(", "), last[0]);
            let tell = |number: &str| match wording {
                0 => format!("It will close offices in {number} towns: {list}."),
                1 => format!("Offices in {number} towns - {list} - will close."),
                2 => format!("Offices in {number} towns ({list}) will close."),
                3 => format!("It shut offices in {number} northern towns, {list}."),
                _ => format!("The mayor named {number} towns — {list}."),
            };
            let holds = |text: &str| read(text).relations().iter().map(|relation| relation.holds).collect::<Vec<bool>>();
            prop_assert_eq!(holds(&tell(NUMBERS[count])), [true]);
            prop_assert_eq!(holds(&tell(NUMBERS[count + shift])), [false]);
        }
    }
}
