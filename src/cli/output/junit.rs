//! JUnit's XML: a draft is a suite, each finding a test that failed, and a draft without one a test that passed.

use super::layout::{Layout, Page};
use super::place::{other_place, repository_path};
use super::xml::Elements;
use crate::cli::reading::Reading;
use crate::finding::Finding;

pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"copydesk\">\n",
    closing: "</testsuites>\n",
    render,
    ..Layout::BARE
};

fn render(reading: &Reading<'_>, _: Page) -> String {
    let path = repository_path(&reading.draft.path);
    let findings = reading.analysis.findings();
    let (failures, tests) = (findings.len().to_string(), findings.len().max(1).to_string());
    let mut elements = Elements::new();
    let counts = [("name", path.as_str()), ("tests", &tests), ("failures", &failures), ("errors", "0")];
    elements.open("testsuite", &counts);
    if findings.is_empty() {
        elements.empty("testcase", &[("classname", &path), ("name", "copydesk")]);
    }
    for finding in findings {
        test(&mut elements, reading, &path, finding);
    }
    elements.close("testsuite");
    elements.finish()
}

fn test(elements: &mut Elements, reading: &Reading<'_>, path: &str, finding: &Finding) {
    let place = reading.positions.place(finding.span);
    let name = format!("{} at {}:{}", finding.rule, place.line, place.column);
    elements.open("testcase", &[("classname", path), ("name", &name)]);
    let kind = finding.severity.to_string();
    elements.open("failure", &[("type", &kind), ("message", &finding.message)]);
    let mut lines = vec![format!("{path}:{}:{}: “{}”", place.line, place.column, finding.span.of(&reading.draft.text))];
    for other in &finding.related {
        let line = reading.positions.place(other.span).line;
        lines.push(format!("{path}:{line}: {}", other_place(reading, other)));
    }
    lines.extend(finding.help.clone());
    elements.text(&lines.join("\n"));
    elements.close("failure").close("testcase");
}
