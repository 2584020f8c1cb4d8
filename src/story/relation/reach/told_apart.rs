//! How far two figures lie apart, told behind both of them and often in a sentence of its own: "made 287. Orm were out
//! for 241 and lost by 46 runs", "touched in 57.41 seconds. Ek was second in 57.80, 0.39 seconds back", "is 58% full, down
//! from 81%. A loss of 23 points", "takings of £9,400. Putting it on cost £11,000. The £1,600 shortfall".
//!
//! The two must be the only figures of their kind that stand before the distance in the sentences that are read, and what
//! is wrong must be near enough to be a slip: whoever beats somebody else, or a target that is not told, is farther off.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{Reach, is_plain, tie_near, word_before};
use crate::extract::FigureKind;
use crate::language::{Class, WordList};

/// A distance that is farther off is one from something else.
const FAR: i64 = 2;

/// How many sentences with figures back the two may stand.
const BACK: usize = 2;

/// What a cue says of the two figures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// Somebody is ahead, or something beats a mark.
    Race,
    /// Votes part the first from the second; whoever comes behind them does not count.
    Majority,
    /// What came in parts from what was paid.
    Till,
}

/// The distance of a sentence.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    line.slots.iter().filter(|slot| line.first < slot.begin && is_distance(slot)).find_map(|stated| {
        let cue = cue(line, stated)?;
        let [one, other] = sides(reach, stated, cue)?;
        let outcome = quotient::difference(stated.bounds()?, one.bounds()?, other.bounds()?)?;
        if one.figure().value.max(other.figure().value) <= stated.figure().value {
            return None;
        }
        let is_vote = cue == Cue::Majority || stated.unit() == Some("vote");
        let kind = if is_vote { RelationKind::Vote } else { RelationKind::Difference };
        tie_near(kind, stated, &[one, other], outcome, FAR)
    })
}

fn is_distance(slot: &Slot<'_>) -> bool {
    use FigureKind::{Count, Duration, Measure, Money, Points};
    matches!(slot.kind(), Count | Duration | Measure | Money | Points) && is_plain(slot)
}

fn cue(line: &Line<'_>, stated: &Slot<'_>) -> Option<Cue> {
    beaten_by(line, stated).or_else(|| behind(line, stated)).or_else(|| named(line, stated))
}

/// "Lost by 46 runs", "beat the record by two degrees", "missed its target by 40".
fn beaten_by(line: &Line<'_>, stated: &Slot<'_>) -> Option<Cue> {
    const VERBS: WordList = WordList::of(&[
        "lost",
        "lose",
        "loses",
        "losing",
        "won",
        "win",
        "wins",
        "winning",
        "beat",
        "beats",
        "beaten",
        "beating",
        "trail",
        "trails",
        "trailed",
        "trailing",
        "led",
        "leads",
        "missed",
        "misses",
        "topped",
        "exceeded",
        "surpassed",
        "broke",
        "bettered",
        "outscored",
        "outbid",
        "defeated",
        "eclipsed",
    ]);
    const NEAR: usize = 9;
    let words = line.words;
    let by = word_before(line, stated);
    if !words.is(by, "by") {
        return None;
    }
    let floor = line.floor_of(stated);
    let first = by.saturating_sub(NEAR).max(line.first);
    let verb = (first..by).rev().find(|&at| words.is_listed(at, &VERBS))?;
    // "Won the first by two lengths and …", "beat it by four": nothing but what is beaten between.
    let is_clear = !line.has_between(verb, by, &["and", "but", "while", ";"]);
    // The mark that is beaten may stand between: "beat the record, 95, by two degrees".
    let is_near = floor <= verb || line.slots.iter().any(|slot| verb < slot.begin && slot.end < by + 1);
    let end = stated.past();
    (is_clear && is_near && is_closed(line, end)).then_some(Cue::Race)
}

/// ", 0.39 seconds back", "are now five behind", "five minutes down", "was 19 inches ahead".
fn behind(line: &Line<'_>, stated: &Slot<'_>) -> Option<Cue> {
    const PLACES: &[&str] = &[
        "ahead", "behind", "back", "adrift", "clear", "slower", "faster", "short", "shy", "off", "down", "above",
        "below", "quicker",
    ];
    const VERBS: &[&str] =
        &["is", "are", "was", "were", "lies", "lie", "lay", "sit", "sits", "sat", "finished", "came"];
    let words = line.words;
    let end = stated.past();
    let before = word_before(line, stated);
    // "Five down" is a score in words, "up £5, £3 down" a change.
    let is_clock = stated.kind() == FigureKind::Duration;
    let is_adverb = words.is_any(end, PLACES) && (is_clock || !words.is_any(end, &["down", "off"]));
    // "Leaving it 24 short"
    let is_left = words.is_any(before, &["it", "them", "him", "her", "us"])
        && words.is_any(before.wrapping_sub(1), &["leaving", "left", "leaves", "puts", "putting"]);
    let is_led = words.is_any(before, &[",", "–", "—", "("]) || words.is_any(before, VERBS) || is_left;
    // "Five behind the leaders"; "five behind Holm" may be somebody else.
    let of = end + 1 + usize::from(words.is(end + 1, "of"));
    let is_theirs = words.is_any(of, &["the", "them", "him", "her", "it"])
        && words.is_any(of + 1, &["leader", "leaders", "winner", "champions", ",", ".", "with", "after"])
        || words.is_any(of, &["them", "him", "her"]) && is_closed(line, of + 1);
    (is_adverb && is_led && (is_closed(line, end + 1) || is_theirs)).then_some(Cue::Race)
}

/// "The 27-vote defeat", "her majority was 3,525", "a loss of 23 points", "a profit of €9.5 million".
fn named(line: &Line<'_>, stated: &Slot<'_>) -> Option<Cue> {
    const RACES: &[&str] = &["defeat", "win", "victory", "lead", "margin", "gap", "advantage", "cushion", "difference"];
    const LEVELS: &[&str] = &["loss", "gain", "drop", "fall", "rise", "increase", "decline", "slide", "jump"];
    let words = line.words;
    let end = stated.past();
    let behind = words.past_hyphen(end);
    let opener = word_before(line, stated);
    let is_headed = words.is_any(opener, &["the", "that", "this", "a", "an", "his", "her", "their", "its", "’s", "'s"]);
    let is_money = stated.kind() == FigureKind::Money;
    let of_noun = |noun: usize| match () {
        () if words.is(noun, "majority") => Some(Cue::Majority),
        () if words.is_any(noun, RACES) => Some(Cue::Race),
        () if stated.kind() == FigureKind::Points && words.is_any(noun, LEVELS) => Some(Cue::Race),
        () if is_money && words.is_any(noun, &["shortfall", "surplus", "profit", "loss", "deficit"]) => Some(Cue::Till),
        () => None,
    };
    if is_headed && let Some(cue) = of_noun(behind).filter(|_| is_closed(line, behind + 1) || is_own(line, opener)) {
        return Some(cue);
    }
    // "Left with £7,500", of what came in
    if is_money && words.is_any(opener, &["with"]) && words.is_any(opener.wrapping_sub(1), &["left"]) {
        return Some(Cue::Till);
    }
    let is_verb = words.is_any(opener, &["is", "was", "of", ":"]);
    let is_of = words.is(opener, "of");
    let noun = opener.wrapping_sub(1);
    let head = noun.wrapping_sub(1);
    // "A majority of 12 was needed" is none that was won; "majority was" has its owner.
    let is_had = words.is_any(head, &["’s", "'s", "s’", "his", "her", "their", "the", "its"]) || is_of;
    of_noun(noun).filter(|_| is_verb && is_had && (is_closed(line, end) || stated.kind() == FigureKind::Points))
}

/// Whether a noun is taken up rather than brought in.
fn is_own(line: &Line<'_>, at: usize) -> bool {
    line.words.is_any(at, &["the", "that", "this"])
}

/// Whether nothing is told behind that the distance could be from.
fn is_closed(line: &Line<'_>, at: usize) -> bool {
    const CLOSING: &[&str] =
        &[",", ".", ";", ")", "–", "—", "with", "after", "in", "on", "when", "and", "but", "at", "as"];
    line.end <= at + 1 || line.words.is_any(at, CLOSING) && !line.words.is_any(at + 1, &["fees", "tax", "costs"])
}

/// The only two figures before the distance that it can part.
fn sides<'l, 'a>(reach: Reach<'l, 'a>, stated: &Slot<'a>, cue: Cue) -> Option<[&'l Slot<'a>; 2]> {
    let line = reach.line;
    let lines: Vec<&'l Line<'a>> = reach.near(BACK).collect();
    let is_side = |at: &Line<'a>, slot: &Slot<'a>| {
        let is_own = at.first == line.first && at.block == line.block;
        (!is_own || slot.end <= stated.begin) && can_be_side(at, slot, stated)
    };
    for count in 1..=lines.len() {
        let all: Vec<(&'l Line<'a>, &'l Slot<'a>)> = lines[..count]
            .iter()
            .rev()
            .flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)))
            .filter(|(at, slot)| is_side(at, slot))
            .collect();
        // "Won by 12 points. Holm lost by 30": each is a distance of its own.
        if all.iter().any(|(at, slot)| is_distance(slot) && self::cue(at, slot).is_some()) {
            return None;
        }
        // "On 14 under par … on 11 under": what else is counted there is no score.
        let is_course = |&(at, slot): &(&Line<'_>, &Slot<'_>)| at.words.is_any(slot.behind, &["under", "over"]);
        let on_course: Vec<_> = all.iter().copied().filter(is_course).collect();
        let all = if on_course.len() == 2 { on_course } else { all };
        match all[..] {
            [] | [_] => {}
            [one, other] => return are_two(&lines[..count], one, other, cue).then_some([one.1, other.1]),
            [.., _] if cue == Cue::Majority => {
                let mut most: Vec<&'l Slot<'a>> = all.iter().map(|(_, slot)| *slot).collect();
                most.sort_by_key(|slot| std::cmp::Reverse(slot.figure().value));
                let are_votes = most.iter().take(2).all(|slot| Decimal::ONE_HUNDRED < slot.figure().value);
                return are_votes.then(|| [most[0], most[1]]);
            }
            _ => return None,
        }
    }
    None
}

/// Whether the words that stand with the two let the cue be of them.
fn are_two(
    lines: &[&Line<'_>],
    (at, one): (&Line<'_>, &Slot<'_>),
    (to, other): (&Line<'_>, &Slot<'_>),
    cue: Cue,
) -> bool {
    const PAID: &[&str] = &[
        "cost",
        "costs",
        "costing",
        "spent",
        "spending",
        "paid",
        "bought",
        "outlay",
        "outgoings",
        "expenses",
        "expenditure",
    ];
    const TAKEN: &[&str] = &[
        "sold",
        "fetched",
        "raised",
        "takings",
        "income",
        "revenue",
        "came",
        "sales",
        "took",
        "brought",
        "budget",
        "donations",
        "receipts",
        "earned",
        "collected",
    ];
    const OTHERS: &[&str] = &["including", "tax", "fees", "interest", "each", "per", "target", "goal", "net"];
    let has = |words: &[&str]| lines.iter().any(|at| at.has_between(at.first, at.end, words));
    let differ = one.figure().value != other.figure().value;
    let are_alike = one.is_like(other) || one.is_percent() && other.is_percent() || one.unit() == other.unit();
    // "From 12 to 40": what parts the ends of a change, unless it is one of points.
    let is_change = at.words.is(one.begin.wrapping_sub(1), "from") && to.words.is(other.begin.wrapping_sub(1), "to");
    let is_till = cue != Cue::Till || has(PAID) && has(TAKEN) && !has(OTHERS);
    differ && are_alike && !is_change && is_till
}

/// Whether the distance can lie from one figure to another of the kind.
fn can_be_side(line: &Line<'_>, slot: &Slot<'_>, stated: &Slot<'_>) -> bool {
    use FigureKind::{Age, Count, Duration, Index, Measure, Money, Percentage, Points};
    let is_bare = |slot: &Slot<'_>| slot.unit().is_none();
    let words = line.words;
    // "287 for six", "in 50 overs", "second of 12"
    let is_wicket = words.is_any(slot.begin.wrapping_sub(1), &["for", "from", "of"])
        && line.slots.iter().any(|other| other.behind + 1 == slot.begin);
    let is_degree = |slot: &Slot<'_>| slot.unit().is_some_and(|unit| unit.starts_with("degree"));
    let is_one_unit = slot.unit() == stated.unit() || is_degree(slot) && is_degree(stated);
    let is_kind = match (stated.kind(), slot.kind()) {
        (_, Age) => false,
        (Points, Percentage) => slot.figure().value != Decimal::ONE_HUNDRED,
        (Money, kind) => kind == Money && slot.unit() == stated.unit(),
        (Duration, Duration) => is_one_unit,
        (Duration, Count) => is_bare(slot) && 0 < slot.figure().value.scale(),
        (Count | Measure, Count | Measure | Index | Points) => is_one_unit || is_bare(slot) || is_bare(stated),
        _ => false,
    };
    // "Three shots back", before "is now five behind"
    let is_large = stated.figure().value < slot.figure().value
        || is_one_unit && stated.unit().is_some()
        || stated.kind() == Points;
    let is_own = !words.has(slot.past(), Class::Time);
    is_kind && is_plain(slot) && !is_wicket && is_large && is_own
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(text);
        let kinds = [RelationKind::Difference, RelationKind::Vote];
        kinds.iter().any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn a_distance_told_behind_two_figures_is_held_against_them() {
        for (text, sound, broken) in [
            ("Brae made 291 for seven from their 50 overs. Orm were all out for 240 and lost by # runs.", "51", "61"),
            (
                "Lund have 64 points after the win. Orm, second on 58, are now # behind with six games left.",
                "six",
                "eight",
            ),
            ("Ida Ek touched in 57.20 seconds. Una Moe of Brae was second in 57.50, # seconds back.", "0.30", "0.40"),
            (
                "It reached 91 degrees at Brae on Monday. That beat the record for the date, 88, by # degrees.",
                "three",
                "five",
            ),
            ("Brae had 36 inches of snow in May. The normal is 21 inches, so the town was # inches ahead.", "15", "25"),
            (
                "The lake is 61% full, down from 85% in June. Lund says a loss of # points is without precedent.",
                "24",
                "34",
            ),
            (
                "Orm bought the mill for €11 million and sold it for €18.5 million, a profit of €# million.",
                "7.5",
                "6.5",
            ),
            (
                "Income at the fair was £82,000. After costs of £75,500 the club was left with £#, which it gave away.",
                "6,500",
                "7,500",
            ),
            (
                "Sales of food, drink and raffle tickets at the fair came to $412,000. Putting it on cost $455,000, most of it in wages.\n\nLund must cover the $# shortfall.",
                "43,000",
                "53,000",
            ),
            ("Mayor Jon Holm got 3,318 votes. Ida Ek got 3,294 and wants a recount of the #-vote defeat.", "24", "34"),
            (
                "Result: Ida Ek (Lab) 12,902; Jon Holm (Con) 9,377; Bo Moe (Ind) 2,046. Ms Ek's majority was #.",
                "3,525",
                "3,252",
            ),
            (
                "Holm finished on 13 under par after a 67. Moe dropped a shot at the last and was on nine under, # behind.",
                "four",
                "five",
            ),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_distance_from_something_else_is_left_alone() {
        for text in [
            "Brae made 291. Orm made 240 and are 70 behind Tarn with a day left.",
            "The council has 40 members. Labour won 24 seats. Ms Ek beat Mr Holm by 19 votes.",
            "Orm bought the mill for €11 million and sold it for €18.5 million, a profit of €6.5 million after tax.",
            "The club took £40,000 at the gate and £12,000 at the bar. Its loss of £20,000 was the least in years.",
            "Sales rose from 120 to 150. The gap of 40 between the two towns remains.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
