//! Knows what the editor at the other end can do.

use serde_json::Value;
use tower_lsp::ls_types::{ClientCapabilities, PositionEncodingKind};

use super::convert::Encoding;

/// What an editor can do, of all that copydesk has a use for.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a yes or no of the protocol")]
pub(super) struct Features {
    /// What a column counts.
    pub(super) encoding: Encoding,
    /// Asks for diagnostics itself, and can be asked to ask again; what is pushed as well would be shown twice.
    ///
    /// One that cannot be asked again (Neovim 0.10 and 0.11) would show what held under the settings of before until
    /// the next key press, so it is pushed to.
    pub(super) pulls_diagnostics: bool,
    /// Shows other places beside a diagnostic.
    pub(super) related_information: bool,
    /// Shows a link at a diagnostic's code.
    pub(super) code_description: bool,
    /// Knows for which version a diagnostic is.
    pub(super) versioned_diagnostics: bool,
    /// Shows Markdown in hovers.
    pub(super) markdown_hover: bool,
    /// Shows Markdown beside completions.
    pub(super) markdown_completion: bool,
    /// Knows code actions with a kind, rather than commands alone.
    pub(super) code_action_literals: bool,
    /// Fetches the edit of a code action when it is chosen.
    pub(super) resolves_edits: bool,
    /// Knows edits for a given version of a document.
    pub(super) versioned_edits: bool,
    /// Asks for the name before it asks for a new one.
    pub(super) prepares_rename: bool,
    /// Shows symbols as a tree.
    pub(super) symbol_tree: bool,
    /// Folds whole lines only.
    pub(super) folds_lines_only: bool,
    /// Knows semantic tokens that run over lines.
    pub(super) multiline_tokens: bool,
    /// Can be asked for its settings.
    pub(super) configuration: bool,
    /// Lets the server say later which settings it watches.
    pub(super) registers_configuration: bool,
    /// Lets the server say which files it watches.
    pub(super) watches_files: bool,
    /// Shows how far a long work has come.
    pub(super) work_done_progress: bool,
    /// Can be asked to ask for inlay hints again.
    pub(super) refreshes_inlay_hints: bool,
    /// Can be asked to ask for code lenses again.
    pub(super) refreshes_code_lenses: bool,
    /// Can be asked to ask for semantic tokens again.
    pub(super) refreshes_tokens: bool,
}

impl Features {
    /// What `capabilities` tell.
    pub(super) fn of(capabilities: &ClientCapabilities) -> Self {
        let offered = capabilities.general.as_ref().and_then(|general| general.position_encodings.as_deref());
        let encoding = Encoding::choose(offered.filter(|offered: &&[PositionEncodingKind]| !offered.is_empty()));
        // As JSON, a capability is one path; as types, it is six nested options.
        let capabilities = serde_json::to_value(capabilities).unwrap_or_default();
        let has = |path: &str| capabilities.pointer(path).is_some_and(|value| !value.is_null());
        let is = |path: &str| capabilities.pointer(path) == Some(&Value::Bool(true));
        let lists = |path: &str, entry: &str| {
            let list = capabilities.pointer(path).and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|value| value == entry))
        };
        // The first format is the preferred one.
        let prefers_markdown = |path: &str| capabilities.pointer(path).is_some_and(|format| format == "markdown");
        Self {
            encoding,
            pulls_diagnostics: has("/textDocument/diagnostic") && is("/workspace/diagnostics/refreshSupport"),
            related_information: is("/textDocument/publishDiagnostics/relatedInformation")
                || is("/textDocument/diagnostic/relatedInformation"),
            code_description: is("/textDocument/publishDiagnostics/codeDescriptionSupport")
                || is("/textDocument/diagnostic/codeDescriptionSupport"),
            versioned_diagnostics: is("/textDocument/publishDiagnostics/versionSupport"),
            markdown_hover: prefers_markdown("/textDocument/hover/contentFormat/0"),
            markdown_completion: prefers_markdown("/textDocument/completion/completionItem/documentationFormat/0"),
            code_action_literals: has("/textDocument/codeAction/codeActionLiteralSupport"),
            resolves_edits: lists("/textDocument/codeAction/resolveSupport/properties", "edit")
                && is("/textDocument/codeAction/dataSupport"),
            versioned_edits: is("/workspace/workspaceEdit/documentChanges"),
            prepares_rename: is("/textDocument/rename/prepareSupport"),
            symbol_tree: is("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
            folds_lines_only: is("/textDocument/foldingRange/lineFoldingOnly"),
            multiline_tokens: is("/textDocument/semanticTokens/multilineTokenSupport"),
            configuration: is("/workspace/configuration"),
            registers_configuration: is("/workspace/didChangeConfiguration/dynamicRegistration"),
            watches_files: is("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            work_done_progress: is("/window/workDoneProgress"),
            refreshes_inlay_hints: is("/workspace/inlayHint/refreshSupport"),
            refreshes_code_lenses: is("/workspace/codeLens/refreshSupport"),
            refreshes_tokens: is("/workspace/semanticTokens/refreshSupport"),
        }
    }
}
