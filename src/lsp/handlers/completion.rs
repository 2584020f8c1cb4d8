//! What can be typed next in a draft.

use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Documentation, MarkupContent, MarkupKind, Position, Range,
    TextEdit,
};

use crate::analysis::Completion;
use crate::lsp::document::Reading;
use crate::lsp::features::Features;
use crate::text::Span;

/// What can be typed at `position`, in the order of its worth.
pub(in crate::lsp) fn answer(reading: &Reading, features: &Features, position: Position) -> Vec<CompletionItem> {
    let positions = reading.positions(features.encoding);
    let offset = positions.offset_of(position);
    let completions = reading.analysis.completions(&reading.text[..offset as usize]);
    let range = positions.range_of(Span::new(offset - completions.typed, offset));
    let entries = completions.entries.into_iter().enumerate();
    entries.map(|(rank, entry)| to_item(entry, rank, range, features)).collect()
}

fn to_item(entry: Completion, rank: usize, range: Range, features: &Features) -> CompletionItem {
    let kind = if features.markdown_completion { MarkupKind::Markdown } else { MarkupKind::PlainText };
    let documentation = Some(entry.documentation).filter(|page| !page.is_empty());
    CompletionItem {
        label: entry.text.clone(),
        kind: Some(if entry.is_rule { CompletionItemKind::ENUM_MEMBER } else { CompletionItemKind::REFERENCE }),
        detail: Some(entry.detail),
        documentation: documentation.map(|value| Documentation::MarkupContent(MarkupContent { kind, value })),
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(entry.text.clone()),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: entry.text })),
        ..CompletionItem::default()
    }
}
