//! The ledger as a reporter reads it at the terminal: claims, who is cited, which figures must fit.

use std::fmt::{self, Write};

use anstyle::{AnsiColor, Style};

use super::words::{Entry, entries, relation_lines, source_lines};
use crate::cli::output::{Layout, Page};
use crate::cli::reading::Reading;
use crate::cli::typeset::{cut, fill, plain, set, set_right, width};

pub(in crate::cli) const LAYOUT: Layout =
    Layout { between: "\n", render, tells_findings: false, styled: true, ..Layout::BARE };

const TITLE: Style = Style::new().bold();
const HEAD: Style = Style::new().underline();
const UNHELD: Style = AnsiColor::BrightYellow.on_default();

/// The columns whose words are few and known.
const LINE: usize = 6;
const KIND: usize = 11;
const STANDING: usize = 12;
/// What the columns with words of the draft take at most; the claim gets the rest.
const VALUE: usize = 18;
const SOURCE: usize = 22;
/// Between a column and the next.
const GAP: usize = 2;

fn render(reading: &Reading<'_>, page: Page) -> String {
    let mut out = String::new();
    draw(&mut out, reading, page).expect("writing to a string cannot fail");
    out
}

fn draw(out: &mut String, reading: &Reading<'_>, page: Page) -> fmt::Result {
    let path = plain(&reading.draft.path);
    let entries = entries(reading);
    if entries.is_empty() {
        return writeln!(out, "{TITLE}{path}{TITLE:#}\n  No figure, quote or statement.");
    }
    writeln!(out, "{TITLE}{path}{TITLE:#}\n")?;
    let widths = Widths::of(&entries, page);
    write!(out, "  {HEAD}")?;
    widths.row(out, "line", "kind", ["claim", "value", "source"]);
    writeln!(out, "standing{HEAD:#}")?;
    for Entry { line, kind, text, value, source, standing, .. } in &entries {
        out.push_str("  ");
        widths.row(out, itoa::Buffer::new().format(*line), kind, [text, value, source]);
        if source.is_empty() {
            writeln!(out, "{UNHELD}{standing}{UNHELD:#}")?;
        } else {
            out.push_str(standing);
            out.push('\n');
        }
    }
    for (title, lines) in [("Sources", source_lines(reading)), ("Figures that must fit", relation_lines(reading))] {
        if lines.is_empty() {
            continue;
        }
        writeln!(out, "\n  {TITLE}{title}{TITLE:#}")?;
        for line in lines {
            writeln!(out, "  {}", fill(&plain(&line), page.width - 2, 4))?;
        }
    }
    Ok(())
}

/// How many columns of the page the widest cells get.
struct Widths {
    claim: usize,
    value: usize,
    source: usize,
}

impl Widths {
    /// Values and sources get what the longest of them needs, within reason; claims what is left.
    fn of(entries: &[Entry<'_>], page: Page) -> Self {
        let longest = |cell: for<'a> fn(&'a Entry<'_>) -> &'a str, head: &str, most: usize| {
            let cells = entries.iter().map(|entry| width(cell(entry)));
            cells.max().unwrap_or(0).clamp(head.len(), most)
        };
        let value = longest(|entry| &entry.value, "value", VALUE);
        let source = longest(|entry| &entry.source, "source", SOURCE);
        let others = 2 + LINE + KIND + STANDING + value + source + 3 * GAP;
        // On the narrowest page there is still a word of the claim.
        Self { claim: page.width.saturating_sub(others).max(12), value, source }
    }

    /// A row but for the standing; the last of `cells` are the claim, its value and its source.
    fn row(&self, out: &mut String, line: &str, kind: &str, cells: [&str; 3]) {
        set_right(out, line, LINE - 2);
        out.push_str("  ");
        set(out, kind, KIND);
        for (text, columns) in cells.into_iter().zip([self.claim, self.value, self.source]) {
            set(out, &cut(text, columns), columns + GAP);
        }
    }
}
