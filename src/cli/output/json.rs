//! The JSON of findings, as `lint` and `claims` print it and as other programs read it.

use serde::Serialize;

use super::Layout;
use crate::cli::desk::Reading;
use crate::cli::positions::Placed;
use crate::cli::writer::JsonWriter;
use crate::finding::{Finding, Fix};
use crate::text::Span;

/// Where the rules' pages are, from the root of this project.
pub(in crate::cli) const RULES_PAGE: &str = "docs/rules.md";

/// The findings of a draft with their fingerprints.
pub(in crate::cli) fn printed<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = (&'a Finding, &'a str)> {
    let fingerprints = reading.analysis.fingerprints().iter().map(String::as_str);
    reading.analysis.findings().iter().zip(fingerprints)
}

/// Writes a finding as an object.
pub(in crate::cli) fn write_finding(json: &mut JsonWriter, reading: &Reading<'_>, (finding, print): (&Finding, &str)) {
    json.object(|json| {
        json.field("path", &reading.draft.path)
            .field("rule", finding.rule)
            .field("severity", &finding.severity)
            .place("span", place(reading, finding.span))
            .field("message", &finding.message)
            .field("help", &finding.help);
        json.key("related").list(&finding.related, |json, other| {
            json.object(|json| {
                json.place("span", place(reading, other.span)).field("message", &other.message);
            });
        });
        json.key("fixes").list(&finding.fixes, |json, fix| write_fix(json, reading, fix));
        json.field("fingerprint", print).field("url", &format!("{RULES_PAGE}#{}", finding.rule));
    });
}

fn write_fix(json: &mut JsonWriter, reading: &Reading<'_>, fix: &Fix) {
    json.object(|json| {
        json.field("title", &fix.title);
        json.key("edits").list(&fix.edits, |json, edit| {
            json.object(|json| {
                json.place("span", place(reading, edit.span)).field("new_text", &edit.new_text);
            });
        });
        json.field("safe", &fix.safe);
    });
}

fn place(reading: &Reading<'_>, span: Span) -> Placed {
    reading.positions.place(span)
}

/// The findings of a draft, each as JSON on one line.
fn lines(reading: &Reading<'_>) -> impl Iterator<Item = String> {
    printed(reading).map(|finding| JsonWriter::text(|json| write_finding(json, reading, finding)))
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
    render: |reading, _| lines(reading).collect::<Vec<_>>().join(",\n"),
    ..Layout::BARE
};

/// An object for each finding, one a line.
pub(in crate::cli) const LINES: Layout =
    Layout { render: |reading, _| lines(reading).map(|line| line + "\n").collect(), ..Layout::BARE };
