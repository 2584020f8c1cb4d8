//! The findings that a newsroom has decided to live with, kept in a file.
//!
//! A finding is known by its fingerprint, which speaks of the rule and the words around it and never of a line:
//! paragraphs may come, go and move. The draft's path is kept beside it, so that the same sentence in another
//! draft is new. Drafts are renamed: what is known of one that is no longer there holds for a draft that the file does
//! not name and that has at least half of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Result, anyhow};
use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;
use crate::cli::arguments::LintArguments;
use crate::cli::disk::{file_whereabouts, reason, replace_file, whereabouts};
use crate::cli::output::json::line;
use crate::cli::read::Draft;
use crate::config::{Level, Settings};

/// How many characters of a finding's words the file shows.
const MOST_CHARACTERS: usize = 60;

/// What is to become of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Keep,
    Write,
    Prune,
}

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Entry {
    /// The draft, from the baseline's folder, with `/` between the parts of its path.
    path: String,
    rule: String,
    fingerprint: String,
    /// The words that it is about, for whoever reads the file.
    words: String,
}

/// The file as a whole.
#[derive(Debug, Deserialize)]
struct Contents {
    version: u32,
    findings: Vec<Entry>,
}

/// The findings that are known.
#[derive(Debug)]
pub(super) struct Baseline {
    file: PathBuf,
    /// The folder that its paths start from.
    folder: PathBuf,
    task: Task,
    /// What is known, by the draft's path.
    known: BTreeMap<String, Vec<Entry>>,
    /// The drafts of it that are no longer there.
    gone: Vec<String>,
    /// What this run found, by the drafts that it read.
    found: Mutex<BTreeMap<String, BTreeSet<Entry>>>,
}

impl Baseline {
    /// The baseline that `arguments` name; `None` where they name none.
    pub(super) fn open(arguments: &LintArguments) -> Result<Option<Self>> {
        let Some(file) = arguments.baseline.clone() else { return Ok(None) };
        let task = match (arguments.write_baseline, arguments.prune_baseline) {
            (true, _) => Task::Write,
            (_, true) => Task::Prune,
            _ => Task::Keep,
        };
        let folder = whereabouts(file.parent().unwrap_or(Path::new("")));
        let mut known: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for entry in if task == Task::Write { Vec::new() } else { read(&file)? } {
            known.entry(entry.path.clone()).or_default().push(entry);
        }
        let gone = known.keys().filter(|path| !folder.join(path).exists()).cloned().collect();
        Ok(Some(Self { file, folder, task, known, gone, found: Mutex::default() }))
    }

    /// Remembers what was found in a draft.
    pub(super) fn note(&self, analysis: &Analysis, draft: &Draft) {
        let path = self.path_of(draft);
        let entries = analysis.findings().iter().zip(analysis.fingerprints()).map(|(finding, fingerprint)| Entry {
            path: path.clone(),
            rule: finding.rule.to_owned(),
            fingerprint: fingerprint.clone(),
            words: finding.span.of(&draft.text).chars().take(MOST_CHARACTERS).collect(),
        });
        let mut found = self.found.lock().expect("no other reading panicked with it");
        found.insert(path.clone(), entries.collect());
    }

    /// Takes out what is known.
    pub(super) fn sift(&self, analysis: &mut Analysis, draft: &Draft, settings: &Settings) {
        let path = self.path_of(draft);
        let found: BTreeSet<&str> = analysis.fingerprints().iter().map(String::as_str).collect();
        let is_on = |entry: &Entry| settings.levels.get(&entry.rule) != Some(&Level::Off);
        let earlier = self.earlier_names(&path, &found, is_on);
        let known: BTreeSet<String> = earlier.iter().flat_map(|name| self.fingerprints_of(name)).collect();
        analysis.retain_findings(|_, fingerprint| self.task != Task::Write && !known.contains(fingerprint));
    }

    /// The names under which the draft at `path` is known: its own, or else those of drafts that are gone and of which
    /// it has at least half of what may be found, as after a change of name.
    fn earlier_names<'a>(
        &'a self,
        path: &'a str,
        found: &BTreeSet<&str>,
        may_be_found: impl Fn(&Entry) -> bool,
    ) -> Vec<&'a str> {
        if self.known.contains_key(path) {
            return vec![path];
        }
        let has_half = |name: &&String| {
            let all = self.known[*name].iter().filter(|entry| may_be_found(entry));
            let (here, lost): (Vec<_>, Vec<_>) = all.partition(|entry| found.contains(entry.fingerprint.as_str()));
            !here.is_empty() && lost.len() <= here.len()
        };
        self.gone.iter().filter(has_half).map(String::as_str).collect()
    }

    fn fingerprints_of(&self, name: &str) -> impl Iterator<Item = String> {
        self.known[name].iter().map(|entry| entry.fingerprint.clone())
    }

    /// Writes the file anew if that was asked for.
    pub(super) fn finish(&self) -> Result<String> {
        let found = self.found.lock().expect("no other reading panicked with it");
        let all: BTreeSet<&Entry> = found.values().flatten().collect();
        let file = self.file.display();
        match self.task {
            Task::Keep => Ok(String::new()),
            Task::Write => {
                self.write(&all)?;
                Ok(format!("Wrote {} to {file}: they will be quiet, and what is new will not.\n", findings(all.len())))
            }
            Task::Prune => {
                let kept = self.current(&found);
                let dropped = self.known.values().map(Vec::len).sum::<usize>() - kept.len();
                if dropped != 0 {
                    self.write(&kept)?;
                }
                Ok(format!("Took {} out of {file}, {} left.\n", findings(dropped), kept.len()))
            }
        }
    }

    /// What is known and still found. Of a draft that this run did not read, all of it stays.
    fn current(&self, found: &BTreeMap<String, BTreeSet<Entry>>) -> BTreeSet<&Entry> {
        let mut kept: BTreeSet<&Entry> = BTreeSet::new();
        let is_read_or_gone = |path: &String| found.contains_key(path) || self.gone.contains(path);
        kept.extend(self.known.iter().filter(|(path, _)| !is_read_or_gone(path)).flat_map(|(_, entries)| entries));
        for (path, own) in found {
            let own: BTreeSet<&str> = own.iter().map(|entry| entry.fingerprint.as_str()).collect();
            for name in self.earlier_names(path, &own, |_| true) {
                kept.extend(self.known[name].iter().filter(|entry| own.contains(entry.fingerprint.as_str())));
            }
        }
        kept
    }

    /// One finding a line, in order, so that a change of the file can be read.
    fn write(&self, entries: &BTreeSet<&Entry>) -> Result<()> {
        let lines: Vec<String> = entries.iter().map(line).collect();
        let text = format!("{{\"version\": 1, \"findings\": [\n{}\n]}}\n", lines.join(",\n"));
        replace_file(&self.file, text.as_bytes(), None)
            .map_err(|error| anyhow!("{}: {}; it is as it was", self.file.display(), reason(&error)))
    }

    fn path_of(&self, draft: &Draft) -> String {
        let whole = file_whereabouts(Path::new(&draft.path));
        let inside = whole.strip_prefix(&self.folder).unwrap_or(&whole);
        inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }
}

fn read(file: &Path) -> Result<Vec<Entry>> {
    let name = file.display();
    let text = fs::read_to_string(file)
        .map_err(|error| anyhow!("{name}: {}; --write-baseline writes a baseline there", reason(&error)))?;
    let contents: Contents = serde_json::from_str(&text).map_err(|error| {
        anyhow!("{name}:{}: not a baseline of copydesk; --write-baseline writes it anew", error.line())
    })?;
    if contents.version != 1 {
        return Err(anyhow!("{name}: a baseline of another version; --write-baseline writes it anew"));
    }
    Ok(contents.findings)
}

fn findings(count: usize) -> String {
    format!("{count} finding{}", if count == 1 { "" } else { "s" })
}
