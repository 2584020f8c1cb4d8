//! Changes whose other end a sentence beside tells: "Last year the figure was 71%, a fall of 5%",
//! "That will rise by 5 percent to £23m", "Burglaries fell by a fifth. There were 1,184, against 1,600 the year before".

use super::super::change::{Event, settle, unfinished};
use super::super::line::{Lead, Line, Slot, Way, tie};
use super::super::{Relation, RelationKind, multiple, quotient, thing};
use super::named_change::are_dated_apart;
use super::{Reach, how_far_back, is_near, is_then, is_then_by_year, share_words, stem_at, takes_up};
use crate::extract::FigureKind;
use crate::language::{Class, MONTH_NAMES, WordList};

/// A change that is farther off is one of something else.
const FAR: i64 = 5;

/// The changes of a sentence whose other end stands beside it.
pub(super) fn find(reach: Reach<'_, '_>) -> Vec<Relation> {
    let line = reach.line;
    let mut found: Vec<Relation> = now_and_then(line).into_iter().collect();
    found.extend(then_and_now(reach));
    found.extend(now_behind_then(reach));
    found.extend(so_many_times(reach));
    found.extend(points_since(reach));
    let events = if reach.is_unfinished { unfinished(line) } else { Vec::new() };
    for event in events {
        let beside = [reach.last(), reach.next];
        let relation = beside.into_iter().flatten().find_map(|other| other_end(reach, &event, other));
        found.extend(relation.or_else(|| both_ends(reach, &event)));
    }
    found
}

/// The other end of a change, in the sentence before or behind: the only figure of its kind, told of an earlier time.
fn other_end(reach: Reach<'_, '_>, event: &Event<'_, '_>, other: &Line<'_>) -> Option<Relation> {
    let line = reach.line;
    let (known, amount) = (event.end()?, event.amount()?);
    let mut ends = other.slots.iter().filter(|slot| slot.is_like(known) && slot.figure().pair.is_none());
    let end = ends.next().filter(|_| ends.next().is_none())?;
    let is_earlier = how_far_back(line, known) < how_far_back(other, end);
    // "In May, 73 patients waited. By July that had jumped to 146"
    let is_dated =
        || (other.block, other.first) < (line.block, line.first) && are_dated_apart((other, end), (line, known));
    let is_timed =
        if event.starts_open() { is_then(other, end) && is_earlier || is_dated() } else { is_then(line, known) };
    if other.block > line.block && !takes_up(other) {
        return None;
    }
    // "Sales rose 12 percent to £30m. In 2019 the firm had sales of £20m": nobody says that it rose from there.
    // "Rose 33 percent last year to $4.8 million. In 2023 it was $3.6 million": the year before is told, too.
    let is_year_before = other.block == line.block
        && other.has_between(other.first, end.begin, &["it"])
        && line.has_between(line.first, line.end, &["last"]);
    let is_loose = event.starts_open()
        && is_then_by_year(other, end)
        && !is_year_before
        && !(other.first < line.first && takes_up(line));
    if !is_timed || is_loose || !is_linked(line, event, other, end) || names_loss(other, end) {
        return None;
    }
    let relation = event.finished(line, end)?;
    (relation.holds || is_within(&relation, amount)).then_some(relation)
}

fn is_within(relation: &Relation, amount: &Slot<'_>) -> bool {
    let Some(given) = relation.printed.map(|given| given.abs()) else { return false };
    let (least, most) = (given.min(amount.figure().value), given.max(amount.figure().value));
    !least.is_zero() && most.checked_div(least).is_some_and(|ratio| ratio <= FAR.into())
}

/// Whether the two sentences speak of one thing: a pronoun takes it up, or it is counted or named alike.
fn is_linked(line: &Line<'_>, event: &Event<'_, '_>, other: &Line<'_>, end: &Slot<'_>) -> bool {
    let later = if line.first < other.first || line.block < other.block { other } else { line };
    let is_counted =
        end.kind() == FigureKind::Count && end.unit().is_some() && end.unit() == event.end().and_then(Slot::unit);
    let word = event.word().unwrap_or(line.first);
    let subject = || (line.first..word).filter_map(|at| stem_at(line, at));
    let before = || (other.first..end.begin).rev().take(5).find_map(|at| stem_at(other, at));
    let behind = || (end.behind..(end.behind + 5).min(other.end)).find_map(|at| stem_at(other, at));
    let named = || [before(), behind()].into_iter().flatten().any(|stem| subject().any(|other| other == stem));
    takes_up(later) || is_counted || named()
}

fn names_loss(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.has_between(
        slot.begin.saturating_sub(5).max(line.first),
        slot.begin,
        &["loss", "losses", "deficit", "shortfall"],
    )
}

/// "Burglaries fell by a fifth last year. There were 1,184, against 1,600 in the year before."
fn both_ends(reach: Reach<'_, '_>, event: &Event<'_, '_>) -> Option<Relation> {
    let (line, next) = (reach.line, reach.next?);
    let (amount, word) = (event.amount().filter(|_| event.end().is_none())?, event.word()?);
    let is_part = matches!(amount.kind(), FigureKind::Percentage | FigureKind::Share);
    let is_only = !next.slots.iter().any(|slot| matches!(slot.kind(), FigureKind::Percentage | FigureKind::Share));
    let pair = (1..next.slots.len()).find(|&number| {
        let (to, from) = (&next.slots[number - 1], &next.slots[number]);
        let is_led = matches!(next.lead(number), Lead::Against)
            || matches!(next.lead(number), Lead::From) && is_up_from(next, from);
        let is_told = !matches!(next.lead(number - 1), Lead::From | Lead::To | Lead::Against);
        is_led && is_told && to.is_like(from) && from.begin <= to.end + 14
    })?;
    let (to, from) = (&next.slots[pair - 1], &next.slots[pair]);
    let stem = to.unit().and_then(super::super::telling::Stem::of);
    // "Thefts nearly doubled while break-ins fell by a fifth": each clause changes its own.
    let opens = |at: &usize| line.words.is_any(*at, &["while", "but", "as", "whereas", "though", ";"]);
    let clause = (line.first..word).rev().find(opens).unwrap_or(line.first);
    let is_named_in =
        |mut words: std::ops::Range<usize>| stem.is_some_and(|stem| words.any(|at| stem_at(line, at) == Some(stem)));
    let is_named = is_named_in(clause..word);
    if !is_named && is_named_in(line.first..clause) {
        return None;
    }
    let opens = next.words.run_is(next.first, &["there", "were"]) && to.unit().is_none()
        || takes_up(next)
        || next.slots.len() == 2
            && is_then(next, from)
            && (names_who_counts(next) && brings(line, next, to) || counts_them(line, next, to));
    if is_elsewhere(next, to) || is_elsewhere(next, from) {
        return None;
    }
    if !is_part || !is_only || !(is_named || opens && next.block == line.block) {
        return None;
    }
    let relation = event.between(line, from, to)?;
    (relation.holds || is_within(&relation, amount)).then_some(relation)
}

/// "Passenger numbers were up 20%. Some 180,000 people used the airport": the numbers, and how many there were.
fn counts_them(line: &Line<'_>, next: &Line<'_>, to: &Slot<'_>) -> bool {
    const NUMBERS: &[&str] =
        &["attendance", "attendances", "footfall", "numbers", "patronage", "ridership", "traffic", "visits"];
    to.kind() == FigureKind::Count
        && to.begin == next.first
        && line.has_between(line.first, line.end, NUMBERS)
        && to.unit().is_none_or(thing::is_person)
}

/// "£45m in Europe, compared with £30m in Asia": of two places, and no change.
pub(in crate::story::relation) fn is_elsewhere(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let (words, at) = (line.words, slot.past());
    words.is_any(at, &["in", "at", "for"])
        && words.is_capitalized(at + 1)
        && !words.has(at + 1, Class::Time)
        && !MONTH_NAMES.contains(&words.written(at + 1))
}

/// "His office recorded 600 break-ins", "The firm took $84 million": who counts, and not what is counted.
fn names_who_counts(line: &Line<'_>) -> bool {
    const BODIES: WordList = WordList::of(&[
        "agency",
        "airline",
        "bank",
        "business",
        "chain",
        "charity",
        "club",
        "company",
        "department",
        "firm",
        "force",
        "group",
        "maker",
        "museum",
        "office",
        "officers",
        "operator",
        "organisation",
        "organization",
        "police",
        "retailer",
        "service",
        "store",
        "stores",
        "team",
        "union",
        "zoo",
    ]);
    const COUNTS: WordList = WordList::of(&[
        "counted",
        "dealt",
        "drew",
        "earned",
        "handled",
        "had",
        "logged",
        "made",
        "received",
        "recorded",
        "registered",
        "reported",
        "saw",
        "sold",
        "took",
        "welcomed",
    ]);
    let words = line.words;
    let is_led = words.has(line.first, Class::Possessive) || words.is(line.first, "the");
    let noun = line.first + usize::from(is_led);
    words.is_listed(noun, &BODIES) && words.is_listed(noun + 1, &COUNTS)
}

/// Whether the sum is of what changed: profits are made, and takings taken.
fn brings(line: &Line<'_>, next: &Line<'_>, to: &Slot<'_>) -> bool {
    const PROFITS: &[&str] = &["profit", "profits", "earnings"];
    const TAKINGS: &[&str] = &["income", "receipts", "revenue", "revenues", "sales", "takings", "turnover"];
    let told = |words: &[&str]| line.has_between(line.first, line.end, words);
    match () {
        () if to.kind() != FigureKind::Money => true,
        () if next.has_between(next.first, to.begin, &["made", "earned"]) => told(PROFITS),
        () => told(TAKINGS) && next.has_between(next.first, to.begin, &["took", "sold"]),
    }
}

fn is_up_from(line: &Line<'_>, from: &Slot<'_>) -> bool {
    (1..4).any(|back| {
        let at = from.begin.wrapping_sub(back);
        line.words.is(at, "from") && line.words.is_any(at.wrapping_sub(1), &["up", "down"])
    })
}

/// "Was 8% in 2023 and is now 11%, a 3% improvement": both ends and the change in one sentence, each with its time.
fn now_and_then(line: &Line<'_>) -> Option<Relation> {
    (2..line.slots.len()).find_map(|number| {
        let [one, other, stated] = [&line.slots[number - 2], &line.slots[number - 1], &line.slots[number]];
        let (from, to) = match (is_past(line, one), is_present(line, other)) {
            (true, true) => (one, other),
            _ if is_past(line, other) && is_present(line, one) => (other, one),
            _ => return None,
        };
        let is_amount = stated.is_percent() && names_change(line, stated);
        let (kind, operands, outcome) =
            settle::between(stated, (from, to)).filter(|_| is_amount && one.is_like(other))?;
        (outcome.holds || is_near(&outcome, stated, FAR) || kind == RelationKind::Points)
            .then(|| tie(kind, stated, &operands, None, outcome))
    })
}

/// "Of the 1,240 pupils 818 passed, or 66%. Last year the figure was 71%, a fall of 5%."
fn then_and_now(reach: Reach<'_, '_>) -> Option<Relation> {
    let (line, last) = (reach.line, reach.last()?);
    let [from, stated] = &line.slots[..] else { return None };
    let is_amount = (stated.is_percent() || stated.kind() == FigureKind::Points) && names_change(line, stated);
    if !is_amount || !is_then(line, from) || !takes_up(line) || stated.begin > from.end + 8 {
        return None;
    }
    let mut nows = last.slots.iter().filter(|slot| slot.is_like(from) && slot.figure().pair.is_none());
    let to = nows.next().filter(|_| nows.next().is_none())?;
    if stated.kind() == FigureKind::Points {
        let outcome = quotient::difference(stated.bounds()?, from.bounds()?, to.bounds()?)?;
        return Some(tie(RelationKind::Difference, stated, &[from, to], None, outcome));
    }
    let (kind, operands, outcome) = settle::between(stated, (from, to))?;
    (outcome.holds || is_near(&outcome, stated, FAR) || kind == RelationKind::Points)
        .then(|| tie(kind, stated, &operands, None, outcome))
}

/// "When Pym came the chapel had 150 members. Today it has 60, a decline of 60%."
fn now_behind_then(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let [to, stated] = &line.slots[..] else { return None };
    let is_part = matches!(stated.kind(), FigureKind::Percentage | FigureKind::Share);
    let is_now = line.words.is_any(line.first, &["today", "now"]) || line.has_between(line.first, to.begin, &["now"]);
    let is_level = to.kind() != FigureKind::Percentage && to.figure().pair.is_none();
    if !is_part || !is_now || !is_level || !names_change(line, stated) || stated.begin > to.end + 8 {
        return None;
    }
    let last = reach.previous()?;
    let mut thens = last.slots.iter().filter(|slot| slot.is_like(to) && slot.figure().pair.is_none());
    let from = thens.next().filter(|_| thens.next().is_none())?;
    // One and the same thing: "it", or counted alike.
    let is_one = line.has_between(line.first, to.begin, &["it", "they", "there"])
        || to.unit().is_some() && to.unit() == from.unit();
    let (kind, operands, outcome) = settle::between(stated, (from, to)).filter(|_| is_one)?;
    (outcome.holds || is_near(&outcome, stated, FAR)).then(|| tie(kind, stated, &operands, None, outcome))
}

/// "Occupancy is 71% … It was 76% in May and has fallen by 5%": the very difference from what is told
/// of the same one before, and not what it is in percent.
fn points_since(reach: Reach<'_, '_>) -> Option<Relation> {
    let (story, line) = (reach.story, reach.line);
    let [from, stated] = &line.slots[..] else { return None };
    let by = stated.begin.wrapping_sub(1);
    let way = line.way(by.wrapping_sub(1)).filter(|_| line.words.is(by, "by"))?;
    // "In September 41% backed it, so support is up by 5%"
    let is_dated = (line.first..from.begin).any(|at| line.words.has(at, Class::Time) && line.words.is_capitalized(at))
        && line.has_between(from.end, stated.begin, &["so", "now", "since"]);
    let stood = is_dated
        || line.has_between(from.begin.saturating_sub(3).max(line.first), from.begin, &["was", "stood", "had", "at"]);
    if !from.is_percent() || !stated.is_percent() || !stood || line.words.is(stated.behind, "of") {
        return None;
    }
    let is_end = |at: &Line<'_>, slot: &Slot<'_>| {
        let is_down = slot.figure().value < from.figure().value;
        let is_one = 0 < share_words(story, at, line);
        slot.is_percent() && slot.figure().pair.is_none() && is_one && is_down == (way == Way::Down)
    };
    let ends = reach.earlier(is_end);
    let mut changes = ends.iter().filter_map(|&to| settle::between(stated, (from, to)));
    let (kind, operands, outcome) = changes.find(|(kind, _, outcome)| {
        *kind == RelationKind::Points && outcome.given.said.abs() == stated.figure().value
    })?;
    Some(tie(kind, stated, &operands, None, outcome))
}

/// "In 2015 the herd had 140 animals. It has since doubled, to 280."
fn so_many_times(reach: Reach<'_, '_>) -> Option<Relation> {
    let (line, last) = (reach.line, reach.last()?);
    let (times, to) = multiple::unfinished(line)?;
    let mut bases = last.slots.iter().filter(|slot| slot.is_like(to) && slot.figure().pair.is_none());
    let base = bases.next().filter(|base| bases.next().is_none() && is_then(last, base))?;
    // "Gave out 400 parcels in 2021. By last winter demand had trebled, to 1,200 parcels"
    let is_one = takes_up(line) || to.unit().is_some() && to.unit() == base.unit();
    if !is_one {
        return None;
    }
    let outcome = quotient::product(to.bounds()?, times, base.bounds()?)?;
    let cue = multiple::word_of(line).map(|at| line.span(at, at + 1));
    (outcome.holds || is_near(&outcome, to, FAR)).then(|| tie(RelationKind::Multiple, to, &[base], cue, outcome))
}

/// "Was 8%", "stood at 8%".
fn is_past(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const WAS: &[&str] = &["was", "were", "been", "stood", "averaged"];
    line.has_between(slot.begin.saturating_sub(3).max(line.first), slot.begin, WAS) && is_then(line, slot)
}

/// "Is now 11%", "this year is 11%", "now stands at 11%".
fn is_present(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NOW: &[&str] = &["now", "is", "are", "stands", "has", "have"];
    line.has_between(slot.begin.saturating_sub(4).max(line.first), slot.begin, NOW)
}

/// "A 3% improvement", "a fall of 5%", "up 5%", "a difference of 3%".
fn names_change(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const NOUNS: &[&str] = &[
        "improvement",
        "change",
        "difference",
        "worsening",
        "deterioration",
        "gap",
        "swing",
        "expansion",
        "contraction",
        "narrowing",
        "widening",
    ];
    let is_noun = |at: usize| line.words.is_any(at, NOUNS) || line.way(at).is_some();
    let noun = line.words.past_hyphen(stated.end);
    let is_headed = line.words.is_any(stated.begin.wrapping_sub(1), &["a", "an"]) && is_noun(noun);
    let of = stated.begin.wrapping_sub(1);
    let is_of = line.words.is(of, "of") && is_noun(of.wrapping_sub(1));
    is_headed || is_of || line.words.is_any(of, &["up", "down"]) && line.words.is(of.wrapping_sub(1), ",")
}
