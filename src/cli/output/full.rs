//! Each finding under its sentence, with carets, what else it speaks of, and what to do.

use std::fmt::{self, Write};

use anstyle::{AnsiColor, Style};

use super::excerpt::{Row, RowMark, rows};
use super::layout::{Layout, Page};
use crate::cli::reading::Reading;
use crate::cli::typeset::{fill, plain, width};
use crate::finding::{Finding, Severity};

pub(in crate::cli) const LAYOUT: Layout = Layout { render, styled: true, ..Layout::BARE };

const BOLD: Style = Style::new().bold();
const FRAME: Style = AnsiColor::BrightBlue.on_default();
const OTHER: Style = AnsiColor::BrightBlue.on_default().bold();

/// The colour of what a severity says and points at.
pub(super) const fn style_of(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::BrightRed.on_default().bold(),
        Severity::Warning => AnsiColor::BrightYellow.on_default().bold(),
        Severity::Information => AnsiColor::BrightCyan.on_default().bold(),
        Severity::Hint => AnsiColor::BrightGreen.on_default().bold(),
    }
}

fn render(reading: &Reading<'_>, page: Page) -> String {
    let mut out = String::new();
    for finding in reading.analysis.findings() {
        draw(&mut out, reading, finding, page.for_text()).expect("writing to a string cannot fail");
    }
    out
}

fn draw(out: &mut String, reading: &Reading<'_>, finding: &Finding, page: Page) -> fmt::Result {
    let rows = rows(reading, finding, page);
    let gutter = rows.iter().filter_map(|row| row.number).max().unwrap_or(1).to_string().len();
    let place = reading.positions.place(finding.span);
    let colour = style_of(finding.severity);
    let title = format!("{}[{}]", finding.severity, finding.rule);
    let message = fill(&format!("{title}: {}", plain(&finding.message)), page.width, 2);
    // The title may not be broken, so the message is what stands behind it.
    let message = message.strip_prefix(&title).unwrap_or(&message);
    writeln!(out, "{colour}{title}{colour:#}{BOLD}{message}{BOLD:#}")?;
    let (path, line, column) = (&reading.draft.path, place.line, place.column);
    writeln!(out, "{:gutter$}{FRAME}-->{FRAME:#} {path}:{line}:{column}", "")?;
    writeln!(out, "{:gutter$} {FRAME}|{FRAME:#}", "")?;
    let mut drawing = Drawing { out, gutter, colour, columns: page.width };
    for row in &rows {
        drawing.row(row)?;
    }
    let fixes = finding.fixes.iter().map(|fix| ("fix", fix.title.as_str()));
    let notes: Vec<(&str, &str)> =
        finding.help.as_deref().map(|help| ("help", help)).into_iter().chain(fixes).collect();
    if !notes.is_empty() {
        writeln!(out, "{:gutter$} {FRAME}|{FRAME:#}", "")?;
    }
    for (kind, note) in notes {
        let note = fill(&plain(note), page.width - gutter - 3, gutter + 5 + kind.len());
        writeln!(out, "{:gutter$} {FRAME}={FRAME:#} {BOLD}{kind}{BOLD:#}: {note}", "")?;
    }
    writeln!(out)
}

/// The frame that rows are drawn in.
struct Drawing<'a> {
    out: &'a mut String,
    gutter: usize,
    colour: Style,
    columns: usize,
}

impl Drawing<'_> {
    /// The text, its marks, and the labels: the rightmost beside its mark, each other on a line of its own.
    fn row(&mut self, row: &Row) -> fmt::Result {
        let number = row.number.map(|number| number.to_string()).unwrap_or_default();
        let gutter = self.gutter;
        writeln!(self.out, "{FRAME}{number:>gutter$} |{FRAME:#} {}", row.text)?;
        let Some(last) = row.marks.last() else { return Ok(()) };
        let has_room = self.gutter + 4 + last.columns.end + width(&last.label) <= self.columns;
        self.underline(&row.marks, has_room)?;
        let pending = if has_room { row.marks.len() - 1 } else { row.marks.len() };
        for number in (0..pending).rev() {
            self.label_below(&row.marks[..=number])?;
        }
        Ok(())
    }

    fn underline(&mut self, marks: &[RowMark], labelled: bool) -> fmt::Result {
        self.margin()?;
        let mut column = 0;
        for mark in marks {
            // One mark within another begins where the outer one is already drawn.
            let start = mark.columns.start.max(column);
            let end = mark.columns.end.max(start);
            let style = self.style(mark);
            let line = if mark.is_primary { "^" } else { "-" }.repeat(end - start);
            write!(self.out, "{:gap$}{style}{line}{style:#}", "", gap = start - column)?;
            column = end;
        }
        if let Some(last) = marks.last().filter(|last| labelled && !last.label.is_empty()) {
            let style = self.style(last);
            write!(self.out, " {style}{}{style:#}", last.label)?;
        }
        writeln!(self.out)
    }

    /// The label of the last of `marks`, on a line of its own, the others' threads running past it.
    fn label_below(&mut self, marks: &[RowMark]) -> fmt::Result {
        let Some((last, others)) = marks.split_last() else { return Ok(()) };
        if last.label.is_empty() {
            return Ok(());
        }
        self.margin()?;
        let most = (self.columns - self.gutter - 3).saturating_sub(width(&last.label));
        let start = last.columns.start.min(most);
        let mut column = 0;
        for other in others.iter().filter(|other| !other.label.is_empty()) {
            if column <= other.columns.start && other.columns.start < start {
                let style = self.style(other);
                write!(self.out, "{:gap$}{style}|{style:#}", "", gap = other.columns.start - column)?;
                column = other.columns.start + 1;
            }
        }
        let style = self.style(last);
        writeln!(self.out, "{:gap$}{style}{}{style:#}", "", last.label, gap = start.saturating_sub(column))
    }

    fn margin(&mut self) -> fmt::Result {
        write!(self.out, "{:gutter$} {FRAME}|{FRAME:#} ", "", gutter = self.gutter)
    }

    fn style(&self, mark: &RowMark) -> Style {
        if mark.is_primary { self.colour } else { OTHER }
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::Reader;
    use crate::cli::read::Draft;
    use crate::config::Settings;
    use crate::draft::Format;
    use crate::finding::Related;
    use crate::text::Span;

    /// A finding as it is drawn: the words of `marked`, the first being what it is about.
    fn drawn(text: &str, marked: &[(Span, &str)], columns: usize) -> String {
        let related = marked.iter().skip(1).map(|&(span, message)| Related { span, message: message.to_owned() });
        let finding = Finding {
            rule: "inconsistent-total",
            severity: Severity::Warning,
            span: marked[0].0,
            message: marked[0].1.to_owned(),
            help: None,
            related: related.collect(),
            fixes: Vec::new(),
        };
        let draft = Draft { path: "front.txt".to_owned(), text: text.to_owned(), skipped: 0, format: Format::Plain };
        let analysis = Reader::new(Settings::default()).read(text, Format::Plain);
        let reading = Reading::new(&draft, analysis);
        let mut out = String::new();
        draw(&mut out, &reading, &finding, Page { width: columns }).expect("writing to a string cannot fail");
        anstream::adapter::strip_str(&out).to_string()
    }

    fn check(text: &str, marked: &[(&str, &str)], expected: &Expect) {
        let span = |words: &str| {
            let start = text.find(words).expect("the words are in the text");
            Span::from_range(start..start + words.len())
        };
        let marked: Vec<(Span, &str)> = marked.iter().map(|&(words, message)| (span(words), message)).collect();
        expected.assert_eq(&drawn(text, &marked, 80));
    }

    #[test]
    fn marks_on_one_line_share_it_and_each_keeps_its_label() {
        check(
            "Sales fall\n\nSales fell 40 percent, from $12 million to $10 million.\n",
            &[("40 percent", "The two figures give 17 percent."), ("$12 million", "from"), ("$10 million", "to")],
            &expect![[r#"
                warning[inconsistent-total]: The two figures give 17 percent.
                 --> front.txt:3:12
                  |
                3 | Sales fell 40 percent, from $12 million to $10 million.
                  |            ^^^^^^^^^^       -----------    ----------- to
                  |                             from

            "#]],
        );
    }

    #[test]
    fn a_long_paragraph_is_cut_to_the_sentence_and_other_places_to_their_line() {
        let parts = "In the north of the county the storm left 400 homes without power by the evening, the grid said, \
                     while crews in the hills could reach none of the farms, and in the south, where the wind fell \
                     early, 90 homes went dark. That was the end of it. Nobody was hurt.";
        check(
            &format!("Storm cuts power to 900 homes\n\n{parts}\n"),
            &[
                ("900 homes", "The parts add up to 490; the headline says 900."),
                ("400 homes", "a part"),
                ("90 homes", "a part"),
            ],
            &expect![[r#"
                warning[inconsistent-total]: The parts add up to 490; the headline says 900.
                 --> front.txt:1:21
                  |
                1 | Storm cuts power to 900 homes
                  |                     ^^^^^^^^^
                3 | … county the storm left 400 homes without power by the evening, the …
                  |                         --------- a part
                  | … and in the south, where the wind fell early, 90 homes went dark.
                  |                                                -------- a part

            "#]],
        );
    }

    #[test]
    fn carets_stand_below_wide_letters() {
        check(
            "The 港 inn, the “Zoë”, counted 40 guests.\n",
            &[("40 guests", "Who counts 40 guests?"), ("港", "here")],
            &expect![[r#"
                warning[inconsistent-total]: Who counts 40 guests?
                 --> front.txt:1:31
                  |
                1 | The 港 inn, the “Zoë”, counted 40 guests.
                  |     --                         ^^^^^^^^^
                  |     here

            "#]],
        );
    }

    #[test]
    fn the_middle_of_a_long_mark_is_cut() {
        let quote =
            format!("“{} We left.”", "We were never told, and nobody asked us what we thought of it. ".repeat(12));
        check(
            &format!("“Short.”\n\n{quote}\n"),
            &[(&quote, "Who says this?")],
            &expect![[r#"
            warning[inconsistent-total]: Who says this?
             --> front.txt:3:1
              |
            3 | “We were never told, and nobody asked us what we thought of it. We …
              | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              | … nobody asked us what we thought of it.  We left.”
              |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

        "#]],
        );
    }

    #[test]
    fn a_label_that_does_not_fit_beside_its_mark_stands_below() {
        check(
            "The grid said on Tuesday evening that the storm had left the town with 400 homes dark.\n",
            &[("storm", "Which?"), ("400 homes", "the other figure, which the headline gives as 900 homes")],
            &expect![[r#"
                warning[inconsistent-total]: Which?
                 --> front.txt:1:43
                  |
                1 | The grid said on Tuesday evening that the storm had left the town
                  |                                           ^^^^^
                  | with 400 homes dark.
                  |      --------- the other figure, which the headline gives as 900 homes

            "#]],
        );
    }

    proptest! {
        #[test]
        fn any_spans_of_any_text_can_be_drawn(
            text in "[a-c é漢💣“”.\n\r\t\u{1b}]{1,120}",
            ends in proptest::collection::vec((0_usize..120, 0_usize..120), 1..5),
            columns in 50_usize..100,
        ) {
            let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
            let spans = ends.iter().map(|&(a, b)| (boundary(a.min(b)), boundary(a.max(b))));
            let marked: Vec<(Span, &str)> = spans.map(|(start, end)| (Span::from_range(start..end), "here")).collect();
            let drawn = drawn(&text, &marked, columns);
            prop_assert!(drawn.chars().all(|letter| letter == '\n' || !letter.is_control()));
        }
    }
}
