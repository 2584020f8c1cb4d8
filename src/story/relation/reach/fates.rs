//! What became of those whom an accident or a raid befell, against how many they were: "Of the 14 wounded, nine were taken
//! to hospital and six were treated at the scene", "injured five … Of the injured, three are in a serious condition and
//! three have been discharged".
//!
//! The list need not be complete, so that only more fates than people are wrong; but whoever was not treated at the scene
//! was taken to hospital.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, thing};
use super::Reach;
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// How many sentences with figures back they may be counted.
const BACK: usize = 2;

/// Words for where somebody ended up: who is in one of these states is in none of the others.
const FATES: WordList = WordList::of(&[
    "condition",
    "critical",
    "critically",
    "custody",
    "died",
    "discharged",
    "escaped",
    "freed",
    "home",
    "hospital",
    "hospitalised",
    "hospitalized",
    "medical",
    "missing",
    "released",
    "scene",
    "stable",
    "surgery",
    "transferred",
]);

/// More people than there were among those of whom the sentence begins to tell.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if line.slots.len() < 2 || !line.words.is_any(line.first, &["of", "among"]) {
        return None;
    }
    let comma = (line.first + 1..line.first + 8).find(|&at| line.words.is(at, ","))?;
    let is_head = |slot: &&Slot<'_>| slot.begin < comma;
    let (whole, parts) = match line.slots.iter().find(is_head) {
        Some(whole) => (whole, &line.slots[1..]),
        None => (befallen(reach, comma)?, &line.slots[..]),
    };
    let is_sound =
        is_counted(whole) && 2 <= parts.len() && parts.iter().all(|part| is_counted(part) && part.unit().is_none());
    // "Have since died", "four of those were released": of some who were told of already.
    let is_again = line.has_between(comma, line.end, &["since", "later", "then", "those", "them", "whom", "both"]);
    if !is_sound || is_again || !are_fates(line, parts) {
        return None;
    }
    let sum: Decimal = parts.iter().map(|part| part.figure().value).sum();
    let most = whole.figure().value.checked_mul(Decimal::new(135, 2))?;
    let least = whole.figure().value.checked_mul(Decimal::new(65, 2))?;
    let is_short = sum < whole.figure().value && least <= sum && are_all_treated(line, parts);
    let is_wrong = whole.figure().value < sum && sum <= most || is_short;
    let operands: Vec<&Slot<'_>> = parts.iter().collect();
    let outcome = Outcome { given: Bounds::exactly(sum), holds: false };
    is_wrong.then(|| tie(RelationKind::Sum, whole, &operands, None, outcome))
}

fn is_counted(slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Count && slot.figure().pair.is_none() && slot.figure().modifier == Modifier::Plain
}

/// Whether every part tells a fate, up to the next part or the end.
fn are_fates(line: &Line<'_>, parts: &[Slot<'_>]) -> bool {
    let ends = parts[1..].iter().map(|part| part.begin).chain([line.end]);
    parts.iter().zip(ends).all(|(part, end)| line.has_listed(part.behind, end, &FATES))
}

/// "Eleven were taken to hospital and six were treated at the scene": nobody is left.
fn are_all_treated(line: &Line<'_>, parts: &[Slot<'_>]) -> bool {
    const TAKEN: WordList =
        WordList::of(&["hospital", "hospitals", "hospitalised", "hospitalized", "medical", "clinic"]);
    const SCENE: WordList = WordList::of(&["scene", "spot", "site"]);
    let [one, other] = parts else { return false };
    let tells = |part: &Slot<'_>, end: usize, list: &WordList| line.has_listed(part.behind, end, list);
    let is_treated = line.has_between(line.first, line.end, &["treated"]);
    let is_so = |first: &WordList, last: &WordList| tells(one, other.begin, first) && tells(other, line.end, last);
    is_treated && (is_so(&TAKEN, &SCENE) || is_so(&SCENE, &TAKEN))
}

/// How many were injured, behind "of the injured," or "of those hurt,".
fn befallen<'l, 'a>(reach: Reach<'l, 'a>, comma: usize) -> Option<&'l Slot<'a>> {
    const NEAR: usize = 3;
    let line = reach.line;
    let event = thing::event_of(&line.lower(comma - 1))?;
    let names = |at: &Line<'_>, word: usize| thing::event_of(&at.lower(word)) == Some(event);
    let is_of = |at: &Line<'_>, slot: &Slot<'_>| {
        let before = slot.begin.saturating_sub(1).max(at.first)..slot.begin;
        let behind = slot.behind..slot.behind + NEAR;
        let stop = behind.clone().find(|&word| at.words.is_any(word, &[",", "and", ";", "."])).unwrap_or(behind.end);
        before.chain(slot.behind..stop).any(|word| names(at, word))
    };
    let near = reach.near(BACK).skip(1);
    let mut told = near.flat_map(|at| at.slots.iter().filter(move |slot| is_counted(slot) && is_of(at, slot)));
    told.next().filter(|_| told.next().is_none())
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Sum).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn more_fates_than_people_are_wrong() {
        for (text, sound, broken) in [
            ("Of the 14 wounded, nine were taken to hospital in Brae and # were treated at the scene.", "five", "six"),
            (
                "The crash injured five people. Of the injured, three are in a serious condition and # have been discharged.",
                "two",
                "three",
            ),
            (
                "Eight people were hurt in the crush. Of those hurt, five are in hospital and # have gone home.",
                "three",
                "four",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn traits_may_overlap() {
        for text in [
            "Of the 14 wounded, nine were men and six were in hospital.",
            "Of the 14 wounded, nine were taken to hospital.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
