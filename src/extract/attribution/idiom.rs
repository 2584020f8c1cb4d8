//! Cues that are a verb with the words behind it: "takes aim at the plan", "made the case for a ban".

use super::AttributionKind;
use super::clause::{Clause, found};
use super::content::Reach;
use super::found::Found;
use super::item::Passage;
use super::tag::Tag;
use crate::language::{Class, Idiom, Lexicon, Trace};

/// "paid | a moving public | tribute to"
const LONGEST_GAP: usize = 3;

impl Clause<'_, '_> {
    /// The attribution whose cue opens with the verb at `verb`; `None` where no idiom stands there.
    pub(super) fn read_idiom(&self, verb: usize) -> Option<Found> {
        let passage = self.passage;
        if !passage.is(verb, Class::Idiom) {
            return None;
        }
        let left = passage.tag_before(verb, &self.sentence);
        if matches!(left, Tag::Determiner | Tag::Owner | Tag::Preposition | Tag::Number | Tag::Hyphen) {
            return None;
        }
        let idioms = Lexicon::shared().idioms(passage.word(verb));
        let start = idioms.iter().find_map(|idiom| passage.behind_idiom(idiom, verb + 1))?;
        let mut cue = passage.verb_group(verb, self.behind_last_cue());
        if cue.passive || self.sentence.end <= start {
            return None;
        }
        let subject = self.subject(&cue)?.phrase;
        cue.group.end = start;
        let reach = if passage.tag(start).is_nominal() { Reach::Object } else { Reach::Clause };
        let end = passage.content_end(start, self.sentence.end, reach);
        let accepted = start < end && passage.can_speak(&subject) && !passage.is_mute(&subject);
        accepted.then(|| found(&cue, AttributionKind::Speech).by(subject).saying(start..end))
    }
}

impl Passage<'_> {
    /// Where what is said begins behind the words of `idiom`; `None` where they do not stand at `from`.
    fn behind_idiom(&self, idiom: &Idiom, from: usize) -> Option<usize> {
        let mut at = from;
        let words = idiom.words();
        let is_written = |at: usize, &(word, trace): &(&str, Trace)| {
            self.items.get(at).is_some_and(|item| item.has_left(trace)) && self.is_any(at, &[word])
        };
        for (number, word) in words.iter().enumerate() {
            if word.0 == Idiom::GAP {
                let next = words.get(number + 1)?;
                at = (at..=at + LONGEST_GAP).find(|&at| is_written(at, next))?;
            } else if is_written(at, word) {
                at += 1;
            } else {
                return None;
            }
        }
        let opens = words.last().is_some_and(|(last, _)| ["that", "to", "whether"].contains(last));
        let is_clause =
            opens && matches!(self.tag(at - 1), Tag::That | Tag::Subordinator) || self.is_infinitive(at - 1);
        Some(if is_clause { at - 1 } else { at })
    }

    /// "to" before a verb.
    fn is_infinitive(&self, to: usize) -> bool {
        self.tag(to) == Tag::To && self.tag(to + 1) == Tag::Base
    }
}
