//! Finds the marks that a desk leaves in copy: `[CQ]`, `[stet …]`, TK.
//!
//! Knows their spelling only: what a mark waives, and whether a rule of that name exists, is for others to say.

use memchr::{memchr, memchr3};

use crate::text::Span;

/// What a mark says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// `[CQ]`, `(CQ)`, `[CQ: reason]`: checked, correct as written.
    Checked,
    /// `stet`: leave it.
    Stet {
        /// The rules that are waived; empty for all.
        rules: Vec<String>,
        /// Whether it speaks for the whole file rather than for the next block.
        whole_file: bool,
    },
    /// TK, TKTK, XX: something is still to come.
    Placeholder,
}

/// A mark of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The mark, brackets included.
    pub span: Span,
    /// What it says.
    pub kind: MarkKind,
    /// The reason or link that it gives.
    pub reason: Option<String>,
}

/// Reads the marks in a block's text.
pub fn read_marks(text: &str) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    // Most blocks have no letter of a mark but the T.
    if memchr3(b'[', b'(', b'X', bytes).or_else(|| memchr(b'K', bytes)).is_none() {
        return marks;
    }
    let mut offset = 0;
    while let Some(skipped) = bytes[offset..].iter().position(|&byte| may_begin(byte)) {
        offset += skipped;
        let byte = bytes[offset];
        let next = bytes.get(offset + 1);
        let mark = match byte {
            b'[' | b'(' => read_bracket(text, offset),
            b'T' if next == Some(&b'K') => read_to_come(text, offset),
            b'X' if next == Some(&b'X') => read_crosses(text, offset),
            _ => None,
        };
        offset = match mark {
            Some(ref mark) => mark.span.end as usize,
            // A run that is no mark is none from its middle either.
            None if byte == b'X' => offset + run_of_crosses(&text[offset..]),
            None if byte == b'T' => offset + run_of_to_come(&text[offset..]).max(1),
            None => offset + 1,
        };
        marks.extend(mark);
    }
    marks
}

/// Whether a mark may begin with the byte: few do, and every text is asked.
fn may_begin(byte: u8) -> bool {
    matches!(byte, b'[' | b'(' | b'T' | b'X')
}

/// Whether `span` lies inside one of `marks`, which are by position.
pub fn is_within(marks: &[Mark], span: Span) -> bool {
    let next = marks.partition_point(|mark| mark.span.end <= span.start);
    marks.get(next).is_some_and(|mark| mark.span.covers(span))
}

/// Reads the text of an HTML comment as a `stet` mark; `span` is the comment's. `None` for any other comment.
pub fn read_comment(text: &str, span: Span) -> Option<Mark> {
    let (kind, reason) = read_stet(text.trim())?;
    Some(Mark { span, kind, reason })
}

/// The mark in brackets that opens at `start`: `[CQ]`, `(CQ: reason)`, `[stet rule]`, `[TK: her age]`.
fn read_bracket(text: &str, start: usize) -> Option<Mark> {
    let rest = &text[start..];
    let is_square = rest.starts_with('[');
    let words = rest[1..].trim_start();
    let heads: &[&str] = if is_square { &["cq", "stet", "tk", "xx"] } else { &["cq", "tk"] };
    heads.iter().find(|head| starts_with(words, head))?;
    // The search ends at a second opening bracket, so that a row of them is not searched over and over.
    let marks = if is_square { ['[', ']'] } else { ['(', ')'] };
    let close = 1 + rest[1..].find(marks)?;
    if !rest[close..].starts_with(marks[1]) {
        return None;
    }
    let words = rest[1..close].trim();
    let (kind, reason) = read_checked(words, is_square)
        .or_else(|| read_stet(words).filter(|_| is_square))
        .or_else(|| read_gap(words))?;
    Some(Mark { span: Span::from_range(start..start + close + 1), kind, reason })
}

fn starts_with(text: &str, head: &str) -> bool {
    text.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head))
}

/// `CQ`, with its reason. In round brackets a reason needs a mark before it: "(CQ Roll Call)" names an outlet.
fn read_checked(words: &str, is_square: bool) -> Option<(MarkKind, Option<String>)> {
    let rest = words.get(2..).filter(|_| starts_with(words, "cq"))?;
    let is_mark = rest.is_empty()
        || rest.starts_with([':', ',', ';', '-', '–', '—'])
        || rest.starts_with(char::is_whitespace) && (is_square || rest.trim_start().starts_with(['-', '–', '—']));
    is_mark.then(|| (MarkKind::Checked, reason_in(rest)))
}

/// The words behind the mark that sets a reason off; `None` where there are none.
fn reason_in(rest: &str) -> Option<String> {
    let reason = rest.trim_start_matches(|mark: char| mark.is_whitespace() || ":,;-–—".contains(mark)).trim_end();
    (!reason.is_empty()).then(|| reason.to_owned())
}

/// `stet`, `stet-file`, with rules before a colon and a reason behind it.
fn read_stet(words: &str) -> Option<(MarkKind, Option<String>)> {
    let rest = words.get(4..).filter(|_| starts_with(words, "stet"))?;
    let whole_file = starts_with(rest, "-file");
    let rest = if whole_file { &rest[5..] } else { rest };
    if !rest.is_empty() && !rest.starts_with(|mark: char| mark.is_whitespace() || mark == ':') {
        return None;
    }
    let (head, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let (rules, reason) = match rule_names(head) {
        Some(rules) => (rules, reason_in(reason)),
        None => (Vec::new(), reason_in(rest)),
    };
    Some((MarkKind::Stet { rules, whole_file }, reason))
}

/// The rules that `head` lists; `None` where it is prose ("stet as the clerk wrote it").
///
/// Names part at commas; at spaces only where each has a hyphen, as prose words seldom do.
fn rule_names(head: &str) -> Option<Vec<String>> {
    let lists_by_comma = head.split(',').all(|item| item.split_whitespace().count() <= 1);
    let names: Vec<&str> =
        head.split(|mark: char| mark == ',' || mark.is_whitespace()).filter(|name| !name.is_empty()).collect();
    let are_names = names.iter().all(|name| is_rule_name(name) && (lists_by_comma || name.contains('-')));
    are_names.then(|| names.into_iter().map(str::to_owned).collect())
}

fn is_rule_name(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// A placeholder alone in its brackets, or with a word on what is to come: `[TK]`, `[TK: her age]`.
fn read_gap(words: &str) -> Option<(MarkKind, Option<String>)> {
    let length = words.find(|letter| !matches!(letter, 'T' | 'K' | 'X')).unwrap_or(words.len());
    let (mark, rest) = words.split_at(length);
    let is_mark = run_of_to_come(mark) == length || run_of_crosses(mark) == length;
    let is_alone = rest.is_empty() || rest.starts_with([':', ',']);
    (1 < length && is_mark && is_alone).then(|| (MarkKind::Placeholder, reason_in(rest)))
}

/// Bytes of the `TKTK…` at the head of `text`.
fn run_of_to_come(text: &str) -> usize {
    text.as_bytes().chunks(2).take_while(|pair| *pair == b"TK").count() * 2
}

/// Bytes of the `XXX…` at the head of `text`.
fn run_of_crosses(text: &str) -> usize {
    text.bytes().take_while(|&byte| byte == b'X').count()
}

/// `TK`, `TKTK`: to come.
fn read_to_come(text: &str, start: usize) -> Option<Mark> {
    let end = start + run_of_to_come(&text[start..]);
    // A British chain of shops.
    let is_shop = next_word(text, end).is_some_and(|word| starts_with(word, "Maxx"));
    (stands_alone(text, start, end) && !is_shop).then(|| placeholder(text, start, end))
}

/// `XX`, `$XX million`: a number to come. "Super Bowl XX", "Louis XX" and "the XX Olympiad" have theirs.
fn read_crosses(text: &str, start: usize) -> Option<Mark> {
    let end = start + run_of_crosses(&text[start..]);
    if !stands_alone(text, start, end) {
        return None;
    }
    let is_number = 3 < end - start || has_currency(text, start) || has_scale(text, end);
    let is_open = || !precedes_name(text, end) && !follows_name(text, start);
    (is_number || is_open()).then(|| placeholder(text, start, end))
}

fn placeholder(text: &str, start: usize, end: usize) -> Mark {
    let sign = text[..start].chars().next_back().filter(|sign| CURRENCIES.contains(sign));
    let start = start - sign.map_or(0, char::len_utf8);
    Mark { span: Span::from_range(start..end), kind: MarkKind::Placeholder, reason: None }
}

const CURRENCIES: &[char] = &['$', '£', '€', '¥'];

fn has_currency(text: &str, start: usize) -> bool {
    text[..start].ends_with(CURRENCIES)
}

fn has_scale(text: &str, end: usize) -> bool {
    const SCALES: &[&str] = &["percent", "per", "pct", "million", "billion", "trillion", "thousand", "hundred"];
    let is_scale = |word: &str| SCALES.contains(&word.trim_end_matches(|mark: char| !mark.is_alphabetic()));
    text[end..].starts_with('%') || next_word(text, end).is_some_and(is_scale)
}

/// Whether `start..end` is a whole word: not a part of XXL, of an address or of a model's name.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars();
    let (next, behind) = (after.next(), after.next());
    let is_free_before = before.is_none_or(|mark| !mark.is_alphanumeric() && !".-_@#/&'’".contains(mark));
    let is_free_after = match next {
        None => true,
        Some('.' | '-') => {
            !behind.is_some_and(|mark| mark.is_ascii_digit() || next == Some('.') && mark.is_alphabetic())
        }
        Some(mark) => !mark.is_alphanumeric() && !"_@/&".contains(mark),
    };
    is_free_before && is_free_after
}

/// The word behind the white space at `end`.
fn next_word(text: &str, end: usize) -> Option<&str> {
    let rest = text[end..].strip_prefix([' ', '\u{a0}'])?;
    rest.split_whitespace().next()
}

fn precedes_name(text: &str, end: usize) -> bool {
    let rest = &text[end..];
    let is_fixed = |word: &str| ["chromosome", "corps", "century", "rated"].iter().any(|fixed| word.starts_with(fixed));
    let is_name = |word: &str| is_fixed(word) || word.starts_with(char::is_uppercase) && !is_month(word);
    rest.strip_prefix('-').is_some_and(is_fixed) || next_word(text, end).is_some_and(is_name)
}

fn follows_name(text: &str, start: usize) -> bool {
    let Some(before) = text[..start].strip_suffix([' ', '\u{a0}']) else { return false };
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let opens_sentence = before.len() == word.len();
    word.starts_with(char::is_uppercase) && !is_month(word) && !opens_sentence
}

fn is_month(word: &str) -> bool {
    const MONTHS: &[&str] = &["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"];
    MONTHS.iter().any(|month| word.starts_with(month))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn show(mark: &Mark, text: &str) -> String {
        let reason = mark.reason.as_ref().map(|reason| format!(" because {reason:?}")).unwrap_or_default();
        let kind = match &mark.kind {
            MarkKind::Checked => "checked".to_owned(),
            MarkKind::Placeholder => "placeholder".to_owned(),
            MarkKind::Stet { rules, whole_file } => {
                format!("stet{} {}", if *whole_file { "-file" } else { "" }, rules.join("+"))
            }
        };
        format!("{} {}{reason}", mark.span.of(text), kind.trim_end())
    }

    fn check(text: &str, expected: &[&str]) {
        let read: Vec<String> = read_marks(text).iter().map(|mark| show(mark, text)).collect();
        assert_eq!(read, expected);
    }

    fn check_comment(text: &str, expected: Option<&str>) {
        let read = read_comment(text, Span::at(0)).map(|mark| show(&mark, ""));
        assert_eq!(read.as_deref(), expected);
    }

    #[test]
    fn checked_copy_is_marked_in_either_bracket_and_case() {
        check("Jonn Smyth [CQ] of Millbrook (cq).", &["[CQ] checked", "(cq) checked"]);
        check("It cost $4 [CQ: clerk, 3 March] in all.", &["[CQ: clerk, 3 March] checked because \"clerk, 3 March\""]);
        check(
            "It cost $4 (CQ: https://a.example/b) in all.",
            &["(CQ: https://a.example/b) checked because \"https://a.example/b\""],
        );
        check("Hale [CQ — per his card] left.", &["[CQ — per his card] checked because \"per his card\""]);
    }

    #[test]
    fn words_that_only_look_like_cq_are_not_marked() {
        check("CQ (CQ Roll Call) [CQX] (CQ [CQ", &[]);
    }

    #[test]
    fn stet_names_rules_and_a_reason() {
        check("Leave it. [stet]", &["[stet] stet"]);
        check(
            "Leave it. [stet hearsay, bare-source: by phone]",
            &["[stet hearsay, bare-source: by phone] stet hearsay+bare-source because \"by phone\""],
        );
        check(
            "[stet-file leftover-tk: a story about TK]",
            &["[stet-file leftover-tk: a story about TK] stet-file leftover-tk because \"a story about TK\""],
        );
        check("[stet as the clerk wrote it]", &["[stet as the clerk wrote it] stet because \"as the clerk wrote it\""]);
        check("[stet: see 3:15]", &["[stet: see 3:15] stet because \"see 3:15\""]);
        check("(stet) [stetson]", &[]);
    }

    #[test]
    fn a_comment_is_read_only_if_it_says_stet() {
        check_comment(" stet ", Some(" stet"));
        check_comment(
            "stet bare-source hearsay-2: two calls",
            Some(" stet bare-source+hearsay-2 because \"two calls\""),
        );
        check_comment("stet-file hearsay", Some(" stet-file hearsay"));
        check_comment("stetson hats", None);
        check_comment("wp:paragraph", None);
        check_comment("", None);
    }

    #[test]
    fn what_is_to_come_is_a_placeholder() {
        check(
            "Mayor TK said TKTK percent of $TKTK was spent, TK-year-old Ann TKTKTK.",
            &["TK placeholder", "TKTK placeholder", "$TKTK placeholder", "TK placeholder", "TKTKTK placeholder"],
        );
        check("[TK] and [TK: her age]", &["[TK] placeholder", "[TK: her age] placeholder because \"her age\""]);
        check(
            "About XX people paid $XX million, XX% of it by March XX; [XXX] XXXX.",
            &[
                "XX placeholder",
                "$XX placeholder",
                "XX placeholder",
                "XX placeholder",
                "[XXX] placeholder",
                "XXXX placeholder",
            ],
        );
        check("XX people left an XX-acre farm.", &["XX placeholder", "XX placeholder"]);
    }

    #[test]
    fn names_sizes_and_numerals_are_no_placeholders() {
        check("T.K. Hale, TK Maxx, TKO, ATK, TK-421, TK.example, #TK, @TK, tk", &[]);
        check("Super Bowl XX, Louis XX, the XX Olympiad, XXL, XXI, an XX chromosome, XXX-rated, xx", &[]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_in_order(text in "(\\[|\\]|\\(|\\)|CQ|stet|-file|TK|XX|X|:|,| |a-b|\\$|é|💣|\\.){0,40}") {
            let marks = read_marks(&text);
            prop_assert!(marks.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            prop_assert!(marks.iter().all(|mark| text.get(mark.span.range()).is_some()));
            let _ = read_comment(&text, Span::at(0));
        }
    }
}
