//! Settles which of the attributions of one sentence stand, where several lay claim to the same words.

use std::ops::Range;

use super::AttributionKind;
use super::found::Found;
use super::item::Passage;
use super::tag::Tag;

/// Leaves of `found`, the attributions of one sentence, those that a reader would name.
pub(super) fn settle(passage: &Passage<'_>, found: &mut Vec<Found>) {
    if found.len() < 2 {
        return;
    }
    name_colons(passage, found);
    drop_needless_marks(passage, found);
    drop_needless_hearsay(found);
    drop_nested(found);
}

/// Whether the cue right before has claimed the same words: "rejected the claim | that", "said: | “No.”"
pub(super) fn is_claimed(found: &[Found], next: &Found) -> bool {
    let Some(start) = next.content.first().map(|piece| piece.start) else { return false };
    found.last().is_some_and(|last| {
        last.content.first().is_some_and(|piece| piece.start == start && last.cue.end <= start && next.cue.end <= start)
    })
}

/// "Ruiz said that a deal might be possible: “…”": what stands behind the colon is said by whoever speaks before it.
fn name_colons(passage: &Passage<'_>, found: &mut [Found]) {
    for at in 1..found.len() {
        let (before, behind) = found.split_at_mut(at);
        let mark = &mut behind[0];
        let colon = mark.cue.start;
        if passage.tag(colon) != Tag::Colon || passage.tag(colon + 1) != Tag::Quote {
            continue;
        }
        let speaks = |other: &&Found| {
            other.kind == AttributionKind::Speech
                && other.source.is_some()
                && other.content.iter().any(|piece| piece.end == colon)
        };
        if let Some(speaker) = before.iter().find(speaks) {
            mark.source.clone_from(&speaker.source);
        }
    }
}

/// A colon is no cue where a verb claims the quotation behind it: "Her answer: “No,” she said."
fn drop_needless_marks(passage: &Passage<'_>, found: &mut Vec<Found>) {
    // "a statement, | “No,” she said": a paper before a comma is as weak as a colon.
    let is_loose = |found: &Found| {
        let comma = found.cue.end;
        let is_verb = passage.items[found.cue.start].classes.has_any(super::cue::CUE_VERBS)
            && passage.tag(found.cue.start).is_verb();
        passage.tag(comma) == Tag::Comma
            && !is_verb
            && found.content.first().is_some_and(|piece| piece.start == comma + 1)
    };
    let is_mark = |found: &Found| passage.tag(found.cue.start) == Tag::Colon || is_loose(found);
    if !found.iter().any(is_mark) {
        return;
    }
    let verbs = || found.iter().filter(|other| !is_mark(other));
    let announced = verbs().any(|other| other.announces);
    let claimed: Vec<usize> = verbs().flat_map(|other| other.content.iter().map(|piece| piece.start)).collect();
    let is_needless =
        |mark: &Found| (announced && mark.announces) || mark.content.iter().any(|piece| claimed.contains(&piece.start));
    found.retain(|other| !is_mark(other) || !is_needless(other));
}

/// A sentence with "according to Ruiz" is held up by Ruiz, "reportedly" or not.
fn drop_needless_hearsay(found: &mut Vec<Found>) {
    if found.iter().all(|other| other.kind != AttributionKind::Hearsay) {
        return;
    }
    let is_named = |other: &&Found| other.kind == AttributionKind::Speech && other.source.is_some();
    let named: Vec<Range<usize>> = found.iter().filter(is_named).flat_map(|other| other.content.clone()).collect();
    let is_held = |hearsay: &Found| named.iter().any(|piece| piece.contains(&hearsay.cue.start));
    found.retain(|other| other.kind != AttributionKind::Hearsay || !is_held(other));
}

/// What somebody says that somebody else says is theirs to answer for: the outer source holds it all up.
/// Of two that cover each other ("Ruiz said it failed, according to the report") the later is the outer one.
fn drop_nested(found: &mut Vec<Found>) {
    let holds = |outer: &Found, inner: &Found| {
        outer.cue != inner.cue
            && outer.covers(inner.cue.start)
            && (outer.cue.start > inner.cue.start || !inner.covers(outer.cue.start))
    };
    let nested: Vec<bool> = found.iter().map(|inner| found.iter().any(|outer| holds(outer, inner))).collect();
    let mut nested = nested.into_iter();
    found.retain(|_| nested.next() != Some(true));
}
