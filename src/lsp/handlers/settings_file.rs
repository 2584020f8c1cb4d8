//! The newsroom's `copydesk.toml` while it is edited: what is wrong with it, and what can be typed.

use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionTextEdit, Diagnostic, DiagnosticSeverity, Documentation,
    NumberOrString, Position, TextEdit,
};

use crate::config::{Key, keys, levels, read_newsroom};
use crate::lsp::document::Reading;
use crate::lsp::features::Features;
use crate::rules;
use crate::text::Span;

/// What could not be used of the settings.
pub(in crate::lsp) fn diagnostics(reading: &Reading, features: &Features) -> Vec<Diagnostic> {
    let names: Vec<&str> = rules::ALL.iter().map(|rule| rule.name).collect();
    let positions = reading.positions(features.encoding);
    let (_, complaints) = read_newsroom(&reading.text, &names);
    let to_diagnostic = |complaint: crate::config::Complaint| {
        let line = complaint.line.saturating_sub(1);
        let start = positions.offset_of(Position::new(line, 0));
        let end = positions.offset_of(Position::new(line, u32::MAX));
        Diagnostic {
            range: positions.range_of(Span::new(start, end).trimmed(&reading.text)),
            severity: Some(DiagnosticSeverity::WARNING),
            code: Some(NumberOrString::String("settings".to_owned())),
            source: Some("copydesk".to_owned()),
            message: complaint.message,
            ..Diagnostic::default()
        }
    };
    complaints.into_iter().map(to_diagnostic).collect()
}

/// The sections, keys or values that can be typed at `position`.
pub(in crate::lsp) fn completions(reading: &Reading, features: &Features, position: Position) -> Vec<CompletionItem> {
    let positions = reading.positions(features.encoding);
    let offset = positions.offset_of(position);
    let before = &reading.text[..offset as usize];
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    let place = Place::of(before, line);
    let range = positions.range_of(Span::new(offset - place.typed.len() as u32, offset));
    let entries = place.entries().into_iter().enumerate();
    let items = entries.map(|(rank, entry)| CompletionItem {
        label: entry.text.clone(),
        kind: Some(place.kind()),
        detail: Some(entry.detail),
        documentation: entry.page.map(|page| Documentation::String(page.trim().to_owned())),
        sort_text: Some(format!("{rank:04}")),
        filter_text: Some(entry.text.clone()),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: entry.text })),
        ..CompletionItem::default()
    });
    items.collect()
}

/// Where in a settings file the cursor is.
#[derive(Debug, PartialEq, Eq)]
struct Place<'a> {
    section: &'a str,
    /// The key whose value is being typed.
    key: Option<&'a str>,
    /// What is typed already.
    typed: &'a str,
}

/// Something that can be typed.
struct Entry {
    text: String,
    detail: String,
    page: Option<&'static str>,
}

impl<'a> Place<'a> {
    fn of(before: &'a str, line: &'a str) -> Self {
        let earlier = &before[..before.len() - line.len()];
        let is_head = |line: &&str| line.trim_start().starts_with('[');
        let head = earlier.lines().rev().find(is_head).unwrap_or_default();
        let section = head.trim().trim_matches(['[', ']', ' ']);
        let Some((key, value)) = line.split_once('=') else {
            return Self { section, key: None, typed: line.trim_start() };
        };
        Self { section, key: Some(key.trim()), typed: value.trim_start() }
    }

    fn entries(&self) -> Vec<Entry> {
        let entry = |text: String, detail: &str| Entry { text, detail: detail.to_owned(), page: None };
        let choices = |values: &[(String, String)]| -> Vec<Entry> {
            values.iter().map(|(value, detail)| entry(value.clone(), detail)).collect()
        };
        match (self.section, self.key) {
            ("rules", Some(_)) => choices(&levels()),
            (section, Some(name)) => {
                let key = keys().iter().find(|key| key.section == section && key.name == name);
                choices(key.map_or(&[], |key| &key.values))
            }
            ("rules", None) if !self.typed.starts_with('[') => {
                let rules = rules::ALL
                    .iter()
                    .map(|rule| Entry { page: Some(rule.explanation), ..entry(rule.name.to_owned(), rule.summary) });
                rules.collect()
            }
            (section, None) => {
                // A head may be typed anywhere, and ends the section before it.
                let section = if self.typed.starts_with('[') { "" } else { section };
                let is_meant = |key: &&Key| key.section == section && key.head().starts_with(self.typed_head());
                keys().iter().filter(is_meant).map(|key| entry(key.head(), &key.description)).collect()
            }
        }
    }

    /// The bracket of a section's head, if that is what is being typed.
    fn typed_head(&self) -> &str {
        if self.typed.starts_with('[') { "[" } else { "" }
    }

    fn kind(&self) -> CompletionItemKind {
        if self.key.is_some() { CompletionItemKind::VALUE } else { CompletionItemKind::PROPERTY }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(before: &str) -> Vec<String> {
        let line = before.rsplit('\n').next().unwrap_or_default();
        Place::of(before, line).entries().into_iter().map(|entry| entry.text).collect()
    }

    #[test]
    fn sections_keys_and_values_are_completed_where_they_belong() {
        assert_eq!(texts("["), ["[figures]", "[files]", "[[overrides]]", "[rules]", "[[sources]]"]);
        assert_eq!(texts(""), ["extends", "[figures]", "[files]", "[[overrides]]", "[rules]", "[[sources]]"]);
        assert_eq!(texts("extends = "), ["\"ap\"", "\"bbc\"", "\"reuters\""]);
        assert_eq!(texts("[files]\nin"), ["exclude", "include"]);
        assert_eq!(texts("[figures]\npercentages = "), ["true", "false"]);
        assert_eq!(texts("[figures]\nstrictness = \"s"), ["\"relaxed\"", "\"standard\"", "\"strict\""]);
        assert_eq!(texts("[rules]\nhearsay = ").len(), levels().len());
        assert_eq!(texts("[rules]\n").len(), rules::ALL.len());
        assert_eq!(texts("[[sources]]\nname = "), [""; 0]);
    }
}
