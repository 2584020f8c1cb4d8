//! Floor 5: the settings of a newsroom, and how `copydesk.toml` writes them.
//!
//! Plain values and text in; finding and reading the file is the work of the command line or the editor.

mod globs;
mod nearest;
mod newsroom;
mod preset;
mod shelf;
mod toml_text;
mod written;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::Severity;
use crate::story::KnownSource;

pub use nearest::nearest;
pub use newsroom::Newsroom;
pub use preset::{PRESETS, Preset, find_preset};
pub use shelf::{FileText, HouseStyle, Origin, Provenance, Shelf};
pub use toml_text::{Complaint, read_newsroom};
pub use written::{Key, Shape, Written, keys, levels, schema};

/// The name of the file that holds a newsroom's settings.
pub const FILE_NAME: &str = "copydesk.toml";

/// The settings file that a newsroom starts with: every setting at its default, explained.
/// The line `RULES_HERE` stands for the list of rules, which this floor does not know.
pub const TEMPLATE: &str = include_str!("template.toml");

/// The line of [`TEMPLATE`] where the rules belong.
pub const RULES_HERE: &str = "#RULES\n";

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing.
    Off,
    /// Reports hints.
    Hint,
    /// Reports information.
    Information,
    /// Reports warnings.
    Warning,
    /// Reports errors.
    Error,
}

/// How much `unattributed-figure` asks a source for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Strictness {
    /// Deaths, injuries, jobs, crimes, large sums.
    Relaxed,
    /// What a careful editor would ask about.
    #[default]
    Standard,
    /// Every figure that is not an age, a date, a duration or a score.
    Strict,
}

/// What `unattributed-figure` asks a source for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureSettings {
    /// How much is asked.
    pub strictness: Strictness,
    /// The least count that needs a source; counts of dead and hurt always do.
    pub minimum_count: Decimal,
    /// The least sum of money that needs a source, in units of its currency.
    pub minimum_money: Decimal,
    /// Whether percentages and shares need one.
    pub percentages: bool,
}

impl Default for FigureSettings {
    fn default() -> Self {
        Self {
            strictness: Strictness::Standard,
            minimum_count: Decimal::from(100),
            minimum_money: Decimal::from(10_000),
            percentages: true,
        }
    }
}

/// All that a reading depends on, beside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Levels that differ from the rules' own, by the rule's name.
    pub levels: BTreeMap<String, Level>,
    /// What needs a source.
    pub figures: FigureSettings,
    /// Sources that the newsroom knows under several names.
    pub sources: Vec<KnownSource>,
}

impl Level {
    /// All levels, by what a settings file calls them.
    pub(crate) const NAMES: &[(&str, Self)] = &[
        ("off", Self::Off),
        ("hint", Self::Hint),
        ("information", Self::Information),
        ("warning", Self::Warning),
        ("error", Self::Error),
    ];

    /// The level called `name`.
    ///
    /// # Errors
    ///
    /// What to say of a name that there is none of.
    pub fn of_name(name: &str) -> Result<Self, String> {
        let found = Self::NAMES.iter().find(|(other, _)| *other == name).map(|&(_, level)| level);
        let names: Vec<&str> = Self::NAMES.iter().map(|&(name, _)| name).collect();
        found.ok_or_else(|| format!("there is no level \"{name}\"; {}", nearest::remedy(name, &names)))
    }

    /// The severity of what a rule at this level reports; `None` where it reports nothing.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Hint => Some(Severity::Hint),
            Self::Information => Some(Severity::Information),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl Strictness {
    /// All degrees, by what a settings file calls them.
    pub(crate) const NAMES: &[(&str, Self)] =
        &[("relaxed", Self::Relaxed), ("standard", Self::Standard), ("strict", Self::Strict)];
}

impl Settings {
    /// The severity at which `rule` reports, `own` being the rule's; `None` where it is switched off.
    pub fn severity(&self, rule: &str, own: Severity) -> Option<Severity> {
        self.levels.get(rule).map_or(Some(own), |level| level.severity())
    }
}
