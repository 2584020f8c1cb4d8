//! Clauses of saying in an order of their own: the verb before its subject, or a list behind the verb.

use super::AttributionKind;
use super::clause::{Clause, found};
use super::content::Reach;
use super::cue::VerbCue;
use super::found::Found;
use super::subject::Subject;
use super::tag::Tag;
use crate::language::Class;

/// Fewer items before a comma are no clause.
const FEWEST_OF_CLAUSE: usize = 3;

/// What is told of a speaker before the quotation is no longer.
const LONGEST_ASIDE: usize = 24;

impl Clause<'_, '_> {
    /// "Said | Ruiz, “No.”", "Says | Ruiz: “No.”": the verb opens the sentence.
    pub(super) fn read_opening(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let verb = &passage.items[cue.verb];
        if cue.verb != self.sentence.start || !verb.is(Class::Say) || !matches!(verb.tag, Tag::Past | Tag::Third) {
            return None;
        }
        let source = passage.phrase_from(cue.verb + 1, self.sentence.end).filter(|source| passage.can_speak(source))?;
        // "Said Dora Moss, who grew up with him, “…”"
        let close = self.sentence.end.min(source.end + LONGEST_ASIDE);
        let quote = (source.end + 1..close).find(|&at| passage.tag(at) == Tag::Quote)?;
        let is_mark = |at: usize| matches!(passage.tag(at), Tag::Comma | Tag::Colon);
        let leads = is_mark(source.end) && is_mark(quote - 1);
        leads.then(|| found(cue, AttributionKind::Speech).by(source).saying(quote..quote + 1))
    }

    /// "The yard has 40 berths, | its books say | : 12 for yachts and 28 for boats": a clause before, and its parts behind.
    pub(super) fn read_listing(&self, cue: &VerbCue, subject: &Subject) -> Option<Found> {
        let passage = self.passage;
        let colon = cue.group.end;
        let lists = passage.tag(colon) == Tag::Colon
            && colon + 1 < self.sentence.end
            && passage.tag(colon + 1) != Tag::Quote
            && passage.tag_before(subject.start, &self.sentence) == Tag::Comma;
        let floor = self.before_floor(subject.start);
        // Whatever the verb is: "On Friday, the report says: 12 berths" has none.
        let dates =
            matches!(passage.tag(floor), Tag::Preposition | Tag::Subordinator | Tag::Time | Tag::To | Tag::Adverb);
        let is_clause = lists && !dates && floor + FEWEST_OF_CLAUSE < subject.start;
        let found = is_clause.then(|| self.close_over(cue, subject.clone(), colon)).flatten()?;
        let end = passage.content_end(colon + 1, self.sentence.end, Reach::Clause).max(colon + 2);
        Some(Found { kind: AttributionKind::Speech, ..found.saying(colon + 1..end) })
    }
}
