//! Turns the paths of a command line into drafts to read: each file once, in the order of its path.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::anyhow;
use ignore::WalkBuilder;

use super::arguments::ReadingArguments;
use super::house::House;
use crate::config::HouseStyle;
use crate::draft::Format;

/// The file whose patterns keep drafts out of a walk, beside `.gitignore`.
const IGNORE_FILE: &str = ".copydeskignore";

/// A draft to read.
#[derive(Clone, Debug)]
pub(super) struct Input {
    /// Its path, as reports show it.
    pub(super) path: PathBuf,
    /// Whether it comes by standard input, under that path.
    pub(super) is_stdin: bool,
    /// What it holds, where that is not what the disk has: the staged text.
    pub(super) bytes: Option<Arc<[u8]>>,
    /// The settings that hold for it.
    pub(super) style: HouseStyle,
}

/// What the paths of a command line lead to.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// What can be read, by path.
    pub(super) found: Vec<Input>,
    /// What was wrong with paths and settings.
    pub(super) trouble: Vec<anyhow::Error>,
}

/// Finds the drafts that `arguments` name, and the settings of each.
pub(super) fn find_drafts(arguments: &ReadingArguments) -> Inputs {
    let mut house = House::new(arguments);
    let mut inputs = Inputs::default();
    let paths = arguments.paths();
    for path in &paths {
        if path.as_os_str() == "-" {
            let path = arguments.stdin_filename.as_ref().unwrap_or(path).clone();
            inputs.found.push(Input { style: house.style_of(&path), path, is_stdin: true, bytes: None });
        } else if path.is_dir() {
            walk(path, &mut house, &mut inputs);
        } else {
            inputs.found.push(Input { style: house.style_of(path), path: path.clone(), is_stdin: false, bytes: None });
        }
    }
    if 1 < paths.len() {
        drop_repeats(&mut inputs.found);
    }
    // As text, not by folder, so that whoever reads the output can check the order.
    inputs.found.sort_by(|a, b| a.path.as_os_str().cmp(b.path.as_os_str()));
    inputs.trouble.splice(0..0, house.take_trouble());
    inputs
}

/// Adds the drafts under `folder`: files that the settings want, neither hidden nor ignored.
fn walk(folder: &Path, house: &mut House, inputs: &mut Inputs) {
    let before = inputs.found.len();
    let mut walk = WalkBuilder::new(folder);
    // A reporter's own excludes would make the terminal and CI disagree, and a folder need not be a repository.
    walk.git_global(false).require_git(false).add_custom_ignore_filename(IGNORE_FILE);
    for entry in walk.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                let path = entry.path().strip_prefix("./").unwrap_or(entry.path());
                let style = house.style_of(path);
                if style.wants(is_draft(path)) {
                    inputs.found.push(Input { path: path.to_owned(), is_stdin: false, bytes: None, style });
                }
            }
            Ok(_) => {}
            Err(error) => inputs.trouble.push(error.into()),
        }
    }
    if inputs.found.len() == before {
        inputs
            .trouble
            .push(anyhow!("{}: no drafts in this folder (.txt, .md, .html, .adoc or .eml)", folder.display()));
    }
}

pub(super) fn is_draft(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).and_then(Format::of_extension).is_some()
}

/// Keeps the first of each file that two paths lead to, and standard input once.
fn drop_repeats(found: &mut Vec<Input>) {
    let mut seen = HashSet::new();
    found.retain(|input| {
        let same =
            if input.is_stdin { None } else { Some(fs::canonicalize(&input.path).unwrap_or(input.path.clone())) };
        seen.insert(same)
    });
}
