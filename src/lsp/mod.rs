//! Floor 8: the editor's presentation of an analysis, over the Language Server Protocol.
//!
//! | file | what it knows |
//! |---|---|
//! | `transport` | messages on standard input and output |
//! | `server` | the protocol's methods |
//! | `desk`, `document`, `worker` | the session: open drafts, and who reads them when |
//! | `written` | what was told of a draft, as it went over the wire |
//! | `features`, `capabilities` | what the editor can do, what the server promises |
//! | `preferences`, `newsroom`, `settle` | settings, and what happens when they change |
//! | `workspace`, `archive` | all drafts in the open folders, and what those on the disk had to say |
//! | `progress` | how far a long work has come |
//! | `convert` | lines and columns |
//! | `handlers` | the answers, one idea a file |

mod archive;
mod capabilities;
mod convert;
mod desk;
mod document;
mod features;
mod handlers;
mod log;
mod newsroom;
mod preferences;
mod progress;
mod server;
mod settle;
mod transport;
mod worker;
mod workspace;
mod written;

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use tower_lsp::LspService;

use server::Server;

use crate::analysis::Analysis;
use crate::draft::Format;

/// Writes a draft's ledger, given its path, text, format and analysis, as the format of that name; the terminal's work.
pub type WriteLedger = fn(&str, &str, Format, &Analysis, &str) -> Option<String>;

/// What the server has from the terminal's side, so that both do it alike.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Writes a ledger as `claims` prints it.
    pub write_ledger: WriteLedger,
    /// Where the user's own settings file is.
    pub own_file: fn() -> Option<PathBuf>,
}

/// How many threads read drafts. One document has one worker; two hundred that are opened at once take turns.
const READING_THREADS: usize = 4;

/// How much may be read from standard input at once: most edits are far smaller, most stories fit.
const INPUT_BUFFER: usize = 1 << 16;

/// Serves one editor over standard input and output, until it says `exit` or vanishes.
///
/// The log goes to `log_file`, or to standard error: standard output belongs to the protocol.
///
/// # Errors
///
/// Where the log cannot be written or no thread be started, before anything is said to the editor.
pub fn run(log_file: Option<&Path>, terminal: Terminal) -> Result<ExitCode> {
    log::start(log_file)?;
    // One thread carries messages, others read drafts: between a key press and its findings every change of thread
    // would cost as much as the reading of a short story.
    let runtime = tokio::runtime::Builder::new_current_thread()
        .max_blocking_threads(READING_THREADS)
        .enable_time()
        .build()
        .context("the server cannot start its threads")?;
    let outbox = transport::Outbox::default();
    let (service, socket) = LspService::build(|client| Server::new(client, outbox.clone(), terminal))
        .custom_method("window/workDoneProgress/cancel", Server::cancel_progress)
        .finish();
    let input = BufReader::with_capacity(INPUT_BUFFER, io::stdin());
    let said_shutdown = runtime.block_on(transport::serve(input, unbuffered_output()?, outbox, service, socket));
    // What is still being read has nobody to answer to.
    runtime.shutdown_background();
    Ok(if said_shutdown { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Standard output without the buffer that the library keeps, which would send each message in two pieces.
fn unbuffered_output() -> Result<File> {
    #[cfg(unix)]
    let output = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned();
    #[cfg(windows)]
    let output = std::os::windows::io::AsHandle::as_handle(&io::stdout()).try_clone_to_owned();
    output.map(File::from).context("the server cannot write to standard output")
}
