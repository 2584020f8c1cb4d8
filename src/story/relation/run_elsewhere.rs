//! Holds how many years something went on against the two years that another sentence gives: "stole from a hall over nine
//! years … took £43,000 between 2014 and 2020", "shut his shop after 38 years. He opened it in 1977 and closed it in 2025".
//!
//! The years must be the only ones of their sentence, close behind the length, and the two sentences speak of one deed:
//! both of a crime, or the second of one that the first begins with "he", "she" or "it".

use std::ops::Range;

use super::elapsed::near_between;
use super::lasting::open_years;
use super::spell::{Run, years_in};
use super::{Entry, Relation, Story, life};
use crate::draft::Role;
use crate::language::{WordList, Words};
use crate::story::passage::Passage;

/// How many paragraphs behind the length the years may stand.
const REACH: usize = 3;

/// What goes on for years until it comes to court.
const CRIMES: WordList = WordList::of(&[
    "stole",
    "stolen",
    "stealing",
    "theft",
    "thefts",
    "defrauded",
    "defrauding",
    "fraud",
    "frauds",
    "embezzled",
    "embezzling",
    "embezzlement",
    "siphoned",
    "took",
    "taken",
    "pocketed",
    "skimmed",
    "fleeced",
    "conned",
    "swindled",
    "abused",
    "abusing",
    "abuse",
    "raped",
    "groomed",
    "assaulted",
    "assaults",
    "stalked",
    "stalking",
    "harassed",
    "laundered",
    "laundering",
    "diverted",
    "forged",
    "smuggled",
    "trafficked",
    "spied",
    "offences",
    "bribes",
]);

/// Words before a length by which it is another's.
const OPEN: WordList =
    WordList::of(&["jailed", "sentenced", "imprisoned", "prison", "jail", "sentence", "banned", "than", "least", "up"]);

/// The same behind it.
const OPEN_BEHIND: &[&str] =
    &["in", "behind", "ago", "old", "on", "probation", "suspended", "prison", "jail", "later", "earlier"];

/// The lengths in years that two years elsewhere let a reader check, but for those `known` already.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    open_years(entries, known).filter_map(|entry| relation(story, entry)).collect()
}

fn relation(story: &Story, entry: &Entry<'_>) -> Option<Relation> {
    let sentence = entry.figure.sentence;
    let passage = Passage::of_sentence(story, sentence).filter(|_| has_no_year(story, sentence))?;
    let length = passage.positions(entry.figure.span);
    let words = passage.words;
    let before = length.start.wrapping_sub(1);
    let is_spent = words.is_any(before, &["over", "for", "during", "after", "across"]);
    let is_other = is_of_something_else(&passage, &length) || story.is_quoted(entry.figure.number);
    if !is_spent || is_other {
        return None;
    }
    let last = entry.figure.block + REACH;
    let behind = sentence + 1..story.sentences.len();
    let mut behind = behind.take_while(|&other| story.sentences[other].block <= last);
    let run = behind.find_map(|other| run_of(story, other, &passage, is_head(story, entry)))?;
    near_between(entry, run.from, run.to)
}

/// Whether the words beside a length say that it is that of a sentence, an age or a rank.
pub(super) fn is_of_something_else(passage: &Passage<'_>, length: &Range<usize>) -> bool {
    let words = passage.words;
    let mut near = length.start.saturating_sub(3).max(passage.first)..length.start;
    near.any(|at| words.is_listed(at, &OPEN)) || words.is_any(length.end, OPEN_BEHIND) || is_of_rank(words, length.end)
}

/// "The first woman to be a surgeon there and, for 22 years, the only one": how long she was that, and not a surgeon.
fn is_of_rank(words: Words<'_>, behind: usize) -> bool {
    const NEAR: usize = 4;
    (behind..behind + NEAR).any(|at| words.is_any(at, &["only", "first", "last", "youngest", "oldest", "sole"]))
}

fn is_head(story: &Story, entry: &Entry<'_>) -> bool {
    story.blocks[entry.figure.block].role == Role::Headline
}

fn has_no_year(story: &Story, sentence: usize) -> bool {
    life::in_sentence(&story.dates, sentence).iter().all(|date| date.year.is_none())
}

/// The run of a sentence that speaks of the deed of the first.
fn run_of(story: &Story, sentence: usize, first: &Passage<'_>, is_head: bool) -> Option<Run> {
    let passage = Passage::of_sentence(story, sentence)?;
    let run = Run::of(&passage, &years_in(story, &passage, sentence))?;
    let is_crime = |of: &Passage<'_>| (of.first..of.end).any(|at| of.words.is_listed(at, &CRIMES));
    let are_crimes = run.is_until && is_crime(first) && is_crime(&passage);
    let is_his = !run.is_until && (is_head || goes_on(passage.words, passage.first));
    (are_crimes || is_his).then_some(run)
}

fn goes_on(words: Words<'_>, first: usize) -> bool {
    words.is_any(first, &["he", "she", "it", "they"])
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_length_is_that_of_the_years_told_behind_it() {
        for (text, is_wrong) in [
            (
                "A clerk stole from a hall over nine years, a court heard.\n\nIda Ek took £43,000 between 2014 and 2020.",
                true,
            ),
            (
                "A clerk stole from a hall over six years, a court heard.\n\nIda Ek took £43,000 between 2014 and 2020.",
                false,
            ),
            ("Jon Holm sold his last loaf after 38 years. He opened the shop in 1977 and closed it in 2025.", true),
            ("Jon Holm sold his last loaf after 48 years. He opened the shop in 1977 and closed it in 2025.", false),
            ("A clerk was jailed for nine years for theft.\n\nIda Ek stole £43,000 between 2014 and 2020.", false),
            ("The hall was shut for nine years.\n\nIda Ek took £43,000 between 2014 and 2020.", false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Duration);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
