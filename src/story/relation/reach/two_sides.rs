//! Two shares of one vote that make more than all of it: "won with 52.4 percent of the vote, against 48.6 percent for Maas".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::is_plain;

/// The second of two shares that cannot both be.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    const BETWEEN: &[&str] = &["against", "to", "with", "ahead", "compared", "while", "versus", "and"];
    const OTHERS: &[&str] = &[
        "turnout",
        "counted",
        "poll",
        "polls",
        "up",
        "from",
        "round",
        "previous",
        "last",
        "earlier",
        "if",
        "women",
        "men",
        "who",
        "black",
        "white",
        "rural",
        "urban",
        "2016",
        "points",
        "among",
        "precincts",
    ];
    let shares: Vec<&Slot<'_>> = line.slots.iter().filter(|slot| slot.is_percent() && is_plain(slot)).collect();
    let [one, other] = shares[..] else { return None };
    let words = line.words;
    let behind = one.past();
    let is_of_vote = line.has_between(one.end, (behind + 4).min(line.end), &["vote", "votes", "ballots"]);
    let is_set_against = other.begin <= behind + 8 && line.has_between(behind, other.begin, BETWEEN);
    let is_of_other = line.has_between(line.first, line.end, OTHERS);
    let is_for = words.is_any(other.past(), &["for", ",", "."]) || other.past() >= line.end;
    let sum = one.bounds()?.plus(other.bounds()?)?;
    let is_over = Decimal::ONE_HUNDRED < sum.low && sum.said <= Decimal::from(112);
    let outcome = Outcome { given: Bounds::exactly(sum.said), holds: false };
    (is_of_vote && is_set_against && is_for && !is_of_other && is_over)
        .then(|| tie(RelationKind::Shares, other, &[one], None, outcome))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn two_sides_have_no_more_than_the_whole_vote() {
        let shares = |text: &str| relations(&read(text), RelationKind::Shares);
        let broken = "Ada Ek won in Brae on Sunday with 52.4 percent of the vote, against 48.6 percent for Jon Holm.";
        assert!(shares(broken).iter().any(|line| line.contains('≠')), "{:?}", shares(broken));
        for text in [
            "Ada Ek won in Brae on Sunday with 52.4 percent of the vote, against 47.6 percent for Jon Holm.",
            "Ada Ek won with 62.4 percent of the vote, up from 48.6 percent in 2019.",
            "Ada Ek won 72 percent of the vote in Brae, and 48 percent in Orm.",
        ] {
            assert!(!shares(text).iter().any(|line| line.contains('≠')), "{text}: {:?}", shares(text));
        }
    }
}
