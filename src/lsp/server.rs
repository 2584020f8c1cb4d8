//! The protocol's methods, each handed to the part of the server that knows about it.

use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentDiagnosticReportResult, InitializeParams,
    InitializeResult, InitializedParams, ServerInfo, WorkspaceFolder,
};
use tower_lsp::{Client, LanguageServer};

use super::desk::{Desk, blocking};
use super::document::{Document, Kind};
use super::features::Features;
use super::handlers::diagnostics;
use super::newsroom::is_settings_file;
use super::preferences::Preferences;
use super::{capabilities, settle, worker};
use crate::draft::Format;
use crate::text::Buffer;

/// The server of one editor.
#[derive(Debug)]
pub(super) struct Server {
    desk: Arc<Desk>,
}

impl Server {
    /// A server that speaks to `client`.
    pub(super) fn new(client: Client) -> Self {
        Self { desk: Arc::new(Desk::new(client)) }
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let features = Features::of(&params.capabilities);
        let capabilities = capabilities::offer(&features);
        self.desk.set_features(features);
        self.desk.change_roots(roots_of(&params), &[]);
        let options = params.initialization_options.unwrap_or(Value::Null);
        self.desk.choose(Preferences::read(&options), Vec::new());
        Ok(InitializeResult {
            capabilities,
            server_info: Some(ServerInfo {
                name: "copydesk".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
            ..InitializeResult::default()
        })
    }

    async fn initialized(&self, _: InitializedParams) {
        settle::register(&self.desk).await;
        settle::fetch_preferences(&self.desk).await;
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let opened = params.text_document;
        let kind = kind_of(&opened.language_id, opened.uri.path().as_str());
        let buffer = Buffer::new(&opened.text, opened.version);
        let terms = self.desk.terms_at(&opened.uri);
        let (document, is_new) = self
            .desk
            .document_or(&opened.uri, || Document::open(opened.uri.clone(), kind, buffer.clone(), Arc::clone(&terms)));
        if is_new {
            worker::start(Arc::clone(&self.desk), Arc::clone(&document));
        } else {
            document.reopen(kind, buffer, terms);
        }
        document.changed.notify_one();
        settle::complain(&self.desk, self.desk.take_complaints()).await;
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let changed = params.text_document;
        let Some(document) = self.desk.document(&changed.uri) else {
            return tracing::warn!("{} is edited but not open", changed.uri.as_str());
        };
        document.change(changed.version, &params.content_changes, self.desk.features().encoding);
        document.changed.notify_one();
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        let Some(document) = self.desk.document(&params.text_document.uri) else { return };
        document.save();
        document.changed.notify_one();
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        if let Some(document) = self.desk.document(&params.text_document.uri) {
            document.close();
        }
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let previous = params.previous_result_id;
        let Some(document) = self.desk.document(&params.text_document.uri) else {
            return Ok(diagnostics::report(Vec::new(), previous.as_deref()).into());
        };
        let features = self.desk.features().clone();
        let snapshot = document.snapshot();
        let found = match document.known(&snapshot) {
            Some(reading) => diagnostics::of_reading(&reading, &document.uri, &features),
            None => {
                blocking(move || diagnostics::of_reading(&document.read(snapshot), &document.uri, &features)).await?
            }
        };
        let report: DocumentDiagnosticReport = diagnostics::report(found, previous.as_deref());
        Ok(report.into())
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        settle::preferences_changed(&self.desk, &params.settings).await;
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        settle::files_changed(&self.desk, &params.changes).await;
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let closed: Vec<PathBuf> = paths_of(&params.event.removed).collect();
        self.desk.change_roots(paths_of(&params.event.added), &closed);
        settle::fetch_preferences(&self.desk).await;
    }
}

/// What an opened file is: its editor's word counts, then its name.
fn kind_of(language: &str, path: &str) -> Kind {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    match language {
        "markdown" => Kind::Draft(Format::Markdown),
        "html" => Kind::Draft(Format::Html),
        _ if is_settings_file(path) => Kind::Newsroom,
        "plaintext" | "text" => Kind::Draft(Format::Plain),
        _ => Kind::Draft(Format::of_extension(extension).unwrap_or(Format::Plain)),
    }
}

/// The folders that an editor starts with; older ones name a single root.
fn roots_of(params: &InitializeParams) -> Vec<PathBuf> {
    if let Some(folders) = &params.workspace_folders {
        return paths_of(folders).collect();
    }
    #[expect(deprecated, reason = "editors that know no folders name their root so")]
    params.root_uri.iter().filter_map(|root| Some(root.to_file_path()?.into_owned())).collect()
}

fn paths_of(folders: &[WorkspaceFolder]) -> impl Iterator<Item = PathBuf> {
    folders.iter().filter_map(|folder| Some(folder.uri.to_file_path()?.into_owned()))
}
