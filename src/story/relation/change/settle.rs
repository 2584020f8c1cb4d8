//! Holds the figures of one change against each other.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, Way, tie};
use super::super::quotient::{self, Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::{Event, Footing};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};
use crate::text::Span;

/// The relations that an event amounts to; none where its figures leave another reading.
pub(super) fn settle(line: &Line<'_>, event: &Event<'_, '_>) -> Vec<Relation> {
    let Some((way, word)) = event.way else { return Vec::new() };
    let cue = Some(line.span(word, word + 1));
    let mut found = Vec::new();
    found.extend(percent(line, event, way, cue));
    found.extend(step(line, event, cue));
    let told = direction(line, event, way, cue);
    found.extend(told.filter(|told| found.is_empty() || !told.holds));
    found
}

impl<'l, 'a> Event<'l, 'a> {
    /// Where the change leads.
    fn goal(&self) -> Option<&'l Slot<'a>> {
        self.to.or(self.subject.filter(|_| !self.is_verb)).or(self.inherited)
    }

    /// Whether it says by how much, and not from where to where.
    pub(super) fn is_unfinished(&self) -> bool {
        self.way.is_some() && self.amount().is_some() && (self.from.is_none() || self.goal().is_none())
    }

    /// By how much.
    pub(in super::super) fn amount(&self) -> Option<&'l Slot<'a>> {
        self.percent.or(self.step)
    }

    /// Whether it is where it started that the sentence leaves out.
    pub(in super::super) fn starts_open(&self) -> bool {
        self.from.is_none()
    }

    /// The only end that it gives; `None` where it gives neither.
    pub(in super::super) fn end(&self) -> Option<&'l Slot<'a>> {
        self.from.or(self.goal())
    }

    /// The number of its word of change.
    pub(in super::super) fn word(&self) -> Option<usize> {
        self.way.map(|(_, word)| word)
    }

    /// What the change amounts to with its other end: the other sentence's figure.
    pub(in super::super) fn finished(&self, line: &Line<'_>, other: &'l Slot<'a>) -> Option<Relation> {
        let whole = if self.from.is_none() {
            Self { from: Some(other), ..self.clone() }
        } else {
            Self { to: Some(other), ..self.clone() }
        };
        settle(line, &whole).into_iter().find(|relation| relation.kind != RelationKind::Direction)
    }

    /// What it amounts to with both ends from another sentence.
    pub(in super::super) fn between(&self, line: &Line<'_>, from: &'l Slot<'a>, to: &'l Slot<'a>) -> Option<Relation> {
        let whole = Self { from: Some(from), to: Some(to), ..self.clone() };
        settle(line, &whole).into_iter().find(|relation| relation.kind != RelationKind::Direction)
    }

    /// Both ends, where they are figures of one kind.
    fn ends(&self) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
        let (from, goal) = (self.from.or(self.standing.filter(|_| self.to.is_some()))?, self.goal()?);
        let are_alike = from.is_like(goal) || is_pace_once(from, goal) || is_percent_once(from, goal);
        (from.number != goal.number && are_alike).then_some((from, goal))
    }
}

/// "61.2 per cent, up from 58.9": what both are is said once.
fn is_percent_once(from: &Slot<'_>, goal: &Slot<'_>) -> bool {
    let is_pair = |one: &Slot<'_>, other: &Slot<'_>| one.is_percent() && is_bare_share(other);
    is_pair(from, goal) || is_pair(goal, from)
}

/// A number without a unit that can be a percentage.
fn is_bare_share(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    slot.kind() == FigureKind::Count
        && slot.unit().is_none()
        && figure.pair.is_none()
        && figure.value <= Decimal::ONE_HUNDRED
}

/// "From 8,000 kronor a month to 9,200": what it is for is said once.
fn is_pace_once(from: &Slot<'_>, goal: &Slot<'_>) -> bool {
    let is_bare = |slot: &Slot<'_>| slot.kind() == FigureKind::Count && slot.unit().is_none();
    let (one, other) = (from.figure().value.abs(), goal.figure().value.abs());
    let is_near = one.max(other) <= one.min(other).saturating_mul(Decimal::from(5));
    let is_pair = |one: &Slot<'_>, other: &Slot<'_>| one.kind() == FigureKind::Rate && is_bare(other);
    is_near && (is_pair(from, goal) || is_pair(goal, from))
}

fn percent(line: &Line<'_>, event: &Event<'_, '_>, way: Way, cue: Option<Span>) -> Option<Relation> {
    let percent = event.percent.filter(|percent| !is_of_own_clause(line, percent))?;
    let (kind, operands, outcome) = match (event.ends(), event.step) {
        (Some(ends), _) if is_range(line, ends) => None,
        (Some(ends), _) => between(percent, ends).map(|basis| in_points(line, percent, ends, basis)),
        (None, Some(step)) => event
            .to
            .filter(|to| is_step(step, to))
            .and_then(|to| up_to(percent, step, to, way))
            .or_else(|| on_top_of(percent, step, event.from.filter(|from| is_step(step, from))?)),
        (None, None) => None,
    }?;
    // "Went up 4% in a year, from 22% to 26%": the very difference leaves no doubt about what was taken.
    let is_difference = kind == RelationKind::Points && outcome.given.said.abs() == percent.figure().value;
    let is_sound = outcome.holds || is_difference || !leaves_doubt(line, event, percent, &operands, outcome);
    is_sound.then(|| tie(kind, percent, &operands, cue, outcome))
}

/// "Against £1,200 to £1,560 a week earlier, a rise of 25 per cent at both ends": what it was before, from the least to the
/// most.
fn is_range(line: &Line<'_>, (from, to): (&Slot<'_>, &Slot<'_>)) -> bool {
    const BEFORE: &[&str] = &["against", "than", "with", "versus", "between", "at"];
    let is_next = line.words.is(from.end, "to") && to.begin == from.end + 1;
    is_next && line.words.is_any(from.begin.wrapping_sub(1), BEFORE)
}

/// "Has fallen to $31 from $26, he said, and cycle life has improved by 60%": what changed by so much is named anew.
fn is_of_own_clause(line: &Line<'_>, percent: &Slot<'_>) -> bool {
    const SAME: &[&str] = &["it", "they", "this", "that", "which", "has", "have", "had", "is", "was", "were", "are"];
    let words = line.words;
    let before = line.slots.iter().map(|slot| slot.end).filter(|&end| end <= percent.begin).max();
    let Some(last) = before else { return false };
    let joint = (last..percent.begin).rev().find(|&at| words.is(at, "and"));
    joint.is_some_and(|and| {
        let verb = (and + 1..percent.begin).find(|&at| words.has(at, Class::Have) || words.has(at, Class::Be));
        words.is(and - 1, ",") && !words.is_any(and + 1, SAME) && verb.is_some_and(|verb| and + 1 < verb)
    })
}

/// What a percentage is the change of, and what that gives.
pub(in super::super) type Basis<'l, 'a> = (RelationKind, [&'l Slot<'a>; 2], Outcome);

/// "Up 17% to 27,700 from 23,600".
pub(in super::super) fn between<'l, 'a>(
    percent: &Slot<'_>,
    (from, to): (&'l Slot<'a>, &'l Slot<'a>),
) -> Option<Basis<'l, 'a>> {
    let stated = percent.bounds()?;
    let (start, end) = as_precise(from, to)?;
    let outcome = best(&[
        quotient::percent_change(stated, start, end),
        scaled_like(from, to).and_then(|from| quotient::percent_change(stated, from, bounds(to)?)),
    ])?;
    // "Rose to 50,000 from 40,000, up 20 per cent": numbers so round bear out much, but not the share of the wrong one.
    let outcome = Outcome { holds: outcome.holds && !is_of_wrong_base(percent, from, to), ..outcome };
    let apart = quotient::difference(stated, bounds(from)?, bounds(to)?).filter(|apart| {
        // Rounding lets most small percentages fit; the very difference is what the writer took.
        let is_difference = apart.given.said == percent.figure().value || apart.holds && !outcome.holds;
        from.is_percent() && is_difference && !(stated.meets(Bounds::exactly(outcome.given.said)))
    });
    Some(match apart {
        Some(apart) => (RelationKind::Points, [from, to], Outcome { holds: false, ..apart }),
        None => (RelationKind::PercentChange, [from, to], outcome),
    })
}

/// Whether the percentage is just what the difference is of where it led, and not of where it began.
fn is_of_wrong_base(percent: &Slot<'_>, from: &Slot<'_>, to: &Slot<'_>) -> bool {
    let is_plain = |slot: &Slot<'_>| slot.figure().modifier == Modifier::Plain && slot.figure().pair.is_none();
    let (start, end, stated) = (from.figure().value, to.figure().value, percent.figure().value.abs());
    let apart = (end - start).abs();
    let share = |base: Decimal| apart.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(base);
    let Some((right, wrong)) = share(start).zip(share(end)) else { return false };
    let are_plain = [percent, from, to].into_iter().all(is_plain) && !from.is_percent();
    are_plain && (wrong - stated).abs() < Decimal::new(5, 1) && Decimal::TWO < (right - stated).abs()
}

/// "The pass percentage rose to 82.5 from 79.1, an increase of 3.4 per cent": what the numbers are percentages of says so.
fn in_points<'l, 'a>(
    line: &Line<'_>,
    percent: &Slot<'_>,
    (from, to): (&'l Slot<'a>, &'l Slot<'a>),
    basis: Basis<'l, 'a>,
) -> Basis<'l, 'a> {
    const RATES: WordList =
        WordList::of(&["percentage", "turnout", "unemployment", "jobless", "inflation", "literacy", "approval"]);
    let (kind, operands, outcome) = basis;
    let are_bare = is_bare_share(from) && is_bare_share(to);
    let is_rate = from.is_percent() || to.is_percent() || are_bare && line.has_listed(line.first, line.end, &RATES);
    let apart = percent.bounds().zip(bounds(from).zip(bounds(to)));
    let apart = apart.and_then(|(stated, (from, to))| quotient::difference(stated, from, to));
    let apart = apart.filter(|apart| apart.given.said.abs() == percent.figure().value.abs());
    match apart.filter(|_| kind == RelationKind::PercentChange && !outcome.holds && is_rate) {
        Some(apart) => (RelationKind::Points, operands, Outcome { holds: false, ..apart }),
        None => basis,
    }
}

/// What both ends may stand for, each rounded no more than the other: beside "9,200" the writer of "8,000" rounds to
/// hundreds, too.
fn as_precise(from: &Slot<'_>, to: &Slot<'_>) -> Option<(Bounds, Bounds)> {
    let (start, end) = (bounds(from)?, bounds(to)?);
    let is_plain = |slot: &Slot<'_>| slot.figure().modifier == Modifier::Plain && !slot.is_percent();
    let scale = |slot: &Slot<'_>| -> String { slot.entry.number.chars().filter(|mark| mark.is_alphabetic()).collect() };
    if !is_plain(from) || !is_plain(to) || scale(from) != scale(to) {
        return Some((start, end));
    }
    let half = |bounds: Bounds| bounds.high.checked_sub(bounds.low)?.checked_div(Decimal::TWO);
    let least = half(start)?.min(half(end)?);
    // A round number may be rounded more coarsely than its neighbour, though hardly by much.
    let shared = |bounds: Bounds| {
        let own = half(bounds)?;
        Bounds::around(bounds.said, least.max(own.checked_div(Decimal::from(4))?).min(own))
    };
    Some((shared(start)?, shared(end)?))
}

/// "Up 64p, or 6%, at 1,130p".
fn up_to<'l, 'a>(percent: &Slot<'_>, step: &'l Slot<'a>, to: &'l Slot<'a>, way: Way) -> Option<Basis<'l, 'a>> {
    let stated = percent.bounds()?;
    // "Up 23,600 to 27,700": as large a step is where it started.
    if step.is_like(to) && !is_minor_of(step, to) && bounds(to)?.low.checked_div(Decimal::TWO)? <= bounds(step)?.high {
        return quotient::percent_change(stated, bounds(step)?, bounds(to)?)
            .map(|outcome| (RelationKind::PercentChange, [step, to], outcome));
    }
    let outcome = quotient::percent_change_to(stated, bounds(step)?, in_steps(step, to)?, way == Way::Up)?;
    Some((RelationKind::PercentChangeTo, [step, to], outcome))
}

/// "Up 8.2 billion, or 1.4 percent, from 584 billion".
fn on_top_of<'l, 'a>(percent: &Slot<'_>, step: &'l Slot<'a>, from: &'l Slot<'a>) -> Option<Basis<'l, 'a>> {
    let outcome = quotient::percent_of(percent.bounds()?, bounds(step)?, in_steps(step, from)?)?;
    Some((RelationKind::PercentChangeFrom, [step, from], outcome))
}

fn step<'a>(line: &Line<'a>, event: &Event<'_, 'a>, cue: Option<Span>) -> Option<Relation> {
    let step = event.step?;
    let (from, to) = event.ends().or_else(|| Some((known_before(line, step, event.to?)?, event.to?)))?;
    // "Cut from 12 years to nine, by two votes to one": who cut it, not by how much.
    let are_of_two_kinds = step.kind() == FigureKind::Count
        && from.kind() != FigureKind::Count
        && step.unit().is_some_and(|unit| from.unit().is_some_and(|other| other != unit))
        && !is_minor_of(step, from)
        && step.unit() != Some("point");
    if !is_step(step, to) || are_of_two_kinds {
        return None;
    }
    let factor = Bounds::exactly(times_in(step, from, to)?);
    let (low, high) = (in_steps(step, from)?.times(factor)?, in_steps(step, to)?.times(factor)?);
    let outcome = quotient::difference(step.bounds()?, low, high)?;
    // "Shrinks by eight positions, to 193 from 201": posts are counted, and places are, too.
    let is_ranked = is_ranking(line) && step.unit() != Some("position");
    let is_sound = outcome.holds
        || event.footing == Footing::Start && !is_ranked && !names_loss(line, from) && !names_loss(line, to);
    is_sound.then(|| tie(RelationKind::Difference, step, &[from, to], cue, outcome))
}

/// The close or high before the change, where the sentence tells it first: "after a close of 2405, it fell 44 to 2361".
fn known_before<'l, 'a>(line: &'l Line<'a>, step: &Slot<'_>, to: &Slot<'_>) -> Option<&'l Slot<'a>> {
    const LEVELS: &[&str] = &["high", "low", "close", "closing", "closed", "finish", "record", "level", "peak"];
    let is_decimal = |slot: &Slot<'_>| slot.figure().value.scale() > 0;
    let is_level =
        |slot: &&Slot<'_>| line.has_between(slot.begin.saturating_sub(3).max(line.first), slot.begin, LEVELS);
    let is_told = |slot: &&Slot<'_>| {
        slot.end <= step.begin
            || to.end <= slot.begin
                && line.has_between(to.end, slot.begin, &["after"])
                && line.words.is(slot.begin - 1, "at")
    };
    let others = line.slots.iter().filter(|slot| is_decimal(slot) && is_decimal(to) && slot.is_like(to));
    let mut levels = others.filter(is_told).filter(is_level);
    levels.next().filter(|_| levels.next().is_none())
}

fn direction(line: &Line<'_>, event: &Event<'_, '_>, way: Way, cue: Option<Span>) -> Option<Relation> {
    let (from, to) = event.ends()?;
    let (_, word) = event.way?;
    let next = [from.begin, to.begin].into_iter().filter(|&begin| word < begin).min();
    let amount = event.percent.or(event.step).map(|slot| slot.begin);
    let is_parted = next
        .is_some_and(|next| line.has_between(word + 1, amount.map_or(next, |amount| amount.min(next)), &[","]))
        && event.footing != Footing::Beside
        && !is_pair_behind_comma(line, word, from, to);
    if event.is_mixed
        || is_parted
        || is_ranking(line)
        || is_currency(line, from) && (from.kind() == FigureKind::Rate || is_currency(line, to))
        || names_loss(line, from)
        || names_loss(line, to)
    {
        return None;
    }
    if event.is_verb && event.to.is_none() || scaled_like(from, to).is_some() {
        return None;
    }
    let rises = match exchange(line, word, from, to) {
        Exchange::None => way == Way::Up,
        Exchange::Own => way == Way::Down,
        Exchange::Open => return None,
    };
    let outcome = quotient::direction(from.bounds()?, to.bounds()?, rises);
    let is_plain = outcome.holds || from.figure().value.abs() != to.figure().value.abs();
    is_plain.then(|| tie(RelationKind::Direction, to, &[from], cue, outcome))
}

/// Whether two sums are what one of another currency costs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Exchange {
    /// They are none.
    None,
    /// Of the currency that moves: "the naira slipped to N1,482 to the dollar from N1,455".
    Own,
    /// Of which of the two, the words leave open.
    Open,
}

fn exchange(line: &Line<'_>, word: usize, from: &Slot<'_>, to: &Slot<'_>) -> Exchange {
    const COINS: WordList = WordList::of(&["dollar", "greenback", "euro", "pound", "sterling", "yen", "franc", "yuan"]);
    let coin = |slot: &Slot<'_>| {
        let end = slot.past();
        let is_led = line.words.is_any(end, &["to", "per", "against", "a"]);
        (end + 1..end + 4).find(|&at| is_led && line.words.is_listed(at, &COINS))
    };
    let Some(coin) = coin(from).or_else(|| coin(to)) else { return Exchange::None };
    let base = line.lower(coin);
    let is_own = !(line.first..word).any(|at| line.lower(at) == base);
    if is_own { Exchange::Own } else { Exchange::Open }
}

/// "Attendance dipped, from 15,300 to 14,100", "a rise in the rate, from 5.4 to 6.1": both ends close behind one comma.
fn is_pair_behind_comma(line: &Line<'_>, word: usize, from: &Slot<'_>, to: &Slot<'_>) -> bool {
    const CLAUSES: &[&str] =
        &["and", "but", "which", "who", "while", "as", "after", "when", "with", ";", "because", "that"];
    const NEAR: usize = 14;
    let begin = from.begin.min(to.begin);
    let last = from.begin.max(to.begin);
    // "Has come down to 1.85 lira, from 1.60": nothing but the comma parts the two.
    let are_led = from.begin == last
        && line.words.is(last.wrapping_sub(1), "from")
        && line.words.is(last.wrapping_sub(2), ",")
        && last <= to.end + 2
        && begin <= word + NEAR
        && line.words.is(begin.wrapping_sub(1), "to");
    if are_led {
        return true;
    }
    let leads = line.words.is_any(begin.wrapping_sub(1), &["from", "to"]) && line.words.is(begin.wrapping_sub(2), ",");
    let is_one = (word + 1..begin).filter(|&at| line.words.is(at, ",")).count() == 1;
    // "From 44 in 2023 to 61 in 2024": each with its year.
    let gap = from.end.min(to.end);
    let is_year = line.words.is(gap, "in") && line.words.written(gap + 1).len() == 4;
    let are_joined = from.begin.max(to.begin) <= gap + if is_year { 4 } else { 2 };
    leads && is_one && are_joined && begin <= word + NEAR && !line.has_between(word, begin, CLAUSES)
}

/// What an end of a change may stand for; "up to 500" is where it led.
fn bounds(slot: &Slot<'_>) -> Option<Bounds> {
    match slot.figure().modifier {
        crate::extract::Modifier::UpTo | crate::extract::Modifier::LessThan => Bounds::printed(slot.figure()),
        _ => slot.bounds(),
    }
}

/// The first outcome that holds, or else the first of all.
fn best(readings: &[Option<Outcome>]) -> Option<Outcome> {
    readings.iter().flatten().find(|outcome| outcome.holds).or(readings.iter().flatten().next()).copied()
}

/// "From 4.5 to 5.2 million": the scale is said once.
fn scaled_like(from: &Slot<'_>, to: &Slot<'_>) -> Option<Bounds> {
    let is_bare = |slot: &Slot<'_>| slot.entry.number.ends_with(|mark: char| mark.is_ascii_digit());
    let (small, large) = (from.figure().value, to.figure().value);
    if !is_bare(from) || is_bare(to) || from.is_percent() || large < Decimal::ONE_THOUSAND {
        return None;
    }
    let scales = [1_000, 1_000_000, 1_000_000_000_i64].map(Decimal::from);
    let scale = scales.into_iter().filter(|&scale| scale <= large && small < scale).max()?;
    bounds(from)?.times(Bounds::exactly(scale))
}

/// What an end stands for in the unit of the step: a percentage point is a hundred basis points, a dollar a hundred cents.
fn in_steps(step: &Slot<'_>, end: &Slot<'_>) -> Option<Bounds> {
    let is_hundredth = step.kind() == FigureKind::BasisPoints || is_minor_of(step, end);
    let factor = if is_hundredth { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    bounds(end)?.times(Bounds::exactly(factor))
}

/// How often the stretch of a step goes into that of the ends: "by 18 months, from seven years to five"; `None` where nobody
/// counts the one in the other.
fn times_in(step: &Slot<'_>, from: &Slot<'_>, to: &Slot<'_>) -> Option<Decimal> {
    if step.kind() != FigureKind::Duration {
        return Some(Decimal::ONE);
    }
    match (step.unit(), from.unit().or(to.unit())) {
        (Some("month"), Some("year")) => Some(Decimal::from(12)),
        (Some("day"), Some("week")) => Some(Decimal::from(7)),
        (Some("hour"), Some("day")) => Some(Decimal::from(24)),
        (Some("minute"), Some("hour")) | (Some("second"), Some("minute")) => Some(Decimal::from(60)),
        (Some(one), Some(other)) if one != other => None,
        _ => Some(Decimal::ONE),
    }
}

/// Whether one figure can be the step to or from the other: of its unit, or points of a percentage or an index.
fn is_step(step: &Slot<'_>, end: &Slot<'_>) -> bool {
    let is_level = matches!(end.kind(), FigureKind::Percentage | FigureKind::Count | FigureKind::Index);
    let is_basis = step.kind() == FigureKind::BasisPoints && end.is_percent();
    // "By 300,000 barrels a day to 2.1 million": the pace is said once.
    let is_pace = step.kind() == FigureKind::Rate && end.kind() == FigureKind::Count && end.unit().is_none();
    if is_basis || is_pace || is_minor_of(step, end) {
        return true;
    }
    let is_points = step.kind() == FigureKind::Points || step.unit() == Some("point");
    let is_same = step.kind() == end.kind() && step.unit() == end.unit() && !step.is_percent();
    is_same
        || is_points && is_level && end.unit().is_none_or(|unit| unit == "point")
        || step.is_like(end) && !step.is_percent()
}

/// "Up 27 cents from $4.45": a hundredth of the end's currency.
fn is_minor_of(step: &Slot<'_>, end: &Slot<'_>) -> bool {
    let is_minor = matches!(step.unit(), Some("cent" | "penny"));
    let is_major = matches!(end.unit(), Some("USD" | "GBP" | "EUR" | "AUD" | "CAD" | "NZD"));
    is_minor && is_major && matches!(end.kind(), FigureKind::Money | FigureKind::Rate)
}

/// Whether the words say that a percentage is of something else than the figures beside it.
pub(in super::super) fn has_basis(line: &Line<'_>, near: std::ops::Range<usize>) -> bool {
    let words = line.words;
    // "Annual profit jumped 60 percent", "its annual report": what a year brings, and no pace of growth.
    let is_level = |at: usize| {
        words.is_any(at, &["annual", "monthly", "quarterly"])
            && line.way(at + 1).is_none()
            && !words.is_any(at + 1, &["rate", "basis", "growth", "pace", "change", "inflation", "average", "survey"])
    };
    line.has_listed(near.start, near.end, &BASES) && { near }.any(|at| words.is_listed(at, &BASES) && !is_level(at))
}

/// Such words.
const BASES: WordList = WordList::of(&[
    "underlying",
    "real",
    "adjusted",
    "adjusting",
    "constant",
    "organic",
    "organically",
    "seasonally",
    "annualised",
    "annualized",
    "compound",
    "comparable",
    "excluding",
    "annually",
    "annual",
    "like",
    "store",
    "monthly",
    "quarterly",
    "sequentially",
    "stripping",
]);

/// Whether a percentage that does not fit may speak of something else: another basis, another period.
fn leaves_doubt(
    line: &Line<'_>,
    event: &Event<'_, '_>,
    percent: &Slot<'_>,
    operands: &[&Slot<'_>],
    outcome: Outcome,
) -> bool {
    let words = line.words;
    let next = line.slots.iter().map(|slot| slot.begin).find(|&begin| percent.end <= begin).unwrap_or(line.end);
    let near = percent.begin.saturating_sub(4).max(line.first)..next.min(percent.end + 8);
    let has_basis = has_basis(line, near.clone());
    let own = percent.begin..percent.end;
    let is_yearly = near.clone().filter(|at| !own.contains(at)).any(|at| {
        let each =
            words.is_any(at, &["a", "per", "each", "every"]) && words.is_any(at + 1, &["year", "month", "quarter"]);
        each && !words.is_any(at + 2, &["earlier", "ago", "before", "later", "-"])
    });
    // "Up 4% from February, to 104 from 98 a year earlier", "up 3% on the month"
    let has_base = (percent.end..next).any(|at| {
        let is_year_on_year = words.is_any(words.past_hyphen(at + 1), &["year"]) && words.is(at, "on");
        let is_base = words.is_any(at, &["from", "than", "on", "over", "versus"]);
        is_base && !is_year_on_year && !is_lead_of(line, at, next)
    });
    // "Fell from 84 to 63 last year, a drop of 40% since 2012"
    let says_since = (percent.end..next.min(percent.end + 4)).any(|at| words.is(at, "since"));
    // "Climbed by 40 percent since 2015, and went from £800 to £880 last year"
    let goes_on = operands.iter().all(|slot| line.has_between(percent.end, slot.begin, &["and"]));
    let is_since = says_since && (operands.iter().all(|slot| slot.end <= percent.begin) || goes_on);
    let is_wild = outcome.given.said > Decimal::from(2_000);
    let is_loss = operands.iter().any(|slot| names_loss(line, slot));
    has_basis || is_since || is_yearly || has_base || is_wild || is_loss || is_ranking(line) && event.step.is_none()
}

/// Whether the word leads to the figure that begins at `next`.
fn is_lead_of(line: &Line<'_>, at: usize, next: usize) -> bool {
    next <= at + 8 && !line.has_between(at, next, &[",", "to"])
}

/// Whether a loss is one end of what otherwise is no loss, "a profit of 2 million from a loss of 5 million", or below nought.
fn names_loss(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const LOSSES: &[&str] = &["loss", "losses", "deficit", "shortfall", "outflow"];
    let first = slot.begin.saturating_sub(5).max(line.first);
    let is_below = slot.figure().value <= Decimal::ZERO || line.has_between(first, slot.begin, &["minus", "negative"]);
    let is_named = line.has_between(first, slot.begin, LOSSES) || line.words.is_any(slot.end, &["loss", "deficit"]);
    is_below || is_named && !changes_loss(line, slot, LOSSES)
}

/// "The loss widened to 5 million", "cut its deficit to 3 million": the loss stands before what leads to the figure, so
/// that both ends are losses.
fn changes_loss(line: &Line<'_>, slot: &Slot<'_>, losses: &[&str]) -> bool {
    const NEAR: usize = 3;
    const GAINS: &[&str] =
        &["profit", "profits", "surplus", "gain", "gains", "income", "earnings", "breakeven", "inflow"];
    let near = slot.begin.saturating_sub(NEAR).max(line.first)..slot.begin;
    let Some(lead) = near.rev().find(|&at| line.words.is_any(at, &["to", "from"])) else { return false };
    !line.has_between(lead, slot.begin, losses)
        && !line.words.is_any(slot.end, losses)
        && !line.has_between(line.first, line.end, GAINS)
}

/// Places in a table, where less is more, and odds.
fn is_ranking(line: &Line<'_>) -> bool {
    const PLACES: &[&str] = &[
        "rank",
        "ranks",
        "ranked",
        "ranking",
        "rankings",
        "chart",
        "charts",
        "seeded",
        "seed",
        "seeds",
        "position",
        "positions",
        "places",
        "placed",
        "league",
        "table",
        "odds",
        "handicap",
        "grade",
        "category",
        "leaderboard",
    ];
    // "The number of unfilled positions fell": posts, and no places.
    const POSTS: &[&str] = &["unfilled", "vacant", "open", "empty", "teaching", "nursing"];
    let is_post = |at: usize| line.words.is(at, "positions") && line.words.is_any(at.wrapping_sub(1), POSTS);
    // "According to the league", "the league said": a body that gives numbers, and no order of places.
    let is_speaker = |at: usize| {
        let speaks = line.words.has(at + 1, Class::Say) || line.words.has(at + 1, Class::Show);
        line.words.is(at, "league") && (speaks || line.words.run_is(at.wrapping_sub(3), &["according", "to", "the"]))
    };
    (line.first..line.end).any(|at| line.words.is_any(at, PLACES) && !is_post(at) && !is_speaker(at))
}

/// A rate of exchange falls when the currency rises.
fn is_currency(line: &Line<'_>, end: &Slot<'_>) -> bool {
    const CURRENCIES: &[&str] = &[
        "yen", "dollar", "euro", "sterling", "pound", "currency", "franc", "mark", "rupee", "peso", "yuan", "rouble",
        "ruble", "lira", "yield", "yields", "rand", "krona", "won", "real",
    ];
    end.unit().is_none() && line.has_between(line.first, line.end, CURRENCIES) || end.kind() == FigureKind::Rate
}
