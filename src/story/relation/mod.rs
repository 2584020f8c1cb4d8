//! Ties figures to one another: totals to their parts, repeats to the first mention.
//!
//! The modules beside this one say which figures stand in which relation; the solver alone decides
//! whether it holds. A relation is kept whether it holds or not, so that the ledger can show it.

mod breakdown;
mod group;
mod repeat;
mod report;
mod row;
mod solver;
mod table;
mod thing;

use rust_decimal::Decimal;

use super::{ClaimId, Placed, Relation, RelationKind, Story};
use crate::extract::Figure;
use solver::{Part, Verdict};

/// A figure with its claim, as the arithmetic sees it.
#[derive(Clone, Copy, Debug)]
struct Entry<'a> {
    claim: ClaimId,
    figure: &'a Placed<Figure>,
    /// The number as it is written: "$4.2 million".
    number: &'a str,
}

/// What the wording promises of a list of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Promise {
    /// Nothing ("including"): only parts that exceed the total contradict it.
    Open,
    /// A breakdown by its form: parts that add up to something near the total but not to it contradict it.
    Likely,
    /// All there is (a colon, "of which", a total row): any other sum contradicts the total.
    Complete,
}

/// A stated total and the figures that should add up to it.
#[derive(Clone, Debug)]
struct Tie<'a> {
    stated: &'a Entry<'a>,
    parts: Vec<Part<'a>>,
    promise: Promise,
}

/// Fills in the story's relations.
pub(super) fn collect(story: &mut Story) {
    let relations = find(story);
    story.relations = relations;
}

fn find(story: &Story) -> Vec<Relation> {
    let mut entries: Vec<Entry<'_>> = story
        .figure_claims()
        .map(|(claim, _, figure)| Entry { claim, figure, number: story.text_of(figure.number) })
        .collect();
    entries.sort_by_key(|entry| entry.figure.number);
    let rows = row::rows(story, &entries);
    let reports = report::reports(&rows);
    let mut relations: Vec<Relation> = Vec::new();
    add_sums(&mut relations, breakdown::find(story, &rows));
    add_sums(&mut relations, table::find(story, &entries, &rows));
    add_sums(&mut relations, group::find(story, &reports));
    relations.extend(repeat::find(&reports));
    relations.sort_by_key(|relation| (relation.stated, relation.kind, relation.operands.first().copied()));
    relations
}

/// Adds the sums that `ties` amount to. Parts are added up once: who finds them first knows them best.
fn add_sums<'a>(relations: &mut Vec<Relation>, ties: Vec<Tie<'a>>) {
    for tie in ties {
        let Some(relation) = tie.settle() else { continue };
        let is_known = relations.iter().any(|known| {
            known.stated == relation.stated || known.operands.iter().all(|part| relation.operands.contains(part))
        });
        if !is_known {
            relations.push(relation);
        }
    }
}

impl<'a> Tie<'a> {
    /// The relation that the tie amounts to; `None` where the figures have nothing to do with each other.
    fn settle(&self) -> Option<Relation> {
        let sum = solver::weigh(self.stated, &self.parts)?;
        let holds = sum.verdict == Verdict::Fits;
        if !holds && !self.contradicts(&sum) {
            return None;
        }
        Some(Relation {
            kind: RelationKind::Sum,
            stated: self.stated.claim,
            operands: self.parts.iter().map(|part| part.entry.claim).collect(),
            low: sum.low,
            high: sum.high,
            printed: Some(sum.printed),
            complete: self.promise != Promise::Open,
            holds,
        })
    }

    /// Whether a sum that does not fit speaks against the total rather than of something else.
    fn contradicts(&self, sum: &solver::Sum) -> bool {
        let Some(ratio) = sum.printed.checked_div(solver::amount(self.stated.figure)) else { return false };
        let within = |low: Decimal, high: Decimal| low <= ratio && ratio <= high;
        match self.promise {
            Promise::Complete => within(Decimal::new(5, 2), Decimal::from(20)),
            Promise::Likely => within(Decimal::new(6, 1), Decimal::new(167, 2)),
            Promise::Open if sum.verdict == Verdict::Above => within(Decimal::ONE, Decimal::from(4)),
            Promise::Open => solver::is_swapped(self.stated, &self.parts),
        }
    }

    /// How far the sum is from the total, as a factor of at least one: the least is the likeliest total.
    fn distance(&self) -> Decimal {
        let factor = solver::weigh(self.stated, &self.parts).and_then(|sum| {
            let stated = solver::amount(self.stated.figure);
            if sum.verdict == Verdict::Fits {
                return Some(Decimal::ONE);
            }
            sum.printed.max(stated).checked_div(sum.printed.min(stated))
        });
        factor.unwrap_or(Decimal::MAX)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use expect_test::{Expect, expect};

    use super::*;
    use crate::draft::{Format, split_blocks};
    use crate::extract::read_block;
    use crate::story::{Part as Block, assemble};

    fn read(text: &str) -> Story {
        let blocks = split_blocks(text, Format::Plain).blocks;
        let parts: Vec<Block<'_>> = blocks
            .iter()
            .map(|placed| Block {
                role: placed.block.role,
                place: placed.place,
                text: &placed.block.text,
                mentions: Arc::new(read_block(&placed.block)),
            })
            .collect();
        assemble(&parts, &[])
    }

    /// The sums of a story, one a line: "12 = seven + three + two", "≠" where it does not hold.
    fn sums(text: &str) -> String {
        let story = read(text);
        let number = |claim: ClaimId| story.figure_of(claim).map_or("?", |figure| story.text_of(figure.number));
        let sums = story.relations.iter().filter(|relation| relation.kind == RelationKind::Sum);
        let lines = sums.map(|sum| {
            let operands: Vec<&str> = sum.operands.iter().map(|&operand| number(operand)).collect();
            let sign = if sum.holds { '=' } else { '≠' };
            format!("{} {sign} {}\n", number(sum.stated), operands.join(" + "))
        });
        lines.collect()
    }

    #[expect(clippy::needless_pass_by_value, reason = "an expectation is written in place")]
    fn check(text: &str, expected: Expect) {
        expected.assert_eq(&sums(text));
    }

    #[test]
    fn a_colon_list_is_complete() {
        check("12 died: seven in Ayr, three in Troon and one in Irvine.", expect![[r""]]);
        check(
            "The firm confirmed the loss of 85 jobs: 62 in production, 15 in the warehouse and eight in the office.",
            expect![[r""]],
        );
    }

    #[test]
    fn of_which_is_complete() {
        check("It made 14 recommendations, of which nine have been carried out and five have not.", expect![[r""]]);
        check(
            "Lending is to reach 1.4 billion dlrs, of which 550 mln will come from the bank and 580 mln from the fund.",
            expect![[r""]],
        );
    }
}
