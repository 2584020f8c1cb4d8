//! Turns the paths of a command line into drafts to read: each file once, in the order of its path.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use ignore::WalkBuilder;

use crate::draft::Format;

/// The file whose patterns keep drafts out of a walk, beside `.gitignore`.
const IGNORE_FILE: &str = ".copydeskignore";

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Input {
    /// Standard input, under the name that the command line gives it.
    Stdin(PathBuf),
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Its path, as reports show it.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Stdin(path) | Self::File(path) => path,
        }
    }
}

/// What the paths of a command line lead to.
#[derive(Debug, Default)]
pub(super) struct Inputs {
    /// What can be read, by path.
    pub(super) found: Vec<Input>,
    /// What cannot, in the order of the command line.
    pub(super) trouble: Vec<anyhow::Error>,
}

/// Finds the drafts at `paths`; `-` is standard input, which bears the name `stdin`.
pub(super) fn find_drafts(paths: &[PathBuf], stdin: Option<&Path>) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.found.push(Input::Stdin(stdin.unwrap_or(path).to_owned()));
        } else if path.is_dir() {
            walk(path, &mut inputs);
        } else {
            inputs.found.push(Input::File(path.clone()));
        }
    }
    if paths.len() > 1 {
        drop_repeats(&mut inputs.found);
    }
    // As text, not by folder: a reader of the output can check the order.
    inputs.found.sort_by(|a, b| a.path().as_os_str().cmp(b.path().as_os_str()));
    inputs
}

/// Adds the drafts under `folder`: files whose extension is a draft's, neither hidden nor ignored.
fn walk(folder: &Path, inputs: &mut Inputs) {
    let before = inputs.found.len();
    let mut walk = WalkBuilder::new(folder);
    // A reporter's own excludes would make the terminal and CI disagree, and a folder need not be a repository.
    walk.git_global(false).require_git(false).add_custom_ignore_filename(IGNORE_FILE);
    for entry in walk.build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && is_draft(entry.path()) => {
                let path = entry.into_path();
                inputs.found.push(Input::File(path.strip_prefix("./").map(Path::to_owned).unwrap_or(path)));
            }
            Ok(_) => {}
            Err(error) => inputs.trouble.push(error.into()),
        }
    }
    if inputs.found.len() == before {
        inputs.trouble.push(anyhow!("{}: no drafts in this folder (.txt, .md or .html)", folder.display()));
    }
}

fn is_draft(path: &Path) -> bool {
    path.extension().and_then(OsStr::to_str).and_then(Format::of_extension).is_some()
}

/// Keeps the first of each file that two paths lead to, and standard input once.
fn drop_repeats(found: &mut Vec<Input>) {
    let mut seen = HashSet::new();
    found.retain(|input| {
        seen.insert(match input {
            Input::Stdin(_) => PathBuf::from("-"),
            Input::File(path) => fs::canonicalize(path).unwrap_or_else(|_| path.clone()),
        })
    });
}
