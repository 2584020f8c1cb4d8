//! Tells text that was wrapped at a fixed width from text with one paragraph a line.
//!
//! A wrapped line is full: the next line's first word would not have fitted. And many lines begin in the
//! middle of a sentence, with a small letter, where paragraphs begin with a capital.

use super::line::{Kind, Line};

/// Mail and typewriters wrap between these; a "line" beyond is a paragraph.
const NARROWEST: usize = 35;
const WIDEST: usize = 130;

/// The width that a text is wrapped at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrap {
    /// In characters; `None` where each line is a paragraph.
    width: Option<usize>,
}

impl Wrap {
    /// Each line goes on with the one before it.
    pub(super) const ALWAYS: Self = Self { width: Some(0) };

    /// How `lines` are wrapped.
    pub(super) fn of(source: &str, lines: &[Line]) -> Self {
        let mut pairs = Vec::new();
        for pair in lines.windows(2).filter(|pair| may_continue(pair)) {
            let Some(width) = width_of(source, pair[0]).filter(|_| width_of(source, pair[1]).is_some()) else {
                return Self { width: None };
            };
            let next = pair[1].text.of(source);
            pairs.push((width, first_word(next), next.starts_with(char::is_lowercase)));
        }
        let widest = pairs.iter().map(|&(width, ..)| width).max().unwrap_or_default();
        let full = pairs.iter().filter(|(width, word, _)| is_full(*width, *word, widest)).count();
        let small = pairs.iter().filter(|(.., is_small)| *is_small).count();
        let is_wrapped = widest >= NARROWEST && full * 10 >= pairs.len() * 7 && small * 4 >= pairs.len() && small > 0;
        Self { width: is_wrapped.then_some(widest) }
    }

    /// Whether the second line of `pair` goes on with the sentence of the first.
    pub(super) fn joins(self, source: &str, pair: &[Line; 2]) -> bool {
        let Some(widest) = self.width.filter(|_| may_continue(pair)) else { return false };
        let width = width_of(source, pair[0]).unwrap_or_default();
        is_full(width, first_word(pair[1].text.of(source)), widest)
    }
}

fn may_continue(pair: &[Line]) -> bool {
    let [before, line] = pair else { return false };
    let is_same_kind = line.kind == Kind::Text || (line.kind == Kind::Quoted && before.kind == Kind::Quoted);
    is_same_kind && !line.is_set_off && !before.text.is_empty() && !line.text.is_empty()
}

/// The width of a line in characters; `None` beyond any wrapping.
fn width_of(source: &str, line: Line) -> Option<usize> {
    let text = line.text.of(source);
    if text.len() > WIDEST * 4 {
        return None;
    }
    Some(text.chars().count() + line.indent as usize).filter(|&width| width <= WIDEST)
}

fn first_word(text: &str) -> usize {
    text.split(char::is_whitespace).next().unwrap_or_default().chars().count()
}

/// Whether `word` would not have fitted behind a line of `width`, give or take the raggedness of good wrapping.
fn is_full(width: usize, word: usize, widest: usize) -> bool {
    width + 1 + word + widest / 8 > widest
}
