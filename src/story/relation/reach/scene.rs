//! A sentence and the one before it in its paragraph, taken together: "The office tested 250 buses, and 80 of them failed.
//! The failure rate of 42 per cent …", "Nine of the islands' 27 clinics have closed. That is half of the network."
//!
//! The two give a share, its part and its whole, or so much for each, in whatever order. What ties them is a word that
//! takes the first up, and that nothing else of the kind is counted in either.

use super::super::Relation;
use super::super::line::{Line, Slot};
use super::only::is_part;
use super::portion::{is_quantity, settle};
use super::{Reach, stem_at};
use crate::extract::FigureKind;

/// Words by which a share, its part or its whole may be of other things.
const BESIDE: &[&str] = &[
    "than",
    "compared",
    "against",
    "respectively",
    "another",
    "average",
    "national",
    "nationally",
    "including",
    "target",
    "while",
    "whereas",
    "expected",
];

/// Words by which the share may be of another time, or of some alone.
const APART: &[&str] = &["last", "previous", "previously", "only"];

/// The share that a sentence gives of what it and the one before it count.
pub(super) fn find(reach: Reach<'_, '_>) -> Option<Relation> {
    let line = reach.line;
    let number = line.slots.iter().position(|slot| is_part(slot) && slot.figure().pair.is_none())?;
    let stated = &line.slots[number];
    if is_change(line, stated) {
        return None;
    }
    let found = of_so_many(line, number).or_else(|| colon(line, number)).or_else(|| failure_rate_of(line, number));
    let (part, whole) = found.or_else(|| taken_up(reach, stated))?;
    settle(stated, part, whole)
}

/// Whether the sentence may give its share of something else, or of another time.
fn is_of_others(line: &Line<'_>) -> bool {
    [BESIDE, APART].iter().any(|words| line.has_between(line.first, line.end, words))
}

/// "Up 12%", "a 12% rise", "12% more".
fn is_change(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const MORE: &[&str] =
        &["more", "fewer", "less", "higher", "lower", "above", "below", "up", "down", "off", "cheaper"];
    let behind = line.words.past_hyphen(stated.past());
    let first = stated.begin.saturating_sub(3).max(line.first);
    line.words.is_any(behind, MORE)
        // "20% of what it had asked for"
        || line.words.run_is(behind, &["of", "what"])
        || line.way(behind).is_some()
        || (first..stated.begin).any(|at| line.way(at).is_some() || line.words.is(at, "by"))
}

type Pair<'l, 'a> = (&'l Slot<'a>, &'l Slot<'a>);

/// "Of the district's 32 schools, 12, or a quarter, were less than 60% full": set off right behind the part.
fn of_so_many<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Pair<'l, 'a>> {
    let (whole, part) = (&line.slots[number.checked_sub(2)?], &line.slots[number - 1]);
    let stated = &line.slots[number];
    let words = line.words;
    let is_or = words.is(stated.begin.wrapping_sub(1), "or") && stated.begin <= part.past() + 2;
    let is_closed = words.is_any(stated.behind, &[",", ".", ")", "–", "—"]);
    let of = (whole.begin.saturating_sub(5).max(line.first)..whole.begin).rev().find(|&at| words.is(at, "of"));
    let is_partitive =
        of.is_some_and(|of| of == line.first || words.is_any(of - 1, &["out", "that", ",", "and", "as", "“"]));
    let is_next = words.is(part.begin.wrapping_sub(1), ",") && part.begin <= whole.end + 8;
    (is_or && is_closed && is_partitive && is_next && are_of_one(part, whole)).then_some((part, whole))
}

/// "A quarter of the councillors claimed nothing last year, the clerk reported: 33 of 44."
fn colon<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Pair<'l, 'a>> {
    let (part, whole) = (line.slots.get(number + 1)?, line.slots.get(number + 2)?);
    let words = line.words;
    let is_of = words.is(part.behind, "of") && whole.begin <= part.behind + 4
        || words.run_is(part.behind, &["out", "of"]) && whole.begin <= part.behind + 5;
    let before = part.begin.wrapping_sub(1);
    let is_led = words.is_any(before, &[":", "–", "—", "(", ";"]) || words.is(before, "-") && !words.is_glued(before);
    let is_last = line.slots.len() == number + 3;
    (is_of && is_led && is_last && are_of_one(part, whole)).then_some((part, whole))
}

/// "Taken 36 samples over 14 months, 27 of which were over the limit: a failure rate of 85 per cent",
/// "192 applications from the 640 farms in the catchment, which makes it one farm in five".
fn failure_rate_of<'l, 'a>(line: &'l Line<'a>, number: usize) -> Option<Pair<'l, 'a>> {
    let stated = &line.slots[number];
    let is_led = opens_clause(line, stated);
    let counts: Vec<&Slot<'a>> = line.slots[..number].iter().filter(|slot| is_quantity(slot)).collect();
    let [one, other] = counts[..] else { return None };
    let (part, whole) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let words = line.words;
    let before = part.begin.wrapping_sub(1);
    let is_of_which = words.is(part.behind, "of") && words.is_any(part.behind + 1, &["which", "whom", "them", "these"])
        || words.is_any(before, &["which", "whom", "them"]) && words.is(before.wrapping_sub(1), "of");
    let is_from = (whole.begin.saturating_sub(4).max(line.first)..whole.begin)
        .any(|at| words.is_any(at, &["from", "of", "among"]) && part.end <= at);
    let is_clear = !is_of_others(line);
    (is_led && (is_of_which || is_from) && is_clear && are_of_one(part, whole)).then_some((part, whole))
}

/// ": a failure rate of", ", which makes it", ", making it", ", a share of", "– that is".
fn opens_clause(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const OPENS: &[&str] = &["which", "making", "giving", "meaning", "equal", "equivalent", "that", "or"];
    let first = stated.begin.saturating_sub(7).max(line.first);
    let Some(mark) = (first..stated.begin).rev().find(|&at| line.words.is_any(at, &[",", ":", "–", "—", ";"]))
    else {
        return false;
    };
    let is_named = line.words.is_any(mark + 1, &["a", "an"])
        && line.words.is(stated.begin.wrapping_sub(1), "of")
        && line.has_between(mark + 1, stated.begin, RATES);
    let is_verb = line.words.is_any(mark + 1, OPENS)
        && line.has_between(
            mark + 1,
            stated.begin,
            &["makes", "made", "is", "was", "making", "giving", "gives", "to", "or", "means", "meaning", "works"],
        );
    is_named || is_verb
}

/// What a share of those counted is called.
const RATES: &[&str] = &["rate", "share", "proportion", "ratio", "percentage"];

/// What the two sentences count, where the later takes up the earlier.
fn taken_up<'l, 'a>(reach: Reach<'l, 'a>, stated: &Slot<'a>) -> Option<Pair<'l, 'a>> {
    let line = reach.line;
    let last = reach.last()?;
    // "Alarms were tested in 85 flats. In 17 of them none went off. That is one flat in five": one count each.
    let counted = |at: &Line<'_>| at.slots.iter().filter(|slot| is_quantity(slot)).count();
    let is_one_each = counted(line) == 0 && counted(last) == 1 && points_at(line, stated);
    let first = reach.near(2).nth(2).filter(|first| is_one_each && first.block == last.block);
    let all = || first.iter().flat_map(|at| &at.slots).chain(&last.slots).chain(&line.slots);
    let is_only = all().filter(|slot| is_part(slot)).count() == 1;
    let counts: Vec<&'l Slot<'a>> = all().filter(|slot| is_quantity(slot)).collect();
    let [one, other] = counts[..] else { return None };
    let (part, whole) = if one.figure().value < other.figure().value { (one, other) } else { (other, one) };
    let is_clear = !is_of_others(line) && !last.has_between(last.first, last.end, BESIDE);
    let is_tied = is_that(line, stated) || is_rate_of(line, stated) || is_part_named(last, line, part, stated);
    let is_taken =
        is_taken_out(last, part, whole) || is_taken_out(line, part, whole) || is_of_unit(line, stated, whole);
    (is_only && is_clear && is_tied && is_taken && are_of_one(part, whole)).then_some((part, whole))
}

/// "That is one flat in five", "That one in six failed": right behind the word that points back.
fn points_at(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    let words = line.words;
    let first = line.first + usize::from(words.is_any(line.first, &["and", "so", "“", "\""]));
    let behind = first + 1 + usize::from(words.is_any(first + 1, &["is", "was", "means", "makes"]));
    words.is_any(first, &["that", "this"]) && (stated.begin == behind || stated.begin == behind + 1)
}

/// "That is half", "That put the share let out at 25 percent", "This means that 40%", "It amounts to a third".
fn is_that(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const VERBS: &[&str] = &[
        "is",
        "was",
        "makes",
        "made",
        "means",
        "meant",
        "puts",
        "put",
        "gives",
        "gave",
        "amounts",
        "amounted",
        "represents",
        "represented",
        "equals",
        "works",
        "worked",
        "comes",
        "came",
        "brings",
        "brought",
        "leaves",
        "left",
        "takes",
        "took",
    ];
    let words = line.words;
    let first = line.first + usize::from(words.is_any(line.first, &["and", "so", "“", "\""]));
    // "That one in six failed was a disgrace"
    if points_at(line, stated) {
        return true;
    }
    words.is_any(first, &["that", "this", "it", "which"])
        && words.is_any(first + 1, VERBS)
        && stated.begin <= first + 12
        && !line.has_between(first, stated.begin, &[",", "and", "but"])
}

/// "The failure rate of 42 per cent", "a failure rate of 42%", "the rate, 42 per cent, was".
fn is_rate_of(line: &Line<'_>, stated: &Slot<'_>) -> bool {
    const KINDS: &[&str] = &[
        "failure",
        "success",
        "pass",
        "response",
        "refusal",
        "rejection",
        "approval",
        "conviction",
        "attendance",
        "acceptance",
        "conversion",
        "hit",
        "return",
        "dropout",
        "drop-out",
        "clearance",
        "detection",
        "completion",
        "survival",
        "infection",
        "take-up",
        "strike",
        "defect",
        "error",
        "turnout",
        "absence",
        "clear-up",
    ];
    let words = line.words;
    let noun = (stated.begin.saturating_sub(4).max(line.first)..stated.begin)
        .rev()
        .find(|&at| words.is_any(at, &["rate", "share", "proportion"]));
    noun.is_some_and(|noun| {
        words.is_any(noun.wrapping_sub(1), KINDS)
            || words.is_any(noun.wrapping_sub(1), &["the", "that"]) && words.is_any(noun, &["share", "proportion"])
    })
}

/// "Calves now make up 30% of the herd", of the calves counted before.
fn is_part_named(last: &Line<'_>, line: &Line<'_>, part: &Slot<'_>, stated: &Slot<'_>) -> bool {
    const VERBS: &[&str] = &[
        "make",
        "makes",
        "made",
        "account",
        "accounts",
        "accounted",
        "form",
        "forms",
        "formed",
        "represent",
        "represents",
        "represented",
        "comprise",
        "comprised",
        "constitute",
        "constitutes",
        "constituted",
    ];
    let words = line.words;
    let verb = (stated.begin.saturating_sub(4).max(line.first)..stated.begin).find(|&at| words.is_any(at, VERBS));
    let Some(verb) = verb else { return false };
    let is_its = words.is_any(line.first, &["they", "these", "those"]) && verb <= line.first + 3;
    let end = part.past();
    let unit = (part.behind..=end).filter_map(|at| stem_at(last, at)).collect::<Vec<_>>();
    is_its || (line.first..verb).filter_map(|at| stem_at(line, at)).any(|stem| unit.contains(&stem))
}

/// "Nine of the 27 clinics", "of 640 prisoners, 128", "80 of them failed", "12 among a herd of 60".
fn is_taken_out(line: &Line<'_>, part: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let words = line.words;
    let has = |slot: &Slot<'_>| line.slots.iter().any(|other| other.entry.claim == slot.entry.claim);
    if !has(part) {
        return false;
    }
    let of_them =
        words.is(part.behind, "of") && words.is_any(part.behind + 1, &["them", "these", "those", "which", "whom"]);
    if !has(whole) {
        return of_them;
    }
    // "200 members, of whom 50 are women"
    let before = part.begin.wrapping_sub(1);
    if whole.end <= before && words.is_any(before, &["whom", "which"]) && words.is(before.wrapping_sub(1), "of") {
        return true;
    }
    let is_of = words.is(part.behind, "of") && part.behind < whole.begin && whole.begin <= part.behind + 6;
    let is_led = whole.begin < part.begin
        && (line.first..whole.begin).any(|at| {
            words.is_any(at, &["of", "among"])
                && at + 5 >= whole.begin
                && (at == line.first || words.is_any(at - 1, &[",", "that", "and"]))
        });
    let is_among = part.begin < whole.begin
        && line.has_between(part.end, whole.begin, &["among", "from", "in", "out"])
        && line.has_between(whole.begin.saturating_sub(4).max(line.first), whole.begin, &["of", "the"]);
    is_of || is_led || is_among || of_them
}

/// "Of the herd", "of the 60", "of all the clinics": the share says of what it is.
fn is_of_unit(line: &Line<'_>, stated: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let of = stated.behind;
    let Some(unit) = whole.unit().filter(|_| line.words.is(of, "of")) else { return false };
    let head = unit.rsplit(' ').next().unwrap_or(unit);
    (of + 1..of + 5).any(|at| line.lower(at).trim_end_matches('s') == head.trim_end_matches('s'))
}

/// Whether the one may be a part of the other: both are counted, or both in one unit.
fn are_of_one(part: &Slot<'_>, whole: &Slot<'_>) -> bool {
    let is_bare = part.kind() == FigureKind::Count && part.unit().is_none();
    let are_counts = part.kind() == FigureKind::Count && whole.kind() == FigureKind::Count;
    let is_one = are_counts || is_bare || part.kind() == whole.kind() && part.unit() == whole.unit();
    is_one && part.figure().value < whole.figure().value
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn shares(text: &str) -> Vec<String> {
        relations(&read(text), RelationKind::Share)
    }

    #[test]
    fn two_sentences_give_a_share_with_its_part_and_its_whole() {
        for (text, expected) in [
            ("Six of the valley’s 24 mills have shut. That is half of the trade.", true),
            ("Six of the valley’s 24 mills have shut. That is a quarter of the trade.", false),
            ("A quarter of the clerks filed nothing last spring, the warden wrote: 33 of 44.", true),
            ("A quarter of the clerks filed nothing last spring, the warden wrote: 11 of 44.", false),
            ("The guild tested 250 scales, and 80 of them failed. The failure rate of 42 per cent was high.", true),
            ("The guild tested 250 scales, and 80 of them failed. The failure rate of 32 per cent was high.", false),
            ("Of 640 pilots who applied, 128 were hired. That put the share taken on at 25 percent.", true),
            ("Of 640 pilots who applied, 128 were hired. That put the share taken on at 20 percent.", false),
            ("The guild took 36 samples, 27 of which were too salty: a failure rate of 85 per cent.", true),
            ("The guild took 36 samples, 27 of which were too salty: a failure rate of 75 per cent.", false),
            ("She said that of the county’s 32 inns, 12, or a quarter, were less than 60% full.", true),
            ("She said that of the county’s 32 inns, eight, or a quarter, were less than 60% full.", false),
        ] {
            let found = shares(text);
            assert_eq!(found.iter().any(|line| line.contains('≠')), expected, "{text}: {found:?}");
        }
    }

    #[test]
    fn a_share_of_something_else_is_left_alone() {
        for text in [
            "Six of the valley’s 24 mills have shut. That is a third more than last year.",
            "Six of the 24 mills have shut, and 90 men have gone. The jobless rate of 12 per cent is the highest.",
            "Six of the 24 mills have shut. The rate of inflation was 8 per cent.",
        ] {
            let found = shares(text);
            assert!(!found.iter().any(|line| line.contains('≠')), "{text}: {found:?}");
        }
    }
}
