//! Whose words the clause of a cue gives: its subject, or that of the clause it hangs on.

use std::ops::Range;

use super::clause::{Clause, FARTHEST_QUOTE};
use super::cue::VerbCue;
use super::found::Found;
use super::subject::Subject;
use super::tag::Tag;
use crate::language::Class;

impl Clause<'_, '_> {
    /// The subject of an active verb: before it, or, for "and said" and ", saying", that of the clause.
    pub(super) fn subject(&self, cue: &VerbCue) -> Option<Subject> {
        let passage = self.passage;
        let floor = self.sentence.start;
        let group = cue.group.start;
        let far = |phrase: Range<usize>| Subject { phrase, start: group };
        let left = passage.tag_before(group, &self.sentence);
        if passage.tag(cue.verb) == Tag::Ing && !passage.tag(group).is_auxiliary() {
            return self.participle_subject(cue).or_else(|| self.shared_subject(group).map(far));
        }
        if passage.contracted(group).is_some() {
            return Some(Subject { phrase: group..group + 1, start: group });
        }
        if let Some(phrase) = self.subject_over_relative(group) {
            return Some(Subject { start: phrase.start, phrase });
        }
        match left {
            Tag::Coordinator => self.last_source().or_else(|| self.main_subject(group)).map(far),
            Tag::To | Tag::Stop | Tag::Subordinator | Tag::Preposition => self.main_subject(group).map(far),
            // Over an apposition the subject may stand before a cue of its own: "Ruiz, who opposes the plan, said".
            Tag::Comma | Tag::Dash | Tag::Close => {
                passage.subject_before(cue, floor).or_else(|| self.last_source().map(far))
            }
            _ => passage
                .subject_before(cue, floor.max(self.behind_last_cue_of_clause(group)))
                .or_else(|| passage.subject_of_relative(group, floor).map(far))
                .or_else(|| self.last_source().map(far)),
        }
    }

    /// "a councillor | who backed the budget | said": whoever the relative clause that has just ended describes.
    fn subject_over_relative(&self, group: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let last = self.found.last()?;
        let relative = last.source.as_ref().filter(|source| passage.tag(source.start) == Tag::Relative)?.start;
        let ends_here = last.content.last().is_some_and(|piece| piece.end == group);
        let is_close = passage.tag_before(relative, &self.sentence).is_nominal();
        (ends_here && is_close).then(|| passage.phrase_before(relative, self.sentence.start)).flatten()
    }

    /// "a report | saying", "footage of Ruiz | saying": the phrase right before, where it can have words.
    fn participle_subject(&self, cue: &VerbCue) -> Option<Subject> {
        let passage = self.passage;
        let group = cue.group.start;
        if !passage.tag_before(group, &self.sentence).is_nominal() || self.follows_comma(group) {
            return None;
        }
        let phrase = passage.phrase_before(group, self.sentence.start)?;
        let phrase = self.letter_to(&phrase).unwrap_or(phrase);
        let speaks = passage.items[cue.verb].classes.has_any(&[Class::Say, Class::Show]);
        // Behind other verbs a name is an object: "spent the day with Ruiz attacking the plan".
        let is_named = phrase.clone().any(|at| passage.tag(at) == Tag::Name);
        let accepted = passage.can_speak(&phrase) && !self.is_issued(&phrase) && (speaks || !is_named);
        accepted.then_some(Subject { start: phrase.start, phrase })
    }

    /// ", | saying", "by | saying": whoever the clause around is about.
    fn shared_subject(&self, group: usize) -> Option<Range<usize>> {
        let speaker = if self.follows_comma(group) { self.last_source() } else { None };
        speaker
            .or_else(|| self.main_subject(group))
            .or_else(|| self.last_source())
            .or_else(|| self.interrupted_subject(group))
            .or_else(|| self.following_subject(group))
    }

    /// Whether a comma stands before `at`, be it within the marks of a quotation: "in the spot “Wake Up,” | warning".
    fn follows_comma(&self, at: usize) -> bool {
        let left = at.checked_sub(1).filter(|&left| self.sentence.start <= left);
        left.is_some_and(|left| {
            self.passage.tag(left) == Tag::Comma || self.passage.is_quotation(left) && self.passage.ends_in_comma(left)
        })
    }

    /// "a message | to supporters | saying": the paper that is sent to them.
    fn letter_to(&self, readers: &Range<usize>) -> Option<Range<usize>> {
        let to = readers.start.checked_sub(1).filter(|&to| self.passage.tag(to) == Tag::To)?;
        let paper = self.passage.phrase_before(to, self.sentence.start)?;
        self.is_letter(paper.end - 1).then_some(paper)
    }

    /// "released | a statement | saying", "put out | a statement | saying": the statement is whose who released it.
    fn is_issued(&self, phrase: &Range<usize>) -> bool {
        let passage = self.passage;
        let particle = usize::from(passage.tag_before(phrase.start, &self.sentence) == Tag::Adverb);
        let before = passage.tag_before(phrase.start - particle, &self.sentence);
        before.is_verb() && phrase.clone().any(|at| self.is_letter(at))
    }

    /// Whether the word is one for what somebody writes or sends.
    fn is_letter(&self, at: usize) -> bool {
        self.passage.is(at, Class::Document) || self.passage.is_any(at, &["message", "messages"])
    }

    fn behind_last_cue_of_clause(&self, group: usize) -> usize {
        self.found.last().map_or(self.sentence.start, |found| found.cue.end).min(group)
    }

    /// The source of the last attribution in the sentence that stands in no other's content and hangs on no noun.
    fn last_source(&self) -> Option<Range<usize>> {
        let is_nested = |found: &Found| {
            self.found.iter().any(|other| other.content.iter().any(|piece| piece.contains(&found.cue.start)))
        };
        let sources =
            self.found.iter().rev().filter(|found| !is_nested(found)).filter_map(|found| found.source.clone());
        sources
            .clone()
            .find(|source| self.passage.tag(source.start) != Tag::Relative)
            .or_else(|| self.found.first()?.source.clone())
    }

    /// The subject of the clause that `group` hangs on: of the nearest finite verb before it whose clause
    /// hangs on no other.
    pub(super) fn main_subject(&self, group: usize) -> Option<Range<usize>> {
        let floor = self.sentence.start.max(group.saturating_sub(FARTHEST_QUOTE));
        let main = (floor + 1..group).rev().find_map(|at| self.clause_subject(at, floor));
        // "So many carts stood there that | Deputy Moss | put out cones and said": carts say nothing.
        let is_dumb =
            main.as_ref().is_some_and(|main| !self.passage.can_speak(main) || self.passage.is_word(floor, "so"));
        let named = is_dumb.then(|| self.named_in_result(group, floor)).flatten();
        named.or(main)
    }

    /// Whoever is named right behind the nearest "that" before `group`, and does something.
    fn named_in_result(&self, group: usize, floor: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let that = (floor + 1..group).rev().find(|&at| passage.tag(at) == Tag::That)?;
        let phrase = passage.phrase_from(that + 1, group)?;
        let is_named = phrase.clone().any(|at| passage.tag(at) == Tag::Name);
        (is_named && passage.can_speak(&phrase) && passage.tag(phrase.end).is_finite()).then_some(phrase)
    }

    /// The subject of the finite verb group that begins at `at`; `None` where another clause holds it
    /// ("said | he would", "what | he called").
    fn clause_subject(&self, at: usize, floor: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let before = passage.tag(at - 1);
        let heads_clause = passage.tag(at).is_finite()
            && (before.is_nominal()
                || matches!(before, Tag::Pronoun | Tag::Adverb | Tag::Comma | Tag::Close | Tag::Time));
        if !heads_clause {
            return None;
        }
        let start = if before == Tag::Adverb { at - 1 } else { at };
        let verb = VerbCue { group: start..at + 1, verb: at, passive: false };
        let phrase = passage.subject_before(&verb, floor)?.phrase;
        let holder = passage.tag_before(phrase.start, &self.sentence);
        let hangs = matches!(holder, Tag::That | Tag::Relative | Tag::Subordinator) && floor + 1 < phrase.start
            || holder.is_verb();
        (!hangs && passage.tag(phrase.start) != Tag::Relative).then_some(phrase)
    }

    /// "Ruiz, | citing the report, said": the phrase before the comma.
    fn interrupted_subject(&self, group: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        if passage.tag_before(group, &self.sentence) != Tag::Comma {
            return None;
        }
        passage.phrase_before(group - 1, self.sentence.start).filter(|phrase| passage.can_speak(phrase))
    }

    /// "Speaking in Millbrook, | Ruiz said": the phrase behind the comma.
    fn following_subject(&self, group: usize) -> Option<Range<usize>> {
        let ceiling = self.sentence.end.min(group + FARTHEST_QUOTE);
        let comma = (group..ceiling).find(|&at| {
            matches!(self.passage.tag(at), Tag::Comma | Tag::Quote) && self.passage.tag(at + 1) != Tag::Quote
        })?;
        self.passage.phrase_from(comma + 1, ceiling)
    }
}
