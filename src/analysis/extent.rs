//! The stretches that a story is made of: what can be folded away, and what a selection grows to.

use super::Analysis;
use crate::draft::Place;
use crate::text::Span;

impl Analysis {
    /// What can be folded away: sections, lists, tables, block quotes, and quotations that run over paragraphs.
    pub fn folds(&self) -> Vec<Span> {
        let mut folds: Vec<Span> = self.sections().into_iter().map(|section| section.span).collect();
        folds.extend(self.groups());
        let running = self.story.quotations.iter().filter(|quotation| 1 < quotation.spans.len());
        folds.extend(running.map(|quotation| self.source_span(quotation.extent())));
        folds.sort();
        folds.dedup();
        folds
    }

    /// What a selection at `offset` grows to, from the narrowest to the whole file, each wider than the one before.
    ///
    /// `end` is the length of the file.
    pub fn selections(&self, offset: u32, end: u32) -> Vec<Span> {
        let mut spans = Vec::new();
        if let Some(at) = self.touched_offset(offset) {
            let inside = self.around(at);
            spans.extend(inside.into_iter().map(|span| self.source_span(span)));
        }
        spans.extend(self.sections().into_iter().map(|section| section.span));
        spans.push(Span::new(0, end));
        spans.retain(|span| span.start <= offset && offset <= span.end && !span.is_empty());
        spans.sort_by_key(|span| span.len());
        let mut widening: Vec<Span> = Vec::new();
        for span in spans {
            if widening.last().is_none_or(|last| *last != span && span.covers(*last)) {
                widening.push(span);
            }
        }
        widening
    }

    /// What stands around `at` in the story: word, number, figure, quotation, sentence, paragraph.
    fn around(&self, at: u32) -> Vec<Span> {
        let Some(block) = self.story.blocks.get(self.story.block_at(at)) else { return Vec::new() };
        let by = block.span.start;
        let mentions = &block.mentions;
        let touching = |span: &Span| span.start <= at && at <= span.end;
        let is_word = |span: &Span| self.story.text_of(*span).starts_with(char::is_alphanumeric);
        // A place between a word and its full stop belongs to the word.
        let tokens = mentions.tokens.iter().map(|token| token.span.shifted(by)).filter(touching);
        let word = tokens.max_by_key(is_word);
        let figures = mentions.figures.iter().flat_map(|figure| [figure.number, figure.span]);
        let quotes = mentions.quotes.all.iter().flat_map(|quote| [quote.inner, quote.span]);
        let sentences = mentions.sentences.iter().copied();
        let all = figures.chain(quotes).chain(sentences).map(|span| span.shifted(by)).filter(touching);
        word.into_iter().chain(all).chain([block.span]).collect()
    }

    /// The extents of lists, tables and block quotes of more than one block.
    fn groups(&self) -> Vec<Span> {
        let mut groups = Vec::new();
        let mut last = None;
        let mut extent: Option<(Span, usize)> = None;
        for block in &self.story.blocks {
            let group = group_of(block.place);
            let span = self.source_span(block.span);
            extent = match extent {
                Some((before, count)) if group.is_some() && group == last => Some((before.to(span), count + 1)),
                done => {
                    groups.extend(done);
                    group.map(|_| (span, 1))
                }
            };
            last = group;
        }
        groups.extend(extent);
        groups.into_iter().filter(|&(_, count)| 1 < count).map(|(span, _)| span).collect()
    }
}

fn group_of(place: Place) -> Option<(u8, u32)> {
    match place {
        Place::Flow => None,
        Place::Item { list, .. } => Some((0, list)),
        Place::Cell { table, .. } => Some((1, table)),
        Place::Quote { quote } => Some((2, quote)),
    }
}
