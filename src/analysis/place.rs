//! Tells what stands at a place of the file: the claim, the source, the words that tie them.

use super::Analysis;
use crate::story::{ClaimId, ClaimKind, SourceId};
use crate::text::Span;

/// Something in the story that a reporter can point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A figure, a quote or a statement.
    Claim(ClaimId),
    /// Words that name a source.
    Source(SourceId),
}

impl Analysis {
    /// What stands at the byte at `offset` of the file, and its words in the story: the narrowest there is.
    ///
    /// A place between two things belongs to the one behind it, and the end of a word still belongs to the word.
    pub fn subject_at(&self, offset: u32) -> Option<(Subject, Span)> {
        let at = self.touched_offset(offset)?;
        let figures = self.claims_touching(at).filter(|&(id, _)| self.is_figure(id));
        let quotes = self.claims_touching(at).filter(|&(id, _)| !self.is_figure(id));
        let subject = |(id, span)| (Subject::Claim(id), span);
        // "54 percent of voters" is a figure first and a source second; a name within a quote is a name.
        let narrow = figures.map(subject).chain(self.sources_touching(at));
        narrow.min_by_key(|(_, span)| span.len()).or_else(|| quotes.map(subject).min_by_key(|(_, span)| span.len()))
    }

    /// The source that is named at `offset` of the file, and the words that name it in the story.
    pub fn source_at(&self, offset: u32) -> Option<(SourceId, Span)> {
        let at = self.touched_offset(offset)?;
        let narrowest = self.sources_touching(at).min_by_key(|(_, span)| span.len());
        narrowest.and_then(|(subject, span)| match subject {
            Subject::Source(source) => Some((source, span)),
            Subject::Claim(_) => None,
        })
    }

    /// The offset in the story of the character at `offset` of the file, or of the end of the one before it.
    pub(super) fn touched_offset(&self, offset: u32) -> Option<u32> {
        self.story_offset(offset).or_else(|| {
            let before = self.story_offset(offset.checked_sub(1)?)?;
            let letter = self.story.text[before as usize..].chars().next()?;
            Some(before + letter.len_utf8() as u32)
        })
    }

    /// The claims whose words touch `at`, each with the piece that does.
    pub(super) fn claims_touching(&self, at: u32) -> impl Iterator<Item = (ClaimId, Span)> {
        let claims = self.story.claims.iter().enumerate();
        claims.filter_map(move |(id, claim)| {
            let piece = claim.spans.iter().find(|piece| touches(**piece, at))?;
            Some((ClaimId(id), *piece))
        })
    }

    pub(super) fn is_figure(&self, id: ClaimId) -> bool {
        matches!(self.story.claims[id.0].kind, ClaimKind::Figure(_))
    }

    fn sources_touching(&self, at: u32) -> impl Iterator<Item = (Subject, Span)> {
        let sources = self.story.sources.iter().enumerate();
        sources.filter_map(move |(id, source)| {
            let mention = source.mentions.iter().find(|mention| touches(**mention, at))?;
            Some((Subject::Source(SourceId(id)), *mention))
        })
    }
}

/// Whether `at` is within `span` or right behind it.
pub(super) fn touches(span: Span, at: u32) -> bool {
    span.start <= at && at <= span.end
}
