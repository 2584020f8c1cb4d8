//! Quotations that end in a comma: whatever verb follows, it says who spoke: "“Go back,” Ruiz barked".

use std::ops::Range;

use super::AttributionKind;
use super::found::Found;
use super::item::Passage;
use super::tag::Tag;
use crate::language::Class;

impl Passage<'_> {
    /// The speaker of a quotation that opens the sentence and that no known cue has claimed.
    ///
    /// A comma within the closing mark promises a speaker, so that the verb need not be one of saying.
    pub(super) fn read_spoken(&self, sentence: &Range<usize>, found: &[Found]) -> Option<Found> {
        let quote = self
            .opening_quote(sentence)
            .filter(|&quote| self.ends_in_comma(quote) || self.cries_out(quote, sentence))?;
        if found.iter().any(|found| found.covers(quote)) {
            return None;
        }
        let (source, verb) = self.speaks_after(quote + 1, sentence.end).or_else(|| {
            // "“Profiling?” reacted | Ruiz"
            let source = self.phrase_from(quote + 2, sentence.end)?;
            let named = self.tag(quote + 1) == Tag::Past && self.tag(source.start) == Tag::Name;
            named.then_some((source, quote + 1))
        })?;
        let is_free = !found.iter().any(|found| found.cue.contains(&verb));
        is_free.then(|| Found::new(AttributionKind::Speech, verb..verb + 1).by(source).saying(quote..quote + 1))
    }

    /// Who speaks from `start` on, and the verb: the next word, or a verb of saying behind an apposition.
    fn speaks_after(&self, start: usize, ceiling: usize) -> Option<(Range<usize>, usize)> {
        const LONGEST_APPOSITION: usize = 30;
        let source = self.phrase_from(start, ceiling).filter(|source| self.can_speak(source))?;
        if self.tag(source.start) == Tag::Object {
            return None;
        }
        let says = |at: &usize| {
            matches!(self.tag(*at), Tag::Past | Tag::Third)
                && self.items[*at].classes.has_any(&[Class::Say, Class::Tell])
        };
        let next = (source.end..ceiling).find(|&at| self.tag(at) != Tag::Adverb)?;
        let verb = match self.tag(next) {
            Tag::Past | Tag::Third => Some(next),
            Tag::Comma => (next + 1..ceiling.min(next + LONGEST_APPOSITION)).find(says),
            // "he mocks": a verb that no list knows.
            Tag::Noun if self.tag(source.start) == Tag::Pronoun && self.word(next).ends_with('s') => Some(next),
            _ => None,
        }?;
        Some((source, verb))
    }

    /// "“Is it true?” Hanley pressed.", "“Out!” the crowd chanted, and left": behind such a mark somebody and a verb
    /// that close the clause say who spoke.
    fn cries_out(&self, quote: usize, sentence: &Range<usize>) -> bool {
        let asks = self.word(quote).trim_end_matches(['"', '”', '’', '\'', ' ']).ends_with(['?', '!']);
        let name = self.phrase_from(quote + 1, sentence.end).filter(|name| self.can_speak(name));
        asks && name.is_some_and(|name| {
            self.tag(name.end) == Tag::Past
                && (sentence.end <= name.end + 1
                    || self.is_any(name.end + 1, &["back", "in", "on", "out"])
                    || matches!(self.tag(name.end + 1), Tag::Stop | Tag::Adverb | Tag::Comma))
        })
    }

    pub(super) fn ends_in_comma(&self, quote: usize) -> bool {
        self.word(quote).trim_end_matches(['"', '”', '’', '\'', ' ']).ends_with(',')
    }
}
