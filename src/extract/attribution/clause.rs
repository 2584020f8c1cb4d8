//! One clause with a verb of saying or thinking: its source and what is said before, behind and around it.

use std::ops::Range;

use super::AttributionKind;
use super::content::{Complement, Reach};
use super::cue::VerbCue;
use super::found::Found;
use super::item::Make;
use super::item::Passage;
use super::subject::Subject;
use super::tag::Tag;
use crate::extract::QuoteKind;
use crate::language::{Class, WordList};

/// A quotation further behind its cue than this belongs to somebody else.
pub(super) const FARTHEST_QUOTE: usize = 60;

/// The forms of "back", which with "off" or "down" holds nothing.
const BACKING: WordList = WordList::of(&["back", "backed", "backing", "backs"]);

/// Stems of verbs of thinking behind which a clause stands as often as a thing.
const THINKING: &[&str] = &[
    "assum",
    "believ",
    "conclu",
    "doubt",
    "fear",
    "guess",
    "hop",
    "imagin",
    "know",
    "reali",
    "suppos",
    "suspect",
    "think",
    "thought",
    "understand",
    "understood",
    "wish",
];

/// The sentence that is read, and what it has told so far.
pub(super) struct Clause<'a, 'b> {
    pub(super) passage: &'b Passage<'a>,
    pub(super) sentence: Range<usize>,
    /// The attributions found in this sentence, in order.
    pub(super) found: &'b [Found],
}

impl Clause<'_, '_> {
    /// The attribution whose cue is the verb at `verb`; `None` where it attributes nothing.
    pub(super) fn read_verb(&self, verb: usize) -> Option<Found> {
        let cue = self.passage.verb_cue(verb, self.behind_last_cue())?;
        if cue.passive {
            return self.read_passive(&cue);
        }
        if self.is_asked(&cue) {
            return self.read_asked(&cue);
        }
        if self.passage.is(verb, Class::Seem) || self.is_reckoned(&cue) {
            return self.read_seeming(&cue);
        }
        let found = self.read_inverted(&cue).or_else(|| self.read_opening(&cue)).or_else(|| self.read_active(&cue));
        found.filter(|found| found.source.as_ref().is_none_or(|source| !self.passage.is_mute(source)))
    }

    /// Where the last cue of the sentence ends: no verb group or subject reaches back over it.
    pub(super) fn behind_last_cue(&self) -> usize {
        self.found.last().map_or(self.sentence.start, |found| found.cue.end).max(self.sentence.start)
    }

    /// "“A,” said Ruiz", "A, says the ministry".
    fn read_inverted(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let verb = &passage.items[cue.verb];
        let is_finite = matches!(verb.tag, Tag::Past | Tag::Third | Tag::Base);
        let left = passage.tag_before(cue.group.start, &self.sentence);
        // "Ruiz, who was there, | did not mention Boyle, but said"
        let is_denied = passage.tag(cue.group.start) == Tag::Do;
        if !is_finite || is_denied || !verb.is(Class::Say) || !matches!(left, Tag::Quote | Tag::Comma | Tag::Dash) {
            return None;
        }
        let is_sure = left == Tag::Quote
            || (left == Tag::Comma && passage.tag_before(cue.group.start - 1, &self.sentence) == Tag::Quote);
        let subject = passage.subject_behind(cue, is_sure, self.sentence.end)?;
        let before = passage.said_before(cue.group.start, self.before_floor(cue.group.start))?;
        if self.is_described_subject(&before) || !is_sure && self.is_apposed_subject(&before, subject.phrase.end) {
            return None;
        }
        let mut content = vec![before];
        content.extend(self.said_behind(subject.phrase.end, true));
        Some(Found { source: Some(subject.phrase), content, ..found(cue, AttributionKind::Speech) })
    }

    fn read_active(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let subject = self.subject(cue).filter(|subject| !self.is_object_of_verb(cue, subject));
        if let Some(subject) = subject.as_ref().filter(|subject| self.closes_quotation(cue, subject)) {
            return self.read_closed(cue, subject.clone(), cue.group.end);
        }
        if let Some(subject) = subject.as_ref().filter(|subject| self.hangs_on_as(subject))
            && passage.tag(cue.group.end) == Tag::Comma
            && !(passage.puts_it(cue.verb) && passage.tag(cue.group.end + 1) == Tag::Quote)
        {
            return self.read_closed(cue, subject.clone(), cue.group.end);
        }
        if let Some(found) = subject.as_ref().and_then(|subject| self.read_listing(cue, subject)) {
            return Some(found);
        }
        if let Some(found) = self.read_quoting(cue, subject.as_ref()) {
            return Some(found);
        }
        if cue.verb + 2 == cue.group.end {
            // "That | puts it | 14 points ahead": nobody's words.
            let says = |subject: &Subject| !passage.is_any(subject.phrase.start, &["it", "that", "this", "which"]);
            return self.read_putting(cue, subject.filter(says)?);
        }
        if let Some(found) = subject.as_ref().and_then(|subject| self.read_reckoned(cue, subject)) {
            return Some(found);
        }
        match passage.complement(cue, self.sentence.end)? {
            Complement::Content(start)
                if self.only_dates(subject.as_ref(), start) || self.only_describes(cue, subject.as_ref(), start) =>
            {
                self.read_closed(cue, subject?, cue.group.end)
            }
            Complement::Content(start) => self.read_content(cue, subject, start),
            Complement::Closed(mark) => self.read_closed(cue, subject?, mark),
            Complement::Announced => {
                let subject = subject?;
                let found = found(cue, AttributionKind::Speech);
                Some(Found { source: Some(subject.phrase), announces: true, ..found })
            }
        }
    }

    /// "a group | called Fair Dale", "called off the deal", and
    /// "shared a syllabus | called “Perception”": a participle behind the object of another verb.
    fn is_object_of_verb(&self, cue: &VerbCue, subject: &Subject) -> bool {
        let passage = self.passage;
        let is_bare = cue.group.start == cue.verb && passage.tag(cue.verb) == Tag::Past;
        let is_naming = is_bare
            && passage.is_word(cue.verb, "called")
            && subject.phrase.end == cue.verb
            && ["a", "an"].iter().any(|word| passage.is_word(subject.phrase.start, word))
            && passage.tag(cue.verb + 1) == Tag::Name;
        // "Called off the strike", "wrote off $4 million in loans" report nothing.
        let is_called_off = passage.is_any(cue.verb, &["called", "write", "writes", "wrote", "written", "writing"])
            && passage.is_word(cue.verb + 1, "off");
        let backs_off = passage.is_listed(cue.verb, &BACKING)
            && passage.is_any(cue.verb + 1, &["away", "down", "off", "out", "up"]);
        if is_naming || is_called_off || backs_off {
            return true;
        }
        let follows =
            subject.phrase.end == cue.verb && passage.tag_before(subject.phrase.start, &self.sentence).is_verb();
        is_bare && follows && passage.is(cue.verb, Class::Participle)
    }

    /// "“A,” | Ruiz said, smiling": what stands right before the clause is what was said, whatever follows,
    /// unless the quotation is a mere fragment and a clause follows ("of the “raid,” she said that …").
    fn closes_quotation(&self, cue: &VerbCue, subject: &Subject) -> bool {
        let passage = self.passage;
        let speaks = passage.items[cue.verb].classes.has_any(&[Class::Say, Class::Tell]);
        let edge = subject.start.checked_sub(1).filter(|&edge| self.sentence.start <= edge);
        let quote = edge.and_then(|edge| match passage.tag(edge) {
            Tag::Quote => Some(edge),
            Tag::Comma | Tag::Dash if passage.tag_before(edge, &self.sentence) == Tag::Quote => Some(edge - 1),
            _ => None,
        });
        let Some(quote) = quote.filter(|&quote| speaks && !self.is_claimed(quote)) else { return false };
        let opens = self.before_floor(quote) == quote;
        let is_speech = passage.items[quote].make == Make::Quotation(QuoteKind::Speech);
        let next = passage.tag(cue.group.end);
        let goes_on = matches!(next, Tag::That | Tag::Pronoun | Tag::Subordinator);
        let hangs_on = matches!(next, Tag::Time | Tag::Preposition | Tag::Subordinator | Tag::Comma | Tag::Stop);
        if goes_on && self.is_programme(quote) {
            return false;
        }
        let is_closed = passage.ends_in_comma(quote) && (hangs_on || self.sentence.end <= cue.group.end);
        opens && (is_speech || next != Tag::That) || is_speech && !goes_on || is_closed
    }

    /// "Wednesday on Radio Dolna's | “Harbour,” | Ruiz said": the name of what she was on.
    fn is_programme(&self, quote: usize) -> bool {
        const LONGEST_TITLE: usize = 5;
        let passage = self.passage;
        let is_short = passage.word(quote).split_whitespace().count() <= LONGEST_TITLE;
        let opens = matches!(passage.tag(self.sentence.start), Tag::Time | Tag::Preposition);
        is_short && opens && !(self.sentence.start..quote).any(|at| passage.tag(at).is_finite())
    }

    /// Whether an earlier cue of the sentence has claimed the quotation: "she called it “a raid,” Ruiz said".
    fn is_claimed(&self, quote: usize) -> bool {
        self.found.iter().any(|found| found.covers(quote))
    }

    /// "Ruiz said | that the bridge is sound".
    fn read_content(&self, cue: &VerbCue, subject: Option<Subject>, start: usize) -> Option<Found> {
        let passage = self.passage;
        let start = self.behind_claim_noun(start);
        let reach = self.reach(cue, subject.as_ref(), start);
        let end = passage.content_end(start, self.sentence.end, reach);
        // "a woman who knows | him said": the verb behind is the main clause's.
        let is_known = passage.tag(start) == Tag::Object
            && passage.tag(start + 1) == Tag::Past
            && passage.is(start + 1, Class::Say);
        if is_known {
            return None;
        }
        let end = self.end_of_description(cue, subject.as_ref(), start, end);
        if end <= start || (reach == Reach::Clause && !self.is_reportable(cue, subject.as_ref(), start, end)) {
            return None;
        }
        let source = subject.map(|subject| subject.phrase);
        // "It is worth noting that": nobody notes it.
        let is_nobody = passage.tag(cue.verb) == Tag::Ing
            && source.as_ref().is_some_and(|source| passage.is_word(source.start, "it"));
        if is_nobody {
            return None;
        }
        source.as_ref()?;
        if self.is_deed(cue, start, end) {
            return None;
        }
        let ends_in_quote = passage.tag(end - 1) == Tag::Quote;
        let rest = ends_in_quote.then(|| self.said_behind(end, true)).flatten().filter(|piece| end < piece.start);
        let before = source.as_ref().and_then(|source| self.said_before_colon(source, start));
        let found = Found { source, ..found(cue, self.kind(cue, start)) };
        let (told, behind_aside) = self.around_aside(start..end);
        Some(found.saying_all(before).saying(told).saying_all(behind_aside).saying_all(rest))
    }

    /// "pledged to close all fairs | - 40 in that year - | by May": the aside in what somebody means to do is the
    /// reporter's.
    fn around_aside(&self, content: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
        let passage = self.passage;
        let mut dashes = content.clone().filter(|&at| passage.tag(at) == Tag::Dash);
        let aside = dashes.next().zip(dashes.next()).filter(|_| passage.tag(content.start) == Tag::To);
        match aside {
            Some((open, close)) if close + 1 < content.end => (content.start..open, Some(close + 1..content.end)),
            _ => (content, None),
        }
    }

    /// "a councillor who backed | the budget | said", "Ruiz, backing | the budget, | said": where what only describes
    /// a speaker ends before the verb of the main clause.
    fn end_of_description(&self, cue: &VerbCue, subject: Option<&Subject>, start: usize, end: usize) -> usize {
        let passage = self.passage;
        let relates = subject.is_some_and(|subject| passage.tag(subject.phrase.start) == Tag::Relative);
        if !relates && passage.tag(cue.verb) != Tag::Ing {
            return end;
        }
        let says = |at: usize| {
            passage.tag(at) == Tag::Past
                && passage.items[at].classes.has_any(&[Class::Say, Class::Tell])
                && !passage.is(at, Class::NounToo)
        };
        // "A nurse who asked | not to be named | said": what follows the infinitive without "that" is no part of it.
        let is_inner = |at: &usize| {
            !matches!(passage.tag(*at), Tag::That | Tag::Subordinator | Tag::Relative | Tag::Comma | Tag::Quote)
        };
        let infinitive = (start..end).find(|&at| passage.tag(at) == Tag::To).filter(|&to| relates && to <= start + 1);
        let behind = infinitive.and_then(|to| (to + 2..end).take_while(is_inner).find(|&at| says(at)));
        if let Some(verb) = behind {
            return verb;
        }
        let object = passage.phrase_from(start, end).map(|object| object.end).filter(|&verb| relates && says(verb));
        let reports = |comma: &usize| {
            passage.tag(*comma) == Tag::Comma
                && says(comma + 1)
                && matches!(
                    passage.tag(comma + 2),
                    Tag::That | Tag::Pronoun | Tag::Determiner | Tag::Quote | Tag::Comma
                )
        };
        object.or_else(|| (start + 1..end).find(reports)).unwrap_or(end)
    }

    /// "Sales were down, | the firm said: shops sold less": a clause before the source is said as well as that
    /// behind the colon.
    fn said_before_colon(&self, source: &Range<usize>, start: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        // "It was raised by 20%, | the report notes, “for reasons nobody recalls”": a quotation in small letters goes on.
        let goes_on = passage.tag_before(start, &self.sentence) == Tag::Comma && passage.opens_small(start);
        let follows_colon = passage.tag_before(start, &self.sentence) == Tag::Colon || goes_on;
        let follows_comma = passage.tag_before(source.start, &self.sentence) == Tag::Comma;
        let before = passage.said_before(source.start, self.before_floor(source.start))?;
        let first = passage.tag(before.start);
        let opens = first.is_nominal() || matches!(first, Tag::Pronoun | Tag::Preposition);
        let is_clause = opens && before.clone().any(|at| passage.tag(at).is_finite());
        (follows_colon && follows_comma && is_clause).then_some(before)
    }

    /// Verbs of saying report clauses: "maintained that …"; only some also take a thing ("announced a plan").
    fn is_reportable(&self, cue: &VerbCue, subject: Option<&Subject>, start: usize, end: usize) -> bool {
        let passage = self.passage;
        let verb = &passage.items[cue.verb];
        let takes_thing = verb.classes.has_any(&[
            Class::Accuse,
            Class::Call,
            Class::Hold,
            Class::Intend,
            Class::Show,
            Class::Tell,
            Class::Talk,
        ]);
        let is_thing = passage.tag(start).is_nominal()
            && !(start..end).any(|at| passage.tag(at).is_finite() || passage.tag(at) == Tag::Quote);
        let only_shows = verb.is(Class::Show)
            && !verb.classes.has_any(&[Class::Say, Class::Tell, Class::Call, Class::Accuse, Class::Hold]);
        // "the agency tallies 585"
        let counts = passage.is(cue.verb, Class::Estimate) && passage.is_amount(start);
        if only_shows && is_thing && !counts && !self.can_show(subject) {
            return false;
        }
        takes_thing || !is_thing
    }

    /// Only documents and those who make them find and show: "the poll found", not "he found".
    fn can_show(&self, subject: Option<&Subject>) -> bool {
        const FINDERS: &[Class] =
            &[Class::Document, Class::Outlet, Class::Organisation, Class::RoleNoun, Class::Group, Class::Official];
        subject.is_some_and(|subject| {
            subject
                .phrase
                .clone()
                .any(|at| self.passage.items[at].classes.has_any(FINDERS) || self.passage.tag(at) == Tag::Relative)
        })
    }

    /// "rejected the claim | that …": the noun belongs to the cue.
    fn behind_claim_noun(&self, start: usize) -> usize {
        let passage = self.passage;
        let noun = (start..self.sentence.end.min(start + 4))
            .find(|&at| !passage.tag(at).is_nominal() || passage.is(at, Class::ClaimNoun));
        match noun {
            Some(noun) if passage.is(noun, Class::ClaimNoun) && passage.tag(noun + 1) == Tag::That => noun + 1,
            _ => start,
        }
    }

    /// "“A,” Ruiz said |", "A, he said, | b", "As Ruiz put it, | a".
    fn read_closed(&self, cue: &VerbCue, subject: Subject, mark: usize) -> Option<Found> {
        let passage = self.passage;
        let verb = &passage.items[cue.verb];
        let puts_it = cue.verb + 2 == cue.group.end;
        if !puts_it && !verb.classes.has_any(&[Class::Say, Class::Tell, Class::Show, Class::Hold]) {
            return None;
        }
        self.close_over(cue, subject, mark)
    }

    /// What stands before the clause of subject and cue, and what goes on behind the mark that closes it.
    pub(super) fn close_over(&self, cue: &VerbCue, subject: Subject, mark: usize) -> Option<Found> {
        let passage = self.passage;
        let found = found(cue, self.kind(cue, mark));
        let hangs_on_as = self.hangs_on_as(&subject);
        let clause_start = if hangs_on_as { subject.start - 1 } else { subject.start };
        let before = passage.said_before(clause_start, self.before_floor(clause_start));
        let is_quoted = before
            .as_ref()
            .is_some_and(|before| passage.tag(before.end - 1) == Tag::Quote || passage.tag(before.start) == Tag::Quote);
        let mut content: Vec<Range<usize>> = Vec::new();
        let opens = before.is_none();
        content.extend(before);
        if opens && !hangs_on_as {
            // "Ruiz said on Monday, in reference to the fair, | “No.”"
            let quote = self.said_behind(mark, true).filter(|piece| passage.tag(piece.start) == Tag::Quote)?;
            let is_plain = !(mark..quote.start).any(|at| passage.tag(at).is_finite());
            return is_plain.then(|| found.by(subject.phrase).saying(quote));
        }
        // "As Ruiz explained, | three were shut, “which is bad.”"
        if opens && clause_start <= self.sentence.start + 1 && passage.tag(mark) == Tag::Comma {
            let end = passage.content_end(mark + 1, self.sentence.end, Reach::Clause);
            return (mark + 1 < end).then(|| found.by(subject.phrase).saying(mark + 1..end));
        }
        let behind = self.said_behind(mark, is_quoted);
        // "She said it again: the vote, | she said, was “a theft”": what the cue interrupts begins behind the colon.
        if let (Some(before), Some(behind)) = (content.first_mut(), &behind)
            && passage.tag(behind.start).is_finite()
            && let Some(colon) = before.clone().rev().find(|&at| passage.tag(at) == Tag::Colon)
        {
            before.start = colon + 1;
        }
        content.extend(behind);
        content.extend(self.said_behind_semicolon(mark).filter(|_| !is_quoted));
        (!content.is_empty()).then_some(Found { source: Some(subject.phrase), content, ..found })
    }

    /// "as | Ruiz explained"
    fn hangs_on_as(&self, subject: &Subject) -> bool {
        let passage = self.passage;
        passage.tag_before(subject.start, &self.sentence) == Tag::Subordinator
            && passage.is_word(subject.start - 1, "as")
    }

    /// "As Ruiz put it in a letter, | “no”", "“no,” as Ruiz put it".
    fn read_putting(&self, cue: &VerbCue, subject: Subject) -> Option<Found> {
        let passage = self.passage;
        let comma = (cue.group.end..self.sentence.end.min(cue.group.end + 20))
            .find(|&at| matches!(passage.tag(at), Tag::Comma | Tag::Colon));
        let mark = comma.unwrap_or(cue.group.end);
        // "…, and a colleague, Bo Ek, put it more plainly: | “They will pay.”"
        let announces = passage.tag(mark) == Tag::Colon && mark + 1 < self.sentence.end;
        let announces = announces && passage.tag(mark + 1) == Tag::Quote;
        let opens = subject.start <= self.sentence.start + 2 || announces;
        // "He left because, as he put it, | “nobody asked”": what stands before is the reporter's.
        if !opens && passage.tag(mark + 1) == Tag::Quote && mark + 1 < self.sentence.end {
            let content = mark + 1..mark + 2;
            return Some(Found { source: Some(subject.phrase), ..found(cue, AttributionKind::Speech) }.saying(content));
        }
        if opens && mark + 1 < self.sentence.end {
            let content = mark + 1..passage.content_end(mark + 1, self.sentence.end, Reach::Clause).max(mark + 2);
            return Some(Found {
                source: Some(subject.phrase),
                content: vec![content],
                ..found(cue, AttributionKind::Speech)
            });
        }
        self.read_closed(cue, subject, mark)
    }

    /// Where the words before a closed cue may begin: behind what an earlier cue of the sentence has claimed.
    pub(super) fn before_floor(&self, clause: usize) -> usize {
        let passage = self.passage;
        let earlier = self.found.iter().rev().find(|found| {
            found.kind == AttributionKind::Speech
                && found.content.iter().any(|piece| passage.tag(piece.end - 1) == Tag::Quote && piece.end + 1 < clause)
        });
        let floor = earlier.map_or(self.sentence.start, |found| {
            found
                .content
                .iter()
                .map(|piece| piece.end)
                .chain([found.cue.end])
                .filter(|&end| end < clause)
                .max()
                .unwrap_or(self.sentence.start)
        });
        (floor..clause)
            .find(|&at| {
                !matches!(passage.tag(at), Tag::Comma | Tag::Coordinator | Tag::Semicolon | Tag::Stop | Tag::Dash)
            })
            .unwrap_or(floor)
    }

    /// What goes on behind the cue: a quotation, or the rest of a clause that the cue interrupts.
    fn said_behind(&self, mark: usize, is_quoted: bool) -> Option<Range<usize>> {
        let passage = self.passage;
        let ceiling = self.sentence.end;
        let quote = (mark..ceiling.min(mark + FARTHEST_QUOTE)).find(|&at| {
            passage.tag(at) == Tag::Quote
                || passage.puts_it(at)
                || (passage.tag(at).is_verb() && passage.items[at].is(Class::Say) && passage.tag(at) != Tag::Ing)
        });
        if let Some(quote) = quote.filter(|&quote| passage.tag(quote) == Tag::Quote)
            && quote > mark
            && matches!(passage.tag(quote - 1), Tag::Comma | Tag::Dash | Tag::Colon | Tag::Stop | Tag::Coordinator)
        {
            return Some(quote..passage.content_end(quote, ceiling, Reach::Clause).max(quote + 1));
        }
        let next = mark + 1;
        let interrupts = !is_quoted
            && matches!(passage.tag(mark), Tag::Comma)
            && next < ceiling
            && !matches!(passage.tag(next), Tag::Ing | Tag::Relative)
            && (passage.tag(next) != Tag::Coordinator || self.adds_more(next))
            && (passage.tag(next) != Tag::Subordinator || self.hangs_on_more(next));
        let end = interrupts.then(|| passage.content_end(next, ceiling, Reach::Clause))?;
        (next < end).then_some(next..end)
    }

    /// "Iron is half of it, the filing says; | wages are a fifth": of what stands behind the mark, nobody else has the word.
    fn said_behind_semicolon(&self, mark: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let next = mark + 1;
        let speaks = |at: usize| {
            passage.tag(at) == Tag::Quote
                || passage.is_word(at, "according")
                || passage.tag(at).is_verb() && passage.items[at].classes.has_any(super::cue::CUE_VERBS)
        };
        if passage.tag(mark) != Tag::Semicolon || (next..self.sentence.end).any(speaks) {
            return None;
        }
        let end = passage.content_end(next, self.sentence.end, Reach::Clause);
        (next < end).then_some(next..end)
    }

    /// "Ten had left, Ruiz said, | and more would follow", ", | or 40 percent": the clause goes on, unless the second
    /// verb is the speaker's own ("and left the hall") or somebody else speaks next.
    fn adds_more(&self, at: usize) -> bool {
        let passage = self.passage;
        let next = (at + 1..self.sentence.end).find(|&at| passage.tag(at) != Tag::Adverb).unwrap_or(at + 1);
        let is_verb = matches!(passage.tag(next), Tag::Past | Tag::Third | Tag::Base | Tag::Ing);
        // "It goes to 40 farms, the board said, and | comes to $9 million": the tense is that of what was said.
        let says = (self.sentence.start..at).rev().map(|at| passage.tag(at)).find(|tag| tag.is_finite());
        let is_told =
            matches!((says, passage.tag(next)), (Some(Tag::Past), Tag::Third) | (Some(Tag::Third), Tag::Past));
        let is_own = is_verb && !is_told || passage.tag(next) == Tag::Stop;
        let speaks = (next..self.sentence.end).any(|at| {
            passage.tag(at).is_finite() && passage.items[at].classes.has_any(&[Class::Say, Class::Tell, Class::Show])
        });
        !is_own && !speaks
    }

    /// "In May, Ruiz said, | when the fair closed, 40 left": a clause that a comma closes hangs on what goes on, and
    /// one that gives a reason or another side is part of what was said.
    fn hangs_on_more(&self, at: usize) -> bool {
        const JOINING: &[&str] = &["although", "because", "before", "if", "though", "while"];
        let passage = self.passage;
        let joins = JOINING.iter().any(|word| passage.is_word(at, word)) && passage.tag(at + 1) != Tag::Ing;
        if joins {
            return true;
        }
        let closes = (at + 1..self.sentence.end).any(|at| self.passage.tag(at) == Tag::Comma);
        closes && !self.passage.is_word(at, "as")
    }

    /// "hopes | his offer before the vote will help", "believe | prices have risen since May": the clause has a verb.
    fn thinks(&self, cue: &VerbCue, start: usize) -> bool {
        let passage = self.passage;
        let word = passage.word(cue.verb);
        let is_thinking =
            THINKING.iter().any(|stem| word.get(..stem.len()).is_some_and(|head| head.eq_ignore_ascii_case(stem)));
        let mut clause = (start..self.sentence.end).take_while(|&at| passage.tag(at) != Tag::Comma);
        is_thinking && passage.tag(start).is_nominal() && clause.any(|at| passage.tag(at).is_finite())
    }

    /// "attributed rising rents in some wards, like Holm, | to 40 landlords": the object goes on to its cause.
    fn credits(&self, cue: &VerbCue) -> bool {
        self.passage.word(cue.verb).get(..8).is_some_and(|head| head.eq_ignore_ascii_case("attribut"))
    }

    pub(super) fn reach(&self, cue: &VerbCue, subject: Option<&Subject>, start: usize) -> Reach {
        let passage = self.passage;
        let first = self.sentence.start;
        let is_relative = subject.is_some_and(|subject| {
            passage.tag(subject.phrase.start) == Tag::Relative
                && passage.tag_before(subject.phrase.start, &self.sentence) == Tag::Comma
        });
        // "a grower who backs the plan, | Ruiz lost 40 acres": the object of a relative clause ends with it.
        let is_held = subject.is_some_and(|subject| passage.tag(subject.phrase.start) == Tag::Relative)
            && passage.tag(start).is_nominal()
            && !passage.items[cue.verb].classes.has_any(&[Class::Say, Class::Tell, Class::Show]);
        if is_held {
            return Reach::Comma;
        }
        let left = passage.tag_before(cue.group.start, &self.sentence);
        let opens_hung = matches!(passage.tag(first), Tag::Subordinator | Tag::Ing | Tag::Preposition | Tag::Past);
        let hangs = matches!(left, Tag::Subordinator | Tag::Preposition) && passage.tag(cue.verb) == Tag::Ing;
        let is_first = !(first..cue.group.start).any(|at| passage.tag(at) == Tag::Comma);
        if is_relative || (is_first && (opens_hung || hangs)) {
            return Reach::Comma;
        }
        let verb = &passage.items[cue.verb];
        let is_clause =
            matches!(passage.tag(start), Tag::To | Tag::That | Tag::Quote | Tag::Subordinator | Tag::Pronoun)
                || verb.classes.has_any(&[Class::Say, Class::Tell, Class::Show])
                || self.credits(cue)
                || self.thinks(cue, start);
        if is_clause { Reach::Clause } else { Reach::Object }
    }

    pub(super) fn kind(&self, cue: &VerbCue, start: usize) -> AttributionKind {
        let verb = &self.passage.items[cue.verb];
        let says = [Class::Say, Class::Tell, Class::Call, Class::Accuse, Class::Talk, Class::Show];
        let intends = verb.is(Class::Intend) && self.passage.tag(start) == Tag::To;
        let puts_it = cue.verb + 2 == cue.group.end;
        if intends || !(puts_it || verb.classes.has_any(&says)) {
            AttributionKind::Attitude
        } else {
            AttributionKind::Speech
        }
    }
}

pub(super) fn found(cue: &VerbCue, kind: AttributionKind) -> Found {
    Found::new(kind, cue.group.clone())
}
