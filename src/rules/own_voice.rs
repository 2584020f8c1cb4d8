//! Claims about the world that a reporter makes in the paper's own voice: what has grown to so much, what so many depend on.
//!
//! A paragraph in which nobody speaks and no paper is named has such figures from nowhere. What counts here is the verb that
//! leads to the figure, and hardly ever what it is a figure of.

use rust_decimal::Decimal;

use super::beside::Beside;
use super::deed::has_period;
use super::happening::is_happening;
use super::sourced::share_topic;
use super::tally::is_money;
use crate::draft::Role;
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::Class;
use crate::story::{Placed, Story};

/// How many of something are no longer a handful that the reporter saw.
const SEVERAL: u32 = 20;

/// More sentences than this make a passage with an occasion of its own.
const LONGEST: usize = 3;

/// Whether the words before the figure claim so much of the world, in a paragraph of the paper's own.
pub(super) fn is_own_claim(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    is_own_paragraph(story, figure)
        && !is_of_market(beside)
        && (is_happening(story, figure, beside) || is_claim(story, figure, beside))
}

/// Whether the words that lead to the figure make so much of it.
fn is_claim(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    match figure.kind {
        FigureKind::Count => {
            let is_several = Decimal::from(SEVERAL) <= figure.value;
            is_several && (is_size_now(figure, beside) || is_reliant(story, figure, beside))
                || is_so_often(figure, beside)
                || is_of_which(story, figure, beside)
                || is_knock_on(beside)
                || is_one_in_so_many(beside)
                || is_had(story, figure, beside)
                || is_all_that_ever(figure, beside)
        }
        FigureKind::Money | FigureKind::Rate => {
            has_moved_to(beside)
                || is_worth(beside)
                || is_going_price(figure, beside)
                || figure.kind == FigureKind::Money && is_taken_in(figure, beside)
        }
        FigureKind::Percentage => has_moved_to(beside) || is_part_of_those(beside),
        FigureKind::Share => is_beside_what(beside),
        FigureKind::Measure => is_output(beside),
        _ => false,
    }
}

/// A short paragraph without anybody's words, of which nobody is named as the source; or one in which somebody speaks only
/// later, and of something else.
fn is_own_paragraph(story: &Story, figure: &Placed<Figure>) -> bool {
    let end = story.sentences[figure.sentence].span.end;
    let speaks_of_else = |sentence: usize| figure.sentence < sentence && !share_topic(story, figure.sentence, sentence);
    story.blocks[figure.block].role == Role::Paragraph
        && story.sentences_of(figure.block).len() <= LONGEST
        && story.attributions_of(figure.block).iter().all(|attribution| speaks_of_else(attribution.sentence))
        && !story.quotations.iter().any(|quotation| quotation.block == figure.block && quotation.spans[0].start < end)
}

/// What is dealt in stands on screens, what a ticket costs on a board, and a nation's debt in its books.
fn is_of_market(beside: &Beside<'_>) -> bool {
    beside.has(&[
        "admission",
        "deficit",
        "federal",
        "national",
        "bond",
        "bonds",
        "crude",
        "dollar",
        "euro",
        "gold",
        "index",
        "oil",
        "postage",
        "share",
        "shares",
        "subscription",
        "ticket",
        "tickets",
        "yield",
        "yen",
    ])
}

/// Whether the word is the helper of the verb behind it, or an adverb lies between: "has | already | passed".
fn helper(beside: &Beside<'_>, verb: usize) -> usize {
    let before = verb.wrapping_sub(1);
    if beside.words.is_any(before, &["already", "now", "since", "long", "just"]) {
        before.wrapping_sub(1)
    } else {
        before
    }
}

/// "Has shrunk to 38", "stands at 12 per cent", "have already passed £14m".
fn has_moved_to(beside: &Beside<'_>) -> bool {
    const SHRUNK: &[&str] = &[
        "ballooned",
        "come",
        "dwindled",
        "ebbed",
        "expanded",
        "gone",
        "grown",
        "mushroomed",
        "shrunk",
        "slipped",
        "sunk",
        "swelled",
        "swollen",
        "thinned",
        "withered",
        "shrank",
        "crept",
        "climbed",
    ];
    const PASSED: &[&str] = &["exceeded", "hit", "neared", "overtaken", "passed", "reached", "surpassed", "topped"];
    let words = beside.words;
    let last = beside.lead.wrapping_sub(1);
    let before = last.wrapping_sub(1);
    let verb = if words.is_any(before, &["down", "up"]) { before.wrapping_sub(1) } else { before };
    let is_to = words.is(last, "to")
        && words.has(helper(beside, verb), Class::Have)
        && (words.is_any(verb, SHRUNK) || words.has(verb, Class::Rise) || words.has(verb, Class::Fall));
    // "The lot rent has gone up by $540"
    let is_by = words.is(last, "by")
        && words.has(helper(beside, verb), Class::Have)
        && (words.is(verb, "gone") || words.has(verb, Class::Rise) || words.has(verb, Class::Fall));
    let is_at =
        words.is(last, "at") && words.is_any(before, &["stand", "stands"]) || words.run_is(before, &["now", "at"]);
    let has_passed = words.is_any(last, PASSED) && words.has(helper(beside, last), Class::Have);
    is_to || is_by || is_at || has_passed
}

/// "The congregation has shrunk to 38": and no "alliance has grown to 65 member countries", which it lists.
fn is_size_now(figure: &Figure, beside: &Beside<'_>) -> bool {
    let is_of_states =
        figure.unit.as_ref().is_some_and(|unit| ["country", "member", "state"].contains(&unit.head.as_str()));
    // "The number of injured stands at 160": whoever counted the dead counts them.
    has_moved_to(beside) && !is_of_states && !beside.has(&["injured", "number", "toll"])
}

/// "One care job in seven is filled through an agency."
fn is_one_in_so_many(beside: &Beside<'_>) -> bool {
    const LONGEST: usize = 5;
    beside.words.is(0, "one") && beside.words.is(beside.lead.wrapping_sub(1), "in") && beside.lead <= LONGEST
}

/// "His list has 2,870 names": so many, and not what anybody sees or a body says of itself.
fn is_had(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const LEAST: u32 = 1_000;
    const OWN: &[&str] = &[
        "acre",
        "bed",
        "branch",
        "delegate",
        "employee",
        "fan",
        "follower",
        "inhabitant",
        "member",
        "page",
        "people",
        "person",
        "reader",
        "resident",
        "room",
        "seat",
        "soldier",
        "staff",
        "store",
        "student",
        "subscriber",
        "troop",
        "vote",
        "word",
        "worker",
    ];
    const OWNERS: &[&str] = &["her", "his", "its", "the", "their"];
    Decimal::from(LEAST) <= figure.value
        && story.sentences_of(figure.block).len() == 1
        && beside.words.is_any(0, OWNERS)
        && beside.words.has(beside.lead.wrapping_sub(1), Class::Have)
        && figure.unit.as_ref().is_some_and(|unit| !OWN.contains(&unit.head.as_str()))
}

/// "Rents will be €620 a month, about half what the market asks."
fn is_beside_what(beside: &Beside<'_>) -> bool {
    let what = beside.behind + usize::from(beside.words.is(beside.behind, "of"));
    beside.words.is(what, "what") && beside.lead != 0
}

/// "Around 70 firms live off the site": so many, and what they do as a rule.
fn is_reliant(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const DO: &[&str] = &[
        "attend", "await", "belong", "commute", "depend", "draw", "get", "go", "have", "hold", "keep", "lack", "live",
        "need", "own", "pass", "pay", "receive", "rely", "rent", "run", "share", "sleep", "suffer", "use", "wait",
        "work",
    ];
    const REACH: usize = 5;
    let words = beside.words;
    beside.lead == 0
        && figure.unit.is_some()
        && figure.modifier != Modifier::Plain
        && story.sentences_of(figure.block).len() == 1
        && (beside.behind..beside.behind + REACH).any(|at| {
            words.is_any(at, DO)
                && words.written(at.wrapping_sub(1)).ends_with('s')
                && !words.has(at - 1, Class::Possessive)
        })
}

/// "There have been 14 wrecks on the grade since New Year": somebody has kept count.
fn is_so_often(figure: &Figure, beside: &Beside<'_>) -> bool {
    const FEWEST: u32 = 10;
    beside.words.run_is(0, &["there", "have", "been"])
        && Decimal::from(FEWEST) <= figure.value
        && (has_period(beside.words) || beside.has(&["since"]))
        && figure.unit.is_some()
}

/// "61 congregations, of which 22 have no pastor", "3,912 voters, 1,105 of whom had voted early": somebody has gone through
/// all of them.
fn is_of_which(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const REACH: usize = 7;
    let words = beside.words;
    let has = words.has(beside.lead.wrapping_sub(1), Class::Have);
    let next = story.figures_of(figure.block).iter().find(|other| figure.number.end <= other.number.start);
    let part = next.filter(|part| part.sentence == figure.sentence && part.value < figure.value);
    let is_parted = (beside.behind..beside.behind + REACH)
        .any(|of| words.is(of, "of") && words.is_any(of + 1, &["which", "whom", "them"]));
    has && part.is_some() && is_parted && Decimal::from(SEVERAL) <= figure.value
}

/// "Every job supports another 1.7 in the district": what follows from each of them.
fn is_knock_on(beside: &Beside<'_>) -> bool {
    const BRINGS: &[&str] = &["brings", "creates", "generates", "means", "sustains", "supports"];
    beside.words.is_any(0, &["each", "every"]) && beside.has_before(4, BRINGS)
}

/// "Every visitor is worth £19 to the town."
fn is_worth(beside: &Beside<'_>) -> bool {
    let worth = beside.lead.wrapping_sub(1);
    beside.words.is(worth, "worth")
        && beside.words.is_any(0, &["a", "an", "each", "every", "the", "its", "their"])
        && beside.words.has(worth.wrapping_sub(1), Class::Be)
}

/// "A kilogram fetched $185", "a place for a child under two costs £289 a week": what one of a kind goes for.
fn is_going_price(figure: &Figure, beside: &Beside<'_>) -> bool {
    const FETCHES: &[&str] = &["cost", "costs", "fetch", "fetched", "fetches"];
    const HEAD: usize = 9;
    let words = beside.words;
    let last = beside.lead.wrapping_sub(1);
    let verb = if words.is_any(last, &["for", "now", "at"]) { last.wrapping_sub(1) } else { last };
    let goes = words.is_any(verb, FETCHES)
        || words.is(last, "for") && words.is_any(verb, &["go", "goes", "sell", "sells", "rents"]);
    // "Fossils from this shore fetch up to £15,000": what such things do as a rule.
    let are_many = || words.written(0).ends_with('s') && !words.has(0, Class::Possessive) && words.is(verb, "fetch");
    let is_one = words.is_any(0, &["a", "an", "every", "most", "one"]);
    (is_one || are_many()) && verb <= HEAD && goes && is_money(figure)
}

/// "The guild has raised £4,310 for a hospice": what it took in, by its own books.
fn is_taken_in(figure: &Figure, beside: &Beside<'_>) -> bool {
    const LEAST: u32 = 1_000;
    const TAKEN: &[&str] = &["collected", "cost", "lost", "made", "raised", "saved", "taken"];
    // What campaigns raise they file.
    const CAMPAIGNS: &[&str] = &["campaign", "candidate", "donors", "end", "pac", "pacs", "quarter", "race"];
    let last = beside.lead.wrapping_sub(1);
    Decimal::from(LEAST) <= figure.value
        && !beside.has(CAMPAIGNS)
        && beside.words.is_any(last, TAKEN)
        && beside.words.has(helper(beside, last), Class::Have)
}

/// "Only five specimens have ever been found": somebody knows of all of them.
fn is_all_that_ever(figure: &Figure, beside: &Beside<'_>) -> bool {
    beside.words.is_any(0, &["only", "just", "fewer", "barely"])
        && beside.lead <= 2
        && beside.has(&["ever"])
        && figure.unit.is_some()
        && Decimal::TWO < figure.value
}

/// "Only 38 per cent of those aged 16 to 18 hold a licence."
fn is_part_of_those(beside: &Beside<'_>) -> bool {
    let of = (0..3).map(|on| beside.behind + on).find(|&at| beside.words.is(at, "of"));
    // "With 76 percent of the vote counted": the returns have it.
    let is_vote = beside.has(&["polled", "precincts", "vote", "votes"]);
    beside.lead <= 1
        && !is_vote
        && of.is_some_and(|of| beside.words.is_any(of + 1, &["all", "its", "the", "their", "those"]))
}

/// "Landings of bass at the quay were 6.3 tonnes in June": what a month or a season has yielded.
fn is_output(beside: &Beside<'_>) -> bool {
    const YIELDS: &[&str] = &[
        "catch",
        "catches",
        "consumption",
        "crop",
        "demand",
        "emissions",
        "exports",
        "harvest",
        "imports",
        "landings",
        "output",
        "production",
        "rainfall",
        "sales",
        "shipments",
        "yields",
    ];
    let words = beside.words;
    let last = beside.lead.wrapping_sub(1);
    let is_so = words.has(last, Class::Be) || words.is_any(last, &["reached", "totalled", "totaled", "to"]);
    is_so && (0..4).any(|at| words.is_any(at, YIELDS))
}
