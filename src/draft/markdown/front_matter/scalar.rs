//! Reads one quoted value, its escapes as the characters that they stand for.

use crate::text::{CleanText, Span};

/// How a value writes what would otherwise end it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Syntax {
    /// `"a \" b"`: both languages.
    Escaped,
    /// `'a '' b'`: YAML.
    Doubled,
    /// `'a \ b'`: TOML.
    Literal,
    /// `"""a"""`: TOML.
    LongEscaped,
    /// `'''a'''`: TOML.
    LongLiteral,
}

impl Syntax {
    fn closing(self) -> &'static str {
        match self {
            Self::Escaped => "\"",
            Self::Doubled | Self::Literal => "'",
            Self::LongEscaped => "\"\"\"",
            Self::LongLiteral => "'''",
        }
    }

    fn has_escapes(self) -> bool {
        matches!(self, Self::Escaped | Self::LongEscaped)
    }
}

/// The value whose opening mark `span` begins with, and where it ends.
///
/// White space with a line break in it is one space. A value that is never closed ends with `span`.
pub(super) fn read_scalar(source: &str, span: Span, syntax: Syntax) -> (CleanText, u32) {
    let mut text = CleanText::default();
    let mut at = span.start + 1;
    while at < span.end {
        let rest = &source[at as usize..span.end as usize];
        let place = |length: usize| Span::new(at, at + length as u32);
        let length = if syntax == Syntax::Doubled && rest.starts_with("''") {
            text.push_replaced("'", place(2));
            2
        } else if rest.starts_with(syntax.closing()) {
            return (text, at + syntax.closing().len() as u32);
        } else if syntax.has_escapes() && rest.starts_with('\\') {
            let (read, length) = read_escape(rest);
            push_character(&mut text, source, read, place(length));
            length
        } else if rest.starts_with(['\n', '\r']) {
            let length = rest.len() - rest.trim_start().len();
            text.push_space(source, place(length));
            length
        } else {
            let stop = |mark: char| "\"'\\\n\r".contains(mark);
            let length = rest.find(stop).unwrap_or(rest.len()).max(rest.chars().next().map_or(1, char::len_utf8));
            text.push_verbatim(source, place(length));
            length
        };
        at += length as u32;
    }
    (text, span.end)
}

fn push_character(text: &mut CleanText, source: &str, read: Option<char>, span: Span) {
    match read {
        Some(letter) if letter.is_whitespace() => text.push_space(source, span),
        Some(letter) => text.push_replaced(letter.encode_utf8(&mut [0; 4]), span),
        None => text.push_verbatim(source, span),
    }
}

/// What the escape at the head of `rest` stands for, and its length; an unknown one is read as it is written.
fn read_escape(rest: &str) -> (Option<char>, usize) {
    let Some(mark) = rest[1..].chars().next() else { return (None, 1) };
    let digits = match mark {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        'n' | 't' | 'r' | ' ' | '\n' | '\r' | '_' => return (Some(' '), 2),
        '"' | '\\' | '/' => return (Some(mark), 2),
        _ => return (None, 1),
    };
    let number = rest.get(2..2 + digits).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    match number.and_then(char::from_u32) {
        Some(letter) => (Some(letter), 2 + digits),
        None => (None, 1),
    }
}
