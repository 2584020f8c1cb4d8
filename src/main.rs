//! The `copydesk` command: where the terminal's presentation and the editor's meet.

use std::process::ExitCode;

use copydesk::{cli, lsp};
use mimalloc::MiMalloc;

/// Reading a draft makes and drops many small things, on every core at once.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// What the server does as the terminal does it.
const TERMINAL: lsp::Terminal = lsp::Terminal { write_ledger: cli::write_ledger, own_file: cli::own_file };

fn main() -> ExitCode {
    cli::run(|log_file| lsp::run(log_file, TERMINAL))
}
