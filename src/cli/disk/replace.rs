//! Puts a new text in the place of a file, so that there is the old one or the new one at every moment.
//!
//! The text is written beside the file, brought to the disk, and then takes its name: whoever is killed before that
//! leaves the file as it was and a hidden file beside it, which no run reads and a later one takes away.

use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::Builder;

/// How the hidden file ends; what it begins with is a dot and the file's own name.
const ENDING: &str = ".copydesk-tmp";

/// A hidden file that is older was left behind: writing one takes no time.
const STALE: Duration = Duration::from_secs(60);

/// Makes `new` what the file at `path` holds, provided that it still holds `expected`.
///
/// Permissions, and where possible the owner, stay; a link is followed to the file that it means.
pub(in crate::cli) fn replace_file(path: &Path, new: &[u8], expected: Option<&[u8]>) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let metadata = fs::metadata(&target).ok();
    if metadata.as_ref().is_some_and(|metadata| metadata.permissions().readonly()) {
        return Err(io::Error::other("the file is read-only; allow writing to it"));
    }
    sweep(folder, &name);
    let mut beside =
        Builder::new().prefix(&format!(".{name}.")).suffix(ENDING).tempfile_in(folder).map_err(in_words)?;
    beside.write_all(new).map_err(in_words)?;
    if let Some(metadata) = &metadata {
        keep_rights(beside.as_file(), metadata)?;
    } else {
        allow_reading(beside.as_file())?;
    }
    beside.as_file().sync_all().map_err(in_words)?;
    if let Some(expected) = expected
        && fs::read(&target)? != expected
    {
        return Err(io::Error::other("somebody else has changed the file meanwhile; run again"));
    }
    beside.persist(&target).map_err(|error| in_words(error.error))?;
    // The name is on the disk only when its folder is; where a system has no such thing, there is nothing to do.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// What went wrong, and what to do.
fn in_words(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            io::Error::new(io::ErrorKind::StorageFull, "no room left on the disk; make some and run again")
        }
        io::ErrorKind::PermissionDenied => io::Error::other("no permission to write in its folder"),
        _ => error,
    }
}

/// Takes away what killed runs have left of the file called `name`.
fn sweep(folder: &Path, name: &str) {
    for path in leftovers(folder, name) {
        let age = fs::metadata(&path).and_then(|it| it.modified()).ok().and_then(|time| time.elapsed().ok());
        if age.is_some_and(|age| STALE < age) {
            // Another run may have been quicker.
            let _ = fs::remove_file(path);
        }
    }
}

fn leftovers(folder: &Path, name: &str) -> Vec<PathBuf> {
    let beginning = format!(".{name}.");
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_ours = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        name.starts_with(&beginning) && name.ends_with(ENDING)
    };
    entries.filter(is_ours).map(|entry| entry.path()).collect()
}

#[cfg(unix)]
fn keep_rights(file: &File, metadata: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    // Only the administrator may give files away; whoever edits a colleague's draft becomes its owner.
    let _ = fchown(file, Some(metadata.uid()), Some(metadata.gid()));
    file.set_permissions(metadata.permissions())
}

#[cfg(not(unix))]
fn keep_rights(file: &File, metadata: &Metadata) -> io::Result<()> {
    file.set_permissions(metadata.permissions())
}

/// A new file can be read by everybody, as any other: a temporary one is private.
#[cfg(unix)]
fn allow_reading(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn allow_reading(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_else_has_saved_meanwhile_is_not_written_over() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let draft = folder.path().join("a.md");
        fs::write(&draft, "saved in an editor").expect("a draft can be written");
        let error = replace_file(&draft, b"mended", Some(b"as it was read")).expect_err("it has changed");
        assert_eq!(error.to_string(), "somebody else has changed the file meanwhile; run again");
        assert_eq!(fs::read(&draft).expect("it is there"), b"saved in an editor");
        assert_eq!(leftovers(folder.path(), "a.md"), Vec::<PathBuf>::new());
        replace_file(&draft, b"mended", Some(b"saved in an editor")).expect("nothing is in the way");
        assert_eq!(fs::read(&draft).expect("it is there"), b"mended");
    }
}
