//! What `copydesk generate` prints is what stands in `docs/`, so that no page is behind the program.
//!
//! `UPDATE_EXPECT=1 cargo test --test generated` renews the pages.

use std::process::Command;

use expect_test::{ExpectFile, expect_file};

fn generated(what: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk")).arg("generate").args(what).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("what is printed is UTF-8")
}

fn check(what: &str, file: &ExpectFile) {
    file.assert_eq(&generated(&[what]));
}

#[test]
fn the_page_of_settings_says_what_the_types_say() {
    check("configuration", &expect_file!["../docs/configuration.md"]);
}

#[test]
fn the_schema_of_settings_says_what_the_types_say() {
    check("schema", &expect_file!["../docs/copydesk.schema.json"]);
}

#[test]
fn shells_get_their_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(generated(&["completions", shell]).contains("output-format"), "{shell}");
    }
}

#[test]
fn the_manual_has_a_page_for_copydesk_and_for_each_command() {
    let page = generated(&["man"]);
    assert!(page.contains(".TH copydesk 1") && page.contains("copydesk\\-lint(1)"), "{page}");
    let page = generated(&["man", "lint"]);
    assert!(page.contains(".TH copydesk-lint 1") && page.contains("\\-\\-fail\\-on"), "{page}");
}
