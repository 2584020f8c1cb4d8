//! Whom "the 29-year-old officer" means, and "the former managing director, a 54-year-old accountant": the only one of that
//! post whose age the story gives further up: "Constable Ida Ek, 27", "Ada Lund, 52, the bank's former managing director".

use rust_decimal::Decimal;

use super::aged_again::UNNAMED;
use super::life::{Aged, Lives, Telling};
use super::name_words::{bare, surname};
use super::of_today::is_today;
use super::{ClaimId, Story, solver};
use crate::extract::FigureKind;
use crate::language::{Class, Lexicon, TokenKind, Words, in_small_letters};
use crate::story::passage::Passage;

/// How many years a mistyped age is off.
const SLIP: i64 = 10;

/// Words between a name and the post beside it, at most.
const NEAR: usize = 7;

/// The ranks of those who are called officers.
const OFFICERS: &[&str] = &[
    "officer",
    "constable",
    "sergeant",
    "inspector",
    "superintendent",
    "detective",
    "deputy",
    "trooper",
    "patrolman",
    "policeman",
    "policewoman",
    "pc",
    "sgt",
    "corporal",
];

/// The ages that contradict that of the only one of a post, but for those `known` already.
pub(super) fn find<'a, 'b>(
    story: &Story,
    lives: &'b Lives<'a>,
    known: &[ClaimId],
) -> Vec<(&'b Aged<'a>, &'b Aged<'a>)> {
    let again = lives.ages.iter().filter(|again| again.name.is_empty() && !known.contains(&again.entry.claim));
    again.filter_map(|again| Some((first_of(story, lives, again)?, again))).collect()
}

fn first_of<'a, 'b>(story: &Story, lives: &'b Lives<'a>, again: &Aged<'a>) -> Option<&'b Aged<'a>> {
    let figure = again.entry.figure;
    let role = role_beside(story, again).filter(|_| !story.is_quoted(figure.number))?;
    let meets = |other: &&Aged<'_>| {
        other.entry.claim != again.entry.claim && other.entry.figure.interval.meets(figure.interval)
    };
    let holds = |first: &&Aged<'_>| {
        first.telling == Telling::Apposed && !first.name.is_empty() && has_role(story, first, &role)
    };
    let mut named = lives.ages.iter().filter(holds);
    let first = named.next().filter(|first| first.entry.claim < again.entry.claim)?;
    let called = |aged: &Aged<'_>| surname(bare(story.text_of(aged.name))).to_owned();
    let is_only = named.all(|other| called(other) == called(first));
    let (one, two) = (first.entry.figure, figure);
    let is_slip = (one.value - two.value).abs() <= Decimal::from(SLIP) || solver::is_transposed(one, two);
    let is_so = is_only
        && is_slip
        && !has_others(story, &role)
        && is_today(story, first)
        && !lives.ages.iter().any(|other| meets(&other));
    is_so.then_some(first)
}

/// "Another officer", "a second constable": somebody of the post whose age the story may not give.
fn has_others(story: &Story, role: &str) -> bool {
    let text = story.text.to_lowercase();
    let names = if OFFICERS.contains(&role) { OFFICERS } else { &[role][..] };
    let leads = ["another", "a second", "the other", "two", "three", "both", "fellow"];
    names.iter().any(|name| leads.iter().any(|lead| text.contains(&format!("{lead} {name}"))))
}

/// "The 29-year-old officer", "the former director, a 54-year-old accountant": the post of whom an age tells.
fn role_beside(story: &Story, again: &Aged<'_>) -> Option<String> {
    const OTHERS: &[&str] =
        &["another", "second", "other", "third", "fellow", "colleague", "also", "replaced", "successor"];
    let figure = again.entry.figure;
    let is_age = figure.kind == FigureKind::Age && story.text_of(figure.span).contains("-old");
    let passage = Passage::of_sentence(story, figure.sentence).filter(|_| is_age)?;
    let words = passage.words;
    let (at, behind) = (passage.position(figure.number.start), passage.position(figure.span.end));
    if (passage.first..at).any(|at| words.is_any(at, OTHERS)) {
        return None;
    }
    let lead = at.wrapping_sub(1);
    if words.is(lead, "the") {
        // "The 29-year-old officer was": the noun ends its phrase.
        let ends = !words.is_word(behind + 1)
            || words.has(behind + 1, Class::Be)
            || words.has(behind + 1, Class::Have)
            || words.has(behind + 1, Class::Past)
            || words.has(behind + 1, Class::Modal)
            || words.has(behind + 1, Class::Say);
        return Some(words.written(behind).to_lowercase()).filter(|word| ends && is_role(word));
    }
    let comma = lead.checked_sub(1).filter(|&comma| words.is_any(lead, &["a", "an"]) && words.written(comma) == ",")?;
    let first = comma.saturating_sub(NEAR).max(passage.first)..comma;
    let is_definite = first.rev().take_while(|&at| words.is_word(at)).any(|at| words.is(at, "the"));
    let noun = words.written(comma - 1).to_lowercase();
    (is_definite && is_role(&noun)).then_some(noun)
}

/// A post or a trade, or what somebody does: "driver", "cyclist". Of one who is only a teenager there are many.
fn is_role(noun: &str) -> bool {
    const MAKERS: &[&str] = &["er", "or", "ist", "man", "woman"];
    let classes = Lexicon::shared().classes(noun);
    let does =
        || MAKERS.iter().any(|end| noun.ends_with(end)) && !classes.has_any(&[Class::Kin]) && !UNNAMED.contains(&noun);
    OFFICERS.contains(&noun) || classes.has_any(&[Class::RoleNoun, Class::Trade]) || does()
}

/// Whether the words beside a name and its age call the one who bears it so.
fn has_role(story: &Story, aged: &Aged<'_>, role: &str) -> bool {
    let Some(passage) = Passage::of_sentence(story, aged.entry.figure.sentence) else { return false };
    let words = passage.words;
    let (name, age) = (passage.positions(aged.name), passage.positions(aged.entry.figure.span));
    // "The driver, Ida Ek, 27": a comma may part the two.
    let comma = usize::from(words.written(name.start.wrapping_sub(1)) == ",");
    let before = name.start.saturating_sub(NEAR).max(passage.first)..name.start.saturating_sub(comma);
    let is_joint = |words: Words<'_>, at: usize| words.is_word(at) && !words.has(at, Class::Coordinator);
    let ahead = before.rev().take_while(|&at| is_joint(words, at));
    let of_name = name.clone();
    let comma = age.end;
    let behind = comma + 1..(comma + 1 + NEAR + 2).min(passage.end);
    let behind = behind.take_while(|&at| {
        words.kind(at) != Some(TokenKind::Punctuation) && !words.is_any(at, &["who", "whose", "said", "and"])
    });
    let behind = behind.filter(|_| words.written(comma) == ",");
    let is_it = |at: usize| {
        let word = in_small_letters(words.written(at)).to_string();
        word == role || OFFICERS.contains(&role) && OFFICERS.contains(&word.as_str())
    };
    ahead.chain(of_name).chain(behind).any(is_it)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn who_has_a_post_has_one_age() {
        for (text, is_wrong) in [
            (
                "Constable Ida Ek, 27, was stabbed in the arm when she knocked at a door in Brae, Jon Holm said.\n\nA neighbour, Una Lind, held the door. The #-year-old officer was stable on Sunday, Holm said.",
                ["29", "27"],
            ),
            (
                "Three people are on trial: Ada Lund, 52, the bank's former managing director; Bo Ruud, its head of loans; and Nils Orr, a lawyer.\n\nThe former managing director, a #-year-old accountant, sat with her hands folded.",
                ["54", "52"],
            ),
            (
                "The dead were Ada Lund, 71, and Nils Orr, 66. The driver, Ivo Finn, 58, broke a hip. Drivers know the bend.\n\nThe #-year-old driver was alone.",
                ["56", "58"],
            ),
        ]
        .into_iter()
        .flat_map(|(text, [wrong, right])| [(text.replace('#', wrong), true), (text.replace('#', right), false)])
        {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::SameAge);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
        for text in [
            "Constable Ida Ek, 27, was stabbed in Brae.\n\nConstable Bo Ruud, 31, was hurt. The 29-year-old officer was stable.",
            "Constable Ida Ek, 27, was stabbed in Brae.\n\nA second 29-year-old officer was hurt.",
        ] {
            let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::SameAge);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
