//! Quotations that go on: a sentence that is nothing but a quotation belongs to whoever spoke just before.

use std::ops::Range;

use super::AttributionKind;
use super::found::Found;
use super::item::Passage;
use super::tag::Tag;

impl Passage<'_> {
    /// Adds to each attribution the quotations that follow it in the paragraph without a cue of their own.
    /// `found` is sorted by cue.
    pub(super) fn continue_speech(&self, found: &mut [Found]) {
        let mut speaker: Option<usize> = None;
        let mut next = 0;
        for sentence in &self.sentences {
            let first = next;
            while found.get(next).is_some_and(|found| found.cue.start < sentence.end) {
                next += 1;
            }
            let woven = || self.woven_quote(sentence).filter(|&quote| self.leaves_to_speaker(quote, sentence));
            let opening = self.opening_quote(sentence).or_else(|| if first == next { woven() } else { None });
            let is_claimed = opening.is_some_and(|quote| found[first..next].iter().any(|found| found.covers(quote)));
            match (opening, speaker) {
                (Some(quote), Some(speaker)) if !is_claimed => found[speaker].content.push(quote..quote + 1),
                _ => {}
            }
            let spoke = (first..next)
                .rev()
                .find(|&number| self.quotes_somebody(&found[number]))
                .or_else(|| self.lone_speaker(&found[first..next]).map(|number| first + number));
            let goes_on = opening.is_some() && !is_claimed;
            speaker = spoke.or(speaker.filter(|_| goes_on));
        }
    }

    /// Who speaks in a sentence that reports without quoting: the first attribution to somebody.
    fn lone_speaker(&self, found: &[Found]) -> Option<usize> {
        found.iter().position(|found| {
            found.kind == AttributionKind::Speech && found.source.as_ref().is_some_and(|source| self.can_speak(source))
        })
    }

    /// The quotation that opens a sentence.
    pub(super) fn opening_quote(&self, sentence: &Range<usize>) -> Option<usize> {
        let first = sentence.clone().find(|&at| self.tag(at) != Tag::Mark)?;
        (self.tag(first) == Tag::Quote).then_some(first)
    }

    fn quotes_somebody(&self, found: &Found) -> bool {
        let ends_in_quote =
            |piece: &Range<usize>| self.tag(piece.end - 1) == Tag::Quote || self.tag(piece.start) == Tag::Quote;
        found.kind == AttributionKind::Speech
            && found.source.is_some()
            && (found.announces || found.content.iter().any(ends_in_quote))
    }
}
