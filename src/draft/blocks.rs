//! Gathers the blocks of a draft as a format's reader comes by them, and gives each running text its role:
//! byline, caption, dateline or paragraph look the same in every format.

use super::{Block, Draft, Place, PlacedBlock, Role, byline, credit, dateline};
use crate::text::{CleanText, SourceMap, Span};

/// A bare place in capitals heads a story, not its tenth paragraph.
const PARAGRAPHS_AT_HEAD: usize = 5;

/// A story's head has fewer blocks than this.
const HEAD: usize = 8;

/// "— Morag Lennox, widow" is short; a paragraph that begins with a dash is not.
const LONGEST_CITE: u32 = 160;

/// What a running text turns out to be, other than a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Special {
    /// Who wrote the story.
    Byline,
    /// The day of publication.
    Date,
    /// A picture's text.
    Caption,
    /// A picture's text, or the last paragraph of an agency's story.
    Credited,
    /// A paragraph behind a dateline of this length.
    Dated(usize),
    /// The name under the block quote of this number.
    Cite(u32),
}

/// What the words of a running text make of it, wherever it stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Words {
    /// A picture's text.
    Credit(credit::Evidence),
    /// What may be a dateline of this length stands at its head.
    Dateline(usize, dateline::Evidence),
    /// Nothing but a paragraph.
    Plain,
}

impl Words {
    /// What those of `text` make of it.
    pub(super) fn of(text: &str) -> Self {
        let dateline = || dateline::find(text).map(|(length, evidence)| Self::Dateline(length, evidence));
        credit::find(text).map(Self::Credit).or_else(dateline).unwrap_or(Self::Plain)
    }
}

/// The blocks of a draft in the making.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    placed: Vec<PlacedBlock>,
    /// Comments, each with the number of the block that it stands in front of.
    notes: Vec<(usize, CleanText)>,
    paragraphs: usize,
    has_headline: bool,
    has_dateline: bool,
    lists: u32,
    tables: u32,
    quotes: u32,
}

impl Blocks {
    /// A number for the next list.
    pub(super) fn new_list(&mut self) -> u32 {
        self.lists += 1;
        self.lists - 1
    }

    /// A number for the next table.
    pub(super) fn new_table(&mut self) -> u32 {
        self.tables += 1;
        self.tables - 1
    }

    /// A number for the next block quote.
    pub(super) fn new_quote(&mut self) -> u32 {
        self.quotes += 1;
        self.quotes - 1
    }

    /// Whether a headline has been added.
    pub(super) fn has_headline(&self) -> bool {
        self.has_headline
    }

    /// Whether a paragraph of the story has been added: what follows is no longer its head.
    pub(super) fn has_paragraph(&self) -> bool {
        self.paragraphs > 0
    }

    /// The number of the block quote that has just ended or still goes on.
    pub(super) fn last_quote(&self) -> Option<u32> {
        let last = self.placed.last()?;
        match last.place {
            Place::Quote { quote } if last.block.role == Role::BlockQuote => Some(quote),
            _ => None,
        }
    }

    /// The text of the last block if it is of `role`, or of the last such block of the head.
    pub(super) fn last_of(&self, role: Role) -> Option<&str> {
        let found = self.placed.iter().rev().take(HEAD).find(|placed| placed.block.role == role);
        found.map(|placed| placed.block.text.as_str())
    }

    /// Adds `text` in `role`, unless it is blank.
    pub(super) fn push(&mut self, role: Role, place: Place, text: CleanText) {
        if let Role::Cite = role {
            return self.push_cite(place, &text);
        }
        let role = if role == Role::Subhead && self.is_dek(text.as_str()) { Role::Dek } else { role };
        if role == Role::Byline && self.ends_in_dek() {
            self.make_dek();
        }
        self.push_block(role, place, text.finish());
    }

    /// Takes the only paragraph for the headline's second line.
    fn make_dek(&mut self) {
        if let Some(last) = self.placed.last_mut() {
            last.block.role = Role::Dek;
            self.paragraphs = 0;
        }
    }

    /// Whether a subhead is the headline's second line: a sentence of its own right below it, and no numbered section.
    fn is_dek(&self, text: &str) -> bool {
        const LEAST: usize = 5;
        self.has_headline()
            && !self.has_paragraph()
            && self.last_of(Role::Dek).is_none()
            && !text.trim_start().starts_with(|first: char| first.is_ascii_digit())
            && LEAST <= text.split_whitespace().count()
    }

    /// What `text`, without white space at its ends, is if not a plain paragraph.
    pub(super) fn special(&self, text: &str) -> Option<Special> {
        self.special_by(text, || Words::of(text))
    }

    /// The same where it may be known what its words alone make of it.
    pub(super) fn special_by(&self, text: &str, words: impl FnOnce() -> Words) -> Option<Special> {
        if let Some(quote) = self.last_quote().filter(|_| is_cite(text)) {
            return Some(Special::Cite(quote));
        }
        if self.ends_in_dek() && byline::is_byline(text) {
            return Some(Special::Byline);
        }
        if !self.has_paragraph() {
            if byline::is_byline(text) || (self.has_headline && byline::is_name_line(text)) {
                return Some(Special::Byline);
            }
            if dateline::is_date_line(text) {
                return Some(Special::Date);
            }
        }
        match words() {
            Words::Credit(credit::Evidence::Sure) => Some(Special::Caption),
            Words::Credit(credit::Evidence::Agency) => Some(Special::Credited),
            Words::Dateline(length, evidence) => self.believes(evidence).then_some(Special::Dated(length)),
            Words::Plain => None,
        }
    }

    /// Whether all that stands below the headline is one short text: above a byline it is no paragraph of the story.
    fn ends_in_dek(&self) -> bool {
        const LONGEST: usize = 240;
        let is_alone = self.has_headline && self.paragraphs == 1 && self.last_of(Role::Dek).is_none();
        is_alone
            && self.placed.last().is_some_and(|last| {
                last.block.role == Role::Paragraph
                    && matches!(last.place, Place::Flow)
                    && last.block.text.len() <= LONGEST
            })
    }

    /// Adds running text, its dateline split off; it may turn out to be a byline, a date, a caption
    /// or the name under a block quote.
    pub(super) fn push_running(&mut self, text: CleanText) {
        let kept = text.trimmed();
        match self.special(kept.of(text.as_str())) {
            Some(Special::Cite(quote)) => self.push_cite(Place::Quote { quote }, &text),
            Some(Special::Byline) => self.push(Role::Byline, Place::Flow, text),
            Some(Special::Date) => self.push(Role::Date, Place::Flow, text),
            Some(Special::Caption) => self.push(Role::Caption, Place::Flow, text),
            Some(Special::Dated(length)) => {
                let end = kept.start + length as u32;
                let body = Span::new(end, kept.end).trimmed(text.as_str());
                self.push_block(Role::Dateline, Place::Flow, text.slice(Span::new(kept.start, end)).finish());
                self.push_block(Role::Paragraph, Place::Flow, text.slice(body).finish());
            }
            Some(Special::Credited) | None => self.push(Role::Paragraph, Place::Flow, text),
        }
    }

    /// Adds a block quote's text; a paragraph of it that is only a name behind a dash is its `Cite`.
    pub(super) fn push_quoted(&mut self, quote: u32, text: CleanText) {
        let is_second = self.last_quote() == Some(quote);
        let role = if is_second && is_cite(text.as_str().trim()) { Role::Cite } else { Role::BlockQuote };
        self.push(role, Place::Quote { quote }, text);
    }

    /// Adds the comment at `span` of `source`, delimiters included, in front of the block that comes next;
    /// `behind_open` is whether a block that is not yet added has begun before it.
    pub(super) fn push_note(&mut self, source: &str, span: Span, behind_open: bool) {
        let mut note = CleanText::default();
        note.push_verbatim(source, span);
        self.notes.push((self.placed.len() + usize::from(behind_open), note));
    }

    /// Whether nothing has been added yet.
    pub(super) fn is_empty(&self) -> bool {
        self.placed.is_empty()
    }

    /// Puts the title that a page begins with in front, as the headline that the page itself lacks.
    pub(super) fn put_headline(&mut self, text: CleanText) {
        let (text, map) = text.finish();
        if self.has_headline || text.is_empty() {
            return;
        }
        let start = map.source_span(Span::new(0, 1)).start;
        let behind = self.notes.iter_mut().filter(|(_, note)| note.source_start() > start);
        behind.for_each(|(before_block, _)| *before_block += 1);
        let block = Block { role: Role::Headline, text };
        self.placed.insert(0, PlacedBlock { block, map, place: Place::Flow });
    }

    /// Whether what looks like a dateline may be one here.
    fn believes(&self, evidence: dateline::Evidence) -> bool {
        match evidence {
            dateline::Evidence::Full => true,
            dateline::Evidence::BarePlace => !self.has_dateline && self.paragraphs < PARAGRAPHS_AT_HEAD,
            dateline::Evidence::BareColon => !self.has_dateline && !self.has_paragraph(),
        }
    }

    /// The whole draft, its notes between its blocks.
    pub(super) fn finish(self) -> Draft {
        let mut blocks = Vec::with_capacity(self.placed.len() + self.notes.len());
        let mut notes = self.notes.into_iter().peekable();
        let mut placed = self.placed.into_iter();
        for number in 0.. {
            while let Some((_, note)) = notes.next_if(|(before_block, _)| *before_block <= number) {
                blocks.push(note_block(note));
            }
            let Some(block) = placed.next() else { break };
            blocks.push(block);
        }
        blocks.extend(notes.map(|(_, note)| note_block(note)));
        Draft { blocks }
    }

    /// The dash in front of a name is typography, not part of it.
    fn push_cite(&mut self, place: Place, text: &CleanText) {
        let kept = text.trimmed();
        let name = kept.of(text.as_str()).trim_start_matches(is_cite_dash);
        let kept = Span::new(kept.end - name.len() as u32, kept.end).trimmed(text.as_str());
        self.push_block(Role::Cite, place, text.slice(kept).finish());
    }

    fn push_block(&mut self, role: Role, place: Place, (text, map): (String, SourceMap)) {
        if text.is_empty() {
            return;
        }
        match role {
            Role::Headline => self.has_headline = true,
            Role::Dateline => self.has_dateline = true,
            // "[stet ...]" in front of a story is not its first paragraph.
            Role::Paragraph if !text.starts_with('[') => self.paragraphs += 1,
            _ => {}
        }
        self.placed.push(PlacedBlock { block: Block { role, text }, map, place });
    }
}

fn note_block(note: CleanText) -> PlacedBlock {
    let (text, map) = note.finish();
    PlacedBlock { block: Block { role: Role::Note, text }, map, place: Place::Flow }
}

/// Whether `text` is a name behind a dash, as under a block quote.
pub(super) fn is_cite(text: &str) -> bool {
    let is_dashed = text.starts_with(['—', '–', '―']) || text.starts_with("--");
    is_dashed && text.len() as u32 <= LONGEST_CITE && !text.ends_with(['!', '?', '”', '"'])
}

fn is_cite_dash(mark: char) -> bool {
    matches!(mark, '—' | '–' | '―' | '-')
}
