//! Words beside a cue that are not what was said, but when, to whom or who says it.

use std::ops::Range;

use super::clause::Clause;
use super::cue::VerbCue;
use super::subject::Subject;
use super::tag::Tag;
use crate::language::{Class, WordList};

/// What says when, and not what, behind a verb of saying.
const DATING: WordList = WordList::of(&["after", "as", "before", "when", "while"]);

impl Clause<'_, '_> {
    /// "A halt would be right, | Cross said | after the vote": what stands before is a clause, what follows says when.
    pub(super) fn only_dates(&self, subject: Option<&Subject>, start: usize) -> bool {
        let passage = self.passage;
        let dates = passage.is_listed(start, &DATING);
        let Some(subject) = subject.filter(|_| dates && passage.tag(start) == Tag::Subordinator) else { return false };
        // "said | as much"
        if passage.is_word(start, "as") && !(start..self.sentence.end).any(|at| passage.tag(at).is_finite()) {
            return false;
        }
        self.follows_clause(subject)
    }

    /// "It cost 94 crowns, | Cross told | a room so full that …", "… told a hall that seats 200": whom somebody told has
    /// no name, and what follows says who that was.
    pub(super) fn only_describes(&self, cue: &VerbCue, subject: Option<&Subject>, start: usize) -> bool {
        const LONGEST: usize = 6;
        let passage = self.passage;
        let addressee = cue.group.end..start;
        // Asked first: few tell.
        if !passage.is(cue.verb, Class::Tell) {
            return false;
        }
        let is_any = passage.is_any(addressee.start, &["a", "an"]) && addressee.len() <= LONGEST;
        // "A room so | full that …": the words behind "so" are taken for what was told.
        let is_so = (addressee.start..=start).any(|at| passage.is_any(at, &["so", "such"]));
        let is_relative = passage.tag(start) == Tag::That || passage.is_word(start, "that");
        is_any && (is_so || is_relative) && subject.is_some_and(|subject| self.follows_clause(subject))
    }

    /// Whether a clause stands before the subject, up to a comma: "The mine is shut, | Cross | said".
    fn follows_clause(&self, subject: &Subject) -> bool {
        let passage = self.passage;
        let opens = passage.tag(self.sentence.start);
        let floor = self.before_floor(subject.start);
        passage.tag_before(subject.start, &self.sentence) == Tag::Comma
            && !matches!(opens, Tag::Subordinator | Tag::Preposition | Tag::To | Tag::Ing | Tag::Past)
            && (floor..subject.start).any(|at| passage.tag(at).is_finite())
    }

    /// "Cross, who mended the bus, | said | the driver, Jon Holm, had come": what stands before is whoever speaks, and
    /// nothing said.
    pub(super) fn is_described_subject(&self, before: &Range<usize>) -> bool {
        let passage = self.passage;
        let Some(phrase) = passage.phrase_from(before.start, before.end) else { return false };
        let relates = passage.tag(phrase.end) == Tag::Comma && passage.tag(phrase.end + 1) == Tag::Relative;
        let is_name = passage.tag(phrase.end - 1) == Tag::Name;
        relates && is_name && !(phrase.end + 1..before.end).any(|at| passage.tag(at) == Tag::Comma)
    }

    /// "Its head, Ida Moe, | said | the 640 workers at the mills, in Holm and Tarn, would stay": nothing is said where no
    /// verb stands before, and what stands behind has a verb of its own.
    pub(super) fn is_apposed_subject(&self, before: &Range<usize>, behind: usize) -> bool {
        let passage = self.passage;
        let acts = |at: usize| passage.tag(at).is_finite();
        passage.tag(before.end - 1) == Tag::Name
            && !before.clone().any(|at| acts(at) || passage.tag(at) == Tag::Quote)
            && (behind..self.sentence.end).any(acts)
    }
}
