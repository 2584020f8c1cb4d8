//! The way to the client: one queue for all that the server says.
//!
//! What a handler tells the client while it works leaves before its answer does: a client may well look at what it
//! was told, such as the end of a progress, when the answer arrives.

use std::io::Write;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use futures::channel::mpsc as queues;
use futures::stream::{self, PollNext};
use futures::{Stream, StreamExt};
use serde::Serialize;
use tokio::sync::oneshot;
use tokio::time::timeout;
use tower_lsp::jsonrpc::{Request, Response};

/// How long a client that leaves may take to read what was said to it.
const LEAVE: Duration = Duration::from_secs(1);

/// A message as it goes over the wire; `None` is the last.
type Framed = Option<Vec<u8>>;

/// Takes the answers to a client's requests.
#[derive(Clone, Debug)]
pub(super) struct Outgoing {
    answers: queues::UnboundedSender<Framed>,
}

/// The end of all that is said to a client.
#[derive(Debug)]
pub(super) struct Leaving {
    written: oneshot::Receiver<()>,
}

impl Outgoing {
    /// Sends what is answered from here on, and what the server says of its own accord: that goes first.
    pub(super) fn start(
        requests: impl Stream<Item = Request> + Send + 'static,
        output: impl Write + Send + 'static,
    ) -> (Self, Leaving) {
        let (answers, answered) = queues::unbounded();
        let (queue, written) = start_writing(output);
        let said = requests.filter_map(async |request| frame(&request).map(Some));
        let all = stream::select_with_strategy(said, answered, |(): &mut ()| PollNext::Left);
        tokio::spawn(async move {
            let mut all = std::pin::pin!(all);
            while let Some(Some(message)) = all.next().await {
                if queue.send(message).is_err() {
                    break;
                }
            }
        });
        (Self { answers }, Leaving { written })
    }

    /// Answers a request.
    pub(super) fn answer(&self, response: &Response) {
        if let Some(framed) = frame(response) {
            let _ = self.answers.unbounded_send(Some(framed));
        }
    }

    /// Says nothing from here on.
    pub(super) fn close(&self) {
        let _ = self.answers.unbounded_send(None);
    }
}

impl Leaving {
    /// Resolves when no more can be said, to be asked once: the client has closed its end.
    pub(super) fn broken(&mut self) -> &mut (impl Future + Unpin) {
        &mut self.written
    }

    /// Waits until all that was said has left, or the client has been waited for long enough: one that has vanished
    /// may have left a pipe behind that nobody empties.
    pub(super) async fn wait(self) {
        if timeout(LEAVE, self.written).await.is_err() {
            tracing::warn!("the client has left without reading all that was said to it");
        }
    }
}

/// Writes on a thread of its own, so that a client that reads slowly holds nothing up.
fn start_writing(mut output: impl Write + Send + 'static) -> (mpsc::Sender<Vec<u8>>, oneshot::Receiver<()>) {
    let (queue, messages) = mpsc::channel::<Vec<u8>>();
    let (done, written) = oneshot::channel();
    thread::spawn(move || {
        while let Ok(message) = messages.recv() {
            if output.write_all(&message).and_then(|()| output.flush()).is_err() {
                break;
            }
        }
        let _ = done.send(());
    });
    (queue, written)
}

fn frame(message: &impl Serialize) -> Option<Vec<u8>> {
    let body = serde_json::to_vec(message)
        .inspect_err(|error| tracing::error!("a message cannot be written as JSON: {error}"))
        .ok()?;
    let mut framed = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    framed.extend(body);
    Some(framed)
}
