//! Quotations that a clause around "be" gives to somebody: "“A mess” was the verdict of Ruiz", "that was how Ruiz put it".

use std::ops::Range;

use super::AttributionKind;
use super::found::Found;
use super::item::{Make, Passage};
use super::tag::Tag;
use crate::language::{Class, WordList};

/// What a quotation is, to whoever said it.
const SAID: &[&str] = &[
    "advice",
    "answer",
    "assessment",
    "comment",
    "complaint",
    "conclusion",
    "description",
    "explanation",
    "judgement",
    "judgment",
    "message",
    "opinion",
    "phrase",
    "reaction",
    "remark",
    "reply",
    "response",
    "statement",
    "summary",
    "verdict",
    "view",
    "warning",
    "word",
    "words",
];

/// Verbs by which somebody gives a matter its words.
const PUTS: &[&str] = &[
    "called",
    "described",
    "expressed",
    "explained",
    "phrased",
    "put",
    "puts",
    "recalled",
    "remembered",
    "summarised",
    "summarized",
    "summed",
    "told",
];

impl Passage<'_> {
    /// The quotation that opens a sentence, or ends the one before it, and whose words it is by the clause behind.
    pub(super) fn read_verdict(&self, sentence: &Range<usize>, found: &[Found]) -> Option<Found> {
        const POINTERS: WordList = WordList::of(&["such", "that", "this", "those"]);
        let first = sentence.clone().find(|&at| self.tag(at) != Tag::Mark)?;
        let (quote, be) = if self.is_quotation(first) {
            (first, first + 1 + usize::from(self.tag(first + 1) == Tag::Comma))
        } else if self.is_listed(first, &POINTERS) && self.tag(first + 1) == Tag::Be {
            (first.checked_sub(1).filter(|&quote| self.is_quotation(quote))?, first + 1)
        } else {
            return None;
        };
        let source =
            if self.tag(be) == Tag::Be { self.giver(be + 1, sentence.end)? } else { self.sender(be, sentence.end)? };
        let is_free = !found.iter().any(|found| found.covers(quote));
        is_free.then(|| Found::new(AttributionKind::Speech, be..be + 1).by(source).saying(quote..quote + 1))
    }

    pub(super) fn is_quotation(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| matches!(item.make, Make::Quotation(_)))
    }

    /// "was | the verdict of Ruiz", "is | Ruiz's view", "was | how Ruiz put it", "was | all that Ruiz would say".
    fn giver(&self, at: usize, ceiling: usize) -> Option<Range<usize>> {
        const REACH: usize = 8;
        if self.is_any(at, &["how", "all", "what"]) {
            let subject = at + 1 + usize::from(self.is_word(at + 1, "that"));
            let phrase = self.phrase_from(subject, ceiling).filter(|phrase| self.can_speak(phrase))?;
            let puts = |at: &usize| self.is_any(*at, PUTS) || self.items[*at].classes.has_any(&[Class::Say]);
            return (phrase.end..ceiling.min(phrase.end + REACH + REACH)).find(puts).map(|_| phrase);
        }
        let phrase = self.phrase_from(at, ceiling)?;
        let noun = phrase.clone().find(|&at| self.is_any(at, SAID))?;
        if self.is_word(noun + 1, "of") || self.is_word(noun + 1, "from") {
            let whose = self.phrase_from(noun + 2, ceiling)?;
            return self.name_behind(&whose, ceiling).or(Some(whose));
        }
        let owner = (phrase.start..noun).find(|&at| self.tag(at) == Tag::Owner)?;
        self.phrase_before(owner, phrase.start)
    }

    /// "came the reply | from Ruiz".
    fn sender(&self, at: usize, ceiling: usize) -> Option<Range<usize>> {
        let comes = self.is_any(at, &["came", "comes"]);
        let noun = (at + 1..at + 5).find(|&at| self.is_any(at, SAID)).filter(|_| comes)?;
        self.is_word(noun + 1, "from").then(|| self.phrase_from(noun + 2, ceiling)).flatten()
    }
}
