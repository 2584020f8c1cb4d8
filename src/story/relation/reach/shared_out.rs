//! So much for each beside what was shared out and among how many, in any order and in two sentences: "bought 50,000
//! bicycles at a cost of Rs 20 crore; each cost Rs 5,000", "cost $42,000 for a squad of 14. Per head: $3,500", "18 kg each
//! when it shared out 9,000 kg among 600 households", "split a pot of R36m among the 4,800, or R9,500 each".

use rust_decimal::Decimal;

use super::super::line::{Line, Slot, tie};
use super::super::quotient::{Bounds, Outcome};
use super::super::{Relation, RelationKind};
use super::per_unit::is_a_power_off;
use super::{Reach, is_near, is_plain};
use crate::extract::FigureKind;
use crate::language::WordList;

/// What comes to each that is farther off is of something else, unless it is a nought too many or too few.
const FAR: i64 = 3;

/// Words that tell of sharing out, or of what all of it comes to.
const SHARES: &[&str] = &[
    "split",
    "splits",
    "splitting",
    "shared",
    "share",
    "shares",
    "sharing",
    "divided",
    "divide",
    "dividing",
    "among",
    "amongst",
    "between",
    "raising",
    "raise",
    "raised",
    "raises",
    "cost",
    "costs",
    "costing",
    "total",
    "all",
    "altogether",
    "bill",
    "handed",
    "distributed",
    "pot",
    "jackpot",
    "prize",
    "bringing",
    "worth",
    "sum",
];

/// Words by which the total may hold more, or the figure be of another time.
const OPEN: &[&str] = &[
    "including",
    "plus",
    "fees",
    "expenses",
    "least",
    "another",
    "extra",
    "than",
    "compared",
    "against",
    "previously",
    "while",
    "whereas",
    "minimum",
    "maximum",
    "median",
    "average",
    "first",
    "starting",
    "from",
    "deposit",
    "interest",
    "up",
];

/// What comes to each of those who are counted beside the total.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const EACH: WordList = WordList::of(&["each", "apiece", "head", "every", "person", "per"]);
    let line = reach.line;
    if !line.has_listed(line.first, line.end, &EACH) {
        return None;
    }
    let each = line.slots.iter().find(|slot| is_for_each(line, slot) && is_plain(slot))?;
    let opens = line.words.is_any(line.first, &["each", "every"]);
    let last = reach.last().filter(|last| last.block == line.block).or_else(|| reach.previous().filter(|_| opens));
    let sets = [Some(vec![line]), last.map(|last| vec![last, line])];
    let (total, count) = sets.into_iter().flatten().find_map(|lines| pair(&lines, each))?;
    let given = total.bounds()?.over(count.bounds()?)?;
    let slack = Bounds::around(Decimal::ONE, Decimal::new(3, 2))?;
    let outcome = Outcome { given, holds: each.bounds()?.times(slack)?.meets(given) };
    let is_sound =
        outcome.holds || is_near(&outcome, each, FAR) || is_a_power_off(outcome.given.said, each.figure().value);
    is_sound.then(|| tie(RelationKind::Each, each, &[total, count], None, outcome))
}

/// The total and the count that are the only ones of the sentences.
fn pair<'l, 'a>(lines: &[&'l Line<'a>], each: &Slot<'_>) -> Option<(&'l Slot<'a>, &'l Slot<'a>)> {
    let all = || lines.iter().flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)));
    let others = || all().filter(|(_, slot)| slot.entry.claim != each.entry.claim);
    let totals: Vec<_> = others().filter(|(_, slot)| is_total(slot, each)).collect();
    let counts: Vec<_> = others().filter(|(at, slot)| is_count(at, slot)).collect();
    let ([(_, total)], [(_, count)]) = (&totals[..], &counts[..]) else { return None };
    let is_clear = lines.iter().all(|at| !at.has_between(at.first, at.end, OPEN));
    let is_shared = lines.iter().any(|at| at.has_between(at.first, at.end, SHARES));
    (is_clear && is_shared && total.entry.claim != count.entry.claim).then_some((*total, *count))
}

/// "R9,500 each", "18 kg of maize each", "each cost it Rs 5,000", "Per head: $3,500", "every one of the 2,000 members will pay €45".
fn is_for_each(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    const EACH: &[&str] = &["each", "apiece"];
    const HEADS: &[&str] =
        &["head", "person", "member", "player", "family", "household", "child", "pupil", "capita", "worker"];
    let is_kind = matches!(slot.kind(), FigureKind::Money | FigureKind::Measure | FigureKind::Rate);
    let words = line.words;
    let end = slot.past();
    let is_of = words.is(end, "of") && words.is_any(end + 2, EACH);
    let is_behind =
        words.is_any(end, EACH) || is_of || words.is_any(end, &["a", "per"]) && words.is_any(end + 1, HEADS);
    // A rate has its noun within it.
    let is_rate = slot.kind() == FigureKind::Rate && words.is_any(end.wrapping_sub(1), HEADS);
    let floor = line.slots.iter().map(|other| other.behind).filter(|&behind| behind <= slot.begin).max();
    let first = slot.begin.saturating_sub(6).max(floor.unwrap_or(line.first));
    let is_before = (first..slot.begin).any(|at| {
        words.is(at, "each") && !words.is(at + 1, "of") || words.is(at, "per") && words.is_any(at + 1, HEADS)
    });
    let is_every = words.is_any(line.first, &["each", "every"])
        && (line.first + 1..line.first + 5).any(|at| words.is(at, "of"))
        && line.has_between(
            first,
            slot.begin,
            &[
                "pay", "pays", "paid", "get", "gets", "got", "receive", "receives", "received", "gave", "give",
                "gives", "chip", "owes",
            ],
        );
    let is_time = words.is_any(end, &["a", "per"]) && words.is_any(end + 1, &["year", "month", "week", "day", "hour"]);
    is_kind && !is_time && (is_behind || is_rate || is_before || is_every)
}

fn is_total(slot: &Slot<'_>, each: &Slot<'_>) -> bool {
    let is_kind = match each.kind() {
        FigureKind::Measure => slot.kind() == FigureKind::Measure,
        _ => slot.kind() == FigureKind::Money,
    };
    is_kind
        && is_plain(slot)
        && slot.unit().is_some()
        && slot.unit() == each.unit()
        && each.figure().value < slot.figure().value
}

fn is_count(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let is_base = line.words.is_any(slot.begin.wrapping_sub(1), &["per", "every"]);
    // "Shared by 12 nurses and a charity": one more, who is not counted.
    let end = slot.past();
    let has_more = line.words.is(end, "and") && line.words.is_any(end + 1, &["a", "an", "the", "its", "their", "one"]);
    slot.kind() == FigureKind::Count && is_plain(slot) && Decimal::ONE < slot.figure().value && !is_base && !has_more
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn what_comes_to_each_is_held_against_the_whole() {
        for (text, is_wrong) in [
            ("The state bought 50,000 carts at a cost of $200 million; each cost it $5,000, Lund said.", true),
            ("The state bought 50,000 carts at a cost of $200 million; each cost it $4,000, Lund said.", false),
            ("The tour cost $42,000 for a squad of 14. Per head: $3,500.", true),
            ("The tour cost $42,000 for a squad of 14. Per head: $3,000.", false),
            ("Homes got 18 kg of rye each when the guild shared out 9,000 kg among 600 homes, it said.", true),
            ("Homes got 15 kg of rye each when the guild shared out 9,000 kg among 600 homes, it said.", false),
            ("Ek offered to split a pot of $36m among the 4,800, or $9,500 each, if they return.", true),
            ("Ek offered to split a pot of $36m among the 4,800, or $7,500 each, if they return.", false),
            ("The dock cost $36m and 4,800 men built it for $10 each a day.", false),
        ] {
            let story = read(text);
            let kinds = [RelationKind::Each, RelationKind::Average];
            let found: Vec<String> = kinds.iter().flat_map(|&kind| relations(&story, kind)).collect();
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }
}
