//! Cues that set a thing at an amount: "The bank put the deficit at 3 percent", "they see the rate at 4 percent".

use std::ops::Range;

use super::AttributionKind;
use super::clause::{Clause, found};
use super::content::Reach;
use super::cue::VerbCue;
use super::found::Found;
use super::item::Passage;
use super::subject::Subject;
use super::tag::Tag;
use crate::language::{Class, Classes, WordList};

/// Papers that count, as polls do.
const COUNTS: WordList = WordList::of(&[
    "average",
    "averages",
    "census",
    "count",
    "counts",
    "data",
    "estimate",
    "estimates",
    "figures",
    "list",
    "lists",
    "forecast",
    "forecasts",
    "projection",
    "projections",
    "tally",
]);

/// Verbs by which a poll says where things stand.
pub(super) const STANDING: WordList =
    WordList::of(&["gave", "give", "gives", "giving", "had", "has", "have", "put", "puts", "putting", "showing"]);

/// What stands between the verb and its "at" is no longer: "this year's budget deficit in the southern provinces".
const LONGEST_THING: usize = 24;

impl Clause<'_, '_> {
    /// The attribution whose cue is the verb at `verb`; `None` where it sets nothing at an amount.
    pub(super) fn read_estimate(&self, verb: usize) -> Option<Found> {
        const VERBS: Classes =
            Classes::of(&[Class::Base, Class::Third, Class::Past, Class::Participle, Class::Ing, Class::Have]);
        let passage = self.passage;
        // Few words are verbs of any kind, and only those are looked up.
        if !passage.items[verb].classes.meets(VERBS) {
            return None;
        }
        if let Some(found) = self.read_standing(verb) {
            return Some(found);
        }
        if !passage.is(verb, Class::Estimate) || !passage.tag(verb).is_verb() {
            return None;
        }
        if let Some(found) = self.read_counted(verb) {
            return Some(found);
        }
        let amount = passage.amount_behind(verb, self.sentence.end)?;
        // One sees a friend at eight, too; but a share or a price is only seen by those who reckon.
        let only_sees = passage.is_any(verb, &["see", "sees", "seeing", "saw"]);
        if only_sees && !passage.is_money_or_share(amount, self.sentence.end) {
            return None;
        }
        let cue = passage.verb_group(verb, self.sentence.start);
        if cue.passive {
            return None;
        }
        let source = self.subject(&cue)?.phrase;
        let content = verb + 1..passage.content_end(verb + 1, self.sentence.end, Reach::Clause);
        (amount < content.end).then(|| found(&cue, AttributionKind::Speech).by(source).saying(content))
    }
}

impl Clause<'_, '_> {
    /// "Anglers | counted | 114 dead salmon", "the ministry has tallied 40 cases": who has counted says how many.
    fn read_counted(&self, verb: usize) -> Option<Found> {
        let passage = self.passage;
        let counts = passage.is_any(verb, &["count", "counted", "counts", "tallied", "tallies", "tally"]);
        let behind = verb + 1;
        if !counts || !passage.is_amount(behind) {
            return None;
        }
        let cue = passage.verb_group(verb, self.sentence.start);
        if cue.passive || passage.tag(verb) == Tag::Ing {
            return None;
        }
        let source = self.subject(&cue)?.phrase;
        let content = behind..passage.content_end(behind, self.sentence.end, Reach::Object);
        (behind < content.end).then(|| found(&cue, AttributionKind::Speech).by(source).saying(content))
    }

    /// "A Courier poll | has | Ruiz at 44 percent", "with a survey | giving | her a lead of 12 points": of all that
    /// a poll has, the only thing with a figure is what it found.
    fn read_standing(&self, verb: usize) -> Option<Found> {
        let passage = self.passage;
        if !passage.is_listed(verb, &STANDING) {
            return None;
        }
        let behind = verb + 1;
        if !passage.tag(behind).is_nominal() && passage.tag(behind) != Tag::Object {
            return None;
        }
        let cue = passage.verb_group(verb, self.sentence.start);
        let is_ing = passage.tag(verb) == Tag::Ing;
        let source =
            if is_ing { passage.phrase_before(verb, self.sentence.start)? } else { self.subject(&cue)?.phrase };
        // "the latest count | gives her 40 votes"
        let counts_votes = |at: usize| passage.is_listed(at, &COUNTS);
        // "the report | gives the number of staff as 410"
        let gives_as = passage.is_any(verb, &["gave", "give", "gives", "giving"])
            && source.clone().any(|at| passage.is(at, Class::Document))
            && (behind..self.sentence.end.min(behind + LONGEST_THING))
                .any(|at| passage.is_word(at, "as") && passage.is_amount(at + 1));
        if !gives_as && !source.clone().any(|at| passage.is(at, Class::Poll) || counts_votes(at)) {
            return None;
        }
        let content = behind..passage.content_end(behind, self.sentence.end, Reach::Clause);
        let counts = content.clone().any(|at| passage.is_amount(at));
        counts.then(|| found(&cue, AttributionKind::Speech).by(source).saying(content))
    }

    /// "$130 billion more than | the office had projected", "the $85,000 | she needs", "a crowd that they put at 40":
    /// the amount stands before the clause that reckons it.
    pub(super) fn read_reckoned(&self, cue: &VerbCue, subject: &Subject) -> Option<Found> {
        let passage = self.passage;
        let reckons = passage.items[cue.verb].classes.has_any(&[Class::Show, Class::Hold, Class::Intend]);
        let behind = passage.tag(cue.group.end);
        let ends = self.sentence.end <= cue.group.end
            || matches!(
                behind,
                Tag::Stop | Tag::Comma | Tag::Close | Tag::Preposition | Tag::To | Tag::Time | Tag::Dash
            );
        let link = subject.phrase.start.checked_sub(1).filter(|&link| self.sentence.start < link)?;
        let ties = passage.is_word(link, "than") || matches!(passage.tag(link), Tag::That | Tag::Relative);
        let is_pronoun = passage.tag(subject.phrase.start) == Tag::Pronoun;
        if !reckons || !ends || !(ties || is_pronoun) || passage.tag(cue.verb) == Tag::Ing || cue.passive {
            return None;
        }
        let compares = passage.is_any(link - 1, &["fewer", "less", "more"]);
        let end = match (ties, compares && !passage.tag(link - 1).is_nominal()) {
            (true, true) => link - 1,
            (true, false) => link,
            (false, _) => link + 1,
        };
        let amount = passage.phrase_before(end, self.sentence.start)?;
        let counts = amount.clone().any(|at| passage.is_amount(at));
        counts.then(|| found(cue, self.kind(cue, cue.group.end)).by(subject.phrase.clone()).saying(amount))
    }
}

impl Passage<'_> {
    /// Where the amount begins in "put | the toll at | 40"; `None` where no noun and "at" lead to one.
    fn amount_behind(&self, verb: usize, ceiling: usize) -> Option<usize> {
        // "a crowd that they estimated | at 40"
        let stands_behind = self.is_any(verb, &["estimated", "gauged", "pegged", "reckoned"])
            || self.is_any(verb, &["put", "puts", "valued"]) && self.has_fronted_object(verb);
        if stands_behind && self.is_word(verb + 1, "at") && self.is_amount(verb + 2) {
            return Some(verb + 2);
        }
        let ceiling = ceiling.min(verb + LONGEST_THING);
        let describes =
            |at: usize| self.tag(at) == Tag::Determiner && self.tag(at + 1) == Tag::Noun && self.is_amount(at + 2);
        // Of these verbs only "put" has no other sense with an "at" behind it, however its thing is described.
        let is_put = self.is_word(verb, "put") || self.is_word(verb, "puts");
        // "Put the losses at “a van, maybe two”".
        let is_quoted = |at: usize| is_put && self.is_quotation(at);
        let at = (verb + 2..ceiling)
            .find(|&at| self.ties_amount(at) && (self.is_amount(at + 1) || describes(at + 1) || is_quoted(at + 1)))?;
        let links = |at: usize| {
            let tag = self.tag(at);
            let describes =
                is_put && (matches!(tag, Tag::Relative | Tag::Adverb | Tag::Base | Tag::Ing) || tag.is_finite());
            // "put | what the club owes | at £40"
            let is_what = is_put && self.is_word(at, "what");
            describes
                || is_what
                || tag.is_nominal()
                || matches!(tag, Tag::Object | Tag::Pronoun | Tag::Preposition | Tag::To | Tag::Time)
        };
        (verb + 1..at).all(links).then_some(at + 1)
    }

    /// "what | the insurer | put at", "losses that | he | valued at": the thing stands before the clause.
    fn has_fronted_object(&self, verb: usize) -> bool {
        const FRONTS: &[&str] = &["what", "that", "which"];
        let subject = self.phrase_before(verb, verb.saturating_sub(LONGEST_THING));
        subject.is_some_and(|subject| {
            let is_pronoun = matches!(self.tag(subject.start), Tag::Pronoun);
            0 < subject.start && (self.is_any(subject.start - 1, FRONTS) || is_pronoun)
        }) || self.opens_with_what(verb)
    }

    /// "what | its insurer, Halden, | put at"
    fn opens_with_what(&self, verb: usize) -> bool {
        let links = |at: &usize| self.tag(*at).is_nominal() || self.tag(*at) == Tag::Comma;
        let named = (verb.saturating_sub(LONGEST_THING)..verb).rev().find(|at| !links(at));
        self.tag(verb.wrapping_sub(1)) == Tag::Comma && named.is_some_and(|what| self.is_word(what, "what"))
    }

    /// "at", and "closer to".
    fn ties_amount(&self, at: usize) -> bool {
        self.is_word(at, "at") || (self.tag(at) == Tag::To && self.is_word(at - 1, "closer"))
    }

    fn is_money_or_share(&self, amount: usize, ceiling: usize) -> bool {
        let near: Range<usize> = amount..ceiling.min(amount + 6);
        near.into_iter().any(|at| {
            self.word(at).ends_with(['%', '$', '£', '€', '¥'])
                || self.is_any(at, &["percent", "per", "pct", "dollars", "euros", "pounds"])
        })
    }
}
