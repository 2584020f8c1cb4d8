//! What a change in a git repository has brought: findings on changed lines, and those that it causes elsewhere.
//!
//! A finding is new if it touches a changed line, if a place that it points at does (a headline against a
//! corrected body), or if the earlier version of the draft, read under the same settings, does not have it.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, anyhow};

use super::changed_lines::{changed_lines, likeness};
use super::git::{Difference, Repository};
use crate::analysis::{Analysis, Reader};
use crate::cli::arguments::{LintArguments, ReadingArguments};
use crate::cli::disk::{file_whereabouts, whereabouts};
use crate::cli::house::House;
use crate::cli::read::Draft;
use crate::cli::walk::{Input, Inputs, is_draft};
use crate::config::Settings;
use crate::text::Span;

/// From here on a file that git does not know is a renamed one that is gone, as git itself has it.
const SAME: usize = 50;

/// The drafts that have changed.
#[derive(Debug)]
pub(super) struct History {
    repository: Repository,
    root: PathBuf,
    /// What differs, by the path that the draft has now.
    changed: BTreeMap<PathBuf, Difference>,
    is_staged: bool,
}

impl History {
    /// The change that `arguments` name; `None` where they name none.
    pub(super) fn open(arguments: &LintArguments) -> Result<Option<Self>> {
        let (option, is_staged) = match arguments {
            LintArguments { since: Some(_), .. } => ("--since", false),
            LintArguments { staged: true, .. } => ("--staged", true),
            LintArguments { diff: true, fix: false, unsafe_fixes: false, .. } => ("--diff", false),
            _ => return Ok(None),
        };
        let repository = Repository::open(option)?;
        let base = arguments.since.as_ref().map_or_else(|| repository.head(), |since| repository.fork(since))?;
        let mut differences = repository.differences(&base, is_staged)?;
        if !is_staged {
            let untracked = repository.untracked()?;
            adopt(&repository, untracked, &mut differences)?;
        }
        let root = whereabouts(&repository.root);
        let placed = differences.into_iter().filter_map(|it| Some((root.join(it.path.as_ref()?), it)));
        Ok(Some(Self { changed: placed.collect(), repository, root, is_staged }))
    }

    /// Leaves out the drafts that have not changed, and gives staged ones their staged text.
    pub(super) fn narrow(&self, inputs: &mut Inputs, arguments: &ReadingArguments) {
        for input in
            inputs.found.iter().filter(|input| !input.is_stdin && !place_of(&input.path).starts_with(&self.root))
        {
            inputs.trouble.push(anyhow!("{}: not in the repository of this folder", input.path.display()));
        }
        // A name that leads nowhere is reported when it is read.
        let is_wrong = |path: &Path| !self.is_staged && !path.exists();
        inputs.found.retain(|input| {
            input.is_stdin || self.changed.contains_key(&place_of(&input.path)) || is_wrong(&input.path)
        });
        if !self.is_staged {
            return;
        }
        inputs.found.retain(|input| !input.is_stdin);
        inputs.found.extend(self.only_staged(arguments));
        inputs.found.sort_by(|a, b| a.path.as_os_str().cmp(b.path.as_os_str()));
        for input in &mut inputs.found {
            let difference = &self.changed[&place_of(&input.path)];
            match difference.new.as_ref().map(|id| self.repository.blob(id)).transpose() {
                Ok(bytes) => input.bytes = bytes.map(Arc::from),
                Err(error) => inputs.trouble.push(error),
            }
        }
    }

    /// The staged drafts that the work tree has no more, under the paths of the command line.
    fn only_staged(&self, arguments: &ReadingArguments) -> Vec<Input> {
        let mut house = House::new(arguments);
        let here = whereabouts(Path::new(""));
        let folders: Vec<PathBuf> = arguments.paths().iter().map(|path| whereabouts(path)).collect();
        let mut found = Vec::new();
        for place in self.changed.keys().filter(|place| !place.exists()) {
            let style = house.style_of(place);
            if folders.iter().any(|folder| place.starts_with(folder)) && style.wants(is_draft(place)) {
                let path = place.strip_prefix(&here).unwrap_or(place).to_owned();
                found.push(Input { path, is_stdin: false, bytes: None, style });
            }
        }
        found
    }

    /// Takes out what the change has not brought.
    pub(super) fn sift(&self, analysis: &mut Analysis, draft: &Draft, settings: &Settings) -> Result<()> {
        let Some(difference) = self.changed.get(&place_of(Path::new(&draft.path))) else { return Ok(()) };
        let Some(old) = &difference.old else { return Ok(()) };
        let Ok(old) = String::from_utf8(self.repository.blob(old)?) else {
            return Err(anyhow!("{}: the earlier version is not UTF-8 text; all of it counts as new", draft.path));
        };
        let old = old.trim_start_matches('\u{FEFF}');
        let changed = changed_lines(old, &draft.text);
        let earlier = Reader::new(settings.clone()).read(old, draft.format);
        let earlier: HashSet<&str> = earlier.fingerprints().iter().map(String::as_str).collect();
        let touches = |span: Span| changed.iter().any(|line| line.overlaps(span) || line.contains(span.start));
        analysis.retain_findings(|finding, fingerprint| {
            touches(finding.span)
                || finding.related.iter().any(|related| touches(related.span))
                || !earlier.contains(fingerprint)
        });
        Ok(())
    }
}

/// Adds the files that git does not know: renamed ones if one that is gone was much the same, else new ones.
fn adopt(repository: &Repository, untracked: Vec<String>, differences: &mut Vec<Difference>) -> Result<()> {
    for path in untracked {
        let text = std::fs::read_to_string(repository.root.join(&path)).unwrap_or_default();
        let mut best: Option<(usize, usize)> = None;
        for (number, gone) in differences.iter().enumerate() {
            let Some(id) = gone.old.as_ref().filter(|_| gone.path.is_none()) else { continue };
            let score = likeness(&String::from_utf8_lossy(&repository.blob(id)?), &text);
            if SAME <= score && best.is_none_or(|(other, _)| other < score) {
                best = Some((score, number));
            }
        }
        match best {
            Some((_, number)) => differences[number].path = Some(path),
            None => differences.push(Difference { old_path: path.clone(), path: Some(path), old: None, new: None }),
        }
    }
    Ok(())
}

/// Where the draft at `path` really is.
fn place_of(path: &Path) -> PathBuf {
    file_whereabouts(path)
}
