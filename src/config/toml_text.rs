//! Reads `copydesk.toml`. A bad setting is reported at its line and its default used: the rest still counts.

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::globs::Globs;
use super::nearest::remedy;
use super::newsroom::{Change, Newsroom, Override, Setting};
use super::preset::{PRESETS, find_preset};
use super::written::names_in;
use super::{Level, Strictness};
use crate::story::KnownSource;
use crate::text::LineIndex;

const NOT_TOML: &str = "not TOML";

/// Something in a settings file that could not be used.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// Its line, counted from 1.
    pub line: u32,
    /// What is wrong and what would be right, one line.
    pub message: String,
}

/// Reads the text of a settings file. `rules` are the names of all rules.
///
/// Always gives settings; the complaints, by line, say which of them are defaults for want of better.
pub fn read_newsroom(text: &str, rules: &[&str]) -> (Newsroom, Vec<Complaint>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { lines: LineIndex::new(text), rules, complaints: Vec::new() };
    for error in &errors {
        let at = error.span().unwrap_or_default();
        reader.complain(at.start, format!("{NOT_TOML}: {}", error.message().replace('\n', ", ")));
    }
    let newsroom = reader.newsroom(table.get_ref());
    let mut complaints = reader.complaints;
    complaints.sort_by_key(|complaint| complaint.line);
    // What the parser made up for a broken line is nobody's setting.
    complaints.dedup_by(|later, earlier| later.line == earlier.line && earlier.message.starts_with(NOT_TOML));
    (newsroom, complaints)
}

type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;
type Value<'t> = Spanned<DeValue<'t>>;

struct Reader<'t> {
    lines: LineIndex,
    rules: &'t [&'t str],
    complaints: Vec<Complaint>,
}

impl Reader<'_> {
    fn newsroom(&mut self, table: &DeTable<'_>) -> Newsroom {
        let mut newsroom = Newsroom::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "extends" => newsroom.extends = self.extends(value),
                "rules" => newsroom.changes.extend(self.levels(value)),
                "figures" => newsroom.changes.extend(self.figures(value)),
                "files" => self.files(value, &mut newsroom),
                "sources" => newsroom.sources = self.each(key, value, Self::source),
                "overrides" => newsroom.overrides = self.each(key, value, Self::special),
                name => {
                    let remedy = remedy(name, &names_in(""));
                    self.complain(key.span().start, format!("unknown section \"{name}\"; {remedy}"));
                }
            }
        }
        newsroom
    }

    /// What the file starts from, with the line of the list; a preset that there is none of is left out.
    fn extends(&mut self, value: &Value<'_>) -> Vec<(String, u32)> {
        let line = self.line_of(value.span().start);
        let mut bases = self.texts("extends", value);
        bases.retain(|base| {
            let is_known = is_path(base) || find_preset(base).is_some();
            if !is_known {
                let presets: Vec<&str> = PRESETS.iter().map(|preset| preset.name).collect();
                let remedy = remedy(base, &presets);
                self.complain(value.span().start, format!("extends: unknown preset \"{base}\"; {remedy}"));
            }
            is_known
        });
        bases.into_iter().map(|base| (base, line)).collect()
    }

    /// `[rules]`: the levels by the rules' names.
    fn levels(&mut self, value: &Value<'_>) -> Vec<Change> {
        let mut levels = Vec::new();
        let Some(table) = self.table("[rules]", value) else { return levels };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if !self.rules.contains(&name) {
                let meant = super::nearest(name, self.rules.iter().copied());
                let remedy =
                    meant.map_or("`copydesk rules` lists them".to_owned(), |it| format!("did you mean \"{it}\"?"));
                self.complain(key.span().start, format!("unknown rule \"{name}\" in [rules]; {remedy}"));
            } else if let Some(level) = self.choice(name, value, Level::NAMES) {
                levels.push(Change {
                    setting: Setting::Level(name.to_owned(), level),
                    line: self.line_of(key.span().start),
                });
            }
        }
        levels
    }

    fn figures(&mut self, value: &Value<'_>) -> Vec<Change> {
        let mut changes = Vec::new();
        let Some(table) = self.table("[figures]", value) else { return changes };
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let setting = match name {
                "strictness" => self.choice(name, value, Strictness::NAMES).map(Setting::Strictness),
                "minimum-count" => self.number(name, value).map(Setting::MinimumCount),
                "minimum-money" => self.number(name, value).map(Setting::MinimumMoney),
                "percentages" => self.yes_or_no(name, value).map(Setting::Percentages),
                _ => {
                    self.unknown(key, "[figures]", "figures");
                    None
                }
            };
            let line = self.line_of(key.span().start);
            changes.extend(setting.map(|setting| Change { setting, line }));
        }
        changes
    }

    fn files(&mut self, value: &Value<'_>, newsroom: &mut Newsroom) {
        let Some(table) = self.table("[files]", value) else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                // An empty list is what the commented default shows: it includes what is included anyway.
                "include" => {
                    let is_empty = value.get_ref().as_array().is_some_and(|list| list.is_empty());
                    newsroom.include = (!is_empty).then(|| self.globs("include", value));
                }
                "exclude" => newsroom.exclude = Some(self.globs("exclude", value)),
                _ => self.unknown(key, "[files]", "files"),
            }
        }
    }

    /// One of `[[sources]]`; `None` without a name.
    fn source(&mut self, at: usize, table: &DeTable<'_>) -> Option<KnownSource> {
        let mut source = KnownSource::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "name" => source.name = self.text("name", value).unwrap_or_default(),
                "aliases" => source.aliases = self.texts("aliases", value),
                _ => self.unknown(key, "[[sources]]", "sources"),
            }
        }
        if source.name.trim().is_empty() {
            self.complain(at, "a source without a name; add name = \"…\"".to_owned());
            return None;
        }
        Some(source)
    }

    /// One of `[[overrides]]`; `None` without files.
    fn special(&mut self, at: usize, table: &DeTable<'_>) -> Option<Override> {
        let mut files = None;
        let mut changes = Vec::new();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "files" => files = Some(self.globs("files", value)),
                "rules" => changes.extend(self.levels(value)),
                "figures" => changes.extend(self.figures(value)),
                _ => self.unknown(key, "[[overrides]]", "overrides"),
            }
        }
        if files.is_none() {
            self.complain(at, "an override that names no files; add files = [\"…\"]".to_owned());
        }
        files.map(|files| Override { files, changes })
    }

    /// The tables of a list of tables, each read by `read`.
    fn each<T>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        read: fn(&mut Self, usize, &DeTable<'_>) -> Option<T>,
    ) -> Vec<T> {
        let name = key.get_ref();
        let DeValue::Array(array) = value.get_ref() else {
            self.complain(key.span().start, format!("\"{name}\" is a list; write [[{name}]]"));
            return Vec::new();
        };
        array
            .iter()
            .filter_map(|entry| {
                let table = self.table(&format!("[[{name}]]"), entry)?;
                read(self, entry.span().start, table)
            })
            .collect()
    }

    fn globs(&mut self, name: &str, value: &Value<'_>) -> Globs {
        let patterns = self.texts(name, value);
        let (globs, wrong) = Globs::read(patterns.iter().map(String::as_str));
        for (pattern, why) in wrong {
            self.complain(value.span().start, format!("{name}: \"{pattern}\" is no pattern of paths: {why}"));
        }
        globs
    }

    fn table<'v, 't>(&mut self, name: &str, value: &'v Value<'t>) -> Option<&'v DeTable<'t>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.complain(value.span().start, format!("{name} is a section with settings of its own"));
        }
        table
    }

    fn choice<T: Copy>(&mut self, name: &str, value: &Value<'_>, choices: &[(&str, T)]) -> Option<T> {
        let names: Vec<&str> = choices.iter().map(|&(name, _)| name).collect();
        let Some(written) = value.get_ref().as_str() else {
            self.complain(value.span().start, format!("{name}: use one of: {}", names.join(", ")));
            return None;
        };
        let chosen = choices.iter().find(|&&(name, _)| name == written);
        if chosen.is_none() {
            self.complain(
                value.span().start,
                format!("{name}: unknown value \"{written}\"; {}", remedy(written, &names)),
            );
        }
        chosen.map(|&(_, choice)| choice)
    }

    fn number(&mut self, name: &str, value: &Value<'_>) -> Option<Decimal> {
        let number = match value.get_ref() {
            DeValue::Integer(whole) => i64::from_str_radix(whole.as_str(), whole.radix()).ok().map(Decimal::from),
            DeValue::Float(float) => Decimal::from_str_exact(float.as_str()).ok(),
            _ => None,
        };
        let number = number.filter(|number| Decimal::ZERO <= *number);
        if number.is_none() {
            self.complain(value.span().start, format!("{name}: expected a number, zero or more"));
        }
        number
    }

    fn yes_or_no(&mut self, name: &str, value: &Value<'_>) -> Option<bool> {
        let answer = value.get_ref().as_bool();
        if answer.is_none() {
            self.complain(value.span().start, format!("{name}: expected true or false"));
        }
        answer
    }

    fn text(&mut self, name: &str, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.complain(value.span().start, format!("{name}: expected words between quotation marks"));
        }
        text.map(str::to_owned)
    }

    /// A list of words; one alone needs no brackets.
    fn texts(&mut self, name: &str, value: &Value<'_>) -> Vec<String> {
        match value.get_ref() {
            DeValue::Array(array) => self.text_list(name, array),
            _ => self.text(name, value).into_iter().collect(),
        }
    }

    fn text_list(&mut self, name: &str, array: &DeArray<'_>) -> Vec<String> {
        array.iter().filter_map(|entry| self.text(name, entry)).collect()
    }

    fn unknown(&mut self, key: &Key<'_>, head: &str, section: &str) {
        let name = key.get_ref();
        let remedy = remedy(name, &names_in(section));
        self.complain(key.span().start, format!("unknown key \"{name}\" in {head}; {remedy}"));
    }

    fn complain(&mut self, at: usize, message: String) {
        let line = self.line_of(at);
        self.complaints.push(Complaint { line, message });
    }

    fn line_of(&self, at: usize) -> u32 {
        self.lines.line_at(at as u32).0 + 1
    }
}

/// Whether an entry of `extends` is the path of a file rather than the name of a preset.
fn is_path(base: &str) -> bool {
    base.contains(['/', '\\', '.'])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;
    use crate::config::{FigureSettings, RULES_HERE, Settings, TEMPLATE};

    const RULES: &[&str] = &["hearsay", "unattributed-figure"];

    fn complaints(text: &str, expected: &Expect) {
        let (_, complaints) = read_newsroom(text, RULES);
        let lines: Vec<String> = complaints.iter().map(|it| format!("{}: {}\n", it.line, it.message)).collect();
        expected.assert_eq(&lines.concat());
    }

    #[test]
    fn every_setting_is_read() {
        let (newsroom, complaints) = read_newsroom(
            r#"
[rules]
hearsay = "off"

[figures]
strictness = "strict"
minimum-count = 20
minimum-money = 1_000.50
percentages = false

[[sources]]
name = "Millbrook Harbour Board"
aliases = ["the board", "MHB"]

[[overrides]]
files = ["sport/**"]
rules = { unattributed-figure = "hint" }
figures = { minimum-count = 500 }
"#,
            RULES,
        );
        assert_eq!(complaints, []);
        let figures = FigureSettings {
            strictness: Strictness::Strict,
            minimum_count: Decimal::from(20),
            minimum_money: Decimal::new(100_050, 2),
            percentages: false,
        };
        let source = KnownSource {
            name: "Millbrook Harbour Board".to_owned(),
            aliases: vec!["the board".to_owned(), "MHB".to_owned()],
        };
        let levels = BTreeMap::from([("hearsay".to_owned(), Level::Off)]);
        let settings = Settings { levels, figures, sources: vec![source] };
        assert_eq!(newsroom.settings_for("court/verdict.md"), settings);

        let sport = newsroom.settings_for("sport/cup/final.md");
        assert_eq!(sport.figures, FigureSettings { minimum_count: Decimal::from(500), ..settings.figures });
        assert_eq!(sport.levels.get("unattributed-figure"), Some(&Level::Hint));
        assert_eq!(sport.levels.get("hearsay"), Some(&Level::Off));
    }

    #[test]
    fn a_bad_setting_is_named_with_its_line_and_the_nearest_right_one() {
        complaints(
            "[rule]\n\n[rules]\nhersay = \"off\"\nhearsay = \"warn\"\nspelling = \"off\"\n",
            &expect![[r#"
                1: unknown section "rule"; did you mean "rules"?
                4: unknown rule "hersay" in [rules]; did you mean "hearsay"?
                5: hearsay: unknown value "warn"; did you mean "warning"?
                6: unknown rule "spelling" in [rules]; `copydesk rules` lists them
            "#]],
        );
        complaints(
            "[figures]\nmin-count = 5\nminimum-money = \"much\"\npercentages = 1\nstrictness = \"loud\"\n",
            &expect![[r#"
                2: unknown key "min-count" in [figures]; did you mean "minimum-count"?
                3: minimum-money: expected a number, zero or more
                4: percentages: expected true or false
                5: strictness: unknown value "loud"; use one of: relaxed, standard, strict
            "#]],
        );
    }

    #[test]
    fn a_section_of_the_wrong_shape_is_named() {
        complaints(
            "rules = 1\nsources = \"board\"\n[[overrides]]\nrules = { hearsay = \"off\" }\n[files]\nexclude = [\"a[b\", 3]\n",
            &expect![[r#"
                1: [rules] is a section with settings of its own
                2: "sources" is a list; write [[sources]]
                3: an override that names no files; add files = ["…"]
                6: exclude: expected words between quotation marks
                6: exclude: "a[b" is no pattern of paths: unclosed character class; missing ']'
            "#]],
        );
    }

    #[test]
    fn broken_toml_is_named_and_the_rest_still_counts() {
        let text = "[rules]\nhearsay = \n\n[figures]\nminimum-count = 7\n";
        complaints(
            text,
            &expect![[r#"
                2: not TOML: string values must be quoted, expected literal string
            "#]],
        );
        let (newsroom, _) = read_newsroom(text, RULES);
        assert_eq!(newsroom.settings_for("a.md").figures.minimum_count, Decimal::from(7));
    }

    #[test]
    fn files_are_wanted_by_pattern() {
        let (newsroom, _) = read_newsroom("[files]\ninclude = [\"*.copy\", \"*.md\"]\nexclude = [\"archive\"]", RULES);
        assert!(newsroom.wants("court/verdict.copy", false));
        assert!(!newsroom.wants("court/verdict.txt", true));
        assert!(!newsroom.wants("archive/verdict.md", true));
        assert!(Newsroom::default().wants("verdict.txt", true));
    }

    #[test]
    fn the_template_says_the_defaults() {
        let (newsroom, complaints) = read_newsroom(&TEMPLATE.replace(RULES_HERE, ""), RULES);
        assert_eq!(complaints, []);
        assert_eq!(newsroom.settings_for("a.md"), Settings::default());
        assert!(newsroom.wants("a.md", true) && !newsroom.wants("a.pdf", false));
    }

    #[test]
    fn the_examples_in_the_template_can_be_used_as_they_are() {
        let uncommented: Vec<&str> = TEMPLATE
            .lines()
            .map(|line| {
                line.strip_prefix('#')
                    .filter(|rest| !rest.starts_with(' ') && !rest.starts_with("RULES"))
                    .unwrap_or(line)
            })
            .collect();
        let (newsroom, complaints) = read_newsroom(&uncommented.join("\n"), RULES);
        assert_eq!(complaints, []);
        assert_ne!(newsroom.settings_for("sport/final.md"), Settings::default());
    }

    proptest! {
        #[test]
        fn any_text_gives_settings(text in "[\\[\\]a-z=\"' \n{},.#\\\\é0-9-]{0,200}") {
            let _ = read_newsroom(&text, RULES);
        }
    }
}
