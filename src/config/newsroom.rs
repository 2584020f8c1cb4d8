//! All that one settings file says: what holds everywhere, what holds for some files, which files are drafts.

use rust_decimal::Decimal;

use super::globs::Globs;
use super::{Level, Settings, Strictness};
use crate::story::KnownSource;

/// What a settings file says. Paths are relative to its folder, with `/` between their parts.
#[derive(Clone, Debug, Default)]
pub struct Newsroom {
    /// What it starts from, presets and paths, each with its line.
    pub(super) extends: Vec<(String, u32)>,
    pub(super) changes: Vec<Change>,
    pub(super) sources: Vec<KnownSource>,
    pub(super) include: Option<Globs>,
    pub(super) exclude: Option<Globs>,
    pub(super) overrides: Vec<Override>,
}

/// Settings of their own for some files.
#[derive(Clone, Debug)]
pub(super) struct Override {
    pub(super) files: Globs,
    pub(super) changes: Vec<Change>,
}

/// A setting that is written down, with its line.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) setting: Setting,
    pub(super) line: u32,
}

/// What a setting is set to.
#[derive(Clone, Debug)]
pub(super) enum Setting {
    Level(String, Level),
    Strictness(Strictness),
    MinimumCount(Decimal),
    MinimumMoney(Decimal),
    Percentages(bool),
}

impl Newsroom {
    /// The settings for the draft at `path` where this file alone holds.
    pub fn settings_for(&self, path: &str) -> Settings {
        let mut settings = Settings::default();
        self.apply(path, &mut settings);
        settings
    }

    /// Writes into `settings` what this file says for the draft at `path`.
    pub(super) fn apply(&self, path: &str, settings: &mut Settings) {
        for change in self.changes_for(path) {
            change.apply(settings);
        }
        for source in &self.sources {
            settings.sources.retain(|earlier| earlier.name != source.name);
            settings.sources.push(source.clone());
        }
    }

    /// What this file changes for the draft at `path`, in order: a later override wins over an earlier one.
    pub(super) fn changes_for<'a>(&'a self, path: &str) -> Vec<&'a Change> {
        let fitting = self.overrides.iter().filter(|special| special.files.fit(path));
        self.changes.iter().chain(fitting.flat_map(|special| &special.changes)).collect()
    }

    /// Whether the file at `path` is checked when its folder is; `by_default` holds where no pattern speaks.
    pub fn wants(&self, path: &str, by_default: bool) -> bool {
        let included = self.include.as_ref().map_or(by_default, |include| include.fit(path));
        included && !self.exclude.as_ref().is_some_and(|exclude| exclude.fit(path))
    }
}

impl Change {
    fn apply(&self, settings: &mut Settings) {
        let figures = &mut settings.figures;
        match &self.setting {
            Setting::Level(rule, level) => _ = settings.levels.insert(rule.clone(), *level),
            Setting::Strictness(strictness) => figures.strictness = *strictness,
            Setting::MinimumCount(least) => figures.minimum_count = *least,
            Setting::MinimumMoney(least) => figures.minimum_money = *least,
            Setting::Percentages(asked) => figures.percentages = *asked,
        }
    }

    /// The section, the key and the value, as they are written.
    pub(super) fn written(&self) -> (&'static str, &str, String) {
        match &self.setting {
            Setting::Level(rule, level) => ("rules", rule, name_of(Level::NAMES, level)),
            Setting::Strictness(strictness) => ("figures", "strictness", name_of(Strictness::NAMES, strictness)),
            Setting::MinimumCount(least) => ("figures", "minimum-count", least.to_string()),
            Setting::MinimumMoney(least) => ("figures", "minimum-money", least.to_string()),
            Setting::Percentages(asked) => ("figures", "percentages", asked.to_string()),
        }
    }
}

fn name_of<T: PartialEq>(names: &[(&str, T)], value: &T) -> String {
    let name = names.iter().find(|(_, other)| other == value).expect("every value has a name").0;
    format!("\"{name}\"")
}
