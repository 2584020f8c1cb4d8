//! SARIF 2.1.0, as code scanning services and editors read it.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::json;
use serde_sarif::sarif::{
    ArtifactChange, ArtifactContent, ArtifactLocation, Fix, Invocation, Location, Message, MultiformatMessageString,
    PhysicalLocation, Region, Replacement, ReportingConfiguration, ReportingDescriptor, Result, ResultLevel, Tool,
    ToolComponent,
};

use super::json::line;
use super::layout::{Layout, Page};
use super::place::repository_path;
use crate::cli::positions::Unit;
use crate::cli::reading::Reading;
use crate::cli::tally::Tally;
use crate::finding::{self, Finding, Severity};
use crate::rules::{self, Rule};
use crate::text::Span;

pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", \"version\": \"2.1.0\", \
              \"runs\": [{\"columnKind\": \"utf16CodeUnits\", \"results\": [\n",
    between: ",\n",
    closing: "}]}\n",
    render,
    conclude,
    ..Layout::BARE
};

/// What the fingerprints are called; the number changes when they are made otherwise.
const FINGERPRINT: &str = "copydeskFingerprint/v1";

/// What has another meaning in an address, or none. A colon would end the name of a scheme.
const UNSAFE: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

fn render(reading: &Reading<'_>, _: Page) -> String {
    let findings = reading.analysis.findings().iter().zip(reading.analysis.fingerprints());
    let results = findings.map(|(finding, print)| line(&result(reading, finding, print)));
    results.collect::<Vec<_>>().join(",\n")
}

/// The tool with the pages of the rules that found something, and how the run went.
fn conclude(tally: &Tally) -> String {
    let rules: Vec<ReportingDescriptor> =
        rules::ALL.iter().filter(|rule| tally.has_found(rule.name)).map(|rule| descriptor(rule)).collect();
    let version = env!("CARGO_PKG_VERSION");
    let driver = ToolComponent::builder().name("copydesk").version(version).semantic_version(version).rules(rules);
    let tool = Tool::builder().driver(driver.build()).build();
    let invocation = Invocation::builder().execution_successful(!tally.has_trouble).build();
    format!("\n], \"tool\": {}, \"invocations\": [{}]", line(&tool), line(&invocation))
}

fn descriptor(rule: &Rule) -> ReportingDescriptor {
    let page = rule.explanation.trim();
    ReportingDescriptor::builder()
        .id(rule.name)
        .short_description(MultiformatMessageString::builder().text(format!("{}.", sentence(rule.summary))).build())
        .help(MultiformatMessageString::builder().text(page).markdown(page).build())
        .default_configuration(ReportingConfiguration::builder().level(json!(level(rule.severity))).build())
        .build()
}

fn result(reading: &Reading<'_>, finding: &Finding, fingerprint: &str) -> Result {
    let related = (0_i64..).zip(&finding.related).map(|(number, other)| {
        let location = place(reading, other.span);
        Location::builder().id(number).physical_location(location).message(message(&other.message)).build()
    });
    let text = match &finding.help {
        Some(help) => format!("{} {help}", finding.message),
        None => finding.message.clone(),
    };
    let mut result = Result::builder()
        .rule_id(finding.rule)
        .level(level(finding.severity))
        .message(message(&text))
        .locations(vec![Location::builder().physical_location(place(reading, finding.span)).build()])
        .partial_fingerprints([(FINGERPRINT.to_owned(), fingerprint.to_owned())])
        .build();
    result.related_locations = Some(related.collect()).filter(|related: &Vec<_>| !related.is_empty());
    let fixes: Vec<Fix> = finding.fixes.iter().map(|it| fix(reading, it)).collect();
    result.fixes = Some(fixes).filter(|fixes| !fixes.is_empty());
    result
}

fn fix(reading: &Reading<'_>, fix: &finding::Fix) -> Fix {
    let replacements = fix.edits.iter().map(|edit| {
        let content = ArtifactContent::builder().text(edit.new_text.clone()).build();
        Replacement::builder().deleted_region(region(reading, edit.span)).inserted_content(content).build()
    });
    let replacements: Vec<Replacement> = replacements.collect();
    let change = ArtifactChange::builder().artifact_location(artifact(reading)).replacements(replacements).build();
    Fix::builder().description(message(&fix.title)).artifact_changes(vec![change]).build()
}

fn place(reading: &Reading<'_>, span: Span) -> PhysicalLocation {
    PhysicalLocation::builder().artifact_location(artifact(reading)).region(region(reading, span)).build()
}

fn region(reading: &Reading<'_>, span: Span) -> Region {
    let place = reading.positions.place_in(span, Unit::Utf16);
    Region::builder()
        .start_line(place.line)
        .start_column(place.column)
        .end_line(place.end_line)
        .end_column(place.end_column)
        .build()
}

fn artifact(reading: &Reading<'_>) -> ArtifactLocation {
    ArtifactLocation::builder().uri(address(&repository_path(&reading.draft.path))).build()
}

/// The address of a file: relative as its path is, or absolute.
fn address(path: &str) -> String {
    let drive = path.as_bytes().get(1..3) == Some(b":/");
    let encoded = utf8_percent_encode(path, UNSAFE).to_string();
    match path {
        _ if path.starts_with('/') => format!("file://{encoded}"),
        _ if drive => format!("file:///{}", encoded.replacen("%3A", ":", 1)),
        _ => encoded,
    }
}

fn level(severity: Severity) -> ResultLevel {
    match severity {
        Severity::Error => ResultLevel::Error,
        Severity::Warning => ResultLevel::Warning,
        Severity::Information | Severity::Hint => ResultLevel::Note,
    }
}

fn message(text: &str) -> Message {
    Message::builder().text(text).build()
}

/// `text` with a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_an_address() {
        assert_eq!(address("wire/Fähre 50%.md"), "wire/F%C3%A4hre%2050%25.md");
        assert_eq!(address("a:b.md"), "a%3Ab.md");
        assert_eq!(address("/desk/a#1.md"), "file:///desk/a%231.md");
        assert_eq!(address("C:/desk/a.md"), "file:///C:/desk/a.md");
    }
}
