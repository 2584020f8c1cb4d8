//! People and animals that come back by a word for all of their kind, in another number: "eleven miners are trapped … the 12
//! men", "has killed 34 sheep … the 43 animals".
//!
//! They must be the only ones that the story has counted until then, nobody may come or go in between, and one number must be
//! the other's neighbour or have its digits.

use rust_decimal::Decimal;

use super::counted_again::is_joined_or_left;
use super::repeat::contradiction;
use super::{Entry, Relation, Story, solver, thing};
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::Class;
use crate::story::Placed;
use crate::story::passage::Passage;

/// Words for all people.
const PEOPLE: &[&str] = &["man", "men", "people", "person", "worker"];

/// Words for all animals, and what they may be.
const ANIMALS: &[&str] = &["animal", "beast", "creature"];
const KINDS: &[&str] = &[
    "badger",
    "bear",
    "bird",
    "bull",
    "calf",
    "camel",
    "cat",
    "chicken",
    "cow",
    "deer",
    "dog",
    "dolphin",
    "donkey",
    "duck",
    "elephant",
    "ewe",
    "fox",
    "giraffe",
    "goat",
    "goose",
    "hen",
    "horse",
    "kitten",
    "lamb",
    "lion",
    "llama",
    "monkey",
    "ox",
    "pig",
    "pony",
    "puppy",
    "ram",
    "reindeer",
    "rhino",
    "seal",
    "sheep",
    "swan",
    "tiger",
    "turtle",
    "whale",
    "wolf",
    "zebra",
    "buffalo",
    "buffaloes",
    "cattle",
    "head",
];

/// Fewer are told of in too many ways.
const LEAST: i64 = 5;

/// In how many blocks behind the first count the other stands.
const REACH: usize = 8;

/// The counts that contradict the only earlier one of their kind.
pub(super) fn find(story: &Story, entries: &[Entry<'_>]) -> Vec<Relation> {
    let counts: Vec<&Entry<'_>> = entries.iter().filter(|entry| is_count(story, entry)).collect();
    let again = counts.iter().enumerate().filter(|(_, again)| comes_back(story, again.figure));
    again.filter_map(|(number, again)| against_only(story, entries, &counts[..number], again)).collect()
}

fn against_only(story: &Story, entries: &[Entry<'_>], before: &[&Entry<'_>], again: &Entry<'_>) -> Option<Relation> {
    let is_kind = kind_of_all(again.figure)?;
    let mut like = before.iter().filter(|entry| is_kind(entry.figure));
    let first = like.next()?;
    let is_only = like.all(|other| other.figure.value == first.figure.value);
    let (one, other) = (first.figure, again.figure);
    let is_known = |entry: &Entry<'_>| {
        entry.claim != again.claim && entry.figure.value == other.value && entry.figure.kind == FigureKind::Count
    };
    let is_slip = solver::is_transposed(one, other) || (one.value - other.value).abs() == Decimal::ONE;
    let is_near = one.sentence < other.sentence && other.block <= one.block + REACH;
    let is_so = is_only
        && is_near
        && is_slip
        && one.unit.as_ref().map(|unit| &unit.head) != other.unit.as_ref().map(|unit| &unit.head)
        && !entries.iter().any(is_known)
        && !is_joined_or_left(story, one, other);
    is_so.then(|| contradiction(first, again))
}

fn is_count(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Count
        && figure.pair.is_none()
        && figure.modifier == Modifier::Plain
        && figure.value >= LEAST.into()
        && story.blocks[figure.block].role == Role::Paragraph
        && !story.is_quoted(figure.number)
}

/// Whether a word for all of a kind is what the figure counts, and which figures count some of the kind.
fn kind_of_all(figure: &Placed<Figure>) -> Option<fn(&Figure) -> bool> {
    let head = figure.unit.as_ref()?.head.as_str();
    match () {
        () if PEOPLE.contains(&head) => {
            Some(|figure| figure.unit.as_ref().is_some_and(|unit| thing::is_somebody(&unit.head)))
        }
        () if ANIMALS.contains(&head) => {
            Some(|figure| figure.unit.as_ref().is_some_and(|unit| KINDS.contains(&unit.head.as_str())))
        }
        () => None,
    }
}

/// "The 12 men waited", with nothing that says which.
fn comes_back(story: &Story, figure: &Placed<Figure>) -> bool {
    let Some(passage) = Passage::of_sentence(story, figure.sentence) else { return false };
    let words = passage.words;
    let at = passage.position(figure.span.start.min(figure.number.start));
    let Some(unit) = figure.unit.as_ref() else { return false };
    let behind = passage.positions(unit.span).end;
    let is_told = words.has(behind, Class::Preposition)
        || words.has(behind, Class::Relative)
        || words.is_any(behind, &["who", "that", "which", "whose", "in", "on", "at", "killed", "arrested", "aged"]);
    let is_bare = passage.positions(unit.span).len() == 1;
    words.is_any(at.wrapping_sub(1), &["the", "all", "those", "these"]) && !is_told && is_bare
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn people_and_animals_come_back_in_their_number() {
        let pit = "Eleven miners are trapped in the Osk pit, the company said.\n\n";
        let wolf = "A wolf has killed 34 sheep in the valley, the union said.\n\n";
        for (text, is_wrong) in [
            (format!("{pit}Relatives of the 12 men waited at the gate."), true),
            (format!("{pit}Relatives of the 11 men waited at the gate."), false),
            (format!("{pit}The 12 men who came up on Friday waited at the gate."), false),
            (format!("{pit}Another was found on Friday. The 12 men are well."), false),
            (format!("{pit}The 40 men of the rescue team are tired."), false),
            (format!("{wolf}The 43 animals were worth €9,000, its head said."), true),
            (format!("{wolf}The 34 animals were worth €9,000, its head said."), false),
            (format!("{wolf}The 50 animals that are left are in a barn."), false),
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Repeat);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
