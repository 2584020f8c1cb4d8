//! How often the sentence before says that something grew, against the two levels that are told next: "The price of onions
//! has trebled in a month. / A kilo that sold for 60 taka in May now costs 120 taka".
//!
//! The sentence must tell no other figure of the kind, and the levels be the only ones of their sentences.

use super::super::line::{Line, tie};
use super::super::{Relation, RelationKind, quotient};
use super::way_before::{Levels, before, order};
use super::{Reach, is_near};
use crate::extract::FigureKind;
use crate::language::{Class, WordList, Words};

use super::super::multiple::bounds_of;

/// A multiple that is farther off is one of something else.
const FAR: i64 = 3;

/// Verbs that have something multiply.
const VERBS: WordList = WordList::of(&["doubled", "trebled", "tripled", "quadrupled", "quintupled", "halved"]);

/// Words by which more or less than that is told, or it is of something else.
const OPEN: &[&str] =
    &["more", "almost", "nearly", "about", "roughly", "would", "could", "if", "not", "since", "from", "to", "average"];

/// The later of two levels, of which the sentence before tells another multiple.
pub(super) fn find(reach: Reach<'_, '_>, (one, other): Levels<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if matches!(one.1.kind(), FigureKind::Percentage) {
        return None;
    }
    let (words, range, start) = before(reach.story, one.0)?;
    let verb = range.clone().find(|&at| words.is_listed(at, &VERBS))?;
    let is_told = words.has(verb.wrapping_sub(1), Class::Have);
    // "Calls to the line have doubled": only behind the verb it leads anywhere.
    let is_lead = |at: usize| words.is_any(at, &["from", "to"]) && at < verb;
    let is_open = range.into_iter().any(|at| words.is_any(at, OPEN) && !is_when(words, at) && !is_lead(at));
    if !is_told || is_open || tells_change(one.0) || tells_change(line) {
        return None;
    }
    let (from, to) = order(one, other)?;
    let times = bounds_of(words.written(verb))?;
    let outcome = quotient::product(to.1.bounds()?, times, from.1.bounds()?)?;
    let cue = Some(words.span(verb, verb + 1).shifted(start));
    (outcome.holds || is_near(&outcome, to.1, FAR)).then(|| tie(RelationKind::Multiple, to.1, &[from.1], cue, outcome))
}

/// "Since April", "since 2019": when, and not from what.
fn is_when(words: Words<'_>, at: usize) -> bool {
    words.is(at, "since")
}

fn tells_change(line: &Line<'_>) -> bool {
    (line.first..line.end).any(|at| line.way(at).is_some())
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn levels_are_as_many_times_each_other_as_was_told() {
        for (text, is_wrong) in [
            (
                "The price of onions has trebled in a month, Ek said. A kilo that cost 60 taka in May now costs 120 taka.",
                true,
            ),
            (
                "The price of onions has doubled in a month, Ek said. A kilo that cost 60 taka in May now costs 120 taka.",
                false,
            ),
            (
                "The price of onions has more than doubled, Ek said. A kilo that cost 60 taka in May now costs 150 taka.",
                false,
            ),
            (
                "The price of onions has trebled in a month, Ek said. A bus fare of 60 taka is now 120 taka and a rise is due.",
                false,
            ),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Multiple);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
