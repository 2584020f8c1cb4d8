//! Which way a headline, or the sentence before, has a thing go, against the two levels that are told next: "Unemployment
//! falls" over "stood at 6.8 percent in May. It had been 6.4 percent in April", "as its losses widened. It lost $41
//! million, against $57 million a year ago".
//!
//! What goes must be named with the levels, which must be the only figures of their kind in their sentences.

use std::ops::Range;

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, Way, lines, tie, way_of};
use super::super::loose::{in_time, is_one_before};
use super::super::telling::{Stem, is_telling};
use super::super::{Entry, Relation, RelationKind, quotient, thing};
use super::levels::had_been;
use super::named_change::{Placed, date_at, is_past_at};
use super::other_end::is_alike;
use super::{LOSSES, Reach, is_plain, is_year};
use crate::draft::Role;
use crate::extract::FigureKind;
use crate::language::{Class, TokenKind, WordList, Words};
use crate::story::Story;
use crate::text::Span;

/// In how many blocks below a headline its levels are told.
const FIRST: usize = 4;

/// Levels that are farther apart are of two things.
const FAR: i64 = 3;

/// Words by which several things change, or one is to change.
const OPEN: WordList = WordList::of(&[
    "despite", "as", "but", "while", "may", "could", "will", "to", "set", "would", "forecast", "expected", "after",
    "amid", "slower", "slows", "pace", "over", "not", "no",
]);

/// Two figures of one kind, each with its sentence.
pub(super) type Levels<'l, 'a> = (Placed<'l, 'a>, Placed<'l, 'a>);

/// A thing that goes up or down.
struct Told {
    way: Way,
    /// The story's span of the verb.
    cue: Span,
    /// The words before the verb that mean something.
    subject: Vec<Stem>,
    is_loss: bool,
    is_head: bool,
}

/// The way of a headline against the first two levels below it.
pub(in crate::story::relation) fn of_headline(story: &Story, entries: &[Entry<'_>]) -> Option<Relation> {
    let block = story.blocks.iter().position(|block| block.role == Role::Headline)?;
    let head = &story.blocks[block];
    let words = Words { text: head.span.of(&story.text), tokens: &head.mentions.tokens };
    let told = told(words, 0..words.tokens.len(), head.span.start, true)?;
    let first = entries.partition_point(|entry| entry.figure.block <= block);
    let end = entries.partition_point(|entry| entry.figure.block <= block + FIRST);
    let lines = lines(story, &entries[first..end]);
    let is_prose = |line: &&Line<'_>| story.blocks[line.block].role == Role::Paragraph;
    let lines: Vec<&Line<'_>> = lines.iter().filter(is_prose).collect();
    let levels = |at: usize| levels(at.checked_sub(1).map(|last| lines[last]), lines[at]);
    (0..lines.len()).find_map(|at| against(&told, levels(at)?))
}

/// The way of the sentence before the two levels, which tells none of their kind.
pub(super) fn find(reach: Reach<'_, '_>, levels: Levels<'_, '_>) -> Option<Relation> {
    let (one, _) = levels;
    let (words, range, start) = before(reach.story, one.0)?;
    let told = told(words, range, start, false)?;
    against(&told, levels)
}

/// The words of the sentence before a line, in its paragraph or at the end of the one before.
pub(super) fn before<'a>(story: &'a Story, line: &Line<'a>) -> Option<(Words<'a>, Range<usize>, u32)> {
    let sentence = line.slots[0].entry.figure.sentence.checked_sub(1)?;
    let place = story.sentences.get(sentence)?;
    let block = story.blocks.get(place.block).filter(|block| block.role == Role::Paragraph)?;
    let words = Words { text: block.span.of(&story.text), tokens: &block.mentions.tokens };
    let span = place.span.back(block.span.start);
    let first = words.tokens.partition_point(|token| token.span.start < span.start);
    let end = words.tokens.partition_point(|token| token.span.end <= span.end);
    (line.block <= place.block + 1 && first < end).then_some((words, first..end, block.span.start))
}

/// "Unemployment rises", "as its losses widened": the only word of a way, with what goes before it.
fn told(words: Words<'_>, range: Range<usize>, start: u32, is_head: bool) -> Option<Told> {
    const REACH: usize = 6;
    if let Some(told) = is_head.then(|| up_or_down(words, range.clone(), start)).flatten() {
        return Some(told);
    }
    let mut ways = range.clone().filter_map(|at| Some((at, way_of(words.written(at))?)));
    let (verb, way) = match (ways.next(), ways.next(), is_head) {
        (Some(only), None, _) => only,
        // "Slipped 4 percent as its losses widened": the last of a sentence has a clause of its own.
        (Some(_), Some(last), false) if ways.next().is_none() => last,
        _ => return None,
    };
    // "Revenue declines" may be a noun in a sentence, and is a verb in a headline; "prices rise" is one behind a plural.
    let written = words.written(verb);
    let is_past = written.ends_with("ed") || words.has(verb, Class::Past) || words.has(verb, Class::Participle);
    let is_plural = words.written(verb.wrapping_sub(1)).ends_with('s');
    let is_verb =
        if is_head { written.ends_with('s') || is_plural || is_past } else { is_past && !written.ends_with('s') };
    let opens = |at: &usize| words.is_any(*at, &[",", ";", ":", "as", "and", "but", "while", "that", "said"]);
    let clause = (range.start..verb).rev().take(REACH).take_while(|at| !opens(at));
    let telling: Vec<usize> = clause.filter(|&at| words.get(at).is_some_and(is_telling)).collect();
    let is_open = is_head && (range.start..verb).any(|at| words.is_listed(at, &OPEN));
    let stem = |&at: &usize| Stem::of(&thing::sense_in(words.text, words.get(at)?));
    // "Fall back from highs": the other end is told.
    let is_ended = (verb + 1..verb + 3).any(|at| words.is_any(at, &["of", "from"]));
    (is_verb && !is_open && !is_ended).then(|| Told {
        way,
        cue: words.span(verb, verb + 1).shifted(start),
        is_loss: telling.iter().any(|&at| words.is_any(at, LOSSES)),
        is_head,
        subject: telling.iter().filter_map(stem).collect(),
    })
}

/// "Catch up by a fifth in Brae", "Rents down 12%": an adverb in a headline, with what goes before it.
fn up_or_down(words: Words<'_>, range: Range<usize>, start: u32) -> Option<Told> {
    let mut adverbs = range.clone().filter(|&at| words.is_any(at, &["up", "down"]));
    let adverb = adverbs.next().filter(|_| adverbs.next().is_none())?;
    let by = adverb + 1 + usize::from(words.is(adverb + 1, "by"));
    let is_amount = words.kind(by) == Some(TokenKind::Number)
        || words.is_any(by, &["a", "one"])
            && words.is_any(by + 1, &["third", "quarter", "fifth", "sixth", "tenth", "half"])
        || words.is(by, "half");
    let is_other = range.clone().any(|at| words.is_listed(at, &OPEN) || way_of(words.written(at)).is_some());
    let telling = |&at: &usize| words.get(at).is_some_and(is_telling);
    let stem = |at: usize| Stem::of(&thing::sense_in(words.text, words.get(at)?));
    (is_amount && !is_other).then(|| Told {
        way: if words.is(adverb, "up") { Way::Up } else { Way::Down },
        cue: words.span(adverb, adverb + 1).shifted(start),
        is_loss: (range.start..adverb).any(|at| words.is_any(at, LOSSES)),
        is_head: true,
        subject: (range.start..adverb).filter(telling).filter_map(stem).collect(),
    })
}

/// The two levels of a line, or of it and the one before, where they go the other way.
fn against(told: &Told, (one, other): Levels<'_, '_>) -> Option<Relation> {
    let (from, to) = order(one, other)?;
    let lines = [one.0, other.0];
    // "House prices have fallen. Agents sold 410 houses in May, against 380": what is beside a word of time must be what fell.
    let nearest = told.subject.len().min(1);
    let subject = if told.is_head || are_dated((one, other)) { &told.subject[..] } else { &told.subject[..nearest] };
    let names = |line: &Line<'_>| {
        (line.first..line.end).any(|at| {
            let token = line.words.get(at).filter(|token| is_telling(token));
            let stem = token.and_then(|token| Stem::of(&thing::sense_in(line.words.text, token)));
            stem.is_some_and(|stem| subject.contains(&stem))
                || told.is_loss && line.words.is_any(at, &["lost", "loss", "losses"])
        })
    };
    let has_loss = lines.iter().any(|line| {
        line.has_between(line.first, line.end, LOSSES) || line.has_between(line.first, line.end, &["lost"])
    });
    let tells_way =
        lines.iter().any(|line| (line.first..line.end).any(|at| line.way(at).is_some() && !line.words.is(at, "lost")));
    // "Has cut his economy rate. It was 4.8 runs an over": a pronoun takes up what changed.
    let first = one.0;
    let is_taken_up = !told.is_head
        && (first.words.is_any(first.first, &["it", "they"])
            || first.words.is(first.first, "there") && one.1.unit().is_none())
        && first.words.has(first.first + 1, Class::Be);
    if !is_taken_up && !lines.iter().any(|line| names(line)) || has_loss != told.is_loss || tells_way {
        return None;
    }
    let outcome = quotient::direction(from.1.bounds()?, to.1.bounds()?, told.way == Way::Up);
    (!outcome.holds).then(|| tie(RelationKind::Direction, to.1, &[from.1], Some(told.cue), outcome))
}

/// Which of the two was first: "had been" says so, or the dates.
pub(super) fn order<'l, 'a>(one: Placed<'l, 'a>, other: Placed<'l, 'a>) -> Option<(Placed<'l, 'a>, Placed<'l, 'a>)> {
    // "41,300 last year. In 2023 it was 43,800": which of the two years is the later, only the story's own can tell.
    let is_of_year = |placed| date_at(placed).is_some_and(|date| is_year(&date));
    match (had_been(one), had_been(other)) {
        (false, true) => Some((other, one)),
        (true, false) => Some((one, other)),
        _ if is_now(other) && !is_now(one) => Some((one, other)),
        _ if is_now(one) && !is_now(other) => Some((other, one)),
        _ if is_of_year(one) != is_of_year(other) => None,
        _ => in_time(one, other),
    }
}

/// The only two figures of one kind, one of them of an earlier time.
pub(super) fn levels<'l, 'a>(last: Option<&'l Line<'a>>, line: &'l Line<'a>) -> Option<Levels<'l, 'a>> {
    use FigureKind::{Count, Index, Measure, Money, Percentage, Rate};
    // "14% above normal" is no level.
    const OFF: &[&str] = &["above", "below", "more", "less", "fewer", "higher", "lower", "up", "down"];
    let is_off = |(at, slot): Placed<'_, '_>| at.words.is_any(slot.past(), OFF);
    let is_level =
        |slot: &&Slot<'_>| matches!(slot.kind(), Count | Index | Measure | Money | Percentage | Rate) && is_plain(slot);
    let own: Vec<&'l Slot<'a>> = line.slots.iter().filter(is_level).collect();
    let pair = match own[..] {
        [one, other] => ((line, one), (line, other)),
        [other] => {
            let last = last?;
            let mut slots = last.slots.iter().filter(is_level);
            let one = slots.next().filter(|_| slots.next().is_none())?;
            ((last, one), (line, other))
        }
        _ => return None,
    };
    let ((_, one), (_, other)) = pair;
    let (low, high) = (one.figure().value.min(other.figure().value), one.figure().value.max(other.figure().value));
    let is_near = low < high && high <= low.checked_mul(Decimal::from(FAR))?;
    // Asked first: most pairs of figures are of two kinds.
    if !is_near || !is_alike(one, other) || is_off(pair.0) || is_off(pair.1) {
        return None;
    }
    (are_dated(pair) || is_one_before(pair.0, pair.1)).then_some(pair)
}

/// Whether the words beside the levels say that one of them is of an earlier time.
fn are_dated((one, other): (Placed<'_, '_>, Placed<'_, '_>)) -> bool {
    is_past_at(one.0, one.1) != is_past_at(other.0, other.1)
        || had_been(other)
        || !one.1.is_percent() && is_now(one) != is_now(other)
}

/// "Now costs 120 taka".
fn is_now((line, slot): Placed<'_, '_>) -> bool {
    line.has_between(slot.begin.saturating_sub(3).max(line.first), slot.end + 2, &["now", "today", "currently"])
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Direction).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn levels_go_the_way_that_was_told_before() {
        for (text, sound, broken) in [
            (
                "Unemployment # in Brae\n\nThe jobless rate in Brae stood at 6.8 percent in May, the office said.\n\nIt had been 7.4 percent in April.",
                "falls",
                "rises",
            ),
            (
                "Brae news\n\nThe line said its losses had #. It lost $41 million in the half to June, compared with $57 million a year ago.",
                "narrowed",
                "widened",
            ),
            (
                "House prices # in Brae\n\nThe average house in Brae cost £214,000 in March, a survey shows. A year earlier it was £221,000.",
                "fall",
                "rise",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn levels_of_other_things_are_left_alone() {
        for text in [
            "Rents rise in Brae\n\nThe jobless rate in Brae stood at 6.8 percent in May.\n\nIt had been 7.4 percent in April.",
            "House prices to rise in Brae\n\nThe average house in Brae cost £214,000 in March. A year earlier it was £221,000.",
            "Brae news\n\nThe line said its profits had widened. It lost $41 million, compared with $57 million a year ago.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
