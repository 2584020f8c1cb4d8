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
use super::super::multiple::times_of;
use super::super::quotient::{self, Outcome};
use super::super::{Relation, RelationKind};
use super::{Reach, is_near, is_then, share_words, takes_up};
use crate::extract::{FigureKind, Modifier};

/// An amount that is farther off is one of something else.
const FAR: i64 = 3;

/// Words behind which another thing is told.
const BREAKS: &[&str] = &[
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
    let found = (0..line.slots.len()).filter_map(|number| change(reach, number).or_else(|| share(reach, number)));
    found.chain(scaled(line)).chain(multiple(line)).collect()
}

/// An amount of change, or what lies between two figures.
fn change(reach: Reach<'_, '_>, number: usize) -> Option<Relation> {
    let line = reach.line;
    let stated = &line.slots[number];
    let way = way(line, number)?;
    if is_of_another(line, stated) || line.has_between(line.first, line.end, settle::BASES) {
        return None;
    }
    if stated.is_percent()
        && let Some(found) = points(line, stated, way).or_else(|| points_beside(reach, stated, way))
    {
        return Some(found);
    }
    let own = pair(line, stated);
    if let Some((one, other)) = own {
        let is_told = are_compared(line, one, other) || is_between(line, stated);
        return (is_told && is_at_hand(line, stated, one, other)).then(|| part(stated, way, (one, other))).flatten();
    }
    beside(reach, stated, way)
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
    let behind = words.past_hyphen(slot.end.max(slot.behind));
    if words.is_any(behind, MORE) {
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
    let end = stated.end.max(stated.behind);
    let next = line.slots.iter().map(|slot| slot.begin).find(|&begin| end <= begin).unwrap_or(line.end);
    let than = (end..(end + 4).min(next))
        .find(|&at| line.words.is_any(at, &["than", "over", "on", "under", "above", "below"]));
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
    is_bare_base || is_since || is_hedged || is_yearly || line.has_between(end, next.min(end + 5), OTHERS)
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
        [] if way.is_some() && line.has_between(line.first, stated.begin, &["since"]) && percents(last) == 1 => {
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
    let is_apart = |other: &&&Slot<'_>| {
        let rises = base.figure().value < other.figure().value;
        let apart = (base.figure().value - other.figure().value).abs();
        apart == stated.figure().value && way.is_none_or(|way| rises == (way == Way::Up))
    };
    let other = others.iter().find(is_apart).filter(|_| !is_loose)?;
    let outcome = quotient::difference(stated.bounds()?, base.bounds()?, other.bounds()?)?;
    Some(tie(RelationKind::Points, stated, &[base, other], None, Outcome { holds: false, ..outcome }))
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
fn is_pace(slot: &Slot<'_>) -> bool {
    slot.kind() == FigureKind::Rate
        && !matches!(slot.unit(), Some(unit) if unit.len() == 3 && unit.chars().all(char::is_uppercase))
}

fn is_part(slot: &Slot<'_>) -> bool {
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
    let is_now = line.words.is(other.end.max(other.behind), "now") || line.words.is(other.end + 1, "now");
    let is_year_in_brackets = line.is_bracketed(other) && line.words.is(other.begin.wrapping_sub(1), ":");
    let is_led = |slot: &Slot<'_>| {
        let number = line.slots.iter().position(|known| known.number == slot.number);
        number.is_some_and(|number| matches!(line.lead(number), Lead::From | Lead::Against | Lead::On))
    };
    let is_tied = line.has_between(first, other.begin, TIES) || is_led(one) || is_led(other);
    let is_parted = line.has_between(one.end, other.begin, &["while", "including", "plus", ";", "per"]);
    let is_told = is_tied || is_close || is_now || is_year_in_brackets;
    (is_told || is_then(line, one) != is_then(line, other)) && !is_parted
}

/// "A gap of £2.7m", "leaving a deficit", "seven clear of": the word itself is of two sides.
fn is_between(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const SIDES: &[&str] = &["gap", "margin", "lead", "edge", "surplus", "deficit", "shortfall", "difference"];
    let end = stated.end.max(stated.behind);
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
    end <= first + NEAR && other.begin <= one.end + NEAR + 4 && is_clear && is_joined
}

/// The tie of an amount to the two that it parts.
fn part(stated: &Slot<'_>, way: Parting, (one, other): (&Slot<'_>, &Slot<'_>)) -> Option<Relation> {
    if !is_part(stated) {
        let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
        return told(RelationKind::Difference, stated, [one, other], outcome);
    }
    let (low, high) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let (from, to) = if way == Some(Way::Down) { (high, low) } else { (low, high) };
    let (kind, operands, outcome) = settle::between(stated, (from, to))?;
    let (_, _, turned) = settle::between(stated, (to, from))?;
    if turned.holds && !outcome.holds {
        return None;
    }
    told(kind, stated, operands, outcome)
}

fn told(kind: RelationKind, stated: &Slot<'_>, operands: [&Slot<'_>; 2], outcome: Outcome) -> Option<Relation> {
    (outcome.holds || is_near(&outcome, stated, FAR)).then(|| tie(kind, stated, &operands, None, outcome))
}

/// "Households will pay £94 a year more. The typical bill is to go from £482 to £567": both ends in a sentence beside.
fn beside(reach: Reach<'_, '_>, stated: &Slot<'_>, way: Parting) -> Option<Relation> {
    let line = reach.line;
    let others = line.slots.iter().filter(|slot| slot.number != stated.number);
    if others.clone().any(|slot| is_part(slot) || is_of_unit(stated, slot)) {
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
        let found = part(stated, way, (one, two)).filter(|_| is_change && is_linked && is_own && is_even)?;
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

/// A share of the only two counts or sums of its sentence, one of which is of the other.
fn share(reach: Reach<'_, '_>, number: usize) -> Option<Relation> {
    let line = reach.line;
    let stated = &line.slots[number];
    if !is_part(stated) || stated.figure().pair.is_some() {
        return None;
    }
    let is_set_off = is_apposed(line, stated);
    let is_countable = |slot: &&Slot<'_>| {
        matches!(slot.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Measure)
            && slot.figure().pair.is_none()
            && slot.figure().value > Decimal::ONE
            && matches!(
                slot.figure().modifier,
                Modifier::Plain | Modifier::About | Modifier::MoreThan | Modifier::Nearly
            )
    };
    let others: Vec<&Slot<'_>> = line.slots.iter().filter(is_countable).collect();
    // "The 100 biggest drew €14.6 million of last year's €402 million": the sums are the two where there are two.
    let sums: Vec<&Slot<'_>> = others.iter().copied().filter(|slot| slot.kind() == FigureKind::Money).collect();
    let others = if sums.len() == 2 { sums } else { others };
    let is_only = line.slots.iter().filter(|slot| is_part(slot)).count() == 1;
    let whole = |slot: &Slot<'_>| is_whole(line, slot, stated);
    let (part, whole, is_own) = match others[..] {
        [one, other] if is_only && (is_set_off || is_followed_by(line, stated, other)) => {
            if whole(one) == whole(other) {
                return None;
            }
            if whole(one) { (other, one, true) } else { (one, other, true) }
        }
        // "That was about one in three of its 1.27 million accounts"
        [whole] if is_only && is_followed_by(line, stated, whole) && takes_up(line) => {
            let last = reach.last()?;
            let [part] = last.slots.iter().filter(is_countable).collect::<Vec<_>>()[..] else { return None };
            (part, whole, false)
        }
        _ => return None,
    };
    let is_kind = part.is_like(whole)
        || part.kind() == FigureKind::Count && whole.kind() == FigureKind::Count
        || part.kind() == FigureKind::Money && part.unit() == whole.unit();
    if !is_kind
        || whole.figure().value <= part.figure().value
        || is_then(line, part) != is_then(line, whole) && part.kind() != FigureKind::Money
    {
        return None;
    }
    let (near, end) = match () {
        () if !is_own => (stated.begin, stated.begin),
        () if part.number < stated.number && stated.begin < whole.number => (part.end, stated.begin),
        // "Three in five of the 45 workers, 32 people, are over 50"
        () if stated.end <= whole.begin && whole.end < part.begin && part.begin <= whole.end + 2 => {
            let is_set_off = line.words.is(part.begin.wrapping_sub(1), ",") && line.words.is(part.end, ",");
            if !is_set_off {
                return None;
            }
            (part.begin, part.begin)
        }
        () if part.end.max(whole.end) <= stated.begin => (part.end.max(whole.end), stated.begin),
        () => return None,
    };
    let is_clear = !line.has_between(near, end, BREAKS) && !line.has_between(near, end, &["and", "than", "up", "down"]);
    if !is_clear || near + 10 < end {
        return None;
    }
    let outcome = quotient::percent_of(stated.bounds()?, part.bounds()?, whole.bounds()?)?;
    (outcome.holds || is_near(&outcome, stated, FAR))
        .then(|| tie(RelationKind::Share, stated, &[part, whole], None, outcome))
}

/// "Or 9%", "(9%)", "a stake of 40 percent", "an effective rate of 25 percent", set off and closed.
fn is_apposed(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    let bends = ["about", "just", "nearly", "roughly", "around", "some", "almost"];
    let opener = if words.is_any(before, &bends) { before.wrapping_sub(1) } else { before };
    let is_rate = words.is(opener, "of")
        && (2..6).any(|back| {
            let at = opener.wrapping_sub(back);
            words.is_any(at, &["a", "an"]) && words.is_any(at.wrapping_sub(1), &[",", "–", "—", "or"])
        })
        && line.has_between(
            opener.saturating_sub(2),
            opener,
            &["rate", "stake", "share", "turnout", "proportion", "holding"],
        );
    let end = stated.behind.max(stated.end);
    let is_closed = end >= line.end.saturating_sub(1) || words.is_any(end, &[",", ".", ";", ")", "–", "—"]);
    // "– that is 41 percent", ", which is 30 percent"
    let is_told = words.is_any(opener, &["is", "was"])
        && words.is_any(opener.wrapping_sub(1), &["that", "which"])
        && words.is_any(opener.wrapping_sub(2), &[",", "–", "—", "-", "("]);
    (words.is_any(opener, &["or", "("]) || is_rate || is_told) && is_closed
}

/// "20.1 percent of the 512,000 residents".
fn is_followed_by(line: &Line<'_>, stated: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let is_own =
        (stated.behind + 1..whole.begin).any(|at| line.words.is_any(at, &["the", "its", "their", "all", "'s", "’s"]));
    stated.end <= whole.begin
        && line.words.is(stated.behind, "of")
        && is_own
        && whole.begin <= stated.behind + 6
        && !line.has_between(stated.behind, whole.begin, &[",", "in", "for", "who", "from", "at"])
}

/// Whether the words lead to the figure as to a whole: "of last year's €402 million", "among its 60 members".
fn is_whole(line: &Line<'_>, slot: &Slot<'_>, stated: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    if is_followed_by(line, stated, slot) {
        return true;
    }
    let first = slot.begin.saturating_sub(NEAR).max(line.first);
    let Some(of) = (first..slot.begin).rev().find(|&at| line.words.is_any(at, &["of", "among"])) else { return false };
    let is_clear = !line.has_between(of, slot.begin, &[",", "in", "and", "for", "to", "from", "with", "by", "("]);
    let is_held = !line.slots.iter().any(|other| of < other.number && other.number < slot.number);
    // "A group of 40", "a loan of £3m": a size of its own, not a whole.
    let noun = of.wrapping_sub(2);
    let is_size = line.words.is_any(noun, &["a", "an", "total", "some"])
        && !line.words.is_any(of.wrapping_sub(1), &["profit", "total", "income", "revenue", "electorate"]);
    is_clear && is_held && !is_size
}

/// "The mayor won 12,400 votes, three times the 6,200 of Moss": how often the one goes into the other.
fn multiple(line: &Line<'_>) -> Option<Relation> {
    const OPEN: &[&str] = &["again", "since", "average", "faster", "likely", "speed", "expected", "normal", "usual"];
    if line.slots.len() < 2 {
        return None;
    }
    let mut all = times_of(line);
    let times = all.next().filter(|_| all.next().is_none())?;
    let is_side = |slot: &&Slot<'_>| {
        let is_kind = matches!(
            slot.kind(),
            FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Rate | FigureKind::Index
        );
        is_kind && (slot.end <= times.first || times.end <= slot.begin)
    };
    let sides: Vec<&Slot<'_>> = line.slots.iter().filter(is_side).collect();
    let [one, other] = sides[..] else { return None };
    let is_plain = |slot: &Slot<'_>| slot.figure().pair.is_none() && slot.figure().modifier == Modifier::Plain;
    let words = line.words;
    let is_of = words.is_any(times.end, &["the", "as", "that", "those", "last", "its", "their"])
        || words.is_any(times.end + 1, &["the", "that"]);
    // "Twice as many as": of what the sentence sets beside it.
    let is_told = is_of || words.is_any(times.end, &["as"]);
    let is_near_by = times.first <= one.end + 8 && other.begin <= times.end + 12
        || times.end <= one.begin && other.begin <= times.end + 14;
    let first = one.begin.min(times.first);
    let is_open = line.has_between(line.first, line.end, OPEN) || line.has_between(first, other.begin, BREAKS);
    let is_joined = !line.has_between(times.end, other.begin, &["and", "who"]) || other.begin <= times.end;
    let is_count = |slot: &Slot<'_>| slot.kind() == FigureKind::Count;
    let are_counts = is_count(one) && is_count(other) || is_pace(one) && is_count(other);
    let is_other = !(one.is_like(other) || are_counts) || !is_plain(one) || !is_plain(other);
    if !is_told || !is_near_by || is_open || !is_joined || is_other {
        return None;
    }
    let (low, high) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let (base, stated) = if times.bounds.said < Decimal::ONE { (high, low) } else { (low, high) };
    let outcome = quotient::product(stated.bounds()?, times.bounds, base.bounds()?)?;
    let cue = Some(line.span(times.first, times.end));
    (outcome.holds || is_near(&outcome, stated, FAR))
        .then(|| tie(RelationKind::Multiple, stated, &[base], cue, outcome))
}

/// So many at so much each, and what it comes to a power of ten away from the product: a nought too many or too few.
fn scaled(line: &Line<'_>) -> Option<Relation> {
    const EACH: &[&str] = &["each", "apiece", "per", "a", "an", "average", "every"];
    const OPEN: &[&str] =
        &["and", "up", "first", "more", "extra", "risk", "previously", "compared", "against", "than", "while"];
    let is_plain = |slot: &&Slot<'_>| {
        slot.figure().pair.is_none()
            && slot.figure().value > Decimal::ONE
            && matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
    };
    let sums: Vec<&Slot<'_>> = line
        .slots
        .iter()
        .filter(is_plain)
        .filter(|slot| matches!(slot.kind(), FigureKind::Money | FigureKind::Rate))
        .collect();
    let [one, other] = sums[..] else { return None };
    let (each, total) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let end = each.behind.max(each.end);
    let is_each = each.kind() == FigureKind::Rate
        || total.kind() == FigureKind::Money && line.has_between(end, end + 2, EACH)
        || line.has_between(each.begin.saturating_sub(3), each.begin, &["average"])
        || line.has_between(line.first, each.begin, &["each"]);
    let is_one_currency = each.unit().is_some() && each.unit() == total.unit();
    let counts = line.slots.iter().filter(is_plain).filter(|slot| {
        matches!(slot.kind(), FigureKind::Count | FigureKind::Duration | FigureKind::Measure | FigureKind::Age)
    });
    let counts: Vec<&Slot<'_>> = counts.collect();
    if !is_each
        || !is_one_currency
        || counts.is_empty()
        || counts.len() > 2
        || line.has_between(one.end, other.begin, OPEN)
    {
        return None;
    }
    let (each_value, total_value) = (each.figure().value, total.figure().value);
    let ratio = |count: &Slot<'_>| total_value.checked_div(each_value.checked_mul(count.figure().value)?);
    let is_off = |ratio: Decimal| {
        let turned = if ratio < Decimal::ONE { Decimal::ONE.checked_div(ratio) } else { Some(ratio) };
        turned.is_some_and(|times| {
            [10, 100, 1_000].iter().any(|&power| {
                let power = Decimal::from(power);
                (times - power).abs() <= power * Decimal::new(4, 2)
            })
        })
    };
    let count = counts.iter().find(|count| ratio(count).is_some_and(is_off))?;
    let all = counts.iter().try_fold(each_value, |product, count| product.checked_mul(count.figure().value))?;
    if counts.len() == 2 && (all - total_value).abs() <= total_value * Decimal::new(1, 1) {
        return None;
    }
    let given = total.bounds()?.over(count.bounds()?)?;
    Some(tie(RelationKind::Each, each, &[total, count], None, Outcome { given, holds: false }))
}
