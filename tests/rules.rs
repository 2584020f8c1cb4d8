//! The rules' pages: complete, sorted, and true.

#[path = "support/carets.rs"]
mod carets;

use copydesk::draft::Format;
use copydesk::rules::{ALL, Rule};

/// The stories on a rule's page, each in a fence of its own.
fn examples(rule: &'static Rule) -> impl Iterator<Item = &'static str> {
    rule.explanation.split("```story\n").skip(1).map(|rest| rest.split("```").next().expect("a split has a first part"))
}

#[test]
fn the_registry_is_sorted_and_each_name_is_in_kebab_case() {
    assert!(ALL.is_sorted_by(|a, b| a.name < b.name));
    for rule in ALL {
        assert!(
            rule.name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'),
            "{}",
            rule.name
        );
    }
}

#[test]
fn every_example_on_a_page_draws_exactly_its_findings() {
    for rule in ALL {
        for example in examples(rule) {
            if let Err(report) = carets::check(example, Format::Markdown) {
                panic!("{}:\n{example}\n{report}", rule.name);
            }
        }
    }
}

#[test]
fn every_page_shows_the_flaw_and_says_what_is_not_flagged() {
    for rule in ALL {
        let marker = format!("^ {}", rule.name);
        assert!(examples(rule).any(|example| example.contains(&marker)), "{} shows no example", rule.name);
        assert!(rule.explanation.contains("Not flagged:"), "{} does not say what it leaves alone", rule.name);
        assert!(
            rule.explanation.contains("Better:") || rule.name == "leftover-tk",
            "{} shows nothing better",
            rule.name
        );
    }
}
