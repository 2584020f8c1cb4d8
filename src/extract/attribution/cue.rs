//! Cues that are verbs: "said", "has told reporters", "was quoted as saying".

use std::ops::Range;

use super::item::Passage;
use super::tag::Tag;
use crate::language::Class;

/// The classes of verbs that attribute.
pub(super) const CUE_VERBS: &[Class] = &[
    Class::Say,
    Class::Tell,
    Class::Call,
    Class::Accuse,
    Class::Talk,
    Class::Show,
    Class::Hold,
    Class::Intend,
    Class::Seem,
];

/// No verb group is longer: "would not have been willing to go on to say".
const LONGEST_GROUP: usize = 12;

/// A verb that may attribute, with its helpers.
#[derive(Clone, Debug)]
pub(super) struct VerbCue {
    /// From the first helper to the verb: "has also said".
    pub(super) group: Range<usize>,
    /// The verb.
    pub(super) verb: usize,
    /// Whether it is in the passive: "was told".
    pub(super) passive: bool,
}

impl Passage<'_> {
    /// The cue whose verb is the item `verb`; `None` if that is no verb of a cue class.
    /// Nothing before `floor` is looked at.
    pub(super) fn verb_cue(&self, verb: usize, floor: usize) -> Option<VerbCue> {
        let item = &self.items[verb];
        let puts_it = self.puts_it(verb);
        if !puts_it && (!item.tag.is_verb() || !item.classes.has_any(CUE_VERBS)) {
            return None;
        }
        if self.pleads(verb) {
            return None;
        }
        let mut cue = self.verb_group(verb, floor);
        if cue.group.start == verb && self.is_reduced_passive(verb, floor) {
            return None;
        }
        if puts_it {
            cue.group.end += 1;
        }
        Some(cue)
    }

    /// "Pleaded guilty to fraud": what a defendant does in court, and nothing that is told.
    fn pleads(&self, verb: usize) -> bool {
        self.is_any(verb, &["plead", "pleads", "pleaded", "pleading"])
            && (self.is_any(verb + 1, &["guilty", "innocent"])
                || self.is_word(verb + 1, "not") && self.is_word(verb + 2, "guilty"))
    }

    /// "As Ruiz | put it".
    pub(super) fn puts_it(&self, verb: usize) -> bool {
        (self.is_word(verb, "put") || self.is_word(verb, "puts")) && self.is_word(verb + 1, "it")
    }

    /// The verb at `verb`, whatever it means, with its helpers. Nothing before `floor` is looked at.
    pub(super) fn verb_group(&self, verb: usize, floor: usize) -> VerbCue {
        let item = &self.items[verb];
        let floor = floor.max(verb.saturating_sub(LONGEST_GROUP));
        let start = self.group_start(verb, floor);
        // "who's | called for 20 more": here the "'s" is "has".
        let has_called = self.is_word(verb + 1, "for")
            && item.is(Class::Talk)
            && ["'s", "’s"].contains(&self.word(verb.saturating_sub(1)));
        let passive = item.tag == Tag::Past
            && item.is(Class::Participle)
            && self.last_auxiliary(start, verb) == Some(Tag::Be)
            && !has_called;
        VerbCue { group: start..verb + 1, verb, passive }
    }

    /// "the man | known as", "a firm | accused of": a participle that describes the noun before it.
    fn is_reduced_passive(&self, verb: usize, floor: usize) -> bool {
        self.tag(verb) == Tag::Past
            && self.is(verb, Class::Participle)
            && floor < verb
            && matches!(self.tag(verb - 1), Tag::Noun | Tag::Comma)
            && self.is_any(verb + 1, &["as", "by", "of"])
            && !self.is(verb, Class::Say)
            || self.introduces(verb, floor)
    }

    /// "a teacher | named Clara Imbert": whoever is told of for the first time.
    fn introduces(&self, verb: usize, floor: usize) -> bool {
        const NEAR: usize = 4;
        self.is_word(verb, "named")
            && self.tag(verb + 1) == Tag::Name
            && floor < verb
            && self.tag(verb - 1) == Tag::Noun
            && (verb.saturating_sub(NEAR).max(floor)..verb).any(|at| self.is_any(at, &["a", "an"]))
    }

    /// Walks left over helpers and adverbs, and over "to" with the verb that governs it ("continued to").
    fn group_start(&self, verb: usize, floor: usize) -> usize {
        let mut start = verb;
        while floor < start {
            let tag = self.tag(start - 1);
            let governs = tag == Tag::To
                && self.tag(start) == Tag::Base
                && floor + 1 < start
                && (self.tag(start - 2).is_verb() || self.tag(start - 2).is_auxiliary());
            if governs {
                start -= 2;
            } else if (tag == Tag::Adverb && !self.is_particle(start - 1, floor))
                || (tag.is_auxiliary() && self.tag(verb) != Tag::Third)
            {
                start -= 1;
            } else {
                break;
            }
        }
        start
    }

    /// "struck | down": the word belongs to the verb before it.
    fn is_particle(&self, at: usize, floor: usize) -> bool {
        floor < at && self.tag(at - 1).is_verb() && self.is_any(at, &["down", "off", "out", "over", "up"])
    }

    fn last_auxiliary(&self, start: usize, verb: usize) -> Option<Tag> {
        (start..verb).rev().map(|at| self.tag(at)).find(|tag| *tag != Tag::Adverb).filter(|tag| tag.is_auxiliary())
    }
}
