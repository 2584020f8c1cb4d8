//! Sets text in columns of a terminal, which are neither bytes nor characters.

use std::borrow::Cow;
use std::ops::Range;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Stands for what was cut.
pub(super) const ELLIPSIS: &str = "…";

/// How many columns `text` takes.
pub(super) fn width(text: &str) -> usize {
    // What was cut is of plain letters, too, but for its end.
    let (head, end) = text.strip_suffix(ELLIPSIS).map_or((text, 0), |head| (head, 1));
    // Without a way out in between, many bytes are looked at together.
    if head.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~')) {
        return head.len() + end;
    }
    narrow(text).unwrap_or_else(|| text.width())
}

/// How many letters `text` has, where each takes one column.
fn narrow(text: &str) -> Option<usize> {
    text.chars().try_fold(0, |count, letter| is_narrow(letter).then_some(count + 1))
}

/// Whether the letter takes one column whatever stands beside it, as nearly all do that a newspaper in English sets.
fn is_narrow(letter: char) -> bool {
    matches!(letter, ' '..='~' | '¡'..='¬' | '®'..='ʯ' | '‐'..='‧')
}

/// `text` on one line and harmless: a draft must not move the cursor or change the colours.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return text.into();
    }
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// `text` with its line breaks and runs of white space as single spaces.
pub(super) fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    // Nearly all words of a draft have one space between them.
    let mut before = ' ';
    let is_loose = |letter: char| {
        let is_loose = letter.is_whitespace() && (letter != ' ' || before == ' ');
        before = letter;
        is_loose
    };
    if !text.contains(is_loose) {
        return text.into();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line.into()
}

/// `text` on one line and harmless, with an ellipsis at its end where it takes more than `columns`.
pub(super) fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    // Of a long quotation only the head is looked at.
    let head = &text.as_bytes()[..text.len().min(columns + 1)];
    if is_set_already(head) {
        let is_whole = text.len() <= columns;
        return if is_whole {
            text.into()
        } else {
            [text[..columns.saturating_sub(1)].trim_end(), ELLIPSIS].concat().into()
        };
    }
    let (mut kept, mut before) = (0, ' ');
    for (count, (at, letter)) in text.char_indices().enumerate() {
        if !is_narrow(letter) || (letter == ' ' && before == ' ') {
            return cut_wide(plain(&one_line(text)).into_owned(), columns).into();
        }
        if count == columns {
            return [text[..kept].trim_end(), ELLIPSIS].concat().into();
        }
        if count + 1 == columns {
            kept = at;
        }
        before = letter;
    }
    text.into()
}

/// Whether a line is of plain letters with single spaces between words, as most are; many bytes are looked at together.
fn is_set_already(line: &[u8]) -> bool {
    let is_plain = line.iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'));
    let space = |byte: &u8| u8::from(*byte == b' ');
    let pairs = line.iter().zip(line.get(1..).unwrap_or_default());
    is_plain && !line.starts_with(b" ") && pairs.fold(0, |any, (one, next)| any | space(one) & space(next)) == 0
}

/// The same for a text whose letters may be of any width.
fn cut_wide(text: String, columns: usize) -> String {
    if width(&text) <= columns {
        return text;
    }
    let mut used = 1;
    let kept = text.chars().take_while(|letter| {
        used += letter.width().unwrap_or(0);
        used <= columns
    });
    let kept: String = kept.collect();
    format!("{}{ELLIPSIS}", kept.trim_end())
}

/// `text` with spaces behind it up to `columns`.
pub(super) fn pad(text: &str, columns: usize) -> String {
    let mut padded = String::with_capacity(text.len() + columns);
    set(&mut padded, text, columns);
    padded
}

/// Adds `text` to `out`, with spaces behind it up to `columns`.
pub(super) fn set(out: &mut String, text: &str, columns: usize) {
    out.push_str(text);
    leave(out, columns.saturating_sub(width(text)));
}

/// Adds `text` to `out`, with spaces before it up to `columns`.
pub(super) fn set_right(out: &mut String, text: &str, columns: usize) {
    leave(out, columns.saturating_sub(width(text)));
    out.push_str(text);
}

/// Leaves so many columns empty.
fn leave(out: &mut String, mut columns: usize) {
    /// As wide as nearly all columns, and so set at once.
    const SPACES: &str = "                                                                ";
    while 0 < columns {
        let now = columns.min(SPACES.len());
        out.push_str(&SPACES[..now]);
        columns -= now;
    }
}

/// The lines of at most `columns` that `text` breaks into at its spaces, as byte ranges without those spaces.
///
/// The ranges in `whole`, which are sorted, are not broken where a line can hold them. A word longer than
/// a line is broken where it has to be.
pub(super) fn wrap(text: &str, columns: usize, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut line: Option<(Range<usize>, usize)> = None;
    for piece in pieces(text, columns, whole) {
        let wide = width(&text[piece.clone()]);
        line = Some(match line.take() {
            None => (piece, wide),
            Some((open, used)) => {
                let gap = width(&text[open.end..piece.start]);
                if used + gap + wide <= columns {
                    (open.start..piece.end, used + gap + wide)
                } else {
                    lines.push(open);
                    (piece, wide)
                }
            }
        });
    }
    lines.extend(line.map(|(open, _)| open));
    lines
}

/// What a line is made of: words, stretches to be kept whole, pieces of words that no line can hold.
fn pieces(text: &str, columns: usize, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut whole = whole.iter().filter(|range| width(&text[(*range).clone()]) <= columns).peekable();
    for word in words(text) {
        while whole.next_if(|range| range.end <= word.start).is_some() {}
        let held = whole.peek().filter(|range| range.start < word.start);
        match pieces.last_mut() {
            Some(last) if held.is_some() && width(&text[last.start..word.end]) <= columns => last.end = word.end,
            _ => break_word(text, word, columns, &mut pieces),
        }
    }
    pieces
}

/// The words of `text` as byte ranges: what stands between white space.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

fn break_word(text: &str, word: Range<usize>, columns: usize, pieces: &mut Vec<Range<usize>>) {
    let mut start = word.start;
    let mut used = 0;
    for (offset, letter) in text[word.clone()].char_indices() {
        let wide = letter.width().unwrap_or(0);
        if columns < used + wide && start < word.start + offset {
            pieces.push(start..word.start + offset);
            start = word.start + offset;
            used = 0;
        }
        used += wide;
    }
    pieces.push(start..word.end);
}

/// The digits of a whole number with commas: "1,204".
pub(super) fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.char_indices() {
        if index != 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// The words that `text` begins with, as many as `columns` can hold; a first word that is longer is broken.
pub(super) fn first_words(text: &str, columns: usize) -> &str {
    let held = held(text.char_indices(), columns).map_or(0, |(offset, letter)| offset + letter.len_utf8());
    let ends_word = text[held..].chars().next().is_none_or(char::is_whitespace);
    let whole = text[..held].rfind(char::is_whitespace).filter(|_| !ends_word);
    &text[..whole.unwrap_or(held)]
}

/// The words that `text` ends with, as many as `columns` can hold; none where the last is longer.
pub(super) fn last_words(text: &str, columns: usize) -> &str {
    let held = held(text.char_indices().rev(), columns).map_or(text.len(), |(offset, _)| offset);
    let starts_word = text[..held].chars().next_back().is_none_or(char::is_whitespace);
    let whole = if starts_word { Some(held) } else { text[held..].find(char::is_whitespace).map(|space| held + space) };
    &text[whole.unwrap_or(text.len())..]
}

/// The last of `letters` that `columns` can hold.
fn held(letters: impl Iterator<Item = (usize, char)>, columns: usize) -> Option<(usize, char)> {
    let mut used = 0;
    let fits = |&(_, letter): &(usize, char)| {
        used += letter.width().unwrap_or(1);
        used <= columns
    };
    letters.take_while(fits).last()
}

/// `text` on lines of at most `columns`, those behind the first indented by `indent` spaces.
pub(super) fn fill(text: &str, columns: usize, indent: usize) -> String {
    let columns = columns.saturating_sub(indent).max(1);
    // Most are short.
    if narrow(text).is_some_and(|wide| wide <= columns) {
        return text.trim().to_owned();
    }
    let lines = wrap(text, columns, &[]);
    let lines: Vec<&str> = lines.into_iter().map(|line| &text[line]).collect();
    lines.join(&format!("\n{}", " ".repeat(indent)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, columns: usize) -> Vec<&str> {
        wrap(text, columns, &[]).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn text_breaks_at_its_spaces() {
        assert_eq!(lines("the mayor resigned on Friday", 12), ["the mayor", "resigned on", "Friday"]);
        assert_eq!(lines("", 12), Vec::<&str>::new());
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken() {
        assert_eq!(lines("see harbourmaster now", 8), ["see", "harbourm", "aster", "now"]);
    }

    #[test]
    fn a_stretch_to_be_kept_is_not_broken() {
        let text = "they counted over 500 boats";
        let kept = wrap(text, 20, std::slice::from_ref(&(13..21)));
        assert_eq!(kept.into_iter().map(|line| &text[line]).collect::<Vec<_>>(), ["they counted", "over 500 boats"]);
    }

    #[test]
    fn numbers_are_grouped_as_a_newspaper_prints_them() {
        assert_eq!(grouped("7"), "7");
        assert_eq!(grouped("1204"), "1,204");
        assert_eq!(grouped("1234567"), "1,234,567");
    }

    #[test]
    fn a_window_opens_between_words() {
        assert_eq!(first_words("the mayor resigned", 9), "the mayor");
        assert_eq!(first_words("the mayor resigned", 8), "the");
        assert_eq!(first_words("harbourmaster", 7), "harbour");
        assert_eq!(last_words("the mayor resigned", 14), "mayor resigned");
        assert_eq!(last_words("the mayor resigned", 13), " resigned");
        assert_eq!(last_words("harbourmaster", 7), "");
    }

    #[test]
    fn wide_letters_count_twice() {
        assert_eq!(cut("東京の市長は辞任した", 9), "東京の市…");
        assert_eq!(pad("東京", 6), "東京  ");
    }

    #[test]
    fn a_cell_is_one_line_and_what_is_cut_ends_at_a_letter() {
        assert_eq!(cut(" the\n mayor  resigned ", 18), "the mayor resigned");
        assert_eq!(cut("the mayor resigned", 18), "the mayor resigned");
        assert_eq!(cut("the mayor resigned", 17), "the mayor resign…");
        assert_eq!(cut("the mayor resigned", 11), "the mayor…");
        assert_eq!(one_line("the mayor\u{a0}resigned"), "the mayor resigned");
    }

    #[test]
    fn a_draft_cannot_reach_the_terminal() {
        assert_eq!(plain("a\x1b[31mb\tc"), "a [31mb c");
    }

    proptest! {
        #[test]
        fn lines_hold_every_word_in_order(text in "[a é漢💣\n]{0,80}", columns in 2_usize..20, at in 0_usize..80) {
            let start = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let lines = wrap(&text, columns, std::slice::from_ref(&(start..text.len())));
            let joined: String = lines.iter().map(|line| &text[line.clone()]).collect();
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(squeeze(&joined), squeeze(&text));
            prop_assert!(lines.iter().all(|line| width(&text[line.clone()]) <= columns));
        }
    }
}
