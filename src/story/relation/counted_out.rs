//! Small numbers told one by one against the number of all: "Of the nine dead, five were from Canada, two from Ireland and one
//! was the driver", "Police arrested ten people. Six were charged with riot, two with theft and one with assault", "The dead
//! were five Danes, four Swedes and a Pole", "six ships: three tankers, a tug and a ferry".
//!
//! "A" and "one" count as well, though they are no figures. Three parts that commas and an "and" join and that all but make
//! the number before them hardly ever stand together by chance: once in 1,124 published articles, behind "including".

use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::items::is_open;
use super::quotient::{Bounds, Outcome};
use super::{Entry, Relation, RelationKind, Story, follows, of_sentence, thing};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, TokenKind, Words, in_small_letters, read_number};
use crate::story::passage::Passage;

/// Larger parts are added up elsewhere.
const MOST: usize = 200;

/// A list that misses its number by more is a list of something else.
const FAR: usize = 3;

/// How far above its list the number of the dead may stand, in paragraphs.
const REACH: usize = 4;

/// Words that leave a list open, or say that its parts overlap.
const LOOSE: &[&str] = &[
    "them",
    "both",
    "each",
    "others",
    "other",
    "remaining",
    "unidentified",
    "least",
    "about",
    "more",
    "than",
    "up",
    "who",
];

/// The numbers that those told one by one do not make.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let sentences = 0..story.sentences.len();
    let found = sentences.flat_map(|sentence| in_sentence(story, entries, sentence));
    found.collect()
}

fn in_sentence(story: &Story, entries: &[Entry<'_>], sentence: usize) -> Vec<Relation> {
    let block = story.sentences[sentence].block;
    let is_text = matches!(story.blocks[block].role, Role::Paragraph | Role::ListItem | Role::Caption);
    // A list of ones alone is none.
    if !is_text || !of_sentence(entries, sentence).iter().any(is_count) {
        return Vec::new();
    }
    let Some(passage) = Passage::of_sentence(story, sentence) else { return Vec::new() };
    // Nothing farther off is asked for.
    let behind = |block: usize| entries.partition_point(|entry| entry.figure.block < block);
    let entries = &entries[behind(block.saturating_sub(REACH))..behind(block + 2)];
    let reader = Reader { story, entries, sentence, passage };
    let openings = passage.first..passage.end;
    openings.filter_map(|at| reader.told_from(at)).take(1).collect()
}

/// What leads to a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// ":", a dash, a bracket behind the number; "the dead were".
    Close,
    /// A sentence of its own, "of the nine dead,", a comma behind the number.
    Loose,
}

/// The parts of a list.
struct Parts {
    /// What they make at least and at most.
    low: usize,
    high: usize,
    largest: usize,
    count: usize,
    at: Range<usize>,
}

/// A sentence with the figures of its story.
struct Reader<'a, 'b> {
    story: &'b Story,
    entries: &'b [Entry<'a>],
    sentence: usize,
    passage: Passage<'b>,
}

impl<'a> Reader<'a, '_> {
    fn words(&self) -> Words<'_> {
        self.passage.words
    }

    /// The list that begins at `at`, against the number of all.
    fn told_from(&self, at: usize) -> Option<Relation> {
        if !self.may_lead(at) {
            return None;
        }
        let first = self.amount(at)?;
        let (frame, total) = self.total_before(at)?;
        let parts = self.parts(at, first)?;
        let least = if frame == Frame::Close { 2 } else { 3 };
        let all = total.figure.value.to_usize()?;
        let missing = if all < parts.low { parts.low - all } else { all.saturating_sub(parts.high) };
        let is_near = (1..=FAR).contains(&missing) && missing * 3 <= all && parts.largest < all;
        let is_list = least <= parts.count && 1 < parts.largest && !self.is_loose(&parts);
        let is_list = is_list && (frame == Frame::Close || self.are_of_one_kind(total, &parts));
        (is_near && is_list && !self.is_said(&parts)).then(|| self.relation(total, &parts))
    }

    fn relation(&self, total: &Entry<'_>, parts: &Parts) -> Relation {
        let (low, high) = (Decimal::from(parts.low), Decimal::from(parts.high));
        let operands = self.figures(parts).map(|entry| entry.claim).collect();
        let outcome = Outcome { given: Bounds::new(low, low, high), holds: false };
        follows(RelationKind::Sum, total.claim, operands, outcome)
    }

    /// The figures of the parts.
    fn figures(&self, parts: &Parts) -> impl Iterator<Item = &Entry<'a>> {
        let span = self.passage.span(parts.at.start, parts.at.end);
        self.entries.iter().filter(move |entry| span.contains(entry.figure.number.start) && is_count(entry))
    }

    /// "Nine houses. Six children, two dogs and a donkey": a part says no noun, or that of all; people may be called otherwise.
    fn are_of_one_kind(&self, total: &Entry<'_>, parts: &Parts) -> bool {
        let all = thing::head_of(total.figure);
        let are_people = all.is_none_or(thing::is_somebody);
        let is_like = |part: &Entry<'_>| {
            let own = thing::head_of(part.figure);
            own.is_none() || own == all || are_people && own.is_some_and(thing::is_somebody)
        };
        // "Three, two and one point"
        let words = self.words();
        let is_bare = |part: &Entry<'_>| {
            let next = self.passage.position(part.figure.number.end);
            matches!(words.written(next), ",") || words.is_any(next, &["and"])
        };
        self.figures(parts).all(|part| is_like(part) && !is_bare(part))
    }

    /// What a part begins with: "five", "14", "a", "one".
    fn amount(&self, at: usize) -> Option<usize> {
        let words = self.words();
        if words.is_any(at, &["a", "an", "one"]) {
            let is_noun =
                words.is_word(at + 1) && !words.is_any(at + 1, &["few", "number", "third", "half", "quarter"]);
            return (is_noun && !words.is_hyphen(at + 1)).then_some(1);
        }
        let number = read_number(words, at)?;
        let many = number.value.to_usize().filter(|many| number.value.is_integer() && (2..=MOST).contains(many))?;
        let start = self.passage.span(at, at + 1).start;
        let figure = self.entries.iter().find(|entry| entry.figure.number.start == start)?;
        (is_count(figure) && !words.is_hyphen(number.end)).then_some(many)
    }

    /// The parts from `at` on, up to the one behind "and"; `None` where something else stands between them.
    fn parts(&self, at: usize, first: usize) -> Option<Parts> {
        let words = self.words();
        let mut parts = Parts { low: first, high: first, largest: first, count: 1, at: at..self.passage.end };
        let (mut is_closed, mut singles, mut here) = (false, 0, at + 1);
        let mut many = first;
        while here < self.passage.end {
            let is_comma = matches!(words.written(here), "," | ";");
            let is_and = words.is_any(here, &["and", "&"]);
            let ends = matches!(words.written(here), "." | "!" | "?" | ")" | ":")
                || words.kind(here) == Some(TokenKind::Dash) && !words.is_joining_dash(here);
            if ends {
                parts.at.end = here;
                break;
            }
            if !is_comma && !is_and {
                here += 1;
                continue;
            }
            let joins = is_and || words.is_any(here + 1, &["and", "&", "while"]);
            let next = if is_comma && joins { here + 2 } else { here + 1 };
            match self.amount(next) {
                Some(amount) if !is_closed => {
                    (parts.low, parts.high) = (parts.low + amount, parts.high + amount);
                    (parts.count, parts.largest) = (parts.count + 1, parts.largest.max(amount));
                    singles = if words.is_any(next, &["a", "an"]) { singles + 1 } else { 0 };
                    many = if amount == 1 { many } else { amount };
                    is_closed = joins;
                }
                // "Two teachers and the driver."
                None if joins && !is_closed && self.is_one(next) => {
                    (parts.low, parts.high, parts.count) = (parts.low + 1, parts.high + 1, parts.count + 1);
                    is_closed = true;
                }
                // "And his wife", "and Jon Holm"
                None if joins => {
                    let is_one = words.has(next, Class::Determiner)
                        || words.has(next, Class::Possessive)
                        || words.is_capitalized(next);
                    parts.high += usize::from(is_one);
                }
                _ if is_closed => {
                    parts.at.end = here;
                    break;
                }
                _ => return None,
            }
            here = next.max(here + 1);
        }
        // "Two men, a baker and a butcher": the same two.
        if singles == many && 1 < many {
            parts.low -= singles;
        }
        is_closed.then_some(parts)
    }

    /// "The driver": somebody or something by itself, and no more than that.
    fn is_one(&self, at: usize) -> bool {
        let words = self.words();
        let noun = words.written(at + 1);
        let are_many = noun.ends_with('s') || matches!(noun, "children" | "men" | "women" | "people" | "police");
        words.is_any(at, &["the", "its", "his", "her", "their"]) && words.is_word(at + 1) && !are_many
    }

    /// Whether a list may begin at `at`: hardly any word need be read further.
    fn may_lead(&self, at: usize) -> bool {
        let (words, before) = (self.words(), at.wrapping_sub(1));
        at == self.passage.first
            || words.kind(before) == Some(TokenKind::Dash)
            || matches!(words.written(before), ":" | "(" | ",")
            || words.has(before, Class::Be)
    }

    /// The number of all that leads to a list at `at`.
    fn total_before(&self, at: usize) -> Option<(Frame, &Entry<'a>)> {
        let words = self.words();
        let before = at.checked_sub(1).filter(|&before| self.passage.first <= before);
        let Some(before) = before else {
            return self.only_count(self.sentence.checked_sub(1)?).map(|total| (Frame::Loose, total));
        };
        let is_dash = words.kind(before) == Some(TokenKind::Dash) && !words.is_joining_dash(before);
        if is_dash || matches!(words.written(before), ":" | "(") {
            return self.last_count(before).map(|total| (Frame::Close, total));
        }
        if words.written(before) == "," {
            let total = self.last_count(before)?;
            let is_of_all = words.is(self.passage.first, "of") && self.is_first_count(total);
            // "The crew of six, three Danes, …"
            let number = self.passage.position(total.figure.number.start);
            let noun = total.figure.unit.as_ref().map_or(number + 1, |unit| self.passage.positions(unit.span).end);
            let is_body =
                noun.max(number + 1) == before && words.is(number.wrapping_sub(1), "of") && self.is_first_count(total);
            let frame = if is_body { Frame::Close } else { Frame::Loose };
            return (is_of_all || is_body).then_some((frame, total));
        }
        let is_copula = words.has(before, Class::Be) && !words.is_any(before, &["be", "been", "being"]);
        let total = if is_copula { self.count_of_subject(self.passage.first..before) } else { None };
        total.map(|total| (Frame::Close, total))
    }

    /// The only plain count of a sentence near this one.
    fn only_count(&self, sentence: usize) -> Option<&Entry<'a>> {
        let is_near = self.story.sentences[sentence].block + 1 >= self.story.sentences[self.sentence].block;
        let mut counts = self.entries.iter().filter(|entry| entry.figure.sentence == sentence && is_count(entry));
        let total = counts.next().filter(|total| is_near && is_total(total))?;
        counts.next().is_none().then_some(total)
    }

    /// The last plain count before the word at `before`, with no other word of number behind it.
    fn last_count(&self, before: usize) -> Option<&Entry<'a>> {
        let end = self.passage.span(before, before + 1).start;
        let is_own = |entry: &&Entry<'_>| entry.figure.sentence == self.sentence && entry.figure.number.start < end;
        self.entries.iter().rfind(is_own).filter(|total| is_count(total) && is_total(total))
    }

    fn is_first_count(&self, total: &Entry<'_>) -> bool {
        let first = self.entries.iter().find(|entry| entry.figure.sentence == self.sentence);
        first.is_some_and(|first| first.claim == total.claim)
    }

    /// "The dead were five Danes and a Pole": the only number of those before.
    fn count_of_subject(&self, subject: Range<usize>) -> Option<&Entry<'a>> {
        const DEAD: &[&str] = &["dead", "victims", "killed", "died"];
        const LONGEST: usize = 6;
        let words = self.words();
        let is_known = words.is_any(subject.start, &["the", "those", "these", "all"]) && subject.len() <= LONGEST;
        if !is_known || subject.clone().any(|at| read_number(words, at).is_some()) {
            return None;
        }
        let are_dead = subject.clone().any(|at| words.is_any(at, DEAD));
        let is_noun = |head: &str| {
            subject.clone().any(|at| {
                let word = in_small_letters(words.written(at));
                word.strip_suffix('s') == Some(head) || thing::is_person(head) && thing::sense_of(&word) == head
            })
        };
        let block = self.story.sentences[self.sentence].block;
        let is_it = |entry: &&Entry<'_>| {
            let figure = entry.figure;
            let is_near = figure.sentence < self.sentence && block <= figure.block + REACH;
            let has_noun = figure.unit.as_ref().is_some_and(|unit| is_noun(&unit.head));
            is_near && is_count(entry) && is_total(entry) && (has_noun || are_dead && self.died(entry))
        };
        let mut totals = self.entries.iter().filter(is_it);
        let total = totals.next()?;
        totals.all(|other| other.figure.value == total.figure.value).then_some(total)
    }

    /// "Killing 11 people", "11 people died".
    fn died(&self, entry: &Entry<'_>) -> bool {
        const NEAR: usize = 3;
        let figure = entry.figure;
        let Some(passage) = Passage::of_sentence(self.story, figure.sentence) else { return false };
        let at = passage.position(figure.number.start);
        let end = figure.unit.as_ref().map_or(at + 1, |unit| passage.positions(unit.span).end);
        let dies = |at: usize| thing::event_of(&in_small_letters(passage.words.written(at))) == Some("death");
        let near = at.saturating_sub(NEAR).max(passage.first)..(end + NEAR).min(passage.end);
        thing::counts_people(figure)
            && near.clone().any(dies)
            && !near.clone().any(|at| passage.words.is_any(at, &["injured", "injuring", "hurt", "wounded"]) && at < end)
    }

    /// Whether a word of the sentence leaves the list open, or has its parts overlap.
    fn is_loose(&self, parts: &Parts) -> bool {
        let words = self.words();
        let mut all = self.passage.first..parts.at.end;
        let is_open =
            all.any(|at| is_open(words, at) || words.is_any(at, LOOSE) || words.kind(at) == Some(TokenKind::QuoteMark));
        is_open || self.tells_the_rest(parts)
    }

    /// "; the rest are at the bank", "The ninth has not been named", "Another is in Orm": behind the list, or in the next sentence.
    fn tells_the_rest(&self, parts: &Parts) -> bool {
        const REST: &[&str] = &[
            "rest",
            "others",
            "other",
            "another",
            "remaining",
            "remainder",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "last",
            "also",
            "plus",
            "unaccounted",
            "missing",
        ];
        let words = self.words();
        let next = Passage::of_sentence(self.story, self.sentence + 1);
        let is_told = |words: Words<'_>, mut at: Range<usize>| at.any(|at| words.is_any(at, REST));
        is_told(words, parts.at.end..self.passage.end)
            || next.is_some_and(|next| is_told(next.words, next.first..next.end))
    }

    /// Whether a number near the list is what it makes.
    fn is_said(&self, parts: &Parts) -> bool {
        let block = self.story.sentences[self.sentence].block;
        let own = self.passage.span(parts.at.start, parts.at.end);
        let is_near = |entry: &&Entry<'_>| {
            entry.figure.block.abs_diff(block) <= 1 && !own.contains(entry.figure.number.start) && is_count(entry)
        };
        let near = self.entries.iter().filter(is_near);
        let values = near.filter_map(|entry| entry.figure.value.to_usize());
        values.into_iter().any(|value| (parts.low..=parts.high).contains(&value))
    }
}

fn is_count(entry: &Entry<'_>) -> bool {
    entry.figure.kind == FigureKind::Count && entry.figure.pair.is_none()
}

fn is_total(entry: &Entry<'_>) -> bool {
    entry.figure.modifier == Modifier::Plain && entry.figure.value > Decimal::TWO
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn those_told_one_by_one_make_their_number() {
        let mills = "Orm has nine mills.\n\n";
        for (text, is_wrong) in [
            ("Of the nine dead, five were Danes, two were Poles and one was the driver, Ek said.", true),
            ("Of the eight dead, five were Danes, two were Poles and one was the driver, Ek said.", false),
            ("Of the nine dead, five were Danes, two were Poles and one was a Swede. The ninth is unknown.", false),
            ("Of the nine dead, five were Danes, two were Poles and one was a Swede and his wife.", false),
            ("Police held ten people. Six were charged with riot, two with theft and one with arson.", true),
            ("Police held nine people. Six were charged with riot, two with theft and one with arson.", false),
            ("It killed 11 people. The dead were five Danes, four Swedes and a Pole, Ek said.", true),
            ("It killed ten people. The dead were five Danes, four Swedes and a Pole, Ek said.", false),
            ("Six ships were hit, Ek said: three tankers, a tug and a ferry.", true),
            ("Six ships were hit, Ek said, including three tankers, a tug and a ferry.", false),
            ("A convoy of 11 ships, five tankers, three tugs and two ferries, left Orm.", true),
            ("It was five, two lambs, a calf and a goat, that he sold.", false),
        ] {
            let text = format!("Brae news\n\n{text}");
            let found = relations(&read(&text), RelationKind::Sum);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
        for text in [
            "Six children, two dogs and a goat live in one.",
            "Four turn, three creak and one is shut; the rest are gone.",
        ] {
            let found = relations(&read(&format!("Brae news\n\n{mills}{text}")), RelationKind::Sum);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
