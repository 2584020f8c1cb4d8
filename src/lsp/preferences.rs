//! What an editor's user has chosen: how copydesk behaves in the editor, as `copydesk.toml` says what it reports.

use std::fmt::Write;
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The section of an editor's settings that is copydesk's.
pub(super) const SECTION: &str = "copydesk";

/// When a draft is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Run {
    /// As it is typed.
    #[default]
    OnType,
    /// When it is saved.
    OnSave,
}

/// The settings of an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Preferences {
    /// When diagnostics are brought up to date.
    pub(super) run: Run,
    /// Whether sums and names are shown beside the words.
    pub(super) inlay_hints: bool,
    /// Whether a line of counts is shown above the story.
    pub(super) code_lens: bool,
    /// Whether `stet` is among the actions.
    pub(super) stet: bool,
    /// A `copydesk.toml` to use in place of the one found up the tree.
    pub(super) configuration: Option<PathBuf>,
    /// What is to be reported where no `copydesk.toml` says so, written as one; empty where nothing is chosen.
    pub(super) house: String,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            run: Run::OnType,
            inlay_hints: true,
            code_lens: true,
            stet: true,
            configuration: None,
            house: String::new(),
        }
    }
}

impl Preferences {
    /// Reads `settings`, with or without the `copydesk` around them. What is missing, or not understood, is at its default.
    pub(super) fn read(settings: &Value) -> Self {
        let settings = settings.get(SECTION).unwrap_or(settings);
        let default = Self::default();
        Self {
            run: field(settings, "/run").unwrap_or(default.run),
            inlay_hints: field(settings, "/inlayHints/enable").unwrap_or(default.inlay_hints),
            code_lens: field(settings, "/codeLens/enable").unwrap_or(default.code_lens),
            stet: field(settings, "/codeActions/stet").unwrap_or(default.stet),
            configuration: field(settings, "/configuration").filter(|path: &PathBuf| !path.as_os_str().is_empty()),
            house: house(settings),
        }
    }
}

/// The choices about what is reported, as a settings file has them. What is wrong with them, its reader says.
fn house(settings: &Value) -> String {
    let mut text = String::new();
    if let Some(preset) = field::<String>(settings, "/preset").filter(|name| !name.is_empty() && name != "none") {
        _ = writeln!(text, "extends = [{}]", json!(preset));
    }
    for section in ["rules", "figures"] {
        let Some(keys) = settings.get(section).and_then(Value::as_object).filter(|keys| !keys.is_empty()) else {
            continue;
        };
        _ = writeln!(text, "[{section}]");
        // What JSON calls a text, a number or a truth value, TOML calls the same.
        for (key, value) in keys.iter().filter(|(_, value)| !value.is_object() && !value.is_null()) {
            _ = writeln!(text, "{} = {value}", json!(to_kebab(key)));
        }
    }
    text
}

/// The key as a settings file writes it: `minimumCount` is `minimum-count` there.
fn to_kebab(key: &str) -> String {
    let mut kebab = String::with_capacity(key.len());
    for letter in key.chars() {
        if letter.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

fn field<T: DeserializeOwned>(settings: &Value, path: &str) -> Option<T> {
    let value = settings.pointer(path).filter(|value| !value.is_null())?;
    match serde_json::from_value(value.clone()) {
        Ok(value) => Some(value),
        Err(error) => {
            tracing::warn!("the setting copydesk{} is not understood: {error}", path.replace('/', "."));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_wrong_is_at_its_default() {
        let settings = json!({"run": "sometimes", "inlayHints": {"enable": false}, "rules": {}});
        let expected = Preferences { inlay_hints: false, ..Preferences::default() };
        assert_eq!(Preferences::read(&settings), expected);
        assert_eq!(Preferences::read(&Value::Null), Preferences::default());
    }

    #[test]
    fn what_is_to_be_reported_is_written_as_a_settings_file() {
        let settings = json!({
            "preset": "ap",
            "rules": {"hearsay": "off", "x": null},
            "figures": {"minimumCount": 250, "percentages": false, "strictness": "strict"},
        });
        let expected = "extends = [\"ap\"]\n[rules]\n\"hearsay\" = \"off\"\n\
            [figures]\n\"minimum-count\" = 250\n\"percentages\" = false\n\"strictness\" = \"strict\"\n";
        assert_eq!(Preferences::read(&settings).house, expected);
        assert_eq!(Preferences::read(&json!({"preset": "none"})).house, "");
    }

    #[test]
    fn settings_may_come_within_their_section() {
        let settings = json!({"copydesk": {"run": "onSave", "configuration": ""}});
        assert_eq!(Preferences::read(&settings), Preferences { run: Run::OnSave, ..Preferences::default() });
    }
}
