//! Finds the terms that a draft is read under: the `copydesk.toml` nearest up the tree, or else what the editor's user
//! has chosen, which builds on the user's own file.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fmt, fs};

use super::preferences::Preferences;
use crate::config::{FILE_NAME, FileText, Settings, Shelf};
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
pub(super) struct Newsrooms {
    /// The user's own settings file.
    own: Option<PathBuf>,
    /// By the file that the user has named, if any, which holds for all drafts of that user's root, and by what the
    /// user has chosen in the editor.
    shelves: BTreeMap<(Option<PathBuf>, String), DiskShelf>,
}

/// A shelf that reads the disk, and what the editor's user has chosen as if it were there, too.
type DiskShelf = Shelf<Box<dyn FnMut(&Path) -> FileText + Send>>;

impl fmt::Debug for Newsrooms {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.shelves.keys()).finish()
    }
}

impl Newsrooms {
    /// Nothing read yet; the user's own settings file would be at `own`.
    pub(super) fn new(own: Option<PathBuf>) -> Self {
        Self { own, shelves: BTreeMap::new() }
    }

    /// The terms for the draft at `path`; a draft that is in no file yet has the defaults and what the editor says.
    pub(super) fn terms(&mut self, path: Option<&Path>, preferences: &Preferences) -> Arc<Terms> {
        let key = (preferences.configuration.clone(), preferences.house.clone());
        let house = self.shelves.entry(key).or_insert_with(|| open_shelf(self.own.clone(), preferences));
        let style = match path {
            Some(path) => house.style_of(path),
            None => house.style_of_none(),
        };
        // The editor's user has opened it, which is wanting it where no pattern speaks.
        Arc::new(Terms { settings: style.settings(), wanted: path.is_none() || style.wants(true) })
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

/// A shelf for what an editor's user has chosen, above what is in the user's own file.
fn open_shelf(own: Option<PathBuf>, preferences: &Preferences) -> DiskShelf {
    let rules = rules::ALL.iter().map(|rule| rule.name).collect();
    let chosen = (!preferences.house.is_empty()).then(|| chosen_file(own.as_deref(), &preferences.house));
    let place = chosen.as_ref().map(|(path, _)| path.clone());
    let read: Box<dyn FnMut(&Path) -> FileText + Send> = Box::new(move |path| match &chosen {
        Some((place, text)) if place == path => Some(Ok(text.clone())),
        _ => read_file(path),
    });
    let mut shelf = Shelf::new(rules, read);
    match &preferences.configuration {
        Some(path) => shelf.use_only(path),
        None => shelf.fall_back_to(place.or(own)),
    }
    shelf
}

/// What the user has chosen, as a file beside the user's own, which it starts from; the name is what complaints give.
fn chosen_file(own: Option<&Path>, house: &str) -> (PathBuf, String) {
    const NAME: &str = "the editor's settings";
    let Some(own) = own.filter(|own| own.exists()) else { return (PathBuf::from("/").join(NAME), house.to_owned()) };
    let (bases, rest) = match house.strip_prefix("extends = [").and_then(|rest| rest.split_once("]\n")) {
        Some((preset, rest)) => (format!("\"./{FILE_NAME}\", {preset}"), rest),
        None => (format!("\"./{FILE_NAME}\""), house),
    };
    (own.with_file_name(NAME), format!("extends = [{bases}]\n{rest}"))
}

/// Whether `path` is that of a settings file.
pub(super) fn is_settings_file(path: &str) -> bool {
    path.rsplit('/').next() == Some(FILE_NAME)
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
