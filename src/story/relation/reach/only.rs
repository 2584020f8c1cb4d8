//! A figure that parts, shares or multiplies the only two others of its sentence that it can be of:
//! "The town had 18,200 residents in 2015 and has 21,400 now, growth of 25 percent",
//! "drew €14.6 million of last year's €402 million, or 9%", "of 400 pupils at $120,000, or $3,000 a pupil".
//!
//! Where a sentence holds just two figures of one kind and sets them side by side, it matters little in which order and
//! by which words it does so: what is said to part them parts them. So the words here need not lead to the figures,
//! and the readings that know their wordings come first; but no third figure may be of the kind, no clause of another
//! subject may stand between, and what is wrong must be near enough to be a slip.

use rust_decimal::Decimal;

use super::super::change::settle;
use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::quotient::{self, Outcome};
use super::super::{Relation, RelationKind};
use super::that_change::follows;
use super::{Reach, is_near, is_then, share_words, takes_up, times, whole};
use crate::extract::{FigureKind, Modifier};

/// An amount that is farther off is one of something else.
pub(super) const FAR: i64 = 3;

/// Words behind which another thing is told.
pub(super) const BREAKS: &[&str] = &[
    "while",
    "whereas",
    "although",
    "though",
    "but",
    ";",
    "including",
    "excluding",
    "because",
    "if",
    "whose",
    "despite",
    "annualised",
    "annualized",
];

/// Which way an amount parts two figures; `None` where its word does not say.
type Parting = Option<Way>;

/// The figures of a sentence that its only two others must give.
pub(super) fn find(reach: Reach<'_, '_>) -> Vec<Relation> {
    let line = reach.line;
    if line.slots.is_empty() {
        return Vec::new();
    }
    let found = (0..line.slots.len()).filter_map(|number| change(reach, number).or_else(|| whole::find(reach, number)));
    found.chain(times::scaled(line)).chain(times::multiple(line)).collect()
}

/// An amount of change, or what lies between two figures.
fn change(reach: Reach<'_, '_>, number: usize) -> Option<Relation> {
    let line = reach.line;
    let stated = &line.slots[number];
    if let Some(found) = added(line, stated) {
        return Some(found);
    }
    let way = way(line, number)?;
    let stood = line.slots.iter().any(|slot| is_level_then(line, stated, slot));
    if stated.is_percent()
        && stood
        && let Some(found) = points_beside(reach, stated, way)
    {
        return Some(found);
    }
    if is_of_another(line, stated) || settle::has_basis(line, line.first..line.end) {
        return None;
    }
    if stated.is_percent()
        && let Some(found) = points(line, stated, way).or_else(|| points_beside(reach, stated, way))
    {
        return Some(found);
    }
    let leads_to = |slot: &Slot<'_>| line.words.is(slot.begin.wrapping_sub(1), "to");
    let own = pair(line, stated).filter(|(one, other)| !(leads_to(one) && leads_to(other)));
    if let Some((one, other)) = own {
        if is_of_own_clause(line, stated, other) {
            return None;
        }
        let is_told = are_compared(line, one, other) || is_between(line, stated);
        return (is_told && is_at_hand(line, stated, one, other))
            .then(|| part(line, stated, way, (one, other)))
            .flatten();
    }
    beside(reach, stated, way)
}

/// "Has fallen to $31 from $26, he said, and cycle life has improved by 60%": what changed by so much is named anew.
fn is_of_own_clause(line: &Line<'_>, stated: &Slot<'_>, last: &Slot<'_>) -> bool {
    const SAME: &[&str] =
        &["it", "they", "this", "that", "which", "has", "have", "is", "was", "were", "are", "will", "would"];
    let words = line.words;
    let joint = (last.end..stated.begin).rev().find(|&at| words.is(at, "and"));
    joint.is_some_and(|and| {
        let verb = (and + 1..stated.begin).find(|&at| line.way(at).is_some());
        words.is(and - 1, ",") && !words.is_any(and + 1, SAME) && verb.is_some_and(|verb| and + 2 < verb)
    })
}

/// Which way the words around a figure say that it parts two others.
fn way(line: &Line<'_>, number: usize) -> Option<Parting> {
    const FILLERS: &[&str] =
        &["of", "about", "around", "some", "nearly", "almost", "just", "only", "a", "an", "roughly", "another", "over"];
    const APART: &[&str] = &[
        "gap",
        "margin",
        "lead",
        "edge",
        "advantage",
        "difference",
        "surplus",
        "shortfall",
        "improvement",
        "change",
        "overspend",
        "overrun",
        "underspend",
        "saving",
        "excess",
    ];
    const MORE: &[&str] = &["more", "higher", "longer", "larger", "bigger", "above", "ahead", "clear", "up"];
    const LESS: &[&str] = &["fewer", "less", "lower", "shorter", "smaller", "below", "behind", "short", "down"];
    let words = line.words;
    let slot = &line.slots[number];
    let floor = line.floor(number);
    let stated_is_percent = slot.is_percent();
    let behind = words.past_hyphen(slot.past());
    // "41,200 up to Easter": until then.
    let is_until = words.is(behind, "up") && words.is_any(behind + 1, &["to", "until", "till"]);
    if words.is_any(behind, MORE) && !is_until {
        return Some(Some(Way::Up));
    }
    if words.is_any(behind, LESS) {
        return Some(Some(Way::Down));
    }
    let mut at = slot.begin;
    while floor < at && slot.begin < at + 5 {
        at -= 1;
        if words.is(at, "by") {
            // "Having raised its forecast by 5,000"
            let verb = (at.saturating_sub(6).max(floor)..at).rev().find_map(|at| line.way(at));
            return verb.map(Some).or_else(|| {
                let leads = ["lead", "leads", "led", "leading", "trail", "trails", "trailed", "trailing"];
                line.has_between(at.saturating_sub(6).max(floor), at, &leads).then_some(None)
            });
        }
        if words.is_any(at, APART) {
            return Some(None);
        }
        if words.is(at, "deficit") {
            return words.is(at + 1, "of").then_some(None);
        }
        if let Some(way) = line.way(at) {
            return Some(Some(way));
        }
        if stated_is_percent && words.is_any(at, &["shed", "sheds", "shedding"]) {
            return Some(Some(Way::Down));
        }
        if words.is(at, "extra") {
            return Some(Some(Way::Up));
        }
        let is_lost = words.is(at, "loss") && slot.kind() != FigureKind::Money && words.is(at + 1, "of");
        if is_lost {
            return Some(Some(Way::Down));
        }
        if words.is(at, "growth") {
            return Some(Some(Way::Up));
        }
        if !words.is_any(at, FILLERS) {
            break;
        }
    }
    let headed = words.is_any(slot.begin.wrapping_sub(1), &["a", "an", "the"]);
    headed.then(|| line.way(behind).map(Some)).flatten()
}

/// Whether the amount is measured by something that the sentence does not count: "54 fewer than it needs".
fn is_of_another(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const OTHERS: &[&str] = &["annually", "yearly", "overall", "each", "apiece", "per"];
    let end = stated.past();
    let next = line.slots.iter().map(|slot| slot.begin).find(|&begin| end <= begin).unwrap_or(line.end);
    let than =
        (end..(end + 4).min(next)).find(|&at| line.words.is_any(at, &["than", "over", "under", "above", "below"]));
    let is_bare_base = than.is_some_and(|than| {
        let is_time = line.words.is_any(than + 1, &["last", "in", "a"])
            || line.words.is(than + 1, "the") && line.words.is_any(than + 2, &["year", "previous", "month", "season"]);
        than + 7 < next && !is_time
    });
    let is_hedged = matches!(stated.figure().modifier, Modifier::LessThan | Modifier::UpTo | Modifier::AtLeast);
    let is_yearly = (end..next.min(end + 3)).any(|at| {
        line.words.is(at, "a")
            && line.words.is_any(at + 1, &["year", "month", "week", "day", "quarter"])
            && !line.words.is_any(at + 2, &["earlier", "ago", "before", "more", "less"])
            && !line.words.is_any(at.wrapping_sub(1), &["in", "over", "within"])
    });
    // "Shrunk by 15 percent since June: it had 2,400 workers then and has 1,800 now"
    let is_since = line.has_between(end, next.min(end + 4), &["since"])
        && !(line.has_between(end, line.end, &["now"]) && line.has_between(end, line.end, &["then"]));
    // "Up $1.90 on the week", "30 short of a two-thirds majority"
    let is_on_time = line.words.run_is(end, &["on", "the"])
        && line.words.is_any(end + 2, &["day", "week", "month", "quarter", "year"])
        || line.has_between(end, end + 5, &["two-thirds", "three-fifths", "three-quarters", "qualified"]);
    is_on_time || is_bare_base || is_since || is_hedged || is_yearly || line.has_between(end, next.min(end + 5), OTHERS)
}

/// "44 percent to 39 percent, a lead of 5 percent": just the difference of two percentages, which is one in points.
fn points(line: &Line<'_>, stated: &Slot<'_>, way: Parting) -> Option<Relation> {
    let others = line.slots.iter().filter(|slot| slot.is_percent() && slot.number != stated.number);
    let [one, other] = others.collect::<Vec<_>>()[..] else { return None };
    let apart = (one.figure().value - other.figure().value).abs();
    let is_whole = ["deficit", "surplus", "shortfall"];
    let is_gap = way.is_none() && is_between(line, stated) && !line.has_between(one.end, stated.begin, &is_whole);
    let is_last = one.end <= other.begin && other.end <= stated.begin && is_at_hand(line, stated, one, other);
    if apart != stated.figure().value || apart.is_zero() || !is_gap || !is_last {
        return None;
    }
    let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
    Some(tie(RelationKind::Points, stated, &[one, other], None, Outcome { holds: false, ..outcome }))
}

/// "Adding two percent to the levy, now 10 percent, would take it to 12 percent": the very difference of two levels.
fn added(line: &Line<'_>, stated: &Slot<'_>) -> Option<Relation> {
    const ADD: &[&str] =
        &["add", "adds", "added", "adding", "shave", "shaved", "shaving", "shed", "shedding", "knock", "knocking"];
    if !stated.is_percent() || !line.words.is_any(stated.begin.wrapping_sub(1), ADD) {
        return None;
    }
    let others = line.slots.iter().filter(|slot| slot.is_percent() && slot.number != stated.number);
    let [one, other] = others.collect::<Vec<_>>()[..] else { return None };
    let apart = (one.figure().value - other.figure().value).abs();
    let is_level = !line.words.is(stated.behind, "of") && !apart.is_zero() && apart == stated.figure().value;
    let is_led = |slot: &Slot<'_>| {
        line.words.is_any(slot.begin.wrapping_sub(1), &["to", "now", "from", "at", "currently", "is", "of", "was"])
    };
    let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
    (is_level && is_led(one) && is_led(other))
        .then(|| tie(RelationKind::Points, stated, &[one, other], None, Outcome { holds: false, ..outcome }))
}

/// "Offered 14 percent … Members want 22 percent, which leaves a gap of 8 percent", "Moss had 37 percent in June. Since
/// then she has gained 4 percent" of one who has 41: the very difference from a percentage told before.
fn points_beside(reach: Reach<'_, '_>, stated: &Slot<'_>, way: Parting) -> Option<Relation> {
    let (line, last) = (reach.line, reach.last()?);
    let percents = |line: &Line<'_>| line.slots.iter().filter(|slot| slot.is_percent()).count();
    let own: Vec<&Slot<'_>> =
        line.slots.iter().filter(|slot| slot.is_percent() && slot.number != stated.number).collect();
    let is_loose =
        stated.figure().pair.is_some() || line.words.is(stated.behind, "of") || stated.figure().value < Decimal::TWO;
    let (base, others): (&Slot<'_>, Vec<&Slot<'_>>) = match own[..] {
        [one] if way.is_none() && is_between(line, stated) && last.block == line.block && one.end <= stated.begin => {
            (one, last.slots.iter().filter(|slot| slot.is_percent()).collect())
        }
        [] if way.is_some()
            && percents(last) == 1
            && (line.has_between(line.first, stated.begin, &["since"])
                || line.slots.iter().any(|slot| is_level_then(line, stated, slot))) =>
        {
            let base = last.slots.iter().find(|slot| slot.is_percent())?;
            let is_other = |at: &Line<'_>, slot: &Slot<'_>| {
                (at.block, at.first) != (last.block, last.first)
                    && slot.is_percent()
                    && 0 < share_words(reach.story, at, last)
            };
            (base, reach.earlier(is_other))
        }
        _ => return None,
    };
    // "Has shed 3 percent since May, when it stood on 44": the level of then has lost its sign.
    let unsigned =
        line.slots.iter().find(|slot| is_level_then(line, stated, slot)).filter(|_| own.is_empty() && way.is_some());
    if let Some(then) = unsigned {
        let levels = last.slots.iter().filter(|slot| slot.is_percent());
        let fits = |now: &&Slot<'_>| {
            let rises = then.figure().value < now.figure().value;
            let apart = (then.figure().value - now.figure().value).abs();
            apart == stated.figure().value && way == Some(if rises { Way::Up } else { Way::Down })
        };
        let now = levels.into_iter().find(fits).filter(|_| !is_loose)?;
        let outcome = quotient::difference(stated.bounds()?, then.bounds()?, now.bounds()?)?;
        return Some(tie(RelationKind::Points, stated, &[then, now], None, Outcome { holds: false, ..outcome }));
    }
    let is_apart = |other: &&&Slot<'_>| {
        let rises = base.figure().value < other.figure().value;
        let apart = (base.figure().value - other.figure().value).abs();
        apart == stated.figure().value && way.is_none_or(|way| rises == (way == Way::Up))
    };
    let other = others.iter().find(is_apart).filter(|_| !is_loose)?;
    let outcome = quotient::difference(stated.bounds()?, base.bounds()?, other.bounds()?)?;
    Some(tie(RelationKind::Points, stated, &[base, other], None, Outcome { holds: false, ..outcome }))
}

/// "… since February, when it stood on 44": a bare number below a hundred, behind the amount.
fn is_level_then(line: &Line<'_>, stated: &Slot<'_>, slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    let is_bare = slot.kind() == FigureKind::Count && slot.unit().is_none() && figure.pair.is_none();
    let is_led = line.words.is_any(slot.begin.wrapping_sub(1), &["on", "at"]);
    let is_then = stated.end <= slot.begin && line.has_between(stated.end, slot.begin, &["since", "when", "from"]);
    is_bare && is_led && is_then && figure.value < Decimal::ONE_HUNDRED
}

/// The only two other figures that the amount can part.
fn pair<'l, 'a>(line: &'l Line<'a>, stated: &Slot<'_>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    use FigureKind::{Count, Duration, Index, Measure, Money, Percentage, Points, Rate};
    let is_part = is_part(stated);
    let is_side = |slot: &Slot<'_>| match slot.kind() {
        Rate if is_pace(slot) => is_part || slot.unit().is_some() && slot.unit() == stated.unit(),
        Count if stated.kind() == Duration => slot.unit().is_none(),
        Count | Index | Measure | Money | Rate => is_part || is_of_unit(stated, slot),
        Percentage => matches!(stated.kind(), Points) || !is_part && stated.is_percent(),
        Duration => stated.kind() == Duration,
        _ => false,
    };
    let others: Vec<&Slot<'_>> =
        line.slots.iter().filter(|slot| slot.number != stated.number && is_side(slot)).collect();
    let [one, other] = others[..] else { return None };
    let is_plain = |slot: &Slot<'_>| {
        let figure = slot.figure();
        figure.pair.is_none()
            && figure.value > Decimal::ZERO
            && !matches!(figure.modifier, Modifier::LessThan | Modifier::UpTo | Modifier::AtLeast)
    };
    let are_alike = one.is_like(other)
        || is_pace(one) && other.kind() == Count && other.unit().is_none()
        || one.unit().is_none() && other.unit().is_none() && one.kind() == other.kind();
    let differ = one.figure().value != other.figure().value;
    let is_single = stated.figure().pair.is_none()
        && !line.slots.iter().any(|slot| slot.number != stated.number && slot.kind() == stated.kind() && is_part);
    (are_alike && differ && is_plain(one) && is_plain(other) && is_single).then_some((one, other))
}

/// "820 tonnes a day from 1,050": the pace is said once.
pub(super) fn is_pace(slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Rate
        && !matches!(slot.unit(), Some(unit) if unit.len() == 3 && unit.chars().all(char::is_uppercase))
}

pub(super) fn is_part(slot: &Slot<'_>) -> bool {
    matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share)
}

/// Whether the amount can be in the unit of the figure: it says so, or leaves it out.
fn is_of_unit(stated: &Slot<'_>, slot: &Slot<'_>) -> bool {
    let is_bare =
        |slot: &Slot<'_>| slot.unit().is_none() && matches!(slot.kind(), FigureKind::Count | FigureKind::Index);
    stated.is_like(slot) || is_bare(stated) && (is_bare(slot) || slot.kind() == FigureKind::Count)
}

/// Whether the words set the two side by side.
fn are_compared(line: &Line<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const TIES: &[&str] =
        &["from", "to", "against", "compared", "than", "versus", "now", "then", "used", "between", "needed", "instead"];
    let first = one.begin.saturating_sub(6).max(line.first);
    let is_close = line.has_between(one.begin.saturating_sub(3), one.begin, &["closing", "closed", "at"])
        && line.has_between(one.end, other.begin, &["after"]);
    let is_now = line.words.is(other.past(), "now") || line.words.is(other.end + 1, "now");
    let is_year_in_brackets = line.is_bracketed(other) && line.words.is(other.begin.wrapping_sub(1), ":");
    let is_led = |slot: &Slot<'_>| {
        let number = line.slots.iter().position(|known| known.number == slot.number);
        number.is_some_and(|number| matches!(line.lead(number), Lead::From | Lead::Against | Lead::On))
    };
    let is_tied = line.has_between(first, other.begin, TIES) || is_led(one) || is_led(other);
    let is_parted = line.has_between(one.end, other.begin, &["while", "including", "plus", ";", "per"]);
    let is_told = is_tied || is_close || is_now || is_year_in_brackets;
    (is_told || is_then(line, one) != is_then(line, other) || follows(line, one, other)) && !is_parted
}

/// "A gap of £2.7m", "leaving a deficit", "seven clear of": the word itself is of two sides.
fn is_between(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const SIDES: &[&str] = &["gap", "margin", "lead", "edge", "surplus", "deficit", "shortfall", "difference"];
    let end = stated.past();
    line.has_between(stated.begin.saturating_sub(4).max(line.first), stated.begin, SIDES)
        || (end..=end + 1).any(|at| line.words.is_any(at, &["clear", "ahead", "behind", "adrift", "short"]))
}

/// Whether nothing else is told between the amount and the nearer of the two, nor between them.
fn is_at_hand(line: &Line<'_>, stated: &Slot<'_>, one: &Slot<'_>, other: &Slot<'_>) -> bool {
    const NEAR: usize = 14;
    let (first, end) = match () {
        () if other.end <= stated.begin => (other.end, stated.begin),
        () if stated.end <= one.begin => (stated.end, one.begin),
        () => (one.end, other.begin),
    };
    // ", which leaves a gap of 8"
    let is_said_so = |at: usize| {
        line.words.is(at, "which")
            && line.words.is_any(at + 1, &["leaves", "left", "is", "was", "means", "gives", "makes", "represents"])
    };
    let is_other = |at: usize| line.words.is_any(at, &["and", "which", "who"]) && !is_said_so(at);
    let is_clear = !line.has_between(first, end, BREAKS) && !(first..end).any(is_other);
    let is_joined = !line.has_between(one.end, other.begin, &["while", "whereas", ";", "because", "if"]);
    // "That was 35 per cent below last season's 6.3 million tonnes and short of the usual 5.2 million": less than each.
    let is_below_both = stated.end <= one.begin
        && line.has_between(stated.end, one.begin, &["than", "below", "above", "short"])
        && line.has_between(one.end, other.begin, &["and"]);
    end <= first + NEAR && other.begin <= one.end + NEAR + 4 && is_clear && is_joined && !is_below_both
}

/// The tie of an amount to the two that it parts.
fn part(line: &Line<'_>, stated: &Slot<'_>, way: Parting, (one, other): (&Slot<'_>, &Slot<'_>)) -> Option<Relation> {
    if !is_part(stated) {
        let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
        return told(RelationKind::Difference, stated, [one, other], outcome);
    }
    let (low, high) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let (from, to) = if way == Some(Way::Down) { (high, low) } else { (low, high) };
    let (kind, operands, outcome) = settle::between(stated, (from, to))?;
    let (_, _, turned) = settle::between(stated, (to, from))?;
    // "Down 42 percent: 3,920 now, 5,600 then": both ends say when, so that the percentage has but one base.
    let end = |slot: &Slot<'_>, time: &str| line.words.is(slot.past(), time);
    let are_timed = way.is_some() && end(one, "now") && end(other, "then") || end(one, "then") && end(other, "now");
    if turned.holds && !outcome.holds && !are_timed {
        return None;
    }
    told(kind, stated, operands, outcome)
}

fn told(kind: RelationKind, stated: &Slot<'_>, operands: [&Slot<'_>; 2], outcome: Outcome) -> Option<Relation> {
    if kind == RelationKind::Difference && !outcome.holds && is_sum_of(stated, operands) {
        return None;
    }
    (outcome.holds || is_near(&outcome, stated, FAR)).then(|| tie(kind, stated, &operands, None, outcome))
}

/// "Raised £31,400, £1,400 more than the £30,000 asked for": the sum of two is not what parts them.
pub(super) fn is_sum_of(stated: &Slot<'_>, [one, other]: [&Slot<'_>; 2]) -> bool {
    one.figure().value.checked_add(other.figure().value) == Some(stated.figure().value)
}

/// "Households will pay £94 a year more. The typical bill is to go from £482 to £567": both ends in a sentence beside.
fn beside(reach: Reach<'_, '_>, stated: &Slot<'_>, way: Parting) -> Option<Relation> {
    let line = reach.line;
    let others = line.slots.iter().filter(|slot| slot.number != stated.number);
    if others.clone().any(|slot| is_part(slot) || is_of_unit(stated, slot)) {
        return None;
    }
    // "An increase of 20% on the fares of the next town": its base is its own.
    let end = stated.past();
    if line.has_between(end, end + 3, &["on", "than", "over", "from", "against", "compared"]) {
        return None;
    }
    [reach.last(), reach.next].into_iter().flatten().find_map(|other| {
        let (one, two) = pair(other, stated)?;
        let number = |slot: &Slot<'_>| other.slots.iter().position(|known| known.number == slot.number);
        let (first, second) = (other.lead(number(one)?), other.lead(number(two)?));
        let is_change = matches!((first, second), (Lead::From, Lead::To) | (Lead::To, Lead::From | Lead::Against));
        let later = if (other.block, other.first) < (line.block, line.first) { line } else { other };
        let is_linked = 1 < share_words(reach.story, line, other) || takes_up(later) || is_of_one_unit(stated, one);
        let is_own = !other.slots.iter().any(|slot| is_part(slot)) && other.block.abs_diff(line.block) < 2;
        let is_even = !other.has_between(other.first, other.first + 3, &["without", "before", "excluding", "by"]);
        let found = part(other, stated, way, (one, two)).filter(|_| is_change && is_linked && is_own && is_even)?;
        let given = found.printed?.abs();
        let (least, most) = (given.min(stated.figure().value), given.max(stated.figure().value));
        (found.holds || takes_up(later) && line.block == other.block || most <= least * Decimal::new(13, 1))
            .then_some(found)
    })
}

/// Whether both are sums of one currency, or count the same.
fn is_of_one_unit(stated: &Slot<'_>, one: &Slot<'_>) -> bool {
    stated.unit().is_some() && stated.unit() == one.unit()
}
