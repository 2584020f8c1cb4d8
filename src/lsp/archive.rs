//! What drafts on the disk have to say, kept as long as nobody changes them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use rustc_hash::FxHashMap;
use tower_lsp::ls_types::{Diagnostic, Location, Uri};

use super::document::lock;
use super::newsroom::Terms;
use crate::analysis::Entry;

/// What a draft has to say to somebody who looks over all of them.
#[derive(Debug)]
pub(super) struct Digest {
    pub(super) uri: Uri,
    /// The editor's name for the text, where an editor has it open.
    pub(super) version: Option<i32>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Its sources and figures.
    pub(super) symbols: Vec<(Entry, Location)>,
}

/// The digests of files that have not changed since they were read.
#[derive(Debug, Default)]
pub(super) struct Archive {
    known: Mutex<FxHashMap<PathBuf, Filed>>,
}

#[derive(Debug)]
struct Filed {
    state: State,
    digest: Arc<Digest>,
}

/// What a digest depends on: the file as it is on the disk, and what holds for it.
#[derive(Debug, PartialEq)]
struct State {
    modified: SystemTime,
    length: u64,
    terms: Arc<Terms>,
}

impl Archive {
    /// The digest of the file at `path` under `terms`: the kept one where nothing has changed, else what `make` gives.
    ///
    /// `None` where the file cannot be looked at, or `make` has nothing.
    pub(super) fn digest(
        &self,
        path: &Path,
        terms: Arc<Terms>,
        make: impl FnOnce() -> Option<Digest>,
    ) -> Option<Arc<Digest>> {
        let metadata = fs::metadata(path).ok()?;
        let state = State { modified: metadata.modified().ok()?, length: metadata.len(), terms };
        if let Some(filed) = lock(&self.known).get(path).filter(|filed| filed.state == state) {
            return Some(Arc::clone(&filed.digest));
        }
        // Made without the lock: reading a draft takes its time, and others may ask meanwhile.
        let digest = Arc::new(make()?);
        lock(&self.known).insert(path.to_owned(), Filed { state, digest: Arc::clone(&digest) });
        Some(digest)
    }
}
