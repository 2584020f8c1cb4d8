//! A total taken apart word by word: "Of the 64 dogs, 41 have been rehomed, 17 remain and six were returned",
//! "9,200 tonnes, 5,700 tonnes of it for malting and the remaining 3,500 tonnes for feed", "a convoy of 22 lorries …
//! Twelve carried flour, six carried tents and the other four were loaded with medicine", "12 years: seven for the
//! robbery, three for the gun and two for dangerous driving".
//!
//! Only a sentence in which all figures are the total and its parts is read, and only a sum that all but is the total.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::thing::{self, Fit};
use super::super::{Relation, RelationKind};
use super::summed::is_some_of;
use super::{Reach, has_unexcused};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// Words that say that the parts overlap, or that there are more of them.
const OPEN: WordList = WordList::of(&[
    "including",
    "includes",
    "included",
    "among",
    "also",
    "both",
    "some",
    "several",
    "others",
    "about",
    "than",
    "least",
    "most",
    "mostly",
    "mainly",
    "compared",
    "against",
    "whose",
    "concurrently",
    "each",
    "per",
    "every",
    "aged",
    "still",
    "another",
    "respectively",
    "if",
    "would",
]);

/// How far a sum may lie from its total, in hundredths of it.
#[derive(Clone, Copy)]
pub(super) enum Near {
    /// The words say that the parts are all there is.
    All = 35,
    /// A list in its form only.
    Listed = 9,
}

/// The total of a sentence, or of the one before it, with the parts that the sentence gives.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if line.slots.len() < 2 || line.slots.len() > 8 {
        return None;
    }
    listed_behind_time(line).or_else(|| {
        // "Of every 10 patients, six …"
        let opens = |at: usize| line.words.is(at, "every") && at == line.first + 1;
        if has_unexcused(line, &OPEN, opens) {
            return None;
        }
        taken_apart(line)
            .or_else(|| some_of_all(line))
            .or_else(|| of_them_by(line))
            .or_else(|| and_the_rest(line))
            .or_else(|| of_the_last(reach))
            .or_else(|| set_between(line))
            .or_else(|| days_in_all(line))
            .or_else(|| all_behind_colon(line))
            .or_else(|| given_by(line))
            .or_else(|| men_and_women(line))
    })
}

/// Whether it is an amount as printed, which may be a part or a total.
pub(super) fn is_plain(slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure)
        && figure.pair.is_none()
        && figure.modifier == Modifier::Plain
        && Decimal::ZERO < figure.value
}

/// "Of the 64 dogs seized, 41 …, 17 … and six …".
fn taken_apart(line: &Line<'_>) -> Option<Relation> {
    const NEAR: usize = 6;
    let (whole, parts) = line.slots.split_first()?;
    let is_opened = line.words.is_any(line.first, &["of", "among"])
        && whole.begin <= line.first + NEAR
        && !line.has_between(line.first, whole.begin, &[","]);
    let least = if is_rest(line, parts.last()?) { 2 } else { 3 };
    let near = if least == 2 { Near::All } else { Near::Listed };
    // "41 are male, 12 are under a year old and seven are blind": one may be all of it.
    let is_trait = |part: &Slot<'_>| {
        let verb = part.past();
        line.words.has(verb, Class::Be)
            && !line.words.has(verb + 1, Class::Participle)
            && !line.lower(verb + 1).ends_with("ed")
            && !line.words.is_any(verb + 1, &["for", "in", "on", "at", "from", "being", "not"])
    };
    if least == 3 && parts.iter().any(is_trait) {
        return None;
    }
    (is_opened && least <= parts.len() && are_listed(line, parts))
        .then(|| settle(whole, parts, Decimal::ZERO, near))
        .flatten()
}

/// "Sixteen of the 24 horses finished, five fell and three were pulled up."
fn some_of_all(line: &Line<'_>) -> Option<Relation> {
    let [some, whole, others @ ..] = &line.slots[..] else { return None };
    let is_of = line.words.is(some.behind, "of")
        && whole.begin <= some.behind + 6
        && some.begin <= line.first + 1
        && !line.has_between(some.behind, whole.begin, &[",", "in", "and"]);
    let is_have = |part: &Slot<'_>| line.words.has(part.behind, Class::Have);
    let has_verbs = !others.iter().any(is_have)
        && others.iter().all(|part| {
            let verb = part.past();
            part.unit().is_none_or(|_| line.words.has(part.behind, Class::Past))
                && (line.words.has(part.behind, Class::Past)
                    || line.words.has(verb, Class::Past)
                    || line.words.has(verb, Class::Be))
        });
    let parts: Vec<Slot<'_>> = std::iter::once(some).chain(others).copied().collect();
    let first = &others.first()?;
    let is_joined = first.begin <= whole.end + 10 && line.has_between(whole.end, first.begin, &[","]);
    (is_of && has_verbs && is_joined && 2 <= others.len() && are_listed(line, others))
        .then(|| settle(whole, &parts, Decimal::ZERO, Near::Listed))
        .flatten()
}

/// "Nine people were treated, five of them for smoke, two for burns and one for shock": one preposition tells all apart.
fn of_them_by(line: &Line<'_>) -> Option<Relation> {
    let words = line.words;
    let (whole, parts) = line.slots.split_first()?;
    let (first, others) = parts.split_first()?;
    let of = first.past();
    let is_of_them = words.is(of, "of") && words.is_any(of + 1, &["them", "whom", "these"]);
    let joint = line.lower(of + 2).into_owned();
    let is_joint = ["for", "in", "at", "from", "with", "on", "to", "by"].contains(&&*joint);
    let are_bare = parts.iter().all(|part| part.kind() == FigureKind::Count && part.unit().is_none() && is_plain(part));
    let are_alike = others.iter().all(|part| words.is(part.behind, &joint));
    let last = others.last().map_or(of, |part| part.behind);
    let uncounted = (last..line.end).filter(|&at| words.is(at, "one") && words.is(at + 1, &joint)).count();
    let end = (last..line.end).find(|&at| words.is(at, "one")).unwrap_or(last);
    let is_ended = line.has_between(
        if uncounted == 0 { others.iter().rev().nth(1).map_or(of, |part| part.behind) } else { last },
        end,
        &["and"],
    );
    let count = others.len() + 1 + uncounted;
    let is_next = first.begin <= whole.end + 9;
    (is_of_them && is_joint && are_bare && are_alike && is_ended && 3 <= count && is_next)
        .then(|| settle(whole, parts, Decimal::from(uncounted), Near::All))
        .flatten()
}

/// "The jury of 12, seven women and six men, was chosen".
fn men_and_women(line: &Line<'_>) -> Option<Relation> {
    const BODIES: &[&str] =
        &["board", "class", "committee", "crew", "group", "jury", "panel", "party", "squad", "team"];
    const SEXES: &[&str] = &["man", "woman", "boy", "girl"];
    line.slots.windows(3).find_map(|slots| {
        let [whole, parts @ ..] = slots else { return None };
        let [one, other] = parts else { return None };
        let of = whole.begin.wrapping_sub(1);
        let is_body =
            line.words.is(of, "of") && line.words.is_any(of.wrapping_sub(1), BODIES) && whole.unit().is_none();
        let are_sexes =
            parts.iter().all(|part| part.unit().is_some_and(|unit| SEXES.contains(&unit)) && is_plain(part));
        let is_apposed = line.words.is(whole.behind, ",") && one.begin == whole.behind + 1;
        let is_joined = other.begin <= one.past() + 2 && line.has_between(one.behind, other.begin, &["and"]);
        let differ = one.unit() != other.unit();
        (is_body && are_sexes && is_apposed && is_joined && differ)
            .then(|| settle(whole, parts, Decimal::ZERO, Near::All))
            .flatten()
    })
}

/// "5,700 tonnes of it for malting and the remaining 3,500 tonnes for feed", "of whom 31 were passengers, … and the other eight …".
fn and_the_rest(line: &Line<'_>) -> Option<Relation> {
    let (whole, parts) = line.slots.split_first()?;
    let (first, last) = (parts.first()?, parts.last()?);
    let words = line.words;
    let end = first.past();
    let of_it = words.is(end, "of") && words.is_any(end + 1, &["it", "them", "which", "whom", "those", "these"])
        || words.is_any(first.begin.wrapping_sub(1), &["which", "whom"]) && words.is(first.begin.wrapping_sub(2), "of");
    let is_next = first.begin <= whole.end + 14;
    (of_it && is_next && !is_some_of(line, whole) && 2 <= parts.len() && is_rest(line, last) && are_listed(line, parts))
        .then(|| settle(whole, parts, Decimal::ZERO, Near::All))
        .flatten()
}

/// "Twelve carried flour, six carried tents and the other four …" behind "a convoy of 22 lorries".
fn of_the_last(reach: Reach<'_, '_>) -> Option<Relation> {
    const NOBODY: &[&str] = &["nobody", "none", "no"];
    let (line, last) = (reach.line, reach.last()?);
    let parts = &line.slots[..];
    let is_first = parts[0].begin <= line.first + 1 && parts[0].unit().is_none();
    let is_whole = |slot: &&Slot<'_>| {
        let larger = parts.iter().all(|part| part.figure().value < slot.figure().value);
        larger && slot.kind() == parts[0].kind() && slot.unit().is_some() && slot.figure().modifier == Modifier::Plain
    };
    let mut wholes = last.slots.iter().filter(is_whole);
    let whole = wholes.next().filter(|_| wholes.next().is_none())?;
    let is_counted = whole.figure().pair.is_none() && whole.kind() == FigureKind::Count;
    let is_all = is_rest(line, parts.last()?) || line.has_between(parts.last()?.end, line.end, NOBODY);
    // "Forty-nine were for drunkenness, 22 for drug possession and 15 for assault": the first has the verb of all.
    let is_gapped = parts[1..].iter().all(|part| {
        part.unit().is_none()
            && line.words.is_any(part.behind, &["for", "in", "with", "at", "on", "to", "from", "by", "as"])
    });
    // "Five died at the scene, two on the way to hospital and one in surgery": of those killed, with a lone "one".
    let tail = parts.last()?.behind;
    let single = (tail..line.end).any(|at| {
        line.words.is(at, "and")
            && line.words.is(at + 1, "one")
            && line.words.is_any(at + 2, &["in", "at", "on", "from", "with", "for", "later", "of"])
    });
    let are_dead = line.has_between(line.first, line.end, &["died", "killed", "perished"])
        && last.has_between(last.first, last.end, &["killing", "killed", "died", "dead", "deaths", "die", "kills"]);
    let uncounted = Decimal::from(u8::from(single));
    let near = match () {
        () if is_all || single && are_dead => Near::All,
        () if is_gapped => Near::Listed,
        () => return None,
    };
    let has_verb = |part: &Slot<'_>| line.words.has(part.behind, Class::Past);
    let fits = parts.iter().all(|part| {
        part.unit().is_none() || has_verb(part) || thing::fit(whole.entry.figure, part.entry.figure) != Fit::Other
    });
    // "Twenty-six of them stood in Cedar Flat and the other 28 in Mill Creek"
    let of = parts[0].behind;
    let are_two = parts.len() == 2
        && is_rest(line, parts.last()?)
        && line.words.is(of, "of")
        && line.words.is_any(of + 1, &["them", "those", "these"]);
    let are_several = 3 <= parts.len() + usize::from(single);
    (is_first && is_counted && fits && (are_several || are_two) && are_joined(line, parts, single))
        .then(|| settle(whole, parts, uncounted, near))
        .flatten()
}

/// "38 hours over three days – 11 on Friday, 14 on Saturday and 13 on Sunday –", "12 years in prison: seven for the robbery,
/// three for the gun and two for dangerous driving".
fn listed_behind_time(line: &Line<'_>) -> Option<Relation> {
    const NEAR: usize = 10;
    let words = line.words;
    let is_time = |slot: &&Slot<'_>| {
        slot.kind() == FigureKind::Duration
            && slot.figure().pair.is_none()
            && slot.figure().modifier == Modifier::Plain
            && !words.is_any(slot.begin.wrapping_sub(1), &["over", "within", "after", "for", "than", "under"])
    };
    let whole = line.slots.iter().find(is_time)?;
    let opens = |at: usize| words.is_any(at, &[":", "–", "—", "("]);
    let opener = (whole.end..line.end.min(whole.end + NEAR)).find(|&at| opens(at))?;
    let close = (opener + 1..line.end).find(|&at| words.is_any(at, &["–", "—", ")"])).unwrap_or(line.end);
    let parts: Vec<&Slot<'_>> = line.slots.iter().filter(|slot| opener < slot.begin && slot.end <= close).collect();
    let first = parts.first()?;
    let is_part = |slot: &&Slot<'_>| {
        let is_bare = matches!(slot.kind(), FigureKind::Count | FigureKind::Index) && slot.unit().is_none();
        let is_same = slot.kind() == FigureKind::Duration && slot.unit() == whole.unit();
        (is_bare || is_same) && slot.figure().pair.is_none() && slot.figure().value < whole.figure().value
    };
    let joint = line.lower(first.past()).into_owned();
    let is_joint = ["on", "for", "in", "at", "of", "with"].contains(&&*joint);
    let are_alike = parts.iter().all(|part| words.is(part.past(), &joint));
    let last = parts.last()?;
    // "… and one for dangerous driving": a lone "one" is no figure.
    let uncounted = (opener + 1..close).filter(|&at| words.is(at, "one") && words.is(at + 1, &joint)).count();
    let is_ended = line.has_between(
        parts[parts.len().checked_sub(2)?].end,
        if uncounted == 0 { last.begin } else { close },
        &["and"],
    );
    let is_open = line.has_listed(whole.end, close, &OPEN)
        || line.has_between(line.first, line.end, &["concurrently", "including"]);
    if parts.len() < 2
        || first.begin > opener + 2
        || !parts.iter().all(is_part)
        || !is_joint
        || !are_alike
        || !is_ended
        || is_open
    {
        return None;
    }
    let values: Vec<Slot<'_>> = parts.into_iter().copied().collect();
    settle(whole, &values, Decimal::from(uncounted), Near::All)
}

/// "The bill – $240 for parts, $180 for labour and $35 for towing – came to $455": the list between, the total behind.
fn set_between(line: &Line<'_>) -> Option<Relation> {
    const VERBS: &[&str] = &[
        "came", "comes", "come", "add", "adds", "added", "totals", "total", "totalled", "totaled", "was", "is", "were",
        "are", "makes", "make", "made", "ran", "runs", "reached", "amounts", "amounted", "cost", "costs",
    ];
    let words = line.words;
    let (whole, parts) = line.slots.split_last()?;
    let (first, last) = (parts.first()?, parts.last()?);
    let is_mark = |at: usize| words.is_any(at, &["–", "—", "--", "(", ")"]);
    let is_opened = (first.begin.saturating_sub(2)..first.begin).any(is_mark);
    let close = (last.end..whole.begin).find(|&at| is_mark(at))?;
    let is_told = whole.begin <= close + 7 && line.has_between(close, whole.begin, VERBS);
    let is_clear = !line.has_between(close, whole.begin, &[",", "and", "but", "while", "by"]);
    let joint = line.lower(first.past()).into_owned();
    let are_alike = parts.iter().all(|part| words.is(part.past(), &joint));
    let is_sound = is_opened && is_told && is_clear && are_alike && words.is_word(first.past());
    (is_sound && 3 <= parts.len() && are_listed(line, parts))
        .then(|| settle(whole, parts, Decimal::ZERO, Near::All))
        .flatten()
}

/// "$3 million from schools, $2 million from roads and $4 million from parks: $9 million in total".
fn all_behind_colon(line: &Line<'_>) -> Option<Relation> {
    let words = line.words;
    let (whole, parts) = line.slots.split_last()?;
    let end = whole.past();
    let is_all = words.is(end, "in") && words.is_any(end + 1, &["all", "total"])
        || words.is_any(end, &["altogether", "combined"]);
    let is_set_off = words.is_any(whole.begin.wrapping_sub(1), &[":", "–", "—"]);
    // "Seven from Aldry and two from Hale: all nine miners are accounted for"
    let before = whole.begin.wrapping_sub(1);
    let all_of_them = words.is(before, "all") && words.is_any(before.wrapping_sub(1), &[":", "–", "—"]);
    ((is_all && is_set_off || all_of_them) && 2 <= parts.len() && are_listed(line, parts))
        .then(|| settle(whole, parts, Decimal::ZERO, Near::All))
        .flatten()
}

/// "Sales of £84,000, tickets worth £126,000 and gifts of £40,000 gave it an income of £250,000".
fn given_by(line: &Line<'_>) -> Option<Relation> {
    const GIVES: &[&str] = &[
        "gave", "gives", "give", "giving", "made", "makes", "make", "making", "brought", "bring", "yielded", "produced",
    ];
    const SUMS: &[&str] = &[
        "bill",
        "complement",
        "costs",
        "debts",
        "income",
        "outlay",
        "proceeds",
        "revenue",
        "revenues",
        "spending",
        "sum",
        "takings",
        "total",
        "turnover",
    ];
    let (whole, parts) = line.slots.split_last()?;
    let last = parts.last()?;
    if parts.len() < 3 {
        return None;
    }
    let is_given = line.has_between(last.end, whole.begin, GIVES)
        && line.has_between(last.end, whole.begin, SUMS)
        && line.words.is(whole.begin.wrapping_sub(1), "of")
        && whole.begin <= last.end + 10;
    let is_more = line.has_between(whole.end, line.end, &["with", "including", "plus", "after", "before"]);
    (is_given && !is_more && are_listed(line, parts)).then(|| settle(whole, parts, Decimal::ZERO, Near::All)).flatten()
}

/// "Rain fell on 19 days in May and 14 in June, 33 in all", "jailed Holm for six years and Ek for four, a total of 10 years".
fn days_in_all(line: &Line<'_>) -> Option<Relation> {
    let words = line.words;
    let (whole, parts) = line.slots.split_last()?;
    let end = whole.past();
    let before = whole.begin.wrapping_sub(1);
    let is_totalling = words.run_is(before.wrapping_sub(2), &["a", "total", "of"])
        || words.run_is(before.wrapping_sub(1), &["a", "combined"])
        || words.is_any(before, &["totalling", "totaling"]);
    let is_all = is_totalling
        || words.is(end, "in") && words.is_any(end + 1, &["all", "total"])
        || words.is_any(end, &["altogether", "combined"])
        || words.run_is(end, &["between", "them"]);
    let (first, others) = parts.split_first()?;
    let is_time = |slot: &Slot<'_>| slot.kind() == FigureKind::Duration && slot.unit() == first.unit();
    let is_bare =
        |slot: &Slot<'_>| matches!(slot.kind(), FigureKind::Count | FigureKind::Index) && slot.unit().is_none();
    let are_alike = is_time(first) && others.iter().chain([whole]).all(|slot| is_time(slot) || is_bare(slot));
    let is_exact = parts.iter().all(|part| part.figure().modifier == Modifier::Plain && part.figure().pair.is_none());
    let is_joined = line.has_between(first.end, others.last()?.begin, &["and"])
        && line.has_between(others.last()?.end, whole.begin, &[",", "–", "—", "("]);
    (is_all && are_alike && is_exact && is_joined).then(|| settle(whole, parts, Decimal::ZERO, Near::All)).flatten()
}

/// "The remaining 3,500", "the other four".
fn is_rest(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let before = slot.begin.wrapping_sub(1);
    words.is_any(before, &["remaining", "other"]) && words.is_any(before.wrapping_sub(1), &["the", "its", "their"])
        || words.is(before, "the") && words.is(slot.behind, "remaining")
}

/// Whether commas and a last "and" join the parts, none of which is some of another.
pub(super) fn are_listed(line: &Line<'_>, parts: &[Slot<'_>]) -> bool {
    are_joined(line, parts, false)
}

/// Whether the words join the parts into one list, which goes on behind the last figure where it `goes_on`.
fn are_joined(line: &Line<'_>, parts: &[Slot<'_>], goes_on: bool) -> bool {
    const LONGEST: usize = 14;
    let joints = parts.windows(2).enumerate().all(|(number, pair)| {
        let (first, end) = (pair[0].end.max(pair[0].behind), pair[1].begin);
        let is_last = number + 2 == parts.len() && !goes_on;
        let is_joined =
            line.has_between(first, end, &["and", "while", ";"]) || !is_last && line.has_between(first, end, &[","]);
        let is_some =
            line.has_between(first, end, &["of", "with"]) && line.words.is_any(end.wrapping_sub(1), &["which", "whom"]);
        is_joined && !is_some && end <= first + LONGEST
    });
    let is_some_of = |slot: &Slot<'_>| {
        let end = slot.past();
        line.words.is(end, "of") && line.words.is_any(end + 1, &["those", "these", "whom"])
    };
    // "From 12", "against 30": with what the parts are compared.
    let is_compared = |slot: &Slot<'_>| {
        line.words.is_any(slot.begin.wrapping_sub(1), &["from", "against", "to", "by", "or", "up", "down"])
    };
    parts.iter().all(is_plain) && joints && !parts[1..].iter().any(is_some_of) && !parts.iter().any(is_compared)
}

/// `uncounted` are parts that are no figures.
pub(super) fn settle(whole: &Slot<'_>, parts: &[Slot<'_>], uncounted: Decimal, near: Near) -> Option<Relation> {
    let is_kind = |part: &Slot<'_>| {
        let is_bare = part.unit().is_none() || whole.unit().is_none() && whole.kind() == FigureKind::Count;
        let is_one = part.kind() == whole.kind() || is_bare || part.unit() == whole.unit();
        let is_currency = whole.kind() != FigureKind::Money || part.unit() == whole.unit();
        is_one && is_currency && part.figure().value < whole.figure().value
    };
    let is_sound =
        whole.figure().pair.is_none() && whole.figure().modifier == Modifier::Plain && parts.iter().all(is_kind);
    if !is_sound {
        return None;
    }
    let sum = parts.iter().try_fold(Bounds::exactly(uncounted), |sum, part| sum.plus(part.bounds()?))?;
    let outcome = Outcome { given: sum, holds: whole.bounds()?.meets(sum) };
    let apart = sum.said.checked_sub(whole.figure().value)?.abs();
    let most = whole.figure().value.checked_mul(Decimal::new(near as i64, 2))?;
    let is_near = apart <= most
        || matches!(near, Near::Listed)
            && 3 <= parts.len()
            && apart <= Decimal::TWO
            && Decimal::TEN <= whole.figure().value;
    let operands: Vec<&Slot<'_>> = parts.iter().collect();
    (outcome.holds || is_near).then(|| tie(RelationKind::Sum, whole, &operands, None, outcome))
}
