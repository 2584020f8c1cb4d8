//! Cuts plain text into lines, and tells the lines of a list, a quoted mail and the wire's own marks.

use crate::draft::lines::line_spans;
use crate::text::Span;

/// What a line is by its first characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draft) enum Kind {
    /// Prose, as far as its first characters tell.
    Text,
    /// An entry of a list.
    Item,
    /// Behind the `>` of a quoted mail.
    Quoted,
}

/// A line with something on it.
#[derive(Clone, Copy, Debug)]
pub(in crate::draft) struct Line {
    /// Its text, without white space at the ends and without the marker of a list or quotation.
    pub(in crate::draft) text: Span,
    /// How many bytes of white space stand before it.
    pub(in crate::draft) indent: u32,
    pub(in crate::draft) kind: Kind,
    /// Whether an empty line, or one that says nothing, stands before it.
    pub(in crate::draft) is_set_off: bool,
}

/// The lines of `source` from `start` on that hold text.
///
/// Left out are empty lines, lone marks ("***") and what the wire adds for itself ("-30-", "(MORE)").
pub(in crate::draft) fn read_lines(source: &str, start: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut is_set_off = true;
    let mut after_dash = false;
    for whole in line_spans(source, Span::from_range(start..source.len())) {
        let text = whole.trimmed(source);
        let written = text.of(source);
        if is_noise(written) {
            is_set_off = true;
            after_dash = false;
            continue;
        }
        let (mut kind, marker) = read_marker(written);
        // One dash may open a line of speech or the name under a quotation; two in a row make a list.
        let is_dashed = kind == Kind::Item && written.starts_with(is_long_dash);
        if is_dashed && !after_dash && !next_line_is_dashed(source, whole.end) {
            kind = Kind::Text;
        }
        after_dash = is_dashed;
        let skip = if kind == Kind::Text { 0 } else { marker };
        let text = Span::new(text.start + skip, text.end);
        lines.push(Line { text, indent: text.start - skip - whole.start, kind, is_set_off });
        is_set_off = false;
    }
    lines
}

fn next_line_is_dashed(source: &str, line_end: u32) -> bool {
    source[line_end as usize..].trim_start().starts_with(is_long_dash)
}

fn is_long_dash(mark: char) -> bool {
    matches!(mark, '–' | '—')
}

/// The kind of a line and the length of its marker, white space behind it included.
fn read_marker(line: &str) -> (Kind, u32) {
    let length = |rest: &str| (line.len() - rest.trim_start().len()) as u32;
    if let Some(rest) = line.strip_prefix('>')
        && (rest.is_empty() || rest.starts_with([' ', '>', '\t']))
    {
        return (Kind::Quoted, length(rest.trim_start_matches(['>', ' ', '\t'])));
    }
    let unmarked =
        line.strip_prefix(['-', '*', '•', '·', '‣', '◦', '▪', '●', '–', '—']).or_else(|| without_number(line));
    match unmarked {
        Some(rest) if rest.starts_with(char::is_whitespace) => (Kind::Item, length(rest)),
        _ => (Kind::Text, 0),
    }
}

/// "1. x" without its number.
fn without_number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let digits = line.len() - rest.len();
    if !(1..=3).contains(&digits) {
        return None;
    }
    rest.strip_prefix(['.', ')'])
}

/// Whether a line is empty to a reader of the story.
fn is_noise(line: &str) -> bool {
    if !line.contains(char::is_alphanumeric) {
        return !line.starts_with('>');
    }
    let word = line.trim_matches(|mark: char| !mark.is_alphanumeric());
    // "30" ends a story; "7" or "7." counts down a list whose text is on the next line.
    if word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return line.trim_matches(['.', ')', '(', '#', '-', ' ']).len() == word.len();
    }
    let is_bare = word.len() == line.len();
    match word {
        "ADVERTISEMENT" | "Advertisement" | "END" | "ENDIT" | "ENDS" | "Ends" => true,
        "MORE" | "end" | "ends" | "more" => !is_bare && !line.starts_with(['"', '“', '\'', '‘']),
        _ => false,
    }
}

/// Whether a line names the story to the wire's machines: "BC-Tarnov-Floods, 2nd Ld", "TARNOV-FLOODS-3", "Slug: floods".
pub(super) fn is_slug(line: &str) -> bool {
    let tag = line.trim_start_matches(['^', '(']);
    let is_wire_tag = ["BC-", "AM-", "PM-"]
        .iter()
        .filter_map(|cycle| tag.strip_prefix(cycle))
        .any(|rest| rest.starts_with(|mark: char| mark.is_uppercase() || mark == '-'));
    let is_label = ["Slug:", "SLUG:", "Eds:", "EDS:", "Eds.:"].iter().any(|label| line.starts_with(label));
    let is_path = !line.contains(char::is_whitespace)
        && line.matches(['-', '/', '_']).count() >= 2
        && line.contains(char::is_alphabetic)
        && !line.contains(char::is_lowercase);
    is_wire_tag || is_label || is_path || matches!(line, "URGENT" | "BULLETIN" | "FLASH")
}

/// Whether a line over a headline says what kind of story follows: "OBITUARY", "COURTS", "CITY NEWS".
pub(super) fn is_kicker(line: &str) -> bool {
    const MOST_WORDS: usize = 2;
    line.split_whitespace().count() <= MOST_WORDS && line.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ')
}

/// Whether a line tells the page of a paper: "Page 1", "A4".
pub(super) fn is_page(line: &str) -> bool {
    let number = line.strip_prefix("Page ").or_else(|| line.strip_prefix("PAGE ")).unwrap_or_default();
    number.len() <= 3
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && number.ends_with(|last: char| last.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_wire_adds_for_itself_is_noise() {
        for line in [
            "",
            "-",
            "***",
            "---",
            "# # #",
            "-30-",
            "- 30 -",
            "7.",
            "ENDS",
            "(MORE)",
            "-more-",
            "_______________________",
        ] {
            assert!(is_noise(line), "{line}");
        }
        for line in ["$30", "5%", "1903", "More", "The end", "“More!”", "$5", "é"] {
            assert!(!is_noise(line), "{line}");
        }
    }

    #[test]
    fn kickers_and_pages_are_told_from_headlines() {
        for line in ["OBITUARY", "CITY NEWS"] {
            assert!(is_kicker(line), "{line}");
        }
        for line in ["DEMONS GO BACK", "Obituary of a mill", "21 DIE"] {
            assert!(!is_kicker(line), "{line}");
        }
        assert!(is_page("Page 1") && is_page("PAGE A4"));
        assert!(!is_page("Page one") && !is_page("Page"));
    }

    #[test]
    fn slugs_are_told_from_headlines() {
        for line in ["BC-Tarnov-Floods, 2nd Ld-Writethru", "^AM-TARNOV-FLOODS", "TARNOV-FLOODS-3", "Slug: floods"] {
            assert!(is_slug(line), "{line}");
        }
        for line in ["US-BACKED FORCES LEAVE", "PM-backed plan fails", "Tarnov-Brae-Osterhaven", "3-2-1"] {
            assert!(!is_slug(line), "{line}");
        }
    }

    #[test]
    fn markers_stay_outside_the_text() {
        let source = "- a\n 1) b\n> c\n>\n* d\r• e\r\n2025. f\n-g";
        let lines = read_lines(source, 0);
        let seen: Vec<_> = lines.iter().map(|line| (line.kind, line.text.of(source))).collect();
        let (item, quoted, text) = (Kind::Item, Kind::Quoted, Kind::Text);
        assert_eq!(
            seen,
            [
                (item, "a"),
                (item, "b"),
                (quoted, "c"),
                (quoted, ""),
                (item, "d"),
                (item, "e"),
                (text, "2025. f"),
                (text, "-g")
            ]
        );
    }

    #[test]
    fn two_long_dashes_make_a_list_and_one_does_not() {
        let source = "— a\n— b\n\nc\n— d";
        let kinds: Vec<_> = read_lines(source, 0).iter().map(|line| line.kind).collect();
        assert_eq!(kinds, [Kind::Item, Kind::Item, Kind::Text, Kind::Text]);
    }
}
