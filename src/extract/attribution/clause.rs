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
use crate::language::Class;

/// A quotation further behind its cue than this belongs to somebody else.
const FARTHEST_QUOTE: usize = 60;

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
        if self.passage.is(verb, Class::Seem) {
            return self.read_seeming(&cue);
        }
        self.read_inverted(&cue).or_else(|| self.read_active(&cue))
    }

    /// Where the last cue of the sentence ends: no verb group or subject reaches back over it.
    fn behind_last_cue(&self) -> usize {
        self.found.last().map_or(self.sentence.start, |found| found.cue.end).max(self.sentence.start)
    }

    /// "“A,” said Ruiz", "A, says the ministry".
    fn read_inverted(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let verb = &passage.items[cue.verb];
        let is_finite = matches!(verb.tag, Tag::Past | Tag::Third | Tag::Base);
        let left = passage.tag_before(cue.group.start, &self.sentence);
        if !is_finite || !verb.is(Class::Say) || !matches!(left, Tag::Quote | Tag::Comma | Tag::Dash) {
            return None;
        }
        let is_sure = left == Tag::Quote
            || (left == Tag::Comma && passage.tag_before(cue.group.start - 1, &self.sentence) == Tag::Quote);
        let subject = passage.subject_behind(cue, is_sure, self.sentence.end)?;
        let before = passage.said_before(cue.group.start, self.before_floor(cue.group.start))?;
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
        if let Some(found) = self.read_quoting(cue, subject.as_ref()) {
            return Some(found);
        }
        if cue.verb + 2 == cue.group.end {
            return self.read_putting(cue, subject?);
        }
        match passage.complement(cue, self.sentence.end)? {
            Complement::Content(start) => self.read_content(cue, subject, start),
            Complement::Closed(mark) => self.read_closed(cue, subject?, mark),
            Complement::Announced => {
                let subject = subject?;
                let found = found(cue, AttributionKind::Speech);
                Some(Found { source: Some(subject.phrase), announces: true, ..found })
            }
        }
    }

    /// "shared a syllabus | called “Perception”": a participle behind the object of another verb.
    fn is_object_of_verb(&self, cue: &VerbCue, subject: &Subject) -> bool {
        let passage = self.passage;
        let is_bare = cue.group.start == cue.verb && passage.tag(cue.verb) == Tag::Past;
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
        opens && (is_speech || next != Tag::That) || is_speech && !goes_on
    }

    /// Whether an earlier cue of the sentence has claimed the quotation: "she called it “a raid,” Ruiz said".
    fn is_claimed(&self, quote: usize) -> bool {
        self.found.iter().any(|found| found.content.iter().any(|piece| piece.start == quote))
    }

    /// "Ruiz said | that the bridge is sound".
    fn read_content(&self, cue: &VerbCue, subject: Option<Subject>, start: usize) -> Option<Found> {
        let passage = self.passage;
        let start = self.behind_claim_noun(start);
        let reach = self.reach(cue, subject.as_ref(), start);
        let end = passage.content_end(start, self.sentence.end, reach);
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
        let ends_in_quote = passage.tag(end - 1) == Tag::Quote;
        let rest = ends_in_quote.then(|| self.said_behind(end, true)).flatten().filter(|piece| end < piece.start);
        let found = Found { source, ..found(cue, self.kind(cue, start)) };
        Some(found.saying(start..end).saying_all(rest))
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
        if only_shows && is_thing && !self.can_show(subject) {
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
        let found = found(cue, self.kind(cue, mark));
        let hangs_on_as = passage.tag_before(subject.start, &self.sentence) == Tag::Subordinator
            && passage.is_word(subject.start - 1, "as");
        let clause_start = if hangs_on_as { subject.start - 1 } else { subject.start };
        let before = passage.said_before(clause_start, self.before_floor(clause_start));
        let is_quoted = before
            .as_ref()
            .is_some_and(|before| passage.tag(before.end - 1) == Tag::Quote || passage.tag(before.start) == Tag::Quote);
        let mut content: Vec<Range<usize>> = Vec::new();
        let opens = before.is_none();
        content.extend(before);
        if opens && !hangs_on_as {
            return None;
        }
        content.extend(self.said_behind(mark, is_quoted));
        (!content.is_empty()).then_some(Found { source: Some(subject.phrase), content, ..found })
    }

    /// "As Ruiz put it in a letter, | “no”", "“no,” as Ruiz put it".
    fn read_putting(&self, cue: &VerbCue, subject: Subject) -> Option<Found> {
        let passage = self.passage;
        let comma = (cue.group.end..self.sentence.end.min(cue.group.end + 20))
            .find(|&at| matches!(passage.tag(at), Tag::Comma | Tag::Colon));
        let mark = comma.unwrap_or(cue.group.end);
        let opens = subject.start <= self.sentence.start + 2;
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
    fn before_floor(&self, clause: usize) -> usize {
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
            && !matches!(passage.tag(next), Tag::Ing | Tag::Coordinator | Tag::Relative)
            && !(passage.tag(next) == Tag::Subordinator);
        let end = interrupts.then(|| passage.content_end(next, ceiling, Reach::Clause))?;
        (next < end).then_some(next..end)
    }

    /// "| Asked whether …, Ruiz said", "when | asked about …".
    fn is_asked(&self, cue: &VerbCue) -> bool {
        let passage = self.passage;
        let opens = matches!(passage.tag_before(cue.verb, &self.sentence), Tag::Stop | Tag::Subordinator);
        opens && passage.tag(cue.verb) == Tag::Past && passage.is_word(cue.verb, "asked")
    }

    /// A question that somebody unnamed has asked, up to the comma.
    fn read_asked(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let mut start = cue.group.end;
        let mut source = None;
        if passage.is_word(start, "by") {
            let agent = passage.phrase_from(start + 1, self.sentence.end)?;
            start = agent.end;
            source = Some(agent);
        }
        if passage.is_word(start, "about") {
            start += 1;
        }
        let end = passage.content_end(start, self.sentence.end, Reach::Comma);
        (start < end).then(|| Found { source, ..found(cue, AttributionKind::Speech) }.saying(start..end))
    }

    /// "is quoted as saying", "was told that", "is believed to", "was praised by".
    fn read_passive(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let behind = cue.group.end;
        if passage.is_word(behind, "by") {
            let agent = passage.phrase_from(behind + 1, self.sentence.end)?;
            let subject = passage.subject_before(cue, self.sentence.start)?;
            let is_it = passage.is_word(subject.phrase.start, "it");
            let content = if is_it && passage.tag(agent.end) == Tag::That {
                agent.end..passage.content_end(agent.end, self.sentence.end, Reach::Clause)
            } else {
                subject.phrase
            };
            return Some(Found { source: Some(agent), content: vec![content], ..found(cue, self.kind(cue, behind)) });
        }
        if passage.is_word(cue.verb, "expected") && passage.tag(behind) == Tag::To {
            return self.read_seeming(cue);
        }
        let verb = &passage.items[cue.verb];
        if verb.is(Class::Rumoured) && !verb.is(Class::Tell) {
            return None;
        }
        let asks = verb.is(Class::Tell) || passage.is_word(cue.verb, "asked");
        if !asks {
            return None;
        }
        let Complement::Content(start) = passage.complement(cue, self.sentence.end)? else { return None };
        let end = passage.content_end(start, self.sentence.end, self.reach(cue, None, start));
        (start < end).then(|| found(cue, AttributionKind::Speech).saying(start..end))
    }

    /// "The bridge appears to be sound": the story's own judgement, with no source.
    fn read_seeming(&self, cue: &VerbCue) -> Option<Found> {
        let passage = self.passage;
        let behind = cue.group.end;
        if !matches!(passage.tag(behind), Tag::To | Tag::Noun | Tag::That | Tag::Preposition)
            || passage.tag(behind) == Tag::Preposition
        {
            return None;
        }
        let subject = passage.subject_before(cue, self.sentence.start)?;
        let end = passage.content_end(behind, self.sentence.end, Reach::Object);
        let mut content = Vec::new();
        if !passage.is_word(subject.phrase.start, "it") {
            content.push(subject.phrase);
        }
        content.push(behind..end);
        (behind < end).then_some(Found { content, ..found(cue, AttributionKind::Attitude) })
    }

    /// The subject of an active verb: before it, or, for "and said" and ", saying", that of the clause.
    fn subject(&self, cue: &VerbCue) -> Option<Subject> {
        let passage = self.passage;
        let floor = self.sentence.start;
        let group = cue.group.start;
        let far = |phrase: Range<usize>| Subject { phrase, start: group };
        let left = passage.tag_before(group, &self.sentence);
        if passage.tag(cue.verb) == Tag::Ing && !passage.tag(group).is_auxiliary() {
            if left.is_nominal()
                && let Some(phrase) = passage.phrase_before(group, floor)
                && passage.can_speak(&phrase)
                && !self.is_issued(&phrase)
                && (passage.items[cue.verb].classes.has_any(&[Class::Say, Class::Show])
                    || !phrase.clone().any(|at| passage.tag(at) == Tag::Name))
            {
                return Some(Subject { start: phrase.start, phrase });
            }
            let speaker = if left == Tag::Comma { self.last_source() } else { None };
            let subject = speaker.or_else(|| self.main_subject(group)).or_else(|| self.last_source());
            return subject
                .or_else(|| self.interrupted_subject(group))
                .or_else(|| self.following_subject(group))
                .map(far);
        }
        match left {
            Tag::Coordinator => self.last_source().or_else(|| self.main_subject(group)).map(far),
            Tag::To | Tag::Stop | Tag::Subordinator | Tag::Preposition => self.main_subject(group).map(far),
            // Over an apposition the subject may stand before a cue of its own: "Ruiz, who opposes the plan, said".
            Tag::Comma | Tag::Dash | Tag::Close => {
                passage.subject_before(cue, floor).or_else(|| self.last_source().map(far))
            }
            _ => passage
                .subject_before(cue, floor.max(self.behind_last_cue_of_clause(group)))
                .or_else(|| self.last_source().map(far)),
        }
    }

    /// "released | a statement | saying": the statement is whose who released it.
    fn is_issued(&self, phrase: &Range<usize>) -> bool {
        let before = self.passage.tag_before(phrase.start, &self.sentence);
        before.is_verb() && phrase.clone().any(|at| self.passage.is(at, Class::Document))
    }

    fn behind_last_cue_of_clause(&self, group: usize) -> usize {
        self.found.last().map_or(self.sentence.start, |found| found.cue.end).min(group)
    }

    /// The source of the last attribution in the sentence that stands in no other's content and hangs on no noun.
    fn last_source(&self) -> Option<Range<usize>> {
        let is_nested = |found: &Found| {
            self.found.iter().any(|other| other.content.iter().any(|piece| piece.contains(&found.cue.start)))
        };
        let sources =
            self.found.iter().rev().filter(|found| !is_nested(found)).filter_map(|found| found.source.clone());
        sources
            .clone()
            .find(|source| self.passage.tag(source.start) != Tag::Relative)
            .or_else(|| self.found.first()?.source.clone())
    }

    /// The subject of the clause that `group` hangs on: of the nearest finite verb before it whose clause
    /// hangs on no other.
    pub(super) fn main_subject(&self, group: usize) -> Option<Range<usize>> {
        let floor = self.sentence.start.max(group.saturating_sub(FARTHEST_QUOTE));
        (floor + 1..group).rev().find_map(|at| self.clause_subject(at, floor))
    }

    /// The subject of the finite verb group that begins at `at`; `None` where another clause holds it
    /// ("said | he would", "what | he called").
    fn clause_subject(&self, at: usize, floor: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        let before = passage.tag(at - 1);
        let heads_clause = passage.tag(at).is_finite()
            && (before.is_nominal()
                || matches!(before, Tag::Pronoun | Tag::Adverb | Tag::Comma | Tag::Close | Tag::Time));
        if !heads_clause {
            return None;
        }
        let start = if before == Tag::Adverb { at - 1 } else { at };
        let verb = VerbCue { group: start..at + 1, verb: at, passive: false };
        let phrase = passage.subject_before(&verb, floor)?.phrase;
        let holder = passage.tag_before(phrase.start, &self.sentence);
        let hangs = matches!(holder, Tag::That | Tag::Relative | Tag::Subordinator) && floor + 1 < phrase.start
            || holder.is_verb();
        (!hangs && passage.tag(phrase.start) != Tag::Relative).then_some(phrase)
    }

    /// "Ruiz, | citing the report, said": the phrase before the comma.
    fn interrupted_subject(&self, group: usize) -> Option<Range<usize>> {
        let passage = self.passage;
        if passage.tag_before(group, &self.sentence) != Tag::Comma {
            return None;
        }
        passage.phrase_before(group - 1, self.sentence.start).filter(|phrase| passage.can_speak(phrase))
    }

    /// "Speaking in Millbrook, | Ruiz said": the phrase behind the comma.
    fn following_subject(&self, group: usize) -> Option<Range<usize>> {
        let ceiling = self.sentence.end.min(group + FARTHEST_QUOTE);
        let comma = (group..ceiling).find(|&at| {
            matches!(self.passage.tag(at), Tag::Comma | Tag::Quote) && self.passage.tag(at + 1) != Tag::Quote
        })?;
        self.passage.phrase_from(comma + 1, ceiling)
    }

    fn reach(&self, cue: &VerbCue, subject: Option<&Subject>, start: usize) -> Reach {
        let passage = self.passage;
        let first = self.sentence.start;
        let is_relative = subject.is_some_and(|subject| {
            passage.tag(subject.phrase.start) == Tag::Relative
                && passage.tag_before(subject.phrase.start, &self.sentence) == Tag::Comma
        });
        let opens_hung = matches!(passage.tag(first), Tag::Subordinator | Tag::Ing | Tag::Preposition | Tag::Past)
            && !(first..cue.group.start).any(|at| passage.tag(at) == Tag::Comma);
        let hangs = matches!(passage.tag_before(cue.group.start, &self.sentence), Tag::Subordinator | Tag::Preposition)
            && passage.tag(cue.verb) == Tag::Ing;
        let hangs = hangs && !(first..cue.group.start).any(|at| passage.tag(at) == Tag::Comma);
        if is_relative || opens_hung || hangs {
            return Reach::Comma;
        }
        let verb = &passage.items[cue.verb];
        let is_clause =
            matches!(passage.tag(start), Tag::To | Tag::That | Tag::Quote | Tag::Subordinator | Tag::Pronoun)
                || verb.classes.has_any(&[Class::Say, Class::Tell, Class::Show]);
        if is_clause { Reach::Clause } else { Reach::Object }
    }

    fn kind(&self, cue: &VerbCue, start: usize) -> AttributionKind {
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

fn found(cue: &VerbCue, kind: AttributionKind) -> Found {
    Found::new(kind, cue.group.clone())
}
