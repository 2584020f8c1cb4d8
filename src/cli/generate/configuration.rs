//! The page of settings, made from the types that a settings file is checked against.

use std::fmt::Write;

use crate::config::{Key, PRESETS, Shape, keys, levels};

const OPENING: &str = include_str!("configuration.md");

/// `docs/configuration.md`.
pub(super) fn page() -> String {
    let mut page = OPENING.to_owned();
    for head in keys().iter().filter(|key| key.section.is_empty()) {
        let _ = write!(page, "\n### `{}`\n\n{}\n", head.head(), sentences(&head.description));
        match (head.name.as_str(), head.shape) {
            ("rules", _) => page += &choices("Level", "A rule at this level", &levels()),
            (_, Shape::Value) => page += &choices("Value", "Meaning", &head.values),
            _ => section(&mut page, head),
        }
    }
    page += "\n## Presets\n\nPlain settings files that come with copydesk; each line says what it is for.\n";
    for preset in PRESETS {
        let _ = write!(page, "\n### `{}`\n\n```toml\n{}\n```\n", preset.name, preset.text.trim_end());
    }
    page
}

/// The keys of a section, a row each, and what their values mean.
fn section(page: &mut String, head: &Key) {
    let own: Vec<&Key> = keys().iter().filter(|key| key.section == head.name).collect();
    *page += "\n| Key | Default | What it says |\n|---|---|---|\n";
    for key in &own {
        let default = if key.default.is_empty() { String::new() } else { format!("`{}`", key.default) };
        let _ = writeln!(page, "| `{}` | {default} | {} |", key.name, key.description);
    }
    for key in own.iter().filter(|key| key.values.iter().any(|(_, meaning)| !meaning.is_empty())) {
        *page += &choices(&format!("`{}`", key.name), "Meaning", &key.values);
    }
}

fn choices(head: &str, meaning: &str, values: &[(String, String)]) -> String {
    let mut table = format!("\n| {head} | {meaning} |\n|---|---|\n");
    for (value, meaning) in values {
        let _ = writeln!(table, "| `{value}` | {meaning} |");
    }
    table
}

/// One sentence a line, as all of our Markdown is.
fn sentences(text: &str) -> String {
    text.replace(". ", ".\n")
}
