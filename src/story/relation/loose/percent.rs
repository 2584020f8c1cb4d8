//! By how much in percent, or by what part: "The flock numbered 40 in March, up from … That is a rise of 62.5 percent", "We
//! are down 42 percent … The year before there were 252", "a quarter more than".

use super::super::change::settle;
use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::misprint::Ledger;
use super::super::quotient;
use super::super::reach::{is_near, is_of_them, is_of_year_before, is_year};
use super::super::{Entry, Relation, Story};
use super::level::{is_level, levels};
use super::{Scene, WIDE, nearest};
use crate::extract::FigureKind;
use crate::language::WordList;

/// How many times as much the lesser may be, of what is said and what is given.
const FAR: i64 = 2;

/// Whether it may say by how much something changed.
pub(super) fn may_be(entry: &Entry<'_>) -> bool {
    matches!(entry.figure.kind, FigureKind::Percentage | FigureKind::Share) && entry.figure.pair.is_none()
}

/// The change in percent, held against its levels.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger) -> Option<Relation> {
    nearest(story, entries, at, super::REACH, |scene| within(story, entries, at, ledger, scene))
}

/// The same in the sentences of one scene.
fn within(story: &Story, entries: &[Entry<'_>], at: usize, ledger: &Ledger, scene: &Scene<'_>) -> Option<Relation> {
    let line = scene.line();
    let stated = scene.slot(&entries[at])?;
    let way = told(line, stated)?;
    if settle::has_basis(line, line.first..line.end) || is_of_year_before(line, stated) {
        return None;
    }
    if is_since_elsewhen(scene, stated) {
        return None;
    }
    // "Last year, investors lost 20 percent": of a time of its own.
    let has_own_time = line.words.is(line.first, "last")
        && line.words.is_any(line.first + 1, &["year", "month", "week", "quarter", "season"])
        && line.slots.len() == 1;
    if has_own_time {
        return None;
    }
    let levels = levels(scene, stated, |slot| !slot.is_percent() && !ledger.doubts(slot.entry.claim))?;
    let lines: Vec<&Line<'_>> = scene.lines.iter().collect();
    let is_other = |(line, slot): (&Line<'_>, &Slot<'_>)| {
        slot.entry.claim != stated.entry.claim
            && matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share)
            && told(line, slot).is_some()
    };
    if !names_time(line, stated) && !is_of_them(line, stated, &lines) || scene.slots().any(is_other) {
        return None;
    }
    let (from, to) = (levels.from.1, levels.to.1);
    let rises = from.figure().value < to.figure().value;
    let (from, to) = match () {
        () if rises == (way == Way::Up) => (from, to),
        () if levels.is_ordered => return None,
        () => (to, from),
    };
    let (kind, operands, outcome) = settle::between(stated, (from, to))?;
    let is_near = is_near(&outcome, stated, FAR);
    let is_sound = outcome.holds || is_near && !is_borne_out(story, entries, at, [from, to]);
    is_sound.then(|| tie(kind, stated, &operands, None, outcome))
}

/// The way of the word that makes a percentage or a fraction a change: "down 42 percent", "a 20% rise", "a quarter more".
pub(in crate::story::relation) fn told(line: &Line<'_>, stated: &Slot<'_>) -> Option<Way> {
    const MORE: &[&str] = &["more", "higher", "larger", "bigger", "greater", "longer", "dearer", "costlier"];
    const LESS: &[&str] = &["fewer", "less", "lower", "smaller", "shorter", "cheaper"];
    const OTHERS: &[&str] = &["expected", "forecast", "planned", "predicted", "average", "normal", "budgeted"];
    let words = line.words;
    let end = stated.past();
    let than = (end..end + 3).find(|&at| words.is(at, "than"));
    let is_than_other = than.is_some_and(|than| line.has_between(than, than + 3, OTHERS));
    if words.is_any(end, &["of", "a", "per", "each", "every", "annually"]) || is_than_other {
        return None;
    }
    // "A loss of a third": of voices and members no less than of money.
    let of = stated.begin.wrapping_sub(1);
    if words.is(of, "of") && words.is_any(of.wrapping_sub(1), &["loss", "shrinkage", "contraction"]) {
        return Some(Way::Down);
    }
    // "The drop, of 60%, …"
    if words.is(of, "of") && words.is(of.wrapping_sub(1), ",") && line.first + 1 < of {
        return line.way(of - 2);
    }
    // "Put the fee up by half"
    if words.is(of, "by") && words.is_any(of.wrapping_sub(1), &["up", "down"]) {
        return Some(if words.is(of - 1, "up") { Way::Up } else { Way::Down });
    }
    let noun = words.past_hyphen(end);
    if let Some(way) = (noun..noun + 2).find_map(|at| line.way(at)) {
        return Some(way);
    }
    match () {
        () if words.is_any(noun, MORE) || words.is(noun, "up") => return Some(Way::Up),
        () if words.is_any(noun, LESS) || words.is(noun, "down") => return Some(Way::Down),
        () => {}
    }
    let number = line.slots.iter().position(|slot| slot.number == stated.number)?;
    if line.lead(number) != Lead::By {
        return None;
    }
    let floor = line.floor(number);
    (floor.max(stated.begin.saturating_sub(7))..stated.begin).rev().find_map(|at| line.way(at))
}

/// "Fell from 84,000 to 63,000, a drop of 40% since 2012": from a time of which no level is told.
fn is_since_elsewhen(scene: &Scene<'_>, stated: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    let line = scene.line();
    let end = stated.past();
    let Some(since) = (end..end + NEAR).find(|&at| line.words.is(at, "since")) else { return false };
    let when = since + 1 + usize::from(line.words.is_any(since + 1, &["last", "the"]));
    let says_so =
        |other: &Line<'_>, at: usize| (at != when || other.block != line.block) && other.lower(at) == line.lower(when);
    !scene.lines.iter().any(|other| (other.first..other.end).any(|at| says_so(other, at)))
}

/// "A 20% rise in twelve months": for how long, and not of what.
pub(in crate::story::relation) fn names_time(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const TIMES: WordList = WordList::of(&[
        "days", "week", "weeks", "month", "months", "quarter", "season", "year", "years", "decade", "decades", "time",
    ]);
    let end = stated.past();
    (end..end + 3).any(|at| {
        let is_time = line.words.is_listed(at + 2, &TIMES) || is_year(line.words.written(at + 1));
        line.words.is_any(at, &["in", "for", "of", "over", "since"]) && is_time
    })
}

/// Whether any two other figures near it give the change, or a part of a whole that it may be.
fn is_borne_out(story: &Story, entries: &[Entry<'_>], at: usize, known: [&Slot<'_>; 2]) -> bool {
    let Some(scene) = Scene::around(story, entries, at, WIDE, 1) else { return false };
    let Some(stated) = scene.slot(&entries[at]) else { return false };
    let all: Vec<&Slot<'_>> = scene.slots().map(|(_, slot)| slot).filter(|slot| is_level(slot)).collect();
    let fits = |one: &Slot<'_>, other: &Slot<'_>| {
        let (Some(own), Some((one, other))) = (stated.bounds(), one.bounds().zip(other.bounds())) else { return false };
        let change = quotient::percent_change(own, one, other).is_some_and(|outcome| outcome.holds);
        change || quotient::percent_of(own, one, other).is_some_and(|outcome| outcome.holds)
    };
    // The two themselves the other way round are the commonest slip.
    let is_known = |slot: &Slot<'_>| known.iter().any(|known| known.entry.claim == slot.entry.claim);
    let is_pair = |one: &Slot<'_>, other: &Slot<'_>| {
        one.entry.claim != other.entry.claim && one.is_like(other) && !(is_known(one) && is_known(other))
    };
    all.iter().any(|one| all.iter().any(|other| is_pair(one, other) && fits(one, other)))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(&format!("Brae news\n\n{text}"));
        relations(&story, RelationKind::PercentChange).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn the_two_levels_near_a_change_are_held_against_it() {
        for (text, sound, broken) in [
            (
                "Burglars broke into 310 sheds in the parish last year, its council said.\n\nIn the year before, there had been 248. “We have never seen a jump of # in one year,” said Ada Penn.",
                "25%",
                "15%",
            ),
            (
                "The terns at Skerrow Point, down to 80 pairs by 2012, numbered 140 when wardens walked it in June, the trust said.\n\nThat is a rise of # in ten years.",
                "75%",
                "65%",
            ),
            (
                "Since the rangers came, snares found in Tolva forest have been cut by #, Moses Adu said.\n\n“We found 120 a week,” Adu said. “Last week it was 40.”",
                "two-thirds",
                "half",
            ),
            (
                "The dam will now cost $2.4 billion, the minister said.\n\nThat is # more than the $1.6 billion that was budgeted when work began, the contract shows.",
                "half",
                "a third",
            ),
            (
                "The choir had 64 voices when Dom Piers came. Today there are 48, a loss of #, he said.",
                "a quarter",
                "a third",
            ),
            (
                "A loaf cost 48 tolars in Ruvia in March, the guild said. Now it is 60. “An increase of # per cent has put people off,” Jan Vrba said.",
                "25",
                "35",
            ),
            (
                "Officers stopped 1,540 cars in December. “That’s # per cent up on the year,” Una Blair said. In December 2023 they had stopped 1,100.",
                "40",
                "30",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_change_of_something_else_is_left_alone() {
        for text in [
            "Burglars broke into 310 sheds last year. In the year before, there had been 248. A 15% rise in rents is to come.",
            "Burglars broke into 310 sheds last year. In the year before, there had been 248. The rise is 40% since 2012.",
            "Holm took £45m in Europe, compared with £30m in Asia. Its profit was up 20%.",
            "The firm had 310 vans last year and 248 the year before, against an average of 150, 60% more.",
            "Burglars broke into 310 sheds last year. In the year before, there had been 248. Rents rose 15%, and fares fell 30%.",
            "There were 310 fires last year, Ada Ek said. The year before there were 248, and in 2019 there were 270. A rise of 15% is no blip.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
