//! The colon and the dash as cues: "Ministry: bridge is sound", "Bridge is sound: ministry", "Ruiz was blunt: “No.”"

use std::ops::Range;

use super::AttributionKind;
use super::clause::Clause;
use super::content::Reach;
use super::found::Found;
use super::item::{Make, Passage};
use super::tag::Tag;
use crate::extract::QuoteKind;
use crate::language::Class;

/// A headline names its source in few words.
const LONGEST_SOURCE: usize = 6;

impl Passage<'_> {
    /// The colon or dash at `at` as a cue; `None` where it is only a mark.
    pub(super) fn read_mark_cue(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        if self.tag(at) == Tag::Dash && 0 < at && self.tag(at - 1) == Tag::Quote {
            return self.read_signature(at, sentence);
        }
        let is_colon = self.tag(at) == Tag::Colon;
        if self.tag(at) == Tag::Comma && self.tag(at + 1) == Tag::Quote && at + 1 < sentence.end {
            return self.read_issued(at, sentence);
        }
        let is_cue = is_colon || (self.is_heading && self.tag(at) == Tag::Dash);
        if !is_cue {
            return None;
        }
        if is_colon && self.tag(at + 1) == Tag::Quote && at + 1 < sentence.end {
            return self.read_quote_behind_colon(at, sentence);
        }
        if is_colon && at + 1 == self.items.len() {
            return self.read_last_colon(at, sentence);
        }
        if !self.is_heading {
            return None;
        }
        let before = sentence.start..at;
        let end = self.content_end(at + 1, sentence.end, Reach::Clause).max(at + 1);
        let behind = at + 1..end;
        if self.is_source_only(&behind) && !before.is_empty() {
            return Some(mark(behind, at, before));
        }
        // "Budget: what we know" has a topic before its colon.
        let is_topic = self.tag(at + 1) == Tag::Subordinator;
        let opens = is_colon && self.is_source_only(&before) && !behind.is_empty() && !is_topic;
        opens.then(|| mark(before, at, behind))
    }

    /// "Ruiz issued a statement, | “No.”", "Ruiz boomed, | “No.”": the words of the paper, or by the verb, that stands
    /// right before the comma.
    fn read_issued(&self, comma: usize, sentence: &Range<usize>) -> Option<Found> {
        let quote = comma + 1;
        let is_speech = self.items[quote].make == Make::Quotation(QuoteKind::Speech);
        // "Ruiz shot back, | “No.”"
        let is_back = 1 < comma && self.is_word(comma - 1, "back");
        let last = if is_back { comma - 1 } else { comma };
        let paper = last.checked_sub(1).filter(|&paper| {
            let sounds = self.tag(paper) == Tag::Past && !self.items[paper].classes.has_any(super::cue::CUE_VERBS);
            sentence.start < paper && (self.is(paper, Class::Document) || sounds)
        })?;
        let clause = Clause { passage: self, sentence: sentence.clone(), found: &[] };
        let source = clause.main_subject(comma).filter(|subject| self.can_speak(subject) && is_speech)?;
        Some(mark(source, paper, quote..quote + 1))
    }

    /// "Ruiz was blunt:" at the end of a paragraph: the next one is hers. "Here is what burned, according to Ruiz:"
    fn read_last_colon(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let clause = Clause { passage: self, sentence: sentence.clone(), found: &[] };
        let subject = || clause.main_subject(at).filter(|subject| self.is_somebody(subject));
        let source = self.accounted_to(at, sentence).or_else(subject).or_else(|| {
            let paper = self.phrase_from(sentence.start, at)?;
            let is_paper = paper.clone().any(|at| self.is(at, Class::Document));
            (is_paper && self.is_word(paper.end, "as") && paper.end + 2 == at).then_some(paper)
        })?;
        Some(Found { announces: true, ..Found::new(AttributionKind::Speech, at..at + 1).by(source) })
    }

    /// "Here", "four roads" and their like announce a list, and nobody's words.
    fn is_somebody(&self, subject: &Range<usize>) -> bool {
        let is_counted = 1 < subject.len() && self.is(subject.start, Class::NumberWord);
        let told = subject.start + usize::from(is_counted)..subject.end;
        self.can_speak(&told) && !self.is_any(subject.start, &["here", "there"])
    }

    /// "According to | Ruiz" right before `end`.
    fn accounted_to(&self, end: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
        let according = (sentence.start..end).rev().find(|&at| self.is_word(at, "according"))?;
        self.phrase_from(according + 2, end).filter(|phrase| phrase.end == end && self.can_speak(phrase))
    }

    /// "“A.” — Gail Pruitt": a quotation signed at the end of its paragraph.
    fn read_signature(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let source = self.phrase_from(at + 1, sentence.end)?;
        let is_last = (source.end..sentence.end).all(|at| matches!(self.tag(at), Tag::Stop | Tag::Mark));
        let names_somebody = self.tag(source.start) == Tag::Name || self.names_speaker(&source);
        (is_last && names_somebody).then(|| mark(source, at, at - 1..at))
    }

    /// "RUIZ: We were never told.": a paragraph of a transcript, labelled with who speaks.
    pub(super) fn read_label(&self) -> Option<Found> {
        let first = self.sentences.first()?;
        let colon = (first.start..first.end.min(first.start + 4)).find(|&at| self.tag(at) == Tag::Colon)?;
        let is_label = |at: usize| {
            self.tag(at) == Tag::Name && self.items[at].span.len() > 2 && !self.word(at).contains(char::is_lowercase)
        };
        let is_labelled = first.start < colon && (first.start..colon).all(is_label) && colon + 1 < self.items.len();
        is_labelled.then(|| mark(first.start..colon, colon, colon + 1..self.items.len()))
    }

    /// Whether a stretch of a headline is nothing but somebody who can speak.
    fn is_source_only(&self, stretch: &Range<usize>) -> bool {
        let is_short = !stretch.is_empty() && stretch.len() <= LONGEST_SOURCE;
        let is_quoted = stretch.clone().any(|at| matches!(self.items[at].make, Make::Quotation(_)));
        is_short
            && !is_quoted
            && self.phrase_from(stretch.start, stretch.end).is_some_and(|phrase| phrase.end == stretch.end)
            && self.names_speaker(stretch)
    }

    /// A bare noun is a topic ("Budget: what we know"); a name or a body is a source.
    fn names_speaker(&self, stretch: &Range<usize>) -> bool {
        let last = stretch.end - 1;
        let classes =
            [Class::Organisation, Class::Document, Class::Official, Class::RoleNoun, Class::Group, Class::Outlet];
        self.items[last].classes.has_any(&classes) || (self.tag(last) == Tag::Name && stretch.len() <= 3)
    }

    /// "Ruiz was blunt: | “No.”": the subject of the clause before the colon.
    fn read_quote_behind_colon(&self, at: usize, sentence: &Range<usize>) -> Option<Found> {
        let clause = Clause { passage: self, sentence: sentence.clone(), found: &[] };
        let subject = clause.main_subject(at).filter(|subject| self.can_speak(subject));
        let matter = self
            .phrase_before(at, sentence.start)
            .filter(|phrase| phrase.clone().any(|at| self.is(at, Class::ClaimNoun) || self.is(at, Class::Document)));
        // "… for the campaign - Philip Bump: “…”": a name set off before the colon is who speaks.
        let named = self.phrase_before(at, sentence.start).filter(|phrase| {
            self.tag_before(phrase.start, sentence) == Tag::Dash && self.tag(phrase.start) == Tag::Name
        });
        let source = named.or(subject).or_else(|| self.first_speaker(sentence.start, at)).or(matter)?;
        let end = self.content_end(at + 1, sentence.end, Reach::Clause).max(at + 2);
        Some(mark(source, at, at + 1..end))
    }

    /// The first phrase of a clause that can speak.
    fn first_speaker(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let mut at = start;
        while at < end {
            match self.phrase_from(at, end) {
                Some(phrase) if self.tag(phrase.start) == Tag::Object => at = phrase.end,
                Some(phrase) if self.can_speak(&phrase) => return Some(phrase),
                Some(phrase) => at = phrase.end,
                None => at += 1,
            }
        }
        None
    }
}

fn mark(source: Range<usize>, cue: usize, content: Range<usize>) -> Found {
    Found::new(AttributionKind::Speech, cue..cue + 1).by(source).saying(content)
}
