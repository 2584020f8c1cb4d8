//! Cuts a text into lines, whatever ends them.

use memchr::memchr2;

use crate::text::Span;

/// The lines of `source` at `span`, in order, without their ends; a last line that is empty is left out.
pub(super) fn line_spans(source: &str, span: Span) -> impl Iterator<Item = Span> {
    let bytes = &source.as_bytes()[..span.end as usize];
    let mut at = span.start as usize;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let end = memchr2(b'\n', b'\r', &bytes[at..]).map_or(bytes.len(), |found| at + found);
        let line = Span::from_range(at..end);
        at = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_line_ends_part_lines() {
        let source = "xa\r\nb\r\rc\n";
        let lines: Vec<_> = line_spans(source, Span::new(1, 9)).map(|line| line.of(source)).collect();
        assert_eq!(lines, ["a", "b", "", "c"]);
    }
}
