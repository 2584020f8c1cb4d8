//! The two levels between which something changed: the only two figures of one kind that are of different times.

use rust_decimal::Decimal;

use super::super::line::{Lead, Line, Slot};
use super::super::reach::{Placed, are_dated_apart, in_order, is_elsewhere, is_foreseen, is_year};
use super::Scene;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// Levels that are farther apart are of two things.
const FAR: i64 = 12;

/// Two levels, and whether the sentences say which of them was first.
pub(super) struct Levels<'l, 'a> {
    pub(super) from: Placed<'l, 'a>,
    pub(super) to: Placed<'l, 'a>,
    pub(super) is_ordered: bool,
}

/// The only two levels of one kind near a change that are of different times.
pub(super) fn levels<'l, 'a>(
    scene: &'l Scene<'a>,
    stated: &Slot<'_>,
    fits: impl Fn(&Slot<'_>) -> bool,
) -> Option<Levels<'l, 'a>> {
    let all: Vec<Placed<'l, 'a>> = scene
        .slots()
        .filter(|(line, slot)| {
            slot.entry.claim != stated.entry.claim && is_level(slot) && fits(slot) && !is_held_against(line, slot)
        })
        .collect();
    let mut pairs = all.iter().enumerate().flat_map(|(at, other)| {
        let alone = |one: &Slot<'_>| all.iter().filter(|(_, slot)| slot.is_like(one)).count() == 2;
        all[..at].iter().filter_map(move |one| apart(*one, *other).filter(|_| alone(one.1) && alone(other.1)))
    });
    pairs.next().filter(|_| pairs.next().is_none())
}

/// The only other level of the kind of `to` near it, where it is of an earlier time.
pub(super) fn pair_with<'l, 'a>(scene: &'l Scene<'a>, to: &Slot<'_>) -> Option<Placed<'l, 'a>> {
    let mut alike = scene.slots().filter(|(_, slot)| is_level(slot) && (slot.is_like(to) || to.is_like(slot)));
    let (one, other) = (alike.next()?, alike.next().filter(|_| alike.next().is_none())?);
    let levels = apart(one, other).filter(|levels| levels.is_ordered)?;
    let is_other = is_held_against(levels.from.0, levels.from.1);
    (levels.to.1.entry.claim == to.entry.claim && !is_other).then_some(levels.from)
}

/// "Beats a target of 350,000", "an average of 35": with what it is compared, and no level of its own.
fn is_held_against(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NEAR: usize = 5;
    const MARKS: &[&str] = &[
        "target",
        "goal",
        "average",
        "averages",
        "limit",
        "capacity",
        "threshold",
        "cap",
        "quota",
        "minimum",
        "maximum",
        "rival",
        "expected",
    ];
    let first = slot.begin.saturating_sub(NEAR).max(line.floor_of(slot));
    is_foreseen(line, slot) || line.has_between(first, slot.begin, MARKS)
}

/// What can stand at the beginning or the end of a change.
pub(super) fn is_level(slot: &Slot<'_>) -> bool {
    use FigureKind::{Count, Index, Measure, Money, Percentage, Rate};
    let figure = slot.figure();
    matches!(figure.kind, Count | Index | Measure | Money | Percentage | Rate)
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && Decimal::ONE < figure.value
}

/// The two in the order of their times; `None` where they may be of one time, or of two things.
fn apart<'l, 'a>(one: Placed<'l, 'a>, other: Placed<'l, 'a>) -> Option<Levels<'l, 'a>> {
    let (low, high) =
        (one.1.figure().value.min(other.1.figure().value), one.1.figure().value.max(other.1.figure().value));
    // "£45m in Europe, compared with £30m in Asia": of two places.
    let are_placed = is_elsewhere(one.0, one.1) && is_elsewhere(other.0, other.1);
    if are_placed
        || !are_of_one_kind(one.1, other.1) && !is_unit_left_out(one, other)
        || !one.1.is_like(other.1)
        || low == high
        || low * Decimal::from(FAR) < high
    {
        return None;
    }
    if let Some((from, to)) = in_time(one, other) {
        return Some(Levels { from, to, is_ordered: true });
    }
    // "We were at 190 a month. Last month it was 76": both are of a time that is told.
    let are_told = Time::None < time(one).max(time(other)) && !is_one_sentence(one, other);
    (are_dated_apart(one, other) || are_told).then_some(Levels { from: one, to: other, is_ordered: false })
}

/// "Dropped to 7,250. The ground was 6,800 metres from the sea": what is counted is not measured.
fn are_of_one_kind(one: &Slot<'_>, other: &Slot<'_>) -> bool {
    use FigureKind::{Count, Index, Rate};
    let may_be_bare = |slot: &Slot<'_>| matches!(slot.kind(), Count | Index | Rate);
    one.kind() == other.kind() || may_be_bare(one) && may_be_bare(other) || one.kind() == Rate || other.kind() == Rate
}

/// "From 41 tonnes to 44": said once.
fn is_unit_left_out(one: Placed<'_, '_>, other: Placed<'_, '_>) -> bool {
    is_one_sentence(one, other) && (one.1.unit().is_none() || other.1.unit().is_none())
}

fn is_one_sentence(one: Placed<'_, '_>, other: Placed<'_, '_>) -> bool {
    (one.0.block, one.0.first) == (other.0.block, other.0.first)
}

/// Two levels in the order of their times.
pub(in crate::story::relation) fn in_time<'l, 'a>(
    one: Placed<'l, 'a>,
    other: Placed<'l, 'a>,
) -> Option<(Placed<'l, 'a>, Placed<'l, 'a>)> {
    // "We found 120 a week. Last week it was 40": the last one is as good as now, unless the other says when it was.
    let is_recent = |(line, slot): Placed<'_, '_>| {
        let (first, end) = clause(line, slot);
        (first..end).any(|at| line.words.is(at, "last") && line.words.is_any(at + 1, &["week", "month", "night"]))
    };
    let is_open = is_recent(one) && !is_told(other) || is_recent(other) && !is_told(one);
    if is_open { None } else { by_time(one, other).or_else(|| in_order(one, other)) }
}

/// Whether just one of two levels is told to be of a time before: "the year before", "it had been".
pub(in crate::story::relation) fn is_one_before(one: Placed<'_, '_>, other: Placed<'_, '_>) -> bool {
    (time(one) == Time::Before) != (time(other) == Time::Before)
}

/// Whether the words with a level say that it is of now, or of before.
fn is_told(placed: Placed<'_, '_>) -> bool {
    matches!(time(placed), Time::Now | Time::Year | Time::Before)
}

/// Two levels in the order of the times that the words with them tell; `None` where these leave it open.
fn by_time<'l, 'a>(one: Placed<'l, 'a>, other: Placed<'l, 'a>) -> Option<(Placed<'l, 'a>, Placed<'l, 'a>)> {
    let (first, second) = (time(one), time(other));
    // "63 in 2024, and was 48 when it opened": which of them was first, nobody says.
    let are_open = matches!((first, second), (Time::Year, Time::Was) | (Time::Was, Time::Year));
    match first.cmp(&second) {
        _ if are_open => None,
        std::cmp::Ordering::Greater => Some((one, other)),
        std::cmp::Ordering::Less => Some((other, one)),
        std::cmp::Ordering::Equal => None,
    }
}

/// Of what time a level is; the greater, the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    /// "Now", "has", "this year".
    Now,
    /// Nothing says it.
    None,
    /// "Was".
    Was,
    /// "Last year".
    Last,
    /// "In 2019".
    Year,
    /// "The year before", "had been", "from".
    Before,
}

/// The time that the words around a level place it in.
fn time((line, slot): Placed<'_, '_>) -> Time {
    const BEFORE: WordList = WordList::of(&[
        "before",
        "earlier",
        "previous",
        "previously",
        "preceding",
        "ago",
        "originally",
        "old",
        "initial",
        "former",
        "until",
        "estimate",
        "estimated",
        "budgeted",
    ]);
    const NOW: WordList =
        WordList::of(&["now", "today", "currently", "is", "are", "has", "have", "this", "will", "new"]);
    let (first, end) = clause(line, slot);
    let words = line.words;
    let number = line.slots.iter().position(|other| other.number == slot.number);
    let is_led = number.is_some_and(|number| matches!(line.lead(number), Lead::From | Lead::Against));
    let is_done =
        |at: usize| words.has(at, Class::Participle) || words.is(at, "been") || words.written(at).ends_with("ed");
    let had = (first..end).any(|at| words.is(at, "had") && is_done(at + 1));
    let has_year = || (first..end).any(|at| words.is_any(at, &["in", "since"]) && is_year(words.written(at + 1)));
    match () {
        () if line.has_listed(first, end, &BEFORE) || is_led || had => Time::Before,
        () if has_year() => Time::Year,
        () if line.has_between(first, end, &["last"]) => Time::Last,
        () if line.has_listed(first, end, &NOW) => Time::Now,
        () if line.has_between(first, end, &["was", "were", "used"]) => Time::Was,
        () => Time::None,
    }
}

/// The words that go with a figure: its sentence, or as far as the next level and the joints in between.
fn clause(line: &Line<'_>, slot: &Slot<'_>) -> (usize, usize) {
    const JOINTS: &[&str] = &[",", ";", ":", "–", "—", "and", "but", "while", "against"];
    let is_joint = |at: &usize| line.words.is_any(*at, JOINTS);
    let others =
        || line.slots.iter().filter(|other| other.number != slot.number && is_level(other) && other.is_like(slot));
    let floor = others().map(|other| other.behind).filter(|&behind| behind <= slot.begin).max();
    let next = others().map(|other| other.begin).filter(|&begin| slot.behind <= begin).min();
    let first = floor.map_or(line.first, |floor| (floor..slot.begin).find(is_joint).unwrap_or(floor));
    let end = next.map_or(line.end, |next| (slot.behind..next).find(is_joint).unwrap_or(next));
    // "There were 377 when it began; many are barracks now"
    let end = (slot.behind..end).find(|&at| line.words.is(at, ";")).unwrap_or(end);
    (first, end)
}
