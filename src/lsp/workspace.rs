//! All drafts in the open folders: those that an editor has open, and those on the disk that none has.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;
use tower_lsp::ls_types::{Location, Uri};

use super::archive::Digest;
use super::desk::Desk;
use super::document::{Document, Kind, Reading};
use super::handlers::diagnostics;
use crate::draft::Format;
use crate::text::Buffer;

/// The file whose patterns keep drafts out, beside `.gitignore`.
const IGNORE_FILE: &str = ".copydeskignore";

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
    let terms = desk.terms(Some(path));
    desk.archive.digest(path, Arc::clone(&terms), || {
        let text = fs::read_to_string(path).ok()?;
        let uri = Uri::from_file_path(path)?;
        let document = Document::open(uri, Kind::Draft(format_of(path)), Buffer::new(&text, 0), terms);
        Some(digest_reading(desk, &document.read(document.snapshot()), &document.uri, None))
    })
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
