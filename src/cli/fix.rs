//! `--fix`: makes the changes that are offered, in the drafts themselves or as a patch.

use std::path::Path;

use anyhow::{Result, anyhow};
use similar::TextDiff;

use super::disk::{reason, replace_file};
use super::news::Sieve;
use super::read::{BYTE_ORDER_MARK, Draft};
use crate::analysis::Reader;
use crate::config::Settings;
use crate::finding::Edit;

/// A change may make room for another, but two may also undo each other for ever.
const MOST_ROUNDS: usize = 10;

/// Makes changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mender {
    /// Whether changes are made whose meaning the writer has to judge.
    pub(super) with_unsafe: bool,
    /// Whether the drafts stay as they are, and the changes are printed.
    pub(super) only_shows: bool,
}

/// What was changed in a draft.
#[derive(Debug, Default)]
pub(super) struct Mended {
    /// How many changes were made.
    pub(super) changes: usize,
    /// What is printed in place of findings: the patch, or the text where it came by standard input.
    pub(super) shown: Option<String>,
}

impl Mender {
    /// Makes the changes in `draft` that its findings offer, and puts them on the disk unless they are only shown.
    ///
    /// In case of trouble the file is as it was.
    pub(super) fn mend(self, draft: &mut Draft, is_stdin: bool, settings: &Settings, sieve: &Sieve) -> Result<Mended> {
        let old = draft.text.clone();
        let mut changes = 0;
        for _ in 0..MOST_ROUNDS {
            let mut analysis = Reader::new(settings.clone()).read(&draft.text, draft.format);
            sieve.sift(&mut analysis, draft, settings)?;
            let (edits, count) = analysis.fix_edits(self.with_unsafe);
            if edits.is_empty() {
                break;
            }
            draft.text = apply(&draft.text, &edits);
            changes += count;
        }
        if self.only_shows {
            let shown = Some(patch(&draft.path, &old, &draft.text));
            return Ok(Mended { changes, shown });
        }
        let whole = |text: &str| if draft.skipped == 0 { text.to_owned() } else { format!("{BYTE_ORDER_MARK}{text}") };
        if is_stdin {
            return Ok(Mended { changes, shown: Some(whole(&draft.text)) });
        }
        if changes != 0 {
            replace_file(Path::new(&draft.path), whole(&draft.text).as_bytes(), Some(whole(&old).as_bytes()))
                .map_err(|error| anyhow!("{}: {}; the draft is as it was", draft.path, reason(&error)))?;
        }
        Ok(Mended { changes, shown: None })
    }
}

/// `text` with `edits` made, which come in order and do not overlap.
fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        edited += &text[done..edit.span.start as usize];
        edited += &edit.new_text;
        done = edit.span.end as usize;
    }
    edited + &text[done..]
}

/// What `git apply` and `patch` take; empty where nothing changes.
fn patch(path: &str, old: &str, new: &str) -> String {
    if old == new {
        return String::new();
    }
    let path = path.replace('\\', "/");
    let (old_name, new_name) = (format!("a/{path}"), format!("b/{path}"));
    TextDiff::from_lines(old, new).unified_diff().header(&old_name, &new_name).to_string()
}
