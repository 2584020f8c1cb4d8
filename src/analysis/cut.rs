//! What goes along when words are taken out of a file: the line that would be left empty, and the blank lines or the
//! space that stood about them.

use crate::text::Span;

/// The bytes of `text` to take out, so that nothing shows that something stood at `span`.
pub(super) fn widened(text: &str, span: Span) -> Span {
    let is_blank = |letter: char| letter == ' ' || letter == '\t';
    let before = &text[..span.start as usize];
    let behind = &text[span.end as usize..];
    let (left, right) = (before.trim_end_matches(is_blank), behind.trim_start_matches(is_blank));
    let is_alone = is_line_end(left.chars().next_back()) && is_line_end(right.chars().next());
    if !is_alone {
        return within_line(span, before, behind);
    }
    let (left, right) = (left.len(), text.len() - right.len());
    let next = right + line_break(&text[right..]);
    let (above, below) = (blank_lines_above(&text[..left]), blank_lines_below(&text[next..]));
    let is_last = next + below == text.len();
    let is_parted = left == 0 || 0 < above;
    match (is_last, is_parted) {
        // The last paragraph: the text ends as the one before it did.
        (true, _) => Span::new((left - above) as u32, text.len() as u32),
        (false, true) => Span::new(left as u32, (next + below) as u32),
        (false, false) => Span::new(left as u32, next as u32),
    }
}

/// Of two spaces that would stand side by side, one goes.
fn within_line(span: Span, before: &str, behind: &str) -> Span {
    if is_line_end(before.chars().next_back()) {
        let spaces = behind.len() - behind.trim_start_matches(' ').len();
        return Span::new(span.start, span.end + spaces as u32);
    }
    let is_parted_behind = behind.is_empty() || behind.starts_with(char::is_whitespace);
    let space = u32::from(is_parted_behind && before.ends_with(' '));
    Span::new(span.start - space, span.end)
}

fn is_line_end(letter: Option<char>) -> bool {
    matches!(letter, None | Some('\n' | '\r'))
}

/// The length of the line break that `text` begins with.
fn line_break(text: &str) -> usize {
    if text.starts_with("\r\n") { 2 } else { usize::from(text.starts_with(['\n', '\r'])) }
}

/// How many bytes of blank lines `text` begins with.
fn blank_lines_below(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &text[length..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        match line_break(&rest[blanks..]) {
            0 if blanks == rest.len() => return text.len(),
            0 => return length,
            end => length += blanks + end,
        }
    }
}

/// How many bytes of blank lines `text` ends with; the break of its last line of words stays.
fn blank_lines_above(text: &str) -> usize {
    let words = text.trim_end_matches([' ', '\t', '\n', '\r']);
    let kept = if words.is_empty() {
        0
    } else {
        words.len() + line_break(text[words.len()..].trim_start_matches([' ', '\t']))
    };
    text.len().saturating_sub(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` without `[stet]` and what goes along.
    fn cut(text: &str) -> String {
        let start = text.find("[stet]").expect("there is a mark") as u32;
        let span = widened(text, Span::new(start, start + 6));
        format!("{}{}", &text[..span.start as usize], &text[span.end as usize..])
    }

    #[test]
    fn a_paragraph_that_was_nothing_else_goes_with_its_blank_line() {
        assert_eq!(cut("One.\n\n[stet]\n\nTwo.\n"), "One.\n\nTwo.\n");
        assert_eq!(cut("One.\r\n\r\n  [stet] \r\n\r\nTwo.\r\n"), "One.\r\n\r\nTwo.\r\n");
        assert_eq!(cut("[stet]\n\nTwo.\n"), "Two.\n");
        assert_eq!(cut("[stet]\nTwo.\n"), "Two.\n");
    }

    #[test]
    fn a_line_of_a_paragraph_goes_alone() {
        assert_eq!(cut("One.\n[stet]\n\nTwo.\n"), "One.\n\nTwo.\n");
        assert_eq!(cut("One.\n\n[stet]\nTwo.\n"), "One.\n\nTwo.\n");
        assert_eq!(cut("One\n[stet]\nand two.\n"), "One\nand two.\n");
    }

    #[test]
    fn the_text_ends_as_it_did() {
        assert_eq!(cut("One.\n\n[stet]\n"), "One.\n");
        assert_eq!(cut("One.\n\n[stet]"), "One.\n");
        assert_eq!(cut("One.\n[stet]\n"), "One.\n");
        assert_eq!(cut("[stet]\n"), "");
    }

    #[test]
    fn within_a_line_one_space_goes() {
        assert_eq!(cut("One [stet] two."), "One two.");
        assert_eq!(cut("One [stet]\ntwo."), "One\ntwo.");
        assert_eq!(cut("One.[stet] Two."), "One. Two.");
        assert_eq!(cut("One.\n[stet] Two."), "One.\nTwo.");
    }
}
