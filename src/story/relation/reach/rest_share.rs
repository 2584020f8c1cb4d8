//! A last share that is called the rest of those told in the sentences before, or in paragraphs of their own: "Wages take 58
//! percent of the budget and drugs 24 percent. / The remaining 18 percent is spent on power".
//!
//! Within a sentence [`whole`](super::super::whole) reads them with more wordings; over its edge the last share must say
//! that it is the rest, and every other share in these sentences must be a part of the whole.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::only::is_part;
use super::{Reach, is_plain, is_then};
use crate::language::WordList;

/// How many sentences back the shares may stand.
const BACK: usize = 2;

/// Words by which the shares are of other wholes, or of another time.
const OPEN: WordList = WordList::of(&[
    "including",
    "included",
    "compared",
    "than",
    "up",
    "down",
    "rose",
    "fell",
    "rise",
    "increase",
    "decrease",
    "each",
    "both",
    "also",
    "earlier",
    "until",
    "respectively",
    "turnout",
    "growth",
    "inflation",
    "unemployment",
    "interest",
    "swing",
    "likely",
    "discount",
    "margin",
]);

/// The rest of a whole that the sentences before took apart.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let number = line.slots.iter().position(|slot| is_part(slot) && is_rest(line, slot))?;
    let stated = &line.slots[number];
    // A share behind the rest is one of something else.
    if line.slots[number + 1..].iter().any(is_part) || !is_plain(stated) {
        return None;
    }
    let sets = (1..=BACK + 1).map(|count| reach.near(BACK).take(count).collect::<Vec<_>>());
    let found: Vec<(Relation, bool)> = sets.filter_map(|lines| of(line, &lines, stated)).collect();
    // What is wrong is told of all shares at hand; within a sentence other readings know the wordings.
    let held = found.iter().find(|(relation, _)| relation.holds);
    let (relation, _) = held.or(found.last().filter(|(_, is_over)| *is_over))?;
    Some(relation.clone())
}

/// The rest against the shares of these sentences, and whether one of them stands in a sentence before.
fn of(line: &Line<'_>, lines: &[&Line<'_>], stated: &Slot<'_>) -> Option<(Relation, bool)> {
    let mut shares: Vec<(&Line<'_>, &Slot<'_>)> =
        parts(lines).into_iter().filter(|(_, slot)| slot.entry.claim != stated.entry.claim).collect();
    // "Two-thirds of members, 67 percent,": one share, said twice.
    shares.dedup_by(|(_, again), (_, first)| {
        let is_same = first.bounds().zip(again.bounds()).is_some_and(|(one, other)| one.meets(other));
        is_same && first.kind() != again.kind() && again.begin <= first.end + 5
    });
    let are_sound = shares.iter().all(|(at, slot)| is_plain(slot) && !is_then(at, slot) && !is_rest(at, slot));
    let is_over = shares.iter().any(|(at, _)| (at.block, at.first) != (line.block, line.first));
    let is_open = lines.iter().any(|at| at.has_listed(at.first, at.end, &OPEN));
    let untold = lines.iter().any(|at| {
        let is_told = |word: usize| at.slots.iter().any(|slot| slot.begin <= word && word < slot.past());
        (at.first..at.end).any(|word| at.words.is_any(word, FRACTIONS) && !is_told(word))
    });
    if shares.is_empty() || !are_sound || is_open || untold {
        return None;
    }
    let mut given = Bounds::exactly(Decimal::ONE_HUNDRED);
    for (_, share) in &shares {
        given = given.minus(share.bounds()?)?;
    }
    // Shares are rounded one by one.
    let half = Decimal::new(5, 1).checked_mul(Decimal::from(shares.len()))?;
    let slack = given.with(Bounds::around(given.said, half)?);
    let operands: Vec<&Slot<'_>> = shares.iter().map(|(_, slot)| *slot).collect();
    let apart = given.said.checked_sub(stated.figure().value)?.abs();
    let is_near = Decimal::ZERO < given.said && apart <= Decimal::from(40);
    let outcome = Outcome { given, holds: stated.bounds()?.meets(slack) };
    let relation = (outcome.holds || is_near).then(|| tie(RelationKind::Shares, stated, &operands, None, outcome))?;
    Some((relation, is_over))
}

/// Shares that may be told without a number.
const FRACTIONS: &[&str] = &["half", "third", "quarter", "fifth", "tenth", "most", "majority"];

/// The shares of the sentences.
fn parts<'l, 'a>(lines: &[&'l Line<'a>]) -> Vec<(&'l Line<'a>, &'l Slot<'a>)> {
    lines.iter().flat_map(|at| at.slots.iter().map(move |slot| (*at, slot))).filter(|(_, slot)| is_part(slot)).collect()
}

/// "The remaining 18 percent", "the other 18 percent", "the rest, 18 percent,".
fn is_rest(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let before = slot.begin.wrapping_sub(1);
    let noun = before.wrapping_sub(1);
    let is_headed = words.is_any(before, &["remaining", "other"]) && words.is(noun, "the");
    // "The remaining half of the debt": of another whole.
    let is_of_another = words.is(slot.behind, "of") && !words.is_any(slot.behind + 1, &["it", "them", "that", "those"]);
    let is_apposed = words.is_any(before, &[",", "(", "–", "—", "of"])
        && words.is_any(noun, &["rest", "remainder", "balance"])
        && words.is(noun.wrapping_sub(1), "the");
    (is_headed || is_apposed) && !is_of_another
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Shares).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn the_rest_is_what_the_paragraphs_before_left() {
        for (text, sound, broken) in [
            (
                "The mill\n\nWages take 61 percent of the mill's budget and wool 22 percent.\n\nThe remaining # percent goes on power, Lund said.",
                "17",
                "27",
            ),
            (
                "The mail\n\nFerries carry 44 percent of the mail, Lund said.\n\nVans carry 33 percent and trains the other # percent.",
                "23",
                "13",
            ),
            (
                "The vote\n\nMembers voted 64 percent for a strike.\n\nThe rest, # percent, were against it, Lund said.",
                "36",
                "26",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_rest_of_another_whole_is_left_alone() {
        for text in [
            "Wages take 61 percent of the budget, up from 58 percent.\n\nThe remaining 27 percent goes on power.",
            "Rents rose 12 percent in Brae.\n\nThe family owns 60 percent of the mill, and the other 40 percent is Lund's.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
