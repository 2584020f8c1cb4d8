//! Cues that are adjectives: "is confident that the bridge is sound", "was critical of the plan".

use std::ops::Range;

use super::AttributionKind;
use super::clause::Clause;
use super::content::Reach;
use super::cue::VerbCue;
use super::found::Found;
use super::tag::Tag;
use crate::language::Class;

/// Verbs that tie somebody to what they feel, as "be" does.
const STATES: &[&str] = &[
    "became", "become", "becomes", "feel", "feels", "felt", "grew", "grown", "remain", "remained", "remains", "seem",
    "seemed", "seems", "sounded", "sounds",
];

impl Clause<'_, '_> {
    /// The attribution whose cue is the adjective at `at` behind a form of "be"; `None` where it attributes nothing.
    pub(super) fn read_attitude(&self, at: usize) -> Option<Found> {
        let passage = self.passage;
        let is_clear = passage.is_word(at, "clear") && passage.tag(at + 1) == Tag::That;
        if !is_clear && !passage.is(at, Class::Attitude) {
            return None;
        }
        let group = if is_clear { self.making(at) } else { self.copula(at) }?;
        let cue = VerbCue { group, verb: at, passive: false };
        let start = match passage.tag(at + 1) {
            Tag::That | Tag::To => at + 1,
            Tag::Preposition => at + 2,
            _ => return None,
        };
        let subject = passage.subject_before(&cue, self.sentence.start)?.phrase;
        let reach = if passage.tag(start) == Tag::That { Reach::Clause } else { Reach::Object };
        let end = passage.content_end(start, self.sentence.end, reach);
        let names_somebody = !passage.is_word(subject.start, "it");
        let kind = if is_clear { AttributionKind::Speech } else { AttributionKind::Attitude };
        let found = Found::new(kind, cue.group).by(subject);
        (start < end && names_somebody).then(|| found.saying(start..end))
    }

    /// "has made it | clear": from the first helper to the adjective.
    fn making(&self, adjective: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let it = adjective.checked_sub(1).filter(|&it| passage.is_word(it, "it"));
        let verb = it.unwrap_or(adjective).checked_sub(1).filter(|&verb| self.sentence.start <= verb)?;
        let is_making = passage.is_any(verb, &["make", "makes", "made"]);
        let is_helper = |at: &usize| passage.tag(*at) == Tag::Adverb || passage.tag(*at).is_auxiliary();
        let start = (self.sentence.start.max(verb.saturating_sub(8))..verb).rev().take_while(is_helper).last();
        is_making.then(|| start.unwrap_or(verb)..adjective + 1)
    }

    /// "has also been very | confident": from the first helper to the adjective.
    fn copula(&self, adjective: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let floor = self.sentence.start.max(adjective.saturating_sub(8));
        let links = |at: usize| passage.tag(at) == Tag::Be || passage.is_any(at, STATES);
        let is_helper = |at: &usize| links(*at) || passage.tag(*at) == Tag::Adverb || passage.tag(*at).is_auxiliary();
        let start = (floor..adjective).rev().take_while(is_helper).last()?;
        (start..adjective).any(links).then_some(start..adjective + 1)
    }
}
