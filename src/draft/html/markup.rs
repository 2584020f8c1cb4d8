//! Cuts HTML into tags, comments and text, and knows where each stands in the file.
//!
//! A browser's parser gives no spans, and a draft is half-written most of the time:
//! whatever is no tag, such as the `<` of "a < b", is text.

use crate::text::Span;

/// A piece of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text with its entities as they are written.
    Text(Span),
    /// `<name attributes>`.
    Open { name: Span, attributes: Span, span: Span },
    /// `</name>`.
    Close { name: Span, span: Span },
    /// `<!-- inner -->`.
    Comment { span: Span },
    /// Says nothing to us: a doctype, a processing instruction.
    Aside,
}

/// The pieces of a part of `source`.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'a> {
    source: &'a str,
    at: usize,
    end: usize,
    /// Once a quoted value has been found to have no end, quotation marks no longer hide a `>`:
    /// looking for it again at each tag would take quadratic time.
    quotes_are_broken: bool,
    in_cdata: bool,
}

impl<'a> Pieces<'a> {
    /// The pieces of `source` at `span`.
    pub(super) fn new(source: &'a str, span: Span) -> Self {
        let Span { start, end } = span;
        Self { source, at: start as usize, end: end as usize, quotes_are_broken: false, in_cdata: false }
    }

    /// Skips to the end tag of `name`, as in scripts, whose text holds no tags; gives what was skipped.
    pub(super) fn skip_raw(&mut self, name: &str) -> Span {
        let start = self.at;
        let mut from = start;
        while let Some(found) = self.source[from..self.end].find("</") {
            let close = from + found;
            let after = self.source.as_bytes()[close + 2..self.end].get(..name.len());
            if after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes())) {
                self.at = close;
                return Span::from_range(start..close);
            }
            from = close + 2;
        }
        self.at = self.end;
        Span::from_range(start..self.end)
    }

    fn rest(&self) -> &'a str {
        &self.source[self.at..self.end]
    }

    /// The piece that begins with the `<` at hand; `None` if it is no markup.
    fn read_markup(&mut self) -> Option<Piece> {
        let rest = self.rest();
        let start = self.at;
        match rest.as_bytes().get(1)? {
            b'!' if rest.starts_with("<!--") => Some(self.read_comment()),
            b'!' if rest.starts_with("<![CDATA[") => {
                self.at += "<![CDATA[".len();
                self.in_cdata = true;
                Some(Piece::Aside)
            }
            b'!' | b'?' => {
                // Up to the next tag only, lest a thousand lone "<!" be searched a thousand times.
                let end = 1 + rest[1..].find(['>', '<']).filter(|&end| rest.as_bytes()[1 + end] == b'>')?;
                self.at += end + 1;
                Some(Piece::Aside)
            }
            b'/' if rest.as_bytes().get(2)?.is_ascii_alphabetic() => {
                let (name, _, span) = self.read_tag(start + 2)?;
                Some(Piece::Close { name, span })
            }
            letter if letter.is_ascii_alphabetic() => {
                let (name, attributes, span) = self.read_tag(start + 1)?;
                Some(Piece::Open { name, attributes, span })
            }
            _ => None,
        }
    }

    fn read_comment(&mut self) -> Piece {
        let start = self.at;
        // "<!-->" is a comment too, an empty one.
        let dashes = start + "<!".len();
        self.at = self.source[dashes..self.end].find("-->").map_or(self.end, |found| dashes + found + "-->".len());
        Piece::Comment { span: Span::from_range(start..self.at) }
    }

    /// Name, attributes and whole of the tag whose name begins at `name_start`.
    fn read_tag(&mut self, name_start: usize) -> Option<(Span, Span, Span)> {
        let bytes = &self.source.as_bytes()[..self.end];
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'_');
        let name_end = name_start + bytes[name_start..].iter().take_while(|byte| is_name(byte)).count();
        let close = self.tag_end(name_end)?;
        let span = Span::from_range(self.at..close + 1);
        self.at = close + 1;
        Some((Span::from_range(name_start..name_end), Span::from_range(name_end..close), span))
    }

    /// The `>` that ends the tag; `None` if the next tag begins before it.
    fn tag_end(&mut self, from: usize) -> Option<usize> {
        let bytes = &self.source.as_bytes()[..self.end];
        let mut quote = None;
        let mut before = b' ';
        for (offset, &byte) in bytes[from..].iter().enumerate() {
            match (byte, quote) {
                (_, Some(mark)) if byte == mark => quote = None,
                (b'>', None) => return Some(from + offset),
                (b'<', None) => return None,
                (b'"' | b'\'', None) if before == b'=' && !self.quotes_are_broken => quote = Some(byte),
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
        }
        quote?;
        self.quotes_are_broken = true;
        self.tag_end(from)
    }

    /// Text up to the next `<`; the one at hand, if there is one, is part of it.
    fn read_text(&mut self) -> Option<Piece> {
        let start = self.at;
        let skip = usize::from(self.rest().starts_with('<'));
        let mut end = self.rest()[skip..].find('<').map_or(self.end, |found| start + skip + found);
        self.at = end;
        if self.in_cdata
            && let Some(found) = self.source[start..end].find("]]>")
        {
            self.in_cdata = false;
            end = start + found;
            self.at = end + "]]>".len();
        }
        (start < end).then(|| Piece::Text(Span::from_range(start..end)))
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        while self.at < self.end {
            let markup = if self.rest().starts_with('<') { self.read_markup() } else { None };
            if let Some(piece) = markup.or_else(|| self.read_text()) {
                return Some(piece);
            }
        }
        None
    }
}

/// The value of the attribute `name` among a tag's `attributes`; empty if it has none.
pub(super) fn attribute<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|mark: char| mark.is_ascii_whitespace() || mark == '/' || mark == '=');
        if rest.is_empty() {
            return None;
        }
        let name_end = rest.find(|mark: char| mark.is_ascii_whitespace() || "=/".contains(mark)).unwrap_or(rest.len());
        let (key, after) = rest.split_at(name_end);
        let (value, after) = attribute_value(after);
        if key.eq_ignore_ascii_case(name) {
            return Some(value);
        }
        rest = after;
    }
}

/// The value behind an attribute's name, and what follows it.
fn attribute_value(after_name: &str) -> (&str, &str) {
    let Some(rest) = after_name.trim_start().strip_prefix('=').map(str::trim_start) else {
        return ("", after_name);
    };
    if let Some(quote) = rest.chars().next().filter(|&mark| mark == '"' || mark == '\'') {
        return rest[1..].split_once(quote).unwrap_or((&rest[1..], ""));
    }
    rest.split_at(rest.find(|mark: char| mark.is_ascii_whitespace()).unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(source: &str) -> Vec<(&'static str, &str)> {
        let all = Pieces::new(source, Span::new(0, source.len() as u32));
        let show = |piece| match piece {
            Piece::Text(span) => ("text", span.of(source)),
            Piece::Open { name, .. } => ("open", name.of(source)),
            Piece::Close { name, .. } => ("close", name.of(source)),
            Piece::Comment { span } => ("comment", span.of(source)),
            Piece::Aside => ("aside", ""),
        };
        all.map(show).collect()
    }

    #[test]
    fn a_quoted_angle_bracket_does_not_end_a_tag() {
        assert_eq!(pieces("<a title=\"x > y\" b='>'>z</a >"), [("open", "a"), ("text", "z"), ("close", "a")]);
    }

    #[test]
    fn an_angle_bracket_that_opens_no_tag_is_text() {
        assert_eq!(
            pieces("a < b <3 <b and <i>c"),
            [("text", "a "), ("text", "< b "), ("text", "<3 "), ("text", "<b and "), ("open", "i"), ("text", "c"),]
        );
    }

    #[test]
    fn a_quotation_mark_without_its_partner_hides_no_tag_end() {
        assert_eq!(pieces("<a b=\"c>d</a>"), [("open", "a"), ("text", "d"), ("close", "a")]);
    }

    #[test]
    fn comments_doctypes_and_cdata_are_told_apart() {
        assert_eq!(
            pieces("<!doctype html><!-- a > b --><!--><![CDATA[c]]>d<!-- e"),
            [
                ("aside", ""),
                ("comment", "<!-- a > b -->"),
                ("comment", "<!-->"),
                ("aside", ""),
                ("text", "c"),
                ("text", "d"),
                ("comment", "<!-- e"),
            ]
        );
    }

    #[test]
    fn attributes_are_found_in_any_quotes_and_case() {
        let attributes = " CLASS=\"a b\" rel='c' data-x=d hidden colspan = 2 /";
        assert_eq!(attribute(attributes, "class"), Some("a b"));
        assert_eq!(attribute(attributes, "rel"), Some("c"));
        assert_eq!(attribute(attributes, "data-x"), Some("d"));
        assert_eq!(attribute(attributes, "hidden"), Some(""));
        assert_eq!(attribute(attributes, "colspan"), Some("2"));
        assert_eq!(attribute(attributes, "id"), None);
    }
}
