//! Keeps the settings right while they change: the editor's, and every `copydesk.toml`.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde_json::{Value, json};
use tower_lsp::ls_types::{ConfigurationItem, FileEvent, MessageType, Registration, Uri};

use super::desk::{Desk, blocking};
use super::document::Document;
use super::newsroom::may_hold_settings;
use super::preferences::{Preferences, Run, SECTION};

/// Asks the editor to tell when settings change.
pub(super) async fn register(desk: &Desk) {
    let mut registrations = Vec::new();
    if desk.features().watches_files {
        registrations.push(Registration {
            id: "copydesk-files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: Some(json!({ "watchers": [{ "globPattern": "**/*.toml" }] })),
        });
    }
    if desk.features().registers_configuration {
        registrations.push(Registration {
            id: "copydesk-settings".to_owned(),
            method: "workspace/didChangeConfiguration".to_owned(),
            register_options: Some(json!({ "section": SECTION })),
        });
    }
    if !registrations.is_empty()
        && let Err(error) = desk.client.register_capability(registrations).await
    {
        tracing::warn!("the editor does not tell of changed settings: {error}");
    }
}

/// Asks the editor for its user's choices, everywhere and in each root, and reads the open drafts again.
pub(super) async fn fetch_preferences(desk: &Arc<Desk>) {
    let mut are_new = false;
    if desk.features().configuration {
        let roots = desk.roots();
        let item = |scope_uri| ConfigurationItem { scope_uri, section: Some(SECTION.to_owned()) };
        let scopes = roots.iter().map(|root| item(Uri::from_file_path(root)));
        let items = std::iter::once(item(None)).chain(scopes).collect();
        match desk.client.configuration(items).await {
            Ok(answers) => are_new = choose(desk, &answers, roots),
            Err(error) => tracing::warn!("the editor does not tell its settings: {error}"),
        }
    }
    settle(desk, are_new).await;
}

/// Whether the answers say anything new. Null stands for none: what initialization said holds on.
fn choose(desk: &Desk, answers: &[Value], roots: Vec<PathBuf>) -> bool {
    let Some(everywhere) = answers.first().filter(|answer| !answer.is_null()) else { return false };
    let scoped = roots.into_iter().zip(&answers[1..]).filter(|(_, answer)| !answer.is_null());
    let by_root = scoped.map(|(root, answer)| (root, Preferences::read(answer))).collect();
    desk.choose(Preferences::read(everywhere), by_root)
}

/// The editor says that settings have changed, and perhaps how.
pub(super) async fn preferences_changed(desk: &Arc<Desk>, settings: &Value) {
    if desk.features().configuration {
        return fetch_preferences(desk).await;
    }
    let are_new = settings.is_object() && desk.choose(Preferences::read(settings), BTreeMap::new());
    settle(desk, are_new).await;
}

/// A file was saved: an editor that pulls and checks on save has to be told that there is something to ask for,
/// and one that watches no files may have saved settings.
pub(super) async fn saved(desk: &Arc<Desk>, document: &Document) {
    if !desk.features().watches_files && may_hold_settings(document.uri.path().as_str()) {
        desk.forget_newsrooms();
        return settle(desk, false).await;
    }
    let on_save = desk.preferences_at(&document.uri).run == Run::OnSave;
    if on_save && desk.features().pulls_diagnostics {
        let _ = desk.client.workspace_diagnostic_refresh().await;
    }
}

/// The editor says that files have changed on the disk.
pub(super) async fn files_changed(desk: &Arc<Desk>, changes: &[FileEvent]) {
    if changes.iter().any(|change| may_hold_settings(change.uri.path().as_str())) {
        desk.forget_newsrooms();
        settle(desk, false).await;
    }
}

/// Reads the open drafts again, and asks the editor to ask again for what it has fetched, if anything has changed:
/// a user's choices, where `choices_are_new`, or the terms of a draft.
async fn settle(desk: &Arc<Desk>, choices_are_new: bool) {
    let settled = Arc::clone(desk);
    let terms_are_new = blocking(move || settled.settle_terms()).await.unwrap_or_default();
    complain(desk, desk.take_complaints()).await;
    if choices_are_new || terms_are_new {
        desk.documents().iter().for_each(|document| document.changed.notify_one());
        refresh(desk).await;
    }
}

/// Shows what is wrong with a settings file, once: the defaults hold in the place of what is wrong.
pub(super) async fn complain(desk: &Desk, complaints: Vec<String>) {
    for complaint in complaints {
        desk.client.show_message(MessageType::WARNING, complaint).await;
    }
}

async fn refresh(desk: &Desk) {
    let (client, features) = (&desk.client, desk.features());
    // An editor that cannot refresh asks again at the next key press.
    if features.pulls_diagnostics {
        let _ = client.workspace_diagnostic_refresh().await;
    }
    if features.refreshes_inlay_hints {
        let _ = client.inlay_hint_refresh().await;
    }
    if features.refreshes_code_lenses {
        let _ = client.code_lens_refresh().await;
    }
    if features.refreshes_tokens {
        let _ = client.semantic_tokens_refresh().await;
    }
}
