//! What can be typed next: a source behind "according to" and in "said", a rule's name in a `stet` mark.

use rustc_hash::FxHashSet;

use super::Analysis;
use super::wording::source_kind;
use crate::extract::SourceKind;
use crate::rules;

/// Something that can be typed at the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is typed.
    pub text: String,
    /// What it is.
    pub detail: String,
    /// What there is to know about it, in Markdown.
    pub documentation: String,
    /// Whether it names a rule rather than a source.
    pub is_rule: bool,
}

/// What can be typed, and how many bytes before the cursor it replaces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// The bytes before the cursor that belong to the same word or name.
    pub typed: u32,
    /// What can be typed in their place.
    pub entries: Vec<Completion>,
}

/// Words behind which a source follows.
const BEFORE_A_SOURCE: &[&str] =
    &["according to", "According to", "said", "says", "told", "citing", "cited by", "told by"];

/// How far back from the cursor a mark or a cue is looked for.
const FAR_BACK: usize = 200;

impl Analysis {
    /// What can be typed behind `before`, the text of the file up to the cursor.
    pub fn completions(&self, before: &str) -> Completions {
        let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
        let cut = line.len().saturating_sub(FAR_BACK);
        let cut = (cut..=line.len()).find(|&at| line.is_char_boundary(at)).unwrap_or(line.len());
        let line = &line[cut..];
        if let Some(typed) = stet_word(line) {
            return Completions { typed: typed.len() as u32, entries: rule_names() };
        }
        match source_word(line) {
            Some(typed) => Completions { typed: typed.len() as u32, entries: self.source_names() },
            None => Completions::default(),
        }
    }

    /// The story's sources that can be called by name, the most cited first.
    fn source_names(&self) -> Vec<Completion> {
        let is_named = |kind| !matches!(kind, SourceKind::Pronoun | SourceKind::Bare | SourceKind::Group);
        let mut sources: Vec<_> = self.story.sources.iter().filter(|source| is_named(source.kind)).collect();
        sources.sort_by_key(|source| std::cmp::Reverse(source.mentions.len()));
        let mut seen = FxHashSet::default();
        sources.retain(|source| seen.insert(source.name.as_str()));
        let entries = sources.into_iter().map(|source| Completion {
            text: source.name.clone(),
            detail: source_kind(source.kind).to_owned(),
            documentation: String::new(),
            is_rule: false,
        });
        entries.collect()
    }
}

/// Every rule by name, with its page.
fn rule_names() -> Vec<Completion> {
    let rules = rules::ALL.iter().map(|rule| Completion {
        text: rule.name.to_owned(),
        detail: rule.summary.to_owned(),
        documentation: rule.explanation.trim().to_owned(),
        is_rule: true,
    });
    rules.collect()
}

/// The rule's name that is begun in a `stet` mark at the end of `line`.
fn stet_word(line: &str) -> Option<&str> {
    let opened = line.rfind("<!--").map(|at| at + 4).max(line.rfind('[').map(|at| at + 1))?;
    let inside = &line[opened..];
    if inside.contains("-->") || inside.contains(']') || inside.contains(':') {
        return None;
    }
    let words = inside.trim_start();
    let rest = words.strip_prefix("stet-file").or_else(|| words.strip_prefix("stet"))?;
    let typed = rest.rsplit([' ', ',', '\t']).next()?;
    (rest.len() != typed.len()).then_some(typed)
}

/// The name that is begun behind a cue at the end of `line`; empty right behind the cue's blank.
fn source_word(line: &str) -> Option<&str> {
    let cue = BEFORE_A_SOURCE
        .iter()
        .filter_map(|cue| Some((line.rfind(cue)?, cue)))
        .max_by_key(|(at, cue)| (*at, cue.len()))?;
    let is_word = line[..cue.0].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
    let typed = line[cue.0 + cue.1.len()..].strip_prefix(' ')?;
    // A name is a few words; whoever has typed more is writing what is said.
    let is_name = !typed.contains(['.', ',', '"', '“', ':', ';']) && typed.split(' ').count() <= 4;
    let looks_like_one = typed.is_empty()
        || typed.starts_with(char::is_uppercase)
        || typed.get(..4).map_or("the ".starts_with(typed), |head| head == "the ");
    (is_word && is_name && looks_like_one).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_completed_within_a_stet_mark_and_not_in_its_reason() {
        assert_eq!(stet_word("<!-- stet unatt"), Some("unatt"));
        assert_eq!(stet_word("It stood. [stet hearsay, "), Some(""));
        assert_eq!(stet_word("<!-- stet-file "), Some(""));
        assert_eq!(stet_word("<!-- stet hearsay: as the"), None);
        assert_eq!(stet_word("<!-- stet --> He"), None);
        assert_eq!(stet_word("He stet "), None);
    }

    #[test]
    fn a_source_is_completed_behind_its_cue() {
        assert_eq!(source_word("The bill is $3 million, according to "), Some(""));
        assert_eq!(source_word("“We lost it,” said Ada Q"), Some("Ada Q"));
        assert_eq!(source_word("He said the mill was lost when the river rose"), None);
        assert_eq!(source_word("They aforesaid "), None);
        assert_eq!(source_word(""), None);
    }
}
