//! What the winning side of a vote has of both: "voted by 812 to 340, or 70 percent, to reject the offer", "64 percent of
//! those voting, 1,920 to 1,080".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{self, Bounds};
use super::super::{Relation, RelationKind};
use super::{is_near, is_plain};
use crate::extract::FigureKind;

/// A share that is farther off is one of something else.
const FAR: i64 = 2;

/// The share of a vote that stands right behind its two sides, or right before them.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    const VOTES: &[&str] = &["voted", "vote", "votes", "voting", "ballot", "ballots", "referendum", "strike"];
    const THIRD: &[&str] =
        &["abstained", "abstaining", "abstentions", "abstention", "spoilt", "spoiled", "blank", "turnout"];
    let stated = line.slots.iter().skip(1).find(|slot| slot.is_percent() && is_plain(slot))?;
    let is_vote = || line.has_between(line.first, line.end, VOTES) && !line.has_between(line.first, line.end, THIRD);
    let sides = sides(line, stated).filter(|_| is_vote())?;
    let (one, other) = sides.values;
    let all = one.checked_add(other)?;
    let won = one.max(other);
    let outcome = quotient::percent_of(stated.bounds()?, Bounds::exactly(won), Bounds::exactly(all))?;
    (outcome.holds || is_near(&outcome, stated, FAR))
        .then(|| tie(RelationKind::Share, stated, &sides.slots, None, outcome))
}

/// Both sides of a vote.
struct Sides<'l, 'a> {
    values: (Decimal, Decimal),
    slots: Vec<&'l Slot<'a>>,
}

fn sides<'l, 'a>(line: &'l Line<'a>, stated: &Slot<'_>) -> Option<Sides<'l, 'a>> {
    let number = line.slots.iter().position(|slot| slot.number == stated.number)?;
    let is_told = |last: &Slot<'_>| {
        let opens = stated.begin.wrapping_sub(1);
        let bent = usize::from(line.words.is_any(opens, &["about", "just", "nearly", "some"]));
        let is_set_off = line.words.is_any(opens - bent, &["or", "(", ",", "–", "—"]);
        let end = stated.past();
        let is_closed = end >= line.end || line.words.is_any(end, &[",", ")", ".", ";", "–", "—", "to", "in"]);
        is_set_off && is_closed && stated.begin <= last.past() + 5
    };
    let last = &line.slots[number.checked_sub(1)?];
    if !is_told(last) {
        return None;
    }
    if let Some(values) = last.figure().pair.filter(|_| matches!(last.kind(), FigureKind::Score | FigureKind::Count)) {
        return is_room(values).then(|| Sides { values, slots: vec![last] });
    }
    let first = &line.slots[number.checked_sub(2)?];
    let is_count = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && is_plain(slot);
    let is_joined = line.has_between(first.behind, last.begin, &["to", "against"])
        && last.begin <= first.end + 4
        && !line.has_between(line.first, first.begin, &["from"]);
    let values = (first.figure().value, last.figure().value);
    (is_count(first) && is_count(last) && is_joined && is_room(values) && values.1 < values.0)
        .then(|| Sides { values, slots: vec![first, last] })
}

/// A handful of votes is told in words, and nobody works out its share.
fn is_room((one, other): (Decimal, Decimal)) -> bool {
    Decimal::TEN < one.saturating_add(other)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn the_share_of_a_vote_is_held_against_its_sides() {
        for (text, is_wrong) in [
            ("Drivers voted by 910 to 390, or 78 percent, to strike, the union said.", true),
            ("Drivers voted by 910 to 390, or 70 percent, to strike, the union said.", false),
            ("Drivers backed the strike by 910 votes to 390 (78%), the union said.", true),
            ("Drivers backed the strike by 910 votes to 390 (70%), the union said.", false),
            ("Drivers voted by 910 to 390, with 40 abstentions, or 68 percent, to strike.", false),
            ("Drivers voted by 910 to 390 to strike, and 55 percent of them were under 40.", false),
        ] {
            let found = relations(&read(text), RelationKind::Share);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
