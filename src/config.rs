//! Floor 5: the settings of a newsroom. Plain values; reading files is the command line's work.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::finding::Severity;
use crate::story::KnownSource;

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

impl Settings {
    /// The severity at which `rule` reports, `own` being the rule's; `None` where it is switched off.
    pub fn severity(&self, rule: &str, own: Severity) -> Option<Severity> {
        self.levels.get(rule).map_or(Some(own), |level| level.severity())
    }
}
