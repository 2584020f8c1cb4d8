//! The protocol's methods, each handed to the part of the server that knows about it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    CodeAction, CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionParams, CompletionResponse,
    DidChangeConfigurationParams, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentHighlight, DocumentHighlightParams, DocumentLink,
    DocumentLinkParams, DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams, FoldingRange,
    FoldingRangeParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, InlayHint, InlayHintParams, Location, PrepareRenameResponse, ReferenceParams,
    RenameParams, SelectionRange, SelectionRangeParams, SemanticTokensDeltaParams, SemanticTokensFullDeltaResult,
    SemanticTokensParams, SemanticTokensRangeParams, SemanticTokensRangeResult, SemanticTokensResult, ServerInfo,
    TextDocumentPositionParams, WorkDoneProgressCancelParams, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReportResult, WorkspaceEdit, WorkspaceFolder, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};
use tower_lsp::{Client, LanguageServer};

use super::desk::{Desk, blocking};
use super::document::{Document, Kind};
use super::features::Features;
use super::handlers::{
    actions, commands, completion, diagnostics, hints, hover, links, listing, navigation, rename, settings_file,
    symbols, tokens, view, workspace_wide,
};
use super::newsroom::is_settings_file;
use super::preferences::Preferences;
use super::transport::Outbox;
use super::{Terminal, capabilities, settle, worker};
use crate::draft::Format;
use crate::text::Buffer;

/// The server of one editor.
#[derive(Debug)]
pub(super) struct Server {
    desk: Arc<Desk>,
}

impl Server {
    /// A server that speaks to `client`, and tells it through `outbox` what it finds.
    pub(super) fn new(client: Client, outbox: Outbox, terminal: Terminal) -> Self {
        Self { desk: Arc::new(Desk::new(client, outbox, terminal)) }
    }

    /// The user wants a long work to end.
    #[expect(clippy::unused_async, reason = "tower-lsp takes asynchronous methods only")]
    pub(super) async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        self.desk.cancel_work(&params.token);
    }

    fn features(&self) -> Features {
        self.desk.features().clone()
    }
}

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let features = Features::of(&params.capabilities);
        let capabilities = capabilities::offer(&features);
        self.desk.set_features(features);
        self.desk.change_roots(roots_of(&params), &[]);
        let options = params.initialization_options.unwrap_or(Value::Null);
        self.desk.choose(Preferences::read(&options), BTreeMap::new());
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
        settle::saved(&self.desk, &document).await;
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        if let Some(document) = self.desk.document(&params.text_document.uri) {
            document.close();
        }
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        let (features, uri) = (self.features(), params.text_document.uri);
        let Some(document) = self.desk.document(&uri) else {
            return Ok(diagnostics::report(Vec::new(), params.previous_result_id.as_deref()).into());
        };
        let run = self.desk.preferences_at(&uri).run;
        let find = move || diagnostics::shown(&document, run, &features);
        let found = blocking(find).await?;
        Ok(diagnostics::report(found, params.previous_result_id.as_deref()).into())
    }

    async fn workspace_diagnostic(&self, params: WorkspaceDiagnosticParams) -> Result<WorkspaceDiagnosticReportResult> {
        let desk = Arc::clone(&self.desk);
        let report = blocking(move || workspace_wide::diagnostics(&desk, &params.previous_result_ids)).await?;
        Ok(report.into())
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        let (features, at) = (self.features(), params.text_document_position_params);
        self.desk.ask(&at.text_document.uri, move |reading| hover::answer(reading, &features, at.position)).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        let (features, uri) = (self.features(), params.text_document.uri.clone());
        let preferences = self.desk.preferences_at(&uri);
        self.desk.ask(&uri, move |reading| actions::answer(reading, &features, &preferences, &params)).await
    }

    async fn code_action_resolve(&self, action: CodeAction) -> Result<CodeAction> {
        let handle = action.data.clone().and_then(|data| serde_json::from_value::<actions::Handle>(data).ok());
        let Some(handle) = handle else { return Ok(action) };
        let (features, uri) = (self.features(), handle.uri.clone());
        let preferences = self.desk.preferences_at(&uri);
        let resolve = move |reading: &_| actions::resolve(reading, &features, &preferences, &handle, action);
        self.desk.ask(&uri, resolve).await?.ok_or_else(Error::content_modified)
    }

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        let (features, uri) = (self.features(), params.text_document.uri);
        let address = uri.clone();
        self.desk.ask(&uri, move |reading| Some(symbols::answer(reading, &features, &address))).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        let features = self.features();
        self.desk.ask(&params.text_document.uri, move |reading| Some(view::folds(reading, &features))).await
    }

    async fn selection_range(&self, params: SelectionRangeParams) -> Result<Option<Vec<SelectionRange>>> {
        let (features, places) = (self.features(), params.positions);
        let answer = move |reading: &_| Some(view::selections(reading, &features, &places));
        self.desk.ask(&params.text_document.uri, answer).await
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        let (features, at) = (self.features(), params.text_document_position_params);
        let uri = at.text_document.uri.clone();
        let answer = move |reading: &_| navigation::definition(reading, &features, &at.text_document.uri, at.position);
        Ok(self.desk.ask(&uri, answer).await?.map(GotoDefinitionResponse::Scalar))
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        let (features, at) = (self.features(), params.text_document_position);
        let (uri, with_declaration) = (at.text_document.uri.clone(), params.context.include_declaration);
        let answer = move |reading: &_| {
            Some(navigation::references(reading, &features, &at.text_document.uri, at.position, with_declaration))
        };
        self.desk.ask(&uri, answer).await
    }

    async fn document_highlight(&self, params: DocumentHighlightParams) -> Result<Option<Vec<DocumentHighlight>>> {
        let (features, at) = (self.features(), params.text_document_position_params);
        let answer = move |reading: &_| Some(navigation::highlights(reading, &features, at.position));
        self.desk.ask(&at.text_document.uri, answer).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        let (features, uri) = (self.features(), params.text_document.uri);
        if !self.desk.preferences_at(&uri).inlay_hints {
            return Ok(Some(Vec::new()));
        }
        self.desk.ask(&uri, move |reading| Some(hints::inlay_hints(reading, &features, params.range))).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        let uri = params.text_document.uri;
        if !self.desk.preferences_at(&uri).code_lens {
            return Ok(Some(Vec::new()));
        }
        let address = uri.clone();
        self.desk.ask(&uri, move |reading| Some(hints::code_lens(reading, &address))).await
    }

    async fn prepare_rename(&self, at: TextDocumentPositionParams) -> Result<Option<PrepareRenameResponse>> {
        let features = self.features();
        self.desk.ask(&at.text_document.uri, move |reading| rename::prepare(reading, &features, at.position)).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let (features, at) = (self.features(), params.text_document_position);
        let uri = at.text_document.uri.clone();
        let answer = move |reading: &_| {
            Some(rename::rename(reading, &features, &at.text_document.uri, at.position, &params.new_name))
        };
        self.desk.ask(&uri, answer).await?.transpose()
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        let desk = Arc::clone(&self.desk);
        let found = blocking(move || workspace_wide::symbols(&desk, &params.query)).await?;
        Ok(Some(WorkspaceSymbolResponse::Flat(found)))
    }

    async fn semantic_tokens_full(&self, params: SemanticTokensParams) -> Result<Option<SemanticTokensResult>> {
        let (features, uri) = (self.features(), params.text_document.uri);
        let Some(document) = self.desk.document(&uri) else { return Ok(None) };
        let answer = move |reading: &_| Some(tokens::full(reading, &features, &document.tokens).into());
        self.desk.ask(&uri, answer).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let (features, uri) = (self.features(), params.text_document.uri);
        let Some(document) = self.desk.document(&uri) else { return Ok(None) };
        let previous = params.previous_result_id;
        let answer = move |reading: &_| Some(tokens::delta(reading, &features, &document.tokens, &previous));
        self.desk.ask(&uri, answer).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let features = self.features();
        let answer = move |reading: &_| Some(tokens::range(reading, &features, params.range).into());
        self.desk.ask(&params.text_document.uri, answer).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        let (features, at) = (self.features(), params.text_document_position);
        let answer = move |reading: &super::document::Reading| {
            Some(match reading.snapshot.kind {
                Kind::Draft(_) => completion::answer(reading, &features, at.position),
                Kind::Newsroom => settings_file::completions(reading, &features, at.position),
            })
        };
        Ok(self.desk.ask_any(&at.text_document.uri, answer).await?.map(CompletionResponse::Array))
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        let features = self.features();
        self.desk.ask(&params.text_document.uri, move |reading| Some(links::answer(reading, &features))).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        match params.command.as_str() {
            commands::LEDGER => commands::ledger(&self.desk, params.arguments).await,
            listing::CLAIMS => listing::answer(&self.desk, params.arguments).await,
            commands::LINT_WORKSPACE => {
                commands::lint_workspace(&self.desk, params.work_done_progress_params.work_done_token).await
            }
            unknown => Err(Error::invalid_params(format!("there is no command {unknown}"))),
        }
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
        "mail" | "email" | "eml" => Kind::Draft(Format::Mail),
        "asciidoc" | "asciidoctor" => Kind::Draft(Format::AsciiDoc),
        _ if is_settings_file(path) => Kind::Newsroom,
        // To many editors, mail and AsciiDoc are plain text.
        "plaintext" | "text" if !matches!(extension, "eml" | "adoc" | "asciidoc") => Kind::Draft(Format::Plain),
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
