//! Answers over all drafts, open or on the disk.

use std::sync::Arc;

use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, PreviousResultId, SymbolInformation, UnchangedDocumentDiagnosticReport,
    WorkspaceDiagnosticReport, WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::diagnostics::result_id;
use super::symbols::kind_of;
use crate::lsp::archive::Digest;
use crate::lsp::desk::Desk;
use crate::lsp::workspace::digests;

/// How many symbols an editor is shown; one more letter of the query says more than another hundred.
const MOST_SYMBOLS: usize = 500;

/// The findings of every draft; what the editor has already is only named.
pub(in crate::lsp) fn diagnostics(desk: &Desk, previous: &[PreviousResultId]) -> WorkspaceDiagnosticReport {
    let known = |digest: &Digest, id: &str| previous.iter().any(|known| known.uri == digest.uri && known.value == id);
    let report = |digest: Arc<Digest>| {
        let result_id = result_id(&digest.diagnostics);
        let (uri, version) = (digest.uri.clone(), digest.version.map(i64::from));
        if known(&digest, &result_id) {
            return WorkspaceDocumentDiagnosticReport::Unchanged(WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version,
                unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
            });
        }
        WorkspaceDocumentDiagnosticReport::Full(WorkspaceFullDocumentDiagnosticReport {
            uri,
            version,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: Some(result_id),
                items: digest.diagnostics.clone(),
            },
        })
    };
    WorkspaceDiagnosticReport { items: digests(desk).into_iter().map(report).collect() }
}

/// The sources and figures whose words hold those of `query`, in any case.
pub(in crate::lsp) fn symbols(desk: &Desk, query: &str) -> Vec<SymbolInformation> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let mut found = Vec::new();
    for digest in digests(desk) {
        for (entry, location) in &digest.symbols {
            let name = entry.name.to_lowercase();
            if !words.iter().all(|word| name.contains(word.as_str())) {
                continue;
            }
            #[expect(deprecated, reason = "the type has the field, and no other way to be made")]
            found.push(SymbolInformation {
                name: entry.name.clone(),
                kind: kind_of(entry.part),
                tags: None,
                deprecated: None,
                location: location.clone(),
                container_name: Some(entry.detail.clone()).filter(|detail| !detail.is_empty()),
            });
            if found.len() == MOST_SYMBOLS {
                return found;
            }
        }
    }
    found
}
