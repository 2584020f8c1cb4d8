//! Reads the front matter of a Markdown draft: YAML between `---`, TOML between `+++`.
//!
//! Knows the few keys that readers see, and of each language what editors write for them.
//! A parser of the whole language would give values without their places in the file.

mod scalar;

use scalar::{Syntax, read_scalar};

use crate::draft::blocks::Blocks;
use crate::draft::lines::line_spans;
use crate::draft::{Place, Role};
use crate::text::{CleanText, Span};

/// Adds the front matter at `start` to `blocks`, if there is any; gives where the text behind it begins.
pub(super) fn read(source: &str, start: usize, blocks: &mut Blocks) -> usize {
    let mut lines = line_spans(source, Span::from_range(start..source.len()));
    let fence = lines.next().map(|line| line.of(source).trim_end());
    let closes: fn(&str) -> bool = match fence {
        Some("---") => |line| line == "---" || line == "...",
        Some("+++") => |line| line == "+++",
        _ => return start,
    };
    let mut inner = Vec::new();
    for line in lines {
        if closes(line.of(source).trim_end()) {
            match fence {
                Some("---") => read_yaml(source, &inner, blocks),
                _ => read_toml(source, &inner, blocks),
            }
            return line.end as usize;
        }
        inner.push(line);
    }
    start
}

/// The role of a key's value, whatever the site generator calls it.
fn role_of(key: &str) -> Option<Role> {
    let key = key.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
    match key.as_str() {
        "title" | "headline" => Some(Role::Headline),
        "dek" | "description" | "subtitle" | "standfirst" | "summary" | "deck" | "subheadline" | "subhead"
        | "excerpt" | "strapline" => Some(Role::Dek),
        "byline" | "author" | "authors" | "bylines" => Some(Role::Byline),
        "date" | "published" | "pubdate" | "publishdate" | "publish_date" | "published_at" | "publication_date"
        | "date_published" | "datepublished" => Some(Role::Date),
        _ => None,
    }
}

fn push(blocks: &mut Blocks, role: Role, text: CleanText) {
    let is_second_headline = role == Role::Headline && blocks.has_headline();
    // "published: true" is no day.
    let is_switch = role == Role::Date && !text.as_str().contains(|letter: char| letter.is_ascii_digit());
    if !is_second_headline && !is_switch && !matches!(text.as_str().trim(), "~" | "null") {
        blocks.push(role, Place::Flow, text);
    }
}

fn read_yaml(source: &str, lines: &[Span], blocks: &mut Blocks) {
    let mut index = 0;
    while index < lines.len() {
        let line = lines[index];
        let more = lines[index + 1..].iter().take_while(|line| continues_value(line.of(source))).count();
        let more = &lines[index + 1..index + 1 + more];
        index += 1 + more.len();
        if let Some((key, value)) = split_pair(source, line, ':')
            && let Some(role) = role_of(key)
        {
            read_yaml_value(source, value, more, &mut |text| push(blocks, role, text));
        }
    }
}

/// Whether a line of YAML belongs to the key above it.
fn continues_value(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with([' ', '\t']) || line.starts_with("- ")
}

/// Key and value of a line, the value trimmed; `None` for a line without a key, a comment, or an indented one.
fn split_pair(source: &str, line: Span, mark: char) -> Option<(&str, Span)> {
    let text = line.of(source);
    let (key, rest) = text.split_once(mark)?;
    let is_pair = mark != ':' || rest.is_empty() || rest.starts_with([' ', '\t']);
    let is_key = is_pair && !key.starts_with([' ', '\t', '#', '-']);
    is_key.then(|| (key, Span::new(line.end - rest.len() as u32, line.end).trimmed(source)))
}

fn read_yaml_value(source: &str, value: Span, more: &[Span], push: &mut dyn FnMut(CleanText)) {
    let whole = Span::new(value.start, more.last().map_or(value.end, |line| line.end));
    match value.of(source).bytes().next() {
        Some(b'>' | b'|') => push(folded(source, more)),
        Some(b'"') => push(read_scalar(source, whole, Syntax::Escaped).0),
        Some(b'\'') => push(read_scalar(source, whole, Syntax::Doubled).0),
        Some(b'[') => {
            read_sequence(source, whole, [Syntax::Escaped, Syntax::Doubled], push);
        }
        Some(b'{' | b'&' | b'*' | b'!') => {}
        None | Some(b'#') => read_yaml_list(source, more, push),
        Some(_) => {
            let first = plain(source, value);
            let lines: Vec<_> = std::iter::once(first).chain(more.iter().map(|&line| plain(source, line))).collect();
            push(folded(source, &lines));
        }
    }
}

/// "- Ida Lund", "- name: Ida Lund", or "name: Ida Lund" on its own, each on a line.
fn read_yaml_list(source: &str, lines: &[Span], push: &mut dyn FnMut(CleanText)) {
    let is_list = lines.iter().any(|line| line.of(source).trim_start().starts_with("- "));
    let is_mapping = !is_list && lines.iter().any(|line| name_value(source, line.trimmed(source)).is_some());
    for line in lines.iter().map(|line| line.trimmed(source)) {
        let entry = line.of(source).strip_prefix("- ").map(str::len);
        let item = entry.map_or(line, |length| Span::new(line.end - length as u32, line.end).trimmed(source));
        let name = name_value(source, item);
        let is_other_pair = name.is_none() && split_pair(source, item, ':').is_some();
        if is_other_pair || (name.is_none() && (is_mapping || (is_list && entry.is_none()))) {
            continue;
        }
        let value = name.unwrap_or(item);
        read_yaml_item(source, value, push);
    }
}

/// A value that stands on one line, and is no list.
fn read_yaml_item(source: &str, value: Span, push: &mut dyn FnMut(CleanText)) {
    match value.of(source).bytes().next() {
        Some(b'"') => push(read_scalar(source, value, Syntax::Escaped).0),
        Some(b'\'') => push(read_scalar(source, value, Syntax::Doubled).0),
        Some(_) => push(folded(source, &[plain(source, value)])),
        None => {}
    }
}

fn name_value(source: &str, item: Span) -> Option<Span> {
    let (key, value) = split_pair(source, item, ':')?;
    (key == "name" && !value.is_empty()).then_some(value)
}

/// A plain value without its comment.
fn plain(source: &str, value: Span) -> Span {
    let text = value.of(source);
    let end = if text.trim_start().starts_with('#') { 0 } else { text.find(" #").unwrap_or(text.len()) };
    Span::new(value.start, value.start + end as u32)
}

/// Lines as one, each break a space.
fn folded(source: &str, lines: &[Span]) -> CleanText {
    let mut text = CleanText::default();
    let mut end = None;
    for line in lines.iter().map(|line| line.trimmed(source)).filter(|line| !line.is_empty()) {
        if let Some(end) = end {
            text.push_space(source, Span::new(end, line.start));
        }
        text.push_verbatim(source, line);
        end = Some(line.end);
    }
    text
}

/// Reads `[a, "b", 'c']`, over lines too, a plain entry up to its comma; gives where it ends.
fn read_sequence(source: &str, span: Span, quotes: [Syntax; 2], push: &mut dyn FnMut(CleanText)) -> u32 {
    let mut at = span.start + 1;
    while at < span.end {
        let rest = &source[at as usize..span.end as usize];
        let first = rest.chars().next().unwrap_or(']');
        let syntax = match first {
            ']' => return at + 1,
            '"' => Some(quotes[0]),
            '\'' => Some(quotes[1]),
            _ => None,
        };
        if first == ',' || first.is_whitespace() {
            at += first.len_utf8() as u32;
        } else if let Some(syntax) = syntax {
            let (text, end) = read_scalar(source, Span::new(at, span.end), syntax);
            push(text);
            at = end;
        } else {
            let length = rest.find([',', ']', '\n', '\r']).unwrap_or(rest.len()) as u32;
            push(folded(source, &[Span::new(at, at + length)]));
            at += length;
        }
    }
    span.end
}

fn read_toml(source: &str, lines: &[Span], blocks: &mut Blocks) {
    let end = lines.last().map_or(0, |line| line.end);
    let mut read_up_to = 0;
    for &line in lines {
        if line.start < read_up_to {
            continue;
        }
        // Behind a "[table]" line, keys belong to the table.
        if line.of(source).starts_with('[') {
            return;
        }
        let Some((key, value)) = split_pair(source, line, '=') else { continue };
        if let Some(role) = role_of(key) {
            read_up_to = read_toml_value(source, value, end, &mut |text| push(blocks, role, text));
        }
    }
}

/// Reads a value that may go on up to `end`; gives where it ends.
fn read_toml_value(source: &str, value: Span, end: u32, push: &mut dyn FnMut(CleanText)) -> u32 {
    let text = value.of(source);
    let rest = |skipped: u32| Span::new(value.start + skipped, end.max(value.end));
    let (read, end) = match text.bytes().next() {
        Some(b'[') => return read_sequence(source, rest(0), [Syntax::Escaped, Syntax::Literal], push),
        Some(b'"') if text.starts_with("\"\"\"") => read_scalar(source, rest(2), Syntax::LongEscaped),
        Some(b'\'') if text.starts_with("'''") => read_scalar(source, rest(2), Syntax::LongLiteral),
        Some(b'"') => read_scalar(source, value, Syntax::Escaped),
        Some(b'\'') => read_scalar(source, value, Syntax::Literal),
        _ => (folded(source, &[plain(source, value)]), value.end),
    };
    push(read);
    end
}

#[cfg(test)]
#[expect(clippy::needless_raw_string_hashes, reason = "the form in which expect-test writes snapshots")]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::{Format, outline};

    fn check(source: &str, expected: &Expect) {
        expected.assert_eq(&outline::outline(source, Format::Markdown));
    }

    #[test]
    fn yaml_gives_the_head_of_a_story() {
        check(
            r#"---
title: "Pier \"shut\" \u2014 for good" # final
headline: Second
dek: 'It''s old'
byline: Ida Lund # desk
date: 2025-03-05
tags: [title, b]
seo:
  title: Not this
---

It rained.
"#,
            &expect![[r#"
                Headline Pier "shut" — for good
                Dek It's old
                Byline Ida Lund
                Date 2025-03-05
                Paragraph It rained.
            "#]],
        );
    }

    #[test]
    fn yaml_folds_values_over_lines() {
        check(
            "---\ntitle: >-\n  Pier shut\n  for good\ndescription: |\n  One\n\n  two\nsummary: plain\n  goes on\nsubtitle: \"quoted\n  goes on\"\n---\nText.",
            &expect![[r#"
                Headline Pier shut for good
                Dek One two
                Dek plain goes on
                Dek quoted goes on
                Paragraph Text.
            "#]],
        );
    }

    #[test]
    fn yaml_lists_its_authors_in_several_ways() {
        check(
            "---\nauthors: [Ida Lund, \"Kit Rowe\", 'Jo O''Hare']\n---\n",
            &expect![[r#"
            Byline Ida Lund
            Byline Kit Rowe
            Byline Jo O'Hare
        "#]],
        );
        check(
            "---\nauthors:\n- Ida Lund\n- \"Kit Rowe\"\n---\n",
            &expect![[r#"
            Byline Ida Lund
            Byline Kit Rowe
        "#]],
        );
        check(
            "---\nauthors:\n  - name: Ida Lund\n    email: a@b.example\n  - name: Kit Rowe\n---\n",
            &expect![[r#"
            Byline Ida Lund
            Byline Kit Rowe
        "#]],
        );
        check(
            "---\nauthor:\n  name: Ida Lund\n  email: a@b.example\ntitle: ~\n---\n",
            &expect![[r#"
            Byline Ida Lund
        "#]],
        );
    }

    #[test]
    fn toml_gives_the_head_of_a_story() {
        check(
            "+++\r
title = \"Pier \\\"shut\\\"\"\r
description = '''It's\r
old'''\r
authors = [\"Ida Lund\",\r
  'Kit \\Rowe']\r
date = 2025-03-05 # filed\r
[params]\r
title = \"Not this\"\r
+++\r
It rained.\r
",
            &expect![[r#"
                Headline Pier "shut"
                Dek It's old
                Byline Ida Lund
                Byline Kit \Rowe
                Date 2025-03-05
                Paragraph It rained.
            "#]],
        );
    }

    #[test]
    fn values_lead_back_to_their_bytes() {
        let source = "---\ntitle: \"Pier \\\"shut\\\" now\"\n---\n";
        assert_eq!(outline::source_of(source, Format::Markdown, "\"shut\""), "\\\"shut\\\"");
        assert_eq!(outline::source_of(source, Format::Markdown, "now"), "now");
    }

    #[test]
    fn a_rule_in_the_text_is_no_front_matter() {
        check(
            "Text.\n\n---\ntitle: x\n---\n",
            &expect![[r#"
            Paragraph Text.
            Subhead title: x
        "#]],
        );
        check(
            "---\nOpen-ended text.\n",
            &expect![[r#"
            Paragraph Open-ended text.
        "#]],
        );
    }
}
