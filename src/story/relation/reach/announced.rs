//! A change that a sentence without figures announces, with both ends in the next: "The number of cases has tripled. There
//! were 39 cases in June, against 13 in May", "Ticket sales dipped. The fair sold 20,900 tickets, compared with 22,400 in
//! 2024".
//!
//! The two must be the only figures of their sentence, which says itself which came first and tells no change of its own;
//! and what they count must be named where the change is announced.

use super::super::line::{Line, Slot, Way, tie};
use super::super::multiple::times_of;
use super::super::telling::Stem;
use super::super::{Relation, RelationKind, quotient};
use super::change::is_elsewhere;
use super::that_change::ends;
use super::{Reach, is_near, is_plain, is_prose, stem_at};
use crate::language::{Class, TokenKind, WordList, Words};

/// A multiple that is farther off is one of something else.
const FAR: i64 = 3;

/// Words by which the sentence announces the change of something else, or takes it back.
const OPEN: WordList = WordList::of(&[
    "loss",
    "losses",
    "deficit",
    "deficits",
    "shortfall",
    "rank",
    "ranked",
    "place",
    "odds",
    "yield",
    "yields",
    "hopes",
    "could",
    "would",
    "may",
    "might",
    "will",
    "not",
    "never",
    "if",
    "expected",
    "but",
    "though",
    "although",
    "despite",
    "while",
    "value",
    "quality",
    "cost",
    "costs",
    "price",
    "prices",
    "share",
    "rate",
    "to",
    "by",
    "from",
]);

/// The later of two figures, which the sentence before has go another way or farther.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    if reach.line.slots.len() != 2 {
        return None;
    }
    let split = behind_colon(reach.line);
    let line = split.as_ref().map_or(reach.line, |(_, behind)| behind);
    let (from, to) = ends(line).filter(|(from, to)| is_plain(from) && is_plain(to))?;
    if is_elsewhere(line, from) || is_elsewhere(line, to) {
        return None;
    }
    if line.tells_way() || times_of(line).next().is_some() {
        return None;
    }
    if line.has_between(line.first, line.end, &["but", "than", "although", "despite", "target", "planned", "hoped"]) {
        return None;
    }
    // Behind a colon a pronoun can mean nothing else.
    let is_meant = split.is_some() && line.words.is_any(line.first, &["it", "they", "there"]);
    let announced = if split.is_some() { None } else { Some(announcing(reach)?) };
    let before = split.as_ref().map(|(before, _)| before).or(announced.as_ref())?;
    if before.has_listed(before.first, before.end, &OPEN) || !is_meant && !is_of_them(before, line, [from, to]) {
        return None;
    }
    let mut times = times_of(before);
    if let Some(only) = times.next() {
        let is_alone = times.next().is_none() && before.words.has(only.first.wrapping_sub(1), Class::Have);
        let outcome = quotient::product(to.bounds()?, only.bounds, from.bounds()?).filter(|_| is_alone)?;
        let cue = Some(before.span(only.first, only.end));
        let is_sound = outcome.holds || is_near(&outcome, to, FAR);
        return is_sound.then(|| tie(RelationKind::Multiple, to, &[from], cue, outcome));
    }
    let mut ways = (before.first..before.end).filter_map(|at| Some((before.way(at)?, at)));
    let (way, at) = ways.next().filter(|_| ways.next().is_none())?;
    // "Have fallen", "dipped this year": no noun, and no wish.
    let is_verb = before.words.has(at.wrapping_sub(1), Class::Have)
        || before.lower(at).ends_with("ed")
        || before.words.is_any(at, &["fell", "rose", "grew", "slid", "sank", "shrank", "plunged", "leapt"]);
    let is_plain_verb = is_verb && !before.words.is_any(at.wrapping_sub(1), &["a", "an", "the"]);
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, way == Way::Up);
    let cue = Some(before.span(at, at + 1));
    (is_plain_verb && !outcome.holds).then(|| tie(RelationKind::Direction, to, &[from], cue, outcome))
}

/// "The number of smokers has grown: it stood at 1.9 million last year, against 2.3 million in 2015": what stands before the
/// colon, without figures, and what stands behind it.
fn behind_colon<'a>(line: &Line<'a>) -> Option<(Line<'a>, Line<'a>)> {
    let first = line.slots.first()?.begin;
    let colon =
        (line.first..first).find(|&at| !line.words.is_word(at) && line.words.is_any(at, &[":", ";", "–", "—"]))?;
    let part = |first: usize, end: usize, slots: Vec<Slot<'a>>| Line {
        words: line.words,
        first,
        end,
        slots,
        block: line.block,
        start: line.start,
        vocabulary: line.vocabulary,
    };
    Some((part(line.first, colon, Vec::new()), part(colon + 1, line.end, line.slots.clone())))
}

/// The sentence right before it, where that has no figures.
fn announcing<'a>(reach: Reach<'_, 'a>) -> Option<Line<'a>> {
    let line = reach.line;
    let (words, end, block, start, vocabulary) = if 0 < line.first {
        (line.words, line.first, line.block, line.start, line.vocabulary)
    } else {
        let number = line.block.checked_sub(1)?;
        let block = reach.story.blocks.get(number).filter(|block| is_prose(block))?;
        let words = Words { text: block.span.of(&reach.story.text), tokens: &block.mentions.tokens };
        (words, words.tokens.len(), number, block.span.start, &block.mentions.vocabulary)
    };
    let is_end = |at: usize| words.is_any(at, &[".", "!", "?"]);
    let last = (0..end).rev().find(|&at| words.is_word(at))?;
    let first = (0..last).rev().find(|&at| is_end(at) && words.is_capitalized(at + 1)).map_or(0, |at| at + 1);
    let has_number = (first..end).any(|at| words.kind(at) == Some(TokenKind::Number));
    let is_bare = !reach.last().is_some_and(|last| last.block == block && first < last.end);
    (is_bare && !has_number && last < first + 30).then(|| Line {
        words,
        first,
        end,
        slots: Vec::new(),
        block,
        start,
        vocabulary,
    })
}

/// Whether the sentence names what the two figures count.
fn is_of_them(before: &Line<'_>, line: &Line<'_>, ends: [&Slot<'_>; 2]) -> bool {
    let is_named = |unit: &str| {
        let noun = unit.rsplit(' ').next().unwrap_or(unit);
        (before.first..before.end).any(|at| {
            let word = before.lower(at);
            &*word == noun || word.strip_suffix('s') == Some(noun)
        })
    };
    if ends.iter().filter_map(|slot| slot.unit()).any(is_named) {
        return true;
    }
    let units = ends.iter().filter_map(|slot| slot.unit()).filter_map(Stem::of);
    let verb = ends.iter().map(|slot| slot.begin).min().unwrap_or(line.first);
    let subject = (line.first..verb).filter_map(|at| stem_at(line, at));
    let named: Vec<Stem> = (before.first..before.end).filter_map(|at| stem_at(before, at)).collect();
    units.chain(subject).any(|stem| named.contains(&stem))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(text);
        [RelationKind::Multiple, RelationKind::Direction]
            .iter()
            .any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn what_is_announced_is_held_against_both_ends() {
        for (text, sound, broken) in [
            (
                "The number of measles cases has #. There were 26 cases in June, against 13 in May, Lund said.",
                "doubled",
                "tripled",
            ),
            (
                "The fair\n\nTicket sales at the Brae fair # this year, Lund said.\n\nThe fair sold 22,400 tickets, compared with 20,900 in 2024.",
                "grew",
                "dipped",
            ),
            ("House sales have # in Brae. Agents sold 410 houses in May, against 380 in April.", "risen", "fallen"),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_change_of_something_else_is_left_alone() {
        for text in [
            "Rents have fallen in Brae. Agents sold 410 houses in May, against 380 in April.",
            "House prices have fallen in Brae. Agents sold 410 houses in May, against 380 in April.",
            "House sales have fallen in Brae. In Orm 410 houses were sold, and 380 in Holm.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
