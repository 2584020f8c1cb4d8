//! Counts of the dead, the saved and the missing of one mishap that have changed places: "the 17 survivors … 12 of the 17
//! killed", where 29 died.
//!
//! An article before the number says that the reader has met those people. Where nobody counts so many of the one fate, and
//! the story has told that number of another, the word is wrong, or the number.

use super::toll::is_same_event;
use super::{ClaimId, Entry, Relation, RelationKind, Story};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Words};
use crate::story::passage::Passage;

/// Below this two counts are easily the same by chance.
const LEAST: i64 = 5;

/// Words between a number and the fate of those whom it counts, at most.
const NEAR: usize = 3;

/// What became of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Dead,
    Saved,
    Missing,
}

const FATES: [(Fate, &[&str]); 3] = [
    (Fate::Dead, &["dead", "died", "deaths", "killed", "fatalities", "bodies", "perished", "drowned"]),
    (Fate::Saved, &["survivors", "survived", "rescued", "saved", "alive", "escaped"]),
    (Fate::Missing, &["missing", "unaccounted"]),
];

/// A count of people of one fate.
struct Told<'a> {
    entry: &'a Entry<'a>,
    fate: Fate,
}

/// The counts that are told of those of another fate.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let counts = entries.iter().filter(|entry| is_count(story, entry));
    let told: Vec<Told<'_>> = counts.filter_map(|entry| Some(Told { entry, fate: fate_of(story, entry)? })).collect();
    // Asked first: hardly any story tells two fates.
    if !told.iter().any(|one| one.fate != told[0].fate) {
        return Vec::new();
    }
    let is_new = |claim: ClaimId| !known.iter().any(|relation| !relation.holds && relation.stated == claim);
    told.iter().filter(|again| is_new(again.entry.claim)).filter_map(|again| mistaken(story, &told, again)).collect()
}

fn is_count(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    figure.kind == FigureKind::Count
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::AtLeast)
        && figure.value >= LEAST.into()
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::Headline | Role::Dek)
}

/// "The 17 killed", "17 people survived", "to 29 the number of people killed".
fn fate_of(story: &Story, entry: &Entry<'_>) -> Option<Fate> {
    let passage = Passage::of_sentence(story, entry.figure.sentence)?;
    let words = passage.words;
    let end = passage.position(entry.figure.number.end);
    let is_number = words.run_is(end, &["the", "number", "of"]);
    let reach = if is_number { NEAR + 3 } else { NEAR };
    let near = end..(end + reach).min(passage.end);
    // "Killing 31 people", "which killed 31"
    let lead = passage.position(entry.figure.span.start.min(entry.figure.number.start)).wrapping_sub(1);
    if words.is_any(lead, &["killed", "killing", "kills"]) {
        return Some(Fate::Dead);
    }
    let mut near = near.take_while(|&at| words.is_word(at) && !words.is_any(at, &["and", "who", "after", "when"]));
    near.find_map(|at| fate_at(words, at))
}

fn fate_at(words: Words<'_>, at: usize) -> Option<Fate> {
    FATES.iter().find(|(_, names)| words.is_any(at, names)).map(|(fate, _)| *fate)
}

fn mistaken(story: &Story, told: &[Told<'_>], again: &Told<'_>) -> Option<Relation> {
    let figure = again.entry.figure;
    let is_known = figure.modifier == Modifier::Plain && is_known(story, again.entry);
    let is_it = |other: &&Told<'_>| other.entry.figure.value == figure.value;
    let is_own = told.iter().filter(is_it).filter(|other| other.fate == again.fate).count() == 1;
    if !is_known || !is_own || story.is_quoted(figure.number) || !is_same_event(story, again.entry) {
        return None;
    }
    let before = || told.iter().filter(|other| other.entry.figure.sentence < figure.sentence);
    let other = before().find(|other| is_it(other) && other.fate != again.fate)?;
    let right = before().find(|other| other.fate == again.fate)?;
    let are_both = |one: &Told<'_>| one.fate == Fate::Dead;
    let (dead, other) = if are_both(right) { (right, other) } else { (other, right) };
    Some(Relation {
        kind: RelationKind::Toll,
        stated: again.entry.claim,
        operands: vec![dead.entry.claim, other.entry.claim],
        beside: Vec::new(),
        cue: None,
        low: right.entry.figure.interval.low,
        high: right.entry.figure.interval.high,
        printed: Some(right.entry.figure.value),
        complete: true,
        holds: false,
    })
}

/// "The 17 killed", "12 of the 17 killed".
fn is_known(story: &Story, entry: &Entry<'_>) -> bool {
    Passage::of_sentence(story, entry.figure.sentence).is_some_and(|passage| {
        let before = passage.position(entry.figure.number.start).wrapping_sub(1);
        passage.words.is_any(before, &["the", "all", "those", "these"]) || passage.words.has(before, Class::Possessive)
    })
}

#[cfg(test)]
mod tests {
    use crate::story::testing::read;

    #[test]
    fn the_saved_are_not_the_dead() {
        let first = "Twenty-nine people died when a ferry sank off Brae, police said.\n\nThe 17 survivors were taken to Orm, they said.\n\n";
        for (text, is_wrong) in [
            ("By night 12 of the 17 killed had been named.", true),
            ("By night 12 of the 29 killed had been named.", false),
            ("The 29 survivors were flown home.", true),
            ("The 17 survivors were flown home.", false),
            ("In 2011 another ferry sank; the 17 killed then lie in Orm.", false),
        ] {
            let story = read(&format!("Brae news\n\n{first}{text}"));
            assert_eq!(story.relations().iter().any(|it| !it.holds), is_wrong, "{text}");
        }
    }
}
