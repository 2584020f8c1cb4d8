//! What the server answers, one idea a file. Each is three moves: convert the request, ask the analysis, convert the reply.

pub(super) mod actions;
pub(super) mod commands;
pub(super) mod completion;
pub(super) mod diagnostics;
pub(super) mod edit;
pub(super) mod hints;
pub(super) mod hover;
pub(super) mod links;
pub(super) mod listing;
pub(super) mod navigation;
pub(super) mod rename;
pub(super) mod settings_file;
pub(super) mod symbols;
pub(super) mod tokens;
pub(super) mod view;
pub(super) mod workspace_wide;
