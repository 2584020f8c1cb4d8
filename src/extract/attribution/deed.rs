//! Verbs of cues that tell of a deed: "painted their names", "found its way", "backs $18 million plan".

use super::clause::Clause;
use super::cue::VerbCue;
use super::tag::Tag;
use crate::language::Class;

/// One paints a wall; one paints a rival *as* a liar.
const MAKING: &[&str] = &["brand", "cast", "frame", "paint"];
const LIKENING: &[&str] = &["as", "terms", "light", "picture", "portrait"];
/// Councils and parliaments do these to sums of money.
const DECIDING: &[&str] = &["accept", "approve", "back", "endorse", "reject", "second", "support"];

impl Clause<'_, '_> {
    /// Whether the verb with the thing from `start` to `end` tells what somebody does, not what they say.
    pub(super) fn is_deed(&self, cue: &VerbCue, start: usize, end: usize) -> bool {
        let passage = self.passage;
        let says =
            (start..end).any(|at| passage.tag(at).is_finite() || matches!(passage.tag(at), Tag::Quote | Tag::That));
        if says || !(passage.tag(start).is_nominal() || passage.tag(start) == Tag::Object) {
            return false;
        }
        let is_any = |verbs: &[&str]| verbs.iter().any(|verb| self.begins_with(cue.verb, verb));
        let holds = |words: &[&str]| (start..end).any(|at| words.iter().any(|word| passage.is_word(at, word)));
        let is_owned = passage.tag(start) == Tag::Determiner && passage.is(start, Class::Possessive);
        (is_any(MAKING) && !holds(LIKENING))
            || (is_any(&["charge"]) && !holds(&["with"]))
            || (passage.is_word(cue.verb, "found") && is_owned)
            || (is_any(DECIDING) && passage.is_amount(start))
    }

    fn begins_with(&self, at: usize, stem: &str) -> bool {
        self.passage.word(at).get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem))
    }
}
