//! The JSON of findings, as `lint` and `claims` print it and as other programs read it.

use serde::Serialize;

use super::layout::Layout;
use crate::cli::positions::Placed;
use crate::cli::reading::Reading;
use crate::finding::{Finding, Fix, Severity};

/// Where the rules' pages are, from the root of this project.
pub(in crate::cli) const RULES_PAGE: &str = "docs/rules.md";

/// A finding as JSON.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct FindingEntry<'a> {
    path: &'a str,
    rule: &'a str,
    severity: Severity,
    span: Placed,
    message: &'a str,
    help: Option<&'a str>,
    related: Vec<RelatedEntry<'a>>,
    fixes: Vec<FixEntry<'a>>,
    fingerprint: &'a str,
    url: String,
}

#[derive(Debug, Serialize)]
struct RelatedEntry<'a> {
    span: Placed,
    message: &'a str,
}

#[derive(Debug, Serialize)]
struct FixEntry<'a> {
    title: &'a str,
    edits: Vec<EditEntry<'a>>,
    safe: bool,
}

#[derive(Debug, Serialize)]
struct EditEntry<'a> {
    span: Placed,
    new_text: &'a str,
}

/// The findings of a draft as JSON entries.
pub(in crate::cli) fn finding_entries<'a>(reading: &'a Reading<'_>) -> Vec<FindingEntry<'a>> {
    let fingerprints = reading.analysis.fingerprints();
    reading
        .analysis
        .findings()
        .iter()
        .zip(fingerprints)
        .map(|(finding, print)| entry(reading, finding, print))
        .collect()
}

fn entry<'a>(reading: &'a Reading<'_>, finding: &'a Finding, fingerprint: &'a str) -> FindingEntry<'a> {
    let place = |span| reading.positions.place(span);
    let related = finding.related.iter();
    FindingEntry {
        path: &reading.draft.path,
        rule: finding.rule,
        severity: finding.severity,
        span: place(finding.span),
        message: &finding.message,
        help: finding.help.as_deref(),
        related: related.map(|other| RelatedEntry { span: place(other.span), message: &other.message }).collect(),
        fixes: finding.fixes.iter().map(|fix| fix_entry(reading, fix)).collect(),
        fingerprint,
        url: format!("{RULES_PAGE}#{}", finding.rule),
    }
}

fn fix_entry<'a>(reading: &Reading<'_>, fix: &'a Fix) -> FixEntry<'a> {
    let edits = fix.edits.iter();
    let edits = edits.map(|edit| EditEntry { span: reading.positions.place(edit.span), new_text: &edit.new_text });
    FixEntry { title: &fix.title, edits: edits.collect(), safe: fix.safe }
}

/// `entry` as JSON on one line.
pub(in crate::cli) fn line<T: Serialize>(entry: &T) -> String {
    serde_json::to_string(entry).expect("keys are strings and nothing else can fail")
}

/// One object with every finding.
pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "{\"version\": 1, \"findings\": [\n",
    between: ",\n",
    closing: "\n]}\n",
    render: |reading, _| finding_entries(reading).iter().map(line).collect::<Vec<_>>().join(",\n"),
    ..Layout::BARE
};

/// An object for each finding, one a line.
pub(in crate::cli) const LINES: Layout = Layout {
    render: |reading, _| finding_entries(reading).iter().map(|entry| line(entry) + "\n").collect(),
    ..Layout::BARE
};
