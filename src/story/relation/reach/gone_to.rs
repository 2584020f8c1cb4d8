//! Which way a level is said to have gone from the one that the sentence before tells: "340 households had been moved. By
//! September the number had fallen to 410", "recorded 1,240 thefts last year. This year the figure has risen to 1,180".
//!
//! Only the way is held against the two levels; the sentence must take the other up and tell of a later time.

use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::{Relation, RelationKind, quotient};
use super::named_change::is_foreseen;
use super::other_end::led_to;
use super::{LOSSES, Reach, is_plain, is_year, stem_at};
use crate::extract::{FigureKind, Modifier};
use crate::language::WordList;

/// Nouns by which a sentence takes up a level of the one before.
const LEVELS: WordList = WordList::of(&[
    "amount",
    "average",
    "count",
    "cost",
    "figure",
    "number",
    "numbers",
    "percentage",
    "price",
    "proportion",
    "rate",
    "share",
    "tally",
    "toll",
    "total",
]);

/// Words by which a level is one of an earlier time, or of no time at all.
const EARLIER: WordList = WordList::of(&[
    "ago",
    "before",
    "could",
    "down",
    "earlier",
    "expected",
    "forecast",
    "goal",
    "if",
    "may",
    "might",
    "once",
    "originally",
    "plan",
    "planned",
    "plans",
    "previous",
    "previously",
    "projected",
    "should",
    "target",
    "until",
    "up",
    "would",
]);

/// Words by which the level before may be some of what changed, or a change itself.
const PARTLY: WordList = WordList::of(&[
    "another",
    "extra",
    "fewer",
    "further",
    "including",
    "less",
    "more",
    "new",
    "now",
    "currently",
    "other",
    "today",
    "will",
]);

/// The level to which a sentence has that of the one before rise or fall.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let [_] = &line.slots[..] else { return None };
    let (to, way, verb) = led_to(line)?;
    let last = reach.previous()?;
    let is_loss = [line, last].iter().any(|at| at.has_between(at.first, at.end, LOSSES));
    if is_loss || !is_exact(to) || line.has_listed(line.first, line.end, &EARLIER) || is_foreseen(line, to) {
        return None;
    }
    let from = level(last, to)?;
    if !takes_up(line, last, from, verb) || !is_later(line, last) {
        return None;
    }
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, way == Way::Up);
    (!outcome.holds).then(|| tie(RelationKind::Direction, to, &[from], Some(line.span(verb, verb + 1)), outcome))
}

/// The only figure of the sentence before, which is a level and no step.
fn level<'l, 'a>(last: &'l Line<'a>, to: &Slot<'_>) -> Option<&'l Slot<'a>> {
    let [from] = &last.slots[..] else { return None };
    let is_step = last.lead(0) == Lead::By || (last.first..last.end).any(|at| last.way(at).is_some());
    let is_open = last.has_listed(last.first, last.end, &EARLIER) || last.has_listed(last.first, last.end, &PARTLY);
    (is_exact(from) && from.is_like(to) && !is_step && !is_open && !is_foreseen(last, from)).then_some(from)
}

/// "The number had fallen", "this year the figure for Brae has risen", "it fell": of what the sentence before counts.
fn takes_up(line: &Line<'_>, last: &Line<'_>, from: &Slot<'_>, verb: usize) -> bool {
    const NEAR: usize = 7;
    const HELPS: &[&str] = &["had", "has", "have", "then", "later", "since", "rapidly", "sharply", "slowly"];
    let words = line.words;
    let first = verb.saturating_sub(NEAR).max(line.first);
    let Some(noun) = (first..verb).find(|&at| {
        words.is_listed(at, &LEVELS) && words.is_any(at.wrapping_sub(1), &["the", "that", "this", "their"])
    }) else {
        let is_it = (first..verb).any(|at| words.is(at, "it"));
        let is_level = last.has_between(from.begin.saturating_sub(3), from.begin, &["was", "is", "stood", "at"]);
        return is_it && is_level && matches!(from.kind(), FigureKind::Percentage | FigureKind::Money);
    };
    // "The number of trains": of what the other does not name.
    let mut named = (noun + 1..verb).filter(|&at| !words.is_any(at, HELPS)).filter_map(|at| stem_at(line, at));
    named.all(|stem| (last.first..last.end).any(|at| stem_at(last, at) == Some(stem)))
}

/// "By September", "this year", "since then": or at least no year that is not behind that of the sentence before.
fn is_later(line: &Line<'_>, last: &Line<'_>) -> bool {
    const LATER: &[&str] = &["by", "this", "since", "now", "later", "then", "next"];
    let years = (year_of(last), year_of(line));
    let is_told = line.has_between(line.first, line.end, LATER) || !line.has_between(line.first, line.end, &["had"]);
    // "Last week", "last year": of the one sentence only.
    let is_back =
        line.has_between(line.first, line.end, &["last"]) && !last.has_between(last.first, last.end, &["last"]);
    match years {
        (Some(one), Some(other)) => one < other,
        (None, Some(_)) => false,
        (_, None) => is_told && !is_back,
    }
}

/// The first year that a sentence names.
fn year_of<'a>(line: &Line<'a>) -> Option<&'a str> {
    (line.first..line.end).map(|at| line.words.written(at)).find(|word| is_year(word))
}

/// One number, and no word bends it.
fn is_exact(slot: &Slot<'_>) -> bool {
    use FigureKind::{Count, Measure, Money, Percentage, Rate};
    let is_kind = matches!(slot.kind(), Count | Measure | Money | Percentage | Rate);
    is_kind && is_plain(slot) && slot.figure().modifier == Modifier::Plain
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_later_level_lies_where_its_verb_has_it() {
        for (text, is_wrong) in [
            ("Brae said 340 households had been moved. By September the number had fallen to 410, Ek said.", true),
            ("Brae said 340 households had been moved. By September the number had risen to 410, Ek said.", false),
            ("Brae recorded 1,240 thefts last year. This year the figure has risen to 1,180.", true),
            ("Brae recorded 1,240 thefts last year. This year the figure has fallen to 1,180.", false),
            ("In 2019 unemployment was 7.1%. It fell to 7.4% by 2021.", true),
            ("In 2019 unemployment was 7.1%. It fell to 6.4% by 2021.", false),
        ] {
            let found = relations(&read(text), RelationKind::Direction);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }

    #[test]
    fn levels_of_other_things_or_times_are_left_alone() {
        for text in [
            "Brae has 340 households now. By 1990 the number had fallen to 410.",
            "Brae said 340 households had been moved. The number of trains had fallen to 410.",
            "Deaths rose by 340 last year. This year the number has fallen to 410.",
            "Brae moved another 340 households. By May the number had fallen to 410.",
            "In 2021 Brae had 340 households. In 1990 the number had fallen to 410.",
            "The plan was for 340 homes. The number has since fallen to 410, after a year when it would rise.",
        ] {
            let found = relations(&read(text), RelationKind::Direction);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
