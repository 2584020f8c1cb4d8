//! Which way a sentence says that two levels before it went: "640 cases in January; a year earlier there were 410. The
//! decline worries", "Beef averaged £4.10 in June. In May it was £4.45. The increase came as herds shrank".
//!
//! Only the way is held against the two levels; by how much they changed is read in
//! [`named_change`](super::named_change).

use super::super::line::{Line, Slot, Way, tie};
use super::super::{Relation, RelationKind, quotient, way_of};
use super::named_change::{Placed, TOLD, date_at, is_noun, is_past_at, says_at};
use super::{LOSSES, Reach, is_year};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, MONTH_NAMES, Words};

/// Which way the words have it go, against the two figures.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    behind(reach).or_else(|| decrease_on(reach))
}

/// The change that the next sentence names of the only two figures of this one, or of this one and the one before.
fn behind(reach: Reach<'_, '_>) -> Option<Relation> {
    let (words, next, start) = reach.behind()?;
    let (way, noun) = told(words, next)?;
    let line = reach.line;
    let (one, other) = match &line.slots[..] {
        [one, other] => ((line, one), (line, other)),
        [other] => {
            let last = reach.previous()?;
            let [one] = &last.slots[..] else { return None };
            ((last, one), (line, other))
        }
        _ => return None,
    };
    let is_quantity = |slot: &Slot<'_>| {
        let kinds =
            [FigureKind::Count, FigureKind::Money, FigureKind::Measure, FigureKind::Percentage, FigureKind::Rate];
        kinds.contains(&slot.kind()) && is_exact(slot)
    };
    let ((_, from), (_, to)) = in_order(one, other)?;
    let is_loss = [one.0, other.0].iter().any(|at| at.has_between(at.first, at.end, LOSSES));
    if is_loss || !is_quantity(from) || !is_quantity(to) || !from.is_like(to) {
        return None;
    }
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, way == Way::Up);
    let cue = Some(words.span(noun, noun + 1).shifted(start));
    Some(tie(RelationKind::Direction, to, &[from], cue, outcome))
}

/// "The decline worries Lund", "Lund said the fall was down to a gang": the change that a sentence takes up, bare.
fn told(words: Words<'_>, first: usize) -> Option<(Way, usize)> {
    const OWN: &[&str] = &["in", "of", "from", "for", "to", "by", "on", "between", "over"];
    const NEAR: usize = 9;
    let is_own = |noun: usize| words.is_any(noun + 1, OWN);
    if words.is_any(first, TOLD) && words.is_capitalized(first) {
        return Some((class_way(words, first + 1)?, first + 1)).filter(|&(_, noun)| !is_own(noun));
    }
    let the = (first + 1..first + NEAR).take_while(|&at| !words.is_any(at, &[".", ",", ";"])).find(|&at| {
        let is_said = words.has(at.wrapping_sub(1), Class::Say) || words.is(at.wrapping_sub(1), "that");
        words.is(at, "the") && is_said
    })?;
    let is_bare = words.is_any(the + 2, &["was", "is", "had", "came", "reflected", "followed", "showed"]);
    Some((class_way(words, the + 1)?, the + 1)).filter(|&(_, noun)| is_bare && !is_own(noun))
}

/// Which of the two was first, by what their sentences say of the time.
pub(in crate::story::relation) fn in_order<'l, 'a>(
    one: Placed<'l, 'a>,
    other: Placed<'l, 'a>,
) -> Option<(Placed<'l, 'a>, Placed<'l, 'a>)> {
    const HALF: usize = 6;
    match (is_past_at(one.0, one.1), is_past_at(other.0, other.1)) {
        (true, false) => return Some((one, other)),
        (false, true) => return Some((other, one)),
        // "Last year, compared with 41 the year before"
        (true, true) => {
            let is_before = |(line, slot): Placed<'_, '_>| says_at(line, slot, &["before", "preceding", "earlier"]);
            return match (is_before(one), is_before(other)) {
                (true, false) => Some((one, other)),
                (false, true) => Some((other, one)),
                _ => None,
            };
        }
        (false, false) => {}
    }
    let (line, slot) = other;
    if one.0.first != line.first && line.has_between(line.first, slot.begin, &["later"]) {
        return Some((one, other));
    }
    let (first, second) = (date_at(one)?, date_at(other)?);
    let month = |date: &str| MONTH_NAMES.iter().position(|month| month.eq_ignore_ascii_case(date));
    let is_first = match (month(&first), month(&second)) {
        // "In December … in January": of two years.
        (Some(first), Some(second)) if first.abs_diff(second) <= HALF && first != second => first < second,
        (None, None) if is_year(&first) && is_year(&second) && first != second => first < second,
        _ => return None,
    };
    Some(if is_first { (one, other) } else { (other, one) })
}

/// Whether it is one number, and no word bends it.
fn is_exact(slot: &Slot<'_>) -> bool {
    slot.figure().pair.is_none() && slot.figure().modifier == Modifier::Plain
}

/// Which way a noun of change has things go.
fn class_way(words: Words<'_>, at: usize) -> Option<Way> {
    let word = words.written(at);
    let is_noun = words.is_word(at) && !word.ends_with("ed") && !word.ends_with("ing") && is_noun(words, at);
    way_of(word).filter(|_| is_noun && !words.is_any(at, &["up", "down", "advance", "cut", "cuts", "gains", "jump"]))
}

/// "That is a decrease on the £188,000 of the year before", "a rise from last year's 410": behind the figure of now.
fn decrease_on(reach: Reach<'_, '_>) -> Option<Relation> {
    let (line, last) = (reach.line, reach.last()?);
    let words = line.words;
    let opens = words.is_any(line.first, &["that", "this", "it", "which"])
        && words
            .is_any(line.first + 1, &["is", "was", "represents", "represented", "marks", "marked", "means", "meant"])
        && words.is_any(line.first + 2, &["a", "an"]);
    let [from] = &line.slots[..] else { return None };
    if !opens {
        return None;
    }
    let (noun, way) = (line.first + 3..line.first + 6).find_map(|at| Some((at, class_way(words, at)?)))?;
    let is_led = words.is_any(noun + 1, &["on", "from", "over", "compared"]) && from.begin <= noun + 8;
    let mut tos = last.slots.iter().filter(|slot| slot.is_like(from));
    let to = tos.next().filter(|_| tos.next().is_none())?;
    let is_loss = line.has_between(line.first, line.end, LOSSES) || last.has_between(last.first, last.end, LOSSES);
    if !is_led || is_loss || !is_exact(from) || !is_exact(to) || !is_of_noun(line, noun, from) {
        return None;
    }
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, way == Way::Up);
    Some(tie(RelationKind::Direction, to, &[from], Some(line.span(noun, noun + 1)), outcome))
}

/// Whether nothing but words stand between the noun and its base: "a decrease on the", "a rise from last year’s".
fn is_of_noun(line: &Line<'_>, noun: usize, from: &Slot<'_>) -> bool {
    (noun + 1..from.begin).all(|at| line.words.is_word(at) || line.words.is_any(at, &["’s", "'s"]))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        relations(&read(text), RelationKind::Direction).iter().any(|line| line.contains('≠'))
    }

    #[test]
    fn the_way_that_is_named_is_held_against_both_levels() {
        for (text, is_wrong) in [
            ("Clinics saw 640 cases in January; a year earlier there were 410. The decline worries Lund.", true),
            ("Clinics saw 640 cases in January; a year earlier there were 410. The rise worries Lund.", false),
            (
                "There were 57 thefts in Brae last year, compared with 41 the year before. Sgt Ek said the fall was welcome.",
                true,
            ),
            (
                "There were 57 thefts in Brae last year, compared with 41 the year before. Sgt Ek said the rise was a worry.",
                false,
            ),
            ("Beef averaged £4.10 a kilo in June. In May it was £4.45. The increase came as herds shrank.", true),
            ("Beef averaged £4.10 a kilo in June. In May it was £4.45. The fall came as herds grew.", false),
            ("On Sunday 412 were ill in Brae. A week later there were 367. The increase came early.", true),
            ("The council paid £212,000 last year. That is a decrease on the £188,000 of the year before.", true),
            ("The council paid £212,000 last year. That is an increase on the £188,000 of the year before.", false),
        ] {
            assert_eq!(wrong(text), is_wrong, "{text}");
        }
    }

    #[test]
    fn the_way_of_something_else_is_left_alone() {
        for text in [
            "Beef averaged £4.10 a kilo in June. In May it was £4.45. Lund said the increase in rents was worse.",
            "In December 412 were ill. In January there were 367. The increase of the year before is forgotten.",
            "Clinics saw 640 cases and 410 visitors. The decline of the town worries Lund.",
            "Clinics told of losses of 640 in January; a year earlier there were 410. The decline worries Lund.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
