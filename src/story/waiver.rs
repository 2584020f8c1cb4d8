//! Tells what the desk's marks waive: `[CQ]` the claim before it, `stet` a block or the whole file.

use super::Story;
use crate::draft::Role;
use crate::extract::MarkKind;
use crate::text::Span;

/// A mark that tells the desk to leave something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// The number of the mark in [`Story::marks`].
    pub mark: usize,
    /// Where findings are waived.
    pub scope: Span,
    /// The rules that are waived; empty for all.
    pub rules: Vec<String>,
}

impl Waiver {
    /// Whether it waives what `rule` finds at `span`.
    pub fn covers(&self, rule: &str, span: Span) -> bool {
        self.scope.overlaps(span) && (self.rules.is_empty() || self.rules.iter().any(|waived| waived == rule))
    }
}

/// Fills in the waivers and marks the claims that were checked.
pub(super) fn collect(story: &mut Story) {
    let mut waivers = Vec::new();
    for number in 0..story.marks.len() {
        let mark = &story.marks[number];
        let (scope, rules) = match &mark.kind {
            MarkKind::Checked => {
                let Some(claim) = checked_claim(story, mark.block, mark.span) else { continue };
                story.claims[claim].checked = Some(number);
                (story.claims[claim].spans[0], Vec::new())
            }
            MarkKind::Stet { rules, whole_file: true } => (Span::new(0, story.text.len() as u32), rules.clone()),
            MarkKind::Stet { rules, whole_file: false } => (stet_scope(story, mark.block, mark.span), rules.clone()),
            MarkKind::Placeholder => continue,
        };
        waivers.push(Waiver { mark: number, scope, rules });
    }
    story.waivers = waivers;
}

/// The claim that a `[CQ]` at `mark` speaks of: the one that ends last before it in the same block.
fn checked_claim(story: &Story, block: usize, mark: Span) -> Option<usize> {
    let within = story.blocks[block].span;
    let ends =
        |claim: usize| story.claims[claim].spans.iter().map(|span| span.end).filter(|&end| end <= mark.start).max();
    (0..story.claims.len())
        .filter(|&claim| within.covers(story.claims[claim].spans[0]))
        .filter_map(|claim| ends(claim).map(|end| (end, claim)))
        .max_by_key(|&(end, claim)| (end, std::cmp::Reverse(story.claims[claim].spans[0].len())))
        .map(|(_, claim)| claim)
}

/// A `stet` alone in its block speaks for the next block, one in running text for its own.
fn stet_scope(story: &Story, block: usize, mark: Span) -> Span {
    let own = story.blocks[block].span;
    let alone = own == mark || story.blocks[block].role == Role::Note;
    let Some(next) = (block + 1..story.blocks.len()).find(|&next| story.blocks[next].role != Role::Note) else {
        return own;
    };
    if !alone {
        return own;
    }
    // A dateline is split from the paragraph that it opens.
    let last = if story.blocks[next].role == Role::Dateline { next + 1 } else { next };
    story.blocks[next].span.to(story.blocks.get(last).unwrap_or(&story.blocks[next]).span)
}
