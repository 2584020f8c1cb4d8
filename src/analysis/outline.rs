//! The story as an outline: headline, sections, and the claims in each. Also what can be folded,
//! and what a selection grows to.

use super::Analysis;
use super::card::claim_kind;
use super::wording::{shorten, standing};
use crate::draft::{Place, Role};
use crate::extract::Quote;
use crate::story::{ClaimId, ClaimKind};
use crate::text::Span;

/// How much of a claim an outline shows.
const SHOWN: usize = 60;

/// What an entry of an outline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The headline and what follows it up to the first subhead.
    Story,
    /// A subhead and what follows it.
    Section,
    /// A number that the story reports.
    Figure,
    /// Somebody's very words.
    Quote,
    /// Somebody's words in the reporter's.
    Statement,
    /// Somebody or something that is cited.
    Source,
}

/// An entry of an outline. All spans are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it stands for.
    pub part: Part,
    /// Its words, cut where they are long.
    pub name: String,
    /// Who says it, or that nobody does; empty for a section.
    pub detail: String,
    /// All of it, its entries included.
    pub span: Span,
    /// The words that name it.
    pub selection: Span,
    /// What stands in it, in order.
    pub entries: Vec<Entry>,
}

impl Analysis {
    /// The story's outline, in order.
    pub fn outline(&self) -> Vec<Entry> {
        let mut sections = self.sections();
        let mut loose = Vec::new();
        for id in 0..self.story.claims.len() {
            let entry = self.claim_entry(ClaimId(id));
            let within = sections.iter_mut().rev().find(|section| section.span.covers(entry.span));
            nest(within.map_or(&mut loose, |section| &mut section.entries), entry);
        }
        loose.append(&mut sections);
        loose.sort_by_key(|entry| entry.span.start);
        loose
    }

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
        let words = mentions.tokens.iter().map(|token| token.span);
        let figures = mentions.figures.iter().flat_map(|figure| [figure.number, figure.span]);
        let quotes = mentions.quotes.all.iter().flat_map(|quote: &Quote| [quote.inner, quote.span]);
        let sentences = mentions.sentences.iter().copied();
        let all = words.chain(figures).chain(quotes).chain(sentences).map(|span| span.shifted(by));
        let touching = |span: &Span| span.start <= at && at <= span.end;
        // A place between a word and its full stop belongs to the word.
        let mut around: Vec<Span> = all.filter(touching).collect();
        around.sort_by_key(|span| (span.len(), span.end <= at));
        around.push(block.span);
        around
    }

    /// The headline and the subheads, each with what follows it.
    fn sections(&self) -> Vec<Entry> {
        let heads = self.story.blocks.iter().enumerate();
        let heads: Vec<usize> = heads
            .filter(|(_, block)| matches!(block.role, Role::Headline | Role::Subhead))
            .map(|(number, _)| number)
            .collect();
        let ends = heads.iter().skip(1).copied().chain([self.story.blocks.len()]);
        heads.iter().zip(ends).map(|(&head, end)| self.section(head, end)).collect()
    }

    fn section(&self, head: usize, end: usize) -> Entry {
        let block = &self.story.blocks[head];
        let selection = self.source_span(block.span);
        let inside = self.story.blocks[head..end].iter().map(|block| self.source_span(block.span));
        Entry {
            part: if block.role == Role::Headline { Part::Story } else { Part::Section },
            name: shorten(self.story.text_of(block.span), SHOWN),
            detail: String::new(),
            span: inside.fold(selection, Span::to),
            selection,
            entries: Vec::new(),
        }
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

    fn claim_entry(&self, id: ClaimId) -> Entry {
        let claim = &self.story.claims[id.0];
        let pieces: Vec<Span> = claim.spans.iter().map(|&span| self.source_span(span)).collect();
        let source = claim.attribution.source.map(|source| self.story.source(source).name.clone());
        Entry {
            part: match claim.kind {
                ClaimKind::Figure(_) => Part::Figure,
                ClaimKind::Quote => Part::Quote,
                ClaimKind::Statement => Part::Statement,
            },
            name: shorten(&self.claim_text(id), SHOWN),
            detail: source.unwrap_or_else(|| standing(claim.attribution.standing).to_owned()),
            span: pieces.iter().copied().fold(pieces[0], Span::to),
            selection: pieces[0],
            entries: Vec::new(),
        }
    }

    /// What the story has, in one line: "42 claims · 7 sources · 3 unattributed".
    pub fn tally(&self) -> Tally {
        use crate::story::Standing::Unattributed;
        let claims = &self.story.claims;
        Tally {
            claims: claims.len(),
            sources: self.story.sources.len(),
            unattributed: claims.iter().filter(|claim| claim.attribution.standing == Unattributed).count(),
        }
    }

    /// The sources and figures of the story, each with what it is and its place in the file.
    pub fn symbols(&self) -> Vec<Entry> {
        let sources = self.story.sources.iter().filter_map(|source| {
            let span = self.source_span(*source.mentions.first()?);
            let detail = super::wording::source_kind(source.kind).to_owned();
            let (name, entries) = (source.name.clone(), Vec::new());
            Some(Entry { part: Part::Source, name, detail, span, selection: span, entries })
        });
        let figures = self.story.figure_claims().map(|(id, _, _)| self.claim_entry(id));
        sources.chain(figures).collect()
    }

    /// What kind of claim it is, as the ledger names it.
    pub fn claim_kind(&self, id: ClaimId) -> &'static str {
        claim_kind(self.story.claims[id.0].kind)
    }
}

/// What a story has of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Figures, quotes and statements.
    pub claims: usize,
    /// Everybody who is cited.
    pub sources: usize,
    /// Claims that nobody makes.
    pub unattributed: usize,
}

/// Puts `entry` into the last entry that covers it, as deep as it goes. Claims come widest first.
fn nest(entries: &mut Vec<Entry>, entry: Entry) {
    match entries.last_mut() {
        Some(last) if last.span.covers(entry.span) && last.span != entry.span => nest(&mut last.entries, entry),
        _ => entries.push(entry),
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
