//! Leads from a claim to its source and back, and from a figure to where it is repeated.

use super::Analysis;
use super::place::Subject;
use crate::story::{ClaimId, SourceId};
use crate::text::Span;

/// What a highlighted stretch is to the one that is pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The same figure, or the same source.
    Same,
    /// Who says it.
    Source,
    /// What is said.
    Claim,
}

impl Analysis {
    /// Where the source of what stands at `offset` of the file is named in full: first for the claim at hand,
    /// otherwise for the first time. `None` where nothing is claimed, or by nobody.
    pub fn definition(&self, offset: u32) -> Option<Span> {
        let (subject, words) = self.subject_at(offset)?;
        let named = match subject {
            Subject::Claim(claim) => {
                let held = &self.story.claims[claim.0].attribution;
                held.source.and_then(|source| self.introduction(source, held.source_span)).or(held.source_span)?
            }
            Subject::Source(source) => self.introduction(source, Some(words))?,
        };
        Some(self.source_span(named))
    }

    /// All places that belong to what stands at `offset` of the file, in order: what a source is cited for
    /// and where it is named; a figure and where it is repeated; a quote and what else its source says.
    pub fn references(&self, offset: u32, with_declaration: bool) -> Vec<Span> {
        let Some((subject, words)) = self.subject_at(offset) else { return Vec::new() };
        let mut places: Vec<Span> = match subject {
            Subject::Source(source) => self.cited(source),
            Subject::Claim(claim) if self.is_figure(claim) => {
                let repeats = self.repeats_of(claim).into_iter().chain([claim]);
                repeats.map(|id| self.story.claims[id.0].spans[0]).collect()
            }
            Subject::Claim(claim) => match self.story.claims[claim.0].attribution.source {
                Some(source) => self.cited(source),
                None => vec![words],
            },
        };
        if with_declaration && let Subject::Source(source) = subject {
            places.extend(&self.story.source(source).mentions);
        }
        places.sort();
        places.dedup();
        places.into_iter().map(|span| self.source_span(span)).collect()
    }

    /// What belongs to what stands at `offset` of the file, for marking while the cursor rests on it.
    pub fn highlights(&self, offset: u32) -> Vec<(Span, Tie)> {
        let Some((subject, _)) = self.subject_at(offset) else { return Vec::new() };
        let mut places: Vec<(Span, Tie)> = match subject {
            Subject::Source(source) => {
                let mentions = self.story.source(source).mentions.iter().map(|&span| (span, Tie::Same));
                mentions.chain(self.cited(source).into_iter().map(|span| (span, Tie::Claim))).collect()
            }
            Subject::Claim(id) => {
                let claim = &self.story.claims[id.0];
                let named = claim.attribution.source_span.map(|span| (span, Tie::Source));
                let repeats = self.repeats_of(id).into_iter().map(|id| (self.story.claims[id.0].spans[0], Tie::Same));
                claim.spans.iter().map(|&span| (span, Tie::Same)).chain(repeats).chain(named).collect()
            }
        };
        places.sort_by_key(|&(span, _)| span);
        places.dedup();
        places.into_iter().map(|(span, tie)| (self.source_span(span), tie)).collect()
    }

    /// The words that name `source` where its claim stands, unless they only point back to a fuller name.
    fn introduction(&self, source: SourceId, here: Option<Span>) -> Option<Span> {
        let source = self.story.source(source);
        let names_it = |span: &Span| self.story.text_of(*span).contains(&source.name);
        here.filter(names_it)
            .or_else(|| source.mentions.iter().copied().find(names_it))
            .or_else(|| source.mentions.first().copied())
    }

    /// The words of every claim that `source` makes.
    fn cited(&self, source: SourceId) -> Vec<Span> {
        let said = (0..self.story.claims.len()).map(ClaimId).filter(|id| {
            let held = &self.story.claims[id.0].attribution;
            held.source == Some(source) || held.via == Some(source)
        });
        said.flat_map(|id| self.story.claims[id.0].spans.iter().copied()).collect()
    }
}
