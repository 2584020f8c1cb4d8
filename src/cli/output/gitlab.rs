//! GitLab's code quality report, which is Code Climate's of issues.

use serde::Serialize;

use super::json::line;
use super::layout::{Layout, Page};
use super::place::repository_path;
use crate::cli::reading::Reading;
use crate::finding::{Finding, Severity};

pub(in crate::cli) const LAYOUT: Layout =
    Layout { opening: "[\n", between: ",\n", closing: "\n]\n", render, ..Layout::BARE };

#[derive(Debug, Serialize)]
struct Issue<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    check_name: &'static str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<Content>,
    categories: [&'static str; 1],
    severity: &'static str,
    fingerprint: String,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Content {
    body: String,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

fn render(reading: &Reading<'_>, _: Page) -> String {
    let findings = reading.analysis.findings().iter().zip(reading.analysis.fingerprints());
    findings.map(|(finding, print)| line(&issue(reading, finding, print))).collect::<Vec<_>>().join(",\n")
}

fn issue<'a>(reading: &Reading<'_>, finding: &'a Finding, fingerprint: &str) -> Issue<'a> {
    let path = repository_path(&reading.draft.path);
    let place = reading.positions.place(finding.span);
    Issue {
        kind: "issue",
        check_name: finding.rule,
        description: &finding.message,
        content: finding.help.clone().map(|body| Content { body }),
        categories: ["Clarity"],
        severity: match finding.severity {
            Severity::Error => "critical",
            Severity::Warning => "major",
            Severity::Information => "minor",
            Severity::Hint => "info",
        },
        // GitLab takes two issues with one fingerprint for one, and an agency's sentence stands in many drafts.
        fingerprint: format!("{path}:{fingerprint}"),
        location: Location { path, lines: Lines { begin: place.line, end: place.end_line } },
    }
}
