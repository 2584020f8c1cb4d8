//! Reads AsciiDoc drafts, as far as stories use it: titles, paragraphs, lists, quotations and the marks among the words.
//!
//! What is not copy is left out: comments, attributes, listings, included files and pictures. So are tables, whose
//! cells may be laid out in more ways than a small reader can tell apart.

mod marks;

use super::lines::line_spans;
use super::plain::{self, Kind, Line};
use super::{Draft, text_start};
use crate::text::Span;

pub(super) fn split(source: &str) -> Draft {
    let mut reader =
        Reader { source, lines: Vec::new(), within: None, is_quoted: false, is_set_off: true, in_head: false };
    for whole in line_spans(source, Span::from_range(text_start(source)..source.len())) {
        reader.read(whole);
    }
    plain::split_marked(source, &reader.lines, marks::push_clean)
}

struct Reader<'a> {
    source: &'a str,
    lines: Vec<Line>,
    /// The line that ends what is left out here.
    within: Option<&'a str>,
    /// Whether a block quote is open.
    is_quoted: bool,
    /// Whether the next line begins a paragraph.
    is_set_off: bool,
    /// Whether the lines under the title are still to come: author, edition, attributes.
    in_head: bool,
}

impl Reader<'_> {
    fn read(&mut self, whole: Span) {
        let text = whole.trimmed(self.source);
        let line = text.of(self.source);
        if let Some(end) = self.within {
            if line == end {
                self.within = None;
            }
            return;
        }
        if line.is_empty() {
            self.in_head = false;
            self.is_set_off = true;
        } else if let Some(end) = end_of_hidden(line).filter(|end| self.comes_later(end, whole.end)) {
            self.within = Some(end);
            self.is_set_off = true;
        } else if is_fence(line) {
            let is_quotation = line.starts_with("____");
            self.is_quoted ^= is_quotation && (self.is_quoted || self.comes_later(line, whole.end));
            self.is_set_off = true;
        } else if is_machinery(line) {
            self.is_set_off |= !line.starts_with("//");
        } else if !self.in_head {
            self.keep(text, whole);
        }
    }

    /// Whether a line behind `offset` is `end`: what is never closed hides nothing.
    fn comes_later(&self, end: &str, offset: u32) -> bool {
        let rest = Span::from_range(offset as usize..self.source.len());
        line_spans(self.source, rest).any(|line| line.trimmed(self.source).of(self.source) == end)
    }

    fn keep(&mut self, text: Span, whole: Span) {
        let line = text.of(self.source);
        let (kind, skip) = read_marker(line);
        let title = title_marker(line);
        self.in_head = title.is_some() && line.starts_with("= ") && self.lines.is_empty();
        let skip = title.unwrap_or(skip) as u32;
        let kind = if self.is_quoted { Kind::Quoted } else { kind };
        let depth = text.of(self.source).bytes().take_while(|&mark| matches!(mark, b'*' | b'.')).count() as u32;
        let indent = if kind == Kind::Item { 2 * depth } else { text.start - whole.start };
        // " +" at the end breaks the line.
        let end = text.end - if line.ends_with(" +") { 2 } else { 0 };
        let kept = Span::new((text.start + skip).min(end), end);
        self.lines.push(Line { text: kept, indent, kind, is_set_off: self.is_set_off || title.is_some() });
        self.is_set_off = title.is_some();
    }
}

/// The line that ends a block which no reader sees, or not as copy, where `line` opens one.
fn end_of_hidden(line: &str) -> Option<&str> {
    if line.starts_with("```") {
        return Some("```");
    }
    let is_table = matches!(line, "|===" | ",===" | ":===" | "!===");
    let is_rule = |mark: char| line.len() >= 4 && line.chars().all(|at| at == mark);
    (is_table || ['/', '-', '.', '+'].into_iter().any(is_rule)).then_some(line)
}

/// Whether a line opens or ends a block of copy: an example, a side bar, a quotation.
fn is_fence(line: &str) -> bool {
    line == "--"
        || (line.len() >= 4 && line.bytes().all(|mark| mark == line.as_bytes()[0]) && "=*_".contains(&line[..1]))
}

/// Whether a line speaks to the program that makes the page: comment, attribute, macro. Marks of the desk are none.
fn is_machinery(line: &str) -> bool {
    let is_comment = line.starts_with("//");
    let is_attribute = line.strip_prefix(':').is_some_and(|rest| rest.contains(':') && !rest.starts_with([' ', ':']));
    let is_mark = ["[stet", "[CQ", "[TK"].iter().any(|mark| line.starts_with(mark));
    let is_style = line.starts_with('[') && line.ends_with(']') && !is_mark;
    let is_macro = line.ends_with(']')
        && line.split_once("::").is_some_and(|(name, rest)| is_name(name) && !rest.starts_with(' '));
    is_comment || is_attribute || is_style || is_macro || !line.contains(char::is_alphanumeric)
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// The length of what marks a title: "== ", ".", or the label of an admonition.
fn title_marker(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches('=');
    let depth = line.len() - rest.len();
    if (1..=6).contains(&depth) && rest.starts_with(' ') {
        return Some(line.len() - rest.trim_start().len());
    }
    let is_block_title = line.starts_with('.') && !line[1..].starts_with(['.', ' ', '\t']);
    is_block_title.then_some(1)
}

/// The kind of a line and the length of what marks it.
fn read_marker(line: &str) -> (Kind, usize) {
    for label in ["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "] {
        if line.starts_with(label) {
            return (Kind::Text, label.len());
        }
    }
    let mark = line
        .trim_start_matches('*')
        .len()
        .min(line.trim_start_matches('.').len())
        .min(line.trim_start_matches('-').len());
    let rest = &line[line.len() - mark..];
    let is_item = mark < line.len() && line.len() - mark <= 5 && rest.starts_with([' ', '\t']);
    if is_item { (Kind::Item, line.len() - rest.trim_start().len()) } else { (Kind::Text, 0) }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::{Format, outline};

    fn check(source: &str, expected: &Expect) {
        expected.assert_eq(&outline::outline(source, Format::AsciiDoc));
    }

    #[test]
    fn the_title_is_the_headline_and_what_stands_under_it_is_left_out() {
        check(
            "= Ferry board buys 14 boats\nIda Moss <ida@example.org>\nv1.2, 2026-11-26\n:toc:\n\nThe board met\nfor 40 minutes.\n\n\
             == What it costs\n\nThe boats cost *$4.2 million*.\n",
            &expect![[r#"
                Headline Ferry board buys 14 boats
                Paragraph The board met for 40 minutes.
                Subhead What it costs
                Paragraph The boats cost $4.2 million.
            "#]],
        );
    }

    #[test]
    fn comments_listings_tables_and_macros_are_left_out() {
        check(
            "One.\n// 340?\nstill one.\n\n////\nOld: 12 boats.\n////\n\n.Costs\n[cols=\"1,1\"]\n|===\n|Ada |$1.2 million\n|===\n\n\
             image::ferry.jpg[At 9 knots, 640]\n\n----\n7 files\n----\n\n:price: 12\n\nTwo. [stet hearsay]\n",
            &expect![[r#"
                Paragraph One. still one.
                Subhead Costs
                Paragraph Two. [stet hearsay]
            "#]],
        );
    }

    #[test]
    fn what_is_never_closed_hides_nothing() {
        check(
            "One.\n\n----\n\nTwo. +\nThree.\n\n____\n\nFour.\n",
            &expect![[r#"
            Headline One.
            Paragraph Two. Three.
            Paragraph Four.
        "#]],
        );
        check(
            "```sql\nselect 7\n```\n\n,===\nAda,$1\n,===\n\nOne.\n",
            &expect![[r#"
            Paragraph One.
        "#]],
        );
    }

    #[test]
    fn quotations_lists_and_boxes_are_read() {
        check(
            "Ada Quill spoke.\n\n[quote, Ada Quill]\n____\nWe have waited.\n____\n\n* Dredging: $2 million\n** Sand\n. Dock\n\n\
             ****\nNOTE: The board meets in June.\n****\n",
            &expect![[r#"
                Headline Ada Quill spoke.
                BlockQuote 0 We have waited.
                ListItem 0/1 Dredging: $2 million
                ListItem 1/2 Sand
                ListItem 0/1 Dock
                Paragraph The board meets in June.
            "#]],
        );
    }
}
