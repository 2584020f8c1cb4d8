//! Reads plain text drafts: the headline on the first line, paragraphs one a line or set apart by empty lines.
//!
//! Plain text marks nothing, so roles follow from shape and place. Where the shape leaves a doubt,
//! a line is a paragraph: rules read paragraphs, and a wrong role would hide a sentence from them.

mod lead;
mod line;
mod look;
mod wrap;

use std::ops::Range;

pub(super) use line::{Kind, Line, read_lines};
use line::{is_kicker, is_page, is_slug};
pub(super) use look::Looks;
use wrap::Wrap;

use super::blocks::{Blocks, Special};
use super::{Draft, Place, Role, dateline, text_start};
use crate::text::{CleanText, Span};

const LONGEST_HEADLINE: usize = 200;
/// A sentence of more than this, with its full stop, is a first paragraph.
const LONGEST_SENTENCE_HEADLINE: usize = 130;
/// Two sentences of more than this are a first paragraph.
const LONGEST_TWO_SENTENCE_HEADLINE: usize = 80;
const LONGEST_DEK: usize = 180;
/// A telephone number has more digits than a heading.
const MOST_DIGITS: usize = 6;
const LONGEST_SUBHEAD: usize = 80;

/// Adds to a text the words at a span of the source, as a reader sees them.
pub(super) type PushWords = fn(&mut CleanText, &str, Span);

pub(super) fn split(source: &str, looks: &mut Looks) -> Draft {
    let lines = read_lines(source, text_start(source));
    split_pieces(source, &lines, Wrap::of(source, &lines), CleanText::push_verbatim, looks)
}

/// The draft that `lines` of `source` make, other lines left out.
pub(super) fn split_lines(source: &str, lines: &[Line]) -> Draft {
    split_pieces(source, lines, Wrap::of(source, lines), CleanText::push_verbatim, &mut Looks::default())
}

/// The draft that `lines` make where all lines up to the next that is set off are one paragraph, and where words are
/// marked up.
pub(super) fn split_marked(source: &str, lines: &[Line], push_words: PushWords) -> Draft {
    split_pieces(source, lines, Wrap::ALWAYS, push_words, &mut Looks::default())
}

fn split_pieces(source: &str, lines: &[Line], wrap: Wrap, push_words: PushWords, looks: &mut Looks) -> Draft {
    let pieces = join_lines(source, lines, wrap);
    let blocks = Blocks::default();
    looks.begin();
    let mut reader = Reader { source, lines, pieces: &pieces, push_words, looks, blocks, lists: Vec::new() };
    reader.read();
    reader.blocks.finish()
}

/// The lines of each paragraph, item or quoted paragraph.
fn join_lines(source: &str, lines: &[Line], wrap: Wrap) -> Vec<Range<usize>> {
    let mut pieces: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    for index in 0..lines.len() {
        match pieces.last_mut() {
            Some(piece) if continues(source, wrap, lines, piece, index) => piece.end = index + 1,
            _ => pieces.push(index..index + 1),
        }
    }
    pieces
}

fn continues(source: &str, wrap: Wrap, lines: &[Line], piece: &Range<usize>, index: usize) -> bool {
    let (head, line) = (lines[piece.start], lines[index]);
    let hangs =
        head.kind == Kind::Item && line.kind == Kind::Text && line.indent >= head.indent + 2 && !line.is_set_off;
    hangs || wrap.joins(source, &[lines[index - 1], line])
}

struct Reader<'a> {
    source: &'a str,
    lines: &'a [Line],
    pieces: &'a [Range<usize>],
    push_words: PushWords,
    looks: &'a mut Looks,
    blocks: Blocks,
    /// The lists that are open, outermost first: indent and number.
    lists: Vec<(u32, u32)>,
}

impl Reader<'_> {
    fn read(&mut self) {
        let mut quote = None;
        let mut may_be_headline = true;
        for index in 0..self.pieces.len() {
            let line = self.lines[self.pieces[index].start];
            let text = self.clean_text(index);
            if line.kind != Kind::Item {
                self.lists.clear();
            }
            if line.kind != Kind::Quoted || line.is_set_off {
                quote = None;
            }
            match line.kind {
                Kind::Item => self.push_item(line, text),
                Kind::Quoted => {
                    let quote = *quote.get_or_insert_with(|| self.blocks.new_quote());
                    self.blocks.push_quoted(quote, text);
                }
                Kind::Text if may_be_headline => may_be_headline = self.push_first(index, text),
                Kind::Text => self.push_text(index, text),
            }
        }
    }

    /// The text of a piece, its lines joined.
    fn clean_text(&self, index: usize) -> CleanText {
        let mut text = CleanText::default();
        let mut end = None;
        for line in &self.lines[self.pieces[index].clone()] {
            if let Some(end) = end {
                text.push_space(self.source, Span::new(end, line.text.start));
            }
            (self.push_words)(&mut text, self.source, line.text);
            end = Some(line.text.end);
        }
        text
    }

    /// Adds a piece before the headline or the headline itself; gives whether the headline may still come.
    fn push_first(&mut self, index: usize, text: CleanText) -> bool {
        let reading = text.as_str();
        if is_slug(reading) || self.is_above_headline(index, reading) {
            return true;
        }
        let is_in_front =
            matches!(self.blocks.special(reading), Some(Special::Byline | Special::Date | Special::Caption));
        if is_in_front || is_desk_mark(reading) {
            self.blocks.push_running(text);
            return true;
        }
        if self.is_headline(index, reading) {
            self.blocks.push(Role::Headline, Place::Flow, text);
        } else {
            self.blocks.push_running(text);
        }
        false
    }

    fn push_text(&mut self, index: usize, text: CleanText) {
        let reading = text.as_str();
        let is_last = index + 1 == self.pieces.len();
        let look = self.looks.of(reading);
        let (words, is_subhead) = (look.words, look.is_subhead);
        let role = match self.blocks.special_by(reading, || words) {
            Some(Special::Credited) if !is_last => Role::Caption,
            Some(_) => return self.blocks.push_running(text),
            None if !is_last && !self.blocks.has_paragraph() && self.is_dek(reading) => Role::Dek,
            None if is_subhead && self.leads_to_prose(index) => Role::Subhead,
            None => Role::Paragraph,
        };
        self.blocks.push(role, Place::Flow, text);
    }

    fn push_item(&mut self, line: Line, text: CleanText) {
        while self.lists.last().is_some_and(|&(indent, _)| indent > line.indent + 1) {
            self.lists.pop();
        }
        if self.lists.last().is_none_or(|&(indent, _)| indent + 1 < line.indent) {
            self.lists.push((line.indent, self.blocks.new_list()));
        }
        let depth = self.lists.len() as u32;
        let list = self.lists.last().map_or(0, |&(_, list)| list);
        self.blocks.push(Role::ListItem, Place::Item { list, depth }, text);
    }

    /// Whether the first piece is a title rather than the first paragraph of a story without one.
    ///
    /// Some archives end titles with a full stop, so a stop alone decides nothing while a body follows.
    fn is_headline(&self, index: usize, text: &str) -> bool {
        let has_body = index + 1 < self.pieces.len();
        let longest = match (ends_sentence(text), has_body) {
            (false, _) => LONGEST_HEADLINE,
            (true, false) => return false,
            (true, true) if self.pieces[index].len() > 1 => return false,
            (true, true) if is_title_case(text) => LONGEST_HEADLINE,
            (true, true) if lead::is_lead(text) => return false,
            (true, true) if holds_sentence_end(text) => LONGEST_TWO_SENTENCE_HEADLINE,
            (true, true) => LONGEST_SENTENCE_HEADLINE,
        };
        let is_dated = dateline::find(text).is_some_and(|(_, evidence)| evidence == dateline::Evidence::Full);
        text.len() <= longest && !is_dated
    }

    /// "OBITUARY", or the name of the paper and the page, where the headline still follows.
    fn is_above_headline(&self, index: usize, text: &str) -> bool {
        let Some(next) = self.pieces.get(index + 1) else { return false };
        let headline = self.lines[next.start].text.of(self.source);
        // The name of the paper and its page are lines of their own where each line is a paragraph.
        if is_page(headline) {
            return true;
        }
        let is_page =
            self.lines[self.pieces[index].clone()].last().is_some_and(|line| is_page(line.text.of(self.source)));
        let may_lead = next.len() == 1
            && index + 2 < self.pieces.len()
            && headline.len() <= LONGEST_HEADLINE
            && !ends_sentence(headline)
            && self.blocks.special(headline).is_none()
            && dateline::find(headline).is_none();
        (is_page || is_kicker(text)) && may_lead
    }

    /// A line between headline and story that is no sentence, or that the headline announces by its semicolon.
    fn is_dek(&self, text: &str) -> bool {
        if self.blocks.last_of(Role::Dek).is_some() || text.len() > LONGEST_DEK || is_desk_mark(text) {
            return false;
        }
        let is_announced = self.blocks.last_of(Role::Headline).is_some_and(|headline| headline.ends_with(';'));
        let is_phrase = text.ends_with(|mark: char| mark.is_alphanumeric() || "?’”\"'%)".contains(mark));
        (is_announced && !holds_sentence_end(text)) || (is_phrase && !ends_sentence(text))
    }

    /// A heading stands over prose, a list or a quotation; short lines in a row are a table or an address.
    fn leads_to_prose(&self, index: usize) -> bool {
        let Some(next) = self.pieces.get(index + 1) else { return false };
        let line = self.lines[next.start];
        line.kind != Kind::Text || next.len() > 1 || !is_subhead(line.text.of(self.source))
    }
}

/// A short line that is no sentence.
fn is_subhead(text: &str) -> bool {
    if text.len() > LONGEST_SUBHEAD {
        return false;
    }
    let is_quoted = text.ends_with(['"', '”', '\'', '’']);
    // "Q: Why not?" is asked of somebody.
    let is_question = text.ends_with('?') && !text.contains(':');
    let is_balanced =
        text.matches('"').count().is_multiple_of(2) && text.matches('“').count() == text.matches('”').count();
    let starts_quoted = text.starts_with(['"', '“', '\'', '‘']);
    let starts =
        text.starts_with(|mark: char| mark.is_uppercase() || mark.is_ascii_digit() || "\"“'‘¿¡".contains(mark));
    starts
        && text.split(' ').count() <= if is_quoted || is_question { 6 } else { 12 }
        && is_balanced
        && (!is_quoted || starts_quoted)
        && (is_quoted || is_question || text.ends_with(|mark: char| mark.is_alphanumeric() || mark == '%'))
        && !ends_sentence(text)
        && !text.contains(['@', '|'])
        && !text.contains("://")
        && text.bytes().filter(u8::is_ascii_digit).count() <= MOST_DIGITS
}

/// "Storm Shuts Pier. Mayor Is Not Amused.": nearly all longer words begin with a capital, as in no sentence.
fn is_title_case(text: &str) -> bool {
    let longer = text.split(' ').filter(|word| word.chars().filter(|letter| letter.is_alphabetic()).count() > 3);
    let (count, capitals) = longer.fold((0, 0), |(count, capitals), word| {
        let word = word.trim_start_matches(|mark: char| !mark.is_alphanumeric());
        (count + 1, capitals + usize::from(!word.starts_with(char::is_lowercase)))
    });
    count >= 3 && capitals * 5 >= count * 4
}

/// "[stet ...]" and the like, which speak to the desk and not to the reader.
fn is_desk_mark(text: &str) -> bool {
    text.starts_with('[') && text.ends_with(']')
}

/// Whether `text` ends as a sentence does; a question may be a heading.
fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', '\'', '’', ')']);
    text.ends_with(['.', '!', ',', ':', ';', '…']) || (text.ends_with('?') && holds_sentence_end(text))
}

/// Whether a sentence ends within `text`: a full stop behind a small letter, then a capital.
fn holds_sentence_end(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.match_indices(['.', '!', '?']).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut behind = text[at + 1..].trim_start_matches(['"', '”', '’']).chars();
        let is_word = before.is_some_and(|letter| letter.is_lowercase() || letter.is_ascii_digit() || letter == '%');
        let is_long =
            bytes[..at].iter().rev().take_while(|&&byte| byte.is_ascii_alphanumeric() || byte == b',').count() > 3;
        is_word && is_long && behind.next() == Some(' ') && behind.next().is_some_and(|letter| !letter.is_lowercase())
    })
}

#[cfg(test)]
#[expect(clippy::needless_raw_string_hashes, reason = "the form in which expect-test writes snapshots")]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::{Format, outline};

    fn check(source: &str, expected: &Expect) {
        expected.assert_eq(&outline::outline(source, Format::Plain));
    }

    #[test]
    fn a_story_with_one_paragraph_a_line() {
        check(
            "Pier shut after storm: harbour board
The harbour board has shut the pier after Monday's storm, it said in a statement.
-
In this photo handed out by the Harbour Board, the pier is seen on Monday. (AP)
The pier was built in 1903 and has been shut twice before, the board said.
Board: No date for repairs
Repairs will cost $5 million.
\"We will mend it,\" she said.
ENDS
",
            &expect![[r#"
                Headline Pier shut after storm: harbour board
                Paragraph The harbour board has shut the pier after Monday's storm, it said in a statement.
                Caption In this photo handed out by the Harbour Board, the pier is seen on Monday. (AP)
                Paragraph The pier was built in 1903 and has been shut twice before, the board said.
                Subhead Board: No date for repairs
                Paragraph Repairs will cost $5 million.
                Paragraph "We will mend it," she said.
            "#]],
        );
    }

    #[test]
    fn head_matter_stands_before_the_first_paragraph() {
        check(
            "BC-Tarnov-Floods, 1st Ld

Floods cut off Tarnov

Rivers at a 40-year high

By Ivo Sandeman and Caro Whitlock, City staff
March 3, 2025

TARNOV, Kalvia (Northern Press Agency) - Floods cut off the town on Monday, officials said.

By Tuesday, rain had stopped.

(MORE)",
            &expect![[r#"
                Headline Floods cut off Tarnov
                Dek Rivers at a 40-year high
                Byline By Ivo Sandeman and Caro Whitlock, City staff
                Date March 3, 2025
                Dateline TARNOV, Kalvia (Northern Press Agency) -
                Paragraph Floods cut off the town on Monday, officials said.
                Paragraph By Tuesday, rain had stopped.
            "#]],
        );
    }

    #[test]
    fn a_title_may_end_with_a_full_stop_and_a_paragraph_is_none() {
        check(
            "Floods cut off Tarnov.\n\nThe river rose. It fell.",
            &expect![[r#"
            Headline Floods cut off Tarnov.
            Paragraph The river rose. It fell.
        "#]],
        );
        check(
            "The river rose by three metres on Monday, the council said. It fell on Tuesday, when the rain had stopped.\n\nNobody was hurt.",
            &expect![[r#"
                Paragraph The river rose by three metres on Monday, the council said. It fell on Tuesday, when the rain had stopped.
                Paragraph Nobody was hurt.
            "#]],
        );
        check(
            "OSTERHAVEN, Oct 23 (Meridian News) - The mayor resigned.\nShe gave no reason.",
            &expect![[r#"
            Dateline OSTERHAVEN, Oct 23 (Meridian News) -
            Paragraph The mayor resigned.
            Paragraph She gave no reason.
        "#]],
        );
        check(
            "The mayor resigned.",
            &expect![[r#"
            Paragraph The mayor resigned.
        "#]],
        );
        check(
            "The mayor resigns",
            &expect![[r#"
            Headline The mayor resigns
        "#]],
        );
    }

    #[test]
    fn a_headline_that_ends_in_a_semicolon_announces_its_dek() {
        check(
            "Floods cut off Tarnov;\nRiver is at a 40-year high.\n\nThe river rose. It fell.",
            &expect![[r#"
            Headline Floods cut off Tarnov;
            Dek River is at a 40-year high.
            Paragraph The river rose. It fell.
        "#]],
        );
    }

    #[test]
    fn wrapped_lines_are_joined_and_their_breaks_map_back() {
        let source = "Floods cut off Tarnov\r
\r
The river rose by three metres on Monday, the council\r
said, and the town's only bridge was closed to all\r
traffic until further notice.\r
\r
Nobody was hurt, but 40 people had to leave their\r
homes for the night.\r
\r
  - The bridge is shut until a survey has been done by\r
    the county.\r
  - The school is open.\r
";
        check(
            source,
            &expect![[r#"
            Headline Floods cut off Tarnov
            Paragraph The river rose by three metres on Monday, the council said, and the town's only bridge was closed to all traffic until further notice.
            Paragraph Nobody was hurt, but 40 people had to leave their homes for the night.
            ListItem 0/1 The bridge is shut until a survey has been done by the county.
            ListItem 0/1 The school is open.
        "#]],
        );
        assert_eq!(outline::source_of(source, Format::Plain, "council said"), "council\r\nsaid");
    }

    #[test]
    fn lists_nest_by_indent_and_quoted_mail_is_a_block_quote() {
        check(
            "Agenda\n\nThe council will vote on these:\n\n1. Budget\n   - Roads\n   - Parks\n2. Pier\n\nHer mail said:\n\n> We are sorry.\n>\n> It will be mended.\n> — Ida Lund\n\n* One\n",
            &expect![[r#"
                Headline Agenda
                Paragraph The council will vote on these:
                ListItem 0/1 Budget
                ListItem 1/2 Roads
                ListItem 1/2 Parks
                ListItem 0/1 Pier
                Paragraph Her mail said:
                BlockQuote 0 We are sorry.
                BlockQuote 0 It will be mended.
                Cite 0 Ida Lund
                ListItem 2/1 One
            "#]],
        );
    }

    #[test]
    fn captions_and_credits_are_told_by_their_words() {
        check(
            "Pier shut\n\nThe pier was shut on Monday.\n\nFILE - The pier in March 2024.\n\nThe pier on Monday. Photograph: Ida Lund/Brae Mail\n\nIt is old.\n\nThe board met. (AP)",
            &expect![[r#"
                Headline Pier shut
                Paragraph The pier was shut on Monday.
                Caption FILE - The pier in March 2024.
                Caption The pier on Monday. Photograph: Ida Lund/Brae Mail
                Paragraph It is old.
                Paragraph The board met. (AP)
            "#]],
        );
    }

    #[test]
    fn short_lines_in_a_row_are_no_headings() {
        check(
            "Pier shut\n\nThe pier was shut.\n\nWrite to\nThe Harbour Board\n1 Quay Street\nBrae",
            &expect![[r#"
            Headline Pier shut
            Paragraph The pier was shut.
            Paragraph Write to
            Paragraph The Harbour Board
            Paragraph 1 Quay Street
            Paragraph Brae
        "#]],
        );
    }

    #[test]
    fn a_desk_mark_on_the_first_line_is_not_the_headline() {
        check(
            "[stet-file unattributed-figure]\nPier shut\nThe pier was shut.",
            &expect![[r#"
            Paragraph [stet-file unattributed-figure]
            Headline Pier shut
            Paragraph The pier was shut.
        "#]],
        );
    }

    #[test]
    fn a_dash_in_a_headline_or_sentence_makes_no_dateline() {
        check(
            "Blast kills 12 - ministry\n\nThe phone - officially the V6 - is here.",
            &expect![[r#"
            Headline Blast kills 12 - ministry
            Paragraph The phone - officially the V6 - is here.
        "#]],
        );
    }

    #[test]
    fn what_stands_above_the_headline_is_none() {
        check(
            "THE TARN VALLEY RECORD\nPage 1\n\nLast milking at Tarn Farm\n\nEd Holm milked at dawn.\n\nHe wept.\n",
            &expect![[r#"
                Headline Last milking at Tarn Farm
                Paragraph Ed Holm milked at dawn.
                Paragraph He wept.
            "#]],
        );
        check(
            "OBITUARY\n\nAda Moss, who ran the mill\n\nAda Moss ran it for 40 years.\n\nShe wept.\n",
            &expect![[r#"
                Headline Ada Moss, who ran the mill
                Paragraph Ada Moss ran it for 40 years.
                Paragraph She wept.
            "#]],
        );
    }
}
