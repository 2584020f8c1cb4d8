//! `docs/rules.md` is the rules' own pages, one after the other; it is written from them and never by hand.
//!
//! `UPDATE_EXPECT=1 cargo test --test rules_page` renews it.

use std::fmt::Write as _;

use copydesk::rules::{ALL, Rule};
use expect_test::expect_file;

const OPENING: &str = "\
# Rules

What the desk asks, why a reader minds, and what it leaves alone.
`copydesk explain RULE` prints the same pages.
Written from the rules themselves by `UPDATE_EXPECT=1 cargo test --test rules_page`: change them there.
";

#[test]
fn the_page_of_rules_says_what_the_rules_say() {
    let mut page = format!("{OPENING}\n| Rule | Severity | What it reports |\n|---|---|---|\n");
    for rule in ALL {
        let _ = writeln!(page, "| [{0}](#{0}) | {1} | {2} |", rule.name, severity(rule), rule.summary);
    }
    for rule in ALL {
        let _ = write!(page, "\n## {}\n\n*{}: {}.*\n\n{}", rule.name, severity(rule), rule.summary, body(rule));
    }
    expect_file!["../docs/rules.md"].assert_eq(&page);
}

fn severity(rule: &Rule) -> String {
    format!("{:?}", rule.severity).to_lowercase()
}

/// The rule's explanation, with one line feed at its end.
fn body(rule: &Rule) -> String {
    format!("{}\n", rule.explanation.trim())
}
