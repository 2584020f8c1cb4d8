//! Floor 8: the terminal's presentation of an analysis.

mod arguments;
mod claims;
mod desk;
mod disk;
mod explain;
mod fix;
mod generate;
mod house;
mod init;
mod ledger;
mod lint;
mod news;
mod output;
mod outputs;
mod positions;
mod read;
mod reading;
mod settings;
mod tally;
mod terminal;
mod typeset;
mod usage;
mod walk;
mod watch;

use std::io;
use std::path::Path;
use std::process::ExitCode;

use anyhow::anyhow;
use clap::Parser;
use clap::error::ErrorKind;

use arguments::{Arguments, Command};

pub use claims::write_ledger;
pub use house::own_file;

/// How a run ended; the numbers are a contract with the programs that start it.
#[derive(Clone, Copy, Debug)]
enum Status {
    /// Nothing to report.
    Clean = 0,
    /// Findings that matter.
    Findings = 1,
    /// Some of the work could not be done.
    Trouble = 2,
}

/// What `copydesk lsp` does, given the log file that it may name: the editor's presentation, which this one does not know.
pub type Serve = fn(Option<&Path>) -> anyhow::Result<ExitCode>;

/// Runs the command line and says how it ended.
pub fn run(serve: Serve) -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error),
    };
    if let Command::Lsp(arguments) = &arguments.command {
        return serve(arguments.log_file.as_deref()).unwrap_or_else(|error| {
            let _ = terminal::report_trouble(&error);
            ExitCode::from(Status::Trouble as u8)
        });
    }
    let status = match run_command(&arguments.command) {
        Ok(status) => status,
        // Whoever closed the pipe (`| head`) has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Clean,
        Err(error) => {
            // Where even standard error is gone, the exit status has to do.
            let _ = terminal::report_trouble(&anyhow!("the report could not be printed: {error}"));
            Status::Trouble
        }
    };
    ExitCode::from(status as u8)
}

/// Says in one line what is wrong with the command line; help and the version are no such thing.
fn refuse(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        error.exit();
    }
    let _ = terminal::report_trouble(&anyhow!("{}", usage::in_one_line(&error.to_string())));
    ExitCode::from(Status::Trouble as u8)
}

fn run_command(command: &Command) -> io::Result<Status> {
    match command {
        Command::Lint(arguments) => lint::run(arguments),
        Command::Claims(arguments) => claims::run(arguments),
        Command::Explain { rule } => explain::run(rule.as_deref()),
        Command::Rules { output_format } => explain::print_list(*output_format),
        Command::Init(arguments) => init::run(arguments),
        Command::Lsp(_) => Ok(Status::Clean),
        Command::Generate { command } => generate::run(command),
    }
}
