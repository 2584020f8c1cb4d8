//! Reads the newsroom's settings from the disk, and lets the command line have the last word.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::io;
use std::path::{self, Path, PathBuf};

use anyhow::anyhow;
use etcetera::BaseStrategy;

use super::arguments::ReadingArguments;
use super::disk::{reason, whereabouts};
use crate::config::{FILE_NAME, FileText, HouseStyle, Level, Settings, Shelf};
use crate::rules;

/// The settings of all drafts that a command line leads to.
#[derive(Debug)]
pub(super) struct House {
    shelf: Shelf<fn(&Path) -> FileText>,
    /// Folders as the command line has them, and where they really are.
    folders: HashMap<PathBuf, PathBuf>,
}

impl House {
    /// The settings that `arguments` ask for.
    pub(super) fn new(arguments: &ReadingArguments) -> Self {
        let names = rules::ALL.iter().map(|rule| rule.name).collect();
        let mut shelf = Shelf::new(names, file_text as fn(&Path) -> FileText);
        if arguments.no_config {
            shelf.use_none();
        } else if let Some(file) = &arguments.config {
            shelf.use_only(&path::absolute(file).unwrap_or_else(|_| file.clone()));
        } else {
            shelf.fall_back_to(own_file());
        }
        Self { shelf, folders: HashMap::new() }
    }

    /// What holds for the draft at `path`, as the command line has it.
    pub(super) fn style_of(&mut self, path: &Path) -> HouseStyle {
        let folder = path.parent().unwrap_or(Path::new(""));
        let folder = self.folders.entry(folder.to_owned()).or_insert_with_key(|folder| whereabouts(folder));
        self.shelf.style_of(&folder.join(path.file_name().unwrap_or_default()))
    }

    /// What was wrong with the settings read so far.
    pub(super) fn take_trouble(&mut self) -> Vec<anyhow::Error> {
        let here = env::current_dir().unwrap_or_default();
        let complaints = self.shelf.take_complaints().into_iter();
        let words = complaints.map(|(file, complaint)| {
            let file = file.strip_prefix(&here).unwrap_or(&file).display();
            match complaint.line {
                0 => anyhow!("{file}: {}", complaint.message),
                line => anyhow!("{file}:{line}: {}", complaint.message),
            }
        });
        words.collect()
    }
}

/// The user's own settings file: `copydesk/copydesk.toml` where the system keeps settings.
pub fn own_file() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("copydesk").join(FILE_NAME))
}

fn file_text(path: &Path) -> FileText {
    match fs::read(path) {
        Ok(bytes) => Some(String::from_utf8(bytes).map_err(|_| "not UTF-8 text; save it as UTF-8".to_owned())),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => None,
        Err(error) => Some(Err(reason(&error))),
    }
}

/// Lets `--severity`, `--select` and `--ignore` win over the levels in `settings`; a selected rule runs even where it is off.
pub(super) fn narrow(settings: &mut Settings, arguments: &ReadingArguments) {
    settings.levels.extend(arguments.severity.iter().cloned());
    for rule in rules::ALL {
        let named = |list: &[String]| list.iter().any(|name| name == rule.name);
        let is_selected = arguments.select.is_empty() || named(&arguments.select);
        if !is_selected || named(&arguments.ignore) {
            settings.levels.insert(rule.name.to_owned(), Level::Off);
        } else if named(&arguments.select) && settings.levels.get(rule.name) == Some(&Level::Off) {
            settings.levels.remove(rule.name);
        }
    }
}
