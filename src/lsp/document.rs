//! An open draft: its buffer, the newest reading of it, and the memory that makes the next reading quick.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tower_lsp::ls_types::{Diagnostic, SemanticToken, TextDocumentContentChangeEvent, Uri};

use super::convert::{Encoding, Positions};
use super::newsroom::Terms;
use crate::analysis::{Analysis, Reader};
use crate::draft::Format;
use crate::text::Buffer;

/// What an open file is to the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A draft of a story.
    Draft(Format),
    /// The newsroom's `copydesk.toml`.
    Newsroom,
}

/// An open file. Its editor writes to it, its worker and the requests read it.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) uri: Uri,
    state: Mutex<State>,
    /// Locked while the draft is read, so that no two readings of it run at once.
    reader: Mutex<SettledReader>,
    /// Wakes the worker.
    pub(super) changed: Notify,
    /// The diagnostics that an editor that pulls was last shown, and the revision they are for.
    pub(super) shown: Mutex<Option<(u64, Vec<Diagnostic>)>>,
    /// The semantic tokens that the editor has, and their name: the next ones are told as a difference.
    pub(super) tokens: Mutex<Option<(String, Vec<SemanticToken>)>>,
}

/// A reader and the terms that it was made for.
#[derive(Debug)]
struct SettledReader {
    terms: Arc<Terms>,
    reader: Reader,
}

#[derive(Debug)]
struct State {
    kind: Kind,
    buffer: Buffer,
    terms: Arc<Terms>,
    is_open: bool,
    /// Counts all that makes a reading old: edits, reopenings, new settings. Versions, which editors choose, may repeat.
    revision: u64,
    /// The revision that was last saved or opened: what an editor that checks on save is shown.
    saved: u64,
    newest: Option<Arc<Reading>>,
}

/// The text of one moment.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub(super) kind: Kind,
    pub(super) buffer: Buffer,
    pub(super) terms: Arc<Terms>,
    pub(super) revision: u64,
    pub(super) saved: u64,
}

/// A text and what was read in it.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) snapshot: Snapshot,
    pub(super) text: String,
    pub(super) analysis: Analysis,
}

impl Reading {
    /// Its places as the protocol gives them.
    pub(super) fn positions(&self, encoding: Encoding) -> Positions<'_> {
        Positions::new(self.snapshot.buffer.rope(), encoding)
    }
}

impl Document {
    /// A file that was just opened.
    pub(super) fn open(uri: Uri, kind: Kind, buffer: Buffer, terms: Arc<Terms>) -> Self {
        let reader = SettledReader { reader: Reader::new(terms.settings.clone()), terms: Arc::clone(&terms) };
        let state = State { kind, buffer, terms, is_open: true, revision: 0, saved: 0, newest: None };
        Self {
            uri,
            state: Mutex::new(state),
            reader: Mutex::new(reader),
            changed: Notify::new(),
            shown: Mutex::default(),
            tokens: Mutex::default(),
        }
    }

    /// Opens the file again, before its worker has cleared what it showed when it was closed.
    pub(super) fn reopen(&self, kind: Kind, buffer: Buffer, terms: Arc<Terms>) {
        let mut state = lock(&self.state);
        state.kind = kind;
        state.buffer = buffer;
        state.terms = terms;
        state.is_open = true;
        state.revision += 1;
        state.saved = state.revision;
    }

    /// Applies the changes of one notification in order; returns at once.
    pub(super) fn change(&self, version: i32, changes: &[TextDocumentContentChangeEvent], encoding: Encoding) {
        let mut state = lock(&self.state);
        for change in changes {
            match change.range {
                Some(range) => {
                    let span = Positions::new(state.buffer.rope(), encoding).from_range(range);
                    state.buffer.edit(span, &change.text);
                }
                None => state.buffer.replace(&change.text),
            }
        }
        state.buffer.set_version(version);
        state.revision += 1;
    }

    /// Notes that the present text is the saved one.
    pub(super) fn save(&self) {
        let mut state = lock(&self.state);
        state.saved = state.revision;
    }

    /// Notes that the editor has closed the file.
    pub(super) fn close(&self) {
        lock(&self.state).is_open = false;
        self.changed.notify_one();
    }

    pub(super) fn is_open(&self) -> bool {
        lock(&self.state).is_open
    }

    /// Reads the same text under `terms` from here on; whether they are new.
    pub(super) fn set_terms(&self, terms: Arc<Terms>) -> bool {
        let mut state = lock(&self.state);
        if state.terms == terms {
            return false;
        }
        state.terms = terms;
        state.revision += 1;
        state.saved = state.revision;
        true
    }

    /// The text of this moment.
    pub(super) fn snapshot(&self) -> Snapshot {
        let state = lock(&self.state);
        Snapshot {
            kind: state.kind,
            buffer: state.buffer.clone(),
            terms: Arc::clone(&state.terms),
            revision: state.revision,
            saved: state.saved,
        }
    }

    pub(super) fn is_newest(&self, revision: u64) -> bool {
        let state = lock(&self.state);
        state.is_open && state.revision == revision
    }

    /// The reading of `snapshot`, where it is already known.
    pub(super) fn known(&self, snapshot: &Snapshot) -> Option<Arc<Reading>> {
        lock(&self.state).newest.clone().filter(|reading| reading.snapshot.revision == snapshot.revision)
    }

    /// Reads `snapshot`: a matter of a paragraph where the text has been read before, of the whole story otherwise.
    pub(super) fn read(&self, snapshot: Snapshot) -> Arc<Reading> {
        let mut settled = lock(&self.reader);
        if let Some(known) = self.known(&snapshot) {
            return known;
        }
        if !Arc::ptr_eq(&settled.terms, &snapshot.terms) {
            let reader = Reader::new(snapshot.terms.settings.clone());
            *settled = SettledReader { terms: Arc::clone(&snapshot.terms), reader };
        }
        let text = snapshot.buffer.text();
        // A settings file is read as an empty draft: it has places, but nothing that a desk would ask about.
        let analysis = match snapshot.kind {
            Kind::Draft(format) => settled.reader.read(&text, format),
            Kind::Newsroom => settled.reader.read("", Format::Plain),
        };
        let reading = Arc::new(Reading { snapshot, text, analysis });
        let mut state = lock(&self.state);
        let is_newer = state.newest.as_ref().is_none_or(|known| known.snapshot.revision < reading.snapshot.revision);
        if is_newer && reading.snapshot.revision <= state.revision {
            state.newest = Some(Arc::clone(&reading));
        }
        reading
    }
}

/// Locks, whatever became of whoever held the lock before: what it guards is replaced as a whole, never half.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
