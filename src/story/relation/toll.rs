//! Holds later counts of the dead against the story's first toll, to see whether the dead and the hurt changed places
//! ("nine killed and 20 injured … the 20 dead") or became one ("the 29 dead").

use rust_decimal::Decimal;

use super::report::Report;
use super::{Entry, Relation, RelationKind, Story};
use crate::draft::Role;
use crate::extract::Modifier;
use crate::language::{Class, TokenKind};
use crate::story::passage::Passage;

/// Below this two counts are easily the same by chance.
const TELLING: i64 = 5;

/// The later counts of dead that are the first toll's injured, or all its casualties.
pub(super) fn find(story: &Story, reports: &[Report<'_>]) -> Vec<Relation> {
    let casualties: Vec<&Report<'_>> = reports.iter().filter(|report| is_casualty(report)).collect();
    // The story's own words count, and not those under a picture.
    let is_captioned = |report: &&Report<'_>| story.blocks[report.entry.figure.block].role == Role::Caption;
    let told: Vec<&Report<'_>> = casualties.iter().copied().filter(|report| !is_captioned(report)).collect();
    let at_once = first_toll(&told);
    let is_apart = at_once.is_none();
    let Some((dead, hurt)) = at_once.or_else(|| first_counts(&told)) else { return Vec::new() };
    let later = casualties
        .iter()
        .filter(|report| dead.entry.figure.sentence.max(hurt.entry.figure.sentence) < report.entry.figure.sentence);
    let of_the_dead = later.filter(|report| report.event == Some("death") && is_same_event(story, report.entry));
    // Told apart, the two counts are weaker evidence: only "the 38 dead", where 38 were hurt, is then a slip.
    let is_sure = |report: &&&Report<'_>| {
        let value = report.entry.figure.value;
        let are_dead =
            casualties.iter().filter(|other| other.event == Some("death") && other.entry.figure.value == value);
        !is_apart || value == hurt.entry.figure.value && is_definite(story, report.entry) && are_dead.count() == 1
    };
    let later = of_the_dead.filter(is_sure).filter(|report| !is_part(story, report.entry));
    // "The 12 who lost their lives and the 31 being treated": who tells the dead right means others by the next number.
    let is_told_right = |report: &&&Report<'_>| {
        casualties.iter().any(|other| {
            other.event == Some("death")
                && other.entry.figure.sentence == report.entry.figure.sentence
                && other.entry.figure.value == dead.entry.figure.value
        })
    };
    let later = later.filter(|report| !is_told_right(report));
    let later = later.filter_map(|report| confused(story, dead.entry, hurt.entry, report.entry));
    let turned = turned(story, &casualties, dead, hurt);
    later.chain(turned).collect()
}

/// "Five died and 31 were hurt … the five injured", under the headline "31 killed": the number of the one with the word
/// of the other.
fn turned(story: &Story, casualties: &[&Report<'_>], dead: &Report<'_>, hurt: &Report<'_>) -> Vec<Relation> {
    let (killed, injured) = (dead.entry.figure, hurt.entry.figure);
    if killed.sentence != injured.sentence || killed.value == injured.value {
        return Vec::new();
    }
    let is_turned = |report: &&&Report<'_>| {
        let figure = report.entry.figure;
        let is_head = story.blocks[figure.block].role == Role::Headline;
        let is_behind = killed.sentence < figure.sentence;
        let are_injured = is_hurt(report) && figure.value == killed.value;
        let are_killed = report.event == Some("death") && figure.value == injured.value;
        let is_told = || {
            let value = figure.value;
            let mut same =
                casualties.iter().filter(|other| other.event == report.event && other.entry.figure.value == value);
            same.nth(1).is_none()
        };
        (is_head && (are_killed || are_injured) || is_behind && are_injured && is_definite(story, report.entry))
            && is_same_event(story, report.entry)
            && is_told()
    };
    let found = casualties.iter().filter(is_turned);
    found.map(|report| mistaken(dead.entry, hurt.entry, report.entry)).collect()
}

/// The first count of dead and the first of injured, wherever they stand.
fn first_counts<'a, 'b>(casualties: &[&'b Report<'a>]) -> Option<(&'b Report<'a>, &'b Report<'a>)> {
    Some((first_of(casualties, &["death"])?, first_of(casualties, HURT)?))
}

/// The events by which those come to harm who live.
const HURT: &[&str] = &["injury", "illness"];

fn is_hurt(report: &Report<'_>) -> bool {
    report.event.is_some_and(|event| HURT.contains(&event))
}

fn first_of<'a, 'b>(casualties: &[&'b Report<'a>], events: &[&str]) -> Option<&'b Report<'a>> {
    casualties.iter().find(|report| report.event.is_some_and(|event| events.contains(&event))).copied()
}

/// "At least 87 dead" counts as a first toll: what matters is that the dead are not as many as the hurt.
fn is_casualty(report: &Report<'_>) -> bool {
    let figure = report.entry.figure;
    let is_told = match report.event {
        Some("death") => matches!(figure.modifier, Modifier::Plain | Modifier::AtLeast),
        Some("injury" | "illness") => figure.modifier == Modifier::Plain,
        _ => false,
    };
    is_told && figure.value.is_integer()
}

/// The first sentence that gives both one count of dead and one of injured.
fn first_toll<'a, 'b>(casualties: &[&'b Report<'a>]) -> Option<(&'b Report<'a>, &'b Report<'a>)> {
    let in_one = toll_in_sentence(casualties);
    in_one.or_else(|| toll_in_lede(casualties))
}

/// "The blast killed nine people. … Twenty were being treated for injuries": the first of each, a few paragraphs apart.
fn toll_in_lede<'a, 'b>(casualties: &[&'b Report<'a>]) -> Option<(&'b Report<'a>, &'b Report<'a>)> {
    const NEAR: usize = 8;
    let (dead, hurt) = (first_of(casualties, &["death"])?, first_of(casualties, HURT)?);
    let is_near = dead.entry.figure.block.abs_diff(hurt.entry.figure.block) <= NEAR;
    (is_near && dead.entry.figure.value != hurt.entry.figure.value).then_some((dead, hurt))
}

fn toll_in_sentence<'a, 'b>(casualties: &[&'b Report<'a>]) -> Option<(&'b Report<'a>, &'b Report<'a>)> {
    let mut sentences = casualties.chunk_by(|one, other| one.entry.figure.sentence == other.entry.figure.sentence);
    sentences.find_map(|sentence| match sentence {
        [one, other] if one.event == Some("death") && is_hurt(other) => Some((*one, *other)),
        [one, other] if is_hurt(one) && other.event == Some("death") => Some((*other, *one)),
        _ => None,
    })
}

/// Whether the sentence speaks of the same day: no year, no "last year", no other place in time.
pub(super) fn is_same_event(story: &Story, entry: &Entry<'_>) -> bool {
    const ELSEWHERE: &[&str] =
        &["last", "previous", "earlier", "another", "similar", "since", "year", "years", "decade"];
    let Some(passage) = Passage::of_sentence(story, entry.figure.sentence) else { return false };
    // "With 43 dead, it is the worst since that of 2009": only what stands before "since" says when they died.
    let since = (passage.position(entry.figure.number.start)..passage.end).find(|&at| passage.words.is(at, "since"));
    let is_compared =
        since.is_some_and(|since| (passage.first..since).any(|at| passage.words.has(at, Class::Superlative)));
    let end = if is_compared { since.unwrap_or(passage.end) } else { passage.end };
    let mut years = story.dates.iter().filter(|date| date.sentence == entry.figure.sentence && date.year.is_some());
    let has_year = years.any(|date| !is_compared || date.span.start < entry.figure.number.start);
    // "A wall to the five dead was unveiled last month": when they were mourned, not when they died.
    let number = passage.position(entry.figure.number.start);
    let is_of_deed = |at: usize| {
        passage.words.is(at, "last")
            && passage.words.is_any(at + 1, &["week", "month", "night", "weekend"])
            && !passage.words.is_any(at + 2, &["'s", "’s"])
            && is_definite(story, entry)
            && (number..at).any(|at| passage.words.has(at, Class::Be))
            && !(number..at).any(|at| passage.words.is_any(at, &["who", "killed", "died", "in", "from"]))
    };
    !has_year && !(passage.first..end).any(|at| passage.words.is_any(at, ELSEWHERE) && !is_of_deed(at))
}

fn confused(story: &Story, dead: &Entry<'_>, hurt: &Entry<'_>, later: &Entry<'_>) -> Option<Relation> {
    let value = later.figure.value;
    let both = dead.figure.value.checked_add(hurt.figure.value)?;
    let is_one_toll = dead.figure.sentence == hurt.figure.sentence;
    let is_known = is_definite(story, later);
    let is_taken =
        value != dead.figure.value && (value == hurt.figure.value || (is_one_toll || is_known) && value == both);
    let is_telling = Decimal::from(TELLING) <= value && is_one_toll || is_known;
    (is_taken && is_telling).then(|| mistaken(dead, hurt, later))
}

fn mistaken(dead: &Entry<'_>, hurt: &Entry<'_>, later: &Entry<'_>) -> Relation {
    Relation {
        kind: RelationKind::Toll,
        stated: later.claim,
        operands: vec![dead.claim, hurt.claim],
        beside: Vec::new(),
        cue: None,
        low: dead.figure.interval.low,
        high: dead.figure.interval.high,
        printed: Some(dead.figure.value),
        complete: true,
        holds: false,
    }
}

/// "Two of the 23 died": of the hurt, some may die. "One of the 23 dead" tells how many the dead are.
pub(super) fn is_part(story: &Story, entry: &Entry<'_>) -> bool {
    Passage::of_sentence(story, entry.figure.sentence).is_some_and(|passage| {
        let (words, the) = (passage.words, passage.position(entry.figure.number.start).wrapping_sub(1));
        let part = the.wrapping_sub(2);
        let behind = passage.position(entry.figure.number.end);
        words.is(the, "the")
            && !words.is_any(behind, &["dead", "killed", "victims"])
            && words.is(the.wrapping_sub(1), "of")
            && (words.has(part, Class::NumberWord)
                || words.kind(part) == Some(TokenKind::Number)
                || words.is_any(part, &["some", "many", "several", "none", "most", "half"]))
    })
}

/// "The 20 dead", "all 20".
pub(super) fn is_definite(story: &Story, entry: &Entry<'_>) -> bool {
    Passage::of_sentence(story, entry.figure.sentence).is_some_and(|passage| {
        let before = passage.position(entry.figure.number.start).wrapping_sub(1);
        passage.words.is_any(before, &["the", "all", "those"]) || passage.words.has(before, Class::Possessive)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::testing::{read, relations};

    fn tolls(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Toll)
    }

    #[test]
    fn one_of_the_dead_tells_how_many_they_are() {
        let storm = "The storm killed four people and injured 11 in Brae, police said.\n\n";
        let told =
            |dead: &str| tolls(&format!("Brae news\n\n{storm}The sister of one of the {dead} dead walked home."));
        assert_eq!((told("11"), told("four")), (vec!["11 ≠ 4".to_owned()], Vec::new()));
    }

    #[test]
    fn a_toll_that_rose_to_a_number_counts_the_dead() {
        let slide =
            "The death toll of the slide rose to 37 on Sunday from 29, they said.\n\nFifty-eight people were injured.";
        let told = "A spade might hurt somebody, so 640 soldiers dig with spoons.";
        for (mass, expected) in [("58", &["58 ≠ 37"][..]), ("37", &[])] {
            let text = format!("{slide}\n\n{told}\n\nA mass for the {mass} dead will be sung on Friday.");
            assert_eq!(tolls(&text), expected);
        }
    }

    #[test]
    fn the_dead_are_mourned_on_another_day() {
        let blast = "A blast at the Brae mill killed two people and wounded five.";
        for (text, expected) in [
            ("A wall to the five dead was unveiled last month.", &["five ≠ 2"][..]),
            ("The names of the five dead were read out last week.", &["five ≠ 2"]),
            ("All five victims were buried last weekend.", &[]),
            ("The two dead were buried last week.", &[]),
            ("The five dead in last month's fire at Troon were miners.", &[]),
            ("The five who died were killed last month at Troon.", &[]),
            ("Five people were killed last month at Troon.", &[]),
        ] {
            assert_eq!(tolls(&format!("{blast}\n\n{text}")), expected, "{text}");
        }
    }

    #[test]
    fn the_injured_do_not_become_the_dead() {
        assert_eq!(
            tolls("The blast in Brae killed nine people and injured 20. The names of the 20 dead were read out."),
            ["20 ≠ 9"]
        );
        assert_eq!(
            tolls("The blast in Brae killed nine people and injured 20.\n\nAll 29 dead were miners."),
            ["29 ≠ 9"]
        );
    }

    #[test]
    fn the_hurt_may_be_counted_in_a_sentence_of_their_own() {
        assert_eq!(
            tolls(
                "The ferry sank and 17 people died. Thirty-eight people were injured. Relatives of the 38 dead waited."
            ),
            ["38 ≠ 17"]
        );
    }

    #[test]
    fn a_deed_leads_to_a_number_without_a_noun() {
        for (text, expected) in [
            ("Blast kills 31 at mill\n\nFour people died and 31 were injured at the mill on Monday.", &["31 ≠ 4"][..]),
            ("Blast kills four at mill\n\nFour people died and 31 were injured at the mill on Monday.", &[]),
            ("Three men were killed and 17 injured.\n\nThe blast that killed 17 is the second.", &["17 ≠ 3"]),
            ("Three men were killed and 17 injured.\n\nThe blast that injured 17 is the second.", &[]),
        ] {
            assert_eq!(tolls(text), expected, "{text}");
        }
    }

    #[test]
    fn the_dead_do_not_become_the_injured() {
        assert_eq!(
            tolls("Five people died and 31 were hurt in Brae. The five injured were flown to the capital."),
            ["five ≠ 5"]
        );
        assert_eq!(
            tolls("Five people died and 31 were hurt in Brae. Two of the five injured in Ayr last year died."),
            Vec::<String>::new()
        );
    }

    #[test]
    fn other_tolls_are_left_alone() {
        for text in [
            "The ferry sank and 17 people died. Thirty-eight people were injured. A storm killed 38 in Troon.",
            "The blast killed nine people and injured 20. The nine dead were miners.",
            "The blast killed nine people and injured 20. A blast in 1998 killed 20 people.",
            "The blast killed nine people and injured 20. The toll rose to 12 dead on Monday.",
            "The blast killed one and injured two. Two people died in a fire in Troon.",
            "The blast killed nine people and injured 20. Flags fly for the nine who died and the 20 are being treated.",
            "The blast killed nine people and injured 20. The toll rose to 11 when two of the 20 died.",
        ] {
            assert_eq!(tolls(text), Vec::<String>::new(), "{text}");
        }
    }
}
