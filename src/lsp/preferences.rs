//! What an editor's user has chosen: how copydesk behaves in the editor, as `copydesk.toml` says what it reports.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::config::Level;

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
    /// Levels of rules, over those of `copydesk.toml`.
    pub(super) rules: BTreeMap<String, Level>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            run: Run::OnType,
            inlay_hints: true,
            code_lens: true,
            stet: true,
            configuration: None,
            rules: BTreeMap::new(),
        }
    }
}

impl Preferences {
    /// Reads `settings`, with or without the `copydesk` around them. What is missing, or not understood, is at its default.
    pub(super) fn read(settings: &Value) -> Self {
        let settings = settings.get(SECTION).unwrap_or(settings);
        let default = Self::default();
        let rules: BTreeMap<String, Value> = field(settings, "/rules").unwrap_or_default();
        let levels = rules.into_iter().filter_map(|(rule, level)| Some((rule, serde_json::from_value(level).ok()?)));
        Self {
            run: field(settings, "/run").unwrap_or(default.run),
            inlay_hints: field(settings, "/inlayHints/enable").unwrap_or(default.inlay_hints),
            code_lens: field(settings, "/codeLens/enable").unwrap_or(default.code_lens),
            stet: field(settings, "/codeActions/stet").unwrap_or(default.stet),
            configuration: field(settings, "/configuration").filter(|path: &PathBuf| !path.as_os_str().is_empty()),
            rules: levels.collect(),
        }
    }
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
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_missing_or_wrong_is_at_its_default() {
        let settings =
            json!({"run": "sometimes", "inlayHints": {"enable": false}, "rules": {"hearsay": "off", "x": 3}});
        let expected = Preferences {
            inlay_hints: false,
            rules: BTreeMap::from([("hearsay".to_owned(), Level::Off)]),
            ..Preferences::default()
        };
        assert_eq!(Preferences::read(&settings), expected);
        assert_eq!(Preferences::read(&Value::Null), Preferences::default());
    }

    #[test]
    fn settings_may_come_within_their_section() {
        let settings = json!({"copydesk": {"run": "onSave", "configuration": ""}});
        assert_eq!(Preferences::read(&settings), Preferences { run: Run::OnSave, ..Preferences::default() });
    }
}
