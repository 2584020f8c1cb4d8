//! An amount told again as a share or a change: "has repaid $310,000, or 10 percent of what was taken", where the sentence
//! before says how much; "R528 million, or 10% more", "set aside $255,000, or three-quarters of that".
//!
//! The "or" ties the two. The other amount that the percentage needs is the only one of its kind in the sentence or the one
//! before; where it gives something far from what is said, another amount is meant.

use rust_decimal::Decimal;
use rustc_hash::FxHashSet;

use super::quotient::{self, Bounds, Outcome};
use super::{ClaimId, Entry, Relation, RelationKind, Story, follows, thing};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind};
use crate::story::Placed;
use crate::story::passage::Passage;

/// How many words may stand between the amount and the "or".
const NEAR: usize = 3;

/// How many figures two sentences hold at most.
const NEIGHBOURS: usize = 24;

/// How many times as much the lesser may be, of what is said and what is given, in hundredths.
const FAR: i64 = 150;

/// The shares and changes that follow their amounts behind an "or", but for those in `known` relations.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let tied: FxHashSet<ClaimId> = known.iter().flat_map(|it| it.operands.iter().copied().chain([it.stated])).collect();
    let is_loose = |share: &Entry<'_>| is_share(story, share.figure) && !tied.contains(&share.claim);
    let shares = entries.iter().enumerate().filter(|(_, share)| is_loose(share));
    shares.filter_map(|(at, _)| of_share(story, entries, at)).collect()
}

fn is_share(story: &Story, figure: &Placed<Figure>) -> bool {
    matches!(figure.kind, FigureKind::Percentage | FigureKind::Share)
        && figure.pair.is_none()
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
}

fn of_share(story: &Story, entries: &[Entry<'_>], at: usize) -> Option<Relation> {
    let share = &entries[at];
    let amount = entries[..at].last().filter(|amount| is_amount(amount.figure))?;
    let passage = Passage::of_sentence(story, share.figure.sentence)?;
    let (before, behind) = (passage.positions(amount.figure.span), passage.positions(share.figure.span));
    let or = behind.start.checked_sub(1)?;
    // "Or by 10 per cent", "or about a third"
    let or = if passage.words.is_any(or, &["by", "about", "nearly", "almost", "some", "just"]) { or - 1 } else { or };
    // "Or 20 percent more than planned": of something else.
    let is_compared = passage
        .words
        .is_any(behind.end, &["above", "ahead", "below", "fewer", "higher", "less", "lower", "more", "over"]);
    let is_told_again = !is_compared
        && amount.figure.sentence == share.figure.sentence
        && passage.words.is(or, "or")
        && passage.words.is_any(or.checked_sub(1)?, &[",", "(", "–", "—"])
        && or <= before.end + 1 + NEAR;
    // "From 18 to 12, or by half" is a change of both.
    let is_change = share.figure.kind == FigureKind::Share && passage.words.is(behind.start - 1, "by");
    if !is_told_again || is_change {
        return None;
    }
    let first = share.figure.sentence.saturating_sub(1);
    let is_near = |entry: &&Entry<'_>| {
        (first..=share.figure.sentence).contains(&entry.figure.sentence)
            && entry.figure.block + 1 >= share.figure.block
            && entry.claim != amount.claim
            && is_like(amount.figure, entry.figure)
    };
    let around = &entries[at.saturating_sub(NEIGHBOURS)..(at + NEIGHBOURS).min(entries.len())];
    let mut others = around.iter().filter(is_near);
    let other = others.next().filter(|_| others.next().is_none())?;
    // "Reefs gave 29,700 bushels, or 62 percent, and beds 18,400": of both.
    let may_be_meant = |entry: &Entry<'_>| {
        let is_here = [other.figure.sentence, share.figure.sentence].contains(&entry.figure.sentence);
        is_here && is_amount(entry.figure) && ![amount.claim, other.claim].contains(&entry.claim)
    };
    if around.iter().any(may_be_meant) || is_of_another_time(story, other.figure.sentence, share.figure.sentence) {
        return None;
    }
    settle(share, amount, other)
}

/// "Compared with 39,100 bushels the season before": what the sentence before tells is no whole of this one.
fn is_of_another_time(story: &Story, told: usize, here: usize) -> bool {
    const THEN: &[&str] = &["ago", "before", "compared", "earlier", "previous", "previously"];
    told != here && story.sentence_names(told, THEN)
}

/// What the two amounts give, by the reading that comes nearest.
fn settle(share: &Entry<'_>, amount: &Entry<'_>, other: &Entry<'_>) -> Option<Relation> {
    let own = Bounds::of(share.figure)?;
    let (part, whole) = (Bounds::of(amount.figure)?, Bounds::of(other.figure)?);
    let of_whole = (amount.figure.value < other.figure.value).then(|| quotient::percent_of(own, part, whole)).flatten();
    let readings = [
        of_whole.map(|outcome| (RelationKind::Share, [amount.claim, other.claim], outcome)),
        quotient::percent_change(own, whole, part)
            .map(|outcome| (RelationKind::PercentChange, [other.claim, amount.claim], outcome)),
    ];
    let off = |outcome: &Outcome| (outcome.given.said.abs() - own.said).abs();
    let nearest = readings.into_iter().flatten().min_by_key(|(_, _, outcome)| (!outcome.holds, off(outcome)))?;
    let (kind, operands, outcome) = nearest;
    let given = outcome.given.said.abs();
    let (least, most) = (given.min(own.said), given.max(own.said));
    let is_near = most <= least * Decimal::new(FAR, 2);
    (outcome.holds || is_near).then(|| follows(kind, share.claim, operands.to_vec(), outcome))
}

fn is_amount(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Rate)
        && figure.pair.is_none()
        && Decimal::ONE < figure.value
}

/// Whether both are in one currency or measure, or both count.
fn is_like(one: &Figure, other: &Figure) -> bool {
    is_amount(other)
        && one.kind == other.kind
        && (one.kind == FigureKind::Count || thing::head_of(one) == thing::head_of(other))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn found(text: &str) -> Vec<String> {
        let story = read(&format!("Brae news\n\n{text}"));
        [RelationKind::Share, RelationKind::PercentChange]
            .into_iter()
            .flat_map(|kind| relations(&story, kind))
            .collect()
    }

    #[test]
    fn a_share_behind_an_or_is_that_of_its_amount() {
        for (text, is_wrong) in [
            (
                "A clerk stole $3.1 million, Ada Ek said. He has repaid $310,000, or 10 percent of what was taken.",
                false,
            ),
            ("A clerk stole $3.1 million, Ada Ek said. He has repaid $310,000, or 14 percent of what was taken.", true),
            (
                "Bars would cost $340,000, and the port had set aside $255,000, or three-quarters of that, Ada Ek said.",
                false,
            ),
            (
                "Bars would cost $340,000, and the port had set aside $255,000, or two-thirds of that, Ada Ek said.",
                true,
            ),
            ("The port promised $4.5 million and paid $1.8 million of it, or 50 per cent, Ada Ek said.", true),
        ] {
            let found = found(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!(found[0].contains('≠'), is_wrong, "{text}: {found:?}");
        }
    }

    #[test]
    fn a_share_of_other_amounts_is_left_alone() {
        for text in [
            "It compared with 39,100 bushels the season before, Ada Ek said. Reefs gave 29,700 bushels, or 62 percent.",
            "The town took in $39 million and spent $51 million, Ada Ek said. Schools got $29 million, or 62 percent.",
            "The trust raised $400,000. It spent $60,000 of that, or 20 percent more than it had planned, Ada Ek said.",
            "The port has $900 million, Ada Ek said. It will spend $31 million, or 14 percent more than last year.",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
