//! What can be written in a `copydesk.toml`: the types that the JSON schema, the page of settings,
//! the completions of the editor and the remedies for a wrong key are all made from.
//!
//! The reader in `toml_text` goes through the file itself, because it has to say the line of what is wrong;
//! tests hold it to these types.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Level, PRESETS, Strictness};

/// The settings of a newsroom, as `copydesk.toml` holds them.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[schemars(title = "copydesk.toml")]
pub struct Written {
    /// What these settings start from: presets ("ap", "reuters", "bbc") and other settings files, as paths from this one.
    /// What this file says wins over what it starts from, and a later entry over an earlier one.
    pub extends: OneOrMore,
    /// What each rule does: "off", "hint", "information", "warning" or "error". `copydesk explain RULE` tells what it asks.
    pub rules: BTreeMap<String, Level>,
    /// What `unattributed-figure` asks a source for.
    pub figures: WrittenFigures,
    /// Which files are checked when a folder is. A pattern without a slash is a name at any depth.
    pub files: WrittenFiles,
    /// A source that drafts cite under several names; one block for each.
    pub sources: Vec<WrittenSource>,
    /// Settings of their own for some files; one block for each. A later block wins over an earlier one.
    pub overrides: Vec<WrittenOverride>,
}

/// Words, or a list of them.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
#[schemars(inline)]
pub enum OneOrMore {
    /// One.
    One(String),
    /// Several, or none.
    More(Vec<String>),
}

impl Default for OneOrMore {
    fn default() -> Self {
        Self::More(Vec::new())
    }
}

/// What `unattributed-figure` asks a source for.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[schemars(inline)]
pub struct WrittenFigures {
    /// How much is asked.
    pub strictness: Strictness,
    /// The least count that needs a source. Counts of dead and hurt always do.
    #[schemars(range(min = 0))]
    pub minimum_count: f64,
    /// The least sum that needs a source, in units of its currency.
    #[schemars(range(min = 0))]
    pub minimum_money: f64,
    /// Whether percentages and shares need one.
    pub percentages: bool,
}

impl Default for WrittenFigures {
    fn default() -> Self {
        Self { strictness: Strictness::Standard, minimum_count: 100.0, minimum_money: 10_000.0, percentages: true }
    }
}

/// Which files are checked when a folder is.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[schemars(inline)]
pub struct WrittenFiles {
    /// Patterns of the files that are checked. Empty: every .txt, .md, .html, .adoc and .eml file.
    pub include: OneOrMore,
    /// Patterns of files that are never checked, unless named on the command line. `.gitignore` and `.copydeskignore` count as well.
    pub exclude: OneOrMore,
}

/// A source that drafts cite under several names.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(inline)]
pub struct WrittenSource {
    /// What the ledger calls it.
    pub name: String,
    /// Its other names and short forms.
    #[serde(default)]
    pub aliases: OneOrMore,
}

/// Settings of their own for some files.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(inline)]
pub struct WrittenOverride {
    /// Patterns of the files that it holds for, from the settings file's folder.
    pub files: OneOrMore,
    /// Levels of rules in these files.
    #[serde(default)]
    pub rules: BTreeMap<String, Level>,
    /// What needs a source in these files; what is not written stays as it is elsewhere.
    #[serde(default)]
    pub figures: WrittenFigures,
}

/// A key of a settings file.
#[derive(Clone, Debug)]
pub struct Key {
    /// The section that it stands in; empty for the sections themselves and for keys above all sections.
    pub section: String,
    /// The key.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// Whether it is a section (`[name]`) or a list of sections (`[[name]]`) rather than a value.
    pub shape: Shape,
    /// The values that it takes, with what each does, where they can be listed.
    pub values: Vec<(String, String)>,
    /// What holds without it, as it would be written; empty where there is nothing to write.
    pub default: String,
}

/// How a key is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `key = value`
    Value,
    /// `[key]`
    Section,
    /// `[[key]]`, as often as needed
    Sections,
}

impl Key {
    /// The key as it is written: a section between its brackets.
    pub fn head(&self) -> String {
        match self.shape {
            Shape::Value => self.name.clone(),
            Shape::Section => format!("[{}]", self.name),
            Shape::Sections => format!("[[{}]]", self.name),
        }
    }
}

/// Every key that a settings file may hold, but the names of rules.
pub fn keys() -> &'static [Key] {
    static KEYS: LazyLock<Vec<Key>> = LazyLock::new(read_keys);
    &KEYS
}

/// The names of the keys of `section`.
pub(super) fn names_in(section: &str) -> Vec<&'static str> {
    keys().iter().filter(|key| key.section == section).map(|key| key.name.as_str()).collect()
}

/// The JSON schema of a settings file; `rules` are the names of all rules with what each reports.
pub fn schema(rules: &[(&str, &str)]) -> Value {
    let mut schema = bare_schema();
    let names: serde_json::Map<String, Value> = rules
        .iter()
        .map(|(name, summary)| ((*name).to_owned(), json!({"description": summary, "$ref": "#/$defs/Level"})))
        .collect();
    for place in ["/properties/rules", "/properties/overrides/items/properties/rules"] {
        let levels = schema.pointer_mut(place).expect("the types have rules there");
        levels["properties"] = Value::Object(names.clone());
        levels["additionalProperties"] = Value::Bool(false);
    }
    // What an override does not write stays as it is elsewhere: it has no defaults of its own.
    let special = schema.pointer_mut("/properties/overrides/items/properties/figures").expect("overrides have figures");
    drop_defaults(special);
    let presets: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
    schema["properties"]["extends"]["examples"] = json!(presets);
    schema
}

fn drop_defaults(value: &mut Value) {
    if let Value::Object(map) = value {
        map.remove("default");
        map.values_mut().for_each(drop_defaults);
    }
}

fn bare_schema() -> Value {
    let mut schema = Schema::to_value(schema_for!(Written));
    join_lines(&mut schema);
    schema
}

/// A description is a paragraph, where the code breaks its lines.
fn join_lines(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if key == "description" => *text = text.replace('\n', " "),
                    _ => join_lines(value),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(join_lines),
        _ => {}
    }
}

fn read_keys() -> Vec<Key> {
    let schema = bare_schema();
    let mut keys = Vec::new();
    for (name, own) in properties(&schema) {
        let shape = match own["type"].as_str() {
            Some("object") => Shape::Section,
            Some("array") => Shape::Sections,
            _ => Shape::Value,
        };
        keys.push(key_of("", name, own, shape, &schema));
        let inner = if shape == Shape::Sections { &own["items"] } else { own };
        keys.extend(properties(inner).map(|(inner, value)| key_of(name, inner, value, Shape::Value, &schema)));
    }
    keys
}

fn properties(schema: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let map = schema["properties"].as_object();
    map.into_iter().flatten().map(|(name, value)| (name.as_str(), value))
}

fn key_of(section: &str, name: &str, own: &Value, shape: Shape, schema: &Value) -> Key {
    let text = |value: &Value| value["description"].as_str().unwrap_or_default().to_owned();
    let mut values = Vec::new();
    if let Some(path) = own["$ref"].as_str().and_then(|path| path.strip_prefix('#')) {
        let choices = schema.pointer(path).and_then(|it| it["oneOf"].as_array());
        let choices = choices.into_iter().flatten();
        values.extend(choices.map(|choice| (choice["const"].to_string(), text(choice))));
    } else if own["type"] == "boolean" {
        values.extend(["true", "false"].map(|value| (value.to_owned(), String::new())));
    } else if (section, name) == ("", "extends") {
        values.extend(PRESETS.iter().map(|preset| (format!("\"{}\"", preset.name), preset.summary.to_owned())));
    }
    let default = match (&own["default"], shape) {
        (_, Shape::Section | Shape::Sections) | (Value::Object(_) | Value::Null, _) => String::new(),
        (Value::Number(number), _) => number.as_f64().unwrap_or_default().to_string(),
        (value, _) => value.to_string(),
    };
    Key { section: section.to_owned(), name: name.to_owned(), description: text(own), shape, values, default }
}

/// The levels that a rule can have, with what each does.
pub fn levels() -> Vec<(String, String)> {
    let schema = Schema::to_value(schema_for!(Level));
    let choices = schema["oneOf"].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    choices.map(|choice| (choice["const"].to_string(), text(&choice["description"]))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{RULES_HERE, TEMPLATE, read_newsroom};

    #[test]
    fn every_key_of_the_types_is_read() {
        for key in keys().iter().filter(|key| !key.section.is_empty()) {
            let head = keys().iter().find(|head| head.section.is_empty() && head.name == key.section);
            let text = format!("{}\n{} = 0\n", head.expect("a section is a key").head(), key.name);
            let (_, complaints) = read_newsroom(&text, &[]);
            assert!(complaints.iter().all(|it| !it.message.contains("unknown")), "{text}{complaints:?}");
        }
        let (_, complaints) = read_newsroom("extends = 0\n", &[]);
        assert!(complaints.iter().all(|it| !it.message.contains("unknown")), "{complaints:?}");
    }

    #[test]
    fn the_defaults_of_the_types_are_those_of_a_reading() {
        let section: Vec<String> = keys()
            .iter()
            .filter(|key| key.section == "figures")
            .map(|key| format!("{} = {}", key.name, key.default))
            .collect();
        let (newsroom, complaints) = read_newsroom(&format!("[figures]\n{}\n", section.join("\n")), &[]);
        assert_eq!((section.len(), complaints), (4, Vec::new()));
        assert_eq!(newsroom.settings_for("a.md"), crate::config::Settings::default());
    }

    #[test]
    fn the_template_and_its_examples_have_the_types() {
        let uncommented: Vec<&str> = TEMPLATE
            .lines()
            .filter(|line| *line != RULES_HERE.trim())
            .map(|line| line.strip_prefix('#').filter(|rest| !rest.starts_with(' ')).unwrap_or(line))
            .collect();
        let written: Written = toml::from_str(&uncommented.join("\n")).expect("the template has the types");
        assert_eq!((written.sources.len(), written.overrides.len()), (1, 1));
        for preset in PRESETS {
            let _: Written = toml::from_str(preset.text).expect("a preset has the types");
        }
    }
}
