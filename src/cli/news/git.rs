//! Asks git what has changed. The program and not a library: it knows every repository that its user has.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Result, anyhow};

/// The repository that the present folder is in.
#[derive(Debug)]
pub(super) struct Repository {
    pub(super) root: PathBuf,
    /// The option that needs it, for messages.
    option: &'static str,
}

/// A file that differs between two states of a repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// Where it is now, from the root; `None` where it is gone.
    pub(super) path: Option<String>,
    /// Where it was.
    pub(super) old_path: String,
    /// What it held before; `None` where it was not there.
    pub(super) old: Option<String>,
    /// What the index holds now, where that was asked.
    pub(super) new: Option<String>,
}

impl Repository {
    /// The repository of the present folder, for what `option` does.
    pub(super) fn open(option: &'static str) -> Result<Self> {
        let here = Self { root: PathBuf::from("."), option };
        let root = here.ask(&["rev-parse", "--show-toplevel"])?.ok_or_else(|| {
            anyhow!("{option} needs a git repository, and this folder is in none; --baseline does without one")
        })?;
        Ok(Self { root: PathBuf::from(root.trim_end_matches(['\n', '\r'])), option })
    }

    /// The last commit that `revision` and the present one have in common.
    pub(super) fn fork(&self, revision: &str) -> Result<String> {
        let is_shallow = self.ask(&["rev-parse", "--is-shallow-repository"])?.is_some_and(|it| it.trim() == "true");
        let remedy = "this clone is shallow: fetch its history with `git fetch --unshallow`";
        let Some(commit) = self.commit(revision)? else {
            let remedy = if is_shallow { remedy } else { "`git log --oneline` lists the commits" };
            return Err(anyhow!("{}: there is no revision \"{revision}\"; {remedy}", self.option));
        };
        match self.ask(&["merge-base", &commit, "HEAD"])? {
            Some(base) => Ok(base.trim().to_owned()),
            None if is_shallow => {
                Err(anyhow!("{}: \"{revision}\" and HEAD have no commit in common; {remedy}", self.option))
            }
            None => Ok(commit),
        }
    }

    /// The last commit, or nothing at all before the first.
    pub(super) fn head(&self) -> Result<String> {
        if let Some(head) = self.commit("HEAD")? {
            return Ok(head);
        }
        let empty = self.ask(&["hash-object", "-t", "tree", "--stdin"])?;
        empty.map(|it| it.trim().to_owned()).ok_or_else(|| anyhow!("{}: git cannot read this repository", self.option))
    }

    /// What differs between the commit `base` and the work tree, or the index where `staged`.
    pub(super) fn differences(&self, base: &str, staged: bool) -> Result<Vec<Difference>> {
        let mut arguments = vec!["diff", "--raw", "-z", "--no-abbrev", "-M", "--no-relative", "--no-ext-diff"];
        if staged {
            arguments.push("--cached");
        }
        arguments.extend(["--ignore-submodules=all", base, "--"]);
        let raw = self.ask(&arguments)?.ok_or_else(|| anyhow!("{}: git cannot compare with {base}", self.option))?;
        Ok(read_raw(&raw))
    }

    /// The files that git does not know and is not told to ignore, from the root.
    pub(super) fn untracked(&self) -> Result<Vec<String>> {
        let listed = self.ask(&["ls-files", "--others", "--exclude-standard", "-z", "--full-name", ":/"])?;
        Ok(listed.unwrap_or_default().split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect())
    }

    /// What the object `id` holds.
    pub(super) fn blob(&self, id: &str) -> Result<Vec<u8>> {
        let output = self.run(&["cat-file", "blob", id])?;
        output.ok_or_else(|| anyhow!("{}: git has lost object {id}; `git fsck` looks for it", self.option))
    }

    fn commit(&self, revision: &str) -> Result<Option<String>> {
        let wanted = format!("{revision}^{{commit}}");
        let id = self.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted])?;
        Ok(id.map(|id| id.trim().to_owned()))
    }

    /// What git answers, as text; `None` where it refuses.
    fn ask(&self, arguments: &[&str]) -> Result<Option<String>> {
        Ok(self.run(arguments)?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    fn run(&self, arguments: &[&str]) -> Result<Option<Vec<u8>>> {
        let mut command = Command::new("git");
        // Only reads: no lock for a refreshed index, which the user's own git may hold.
        command.env("GIT_OPTIONAL_LOCKS", "0").args(arguments).stdin(Stdio::null());
        let output = command.output().map_err(|_| {
            anyhow!("{} needs the program git, which cannot be started; install it, or use --baseline", self.option)
        })?;
        Ok(output.status.success().then_some(output.stdout))
    }
}

/// Reads what `git diff --raw -z` prints: `:MODE MODE OLD NEW STATUS`, the path, and for a rename the new path.
fn read_raw(raw: &str) -> Vec<Difference> {
    let mut parts = raw.split('\0');
    let mut found = Vec::new();
    while let Some(head) = parts.next().filter(|head| head.starts_with(':')) {
        let fields: Vec<&str> = head.split(' ').collect();
        let (Some(status), Some(path)) = (fields.get(4), parts.next()) else { break };
        let object = |id: Option<&&str>| id.filter(|id| id.contains(|digit| digit != '0')).map(|&id| id.to_owned());
        let path_now = match status.chars().next() {
            Some('R' | 'C') => parts.next().map(str::to_owned),
            Some('D') => None,
            _ => Some(path.to_owned()),
        };
        found.push(Difference {
            path: path_now,
            old_path: path.to_owned(),
            old: object(fields.get(2)),
            new: object(fields.get(3)),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renames_removals_and_new_files_are_read() {
        let raw = ":100644 100644 ab12 cd34 R086\0a.md\0b c.md\0:100644 000000 ab13 0000 D\0old.md\0\
                   :000000 100644 0000 ef56 A\0new.md\0";
        let found: Vec<_> =
            read_raw(raw).into_iter().map(|it| (it.path, it.old_path, it.old.is_some(), it.new.is_some())).collect();
        let path = |path: &str| Some(path.to_owned());
        assert_eq!(
            found,
            [
                (path("b c.md"), "a.md".to_owned(), true, true),
                (None, "old.md".to_owned(), true, false),
                (path("new.md"), "new.md".to_owned(), false, true),
            ]
        );
    }
}
