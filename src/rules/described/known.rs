//! What the story takes for known, or what anybody can see or look up.

use crate::extract::{Figure, FigureKind};
use crate::language::{Class, is_one_of};
use crate::rules::beside::Beside;
use crate::rules::grave::is_toll;
use crate::story::{Placed, Story};

/// "A county that is 80 percent white": who lives there, which a census counts.
pub(super) fn is_makeup(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PEOPLES: &[&str] = &["white", "black", "hispanic", "latino", "asian", "catholic", "muslim", "rural", "urban"];
    figure.kind == FigureKind::Percentage
        && beside.has_before(3, &["is", "are", "was", "were"])
        && beside.words.is_any(beside.behind, PEOPLES)
}

/// "Addressing some 120 rowers in the hall", "a group of about 150 who gathered": few enough for the reporter to
/// have seen them.
pub(super) fn is_present_at(figure: &Figure, beside: &Beside<'_>) -> bool {
    const MOST: u32 = 200;
    let words = beside.words;
    let before = beside.lead.wrapping_sub(1);
    let is_group =
        words.is(before, "of") && words.is_any(before.wrapping_sub(1), &["group", "audience", "crowd", "gathering"]);
    // "The first of 41 people to speak", "one of 30 who spoke": whoever reports a meeting counts the speakers.
    let is_speaker = words.is(before, "of")
        && words.is_any(before.wrapping_sub(1), &["first", "last", "one", "second", "third"])
        && (0..4).any(|on| {
            let at = beside.behind + on;
            words.is_any(at, &["to", "who"])
                && words.is_any(at + 1, &["speak", "testify", "spoke", "testified", "spoken"])
        });
    figure.kind == FigureKind::Count
        && figure.value <= MOST.into()
        && (is_speaker
            || words.is_any(before, &["addressing", "addressed"])
            || words.run_is(before.wrapping_sub(1), &["speaking", "to"])
            || words.run_is(before.wrapping_sub(1), &["in", "front"])
            || is_group && beside.has(&["gathered", "marched", "stood", "met", "assembled", "rallied"]))
}

/// "Were bowled out for 187 in 44 overs": a score.
pub(super) fn is_innings(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PLAYED: &[&str] = &["appearance", "ball", "cap", "over", "touchdown", "wicket"];
    const OF_CAREERS: &[&str] = &["game", "goal", "match", "run", "start", "test"];
    const PLACED: &[&str] = &["came", "finished", "placed", "won", "third", "fourth", "fifth", "sixth", "last"];
    const CAREER: &[&str] = &["appearances", "caps", "goals", "innings", "runs", "scored", "tries", "wickets"];
    let out = beside.first.wrapping_sub(2);
    // "Bowled the home side out for 167".
    let is_bowled = || (1..=5).any(|back| beside.words.is_any(out.wrapping_sub(back), &["all", "bowled", "dismissed"]));
    let is_unit = |units: &[&str]| figure.unit.as_ref().is_some_and(|unit| units.contains(&unit.head.as_str()));
    // "Took 90 wickets in 31 Tests": the books of the game have it.
    let is_played = is_unit(PLAYED) || is_unit(OF_CAREERS) && beside.has(CAREER);
    // "Came fifth of 19 with 184 points out of 200": what the judges gave.
    let is_most = |at: usize| {
        beside.words.run_is(at, &["points", "out", "of"]) || beside.words.run_is(at, &["marks", "out", "of"])
    };
    let is_marked = || {
        is_most(beside.behind)
            || is_most(beside.lead.wrapping_sub(3))
            || (is_unit(&["point", "mark"]) || figure.kind == FigureKind::Points)
                && beside.has(PLACED)
                && beside.has_before(2, &["with", "on"])
    };
    // "Were 214 for six at stumps".
    let is_total = beside.words.is(beside.behind, "for") && beside.has(&["stumps", "lunch", "tea", "wickets"]);
    is_played
        || is_marked()
        || is_total && beside.has_before(2, &["were", "was", "on", "reached", "been", "at"])
        || beside.words.run_is(out, &["out", "for"]) && is_bowled()
        || is_made_at_the_crease(beside)
}

/// "Made 143 from 211 balls", "put on 118 for the fifth wicket": anybody at the ground has read it off the board.
fn is_made_at_the_crease(beside: &Beside<'_>) -> bool {
    const MADE: &[&str] = &["made", "scored", "hit", "reached", "posted", "added", "struck"];
    const CRICKET: &[&str] = &[
        "balls",
        "bowled",
        "innings",
        "overs",
        "partnership",
        "run",
        "runs",
        "stumps",
        "unbeaten",
        "wicket",
        "wickets",
    ];
    let before = beside.lead.wrapping_sub(1);
    let is_made = beside.words.is_any(before, MADE) || beside.words.run_is(before.wrapping_sub(1), &["put", "on"]);
    is_made && beside.has(CRICKET)
}

/// "The central bank held its rate at 5.25 percent": what a bank sets, it tells everybody.
pub(super) fn is_policy_rate(figure: &Figure, beside: &Beside<'_>) -> bool {
    const SET: &[&str] =
        &["cut", "held", "hiked", "increased", "kept", "left", "lifted", "lowered", "maintained", "raised", "set"];
    const BANKS: &[&str] = &["bank", "bank's", "bank’s", "fed", "policymakers", "riksbank"];
    let is_parts = matches!(figure.kind, FigureKind::Percentage | FigureKind::Points | FigureKind::BasisPoints);
    is_parts
        && beside.has(&["rate", "rates"])
        && beside.has(SET)
        && beside.has(BANKS)
        && beside.has_before(2, &["at", "to", "by", "from"])
}

/// "The heat index stood at 104", "a road with ramps of 14%": weather and land are read off for all.
pub(super) fn is_weather(beside: &Beside<'_>) -> bool {
    const READINGS: &[&[&str]] = &[
        &["heat", "index"],
        &["wind", "chill"],
        &["ramps", "of"],
        &["gradient", "of"],
        &["gradients", "of"],
        &["slope", "of"],
    ];
    (1..=6).any(|back| READINGS.iter().any(|run| beside.words.run_is(beside.first.wrapping_sub(back), run)))
}

/// "Creating a business with sales of €310m": how large a firm is, which its books have.
pub(super) fn is_turnover(figure: &Figure, beside: &Beside<'_>) -> bool {
    const BOOKED: &[&str] = &["sales", "turnover", "revenue", "revenues", "assets"];
    const FIRMS: &[&str] = &[
        "bank",
        "business",
        "chain",
        "company",
        "conglomerate",
        "co-operative",
        "cooperative",
        "firm",
        "fund",
        "group",
    ];
    let words = beside.words;
    let of = beside.lead.wrapping_sub(1);
    let booked = of.wrapping_sub(1);
    let with = (1..=2).map(|back| booked.wrapping_sub(back)).find(|&at| words.is(at, "with"));
    figure.kind == FigureKind::Money
        && words.is(of, "of")
        && words.is_any(booked, BOOKED)
        && with.is_some_and(|with| words.is_any(with.wrapping_sub(1), FIRMS))
}

/// "The $40 billion in debt that the islands owe": the article takes the debt for known.
pub(super) fn is_known_debt(figure: &Figure, beside: &Beside<'_>) -> bool {
    const KNOWN: &[&str] = &["debt", "debts", "bonds", "loans", "aid", "funding"];
    figure.kind == FigureKind::Money
        && has_article(beside)
        && beside.words.is_any(beside.behind, &["in", "of"])
        && (1..=2).any(|on| beside.words.is_any(beside.behind + on, KNOWN))
}

/// "Wakes were held for at least three of the dead: Ida Moss, Per Holm and Bo Ek": the names are the count.
pub(super) fn is_named_after(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    const REACH: usize = 3;
    const FEW: u32 = 12;
    let colon = (beside.behind..=beside.behind + REACH).find(|&at| beside.words.is(at, ":"));
    let names_somebody = |colon: usize| {
        let Some(mark) = beside.words.get(colon) else { return false };
        let start = beside.base + mark.span.end;
        let name = story.names.partition_point(|name| name.span.start < start);
        let is_here = |name: &Placed<_>| name.sentence == figure.sentence;
        story.names.get(name).is_some_and(|name| name.span.start <= start + 1)
            && story.names.get(name + 1).is_some_and(is_here)
    };
    figure.kind == FigureKind::Count && figure.value <= FEW.into() && colon.is_some_and(names_somebody)
}

/// "The richest 1 percent": a class of people, of whom something is said.
pub(super) fn is_class(beside: &Beside<'_>) -> bool {
    beside.has_before(1, &["top", "richest", "wealthiest", "poorest", "bottom"])
        && beside.words.has(beside.first.wrapping_sub(2), Class::Determiner)
        // "Too kind to the 1 percent".
        || beside.has_before(1, &["the"])
            && beside.words.is_any(beside.first, &["1", "one", "99"])
            && beside.words.is_any(beside.first + 1, &["percent", "%"])
}

/// "The 15,000 journalists", "the nearly 1,600 letters": the article takes the number for known,
/// so it was told before or is plain.
pub(super) fn is_known(figure: &Figure, beside: &Beside<'_>) -> bool {
    // "The $3 million Moss raised came from firms": the article takes it for known, and says whose it is.
    let is_named = || {
        beside.words.is(beside.lead.wrapping_sub(1), "the")
            && (0..3).any(|on| beside.words.is_capitalized(beside.behind + on))
            && beside.has_behind(5, &["raised", "took", "collected", "received", "spent", "borrowed", "earned"])
    };
    figure.kind == FigureKind::Count && has_article(beside) || figure.kind == FigureKind::Money && is_named()
}

fn has_article(beside: &Beside<'_>) -> bool {
    const KNOWN: &[&str] = &["the", "these", "those", "all"];
    let is_estimated = beside.words.is(beside.lead.wrapping_sub(1), "estimated");
    beside.has_before(1, KNOWN)
        || beside.words.is_any(beside.lead.wrapping_sub(1), KNOWN)
        || is_estimated && beside.words.is_any(beside.lead.wrapping_sub(2), KNOWN)
}

/// "The families of the nine people who were killed" in the earlier flood: a toll that the reader knows.
/// "The nine dead" of today's story are asked about where they are first told.
pub(super) fn is_known_toll(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    figure.kind == FigureKind::Count && has_article(beside) && is_toll(story, figure)
}

/// "The world's 1.2 billion Catholics": an owner takes the number for known as an article does.
pub(super) fn is_owned(figure: &Figure, beside: &Beside<'_>) -> bool {
    figure.kind == FigureKind::Count && beside.words.is_any(beside.lead.wrapping_sub(1), &["'s", "’s", "whose"])
}

/// "Talks among 195 countries", "a page with 650 likes": anybody can look them up.
pub(super) fn is_seen_by_all(figure: &Figure) -> bool {
    figure.kind == FigureKind::Count
        && figure
            .unit
            .as_ref()
            .is_some_and(|unit| is_one_of(&unit.head, &["country", "nation", "state", "continent", "like", "view"]))
}

/// "Nearly a million people watched it on Facebook Live": the page shows its own count.
pub(super) fn is_counter(figure: &Figure, beside: &Beside<'_>) -> bool {
    const PAGES: &[&str] = &["facebook", "instagram", "tiktok", "twitter", "twitch", "youtube", "weibo", "spotify"];
    const SHOWN: &[&str] =
        &["watched", "viewed", "views", "followers", "follow", "shared", "shares", "likes", "subscribers", "retweets"];
    let words = beside.words;
    let page = (1..words.tokens.len())
        .find(|&at| words.is_any(at, PAGES) && words.is_any(at - 1, &["on", "to", "its", "his", "her"]));
    figure.kind == FigureKind::Count && page.is_some() && beside.has(SHOWN)
}
