//! What can be typed behind `copydesk`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Reads a news draft and asks what a good copy editor would ask.
#[derive(Debug, Parser)]
#[command(name = "copydesk", version, arg_required_else_help = true, max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Report what the desk would ask about
    Lint(LintArguments),
    /// Print every figure, quote and statement with its source
    Claims(ClaimsArguments),
    /// Serve an editor over standard input and output
    Lsp(LspArguments),
}

#[derive(Debug, Args)]
pub(super) struct LspArguments {
    /// Standard input and output, which is also the default: some editors say so
    #[arg(long)]
    stdio: bool,
    /// Where to write the log; `RUST_LOG` says how much
    #[arg(long, value_name = "PATH")]
    pub(super) log_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct LintArguments {
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub(super) output_format: LintFormat,
}

#[derive(Debug, Args)]
pub(super) struct ClaimsArguments {
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
    /// How the ledger is printed
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    pub(super) output_format: ClaimsFormat,
}

/// What to read.
#[derive(Debug, Args)]
pub(super) struct ReadingArguments {
    /// Drafts or folders of drafts; `-` is standard input
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// The name, and so the format, of standard input
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_filename: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LintFormat {
    /// One object with every finding
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ClaimsFormat {
    /// One object with every document
    Json,
}
