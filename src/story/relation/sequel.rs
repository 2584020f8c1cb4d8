//! Finds totals whose parts a later sentence lists by reference: "They were 11 Danes, four Poles and two Norwegians",
//! "Of these, 40 got the pill and 38 the dummy", "Of the money raised, … and the remaining £740,000 …".

use rust_decimal::Decimal;

use super::breakdown::is_rest;
use super::local::{BlockFigures, PartsNote};
use super::row::{Listing, Row, has_any};
use super::solver::Part;
use super::thing;
use super::{Entry, Promise, Tie};
use crate::extract::{FigureKind, Modifier};

/// How many sentences with figures back a total may stand.
const REACH: usize = 4;

/// Openings that say who all of them were.
const WERE: &[&str] = &[
    " they were ",
    " they are ",
    " these were ",
    " these are ",
    " those were ",
    " the dead were ",
    " the dead are ",
    " the victims were ",
    " the victims are ",
    " those killed were ",
    " those who died were ",
    " the injured were ",
    " the injured are ",
    " the wounded were ",
    " the wounded are ",
    " the missing are ",
    " the missing were ",
    " those injured were ",
    " those hurt were ",
    " those arrested were ",
    " those detained were ",
    " those rescued were ",
    " they comprised ",
    " they comprise ",
];

/// Openings that say who some of them were; men, women and children are all of them.
const INCLUDED: &[&str] = &[
    " the dead included ",
    " the dead include ",
    " the victims included ",
    " the victims include ",
    " those killed included ",
    " those killed include ",
    " they included ",
    " they include ",
];

/// Openings that take all of them apart.
const OF_THEM: &[&str] = &[
    " of these , ",
    " of those , ",
    " of them , ",
    " of the dead , ",
    " of the victims , ",
    " of this , ",
    " of these ",
];

/// What a sentence takes apart, for whoever knows the totals before it.
pub(super) struct SequelNote {
    parts: PartsNote,
    promise: Promise,
    kind: Kind,
}

/// Of what a sentence lists the parts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// All the people of a total close before: "They were".
    Were,
    /// Some total close before: "Of these".
    OfThem,
    /// A total anywhere before; the last part is the rest of it.
    Rest,
    /// Those anywhere before of whom so many are told: "Nine of the dead were from Brae".
    OfToll(Toll),
}

/// Whom a sentence takes apart that begins with some of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Toll {
    Dead,
    Hurt,
}

/// What a block's sentences take apart, by the numbers of `rows`.
pub(super) fn notes(rows: &[Row<'_>]) -> Vec<Vec<SequelNote>> {
    let of = |row| who_they_were(row).or_else(|| some_of_toll(row)).into_iter().chain(the_rest(row)).collect();
    rows.iter().map(of).collect()
}

/// The totals of which a sentence gives the parts; `rows` are all rows of the blocks.
pub(super) fn find<'a>(blocks: &[BlockFigures<'a>], rows: &'a [Row<'a>]) -> Vec<Tie<'a>> {
    let noted = blocks.iter().flat_map(|block| block.local.sequels.iter().map(|notes| (notes, block.entries)));
    let ties = noted.enumerate().filter_map(|(number, (notes, entries))| {
        notes.iter().find_map(|note| note.find_total(entries, &rows[..number]))
    });
    ties.collect()
}

impl SequelNote {
    /// The total among the rows `before`, with its parts among the block's `entries`.
    fn find_total<'a>(&self, entries: &'a [Entry<'a>], before: &'a [Row<'a>]) -> Option<Tie<'a>> {
        let parts = self.parts.among(entries);
        match self.kind {
            Kind::Rest => self.nearest_of_all(&parts, before),
            Kind::OfToll(toll) => self.last_toll(toll, &parts, before),
            Kind::Were | Kind::OfThem => self.nearest(&parts, &before[before.len().saturating_sub(REACH)..]),
        }
    }

    fn nearest<'a>(&self, parts: &[Part<'a>], before: &'a [Row<'a>]) -> Option<Tie<'a>> {
        // "Two people died and 23 were hurt"
        let are_people = |row: &Row<'a>, whole: &Entry<'a>| {
            let is_bare = whole.figure.unit.is_none() && row.words_behind(whole).starts_with(" were ");
            // "The death toll rose to 37"
            let is_toll = || whole.figure.unit.is_none() && row.words_before(whole).contains(" toll ");
            is_bare && 1 < row.entries.len() || is_toll() || thing::counts_people(&whole.figure.mention)
        };
        let is_total = |(row, whole): &(&'a Row<'a>, &'a Entry<'a>)| {
            whole.figure.kind == FigureKind::Count
                && whole.figure.pair.is_none()
                && match self.kind {
                    Kind::Were => are_people(row, whole),
                    _ => whole.figure.unit.is_some(),
                }
        };
        let wholes = before.iter().rev().flat_map(|row| row.entries.iter().rev().map(move |entry| (row, entry)));
        let wholes = wholes.filter(is_total);
        let ties: Vec<Tie<'a>> =
            wholes.map(|(_, stated)| Tie { stated, parts: parts.to_vec(), promise: self.promise }).collect();
        let nearest = ties.iter().position(|tie| tie.distance() < Decimal::new(118, 2));
        match nearest {
            Some(nearest) => ties.into_iter().nth(nearest),
            None => ties.into_iter().min_by_key(Tie::distance),
        }
    }

    fn nearest_of_all<'a>(&self, parts: &[Part<'a>], before: &'a [Row<'a>]) -> Option<Tie<'a>> {
        let last = parts.last()?.entry;
        let fits = |whole: &&Entry<'a>| thing::fit(whole.figure, last.figure) == thing::Fit::Same;
        let wholes = before.iter().rev().flat_map(|row| row.entries.iter().rev()).filter(fits).take(64);
        let mut ties = wholes.map(|stated| Tie { stated, parts: parts.to_vec(), promise: self.promise });
        // The headline rounds what the story gives in full: the nearest total is meant.
        ties.find(|tie| tie.distance() < Decimal::new(118, 2))
    }

    /// The latest count of the dead, or of the hurt.
    fn last_toll<'a>(&self, toll: Toll, parts: &[Part<'a>], before: &'a [Row<'a>]) -> Option<Tie<'a>> {
        let is_toll = |row: &Row<'a>, whole: &Entry<'a>| {
            let is_count = whole.figure.kind == FigureKind::Count && whole.figure.pair.is_none();
            is_count && toll.is_told_by(&row.words_behind(whole))
        };
        let mut tolls = before.iter().rev().flat_map(|row| row.entries.iter().rev().map(move |entry| (row, entry)));
        let (_, stated) = tolls.find(|(row, whole)| is_toll(row, whole))?;
        Some(Tie { stated, parts: parts.to_vec(), promise: self.promise })
    }
}

impl Toll {
    /// Of whom a number with these words is some: "nine of the dead".
    fn taken_apart_by(phrase: &str) -> Option<Self> {
        let (_, whom) = phrase.trim_end().split_once(" of the ")?;
        match whom {
            "dead" | "deceased" => Some(Self::Dead),
            "injured" | "wounded" | "hurt" => Some(Self::Hurt),
            _ => None,
        }
    }

    /// Whether the words behind a number say that it counts them: "people have been confirmed dead".
    fn is_told_by(self, behind: &str) -> bool {
        const NEAR: usize = 6;
        let words: &[&str] = match self {
            Self::Dead => &["dead", "died", "die", "killed", "deaths"],
            Self::Hurt => &["injured", "wounded", "hurt"],
        };
        let mut near = behind.split_whitespace().take(NEAR).take_while(|word| word.starts_with(char::is_alphabetic));
        near.find(|word| words.contains(word) || matches!(*word, "and" | "of" | "more"))
            .is_some_and(|word| words.contains(&word))
    }
}

/// "Nine of the dead were from Brae, five from Troon and two from Ayr": all of them, wherever they were counted.
fn some_of_toll(row: &Row<'_>) -> Option<SequelNote> {
    let first = row.entries.first().filter(|_| 3 <= row.entries.len() && row.opening().trim().is_empty())?;
    let toll = Toll::taken_apart_by(&row.phrase(first))?;
    let listing = row.listing_of_counts(0).filter(|listing| listing.is_whole && listing.is_parallel)?;
    let is_all = listing.parts.len() == row.entries.len() && 3 <= listing.parts.len();
    let parts = PartsNote::of(&listing.parts);
    is_all.then_some(SequelNote { parts, promise: Promise::Near, kind: Kind::OfToll(toll) })
}

fn who_they_were(row: &Row<'_>) -> Option<SequelNote> {
    // Two parts at least, behind words that begin with "the" and the like or with "of": hardly any sentence does so.
    if row.entries.len() < 2 || !row.begins(&['T', 't', 'O', 'o']) {
        return None;
    }
    let opening = row.opening();
    let is_some = INCLUDED.contains(&opening);
    let is_whole = WERE.contains(&opening) || is_some;
    if !is_whole && !OF_THEM.contains(&opening) && !is_of_those(opening) {
        return None;
    }
    let listing = row.listing_of_counts(0).filter(|listing| 2 <= listing.parts.len() && listing.is_whole)?;
    let is_all = listing.parts.len() == row.entries.len() && listing.parts[0].entry.figure.kind == FigureKind::Count;
    let promise = match listing.parts.len() {
        _ if !is_whole && !is_gapped(row, &listing) && !names_kinds(row, &listing) => return None,
        _ if !is_whole => Promise::Near,
        2 => Promise::Near,
        _ => Promise::Likely,
    };
    if is_some && !holds_everybody(&listing) {
        return None;
    }
    let is_named = listing.parts.iter().any(|part| part.entry.figure.unit.is_some()) || !is_whole;
    let kind = if is_whole { Kind::Were } else { Kind::OfThem };
    (is_all && is_named).then(|| SequelNote { parts: PartsNote::of(&listing.parts), promise, kind })
}

/// "Of those arrested, eleven": a few words that say no more than who was meant.
fn is_of_those(opening: &str) -> bool {
    const LONGEST: usize = 4;
    let those = opening.strip_prefix(" of those ").and_then(|rest| rest.strip_suffix(" , "));
    those.is_some_and(|those| those.split_whitespace().count() <= LONGEST && !those.contains(','))
}

/// Whether the parts are men, women and children: nobody is none of them.
fn holds_everybody(listing: &Listing<'_>) -> bool {
    let sets: Vec<&str> = listing
        .parts
        .iter()
        .filter_map(|part| part.entry.figure.unit.as_ref().map(|unit| thing::unit_set(&unit.head)))
        .collect();
    listing.parts.len() == sets.len() && ["man", "woman", "child"].iter().all(|set| sets.contains(set))
}

/// Whether the last part leaves out the verb that it shares with the first: "40 got the pill and 38 the dummy".
pub(super) fn is_gapped(row: &Row<'_>, listing: &Listing<'_>) -> bool {
    const LONGEST: usize = 5;
    let Some(last) = listing.parts.last() else { return false };
    let behind = row.words_behind(last.entry);
    let item = &behind[..behind.find([',', ';', '.', '(', '—', '–']).unwrap_or(behind.len())];
    let is_verb = |word: &str| {
        ["was", "were", "are", "is", "had", "have", "has", "did", "got", "went", "came"].contains(&word)
            || 3 < word.len() && word.ends_with("ed")
    };
    let count = item.split_whitespace().count();
    let shortest = usize::from(last.entry.figure.unit.is_none());
    listing.is_parallel || (shortest..=LONGEST).contains(&count) && !item.split_whitespace().any(is_verb)
}

/// Whether three parts or more say what kind each is: "190 were robberies, 144 were assaults and 88 were threats".
fn names_kinds(row: &Row<'_>, listing: &Listing<'_>) -> bool {
    let is_kind = |part: &Part<'_>| {
        let behind = row.words_behind(part.entry);
        let mut words = behind.split_whitespace();
        matches!(words.next(), Some("were" | "are" | "was" | "is"))
            && words.next().is_some_and(|kind| kind.ends_with('s'))
    };
    3 <= listing.parts.len() && listing.parts.iter().all(is_kind)
}

/// A list that ends with the rest of something, whose total stands wherever the story gave it.
fn the_rest(row: &Row<'_>) -> Option<SequelNote> {
    let last = row.entries.last().filter(|last| is_rest(row, last))?;
    let is_taken_apart = has_any(row.opening(), &[" of the ", " of this ", " of that ", " of its "]);
    let listing = row.listing(last, 0)?;
    let is_all = listing.parts.len() == row.entries.len() && 3 <= listing.parts.len();
    let is_exact = listing.parts.iter().all(|part| part.entry.figure.modifier == Modifier::Plain);
    let parts = PartsNote::of(&listing.parts);
    (is_all && is_exact && is_taken_apart).then_some(SequelNote { parts, promise: Promise::Near, kind: Kind::Rest })
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn sums(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Sum)
    }

    #[test]
    fn those_who_were_meant_are_added_up() {
        assert_eq!(
            sums("Sixteen people died and 34 were hurt. They were 11 Danes, four Poles and two Norwegians."),
            ["Sixteen ≠ 17"]
        );
        assert_eq!(
            sums("Seventeen people died.\n\nThe dead were 11 Danes, four Poles and two Norwegians."),
            ["Seventeen = 17"]
        );
    }

    #[test]
    fn two_arms_of_a_trial_make_the_trial() {
        assert_eq!(
            sums("The drug was given to 9,240 people. Of these, 4,610 got the pill and 4,360 the placebo."),
            ["9,240 ≠ 8970"]
        );
    }

    #[test]
    fn kinds_of_a_thing_make_the_thing() {
        assert_eq!(
            sums("There were 412 offences. Of those, 190 were robberies, 144 were assaults and 88 were threats."),
            ["412 ≠ 422"]
        );
    }

    #[test]
    fn the_rest_belongs_to_a_total_further_up() {
        assert_eq!(
            sums(
                "The hospice raised £3.04m.\n\nRain fell.\n\nOf the money raised, £1.6m came from wills, £820,000 from shops and the remaining £740,000 from runs."
            ),
            ["£3.04m ≠ 3100000..3220000"]
        );
    }

    #[test]
    fn what_overlaps_is_no_breakdown() {
        for text in [
            "Sixteen people died. They were 11 and 14 years old.",
            "The survey asked 120 people. Of these, 70 were men and 45 were smokers.",
            "Sixteen people died. They included 11 Danes and four Poles.",
        ] {
            assert_eq!(sums(text), Vec::<String>::new(), "{text}");
        }
    }
}
