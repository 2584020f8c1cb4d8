//! What waits to be written to the client, and the thread that writes it.
//!
//! Findings that nobody has read yet are replaced by newer ones of the same file: a client that does not read costs
//! the room of one answer for each file, and is told the newest when it reads on. For all else there is a bound,
//! behind which its own messages have to wait.

use std::collections::VecDeque;
use std::io::Write;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use serde::Serialize;
use tokio::sync::{Notify, oneshot};
use tower_lsp::ls_types::Uri;

use crate::lsp::document::lock;
use crate::lsp::written::Written;

/// How many bytes may wait before a client has to read on to be listened to: far more than the largest answer.
const BOUND: usize = 1 << 26;

/// The queue of all that is said to a client.
#[derive(Clone, Debug, Default)]
pub(in crate::lsp) struct Outbox(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    /// Wakes the writer.
    filled: Condvar,
    /// Wakes whoever waits for room.
    drained: Notify,
}

#[derive(Debug, Default)]
struct Waiting {
    messages: VecDeque<Message>,
    bytes: usize,
    is_closed: bool,
}

/// A message as it goes over the wire, and the file whose findings it tells, if it does.
#[derive(Debug)]
struct Message {
    findings_of: Option<Uri>,
    framed: Vec<u8>,
}

impl Outbox {
    /// Says what was found in the file at `uri`, instead of what still waits to be said of it.
    ///
    /// It goes past tower-lsp, which would make a tree of values of it first.
    pub(in crate::lsp) fn publish(&self, uri: &Uri, found: &Written, version: Option<i32>) {
        let Ok(address) = serde_json::to_string(uri) else { return };
        let head = r#"{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{"uri":"#;
        let tail = version.map_or_else(|| "]}}".to_owned(), |version| format!(r#"],"version":{version}}}}}"#));
        let body = [head, &address, r#","diagnostics":["#].map(str::as_bytes);
        let framed = framed(&[&body[..], &[found.json(), tail.as_bytes()]].concat());
        self.add(Message { findings_of: Some(uri.clone()), framed });
    }

    /// Says `message` behind all that was said before.
    pub(super) fn say(&self, message: &impl Serialize) {
        match serde_json::to_vec(message) {
            Ok(body) => self.add(Message { findings_of: None, framed: framed(&[&body]) }),
            Err(error) => tracing::error!("a message cannot be written as JSON: {error}"),
        }
    }

    /// Says nothing more.
    pub(super) fn close(&self) {
        lock(&self.0.waiting).is_closed = true;
        self.0.filled.notify_one();
        self.0.drained.notify_one();
    }

    /// Waits until the client has read enough of what was said to it.
    pub(super) async fn room(&self) {
        loop {
            let drained = self.0.drained.notified();
            if self.has_room() {
                return;
            }
            drained.await;
        }
    }

    fn has_room(&self) -> bool {
        let waiting = lock(&self.0.waiting);
        waiting.bytes < BOUND || waiting.is_closed
    }

    fn add(&self, message: Message) {
        let mut waiting = lock(&self.0.waiting);
        if waiting.is_closed {
            return;
        }
        waiting.bytes += message.framed.len();
        if let Some(known) = waiting.messages.iter_mut().find(|known| known.is_outdated_by(&message)) {
            let outdated = std::mem::replace(known, message);
            waiting.bytes -= outdated.framed.len();
        } else {
            waiting.messages.push_back(message);
        }
        drop(waiting);
        self.0.filled.notify_one();
    }

    /// The next message, when there is one; `None` behind the last.
    fn next(&self) -> Option<Vec<u8>> {
        let mut waiting = lock(&self.0.waiting);
        loop {
            if let Some(message) = waiting.messages.pop_front() {
                waiting.bytes -= message.framed.len();
                self.0.drained.notify_one();
                return Some(message.framed);
            }
            if waiting.is_closed {
                return None;
            }
            waiting = self.0.filled.wait(waiting).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Writes on a thread of its own, so that a client that reads slowly holds nothing up. Tells when all is written.
    pub(super) fn start_writing(&self, mut output: impl Write + Send + 'static) -> oneshot::Receiver<()> {
        let (done, written) = oneshot::channel();
        let outbox = self.clone();
        thread::spawn(move || {
            while let Some(message) = outbox.next() {
                if output.write_all(&message).and_then(|()| output.flush()).is_err() {
                    break;
                }
            }
            outbox.close();
            let _ = done.send(());
        });
        written
    }
}

impl Message {
    /// Whether `newer` makes this message out of date.
    fn is_outdated_by(&self, newer: &Self) -> bool {
        newer.findings_of.is_some() && self.findings_of == newer.findings_of
    }
}

/// The message that these pieces make, behind its header.
fn framed(pieces: &[&[u8]]) -> Vec<u8> {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    let header = format!("Content-Length: {length}\r\n\r\n");
    let mut framed = Vec::with_capacity(header.len() + length);
    framed.extend_from_slice(header.as_bytes());
    for piece in pieces {
        framed.extend_from_slice(piece);
    }
    framed
}

#[cfg(test)]
mod tests {
    use std::str::FromStr;

    use futures::FutureExt;

    use super::*;

    fn uri(name: &str) -> Uri {
        Uri::from_str(&format!("file:///{name}")).expect("it is an address")
    }

    /// All that waits to be said, without headers.
    fn waiting(outbox: &Outbox) -> Vec<String> {
        outbox.close();
        let messages = std::iter::from_fn(|| outbox.next());
        messages
            .map(|message| {
                let message = String::from_utf8(message).expect("JSON is text");
                message.split_once("\r\n\r\n").expect("a header comes first").1.to_owned()
            })
            .collect()
    }

    fn published(name: &str, version: i32) -> String {
        format!(
            r#"{{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{{"uri":"file:///{name}","diagnostics":[],"version":{version}}}}}"#
        )
    }

    #[test]
    fn findings_that_nobody_has_read_give_way_to_newer_ones_of_the_same_file() {
        let outbox = Outbox::default();
        outbox.publish(&uri("a"), &Written::default(), Some(1));
        outbox.say(&"between");
        outbox.publish(&uri("b"), &Written::default(), Some(1));
        outbox.publish(&uri("a"), &Written::default(), Some(2));
        outbox.publish(&uri("a"), &Written::default(), Some(3));
        assert_eq!(waiting(&outbox), [published("a", 3), "\"between\"".to_owned(), published("b", 1)]);
    }

    #[test]
    fn a_client_that_reads_nothing_is_listened_to_again_when_it_has_read() {
        let outbox = Outbox::default();
        assert!(outbox.room().now_or_never().is_some());
        outbox.say(&"x".repeat(BOUND));
        assert!(outbox.room().now_or_never().is_none());
        assert!(outbox.next().is_some());
        assert!(outbox.room().now_or_never().is_some());
    }

    #[test]
    fn nothing_is_said_behind_the_last() {
        let outbox = Outbox::default();
        outbox.say(&"last");
        outbox.close();
        outbox.say(&"behind");
        assert_eq!(waiting(&outbox), ["\"last\""]);
    }
}
