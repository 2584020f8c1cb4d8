//! The ledger as a page of its own, with nothing to load.

use super::marked::marked_story;
use super::sums::drawn_sums;
use super::words::{Entry, entries, relation_lines, source_lines};
use crate::cli::desk::Reading;
use crate::cli::output::{Layout, Page};

pub(in crate::cli) const LAYOUT: Layout =
    Layout { opening: include_str!("opening.html"), closing: "</body>\n</html>\n", render, ..Layout::BARE };

/// What the marks in the story mean.
const KEY: &str = "<p class=\"key\"><mark class=\"attributed\">somebody says it</mark> \u{b7} \
    <mark class=\"carried\">somebody named before still speaks</mark> \u{b7} \
    <mark class=\"asked\">who says so?</mark> \u{b7} <mark class=\"broken\">does not fit</mark> \u{b7} \
    <mark class=\"checked\">checked</mark></p>\n";

fn render(reading: &Reading<'_>, _: Page) -> String {
    let entries = entries(reading);
    let mut out = format!("<section>\n<h2>{}</h2>\n", escape(&reading.draft.path));
    if entries.is_empty() {
        return out + "<p>No figure, quote or statement.</p>\n</section>\n";
    }
    out += KEY;
    out += &marked_story(reading);
    out += &drawn_sums(reading);
    out += "<h3>Who says what</h3>\n<div class=\"wide\"><table>\n<thead><tr><th>id<th>line<th>kind<th>claim<th>value<th>source<th>standing</tr></thead>\n<tbody>\n";
    out.extend(entries.iter().map(row));
    out += "</tbody>\n</table></div>\n";
    out += &list("Sources", &source_lines(reading));
    out += &list("Figures that must fit", &relation_lines(reading));
    out + "</section>\n"
}

fn row(entry: &Entry) -> String {
    let Entry { id, line, kind, text, value, source, standing } = entry;
    let (text, value, source) = (escape(text), escape(value), escape(source));
    let class = standing.split(',').next().unwrap_or_default();
    // An editor that shows the page goes to the line on a click.
    format!(
        "<tr class=\"{class}\" data-line=\"{line}\"><td>{id}<td>{line}<td>{kind}<td>{text}<td>{value}\
         <td>{source}<td>{standing}</tr>\n"
    )
}

/// A list under a title; nothing for no lines.
fn list(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("<li>{}\n", escape(line))).collect();
    format!("<h3>{title}</h3>\n<ul>\n{}</ul>\n", lines.concat())
}

/// `text` without a character that HTML might take for markup.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_might_be_markup_is_escaped() {
        assert_eq!(escape("<b>\"R&D\"</b>"), "&lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;");
    }
}
