//! How much the desk asks about a story. The status bar, the line above the story, the badge and the ledger all show
//! these numbers, so that one number means one thing everywhere.

use super::Analysis;
use crate::finding::Severity;

/// The rules that ask who says something.
const ASK_WHO: &[&str] = &[
    "allegedly-who",
    "bare-source",
    "crowd-unattributed",
    "dangling-speaker",
    "headline-unsourced",
    "hearsay",
    "lead-unsourced",
    "superlative-unattributed",
    "unattributed-figure",
    "unsourced-quote",
    "vague-authority",
];

/// The rules that find figures which do not fit, beside those whose name ends in "-mismatch".
const DO_NOT_FIT: &[&str] = &[
    "age-conflict",
    "conflicting-figure",
    "impossible-mean",
    "inconsistent-total",
    "killed-injured",
    "lead-within-margin",
    "magnitude-slip",
    "mean-median",
    "over-100-fall",
    "power-energy",
    "wrong-direction",
];

/// What the desk asks, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// How many findings ask who says something.
    pub unsourced: usize,
    /// How many findings are of figures that do not fit.
    pub inconsistent: usize,
    /// How many errors and warnings there are beside those: a mark without its partner, a name in two spellings.
    pub other: usize,
}

impl Analysis {
    /// What the desk asks about the story, counted.
    pub fn asked(&self) -> Asked {
        let mut asked = Asked::default();
        for finding in &self.findings {
            if asks_who(finding.rule) {
                asked.unsourced += 1;
            } else if do_not_fit(finding.rule) {
                asked.inconsistent += 1;
            } else if matches!(finding.severity, Severity::Error | Severity::Warning) {
                asked.other += 1;
            }
        }
        asked
    }
}

impl Asked {
    /// "3 unsourced, 1 inconsistent".
    pub fn in_words(self) -> String {
        let counts = [(self.unsourced, "unsourced"), (self.inconsistent, "inconsistent"), (self.other, "other")];
        let told = counts.into_iter().filter(|&(count, _)| count != 0);
        let words = told.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ");
        if words.is_empty() { "nothing to ask".to_owned() } else { words }
    }
}

/// Whether a rule asks who says something.
pub(super) fn asks_who(rule: &str) -> bool {
    ASK_WHO.contains(&rule)
}

/// Whether a rule finds figures that do not fit.
pub(super) fn do_not_fit(rule: &str) -> bool {
    rule.ends_with("-mismatch") || DO_NOT_FIT.contains(&rule)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules;

    #[test]
    fn every_named_rule_exists() {
        let is_rule = |name: &&&str| rules::ALL.iter().any(|rule| rule.name == **name);
        let unknown: Vec<_> = ASK_WHO.iter().chain(DO_NOT_FIT).filter(|name| !is_rule(name)).collect();
        assert_eq!(unknown, Vec::<&&str>::new());
    }

    #[test]
    fn only_what_there_is_is_told() {
        let asked = Asked { unsourced: 3, inconsistent: 1, other: 0 };
        assert_eq!(asked.in_words(), "3 unsourced, 1 inconsistent");
        assert_eq!(Asked { other: 2, ..Asked::default() }.in_words(), "2 other");
        assert_eq!(Asked::default().in_words(), "nothing to ask");
    }
}
