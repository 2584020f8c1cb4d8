//! A multiple whose two ends stand in the sentences before: "Sales reached 900 in 2024. In 2022 they were 300, so the market
//! has tripled", "It had 40 members in May. It has 120 now, so its size has tripled".
//!
//! The two must be the only counts of their kind there, and one of them of an earlier time.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, Way, tie, way_of};
use super::super::multiple::times_of;
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{Reach, is_near, is_then};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// A multiple that is farther off is one of something else.
const FAR: i64 = 3;

/// How many sentences back the ends may stand.
const BACK: usize = 2;

/// Words that conclude from both ends.
const CONCLUDES: &[&str] = &["so", "meaning", "means"];

/// What has multiplied, against the figures before it.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const OPEN: &[&str] = &["from", "to", "since", "nearly", "almost", "more", "about", "than", "while", "but"];
    const MULTIPLIED: WordList = WordList::of(&["doubled", "tripled", "trebled", "quadrupled", "quintupled", "halved"]);
    let line = reach.line;
    let is_as_much =
        || line.has_between(line.first, line.end, CONCLUDES) && line.has_between(line.first, line.end, &["as"]);
    if !line.has_listed(line.first, line.end, &MULTIPLIED) && !is_as_much() {
        return None;
    }
    let mut all = times_of(line);
    let times = all.next().filter(|_| all.next().is_none())?;
    let is_verb =
        line.words.has(times.first.wrapping_sub(1), Class::Have) && line.words.written(times.end - 1).ends_with("ed");
    // "So tenants now pay twice as much"
    let so = (line.first..times.first).rev().find(|&at| line.words.is_any(at, CONCLUDES));
    let is_concluded = so.is_some()
        && line.words.is(times.end, "as")
        && line.words.is_any(times.end + 1, &["much", "many"])
        && !line.slots.iter().any(|slot| times.end <= slot.begin);
    let end = if is_concluded { times.end + 2 } else { times.end };
    let is_closed = end >= line.end || !line.words.is_word(end);
    let first = so.filter(|_| is_concluded).unwrap_or(line.first);
    if !(is_verb || is_concluded) || !is_closed || line.has_between(first, line.end, OPEN) {
        return None;
    }
    let is_next = reach.previous().is_some();
    let is_in_reach = |at: &&Line<'_>| line.block == at.block || is_next && line.block == at.block + 1;
    let near = reach.before.iter().rev().take(BACK).copied().filter(is_in_reach);
    let mut lines: Vec<&Line<'_>> = vec![line];
    for at in near {
        let ends = ends(&lines);
        if 2 <= ends.len() {
            break;
        }
        lines.push(at);
    }
    let [one, other] = ends(&lines)[..] else { return None };
    let is_timed = is_then(one.0, one.1) || is_then(other.0, other.1);
    let (low, high) = if one.1.figure().value < other.1.figure().value { (one.1, other.1) } else { (other.1, one.1) };
    let (base, stated) = if times.bounds.said < Decimal::ONE { (high, low) } else { (low, high) };
    let has_change =
        lines.iter().any(|at| (at.first..at.end).any(|word| way_of(at.words.written(word)) == Some(Way::Down)));
    if !is_timed || low.figure().value == high.figure().value || has_change && Decimal::ONE < times.bounds.said {
        return None;
    }
    let outcome = quotient::product(stated.bounds()?, times.bounds, base.bounds()?)?;
    let cue = Some(line.span(times.first, times.end));
    (outcome.holds || is_near(&outcome, stated, FAR))
        .then(|| tie(RelationKind::Multiple, stated, &[base], cue, outcome))
}

/// The counts and sums of the sentences, where all are of one kind.
fn ends<'l, 'a>(lines: &[&'l Line<'a>]) -> Vec<(&'l Line<'a>, &'l Slot<'a>)> {
    let is_end = |slot: &Slot<'_>| {
        matches!(slot.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Rate)
            && slot.figure().pair.is_none()
            && slot.figure().modifier == Modifier::Plain
            && Decimal::ONE < slot.figure().value
    };
    let all: Vec<(&Line<'_>, &Slot<'_>)> = lines
        .iter()
        .flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)))
        .filter(|(_, slot)| is_end(slot))
        .collect();
    let are_alike = all.windows(2).all(|pair| pair[0].1.is_like(pair[1].1));
    if are_alike { all } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_has_multiplied_is_held_against_its_ends() {
        for (text, is_wrong) in [
            ("Sales of vans reached 840 in 2024. In 2022 they were 210, so the market has trebled, Lund said.", true),
            (
                "Sales of vans reached 840 in 2024. In 2022 they were 210, so the market has quadrupled, Lund said.",
                false,
            ),
            ("The choir had 40 members in 2012. It has 120 now, so its size has doubled.", true),
            ("The choir had 40 members in 2012. It has 120 now, so its size has trebled.", false),
            ("The choir had 40 members in 2012. It has 12 basses at $90 each, so its budget has doubled.", false),
        ] {
            let found = relations(&read(text), RelationKind::Multiple);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
