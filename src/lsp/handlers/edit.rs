//! Replacements in a draft as the protocol carries them.

use std::collections::HashMap;

use tower_lsp::ls_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use crate::finding::Edit;
use crate::lsp::document::Reading;
use crate::lsp::features::Features;

/// `edits` of the draft at `uri`, for the version that was read where the editor can check it.
pub(in crate::lsp) fn to_workspace_edit(
    edits: &[Edit],
    reading: &Reading,
    uri: &Uri,
    features: &Features,
) -> WorkspaceEdit {
    let positions = reading.positions(features.encoding);
    let to_text_edit = |edit: &Edit| TextEdit::new(positions.range_of(edit.span), edit.new_text.clone());
    let edits: Vec<TextEdit> = edits.iter().map(to_text_edit).collect();
    if !features.versioned_edits {
        return WorkspaceEdit { changes: Some(HashMap::from([(uri.clone(), edits)])), ..WorkspaceEdit::default() };
    }
    let version = Some(reading.snapshot.buffer.version());
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version };
    let edits = edits.into_iter().map(OneOf::Left).collect();
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit { text_document, edits }])),
        ..WorkspaceEdit::default()
    }
}
