//! Margins: how far two figures of a sentence lie apart ("leads by six points, 46 percent to 40").

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::change::settle;
use super::line::{Line, Slot, tie};
use super::quotient::{self, Bounds, Outcome};
use super::{Relation, RelationKind};
use crate::extract::{Figure, FigureKind};
use crate::language::lexicon::entries;

static NOUNS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| entries(include_str!("../../language/lexicon/margin_nouns.txt")).collect());

/// The margins of a sentence.
pub(super) fn find(line: &Line<'_>) -> Vec<Relation> {
    if line.slots.len() < 2 {
        return Vec::new();
    }
    let margins = (0..line.slots.len()).filter_map(|number| {
        let apart = sides_behind(line, number).or_else(|| sides_before(line, number)).or_else(|| beaten(line, number));
        let is_gap = apart.is_some();
        let (operands, outcome) = apart.or_else(|| more_than(line, number)).or_else(|| instead(line, number))?;
        let stated = &line.slots[number];
        let is_relative = stated.is_percent()
            && operands.iter().all(|operand| !operand.is_percent() && operand.figure().pair.is_none());
        // "At 81 percent it was four percent higher than last year's 77 percent": that is points, or a change in percent.
        if let ([one, base], true) =
            (&operands[..], !is_gap && stated.is_percent() && operands.iter().all(|side| side.is_percent()))
        {
            let (kind, operands, outcome) = settle::between(stated, (base, one))?;
            return Some(tie(kind, stated, &operands, None, outcome));
        }
        // "46 percent to 41 percent, a lead of 5 percent"; a deficit of 5 percent is one of the whole economy.
        let are_parts = stated.is_percent()
            && !line.has_between(stated.begin.saturating_sub(4), stated.begin, &["deficit", "surplus", "shortfall"])
            && operands.iter().all(|operand| operand.is_percent());
        if are_parts && operands.len() == 2 && outcome.given.said == stated.figure().value {
            return Some(tie(RelationKind::Points, stated, &operands, None, Outcome { holds: false, ..outcome }));
        }
        let kind = if is_relative { RelationKind::PercentChange } else { RelationKind::Difference };
        Some(tie(kind, stated, &operands, None, outcome))
    });
    margins.collect()
}

type Found<'l, 'a> = (Vec<&'l Slot<'a>>, Outcome);

/// "By six points (46 percent to 40 percent)", "a 20-point deficit among women (34%-54%)".
fn sides_behind<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    const NEAR: usize = 14;
    const OTHERS: &[&str] = &[
        "since",
        "from",
        "before",
        "after",
        "error",
        "until",
        "when",
        "won",
        "winning",
        "over",
        ";",
        "and",
        "but",
        "while",
        "including",
        "then",
        "later",
    ];
    let margin = &line.slots[number];
    // "The two-thirds majority that it needed, 68-32": a part of all votes is no margin.
    // "By three to one, 60 votes against 20": how often, not how far apart.
    if margin.kind() == FigureKind::Share || margin.figure().pair.is_some() || is_goals(line, margin) {
        return None;
    }
    let next = line.slots.get(number + 1)?;
    let opens = next.begin.wrapping_sub(1);
    let is_near = next.begin <= margin.end + NEAR && line.words.is_any(opens, &["(", ",", "at", ":", "–", "—", "-"]);
    let is_margin =
        is_points(margin) || line.words.is(margin.begin.wrapping_sub(1), "by") || names_margin(line, margin);
    if !is_near || !is_margin || line.has_between(margin.end, next.begin, OTHERS) || is_error(line, margin) {
        return None;
    }
    let stated = margin.bounds()?;
    if let Some((one, other)) = score(next, is_share_points(margin)) {
        let is_contest = is_points(margin) || line.words.is(opens, "(") || line.words.is(opens, ",");
        let outcome = quotient::difference(stated, one, other).filter(|_| is_contest)?;
        return Some((vec![next], outcome));
    }
    let other = line.slots.get(number + 2).filter(|other| is_opposed(line, next, other))?;
    let outcome = quotient::difference(stated, next.bounds()?, other.bounds()?)?;
    Some((vec![next, other], outcome))
}

/// "Got home by 11.9 (75) to 10.11 (71)": goals and behinds, and the points that they make.
fn is_goals(line: &Line<'_>, margin: &Slot<'_>) -> bool {
    margin.entry.number.contains('.') && line.words.written(margin.behind) == "("
}

/// "Dietz, who had 4,812 votes, beat Enloe, who had 4,795, by 17 votes": the only two others of the sentence.
fn beaten<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    const BEAT: &[&str] =
        &["beat", "beaten", "beats", "defeated", "defeats", "edged", "ousted", "lost", "won", "unseated"];
    let margin = &line.slots[number];
    if margin.unit() != Some("vote") || !line.words.is(margin.begin.wrapping_sub(1), "by") {
        return None;
    }
    let [one, other] = line.slots.iter().filter(|slot| slot.begin != margin.begin).collect::<Vec<_>>()[..] else {
        return None;
    };
    let is_poll = |side: &Slot<'_>| {
        let figure = side.figure();
        figure.kind == FigureKind::Count && figure.pair.is_none() && margin.figure().value < figure.value
    };
    let is_beaten = is_poll(one) && is_poll(other) && line.has_between(0, margin.begin, BEAT);
    let outcome = quotient::difference(margin.bounds()?, one.bounds()?, other.bounds()?).filter(|_| is_beaten)?;
    Some((vec![one, other], outcome))
}

/// "49 percent to 41 percent", "40 percent positive to 51 percent negative".
fn is_opposed(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const NEAR: usize = 4;
    let joins = |at: usize| line.words.is_any(at, &["to", "versus", "vs", "vs.", "against", "–", "-", "—", "‑"]);
    let (first, end) = (one.behind, other.begin);
    let same = one.kind() == other.kind() || one.is_like(other);
    same && end <= first + NEAR && (first..end).any(joins) && !line.has_between(first, end, &[",", "and", "from"])
}

/// Both sides of a score; shares of a poll are rounded, goals are not.
fn score(slot: &Slot<'_>, is_share: bool) -> Option<(Bounds, Bounds)> {
    let figure = slot.figure();
    let (one, other) = figure.pair?;
    if !matches!(figure.kind, FigureKind::Score | FigureKind::Count | FigureKind::Percentage | FigureKind::Points) {
        return None;
    }
    let half = rust_decimal::Decimal::new(if is_share { 5 } else { 0 }, 1);
    Some((Bounds::around(one, half)?, Bounds::around(other, half)?))
}

fn is_share_points(slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Points
}

fn is_points(slot: &Slot<'_>) -> bool {
    is_share_points(slot) || slot.unit() == Some("point")
}

/// The margin of error is no margin between two sides.
fn is_error(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.has_between(slot.begin.saturating_sub(6).max(line.first), slot.end + 5, &["error", "±"])
}

/// "A gap of eight years", "an eight-year gap", "a lead of 12".
fn names_margin(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    margin_noun_before(line, slot).is_some() || margin_noun_behind(line, slot)
}

fn margin_noun_before(line: &Line<'_>, slot: &Slot<'_>) -> Option<usize> {
    let of = (1..=3).map(|back| slot.begin.wrapping_sub(back)).find(|&at| line.words.is(at, "of"))?;
    let noun = of.wrapping_sub(1);
    // "From 18 beds to 12, a loss of six"; money that is lost is something else.
    let is_loss = line.words.is_any(noun, &["loss", "gain"])
        && slot.kind() == FigureKind::Count
        && line.has_between(line.first, noun, &["from"]);
    (is_loss || NOUNS.contains(&*line.lower(noun))).then_some(noun)
}

fn margin_noun_behind(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    (slot.behind..slot.end + 2).any(|at| NOUNS.contains(&*line.lower(at)))
}

/// "71 years for one and 79 years for the other, a gap of eight years".
fn sides_before<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    let margin = &line.slots[number];
    let head = match margin_noun_before(line, margin) {
        Some(noun) => noun,
        None if margin_noun_behind(line, margin) => margin.begin,
        None => return None,
    };
    let opens = (1..=4).map(|back| head.wrapping_sub(back)).find(|&at| {
        let word = line.lower(at);
        matches!(
            &*word,
            "," | "-" | "–" | "—" | "--" | "(" | "leaving" | "giving" | "by" | "for" | "making" | "creating"
        )
    })?;
    let is_apposed = (opens + 1..head).all(|at| {
        let word = line.lower(at);
        line.words.has(at, crate::language::Class::Determiner)
            || matches!(
                &*word,
                "a" | "an"
                    | "the"
                    | "it"
                    | "them"
                    | "him"
                    | "her"
                    | "us"
                    | "with"
                    | "trade"
                    | "budget"
                    | "clear"
                    | "narrow"
                    | "net"
                    | "goal"
                    | "points"
                    | "price"
            )
    });
    let before = &line.slots[..number];
    if !is_apposed || is_error(line, margin) {
        return None;
    }
    if let [.., last] = before
        && let Some((one, other)) = score(last, is_share_points(margin))
    {
        // "By 214 to 61, a majority of 78%": a part of all votes.
        if margin.is_percent() {
            return None;
        }
        let is_own = line.words.is_any(head, &["margin", "majority", "difference", "cushion", "advantage", "lead"]);
        return Some((vec![last], quotient::difference(margin.bounds()?, one, other)?)).filter(|_| is_own);
    }
    if line.words.is(opens, "by") {
        return None;
    }
    let likes: Vec<&'l Slot<'a>> =
        before.iter().filter(|slot| is_apart(margin, slot) && slot.figure().pair.is_none()).collect();
    let [one, other] = likes[..] else { return None };
    let is_elided = is_points(margin) && one.is_percent() && other.unit().is_none();
    let same = (is_elided || one.is_percent() == other.is_percent()) && one.figure().value != other.figure().value;
    let is_told =
        line.has_between(one.begin, other.begin, &["and", "to", "while", "against", "versus", "compared", "than"]);
    let outcome = quotient::difference(margin.bounds()?, one.bounds()?, other.bounds()?).filter(|_| same && is_told)?;
    Some((vec![one, other], outcome))
}

/// Whether the margin can lie between this figure and another of its kind.
fn is_apart(margin: &Slot<'_>, side: &Slot<'_>) -> bool {
    let is_own = margin.unit().is_none() || margin.unit() == side.unit() || side.unit().is_none();
    // "By 54 percent to 46": the second leaves out its sign.
    let is_bare = side.kind() == FigureKind::Count && side.unit().is_none() && side.figure().value < 100.into();
    (side.is_percent() || is_bare && is_share_points(margin)) && (is_points(margin) || margin.is_percent())
        || side.is_like(margin) && is_own
}

/// "332 votes, 62 more than the 270 needed".
fn more_than<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    const MORE: &[&str] = &[
        "more", "fewer", "less", "higher", "lower", "above", "below", "short", "ahead", "shy", "over", "deeper",
        "farther", "faster", "further", "heavier", "lighter", "longer", "shorter", "slower", "taller", "wider",
    ];
    const TIES: &[&str] = &[
        "than",
        "the",
        "of",
        "needed",
        "required",
        "a",
        "last",
        "year",
        "'s",
        "’s",
        "his",
        "her",
        "its",
        "legal",
        "limit",
        "target",
        "record",
        "old",
        "previous",
        "minimum",
        "maximum",
        "quota",
        "planned",
        "permitted",
        "safe",
    ];
    let margin = &line.slots[number];
    let (side, base) = (number.checked_sub(1).map(|before| &line.slots[before])?, line.slots.get(number + 1)?);
    let word = (margin.behind..margin.end + 2).find(|&at| line.words.is_any(at, MORE))?;
    let number_begins = base.number;
    let is_lead = is_points(margin) && line.words.is_any(word, &["ahead", "behind", "clear"]);
    let ties = |at: usize| {
        line.words.is_any(at, TIES)
            || is_lead && (line.words.is_capitalized(at) || line.words.is_any(at, &["on", "at"]))
    };
    let is_tied = number_begins <= word + 6 && (word + 1..number_begins).all(ties);
    let is_apposed = line.words.is_any(margin.begin.wrapping_sub(1), &[",", "-", "–", "—", "or", "is", "was"])
        || line.words.run_is(margin.begin.wrapping_sub(2), &[",", "just"]);
    let no_verb = !line.has_between(side.end, margin.begin, &["and", "but", "while", "which", "who", ";"]);
    let is_relative = margin.is_percent() && !base.is_percent();
    let is_elided = is_lead && side.is_percent() && base.unit().is_none() && base.figure().value < 100.into();
    let is_alike = (is_elided || side.is_like(base)) && (is_relative || is_apart(margin, base)) && !is_rest(line, base);
    if !is_tied || !is_apposed || !no_verb || !is_alike {
        return None;
    }
    let (stated, one, other) = (margin.bounds()?, side.bounds()?, printed(base.figure())?);
    // "412 million tonnes, 5.5 percent below the 436 million of 2005"
    if is_relative {
        return Some((vec![base, side], quotient::percent_change(stated, other, one)?));
    }
    Some((vec![side, base], quotient::difference(stated, one, other)?))
}

/// "Will serve 22 stops instead of 30, eight fewer".
fn instead<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Found<'l, 'a>> {
    const MORE: &[&str] = &["fewer", "less", "more", "longer", "shorter"];
    let margin = &line.slots[number];
    let [one, other] = line.slots.get(number.checked_sub(2)?..number)? else { return None };
    let of = other.begin.wrapping_sub(1);
    let is_instead = line.words.run_is(of.wrapping_sub(1), &["instead", "of"])
        || line.words.run_is(of.wrapping_sub(1), &["rather", "than"]);
    let is_more = (margin.behind..=margin.end).any(|at| line.words.is_any(at, MORE));
    let is_set_off = line.words.is_any(margin.begin.wrapping_sub(1), &[",", "(", "–", "—"]);
    let is_next = margin.begin <= other.end + 3
        && (!line.has_between(margin.end, margin.end + 3, &["than"])
            || line.has_between(margin.end, margin.end + 4, &["now", "before", "today", "currently"]));
    let is_alike = one.is_like(other) && (margin.unit().is_none() || is_apart(margin, other));
    if !is_instead || !is_more || !is_set_off || !is_next || !is_alike || margin.is_percent() {
        return None;
    }
    let outcome = quotient::difference(margin.bounds()?, one.bounds()?, other.bounds()?)?;
    Some((vec![one, other], outcome))
}

/// "More than" belongs to the comparison here, not to the figure.
fn printed(figure: &Figure) -> Option<Bounds> {
    Bounds::printed(figure)
}

/// "12 more than 3 years ago".
fn is_rest(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.words.is_any(slot.end, &["ago", "earlier", "before"])
}
