//! What stands beside and above the words: inlay hints and the code lens.

use serde_json::json;
use tower_lsp::ls_types::{
    CodeLens, Command, InlayHint, InlayHintKind, InlayHintLabel, InlayHintTooltip, Position, Range, Uri,
};

use super::commands::LEDGER;
use crate::lsp::document::Reading;
use crate::lsp::features::Features;

/// The sums and names beside the words in `range`.
pub(in crate::lsp) fn inlay_hints(reading: &Reading, features: &Features, range: Range) -> Vec<InlayHint> {
    let positions = reading.positions(features.encoding);
    let hints = reading.analysis.hints(positions.span_of(range));
    let to_hint = |hint: crate::analysis::Hint| InlayHint {
        position: positions.position_of(hint.offset),
        label: InlayHintLabel::String(hint.label),
        kind: Some(InlayHintKind::TYPE),
        text_edits: None,
        tooltip: Some(InlayHintTooltip::String(hint.reason)),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    hints.into_iter().map(to_hint).collect()
}

/// Above the story: what it has, and the way to its ledger.
pub(in crate::lsp) fn code_lens(reading: &Reading, uri: &Uri) -> Vec<CodeLens> {
    let tally = reading.analysis.tally();
    if tally.claims == 0 {
        return Vec::new();
    }
    let count = |count, noun| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let (claims, sources) = (count(tally.claims, "claim"), count(tally.sources, "source"));
    let title = format!("{claims} · {sources} · {}", tally.asked.in_words());
    let arguments = Some(vec![json!({ "uri": uri, "format": "markdown" })]);
    vec![CodeLens {
        range: Range::new(Position::new(0, 0), Position::new(0, 0)),
        command: Some(Command { title, command: LEDGER.to_owned(), arguments }),
        data: None,
    }]
}
