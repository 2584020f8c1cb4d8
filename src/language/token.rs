//! Cuts a text into words, numbers and marks, each with its word classes.
//!
//! Knows spelling only: whether a mark is an apostrophe or a quotation mark, or where a sentence ends,
//! is decided by those who look at more than one token.

use super::letters::{head_of, leading_word};
use super::{Class, Classes, Lexicon, Trace};
use crate::text::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters: "council", "O'Brien", "don't", "U.S.", "Gov.", "J.", and the possessive "'s" on its own.
    ///
    /// Hyphens part words: "two-thirds" is three tokens, the last two of them `glued`.
    Word,
    /// Digits with their separators: "1,234.5", ".5"; "4.2m" is a number and a glued word.
    Number,
    /// A mark that may open or close a quotation: `"`, `'`, `“”‘’„‚«»‹›`, two apostrophes or two backticks.
    QuoteMark,
    /// A dash of any length, or two or three hyphens; a single hyphen too.
    Dash,
    /// Any other mark: comma, full stop, bracket, three dots as one.
    Punctuation,
    /// A sign that belongs to figures and names: $, £, €, ¥, %, &, #, +, ±, °, /.
    Symbol,
    /// A web or mail address, a handle or a hashtag.
    Link,
}

/// A word, number or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether no white space stands between it and the token before.
    pub glued: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// What tells it from most other words.
    pub trace: Trace,
    /// The classes of the word; empty for all other kinds.
    pub classes: Classes,
}

impl Token {
    /// The token as it is written in `text`.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        self.span.of(text)
    }

    /// Whether it is `word` in `text`, in whatever case; nearly all are of other lengths or leave another trace, which
    /// costs no look at the text. The trace of a word that is known when the program is built is made then.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "only where it stands is the word known when the program is built")]
    pub fn reads(&self, text: &str, word: &str) -> bool {
        self.span.len() as usize == word.len()
            && self.trace == Trace::of(word)
            && is_same(self.bytes(text), word.as_bytes())
    }

    /// Whether it is one of `words` in `text`, in whatever case.
    #[inline]
    pub fn reads_any(&self, text: &str, words: &[&str]) -> bool {
        let written = self.bytes(text);
        words.iter().any(|word| is_same(written, word.as_bytes()))
    }

    /// Words are compared byte for byte: nothing needs to know that a letter begins where the token does.
    #[inline]
    fn bytes<'a>(&self, text: &'a str) -> &'a [u8] {
        &text.as_bytes()[self.span.start as usize..self.span.end as usize]
    }

    /// Whether it is a word of `class`.
    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }
}

/// Whether two words are the same in whatever case; most differ in their length or their first letter.
#[inline]
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// A constable's rank in short, which is a first name, too.
const CON: u64 = head_of(b"con");
const CON_LENGTH: usize = 3;

/// The tokens of `text`, in order.
pub fn tokenize(text: &str) -> Vec<Token> {
    let lexicon = Lexicon::shared();
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(text.len() / 4 + 8);
    let mut start = 0;
    let mut glued = false;
    while let Some(&byte) = bytes.get(start) {
        if byte == b' ' {
            start += 1;
            glued = false;
            continue;
        }
        let token = if byte.is_ascii_alphabetic()
            && let Some((head, length)) = plain_word(text, start, lexicon)
        {
            let span = Span::from_range(start..start + length);
            let classes = lexicon.classes_by(head, length, || span.of(text));
            let is_rank = || tokens.last().is_some_and(|before: &Token| before.is(Class::Title));
            // "Det Con Lund" has a rank, "Con Lund" a first name.
            let is_first_name = classes.has(Class::Title) && head == CON && length == CON_LENGTH && !is_rank();
            let classes = if is_first_name { Classes::default() } else { classes };
            let (capital, trace) = (byte.is_ascii_uppercase(), Trace::of_head(head, length));
            Token { span, kind: TokenKind::Word, glued, capital, trace, classes }
        } else if matches!(byte, b',' | b';' | b':' | b'!' | b'?' | b'(' | b')') {
            // Of the marks that stand alone, what they are needs no look at what is around them.
            let trace = Trace::of_head(byte.into(), 1);
            let (span, classes) = (Span::from_range(start..start + 1), Classes::default());
            Token { span, kind: TokenKind::Punctuation, glued, capital: false, trace, classes }
        } else {
            let rest = &text[start..];
            let Some(first) = rest.chars().next() else { break };
            if first.is_whitespace() {
                start += first.len_utf8();
                glued = false;
                continue;
            }
            let (kind, length) = read_token(&text[..start], rest, first, glued, lexicon);
            let written = &rest[..length];
            let classes = if kind == TokenKind::Word { lexicon.classes(written) } else { Classes::default() };
            let span = Span::from_range(start..start + length);
            Token { span, kind, glued, capital: first.is_uppercase(), trace: Trace::of(written), classes }
        };
        start = token.span.end as usize;
        tokens.push(token);
        glued = true;
    }
    tokens
}

/// The head and the length of the word at `start`, where what stands behind its letters leaves no doubt of it: no letter
/// of another script, no apostrophe, no full stop that may be its own, no colon of an address. Nearly every word is told
/// so.
#[inline]
fn plain_word(text: &str, start: usize, lexicon: &Lexicon) -> Option<(u64, usize)> {
    let rest = &text.as_bytes()[start..];
    let (head, mut length) = leading_word(rest)?;
    // Most words are told at one look.
    if length == 8 {
        length += rest[8..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    }
    let is_plain = match rest.get(length) {
        Some(b'.') => ends_before_stop(&text[start..], length, lexicon),
        Some(mark) => mark.is_ascii() && !matches!(mark, b'\'' | b':'),
        None => true,
    };
    is_plain.then_some((head, length))
}

/// Whether the full stop behind the letters at the head of `rest` is none of theirs, as it is of abbreviations,
/// initials and addresses.
fn ends_before_stop(rest: &str, letters: usize, lexicon: &Lexicon) -> bool {
    let may_be_initials = letters <= 2;
    !may_be_initials && !is_address(rest) && !keeps_full_stop(&rest[..=letters], &rest[letters + 1..], lexicon)
}

fn read_token(before: &str, rest: &str, first: char, glued: bool, lexicon: &Lexicon) -> (TokenKind, usize) {
    if let Some(length) = link_length(rest, first) {
        return (TokenKind::Link, length);
    }
    match first {
        // Behind a space the same letters open a word: 's-Hertogenbosch, ’s wonderful.
        '\'' | '’' | '‘' if glued && possessive_length(rest).is_some() => {
            (TokenKind::Word, possessive_length(rest).expect("checked by the guard"))
        }
        // A nested quotation and its outer one close together: ''He said, 'No.'''
        '\'' if glued && rest.starts_with("'''") => (TokenKind::QuoteMark, 1),
        '\'' if rest.starts_with("''") => (TokenKind::QuoteMark, 2),
        '`' if rest.starts_with("``") => (TokenKind::QuoteMark, 2),
        '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '„' | '‚' | '«' | '»' | '‹' | '›' => {
            (TokenKind::QuoteMark, first.len_utf8())
        }
        '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' => (TokenKind::Dash, run_length(rest, is_dash)),
        '.' if !rest[1..].starts_with(|next: char| next.is_ascii_digit()) => {
            (TokenKind::Punctuation, run_length(rest, |mark| mark == '.').min(3))
        }
        '.' | '0'..='9' => (TokenKind::Number, number_length(before, rest)),
        '$' | '£' | '€' | '¥' | '%' | '&' | '#' | '+' | '±' | '°' | '/' | '=' | '~' | '¢' => {
            (TokenKind::Symbol, first.len_utf8())
        }
        _ if first.is_alphabetic() => (TokenKind::Word, word_length(rest, lexicon)),
        _ if first.is_numeric() => (TokenKind::Number, first.len_utf8()),
        _ => (TokenKind::Punctuation, first.len_utf8()),
    }
}

fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―')
}

fn is_apostrophe(mark: char) -> bool {
    // The opening mark too, since word processors turn the wrong way in "it‘s".
    matches!(mark, '\'' | '’' | '‘')
}

/// Bytes of the characters at the head of `rest` that satisfy `belongs`.
fn run_length(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|mark| !belongs(mark)).unwrap_or(rest.len())
}

/// A possessive or contracted "'s" behind a word: it belongs to no quotation.
fn possessive_length(rest: &str) -> Option<usize> {
    let mark = rest.chars().next().filter(|&mark| is_apostrophe(mark))?;
    let after = &rest[mark.len_utf8()..];
    let ends = |tail: &str| !tail.starts_with(char::is_alphanumeric);
    (after.starts_with(['s', 'S']) && ends(&after[1..])).then_some(mark.len_utf8() + 1)
}

/// "1,234.5", "2.50", ".5"; a separator counts only between digits, a comma only before three of them, or before the pairs
/// of digits of lakhs and crores: "1,63,200"; a space only where the digits behind it begin no number: "210 000".
fn number_length(before: &str, rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit_at = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    loop {
        match bytes.get(end) {
            Some(byte) if byte.is_ascii_digit() => end += 1,
            Some(b'.') if digit_at(end + 1) => end += 1,
            Some(b',') if (end + 1..end + 4).all(digit_at) && !digit_at(end + 4) => end += 1,
            Some(b',') if end <= 2 => match pairs_length(&bytes[end..]) {
                Some(length) => end += length,
                None => return end,
            },
            Some(b' ' | 0xc2 | 0xe2) if (1..=3).contains(&end) && bytes[..end].iter().all(u8::is_ascii_digit) => {
                return end + spaced_length(before, &rest[end..]).filter(|_| bytes[0] != b'0').unwrap_or(0);
            }
            _ => return end,
        }
    }
}

/// "$4 800", "R4 800": behind the sign of a currency stands one number.
fn is_priced(before: &str) -> bool {
    let is_rand = || before.strip_suffix('R').is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    before.ends_with(['$', '£', '€', '¥', '₹']) || is_rand()
}

/// "Handled 1 150 containers", "9 840 of the 21 300": a small word before it that gives nothing its number, and behind it
/// more than one of something, or a whole that is parted in the same way.
fn is_counted(before: &str, behind: &str) -> bool {
    const LEADS: &[&str] = &[
        "about", "all", "almost", "another", "are", "around", "built", "by", "cost", "drew", "found", "from", "had",
        "has", "have", "held", "hold", "holds", "its", "just", "lost", "nearly", "of", "only", "over", "roughly",
        "said", "saw", "says", "sold", "some", "than", "the", "their", "those", "were", "with",
    ];
    if is_part_of_spaced(behind) {
        return true;
    }
    let lead = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
    let is_deed = 4 < lead.len() && lead.ends_with("ed") && lead.bytes().all(|byte| byte.is_ascii_lowercase());
    let noun =
        behind.strip_prefix(' ').and_then(|behind| behind.split([' ', ',', '.', ';']).next()).unwrap_or_default();
    let is_many = noun.ends_with('s') || noun == "people";
    let is_noun = 3 < noun.len() && is_many && noun.bytes().all(|byte| byte.is_ascii_lowercase());
    is_noun && (is_deed || LEADS.contains(&lead.to_ascii_lowercase().as_str()))
}

/// " of the 21 300": the whole that is parted in the same way.
fn is_part_of_spaced(behind: &str) -> bool {
    let wholes = [" of the ", " of its ", " of their ", " of all ", " of ", " out of "];
    let whole = wholes.iter().find_map(|of| behind.strip_prefix(of)).unwrap_or_default();
    let digits = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count();
    let head = digits(whole);
    let group = whole[head..].strip_prefix(' ').unwrap_or_default();
    (1..=3).contains(&head) && digits(group) == 3
}

/// " 000", " 450 000": groups of three digits behind the first of a number, as South Africa and the SI part them; `None`
/// where a space may as well part two numbers: "in Division 3 214 people".
fn spaced_length(before: &str, rest: &str) -> Option<usize> {
    const HARD: [char; 3] = ['\u{a0}', '\u{202f}', '\u{2009}'];
    let digits = |at: usize| rest[at..].bytes().take_while(u8::is_ascii_digit).count();
    let space = |at: usize| rest[at..].chars().next().filter(|mark| *mark == ' ' || HARD.contains(mark));
    let (mut end, mut groups, mut is_sure) = (0, 0, false);
    while let Some(mark) = space(end) {
        let group = end + mark.len_utf8();
        match digits(group) {
            0 => break,
            // "021 555 0142" is called, not counted.
            3 => {}
            _ => return None,
        }
        groups += 1;
        is_sure |= HARD.contains(&mark) || rest[group..].starts_with('0') || 1 < groups;
        end = group + 3;
    }
    let is_told = || is_priced(before) || is_counted(before, &rest[end..]) || is_like_others(before, &rest[end..]);
    (is_sure || 0 < groups && is_told()).then_some(end)
}

/// "A margin of 1 308": behind a small word, where another number of the paragraph is parted by a space beyond doubt.
fn is_like_others(before: &str, behind: &str) -> bool {
    let lead = before.strip_suffix(' ').and_then(|before| before.rsplit(' ').next()).unwrap_or_default();
    let lead = lead.trim_end_matches(',');
    let is_led = !lead.is_empty() && lead.bytes().all(|byte| byte.is_ascii_lowercase());
    let closes = !behind.starts_with(|mark: char| mark.is_alphanumeric() || matches!(mark, ':' | '/' | '-'));
    is_led && closes && (has_spaced(before) || has_spaced(behind))
}

/// Whether a number of the text has its thousands parted by a space beyond doubt: "3 400 members", "R14 200".
fn has_spaced(text: &str) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    let parts = |at: usize| {
        let first = at - bytes[..at].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let is_short = (1..=3).contains(&(at - first)) && bytes[first] != b'0';
        let is_group = (at + 1..at + 4).all(|at| is_digit(bytes.get(at))) && !is_digit(bytes.get(at + 4));
        let (before, behind) = (text.get(..first).unwrap_or_default(), text.get(at + 4..).unwrap_or_default());
        let is_sure = || text[at + 1..].starts_with('0') || is_priced(before) || is_counted(before, behind);
        is_short && is_group && !before.ends_with(['.', ',', ':', '/']) && is_sure()
    };
    text.match_indices(' ').map(|(at, _)| at).any(|at| 0 < at && is_digit(bytes.get(at - 1)) && parts(at))
}

/// ",63,200", ",24,50,000": pairs of digits behind the first digits of a number, and three to end it; `None` for others.
fn pairs_length(rest: &[u8]) -> Option<usize> {
    let digits = |at: usize| rest.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut end = 0;
    while rest.get(end) == Some(&b',') && digits(end + 1) == 2 {
        end += 3;
    }
    (0 < end && rest.get(end) == Some(&b',') && digits(end + 1) == 3).then_some(end + 4)
}

/// A word with its inner apostrophes ("O'Brien", "don't") and, where they belong to it, its full stops
/// ("U.S.", "Gov.", "J.").
fn word_length(rest: &str, lexicon: &Lexicon) -> usize {
    let mut end = letters_length(rest);
    while let Some(mark) = rest[end..].chars().next().filter(|&mark| is_apostrophe(mark)) {
        let after = end + mark.len_utf8();
        let letters = letters_length(&rest[after..]);
        if letters == 0 || possessive_length(&rest[end..]).is_some() {
            break;
        }
        end = after + letters;
    }
    if !rest[end..].starts_with('.') {
        return end;
    }
    let dotted = dotted_length(rest);
    if dotted > end + 1 {
        return dotted;
    }
    let is_abbreviation = keeps_full_stop(&rest[..=end], &rest[end + 1..], lexicon);
    if is_abbreviation { end + 1 } else { end }
}

/// Whether `word`, which ends in a full stop, keeps it within a sentence; `after` is what follows.
fn keeps_full_stop(word: &str, after: &str, lexicon: &Lexicon) -> bool {
    let is_capitalised = word.starts_with(char::is_uppercase);
    let is_initial = is_capitalised && word.chars().count() == 2 && !word.starts_with('I');
    if is_initial {
        return true;
    }
    let classes = lexicon.classes(word);
    if classes.has(Class::NumberedAbbreviation) {
        return after.trim_start().starts_with(|next: char| next.is_ascii_digit());
    }
    // In small letters "ill." and "wash." are words at the end of their sentence.
    classes.has(Class::Abbreviation) && (is_capitalised || classes.has(Class::SmallAbbreviation))
}

fn letters_length(rest: &str) -> usize {
    // Most letters are one byte each, and told without being decoded.
    let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_whole = rest.as_bytes().get(plain).is_none_or(u8::is_ascii);
    if is_whole {
        plain
    } else {
        plain + run_length(&rest[plain..], |letter| letter.is_alphabetic() || is_combining(letter))
    }
}

fn is_combining(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// "U.S.", "a.m.", "Ph.D.": single letters (or two) each followed by a full stop, at least twice.
fn dotted_length(rest: &str) -> usize {
    let mut end = 0;
    loop {
        let letters = letters_length(&rest[end..]);
        if letters == 0 || letters > 2 || !rest[end + letters..].starts_with('.') {
            return end;
        }
        end += letters + 1;
    }
}

/// Addresses, handles and hashtags, which hold no prose.
fn link_length(rest: &str, first: char) -> Option<usize> {
    let length = match first {
        'h' | 'H' | 'w' | 'W' if is_address(rest) => {
            run_length(rest, |mark| !mark.is_whitespace() && !"<>\"”’)".contains(mark))
        }
        '@' | '#' if rest[1..].starts_with(|letter: char| letter.is_alphabetic() || letter == '_') => {
            1 + run_length(&rest[1..], |letter| letter.is_alphanumeric() || letter == '_')
        }
        _ => return None,
    };
    Some(rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?']).len())
}

fn is_address(rest: &str) -> bool {
    let starts = |head: &str| rest.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head));
    starts("http://") || starts("https://") || starts("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokenize(text).iter().map(|token| token.of(text)).collect()
    }

    #[test]
    fn possessives_part_and_contractions_stay() {
        assert_eq!(words("O'Brien's dog don't"), ["O'Brien", "'s", "dog", "don't"]);
        assert_eq!(words("Russia’s"), ["Russia", "’s"]);
    }

    #[test]
    fn full_stops_stay_with_abbreviations_and_initials() {
        assert_eq!(
            words("Sen. J. D. Vance of the U.S. left."),
            ["Sen.", "J.", "D.", "Vance", "of", "the", "U.S.", "left", "."]
        );
        assert_eq!(words("at 5 p.m. on"), ["at", "5", "p.m.", "on"]);
    }

    #[test]
    fn a_word_that_is_also_an_abbreviation_ends_its_sentence_in_small_letters() {
        assert_eq!(words("He fell ill. In Ill. too"), ["He", "fell", "ill", ".", "In", "Ill.", "too"]);
        assert_eq!(words("No. 5 said no. Nobody"), ["No.", "5", "said", "no", ".", "Nobody"]);
    }

    #[test]
    fn a_nested_quotation_closes_before_its_outer_one() {
        assert_eq!(words("''He said, 'No.'''"), ["''", "He", "said", ",", "'", "No", ".", "'", "''"]);
    }

    #[test]
    fn numbers_keep_their_separators_and_part_from_letters() {
        assert_eq!(words("$1,234.5 4.2m, 2,000."), ["$", "1,234.5", "4.2", "m", ",", "2,000", "."]);
        assert_eq!(words("1,63,200 of 12,40,000, 1,24,50,000"), ["1,63,200", "of", "12,40,000", ",", "1,24,50,000"]);
        assert_eq!(words("1,63 and 5,10,2000"), ["1", ",", "63", "and", "5", ",", "10", ",", "2000"]);
        assert_eq!(words("4 000 of 1 240 450, R9 000"), ["4 000", "of", "1 240 450", ",", "R", "9 000"]);
        assert_eq!(words("63\u{a0}210 and 3 214"), ["63\u{a0}210", "and", "3", "214"]);
        assert_eq!(words("021 555 0142, 12 0001"), ["021", "555", "0142", ",", "12", "0001"]);
        assert_eq!(words("44-year-old"), ["44", "-", "year", "-", "old"]);
        assert_eq!(words("3,5 and 1,2345"), ["3", ",", "5", "and", "1", ",", "2345"]);
    }

    #[test]
    fn two_apostrophes_and_dashes_are_one_mark() {
        assert_eq!(words("''No,'' he -- the"), ["''", "No", ",", "''", "he", "--", "the"]);
    }

    #[test]
    fn addresses_and_handles_are_one_token() {
        assert_eq!(words("see https://a.example/b?c=1, @desk"), ["see", "https://a.example/b?c=1", ",", "@desk"]);
    }
}
