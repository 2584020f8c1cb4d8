//! Finds the terms that a draft is read under: the `copydesk.toml` nearest up the tree, and what the editor says.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::BaseStrategy;

use super::preferences::Preferences;
use crate::config::{FILE_NAME, FileText, HouseStyle, Settings, Shelf};
use crate::rules;

/// What a draft is read under.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    /// The settings of the reading.
    pub(super) settings: Settings,
    /// Whether the newsroom wants the draft checked; its patterns may leave it out.
    pub(super) wanted: bool,
}

/// The settings files read so far. They are read anew when one changes, never while somebody types.
#[derive(Debug, Default)]
pub(super) struct Newsrooms {
    /// By the file that the user has named, if any: it holds for all drafts of that user's root.
    shelves: BTreeMap<Option<PathBuf>, DiskShelf>,
}

/// A shelf that reads the disk.
type DiskShelf = Shelf<fn(&Path) -> FileText>;

impl Newsrooms {
    /// The terms for the draft at `path`; a draft that is in no file yet has the defaults and what the editor says.
    pub(super) fn terms(&mut self, path: Option<&Path>, preferences: &Preferences) -> Arc<Terms> {
        let named = &preferences.configuration;
        let house = self.shelves.entry(named.clone()).or_insert_with(|| {
            let rules = rules::ALL.iter().map(|rule| rule.name).collect();
            let mut opened = Shelf::new(rules, read_file as fn(&Path) -> FileText);
            match named {
                Some(path) => opened.use_only(path),
                None => opened.fall_back_to(own_file()),
            }
            opened
        });
        let style = path.map(|path| house.style_of(path));
        let mut settings = style.as_ref().map(HouseStyle::settings).unwrap_or_default();
        settings.levels.extend(preferences.rules.clone());
        // The editor's user has opened it, which is wanting it where no pattern speaks.
        Arc::new(Terms { settings, wanted: style.is_none_or(|style| style.wants(true)) })
    }

    /// Forgets all that was read, since a settings file has changed.
    pub(super) fn forget(&mut self) {
        self.shelves.clear();
    }

    /// What was wrong with the files read since this was last asked, one line each.
    pub(super) fn take_complaints(&mut self) -> Vec<String> {
        let complaints = self.shelves.values_mut().flat_map(Shelf::take_complaints);
        let lines = complaints.map(|(path, complaint)| {
            let line = if complaint.line == 0 { String::new() } else { format!(":{}", complaint.line) };
            format!("{}{line}: {}", path.display(), complaint.message)
        });
        lines.collect()
    }
}

/// Whether `path` is that of a settings file.
pub(super) fn is_settings_file(path: &str) -> bool {
    path.rsplit('/').next() == Some(FILE_NAME)
}

/// The user's own settings file, as the terminal finds it.
fn own_file() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("copydesk").join(FILE_NAME))
}

/// Whether the file at `path` may hold settings: one that others start from has any name.
pub(super) fn may_hold_settings(path: &str) -> bool {
    path.rsplit('.').next() == Some("toml")
}

fn read_file(path: &Path) -> FileText {
    match fs::read_to_string(path) {
        Ok(text) => Some(Ok(text)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => None,
        Err(error) => Some(Err(error.to_string())),
    }
}
