//! reviewdog's diagnostic format, which it turns into review comments on any forge.

use serde::Serialize;

use super::json::line;
use super::layout::{Layout, Page};
use super::place::repository_path;
use crate::cli::positions::Unit;
use crate::cli::reading::Reading;
use crate::finding::{Finding, Fix, Severity};
use crate::text::Span;

/// One object with every finding.
pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "{\"source\": {\"name\": \"copydesk\"}, \"diagnostics\": [\n",
    between: ",\n",
    closing: "\n]}\n",
    render: |reading, _| diagnostics(reading).collect::<Vec<_>>().join(",\n"),
    ..Layout::BARE
};

/// An object for each finding, one a line.
pub(in crate::cli) const LINES: Layout =
    Layout { render: |reading, _: Page| diagnostics(reading).map(|it| it + "\n").collect(), ..Layout::BARE };

#[derive(Debug, Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location,
    severity: &'static str,
    source: Source,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<RelatedLocation<'a>>,
}

#[derive(Debug, Serialize)]
struct Source {
    name: &'static str,
}

#[derive(Debug, Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    range: Range,
}

#[derive(Debug, Serialize)]
struct Range {
    start: Position,
    end: Position,
}

/// Lines and columns count from 1, columns in bytes.
#[derive(Debug, Serialize)]
struct Position {
    line: u32,
    column: u32,
}

#[derive(Debug, Serialize)]
struct Suggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct RelatedLocation<'a> {
    message: &'a str,
    location: Location,
}

fn diagnostics<'a>(reading: &'a Reading<'_>) -> impl Iterator<Item = String> + 'a {
    reading.analysis.findings().iter().map(|finding| line(&diagnostic(reading, finding)))
}

fn diagnostic<'a>(reading: &Reading<'_>, finding: &'a Finding) -> Diagnostic<'a> {
    let help = finding.help.iter().map(|help| format!("\n{help}"));
    let related = finding.related.iter();
    Diagnostic {
        message: [finding.message.clone()].into_iter().chain(help).collect(),
        location: location(reading, finding.span),
        severity: match finding.severity {
            Severity::Error => "ERROR",
            Severity::Warning => "WARNING",
            Severity::Information | Severity::Hint => "INFO",
        },
        source: Source { name: "copydesk" },
        code: Code { value: finding.rule },
        suggestions: finding.fixes.iter().filter_map(|fix| suggestion(reading, fix)).collect(),
        related_locations: related
            .map(|other| RelatedLocation { message: &other.message, location: location(reading, other.span) })
            .collect(),
    }
}

/// A change in one place: several that only hold together cannot be told to reviewdog.
fn suggestion<'a>(reading: &Reading<'_>, fix: &'a Fix) -> Option<Suggestion<'a>> {
    let [edit] = &fix.edits[..] else { return None };
    Some(Suggestion { range: range(reading, edit.span), text: &edit.new_text })
}

fn location(reading: &Reading<'_>, span: Span) -> Location {
    Location { path: repository_path(&reading.draft.path), range: range(reading, span) }
}

fn range(reading: &Reading<'_>, span: Span) -> Range {
    let place = reading.positions.place_in(span, Unit::Bytes);
    Range {
        start: Position { line: place.line, column: place.column },
        end: Position { line: place.end_line, column: place.end_column },
    }
}
