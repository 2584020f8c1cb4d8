//! Which way: "has climbed to 204 this term … There were 377 when the fighting began".

use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::misprint::Ledger;
use super::super::quotient;
use super::super::reach::{LOSSES, Placed, share_words};
use super::super::{Entry, Relation, RelationKind, Story};
use super::level::pair_with;
use super::{Scene, is_before, nearest};
use crate::language::WordList;

/// How many words behind its verb the level may stand.
const NEAR: usize = 9;

/// The same, where both ends of the change stand behind the verb.
const FARTHER: usize = 18;

/// Words by which less is more, or another thing is told.
const OPEN: WordList = WordList::of(&[
    "rank", "ranked", "ranking", "place", "places", "placed", "position", "seed", "seeded", "table", "chart", "odds",
    "average", "record", "peak", "high", "low", "target", "normal", "national", "forecast", "expected",
]);

/// Currencies and what pays interest.
const CURRENCIES: WordList = WordList::of(&[
    "dollar",
    "greenback",
    "euro",
    "pound",
    "sterling",
    "yen",
    "franc",
    "yuan",
    "currency",
    "peso",
    "rupee",
    "naira",
    "lira",
    "rand",
    "rouble",
    "ruble",
    "shilling",
    "bond",
    "bonds",
    "yield",
    "yields",
]);

/// The level that a verb leads to, where the only one of an earlier time lies on its other side.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger) -> Option<Relation> {
    // Asked first: few levels are led to.
    if !is_before(story, &entries[at], 4, &WordList::of(&["to"])) {
        return None;
    }
    nearest(story, entries, at, 1, |scene| within(story, entries, at, ledger, scene))
}

/// The same in the sentences of one scene.
fn within(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger, scene: &Scene<'_>) -> Option<Relation> {
    let line = scene.line();
    let to = scene.slot(&entries[at])?;
    let (verb, way) = led(line, to)?;
    let (from_line, from) = pair_with(scene, to).filter(|&earlier| is_of_one(story, line, earlier))?;
    let is_open = |line: &Line<'_>| {
        line.has_listed(line.first, line.end, &OPEN) || line.has_between(line.first, line.end, LOSSES)
    };
    let is_own_way = |other: &Line<'_>| {
        other.first == line.first && other.block == line.block
            || !(other.first..other.end).any(|at| other.way(at).is_some())
    };
    if is_open(line) || is_open(from_line) || !is_own_way(from_line) || ledger.bears_out(from.entry.claim) {
        return None;
    }
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, way == Way::Up);
    (!outcome.holds).then(|| tie(RelationKind::Direction, to, &[from], Some(line.span(verb, verb + 1)), outcome))
}

/// Whether both levels are of one thing: told in one sentence, or the one of before takes it up or names it.
fn is_of_one(story: &Story, line: &Line<'_>, (other, from): Placed<'_, '_>) -> bool {
    const THEM: &[&str] = &["it", "they", "there", "that", "figure", "number", "total", "rate"];
    let is_own = (other.block, other.first) == (line.block, line.first);
    is_own || other.has_between(other.first, from.begin, THEM) || 0 < share_words(story, line, other)
}

/// The verb that leads to a level, and which way: "has climbed to 204".
fn led(line: &Line<'_>, to: &Slot<'_>) -> Option<(usize, Way)> {
    let number = line.slots.iter().position(|slot| slot.number == to.number)?;
    // What one of a currency costs falls when another rises.
    if line.lead(number) != Lead::To || line.has_listed(line.first, line.end, &CURRENCIES) {
        return None;
    }
    let mut ways = (line.first..line.end).filter_map(|at| line.way(at).map(|way| (at, way)));
    let only = ways.next().filter(|_| ways.next().is_none())?;
    // "Have slipped this year, the returns show: from 41 tonnes to 44": both ends stand behind it.
    let from = number.checked_sub(1).filter(|&from| line.lead(from) == Lead::From);
    let (first, reach) = from.map_or((number, NEAR), |from| (from, FARTHER));
    (line.floor(first) <= only.0 && only.0 < to.begin && to.begin <= only.0 + reach).then_some(only)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(&format!("Brae news\n\n{text}"));
        relations(&story, RelationKind::Direction).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn a_level_lies_on_the_side_that_its_verb_says() {
        for (text, is_wrong) in [
            (
                "The number of barges on the Lenne has climbed to 140 this year, the port said. There were 215 when it was shut.",
                true,
            ),
            (
                "The number of barges on the Lenne has dwindled to 140 this year, the port said. There were 215 when it was shut.",
                false,
            ),
            (
                "Bookings have slumped to 910 a week, Sue Orr said. This time last year they were running at 740 a week.",
                true,
            ),
            (
                "Bookings have climbed to 910 a week, Sue Orr said. This time last year they were running at 740 a week.",
                false,
            ),
            ("Barges have climbed to 140 this year. In Orm 215 boats were there last year.", false),
            ("The guild climbed to 14th place. It was 12th last year.", false),
        ] {
            assert_eq!(wrong(text), is_wrong, "{text}");
        }
    }
}
