//! The figures of the headline and the dek apart from those of the text, for whoever holds the one against the other.

use super::telling::Telling;
use super::{Relation, Story};
use crate::draft::Role;

/// A headline speaks of what so many first paragraphs say.
const LEDE: usize = 3;

/// More figures than this are a data dump.
const MOST: usize = 160;

/// What a story tells over its text and in it, in order.
pub(super) struct Parts<'t, 'a> {
    pub(super) heads: Vec<&'t Telling<'a>>,
    pub(super) body: Vec<&'t Telling<'a>>,
}

/// The two parts of what is told; `None` of a data dump.
pub(super) fn parted<'t, 'a>(story: &Story, tellings: &'t [Telling<'a>]) -> Option<Parts<'t, 'a>> {
    let is_head =
        |telling: &&Telling<'_>| matches!(story.blocks[telling.entry.figure.block].role, Role::Headline | Role::Dek);
    (tellings.len() <= MOST).then(|| {
        let (heads, body) = tellings.iter().partition(is_head);
        Parts { heads, body }
    })
}

/// Whether a relation ties the figure already.
pub(super) fn is_known(head: &Telling<'_>, known: &[Relation]) -> bool {
    let claim = head.entry.claim;
    known.iter().any(|relation| relation.stated == claim || relation.operands.contains(&claim))
}

/// The first paragraphs, by the numbers of their blocks.
pub(super) fn lede(story: &Story) -> Vec<usize> {
    story.paragraphs().take(LEDE).collect()
}
