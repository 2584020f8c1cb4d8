//! What a law or a plan lays down: "The new rule will require those who earn up to $47,000 to be paid".

use super::AttributionKind;
use super::clause::{Clause, found};
use super::content::Reach;
use super::found::Found;
use super::item::Passage;
use super::tag::Tag;

/// Stems of the verbs by which a law says what shall be done. What it costs or brings is for others to say.
const LAYING_DOWN: &[&str] = &[
    "allow",
    "authoris",
    "authoriz",
    "ban",
    "bar",
    "entitl",
    "exempt",
    "forbid",
    "guarantee",
    "limit",
    "mandat",
    "permit",
    "prohibit",
    "requir",
    "reserv",
    "restrict",
];

/// A bit for each letter with which one of them begins.
const FIRST_LETTERS: u128 = {
    let (mut letters, mut at) = (0, 0);
    while at < LAYING_DOWN.len() {
        letters |= letter(LAYING_DOWN[at].as_bytes()[0]);
        at += 1;
    }
    letters
};

/// The bit of a letter.
const fn letter(byte: u8) -> u128 {
    1 << (byte % 128)
}

impl Clause<'_, '_> {
    /// The attribution to the law that is the subject of the verb at `verb`; `None` where it is none.
    pub(super) fn read_law(&self, verb: usize) -> Option<Found> {
        let passage = self.passage;
        if !passage.lays_down(verb) {
            return None;
        }
        let cue = passage.verb_group(verb, self.sentence.start);
        let subject = self.subject(&cue).map(|subject| subject.phrase).filter(|_| !cue.passive)?;
        // "under a county | law | that allows"
        let relates = subject.len() == 1 && passage.tag(subject.start) == Tag::Relative;
        let law = if relates { subject.start.checked_sub(1)?..subject.start } else { subject.clone() };
        if !passage.is_law(&law) {
            return None;
        }
        let content = cue.group.end..passage.content_end(cue.group.end, self.sentence.end, Reach::Clause);
        (!content.is_empty()).then(|| found(&cue, AttributionKind::Attitude).by(subject).saying(content))
    }
}

impl Passage<'_> {
    /// Whether the item `at` is a verb by which a law says what shall be done.
    pub(super) fn lays_down(&self, at: usize) -> bool {
        if !self.tag(at).is_verb() {
            return false;
        }
        let word = self.word(at).as_bytes();
        let Some(first) = word.first().map(u8::to_ascii_lowercase) else { return false };
        let starts_with = |stem: &[u8]| word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem));
        // Most begin with another letter.
        FIRST_LETTERS & letter(first) != 0 && LAYING_DOWN.iter().any(|stem| starts_with(stem.as_bytes()))
    }
}
