//! One place's name in two spellings: "at the Wirrabeen showground", "the council at Wirrabean".
//!
//! A long, unusual word that a preposition or a town's own noun marks as a place, and another one letter away, are one
//! place unless the story knows both: both told twice, or side by side in one sentence.

use rustc_hash::FxHashMap;

use super::misspelling::{is_one_letter_off, is_other_form};
use crate::draft::Role;
use crate::language::{Class, Classes, Token, TokenKind, WordList, Words, is_one_of};
use crate::story::{Alone, Note, Overview, Share, Story};
use crate::text::Span;

/// Shorter names of places differ by a letter and are different places.
const SHORTEST: usize = 7;

/// So many names of one initial are compared with the next: a dispatch, not a gazetteer.
const MANY: usize = 48;

/// Prepositions behind which a lone word with a capital is a place more often than a person.
const AT: WordList =
    WordList::of(&["in", "at", "near", "outside", "around", "across", "from", "to", "towards", "into", "through"]);

/// Nouns before which such a word is a town's name.
const OF_TOWN: WordList = WordList::of(&[
    "council",
    "councillors",
    "town",
    "village",
    "police",
    "hospital",
    "school",
    "residents",
    "station",
    "harbour",
    "harbor",
    "showground",
    "market",
    "airport",
    "bridge",
    "mill",
    "prison",
    "depot",
    "clinic",
    "branch",
    "plant",
    "site",
    "road",
    "bypass",
    "people",
    "district",
    "electoral",
    "constituency",
    "parish",
    "ward",
    "area",
    "community",
    "festival",
    "stadium",
    "resident",
    "river",
    "creek",
]);

/// What a place has, before "of" and its name.
const HOLDERS: WordList = WordList::of(&[
    "bishop",
    "city",
    "county",
    "diocese",
    "district",
    "mayor",
    "outskirts",
    "parish",
    "people",
    "port",
    "province",
    "residents",
    "suburb",
    "suburbs",
    "town",
    "university",
    "village",
    "villagers",
]);

/// Words by which two of a name are a place's: "Wirrabeen Creek", "Wirrabeen Elementary School".
const OF_LAND: WordList = WordList::of(&[
    "bay",
    "beach",
    "bridge",
    "creek",
    "elementary",
    "falls",
    "gap",
    "heights",
    "hill",
    "hospital",
    "island",
    "lake",
    "park",
    "point",
    "primary",
    "ridge",
    "river",
    "road",
    "school",
    "springs",
    "station",
    "street",
    "valley",
]);

/// Last words of a name that only a place has, beside those of land.
const OF_PLACE: WordList = WordList::of(&[
    "city", "common", "county", "cove", "dale", "fjord", "forest", "glen", "green", "harbour", "harbor", "islands",
    "junction", "moor", "mountain", "sound", "strait", "town", "village",
]);

/// Whether a name of several words is a place's by its last: "Harlan Falls", "Skarra Sound".
pub(super) fn is_place_by_name(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    name.contains(' ') && [OF_LAND, OF_PLACE].iter().any(|words| is_one_of(last, words.words()))
}

/// The pairs of places whose names are one letter apart: the spelling met first, and the other.
pub(super) fn variants(story: &Story) -> impl Iterator<Item = (Span, Span)> {
    let Variants(pairs) = story.overview();
    pairs.iter().map(|&(known, again)| (span_of(story, known), span_of(story, again)))
}

fn span_of(story: &Story, (block, number): (usize, usize)) -> Span {
    let PlaceNames(names) = story.note(block);
    names[number].span.shifted(story.blocks[block].span.start)
}

/// The names of a block that stand as places do, in order.
#[derive(PartialEq)]
struct PlaceNames(Vec<PlaceName>);

struct PlaceName {
    span: Span,
    sentence: usize,
    written: Box<str>,
}

/// Where in the block the words stand makes no difference to the story.
impl PartialEq for PlaceName {
    fn eq(&self, other: &Self) -> bool {
        self.sentence == other.sentence && self.written == other.written
    }
}

impl Note for PlaceNames {
    fn read(block: Alone<'_>) -> Self {
        match block.role() {
            Role::Dateline => return Self(in_dateline(block)),
            role if !role.is_prose() => return Self(Vec::new()),
            _ => {}
        }
        let mentions = block.mentions();
        let words = Words { text: block.text(), tokens: &mentions.tokens };
        let names_land = mentions.vocabulary.may_hold_listed(&OF_LAND);
        let names = mentions.names.iter().filter_map(|name| {
            let span = name.span.trimmed(block.text());
            // Most names are of two words, and show it at once.
            let goes_on = |space: usize| space + 2 < span.len() as usize;
            if !name.title.is_empty() || !names_land && span.of(block.text()).find(' ').is_some_and(goes_on) {
                return None;
            }
            let at = mentions.tokens.partition_point(|token| token.span.start < span.start);
            let token = mentions.tokens.get(at).filter(|token| token.kind == TokenKind::Word)?;
            let written = token.span.of(block.text());
            // "Wirrabeen's council" is one token or two.
            let is_lone = span.len() <= token.span.len() + 2;
            // "Wirrabeen Creek" is a place by its second word.
            let is_place = || is_lone && is_marked(words, at) || !is_lone && words.is_listed(at + 1, &OF_LAND);
            let is_quoted = || mentions.quotes.around(span).is_some();
            (is_unusual(token, written) && is_place() && !is_quoted()).then(|| {
                let sentence = block.sentence_at(span.start);
                PlaceName { span: token.span, sentence, written: written.to_lowercase().into() }
            })
        });
        Self(names.collect())
    }
}

/// The long words of a dateline, which is all place: "WIRRABEEN, Qld. —".
fn in_dateline(block: Alone<'_>) -> Vec<PlaceName> {
    let is_shouted = |word: &str| word.chars().all(char::is_uppercase);
    let words = block.mentions().tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let long = words.filter(|token| {
        let word = token.span.of(block.text());
        SHORTEST <= word.chars().count() && is_shouted(word) && token.classes == Classes::default()
    });
    let place = |token: &Token| PlaceName {
        span: token.span,
        sentence: 0,
        written: token.span.of(block.text()).to_lowercase().into(),
    };
    long.map(place).collect()
}

/// A long word of letters only that no list knows.
fn is_unusual(token: &Token, word: &str) -> bool {
    token.classes == Classes::default()
        && SHORTEST <= word.chars().count()
        && word.chars().all(char::is_alphabetic)
        && word.chars().skip(1).all(char::is_lowercase)
}

/// "At Wirrabeen", "at the Wirrabeen showground", "Wirrabeen council".
fn is_marked(words: Words<'_>, at: usize) -> bool {
    let before = at.checked_sub(1);
    let before = if before.is_some_and(|the| words.is(the, "the")) { at.checked_sub(2) } else { before };
    // Behind "to" and "from" people stand as well, but none of them with a surname's verb.
    let is_at = before.is_some_and(|at| words.is_listed(at, &AT));
    // "Wirrabeen accounted for 1,900 of them".
    let is_counted = words.is_any(at + 1, &["accounted", "recorded", "received", "suffered"]);
    // "Wirrabeen, which came last a year ago".
    let is_counted = is_counted || words.written(at + 1) == "," && words.is_any(at + 2, &["which", "where"]);
    // "Rents in Wirrabeen rose" tells of a place; "letters from Lund showed" may not.
    let is_there = before.is_some_and(|at| words.is_any(at, &["in", "at", "near", "outside", "around", "across"]));
    // "The people of Wirrabeen", "the University of Wirrabeen"
    let is_of = before.is_some_and(|of| words.is(of, "of") && words.is_listed(of.wrapping_sub(1), &HOLDERS));
    is_of || is_at && (is_there || !words.has(at + 1, Class::Past)) || is_counted || words.is_listed(at + 1, &OF_TOWN)
}

/// The places that the story spells in two ways, by the numbers of their blocks and of the names in them.
struct Variants(Vec<((usize, usize), (usize, usize))>);

/// One spelling, with the sentences that it stands in.
struct Spelling<'a> {
    written: &'a str,
    first: (usize, usize),
    sentences: Vec<(usize, usize)>,
}

impl Overview for Variants {
    type Share = PlaceNames;

    fn read(shares: &[Share<'_, PlaceNames>]) -> Self {
        let mut spellings: Vec<Spelling<'_>> = Vec::new();
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        for (block, share) in shares.iter().enumerate() {
            for (number, name) in share.note.0.iter().enumerate() {
                let at = *known.entry(&name.written).or_insert_with(|| {
                    spellings.push(Spelling { written: &name.written, first: (block, number), sentences: Vec::new() });
                    spellings.len() - 1
                });
                spellings[at].sentences.push((block, name.sentence));
            }
        }
        let mut found = Vec::new();
        for (number, again) in spellings.iter().enumerate() {
            let initial = again.written.chars().next();
            let before = spellings[..number].iter().rev().filter(|known| known.written.chars().next() == initial);
            let known = before.take(MANY).find(|known| is_variant(known, again));
            found.extend(known.map(|known| (known.first, again.first)));
        }
        Self(found)
    }
}

/// Whether the two are one name misspelt rather than two places.
fn is_variant(known: &Spelling<'_>, again: &Spelling<'_>) -> bool {
    let (one, two) = (known.written, again.written);
    let are_both_told = 1 < known.sentences.len() && 1 < again.sentences.len();
    let is_beside = known.sentences.iter().any(|sentence| again.sentences.contains(sentence));
    (is_one_letter_off(one, two) || has_letter_moved(one, two))
        && !is_other_form(one, two)
        && !are_both_told
        && !is_beside
}

/// "Wairoka" and "Waroika": the same letters, of which one stands elsewhere.
fn has_letter_moved(one: &str, two: &str) -> bool {
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.sort_unstable();
        letters
    };
    let differing = one.chars().zip(two.chars()).filter(|(a, b)| a != b).count();
    one.len() == two.len()
        && (1..=4).contains(&differing)
        && one.chars().next() == two.chars().next()
        && sorted(one) == sorted(two)
}
