//! One worker for each open document: reads the newest text and publishes what was found.
//!
//! There is no timer. A story is read in less time than a key press takes, and what arrives in the meantime
//! is simply the next newest text. Since nobody else publishes for the document, results cannot overtake each other.

use std::sync::Arc;

use super::desk::{Desk, blocking};
use super::document::{Document, Reading, Snapshot};
use super::handlers::diagnostics;
use super::preferences::Run;
use super::written::Written;

/// What the editor was last told of a document.
#[derive(Default)]
struct Told {
    revision: Option<u64>,
    last: Last,
}

/// The reading that it was told of, and in which words.
#[derive(Default)]
struct Last {
    found: Written,
    /// Kept so that it is taken apart when the next has been told, and not before: that takes a long story its time.
    _reading: Option<Arc<Reading>>,
}

/// Starts the worker of `document`; it ends when the document has been closed and cleared.
pub(super) fn start(desk: Arc<Desk>, document: Arc<Document>) {
    tokio::spawn(async move {
        let mut told = Told::default();
        loop {
            document.changed.notified().await;
            if document.is_open() {
                publish(&desk, &document, &mut told).await;
            } else {
                clear(&desk, &document, &mut told);
                if desk.forget(&document) {
                    return;
                }
            }
        }
    });
}

/// Publishes the findings of the newest text, unless they have been.
async fn publish(desk: &Arc<Desk>, document: &Arc<Document>, told: &mut Told) {
    let snapshot = document.snapshot();
    let revision = snapshot.revision;
    let is_due = match desk.preferences_at(&document.uri).run {
        Run::OnType => true,
        Run::OnSave => told.revision.is_none_or(|told| told < snapshot.saved) && revision == snapshot.saved,
    };
    if !is_due || told.revision == Some(revision) {
        return;
    }
    let (teller, reader, last) = (Arc::clone(desk), Arc::clone(document), std::mem::take(&mut told.last));
    if let Ok((last, is_told)) = blocking(move || read_and_tell(&teller, &reader, snapshot, last)).await {
        told.last = last;
        told.revision = if is_told { Some(revision) } else { told.revision };
    }
}

/// Reads `snapshot` and tells the editor what was found, from the thread that has read it. What it was told last then,
/// and whether that is new.
fn read_and_tell(desk: &Desk, document: &Document, snapshot: Snapshot, last: Last) -> (Last, bool) {
    let (features, version) = (desk.features(), snapshot.buffer.version());
    let reading = document.read(snapshot);
    // An editor that pulls will ask in a moment; the reading is ready by then.
    if features.pulls_diagnostics || !document.is_newest(reading.snapshot.revision) {
        return (last, false);
    }
    let found = last.found.again(diagnostics::of_reading(&reading, &document.uri, features));
    desk.outbox.publish(&document.uri, &found, features.versioned_diagnostics.then_some(version));
    (Last { found, _reading: Some(reading) }, true)
}

/// Takes back what was published for a document that is closed.
fn clear(desk: &Desk, document: &Document, told: &mut Told) {
    if std::mem::take(told).revision.is_some() {
        desk.outbox.publish(&document.uri, &Written::default(), None);
    }
}
