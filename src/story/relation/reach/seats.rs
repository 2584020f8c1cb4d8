//! The seats of a chamber with the parties that hold them, and the ballots cast with the votes for each side:
//! "the 40-member council has 22 Labour councillors, 11 Conservatives and seven Greens", "812 to 344, with 1,156 cast".

use rust_decimal::Decimal;

use super::super::line::{Lead, Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind, solver};
use crate::extract::{FigureKind, Modifier};

/// The chambers and ballots of a sentence.
pub(super) fn find(line: &Line<'_>) -> Option<Relation> {
    if line.slots.len() < 2 {
        None
    } else {
        chamber(line)
            .or_else(|| cast(line))
            .or_else(|| majority(line))
            .or_else(|| short_of_majority(line))
            .or_else(|| majority_of(line))
            .or_else(|| two_thirds(line))
    }
}

/// Words that leave some seats out of the list, or take the figures from another time.
const OPEN: &[&str] = &[
    "including",
    "includes",
    "include",
    "among",
    "vacant",
    "vacancy",
    "vacancies",
    "remaining",
    "rest",
    "undeclared",
    "declared",
    "counted",
    "far",
    "yet",
    "still",
    "needed",
    "needs",
    "short",
    "majority",
    "lost",
    "losing",
    "gained",
    "gaining",
    "least",
    "about",
    "half",
    "third",
    "quarter",
    "up",
    "down",
    "more",
    "fewer",
    "than",
    "contested",
    "elected",
    "women",
    "percent",
    "%",
];

/// A chamber whose seats the sentence deals out among three parties or more.
fn chamber(line: &Line<'_>) -> Option<Relation> {
    const CHAMBERS: &[&str] = &[
        "council",
        "parliament",
        "assembly",
        "chamber",
        "house",
        "senate",
        "congress",
        "legislature",
        "authority",
        "board",
        "committee",
        "commission",
        "seats",
        "seat",
        "knesset",
        "diet",
        "bundestag",
        "duma",
        "riksdag",
    ];
    let stated = line.slots.iter().find(|slot| is_whole(line, slot))?;
    // "With no seats vacant" says that the list is all.
    // "With the remaining nine going to independents" says so, too.
    let closes = |at: usize| {
        line.words.is(at, "remaining")
            && line.slots.last().is_some_and(|last| last.begin == at + 1 || last.number == at + 1)
    };
    let is_open = (line.first..line.end)
        .any(|at| line.words.is_any(at, OPEN) && !closes(at) && !(line.words.is(at, "vacant") && names_none(line, at)));
    if is_open || !line.has_between(line.first, line.end, CHAMBERS) {
        return None;
    }
    let parts: Vec<&Slot<'_>> =
        line.slots.iter().filter(|slot| slot.number != stated.number && is_plain_count(slot)).collect();
    let is_part = |slot: &&&Slot<'_>| slot.figure().value < stated.figure().value && is_of_party(line, slot);
    let is_too_many = parts.len() == 2 && total(&parts).is_some_and(|sum| stated.figure().value < sum);
    if parts.len() < 3 && !is_too_many
        || parts.iter().filter(is_part).count() != parts.len()
        || parts.len() + 1 != line.slots.len()
    {
        return None;
    }
    let sum = total(&parts)?;
    // A chamber has a few hundred seats, so that nothing here is beyond what a decimal holds.
    let by = |percent: i64| stated.figure().value * Decimal::new(percent, 2);
    let (low, high) = (by(85), by(125));
    let is_near = low <= sum && sum <= high;
    let outcome = Outcome { given: Bounds::exactly(sum), holds: sum == stated.figure().value };
    is_near.then(|| tie(RelationKind::Sum, stated, &parts, None, outcome))
}

fn names_none(line: &Line<'_>, at: usize) -> bool {
    line.has_between(at.saturating_sub(3).max(line.first), at, &["no", "none"])
}

fn total(parts: &[&Slot<'_>]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, slot| sum.checked_add(solver::amount(slot.figure())))
}

pub(super) fn is_plain_count(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    figure.kind == FigureKind::Count && figure.pair.is_none() && figure.modifier == Modifier::Plain
}

/// "The 40-member council", "the 36-strong authority", "all 120 seats", "61 of the 120 seats", "61 of 120 seats".
pub(super) fn is_whole(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let is_joined = words.is_hyphen(slot.behind)
        && words.is_any(slot.behind + 1, &["seat", "member", "strong", "councillor", "person"]);
    let before = slot.begin.wrapping_sub(1);
    // "Holds 71 of 120 seats": a count right before it.
    let is_divided = words.is(before, "of") && line.slots.iter().any(|part| part.behind == before);
    let is_all = slot.unit().is_some_and(|unit| matches!(unit, "seat" | "member"))
        && (words.is_any(before, &["the", "all", "its", "'s", "’s"]) || is_divided);
    let is_of_size = Decimal::TEN <= slot.figure().value && slot.figure().value < Decimal::from(10_000);
    is_plain_count(slot) && is_of_size && (is_joined || is_all)
}

/// Whether the words right before or behind the number name who holds the seats.
pub(super) fn is_of_party(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const HOLDERS: &[&str] = &[
        "independents",
        "independent",
        "seats",
        "seat",
        "others",
        "other",
        "nonpartisan",
        "unaffiliated",
        "from",
        "members",
        "councillors",
        "for",
        "smaller",
        "to",
        "of",
        "alliance",
        "bloc",
        "coalition",
        "party",
        "won",
        "remaining",
        "crossbenchers",
        "aligned",
        "lawmakers",
        "mps",
        "senators",
    ];
    let words = line.words;
    let names = |at: usize| words.is_capitalized(at) || words.is_any(at, HOLDERS);
    let leads = !matches!(
        line.lead(line.slots.iter().position(|known| known.number == slot.number).unwrap_or(0)),
        Lead::Against
    );
    leads && (names(slot.behind) || names(slot.begin.wrapping_sub(1)) || names(slot.begin.wrapping_sub(2)))
}

/// "With 54 of the 101 seats, the League has an outright majority": more than half.
fn majority(line: &Line<'_>) -> Option<Relation> {
    const WITHOUT: &[&str] = &[
        "short",
        "no",
        "not",
        "without",
        "lost",
        "loses",
        "losing",
        "lose",
        "denied",
        "miss",
        "missed",
        "missing",
        "needed",
        "needs",
        "need",
        "lacks",
        "lack",
        "lacking",
        "for",
        "two-thirds",
        "failed",
        "fell",
        "fall",
        "falls",
        "fewer",
        "just",
        "partner",
        "partners",
        "coalition",
        "if",
        "would",
        "could",
        "neither",
        "nor",
        "never",
        "with-",
        "together",
        "allies",
        "ally",
        "against",
        "cost",
        "deprived",
        "than",
        "below",
    ];
    let words = line.words;
    let [held, all] = line.slots.iter().filter(|slot| is_plain_count(slot)).collect::<Vec<_>>()[..] else {
        return None;
    };
    let is_of = words.is(held.behind, "of")
        && all.begin <= held.behind + 4
        && [held, all]
            .iter()
            .any(|slot| slot.unit().is_some_and(|unit| matches!(unit, "seat" | "member" | "lawmaker" | "delegate")));
    let noun = (line.first..line.end).find(|&at| words.is(at, "majority"))?;
    let is_whole = words.is_any(
        noun.wrapping_sub(1),
        &["outright", "overall", "absolute", "clear", "a", "working", "simple", "comfortable", "its"],
    );
    let is_had = line.has_between(
        line.first,
        noun,
        &[
            "has", "have", "had", "won", "wins", "win", "holds", "hold", "held", "secured", "gives", "gave", "giving",
            "enough",
        ],
    );
    if !is_of || !is_whole || !is_had || line.slots.len() > 2 || line.has_between(line.first, line.end, WITHOUT) {
        return None;
    }
    let half = all.figure().value.checked_div(Decimal::TWO)?;
    let holds = half < held.figure().value;
    let outcome = Outcome { given: Bounds::exactly(half), holds };
    Some(tie(RelationKind::Vote, held, &[all], Some(line.span(noun, noun + 1)), outcome))
}

/// "Won 78 of the 160 seats, three short of a majority": a majority is one more than half.
fn short_of_majority(line: &Line<'_>) -> Option<Relation> {
    let words = line.words;
    let [held, all, stated] = &line.slots[..] else { return None };
    let is_of = words.is(held.behind, "of") && all.begin <= held.behind + 4 && all.unit() == Some("seat");
    let end = stated.past();
    let short = (end..end + 2).find(|&at| words.is_any(at, &["short", "shy"]))?;
    let noun = (short..short + 5).find(|&at| words.is(at, "majority"))?;
    let is_plain =
        !words.is_any(noun.wrapping_sub(1), &["two-thirds", "three-fifths", "working", "comfortable", "qualified"]);
    let are_counts = [held, all, stated].iter().all(|slot| is_plain_count(slot));
    if !is_of || !are_counts || !is_plain || !words.is(short + 1, "of") {
        return None;
    }
    let needed = all.figure().value.checked_div(Decimal::TWO)?.floor().checked_add(Decimal::ONE)?;
    let missing = needed.checked_sub(held.figure().value)?;
    let outcome = Outcome { given: Bounds::exactly(missing), holds: missing == stated.figure().value };
    (Decimal::ZERO < missing && missing <= stated.figure().value.checked_mul(Decimal::from(5))?)
        .then(|| tie(RelationKind::Vote, stated, &[held, all], Some(line.span(noun, noun + 1)), outcome))
}

/// "With 52 of the 101 seats, it has a majority of three": over all others, or over half, as the writer counts.
fn majority_of(line: &Line<'_>) -> Option<Relation> {
    let words = line.words;
    let [held, all, stated] = &line.slots[..] else { return None };
    let is_of = words.is(held.behind, "of") && all.begin <= held.behind + 5 && all.unit() == Some("seat");
    let of = stated.begin.wrapping_sub(1);
    let noun = of.wrapping_sub(1);
    let is_named = words.is(of, "of") && words.is(noun, "majority");
    let are_counts = [held, all, stated].iter().all(|slot| is_plain_count(slot));
    if !is_of || !is_named || !are_counts || line.has_between(line.first, noun, &["if", "would", "lost", "from"]) {
        return None;
    }
    let (seats, chamber) = (held.figure().value, all.figure().value);
    let over_others = seats.checked_mul(Decimal::TWO)?.checked_sub(chamber)?;
    let half = chamber.checked_div(Decimal::TWO)?;
    let over_half = [half.floor(), half.ceil(), half.floor() + Decimal::ONE].map(|half| seats - half);
    let value = stated.figure().value;
    let holds = value == over_others || over_half.contains(&value);
    let outcome = Outcome { given: Bounds::exactly(over_others), holds };
    (Decimal::ZERO < over_others && value <= over_others.checked_mul(Decimal::from(5))?)
        .then(|| tie(RelationKind::Vote, stated, &[held, all], Some(line.span(noun, noun + 1)), outcome))
}

/// "Cleared the Senate with the two-thirds majority it needed, 68-32".
fn two_thirds(line: &Line<'_>) -> Option<Relation> {
    const PASSED: &[&str] =
        &["cleared", "passed", "approved", "adopted", "carried", "won", "secured", "backed", "ratified", "overrode"];
    const FAILED: &[&str] = &[
        "failed", "short", "without", "fell", "not", "missed", "rejected", "below", "needs", "requires", "required",
        "would",
    ];
    let words = line.words;
    let stated =
        line.slots.iter().find(|slot| slot.kind() == FigureKind::Share && words.is(slot.behind, "majority"))?;
    let mut votes = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Score);
    let vote = votes.next().filter(|_| votes.next().is_none())?;
    let (one, other) = vote.figure().pair?;
    let is_passed = line.has_between(line.first, line.end, PASSED) && !line.has_between(line.first, line.end, FAILED);
    let share = one.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(one.checked_add(other)?)?;
    let holds = stated.figure().value <= share.checked_add(Decimal::new(1, 1))?;
    let outcome = Outcome { given: Bounds::exactly(share), holds };
    is_passed
        .then(|| tie(RelationKind::Vote, stated, &[vote], Some(line.span(stated.behind, stated.behind + 1)), outcome))
}

/// "Members voted 812 to 344 in favour, with 1,156 ballots cast", "of the 3,410 ballots cast, 1,890 were for the levy …".
fn cast(line: &Line<'_>) -> Option<Relation> {
    const SIDES: &[&str] = &["for", "favour", "favor", "yes", "backed", "supported", "approved"];
    const OTHERS: &[&str] = &["against", "no", "opposed", "rejected", "to"];
    const LOST: &[&str] =
        &["spoilt", "spoiled", "invalid", "blank", "void", "disqualified", "percent", "turnout", "about"];
    let stated = line.slots.iter().find(|slot| {
        let is_votes = slot.unit().is_none_or(|unit| matches!(unit, "ballot" | "vote" | "paper"));
        is_plain_count(slot)
            && is_votes
            && (slot.behind..slot.past() + 2).any(|at| line.words.is_any(at, &["cast", "returned", "counted"]))
    })?;
    let is_side =
        |slot: &&Slot<'_>| slot.number != stated.number && (is_plain_count(slot) || slot.kind() == FigureKind::Score);
    let parts: Vec<&Slot<'_>> = line.slots.iter().filter(is_side).collect();
    let is_score = parts.iter().any(|slot| slot.kind() == FigureKind::Score);
    let are_told = line.has_between(line.first, line.end, SIDES) && line.has_between(line.first, line.end, OTHERS);
    let is_all = parts.len() + 1 == line.slots.len() && (is_score || 2 <= parts.len() && are_told);
    let is_smaller = parts.iter().all(|slot| slot.figure().value < stated.figure().value);
    if !is_all || !is_smaller || line.has_between(line.first, line.end, LOST) {
        return None;
    }
    let sum = total(&parts)?;
    let apart = sum.checked_sub(stated.figure().value)?.abs();
    let outcome = Outcome { given: Bounds::exactly(sum), holds: apart.is_zero() };
    (apart.checked_mul(Decimal::from(8))? <= stated.figure().value)
        .then(|| tie(RelationKind::Sum, stated, &parts, None, outcome))
}
