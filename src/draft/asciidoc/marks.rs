//! What stands among the words of AsciiDoc and is not read: marks of emphasis, the ticks of curved quotation marks, the
//! addresses of links.

use crate::text::{CleanText, Span};

/// Adds the words at `span`, without what a reader does not see.
pub(in crate::draft) fn push_clean(text: &mut CleanText, source: &str, span: Span) {
    let line = span.of(source);
    let hidden = hidden(line);
    let mut kept = 0;
    for (start, end) in hidden {
        text.push_verbatim(source, Span::from_range(kept..start).shifted(span.start));
        kept = end;
    }
    text.push_verbatim(source, Span::from_range(kept..line.len()).shifted(span.start));
}

/// The stretches of `line` that are not read, in order.
fn hidden(line: &str) -> Vec<(usize, usize)> {
    let mut hidden = Vec::new();
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some(mark) = line[at..].chars().next() {
        let next = at + mark.len_utf8();
        if let Some((end, shown)) = macro_at(line, at) {
            hidden.extend([(at, shown.0), (shown.1, end)]);
            at = end;
            continue;
        }
        match mark {
            '`' => hidden.push((at, next)),
            '*' | '_' | '#' => {
                let end = at + line[at..].len() - line[at..].trim_start_matches(mark).len();
                let is_open = open.iter().rposition(|&(other, start, stop)| other == mark && stop - start == end - at);
                match is_open {
                    Some(number) if closes(line, at, end) => {
                        let (_, start, stop) = open[number];
                        open.truncate(number);
                        hidden.extend([(start, stop), (at, end)]);
                    }
                    _ if opens(line, at, end) => open.push((mark, at, end)),
                    _ => {}
                }
                at = end;
                continue;
            }
            _ => {}
        }
        at = next;
    }
    hidden.retain(|&(start, end)| start < end);
    hidden.sort_unstable();
    hidden
}

/// A mark opens before a word and behind none; doubled, it may stand anywhere.
fn opens(line: &str, start: usize, end: usize) -> bool {
    let is_free = end - start == 2 || !line[..start].ends_with(char::is_alphanumeric);
    end - start <= 2 && is_free && !line[end..].starts_with(char::is_whitespace) && end < line.len()
}

fn closes(line: &str, start: usize, end: usize) -> bool {
    let is_free = end - start == 2 || !line[end..].starts_with(char::is_alphanumeric);
    is_free && !line[..start].ends_with(char::is_whitespace)
}

/// A link or its like at `at`: where it ends, and which of its words are read.
fn macro_at(line: &str, at: usize) -> Option<(usize, (usize, usize))> {
    const NAMES: &[&str] = &["https://", "http://", "link:", "mailto:", "xref:"];
    const UNSEEN: &[&str] = &["footnote:", "image:", "icon:", "indexterm:", "anchor:"];
    let rest = &line[at..];
    let begins = |names: &[&str]| names.iter().any(|name| rest.starts_with(name));
    let is_seen = begins(NAMES);
    if !(is_seen || begins(UNSEEN)) || line[..at].ends_with(char::is_alphanumeric) {
        return None;
    }
    let target =
        rest.find(|mark: char| mark.is_whitespace() || mark == '[').filter(|&end| rest[end..].starts_with('['))?;
    let end = target + rest[target..].find(']')?;
    let label = &rest[target + 1..end];
    // "report,window=_blank": only the words before the settings are read.
    let seen = label.split_once(',').filter(|(_, settings)| settings.contains('=')).map_or(label, |(words, _)| words);
    let words = if is_seen { (at + target + 1, at + target + 1 + seen.len()) } else { (at, at) };
    Some((at + end + 1, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(line: &str) -> String {
        let mut text = CleanText::default();
        push_clean(&mut text, line, Span::from_range(0..line.len()));
        text.as_str().to_owned()
    }

    #[test]
    fn emphasis_and_ticks_are_not_read() {
        assert_eq!(
            clean("It cost *$4.2 million*, _she_ said: \"`We **wait**ed.`\""),
            "It cost $4.2 million, she said: \"We waited.\""
        );
        assert_eq!(clean("a #marked# word and a `file`"), "a marked word and a file");
    }

    #[test]
    fn a_mark_without_its_partner_stays() {
        assert_eq!(clean("5 * 3 and * and snake_case_name and *open"), "5 * 3 and * and snake_case_name and *open");
    }

    #[test]
    fn of_a_link_only_the_words_are_read() {
        assert_eq!(
            clean("See https://example.org/f[the report,window=_blank] or xref:a.adoc[b]."),
            "See the report or b."
        );
        assert_eq!(
            clean("The boat footnote:[Since 2019.] sailed from https://example.org today"),
            "The boat  sailed from https://example.org today"
        );
    }
}
