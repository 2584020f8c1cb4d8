//! One saying that the story's text quotes twice, with a word changed.

use std::borrow::Cow;
use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::story::{ClaimKind, Quotation, SourceId, Story};
use crate::text::Span;

/// A saying of fewer words says little …
const FEWEST: usize = 5;
/// … and a longer one may differ in two.
const TWO_IN: usize = 9;
/// The words at either end by which a saying is found again.
const ANCHOR: usize = 2;
/// A longer quotation is compared by its beginning and end only.
const MANY: usize = 8;

/// A saying that two people do not say by chance.
const LONG: usize = 8;

/// A saying in two wordings.
pub(super) struct Retold<'a> {
    pub(super) earlier: Span,
    pub(super) later: Span,
    /// The words that differ, first the earlier.
    pub(super) words: [&'a str; 2],
}

/// A quotation with its words.
pub(super) struct Saying<'a> {
    pub(super) quotation: &'a Quotation,
    pub(super) words: Cow<'a, [String]>,
}

impl<'a> Saying<'a> {
    pub(super) fn of(story: &'a Story, quotation: &'a Quotation) -> Self {
        Self { quotation, words: story.words_of(quotation) }
    }
}

/// The sayings that stand in two paragraphs and differ by a word, given to one speaker as far as the story tells.
pub(super) fn rewordings<'a>(story: &Story, sayings: &'a [Saying<'a>]) -> Vec<Retold<'a>> {
    let places = places(sayings);
    let mut found: Vec<Retold<'_>> = Vec::new();
    for (number, Saying { quotation, words }) in sayings.iter().enumerate().filter(|(_, saying)| saying.is_long()) {
        let known = anchors(words).into_iter().flat_map(|(offset, pair)| {
            let places = places.get(&key(pair)).into_iter().flatten();
            let places = places.filter(move |&&(other, at)| sayings[other].words[at..].starts_with(pair)).take(MANY);
            places.filter_map(move |&(other, at)| Some((other, at.checked_sub(offset)?)))
        });
        let stretches: Vec<(usize, &[String])> = known
            .filter(|&(other, _)| other != number)
            .filter_map(|(other, start)| Some((other, sayings[other].words.get(start..start + words.len())?)))
            .collect();
        // Somebody who says a thing twice may say it otherwise the second time.
        let is_told_alike = stretches.iter().any(|(_, there)| *there == &words[..]);
        let retold = stretches.into_iter().filter(|_| !is_told_alike).find_map(|(other, there)| {
            let Saying { quotation: earlier, words: whole } = &sayings[other];
            let is_first = whole.len() != words.len() || other < number;
            let words = (earlier.block != quotation.block && is_first).then(|| difference(words, there)).flatten()?;
            // So many words alike are no chance, whoever is thought to say them.
            let is_one_saying = LONG <= there.len() || may_be_one(speaker(story, earlier), speaker(story, quotation));
            is_one_saying.then(|| Retold::of(earlier, quotation, words))
        });
        found.extend(retold.filter(|retold| !found.iter().any(|known| known.later == retold.later)));
    }
    found
}

impl Saying<'_> {
    fn is_long(&self) -> bool {
        FEWEST <= self.words.len()
    }
}

/// The words by which a saying is found again, with where in it they stand.
fn anchors(words: &[String]) -> [(usize, &[String]); 2] {
    let last = words.len() - ANCHOR;
    [(0, &words[..ANCHOR]), (last, &words[last..])]
}

/// Where the anchors of all sayings stand, by their keys: the saying and the place in it, in order.
fn places(sayings: &[Saying<'_>]) -> FxHashMap<u64, Vec<(usize, usize)>> {
    let long = sayings.iter().filter(|saying| saying.is_long());
    let mut places: FxHashMap<u64, Vec<(usize, usize)>> =
        long.flat_map(|saying| anchors(&saying.words)).map(|(_, pair)| (key(pair), Vec::new())).collect();
    for (number, saying) in sayings.iter().enumerate() {
        let mut before = None;
        for (at, word) in saying.words.iter().enumerate() {
            let word = FxBuildHasher.hash_one(word);
            let Some(before) = before.replace(word) else { continue };
            if let Some(known) = places.get_mut(&joined(before, word)) {
                known.push((number, at - 1));
            }
        }
    }
    places
}

/// A number that hardly any other pair of words has.
fn key(pair: &[String]) -> u64 {
    joined(FxBuildHasher.hash_one(&pair[0]), FxBuildHasher.hash_one(&pair[1]))
}

fn joined(one: u64, other: u64) -> u64 {
    one.rotate_left(1) ^ other
}

impl<'a> Retold<'a> {
    /// `words` differ first in `one`, then in `other`, whichever of the two stands first.
    fn of(one: &Quotation, other: &Quotation, [there, here]: [&'a str; 2]) -> Self {
        if one.extent().start < other.extent().start {
            Self { earlier: one.extent(), later: other.extent(), words: [there, here] }
        } else {
            Self { earlier: other.extent(), later: one.extent(), words: [here, there] }
        }
    }
}

/// The words in which two sayings of one length differ, if all others are the same.
fn difference<'a>(here: &'a [String], there: &'a [String]) -> Option<[&'a str; 2]> {
    let mut differing = here.iter().zip(there).filter(|(here, there)| here != there);
    let (one, other) = (differing.next()?, differing.next());
    let is_alike = other.is_none() || TWO_IN <= here.len() && differing.next().is_none();
    let (here, there) = *other.as_ref().unwrap_or(&one);
    let is_form = here.starts_with(there.as_str()) || there.starts_with(here.as_str());
    (is_alike && !is_form).then_some([there.as_str(), here.as_str()])
}

/// Whether two speakers can be the same, as far as the story names them.
fn may_be_one(one: Option<SourceId>, other: Option<SourceId>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other)
}

/// Who says a quotation.
fn speaker(story: &Story, quotation: &Quotation) -> Option<SourceId> {
    let claims = story.claims.iter().filter(|claim| claim.kind == ClaimKind::Quote);
    let mut own = claims.filter(|claim| claim.spans.iter().any(|span| span.overlaps(quotation.spans[0])));
    own.next().and_then(|claim| claim.attribution.source)
}
