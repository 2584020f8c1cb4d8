//! The `copydesk` command: where the terminal's presentation and the editor's meet.

use std::process::ExitCode;

use copydesk::{cli, lsp};

fn main() -> ExitCode {
    cli::run(|log_file| lsp::run(log_file, cli::write_ledger))
}
