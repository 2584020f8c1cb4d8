//! Reads a text as a story, for the tests of this floor and those above.

use std::sync::Arc;

use super::{Memory, Part, RelationKind, Story, assemble};
use crate::draft::{Format, split_blocks};
use crate::extract::read_block;

/// The story of a plain text.
pub(crate) fn read(text: &str) -> Story {
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
            notes: Arc::default(),
            stretch: Arc::default(),
        })
        .collect();
    assemble(&parts, &[], &Memory::default())
}

/// The story's relations of one kind, one a line: "20 ≠ 14..15", with what they rest on.
pub(super) fn relations(story: &Story, kind: RelationKind) -> Vec<String> {
    let of_kind = story.relations().iter().filter(|relation| relation.kind == kind);
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

/// The counts that a plain text gives of its things, one a line: "20 ≠ 14..15".
pub(super) fn counts(text: &str) -> Vec<String> {
    let shown = relations(&read(text), RelationKind::Count);
    shown.iter().map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn no_beginning_of_a_story_full_of_relations_makes_it_panic() {
    let text = "Tuesday, March 4, 2025\n\nLUND--Ida Mariä, 98, of Brae, died Friday, March 25, 2016. Born May 24, 1917, \
                “she” led it for 20 years from 1998 to 2012 (1998–2012), a span of 14 years. Three mills — Orr’s, Tarn \
                and Beck — shut; the two men, Jon Holm, 41, and Bo Ek (37), a baker of Troon, gave two reasons: cost; \
                and time, 31 June. It killed nine and injured 20. All 20 dead were named.";
    for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
        read(&text[..end]);
        read(&text[end..]);
    }
}
