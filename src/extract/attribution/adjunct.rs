//! What may stand between a cue and what is said: when, where, to whom, and in what paper.

use super::cue::VerbCue;
use super::item::Passage;
use super::tag::Tag;
use crate::language::Class;

impl Passage<'_> {
    /// "said | in a statement on Tuesday |": when, where and to whom.
    pub(super) fn past_adjuncts(&self, cue: &VerbCue, from: usize, ceiling: usize) -> usize {
        let verb = &self.items[cue.verb];
        let mut at = from;
        while at < ceiling && !self.states_amount(cue, at) {
            match self.tag(at) {
                Tag::Adverb if self.is_word(at, "there") && self.tag(at + 1).is_finite() => return at,
                Tag::Time | Tag::Adverb => at += 1,
                // "said | here | on Monday", as agencies put their dateline's place
                _ if self.is_word(at, "here") && !self.tag(at + 1).is_finite() => at += 1,
                Tag::Number if self.tag(at - 1) == Tag::Time => at += 1,
                Tag::Past if from < at && self.dates_paper(at) => at += 1,
                Tag::Preposition | Tag::To => {
                    // "argued | on Friday | that"
                    let is_dated = self.is_word(at, "on") && self.tag(at + 1) == Tag::Time;
                    let ties = verb.is(Class::Talk)
                        && !is_dated
                        && self.is_any(at, &["about", "for", "of", "on", "against", "to"]);
                    // "wrote in a letter | to owners": whoever reads the paper.
                    let is_reader = self.tag(at) == Tag::To
                        && (self.tag(at - 1) == Tag::Past && from < at || self.is(at - 1, Class::Document));
                    let ties = ties && !is_reader || (verb.is(Class::Tell) && self.ties_matter(at));
                    let ties = ties && !self.precedes_quotation(at + 1, ceiling);
                    let is_agreed = self.tag(at) == Tag::To && (self.tag(at + 1) == Tag::Base || self.agrees(cue));
                    if ties || is_agreed {
                        return at;
                    }
                    match self.phrase_from(at + 1, ceiling) {
                        Some(phrase) => at = phrase.end,
                        None if self.tag(at + 1) == Tag::Time => at += 2,
                        // "found | in 2023"
                        None if self.is_word(at, "in") && self.is_year(at + 1) => at += 2,
                        // "declared | at 3.40am | on Friday"
                        None if self.is_word(at, "at") && self.tag(at + 1) == Tag::Number => {
                            let is_half_of_day = self.is_any(at + 2, &["am", "pm", "a.m.", "p.m."]);
                            at += if is_half_of_day { 3 } else { 2 };
                        }
                        // "say | by 55%-41% | that"
                        None if self.is_word(at, "by") && self.is_amount(at + 1) => {
                            let links = |at: &usize| {
                                matches!(self.tag(*at), Tag::Number | Tag::Hyphen | Tag::Dash | Tag::To | Tag::Mark)
                            };
                            at = (at + 1..ceiling).find(|at| !links(at)).unwrap_or(ceiling);
                        }
                        None => return at,
                    }
                }
                _ => return at,
            }
        }
        at
    }

    /// "2023"
    fn is_year(&self, at: usize) -> bool {
        let word = self.word(at).as_bytes();
        word.len() == 4 && (word.starts_with(b"19") || word.starts_with(b"20")) && self.tag(at) == Tag::Number
    }

    /// "said in a memo | dated Sept. 12", "in a letter | sent to staff": a participle that tells of the paper in which
    /// something is said.
    fn dates_paper(&self, at: usize) -> bool {
        const PUT_OUT: &[&str] = &[
            "addressed",
            "circulated",
            "dated",
            "delivered",
            "distributed",
            "emailed",
            "filed",
            "issued",
            "launched",
            "leaked",
            "lodged",
            "made",
            "mailed",
            "obtained",
            "posted",
            "presented",
            "published",
            "read",
            "recorded",
            "released",
            "sent",
            "shared",
            "signed",
            "submitted",
            "tabled",
            "unveiled",
        ];
        let leads_on = matches!(
            self.tag(at + 1),
            Tag::Preposition | Tag::To | Tag::Time | Tag::Number | Tag::Adverb | Tag::Stop | Tag::Comma
        ) || self.is_word(at + 1, "here");
        self.is_any(at, PUT_OUT) && self.tag(at - 1) == Tag::Noun && leads_on
    }

    /// "said | about 40 families had left"; one who talks or asks about 40 families states nothing of them.
    pub(super) fn states_amount(&self, cue: &VerbCue, at: usize) -> bool {
        let verb = &self.items[cue.verb];
        self.opens_amount(at) && verb.classes.has_any(&[Class::Say, Class::Tell, Class::Show]) && !verb.is(Class::Talk)
    }

    /// "opposes | more than 40 of the plans", "has deemed | about 300 pages private": what somebody judges may be an
    /// amount. Behind other verbs "about" and its like are words of their own: "cares about 40 families".
    pub(super) fn holds_amount(&self, cue: &VerbCue, at: usize) -> bool {
        let verb = &self.items[cue.verb];
        let judges = verb.classes.has_any(&[Class::Call, Class::Accuse, Class::Hold]) && !verb.is(Class::Talk);
        let is_tie =
            self.is_any(at, &["around", "at", "over", "under"]) || (self.is_word(at, "about") && !verb.is(Class::Call));
        judges && !is_tie && self.opens_amount(at)
    }

    /// "agreed | to a wage", "committed | to 40 berths": what stands behind is agreed to, be it a deed or a thing.
    pub(super) fn agrees(&self, cue: &VerbCue) -> bool {
        ["agree", "commit"].iter().any(|stem| self.starts_with(cue.verb, stem))
    }

    /// "joked of | the museum, “No.”"
    fn precedes_quotation(&self, at: usize, ceiling: usize) -> bool {
        self.phrase_from(at, ceiling).is_some_and(|phrase| {
            matches!(self.tag(phrase.end), Tag::Comma | Tag::Colon) && self.tag(phrase.end + 1) == Tag::Quote
        })
    }
}
