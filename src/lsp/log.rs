//! Where the server tells what it does: a file or standard error, as much as `RUST_LOG` asks for.

use std::fs::OpenOptions;
use std::io;
use std::path::Path;
use std::sync::Mutex;

use anyhow::{Context, Result};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

/// Starts the log. It appends to `file`, so that a server that an editor starts again tells why.
pub(super) fn start(file: Option<&Path>) -> Result<()> {
    let wanted = if file.is_some() { LevelFilter::INFO } else { LevelFilter::WARN };
    let filter = EnvFilter::builder().with_default_directive(wanted.into()).from_env_lossy();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(false);
    let Some(path) = file else {
        // A log that is already started, as in tests, goes on.
        let _ = log.with_writer(io::stderr).try_init();
        return Ok(());
    };
    let file = OpenOptions::new().create(true).append(true).open(path);
    let file = file.with_context(|| format!("{}: the log cannot be written here", path.display()))?;
    let _ = log.with_writer(Mutex::new(file)).try_init();
    Ok(())
}
