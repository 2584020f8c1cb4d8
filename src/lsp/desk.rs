//! The session: which drafts are open, what the editor can do, and what its user has chosen.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use rustc_hash::FxHashMap;
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{ProgressToken, Uri};

use super::archive::Archive;
use super::document::{Document, Kind, Reading, lock};
use super::features::Features;
use super::newsroom::{Newsrooms, Terms};
use super::preferences::Preferences;
use super::transport::Outbox;
use super::{Terminal, WriteLedger};

/// What all requests share.
#[derive(Debug)]
pub(super) struct Desk {
    /// The way to the editor.
    pub(super) client: Client,
    /// The way to the editor for findings.
    pub(super) outbox: Outbox,
    features: OnceLock<Features>,
    documents: Mutex<FxHashMap<Uri, Arc<Document>>>,
    choices: Mutex<Choices>,
    newsrooms: Mutex<Newsrooms>,
    /// What was read of the drafts on the disk.
    pub(super) archive: Archive,
    /// Writes a ledger as the terminal prints it.
    pub(super) write_ledger: WriteLedger,
    tokens: AtomicU32,
    /// The works whose progress is shown, and whether the user has cancelled them.
    works: Mutex<Vec<(ProgressToken, bool)>>,
}

/// What the user has chosen, and where.
#[derive(Debug, Default, PartialEq)]
struct Choices {
    /// For drafts under no root that has its own.
    everywhere: Arc<Preferences>,
    /// The open folders, with their own choices.
    roots: BTreeMap<PathBuf, Arc<Preferences>>,
}

impl Desk {
    /// A desk with nothing on it.
    pub(super) fn new(client: Client, outbox: Outbox, terminal: Terminal) -> Self {
        Self {
            client,
            outbox,
            features: OnceLock::new(),
            documents: Mutex::default(),
            choices: Mutex::default(),
            newsrooms: Mutex::new(Newsrooms::new((terminal.own_file)())),
            archive: Archive::default(),
            write_ledger: terminal.write_ledger,
            tokens: AtomicU32::new(0),
            works: Mutex::default(),
        }
    }

    /// What the editor can do; the least that an editor can, before it has said so.
    pub(super) fn features(&self) -> &Features {
        static NONE: OnceLock<Features> = OnceLock::new();
        self.features.get().unwrap_or_else(|| NONE.get_or_init(Features::default))
    }

    /// Notes what the editor can do; it says so once.
    pub(super) fn set_features(&self, features: Features) {
        let _ = self.features.set(features);
    }

    /// The open document at `uri`.
    pub(super) fn document(&self, uri: &Uri) -> Option<Arc<Document>> {
        lock(&self.documents).get(uri).filter(|document| document.is_open()).cloned()
    }

    /// Every open document, by address.
    pub(super) fn documents(&self) -> Vec<Arc<Document>> {
        let mut documents: Vec<_> =
            lock(&self.documents).values().filter(|document| document.is_open()).cloned().collect();
        documents.sort_by(|a, b| a.uri.cmp(&b.uri));
        documents
    }

    /// The document at `uri` even if it was closed, or else the one that `open` makes; and whether it is new.
    pub(super) fn document_or(&self, uri: &Uri, open: impl FnOnce() -> Document) -> (Arc<Document>, bool) {
        let mut documents = lock(&self.documents);
        if let Some(document) = documents.get(uri) {
            return (Arc::clone(document), false);
        }
        let document = Arc::new(open());
        documents.insert(uri.clone(), Arc::clone(&document));
        (document, true)
    }

    /// Forgets `document`, unless it has been opened again; whether it is forgotten.
    pub(super) fn forget(&self, document: &Document) -> bool {
        let mut documents = lock(&self.documents);
        // Under this lock nobody can find it to open it again.
        let forgotten = !document.is_open();
        if forgotten {
            documents.remove(&document.uri);
        }
        forgotten
    }

    /// The open folders.
    pub(super) fn roots(&self) -> Vec<PathBuf> {
        lock(&self.choices).roots.keys().cloned().collect()
    }

    /// Opens and closes folders.
    pub(super) fn change_roots(&self, opened: impl IntoIterator<Item = PathBuf>, closed: &[PathBuf]) {
        let mut choices = lock(&self.choices);
        choices.roots.retain(|root, _| !closed.contains(root));
        let everywhere = Arc::clone(&choices.everywhere);
        for root in opened {
            choices.roots.entry(root).or_insert_with(|| Arc::clone(&everywhere));
        }
    }

    /// Notes what the user has chosen, everywhere and in some roots; whether it is anything new.
    pub(super) fn choose(&self, everywhere: Preferences, mut by_root: BTreeMap<PathBuf, Preferences>) -> bool {
        let mut choices = lock(&self.choices);
        let everywhere = Arc::new(everywhere);
        let roots: BTreeMap<PathBuf, Arc<Preferences>> = choices
            .roots
            .keys()
            .map(|root| (root.clone(), by_root.remove(root).map_or_else(|| Arc::clone(&everywhere), Arc::new)))
            .collect();
        let chosen = Choices { everywhere, roots };
        let is_new = *choices != chosen;
        *choices = chosen;
        is_new
    }

    /// What the user has chosen for the draft at `path`: in the innermost root that holds it.
    pub(super) fn preferences(&self, path: Option<&Path>) -> Arc<Preferences> {
        let choices = lock(&self.choices);
        let holding = choices.roots.iter().filter(|(root, _)| path.is_some_and(|path| path.starts_with(root)));
        let innermost = holding.max_by_key(|(root, _)| root.as_os_str().len());
        Arc::clone(innermost.map_or(&choices.everywhere, |(_, preferences)| preferences))
    }

    /// What the user has chosen for the draft at `uri`.
    pub(super) fn preferences_at(&self, uri: &Uri) -> Arc<Preferences> {
        self.preferences(uri.to_file_path().as_deref())
    }

    /// The terms that the draft at `uri` is read under.
    pub(super) fn terms_at(&self, uri: &Uri) -> Arc<Terms> {
        self.terms(uri.to_file_path().as_deref())
    }

    /// The terms that the draft at `path` is read under.
    pub(super) fn terms(&self, path: Option<&Path>) -> Arc<Terms> {
        let preferences = self.preferences(path);
        lock(&self.newsrooms).terms(path, &preferences)
    }

    /// Reads the settings files anew from here on.
    pub(super) fn forget_newsrooms(&self) {
        lock(&self.newsrooms).forget();
    }

    /// Reads again every open draft whose terms have changed; whether any have.
    pub(super) fn settle_terms(&self) -> bool {
        let mut any = false;
        for document in self.documents() {
            if document.set_terms(self.terms_at(&document.uri)) {
                document.changed.notify_one();
                any = true;
            }
        }
        any
    }

    /// What was wrong with the settings files read since this was last asked.
    pub(super) fn take_complaints(&self) -> Vec<String> {
        lock(&self.newsrooms).take_complaints()
    }

    /// A name for a work of ours whose progress is shown.
    pub(super) fn next_token(&self) -> ProgressToken {
        ProgressToken::String(format!("copydesk-{}", self.tokens.fetch_add(1, Ordering::Relaxed)))
    }

    /// Notes that the work called `token` has begun.
    pub(super) fn begin_work(&self, token: ProgressToken) {
        lock(&self.works).push((token, false));
    }

    /// Notes that the user has cancelled the work called `token`, if there is one.
    pub(super) fn cancel_work(&self, token: &ProgressToken) {
        let mut works = lock(&self.works);
        works.iter_mut().filter(|(work, _)| work == token).for_each(|(_, is_cancelled)| *is_cancelled = true);
    }

    /// Whether the user has cancelled the work called `token`.
    pub(super) fn is_cancelled(&self, token: &ProgressToken) -> bool {
        lock(&self.works).iter().any(|(work, is_cancelled)| work == token && *is_cancelled)
    }

    /// Notes that the work called `token` is over: its name may come again.
    pub(super) fn end_work(&self, token: &ProgressToken) {
        lock(&self.works).retain(|(work, _)| work != token);
    }

    /// Answers from a reading of the draft at `uri` as it is when this is called; `None` where none is open.
    ///
    /// The text of the moment is taken before the first await: edits that arrive later change nothing in it.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        uri: &Uri,
        answer: impl FnOnce(&Reading) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        self.ask_any(uri, |reading| matches!(reading.snapshot.kind, Kind::Draft(_)).then(|| answer(reading))?).await
    }

    /// The same for any open file, the newsroom's settings among them.
    pub(super) async fn ask_any<T: Send + 'static>(
        &self,
        uri: &Uri,
        answer: impl FnOnce(&Reading) -> Option<T> + Send + 'static,
    ) -> Result<Option<T>> {
        let Some(document) = self.document(uri) else { return Ok(None) };
        let snapshot = document.snapshot();
        if let Some(reading) = document.known(&snapshot) {
            return Ok(answer(&reading));
        }
        blocking(move || answer(&document.read(snapshot))).await
    }
}

/// Runs `work` on a thread that may take its time; an error where it panics.
pub(super) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        tracing::error!("a request panicked: {error}");
        Error::internal_error()
    })
}
