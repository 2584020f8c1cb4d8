//! The drafts in the open folders that no editor has open: found on the disk, read once for each time they change.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use ignore::WalkBuilder;
use rustc_hash::FxHashMap;
use tower_lsp::ls_types::{Diagnostic, Location, Uri};

use super::desk::Desk;
use super::document::{Document, Kind, Reading, lock};
use super::handlers::diagnostics;
use super::newsroom::Terms;
use crate::analysis::Entry;
use crate::draft::Format;
use crate::text::Buffer;

/// The file whose patterns keep drafts out, beside `.gitignore`.
const IGNORE_FILE: &str = ".copydeskignore";

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
    modified: SystemTime,
    length: u64,
    terms: Arc<Terms>,
    digest: Arc<Digest>,
}

/// Every draft in the open folders, by path.
pub(super) fn find_drafts(desk: &Desk) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = desk.roots().iter().flat_map(|root| drafts_in(root)).collect();
    paths.retain(|path| desk.terms(Some(path)).wanted);
    paths.sort();
    paths.dedup();
    paths
}

/// What the open drafts, and those on the disk that are not open, have to say.
pub(super) fn digests(desk: &Desk) -> Vec<Arc<Digest>> {
    let open = desk.documents();
    let mut digests: Vec<Arc<Digest>> = open.iter().filter_map(|document| digest_open(desk, document)).collect();
    let is_open = |path: &PathBuf| open.iter().any(|document| document.uri.to_file_path().as_deref() == Some(path));
    let on_disk = find_drafts(desk).into_iter().filter(|path| !is_open(path));
    digests.extend(on_disk.filter_map(|path| digest_file(desk, &path)));
    digests
}

/// The digest of a file on the disk; `None` where it cannot be read as text.
pub(super) fn digest_file(desk: &Desk, path: &Path) -> Option<Arc<Digest>> {
    let metadata = fs::metadata(path).ok()?;
    let (modified, length) = (metadata.modified().ok()?, metadata.len());
    let terms = desk.terms(Some(path));
    let is_current =
        |filed: &&Filed| filed.modified == modified && filed.length == length && filed.terms.as_ref() == terms.as_ref();
    if let Some(filed) = lock(&desk.archive.known).get(path).filter(is_current) {
        return Some(Arc::clone(&filed.digest));
    }
    let text = fs::read_to_string(path).ok()?;
    let uri = Uri::from_file_path(path)?;
    let document = Document::open(uri, Kind::Draft(format_of(path)), Buffer::new(&text, 0), Arc::clone(&terms));
    let digest = Arc::new(digest_reading(desk, &document.read(document.snapshot()), &document.uri, None));
    let filed = Filed { modified, length, terms, digest: Arc::clone(&digest) };
    lock(&desk.archive.known).insert(path.to_owned(), filed);
    Some(digest)
}

fn digest_open(desk: &Desk, document: &Document) -> Option<Arc<Digest>> {
    let snapshot = document.snapshot();
    if !matches!(snapshot.kind, Kind::Draft(_)) {
        return None;
    }
    let version = Some(snapshot.buffer.version());
    Some(Arc::new(digest_reading(desk, &document.read(snapshot), &document.uri, version)))
}

fn digest_reading(desk: &Desk, reading: &Reading, uri: &Uri, version: Option<i32>) -> Digest {
    let positions = reading.positions(desk.features().encoding);
    let symbols = reading.analysis.symbols().into_iter().map(|entry| {
        let range = positions.range_of(entry.selection);
        (entry, Location { uri: uri.clone(), range })
    });
    Digest {
        uri: uri.clone(),
        version,
        diagnostics: diagnostics::of_reading(reading, uri, desk.features()),
        symbols: symbols.collect(),
    }
}

fn drafts_in(root: &Path) -> Vec<PathBuf> {
    let mut walk = WalkBuilder::new(root);
    walk.git_global(false).require_git(false).add_custom_ignore_filename(IGNORE_FILE);
    let files =
        walk.build().filter_map(Result::ok).filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let paths = files.map(ignore::DirEntry::into_path);
    paths.filter(|path| extension(path).and_then(Format::of_extension).is_some()).collect()
}

fn format_of(path: &Path) -> Format {
    extension(path).and_then(Format::of_extension).unwrap_or(Format::Plain)
}

fn extension(path: &Path) -> Option<&str> {
    path.extension().and_then(OsStr::to_str)
}
