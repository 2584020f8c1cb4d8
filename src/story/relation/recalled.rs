//! Finds what a story describes again with another number: "each of the 8,400 homes that still had no water on Monday",
//! "the 1.9% growth that the bank forecasts for this year".
//!
//! What comes back with "the" and a clause of its own is known to the reader by that clause. Where the words of the
//! clause are those of an earlier sentence, which counts the same thing with another number, one of the two is wrong.
//! A clause that tells of another day, another place or something new speaks of others.

use rust_decimal::Decimal;

use super::conflict::{comes_back, is_kin, is_of_another_thing, is_one_place, is_unexplained};
use super::manner::Manner;
use super::telling::{Dimension, Telling};
use super::{Relation, Story, solver};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Classes, Token, TokenKind, is_one_of};
use crate::text::Span;

/// How many figures back a story is taken to be remembered.
const REACH: usize = 64;

/// More descriptions than this are a data dump; the bound keeps the step linear.
const MOST: usize = 24;

/// Numbers of so many digits hardly ever come near one another by chance.
const LARGE: i64 = 100;

/// Words of a clause that tell nothing by which something is known.
const EMPTY: Classes = Classes::of(&[
    Class::FunctionWord,
    Class::Determiner,
    Class::Preposition,
    Class::Auxiliary,
    Class::Pronoun,
    Class::Possessive,
    Class::Coordinator,
    Class::Subordinator,
    Class::Relative,
    Class::Modal,
    Class::Be,
    Class::Have,
    Class::Do,
]);

/// Words by which a forecast calls itself, whatever verb the first used.
const FORESEEN: &[&str] = &[
    "forecast",
    "forecasts",
    "forecasted",
    "expects",
    "expect",
    "expected",
    "predicts",
    "predicted",
    "sees",
    "foresees",
    "projects",
    "projected",
    "reported",
    "announced",
    "said",
    "mentioned",
];

/// Words for a span of time, behind "this", "last" or a number.
const SPANS: &[&str] =
    &["year", "month", "week", "quarter", "season", "day", "night", "morning", "evening", "afternoon"];

/// The figures that contradict an earlier one of the same description, each tied to it.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>]) -> Vec<Relation> {
    let described = tellings.iter().enumerate().filter(|(_, again)| again.is(Manner::IsDescribed));
    let described = described.filter_map(|(number, again)| Some((number, again, Description::of(story, again)?)));
    let found = described.take(MOST).filter_map(|(number, again, description)| {
        let before = &tellings[number.saturating_sub(REACH)..number];
        // Where an earlier figure bears it out, it is that one that is meant. Percentages that only round to one
        // another, like a target of 2% and growth of 1.8%, do not.
        let is_same = |first: &Telling<'_>| match again.dimension {
            Dimension::Part => first.entry.figure.value == again.entry.figure.value,
            _ => again.is_borne_out_by(first) && first.entry.figure.modifier != Modifier::AtLeast,
        };
        if before.iter().any(|first| first.dimension == again.dimension && is_same(first)) {
            return None;
        }
        let first = before.iter().rev().find(|first| description.fits(story, first, again))?;
        (again.dimension == Dimension::Part || is_unexplained(tellings, first, again))
            .then(|| again.repeats(first, false))
    });
    found.collect()
}

/// Whether a clause says which are meant.
pub(super) fn is_described(story: &Story, again: &Telling<'_>) -> bool {
    Description::of(story, again).is_some()
}

/// The words that say which are meant.
struct Description<'a> {
    /// The noun behind a percentage: "growth".
    noun: Option<&'a str>,
    /// What the clause says of them.
    words: Vec<&'a str>,
    /// When.
    times: Vec<&'a str>,
    /// What the place is called, down to the letter of a wing.
    names: Vec<&'a str>,
    /// Whether they are all that a place holds: "all of the 210 men on C wing".
    is_all: bool,
}

impl<'a> Description<'a> {
    /// The clause behind a figure that comes back; `None` where there is none.
    fn of(story: &'a Story, again: &Telling<'_>) -> Option<Self> {
        let figure = again.entry.figure;
        let is_part = again.dimension == Dimension::Part && figure.kind == FigureKind::Percentage;
        let is_count = again.dimension == Dimension::Count && figure.kind == FigureKind::Count && figure.unit.is_some();
        let is_known = figure.modifier == Modifier::Plain && comes_back(story, again);
        if !(is_part || is_count && Decimal::TEN <= figure.value)
            || !is_known
            || story.blocks[figure.block].role != Role::Paragraph
            || story.is_quoted(figure.number)
        {
            return None;
        }
        let text = story.text_of(story.blocks[figure.block].span);
        let behind = story.tokens_behind(figure.sentence, figure.number.end);
        let noun = behind.iter().take(3).find(|token| token.kind == TokenKind::Word && 2 < token.span.len());
        let noun = noun.map(|token| token.of(text)).filter(|_| is_part);
        let opening = behind.iter().take(5).position(|token| opens_clause(token, text));
        let opening = opening.or_else(|| noun.and_then(|_| opens_contact(behind, text)));
        let is_all = opening.is_none() && is_all_of(story, again);
        let opening = opening.or_else(|| if is_all { opens_place(behind, text) } else { None })?;
        let clause = clause(&behind[opening..], text);
        let times: Vec<&str> = clause.iter().filter(|token| is_time(token, text)).map(|token| token.of(text)).collect();
        let told = clause.iter().filter(|token| !is_time(token, text) && tells(token));
        let words: Vec<&str> = told.map(|token| token.of(text)).collect();
        let is_name = |token: &&Token| token.of(text).starts_with(char::is_uppercase) && !is_time(token, text);
        let names =
            if is_all { clause.iter().filter(is_name).map(|token| token.of(text)).collect() } else { Vec::new() };
        (!words.is_empty() || !times.is_empty()).then_some(Self { noun, words, times, names, is_all })
    }

    /// Whether the earlier figure is one of what the clause describes, though with another number.
    fn fits(&self, story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
        let (one, two) = (first.entry.figure, again.entry.figure);
        let is_near = one.value.max(two.value) <= one.value.min(two.value) * Decimal::TWO;
        let is_alike = first.dimension == again.dimension
            && one.kind == two.kind
            && one.sentence != two.sentence
            && one.pair.is_none()
            && matches!(one.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan)
            && is_near
            && !first.is_borne_out_by(again);
        let is_same = match again.dimension {
            Dimension::Count => first.counts_like(again) || first.shares_noun(again),
            _ => true,
        };
        if !is_alike
            || !is_same
            || is_apart(story, first)
            || is_apart(story, again)
            || !is_one_place(story, first, again)
            || is_of_another_thing(story, first, again)
        {
            return false;
        }
        self.is_told_by(story, first, again)
    }

    /// Whether the sentence of `first` says what the clause says.
    fn is_told_by(&self, story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
        let figure = first.entry.figure;
        let text = story.text_of(story.blocks[figure.block].span);
        let sentence = story.sentences[figure.sentence].span;
        let words: Vec<&str> = story.tokens_in(sentence).iter().map(|token| token.of(text)).collect();
        let near: Vec<&str> = beside(story, first).iter().map(|token| token.of(text)).collect();
        let is_said = |word: &str, among: &[&str]| among.iter().any(|other| is_kin(other, word));
        if !self.times.iter().all(|time| near.iter().any(|other| other.eq_ignore_ascii_case(time))) {
            return false;
        }
        if !self.names.iter().all(|name| words.contains(name)) {
            return false;
        }
        let told = self.words.iter().filter(|word| is_said(word, &words)).count();
        let new = self.words.iter().filter(|word| !is_said(word, &words) && !is_one_of(word, FORESEEN));
        let is_new_name = new.clone().any(|word| word.starts_with(char::is_uppercase));
        let (new, evidence) = (new.count(), told + self.times.len());
        let is_slip = solver::is_slip(figure, again.entry.figure);
        let is_large = Decimal::from(LARGE) <= figure.value && is_slip;
        !is_new_name
            && match again.dimension {
                Dimension::Part => self.noun.is_some_and(|noun| is_said(noun, &near)) && new == 0 && 2 <= evidence,
                _ if self.is_all => 1 <= evidence && new == 0,
                _ if is_large => 1 <= evidence && new <= 1,
                _ if is_slip => 2 <= evidence && new == 0,
                _ => 3 <= evidence && new == 0,
            }
    }
}

/// "Who", "that"; "the 78 children it feeds", "the 34 stranded", "the 43 flights cancelled".
fn opens_clause(token: &Token, text: &str) -> bool {
    is_one_of(token.of(text), &["who", "that", "which", "it", "they", "he", "she", "we"])
}

/// "All of the 210 men", "all 210 men".
fn is_all_of(story: &Story, again: &Telling<'_>) -> bool {
    let figure = again.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    before.iter().rev().take(3).any(|token| token.of(text).eq_ignore_ascii_case("all"))
}

/// "On C wing", "at the mill": right behind the noun.
fn opens_place(behind: &[Token], text: &str) -> Option<usize> {
    behind.iter().take(3).position(|token| is_one_of(token.of(text), &["on", "in", "at", "aboard"]))
}

/// "The 1.8% growth the bank expects": the noun of a percentage, and right behind it whose it is.
fn opens_contact(behind: &[Token], text: &str) -> Option<usize> {
    let at = behind.iter().take(5).position(|token| token.of(text).eq_ignore_ascii_case("the"))?;
    let is_noun =
        at.checked_sub(1).is_some_and(|noun| behind[noun].kind == TokenKind::Word && 2 < behind[noun].span.len());
    is_noun.then_some(at)
}

/// The words of the clause, up to a mark or the verb of the main clause.
fn clause<'t>(tokens: &'t [Token], text: &str) -> &'t [Token] {
    const LONGEST: usize = 16;
    const VERBS: Classes = Classes::of(&[Class::Auxiliary, Class::Be, Class::Have, Class::Modal, Class::Do]);
    // "Who lost gas on Monday will get a heater": a full verb at the head is the clause's own.
    let is_full = |token: &Token| !token.classes.meets(VERBS) && !token.is(Class::Adverb);
    let mut groups = usize::from(tokens.get(1).is_some_and(is_full));
    let mut was_verb = false;
    let end = tokens.iter().skip(1).take(LONGEST).position(|token| {
        let is_verb = token.classes.meets(VERBS);
        let is_small = token.is(Class::Adverb) || is_one_of(token.of(text), &["not", "still", "been"]);
        groups += usize::from(is_verb && !was_verb);
        let is_main = is_verb && !was_verb && 1 < groups;
        was_verb = is_verb || was_verb && is_small;
        is_main || token.kind != TokenKind::Word && token.kind != TokenKind::Number
    });
    &tokens[1..end.map_or(tokens.len().min(LONGEST), |end| end + 1)]
}

/// Whether a word of a clause says something by which what is meant is known.
fn tells(token: &Token) -> bool {
    token.kind == TokenKind::Word && 2 < token.span.len() && !token.classes.meets(EMPTY)
}

/// A weekday, a month, a year, "this year": what parts one count from the next.
fn is_time(token: &Token, text: &str) -> bool {
    let word = token.of(text);
    let is_year = token.kind == TokenKind::Number && word.len() == 4;
    token.is(Class::Time) || is_year || is_one_of(word, SPANS) || is_one_of(word, &["this", "last", "next"])
}

/// The words around a figure that are its own: up to the figures of its kind before and behind it.
fn beside<'a>(story: &'a Story, telling: &Telling<'_>) -> Vec<&'a Token> {
    let figure = telling.entry.figure;
    let sentence = story.sentences[figure.sentence].span;
    let is_like = |other: &&crate::story::Placed<crate::extract::Figure>| {
        other.sentence == figure.sentence && other.kind == figure.kind && other.number != figure.number
    };
    let first = story.figures.partition_point(|other| other.number.start < sentence.start);
    let others = story.figures[first..].iter().take_while(|other| other.number.start < sentence.end).filter(is_like);
    let before = others.clone().filter(|other| other.number < figure.number).map(|other| other.number.end).max();
    let behind = others.filter(|other| figure.number < other.number).map(|other| other.number.start).min();
    let start = before.unwrap_or(sentence.start);
    let end = behind.unwrap_or(sentence.end).max(start);
    story.tokens_in(Span::new(start, end)).iter().collect()
}

/// Whether a word near the figure sets it apart; "each of the 12" is all of them, and "every day" says when.
fn is_apart(story: &Story, telling: &Telling<'_>) -> bool {
    const NEAR: usize = 6;
    let figure = telling.entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let near = before.iter().rev().take(NEAR).chain(behind.iter().take(NEAR));
    let allowed = [
        "would",
        "could",
        "may",
        "might",
        "each",
        "every",
        "last",
        "next",
        "forecast",
        "estimated",
        "far",
        "until",
        "yet",
    ];
    near.filter(|token| token.is(Class::Apart)).any(|token| !is_one_of(token.of(text), &allowed))
}
