//! For tests: a draft as lines, and the laws that every source map keeps.

use super::{Draft, Format, Place, Role, split_blocks};
use crate::text::Span;

/// The blocks of `source`, one a line, with their places.
pub(super) fn outline(source: &str, format: Format) -> String {
    let draft = split_blocks(source, format);
    check_maps(source, &draft);
    let blocks = draft.blocks.iter().map(|placed| {
        let place = match placed.place {
            Place::Flow => String::new(),
            Place::Item { list, depth } => format!(" {list}/{depth}"),
            Place::Cell { table, row, column, header } => {
                format!(" {table}:{row},{column}{}", if header { " header" } else { "" })
            }
            Place::Quote { quote } => format!(" {quote}"),
        };
        format!("{:?}{place} {}\n", placed.block.role, placed.block.text)
    });
    blocks.collect()
}

/// What the file holds for the first `needle` in the blocks' texts.
pub(super) fn source_of<'a>(source: &'a str, format: Format, needle: &str) -> &'a str {
    let draft = split_blocks(source, format);
    let found = draft.blocks.iter().find_map(|placed| Some((placed, placed.block.text.find(needle)?)));
    let (placed, start) = found.expect("a block holds the needle");
    placed.map.source_span(Span::from_range(start..start + needle.len())).of(source)
}

/// Panics unless blocks are trimmed and not blank, and each character leads, in order, to bytes of the source:
/// to some bytes if it is not white space, to the same bytes if it is verbatim.
pub(super) fn check_maps(source: &str, draft: &Draft) {
    let mut last_source = 0;
    for placed in &draft.blocks {
        let text = &placed.block.text;
        let is_note = placed.block.role == Role::Note;
        assert!(!text.is_empty() && text.trim() == text, "{text:?} is not trimmed");
        for (start, letter) in text.char_indices() {
            let clean = Span::from_range(start..start + letter.len_utf8());
            let span = placed.map.source_span(clean);
            let bytes = source.get(span.range()).expect("a span lies within the source, on character boundaries");
            assert!(letter.is_whitespace() || !span.is_empty(), "{letter:?} of {text:?} has no source");
            // A note may stand within the paragraph that it is put behind.
            assert!(is_note || last_source <= span.start, "{letter:?} of {text:?} goes back");
            assert!(!placed.map.is_verbatim(clean) || bytes == clean.of(text));
            last_source = if is_note { last_source } else { span.start };
        }
    }
    let headlines = draft.blocks.iter().filter(|placed| placed.block.role == Role::Headline);
    assert!(headlines.count() <= 1, "a story has one headline");
}
