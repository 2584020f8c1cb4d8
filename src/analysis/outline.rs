//! The story as an outline: headline, sections, and the claims in each.

use super::Analysis;
use super::asked::Asked;
use super::wording::{shorten, source_kind, standing};
use crate::draft::Role;
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

    /// The headline and the subheads, each with what follows it.
    pub(super) fn sections(&self) -> Vec<Entry> {
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

    /// How much the story has of each: what a reporter sees above it.
    pub fn tally(&self) -> Tally {
        let claims = &self.story.claims;
        Tally { claims: claims.len(), sources: self.story.sources.len(), asked: self.asked() }
    }

    /// The sources and figures of the story, each with what it is and its place in the file.
    pub fn symbols(&self) -> Vec<Entry> {
        let sources = self.story.sources.iter().filter_map(|source| {
            let span = self.source_span(*source.mentions.first()?);
            let detail = source_kind(source.kind).to_owned();
            let (name, entries) = (source.name.clone(), Vec::new());
            Some(Entry { part: Part::Source, name, detail, span, selection: span, entries })
        });
        let figures = self.story.figure_claims().map(|(id, _, _)| self.claim_entry(id));
        sources.chain(figures).collect()
    }
}

/// What a story has of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Figures, quotes and statements.
    pub claims: usize,
    /// Everybody who is cited.
    pub sources: usize,
    /// What the desk asks about them.
    pub asked: Asked,
}

/// Puts `entry` into the last entry that covers it, as deep as it goes. Claims come widest first.
fn nest(entries: &mut Vec<Entry>, entry: Entry) {
    match entries.last_mut() {
        Some(last) if last.span.covers(entry.span) && last.span != entry.span => nest(&mut last.entries, entry),
        _ => entries.push(entry),
    }
}
