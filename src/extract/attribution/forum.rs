//! What is said before a court, an inquest or a committee: "The court heard that …", "jurors were told that …".

use std::ops::Range;

use super::AttributionKind;
use super::clause::{Clause, found};
use super::cue::VerbCue;
use super::found::Found;
use super::tag::Tag;
use crate::language::Class;

impl Clause<'_, '_> {
    /// The attribution to the forum that hears what is said; `None` where nobody of the kind listens.
    pub(super) fn read_heard(&self, verb: usize) -> Option<Found> {
        let passage = self.passage;
        if !passage.tag(verb).is_verb() {
            return None;
        }
        let hears = passage.is_word(verb, "heard") || passage.is_word(verb, "hears");
        let is_told = passage.is_word(verb, "told");
        if !(hears || is_told) {
            return None;
        }
        let cue = passage.verb_group(verb, self.sentence.start);
        // "Parliament was told by Ruiz that …": she says it.
        if passage.is_word(cue.group.end, "by") {
            return None;
        }
        let subject = self.subject(&cue).filter(|subject| cue.passive == is_told && self.is_forum(&subject.phrase))?;
        // "He left £260,000, the court heard: £130,000 to his niece"
        if let Some(listing) = self.read_listing(&cue, &subject) {
            return Some(listing);
        }
        let behind = passage.past_adjuncts(&cue, cue.group.end, self.sentence.end);
        match self.heard_from(&cue, behind) {
            Some(content) => Some(found(&cue, AttributionKind::Speech).by(subject.phrase).saying(content)),
            None if self.sentence.end <= behind || matches!(passage.tag(behind), Tag::Comma | Tag::Stop) => {
                let closed = self.close_over(&cue, subject, behind)?;
                Some(Found { kind: AttributionKind::Speech, ..closed })
            }
            None => None,
        }
    }

    /// What stands behind the verb: a clause or a quotation. A thing alone is no statement: "heard the case".
    fn heard_from(&self, cue: &VerbCue, behind: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let start = if passage.tag(behind) == Tag::Colon { behind + 1 } else { behind };
        if self.sentence.end <= start || !passage.tag(start).opens_clause() {
            return None;
        }
        let end = passage.content_end(start, self.sentence.end, self.reach(cue, None, start));
        let is_statement = matches!(passage.tag(start), Tag::That | Tag::Quote | Tag::Subordinator)
            || (start..end).any(|at| passage.tag(at).is_finite());
        (is_statement && start < end).then_some(start..end)
    }

    fn is_forum(&self, phrase: &Range<usize>) -> bool {
        let core = phrase.clone().take_while(|&at| self.passage.tag(at) != Tag::Preposition);
        core.last().is_some_and(|head| self.passage.is(head, Class::Forum))
    }
}
