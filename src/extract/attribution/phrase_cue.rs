//! Cues that are no verbs: "according to", "his claim that", "in Ruiz's words", a colon.

use std::ops::Range;

use super::AttributionKind;
use super::content::Reach;
use super::found::Found;
use super::item::Passage;
use super::tag::Tag;
use crate::language::Class;

impl Passage<'_> {
    /// "according to | Ruiz": what stands before it, behind its comma, or on both sides.
    pub(super) fn read_according(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if !self.is_word(at, "according") || self.tag(at + 1) != Tag::To {
            return None;
        }
        let source = self.phrase_from(at + 2, sentence.end)?;
        let mut content = Vec::new();
        let first = (sentence.start..at)
            .find(|&at| !matches!(self.tag(at), Tag::Coordinator | Tag::Comma | Tag::Mark | Tag::Dash));
        if let Some(first) = first {
            let end = if self.tag(at - 1) == Tag::Comma || self.tag(at - 1) == Tag::Dash { at - 1 } else { at };
            if first < end {
                content.push(first..end);
            }
        }
        if let Some(rest) = self.behind_according(source.end, sentence, !content.is_empty()) {
            content.push(rest);
        }
        let found = Found::new(AttributionKind::Speech, at..at + 2).by(source);
        (!content.is_empty()).then(|| found.saying_all(content))
    }

    /// The clause behind the source and its apposition; where something stands before the cue,
    /// only what goes straight on.
    fn behind_according(&self, source_end: usize, sentence: &Range<usize>, interrupts: bool) -> Option<Range<usize>> {
        let comma = (source_end..sentence.end.min(source_end + 40)).find(|&at| self.tag(at) == Tag::Comma)?;
        let next = comma + 1;
        let goes_on =
            !interrupts || (comma == source_end && (self.tag(next).is_finite() || self.tag(next) == Tag::Quote));
        if !goes_on || matches!(self.tag(next), Tag::Relative) {
            return None;
        }
        let end = self.content_end(next, sentence.end, Reach::Clause);
        (next < end).then_some(next..end)
    }

    /// "In a poll last week, | 54 percent …": a document that the sentence opens with speaks.
    pub(super) fn read_document_phrase(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if at != sentence.start || !self.is_word(at, "in") {
            return None;
        }
        let source = self.phrase_from(at + 1, sentence.end)?;
        let is_document = source
            .clone()
            .take_while(|&at| self.tag(at) != Tag::Preposition)
            .any(|at| self.is(at, Class::Document) && self.tag(at) != Tag::Owner);
        if !is_document {
            return None;
        }
        // "In its report the bank put …": no comma parts the document from what it says.
        let goes_on = matches!(self.tag(source.end), Tag::Determiner | Tag::Pronoun);
        let content = if goes_on {
            source.end..self.content_end(source.end, sentence.end, Reach::Clause)
        } else {
            self.behind_according(source.end, sentence, false)?
        };
        let is_claimed = content
            .clone()
            .any(|at| self.tag(at).is_verb() && self.items[at].classes.has_any(&[Class::Say, Class::Tell]));
        let found = Found::new(AttributionKind::Speech, at..at + 1).by(source);
        (!is_claimed).then(|| found.saying(content))
    }

    /// "his claim | that the bridge is sound", "fears | that it is not".
    pub(super) fn read_claim_noun(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if !self.is(at, Class::ClaimNoun) || !matches!(self.tag(at), Tag::Noun) {
            return None;
        }
        let end = self.content_end(at + 1, sentence.end, Reach::Object);
        let source = self.owner_before(at, sentence.start);
        let takes = match self.tag(at + 1) {
            Tag::That => true,
            Tag::To => source.is_some() && self.tag(at + 2) == Tag::Base,
            _ => false,
        };
        let found = Found { source, ..Found::new(AttributionKind::Speech, at..at + 1) };
        (takes && at + 2 < end).then(|| found.saying(at + 1..end))
    }

    /// "his | claim", "Ruiz's latest | claim".
    fn owner_before(&self, noun: usize, floor: usize) -> Option<Range<usize>> {
        let mut at = noun;
        while floor < at && noun - at < 4 {
            at -= 1;
            if self.is(at, Class::Possessive) && self.tag(at) == Tag::Determiner {
                return Some(at..at + 1);
            }
            if self.tag(at) == Tag::Owner {
                return self.phrase_before(at, floor);
            }
            if !matches!(self.tag(at), Tag::Noun | Tag::Time) {
                return None;
            }
        }
        None
    }
}
