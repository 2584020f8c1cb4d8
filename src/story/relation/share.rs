//! Parts of a whole: "30 of the 120 members (25 percent)", "3.2 billion, 42 percent of sales of 7.6 billion".

use std::ops::Range;

use rust_decimal::Decimal;

use super::line::{Line, Slot, tie};
use super::quotient::{self, Bounds, Outcome};
use super::{Relation, RelationKind};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, Classes};

/// The shares of a sentence.
pub(super) fn find(line: &Line<'_>) -> Vec<Relation> {
    if line.slots.len() < 2 {
        return Vec::new();
    }
    let shares = (0..line.slots.len()).filter_map(|number| {
        let slot = &line.slots[number];
        if !matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share) || slot.figure().pair.is_some() {
            return None;
        }
        let (operands, outcome) = said_twice(line, number)
            .or_else(|| part_and_whole_before(line, number))
            .or_else(|| whole_behind(line, number))
            .or_else(|| part_behind(line, number))
            .or_else(|| of_the_total(line, number))
            .or_else(|| of_it(line, number))?;
        Some(tie(RelationKind::Share, slot, &operands, None, outcome))
    });
    shares.collect()
}

type Found<'l, 'a> = (Vec<&'l Slot<'a>>, Outcome);

/// Whether two figures say one thing: "30 members (25%)", "one in 64, or 1.56 percent".
pub(super) fn says_again(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const NEAR: usize = 6;
    const FAR: usize = 16;
    const CLAUSES: &[&str] = &["and", "while", "but", "than", "against", "compared"];
    const OTHERS: &[&str] = &[
        "and", "while", "but", "from", "than", "up", "down", "rose", "fell", "by", "against", "to", "compared", "with",
        "for",
    ];
    let opens = other.begin.wrapping_sub(1);
    let word = line.lower(opens);
    let is_or = word == "or" || word == "just" && line.words.is(opens.wrapping_sub(1), "or");
    let is_apposed = word == ","
        && (line.words.is(other.behind, ",") || other.behind + 1 >= line.end || takes_up_whole(line, other));
    // " - a quarter of the total -"
    let is_article = line.words.is_any(opens, &["a", "an", "one"]);
    let mark = if is_article { opens.wrapping_sub(1) } else { opens };
    let is_dash = line.words.written(mark) == "-" && !line.words.is_hyphen(mark);
    let is_told = is_or || is_apposed || is_dash || matches!(&*word, "(" | "–" | "—" | "--");
    // "Of the 120 homes that it promised by the end of last year, or 32 per cent of them": what takes them up may stand apart.
    let behind = other.past();
    let takes_up = is_or && line.words.is(behind, "of") && line.words.is_any(behind + 1, &["them", "those", "these"]);
    let is_far = takes_up && opens <= one.behind + FAR && !line.has_between(one.behind, opens, CLAUSES);
    // "150 were put down, or 18%": the last word before the comma ends its verb.
    let comma = opens.wrapping_sub(1);
    let ends_verb = is_or && line.words.is(comma, ",") && line.words.is_any(comma.wrapping_sub(1), &["up", "down"]);
    let clear = if ends_verb { comma - 1 } else { opens };
    let is_next = opens <= one.behind + NEAR && !line.has_between(one.behind, clear, OTHERS);
    is_far || is_told && is_next || is_or && is_one_phrase(line, one.behind..opens, OTHERS)
}

/// "640 of 800 long-distance and regional trains, or 80 percent": nothing up to the comma before "or" but more of what is
/// counted, of which "and" joins two kinds.
fn is_one_phrase(line: &Line<'_>, between: Range<usize>, others: &[&str]) -> bool {
    const LONGEST: usize = 9;
    const BREAKS: Classes = Classes::of(&[
        Class::Be,
        Class::Have,
        Class::Modal,
        Class::Past,
        Class::Third,
        Class::Pronoun,
        Class::Preposition,
        Class::Relative,
        Class::Determiner,
    ]);
    let words = line.words;
    let Some(comma) = between.end.checked_sub(1).filter(|&comma| words.is(comma, ",")) else { return false };
    let noun = between.start..comma;
    let goes_on = |at: usize| {
        let is_joined = words.is(at, "and") || words.is_hyphen(at);
        let is_word = words.is_word(at) && !words.is_any(at, others);
        is_joined || is_word && words.get(at).is_some_and(|token| !token.classes.meets(BREAKS))
    };
    noun.len() <= LONGEST && noun.clone().filter(|&at| words.is(at, "and")).count() < 2 && noun.clone().all(goes_on)
}

/// How many points a fraction in words may lie beside the percentage that it stands for.
const ROUNDS: Decimal = Decimal::from_parts(44, 0, 0, false, 1);

/// A share in words and the same in percent: "a third (35 percent)".
fn said_twice<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    let (stated, before) = (&line.slots[number], &line.slots[number.checked_sub(1)?]);
    // "Just over half of the 1,840 pupils who sat it, 46 percent,": the whole stands between the two.
    let of_whole = number.checked_sub(2).map(|at| &line.slots[at]).filter(|share| {
        share.kind() == FigureKind::Share
            && before.kind() == FigureKind::Count
            && line.words.is(share.behind, "of")
            && before.begin <= share.behind + 4
    });
    // "One in five Year 6 pupils (32%)": the class counts nothing.
    let of_class = number.checked_sub(2).map(|at| &line.slots[at]).filter(|share| {
        share.kind() == FigureKind::Share
            && line.words.is_any(before.number.wrapping_sub(1), &["year", "grade", "class", "form", "standard"])
            && before.number == share.behind + 1
    });
    let before = of_whole.or(of_class).unwrap_or(before);
    // "Failed one in five of the cafes, the agency said: 15 out of 50", "12 percent, or 9 out of 50".
    let is_part = before.is_percent() || before.kind() == FigureKind::Share;
    let is_counted_out = stated.kind() == FigureKind::Share
        && line.words.written(stated.number).starts_with(|mark: char| mark.is_ascii_digit())
        && before.figure().pair.is_none();
    if is_counted_out && is_part && (says_again(line, before, stated) || is_behind_colon(line, before, stated)) {
        let hundred = Bounds::exactly(Decimal::ONE_HUNDRED);
        let outcome = quotient::percent_of(stated.bounds()?, before.bounds()?, hundred)?;
        let (least, most) =
            (outcome.given.said.min(stated.figure().value), outcome.given.said.max(stated.figure().value));
        return (most <= least.saturating_mul(Decimal::TWO)).then_some((vec![before], outcome));
    }
    let is_pair = stated.is_percent() && before.kind() == FigureKind::Share;
    // "A third of homes (12 percent of flats)" are two shares.
    let is_own = !line.words.is(stated.behind, "of");
    let is_said_again = || {
        says_again(line, before, stated)
            || says_again_of_it(line, before, stated)
            || is_bracketed_behind_kind(line, before, stated)
    };
    if !is_pair || !is_own || !is_said_again() {
        return None;
    }
    let hundred = Bounds::exactly(Decimal::ONE_HUNDRED);
    let mut share = before.bounds()?;
    // Who says "nearly two-thirds" beside the very figure does not mean 58 percent.
    if before.figure().modifier == Modifier::Nearly {
        share.low = share.low.max(share.said.checked_mul(Decimal::new(91, 2))?);
    }
    // "Four in five, or 75 percent": a fraction rounds what it stands for, but not as far as to the next one.
    if before.figure().modifier == Modifier::Plain {
        share = share.within(Bounds::around(share.said, ROUNDS)?);
    }
    Some((vec![before], quotient::percent_of(stated.bounds()?, share, hundred)?))
}

/// "One in five pupils in the district (32%)": alone in its bracket, behind what the share is of.
fn is_bracketed_behind_kind(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const LONG: usize = 10;
    let words = line.words;
    let opens = other.begin.wrapping_sub(1);
    let is_closed = words.is(opens, "(") && words.is(other.past(), ")");
    let acts = |at: usize| words.has(at, Class::Be) || words.has(at, Class::Have) || words.has(at, Class::Modal);
    let parts = |at: usize| acts(at) || words.is_any(at, &[",", ";", "(", "and", "but", "than"]);
    is_closed && opens <= one.behind + LONG && !(one.behind..opens).any(parts)
}

/// Whether the figure closes the sentence behind a colon, with no other between the two.
fn is_behind_colon(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const NEAR: usize = 16;
    let end = other.past();
    line.words.is(other.begin.wrapping_sub(1), ":")
        && other.begin <= one.behind + NEAR
        && (line.end <= end + 1 || line.words.is_any(end, &[".", ",", ";"]))
        && !line.has_between(one.behind, other.begin, &["while", "but", "than", "against"])
}

/// "Nearly two-thirds of those asked, 58 percent, named rents": set off between two commas, with only the whole between.
fn says_again_of_it(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const NEAR: usize = 12;
    let opens = other.begin.wrapping_sub(1);
    let end = other.past();
    let is_set_off = line.words.is_any(opens, &[",", "("]) && line.words.is_any(end, &[",", ")"]);
    let is_clear = !line.has_between(one.behind, opens, &[",", "and", "while", "but", "to", "from", "than"]);
    is_set_off && is_clear && line.words.is(one.behind, "of") && other.begin <= one.behind + NEAR
}

/// Verbs by which a part is a share of its whole.
const AMOUNTS: &[&str] =
    &["amount", "amounts", "amounted", "represents", "represent", "equals", "equal", "makes", "make"];

/// Part and whole first: "30 of the 120 members (25%)", "Of the 120 members, 30, or 25 percent, …".
fn part_and_whole_before<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    let stated = &line.slots[number];
    let (one, other) = (&line.slots[number.checked_sub(2)?], &line.slots[number - 1]);
    let is_told = stated.begin <= other.end + 5 && line.has_between(other.end, stated.begin, AMOUNTS);
    let is_said = says_again(line, other, stated) || is_told;
    let is_own_share = is_end_of_share(line, stated) || is_told;
    if (is_of(line, one.behind, other) || is_of_named(line, one, other)) && is_own_share && is_said {
        return ratio(stated, one, other);
    }
    let opening = one.begin.wrapping_sub(1);
    // "Of the club's 310 members", "of the 120 members"
    let is_own = |at: usize| {
        (at + 1..one.begin).all(|at| {
            let words = line.words;
            words.has(at, Class::Determiner)
                || words.has(at, Class::Possessive)
                || words.is_any(at, &["'s", "’s"])
                || words.is_any(at + 1, &["'s", "’s"])
        })
    };
    let is_partitive = (0..6).any(|back| {
        let at = opening.wrapping_sub(back);
        let is_first = (at == line.first || line.words.is(at.wrapping_sub(1), ",")) && (back < 3 || is_own(at));
        line.words.is_any(at, &["of", "among"]) && is_first || line.words.run_is(at.wrapping_sub(1), &["out", "of"])
    });
    // "212 letters, of which 53, or a quarter, …".
    let which = other.begin.wrapping_sub(1);
    let is_of_which = line.words.is_any(which, &["which", "whom"]) && line.words.is(which.wrapping_sub(1), "of");
    let is_partitive = is_partitive || is_of_which && which <= one.end + 5;
    let is_joined = line.has_between(one.end, other.begin, &[","]) || other.begin <= one.end + 3;
    let is_next = is_joined && other.begin <= one.end + 12;
    (is_partitive && is_next && is_end_of_share(line, stated) && says_again(line, other, stated))
        .then(|| ratio(stated, other, one))
        .flatten()
}

/// Whether the percentage is not said to be of something else again.
pub(super) fn is_end_of_share(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    (!line.words.is(stated.behind, "of") || takes_up_whole(line, stated))
        && !line.words.is_any(stated.end, &["more", "higher", "lower", "increase", "rise", "fall", "drop"])
}

/// "40 percent of the total", "a quarter of its membership", "half the workforce": the whole that is told, said again.
pub(super) fn takes_up_whole(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const WHOLES: &[&str] = &[
        "total",
        "whole",
        "workforce",
        "staff",
        "membership",
        "them",
        "it",
        "those",
        "these",
        "lot",
        "number",
        "electorate",
        "payroll",
        "company",
        "equity",
        "capital",
        "shares",
        "stock",
        "budget",
        "vote",
        "electorate",
    ];
    let words = line.words;
    let of = if words.is(stated.behind, "of") { stated.behind + 1 } else { stated.behind };
    let noun = if words.is_any(of, &["the", "its", "their", "his", "her", "all", "that"]) { of + 1 } else { of };
    let is_closed = line.end <= noun + 2
        || words.is_any(
            noun + 1,
            &[",", ".", ";", ")", "–", "—", "and", "has", "have", "had", "were", "was", "are", "said"],
        );
    // "18 of its 72 jets, a third of the fleet, for checks": one noun for all of them.
    let is_set_off = line.end <= noun + 1 || words.is_any(noun + 1, &[",", ".", ";", ")", "–", "—"]);
    let is_told = || {
        let at = line.slots.iter().position(|slot| slot.number == stated.number);
        let pair = at.and_then(|at| line.slots.get(at.checked_sub(2)?..at));
        pair.is_some_and(|pair| is_of(line, pair[0].behind, &pair[1]))
    };
    let is_one_noun = noun == of + 1
        && words.is_any(of, &["the", "its", "their", "his", "her"])
        && !words.is_capitalized(noun)
        && !words.written(noun).ends_with('s')
        && words.is_word(noun);
    words.is_any(noun, WHOLES) && is_closed || is_one_noun && is_set_off && is_told()
}

/// Whether "of" ties the figure to the words that end at `end`: "30 members of the 120".
fn is_of(line: &Line<'_>, end: usize, whole: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    let of = (end..whole.begin).find(|&at| line.words.is(at, "of"));
    let Some(of) = of.filter(|&of| of <= end + 3 && whole.begin <= of + NEAR) else { return false };
    let is_clear = !line.has_between(end, whole.begin, &[",", "and", "for", "in", "(", "to", "from", "which", "whom"]);
    // "30 votes of a total of 120"
    is_clear
        && (of + 1..whole.begin).all(|at| {
            line.words.has(at, Class::Determiner)
                || line.words.is_any(at, &["'s", "’s"])
                || line.words.is_any(at + 1, &["'s", "’s"])
                || line.words.has(at, Class::Possessive)
                || line.words.is_any(
                    at,
                    &[
                        "the",
                        "a",
                        "total",
                        "of",
                        "some",
                        "all",
                        "its",
                        "their",
                        "more",
                        "than",
                        "possible",
                        "eligible",
                        "available",
                    ],
                )
        })
}

/// What there is of a thing in all.
const NAMED_WHOLES: &[&str] = &[
    "capacity",
    "total",
    "maximum",
    "budget",
    "electorate",
    "membership",
    "workforce",
    "staff",
    "fleet",
    "population",
    "quota",
    "allocation",
    "allowance",
    "grant",
    "fund",
    "pot",
    "stock",
    "roll",
    "field",
    "payroll",
    "possible",
    "target",
    "goal",
];

/// "Held 84 gigalitres on Sunday out of a capacity of 310", "spent £1.3m from a budget of £5.2m": a noun says that the
/// second is the whole.
fn is_of_named(line: &Line<'_>, part: &Slot<'_>, whole: &Slot<'_>) -> bool {
    const BREAKS: &[&str] = &[",", ";", "and", "but", "while", "(", "to", "up", "down", "rose", "fell", "than"];
    const FAR: usize = 7;
    let words = line.words;
    let of = whole.begin.wrapping_sub(1);
    let noun = if words.is_any(of, &["of", "is"]) { of.wrapping_sub(1) } else { of };
    let article = (1..=3).map(|back| noun.wrapping_sub(back)).find(|&at| {
        words.has(at, Class::Determiner) || words.has(at, Class::Possessive) || words.is_any(at, &["'s", "’s"])
    });
    let Some(lead) = article.map(|article| article.wrapping_sub(1)).filter(|_| words.is_any(noun, NAMED_WHOLES)) else {
        return false;
    };
    let is_out = words.run_is(lead.wrapping_sub(1), &["out", "of"]);
    // "Of a capacity", "from", "against": right behind the part, or else it is that of something between.
    let is_led = words.is_any(lead, &["of", "from", "against"]) && lead <= part.end;
    part.end <= lead && (is_led || is_out && lead <= part.end + FAR) && !line.has_between(part.end, whole.begin, BREAKS)
}

/// The whole behind: "3.2 billion last year, 42 percent of the group's sales of 7.58 billion".
fn whole_behind<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    const NEAR: usize = 12;
    let stated = &line.slots[number];
    let whole = line.slots.get(number + 1)?;
    let is_tied = line.words.is(stated.behind, "of")
        && whole.begin <= stated.behind + NEAR
        && !line.has_between(
            stated.behind,
            whole.begin,
            &[",", "(", "in", "and", "for", "by", "from", "to", "at", "who", "that", "with"],
        );
    let part = line.slots[..number]
        .iter()
        .rev()
        .find(|slot| slot.is_like(whole) && !slot.is_percent() && !is_bracketed(line, slot))?;
    let is_last = line.slots[..number].last().is_some_and(|last| last.number == part.number);
    (is_tied && is_last && ties_part(line, part, stated)).then(|| ratio(stated, part, whole)).flatten()
}

fn is_bracketed(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.words.is(slot.begin.wrapping_sub(1), "(")
}

/// Whether the words say that the part is the share: a comma and no verb, or "represents", "or", "accounts for".
fn ties_part(line: &Line<'_>, part: &Slot<'_>, stated: &Slot<'_>) -> bool {
    const VERBS: &[&str] = &[
        "represents",
        "represent",
        "represented",
        "representing",
        "equals",
        "equal",
        "equivalent",
        "accounts",
        "accounting",
        "accounted",
        "is",
        "are",
        "was",
        "were",
        "or",
        "makes",
        "make",
        "made",
        "making",
        "about",
        "nearly",
    ];
    const OTHERS: &[&str] =
        &["while", ";", "compared", "from", "down", "rose", "fell", "plus", "including", "and", "with"];
    let opens = stated.begin.wrapping_sub(1);
    let is_told = line.words.is_any(opens, &[",", "(", "–", "—", "or", "for", "to"]) || line.words.is_any(opens, VERBS);
    let is_linked = is_told || line.has_between(part.end, stated.begin, VERBS);
    is_linked && stated.begin <= part.end + 10 && !line.has_between(part.end, stated.begin, OTHERS)
}

/// The share first: "25 percent of the 120 members, or 30, …", "a quarter (30) of the 120 members".
fn part_behind<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    let stated = &line.slots[number];
    let (whole, part) = (line.slots.get(number + 1)?, line.slots.get(number + 2)?);
    let is_whole = line.words.is(stated.behind, "of") && is_of(line, stated.behind, whole);
    let is_alike = part.is_like(whole) || is_counted(part) && is_counted(whole);
    if is_whole && is_alike && says_again(line, whole, part) {
        return ratio(stated, part, whole);
    }
    // "61 percent of the vote, 4,880 of the 9,000 ballots"
    let (part, whole) = (whole, part);
    let is_turnout = line.words.is(part.begin.wrapping_sub(1), "with")
        && line.has_between(line.first, stated.begin, &["turnout"])
        && !line.has_between(part.behind, whole.end, &["postal", "early", "mail", "absentee"]);
    let opens = is_turnout || line.words.is_any(part.begin.wrapping_sub(1), &[",", "(", "or", "–", "—", ":"]);
    let is_near = opens
        && part.begin <= stated.behind + 7
        && !line.has_between(stated.behind, part.begin, &["and", "to", "than"]);
    let is_only =
        line.slots.iter().filter(|slot| matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share)).count() == 1;
    (is_near && is_only && is_of(line, part.behind, whole)).then(|| ratio(stated, part, whole)).flatten()
}

/// "It costs $100,000 total … $25,000, a quarter of the total".
fn of_the_total<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    let stated = &line.slots[number];
    let part = &line.slots[number.checked_sub(1)?];
    let of = stated.behind;
    let names_total = line.words.run_is(of, &["of", "the", "total"]) || line.words.run_is(of, &["of", "that", "total"]);
    let whole = line.slots[..number - 1].iter().find(|slot| {
        line.has_between(slot.begin.saturating_sub(3), slot.begin, &["total"]) || line.words.is(slot.end, "total")
    })?;
    let is_sound = names_total && whole.is_like(part) && ties_part(line, part, stated);
    is_sound.then(|| ratio(stated, part, whole)).flatten()
}

/// "Spent £30,000 of a grant of £90,000, or a third of it": the larger of the two is the whole.
fn of_it<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    let stated = &line.slots[number];
    let (one, other) = (&line.slots[number.checked_sub(2)?], &line.slots[number - 1]);
    let it = stated.behind + 1;
    let is_named = line.words.is(stated.behind, "of") && line.words.is_any(it, &["it", "them"]);
    let is_closed = line.end <= it + 1 || line.words.is_any(it + 1, &[",", ".", ";", ")"]);
    let is_clear = !line.has_between(one.end, other.begin, &[",", "and", "to", "while", "but", ";", "by", "("]);
    let is_joined = line.has_between(one.end, other.begin, &["from", "of"]) && other.begin <= one.end + 7;
    let (part, whole) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let is_sound = is_named && is_closed && is_clear && is_joined && says_again(line, other, stated);
    is_sound.then(|| ratio(stated, part, whole)).flatten()
}

fn ratio<'l, 'a>(stated: &Slot<'_>, part: &'l Slot<'a>, whole: &'l Slot<'a>) -> Option<Found<'l, 'a>> {
    // "46 of a possible 54 points": points of a table, not of a percentage.
    let is_points = whole.kind() == FigureKind::Points && part.unit().is_none();
    let is_part = part.is_like(whole) || is_counted(part) && (is_counted(whole) || is_points);
    let sound = is_part
        && !part.is_percent()
        && part.figure().value > Decimal::ZERO
        && part.figure().value <= whole.figure().value;
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?).filter(|_| sound)?;
    Some((vec![part, whole], outcome))
}

/// "30 women of the 120 members": of other nouns, and of one kind of thing.
fn is_counted(slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Count
}
