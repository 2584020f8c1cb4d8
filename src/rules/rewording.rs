//! One saying that the story's text quotes twice, with a word changed.

use rustc_hash::FxHashMap;

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

/// The sayings that stand in two paragraphs and differ by a word, given to one speaker as far as the story tells.
pub(super) fn rewordings<'a>(story: &'a Story, quoted: &[&Quotation]) -> Vec<Retold<'a>> {
    let sayings: Vec<(&Quotation, Vec<&str>)> =
        quoted.iter().map(|&quotation| (quotation, story.words_of(quotation))).collect();
    let places = places(&sayings);
    let mut found: Vec<Retold<'_>> = Vec::new();
    for (number, (quotation, words)) in sayings.iter().enumerate().filter(|(_, (_, words))| FEWEST <= words.len()) {
        let anchors = anchors(words);
        let known = anchors.iter().flat_map(|(offset, pair)| {
            let places = places.get(pair).into_iter().flatten().take(MANY);
            places.filter_map(move |&(other, at)| Some((other, at.checked_sub(*offset)?)))
        });
        let stretches: Vec<(usize, &[&str])> = known
            .filter(|&(other, _)| other != number)
            .filter_map(|(other, start)| Some((other, sayings[other].1.get(start..start + words.len())?)))
            .collect();
        // Somebody who says a thing twice may say it otherwise the second time.
        let is_told_alike = stretches.iter().any(|(_, there)| *there == words.as_slice());
        let retold = stretches.into_iter().filter(|_| !is_told_alike).find_map(|(other, there)| {
            let (earlier, whole) = &sayings[other];
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

/// The words by which a saying is found again, with where in it they stand.
fn anchors<'a>(words: &[&'a str]) -> [(usize, [&'a str; ANCHOR]); 2] {
    let last = words.len() - ANCHOR;
    [(0, [words[0], words[1]]), (last, [words[last], words[last + 1]])]
}

/// Where the anchors of all sayings stand: the saying and the place in it, in order.
fn places<'a>(sayings: &[(&Quotation, Vec<&'a str>)]) -> FxHashMap<[&'a str; ANCHOR], Vec<(usize, usize)>> {
    let long = sayings.iter().filter(|(_, words)| FEWEST <= words.len());
    let mut places: FxHashMap<[&str; ANCHOR], Vec<(usize, usize)>> =
        long.flat_map(|(_, words)| anchors(words)).map(|(_, pair)| (pair, Vec::new())).collect();
    for (number, (_, words)) in sayings.iter().enumerate() {
        for (at, pair) in words.windows(ANCHOR).enumerate() {
            if let Some(known) = places.get_mut(&[pair[0], pair[1]]) {
                known.push((number, at));
            }
        }
    }
    places
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
fn difference<'a>(here: &[&'a str], there: &[&'a str]) -> Option<[&'a str; 2]> {
    let mut differing = here.iter().zip(there).filter(|(here, there)| here != there);
    let (one, other) = (differing.next()?, differing.next());
    let is_alike = other.is_none() || TWO_IN <= here.len() && differing.next().is_none();
    let (here, there) = *other.as_ref().unwrap_or(&one);
    let is_form = here.starts_with(there) || there.starts_with(here);
    (is_alike && !is_form).then_some([*there, *here])
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
