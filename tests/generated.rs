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

/// The extension's settings list the rules, so that VS Code shows a row with a choice for each.
#[test]
fn the_settings_of_the_extension_list_every_rule() {
    const MANIFEST: &str = "editors/vscode/package.json";
    let manifest = std::fs::read_to_string(MANIFEST).expect("the extension is there");
    let (_, section) = manifest.split_once("\"copydesk.rules\": {").expect("the setting is there");
    let (_, section) = section.split_once("\"properties\": {\n").expect("it has properties");
    let (listed, rest) = section.split_once("            }\n          },").expect("they end");
    let before = manifest.len() - listed.len() - rest.len() - "            }\n          },".len();
    let renewed = format!("{}{}{}", &manifest[..before], rule_settings(), &manifest[before + listed.len()..]);
    expect_file!["../editors/vscode/package.json"].assert_eq(&renewed);
}

/// One line a rule, as the extension's manifest has it.
fn rule_settings() -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk")).args(["rules", "--output-format", "json"]).output();
    let rules: serde_json::Value = serde_json::from_slice(&output.expect("it runs").stdout).expect("it prints JSON");
    let lines = rules["rules"].as_array().expect("rules are listed").iter().map(|rule| {
        let summary = rule["summary"].as_str().expect("a rule has a summary");
        let severity = rule["severity"].as_str().expect("a rule has a severity");
        let description = serde_json::json!(format!("{summary} (of itself: {severity})"));
        let levels = r#"["off", "hint", "information", "warning", "error"]"#;
        format!(
            r#"              {}: {{ "type": "string", "enum": {levels}, "description": {description} }}"#,
            rule["name"]
        )
    });
    let lines: Vec<String> = lines.collect();
    lines.join(",\n") + "\n"
}
