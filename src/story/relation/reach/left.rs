//! What is left of a figure when parts of it are gone, told in a sentence of its own: "It owned 48 garages. It sold 19 in
//! March. That leaves 29", "The 75 who remain", "has £230,000 still in hand", "and still owes £10,500".
//!
//! Words must say that it is what is left, and the whole and what is gone must be all figures of the kind before it.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::quotient::Outcome;
use super::super::{Relation, RelationKind};
use super::{Reach, has_unexcused, is_plain, is_then, opens_figure, tie_near};
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};

/// What is left that is farther off is left of something else.
const FAR: i64 = 2;

/// How many sentences back the whole may stand.
const BACK: usize = 2;

/// How many parts may be gone.
const MOST: usize = 3;

/// Larger numbers are rounded, each by itself.
const FEW: i64 = 10_000;

/// Words of a sentence that tells what is left.
const CUES: WordList = WordList::of(&[
    "leaves",
    "leaving",
    "so",
    "left",
    "remain",
    "remains",
    "remained",
    "remaining",
    "other",
    "rest",
    "still",
    "kept",
    "keeps",
    "owes",
    "owed",
    "outstanding",
    "unsold",
    "unpaid",
    "unspent",
    "short",
    "hand",
]);

/// Words by which the figures overlap, are more than are told, or are of different times or things.
const OPEN: WordList = WordList::of(&[
    "including",
    "includes",
    "among",
    "also",
    "further",
    "extra",
    "more",
    "fewer",
    "than",
    "compared",
    "against",
    "each",
    "per",
    "apiece",
    "every",
    "average",
    "least",
    "most",
    "added",
    "bought",
    "joined",
    "hired",
    "new",
    "born",
    "interest",
    "both",
    "ahead",
    "respectively",
    "if",
    "would",
    "could",
]);

/// What is left in a sentence, of the figures before it.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if line.slots.is_empty() || !line.has_listed(line.first, line.end, &CUES) {
        return None;
    }
    let stated = line.slots.iter().find(|slot| is_amount(slot) && is_left(line, slot))?;
    let found: Vec<Relation> = (0..=BACK).filter_map(|back| of(&lines(reach, back)?, line, stated)).collect();
    // "$96 million. It sets aside $52 million, $29 million and the remaining $15 million": the parts before it are no whole.
    let is_one_of_several =
        line.slots.iter().any(|slot| slot.entry.claim != stated.entry.claim && slot.is_like(stated));
    if line.words.is_any(stated.begin.wrapping_sub(1), &["other", "remaining"]) && is_one_of_several {
        return found.into_iter().find(|relation| relation.holds);
    }
    let holds = found.iter().position(|relation| relation.holds);
    let first = found.into_iter().nth(holds.unwrap_or(0))?;
    // "Planning loses 18 and housing 23. The other 20 …": what several parts and the rest make is held against the whole.
    let is_rest = line.words.is_any(stated.begin.wrapping_sub(1), &["other", "remaining"]);
    (first.holds || !is_rest || first.operands.len() < 3).then_some(first)
}

/// The sentence and so many before it in its paragraph.
fn lines<'l, 'a>(reach: Reach<'l, 'a>, back: usize) -> Option<Vec<&'l Line<'a>>> {
    let first = reach.before.len().checked_sub(back)?;
    let before = &reach.before[first..];
    // "Of 640 pupils, 475 sat the test. / The other 165 were ill": the next paragraph goes on right behind.
    let is_next = || back == 1 && reach.previous().is_some();
    let is_own = before.iter().all(|at| at.block == reach.line.block);
    let all: Vec<&'l Line<'a>> = before.iter().copied().chain([reach.line]).collect();
    let is_near = || opens_with_rest(reach.line) && all.windows(2).all(|pair| pair[1].block <= pair[0].block + 1);
    (is_own || is_next() || is_near()).then_some(all)
}

/// "The other 700 hectares were lost": who begins so has told of the rest just before, in however many paragraphs.
fn opens_with_rest(line: &Line<'_>) -> bool {
    let words = line.words;
    words.is(line.first, "the")
        && words.is_any(line.first + 1, &["other", "remaining"])
        && line.slots.first().is_some_and(|slot| slot.begin == line.first + 2)
}

fn of(lines: &[&Line<'_>], line: &Line<'_>, stated: &Slot<'_>) -> Option<Relation> {
    // "115 got off and a further 60 left": one part more. "171 were against it": how they voted.
    let is_excused = |at: &Line<'_>, word: usize| {
        at.words.is(word, "further") && opens_figure(&at.slots, word)
            || at.words.is(word, "against") && at.words.has(word.wrapping_sub(1), Class::Be)
    };
    let is_open = |at: &Line<'_>| has_unexcused(at, &OPEN, |word| is_excused(at, word));
    // "The other 116 were houses, most of them in Orm": more is told of what is left.
    let is_told = opens_with_rest(line);
    let is_last = |at: &Line<'_>| is_told && at.first == line.first && at.block == line.block;
    if lines.iter().any(|at| !is_last(at) && (is_open(at) || is_of_more(at, stated))) {
        return None;
    }
    let alike: Vec<&Slot<'_>> = lines
        .iter()
        .flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)))
        .filter(|(at, slot)| {
            let is_own = at.first == line.first && at.block == line.block;
            slot.entry.claim != stated.entry.claim && (!is_own || slot.begin < stated.begin)
        })
        .map(|(_, slot)| slot)
        .filter(|slot| slot.is_like(stated))
        .collect();
    let is_other = |slot: &&&Slot<'_>| !is_amount(slot) || slot.figure().value == stated.figure().value;
    if alike.iter().any(|slot| is_other(&slot)) || alike.len() < 2 || MOST + 1 < alike.len() {
        return None;
    }
    // A figure of another time between them would be a part of nothing; "sold 212 homes last year" tells of all.
    let is_whole = |slot: &Slot<'_>| is_told && alike[0].entry.claim == slot.entry.claim;
    let is_of_then = |at: &Line<'_>, slot: &Slot<'_>| is_amount(slot) && is_then(at, slot) && slot.is_like(stated);
    if lines.iter().any(|at| at.slots.iter().any(|slot| is_of_then(at, slot) && !is_whole(slot))) {
        return None;
    }
    let whole = *alike.iter().max_by_key(|slot| slot.figure().value)?;
    let parts: Vec<&Slot<'_>> = alike.iter().filter(|slot| slot.entry.claim != whole.entry.claim).copied().collect();
    let is_whole_at = |at: usize| alike.get(at).is_some_and(|slot| slot.entry.claim == whole.entry.claim);
    // "Nine of the 14": the part is told first.
    let is_of = || alike.first().is_some_and(|part| lines.iter().any(|at| is_part_of(at, part, whole)));
    let is_first = is_whole_at(0) || is_whole_at(1) && alike.len() == 2 && is_of();
    let (mut gone, mut given) = (Decimal::ZERO, whole.bounds()?);
    for part in &parts {
        gone = gone.checked_add(part.figure().value)?;
        given = given.minus(part.bounds()?)?;
    }
    let left = whole.figure().value.checked_sub(gone)?;
    // "Sold 19, of which five in March": one part within the other leaves more.
    let leaves = |part: &&Slot<'_>| whole.figure().value - part.figure().value == stated.figure().value;
    if left <= Decimal::ZERO || !is_first || 1 < parts.len() && parts.iter().any(leaves) {
        return None;
    }
    // Who tells the rest of so few in so many words has taken one from the other.
    let is_exact = is_told && whole.figure().value < Decimal::from(FEW) && alike.iter().all(|slot| is_printed(slot));
    let holds = given.meets(stated.bounds()?) && !(is_exact && is_printed(stated) && left != stated.figure().value);
    let outcome = Outcome { given, holds };
    let operands: Vec<&Slot<'_>> = std::iter::once(whole).chain(parts).collect();
    tie_near(RelationKind::Difference, stated, &operands, outcome, FAR)
}

/// "Nine of the 14".
fn is_part_of(line: &Line<'_>, part: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let has = |slot: &Slot<'_>| line.slots.iter().any(|own| own.entry.claim == slot.entry.claim);
    has(part) && has(whole) && line.words.is(part.behind, "of") && whole.begin <= part.behind + 3
}

/// Whether no word bends the number.
fn is_printed(slot: &Slot<'_>) -> bool {
    slot.figure().modifier == Modifier::Plain && slot.figure().value.is_integer() && slot.kind() != FigureKind::Money
}

/// "Up 12", "rose", "another 12 were bought": what is told is no whole with what is gone from it.
fn is_of_more(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let is_another = |at: usize| words.is(at, "another") && at + 1 != stated.begin;
    let is_change = |at: usize| {
        words.is_any(at, &["up", "down", "rose", "fell"])
            && line.way(at).is_some()
            && !words.is_any(at.wrapping_sub(1), &["set", "paid", "put"])
    };
    (line.first..line.end).any(|at| is_another(at) || is_change(at))
}

fn is_amount(slot: &Slot<'_>) -> bool {
    matches!(slot.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Measure)
        && is_plain(slot)
        && Decimal::ONE < slot.figure().value
}

/// Whether the words around a figure say that it is what is left.
fn is_left(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let floor = line.slots.iter().map(|other| other.behind).filter(|&end| end <= slot.begin).max();
    let floor = floor.unwrap_or(line.first);
    let before = |back: usize| slot.begin.checked_sub(back).filter(|&at| floor <= at);
    let is_before = |back: usize, list: &[&str]| before(back).is_some_and(|at| words.is_any(at, list));
    // "That leaves just 29", "leaving the club 29"
    let leaves = (1..=4).any(|back| {
        is_before(back, &["leaves", "leaving"])
            || is_before(back, &["left"])
                && before(back + 1).is_some_and(|at| words.is_any(at, &["that", "which", "this"]))
    }) || (2..=5).any(|back| {
        // "That left the party with six"
        is_before(1, &["with"]) && is_before(back, &["left"]) && is_before(back + 1, &["that", "which", "this"])
    });
    // "What is left, £96,000, …", "what remains is £96,000"
    let is_named = (1..=2).any(|back| {
        (is_before(back + 1, &["is", "was"]) && is_before(back, &["left"]) || is_before(back, &["remains", "remained"]))
            && (is_before(back + 1, &["what"]) || is_before(back + 2, &["what"]))
            && (back == 1 || is_before(1, &[",", ":", "–", "—", "is", "was"]))
    });
    // "Two were stolen, so the town will start the winter with 11"
    let is_so = is_before(1, &["with"]) && line.has_between(floor, slot.begin, &["so"]);
    let is_other = is_before(1, &["other", "remaining"]) && is_before(2, &["the", "its", "their"]);
    let keeps = is_before(1, &["kept", "keeps", "owes", "owed", "unpaid"])
        || (1..=4).any(|back| is_before(back, &["owes", "owed"]) && is_before(back + 1, &["still"]))
        || is_before(1, &["has", "have", "had", "holds"]) && is_before(2, &["still"]);
    leaves || is_named || is_so || is_other || keeps || is_left_behind(line, slot)
}

/// "The 75 who remain", "44 are still on board", "£230,000 still in hand", "29 were left", "£28,000 short".
fn is_left_behind(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const NEAR: usize = 4;
    let words = line.words;
    let end = slot.past();
    // "40 were ruled unfounded, 27 were dropped and nine were still open": parts of one whole, side by side.
    let is_told = |other: &&Slot<'_>| words.has(other.past(), Class::Be);
    if words.has(end, Class::Be)
        && 2 <= line.slots.iter().filter(|other| other.begin < slot.begin).filter(is_told).count()
    {
        return false;
    }
    let next = line.slots.iter().map(|other| other.begin).find(|&begin| end <= begin).unwrap_or(line.end);
    let last = (end + NEAR).min(next);
    let is_closed = |at: usize| line.end <= at + 1 || words.is_any(at, &[",", ".", ";", "in", "to", "on"]);
    (end..last).take_while(|&at| !words.is_any(at, &[",", ";", "and", "but"])).any(|at| {
        words.is_any(at, &["remain", "remains", "remained", "unsold", "unspent", "outstanding"])
            || words.is(at, "still") && (at == end || words.has(at - 1, Class::Be) || words.is_any(at - 1, &["who"]))
            || words.run_is(at, &["in", "hand"])
            || words.is(at, "left") && (at == end || words.has(at - 1, Class::Be)) && is_closed(at + 1)
            || words.is(at, "short") && at == end && is_closed(at + 1)
    })
}
