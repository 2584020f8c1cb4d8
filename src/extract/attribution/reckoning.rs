//! What somebody reckons a thing by: "by the mayor's count", "in the estimate of the dairy board".

use std::ops::Range;

use super::AttributionKind;
use super::content::Reach;
use super::found::Found;
use super::item::Passage;
use super::tag::Tag;
use crate::language::{Class, WordList};

/// What somebody counts by: "by the mayor's reckoning".
const RECKONINGS: WordList = WordList::of(&[
    "account",
    "admission",
    "calculation",
    "calculations",
    "count",
    "estimate",
    "estimates",
    "figures",
    "ledger",
    "log",
    "manifest",
    "numbers",
    "reckoning",
    "register",
    "tally",
    "telling",
]);

impl Passage<'_> {
    /// "by | her nephew | 's reckoning", "by its own count", "in the union's reckoning": whoever owns the count holds the
    /// sentence up.
    pub(super) fn read_reckoning(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        const LONGEST_OWNER: usize = 8;
        const COUNTED: WordList = WordList::of(&["figures", "numbers"]);
        const TOLD: WordList = WordList::of(&["reckoning", "telling"]);
        if let Some(found) = self.read_estimate_of(at, sentence) {
            return Some(found);
        }
        let is_by = self.is_word(at, "by");
        // Behind "in" and "on" these alone reckon: "in its account" and "in the estimate" are places.
        // "passed | on"
        let is_on = self.is_word(at, "on") && (at == 0 || !self.tag(at - 1).is_verb());
        let tells = |at: usize| self.is_listed(at, if is_on { &COUNTED } else { &TOLD });
        let may_reckon = is_by || ((is_on || self.is_word(at, "in")) && (at + 2..at + LONGEST_OWNER).any(tells));
        if !may_reckon {
            return None;
        }
        let phrase = self.phrase_from(at + 1, sentence.end)?;
        if !is_by && !tells(phrase.end - 1) {
            return None;
        }
        let count = phrase.clone().find(|&at| self.is_listed(at, &RECKONINGS))?;
        let behind = count + 1;
        let is_loose = ["most", "one", "some"].iter().any(|word| self.is_word(phrase.start, word));
        let loose = is_loose.then_some(phrase.start..behind);
        let source =
            self.owner_before(count, phrase.start).or(loose).or_else(|| self.counted_by_body(&phrase, count))?;
        let kind = if is_loose { AttributionKind::Attitude } else { AttributionKind::Speech };
        let found = Found::new(kind, at..behind).by(source);
        // "By her reckoning she threw …": without a comma, what is said goes straight on.
        if sentence.start == at && self.tag(behind).opens_clause() {
            return Some(found.saying(behind..self.content_end(behind, sentence.end, Reach::Clause)));
        }
        let content = self.held_around(at, behind, sentence);
        (!content.is_empty()).then(|| found.saying_all(content))
    }

    /// "by | the police | estimate", "by the union count": the body stands before its count like an adjective.
    fn counted_by_body(&self, phrase: &Range<usize>, count: usize) -> Option<Range<usize>> {
        const BODIES: &[Class] = &[Class::Group, Class::Organisation, Class::Outlet];
        let body = phrase.start..count;
        let is_led = self.is_any(phrase.start, &["a", "an", "one", "the"])
            && phrase.start + 1 < count
            && phrase.start + 4 >= count;
        (is_led && self.items[count - 1].classes.has_any(BODIES)).then_some(body)
    }

    /// "in | the estimate of the dairy board |,", "by the count of | the union", "in Ruiz's judgment,": set off by commas,
    /// what somebody reckons holds up the words around.
    fn read_estimate_of(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        const HELD: WordList = WordList::of(&[
            "account",
            "assessment",
            "calculation",
            "calculations",
            "count",
            "estimate",
            "estimates",
            "estimation",
            "figures",
            "judgement",
            "judgment",
            "numbers",
            "opinion",
            "reckoning",
            "tally",
            "telling",
            "view",
        ]);
        const LONGEST_OWNER: usize = 8;
        let is_set_off = at == sentence.start || self.tag(at - 1) == Tag::Comma;
        if !is_set_off || !self.is_any(at, &["by", "in", "on"]) {
            return None;
        }
        let held = (at + 2..sentence.end.min(at + LONGEST_OWNER)).find(|&at| self.is_listed(at, &HELD))?;
        let (source, cue_end, end) = if self.is_word(held + 1, "of") && self.is_word(at + 1, "the") && held == at + 2 {
            let whose = self.phrase_from(held + 2, sentence.end)?;
            (whose.clone(), held + 2, whose.end)
        } else {
            (self.owner_before(held, at)?, held + 1, held + 1)
        };
        // "In the count of 1914, the votes …", "in the opinion of economists": a time and a crowd name nobody.
        let names =
            matches!(self.tag(source.start), Tag::Determiner | Tag::Name) || self.is(source.start, Class::Title);
        // "By the count of the ground's turnstiles": it is the ground's.
        let is_owned = || source.clone().any(|at| self.tag(at) == Tag::Owner);
        let speaks = names && (self.can_speak(&source) || is_owned()) || self.is(source.start, Class::Possessive);
        let closes = end >= sentence.end || matches!(self.tag(end), Tag::Comma | Tag::Stop | Tag::Dash);
        let content = self.held_around(at, end, sentence);
        let found = Found::new(AttributionKind::Speech, at..cue_end).by(source);
        (speaks && closes && !content.is_empty()).then(|| found.saying_all(content))
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use crate::extract::attribution::more_tests::check;

    #[test]
    fn what_somebody_reckons_holds_up_the_words_around() {
        check(
            &[
                "In the estimate of the harbour board, 1,400 berths lie empty.",
                "The frost cost growers, in the judgment of the plum board, $3 million.",
                "By the count of the wardens, 210 boats came in.",
                "A crowd of 12,000, by the count of the hall's turnstiles, heard him.",
                "The harbour board's toll of six boats was read out.",
                "On the ministry's figures, 600 flats stand empty.",
                "In Moss's view, the dyke was 40 years old.",
            ],
            &expect![[r#"
                the harbour board | In the estimate of | 1,400 berths lie empty | Speech
                the plum board | in the judgment of | The frost cost growers … $3 million | Speech
                the hall's turnstiles | by the count of | A crowd of 12,000 | Speech
                the ministry | On the ministry's figures | 600 flats stand empty | Speech
                Moss | In Moss's view | the dyke was 40 years old | Speech
            "#]],
        );
    }

    #[test]
    fn a_count_that_nobody_owns_is_a_place_like_any_other() {
        check(
            &[
                "Errors in the estimate of the cost ran to $3 million.",
                "In the view of the harbour, 40 boats lay at anchor.",
                "The mayor was alone in his view that 40 berths would do.",
            ],
            &expect![[r#"
                his | view | that 40 berths would do | Speech
            "#]],
        );
    }
}
