//! Where what is said begins and ends.

use std::ops::Range;

use super::cue::VerbCue;
use super::item::Passage;
use super::tag::Tag;
use crate::language::{Class, Classes};

/// No sentence is read further than this from its cue, so that a text without full stops stays linear.
const LONGEST_CONTENT: usize = 400;

/// What stands behind a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
    /// What is said begins here.
    Content(usize),
    /// Nothing is said behind the cue; the clause closes with the mark here, or where the sentence ends.
    Closed(usize),
    /// The cue ends its paragraph with a colon.
    Announced,
}

/// Verbs that take whom they speak to and, behind "of", what they speak of: "reminded voters of the flood".
const OF_MATTERS: &[&str] = &["assur", "convinc", "inform", "notif", "remind", "warn"];

/// How tightly a content ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// A clause: "that the bridge is sound, though narrow".
    Clause,
    /// A thing: "the plan".
    Object,
    /// Within a clause that a comma closes: "when he said so, …", "Ruiz, who opposes the plan, …".
    Comma,
}

/// Verbs of talking need a preposition before what is spoken of.
fn takes_object(classes: Classes) -> bool {
    classes.has_any(&[Class::Say, Class::Tell, Class::Call, Class::Accuse, Class::Show, Class::Hold, Class::Intend])
}

/// "struggled", "aimed": of these only an infinitive says what is meant.
fn only_intends(classes: Classes) -> bool {
    classes.has(Class::Intend)
        && !classes.has_any(&[Class::Say, Class::Tell, Class::Call, Class::Accuse, Class::Show, Class::Hold])
}

impl Passage<'_> {
    /// What stands behind `verb`; `None` where the verb does not attribute in this place.
    pub(super) fn complement(&self, cue: &VerbCue, ceiling: usize) -> Option<Complement> {
        let verb = &self.items[cue.verb];
        let mut at = cue.group.end;
        while at < ceiling
            && self.tag(at) == Tag::Adverb
            && !self.is(at, Class::Hearsay)
            && !self.opens_amount(at)
            && !self.is_word(at, "there")
        {
            at += 1;
        }
        // "promised | Sunday at a rally | to build", "warned | in an audit in May | that …"
        let is_dated = self.tag(at) == Tag::Time && self.tag(at + 1) != Tag::Owner;
        let is_placed = self.tag(at) == Tag::Preposition && !self.ties_matter(at);
        if verb.is(Class::Tell) && (is_dated || is_placed) {
            let behind = self.past_adjuncts(cue, at, ceiling);
            let leads = behind < ceiling && matches!(self.tag(behind), Tag::That | Tag::Quote);
            at = if is_dated || leads { behind } else { at };
        }
        if verb.is(Class::Tell) && !cue.passive && !self.begins_content(at) {
            return self.behind_addressee(cue, at, ceiling);
        }
        let speaks = verb.classes.has_any(&[Class::Say, Class::Tell, Class::Show]);
        if speaks {
            at = self.past_adjuncts(cue, at, ceiling);
        }
        self.content_at(cue, at, ceiling)
    }

    fn content_at(&self, cue: &VerbCue, at: usize, ceiling: usize) -> Option<Complement> {
        let verb = &self.items[cue.verb];
        if ceiling <= at {
            return Some(Complement::Closed(at));
        }
        match self.tag(at) {
            Tag::Colon if at + 1 < ceiling => Some(Complement::Content(at + 1)),
            Tag::Colon => Some(Complement::Announced),
            Tag::That if self.tag(at + 1) == Tag::Colon && ceiling <= at + 2 => Some(Complement::Announced),
            Tag::Comma | Tag::Dash if self.tag(at + 1) == Tag::Quote && at + 1 < ceiling => {
                Some(Complement::Content(at + 1))
            }
            // "He added, | that there is room"
            Tag::Comma if self.tag(at + 1) == Tag::That && at + 1 < ceiling => Some(Complement::Content(at + 1)),
            Tag::Comma | Tag::Dash if self.behind_aside(at, ceiling).is_some() => {
                self.behind_aside(at, ceiling).map(Complement::Content)
            }
            Tag::Comma | Tag::Dash | Tag::Stop | Tag::Semicolon | Tag::Close => Some(Complement::Closed(at)),
            Tag::Preposition | Tag::Adverb if self.states_amount(cue, at) => Some(Complement::Content(at)),
            Tag::Preposition | Tag::Adverb if self.holds_amount(cue, at) => Some(Complement::Content(at)),
            Tag::To => self.behind_to(cue, at),
            Tag::Preposition => self.behind_preposition(cue, at, ceiling),
            _ if !takes_object(verb.classes) => None,
            Tag::Ing => verb
                .classes
                .has_any(&[Class::Accuse, Class::Call, Class::Hold, Class::Intend, Class::Talk, Class::Say])
                .then_some(Complement::Content(at)),
            tag if tag.is_nominal() && only_intends(verb.classes) => None,
            tag if tag.opens_clause() => Some(Complement::Content(at)),
            // "estimate | there could be 40"
            Tag::Adverb if self.is_word(at, "there") && self.tag(at + 1).is_finite() => Some(Complement::Content(at)),
            // "condemned | Friday's test"
            Tag::Time if self.tag(at + 1) == Tag::Owner => Some(Complement::Content(at)),
            Tag::Modal | Tag::Be | Tag::Have | Tag::Past | Tag::Third
                if verb.classes.has_any(&[Class::Say, Class::Hold, Class::Estimate]) =>
            {
                Some(Complement::Content(at))
            }
            _ => None,
        }
    }

    /// "said, however, | “No.”", "said, through a lawyer, | that …", "said - in a letter, no less - | that …".
    fn behind_aside(&self, mark: usize, ceiling: usize) -> Option<usize> {
        let next = (mark + 1..ceiling.min(mark + 12)).find(|&at| self.tag(at) == self.tag(mark))? + 1;
        (next < ceiling && matches!(self.tag(next), Tag::That | Tag::Quote)).then_some(next)
    }

    fn behind_to(&self, cue: &VerbCue, at: usize) -> Option<Complement> {
        let verb = &self.items[cue.verb];
        // "referred | to “a raid”", "referred | to him as a liar"
        let is_spoken = matches!(self.tag(at + 1), Tag::Quote | Tag::Object) && verb.is(Class::Talk);
        let is_thing = self.tag(at + 1).is_nominal() || is_spoken;
        let before_verb = self.tag(at + 1) == Tag::Base || !is_thing;
        let takes = if self.agrees(cue) {
            true
        } else if before_verb {
            // "claimed | to have killed 40 fighters"
            let claims = self.tag(at + 1) == Tag::Have && self.starts_with(cue.verb, "claim");
            claims || verb.classes.has_any(&[Class::Intend, Class::Hold, Class::Tell, Class::Seem])
        } else {
            verb.is(Class::Talk)
                && ["refer", "point", "respond", "allude", "object", "appeal"]
                    .iter()
                    .any(|stem| self.starts_with(cue.verb, stem))
        };
        if !takes {
            return None;
        }
        Some(Complement::Content(if before_verb { at } else { at + 1 }))
    }

    /// "spoke of | the flood", "called for | a vote".
    fn behind_preposition(&self, cue: &VerbCue, at: usize, ceiling: usize) -> Option<Complement> {
        const TIES: &[&str] = &["about", "against", "for", "of", "on", "at"];
        let verb = &self.items[cue.verb];
        let only_speaks = ["spe", "spo", "talk"].iter().any(|stem| self.starts_with(cue.verb, stem));
        let is_circumstance = only_speaks && self.is_any(at, &["for", "at", "on"]);
        let ties = !is_circumstance && verb.classes.has_any(&[Class::Talk, Class::Hold]) && self.is_any(at, TIES);
        let has_more = at + 1 < ceiling && !self.is_word(at + 1, "condition");
        (ties && has_more).then_some(Complement::Content(at + 1))
    }

    /// "told reporters | that …", "urged voters | to …".
    fn behind_addressee(&self, cue: &VerbCue, at: usize, ceiling: usize) -> Option<Complement> {
        let Some(addressee) = self.phrase_from(at, ceiling) else {
            return self.content_at(cue, at, ceiling);
        };
        // "promised | a country of 40 chances": a thing is nobody's to hear it.
        if self.starts_with(cue.verb, "promis") && !self.can_speak(&addressee) && !self.is_number(addressee.end) {
            return Some(Complement::Content(at));
        }
        let takes_of = OF_MATTERS.iter().any(|stem| self.starts_with(cue.verb, stem));
        let matter = addressee.clone().find(|&at| takes_of && self.ties_matter(at));
        let behind =
            self.past_adjuncts(cue, matter.unwrap_or_else(|| self.past_joined(addressee.end, ceiling)), ceiling);
        match self.tag(behind) {
            _ if ceiling <= behind => Some(Complement::Closed(behind)),
            Tag::Comma if self.told_further(behind, ceiling).is_some() => {
                self.told_further(behind, ceiling).map(Complement::Content)
            }
            Tag::To => Some(Complement::Content(behind)),
            // "told Dolna Radio | he'd pay"
            tag if tag.is_finite() => {
                Some(Complement::Content(if self.contracted(behind).is_some() { behind } else { at }))
            }
            Tag::Preposition if self.ties_matter(behind) => Some(Complement::Content(behind + 1)),
            Tag::Preposition => Some(self.behind_circumstance(behind, ceiling)),
            // "told the Courier | before the vote", "told us at the mart | where they met"
            Tag::Subordinator | Tag::Relative
                if self.is_any(behind, &["after", "before", "when"])
                    || self.is_word(behind, "where") && addressee.start + 1 < behind =>
            {
                let that = (behind..ceiling).find(|&at| matches!(self.tag(at), Tag::That | Tag::Comma | Tag::Quote));
                let says = that.filter(|&that| self.tag(that) == Tag::That);
                Some(says.map_or(Complement::Closed(behind), Complement::Content))
            }
            _ => self.content_at(cue, behind, ceiling),
        }
    }

    /// "told the police | and crime panel | that": the position behind all who are told, where what they hear follows.
    fn past_joined(&self, end: usize, ceiling: usize) -> usize {
        let joined = self.is_word(end, "and").then(|| self.phrase_from(end + 1, ceiling)).flatten();
        joined.filter(|next| self.tag(next.end) == Tag::That).map_or(end, |next| next.end)
    }

    /// "told a crowd in Holm, Eastshire, on the last day | that": the clause behind a place and its county.
    fn told_further(&self, comma: usize, ceiling: usize) -> Option<usize> {
        const LONGEST_PLACE: usize = 16;
        let links = |at: usize| {
            let tag = self.tag(at);
            tag.is_nominal() || matches!(tag, Tag::Comma | Tag::Preposition | Tag::Time)
        };
        let that = (comma + 1..ceiling.min(comma + LONGEST_PLACE)).find(|&at| !links(at))?;
        (self.tag(that) == Tag::That).then_some(that)
    }

    /// "told the Courier | in 1983, “No.”", "“No,” he told the Courier | in 1983."
    fn behind_circumstance(&self, at: usize, ceiling: usize) -> Complement {
        const LONGEST_CIRCUMSTANCE: usize = 8;
        let comma = (at..ceiling.min(at + LONGEST_CIRCUMSTANCE)).find(|&at| self.tag(at) == Tag::Comma);
        let quote = comma.map(|comma| comma + 1).filter(|&quote| quote < ceiling && self.tag(quote) == Tag::Quote);
        quote.map_or(Complement::Closed(at), Complement::Content)
    }

    /// "reminded voters | of the flood", "warned them | against a sale".
    pub(super) fn ties_matter(&self, at: usize) -> bool {
        self.is_any(at, &["about", "against", "of"])
    }

    fn begins_content(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::That | Tag::Quote | Tag::To | Tag::Comma | Tag::Colon | Tag::Stop)
    }

    pub(super) fn starts_with(&self, at: usize, stem: &str) -> bool {
        self.word(at).get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem))
    }

    /// Where the content that begins at `start` ends.
    pub(super) fn content_end(&self, start: usize, ceiling: usize, reach: Reach) -> usize {
        let ceiling = ceiling.min(start + LONGEST_CONTENT);
        let mut depth = 0_u32;
        let mut in_aside = false;
        let mut at = start;
        while at < ceiling {
            match self.tag(at) {
                Tag::Open => depth += 1,
                Tag::Close if depth == 0 => break,
                Tag::Close => depth -= 1,
                Tag::Semicolon if depth == 0 && !self.is_list(start, ceiling) => break,
                Tag::Stop if depth == 0 && at + 1 >= ceiling => break,
                Tag::Comma if depth == 0 && start < at && self.comma_ends(start, at, ceiling, reach) => {
                    match self.resumes(start, at, ceiling, reach) {
                        Some(verb) => at = verb,
                        None => break,
                    }
                }
                Tag::Coordinator if depth == 0 && start < at && self.coordinator_ends(at, reach) => break,
                Tag::Coordinator | Tag::That
                    if depth == 0
                        && start < at
                        && (self.tag(at) == Tag::Coordinator || reach == Reach::Object)
                        && (self.quotes_next(at, ceiling) || self.names_next(at, ceiling)) =>
                {
                    break;
                }
                // "recalled | that Lund told her: “You will win”": what he told her is recalled, too.
                Tag::Colon if start < at && self.tag(at + 1) == Tag::Quote && !self.tells_within(start..at) => break,
                Tag::Quote if depth == 0 && self.ends_with_quotation(at, ceiling) => {
                    at += 1;
                    break;
                }
                Tag::Dash if depth == 0 && start < at && in_aside => {
                    if self.says_next(at + 1, ceiling) {
                        break;
                    }
                    in_aside = false;
                }
                Tag::Dash if depth == 0 && start < at && self.dash_ends(at, ceiling) => break,
                Tag::Dash if depth == 0 && start < at => in_aside = self.tag(at + 1) != Tag::Quote,
                Tag::Preposition
                    if start < at
                        && reach == Reach::Object
                        && self.is_word(at, "by")
                        && self.tag(at + 1) == Tag::Ing =>
                {
                    break;
                }
                Tag::Subordinator if start < at && reach == Reach::Object && self.hangs_outside(start, at) => break,
                Tag::Relative if start < at && reach == Reach::Comma && self.tag(at - 1) == Tag::Comma => break,
                _ => {}
            }
            at += 1;
        }
        // Marks at the end belong to the sentence around.
        while start < at
            && matches!(self.tag(at - 1), Tag::Comma | Tag::Stop | Tag::Colon | Tag::Dash | Tag::Semicolon | Tag::Mark)
        {
            at -= 1;
        }
        at
    }

    /// Whether somebody says something in a clause.
    fn tells_within(&self, clause: Range<usize>) -> bool {
        let says = |at: usize| self.tag(at) == Tag::Past && self.items[at].classes.has_any(&[Class::Say, Class::Tell]);
        self.tag(clause.start) == Tag::That && clause.into_iter().any(says)
    }

    /// Whether the item at `quote` is a quotation that begins with a small letter.
    pub(super) fn opens_small(&self, quote: usize) -> bool {
        let words = self.word(quote).trim_start_matches(|mark: char| !mark.is_alphanumeric());
        self.tag(quote) == Tag::Quote && words.starts_with(char::is_lowercase)
    }

    /// "The fair, visited by 40, | “lets us meet,”": a quotation in small letters goes on from the subject that
    /// opens the sentence.
    fn goes_on_in_quotation(&self, first: usize, quote: usize) -> bool {
        let is_small = self.opens_small(quote);
        let says =
            (first..quote).any(|at| self.tag(at).is_finite() && self.items[at].classes.has_any(super::cue::CUE_VERBS));
        is_small && !says && (self.tag(first).is_nominal() || self.tag(first) == Tag::Pronoun)
    }

    /// "“No one looked.” | He left": a quotation that closes its sentence closes what is said.
    fn ends_with_quotation(&self, quote: usize, ceiling: usize) -> bool {
        let marks = |mark: char| !mark.is_alphanumeric() && !".?!".contains(mark);
        let inner = self.word(quote).trim_end_matches(['"', '”', '’', '\'', ' ']);
        if inner.ends_with(',') && quote + 1 < ceiling && self.says_next(quote + 1, ceiling) {
            return true;
        }
        let closes = self.word(quote).trim_end_matches(marks).ends_with(['.', '?', '!']);
        closes && quote + 1 < ceiling && self.word(quote + 1).starts_with(char::is_uppercase)
    }

    /// "Apples, which …; pears, which …; plums": two semicolons part items, one parts sentences.
    fn is_list(&self, start: usize, ceiling: usize) -> bool {
        (start..ceiling).filter(|&at| self.tag(at) == Tag::Semicolon).nth(1).is_some()
    }

    /// "says the hall had a fund, and | took millions": behind a cue in the present, a verb in the past is told.
    fn is_older(&self, start: usize, link: usize) -> bool {
        let cue = start.checked_sub(1).filter(|&cue| matches!(self.tag(cue), Tag::Third | Tag::Base));
        let verb = link + 1;
        cue.is_some()
            && self.tag(verb) == Tag::Past
            && !self.items[verb].classes.has_any(&[Class::Say, Class::Tell, Class::Call, Class::Accuse])
    }

    /// "that Holt, | despite his 40 boats, | is better placed": a clause that has no verb yet goes on behind the next
    /// comma; where it does.
    fn resumes(&self, start: usize, comma: usize, ceiling: usize, reach: Reach) -> Option<usize> {
        const LONGEST_ASIDE: usize = 40;
        let opens =
            self.tag(start) == Tag::That || self.tag(start).is_nominal() || self.tag(start) == Tag::Subordinator;
        if reach == Reach::Comma || !opens || (start..comma).any(|at| self.tag(at).is_finite()) {
            return None;
        }
        let close = (comma + 2..ceiling.min(comma + LONGEST_ASIDE)).find(|&at| {
            let verb = at + 1 + usize::from(self.tag(at + 1) == Tag::Adverb);
            self.tag(at) == Tag::Comma
                && self.tag(verb).is_finite()
                && !self.items[verb].classes.has_any(super::cue::CUE_VERBS)
        })?;
        Some(close + 1)
    }

    fn comma_ends(&self, start: usize, comma: usize, ceiling: usize, reach: Reach) -> bool {
        let next = comma + 1;
        if reach == Reach::Comma {
            return true;
        }
        match self.tag(next) {
            Tag::Ing => self.reports_beside(next),
            Tag::Adverb => self.tag(next + 1) == Tag::Ing && self.reports_beside(next + 1),
            Tag::Coordinator => {
                let only_turns = self.is_word(next, "but") && !matches!(self.tag(next + 1), Tag::Modal | Tag::That);
                (self.coordinator_starts_clause(next, ceiling) && !self.is_older(start, next)) || only_turns
            }
            Tag::Subordinator => self.is_any(next, &["while", "although", "though", "whereas"]),
            Tag::Past => self.is_word(next, "compared") || self.says_on(next),
            Tag::Preposition => {
                // "a target for all fuels, gas included, | of 17 billion gallons"
                self.is_word(next, "despite") || (reach == Reach::Object && !self.is_word(next, "of"))
            }
            Tag::Relative => reach == Reach::Object || self.relates_cue(next, ceiling),
            _ => {
                self.is_word(next, "according")
                    || self.is_remark(next)
                    || self.is_word(next, "even")
                    || self.says_next(next, ceiling)
                    || self.answers_next(next, ceiling)
            }
        }
    }

    /// ", | a remark that drew laughter": the reporter's word for what was said.
    fn is_remark(&self, at: usize) -> bool {
        let opens = self.is_word(at, "a") || self.is_word(at, "an");
        opens && self.is(at + 1, Class::ClaimNoun) && self.tag(at + 2) == Tag::Relative
    }

    /// ", | adding that …": whoever speaks goes on; ", | showing that …" is the matter's own.
    fn reports_beside(&self, at: usize) -> bool {
        const CUES: &[Class] =
            &[Class::Say, Class::Tell, Class::Call, Class::Accuse, Class::Talk, Class::Hold, Class::Intend];
        self.items[at].classes.has_any(CUES)
    }

    /// "people who were not allowed to discuss it, | said it was over": the verb of those who only were described, or of
    /// whoever is named behind it.
    fn says_on(&self, verb: usize) -> bool {
        let opens = self.tag(verb + 1).opens_clause() || self.tag(verb + 1).is_nominal();
        opens && self.items[verb].classes.has_any(&[Class::Say, Class::Tell])
    }

    /// ", which | he called": the relative clause is another cue's.
    fn relates_cue(&self, relative: usize, ceiling: usize) -> bool {
        let Some(subject) = self.phrase_from(relative + 1, ceiling).map(|phrase| phrase.end) else { return false };
        let verb =
            (subject..ceiling.min(subject + 3)).find(|&at| self.tag(at) != Tag::Adverb && !self.tag(at).is_auxiliary());
        verb.is_some_and(|verb| {
            matches!(self.tag(verb), Tag::Past | Tag::Third)
                && self.items[verb].classes.has_any(&[Class::Say, Class::Call])
        })
    }

    /// ", | the report said": another cue closes over what was said.
    fn says_next(&self, at: usize, ceiling: usize) -> bool {
        self.phrase_from(at, ceiling).is_some_and(|phrase| {
            let verb = (phrase.end..ceiling.min(phrase.end + 3))
                .find(|&at| self.tag(at) != Tag::Adverb && !self.tag(at).is_auxiliary());
            verb.is_some_and(|verb| matches!(self.tag(verb), Tag::Past | Tag::Third) && self.is(verb, Class::Say))
        })
    }

    /// "and | Ruiz said, “No.”": what follows is a quotation of somebody else's.
    fn quotes_next(&self, link: usize, ceiling: usize) -> bool {
        let Some(phrase) = self.phrase_from(link + 1, ceiling) else { return false };
        let subject = phrase.end;
        let verb =
            (subject..ceiling.min(subject + 3)).find(|&at| self.tag(at) != Tag::Adverb && !self.tag(at).is_auxiliary());
        verb.is_some_and(|verb| {
            self.tag(verb).is_verb()
                && self.items[verb].classes.has_any(&[Class::Say, Class::Tell])
                && matches!(self.tag(verb + 1), Tag::Comma | Tag::Colon)
                && self.tag(verb + 2) == Tag::Quote
        })
    }

    /// "accused him of a raid and | Boyle says it is theft": somebody else with a name has the word.
    fn names_next(&self, link: usize, ceiling: usize) -> bool {
        self.tag(link) == Tag::Coordinator && self.tag(link + 1) == Tag::Name && self.says_next(link + 1, ceiling)
    }

    /// ", and | more than four in 10 said", ", | 32% call themselves …": the next of those who answer.
    fn answers_next(&self, at: usize, ceiling: usize) -> bool {
        const LONGEST_ANSWERERS: usize = 12;
        if !self.is_amount(at) {
            return false;
        }
        let verb = (at..ceiling.min(at + LONGEST_ANSWERERS))
            .find(|&at| self.tag(at).is_finite() || self.tag(at) == Tag::Comma);
        verb.is_some_and(|verb| {
            self.tag(verb).is_verb() && self.items[verb].classes.has_any(&[Class::Say, Class::Call, Class::Hold])
        })
    }

    /// ", and | Ruiz said", ", but | the mayor …": a clause with a subject of its own.
    fn coordinator_starts_clause(&self, at: usize, ceiling: usize) -> bool {
        // "it would cost more at first, but | would save 40 jobs": a modal verb goes on with what is said.
        if self.tag(at + 1).is_finite() {
            return self.tag(at + 1) != Tag::Modal;
        }
        if self.answers_next(at + 1, ceiling) {
            return true;
        }
        self.phrase_from(at + 1, ceiling).is_some_and(|phrase| {
            let verb = (phrase.end..ceiling.min(phrase.end + 4))
                .find(|&at| self.tag(at) != Tag::Adverb && !self.tag(at).is_auxiliary());
            verb.is_some_and(|verb| {
                self.tag(verb).is_finite() && self.items[verb].classes.has_any(&[Class::Say, Class::Tell])
            })
        })
    }

    /// "called him a liar and | said": a second verb of the same subject.
    fn coordinator_ends(&self, at: usize, reach: Reach) -> bool {
        let mut next = at + 1;
        while self.tag(next) == Tag::Adverb {
            next += 1;
        }
        // "denied it but | in a later interview | said"
        if self.tag(next) == Tag::Preposition {
            next = self.phrase_from(next + 1, next + 8).map_or(next, |phrase| phrase.end);
        }
        let Some(item) = self.items.get(next) else { return false };
        let is_cue = item.classes.has_any(&[Class::Say, Class::Tell, Class::Call, Class::Accuse]);
        match item.tag {
            Tag::Past | Tag::Third => is_cue || reach != Reach::Clause,
            // "seeks $1 trillion and | would spend half of it": a modal verb goes on with what is meant.
            Tag::Have | Tag::Be | Tag::Do => reach == Reach::Object,
            Tag::Ing => is_cue && reach != Reach::Clause,
            _ => false,
        }
    }

    /// A single dash closes what is said, unless nothing but a last detail follows ("- not quite 13 cents");
    /// a pair stands within it.
    fn dash_ends(&self, dash: usize, ceiling: usize) -> bool {
        if !(dash + 1..ceiling).any(|at| self.tag(at).is_finite()) {
            return false;
        }
        // "said he would pay - and | that 40 would follow", "- including how"; "said it would hold - and then it broke"
        let first = (dash + 1..ceiling).find(|&at| self.tag(at).is_finite() || self.tag(at) == Tag::That);
        let adds = first.is_some_and(|first| matches!(self.tag(first), Tag::Modal | Tag::That));
        if self.is_word(dash + 1, "including") || self.is_word(dash + 1, "and") && adds {
            return false;
        }
        self.tag(dash + 1) != Tag::Quote && !(dash + 1..ceiling).any(|at| self.tag(at) == Tag::Dash)
    }

    /// Whether the clause that opens at `at` hangs on the cue: not where it hangs on a clause within the object ("the
    /// claim that he lied | because …") or dates a participle ("the accord reached | after two weeks of talks").
    fn hangs_outside(&self, start: usize, at: usize) -> bool {
        let within = (start..at).any(|at| self.tag(at) == Tag::That);
        let dates = self.tag(at - 1) == Tag::Past
            && self.phrase_from(at + 1, at + 8).is_some_and(|phrase| !self.tag(phrase.end).is_finite());
        self.is_adverbial(at) && !within && !dates
    }

    fn is_adverbial(&self, at: usize) -> bool {
        ["after", "because", "before", "when", "while", "since", "if", "until", "although", "though", "unless"]
            .iter()
            .any(|word| self.is_word(at, word))
    }

    /// What was said before the clause that begins at `start`: from `floor` to the mark that sets it off.
    /// `None` where nothing sets it off.
    pub(super) fn said_before(&self, start: usize, floor: usize) -> Option<Range<usize>> {
        let edge = start.checked_sub(1).filter(|&edge| floor <= edge)?;
        let end = match self.tag(edge) {
            Tag::Quote => start,
            Tag::Comma | Tag::Dash => edge,
            _ => return None,
        };
        let first = (floor < end).then(|| self.said_from(end, floor))?;
        (first < end).then_some(first..end)
    }

    /// "Pointing at the map, | “We are here,”": a quotation set off by a mark of its own begins what was said.
    fn said_from(&self, end: usize, floor: usize) -> usize {
        let last = end - 1;
        let is_quote = self.tag(last) == Tag::Quote;
        if is_quote && self.goes_on_in_quotation(floor, last) {
            return floor;
        }
        // "In 2009, when it cost $4 million, | “shops were dying,” Ruiz said": an amount before the quotation is hers, too.
        let fronts = floor < last
            && matches!(self.tag(floor), Tag::Preposition | Tag::Subordinator)
            && self.tag(last - 1) == Tag::Comma
            && (floor..last).any(|at| self.is_amount(at));
        if is_quote
            && !fronts
            && floor < last
            && matches!(self.tag(last - 1), Tag::Comma | Tag::Colon | Tag::Stop | Tag::Dash)
        {
            return last;
        }
        floor
    }
}
