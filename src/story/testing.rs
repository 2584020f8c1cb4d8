//! Reads a text as a story, for the tests of this floor.

use std::sync::Arc;

use super::{Part, RelationKind, Story, assemble};
use crate::draft::{Format, split_blocks};
use crate::extract::read_block;

/// The story of a plain text.
pub(super) fn read(text: &str) -> Story {
    read_as(text, Format::Plain)
}

/// The story of a text in `format`.
pub(super) fn read_as(text: &str, format: Format) -> Story {
    let blocks = split_blocks(text, format).blocks;
    let parts: Vec<Part<'_>> = blocks
        .iter()
        .map(|placed| Part {
            role: placed.block.role,
            place: placed.place,
            text: &placed.block.text,
            mentions: Arc::new(read_block(&placed.block)),
        })
        .collect();
    assemble(&parts, &[])
}

/// The story's relations of one kind, one a line: "20 ≠ 14..15", with what they rest on.
pub(super) fn relations(story: &Story, kind: RelationKind) -> Vec<String> {
    let of_kind = story.relations.iter().filter(|relation| relation.kind == kind);
    let show = of_kind.map(|relation| {
        let stated = story.figure_of(relation.stated).map_or("?", |figure| story.text_of(figure.number));
        let sign = if relation.holds { '=' } else { '≠' };
        let end = |end: Option<rust_decimal::Decimal>| end.map_or("?".to_owned(), |end| end.normalize().to_string());
        let (low, high) = (end(relation.low), end(relation.high));
        let range = if low == high { low } else { format!("{low}..{high}") };
        let beside: Vec<&str> = relation.beside.iter().map(|&span| story.text_of(span)).collect();
        format!("{stated} {sign} {range}: {}", beside.join(" | ")).trim_end_matches([' ', ':']).to_owned()
    });
    show.collect()
}
