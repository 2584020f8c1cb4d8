//! What is asked of the disk, and its answers in a reporter's words.

mod replace;

use std::fs;
use std::io;
use std::path::{self, Path, PathBuf};

pub(super) use replace::replace_file;

/// Where `folder` really is; a folder that is not there is at least put below the present one.
pub(super) fn whereabouts(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::canonicalize(folder).or_else(|_| path::absolute(folder)).unwrap_or_else(|_| folder.to_owned())
}

/// The file at `path` under the real place of its folder; a link stays the link that it is.
pub(super) fn file_whereabouts(path: &Path) -> PathBuf {
    whereabouts(path.parent().unwrap_or(Path::new(""))).join(path.file_name().unwrap_or_default())
}

/// What went wrong with a file, in a reporter's words rather than the system's.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "no permission to read it".to_owned(),
        io::ErrorKind::IsADirectory => "a folder, not a file".to_owned(),
        _ => error.to_string(),
    }
}
