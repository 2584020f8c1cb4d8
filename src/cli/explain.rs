//! `copydesk explain` and `copydesk rules`: what the rules ask, and why.

use std::fmt::Write;
use std::io;

use anstyle::Style;
use anyhow::anyhow;
use serde::Serialize;

use super::Status;
use super::arguments::{RulesFormat, unknown_rule};
use super::output::Page;
use super::output::json::{RULES_PAGE, line};
use super::terminal::{print, report_trouble};
use super::typeset::{fill, pad};
use crate::finding::Severity;
use crate::rules::{self, Rule};

const BOLD: Style = Style::new().bold();

/// A line of a page is easier to read if it is not too long.
const MOST_COLUMNS: usize = 80;

/// Prints the page of the rule called `name`; without a name the list, and how to go on.
pub(super) fn run(name: Option<&str>) -> io::Result<Status> {
    let columns = Page::of_stdout().width.min(MOST_COLUMNS);
    let Some(name) = name else {
        print(&format!("{}\nRun `copydesk explain RULE` for a rule's page.\n", list()))?;
        return Ok(Status::Clean);
    };
    if let Some(rule) = rules::find(name) {
        print(&page(rule, columns))?;
        return Ok(Status::Clean);
    }
    report_trouble(&anyhow!(unknown_rule(name)))?;
    Ok(Status::Trouble)
}

/// Prints the list of rules.
pub(super) fn print_list(format: RulesFormat) -> io::Result<Status> {
    match format {
        RulesFormat::Text => print(&list())?,
        RulesFormat::Json => print(&json_list())?,
    }
    Ok(Status::Clean)
}

fn list() -> String {
    let widest = rules::ALL.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for rule in rules::ALL {
        let (name, severity) = (pad(rule.name, widest), pad(&rule.severity.to_string(), 11));
        writeln!(out, "{BOLD}{name}{BOLD:#}  {severity}  {}", rule.summary).expect("writing to a string cannot fail");
    }
    out
}

#[derive(Serialize)]
struct RuleEntry {
    name: &'static str,
    severity: Severity,
    summary: &'static str,
    url: String,
}

fn json_list() -> String {
    let entry = |rule: &&Rule| RuleEntry {
        name: rule.name,
        severity: rule.severity,
        summary: rule.summary,
        url: format!("{RULES_PAGE}#{}", rule.name),
    };
    let rules: Vec<String> = rules::ALL.iter().map(|rule| line(&entry(rule))).collect();
    format!("{{\"version\": 1, \"rules\": [\n{}\n]}}\n", rules.join(",\n"))
}

/// A rule's page without its Markdown: paragraphs filled, examples indented.
fn page(rule: &Rule, columns: usize) -> String {
    let mut out = String::new();
    let mut set = |line: &str| writeln!(out, "{line}").expect("writing to a string cannot fail");
    set(&format!("{BOLD}{}{BOLD:#} ({})", rule.name, rule.severity));
    set(&fill(rule.summary, columns, 0));
    // Between fences stands an example; around them, paragraphs.
    for (number, part) in rule.explanation.split("```").enumerate() {
        if number % 2 == 1 {
            set("");
            part.lines().skip(1).for_each(|line| set(&format!("    {line}")));
        } else {
            for paragraph in part.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
                // A page has one sentence a line; a terminal's paragraph runs on.
                let words: Vec<&str> = paragraph.split_whitespace().collect();
                set("");
                set(&fill(&words.join(" "), columns, 0));
            }
        }
    }
    out
}
