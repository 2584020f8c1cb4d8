//! Who does what a verb says: the noun phrase before it, over appositions, or behind it.

use std::ops::Range;

use super::cue::VerbCue;
use super::item::Passage;
use super::tag::{Tag, Tags};
use crate::language::{Class, POST_NOMINALS, WordList};

/// No apposition between a name and its verb is longer: "Ruiz, 44, who runs the shop on Mill Lane, said".
const LONGEST_APPOSITION: usize = 60;

/// Participles of those who answer.
const POLLED: WordList = WordList::of(&["asked", "interviewed", "polled", "questioned", "surveyed"]);

/// What a circumstance of time begins with.
const WHEN: WordList = WordList::of(&["after", "before", "since", "until"]);

/// "the mayor | herself | said"
const SELVES: WordList = WordList::of(&["herself", "himself", "itself", "themselves"]);

/// Whose words they are, and where the clause that says so begins.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// The noun phrase.
    pub(super) phrase: Range<usize>,
    /// The first item of the clause made of subject and cue; equal to the phrase's start,
    /// or to the cue's where the subject stands behind it or far away.
    pub(super) start: usize,
}

impl Passage<'_> {
    /// The subject that stands before the verb group, directly or over an apposition.
    pub(super) fn subject_before(&self, cue: &VerbCue, floor: usize) -> Option<Subject> {
        let group = cue.group.start;
        if group <= floor {
            return None;
        }
        let dated = self.before_date(group, floor);
        // "The loss grew, | the accounts for last year | show": the year is the paper's.
        if dated < group
            && let Some(phrase) = self.dated_paper(group, floor)
        {
            return Some(Subject { start: phrase.start, phrase });
        }
        match self.tag(dated - 1) {
            Tag::Close => self.apposed_subject(dated, floor),
            _ if matches!(self.tag(group - 1), Tag::Comma | Tag::Dash) => self.apposed_subject(group, floor),
            _ => {
                // "56 percent of those | polled | said"
                let is_polled = self.is_listed(group - 1, &POLLED) || self.is_listed(group - 1, &SELVES);
                let end = if is_polled { group - 1 } else { group };
                let phrase = self.phrase_before(end, floor).filter(|phrase| !self.is_aside(phrase, floor));
                let described = self.described_subject(phrase.as_ref().map_or(group, |phrase| phrase.start), floor);
                let related = phrase.as_ref().and_then(|phrase| self.related_subject(cue, phrase, floor));
                let phrase = described.or(related).or(phrase).or_else(|| self.subject_of_relative(group, floor))?;
                Some(Subject { start: phrase.start, phrase })
            }
        }
    }

    /// "Sen. Pruitt (R-Ohio) | on Tuesday | said": where the date before a verb begins.
    fn before_date(&self, end: usize, floor: usize) -> usize {
        let mut at = end;
        while floor + 1 < at && self.tag(at - 1) == Tag::Time {
            at -= 1;
        }
        if at < end && floor + 1 < at && (self.is_word(at - 1, "on") || self.is_word(at - 1, "in")) {
            at - 1
        } else {
            at
        }
    }

    /// "the accounts | for last year | show": the words for a paper before the time that it is about.
    fn dated_paper(&self, group: usize, floor: usize) -> Option<Range<usize>> {
        const LONGEST_TIME: usize = 4;
        let is_time = |at: &usize| matches!(self.tag(*at), Tag::Time | Tag::Number | Tag::Determiner | Tag::Noun);
        let link = (floor + 1..group).rev().take(LONGEST_TIME).find(|at| !is_time(at))?;
        let is_dated = self.is_any(link, &["for", "from"]) && self.tag(group - 1) == Tag::Time;
        let is_paper = is_dated && self.is(link - 1, Class::Document);
        is_paper.then(|| self.phrase_before(link, floor)).flatten()
    }

    /// "but | in a later interview | said": a circumstance between a subject or its helper and the verb.
    fn is_aside(&self, phrase: &Range<usize>, floor: usize) -> bool {
        let before = phrase.start.checked_sub(2).filter(|&before| floor <= before);
        if self.is_paper_opening(phrase, floor) {
            return true;
        }
        self.tag(phrase.start.saturating_sub(1)) == Tag::Preposition
            && before.is_some_and(|before| self.tag(before) == Tag::Coordinator || self.tag(before) == Tag::Have)
    }

    /// "In a statement | posted online he said": the paper that is posted does not post.
    fn is_paper_opening(&self, phrase: &Range<usize>, opening: usize) -> bool {
        let opens = phrase.start == opening + 1 && self.is_word(opening, "in");
        opens && self.tag(phrase.start) == Tag::Determiner && self.is(phrase.end - 1, Class::Document)
    }

    /// "An official | who spoke on condition of anonymity to discuss strategy | said": the phrase before "who".
    fn related_subject(&self, cue: &VerbCue, phrase: &Range<usize>, floor: usize) -> Option<Range<usize>> {
        const LONGEST_RELATIVE: usize = 24;
        // "a paper | that went before councillors | says": they would say.
        let disagrees = self.tag(cue.verb) == Tag::Third
            && cue.group.start == cue.verb
            && self.tag(phrase.end - 1) == Tag::Noun
            && self.word(phrase.end - 1).ends_with('s');
        if self.can_speak(phrase) && !self.is_object(phrase) && !disagrees {
            return None;
        }
        let floor = floor.max(phrase.start.saturating_sub(LONGEST_RELATIVE));
        let edge =
            (floor..phrase.start).rev().find(|&at| matches!(self.tag(at), Tag::Relative | Tag::Comma | Tag::That))?;
        let relates = self.tag(edge) == Tag::Relative && floor < edge && self.tag(edge - 1).is_nominal();
        relates.then(|| self.phrase_before(edge, floor.saturating_sub(LONGEST_RELATIVE))).flatten()
    }

    /// "insured | Moss's barns": what stands right behind a verb of action is its object.
    fn is_object(&self, phrase: &Range<usize>) -> bool {
        let before = phrase.start.checked_sub(1);
        before
            .is_some_and(|verb| self.tag(verb) == Tag::Past && !self.items[verb].classes.has_any(super::cue::CUE_VERBS))
    }

    /// "Officials | whose laws were struck down | say": the phrase before a relative clause that ends in a verb.
    pub(super) fn subject_of_relative(&self, group: usize, floor: usize) -> Option<Range<usize>> {
        const LONGEST_RELATIVE: usize = 16;
        let floor = floor.max(group.saturating_sub(LONGEST_RELATIVE));
        let edge =
            (floor + 1..group).rev().find(|&at| matches!(self.tag(at), Tag::Relative | Tag::Comma | Tag::That))?;
        let relates = self.tag(edge) == Tag::Relative && self.tag(edge - 1).is_nominal();
        relates
            .then(|| self.phrase_before(edge, floor.saturating_sub(LONGEST_RELATIVE)))
            .flatten()
            .filter(|phrase| self.can_speak(phrase))
    }

    /// "A poll | taken in March by a firm | shows": what stands before the verb belongs to a participle,
    /// and the subject stands before that. `start` is where the phrase before the verb begins.
    fn described_subject(&self, start: usize, floor: usize) -> Option<Range<usize>> {
        const LONGEST_DESCRIPTION: usize = 16;
        let before = self.tag(start.checked_sub(1)?);
        // "a poll | released this week | found"
        let is_dated = before == Tag::Past && self.is_near_time(start);
        if !is_dated && !matches!(before, Tag::Preposition | Tag::To | Tag::Time | Tag::Number | Tag::Adverb) {
            return None;
        }
        let floor = floor.max(start.saturating_sub(LONGEST_DESCRIPTION));
        let links = |tag: Tag| tag.is_nominal() || matches!(tag, Tag::Preposition | Tag::To | Tag::Time | Tag::Adverb);
        let participle = (floor..start).rev().find(|&at| !links(self.tag(at)))?;
        let is_participle = matches!(self.tag(participle), Tag::Past | Tag::Ing) && floor < participle;
        let end = if is_participle && self.is_word(participle - 1, "being") { participle - 1 } else { participle };
        if !is_participle || !matches!(self.tag(end - 1), Tag::Noun | Tag::Name) {
            return None;
        }
        let described = self.phrase_before(end, floor.saturating_sub(LONGEST_DESCRIPTION));
        let described = described.map(|described| self.paper_before(&described).unwrap_or(described));
        let speaks = |phrase: &Range<usize>| {
            (self.can_speak(phrase) || self.is_insider(phrase, participle))
                && !self.is_paper_opening(phrase, phrase.start.saturating_sub(1))
        };
        described.filter(speaks)
    }

    /// "numbers | the state police | released on Monday show": the paper that somebody has put out.
    fn paper_before(&self, issuer: &Range<usize>) -> Option<Range<usize>> {
        let noun = issuer.start.checked_sub(1)?;
        let is_paper = self.tag(noun) == Tag::Noun && self.is(noun, Class::Document);
        is_paper.then(|| self.phrase_before(noun + 1, 0)).flatten()
    }

    /// "a person | involved in the talks", "people | briefed on them": who knows, and is called no more than that.
    fn is_insider(&self, phrase: &Range<usize>, participle: usize) -> bool {
        self.is_any(phrase.end - 1, &["individual", "individuals", "man", "people", "person", "persons", "woman"])
            && self.is_any(participle, &["briefed", "informed", "involved"])
    }

    /// "Ruiz, 44, who runs the shop, | said": the nearest phrase that is no apposition.
    fn apposed_subject(&self, group: usize, floor: usize) -> Option<Subject> {
        let floor = floor.max(group.saturating_sub(LONGEST_APPOSITION));
        let mut end = self.before_dashes(group - 1, floor).unwrap_or(group - 1);
        let mut follows_predicate = false;
        loop {
            if self.tag(end) == Tag::Close {
                // "Sen. Pruitt (R-Ohio) | said"
                let open = (floor..end).rev().find(|&at| self.tag(at) == Tag::Open)?;
                let phrase = self.phrase_before(open, floor)?;
                return Some(Subject { start: phrase.start, phrase });
            }
            // "Ruiz (Ind, Mill and Quay), | who objects, | said": what a bracket holds is no part of the row.
            if floor < end && self.tag(end - 1) == Tag::Close {
                end = (floor..end).rev().find(|&at| self.tag(at) == Tag::Open)?;
            }
            let start = self.segment_start(end, floor);
            // "Ruiz, whose shop, | Paradise, | sells bread, said": whatever does something in her aside does not speak.
            let is_in_aside = (follows_predicate || self.ends_row(start, end)) && self.follows_relative(start, floor)
                || self.names_another(start, floor);
            if let Some(subject) = self.segment_subject(start, end, floor).filter(|_| !is_in_aside) {
                return Some(subject);
            }
            follows_predicate = self.tag(start).is_finite();
            if start <= floor {
                return None;
            }
            end = start - 1;
        }
    }

    /// "The union, which speaks for cooks, | drivers and nurses, | said": the end of a row of things, with no verb.
    fn ends_row(&self, start: usize, end: usize) -> bool {
        let is_of_row = |at: usize| {
            self.tag(at).is_nominal() || matches!(self.tag(at), Tag::Coordinator | Tag::Determiner | Tag::Number)
        };
        (start..end).all(is_of_row) && (start + 1..end).any(|at| self.tag(at) == Tag::Coordinator)
    }

    /// "Ruiz, who runs the shop with her husband, | Karl Lund, | said", "Ruiz, a sister of the mayor, | Karl Lund, | said":
    /// the name of somebody in what is told of her.
    fn names_another(&self, start: usize, floor: usize) -> bool {
        const PERSONS: &[Class] = &[Class::Kin, Class::RoleNoun, Class::Official, Class::Trade];
        if start < floor + 3 || self.tag(start - 1) != Tag::Comma || self.tag(start) != Tag::Name {
            return false;
        }
        let aside = self.segment_start(start - 1, floor);
        let names_person = self.items[start - 2].classes.has_any(PERSONS);
        if aside <= floor + 1 || self.tag(aside - 1) != Tag::Comma || !names_person {
            return false;
        }
        // "Ruiz, whose brother, | Karl Lund, | said": nothing has been done yet in her aside.
        let relates = self.tag(aside) == Tag::Relative
            && self.tag(aside - 2).is_nominal()
            && (aside..start - 2).any(|at| self.tag(at).is_finite());
        let is_kin = (aside..start - 2).any(|at| self.is(at, Class::Kin) && self.is_word(at + 1, "of"))
            && matches!(self.tag(aside - 2), Tag::Name | Tag::Number);
        relates || is_kin
    }

    /// Whether the stretch before the one at `start` opens a relative clause, or the one before that does:
    /// "who, | with her husband, | Karl Lund, | runs the shop".
    fn follows_relative(&self, start: usize, floor: usize) -> bool {
        let before = |start: usize| (floor + 1 < start).then(|| self.segment_start(start - 1, floor));
        let opens = |start: usize| self.tag(start) == Tag::Relative;
        before(start).is_some_and(|near| opens(near) || before(near).is_some_and(opens))
    }

    /// "45 percent of those asked | — 212 nurses, and all of them sent back the form — | said": the dash that opens what
    /// the one at `close` closes.
    fn before_dashes(&self, close: usize, floor: usize) -> Option<usize> {
        if self.tag(close) != Tag::Dash {
            return None;
        }
        let open = (floor + 1..close).rev().find(|&at| self.tag(at) == Tag::Dash)?;
        self.tag(open - 1).is_nominal().then_some(open)
    }

    /// The first item behind the comma, bracket or dash before `end`.
    fn segment_start(&self, end: usize, floor: usize) -> usize {
        let is_edge = |at: &usize| {
            matches!(self.tag(*at), Tag::Comma | Tag::Open | Tag::Dash | Tag::Semicolon | Tag::Colon | Tag::Quote)
        };
        let start = (floor..end).rev().find(is_edge).map_or(floor, |edge| edge + 1);
        // "Who has | adopted three “last chance” dogs": a few words that are quoted do not end her aside.
        let is_quoted = floor < start && self.tag(start - 1) == Tag::Quote && self.tag(start).is_nominal();
        let comma = is_quoted.then(|| (floor..start).rev().find(|&at| self.tag(at) == Tag::Comma)).flatten();
        comma.filter(|&comma| self.tag(comma + 1) == Tag::Relative).map_or(start, |comma| comma + 1)
    }

    /// The subject in one stretch between commas; `None` where the stretch only describes one further left.
    fn segment_subject(&self, start: usize, end: usize, floor: usize) -> Option<Subject> {
        let mut first = start;
        while first < end && matches!(self.tag(first), Tag::Coordinator | Tag::Adverb | Tag::That | Tag::Subordinator) {
            first += 1;
        }
        let tag = self.tag(first);
        // "Two dancers, | neither of whom would be named for fear of losing work, | said": what is told of them.
        if self.is_word(first + 1, "of") && self.tag(first + 2) == Tag::Relative {
            return None;
        }
        if first >= end || !(tag.is_nominal() || tag == Tag::Pronoun) || self.describes(first, end, floor) {
            return None;
        }
        if self.is_participial(first, end, floor) || self.is_former_post(start, end, floor) {
            return None;
        }
        let verb = (first..end).find(|&at| self.tag(at).is_finite());
        // "A man | involved in the review, who asked not to be named, said": the participle describes him.
        let is_described = verb.is_some_and(|verb| {
            let ties = matches!(self.tag(verb + 1), Tag::Preposition | Tag::To);
            let is_only = !(verb + 1..end).any(|at| self.tag(at).is_finite());
            first < verb && self.tag(verb) == Tag::Past && ties && is_only && self.tag(end + 1) == Tag::Relative
        });
        // "A nurse | who left in May, and who asked not to be named, | said": both clauses tell of her.
        let relates_twice = self.tag(end + 1) == Tag::Coordinator && self.tag(end + 2) == Tag::Relative;
        let relative = (first + 1..end).find(|&at| self.tag(at) == Tag::Relative).filter(|_| relates_twice);
        let has_verb = verb.is_some() && !is_described;
        let phrase = match relative.filter(|&relative| verb.is_some_and(|verb| relative < verb)) {
            Some(relative) => self.phrase_before(relative, first),
            None if has_verb => self.phrase_before(end, first),
            None => self.phrase_from(first, end),
        }?;
        // "The unions, | after a vote, | argued": a circumstance.
        if floor < start && self.is_listed(start, &WHEN) && !self.can_speak(&phrase) {
            return None;
        }
        let start = self.role_before(&phrase, floor).unwrap_or(phrase.start);
        Some(Subject { phrase, start })
    }

    /// "The minister, | visiting a mill, | said": what somebody does while they say it, whatever list knows the verb.
    fn is_participial(&self, first: usize, end: usize, floor: usize) -> bool {
        let word = self.word(first);
        let is_ing = word.ends_with("ing") && word.starts_with(char::is_lowercase) && first + 1 < end;
        let leads =
            matches!(self.tag(first + 1), Tag::Determiner | Tag::Preposition | Tag::Name | Tag::Number | Tag::To);
        let follows = floor + 1 < first && self.tag(first - 1) == Tag::Comma && self.tag(first - 2).is_nominal();
        is_ing && leads && follows
    }

    /// "Karl Lund, | then secretary of the lodge, | said": what he is or was.
    fn is_former_post(&self, start: usize, end: usize, floor: usize) -> bool {
        const WHEN: &[&str] = &["currently", "formerly", "later", "now", "once", "previously", "then"];
        let follows = floor + 1 < start && self.tag(start - 1) == Tag::Comma && self.tag(start - 2) == Tag::Name;
        follows && self.is_any(start, WHEN) && !(start..end).any(|at| self.tag(at).is_finite())
    }

    /// "a spokeswoman, | Ida Moss, | said": where the words for a post before a name begin; `None` without any.
    fn role_before(&self, name: &Range<usize>, floor: usize) -> Option<usize> {
        let comma = name.start.checked_sub(1).filter(|&comma| self.tag(comma) == Tag::Comma)?;
        let role = self.phrase_before(comma, floor).filter(|_| self.tag(name.start) == Tag::Name)?;
        let before = if floor < role.start { self.tag(role.start - 1) } else { Tag::Stop };
        let opens = matches!(before, Tag::Stop | Tag::Quote | Tag::Comma | Tag::Coordinator | Tag::Adverb);
        // "“My back has left me,” | the winner, Ida Moss, | said": right behind a quotation nothing else stands between.
        let is_between = before == Tag::Quote && self.tag(role.start) == Tag::Determiner;
        let is_role = is_between || role.clone().any(|at| self.is(at, Class::RoleNoun) || self.is(at, Class::Official));
        let is_plain = before == Tag::Quote || role.clone().all(|at| self.tag(at) != Tag::Name);
        (opens && is_role && is_plain).then_some(role.start)
    }

    /// Whether a stretch describes the name before it: an age, a place, "a retired teacher".
    fn describes(&self, first: usize, end: usize, floor: usize) -> bool {
        if first <= floor + 1 {
            return false;
        }
        let follows_comma = matches!(self.tag(first - 1), Tag::Comma | Tag::Open | Tag::Dash);
        if !follows_comma {
            return false;
        }
        // "The collector, Lata Rao, | IAS, | said"
        if first + 1 == end && self.tag(first - 2) == Tag::Name && POST_NOMINALS.contains(&self.word(first)) {
            return true;
        }
        match self.tag(first) {
            Tag::Number => true,
            Tag::Determiner | Tag::Noun => {
                let before = self.tag(first - 2);
                let is_between_dashes = self.tag(first - 1) == Tag::Dash && self.tag(end) == Tag::Dash;
                is_between_dashes || matches!(before, Tag::Name | Tag::Number | Tag::Close)
            }
            Tag::Name => {
                // "of Austin, Texas," names a place; "R-Millbrook" and "Jr." stand in brackets and behind names.
                let is_single = end == first + 1;
                let of_place =
                    self.tag(first - 2) == Tag::Name && first >= floor + 3 && self.follows_place_word(first - 2, floor);
                let is_party = self.word(first).len() == 1 && self.tag(first + 1) == Tag::Hyphen;
                // "Of Moss, | Lund, | who bakes, said": whom he speaks of opens the sentence.
                let is_spoken_of = first == floor + 3 && self.is_word(floor, "of");
                (is_single && of_place && !is_spoken_of)
                    || is_party
                    || self.tag(first - 1) == Tag::Open
                    || ["Jr.", "Sr.", "MP", "QC", "KC"].contains(&self.word(first))
            }
            _ => false,
        }
    }

    /// Whether the name that ends at `last` follows "of", "in", "from" or "at".
    fn follows_place_word(&self, last: usize, floor: usize) -> bool {
        let before = (floor..last).rev().take(5).find(|&at| self.tag(at) != Tag::Name);
        before.is_some_and(|at| self.tag(at) == Tag::Preposition)
    }

    /// "| said Ruiz": the phrase behind the verb, where what follows it shows that it is no object.
    /// `sure` where what was said has just ended, so that only the speaker can follow.
    pub(super) fn subject_behind(&self, cue: &VerbCue, sure: bool, ceiling: usize) -> Option<Subject> {
        let phrase = self.phrase_from(cue.group.end, ceiling)?;
        let is_object = self.tag(phrase.start) == Tag::Object;
        let edge = (phrase.end..ceiling).find(|&at| self.tag(at) != Tag::Adverb).unwrap_or(ceiling);
        let closes = matches!(
            self.tag(edge),
            Tag::Comma
                | Tag::Stop
                | Tag::Colon
                | Tag::Semicolon
                | Tag::Dash
                | Tag::Preposition
                | Tag::Time
                | Tag::Open
                | Tag::Close
        ) && !self.opens_clause(edge, ceiling)
            || ceiling <= edge
            || self.is_paper_described(&phrase, edge);
        let is_clause = self.tag(phrase.end).is_finite();
        let named = self.name_behind(&phrase, ceiling);
        let speaks = named.is_some() || self.can_speak(&phrase);
        // "He took 14 bribes, says | the charge book.": whatever it is, nothing else can say so.
        let speaks = speaks
            || self.is_any(cue.verb, &["say", "says"])
                && self.is_word(phrase.start, "the")
                && matches!(self.tag(edge), Tag::Stop | Tag::Comma);
        // "said | a person with knowledge of the talks"
        let is_somebody = self.is(cue.verb, Class::Say)
            && self.tag(phrase.start) == Tag::Determiner
            && self.is_any(phrase.start + 1, &["individual", "man", "person", "woman"])
            && phrase.end != phrase.start + 2;
        let speaks = speaks || is_somebody;
        let accepted = if sure { !is_clause || self.tag(phrase.end) == Tag::Past } else { closes && speaks };
        let phrase = named.unwrap_or(phrase);
        (accepted && !is_object).then_some(Subject { start: cue.group.start, phrase })
    }

    /// "said the Class | of 2026 would march": what stands behind the verb goes on as a clause of its own.
    fn opens_clause(&self, edge: usize, ceiling: usize) -> bool {
        const HELPERS: Tags = Tags::of(&[Tag::Modal, Tag::Be, Tag::Have]);
        let is_phrase = |at: usize| self.tag(at).is_nominal() || matches!(self.tag(at), Tag::Preposition | Tag::Number);
        let behind = (edge..ceiling).find(|&at| !is_phrase(at));
        self.tag(edge) == Tag::Preposition && behind.is_some_and(|at| HELPERS.has(self.tag(at)))
    }

    /// "says a paper | that goes before councillors", "says a report | published on Monday".
    fn is_paper_described(&self, phrase: &Range<usize>, edge: usize) -> bool {
        let is_paper = self.is(phrase.end - 1, Class::Document) && self.tag(phrase.start) == Tag::Determiner;
        let is_put_out = self.tag(edge) == Tag::Past
            && matches!(self.tag(edge + 1), Tag::Preposition | Tag::Time | Tag::To | Tag::Determiner);
        let is_insider = self.is_insider(phrase, edge);
        is_insider
            || is_paper && edge == phrase.end && (matches!(self.tag(edge), Tag::Relative | Tag::That) || is_put_out)
    }

    /// "one of them, | the editor Ida Moss", "its head, | Olive Grant": the name behind words that none but it tells of.
    pub(super) fn name_behind(&self, phrase: &Range<usize>, ceiling: usize) -> Option<Range<usize>> {
        const LONGEST: usize = 5;
        let is_one = self.is_word(phrase.start, "one") && self.is_word(phrase.start + 1, "of");
        let is_unknown = self.tag(phrase.start) == Tag::Determiner && !self.can_speak(phrase);
        let reach = if is_one { phrase.end + LONGEST } else { phrase.end + 1 };
        let comma = (phrase.end..ceiling.min(reach)).find(|&at| self.tag(at) == Tag::Comma)?;
        let name = self.phrase_from(comma + 1, ceiling).filter(|_| is_one || is_unknown)?;
        let is_named = self.tag(name.end - 1) == Tag::Name;
        let is_closed = ceiling <= name.end || !self.tag(name.end).is_finite();
        (is_named && (is_one || is_closed)).then_some(name)
    }

    /// Whether a phrase names somebody or something that has words of its own.
    pub(super) fn can_speak(&self, phrase: &Range<usize>) -> bool {
        const SPEAKERS: &[Class] = &[
            Class::Title,
            Class::RoleNoun,
            Class::Group,
            Class::Official,
            Class::Organisation,
            Class::Document,
            Class::Outlet,
        ];
        phrase
            .clone()
            .any(|at| matches!(self.tag(at), Tag::Name | Tag::Pronoun) || self.items[at].classes.has_any(SPEAKERS))
    }
}
