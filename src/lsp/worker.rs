//! One worker for each open document: reads the newest text and publishes what was found.
//!
//! There is no timer. A story is read in less time than a key press takes, and what arrives in the meantime
//! is simply the next newest text. Since nobody else publishes for the document, results cannot overtake each other.

use std::sync::Arc;

use super::desk::{Desk, blocking};
use super::document::Document;
use super::handlers::diagnostics;
use super::preferences::Run;

/// Starts the worker of `document`; it ends when the document has been closed and cleared.
pub(super) fn start(desk: Arc<Desk>, document: Arc<Document>) {
    tokio::spawn(async move {
        let mut published = None;
        loop {
            document.changed.notified().await;
            if document.is_open() {
                publish(&desk, &document, &mut published).await;
            } else {
                clear(&desk, &document, &mut published).await;
                if desk.forget(&document) {
                    return;
                }
            }
        }
    });
}

/// Publishes the findings of the newest text, unless they have been: `published` is the revision that was last.
async fn publish(desk: &Arc<Desk>, document: &Arc<Document>, published: &mut Option<u64>) {
    let snapshot = document.snapshot();
    let (revision, saved, version) = (snapshot.revision, snapshot.saved, snapshot.buffer.version());
    let is_due = match desk.preferences_at(&document.uri).run {
        Run::OnType => true,
        Run::OnSave => published.is_none_or(|published| published < saved) && revision == saved,
    };
    if !is_due || *published == Some(revision) {
        return;
    }
    let (reader, features) = (Arc::clone(document), desk.features().clone());
    // An editor that pulls will ask in a moment; the reading is ready by then.
    let pulls = features.pulls_diagnostics;
    let found = blocking(move || {
        let reading = reader.read(snapshot);
        (!pulls).then(|| diagnostics::of_reading(&reading, &reader.uri, &features))
    });
    let Ok(Some(found)) = found.await else { return };
    if document.is_newest(revision) {
        let version = desk.features().versioned_diagnostics.then_some(version);
        desk.client.publish_diagnostics(document.uri.clone(), found, version).await;
        *published = Some(revision);
    }
}

/// Takes back what was published for a document that is closed.
async fn clear(desk: &Desk, document: &Document, published: &mut Option<u64>) {
    if published.take().is_some() {
        desk.client.publish_diagnostics(document.uri.clone(), Vec::new(), None).await;
    }
}
