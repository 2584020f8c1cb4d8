//! What so many at so much each came to, told behind: "charged $20 a head and 180 came. The door took $3,600", "the rent is
//! €850 a month. Over a year that comes to €10,200", "each of the 48 flats gets a door at £1,200. The £57,600 bill", and how
//! much one of them came to: "sold 30 head for $57,000, an average of $1,900 apiece", "21 goals in 14 games, an average of
//! 1.5 a match".
//!
//! The price and the count must be the only ones before it; a sum that is not within two of theirs is of something else,
//! unless a nought is too many or too few.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::per_unit::is_a_power_off;
use super::{Reach, has_unexcused, is_near, is_plain};
use crate::extract::FigureKind;
use crate::language::WordList;

/// A product that is farther off is one of other things.
const FAR: i64 = 2;

/// Words by which the sum may hold more, or the price be of some of them.
const OPEN: WordList = WordList::of(&[
    "including",
    "plus",
    "fees",
    "discount",
    "children",
    "concessions",
    "least",
    "up",
    "than",
    "deposit",
    "extra",
    "bar",
    "raffle",
    "minimum",
    "maximum",
    "capacity",
    "first",
    "some",
    "further",
    "another",
    "compared",
    "against",
    "over-60s",
    "free",
]);

/// The sum of a sentence, or what one came to.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    if line.slots.is_empty() {
        return None;
    }
    line.slots.iter().find_map(|stated| sum(reach, stated).or_else(|| mean(reach, stated)))
}

/// "The door took $3,600", "The £57,600 bill", "Over a year that comes to €10,200".
fn sum(reach: Reach<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let (line, last) = (reach.line, reach.last()?);
    let is_sum = stated.kind() == FigureKind::Money && is_plain(stated) && is_total(line, stated);
    let is_only = line.slots.iter().filter(|slot| slot.kind() == FigureKind::Money).count() == 1;
    // "Some 40,000 fans": about as many.
    let is_open = |at: &Line<'_>| {
        has_unexcused(at, &OPEN, |word| at.slots.iter().any(|slot| slot.begin <= word && word < slot.number))
    };
    if !is_sum || !is_only || [line, last].iter().any(|at| is_open(at)) {
        return None;
    }
    let mut prices = last.slots.iter().filter(|slot| is_price(last, slot));
    let price = prices.next().filter(|_| prices.next().is_none())?;
    let others = last.slots.iter().filter(|slot| slot.number != price.number);
    if price.unit() != stated.unit() {
        return None;
    }
    let bounds = price.bounds()?;
    // "€850 a month. Over a year that comes to"
    if let Some(times) = periods(last, price, line, stated) {
        let given = bounds.times(times)?;
        return others.count().eq(&0).then(|| settle(RelationKind::Average, stated, &[price], given)).flatten();
    }
    let others: Vec<&Slot<'_>> = others.collect();
    let [count] = others[..] else { return None };
    let is_count = count.kind() == FigureKind::Count
        && count.unit().is_some()
        && is_plain(count)
        && Decimal::ONE < count.figure().value;
    let given = bounds.times(count.bounds()?)?;
    is_count.then(|| settle(RelationKind::Average, stated, &[count, price], given)).flatten()
}

/// Whether the words call it all that came in or went out.
fn is_total(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const NOUNS: &[&str] = &["bill", "cost", "total", "takings", "outlay", "haul"];
    const VERBS: &[&str] = &["took", "raised", "to", "brought", "made", "is", "was", "grossed"];
    let words = line.words;
    let end = stated.past();
    let before = stated.begin.wrapping_sub(1);
    let is_bill = words.is(before, "the") && (words.is_any(end, NOUNS) || words.is(end, "will"));
    // "Over a year she spends £4,160"
    let spends = words.is(line.first, "over")
        && words.is_any(line.first + 1, &["a", "the"])
        && words.is_any(before, &["spends", "pays", "earns", "saves", "costs"]);
    let came = spends
        || words.is(before, "to") && words.is_any(before.wrapping_sub(1), &["came", "comes", "adds"])
        || words.run_is(before.wrapping_sub(2), &["adds", "up", "to"]);
    let took = words.is_any(before, VERBS)
        && line.has_between(
            line.first,
            before + 1,
            &["door", "gate", "box", "takings", "total", "evening", "night", "sale"],
        );
    let took = took || words.is(before, "worth") && line.has_between(line.first, before, &["gate", "haul", "sale"]);
    let is_closed = line.end <= end + 1 || words.is_any(end, &[",", ".", ";", "in", "for", "–", "—"]);
    is_bill || (came || took) && is_closed
}

/// "$20 a head", "£1,200 each", "each of the 48 … at £1,200".
fn is_price(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let end = slot.past();
    // "Eight wardens were each fined £150"
    let is_each = line.words.is_any(end, &["each", "apiece"])
        || line.has_between(slot.begin.saturating_sub(6).max(line.first), slot.begin, &["each"]);
    let of_each = line.words.is_any(line.first, &["each", "every"])
        && line.slots.iter().filter(|other| other.kind() == FigureKind::Money).count() == 1;
    let is_rate = slot.kind() == FigureKind::Rate;
    !line.words.is(slot.begin.wrapping_sub(1), "from")
        && (is_rate || slot.kind() == FigureKind::Money && (is_each || of_each))
        && slot.figure().pair.is_none()
        && slot.unit().is_some()
}

/// How many of a price's stretch of time go into the one that its sum is of.
fn periods(at: &Line<'_>, price: &Slot<'_>, line: &Line<'_>, stated: &Slot<'_>) -> Option<Bounds> {
    let is_over = |noun: &str| {
        (line.first..stated.begin).any(|at| line.words.is_any(at, &["a", "the", "full"]) && line.words.is(at + 1, noun))
    };
    let takes_up = line.words.is(line.first, "over")
        || line.has_between(line.first, stated.begin, &["that", "this", "it", "which"]);
    let per = at.words.written(price.end.wrapping_sub(1));
    // Desks count working weeks, too.
    let [low, said, high] = match per {
        "month" if is_over("year") => [12, 12, 12],
        "week" if is_over("year") => [46, 52, 53],
        "day" if is_over("week") => [5, 7, 7],
        _ => return None,
    }
    .map(Decimal::from);
    takes_up.then(|| Bounds::new(low, said, high))
}

/// "An average of $1,900 apiece", "an average of 1.5 a match", "her average of 21 leads the league".
fn mean(reach: Reach<'_, '_>, stated: &Slot<'_>) -> Option<Relation> {
    let line = reach.line;
    let words = line.words;
    let before = stated.begin.wrapping_sub(1);
    let is_average = words.is(before, "of") && words.is(before.wrapping_sub(1), "average");
    let owner = before.wrapping_sub(2);
    let end = stated.past();
    let is_each = words.is_any(end, &["each", "apiece", "a", "per", "an"]) || stated.kind() == FigureKind::Rate;
    let is_theirs = words.is_any(owner, &["her", "his", "their", "its"]);
    if !is_average || !(is_each || is_theirs) || line.has_listed(line.first, line.end, &OPEN) {
        return None;
    }
    let is_own = |slot: &&Slot<'_>| slot.end <= stated.begin;
    let own: Vec<&Slot<'_>> = line.slots.iter().filter(is_own).collect();
    let told: Vec<&Slot<'_>> = match (own.len(), reach.last()) {
        // "Scored 21 in 28 games and has an average of": of other games, where it does not stand behind a comma.
        (2, _) if words.is(owner.wrapping_sub(1), ",") => own,
        (0, Some(last)) if last.block == line.block && !last.has_listed(last.first, last.end, &OPEN) => {
            last.slots.iter().collect()
        }
        _ => return None,
    };
    let [total, count] = told[..] else { return None };
    let (total, count) = if is_group(total) && !is_group(count) { (count, total) } else { (total, count) };
    let is_money = |slot: &Slot<'_>| slot.kind() == FigureKind::Money;
    let is_kind = matches!(total.kind(), FigureKind::Count | FigureKind::Money | FigureKind::Points)
        && (is_money(total)
            == (is_money(stated)
                || stated.kind() == FigureKind::Rate && stated.unit() == total.unit() && is_money(total)));
    let is_sound = is_group(count) && is_kind && [total, count].iter().all(|slot| slot.figure().pair.is_none());
    let given = total.bounds()?.over(count.bounds()?).filter(|_| is_sound && stated.figure().pair.is_none())?;
    settle(RelationKind::Each, stated, &[total, count], given)
}

/// Those among whom something is shared: games, animals, people.
fn is_group(slot: &Slot<'_>) -> bool {
    const GAMES: &[&str] =
        &["game", "match", "appearance", "outing", "innings", "race", "head", "start", "round", "fixture", "test"];
    let noun = slot.unit().map(|unit| unit.rsplit(' ').next().unwrap_or(unit));
    slot.kind() == FigureKind::Count
        && Decimal::ONE < slot.figure().value
        && noun.is_some_and(|noun| GAMES.contains(&noun))
}

fn settle(kind: RelationKind, stated: &Slot<'_>, operands: &[&Slot<'_>], given: Bounds) -> Option<Relation> {
    let outcome = Outcome { given, holds: stated.bounds()?.meets(given) };
    let is_sound =
        outcome.holds || is_near(&outcome, stated, FAR) || is_a_power_off(outcome.given.said, stated.figure().value);
    is_sound.then(|| tie(kind, stated, operands, None, outcome))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> bool {
        let story = read(text);
        [RelationKind::Average, RelationKind::Each]
            .iter()
            .any(|&kind| relations(&story, kind).iter().any(|line| line.contains('≠')))
    }

    #[test]
    fn what_so_many_at_so_much_came_to_is_held_against_them() {
        for (text, sound, broken) in [
            (
                "The choir charged $20 a head and 160 people came. The door took $#, all of it for the roof.",
                "3,200",
                "4,200",
            ),
            ("The rent is €750 a month. Over a year that comes to €#, or half of her pension.", "9,000", "10,000"),
            (
                "Each of the 42 flats is to get a new door at a cost of £1,250. The £# bill will be met by Lund.",
                "52,500",
                "62,500",
            ),
            (
                "Ida Ek sold 30 head of cattle for $54,000 at the mart. She got an average of $# apiece.",
                "1,800",
                "1,600",
            ),
            ("Holm has scored 18 goals in 12 games, an average of # a match.", "1.5", "1.8"),
            ("Some 40,000 fans paid $25 each. The gate was worth $# million, Lund said.", "1", "10"),
            ("Eight wardens were each fined £150. The £# will go to the poor box.", "1,200", "1,600"),
            ("Moe has 147 points from seven games this season. Her average of # is a record.", "21", "24"),
        ] {
            assert!(!wrong(&text.replace('#', sound)), "{text}");
            assert!(wrong(&text.replace('#', broken)), "{text}");
        }
    }

    #[test]
    fn a_sum_of_other_things_is_left_alone() {
        for text in [
            "The choir charged $20 a head and 160 people came. The door and the bar took $4,900.",
            "Tickets cost $20 a head or $10 for children, and 160 people came. The door took $2,400.",
            "The rent is €750 a month. His pension comes to €1,000.",
            "Holm has scored 18 goals in 12 games. His average of 30 minutes a game is low.",
        ] {
            assert!(!wrong(text), "{text}");
        }
    }
}
