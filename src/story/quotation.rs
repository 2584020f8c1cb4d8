//! Joins quotations that run over paragraphs.
//!
//! A paragraph that ends inside a quotation has no closing mark, and the next opens with a mark again:
//! the convention of every handbook. A mark without a partner that this does not explain is left over.

use super::Story;
use super::place::Mention;
use crate::extract::{Quote, QuoteKind};
use crate::text::Span;

/// A quotation of the story, in one piece or running over paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its pieces with their marks, one a paragraph.
    pub spans: Vec<Span>,
    /// Its words without the marks, one piece a paragraph.
    pub inner: Vec<Span>,
    /// What the words are.
    pub kind: QuoteKind,
    /// The number of the block in which it begins.
    pub block: usize,
}

/// Fills in the quotations and the marks without a partner.
pub(super) fn join(story: &mut Story) {
    let mut joined: Vec<Quotation> = Vec::new();
    let mut unpaired = Vec::new();
    let mut running: Option<Quotation> = None;
    for (block, read) in story.blocks.iter().enumerate() {
        let by = read.span.start;
        unpaired.extend(read.mentions.quotes.unopened.iter().map(|span| span.shifted(by)));
        for quote in read.mentions.quotes.outer() {
            let mut quote = *quote;
            quote.shift(by);
            let opens_block = quote.span.start == by;
            let quotation = match running.take() {
                Some(earlier) if opens_block => earlier.continued(&quote),
                earlier => {
                    unpaired.extend(
                        earlier
                            .and_then(|quotation| quotation.spans.last().map(|span| opening_mark(&story.text, *span))),
                    );
                    Quotation::beginning(&quote, block)
                }
            };
            if quote.open { running = Some(quotation) } else { joined.push(quotation) }
        }
    }
    if let Some(last) = running {
        unpaired.extend(last.spans.last().map(|span| opening_mark(&story.text, *span)));
    }
    joined.sort_by_key(|quotation| quotation.spans[0]);
    unpaired.sort();
    story.quotations = joined;
    story.unpaired_marks = unpaired;
}

impl Quotation {
    fn beginning(quote: &Quote, block: usize) -> Self {
        Self { spans: vec![quote.span], inner: vec![quote.inner], kind: quote.kind, block }
    }

    /// The quotation with the next paragraph's piece; whole paragraphs are speech, whatever they look like.
    fn continued(mut self, quote: &Quote) -> Self {
        self.spans.push(quote.span);
        self.inner.push(quote.inner);
        self.kind = QuoteKind::Speech;
        self
    }

    /// From its first mark to its last.
    pub fn extent(&self) -> Span {
        self.spans[0].to(self.spans[self.spans.len() - 1])
    }
}

fn opening_mark(text: &str, quote: Span) -> Span {
    let mark = quote.of(text).chars().next().map_or(0, char::len_utf8);
    Span::new(quote.start, quote.start + mark as u32)
}
