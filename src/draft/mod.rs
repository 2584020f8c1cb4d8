//! Floor 2: a file's text as blocks with roles. Knows formats; knows nothing of what the words say.
//!
//! A block's text is what a reader sees; its map leads back to the bytes of the file.

mod asciidoc;
mod blocks;
mod byline;
mod credit;
mod dateline;
mod html;
mod lines;
mod mail;
mod markdown;
#[cfg(test)]
mod outline;
mod plain;

use std::hash::{Hash, Hasher};

use crate::text::SourceMap;

/// What a draft is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Paragraphs, one a line or set apart by empty lines.
    Plain,
    /// CommonMark with tables and front matter.
    Markdown,
    /// What a content management system stores or shows.
    Html,
    /// A mail, its headers included.
    Mail,
    /// AsciiDoc.
    AsciiDoc,
}

/// What a block is to the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The title of the story.
    Headline,
    /// The line under the headline; standfirst, summary.
    Dek,
    /// Who wrote it.
    Byline,
    /// Place, date and agency before the first words: "MILLBROOK, March 3 (AP) -".
    Dateline,
    /// The day of publication, as front matter gives it.
    Date,
    /// A heading between paragraphs.
    Subhead,
    /// Running text.
    Paragraph,
    /// The text of a picture, its credit included.
    Caption,
    /// An entry of a list.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// A paragraph set apart as somebody's words.
    BlockQuote,
    /// Who said a block quote, where the markup tells.
    Cite,
    /// A comment, delimiters included, which readers do not see but which may speak to the desk
    /// (`<!-- stet -->`): not prose. It stands in front of the block that follows it.
    Note,
}

impl Role {
    /// Whether it stands over text and sums it up: headline, dek, subhead. Space is short there, and the body tells.
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Headline | Self::Dek | Self::Subhead)
    }

    /// Whether it is the story's running text, lists included.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Paragraph | Self::ListItem)
    }
}

/// Where in a list, table or block quote a block stands. Numbers count from 0 over the whole draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In running text.
    Flow,
    /// In the list numbered `list`, `depth` lists deep (1 is outermost).
    Item {
        /// Which list of the draft.
        list: u32,
        /// How deep it is nested.
        depth: u32,
    },
    /// In the table numbered `table`.
    Cell {
        /// Which table of the draft.
        table: u32,
        /// Row, the header row included.
        row: u32,
        /// Column.
        column: u32,
        /// Whether it names a column or row rather than filling it.
        header: bool,
    },
    /// In the block quote numbered `quote`; its `Cite`, if any, bears the same number.
    Quote {
        /// Which block quote of the draft.
        quote: u32,
    },
}

/// A piece of a draft: all that reading it may depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is to the story.
    pub role: Role,
    /// What a reader sees, without white space at the ends; never empty.
    pub text: String,
}

impl Hash for Block {
    fn hash<H: Hasher>(&self, state: &mut H) {
        /// So many bytes at either end tell nearly all blocks apart: all of them are hashed at every key press.
        const END: usize = 24;
        let text = self.text.as_bytes();
        self.role.hash(state);
        text.len().hash(state);
        text[..text.len().min(END)].hash(state);
        text[text.len().saturating_sub(END)..].hash(state);
    }
}

/// A block where it stands in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedBlock {
    /// Role and text.
    pub block: Block,
    /// The way from its text to the file.
    pub map: SourceMap,
    /// Its list, table or block quote.
    pub place: Place,
}

/// A draft as blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The blocks in the order of the file.
    pub blocks: Vec<PlacedBlock>,
}

impl Format {
    /// The format that a file's extension (without the dot, in any case) promises; `None` if it is no draft's.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" | "mdown" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "eml" => Some(Self::Mail),
            "adoc" | "asciidoc" => Some(Self::AsciiDoc),
            _ => None,
        }
    }

    /// Its name in reports and settings: "plain", "markdown".
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Mail => "mail",
            Self::AsciiDoc => "asciidoc",
        }
    }
}

/// Splits drafts into blocks, and remembers what the pieces of the last one look like.
#[derive(Debug, Default)]
pub struct Splitter {
    looks: plain::Looks,
}

impl Splitter {
    /// Splits `source` into blocks. Never fails: what is not understood is a paragraph.
    ///
    /// A byte order mark at its start is skipped; spans count it, as the file has it.
    pub fn split(&mut self, source: &str, format: Format) -> Draft {
        match format {
            Format::Plain => plain::split(source, &mut self.looks),
            Format::Markdown => markdown::split(source),
            Format::Html => html::split(source),
            Format::Mail => mail::split(source),
            Format::AsciiDoc => asciidoc::split(source),
        }
    }
}

/// Splits `source` into blocks as a [`Splitter`] does that has seen nothing before.
pub fn split_blocks(source: &str, format: Format) -> Draft {
    Splitter::default().split(source, format)
}

/// Where the text of `source` begins: behind a byte order mark.
fn text_start(source: &str) -> usize {
    if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Format, outline::check_maps, split_blocks};

    const FORMATS: [Format; 5] = [Format::Plain, Format::Markdown, Format::Html, Format::Mail, Format::AsciiDoc];

    /// Pieces that formats give a meaning, so that random text comes by their corners.
    const PIECES: &[&str] = &[
        "\n",
        "\n\n",
        "Subject: Re: ",
        "-- \n",
        "wrote:\n",
        "= ",
        "____\n",
        "////\n",
        "|===\n",
        "https://a[b,c=d]",
        "footnote:[",
        "\r\n",
        "\r",
        " ",
        "\t",
        "a",
        "Brae ",
        "By Ida Lund",
        "MILLBROOK, March 3 (AP) - ",
        "é",
        "💣",
        "\u{a0}",
        "\u{feff}",
        "-",
        "- ",
        "* ",
        "1. ",
        "> ",
        "# ",
        "---\n",
        "+++\n",
        "title: ",
        "\"",
        "'",
        "''",
        ": ",
        "|",
        ">-\n",
        "  ",
        "\\",
        "`",
        "```\n",
        "**",
        "_",
        "[a](b)",
        "![a](b \"c\")",
        "[^1]",
        "[^1]: ",
        "| a | b |\n|---|---|\n",
        "\\|",
        "—",
        "&amp;",
        "&nbsp;",
        "&",
        "&#8217;",
        "&copy",
        ";",
        "<",
        ">",
        "</",
        "<p>",
        "</p>",
        "<P class=\"byline\">",
        "<br>",
        "<q>",
        "</q>",
        "<b",
        "<!--",
        "-->",
        "<!-- wp:quote -->",
        "<![CDATA[",
        "]]>",
        "<blockquote>",
        "</blockquote>",
        "<cite>",
        "</cite>",
        "<table>",
        "<tr>",
        "<td colspan=2>",
        "</table>",
        "<ul>",
        "<li>",
        "<h1>",
        "</h1>",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<pre>",
        "<figure>",
        "<figcaption>",
        "{{< a >}}",
        "[gallery a=b]",
        "x. Y",
        ". ",
    ];

    proptest! {
        #[test]
        fn any_text_is_read_and_every_character_maps_to_its_bytes(
            picks in prop::collection::vec(0..PIECES.len(), 0..40),
            noise in "\\PC{0,20}",
        ) {
            let mut source: String = picks.iter().map(|&pick| PIECES[pick]).collect();
            source.push_str(&noise);
            for format in FORMATS {
                check_maps(&source, &split_blocks(&source, format));
            }
        }
    }

    #[test]
    fn every_prefix_of_a_draft_is_read() {
        let source = "\u{feff}---\r\ntitle: \"A \\\"b\\\" — c\"\r\nauthors: [Ida Lund, 'Kit O''Rowe']\r\ndek: >\r\n  one\r\n  two\r\n---\r\n\
            # Head *one*\r\n\r\nMILLBROOK, March 3 (AP) — Text &amp; [more](x \"y\").\r\n\r\n> “Q”\r\n> — Ida\r\n\r\n\
            | a | b \\| c |\r\n|---|---|\r\n| 1 | <b>2</b> |\r\n\r\n- x\r\n  - y\r\n\r\n<figure><figcaption>Cap &eacute;</figcaption></figure>\r\n\r\n\
            <p class='byline' title=\"a>b\">By <q>Ida</q><br>x<!-- c --><table><tr><th colspan=2>1</th></tr></table>";
        for (end, _) in source.char_indices() {
            for format in FORMATS {
                check_maps(&source[..end], &split_blocks(&source[..end], format));
            }
        }
    }
}
