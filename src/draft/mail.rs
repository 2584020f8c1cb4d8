//! Reads a draft that is written in a mail: its subject is the headline, and what is not the writer's own words is left
//! out: the other headers, quoted mail with the line that announces it, the signature.

use super::lines::line_spans;
use super::plain::{self, Kind, Line};
use super::{Draft, text_start};
use crate::text::Span;

/// What a mail can begin with; a story may begin with "Analysis: …".
const FIRST_HEADERS: &[&str] = &[
    "bcc",
    "cc",
    "content-type",
    "date",
    "delivered-to",
    "dkim-signature",
    "fcc",
    "from",
    "message-id",
    "mime-version",
    "received",
    "reply-to",
    "return-path",
    "subject",
    "to",
    "user-agent",
];

/// What stands before the subject of an answer.
const ANSWERS: &[&str] = &["re:", "fw:", "fwd:", "aw:", "wg:"];

/// A signature without the blank behind its dashes is known by how short it is.
const LONGEST_SIGNATURE: usize = 8;

/// An announcement ("On Friday, Sam Hale … wrote:") may be wrapped.
const LONGEST_ANNOUNCEMENT: usize = 2;

pub(super) fn split(source: &str) -> Draft {
    let end = end_of_own_words(source);
    let lines: Vec<Line> =
        plain::read_lines(source, text_start(source)).into_iter().filter(|line| line.text.start < end).collect();
    let headers = count_headers(source, &lines, is_first_header);
    if is_encoded(source, &lines[..headers]) {
        return plain::split_lines(source, &[]);
    }
    let subject = lines[..headers].iter().find_map(|line| subject_of(source, line));
    let own: Vec<Line> = subject.into_iter().chain(own_lines(source, &lines[headers..])).collect();
    plain::split_lines(source, &own)
}

/// How many of `lines` are headers, their continuations included, if the first is one that `may_begin`.
fn count_headers(source: &str, lines: &[Line], may_begin: fn(&str) -> bool) -> usize {
    let name = |line: &Line| header_name(line.text.of(source));
    if !lines.first().and_then(name).is_some_and(|name| may_begin(&name)) {
        return 0;
    }
    let goes_on = |line: &&Line| !line.is_set_off && (line.indent > 0 || name(line).is_some());
    1 + lines[1..].iter().take_while(goes_on).count()
}

/// "subject" of "Subject: Ferry board meets".
fn header_name(line: &str) -> Option<String> {
    let (name, rest) = line.split_once(':')?;
    let is_name = name.starts_with(|mark: char| mark.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_name && (rest.is_empty() || rest.starts_with([' ', '\t']))).then(|| name.to_ascii_lowercase())
}

fn is_first_header(name: &str) -> bool {
    FIRST_HEADERS.contains(&name) || name.starts_with("x-")
}

/// Whether what follows the headers is no text that a person would read: attachments, or letters in disguise.
fn is_encoded(source: &str, headers: &[Line]) -> bool {
    let encoded = ["content-transfer-encoding: base64", "content-transfer-encoding: quoted-printable"];
    headers.iter().map(|line| line.text.of(source).to_ascii_lowercase()).any(|line| {
        encoded.iter().any(|beginning| line.starts_with(beginning)) || line.starts_with("content-type: multipart/")
    })
}

/// The subject as a line of its own, without "Re:".
fn subject_of(source: &str, line: &Line) -> Option<Line> {
    let whole = line.text.of(source);
    let mut text = whole
        .get(.."subject:".len())
        .filter(|name| name.eq_ignore_ascii_case("subject:"))
        .map(|name| &whole[name.len()..])?
        .trim_start();
    while let Some(answer) =
        ANSWERS.iter().find(|answer| text.get(..answer.len()).is_some_and(|start| start.eq_ignore_ascii_case(answer)))
    {
        text = text[answer.len()..].trim_start();
    }
    let start = line.text.end - text.len() as u32;
    (!text.is_empty()).then(|| Line { text: Span::new(start, line.text.end), is_set_off: true, ..*line })
}

/// The lines that nobody else has written.
fn own_lines(source: &str, lines: &[Line]) -> Vec<Line> {
    let mut own: Vec<Line> = Vec::with_capacity(lines.len());
    let mut is_set_off = true;
    let mut index = 0;
    while let Some(&line) = lines.get(index) {
        let skipped = if line.kind == Kind::Quoted {
            drop_announcement(source, &mut own);
            1
        } else if is_forwarding(line.text.of(source)) {
            1 + count_headers(source, &lines[index + 1..], is_first_header)
        } else {
            0
        };
        if skipped == 0 {
            own.push(Line { is_set_off: line.is_set_off || is_set_off, ..line });
            index += 1;
        }
        is_set_off = skipped > 0;
        index += skipped;
    }
    own
}

/// Takes the "On Friday, Sam Hale wrote:" off the end of `own`, which quoted mail follows.
fn drop_announcement(source: &str, own: &mut Vec<Line>) {
    let is_announced = own.last().is_some_and(|last| last.text.of(source).ends_with(':'));
    if !is_announced {
        return;
    }
    for _ in 0..LONGEST_ANNOUNCEMENT {
        if own.pop().is_none_or(|line| line.is_set_off) {
            break;
        }
    }
}

/// "---------- Forwarded message ---------".
fn is_forwarding(line: &str) -> bool {
    line.starts_with("---") && line.to_ascii_lowercase().contains("forwarded message")
}

/// Where the signature or the old mail under "-----Original Message-----" begins.
fn end_of_own_words(source: &str) -> u32 {
    let lines: Vec<Span> = line_spans(source, Span::from_range(0..source.len())).collect();
    let ends = |(number, line): (usize, &Span)| {
        let words = line.of(source);
        let is_signature = words == "-- " || (words == "--" && lines.len() - number - 1 <= LONGEST_SIGNATURE);
        let is_original = words.starts_with("-----") && words.to_ascii_lowercase().contains("original message");
        (is_signature || is_original).then_some(line.start)
    };
    lines.iter().enumerate().find_map(ends).unwrap_or(source.len() as u32)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::{Format, outline};

    fn check(source: &str, expected: &Expect) {
        expected.assert_eq(&outline::outline(source, Format::Mail));
    }

    #[test]
    fn the_subject_is_the_headline_and_other_headers_are_left_out() {
        check(
            "From: Ida Moss <ida@example.org>\nReceived: from a\n\tby b; 26 Nov 2026\nSubject: Re: Ferry board buys 14 boats\nX-Mailer: 7\n\n\
             The board met.\n\nIt bought 14 boats.\n",
            &expect![[r#"
                Headline Ferry board buys 14 boats
                Paragraph The board met.
                Paragraph It bought 14 boats.
            "#]],
        );
    }

    #[test]
    fn what_others_wrote_and_the_signature_are_left_out() {
        check(
            "The board met.\n\nOn Wed, 25 Nov 2026, Sam Hale\n<sam@example.org> wrote:\n> Can we have 600 words?\n>> 45 percent is done.\n\n\
             It bought 14 boats.\n\n-- \nIda Moss\nTel. 01632 960123\n",
            &expect![[r#"
                Headline The board met.
                Paragraph It bought 14 boats.
            "#]],
        );
        check(
            "It met.\n\n-----Original Message-----\nFrom: Sam\n\nOld words.\n",
            &expect![[r#"
            Paragraph It met.
        "#]],
        );
        check(
            "See below.\n\n---------- Forwarded message ---------\nFrom: Sam\nDate: Friday\nSubject: Ferry\n\nThe board met.\n",
            &expect![[r#"
                Headline See below.
                Paragraph The board met.
            "#]],
        );
    }

    #[test]
    fn a_story_without_headers_is_read_like_plain_text() {
        check(
            "Analysis: what the board wants\n\nThe board met.\n\nIt said: more boats.\n\n--\n\nA.\n\nB.\n\nC.\n\nD.\n\nE.\n",
            &expect![[r#"
                Headline Analysis: what the board wants
                Paragraph The board met.
                Paragraph It said: more boats.
                Paragraph A.
                Paragraph B.
                Paragraph C.
                Paragraph D.
                Paragraph E.
            "#]],
        );
    }

    #[test]
    fn a_mail_that_is_encoded_is_not_read() {
        check("Subject: Ferry\nContent-Transfer-Encoding: base64\n\nVGhlIGJvYXJkIG1ldC4=\n", &expect![[r#""#]]);
    }
}
