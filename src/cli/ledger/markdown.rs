//! The ledger as Markdown, to paste into a note or a pull request.

use super::words::{Entry, claim_name, entries, relation_lines, source_lines};
use crate::cli::output::{Layout, Page};
use crate::cli::reading::Reading;
use crate::cli::typeset::one_line;

pub(in crate::cli) const LAYOUT: Layout = Layout { between: "\n", render, tells_findings: false, ..Layout::BARE };

fn render(reading: &Reading<'_>, _: Page) -> String {
    let mut out = format!("## {}\n\n", escape(&reading.draft.path));
    let entries = entries(reading);
    if entries.is_empty() {
        return out + "No figure, quote or statement.\n";
    }
    out += "| id | line | kind | claim | value | source | standing |\n";
    out += "|---|---:|---|---|---|---|---|\n";
    out.extend(entries.iter().map(row));
    out += &list("Sources", &source_lines(reading));
    out += &list("Figures that must fit", &relation_lines(reading));
    out
}

fn row(entry: &Entry<'_>) -> String {
    let Entry { id, line, kind, text, value, source, standing } = entry;
    let (id, text, value, source) = (claim_name(*id), escape(&one_line(text)), escape(value), escape(source));
    format!("| {id} | {line} | {kind} | {text} | {value} | {source} | {standing} |\n")
}

/// A list under a title; nothing for no lines.
fn list(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("- {}\n", escape(line))).collect();
    format!("\n{title}:\n\n{}", lines.concat())
}

/// `text` with a backslash before every character that Markdown might take for markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_might_be_markup_is_escaped() {
        assert_eq!(escape("a|b *c* <i>"), "a\\|b \\*c\\* \\<i\\>");
    }
}
