//! Findings as diagnostics, pushed or pulled.

use std::hash::Hasher;
use std::str::FromStr;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHasher};
use serde_json::json;
use tower_lsp::ls_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    DocumentDiagnosticReport, FullDocumentDiagnosticReport, Location, NumberOrString,
    RelatedFullDocumentDiagnosticReport, RelatedUnchangedDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport,
    Uri,
};

use super::settings_file;
use crate::finding::{Finding, Severity};
use crate::lsp::convert::Positions;
use crate::lsp::document::{Document, Kind, Reading, lock};
use crate::lsp::features::Features;
use crate::lsp::preferences::Run;
use crate::rules;

/// Where the rules' pages are.
const PAGES: &str = "https://github.com/copydesk/copydesk/blob/main/docs/rules.md";

/// The page of each rule: read as an address once and not for each finding at each key press.
static PAGE_OF: LazyLock<FxHashMap<&str, Uri>> = LazyLock::new(|| {
    let page = |name: &'static str| Some((name, Uri::from_str(&format!("{PAGES}#{name}")).ok()?));
    rules::ALL.iter().filter_map(|rule| page(rule.name)).collect()
});

/// The rule whose findings are about words that no longer do anything.
const UNUSED: &str = "unused-stet";

/// The findings of a reading as an editor shows them; none for a draft that the newsroom leaves out.
pub(in crate::lsp) fn of_reading(reading: &Reading, uri: &Uri, features: &Features) -> Vec<Diagnostic> {
    match reading.snapshot.kind {
        Kind::Newsroom => return settings_file::diagnostics(reading, features),
        Kind::Draft(_) if !reading.snapshot.terms.wanted => return Vec::new(),
        Kind::Draft(_) => {}
    }
    let positions = reading.positions(features.encoding);
    let findings = reading.analysis.findings().iter().zip(reading.analysis.fingerprints());
    findings.map(|(finding, fingerprint)| to_diagnostic(finding, fingerprint, positions, uri, features)).collect()
}

/// What an editor that pulls is shown of `document`: the newest text's findings, or those of the text last saved.
pub(in crate::lsp) fn shown(document: &Document, run: Run, features: &Features) -> Vec<Diagnostic> {
    let snapshot = document.snapshot();
    let mut last = lock(&document.shown);
    let is_due = run == Run::OnType || last.as_ref().is_none_or(|(revision, _)| *revision < snapshot.saved);
    if let Some((revision, found)) = last.as_ref()
        && (!is_due || *revision == snapshot.revision)
    {
        return found.clone();
    }
    let revision = snapshot.revision;
    let found = of_reading(&document.read(snapshot), &document.uri, features);
    *last = Some((revision, found.clone()));
    found
}

/// A name for these diagnostics: the same diagnostics have the same name, whatever was typed and undone between.
pub(in crate::lsp) fn result_id(diagnostics: &[Diagnostic]) -> String {
    let mut hasher = FxHasher::default();
    hasher.write(&serde_json::to_vec(diagnostics).unwrap_or_default());
    format!("{:016x}", hasher.finish())
}

/// The answer to an editor that has the diagnostics called `previous`.
pub(in crate::lsp) fn report(diagnostics: Vec<Diagnostic>, previous: Option<&str>) -> DocumentDiagnosticReport {
    let result_id = result_id(&diagnostics);
    if previous == Some(result_id.as_str()) {
        return DocumentDiagnosticReport::Unchanged(RelatedUnchangedDocumentDiagnosticReport {
            related_documents: None,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        });
    }
    DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
        related_documents: None,
        full_document_diagnostic_report: FullDocumentDiagnosticReport {
            result_id: Some(result_id),
            items: diagnostics,
        },
    })
}

fn to_diagnostic(
    finding: &Finding,
    fingerprint: &str,
    positions: Positions<'_>,
    uri: &Uri,
    features: &Features,
) -> Diagnostic {
    let page = PAGE_OF.get(finding.rule).filter(|_| features.code_description).cloned();
    Diagnostic {
        range: positions.range_of(finding.span),
        severity: Some(to_severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        code_description: page.map(|href| CodeDescription { href }),
        source: Some("copydesk".to_owned()),
        message: message(finding),
        related_information: related(finding, positions, uri, features),
        tags: (finding.rule == UNUSED).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: Some(json!({ "fingerprint": fingerprint })),
    }
}

/// The desk's question, and under it what to do.
fn message(finding: &Finding) -> String {
    finding.help.as_ref().map_or_else(|| finding.message.clone(), |help| [finding.message.as_str(), help].join("\n"))
}

fn related(
    finding: &Finding,
    positions: Positions<'_>,
    uri: &Uri,
    features: &Features,
) -> Option<Vec<DiagnosticRelatedInformation>> {
    let related = finding.related.iter().map(|other| DiagnosticRelatedInformation {
        location: Location { uri: uri.clone(), range: positions.range_of(other.span) },
        message: other.message.clone(),
    });
    (features.related_information && !finding.related.is_empty()).then(|| related.collect())
}

fn to_severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}
