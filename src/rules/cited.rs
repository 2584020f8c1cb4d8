//! Words that a story says somebody has said before, and quotes otherwise: "Volker's phrase, “…”".

use super::headline_quote_missing::is_of_grammar;
use super::rewording::Saying;
use crate::extract::Mentions;
use crate::language::{Class, WordList, Words};
use crate::story::{Alone, Note, Quotation, SpokenWord, Story};
use crate::text::Span;

/// What somebody has said, as a thing of theirs.
const SAYINGS: &[&str] = &[
    "admission",
    "answer",
    "boast",
    "comment",
    "description",
    "jibe",
    "line",
    "message",
    "phrase",
    "plea",
    "promise",
    "quip",
    "remark",
    "remarks",
    "reply",
    "statement",
    "taunt",
    "verdict",
    "vow",
    "warning",
    "words",
];

/// How many words in the same order are so many that the two are one saying.
const SHARED: usize = 3;

/// Each quotation that cites an earlier one in other words, behind that; those that are known to be told otherwise are not
/// looked at again.
pub(super) fn cited_otherwise<'a>(
    story: &Story,
    sayings: &[Saying<'a>],
    is_known: impl Fn(&Saying<'a>) -> bool,
) -> Vec<(&'a Quotation, &'a Quotation)> {
    let cited: Vec<Span> = story
        .noted()
        .flat_map(|(block, CitedIn(quotes))| {
            quotes.iter().map(move |quote| quote.shifted(story.blocks[block].span.start))
        })
        .collect();
    let is_cited = |saying: &Saying<'_>| cited.contains(&saying.quotation.spans[0]);
    let again = sayings.iter().enumerate().filter(|(_, later)| is_cited(later) && !is_known(later));
    let found = again.filter_map(|(number, said)| {
        let sentence = story.sentence_at(said.quotation.spans[0].start);
        let is_before = |one: &&Saying<'_>| story.sentence_at(one.quotation.spans[0].start) < sentence;
        let before = sayings[..number].iter();
        let own = Vocabulary::of(&said.words);
        let has = |whole: &[SpokenWord], part: &[SpokenWord]| whole.windows(part.len().max(1)).any(|run| run == part);
        let holds = |one: &&Saying<'_>| has(&one.words, &said.words) || has(&said.words, &one.words);
        let is_other = |one: &&Saying<'_>| {
            is_enough(own.held_of(&one.words), one, said) && is_before(one) && is_one_saying(one, said)
        };
        let other = before.clone().rev().find(is_other).map(|one| (one.quotation, said.quotation));
        other.filter(|_| !before.filter(is_before).any(|one| holds(&one)))
    });
    found.collect()
}

/// The quotations of a block that cite what somebody has said.
struct CitedIn(Vec<Span>);

impl Note for CitedIn {
    fn read(block: Alone<'_>) -> Self {
        let quotes = block.mentions().quotes.outer().map(|quote| quote.span);
        Self(quotes.filter(|&quote| is_cited(block, quote)).collect())
    }

    fn may_speak(block: Alone<'_>) -> bool {
        const CITED: WordList = WordList::of(SAYINGS);
        let Mentions { quotes, vocabulary, .. } = block.mentions();
        vocabulary.may_hold_listed(&CITED) && quotes.outer().next().is_some()
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// "Her words to the police, “…”, were read out", "the lawyer read Moss's warning twice: “…”".
fn is_cited(block: Alone<'_>, quote: Span) -> bool {
    const NEAR: usize = 10;
    let Some(sentence) = block.mentions().sentences.get(block.sentence_at(quote.start)) else { return false };
    let before = Span::new(sentence.start, quote.start.max(sentence.start));
    let words = Words { text: block.text(), tokens: block.tokens_in(before) };
    let last = words.tokens.len();
    (last.saturating_sub(NEAR)..last).any(|at| {
        let owner = at.wrapping_sub(1);
        (words.has(owner, Class::Possessive) || words.is_any(owner, &["'s", "’s"])) && words.is_any(at, SAYINGS)
    })
}

/// The words of a saying. Nearly all words of others are none of them, and show it at a glance.
struct Vocabulary {
    glance: u64,
    keys: Vec<u64>,
}

impl Vocabulary {
    fn of(words: &[SpokenWord]) -> Self {
        let mut keys: Vec<u64> = words.iter().map(|word| word.key).collect();
        keys.sort_unstable();
        Self { glance: keys.iter().fold(0, |all, &key| all | at_a_glance(key)), keys }
    }

    /// How many of `words` it holds.
    fn held_of(&self, words: &[SpokenWord]) -> usize {
        let is_held = |key: u64| self.glance & at_a_glance(key) != 0 && self.keys.binary_search(&key).is_ok();
        words.iter().filter(|word| is_held(word.key)).count()
    }
}

fn at_a_glance(key: u64) -> u64 {
    1 << (key >> (u64::BITS - 6))
}

/// Whether so many words make two sayings one if both have them in the same order.
fn is_enough(shared: usize, one: &Saying<'_>, other: &Saying<'_>) -> bool {
    // “A national disgrace”, “a national scandal”
    let are_short = || shared == 2 && one.words.len() == 3 && other.words.len() == 3;
    SHARED <= shared && 3 * one.words.len().min(other.words.len()) <= 5 * shared || are_short()
}

/// Whether most words of the shorter stand in the other in the same order, one that tells something among them.
fn is_one_saying(one: &Saying<'_>, other: &Saying<'_>) -> bool {
    const LETTERS: usize = 5;
    let shared = in_order(&one.words, &other.words);
    let is_telling = |&at: &usize| {
        let word = one.word(at);
        LETTERS <= word.len() && !is_of_grammar(&word)
    };
    is_enough(shared.len(), one, other) && shared.iter().any(is_telling)
}

/// Where in `one` the words stand that both have in the same order, as many as can be.
fn in_order(one: &[SpokenWord], other: &[SpokenWord]) -> Vec<usize> {
    let mut longest = vec![vec![0_usize; other.len() + 1]; one.len() + 1];
    for (at, word) in one.iter().enumerate().rev() {
        for (to, there) in other.iter().enumerate().rev() {
            longest[at][to] =
                if word == there { longest[at + 1][to + 1] + 1 } else { longest[at + 1][to].max(longest[at][to + 1]) };
        }
    }
    let (mut at, mut to) = (0, 0);
    let mut shared = Vec::new();
    while at < one.len() && to < other.len() {
        if one[at] == other[to] {
            shared.push(at);
            (at, to) = (at + 1, to + 1);
        } else if longest[at + 1][to] >= longest[at][to + 1] {
            at += 1;
        } else {
            to += 1;
        }
    }
    shared
}
