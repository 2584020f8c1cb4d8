//! All that a settings file says: what holds everywhere, what holds for some files, which files are drafts.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::globs::Globs;
use super::{FigureSettings, Level, Settings, Strictness};

/// What a settings file says. Paths are relative to its folder, with `/` between their parts.
#[derive(Clone, Debug, Default)]
pub struct Newsroom {
    pub(super) settings: Settings,
    pub(super) include: Option<Globs>,
    pub(super) exclude: Globs,
    pub(super) overrides: Vec<Override>,
}

/// Settings of their own for some files.
#[derive(Clone, Debug)]
pub(super) struct Override {
    pub(super) files: Globs,
    pub(super) changes: Changes,
}

/// Settings that are written down; what is not written stays as it was.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    pub(super) levels: BTreeMap<String, Level>,
    pub(super) strictness: Option<Strictness>,
    pub(super) minimum_count: Option<Decimal>,
    pub(super) minimum_money: Option<Decimal>,
    pub(super) percentages: Option<bool>,
}

impl Newsroom {
    /// The settings for the draft at `path`: a later override wins over an earlier one.
    pub fn settings_for(&self, path: &str) -> Settings {
        let mut settings = self.settings.clone();
        for special in self.overrides.iter().filter(|special| special.files.fit(path)) {
            special.changes.apply(&mut settings);
        }
        settings
    }

    /// Whether the file at `path` is checked when its folder is; `by_default` holds where no pattern speaks.
    pub fn wants(&self, path: &str, by_default: bool) -> bool {
        let included = self.include.as_ref().map_or(by_default, |include| include.fit(path));
        included && !self.exclude.fit(path)
    }
}

impl Changes {
    /// Writes the changes into `settings`.
    pub(super) fn apply(&self, settings: &mut Settings) {
        settings.levels.extend(self.levels.iter().map(|(rule, &level)| (rule.clone(), level)));
        let now = &settings.figures;
        settings.figures = FigureSettings {
            strictness: self.strictness.unwrap_or(now.strictness),
            minimum_count: self.minimum_count.unwrap_or(now.minimum_count),
            minimum_money: self.minimum_money.unwrap_or(now.minimum_money),
            percentages: self.percentages.unwrap_or(now.percentages),
        };
    }
}
