//! "With 8,000 households, had 40 burglaries. The rate, 50 for every 1,000 households, is low", "12 doctors for 30,000
//! people. That makes 4 doctors per 1,000", "lost 25 lambs in every 1,000: foxes took 1,500 out of 6,000": a rate with the
//! only two counts beside it.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient;
use super::super::{Relation, RelationKind};
use super::{Reach, is_near, stem_at, takes_up};
use crate::extract::{FigureKind, Modifier};
use crate::language::{WordList, read_number};

/// A rate that is farther off is one of something else.
const FAR: i64 = 25;

/// Words by which the rate may be that of others, or of another time.
const OTHERS: &[&str] = &[
    "than",
    "compared",
    "against",
    "national",
    "nationally",
    "versus",
    "elsewhere",
    "target",
    "average",
    "regional",
    "forecast",
    "while",
    "whereas",
    "nationwide",
    "statewide",
    "pledged",
    "promised",
    "aim",
    "wants",
];

/// A rate of a sentence, with what is counted in it or beside it.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const BASES: WordList = WordList::of(&["per", "every", "in", "each", "million", "thousand"]);
    let line = reach.line;
    if !line.has_listed(line.first, line.end, &BASES) {
        return None;
    }
    let (stated, base, noun) =
        line.slots.iter().find_map(|slot| base_of(line, slot).map(|(base, noun)| (slot, base, noun)))?;
    let beside = [reach.last(), reach.next.filter(|next| next.block == line.block)];
    let own = [line];
    let sets = std::iter::once(own.to_vec()).chain(beside.into_iter().flatten().map(|other| vec![line, other]));
    let found = sets.into_iter().find_map(|lines| {
        let counts = lines.iter().flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)));
        let counts: Vec<_> = counts.filter(|(at, slot)| is_count(at, slot) && !is_own(slot, stated)).collect();
        let [one, other] = counts[..] else { return None };
        let is_less = one.1.figure().value < other.1.figure().value;
        let (part, whole) = if is_less { (one, other) } else { (other, one) };
        let is_clear = lines.iter().all(|at| !at.has_between(at.first, at.end, OTHERS));
        let of_noun = whole.1.unit().is_some_and(|unit| is_noun(unit, &noun));
        let is_told = of_noun
            || lines.len() == 2 && takes_up(line) && whole.0.first <= line.first
            || is_behind_colon(line, stated, part.1)
            || lines.len() == 1 && is_set_off(line, stated, part.1, whole.1);
        (is_clear && is_told && is_of(line, stated, part) && part.1.figure().value < whole.1.figure().value)
            .then_some((part.1, whole.1))
    });
    let (part, whole) = found.or_else(|| of_earlier(reach, stated, base))?;
    let is_share = stated.kind() == FigureKind::Share;
    let of = if is_share { Decimal::ONE_HUNDRED } else { base };
    let outcome = quotient::rate(stated.bounds()?, part.bounds()?, whole.bounds()?, of)?;
    let kind = if is_share { RelationKind::Share } else { RelationKind::Rate };
    (outcome.holds || is_near(&outcome, stated, FAR)).then(|| tie(kind, stated, &[part, whole], None, outcome))
}

/// For how many a figure is, and for how many of what: "per 1,000 households", "in every 1,000", "in 100,000 vehicles".
fn base_of(line: &Line<'_>, slot: &Slot<'_>) -> Option<(Decimal, String)> {
    const LEADS: &[&str] = &["per", "every", "in", "each"];
    let words = line.words;
    let is_kind = matches!(slot.kind(), FigureKind::Rate | FigureKind::Count | FigureKind::Share);
    if !is_kind || slot.figure().pair.is_some() || !matches!(slot.figure().modifier, Modifier::Plain | Modifier::About)
    {
        return None;
    }
    // "Five to the million"
    let behind = slot.past();
    if words.run_is(behind, &["to", "the"]) && words.is_any(behind + 2, &["million", "thousand"]) {
        let base = if words.is(behind + 2, "million") { 1_000_000 } else { 1_000 };
        return Some((Decimal::from(base), String::new()));
    }
    // "20 in 100,000 vehicles": read as a share of its own.
    if slot.kind() == FigureKind::Share {
        let number = slot.number..slot.behind;
        let is_in = number.clone().any(|at| words.is(at, "in"))
            && words.written(slot.number).starts_with(|mark: char| mark.is_ascii_digit());
        return is_in.then(|| (Decimal::ONE_HUNDRED, line.lower(slot.behind).into_owned()));
    }
    let lead = (slot.behind..slot.behind + 5).find(|&at| {
        words.is_any(at, LEADS)
            && words.get(at + 1).is_some_and(|_| words.written(at + 1).starts_with(|mark: char| mark.is_ascii_digit()))
    })?;
    let base = read_number(words, lead + 1)?.value;
    let is_power = [100, 1_000, 10_000, 100_000].iter().any(|&power| base == Decimal::from(power));
    // "Four mothers died for every 1,000 births", "25 lambs in every 1,000"
    (is_power && !words.is(lead, "in")).then(|| (base, line.lower(lead + 2).into_owned()))
}

/// Whether a unit is the noun: "household" for "households".
fn is_noun(unit: &str, noun: &str) -> bool {
    let head = unit.rsplit(' ').next().unwrap_or(unit);
    // People are everywhere: only what is counted beside tells of which.
    let is_people = matches!(noun, "people" | "persons" | "residents" | "inhabitants");
    3 < noun.len() && !is_people && (noun == head || noun.strip_suffix('s') == Some(head))
}

/// "In a town of 50,000 there were 25 thefts, or five per 10,000": said again behind both counts.
fn is_set_off(line: &Line<'_>, stated: &Slot<'_>, part: &Slot<'_>, whole: &Slot<'_>) -> bool {
    const NEAR: usize = 10;
    let opens = stated.begin.wrapping_sub(1);
    let last = part.end.max(whole.end);
    let is_behind = last <= stated.begin && stated.begin <= last + NEAR;
    is_behind
        && line.words.is_any(opens, &["or", "(", ",", "–", "—"])
        && !line.has_between(last, opens, &["and", "but", ";"])
}

/// "With 160,000 people in the region, that works out to 30 cases for every 10,000": the whole stands beside the rate, and
/// what it is worked out from in a sentence before. Any count of it that bears the rate out is meant.
fn of_earlier<'l, 'a>(reach: Reach<'l, 'a>, stated: &Slot<'_>, base: Decimal) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    const WORKED_OUT: &[&str] = &["works", "worked", "is", "amounts", "equals", "comes", "means", "makes", "equates"];
    let line = reach.line;
    let named = stem_at(line, stated.behind)?;
    let that = (line.first..stated.begin).find(|&at| line.words.is_any(at, &["that", "which", "this"]))?;
    let is_worked_out = line.words.is_any(that + 1, WORKED_OUT) && stated.begin <= that + 7;
    let mut wholes = line.slots.iter().filter(|slot| is_count(line, slot) && !is_own(slot, stated));
    let whole = wholes.next().filter(|_| wholes.next().is_none() && is_worked_out)?;
    let is_part = |at: &Line<'_>, slot: &Slot<'_>| {
        is_count(at, slot)
            && slot.figure().value < whole.figure().value
            && (slot.behind..slot.behind + 3).any(|word| stem_at(at, word) == Some(named))
    };
    let parts = reach.earlier(is_part);
    let fits = |part: &&&Slot<'_>| {
        let outcome = stated
            .bounds()
            .zip(part.bounds().zip(whole.bounds()))
            .and_then(|(stated, (part, whole))| quotient::rate(stated, part, whole, base));
        outcome.is_some_and(|outcome| outcome.holds)
    };
    let part = parts.iter().find(fits).or_else(|| parts.iter().max_by_key(|part| part.figure().value))?;
    let is_clear = !line.has_between(line.first, line.end, OTHERS);
    is_clear.then_some((*part, whole))
}

fn is_count(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let figure = slot.figure();
    let is_base = line.words.is_any(slot.begin.wrapping_sub(1), &["per", "every", "each"]);
    slot.kind() == FigureKind::Count
        && figure.pair.is_none()
        && matches!(figure.modifier, Modifier::Plain | Modifier::About)
        && !is_base
}

fn is_own(slot: &Slot<'_>, stated: &Slot<'_>) -> bool {
    slot.entry.claim == stated.entry.claim
}

/// Whether what the rate counts is what the part counts, or the one leaves it out.
fn is_of(line: &Line<'_>, stated: &Slot<'_>, (at, part): (&Line<'_>, &Slot<'_>)) -> bool {
    let named =
        stem_at(line, stated.behind).filter(|_| !line.words.is_any(stated.behind, &["for", "per", "in", "every"]));
    let Some(named) = named else { return true };
    // "20 deaths of mothers", "foxes took 1,500"
    part.unit().is_none() || (part.behind..part.behind + 4).any(|word| stem_at(at, word) == Some(named))
}

/// "25 lambs in every 1,000 this spring: foxes took 1,500 out of 6,000".
fn is_behind_colon(line: &Line<'_>, stated: &Slot<'_>, part: &Slot<'_>) -> bool {
    let is_later = stated.end <= part.begin && part.begin < line.end;
    is_later && line.has_between(stated.end, part.begin, &[":", "–", "—"])
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn a_rate_is_held_against_the_counts_beside_it() {
        for (text, is_wrong) in [
            ("Brae, with 8,000 houses, had 40 floods. The rate, 50 for every 1,000 houses, is low.", true),
            ("Brae, with 8,000 houses, had 40 floods. The rate, 5 for every 1,000 houses, is low.", false),
            ("The isles have 12 vets for 30,000 people. That makes 4 vets per 1,000, Lund said.", true),
            ("The isles have 12 vets for 30,000 people. That makes 0.4 vets per 1,000, Lund said.", false),
            ("Growers lost 25 lambs in every 1,000, Lund said: foxes took 1,500 out of 6,000.", true),
            ("Growers lost 250 lambs in every 1,000, Lund said: foxes took 1,500 out of 6,000.", false),
            (
                "Crime in the national parks fell to 50 for every 1,000 houses. Brae, with 8,000 houses, had 40 floods.",
                false,
            ),
        ] {
            let found = relations(&read(text), RelationKind::Rate);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
