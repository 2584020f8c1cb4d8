//! Checkstyle's XML, which most build servers read.

use super::layout::{Layout, Page};
use super::place::repository_path;
use super::xml::Elements;
use crate::cli::reading::Reading;
use crate::finding::Severity;

pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n",
    closing: "</checkstyle>\n",
    render,
    ..Layout::BARE
};

fn render(reading: &Reading<'_>, _: Page) -> String {
    let findings = reading.analysis.findings();
    if findings.is_empty() {
        return String::new();
    }
    let mut elements = Elements::new();
    elements.open("file", &[("name", &repository_path(&reading.draft.path))]);
    for finding in findings {
        let place = reading.positions.place(finding.span);
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Information | Severity::Hint => "info",
        };
        let attributes = [
            ("line", place.line.to_string().as_str()),
            ("column", &place.column.to_string()),
            ("severity", severity),
            ("message", &finding.message),
            ("source", &format!("copydesk.{}", finding.rule)),
        ]
        .map(|(name, value)| (name, value.to_owned()));
        elements.empty("error", &attributes.each_ref().map(|(name, value)| (*name, value.as_str())));
    }
    elements.close("file");
    elements.finish()
}
