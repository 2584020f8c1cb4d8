//! Passages as they are filed and as a desk sends them on: a few sentences each, wrong in one thing, and the same set right.
//!
//! A line of `passages/*.jsonl` is one of them: what is filed, the rules of which any may ask, the words that are wrong and
//! what they contradict, and what is sent on. The desk asks in the paragraph of one of these, and of what is sent on it asks
//! nothing. What it cannot do yet stands in the line itself, so that a passage which is mended has to be marked so.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use copydesk::analysis::Reader;
use copydesk::config::Settings;
use copydesk::draft::Format;
use copydesk::finding::{Finding, Severity};
use serde::Deserialize;

#[derive(Deserialize)]
struct Passage {
    /// What the flaw may be called, the likeliest first.
    rules: Vec<String>,
    /// The words that are wrong.
    r#where: String,
    /// The other end of a contradiction.
    #[serde(default)]
    also: Vec<String>,
    filed: String,
    sent_on: String,
    /// The flaw is not found yet.
    #[serde(default)]
    is_missed: bool,
    /// Rules that ask about what is sent on, though nothing is wrong with it.
    #[serde(default)]
    alarms: BTreeSet<String>,
}

impl Passage {
    /// Whether a finding of one of the rules stands in a paragraph with the flaw.
    fn is_found(&self) -> bool {
        let places = self.also.iter().chain([&self.r#where]);
        let paragraphs: Vec<_> = places.filter_map(|words| paragraph_of(&self.filed, words)).collect();
        findings(&self.filed).iter().any(|finding| {
            let span = finding.span.range();
            self.rules.iter().any(|rule| rule == finding.rule)
                && paragraphs.iter().any(|paragraph| span.start < paragraph.end && paragraph.start < span.end)
        })
    }

    /// The rules whose warnings and errors stand in what is sent on.
    fn alarms(&self) -> BTreeSet<String> {
        let loud = findings(&self.sent_on);
        let loud = loud.iter().filter(|finding| matches!(finding.severity, Severity::Warning | Severity::Error));
        loud.map(|finding| finding.rule.to_owned()).collect()
    }
}

fn findings(text: &str) -> Vec<Finding> {
    Reader::new(Settings::default()).read(text, Format::Markdown).findings().to_vec()
}

/// The bytes of the paragraph that holds `words`.
fn paragraph_of(text: &str, words: &str) -> Option<std::ops::Range<usize>> {
    let at = text.find(words)?;
    let start = text[..at].rfind("\n\n").map_or(0, |edge| edge + 2);
    let end = text[at..].find("\n\n").map_or(text.len(), |edge| at + edge);
    Some(start..end)
}

#[test]
fn the_desk_asks_about_what_is_filed_and_not_about_what_is_sent_on() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/passages");
    let files = fs::read_dir(folder).expect("the passages are there");
    let mut files: Vec<_> = files.map(|file| file.expect("it can be listed").path()).collect();
    files.sort();
    let mut surprises = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("it can be read");
        for (number, line) in text.lines().enumerate() {
            let passage: Passage = serde_json::from_str(line).expect("a line is a passage");
            let place = format!("{}:{}", file.file_name().unwrap_or_default().display(), number + 1);
            if passage.is_found() == passage.is_missed {
                let now = if passage.is_missed { "is found now" } else { "is missed" };
                surprises.push(format!("{place}: {} {now}: {}", passage.rules[0], passage.r#where));
            }
            let alarms = passage.alarms();
            if alarms != passage.alarms {
                surprises.push(format!("{place}: of what is sent on {alarms:?} ask, not {:?}", passage.alarms));
            }
        }
    }
    assert!(surprises.is_empty(), "\n{}", surprises.join("\n"));
}
