//! `docs/rules.md` is the rules' own pages, one after the other; it is written from them and never by hand.
//!
//! `UPDATE_EXPECT=1 cargo test --test rules_page` renews it.

use std::process::Command;

use expect_test::expect_file;

#[test]
fn the_page_of_rules_says_what_the_rules_say() {
    let output = Command::new(env!("CARGO_BIN_EXE_copydesk")).args(["generate", "rules"]).output().expect("it runs");
    expect_file!["../docs/rules.md"].assert_eq(&String::from_utf8_lossy(&output.stdout));
}
