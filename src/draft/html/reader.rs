//! Follows the elements of a page and gives each text the role that they make.

use super::element::{Element, role_of};
use super::markup::{Piece, Pieces, attribute};
use super::push_comment;
use super::text::push_text;
use crate::draft::blocks::Blocks;
use crate::draft::{Place, Role, dateline};
use crate::text::{CleanText, Span};

/// How far up an element looks for the one that it belongs to; no page of prose nests deeper,
/// and a page that does is still read in linear time.
const FARTHEST: usize = 32;

/// What a byline's class is put on, if longer, is a portrait of the writer.
const LONGEST_BYLINE: u32 = 200;

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

/// The text of the block at hand.
#[derive(Debug, Default)]
struct Prose {
    text: CleanText,
    /// How many `<q>` are open.
    quotations: u32,
    /// The length of the text up to the last `<br>`.
    break_at: Option<u32>,
    /// Where an author's or a time's element begins, and its role.
    mark: Option<(u32, Role)>,
    /// How much of the text such elements hold, and the role of the last.
    marked: (u32, Option<Role>),
}

impl Prose {
    fn end_mark(&mut self) {
        if let Some((start, role)) = self.mark.take() {
            self.marked = (self.marked.0 + self.text.len().saturating_sub(start), Some(role));
        }
    }

    /// The role of the elements that hold most of the text.
    fn marked_role(&self) -> Option<Role> {
        let (length, role) = self.marked;
        role.filter(|_| length * 2 >= self.text.trimmed().len())
    }
}

/// Reads one page or fragment into blocks.
pub(super) struct Reader<'a> {
    source: &'a str,
    blocks: &'a mut Blocks,
    /// What the whole text stands in.
    outside: Context,
    stack: Vec<Open>,
    tables: Vec<Table>,
    prose: Prose,
    title: Option<CleanText>,
    /// The element whose content is not read, and how many of its kind are open.
    dropped: Option<(Element, Span, u32)>,
}

impl<'a> Reader<'a> {
    /// A reader of `source`, or of a part of it that stands in the block quote numbered `quote`.
    pub(super) fn within(source: &'a str, quote: Option<u32>, blocks: &'a mut Blocks) -> Self {
        let mut outside = Context { role: None, place: Place::Flow, list_depth: 0, quote, table: None };
        if let Some(quote) = quote {
            outside.give(Role::BlockQuote, Place::Quote { quote });
        }
        Self {
            source,
            blocks,
            outside,
            stack: Vec::new(),
            tables: Vec::new(),
            prose: Prose::default(),
            title: None,
            dropped: None,
        }
    }

    /// Adds the blocks of the HTML at `span`; gives the page's title, if it begins with one.
    pub(super) fn read(mut self, span: Span) -> Option<CleanText> {
        let mut pieces = Pieces::new(self.source, span);
        while let Some(piece) = pieces.next() {
            if self.drops(piece) {
                continue;
            }
            match piece {
                Piece::Text(span) => push_text(&mut self.prose.text, self.source, span),
                Piece::Aside => {}
                Piece::Comment { span } => {
                    let behind_open = !self.prose.text.trimmed().is_empty();
                    push_comment(self.blocks, self.source, span, behind_open);
                }
                Piece::Open { name, attributes, span } => self.open(name, attributes, span, &mut pieces),
                Piece::Close { name, span } => self.close(Element::of(name.of(self.source)), span),
            }
        }
        self.flush();
        self.title
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
                self.prose.quotations += 1;
                self.prose.text.push_replaced(if self.prose.quotations % 2 == 1 { "“" } else { "‘" }, span);
            }
            Element::Link | Element::Inline | Element::Time => self.open_mark(element, attributes),
            Element::Cite if self.context().quote.is_none() => {}
            _ if element.is_block() || element == Element::Cite => self.open_block(element, attributes),
            _ => {}
        }
    }

    /// A title in the middle of a page is a drawing's.
    fn read_title(&mut self, span: Span) {
        if self.title.is_none() && self.blocks.is_empty() && self.prose.text.trimmed().is_empty() {
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
            self.prose.mark = Some((self.prose.text.len(), role));
        }
    }

    fn close(&mut self, element: Element, span: Span) {
        match element {
            Element::Quotation if self.prose.quotations > 0 => {
                self.prose.text.push_replaced(if self.prose.quotations % 2 == 1 { "”" } else { "’" }, span);
                self.prose.quotations -= 1;
            }
            Element::Link | Element::Inline | Element::Time => self.prose.end_mark(),
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
        if self.prose.break_at == Some(self.prose.text.len()) && !self.prose.text.is_empty() {
            return self.flush();
        }
        self.prose.text.push_space(self.source, span);
        self.prose.break_at = Some(self.prose.text.len());
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
        self.prose.end_mark();
        let prose = std::mem::take(&mut self.prose);
        if prose.text.trimmed().is_empty() {
            return;
        }
        let Context { role, place, quote, .. } = self.context();
        let role = role.or(prose.marked_role());
        let text = prose.text;
        match (role, quote) {
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
