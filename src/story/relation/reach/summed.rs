//! Parts in one sentence or several whose sum another figure gives: "moved 4,260 people. Brae accounted for 1,900 of them,
//! Holm for 1,450 and Orr for the other 710", "grants to a windmill ($240,000), a lido ($415,000) and a church ($85,000).
//! Together the three will share $740,000", "a loan of €41,000, a grant of €15,000 and the €9,000 … cost €65,000".
//!
//! What says that the parts are all there is: "the other", "the remaining", "the rest" at the last of them, or "together",
//! "in all", "all 14" at the total. No other figure of the kind may stand in these sentences.

use rust_decimal::Decimal;

use super::super::line::{Line, Slot};
use super::super::{Relation, thing};
use super::parts::{Near, is_plain, settle};
use super::{Reach, has_unexcused};
use crate::extract::FigureKind;
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
    "than",
    "least",
    "most",
    "mostly",
    "mainly",
    "compared",
    "against",
    "concurrently",
    "each",
    "per",
    "every",
    "respectively",
    "average",
    "up",
    "down",
    "rose",
    "fell",
    "nearly",
    "record",
    "once",
    "twice",
    "half",
]);

/// How many sentences may hold the parts.
const MOST: usize = 3;

/// The total of some sentences that ends with this one.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    const CUES: WordList = WordList::of(&[
        "other",
        "remaining",
        "rest",
        "balance",
        "remainder",
        "together",
        "all",
        "altogether",
        "total",
        "combined",
        "they",
        "those",
        "everything",
        "everyone",
        "totalling",
        "totaling",
        "cost",
        "made",
        "comprises",
        "comprised",
        "consists",
        "consisted",
    ]);
    let line = reach.line;
    if line.slots.is_empty() || !line.has_listed(line.first, line.end, &CUES) {
        return None;
    }
    let near = reach.near(MOST - 1).skip(1);
    let mut lines: Vec<&Line<'_>> = vec![line];
    let mut found = of(&lines);
    for at in near {
        if found.is_some() {
            break;
        }
        // A paragraph of its own may be about other things, unless it holds the only figure before.
        lines.insert(0, at);
        found = of(&lines);
    }
    found.filter(|relation| relation.holds || !is_part_itself(reach, relation))
}

/// "Revenue of $15.2 billion … Phones were the bulk at $8.1 billion. Homes put in $5.4 billion and the balance of $1.7 billion":
/// what looked like the total is a part of one told before it.
fn is_part_itself(reach: Reach<'_, '_>, relation: &Relation) -> bool {
    let Some(sum) = relation.printed else { return false };
    let all = || reach.before.iter().flat_map(|at| &at.slots).chain(&reach.line.slots);
    let Some(stated) = all().find(|slot| slot.entry.claim == relation.stated) else { return false };
    let whole = sum.saturating_add(stated.figure().value);
    let slack = whole.saturating_mul(Decimal::new(1, 2));
    all().any(|slot| is_like(stated, slot) && (slot.figure().value - whole).abs() <= slack)
}

type Placed<'l, 'a> = (&'l Line<'a>, &'l Slot<'a>);

fn of<'l, 'a>(lines: &[&'l Line<'a>]) -> Option<Relation> {
    let line = *lines.last()?;
    let is_open = |at: &Line<'_>| {
        has_unexcused(at, &OPEN, |word| {
            // "68 deputies for it, 41 against": how they voted. "Made up of": no change.
            let is_vote =
                at.words.is(word, "against") && at.slots.iter().any(|slot| slot.behind == word || slot.end == word);
            is_vote || at.words.is(word, "up") && at.words.is_any(word.wrapping_sub(1), &["made", "make", "makes"])
        })
    };
    if lines.iter().any(|at| is_open(at)) {
        return None;
    }
    // "Another 120 drove vans, and the remaining 65": what is left closes a list that has another part.
    let is_closed = line.has_between(line.first, line.end, &["remaining", "rest", "other", "balance"]);
    if !is_closed && lines.iter().any(|at| at.has_between(at.first, at.end, &["another"])) {
        return None;
    }
    let all: Vec<Placed<'l, 'a>> = lines
        .iter()
        .flat_map(|at| at.slots.iter().map(move |slot| (*at, slot)))
        .filter(|(_, slot)| is_plain(slot))
        .collect();
    total_behind(line, &all).or_else(|| rest_behind(lines, &all)).or_else(|| they_were(lines, &all))
}

/// "Together the three will share $840,000", "All 14 will sell groceries", "82 voices in all", "… had all gone into a tank,
/// which cost €68,000".
fn total_behind(line: &Line<'_>, all: &[Placed<'_, '_>]) -> Option<Relation> {
    let at = all.iter().rposition(|&(at, slot)| is_here(at, line) && is_all(line, slot))?;
    let (_, total) = all[at];
    let parts: Vec<Slot<'_>> =
        all[..at].iter().filter(|(_, slot)| is_like(total, slot)).map(|(_, slot)| **slot).collect();
    let is_last = !all[at + 1..].iter().any(|(_, slot)| is_like(total, slot));
    let is_in_all = line.words.is_any(line.first, &["in", "all"]) && total.begin <= line.first + 3;
    if is_in_all && parts.iter().any(|part| thing::fit(total.entry.figure, part.entry.figure) == thing::Fit::Other) {
        return None;
    }
    let is_bare = total.kind() == FigureKind::Count && parts.iter().any(|part| part.kind() != FigureKind::Count);
    (2 <= parts.len() && is_last && !is_bare && are_apart(&all[..at]) && !is_met_without(total, &parts))
        .then(|| settle(total, &parts, Decimal::ZERO, Near::All))
        .flatten()
}

/// "In two stages: 24 stalls in May and 36 in June. All 60": some of the counts are of something else.
fn is_met_without(total: &Slot<'_>, parts: &[Slot<'_>]) -> bool {
    let sum = |leave: usize| {
        parts.iter().enumerate().filter(|(at, _)| *at != leave).map(|(_, part)| part.figure().value).sum::<Decimal>()
    };
    (0..parts.len()).any(|leave| sum(leave) == total.figure().value)
}

/// Whether the words at a figure say that it is all of what was told before.
fn is_all(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let before = slot.begin.wrapping_sub(1);
    let end = slot.past();
    let opens = before == line.first && words.is_any(before, &["all"]);
    let is_behind = words.is(end, "in") && words.is_any(end + 1, &["all", "total"])
        || words.is_any(end, &["altogether", "combined"]);
    let together = (line.first..slot.begin).find(|&at| words.is_any(at, &["together", "altogether"]));
    let is_together = together
        .is_some_and(|at| slot.begin <= at + 9 && (at <= line.first + 2 || words.is(at - 1, ",")))
        && !line.slots.iter().any(|other| {
            together.is_some_and(|at| at < other.begin) && other.begin < slot.begin && is_like(slot, other)
        });
    // "She put them all, 82 voices, in one nave"
    let them_all = words.is(before, ",")
        && words.is_any(before.wrapping_sub(1), &["all"])
        && words.is_any(before.wrapping_sub(2), &["them", "they", "these"]);
    // "In all, 76 boats crossed the line", "In all 76 boats": what was counted before, under one name.
    let in_all = words.is_any(line.first, &["in", "all"])
        && words.is_any(line.first + 1, &["all", "total", "told"])
        && slot.begin == line.first + 2 + usize::from(words.is(line.first + 2, ","));
    let is_totalling = in_all
        || words.is_any(before, &["totalling", "totaling", "totalled", "totaled"])
        || words.is(before, "of") && words.is(before.wrapping_sub(1), "total");
    // "… had all gone into a new tank, which cost €68,000"
    let gone = (line.first..slot.begin).find(|&at| words.is(at, "all") && words.has(at.wrapping_sub(1), Class::Have));
    let is_gone =
        gone.is_some() && line.has_between(before.saturating_sub(2), slot.begin, &["cost", "costs", "costing"]);
    opens || is_behind || is_together || them_all || is_totalling || is_gone
}

/// "Brae accounted for 1,900 of them, Holm for 1,450 and Orr for the other 710": behind a first figure that is the total.
fn rest_behind(lines: &[&Line<'_>], all: &[Placed<'_, '_>]) -> Option<Relation> {
    let line = lines.last()?;
    let (&(home, total), parts) = all.split_first()?;
    // "Of that sum Brae gets $45 million", "Of the money raised, £1.6m came from wills": the total stands before.
    let opens = home.words.is(home.first, "of");
    let is_pronoun = home.words.is_any(home.first + 1, &["that", "those", "these", "them", "this"]);
    if opens && (is_pronoun || home.has_between(home.first, total.begin, &[","])) {
        return None;
    }
    // "Brae accounted for 1,900 of them", "treating 70 of the injured": of what was counted before.
    if of_them(home, total) || is_some_of(home, total) {
        return None;
    }
    // "Six go at Brenton, four at Marl Hill and the other four": the first part of a total told before.
    if total.kind() == FigureKind::Count && total.unit().is_none() && total.begin == home.first {
        return None;
    }
    let (&(at, last), _) = parts.split_last()?;
    let is_rest = is_here(at, line) && is_rest(line, last);
    // "Twenty-one were held for drugs. Another nine …, and the remaining seven": the first is a part as they are.
    let is_another = |&(at, part): &Placed<'_, '_>| {
        at.words.is(part.begin.wrapping_sub(1), "another") || at.words.is(part.begin, "another")
    };
    let goes_on = parts.iter().position(is_another);
    if goes_on == Some(0) {
        return None;
    }
    // "Giving €3.4 million, the county €1.9 million and the trust the remaining €700,000": one verb for all three.
    let is_gapped = at.first == home.first
        && parts.iter().all(|(_, part)| part.kind() == FigureKind::Money)
        && parts.first().is_some_and(|(_, part)| {
            let end = total.past();
            let is_word = |at: usize| {
                line.words.is_any(at, &["of", "for", "to", "in", "on", "from", "with", "which", ":", "–", "—", "("])
                    || line.words.has(at, Class::Past)
                    || line.words.written(at).ends_with("ing")
            };
            line.words.is(end, ",") && part.begin <= end + 6 && !(end..part.begin).any(is_word)
        });
    if is_gapped {
        return None;
    }
    // "… a survey of 14 wells. Nine were dry; the other five": they are all of the one before them.
    let value = |&(_, part): &Placed<'_, '_>| part.figure().value;
    if (1..parts.len()).any(|at| 2 <= parts.len() - at && value(&parts[at - 1]) == parts[at..].iter().map(value).sum())
    {
        return None;
    }
    let are_like = parts.iter().all(|(_, part)| is_like(total, part));
    let is_larger = parts.iter().all(|(_, part)| part.figure().value < total.figure().value);
    // "It had 90 rooms. Twelve burned; the other nine"
    let is_of = lines.len() == 1
        || goes_on.is_some()
        || lines.last().is_some_and(|line| {
            parts.iter().any(|(_, part)| of_them(line, part))
                || line.words.is(line.first, "of")
                    && line.words.is_any(line.first + 1, &["that", "those", "these", "them", "the"])
        })
        || lines.len() == 2 && line.block == lines[0].block
        || lines.iter().skip(1).any(|at| at.words.is(at.first, "of"));
    let parts: Vec<Slot<'_>> = parts.iter().map(|(_, slot)| **slot).collect();
    let singles = lines.iter().map(|at| lone_ones(at, total)).sum::<usize>();
    if !(2 <= parts.len() && is_rest && are_like && is_larger && is_of) {
        return None;
    }
    let sum = |uncounted: usize| settle(total, &parts, Decimal::from(uncounted), Near::All);
    // A lone "one" may be some of another part: whichever sum is right will do.
    sum(0).filter(|plain| singles == 0 || plain.holds).or_else(|| sum(singles))
}

/// "Pleaded guilty to one count of fraud and two of perjury": how many parts of one, which are no figures, come behind the
/// total.
fn lone_ones(line: &Line<'_>, total: &Slot<'_>) -> usize {
    let words = line.words;
    let last = line.slots.last().map_or(line.first, |slot| slot.begin);
    let is_here = line.slots.iter().any(|slot| slot.begin == total.begin && slot.end == total.end)
        && line.slots.first().is_some_and(|slot| std::ptr::eq(slot.entry, total.entry));
    let first = if is_here { total.behind } else { line.first };
    let is_part = |at: usize| {
        let is_named = words.is_any(at + 1, &["of", "in", "for", "at", "from", "on"]) || words.is_word(at + 1);
        words.is(at, "one")
            && is_named
            && !words.is_any(at.wrapping_sub(1), &["no", "the", "this", "that", "any", "every"])
            && !words.run_is(at + 1, &["of", "the"])
            && !words.run_is(at + 1, &["of", "them"])
    };
    (first..last).filter(|&at| is_part(at)).count()
}

/// "70 of the injured": part of a whole itself, so that "the other 42" may be all others of it.
pub(super) fn is_some_of(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.words.run_is(slot.behind, &["of", "the"])
}

fn of_them(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    line.words.is(slot.behind, "of") && line.words.is_any(slot.behind + 1, &["them", "those", "these", "it", "that"])
}

/// "The other 710", "the remaining R30 million", "the rest, 710", "the balance of $3 million".
fn is_rest(line: &Line<'_>, slot: &Slot<'_>) -> bool {
    let words = line.words;
    let before = slot.begin.wrapping_sub(1);
    let is_other = words.is_any(before, &["other", "remaining"]);
    let named = (slot.begin.saturating_sub(3).max(line.first)..slot.begin)
        .any(|at| words.is_any(at, &["rest", "balance", "remainder"]));
    // "Downtown 870 and the rest of the city 440"
    let opens =
        |at: usize| words.run_is(at, &["the", "rest", "of"]) && !line.has_between(at, slot.begin, &[",", "and"]);
    let is_place = (slot.begin.saturating_sub(6).max(line.first)..slot.begin.saturating_sub(3)).any(opens);
    is_other || is_place || named && words.is_any(before, &[",", "of", "(", "–", "—", ":"])
}

/// "Eleven people were killed, Lund said. They were seven pupils, two teachers and the driver."
fn they_were(lines: &[&Line<'_>], all: &[Placed<'_, '_>]) -> Option<Relation> {
    let [last, line] = lines else { return None };
    let words = line.words;
    let is_made_of = words.is(line.first, "it")
        && (words.run_is(line.first + 1, &["was", "made", "up", "of"])
            || words.run_is(line.first + 1, &["is", "made", "up", "of"])
            || words.is_any(line.first + 1, &["comprises", "comprised"])
            || words.is_any(line.first + 1, &["consists", "consisted"]) && words.is(line.first + 2, "of"));
    let opens = is_made_of
        || words.is_any(line.first, &["they", "those"])
        || words.is(line.first, "the")
            && words.is_any(line.first + 1, &["dead", "victims", "injured", "survivors", "wounded", "arrested"]);
    let verb = (line.first + 1..line.first + 4)
        .find(|&at| words.is_any(at, &["are", "were", "comprise", "comprised"]) || is_made_of && words.is(at, "of"))
        .or_else(|| {
            is_made_of.then_some(
                line.first + if words.is(line.first + 1, "was") || words.is(line.first + 1, "is") { 4 } else { 2 },
            )
        })
        .filter(|_| opens)?;
    let of_line: Vec<Slot<'_>> = all.iter().filter(|(at, _)| is_here(at, line)).map(|(_, slot)| **slot).collect();
    let first = of_line.first()?;
    let wholes: Vec<&Slot<'_>> = all
        .iter()
        .filter(|(at, slot)| is_here(at, last) && slot.kind() == FigureKind::Count)
        .map(|(_, slot)| *slot)
        .collect();
    let [total] = wholes[..] else { return None };
    let is_next = first.begin <= verb + 2;
    let tail = of_line.last()?;
    // "… and the driver": somebody who is not counted.
    let and = (tail.behind..line.end).find(|&at| words.is(at, "and"));
    let is_counted = of_line.iter().any(|slot| and.is_some_and(|and| and < slot.begin));
    let single =
        and.filter(|&at| !is_counted && words.is_any(at + 1, &["the", "a", "an", "one", "her", "his", "their"]));
    let is_closed = single.is_none_or(|at| line.end <= at + 6 && !words.written(at + 2).ends_with('s'));
    let people = of_line
        .iter()
        .all(|slot| slot.unit().is_some_and(|unit| thing::is_person(unit) || slot.kind() == FigureKind::Count));
    let uncounted = Decimal::from(u8::from(single.is_some()));
    let count = of_line.len() + usize::from(single.is_some());
    (is_next
        && is_closed
        && people
        && 2 <= count
        && of_line.iter().all(|slot| slot.figure().value < total.figure().value))
    .then(|| settle(total, &of_line, uncounted, Near::All))
    .flatten()
}

fn is_here(at: &Line<'_>, line: &Line<'_>) -> bool {
    at.first == line.first && at.block == line.block
}

/// Whether none of the parts is some of another: "of which 12".
fn are_apart(parts: &[Placed<'_, '_>]) -> bool {
    !parts.iter().any(|(at, slot)| {
        let before = slot.begin.wrapping_sub(1);
        at.words.is_any(before, &["which", "whom"])
            || at.words.is_any(before, &["from", "to", "by"])
            || of_them(at, slot)
    })
}

/// Whether a figure is of the kind of the total.
fn is_like(total: &Slot<'_>, slot: &Slot<'_>) -> bool {
    match total.kind() {
        FigureKind::Count => slot.kind() == FigureKind::Count,
        _ => slot.kind() == total.kind() && slot.unit() == total.unit(),
    }
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn parts_of_several_sentences_are_added_up() {
        for (text, is_wrong) in [
            (
                "It moved 4,260 people uphill. Brae accounted for 1,900 of them, Holm for 1,450 and Orr for the other 710.",
                true,
            ),
            (
                "It moved 4,060 people uphill. Brae accounted for 1,900 of them, Holm for 1,450 and Orr for the other 710.",
                false,
            ),
            (
                "It gave to a mill ($240,000), a lido ($415,000) and a church ($85,000). Together the three will share $840,000.",
                true,
            ),
            (
                "It gave to a mill ($240,000), a lido ($415,000) and a church ($85,000). Together the three will share $740,000.",
                false,
            ),
            (
                "It will spend $90 million. Of that sum Brae gets $45 million. Holm gets $25 million and Orr the other $30 million.",
                true,
            ),
            (
                "It will spend $90 million. Of that sum Brae gets $45 million. Holm gets $25 million and Orr the other $20 million.",
                false,
            ),
            (
                "Eleven people were killed in the bus, Lund said. They were seven pupils, two teachers and the driver.",
                true,
            ),
            (
                "Ten people were killed in the bus, Lund said. They were seven pupils, two teachers and the driver.",
                false,
            ),
            (
                "A loan of €41,000, a grant of €15,000 and the €9,000 he got had all gone into a tank, which cost €68,000.",
                true,
            ),
            (
                "A loan of €41,000, a grant of €15,000 and the €9,000 he got had all gone into a tank, which cost €65,000.",
                false,
            ),
            (
                "It plans shops in Brae, where it wants four, Holm, where it wants six, and Orr, with three. All 14 will sell bread.",
                true,
            ),
            (
                "It plans shops in Brae, where it wants four, Holm, where it wants six, and Orr, with three. All 13 will sell bread.",
                false,
            ),
        ] {
            let found = relations(&read(text), RelationKind::Sum);
            assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {found:?}");
        }
    }

    #[test]
    fn figures_that_are_no_parts_are_left_alone() {
        for text in [
            "The club has 90 members and 12 boats. The other 40 boats were sold.",
            "It spent $40 million on roads and $9 million on drains, including $3 million for Orr. All 14 towns gain.",
            "The crew of 12 met 30 boys and 20 girls. Together they planted 400 trees.",
        ] {
            let found = relations(&read(text), RelationKind::Sum);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
