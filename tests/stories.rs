//! Whole drafts with what the desk has to say about them in place.
//!
//! Each file in `tests/stories` is read in the format of its extension; see `support/carets.rs` for the notation.
//! A file named `clean-…` expects nothing: each is a false alarm that was found once, or a manner of newsrooms.
//! `KNOWN.md` is no story: it lists what the others expect today although it is wrong.

#[path = "support/carets.rs"]
mod carets;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use copydesk::analysis::Reader;
use copydesk::config::Settings;
use copydesk::draft::Format;

fn stories() -> Vec<(PathBuf, Format)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut stories: Vec<(PathBuf, Format)> = fs::read_dir(&folder)
        .expect("the folder of stories is there")
        .map(|entry| entry.expect("its entries can be read").path())
        .filter(|path| path.file_name().is_some_and(|name| name != "KNOWN.md"))
        .filter_map(|path| {
            let format = Format::of_extension(path.extension()?.to_str()?)?;
            Some((path, format))
        })
        .collect();
    stories.sort_by(|(a, _), (b, _)| a.cmp(b));
    stories
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_story_draws_exactly_its_findings() {
    let mut failures = String::new();
    for (path, format) in stories() {
        if let Err(report) = carets::check(&read(&path), format) {
            let _ = write!(failures, "\n{}\n{report}", path.file_name().expect("a file has a name").display());
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn half_of_the_stories_are_clean_and_expect_nothing() {
    let stories = stories();
    let clean = stories
        .iter()
        .filter(|(path, _)| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("clean-")));
    let clean: Vec<_> = clean.collect();
    for (path, _) in &clean {
        assert!(!read(path).contains("^ "), "{} is called clean and expects a finding", path.display());
    }
    assert!(
        20 <= stories.len() && stories.len() <= 2 * clean.len(),
        "{} stories, {} clean",
        stories.len(),
        clean.len()
    );
}

#[test]
fn no_beginning_of_a_story_makes_the_desk_panic() {
    for (path, format) in stories() {
        let story = read(&path);
        // A prime step walks through all kinds of places without reading each of some thousand prefixes.
        for end in (0..story.len()).step_by(37).filter(|&end| story.is_char_boundary(end)) {
            Reader::new(Settings::default()).read(&story[..end], format);
        }
    }
}

#[test]
fn reading_after_an_edit_equals_reading_afresh() {
    for (path, format) in stories() {
        let story = read(&path);
        let mut reader = Reader::new(Settings::default());
        reader.read(&story, format);
        let edited = story.replacen(". ", ". Later that day, ", 3);
        let remembered = reader.read(&edited, format);
        let afresh = Reader::new(Settings::default()).read(&edited, format);
        assert_eq!(remembered.findings(), afresh.findings(), "{}", path.display());
        assert_eq!(remembered.story().claims, afresh.story().claims, "{}", path.display());
    }
}
