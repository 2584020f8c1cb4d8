//! Floor 8: the terminal's presentation of an analysis.

use std::process::ExitCode;

/// Runs the command line.
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
