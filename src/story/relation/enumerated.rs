//! Finds totals of lists that no word ties to them: "37 ships lay in the bay, the coast guard said – 21 container ships,
//! nine bulk carriers and five tankers", "The bridge will cost $61 million. The state will pay $30 million, the county
//! $18 million and the city $11 million".
//!
//! Three figures of one kind that commas and a last "and" join are a list; a figure of that kind close before it, or in
//! its own sentence, that it all but makes is its total: chance hardly ever brings the two so near.

use rust_decimal::Decimal;

use super::breakdown::is_open;
use super::going_on::{are_of_other_times, goes_on_from};
use super::local::{BlockFigures, PartsNote};
use super::row::{Row, are_opposites, has_any, is_closed, spaced};
use super::solver::{self, Part};
use super::thing::{self, Fit};
use super::{Entry, Promise, Tie};
use crate::extract::{FigureKind, Modifier};

/// How many sentences with figures back a total may stand.
const REACH: usize = 2;

/// How many paragraphs back a total may stand that the list's sentence takes up: "The cuts will fall on …".
const FAR: usize = 3;

/// How many words may stand between two figures of a list.
const LONGEST: usize = 9;

/// What things of many kinds are called together.
const GENERIC: &[&str] =
    &["weapon", "item", "animal", "vehicle", "object", "thing", "device", "building", "bird", "tree", "instrument"];

/// Words before a list by which it is of some of the total, or of another time.
const LOOSE: &[&str] = &[" alone ", " last year ", " last month ", " last week ", " previous ", " earlier "];

/// Words between two figures that are no joint of a list.
const PARTED: &[&str] = &[
    " : ",
    " ( ",
    " ) ",
    " - ",
    " – ",
    " — ",
    " , with ",
    " but ",
    " while ",
    " from ",
    " than ",
    " against ",
    " vs ",
    " compared ",
    " of which ",
    " of whom ",
    " including ",
    " among ",
    " total ",
    " in all ",
    " up ",
    " down ",
    " by ",
    " every ",
    " each ",
    " per ",
    " aged ",
];

/// The lists of a block's sentences, by the numbers of `rows`.
pub(super) fn notes(rows: &[Row<'_>]) -> Vec<Option<PartsNote>> {
    rows.iter().map(|row| list_of(row).map(|parts| PartsNote::of(&parts))).collect()
}

/// The lists of a story with their totals; `rows` are all rows of the blocks.
pub(super) fn find<'a>(blocks: &[BlockFigures<'a>], rows: &'a [Row<'a>]) -> Vec<Tie<'a>> {
    let noted = blocks.iter().flat_map(|block| block.local.lists.iter().map(|list| (list, block.entries)));
    let listed =
        noted.enumerate().filter_map(|(number, (list, entries))| Some((number, list.as_ref()?.among(entries))));
    listed.filter_map(|(number, parts)| total_of(rows, number, &parts)).collect()
}

/// The last list of a sentence, which may begin with its total.
fn list_of<'a>(row: &'a Row<'a>) -> Option<Vec<Part<'a>>> {
    let entries = &row.entries;
    let ends = (1..entries.len()).rev().find(|&at| has_and(&row.between(&entries[at - 1], &entries[at])))?;
    let mut first = ends;
    while 0 < first && joins(row, &entries[first - 1], &entries[first]) {
        first -= 1;
    }
    let list = &entries[first..=ends];
    let parts: Vec<Part<'a>> = list.iter().map(|entry| Part { entry, times: 1 }).collect();
    let least = if are_opposites(&parts[parts.len().saturating_sub(2)..]) { 2 } else { 3 };
    if list.len() < least {
        return None;
    }
    let gaps: Vec<String> = list.windows(2).map(|pair| row.between(&pair[0], &pair[1])).collect();
    let is_sound = list.iter().all(is_plain) && is_closed(&gaps, &row.words_behind(&entries[ends]));
    let before = row.words_before(&list[0]);
    let is_loose = || {
        is_open(&before)
            || is_open(&spaced(row.words()))
            || has_any(&before, LOOSE)
            || has_any(&before, &[" than ", " from ", " against "])
    };
    (is_sound && !is_loose()).then_some(parts)
}

fn has_and(gap: &str) -> bool {
    has_any(gap, &[" and ", " & "])
}

/// Whether the second figure goes on with the list of the first.
fn joins(row: &Row<'_>, one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let gap = row.between(one, other);
    let currency = |entry: &Entry<'_>| {
        let is_count = entry.figure.kind == FigureKind::Count;
        entry.figure.unit.as_ref().map(|unit| unit.head.clone()).filter(|_| !is_count)
    };
    let is_one_kind = one.figure.kind == other.figure.kind && currency(one) == currency(other);
    let is_joint = has_any(&gap, &[" , ", " ; "]) || has_and(&gap);
    is_one_kind && is_joint && !has_any(&gap, PARTED) && gap.split_whitespace().count() <= LONGEST
}

fn is_plain(entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Measure)
        && figure.pair.is_none()
        && figure.modifier == Modifier::Plain
        && Decimal::ZERO < figure.value
}

/// The total that a list all but makes.
fn total_of<'a>(rows: &'a [Row<'a>], number: usize, parts: &[Part<'a>]) -> Option<Tie<'a>> {
    let row = &rows[number];
    let tie = |stated: &'a Entry<'a>, parts: &[Part<'a>]| Tie { stated, parts: parts.to_vec(), promise: Promise::Near };
    // "Killed 11 people, seven passengers, two drivers and one pedestrian"
    let (first, rest) = parts.split_first()?;
    let least = if are_opposites(rest) { 2 } else { 3 };
    let headed = Some(tie(first.entry, rest)).filter(|tie| least <= rest.len() && is_total(tie) && is_named(tie));
    let is_part = |entry: &Entry<'_>| parts.iter().any(|part| std::ptr::eq(part.entry.figure, entry.figure));
    let own = || {
        let others = row.entries.iter().filter(|entry| !is_part(entry));
        others.map(|entry| tie(entry, parts)).find(|tie| is_total(tie) && is_set_off(row, tie))
    };
    let before = || {
        let near = rows[number.saturating_sub(REACH)..number].iter().rev();
        let far = if goes_on_from(row) { FAR } else { 1 };
        let near = near.filter(|earlier| row.block <= earlier.block + far);
        let near = near.filter(|earlier| !are_of_other_times(earlier, row));
        let near = near.filter(|earlier| !are_rivals(earlier, row, parts));
        let mut ties =
            near.flat_map(|earlier| earlier.entries.iter().rev().map(move |entry| (earlier, tie(entry, parts))));
        let is_its = |(earlier, tie): &(&Row<'_>, Tie<'_>)| {
            is_total(tie) && is_said(earlier, tie) && (is_one_kind(row, tie) || are_its_dead(earlier, row, tie))
        };
        ties.find(|found| 3 <= parts.len() && is_its(found)).map(|(_, tie)| tie)
    };
    let found = headed.or_else(own).or_else(before)?;
    let sum = solver::total(found.parts.iter().map(|part| part.entry))?;
    let is_told = |row: &Row<'_>| row.all.iter().any(|entry| entry.figure.value == sum);
    let is_another = rows[number.saturating_sub(REACH + 1)..=number].iter().any(is_told);
    (!is_another && found.settle().is_some_and(|sum| !sum.holds)).then_some(found)
}

/// Whether the figure is one that the parts all but make.
fn is_total(tie: &Tie<'_>) -> bool {
    const SMALL: i64 = 40;
    let (whole, figure) = (tie.stated, tie.stated.figure);
    let part = tie.parts[0].entry.figure;
    let Some(sum) = solver::total(tie.parts.iter().map(|part| part.entry)) else { return false };
    let Some(missing) = figure.value.checked_sub(sum).map(|missing| missing.abs()) else { return false };
    let is_alike = figure.kind == part.kind
        && (figure.kind == FigureKind::Count
            || figure.unit.as_ref().map(|unit| &unit.head) == part.unit.as_ref().map(|unit| &unit.head));
    let is_small = figure.value < Decimal::from(SMALL) && missing <= Decimal::TWO && 3 <= tie.parts.len();
    let is_near = is_small || missing.checked_mul(Decimal::from(12)).is_some_and(|most| most <= figure.value);
    let is_largest = tie.parts.iter().all(|part| part.entry.figure.value < figure.value);
    is_alike && is_plain(whole) && is_near && is_largest
}

/// Whether a count before its list says what all of them are: people of whatever kind.
fn is_named(tie: &Tie<'_>) -> bool {
    let all = std::iter::once(tie.stated).chain(tie.parts.iter().map(|part| part.entry));
    let mut people = all.filter(|entry| entry.figure.unit.is_some());
    let are_people = are_opposites(&tie.parts) || people.all(|entry| thing::counts_people(&entry.figure.mention));
    tie.stated.figure.unit.is_some() && are_people
}

/// Whether the total counts what the parts count, or they leave it out.
fn is_one_kind(row: &Row<'_>, tie: &Tie<'_>) -> bool {
    let whole = tie.stated.figure;
    // "Five Germans, four Dutch": whoever comes from a country is a person.
    let hails = |part: &Part<'_>| thing::counts_people(&whole.mention) && is_from_country(row, part.entry);
    // "417 weapons: 288 knives, …"
    let is_generic = whole.unit.as_ref().is_some_and(|unit| GENERIC.contains(&unit.head.as_str()));
    let fits = |part: &Part<'_>| {
        is_generic || whole.unit.is_none() || thing::fit(whole, part.entry.figure) != Fit::Other || hails(part)
    };
    whole.kind != FigureKind::Count || tie.parts.iter().all(fits)
}

/// "Lost 640 ewes … The count found 310 dead in Brae, 190 in Holm and 140 in Orm": the first says what became of them, the
/// others nothing.
fn are_its_dead(earlier: &Row<'_>, row: &Row<'_>, tie: &Tie<'_>) -> bool {
    const DIED: &[&str] = &[" lost ", " died ", " dead ", " killed ", " perished ", " drowned ", " deaths "];
    let [first, rest @ ..] = &tie.parts[..] else { return false };
    let is_dead = |word: &str| matches!(word, "dead" | "drowned" | "killed");
    let is_first_dead = match &first.entry.figure.unit {
        Some(unit) => is_dead(&unit.head),
        None => row.words_behind(first.entry).split_whitespace().next().is_some_and(is_dead),
    };
    is_first_dead && rest.iter().all(|part| part.entry.figure.unit.is_none()) && has_any(&spaced(earlier.words()), DIED)
}

/// Whether what it counts has the name of a people: "Germans", "Swiss visitors".
fn is_from_country(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    let begins = |at: u32| row.words().get(at.checked_sub(row.span.start)? as usize..);
    let unit = entry.figure.unit.as_ref().and_then(|unit| begins(unit.span.start));
    unit.is_some_and(|unit| unit.starts_with(char::is_uppercase))
}

/// "Holm has 568 votes. Dunn has 370, Marsh 129 and Orr 63": the same verb tells of each.
fn are_rivals(earlier: &Row<'_>, row: &Row<'_>, parts: &[Part<'_>]) -> bool {
    let verb =
        |row: &Row<'_>, entry: &Entry<'_>| row.words_before(entry).split_whitespace().next_back().map(str::to_owned);
    let own = verb(row, parts[0].entry);
    own.is_some() && earlier.entries.iter().any(|entry| verb(earlier, entry) == own)
}

/// Whether the total says what it counts, or of how many things: "ticket sales for the three concerts came to 1,460".
fn is_said(earlier: &Row<'_>, tie: &Tie<'_>) -> bool {
    let count = Decimal::from(tie.parts.len());
    let is_number_of_parts = |entry: &Entry<'_>| entry.figure.value == count && entry.figure.unit.is_some();
    let are_bare = || tie.parts.iter().all(|part| part.entry.figure.unit.is_none());
    // "The workforce will shrink by 430": of what the list names.
    let is_step = || tie.parts[0].entry.figure.unit.is_some() && earlier.words_before(tie.stated).ends_with(" by ");
    tie.stated.figure.unit.is_some() || earlier.all.iter().any(is_number_of_parts) && are_bare() || is_step()
}

/// Whether a colon, a dash or "with" sets the list off from its total, or the total follows it: "toward the $61 million".
fn is_set_off(row: &Row<'_>, tie: &Tie<'_>) -> bool {
    let (first, last) = (tie.parts[0].entry, tie.parts[tie.parts.len() - 1].entry);
    if tie.stated.figure.number < first.figure.number {
        let lead = row.between(tie.stated, first);
        return !is_open(&lead)
            && [" : ", " - ", " – ", " — ", " ( ", " , with "]
                .iter()
                .any(|mark| lead.ends_with(mark) || lead.contains(mark));
    }
    let gap = row.between(last, tie.stated);
    is_one_kind(row, tie)
        && has_any(&gap, &[" toward ", " towards ", " of the ", " for the ", " in the "])
        && !has_any(&gap, &[" , ", " and "])
}
