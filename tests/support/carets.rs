//! Reads stories with their expected findings in place.
//!
//! A line of spaces, carets and text speaks of the nearest earlier line long enough to stand above its carets,
//! and is removed before reading; columns count characters:
//!
//! ```text
//! Sources say the merger is off.
//! ^^^^^^^ bare-source: Which sources?
//! ```
//!
//! Behind the carets stands the rule and, after a colon, the beginning of its message.
//! A finding that runs over the line's end is expected on its first line only.

use std::fmt::Write as _;

use copydesk::analysis::Reader;
use copydesk::config::Settings;
use copydesk::draft::Format;
use copydesk::finding::Finding;
use copydesk::text::{LineIndex, Span};

/// A finding that a story expects.
#[derive(Debug)]
struct Expectation<'a> {
    span: Span,
    rule: &'a str,
    message: &'a str,
}

/// Reads `marked` as `format` and compares its findings with the carets in it; the mistake is a report by line.
pub(crate) fn check(marked: &str, format: Format) -> Result<(), String> {
    let (text, expected) = read_carets(marked);
    let analysis = Reader::new(Settings::default()).read(&text, format);
    let found = analysis.findings();
    let mut report = String::new();
    for expectation in &expected {
        if !found.iter().any(|finding| expectation.is_met_by(finding, &text)) {
            let _ =
                writeln!(report, "missing    {}", show(&text, expectation.span, expectation.rule, expectation.message));
        }
    }
    for finding in found {
        if !expected.iter().any(|expectation| expectation.is_met_by(finding, &text)) {
            let _ = writeln!(report, "unexpected {}", show(&text, finding.span, finding.rule, &finding.message));
        }
    }
    if report.is_empty() { Ok(()) } else { Err(report) }
}

impl Expectation<'_> {
    fn is_met_by(&self, finding: &Finding, text: &str) -> bool {
        let first_line = finding.span.of(text).lines().next().unwrap_or_default().len() as u32;
        finding.rule == self.rule
            && finding.message.starts_with(self.message)
            && self.span == Span::new(finding.span.start, finding.span.start + first_line)
    }
}

fn show(text: &str, span: Span, rule: &str, message: &str) -> String {
    let (line, _) = LineIndex::new(text).line_at(span.start);
    format!("line {}: {:?} {rule}: {message}", line + 1, span.of(text))
}

/// The story without its caret lines, and what they expect.
fn read_carets(marked: &str) -> (String, Vec<Expectation<'_>>) {
    let mut text = String::new();
    let mut lines: Vec<Span> = Vec::new();
    let mut expected = Vec::new();
    for line in marked.split_inclusive('\n') {
        let Some((from, to, rest)) = caret_line(line) else {
            let start = text.len() as u32;
            text.push_str(line);
            lines.push(Span::new(start, start + line.trim_end_matches(['\r', '\n']).len() as u32));
            continue;
        };
        let above = lines.iter().rev().find(|line| to <= line.of(&text).chars().count());
        let above = above.unwrap_or_else(|| panic!("no line above is long enough for {line:?}"));
        let offset = |column: usize| {
            let line = above.of(&text);
            above.start + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at) as u32
        };
        let (rule, message) = rest.split_once(':').unwrap_or((rest, ""));
        expected.push(Expectation {
            span: Span::new(offset(from), offset(to)),
            rule: rule.trim(),
            message: message.trim(),
        });
    }
    (text, expected)
}

/// First and last column of the carets, and the text behind them.
fn caret_line(line: &str) -> Option<(usize, usize, &str)> {
    let carets = line.trim_start_matches(' ');
    let from = line.len() - carets.len();
    let rest = carets.trim_start_matches('^');
    let to = from + carets.len() - rest.len();
    (from < to && rest.starts_with(' ')).then(|| (from, to, rest.trim()))
}
