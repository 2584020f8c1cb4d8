//! `--watch`: lints again whenever a draft or a settings file is saved, until Ctrl-C.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use super::Status;
use super::arguments::ReadingArguments;
use super::disk::whereabouts;
use super::terminal::{print, report_trouble};
use super::walk::is_draft;
use crate::config::FILE_NAME;

/// An editor saves in several steps; what comes within this time is one save.
const SETTLE: Duration = Duration::from_millis(150);

/// Clears a terminal and begins at its top; what scrolled away before stays where it is.
const CLEAR: &str = "\x1b[2J\x1b[H";

/// What ends a wait.
#[derive(Debug)]
enum Event {
    Saved(Vec<PathBuf>),
    Stop,
}

/// Lints once with `lint`, and again after each save of what `arguments` name.
pub(super) fn run(arguments: &ReadingArguments, lint: impl Fn() -> io::Result<Status>) -> io::Result<Status> {
    if arguments.has_stdin() {
        report_trouble(&anyhow!("--watch needs files or folders: standard input is read once"))?;
        return Ok(Status::Trouble);
    }
    let (watcher, events) = match watch(arguments) {
        Ok(watching) => watching,
        Err(error) => {
            report_trouble(&error)?;
            return Ok(Status::Trouble);
        }
    };
    loop {
        if io::stdout().is_terminal() {
            print(CLEAR)?;
        }
        lint()?;
        if !arguments.quiet {
            // Standard output may be data.
            writeln!(io::stderr(), "Watching; Ctrl-C ends it.")?;
        }
        if !wait_for_save(&events) {
            drop(watcher);
            return Ok(Status::Clean);
        }
    }
}

/// Waits until something that matters is saved, and the save is over; false where the run is to end.
fn wait_for_save(events: &Receiver<Event>) -> bool {
    let is_saved = |paths: &[PathBuf]| paths.iter().any(|path| matters(path));
    loop {
        match events.recv() {
            Ok(Event::Saved(paths)) if is_saved(&paths) => break,
            Ok(Event::Saved(_)) => {}
            Ok(Event::Stop) | Err(_) => return false,
        }
    }
    loop {
        match events.recv_timeout(SETTLE) {
            Ok(Event::Saved(_)) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Ok(Event::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// Whether a change of `path` can change what is reported.
fn matters(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    !name.starts_with('.') && (is_draft(path) || name == FILE_NAME || name.ends_with(".toml"))
}

/// Whether a file was changed, and not only read: a run of ours opens every draft.
fn is_change(kind: EventKind) -> bool {
    !kind.is_access() || kind == EventKind::Access(AccessKind::Close(AccessMode::Write))
}

/// Watches the folders of what `arguments` name: a file that is replaced whole is another file.
fn watch(arguments: &ReadingArguments) -> Result<(RecommendedWatcher, Receiver<Event>)> {
    let (send, events) = channel();
    let stop = send.clone();
    ctrlc::set_handler(move || _ = stop.send(Event::Stop)).context("Ctrl-C cannot be caught; run without --watch")?;
    let tell = move |event: notify::Result<notify::Event>| {
        let Some(event) = event.ok().filter(|event| is_change(event.kind)) else { return };
        // Whoever waited is gone when the run ends.
        let _ = send.send(Event::Saved(event.paths));
    };
    let mut watcher = recommended_watcher(tell).context("this system cannot watch files; run without --watch")?;
    for path in arguments.paths() {
        let (folder, mode) = if path.is_dir() {
            (path.clone(), RecursiveMode::Recursive)
        } else {
            (whereabouts(path.parent().unwrap_or(Path::new(""))), RecursiveMode::NonRecursive)
        };
        let watching = watcher.watch(&folder, mode);
        watching.with_context(|| format!("{}: cannot be watched", path.display()))?;
    }
    Ok((watcher, events))
}
