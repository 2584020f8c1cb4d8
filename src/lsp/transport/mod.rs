//! Carries messages between standard input and output and the service.
//!
//! tower-lsp's own transport gives up at the first malformed message, lets a panicking handler end the server,
//! and reads no further while four handlers wait. This one answers what is malformed and goes on, catches panics,
//! and never waits: each request runs up to its first await before the next message is looked at, so that edits are
//! applied in the order in which they were sent, and goes on beside the others from there.

mod frame;

use std::io::{BufRead, Write};
use std::panic::AssertUnwindSafe;
use std::sync::mpsc as sync_mpsc;
use std::task::Poll;
use std::thread;

use futures::{FutureExt, SinkExt, StreamExt, future};
use serde::Serialize;
use tokio::sync::mpsc;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::{ClientSocket, LanguageServer, LspService};
use tower_service::Service;

use frame::{Incoming, read_message};

/// How many messages may wait to be looked at; a client that sends more waits itself.
const QUEUE: usize = 256;

/// Serves until the client says `exit` or vanishes. Whether it took its leave as the protocol asks.
pub(super) async fn serve<S: LanguageServer>(
    input: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
    mut service: LspService<S>,
    socket: ClientSocket,
) -> bool {
    let outgoing = Outgoing::start(output);
    let mut incoming = start_reading(input);
    let (mut requests, mut responses) = socket.split();
    let to_client = outgoing.clone();
    tokio::spawn(async move {
        while let Some(request) = requests.next().await {
            to_client.send(&request);
        }
    });
    let mut said_shutdown = false;
    while let Some(message) = incoming.recv().await {
        match message {
            Incoming::Request(request) if request.method() == "exit" => break,
            Incoming::Request(request) => {
                said_shutdown |= request.method() == "shutdown";
                if future::poll_fn(|context| service.poll_ready(context)).await.is_err() {
                    break;
                }
                start(&mut service, request, &outgoing).await;
            }
            Incoming::Response(response) => drop(responses.send(response).await),
            Incoming::Malformed(response) => outgoing.send(&response),
        }
    }
    outgoing.finish();
    said_shutdown
}

/// Runs `request` up to its first await, and the rest of it beside the requests that follow.
async fn start<S: LanguageServer>(service: &mut LspService<S>, request: Request, outgoing: &Outgoing) {
    let (id, method) = (request.id().cloned(), request.method().to_owned());
    let answer = AssertUnwindSafe(service.call(request)).catch_unwind();
    let mut running = Box::pin(answer.map(move |answer| match answer {
        Ok(answer) => answer.ok().flatten(),
        Err(_) => answer_panic(id, &method),
    }));
    let send = |answer: Option<Response>, outgoing: &Outgoing| answer.iter().for_each(|answer| outgoing.send(answer));
    if let Poll::Ready(answer) = futures::poll!(&mut running) {
        return send(answer, outgoing);
    }
    let outgoing = outgoing.clone();
    tokio::spawn(async move { send(running.await, &outgoing) });
}

/// A request whose handler panicked has its answer; a notification needs none.
fn answer_panic(id: Option<Id>, method: &str) -> Option<Response> {
    tracing::error!("{method} panicked; the server goes on");
    id.map(|id| Response::from_error(id, Error::internal_error()))
}

/// Reads messages on a thread of their own: standard input can only be waited for.
fn start_reading(mut input: impl BufRead + Send + 'static) -> mpsc::Receiver<Incoming> {
    let (sender, receiver) = mpsc::channel(QUEUE);
    thread::spawn(move || {
        while let Some(message) = read_message(&mut input) {
            if sender.blocking_send(message).is_err() {
                return;
            }
        }
    });
    receiver
}

/// The way to the client; messages leave in the order in which they were sent.
#[derive(Clone, Debug)]
struct Outgoing {
    queue: sync_mpsc::Sender<Option<Vec<u8>>>,
    written: std::sync::Arc<std::sync::Mutex<Option<thread::JoinHandle<()>>>>,
}

impl Outgoing {
    /// Writes on a thread of its own, so that a client that reads slowly holds nothing up.
    fn start(mut output: impl Write + Send + 'static) -> Self {
        let (queue, messages) = sync_mpsc::channel::<Option<Vec<u8>>>();
        let writing = thread::spawn(move || {
            while let Ok(Some(message)) = messages.recv() {
                // A client that no longer reads has vanished; the end of its own output ends the server.
                if output.write_all(&message).and_then(|()| output.flush()).is_err() {
                    return;
                }
            }
        });
        Self { queue, written: std::sync::Arc::new(std::sync::Mutex::new(Some(writing))) }
    }

    fn send(&self, message: &impl Serialize) {
        match serde_json::to_vec(message) {
            Ok(body) => {
                let mut framed = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
                framed.extend(body);
                let _ = self.queue.send(Some(framed));
            }
            Err(error) => tracing::error!("a message cannot be written as JSON: {error}"),
        }
    }

    /// Waits until all that was sent has left.
    fn finish(&self) {
        let _ = self.queue.send(None);
        let writing = self.written.lock().ok().and_then(|mut writing| writing.take());
        if let Some(writing) = writing {
            let _ = writing.join();
        }
    }
}
