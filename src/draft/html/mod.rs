//! Reads HTML drafts: pages, and the fragments that content management systems store.
//!
//! Knows which element ends which, as far as prose is concerned; draws nothing and follows no style sheet.

mod element;
mod markup;
mod text;

use element::{Element, role_of};
use markup::{Piece, Pieces, attribute};
use text::push_text;

use super::blocks::Blocks;
use super::{Draft, Place, Role, dateline, text_start};
use crate::text::{CleanText, Span};

/// How far up an element looks for the one that it belongs to; no page of prose nests deeper,
/// and a page that does is still read in linear time.
const FARTHEST: usize = 32;

/// What a byline's class is put on, if longer, is a portrait of the writer.
const LONGEST_BYLINE: u32 = 200;

pub(super) fn split(source: &str) -> Draft {
    let mut blocks = Blocks::default();
    let mut reader = Reader::new(source, &mut blocks);
    reader.read(Span::from_range(text_start(source)..source.len()));
    let title = reader.title;
    if let Some(title) = title {
        blocks.put_headline(title);
    }
    blocks.finish()
}

/// Reads the HTML at `span` of a draft in another format, where it may stand within a block quote.
pub(super) fn read_fragment(source: &str, span: Span, quote: Option<u32>, blocks: &mut Blocks) {
    let mut reader = Reader::new(source, blocks);
    if let Some(quote) = quote {
        reader.outside.quote = Some(quote);
        reader.outside.give(Role::BlockQuote, Place::Quote { quote });
    }
    reader.read(span);
}

/// Adds the comment at `span`, unless it is a content management system's own.
pub(super) fn push_comment(blocks: &mut Blocks, source: &str, span: Span, behind_open: bool) {
    let written = span.of(source);
    let inner = written.strip_prefix("<!--").unwrap_or(written);
    let inner = inner.strip_suffix("-->").unwrap_or(inner).trim();
    let is_desk_comment = !["wp:", "/wp:", "[if ", "[endif]"].iter().any(|head| inner.starts_with(head));
    if is_desk_comment {
        blocks.push_comment(inner, span, behind_open);
    }
}

/// What an element is to the text in it.
#[derive(Clone, Copy, Debug)]
struct Context {
    role: Option<Role>,
    place: Place,
    list_depth: u32,
    quote: Option<u32>,
    /// Index into the reader's tables.
    table: Option<usize>,
}

impl Context {
    fn give(&mut self, role: Role, place: Place) {
        self.role = Some(role);
        self.place = place;
    }
}

/// An element that has begun.
#[derive(Clone, Copy, Debug)]
struct Open {
    element: Element,
    context: Context,
    list: u32,
    /// For a figure: the block quote in it, whose speaker its caption names.
    quote: Option<u32>,
}

/// How far a table has been read.
#[derive(Clone, Copy, Debug)]
struct Table {
    number: u32,
    rows: u32,
    column: u32,
    in_head: bool,
}

struct Reader<'a> {
    source: &'a str,
    blocks: &'a mut Blocks,
    /// What the whole text stands in.
    outside: Context,
    stack: Vec<Open>,
    tables: Vec<Table>,
    text: CleanText,
    title: Option<CleanText>,
    /// The element whose content is not read, and how many of its kind are open.
    dropped: Option<(Element, Span, u32)>,
    quotations: u32,
    /// The length of the text up to the last `<br>`.
    break_at: Option<u32>,
    /// Where in the text an author's or a time's element begins, its role, and how much they hold.
    marked_start: Option<(u32, Role)>,
    marked: u32,
    marked_role: Option<Role>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, blocks: &'a mut Blocks) -> Self {
        Self {
            source,
            blocks,
            outside: Context { role: None, place: Place::Flow, list_depth: 0, quote: None, table: None },
            stack: Vec::new(),
            tables: Vec::new(),
            text: CleanText::default(),
            title: None,
            dropped: None,
            quotations: 0,
            break_at: None,
            marked_start: None,
            marked: 0,
            marked_role: None,
        }
    }

    fn read(&mut self, span: Span) {
        let mut pieces = Pieces::new(self.source, span);
        while let Some(piece) = pieces.next() {
            if self.drops(piece) {
                continue;
            }
            match piece {
                Piece::Text(span) => push_text(&mut self.text, self.source, span),
                Piece::Aside => {}
                Piece::Comment { span } => {
                    let behind_open = !self.text.trimmed().is_empty();
                    push_comment(self.blocks, self.source, span, behind_open);
                }
                Piece::Open { name, attributes, span } => self.open(name, attributes, span, &mut pieces),
                Piece::Close { name, span } => self.close(Element::of(name.of(self.source)), span),
            }
        }
        self.flush();
    }

    /// Whether `piece` belongs to an element that is not read.
    fn drops(&mut self, piece: Piece) -> bool {
        let Some((element, dropped, depth)) = &mut self.dropped else { return false };
        let (name, step) = match piece {
            Piece::Open { name, .. } => (name, 1),
            Piece::Close { name, .. } => (name, -1),
            _ => return true,
        };
        // An unclosed <code> ends with its paragraph, rather than hiding the rest of the story.
        if *element == Element::Code && Element::of(name.of(self.source)).is_block() {
            self.dropped = None;
            return false;
        }
        if name.of(self.source).eq_ignore_ascii_case(dropped.of(self.source)) {
            *depth = depth.saturating_add_signed(step);
        }
        if *depth == 0 {
            self.dropped = None;
        }
        true
    }

    fn open(&mut self, name: Span, attributes: Span, span: Span, pieces: &mut Pieces<'_>) {
        let element = Element::of(name.of(self.source));
        let attributes = attributes.of(self.source);
        match element {
            Element::Raw => {
                pieces.skip_raw(name.of(self.source));
            }
            Element::Title => {
                let title = without_site(pieces.skip_raw("title"), self.source);
                self.read_title(title);
            }
            Element::Code | Element::Dropped if !attributes.ends_with('/') => self.dropped = Some((element, name, 1)),
            Element::Break => self.read_break(span),
            Element::Rule => self.flush(),
            Element::Quotation => {
                self.quotations += 1;
                self.text.push_replaced(if self.quotations % 2 == 1 { "“" } else { "‘" }, span);
            }
            Element::Link | Element::Inline | Element::Time => self.open_mark(element, attributes),
            Element::Cite if self.context().quote.is_none() => {}
            _ if element.is_block() || element == Element::Cite => self.open_block(element, attributes),
            _ => {}
        }
    }

    /// A title in the middle of a page is a drawing's.
    fn read_title(&mut self, span: Span) {
        if self.title.is_none() && self.blocks.is_empty() && self.text.trimmed().is_empty() {
            let mut title = CleanText::default();
            push_text(&mut title, self.source, span);
            self.title = Some(title);
        }
    }

    fn open_block(&mut self, element: Element, attributes: &str) {
        self.flush();
        if self.stack.last().is_some_and(|open| open.element.is_leaf()) && element != Element::Cite {
            self.stack.pop();
        }
        match element {
            Element::Item => self.close_up_to(&[Element::Item], &[Element::List]),
            Element::TableBody => self.close_up_to(&[Element::TableHead, Element::TableBody], &[Element::Table]),
            Element::Row => self.close_up_to(&[Element::Row], &[Element::Table]),
            Element::Cell | Element::HeaderCell => {
                self.close_up_to(&[Element::Cell, Element::HeaderCell], &[Element::Table, Element::Row]);
            }
            _ => {}
        }
        let parent = self.context();
        let mut open = Open { element, context: parent, list: self.list(), quote: None };
        self.enter(&mut open, attributes);
        if let Some(role) = role_of(attributes).filter(|_| !matches!(element, Element::Figure | Element::BlockQuote)) {
            self.take_role(&mut open, role);
        }
        self.stack.push(open);
    }

    /// Gives `open` the context that its element makes.
    fn enter(&mut self, open: &mut Open, attributes: &str) {
        let context = &mut open.context;
        match open.element {
            Element::Heading => context.give(Role::Headline, Place::Flow),
            Element::Subheading => context.give(Role::Subhead, Place::Flow),
            Element::BlockQuote => self.enter_quote(open),
            Element::Cite | Element::Footer if context.quote.is_some() => context.role = Some(Role::Cite),
            Element::Figure => context.give(Role::Caption, Place::Flow),
            Element::Caption => {
                let quote = self.quote_of_figure();
                let caption = (Role::Caption, Place::Flow);
                let (role, place) = quote.map_or(caption, |quote| (Role::Cite, Place::Quote { quote }));
                context.give(role, place);
            }
            Element::List => {
                open.list = self.blocks.new_list();
                context.list_depth += 1;
            }
            Element::Item => {
                let depth = context.list_depth.max(1);
                context.give(Role::ListItem, Place::Item { list: open.list, depth });
            }
            Element::Table => {
                let number = self.blocks.new_table();
                self.tables.push(Table { number, rows: 0, column: 0, in_head: false });
                context.table = Some(self.tables.len() - 1);
                context.role = None;
            }
            Element::TableHead | Element::TableBody | Element::Row | Element::Cell | Element::HeaderCell => {
                self.enter_table(open, attributes);
            }
            _ => {}
        }
    }

    fn enter_quote(&mut self, open: &mut Open) {
        let quote = self.blocks.new_quote();
        open.context.quote = Some(quote);
        open.context.give(Role::BlockQuote, Place::Quote { quote });
        let figure = self.stack.iter_mut().rev().take(FARTHEST).find(|open| open.element == Element::Figure);
        if let Some(figure) = figure {
            figure.quote = Some(quote);
        }
    }

    fn enter_table(&mut self, open: &mut Open, attributes: &str) {
        let Some(table) = open.context.table.and_then(|index| self.tables.get_mut(index)) else { return };
        match open.element {
            Element::TableHead => table.in_head = true,
            Element::TableBody => table.in_head = false,
            Element::Row => {
                table.rows += 1;
                table.column = 0;
            }
            _ => {
                let header = table.in_head || open.element == Element::HeaderCell;
                let row = table.rows.saturating_sub(1);
                let place = Place::Cell { table: table.number, row, column: table.column, header };
                open.context.give(Role::TableCell, place);
                let columns = attribute(attributes, "colspan").and_then(|count| count.trim().parse().ok());
                table.column = table.column.saturating_add(columns.unwrap_or(1).clamp(1, 1000));
            }
        }
    }

    /// Gives `open` the role that its class names.
    fn take_role(&mut self, open: &mut Open, role: Role) {
        match role {
            Role::BlockQuote if open.context.quote.is_none() => self.enter_quote(open),
            Role::BlockQuote => {}
            _ => open.context.give(role, Place::Flow),
        }
    }

    /// An author's or a time's inline element begins: if it turns out to be most of its block, it names its role.
    fn open_mark(&mut self, element: Element, attributes: &str) {
        let role = if element == Element::Time { Some(Role::Date) } else { role_of(attributes) };
        if let Some(role @ (Role::Byline | Role::Date | Role::Dek | Role::Caption)) = role {
            self.marked_start = Some((self.text.len(), role));
        }
    }

    fn close(&mut self, element: Element, span: Span) {
        match element {
            Element::Quotation if self.quotations > 0 => {
                self.text.push_replaced(if self.quotations % 2 == 1 { "”" } else { "’" }, span);
                self.quotations -= 1;
            }
            Element::Link | Element::Inline | Element::Time => self.close_mark(),
            Element::Cite if self.context().quote.is_none() => {}
            // A lone end tag of a paragraph still parts what is before from what is behind.
            Element::Cite => {
                self.flush();
                self.close_up_to(&[element], &[Element::BlockQuote]);
            }
            _ if element.is_block() => self.close_block(element),
            _ => {}
        }
    }

    fn close_block(&mut self, element: Element) {
        self.flush();
        if element == Element::TableHead
            && let Some(table) = self.context().table.and_then(|index| self.tables.get_mut(index))
        {
            table.in_head = false;
        }
        let barriers: &[Element] = match element {
            Element::Table => &[],
            Element::List => &[Element::Table],
            Element::Item => &[Element::Table, Element::List],
            Element::Paragraph => &[Element::Cell, Element::HeaderCell, Element::Item],
            _ => &[Element::Cell, Element::HeaderCell],
        };
        self.close_up_to(&[element], barriers);
    }

    fn close_mark(&mut self) {
        if let Some((start, role)) = self.marked_start.take() {
            self.marked += self.text.len().saturating_sub(start);
            self.marked_role = Some(role);
        }
    }

    /// Ends the nearest of `elements` and all in it, unless one of `barriers` stands between.
    fn close_up_to(&mut self, elements: &[Element], barriers: &[Element]) {
        for (index, open) in self.stack.iter().enumerate().rev().take(FARTHEST) {
            if elements.contains(&open.element) {
                self.stack.truncate(index);
                return;
            }
            if barriers.contains(&open.element) {
                return;
            }
        }
    }

    /// One break is a space; two in a row part paragraphs, as old systems store them.
    fn read_break(&mut self, span: Span) {
        if self.break_at == Some(self.text.len()) && !self.text.is_empty() {
            return self.flush();
        }
        self.text.push_space(self.source, span);
        self.break_at = Some(self.text.len());
    }

    fn context(&self) -> Context {
        self.stack.last().map_or(self.outside, |open| open.context)
    }

    /// The list that an item here belongs to; one outside any list belongs to the list before.
    fn list(&self) -> u32 {
        self.stack.last().map_or(0, |open| open.list)
    }

    fn quote_of_figure(&self) -> Option<u32> {
        let figure = self.stack.iter().rev().take(FARTHEST).find(|open| open.element == Element::Figure);
        figure.and_then(|figure| figure.quote)
    }

    /// Ends the block at hand.
    fn flush(&mut self) {
        self.close_mark();
        let text = std::mem::take(&mut self.text);
        let marked = self.marked_role.take().filter(|_| self.marked * 2 >= text.trimmed().len());
        (self.marked, self.quotations, self.break_at) = (0, 0, None);
        let Context { role, place, quote, .. } = self.context();
        match (role.or(marked), quote) {
            (None, _) => self.blocks.push_running(text),
            (Some(Role::BlockQuote), Some(quote)) => self.blocks.push_quoted(quote, text),
            (Some(Role::Headline), _) if self.blocks.has_headline() => self.blocks.push(Role::Subhead, place, text),
            (Some(Role::Byline), _) if text.trimmed().len() > LONGEST_BYLINE => self.blocks.push_running(text),
            (Some(Role::Byline), _) if dateline::is_date_line(text.as_str().trim()) => {
                self.blocks.push(Role::Date, place, text);
            }
            (Some(Role::Date), _) if self.blocks.has_paragraph() => self.blocks.push_running(text),
            (Some(role), _) => self.blocks.push(role, place, text),
        }
    }
}

/// "Harbour master cleared | Brae Mail" without the paper's name.
fn without_site(title: Span, source: &str) -> Span {
    let kept = title.of(source).rfind(" | ").map_or(title.len(), |at| at as u32);
    Span::new(title.start, title.start + kept)
}

#[cfg(test)]
#[expect(clippy::needless_raw_string_hashes, reason = "the form in which expect-test writes snapshots")]
mod tests {
    use expect_test::{Expect, expect};

    use crate::draft::{Format, outline};

    fn check(source: &str, expected: &Expect) {
        expected.assert_eq(&outline::outline(source, Format::Html));
    }

    fn source_of<'a>(source: &'a str, needle: &str) -> &'a str {
        outline::source_of(source, Format::Html, needle)
    }

    #[test]
    fn a_page_gives_its_roles() {
        check(
            "<!DOCTYPE html><html><head><title>Pier shut | Brae Mail</title><style>p > a {}</style></head><body>
<h1>Pier shut after <em>storm</em></h1>
<p class=\"standfirst\">Repairs will take a year</p>
<p class='byline'>Ida Lund, court reporter <time>3 March 2025</time></p>
<figure><img src=x alt=''/><figcaption>The pier. Photograph: Kit Rowe/Brae Mail</figcaption></figure>
<P>BRAE — The pier &amp; the   landing
were shut.
<p>It is old.
<h2>What next?</h2>
<ul><li>Survey<li><p>Repair</p><ol><li>Deck</ol></ul>
<script>if (a < b) { \"<p>\" }</script></body></html>",
            &expect![[r#"
                Headline Pier shut after storm
                Dek Repairs will take a year
                Byline Ida Lund, court reporter 3 March 2025
                Caption The pier. Photograph: Kit Rowe/Brae Mail
                Dateline BRAE —
                Paragraph The pier & the landing were shut.
                Paragraph It is old.
                Subhead What next?
                ListItem 0/1 Survey
                ListItem 0/1 Repair
                ListItem 1/2 Deck
            "#]],
        );
    }

    #[test]
    fn the_title_is_the_headline_of_a_page_without_one() {
        check(
            "<!-- stet --><title>Pier &ndash; shut | Brae Mail</title><p>It is old.</p>",
            &expect![[r#"
            Headline Pier – shut
            Paragraph It is old.
            <0> stet
        "#]],
        );
    }

    #[test]
    fn quotes_know_their_speakers() {
        check(
            "<blockquote><p>No <q>winners <q>here</q></q>.</p><cite>— Ida Lund, widow</cite></blockquote>
<!-- wp:pullquote --><figure class=\"wp-block-pullquote\"><blockquote><p>None.</p></blockquote>
<figcaption>Kit Rowe</figcaption></figure><!-- /wp:pullquote -->
<blockquote>Two chairs.<footer>Ida <b>Lund</b></footer></blockquote>
<p>She read <cite>The Pier</cite>.</p>",
            &expect![[r#"
                BlockQuote 0 No “winners ‘here’”.
                Cite 0 Ida Lund, widow
                BlockQuote 1 None.
                Cite 1 Kit Rowe
                BlockQuote 2 Two chairs.
                Cite 2 Ida Lund
                Paragraph She read The Pier.
            "#]],
        );
    }

    #[test]
    fn tables_count_rows_and_columns() {
        check(
            "<table><caption>Budget</caption><thead><tr><th colspan=2>Service<th>£m</thead>
<tr><td>Care<td>a<td><p>96.4</table><p>After.",
            &expect![[r#"
                Caption Budget
                TableCell 0:0,0 header Service
                TableCell 0:0,2 header £m
                TableCell 0:1,0 Care
                TableCell 0:1,1 a
                TableCell 0:1,2 96.4
                Paragraph After.
            "#]],
        );
    }

    #[test]
    fn what_is_not_prose_is_dropped() {
        check(
            "<pre>a <p>b</p></pre><svg><title>x</title><svg></svg><text>y</text></svg><p>One <code>two</code>three.</p>
<noscript><p>four</p></noscript><p>Five <code>unclosed</p><p>Six&shy;teen</p><p>&nbsp;</p>",
            &expect![[r#"
                Paragraph One three.
                Paragraph Five
                Paragraph Sixteen
            "#]],
        );
    }

    #[test]
    fn text_outside_paragraphs_is_a_paragraph_and_two_breaks_part_it() {
        check(
            "One<br>two.<br /> <BR>Three 5 < 6 & 7 &notanentity; R&D <div>four</div>five<hr>six",
            &expect![[r#"
            Paragraph One two.
            Paragraph Three 5 < 6 & 7 &notanentity; R&D
            Paragraph four
            Paragraph five
            Paragraph six
        "#]],
        );
    }

    #[test]
    fn the_desk_comments_are_kept_where_they_stand() {
        check(
            "<p>One <!-- a --> two.</p><!-- wp:paragraph --><!-- stet --><p>Three.</p><!-- b",
            &expect![[r#"
            Paragraph One two.
            Paragraph Three.
            <1> a
            <1> stet
            <2> b
        "#]],
        );
    }

    #[test]
    fn an_author_within_a_paragraph_makes_it_a_byline_only_if_it_is_most_of_it() {
        check(
            "<p>By <a rel=author href=x>Caro Whitlock</a></p><p>Follow <a rel=author>Caro</a> for news of the piers.</p>",
            &expect![[r#"
                Byline By Caro Whitlock
                Paragraph Follow Caro for news of the piers.
            "#]],
        );
    }

    #[test]
    fn spans_lead_through_tags_and_entities() {
        let source = "<p>Lost <b>&pound;6</b>40,000 &amp;\n more</p>";
        assert_eq!(source_of(source, "£6"), "&pound;6");
        assert_eq!(source_of(source, "£640"), "&pound;6</b>40");
        assert_eq!(source_of(source, "& more"), "&amp;\n more");
    }
}
