//! The commands: a story's ledger, and a reading of every draft in the open folders.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{DiagnosticSeverity, ProgressToken, Uri};

use crate::lsp::desk::{Desk, blocking};
use crate::lsp::progress::Progress;
use crate::lsp::workspace::{digest_file, find_drafts};
use crate::lsp::written::Written;

/// Gives the ledger of a story's claims: arguments `{"uri", "format": "json" | "markdown" | "html"}`.
pub(in crate::lsp) const LEDGER: &str = "copydesk.ledger";

/// Reads every draft in the open folders and shows what was found.
pub(in crate::lsp) const LINT_WORKSPACE: &str = "copydesk.lintWorkspace";

#[derive(Debug, Deserialize)]
struct LedgerArguments {
    uri: Uri,
    #[serde(default)]
    format: Option<String>,
}

/// The ledger that `arguments` ask for; an error that says what is wrong with them.
pub(in crate::lsp) async fn ledger(desk: &Desk, arguments: Vec<Value>) -> Result<Option<Value>> {
    let Some(argument) = arguments.into_iter().next() else {
        return Err(Error::invalid_params(format!("{LEDGER} needs the address of a draft")));
    };
    // A bare address will do.
    let arguments = match argument {
        Value::String(uri) => json!({ "uri": uri }),
        other => other,
    };
    let arguments: LedgerArguments =
        serde_json::from_value(arguments).map_err(|error| Error::invalid_params(format!("{LEDGER}: {error}")))?;
    let format = arguments.format.unwrap_or_else(|| "json".to_owned());
    let write = desk.write_ledger;
    let path = arguments
        .uri
        .to_file_path()
        .map_or_else(|| arguments.uri.as_str().to_owned(), |path| path.display().to_string());
    let written = desk.ask(&arguments.uri, move |reading| {
        let crate::lsp::document::Kind::Draft(written_in) = reading.snapshot.kind else { return None };
        Some(write(&path, &reading.text, written_in, &reading.analysis, &format).ok_or(format))
    });
    match written.await? {
        None => Err(Error::invalid_params(format!("{LEDGER}: no draft is open at this address"))),
        Some(Err(format)) => Err(Error::invalid_params(format!("{LEDGER}: there is no format \"{format}\""))),
        Some(Ok(ledger)) => Ok(Some(serde_json::from_str(&ledger).unwrap_or(Value::String(ledger)))),
    }
}

/// Reads every draft, tells how far it has come, and shows what was found; ends early when it is cancelled.
pub(in crate::lsp) async fn lint_workspace(desk: &Arc<Desk>, token: Option<ProgressToken>) -> Result<Option<Value>> {
    let progress = Progress::start(desk, token, "reading the drafts").await;
    let finder = Arc::clone(desk);
    let paths = blocking(move || find_drafts(&finder)).await?;
    let mut counts = [0_usize; 4];
    let mut read = 0;
    let is_cancelled = || progress.as_ref().is_some_and(Progress::is_cancelled);
    for (number, path) in paths.iter().enumerate() {
        if is_cancelled() {
            break;
        }
        let (reader, path) = (Arc::clone(desk), path.clone());
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(digest) = blocking(move || digest_file(&reader, &path)).await? else { continue };
        read += 1;
        digest.diagnostics.iter().for_each(|found| counts[severity(found.severity)] += 1);
        // The worker of an open draft is the only one to publish for it.
        if !desk.features().pulls_diagnostics && desk.document(&digest.uri).is_none() {
            desk.outbox.publish(&digest.uri, &Written::default().again(digest.diagnostics.clone()), None);
        }
        if let Some(progress) = &progress {
            progress.report(name, (number * 100 / paths.len()) as u32);
        }
    }
    if desk.features().pulls_diagnostics {
        let _ = desk.client.workspace_diagnostic_refresh().await;
    }
    let [error, warning, information, hint] = counts;
    let findings = json!({ "error": error, "warning": warning, "information": information, "hint": hint });
    Ok(Some(json!({ "drafts": read, "of": paths.len(), "cancelled": is_cancelled(), "findings": findings })))
}

fn severity(severity: Option<DiagnosticSeverity>) -> usize {
    match severity {
        Some(DiagnosticSeverity::ERROR) => 0,
        Some(DiagnosticSeverity::WARNING) => 1,
        Some(DiagnosticSeverity::INFORMATION) => 2,
        _ => 3,
    }
}
