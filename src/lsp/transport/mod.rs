//! Carries messages between standard input and output and the service.
//!
//! tower-lsp's own transport gives up at the first malformed message, lets a panicking handler end the server,
//! and reads no further while four handlers wait. This one answers what is malformed and goes on, catches panics,
//! and never waits: each request runs up to its first await before the next message is looked at, so that edits are
//! applied in the order in which they were sent, and goes on beside the others from there.

mod frame;
mod outbox;
mod outgoing;
mod surrogates;

use std::io::{BufRead, Write};
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use futures::future::Either;
use futures::{FutureExt, SinkExt, future};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::{ClientSocket, LanguageServer, LspService};
use tower_service::Service;

use frame::{Incoming, read_message};
use outgoing::Outgoing;

pub(super) use outbox::Outbox;

/// How many messages may wait to be looked at; a client that sends more waits itself.
const QUEUE: usize = 256;

/// How long the answers that are still being made may take when the client leaves.
const PATIENCE: Duration = Duration::from_millis(100);

/// Serves until the client says `exit` or vanishes. Whether it took its leave as the protocol asks.
///
/// What is put into `outbox` goes to the client beside what the service says.
pub(super) async fn serve<S: LanguageServer>(
    input: impl BufRead + Send + 'static,
    output: impl Write + Send + 'static,
    outbox: Outbox,
    mut service: LspService<S>,
    socket: ClientSocket,
) -> bool {
    let mut incoming = start_reading(input);
    let (requests, mut responses) = socket.split();
    let (outgoing, mut leaving) = Outgoing::start(requests, outbox.clone(), output);
    let mut running = JoinSet::new();
    let mut said_shutdown = false;
    loop {
        let next = async {
            outbox.room().await;
            incoming.recv().await
        };
        let Either::Left((received, _)) = future::select(pin!(next), leaving.broken()).await else {
            // A client that can no longer be told anything has vanished, even if it has left its output open.
            return said_shutdown;
        };
        let Some(message) = received else { break };
        match message {
            Incoming::Request(request) if request.method() == "exit" => break,
            Incoming::Request(request) => {
                said_shutdown |= request.method() == "shutdown";
                if future::poll_fn(|context| service.poll_ready(context)).await.is_err() {
                    break;
                }
                start(&mut service, request, &outgoing, &mut running).await;
            }
            Incoming::Response(response) => drop(responses.send(response).await),
            Incoming::Malformed(response) => outgoing.answer(response),
        }
    }
    // Whoever still waits for an answer gets it, if it is nearly there.
    let _ = timeout(PATIENCE, async { while running.join_next().await.is_some() {} }).await;
    outgoing.close();
    leaving.wait().await;
    said_shutdown
}

/// Runs `request` up to its first await, and the rest of it beside the requests that follow.
async fn start<S: LanguageServer>(
    service: &mut LspService<S>,
    request: Request,
    outgoing: &Outgoing,
    running: &mut JoinSet<()>,
) {
    let (id, method) = (request.id().cloned(), request.method().to_owned());
    let is_awaited = id.is_some();
    let answer = AssertUnwindSafe(service.call(request)).catch_unwind();
    let mut handling = Box::pin(answer.map(move |answer| match answer {
        Ok(answer) => answer.ok().flatten(),
        Err(_) => answer_panic(id, &method),
    }));
    let send = |answer: Option<Response>, outgoing: &Outgoing| {
        if let Some(answer) = answer {
            outgoing.answer(answer);
        }
    };
    if let Poll::Ready(answer) = futures::poll!(&mut handling) {
        return send(answer, outgoing);
    }
    let outgoing = outgoing.clone();
    let rest = async move { send(handling.await, &outgoing) };
    if is_awaited {
        while running.try_join_next().is_some() {}
        running.spawn(rest);
    } else {
        tokio::spawn(rest);
    }
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

#[cfg(test)]
mod tests {
    use std::io::BufReader;
    use std::sync::{Arc, Mutex};

    use expect_test::{Expect, expect};
    use tower_lsp::jsonrpc::Result;
    use tower_lsp::ls_types::{
        DidChangeTextDocumentParams, Hover, HoverParams, InitializeParams, InitializeResult, WorkspaceSymbolParams,
        WorkspaceSymbolResponse,
    };

    use super::*;

    /// A server whose handlers panic before and behind an await, and which notes in what order edits came.
    #[derive(Debug, Default)]
    struct Stumbling {
        edits: Mutex<Vec<i32>>,
    }

    impl LanguageServer for Stumbling {
        async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
            Ok(InitializeResult::default())
        }

        async fn shutdown(&self) -> Result<()> {
            let edits = self.edits.lock().expect("nobody panics here");
            assert!(edits.is_sorted(), "edits overtook each other: {edits:?}");
            Ok(())
        }

        async fn hover(&self, _: HoverParams) -> Result<Option<Hover>> {
            panic!("before the first await")
        }

        async fn symbol(&self, _: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
            tokio::task::yield_now().await;
            panic!("behind an await")
        }

        async fn did_change(&self, params: DidChangeTextDocumentParams) {
            self.edits.lock().expect("nobody panics here").push(params.text_document.version);
            tokio::task::yield_now().await;
        }
    }

    /// Output that a test can look at.
    #[derive(Clone, Debug, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().expect("nobody panics here").extend(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"capabilities":{}}}"#;
    const SHUTDOWN: &str = r#"{"jsonrpc":"2.0","id":9,"method":"shutdown"}"#;
    const EXIT: &str = r#"{"jsonrpc":"2.0","method":"exit"}"#;

    /// What a server answers to `messages`, sorted, and whether it took its leave.
    fn check(messages: &[&str], expected: &Expect) {
        let framed = messages.iter().map(|body| format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        let input = BufReader::new(std::io::Cursor::new(framed.collect::<String>()));
        let written = Written::default();
        let (service, socket) = LspService::new(|_| Stumbling::default());
        let runtime =
            tokio::runtime::Builder::new_multi_thread().enable_time().build().expect("threads can be started");
        let left = runtime.block_on(serve(input, written.clone(), Outbox::default(), service, socket));
        let written = String::from_utf8(written.0.lock().expect("nobody panics here").clone()).expect("JSON is text");
        let mut answers: Vec<&str> =
            written.split("Content-Length: ").filter_map(|part| part.split("\r\n\r\n").nth(1)).collect();
        answers.sort_unstable();
        expected.assert_eq(&format!("{}\nleft: {left}", answers.join("\n")));
    }

    #[test]
    fn a_panic_is_answered_with_an_error_and_the_server_goes_on() {
        check(
            &[
                INITIALIZE,
                r#"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"file:///a"},"position":{"line":0,"character":0}}}"#,
                r#"{"jsonrpc":"2.0","id":2,"method":"workspace/symbol","params":{"query":""}}"#,
                SHUTDOWN,
                EXIT,
            ],
            &expect![[r#"
                {"jsonrpc":"2.0","error":{"code":-32603,"message":"Internal error"},"id":1}
                {"jsonrpc":"2.0","error":{"code":-32603,"message":"Internal error"},"id":2}
                {"jsonrpc":"2.0","result":null,"id":9}
                {"jsonrpc":"2.0","result":{"capabilities":{}},"id":0}
                left: true"#]],
        );
    }

    #[test]
    fn edits_begin_in_the_order_in_which_they_were_sent() {
        let edits: Vec<String> = (0..500)
            .map(|version| {
                format!(
                    r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"file:///a","version":{version}}},"contentChanges":[]}}}}"#
                )
            })
            .collect();
        let mut messages = vec![INITIALIZE];
        messages.extend(edits.iter().map(String::as_str));
        messages.extend([SHUTDOWN, EXIT]);
        check(
            &messages,
            &expect![[r#"
            {"jsonrpc":"2.0","result":null,"id":9}
            {"jsonrpc":"2.0","result":{"capabilities":{}},"id":0}
            left: true"#]],
        );
    }

    #[test]
    fn a_client_that_vanishes_has_not_taken_its_leave() {
        check(
            &[INITIALIZE],
            &expect![[r#"
            {"jsonrpc":"2.0","result":{"capabilities":{}},"id":0}
            left: false"#]],
        );
    }
}
