//! Floor 5: what a rule reports. Plain values.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// How much a finding matters, the worst last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A remark of style.
    Hint,
    /// Worth knowing.
    Information,
    /// A good copy editor would ask.
    Warning,
    /// Wrong on the page.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(match self {
            Self::Hint => "hint",
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// What a rule reports about a place in a draft. All spans are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// The words that it is about.
    pub span: Span,
    /// The desk's question or statement, one line.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that it speaks of: the parts of a sum, the other mention.
    pub related: Vec<Related>,
    /// Changes that would settle it.
    pub fixes: Vec<Fix>,
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The words.
    pub span: Span,
    /// What they are to the finding.
    pub message: String,
}

/// A change that would settle a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a menu entry.
    pub title: String,
    /// The replacements, which do not overlap.
    pub edits: Vec<Edit>,
    /// Whether the writer's meaning is certain, so that it may be applied without asking.
    pub safe: bool,
}

/// The replacement of a stretch of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What comes in its place.
    pub new_text: String,
}
