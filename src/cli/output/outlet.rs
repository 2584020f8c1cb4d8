//! Where an output goes: standard output, or a file that takes its name only once it is whole.

use std::fs::{File, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use tempfile::{Builder, NamedTempFile};

use super::layout::{Form, Layout, Page};
use crate::cli::disk::reason;
use crate::cli::tally::Tally;
use crate::cli::terminal::stdout;

/// An output in the making.
pub(in crate::cli) struct Outlet {
    form: Form,
    sink: Sink,
    is_empty: bool,
    /// The reports, where they have to wait for each other.
    kept: Vec<String>,
}

enum Sink {
    Stdout(Box<dyn Write>),
    /// A file and what it is written to before it is whole.
    File(PathBuf, BufWriter<NamedTempFile>),
    /// What is no file although it has a name: a pipe, a terminal.
    Device(PathBuf, BufWriter<File>),
    /// A file that could not be written, and why.
    Lost(PathBuf, io::Error),
}

impl Outlet {
    /// An output that is printed.
    pub(in crate::cli) fn to_stdout(layout: &'static Layout) -> Self {
        Self::new(layout, Page::of_stdout(), Sink::Stdout(stdout(layout.styled)))
    }

    /// An output in the file at `path`, which has no colours.
    pub(in crate::cli) fn to_file(layout: &'static Layout, path: &Path) -> Self {
        Self::new(layout, Page::PAPER, Sink::open(path))
    }

    fn new(layout: &'static Layout, page: Page, sink: Sink) -> Self {
        Self { form: Form { layout, page }, sink, is_empty: true, kept: Vec::new() }
    }

    /// How reports for it are made.
    pub(in crate::cli) fn form(&self) -> Form {
        self.form
    }

    /// Takes the report of the next draft. The error is that of printing; a file's waits for the end.
    pub(in crate::cli) fn take(&mut self, report: String) -> io::Result<()> {
        if report.is_empty() {
            return Ok(());
        }
        if self.form.layout.arrange.is_some() {
            self.kept.push(report);
            return Ok(());
        }
        self.write(&report)
    }

    /// Writes what is left, and says what became of a file.
    pub(in crate::cli) fn close(mut self, tally: &Tally) -> io::Result<Result<()>> {
        let layout = self.form.layout;
        if let Some(arrange) = layout.arrange {
            for report in arrange(&self.kept) {
                self.write(&report)?;
            }
        }
        let opening = if self.is_empty { layout.opening } else { "" };
        let conclusion = (layout.conclude)(tally);
        self.sink.write(&[opening, &conclusion, layout.closing])?;
        self.sink.close()
    }

    fn write(&mut self, report: &str) -> io::Result<()> {
        let before = if self.is_empty { self.form.layout.opening } else { self.form.layout.between };
        self.is_empty = false;
        self.sink.write(&[before, report])
    }
}

impl Sink {
    fn open(path: &Path) -> Self {
        let opened = match path.metadata() {
            Ok(metadata) if metadata.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(metadata) if !metadata.is_file() => {
                File::create(path).map(|file| Self::Device(path.to_owned(), BufWriter::new(file)))
            }
            _ => beside(path).map(|file| Self::File(path.to_owned(), BufWriter::new(file))),
        };
        opened.unwrap_or_else(|error| Self::Lost(path.to_owned(), error))
    }

    fn write(&mut self, pieces: &[&str]) -> io::Result<()> {
        let write = |out: &mut dyn Write| pieces.iter().try_for_each(|piece| out.write_all(piece.as_bytes()));
        let (path, written) = match self {
            Self::Stdout(out) => return write(out),
            Self::File(path, file) => (path, write(file)),
            Self::Device(path, file) => (path, write(file)),
            Self::Lost(..) => return Ok(()),
        };
        if let Err(error) = written {
            *self = Self::Lost(path.clone(), error);
        }
        Ok(())
    }

    fn close(self) -> io::Result<Result<()>> {
        let (path, closed) = match self {
            Self::Stdout(mut out) => return out.flush().map(Ok),
            Self::Device(path, mut file) => (path, file.flush()),
            Self::File(path, file) => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error);
                let closed = file.and_then(|file| file.persist(&path).map_err(|error| error.error));
                (path, closed.map(drop))
            }
            Self::Lost(path, error) => (path, Err(error)),
        };
        Ok(closed.map_err(|error| anyhow!("{}: the report could not be written: {}", path.display(), why(&error))))
    }
}

/// A file beside `path` with the rights of a new one, to be given its name.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = Builder::new();
    builder.prefix(".copydesk-");
    as_a_new_file(&mut builder).tempfile_in(folder)
}

/// A temporary file is private; a report is read by whoever reads the drafts.
#[cfg(unix)]
fn as_a_new_file<'a>(builder: &'a mut Builder<'static, 'static>) -> &'a mut Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn as_a_new_file<'a>(builder: &'a mut Builder<'static, 'static>) -> &'a mut Builder<'static, 'static> {
    builder
}

fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such folder; make it first".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to write there".to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "no room left on the disk".to_owned(),
        _ => reason(error),
    }
}
