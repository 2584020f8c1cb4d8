//! One saying that the story's text quotes twice, with a word changed.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::headline_quote_missing::is_of_grammar;
use crate::extract::SourceKind;
use crate::story::{ClaimKind, Glances, Quotation, SourceId, SpokenWord, Story};
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

/// A saying of so many words may differ in the last alone …
const LAST: usize = 6;
/// … and one of so few may have two in each other's place.
const SWAPPED: usize = 4;
/// The fewest words that two sayings share which begin and end alike …
const LEAST: usize = 5;
/// … and the most that one has in between.
const MOST: usize = 2;
/// Letters of a word that tells something.
const TOLD: usize = 3;

/// A saying that two people do not say by chance.
const LONG: usize = 8;
/// … nor one of so many that differs in a word of weight.
const SENTENCE: usize = 6;

/// A saying in two wordings.
pub(super) struct Retold<'a> {
    pub(super) earlier: Span,
    pub(super) later: Span,
    /// The words that differ, first the earlier.
    pub(super) words: [Cow<'a, str>; 2],
}

/// A quotation with its words.
pub(super) struct Saying<'a> {
    story: &'a Story,
    pub(super) quotation: &'a Quotation,
    pub(super) words: Cow<'a, [SpokenWord]>,
}

impl<'a> Saying<'a> {
    pub(super) fn of(story: &'a Story, quotation: &'a Quotation) -> Self {
        Self { story, quotation, words: story.words_of(quotation) }
    }

    /// Its sentences, where it has several.
    pub(super) fn sentences(&self) -> Vec<Self> {
        let ends = (0..self.words.len()).filter(|&at| self.story.ends_sentence(self.quotation, &self.words, at));
        let ends: Vec<usize> = ends.map(|at| at + 1).collect();
        let starts = std::iter::once(0).chain(ends.iter().copied());
        let ranges = starts.zip(&ends).filter(|_| 1 < ends.len());
        ranges.map(|(start, &end)| Self { words: Cow::Owned(self.words[start..end].to_vec()), ..*self }).collect()
    }

    /// The words with these numbers, in lower case.
    fn run(&self, numbers: Range<usize>) -> Cow<'a, str> {
        let words: Vec<Cow<'_, str>> = numbers.map(|at| self.word(at)).collect();
        Cow::Owned(words.join(" "))
    }

    /// The word with this number, in lower case.
    pub(super) fn word(&self, at: usize) -> Cow<'a, str> {
        self.story.spoken(self.quotation, self.words[at])
    }
}

/// The sayings that stand in two paragraphs and differ by a word, given to one speaker as far as the story tells.
pub(super) fn rewordings<'a>(story: &Story, sayings: &[Saying<'a>]) -> Vec<Retold<'a>> {
    let places = places(sayings);
    let mut found: Vec<Retold<'_>> = Vec::new();
    for (number, Saying { quotation, words, .. }) in sayings.iter().enumerate().filter(|(_, saying)| saying.is_long()) {
        let known = sayings[number].anchors().into_iter().flat_map(|(offset, pair, _)| {
            let places = places.get(&pair).map_or(&[][..], |places| &places.at[..]);
            places.iter().filter_map(move |&(other, at)| Some((other, at.checked_sub(offset)?)))
        });
        let stretches = known
            .filter(|&(other, _)| other != number)
            .filter_map(|(other, start)| Some((other, start, sayings[other].words.get(start..start + words.len())?)));
        // Somebody who says a thing twice may say it otherwise the second time.
        let is_told_alike = || stretches.clone().any(|(_, _, there)| *there == words[..]);
        let retold = stretches.clone().find_map(|(other, start, there)| {
            let Saying { quotation: earlier, words: whole, .. } = &sayings[other];
            let is_first = whole.len() != words.len() || other < number;
            let goes_on = there.last() != words.last() && whole.last() != there.last();
            // “No one will be left out” over “no one will be left behind, whatever it costs”: both end there.
            let is_one_teller = || {
                let who = teller(story, earlier);
                who.is_some() && who == teller(story, quotation)
            };
            let ends_there = goes_on
                && LAST <= words.len()
                && story.is_set_off(earlier, whole, start + words.len() - 1)
                && is_one_teller();
            let goes_on = goes_on && !ends_there;
            // "They can shut the gate. They can shut the harbour and we will stay": two sayings built alike.
            let is_other = earlier.block == quotation.block || !is_first || goes_on;
            let is_other = is_other || *there == words[..];
            let words = if is_other { None } else { difference(&sayings[number], &sayings[other], start) }?;
            if ends_there && words.iter().any(|word| word.len() < TOLD) {
                return None;
            }
            // So many words alike are no chance, whoever is thought to say them.
            let is_one_saying = LONG <= there.len()
                || SENTENCE <= there.len() && words.iter().all(|word| is_weighty(word))
                || may_be_one(story, speaker(story, earlier), speaker(story, quotation));
            is_one_saying.then(|| Retold::of(earlier, quotation, words))
        });
        let retold = retold.or_else(|| put_otherwise(story, sayings, &places, number));
        let retold = retold.filter(|_| !is_told_alike());
        found.extend(retold.filter(|retold| !found.iter().any(|known| known.later == retold.later)));
    }
    found
}

/// The earlier or later quotation that begins and ends like a saying of one speaker, with a word or two more, fewer or
/// others in between: "too little and far too late for the old" for "too little and too late for the old".
fn put_otherwise<'a>(
    story: &Story,
    sayings: &[Saying<'a>],
    places: &FxHashMap<u64, Places<'_>>,
    number: usize,
) -> Option<Retold<'a>> {
    let Saying { quotation, words, .. } = &sayings[number];
    if words.len() < LEAST {
        return None;
    }
    let (_, pair, _) = sayings[number].anchors()[0];
    let known = &places.get(&pair)?.at[..];
    known.iter().filter(|&&(other, _)| sayings[other].quotation.block != quotation.block).find_map(|&(other, start)| {
        let Saying { quotation: earlier, words: whole, .. } = &sayings[other];
        let [here, there] = inserted(words, &whole[start..])?;
        let [first, end] = there.map(|at| at + start);
        let runs = [sayings[other].run(first..end), sayings[number].run(here[0]..here[1])];
        let shared = (0..words.len()).filter(|at| *at <= here[0] || here[1] <= at + 1);
        let telling = shared.filter(|&at| sayings[number].tells(at));
        let is_told =
            TELLING <= telling.count() && !is_loose(&runs) && !sayings[number].is_cut() && !sayings[other].is_cut();
        let is_one_saying = may_be_one(story, speaker(story, earlier), speaker(story, quotation));
        (is_told && is_one_saying).then(|| Retold::of(earlier, quotation, runs))
    })
}

/// Where `words` begins and ends like `whole` and has not as many words in between: these, with one of the shared at either
/// side, from and to.
fn inserted(words: &[SpokenWord], whole: &[SpokenWord]) -> Option<[[usize; 2]; 2]> {
    let head = words.iter().zip(whole).take_while(|(one, other)| one == other).count();
    let lengths = (0..=MOST).flat_map(|here| (0..=MOST).map(move |there| (here, there)));
    let (here, there) = lengths.filter(|(here, there)| here != there).find(|&(here, there)| {
        let (tail, behind) = (words.get(head + here..), whole.get(head + there..));
        tail.zip(behind).is_some_and(|(tail, behind)| ANCHOR <= tail.len() && behind.starts_with(tail))
    })?;
    let is_enough = ANCHOR <= head && LEAST <= words.len() - here;
    is_enough.then_some([[head - 1, head + here + 1], [head - 1, head + there + 1]])
}

/// Whether a word tells something, alone.
fn is_weighty(word: &str) -> bool {
    TOLD < word.len() && !is_of_grammar(word)
}

/// Words that an editor may have drawn together or left out: "we are" and "we're", "said that it" and "said it".
fn is_loose(runs: &[Cow<'_, str>; 2]) -> bool {
    const SLIGHT: &[&str] = &["a", "an", "and", "er", "just", "so", "that", "the", "um", "very", "well"];
    let [one, other] = [&runs[0], &runs[1]].map(|run| run.split(' ').collect::<Vec<&str>>());
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let is_drawn = short.iter().any(|word| word.contains('\'') && long.iter().any(|whole| word.starts_with(whole)));
    let mut more = long.iter().filter(|word| !short.contains(word));
    is_drawn || short.len() + 1 == long.len() && more.all(|word| SLIGHT.contains(word))
}

impl Saying<'_> {
    /// Whether the word with this number says something.
    fn tells(&self, at: usize) -> bool {
        let word = self.word(at);
        TOLD <= word.len() && !is_of_grammar(&word)
    }

    /// Whether words are left out of it, or put into it, and it says so.
    fn is_cut(&self) -> bool {
        let is_cut = |text: &str| text.contains("...") || text.contains(['…', '[', '(']);
        self.quotation.inner.iter().any(|&inner| is_cut(self.story.text_of(inner)))
    }

    fn is_long(&self) -> bool {
        SHORT <= self.words.len()
    }

    /// The words by which a saying is found again, with where in it they stand and their key.
    fn anchors(&self) -> [(usize, u64, &[SpokenWord]); 2] {
        let last = self.words.len() - ANCHOR;
        [0, last].map(|at| {
            let anchor = &self.words[at..at + ANCHOR];
            (at, anchor[0].pair, anchor)
        })
    }
}

/// The first places of an anchor: the saying and the place in it, in order.
struct Places<'a> {
    anchor: &'a [SpokenWord],
    at: SmallVec<[(usize, usize); 2]>,
}

/// Where the anchors of all sayings stand, by their keys.
fn places<'a>(sayings: &'a [Saying<'_>]) -> FxHashMap<u64, Places<'a>> {
    let mut places: FxHashMap<u64, Places<'_>> = FxHashMap::default();
    places.reserve(2 * sayings.len());
    for (_, pair, anchor) in sayings.iter().filter(|saying| saying.is_long()).flat_map(Saying::anchors) {
        places.insert(pair, Places { anchor, at: SmallVec::new() });
    }
    // Nearly all pairs are no anchor, and show it at a glance.
    let anchors = Glances::of(places.keys().copied());
    for (number, saying) in sayings.iter().enumerate() {
        let pairs = saying.words.iter().map(|word| word.pair).enumerate();
        for (at, pair) in pairs.filter(|&(_, pair)| anchors.may_show(pair)) {
            let known = places.get_mut(&pair).filter(|known| known.at.len() < MANY);
            if let Some(known) = known.filter(|known| saying.words[at..].starts_with(known.anchor)) {
                known.at.push((number, at));
            }
        }
    }
    places
}

impl<'a> Retold<'a> {
    /// `words` differ first in `one`, then in `other`, whichever of the two stands first.
    fn of(one: &Quotation, other: &Quotation, [there, here]: [Cow<'a, str>; 2]) -> Self {
        if one.extent().start < other.extent().start {
            Self { earlier: one.extent(), later: other.extent(), words: [there, here] }
        } else {
            Self { earlier: other.extent(), later: one.extent(), words: [here, there] }
        }
    }
}

/// The words in which a saying and a stretch as long of another, from `start` on, differ, if all others are the same.
fn difference<'a>(saying: &Saying<'a>, other: &Saying<'a>, start: usize) -> Option<[Cow<'a, str>; 2]> {
    let words = saying.words.len();
    // "A computer" and "an accountant" are one word that differs: the article goes by what follows.
    let is_article = |word: &str| matches!(word, "a" | "an");
    let are_articles = |at: usize| is_article(&saying.word(at)) && is_article(&other.word(start + at));
    let is_shared = |at: &usize| saying.words[*at] == other.words[start + at] || are_articles(*at);
    let mut differing = (0..words).filter(|at| !is_shared(at));
    let (first, second) = (differing.next()?, differing.next());
    let third = differing.next();
    // “A dirty and cheap trick” for “a cheap and dirty trick”: two words in each other's place.
    let is_swapped = second.filter(|_| third.is_none()).is_some_and(|second| {
        let place = |at: usize| other.words[start + at];
        SWAPPED <= words
            && saying.tells(first)
            && saying.tells(second)
            && saying.words[first] == place(second)
            && saying.words[second] == place(first)
    });
    if is_swapped {
        let end = second? + 1;
        return Some([other.run(start + first..start + end), saying.run(first..end)]);
    }
    let is_alike = second.is_none() || TWO_IN <= words && third.is_none();
    if !is_alike {
        return None;
    }
    let at = second.unwrap_or(first);
    let (here, there) = (saying.word(at), other.word(start + at));
    let is_form = here.starts_with(&*there) || there.starts_with(&*here);
    let is_telling = |word: &str| 3 < word.len() && !is_of_grammar(word);
    let is_changed = || is_telling(&here) && is_telling(&there) && is_shared(&0);
    // Words that both share and that say something.
    let shared = || (0..words).filter(|at| is_shared(at) && LETTERS <= saying.word(*at).len()).count();
    // “A second wound” and “the second wound”: a piece that begins otherwise.
    let is_lead = |word: &str| matches!(word, "a" | "an" | "the");
    let is_led_otherwise = || first == 0 && SHORT <= words && is_lead(&here) && is_lead(&there) && TELLING <= shared();
    let is_enough =
        || is_led_otherwise() || FEWEST <= words || is_changed() && (is_slip(&here, &there) || TELLING <= shared());
    (!is_form && is_enough()).then_some([there, here])
}

/// Telling words that a short saying shares with another wording of it …
const TELLING: usize = 2;
/// … each of so many letters.
const LETTERS: usize = 5;

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
fn may_be_one(story: &Story, one: Option<SourceId>, other: Option<SourceId>) -> bool {
    one.zip(other).is_none_or(|(one, other)| one == other || holds(story, one, other) || holds(story, other, one))
}

/// “…,” the bishop told reporters, and further down Bishop Ignace Morel repeats it.
fn holds(story: &Story, post: SourceId, person: SourceId) -> bool {
    let (post, person) = (story.source(post), story.source(person));
    let is_held = |title: &str| {
        let places = story.text.match_indices(person.name.as_str());
        places.into_iter().any(|(at, _)| {
            let before = story.text[..at].trim_end_matches([' ', ',']);
            let tail = before.len().checked_sub(title.len()).and_then(|start| before.get(start..));
            tail.is_some_and(|tail| tail.to_lowercase() == title)
        })
    };
    post.kind == SourceKind::Role
        && person.kind == SourceKind::Person
        && is_held(post.name.to_lowercase().split(" of ").next().unwrap_or_default())
}

/// Who says a quotation, or tells of it: "Kerr said that there was “no room for one more cot”".
fn teller(story: &Story, quotation: &Quotation) -> Option<SourceId> {
    let tells = || {
        let mut claims = story.claims.iter().filter(|claim| claim.kind == ClaimKind::Statement);
        let told = claims.find(|claim| claim.spans.iter().any(|span| span.covers(quotation.spans[0])));
        told.and_then(|claim| claim.attribution.source)
    };
    speaker(story, quotation).or_else(tells)
}

/// Who says a quotation.
fn speaker(story: &Story, quotation: &Quotation) -> Option<SourceId> {
    let claims = story.claims.iter().filter(|claim| claim.kind == ClaimKind::Quote);
    let mut own = claims.filter(|claim| claim.spans.iter().any(|span| span.overlaps(quotation.spans[0])));
    own.next().and_then(|claim| claim.attribution.source)
}
