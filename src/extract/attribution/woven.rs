//! Words in quotation marks that close a reporter's sentence and that no cue gives to anybody.
//!
//! They are those of whoever acts in the sentence ("Ruiz hit out at the plan as “a raid on the careful”"), or those
//! of whoever spoke in the one before ("But that is “not the end of it”").

use std::ops::Range;

use super::AttributionKind;
use super::clause::Clause;
use super::found::Found;
use super::item::{Make, Passage};
use super::tag::Tag;
use crate::extract::QuoteKind;
use crate::language::{Class, WordList};

/// Fewer words are a name, a term or a phrase that is anybody's.
const FEWEST_WORDS: usize = 4;

/// Who acts in a sentence, and whose words it does not give.
const NOT_ONE: WordList =
    WordList::of(&["anybody", "anyone", "everybody", "everyone", "i", "it", "nobody", "nothing", "there", "we", "you"]);

/// Behind these stands a place, or what something is called, and nobody's words.
const NAMING: WordList = WordList::of(&["called", "entitled", "into", "known", "named", "titled"]);

impl Passage<'_> {
    /// The quotation of several words that ends the sentence, but for its stop.
    pub(super) fn woven_quote(&self, sentence: &Range<usize>) -> Option<usize> {
        let last = sentence.clone().rev().find(|&at| !matches!(self.tag(at), Tag::Mark | Tag::Stop))?;
        self.is_woven(last).then_some(last)
    }

    fn is_woven(&self, quote: usize) -> bool {
        self.quotes_words(quote) && FEWEST_WORDS <= self.word(quote).split_whitespace().count()
    }

    /// Whether the item `at` is a quotation of what somebody says: hardly any is, and all others are passed at once.
    #[inline]
    fn quotes_words(&self, at: usize) -> bool {
        matches!(self.items[at].make, Make::Quotation(QuoteKind::Speech | QuoteKind::Fragment))
    }

    /// Whether a sentence without a cue leaves the quotation that ends it to whoever spoke before: "to “mend it”" and
    /// what stands behind a verb of saying are somebody else's.
    pub(super) fn leaves_to_speaker(&self, quote: usize, sentence: &Range<usize>) -> bool {
        let speaks = |at: usize| self.items[at].classes.has_any(&[Class::Say, Class::Tell]);
        // "Adding, “it will take years.”"
        let goes_on = self.tag(sentence.start) == Tag::Ing;
        self.tag_before(quote, sentence) != Tag::To && !(sentence.start + usize::from(goes_on)..quote).any(speaks)
    }
}

impl Clause<'_, '_> {
    /// The last quotation of a sentence that has no cue, as the words of whoever the sentence is about.
    pub(super) fn read_woven(&self) -> Option<Found> {
        let passage = self.passage;
        let mut quotes = (self.sentence.start + 1..self.sentence.end).rev().filter(|&at| passage.quotes_words(at));
        let quote = quotes.find(|&at| passage.is_woven(at))?;
        let source = self.main_subject(quote).filter(|source| passage.can_speak(source))?;
        let verb = (source.end..quote).find(|&at| passage.tag(at).is_finite())?;
        let hangs = passage.tag_before(source.start, &self.sentence) == Tag::Subordinator;
        let is_somebody = !hangs
            && !passage.is_listed(source.start, &NOT_ONE)
            && !source.clone().any(|at| passage.tag(at) == Tag::Quote);
        // "all that he has | “to go on with”"
        let owns = passage.tag(verb) == Tag::Have && !passage.tag(verb + 1).is_verb();
        let acts = !owns && !matches!(passage.tag(verb), Tag::Be | Tag::Modal);
        let before = passage.tag_before(quote, &self.sentence);
        // "She took it everywhere she went, “sending and receiving mail from”": behind a comma only a sentence is told.
        let is_told = before != Tag::Comma || passage.items[quote].make == Make::Quotation(QuoteKind::Speech);
        let is_named = passage.is_listed(quote - 1, &NAMING) || before == Tag::Open;
        (is_somebody && acts && is_told && !is_named)
            .then(|| Found::new(AttributionKind::Speech, verb..verb + 1).by(source).saying(quote..quote + 1))
    }
}
