//! The page of rules: the rules' own pages, one after the other.

use std::fmt::Write;

use crate::rules::{ALL, Rule};

const OPENING: &str = "\
# Rules

What the desk asks, why a reader minds, and what it leaves alone.
`copydesk explain RULE` prints the same pages.
Written from the rules themselves by `UPDATE_EXPECT=1 cargo test --test rules_page`: change them there.
";

/// `docs/rules.md`.
pub(super) fn page() -> String {
    let mut page = format!("{OPENING}\n| Rule | Severity | What it reports |\n|---|---|---|\n");
    for rule in ALL {
        let _ = writeln!(page, "| [{0}](#{0}) | {1} | {2} |", rule.name, rule.severity, rule.summary);
    }
    for rule in ALL {
        let _ = write!(page, "\n## {}\n\n*{}: {}.*\n\n{}", rule.name, rule.severity, rule.summary, body(rule));
    }
    page
}

/// The rule's explanation, with one line feed at its end.
fn body(rule: &Rule) -> String {
    format!("{}\n", rule.explanation.trim())
}
