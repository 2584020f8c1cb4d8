//! What a paragraph in the paper's own voice says has happened so many times, has been lost, or is so for so many.
//!
//! "There were 52 drownings last year.", "The farmer lost 83 sheep.", "It will cost £85m.": no reporter sees these whole, and
//! whoever keeps the count of them is not named. Unlike what leads to a figure, which can be any verb, what it counts is
//! told by the noun: a happening, which ends and is written down, and no room, seat or mile.

use rust_decimal::Decimal;

use super::beside::Beside;
use super::grave::counts_people;
use super::tally::is_persons_own;
use crate::extract::{Figure, FigureKind};
use crate::language::{Class, Words};
use crate::story::{Placed, Story};

/// How many happenings are more than the reporter saw.
const FEW: u32 = 5;

/// How many people or beasts are.
const SEVERAL: u32 = 10;

/// What a small desk still asks about.
const MUCH_MONEY: u32 = 1_000;

/// Whether the figure counts what happened, or tells what was lost or spent.
pub(super) fn is_happening(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    match figure.kind {
        FigureKind::Count => {
            let is_few = Decimal::from(FEW) <= figure.value;
            let is_several = Decimal::from(SEVERAL) <= figure.value;
            is_few && counts_happenings(story, figure) && !is_persons_own(story, figure, beside)
                || is_several && (is_lost(beside) || is_existing(figure, beside) || is_affected(figure, beside))
        }
        FigureKind::Measure => {
            Decimal::from(SEVERAL) <= figure.value
                && (is_lost(beside) || is_costed(beside) || is_existing(figure, beside))
        }
        FigureKind::Money => {
            Decimal::from(MUCH_MONEY) <= figure.value && (is_lost(beside) || is_costed(beside) || is_at_stake(beside))
        }
        FigureKind::Ratio => is_so_much_likelier(beside),
        FigureKind::Percentage => is_part_of_many(beside),
        // "Lost a fifth of their value": on the market.
        FigureKind::Share => {
            is_lost(beside) && !beside.has_behind(4, &["value"])
                || is_part_of_all(beside)
                || story.text_of(figure.number).contains(" in ")
        }
        _ => false,
    }
}

/// "39 falls", "15 injuries there".
fn counts_happenings(story: &Story, figure: &Placed<Figure>) -> bool {
    figure.unit.as_ref().is_some_and(|unit| {
        let words = story.tokens_in(unit.span);
        words.last().is_some_and(|head| head.is(Class::Happening))
    })
}

/// "The farmer lost 83 sheep", "it took a quarter of the harvest", "had cheated widows of £600,000": right before the figure
/// stands what took it away.
fn is_lost(beside: &Beside<'_>) -> bool {
    const LOST: &[&str] = &[
        "cheated",
        "claimed",
        "defrauded",
        "destroyed",
        "devoured",
        "drained",
        "fleeced",
        "forfeited",
        "harmed",
        "lose",
        "loses",
        "lost",
        "ruined",
        "shed",
        "spilled",
        "spilt",
        "squandered",
        "stole",
        "stolen",
        "swallowed",
        "swindled",
        "wasted",
        "wrecked",
    ];
    // "Lost 27-14", "has lost four of its last five": of games.
    const GAMES: &[&str] = &["game", "games", "match", "matches", "points", "season", "seats", "set", "sets"];
    let near = if beside.words.is(beside.lead.wrapping_sub(1), "of") { 4 } else { 2 };
    (1..=near).any(|back| beside.words.is_any(beside.lead.wrapping_sub(back), LOST)) && !beside.has_behind(3, GAMES)
}

/// "There are 460 vacancies in the region", "among the crowd were 150 officers", "aboard were 140 refugees".
fn is_existing(figure: &Figure, beside: &Beside<'_>) -> bool {
    const SIZES: &[&str] = &[
        "candidate",
        "chair",
        "column",
        "country",
        "day",
        "delegate",
        "district",
        "entry",
        "episode",
        "floor",
        "game",
        "guest",
        "hour",
        "island",
        "judge",
        "juror",
        "kilometre",
        "lane",
        "letter",
        "match",
        "member",
        "metre",
        "mile",
        "minute",
        "month",
        "name",
        "nation",
        "page",
        "parliamentarian",
        "platform",
        "player",
        "room",
        "round",
        "runner",
        "seat",
        "senator",
        "shop",
        "species",
        "stall",
        "state",
        "step",
        "storey",
        "table",
        "team",
        "window",
        "word",
        "year",
    ];
    let words = beside.words;
    let be = beside.lead.wrapping_sub(1);
    let is_be = words.has(be, Class::Be);
    let opens = words.is(0, "there") || words.is_any(0, &["among", "aboard", "inside", "behind"]);
    is_be && opens && be <= 5 && figure.unit.as_ref().is_some_and(|unit| !SIZES.contains(&unit.head.as_str()))
}

/// "54 patients at St Bede's were waiting for a bed", "that night 18 families slept on the embankment".
fn is_affected(figure: &Figure, beside: &Beside<'_>) -> bool {
    const WITHOUT: &[&str] = &[
        "await",
        "awaiting",
        "camped",
        "evacuated",
        "fled",
        "homeless",
        "isolated",
        "queued",
        "queuing",
        "queueing",
        "remain",
        "sheltering",
        "sleep",
        "sleeping",
        "slept",
        "stranded",
        "strike",
        "waited",
        "waiting",
        "without",
    ];
    const REACH: usize = 9;
    let is_homes = figure.unit.as_ref().is_some_and(|unit| ["home", "house"].contains(&unit.head.as_str()));
    let is_sought = beside.has_before(2, &["reach", "evacuate", "rehouse", "reconnect"]);
    (counts_people(figure) || is_homes) && (beside.has_behind(REACH, WITHOUT) || is_sought)
}

/// "The building cost $400 million", "it would cost €85m", "her pans have earned the island $90m".
fn is_costed(beside: &Beside<'_>) -> bool {
    const COSTS: &[&str] = &["cost", "costing", "earned", "brought", "gain", "gained", "gains", "saved"];
    const NEAR: usize = 3;
    (1..=NEAR).any(|back| beside.words.is_any(beside.lead.wrapping_sub(back), COSTS))
}

/// "Skaters are twice as likely to break a bone", "six times the legal limit".
fn is_so_much_likelier(beside: &Beside<'_>) -> bool {
    const LEVELS: &[&str] = &["average", "likely", "limit", "limits", "norm", "rate"];
    beside.has_behind(4, LEVELS)
}

/// "At stake is £2.75m."
fn is_at_stake(beside: &Beside<'_>) -> bool {
    beside.words.run_is(0, &["at", "stake"]) && beside.words.has(beside.lead.wrapping_sub(1), Class::Be)
}

/// "In Ireland 70 per cent of poets earn less than the minimum wage.": of all of a kind, so many do.
fn is_part_of_many(beside: &Beside<'_>) -> bool {
    const HEAD: usize = 4;
    let words = beside.words;
    let of = beside.behind + usize::from(words.is_any(beside.behind, &["cent", "percent"]));
    // The returns have these.
    let is_vote = beside.has(&["delegates", "polled", "precincts", "vote", "votes"]);
    beside.lead <= HEAD && !is_vote && words.is(of, "of") && does_something(words, of)
}

/// "Nearly half of all calls classed as urgent were reached late."
fn is_part_of_all(beside: &Beside<'_>) -> bool {
    const HEAD: usize = 3;
    beside.lead <= HEAD
        && beside.words.run_is(beside.behind, &["of", "all"])
        && does_something(beside.words, beside.behind)
}

/// Whether a plural behind this "of" does something: no word goes between them that ties on another noun.
fn does_something(words: Words<'_>, of: usize) -> bool {
    const REACH: usize = 5;
    const TIES: &[Class] = &[Class::Preposition, Class::Coordinator, Class::Relative, Class::Subordinator];
    let plural = (of + 1..of + REACH).find(|&at| words.is_word(at) && words.written(at).ends_with('s'));
    plural.is_some_and(|noun| {
        let next = noun + 1;
        words.is_word(next) && words.get(next).is_some_and(|token| !token.classes.has_any(TIES))
    })
}
