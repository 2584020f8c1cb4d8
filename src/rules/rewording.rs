//! One saying that the story's text quotes twice, with a word changed.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::headline_quote_missing::is_of_grammar;
use crate::story::{Alone, ClaimKind, Note, Quotation, SourceId, Story, spoken_words};
use crate::text::Span;

/// A saying of fewer words says little …
const FEWEST: usize = 5;
/// … but for one that shares two telling words, or differs by a slip of the pen: "safe but tired", "safe but retired".
const SHORT: usize = 3;
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
    pub(super) words: Cow<'a, [Arc<str>]>,
    /// The keys of its pairs of words, in order.
    pairs: Cow<'a, [u64]>,
}

impl<'a> Saying<'a> {
    pub(super) fn of(story: &'a Story, quotation: &'a Quotation) -> Self {
        let words = story.words_of(quotation);
        let pairs = match quotation.inner.as_slice() {
            &[piece] => Cow::Borrowed(pairs_of(story, piece)),
            pieces => Cow::Owned(pairs_over(story, pieces, &words)),
        };
        Self { quotation, words, pairs }
    }
}

/// The keys of the pairs of words of each quotation of a block.
struct Pairs(Vec<(Span, Vec<u64>)>);

impl Note for Pairs {
    fn read(block: Alone<'_>) -> Self {
        let quotes = block.mentions().quotes.outer();
        Self(quotes.map(|quote| (quote.inner, pairs(&spoken_words(quote.inner.of(block.text()))))).collect())
    }
}

fn pairs_of(story: &Story, piece: Span) -> &[u64] {
    let block = story.block_at(piece.start);
    let Pairs(known) = story.note(block);
    let inner = piece.back(story.blocks[block].span.start);
    known.iter().find(|(known, _)| *known == inner).map_or(&[], |(_, pairs)| pairs)
}

/// The same of the pieces of a quotation that runs over paragraphs, all of whose words are given.
fn pairs_over(story: &Story, pieces: &[Span], words: &[Arc<str>]) -> Vec<u64> {
    let mut pairs: Vec<u64> = Vec::with_capacity(words.len());
    let mut first = 0_usize;
    for &piece in pieces {
        let count = story.words_of_piece(piece).len();
        // The last word before the piece and its own first.
        pairs.extend(first.checked_sub(1).and_then(|last| words.get(last..first + 1)).filter(|_| 0 < count).map(key));
        pairs.extend(pairs_of(story, piece));
        first += count;
    }
    pairs
}

fn pairs(words: &[impl Deref<Target = str>]) -> Vec<u64> {
    words.windows(ANCHOR).map(key).collect()
}

/// The sayings that stand in two paragraphs and differ by a word, given to one speaker as far as the story tells.
pub(super) fn rewordings<'a>(story: &Story, sayings: &'a [Saying<'a>]) -> Vec<Retold<'a>> {
    let places = places(sayings);
    let mut found: Vec<Retold<'_>> = Vec::new();
    for (number, Saying { quotation, words, .. }) in sayings.iter().enumerate().filter(|(_, saying)| saying.is_long()) {
        let known = sayings[number].anchors().into_iter().flat_map(|(offset, pair, _)| {
            let places = places.get(&pair).map_or(&[][..], |places| &places.at);
            places.iter().filter_map(move |&(other, at)| Some((other, at.checked_sub(offset)?)))
        });
        let stretches = known
            .filter(|&(other, _)| other != number)
            .filter_map(|(other, start)| Some((other, sayings[other].words.get(start..start + words.len())?)));
        // Somebody who says a thing twice may say it otherwise the second time.
        let is_told_alike = || stretches.clone().any(|(_, there)| *there == words[..]);
        let retold = stretches.clone().find_map(|(other, there)| {
            let Saying { quotation: earlier, words: whole, .. } = &sayings[other];
            let is_first = whole.len() != words.len() || other < number;
            let goes_on = there.last() != words.last() && whole.last() != there.last();
            // "They can shut the gate. They can shut the harbour and we will stay": two sayings built alike.
            let is_other = earlier.block == quotation.block || !is_first || goes_on;
            let words = if is_other { None } else { difference(words, there) }?;
            // So many words alike are no chance, whoever is thought to say them.
            let is_one_saying = LONG <= there.len() || may_be_one(speaker(story, earlier), speaker(story, quotation));
            is_one_saying.then(|| Retold::of(earlier, quotation, words))
        });
        let retold = retold.filter(|_| !is_told_alike());
        found.extend(retold.filter(|retold| !found.iter().any(|known| known.later == retold.later)));
    }
    found
}

impl Saying<'_> {
    fn is_long(&self) -> bool {
        SHORT <= self.words.len()
    }

    /// The words by which a saying is found again, with where in it they stand and their key.
    fn anchors(&self) -> [(usize, u64, &[Arc<str>]); 2] {
        let last = self.words.len() - ANCHOR;
        [0, last].map(|at| (at, self.pairs[at], &self.words[at..at + ANCHOR]))
    }
}

/// The first places of an anchor: the saying and the place in it, in order.
struct Places<'a> {
    anchor: &'a [Arc<str>],
    at: Vec<(usize, usize)>,
}

/// Where the anchors of all sayings stand, by their keys.
fn places<'a>(sayings: &'a [Saying<'a>]) -> FxHashMap<u64, Places<'a>> {
    let mut places: FxHashMap<u64, Places<'_>> = FxHashMap::default();
    // Nearly all pairs are no anchor, and show it at a glance.
    let mut glance = [false; 1 << GLANCE];
    for (_, pair, anchor) in sayings.iter().filter(|saying| saying.is_long()).flat_map(Saying::anchors) {
        places.insert(pair, Places { anchor, at: Vec::new() });
        glance[at_a_glance(pair)] = true;
    }
    for (number, saying) in sayings.iter().enumerate() {
        for (at, pair) in saying.pairs.iter().enumerate().filter(|&(_, &pair)| glance[at_a_glance(pair)]) {
            let known = places.get_mut(pair).filter(|known| known.at.len() < MANY);
            if let Some(known) = known.filter(|known| saying.words[at..].starts_with(known.anchor)) {
                known.at.push((number, at));
            }
        }
    }
    places
}

/// How many bits of a key tell most pairs apart.
const GLANCE: u32 = 13;

fn at_a_glance(pair: u64) -> usize {
    (pair >> (u64::BITS - GLANCE)) as usize
}

/// A number that hardly any other pair of words has.
fn key(pair: &[impl Deref<Target = str>]) -> u64 {
    let mut hasher = FxHasher::default();
    for word in pair {
        word.hash(&mut hasher);
    }
    hasher.finish()
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
fn difference<'a>(here: &'a [Arc<str>], there: &'a [Arc<str>]) -> Option<[&'a str; 2]> {
    let (words, pair) = (here.len(), (here, there));
    let mut differing = here.iter().zip(there).filter(|(here, there)| here != there);
    let (one, other) = (differing.next()?, differing.next());
    let is_alike = other.is_none() || TWO_IN <= here.len() && differing.next().is_none();
    let (here, there) = *other.as_ref().unwrap_or(&one);
    let is_form = here.starts_with(&**there) || there.starts_with(&**here);
    let is_telling = |word: &str| 3 < word.len() && !is_of_grammar(word);
    let is_first = pair.0[0] != pair.1[0];
    let is_changed = || is_telling(here) && is_telling(there) && !is_first;
    let is_enough = || FEWEST <= words || is_changed() && (is_slip(here, there) || TELLING <= shared_words(pair));
    (is_alike && !is_form && is_enough()).then_some([&**there, &**here])
}

/// Telling words that a short saying shares with another wording of it.
const TELLING: usize = 2;

/// The words that two sayings share and that say something.
fn shared_words((here, there): (&[Arc<str>], &[Arc<str>])) -> usize {
    const LETTERS: usize = 5;
    here.iter().zip(there).filter(|(here, there)| here == there && LETTERS <= here.len()).count()
}

/// Whether one word may have been written for the other: "tired" and "retired", "friction" and "fiction".
fn is_slip(one: &str, other: &str) -> bool {
    const LETTERS: usize = 4;
    let (shorter, longer) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let head = shorter.bytes().zip(longer.bytes()).take_while(|(one, other)| one == other).count();
    let tail = shorter.bytes().rev().zip(longer.bytes().rev()).take_while(|(one, other)| one == other).count();
    LETTERS < shorter.len()
        && shorter.len() <= head + tail + 1
        && longer.len() <= shorter.len() + 2
        && LETTERS <= head.max(tail)
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
