//! The way to the client for what tower-lsp says: its answers and its requests.
//!
//! What a handler tells the client while it works leaves before its answer does: a client may well look at what it
//! was told, such as the end of a progress, when the answer arrives.

use std::io::Write;
use std::time::Duration;

use futures::channel::mpsc as queues;
use futures::stream::{self, PollNext};
use futures::{Stream, StreamExt};
use tokio::sync::oneshot;
use tokio::time::timeout;
use tower_lsp::jsonrpc::{Request, Response};

use super::outbox::Outbox;

/// How long a client that leaves may take to read what was said to it.
const LEAVE: Duration = Duration::from_secs(1);

/// What goes to the client; the last is `Nothing`.
enum Said {
    Request(Request),
    Answer(Response),
    Nothing,
}

/// Takes the answers to a client's requests.
#[derive(Clone, Debug)]
pub(super) struct Outgoing {
    answers: queues::UnboundedSender<Said>,
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
        outbox: Outbox,
        output: impl Write + Send + 'static,
    ) -> (Self, Leaving) {
        let (answers, answered) = queues::unbounded();
        let written = outbox.start_writing(output);
        let all = stream::select_with_strategy(requests.map(Said::Request), answered, |(): &mut ()| PollNext::Left);
        tokio::spawn(async move {
            let mut all = std::pin::pin!(all);
            while let Some(said) = all.next().await {
                match said {
                    Said::Request(request) => outbox.say(&request),
                    Said::Answer(answer) => outbox.say(&answer),
                    Said::Nothing => break,
                }
            }
            outbox.close();
        });
        (Self { answers }, Leaving { written })
    }

    /// Answers a request.
    pub(super) fn answer(&self, response: Response) {
        let _ = self.answers.unbounded_send(Said::Answer(response));
    }

    /// Says nothing from here on.
    pub(super) fn close(&self) {
        let _ = self.answers.unbounded_send(Said::Nothing);
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
