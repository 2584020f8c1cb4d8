//! Reads Markdown drafts: `CommonMark` with tables and footnotes, front matter, and the HTML within.

mod front_matter;
mod shortcode;

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};
use shortcode::is_shortcode;

use super::blocks::{Blocks, is_cite};
use super::{Draft, Place, Role, html, text_start};
use crate::text::{CleanText, Span};

pub(super) fn split(source: &str) -> Draft {
    let mut blocks = Blocks::default();
    let start = front_matter::read(source, text_start(source), &mut blocks);
    let mut reader = Reader::new(source, &mut blocks);
    // Typographic quotation marks are not made of straight ones: the reader's text is what is typed.
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in Parser::new_ext(&source[start..], options).into_offset_iter() {
        reader.read(event, Span::from_range(start + range.start..start + range.end));
    }
    reader.flush();
    blocks.finish()
}

/// What the text at hand stands in, besides paragraphs.
#[derive(Clone, Copy, Debug)]
enum Container {
    Quote(u32),
    List(u32),
    Item,
}

/// The table at hand.
#[derive(Clone, Copy, Debug)]
struct Table {
    number: u32,
    row: u32,
    column: u32,
}

/// An image: what stands for it, and its title.
#[derive(Debug)]
struct Image {
    alt: CleanText,
    title: CleanText,
}

struct Reader<'a> {
    source: &'a str,
    blocks: &'a mut Blocks,
    containers: Vec<Container>,
    heading: Option<Role>,
    table: Option<Table>,
    text: CleanText,
    /// Where in the text a line of the file begins, save the first.
    breaks: Vec<u32>,
    /// Where in the text a `<cite>` begins.
    cite: Option<u32>,
    /// How deep in emphasis the text is, where the outermost begins, and how much of the text is emphasised.
    emphasis: (u32, u32),
    emphasised: u32,
    images: Vec<Image>,
    /// How many images, one in another, the text at hand stands for.
    image_depth: u32,
    /// Whether text came before the first image.
    image_is_first: bool,
    in_code: bool,
    html: Option<Span>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, blocks: &'a mut Blocks) -> Self {
        Self {
            source,
            blocks,
            containers: Vec::new(),
            heading: None,
            table: None,
            text: CleanText::default(),
            breaks: Vec::new(),
            cite: None,
            emphasis: (0, 0),
            emphasised: 0,
            images: Vec::new(),
            image_depth: 0,
            image_is_first: false,
            in_code: false,
            html: None,
        }
    }

    fn read(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(&tag, span),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) if !self.in_code => self.push_text(&text, span),
            Event::SoftBreak | Event::HardBreak => self.push_break(span),
            Event::Html(_) => self.push_html(span),
            Event::InlineHtml(tag) => self.read_inline_html(&tag, span),
            Event::Rule => self.flush(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) {
        match tag {
            Tag::Emphasis | Tag::Strong => {
                if self.emphasis.0 == 0 {
                    self.emphasis.1 = self.text.len();
                }
                self.emphasis.0 += 1;
            }
            Tag::Image { title, .. } => self.start_image(title, span),
            Tag::Link { .. } | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => {}
            _ => {
                self.flush();
                self.start_block(tag);
            }
        }
    }

    fn start_block(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                let is_title = *level as usize == 1 && !self.blocks.has_headline();
                self.heading = Some(if is_title { Role::Headline } else { Role::Subhead });
            }
            Tag::BlockQuote(_) => self.containers.push(Container::Quote(self.blocks.new_quote())),
            Tag::List(_) => self.containers.push(Container::List(self.blocks.new_list())),
            Tag::Item => self.containers.push(Container::Item),
            Tag::Table(_) => self.table = Some(Table { number: self.blocks.new_table(), row: 0, column: 0 }),
            Tag::CodeBlock(_) => self.in_code = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => {
                self.emphasis.0 = self.emphasis.0.saturating_sub(1);
                if self.emphasis.0 == 0 {
                    self.emphasised += self.text.len().saturating_sub(self.emphasis.1);
                }
            }
            TagEnd::Image => self.image_depth = self.image_depth.saturating_sub(1),
            TagEnd::Link | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::TableCell => self.end_cell(),
            TagEnd::HtmlBlock => self.flush_html(),
            _ => {
                self.flush();
                self.end_block(tag);
            }
        }
    }

    fn end_block(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.heading = None,
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => {
                self.containers.pop();
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.row += 1;
                    table.column = 0;
                }
            }
            TagEnd::Table => self.table = None,
            TagEnd::CodeBlock => self.in_code = false,
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let text = self.take_text();
        if let Some(Table { number, row, column }) = self.table {
            // Markdown has column heads only, and always one row of them.
            let place = Place::Cell { table: number, row, column, header: row == 0 };
            self.blocks.push(Role::TableCell, place, text);
            self.table = Some(Table { number, row, column: column + 1 });
        }
    }

    fn start_image(&mut self, title: &CowStr<'_>, span: Span) {
        if self.image_depth == 0 {
            self.image_is_first |= self.images.is_empty() && self.text.is_empty();
            self.images.push(Image { alt: CleanText::default(), title: self.image_title(title, span) });
        }
        self.image_depth += 1;
    }

    /// The title of the image at `span`, at its place in the file; the whole image stands for one with escapes.
    fn image_title(&self, title: &str, span: Span) -> CleanText {
        let mut text = CleanText::default();
        match span.of(self.source).rfind(title) {
            Some(at) => {
                let start = span.start + at as u32;
                text.push_verbatim(self.source, Span::new(start, start + title.len() as u32));
            }
            None => text.push_replaced(title, span),
        }
        text
    }

    fn push_text(&mut self, text: &str, span: Span) {
        let clean = match self.images.last_mut() {
            Some(image) if self.image_depth > 0 => &mut image.alt,
            _ => &mut self.text,
        };
        let written = span.of(self.source);
        // What stood between two spaces is not shown: an image, a footnote's mark, a comment.
        if written == text && text.starts_with(' ') && clean.as_str().ends_with(' ') {
            return clean.push_verbatim(self.source, Span::new(span.start + 1, span.end));
        }
        let is_inner = || written.find(text).filter(|_| written.len() <= text.len() + 2 * MOST_BACKTICKS);
        if written == text {
            clean.push_verbatim(self.source, span);
        } else if let Some(at) = is_inner() {
            // Code without its backticks.
            let start = span.start + at as u32;
            clean.push_verbatim(self.source, Span::new(start, start + text.len() as u32));
        } else {
            clean.push_replaced(text, span);
        }
    }

    fn push_break(&mut self, span: Span) {
        match self.images.last_mut() {
            Some(image) if self.image_depth > 0 => image.alt.push_space(self.source, span),
            _ => {
                self.text.push_space(self.source, span);
                self.breaks.push(self.text.len());
            }
        }
    }

    fn push_html(&mut self, span: Span) {
        match &mut self.html {
            Some(html) if html.end == span.start => html.end = span.end,
            _ => {
                self.flush_html();
                self.html = Some(span);
            }
        }
    }

    fn flush_html(&mut self) {
        if let Some(span) = self.html.take() {
            let quote = self.quote();
            html::read_fragment(self.source, span, quote, self.blocks);
        }
    }

    fn read_inline_html(&mut self, tag: &str, span: Span) {
        let is_tag = |name: &str| {
            let named = tag.get(1..=name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
            named && !tag[1 + name.len()..].starts_with(|letter: char| letter.is_ascii_alphanumeric())
        };
        if tag.starts_with("<!--") {
            let behind_open = !self.text.trimmed().is_empty();
            html::push_comment(self.blocks, self.source, span, behind_open);
        } else if is_tag("br") {
            self.push_break(span);
        } else if is_tag("cite") {
            self.cite = Some(self.text.len());
        }
    }

    fn quote(&self) -> Option<u32> {
        match self.containers.last() {
            Some(&Container::Quote(quote)) => Some(quote),
            _ => None,
        }
    }

    fn take_text(&mut self) -> CleanText {
        self.emphasised = 0;
        self.image_is_first = false;
        self.images.clear();
        self.breaks.clear();
        self.cite = None;
        std::mem::take(&mut self.text)
    }

    /// Ends the block at hand.
    fn flush(&mut self) {
        if let Some(role) = self.heading {
            let text = self.take_text();
            return self.blocks.push(role, Place::Flow, text);
        }
        match self.containers.last() {
            Some(&Container::Quote(quote)) => self.flush_quoted(quote),
            Some(_) => self.flush_item(),
            None if self.text.trimmed().is_empty() => self.flush_images(),
            None => self.flush_running(),
        }
    }

    fn flush_quoted(&mut self, quote: u32) {
        let is_name = |&&at: &&u32| is_cite(self.text.as_str()[at as usize..].trim());
        let cite = self.cite.or_else(|| self.breaks.iter().rev().find(is_name).copied());
        let text = self.take_text();
        let Some(cite) = cite else { return self.blocks.push_quoted(quote, text) };
        self.blocks.push_quoted(quote, text.slice(Span::new(0, cite)));
        self.blocks.push(Role::Cite, Place::Quote { quote }, text.slice(Span::new(cite, text.len())));
    }

    fn flush_item(&mut self) {
        let text = self.take_text();
        let mut lists = self.containers.iter().filter_map(|container| match container {
            Container::List(list) => Some(*list),
            _ => None,
        });
        let depth = lists.clone().count() as u32;
        let list = lists.next_back().unwrap_or_default();
        self.blocks.push(Role::ListItem, Place::Item { list, depth }, text);
    }

    /// A paragraph of nothing but images shows their texts as captions.
    fn flush_images(&mut self) {
        for Image { alt, title } in std::mem::take(&mut self.images) {
            let is_title_new = title.as_str().trim() != alt.as_str().trim();
            self.blocks.push(Role::Caption, Place::Flow, alt);
            if is_title_new {
                self.blocks.push(Role::Caption, Place::Flow, title);
            }
        }
        self.take_text();
    }

    fn flush_running(&mut self) {
        // "![alt](x)" and an emphasised line below it: how blogs caption a picture.
        let is_caption = self.image_is_first && self.emphasised >= self.text.trimmed().len();
        let kept = self.lines_of_prose();
        let text = self.take_text();
        if is_caption {
            return self.blocks.push(Role::Caption, Place::Flow, text);
        }
        if let [whole] = &kept[..]
            && whole.len() == text.len() as usize
        {
            return self.blocks.push_running(text);
        }
        for lines in kept {
            self.blocks.push_running(text.slice(Span::from_range(lines)));
        }
    }

    /// The text without the lines that are calls, as runs of neighbouring lines.
    fn lines_of_prose(&self) -> Vec<Range<usize>> {
        let text = self.text.as_str();
        let starts = std::iter::once(0).chain(self.breaks.iter().map(|&at| at as usize));
        let ends = self.breaks.iter().map(|&at| at as usize).chain(std::iter::once(text.len()));
        let mut kept: Vec<Range<usize>> = Vec::new();
        for (start, end) in starts.zip(ends).filter(|&(start, end)| !is_shortcode(text[start..end].trim())) {
            match kept.last_mut() {
                Some(last) if last.end == start => last.end = end,
                _ => kept.push(start..end),
            }
        }
        kept
    }
}

/// Beyond this, text that differs from its source is something other than code in backticks.
const MOST_BACKTICKS: usize = 4;

#[cfg(test)]
#[expect(clippy::needless_raw_string_hashes, reason = "the form in which expect-test writes snapshots")]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::{Format, outline};

    fn check(source: &str, expected: &Expect) {
        expected.assert_eq(&outline::outline(source, Format::Markdown));
    }

    fn source_of<'a>(source: &'a str, needle: &str) -> &'a str {
        outline::source_of(source, Format::Markdown, needle)
    }

    #[test]
    fn a_story_gives_its_roles() {
        check(
            "# Pier *shut* after storm {#top}

*By Ida Lund and Kit Rowe*

MILLBROOK, March 3 (AP) — The [pier](x \"y\") &amp; the landing
were\\* shut[^1]. `Code` stays.

## What next?

- Survey
- [ ] Repair
  1. Deck

     More deck
- Roof

```
let x = 5;
```

| Service | £m |
|---|---:|
| Care \\| a | **96.4** |

[^1]: So the board says.
",
            &expect![[r#"
                Headline Pier shut after storm
                Byline By Ida Lund and Kit Rowe
                Dateline MILLBROOK, March 3 (AP) —
                Paragraph The pier & the landing were* shut. Code stays.
                Subhead What next?
                ListItem 0/1 Survey
                ListItem 0/1 Repair
                ListItem 1/2 Deck
                ListItem 1/2 More deck
                ListItem 0/1 Roof
                TableCell 0:0,0 header Service
                TableCell 0:0,1 header £m
                TableCell 0:1,0 Care | a
                TableCell 0:1,1 96.4
                Paragraph So the board says.
            "#]],
        );
    }

    #[test]
    fn block_quotes_know_their_speakers() {
        check(
            "> No winners,
> only losers.
> — Ida Lund, widow

> Two chairs.
>
> — Kit Rowe

> Three. <cite>Jo Orr</cite>

> Four.

— Al Moor, mayor

> Five.
> <footer>Bo Hale</footer>
",
            &expect![[r#"
                BlockQuote 0 No winners, only losers.
                Cite 0 Ida Lund, widow
                BlockQuote 1 Two chairs.
                Cite 1 Kit Rowe
                BlockQuote 2 Three.
                Cite 2 Jo Orr
                BlockQuote 3 Four.
                Cite 3 Al Moor, mayor
                BlockQuote 4 Five.
                Cite 4 Bo Hale
            "#]],
        );
    }

    #[test]
    fn an_image_of_its_own_has_a_caption_and_one_in_a_line_has_none() {
        check(
            "![The pier](x.jpg \"The pier on Monday. (AP)\")

[![The deck](y.jpg)](z)

Text ![icon](i.png) goes on.

![The roof](r.jpg)
*The roof on Tuesday.*
",
            &expect![[r#"
                Caption The pier
                Caption The pier on Monday. (AP)
                Caption The deck
                Paragraph Text goes on.
                Caption The roof on Tuesday.
            "#]],
        );
    }

    #[test]
    fn html_within_is_read_as_html() {
        check(
            "<!-- stet -->
The pier is *old*<!-- a -->.<br>It is **new** &eacute;.

<figure>
<img src=\"x\"><figcaption>The pier</figcaption>
</figure>

<p class=\"byline\">Ida Lund</p>
<!-- b -->
",
            &expect![[r#"
                Note <!-- stet -->
                Paragraph The pier is old. It is new é.
                Note <!-- a -->
                Caption The pier
                Byline Ida Lund
                Note <!-- b -->
            "#]],
        );
    }

    #[test]
    fn shortcodes_on_their_own_lines_are_no_prose() {
        check(
            "{{< note >}}\nThe pier [CQ] is old.\n{{< /note >}}\n\n{% include x %}\n\n[gallery ids=\"1\"]\n\n[stet]\n\n{{<figure src=\"x\">}}\n",
            &expect![[r#"
                Paragraph The pier [CQ] is old.
                Paragraph [stet]
            "#]],
        );
    }

    #[test]
    fn spans_lead_through_marks_escapes_and_breaks() {
        let source = "Lost **£6**40,000 \\* of&nbsp;5\r\n> no\r\n\r\n> a\r\n> b `c` d\r\n\r\nx \\| y";
        assert_eq!(source_of(source, "£640"), "£6**40");
        assert_eq!(source_of(source, "* of\u{a0}5"), "* of&nbsp;5");
        assert_eq!(source_of(source, "a b"), "a\r\n> b");
        assert_eq!(source_of(source, "c d"), "c` d");
    }
}
