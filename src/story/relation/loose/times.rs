//! How often: "Airfares have doubled … paid P34,000 … The same seat was P22,000 last December", "twice as often as boys:
//! 1,340 of them stopped coming, against 760 boys".

use super::super::line::{Lead, Line, Slot, tie};
use super::super::misprint::Ledger;
use super::super::multiple::{Times, times_of};
use super::super::quotient;
use super::super::reach::is_near;
use super::super::{Entry, Relation, RelationKind, Story};
use super::level::pair_with;
use super::{Scene, is_before, nearest};
use crate::extract::Modifier;
use crate::language::{Class, WordList};

/// How many times as much the lesser may be, of what is said and what is given.
const FAR: i64 = 2;

/// Words of a multiple.
const OFTEN: WordList = WordList::of(&[
    "times",
    "twice",
    "thrice",
    "doubled",
    "trebled",
    "tripled",
    "quadrupled",
    "quintupled",
    "halved",
    "double",
    "triple",
    "treble",
]);

/// A level that a sentence calls so many times the one of before.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger) -> Option<Relation> {
    // Asked first: few sentences say how often.
    if !is_before(story, &entries[at], usize::MAX, &OFTEN) {
        return None;
    }
    nearest(story, entries, at, 1, |scene| within(entries, at, ledger, scene))
}

/// The same in the sentences of one scene.
fn within(entries: &[Entry<'_>], at: usize, ledger: &Ledger, scene: &Scene<'_>) -> Option<Relation> {
    let line = scene.line();
    let mut all = times_of(line);
    let times = all.next().filter(|_| all.next().is_none())?;
    let to = scene.slot(&entries[at])?;
    if to.begin < times.end || !is_plain(to) {
        return None;
    }
    if let Some(from) = compared(line, &times, to) {
        return settle(line, &times, from, to);
    }
    let is_verb = line.words.has(times.first.wrapping_sub(1), Class::Have);
    let (_, from) = pair_with(scene, to).filter(|_| is_verb)?;
    if ledger.bears_out(from.entry.claim) || !is_plain(from) {
        return None;
    }
    settle(line, &times, from, to)
}

fn settle(line: &Line<'_>, times: &Times, from: &Slot<'_>, to: &Slot<'_>) -> Option<Relation> {
    let outcome = quotient::product(to.bounds()?, times.bounds, from.bounds()?)?;
    let cue = Some(line.span(times.first, times.end));
    (outcome.holds || is_near(&outcome, to, FAR)).then(|| tie(RelationKind::Multiple, to, &[from], cue, outcome))
}

/// "Twice as often as boys: 1,340 of them, against 760 boys": the two behind what says how often, and no third.
fn compared<'l, 'a>(line: &'l Line<'a>, times: &Times, to: &Slot<'_>) -> Option<&'l Slot<'a>> {
    let mut behind = line.slots.iter().enumerate().filter(|(_, slot)| times.end <= slot.begin && slot.is_like(to));
    let (_, first) = behind.next()?;
    let (number, second) = behind.next()?;
    let is_pair = first.number == to.number && behind.next().is_none() && matches!(line.lead(number), Lead::Against);
    let is_compared = line.words.is(times.end, "as")
        && line.has_between(times.end + 1, first.begin, &["as"])
        && line.has_between(times.end + 1, first.begin, &[":", ";", ",", "–", "—"]);
    (is_pair && is_compared && is_plain(second)).then_some(second)
}

fn is_plain(slot: &Slot<'_>) -> bool {
    slot.figure().pair.is_none() && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(&format!("Brae news\n\n{text}"));
        relations(&story, RelationKind::Multiple).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_multiple_is_held_against_the_two_levels_near_it() {
        for (text, sound, broken) in [
            (
                "Boys there drown three times as often as girls, the coastguard found: last year 63 of them did, against # girls.",
                "21",
                "34",
            ),
            (
                "Tuition has tripled, says the league, whose chairman, Ravi Nair, paid $1,500 this term. “The same course was $# two years ago,” he said.",
                "500",
                "850",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn multiples_of_other_things_are_left_alone() {
        for text in [
            "Tuition has tripled, says Ravi Nair, who paid $1,500 this term. Books were $850 two years ago, $800 in 2022 and $700 in 2019.",
            "Boys drown three times as often as girls. Last year 63 people did, against 34 in 2019.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
