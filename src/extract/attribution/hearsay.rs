//! Words that hold a sentence up with nobody named: "reportedly", "is believed to", "it is understood that".

use std::ops::Range;

use super::AttributionKind;
use super::content::Reach;
use super::cue::VerbCue;
use super::found::Found;
use super::item::Passage;
use super::tag::Tag;
use crate::language::Class;

impl Passage<'_> {
    /// "The firm | reportedly | paid": the sentence without the adverb, from its clause's start.
    pub(super) fn read_hearsay_adverb(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if !self.is(at, Class::Hearsay) {
            return None;
        }
        let start = (sentence.start..at)
            .rev()
            .find(|&edge| {
                matches!(
                    self.tag(edge),
                    Tag::Semicolon | Tag::Comma | Tag::Relative | Tag::That | Tag::Quote | Tag::Colon
                )
            })
            .map_or(sentence.start, |edge| edge + 1);
        let end = self.content_end(at + 1, sentence.end, Reach::Clause);
        let pieces = [start..at, at + 1..end];
        let content: Vec<Range<usize>> = pieces.into_iter().filter(|piece| piece.start < piece.end).collect();
        (!content.is_empty()).then_some(hearsay(at..at + 1, content))
    }

    /// "The firm | is believed | to have paid", "it is understood | that …", "it is thought | the firm …", and behind what
    /// is rumoured: "The firm will go | , it is understood."
    pub(super) fn read_rumour(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        const HELD: &[&str] =
            &["believed", "claimed", "learned", "learnt", "reported", "suspected", "thought", "understood"];
        if !self.is(at, Class::Rumoured) || !self.tag(at).is_verb() {
            return None;
        }
        if let Some(found) = self.read_rumoured_thing(at, sentence) {
            return Some(found);
        }
        let cue = Some(self.verb_group(at, sentence.start)).filter(|cue| cue.passive)?;
        let impersonal = cue.group.start.checked_sub(1).filter(|&it| sentence.start <= it && self.is_word(it, "it"));
        if let Some(comma) = impersonal.and_then(|it| it.checked_sub(1)).filter(|&comma| sentence.start < comma) {
            let is_last = at + 1 >= sentence.end || self.tag(at + 1) == Tag::Stop;
            if is_last && self.tag(comma) == Tag::Comma {
                return Some(Found::new(AttributionKind::Hearsay, cue.group).saying(sentence.start..comma));
            }
            // "The drains, | it is believed, | were blocked"; what "it is said" there is lore as often as news.
            if self.is_any(at, HELD)
                && self.tag(comma) == Tag::Comma
                && self.tag(at + 1) == Tag::Comma
                && at + 2 < sentence.end
            {
                let end = self.content_end(at + 2, sentence.end, Reach::Clause);
                let behind = (at + 2 < end).then_some(at + 2..end);
                return Some(hearsay(cue.group, std::iter::once(sentence.start..comma).chain(behind).collect()));
            }
        }
        let opens_clause = matches!(self.tag(at + 1), Tag::Determiner | Tag::Pronoun | Tag::Name);
        // "are presumed dead", "is believed stolen"
        let is_feared = self.is_any(at + 1, &["dead", "drowned", "killed", "lost", "murdered", "stolen", "sunk"]);
        let is_led_to =
            is_feared || matches!(self.tag(at + 1), Tag::To | Tag::That) || impersonal.is_some() && opens_clause;
        if !is_led_to {
            return None;
        }
        let end = self.content_end(at + 1, sentence.end, Reach::Clause);
        let mut content = self.rumoured_subject(&cue, sentence);
        content.push(at + 1..end);
        (at + 1 < end).then_some(hearsay(cue.group, content))
    }

    /// "The idol | , said | to be from the river temple, was found": what a thing is said to be, by nobody.
    fn read_rumoured_thing(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let is_set_off = sentence.start + 1 < at && self.tag(at - 1) == Tag::Comma && self.tag(at - 2).is_nominal();
        let is_said = is_set_off && self.is_any(at, &["believed", "reported", "said", "thought"]);
        let is_led_to = is_said && self.tag(at + 1) == Tag::To && self.is_any(at + 2, &["be", "have"]);
        let end = (at + 3..sentence.end).find(|&at| self.tag(at) == Tag::Comma).filter(|_| is_led_to)?;
        Some(Found::new(AttributionKind::Hearsay, at..at + 1).saying(at + 1..end))
    }

    fn rumoured_subject(&self, cue: &VerbCue, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let subject = self.subject_before(cue, sentence.start);
        subject.map(|subject| subject.phrase).filter(|phrase| !self.is_word(phrase.start, "it")).into_iter().collect()
    }
}

fn hearsay(cue: Range<usize>, content: Vec<Range<usize>>) -> Found {
    Found::new(AttributionKind::Hearsay, cue).saying_all(content)
}
