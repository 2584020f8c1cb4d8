//! Second-hand chains: "KTR reported, citing | a source in the mayor's office", "the paper quoted | him | as saying".

use std::ops::Range;

use super::AttributionKind;
use super::clause::Clause;
use super::content::Reach;
use super::cue::VerbCue;
use super::found::Found;
use super::item::Passage;
use super::subject::Subject;
use super::tag::Tag;
use crate::language::WordList;

const CITING: &[&str] = &["cite", "cites", "cited", "citing", "quoting"];

impl Clause<'_, '_> {
    /// "The paper quoted him as saying | that …": the paper is the source, he is the other end of the chain.
    pub(super) fn read_quoting(&self, cue: &VerbCue, subject: Option<&Subject>) -> Option<Found> {
        const QUOTING: WordList = WordList::of(&["quoted", "quotes", "quoting"]);
        let passage = self.passage;
        if !passage.is_listed(cue.verb, &QUOTING) {
            return None;
        }
        let quoted = passage.phrase_from(cue.group.end, self.sentence.end)?;
        if !passage.is_word(quoted.end, "as") || !passage.is_word(quoted.end + 1, "saying") {
            return None;
        }
        let comma = passage.tag(quoted.end + 2) == Tag::Comma || passage.tag(quoted.end + 2) == Tag::Colon;
        let start = quoted.end + if comma { 3 } else { 2 };
        let end = passage.content_end(start, self.sentence.end, Reach::Clause);
        let source = subject.map(|subject| subject.phrase.clone());
        let found = Found { source, via: Some(quoted), ..Found::new(AttributionKind::Speech, cue.group.clone()) };
        (start < end).then(|| found.saying(start..end))
    }
}

/// Makes of "…, citing Y" and "…, which cited Y" the other end of the chain that the sentence's source opens.
pub(super) fn join_chains(passage: &Passage<'_>, found: &mut Vec<Found>) {
    let Some(citing) = found.iter().position(|other| cites_second_hand(passage, other)) else { return };
    let cited: Option<Range<usize>> =
        found[citing].content.first().and_then(|piece| passage.phrase_from(piece.start, piece.end));
    let reports = |other: &Found| {
        other.kind == AttributionKind::Speech && other.source.is_some() && !cites_second_hand(passage, other)
    };
    let before = found[..citing].iter().rposition(reports);
    let behind = found[citing..].iter().position(reports).map(|behind| citing + behind);
    if let (Some(report), Some(cited)) = (before.or(behind), cited) {
        found[report].via = Some(cited);
        found.remove(citing);
    }
}

/// "Citing | two officials |, the Mail reported": the other end of the chain opens the sentence.
pub(super) fn join_opening(passage: &Passage<'_>, sentence: &Range<usize>, found: &mut [Found]) {
    const LONGEST: usize = 8;
    if !passage.is_any(sentence.start, &["citing", "quoting"]) {
        return;
    }
    let first = sentence.start + 1;
    let Some(comma) = (first + 1..sentence.end).take(LONGEST).find(|&at| passage.tag(at) == Tag::Comma) else { return };
    let cited = first..comma;
    let reports = |other: &&mut Found| {
        other.kind == AttributionKind::Speech
            && other.via.is_none()
            && other.source.as_ref().is_some_and(|source| cited.end < source.start)
    };
    if let Some(report) = found.iter_mut().find(reports) {
        report.via = Some(cited);
    }
}

/// "citing officials", "which cited officials"; "Ruiz cited the report" is Ruiz's own speech.
fn cites_second_hand(passage: &Passage<'_>, found: &Found) -> bool {
    let verb = found.cue.end - 1;
    let is_aside = passage.tag(verb) == Tag::Ing
        || found.source.as_ref().is_some_and(|source| passage.tag(source.start) == Tag::Relative);
    is_aside && passage.is_any(verb, CITING)
}
