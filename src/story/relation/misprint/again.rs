//! One number told twice, once with two neighbouring digits swapped: "214 checks" and "241 checks", "R64.1m" and "R61.4m".

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::super::conflict::{is_of_another_thing, names_another_month, names_another_place};
use super::super::counted_again::is_then_and_now;
use super::super::elsewhere::{is_of_a_year, is_of_another_place};
use super::super::repeat::contradiction;
use super::super::telling::{Telling, words_of};
use super::super::thing;
use super::{Ledger, Relation, Story, digits, is_like, says_near};
use crate::draft::{Place, Role};
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::Class;
use crate::story::Placed;

/// So many digits need no noun to be known again.
const LONG: usize = 3;

/// How many words two sentences share that tell of the same.
const SHARED: usize = 2;

/// Numbers of the same digits that come up more often are a table in prose.
const MOST: usize = 16;

/// Words around a number that may set it apart.
const NEAR: usize = 6;

/// The numbers that stand elsewhere with two digits swapped.
pub(super) fn find(story: &Story, tellings: &[Telling<'_>], ledger: &Ledger) -> Vec<Relation> {
    let mut by_digits: FxHashMap<u64, Vec<&Telling<'_>>> = FxHashMap::default();
    for telling in tellings.iter().filter(|telling| is_number(story, telling.entry.figure)) {
        by_digits.entry(digits_of(telling.entry.figure.value)).or_default().push(telling);
    }
    let groups = by_digits.values().filter(|group| (2..=MOST).contains(&group.len()));
    let mut found: Vec<Relation> = groups.flat_map(|group| swapped(story, group, ledger)).collect();
    found.sort_by_key(|relation| relation.stated);
    found
}

fn is_number(story: &Story, figure: &Placed<Figure>) -> bool {
    let is_kind = matches!(
        figure.kind,
        FigureKind::Count | FigureKind::Money | FigureKind::Measure | FigureKind::Index | FigureKind::Percentage
    );
    let is_told = matches!(figure.modifier, Modifier::Plain | Modifier::About | Modifier::Nearly | Modifier::MoreThan);
    let is_cell = matches!(story.blocks[figure.block].place, Place::Cell { .. });
    is_kind && is_told && figure.pair.is_none() && figure.value >= Decimal::ONE && !is_cell
}

/// How often each digit but nought stands in a number: those that may change places have it in common.
fn digits_of(number: Decimal) -> u64 {
    let mut digits = number.normalize().mantissa().unsigned_abs();
    let mut counts = 0;
    while digits != 0 {
        // Four bits for each digit; nought takes the lowest, which say nothing.
        counts += 1 << (4 * (digits % 10) as u32);
        digits /= 10;
    }
    counts & !0xf
}

/// The numbers of the group that stand there once, and elsewhere with two digits swapped.
fn swapped(story: &Story, group: &[&Telling<'_>], ledger: &Ledger) -> Vec<Relation> {
    let value = |telling: &Telling<'_>| telling.entry.figure.value;
    let is_once = |telling: &Telling<'_>| group.iter().filter(|other| value(other) == value(telling)).count() == 1;
    let odd = group.iter().enumerate().filter(|(_, again)| is_once(again)).filter_map(|(number, again)| {
        let is_before = |at: usize, first: &Telling<'_>| at < number || !is_once(first);
        let mut others = group.iter().enumerate().filter(|(at, first)| is_before(*at, first)).map(|(_, first)| first);
        let first = others.find(|first| is_meant(story, first, again, ledger))?;
        // What sums the story up is held against its text, wherever it stands.
        let is_summed_up =
            is_once(first) && is_display(story, first.entry.figure) && !is_display(story, again.entry.figure);
        let (known, doubted) = if is_summed_up { (again.entry, first.entry) } else { (first.entry, again.entry) };
        Some(contradiction(known, doubted))
    });
    odd.collect()
}

/// Whether one of the two is the other mistyped.
fn is_meant(story: &Story, first: &Telling<'_>, again: &Telling<'_>, ledger: &Ledger) -> bool {
    let (one, other) = (first.entry, again.entry);
    let is_told = ledger.doubts(other.claim) || ledger.bears_out(one.claim) && ledger.bears_out(other.claim);
    is_like(one.figure, other.figure)
        && digits::is_transposed(one, other)
        && !is_told
        && one.figure.sentence != other.figure.sentence
        && (LONG <= digits::length(&[one.figure.value, other.figure.value])
            || is_known(story, one.figure, other.figure))
        && (is_display(story, one.figure) != is_display(story, other.figure) || !is_of_others(story, first, again))
}

/// Whether it stands in what sums the story up: a headline, a dek, a caption.
fn is_display(story: &Story, figure: &Placed<Figure>) -> bool {
    matches!(story.blocks[figure.block].role, Role::Headline | Role::Dek | Role::Caption)
}

/// Whether the words around the one that comes last say that it is of another thing, place or month.
pub(super) fn is_of_others(story: &Story, first: &Telling<'_>, again: &Telling<'_>) -> bool {
    let (first, again) = if first.entry.claim < again.entry.claim { (first, again) } else { (again, first) };
    names_another_place(story, first, again)
        || names_another_month(story, first, again)
        || is_of_another_thing(story, first, again)
        || is_of_another_place(story, first, again)
        || is_then_and_now(story, first, again)
        || is_of_a_year(story, again)
        || is_set_apart(story, again.entry.figure)
}

/// "The 381 homes lost in the previous fire", "another 381".
pub(super) fn is_set_apart(story: &Story, figure: &Placed<Figure>) -> bool {
    const OTHERS: &[&str] = &["another", "earlier", "former", "last", "other", "previous", "separate", "similar"];
    says_near(story, figure, NEAR, OTHERS, OTHERS)
}

/// Whether the words say that two short numbers are of the same: one noun, or a headline's amount, or sentences alike.
fn is_known(story: &Story, one: &Placed<Figure>, other: &Placed<Figure>) -> bool {
    if one.kind == FigureKind::Count {
        let units = one.unit.as_ref().zip(other.unit.as_ref());
        let are_one = units.is_some_and(|(one, other)| thing::unit_set(&one.head) == thing::unit_set(&other.head));
        // "Rebels free 47 villagers", where 74 people are: a headline calls them what it likes.
        let are_people = || {
            is_display(story, one) != is_display(story, other)
                && thing::counts_people(one)
                && thing::counts_people(other)
        };
        return (are_one || are_people()) && !is_restricted(story, other);
    }
    let are_alike = || SHARED <= shared(story, one.sentence, other.sentence);
    // Shares of many groups are told in the same words.
    is_display(story, one) != is_display(story, other) || one.kind != FigureKind::Percentage && are_alike()
}

/// "The 68 homes on the hill": some of them.
fn is_restricted(story: &Story, figure: &Placed<Figure>) -> bool {
    let behind = story.tokens_behind(figure.sentence, figure.span.end);
    behind.first().is_some_and(|next| next.is(Class::Preposition) || next.is(Class::Relative))
}

fn shared(story: &Story, one: usize, other: usize) -> usize {
    let (one, other) = (words_of(story, one), words_of(story, other));
    one.iter().filter(|stem| other.binary_search(stem).is_ok()).count()
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Repeat);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn digits_that_changed_places_are_those_of_a_number_told_before() {
        for (text, found) in [
            (
                "Inspectors made 214 checks at the yard, Ada Ek said.\n\nBad welds came up in nine of the visits. In all, 241 checks led to no fine.",
                "241 ≠ 214",
            ),
            (
                "On Monday 61.4% of patients were seen in four hours, the trust said.\n\nThe minister said waits were short. The ward saw 64.1% of them in time.",
                "64.1% ≠ 61.35..61.45",
            ),
            (
                "The line carried 210 000 passengers on Monday, Ivo Brand said.\n\nThe strike began. It stranded 120 000 passengers.",
                "120 000 ≠ 205000..215000",
            ),
        ] {
            assert_eq!(wrong(text), [found], "{text}");
        }
    }

    #[test]
    fn numbers_of_other_things_places_and_times_are_left_alone() {
        for text in [
            "The fire took 318 homes in Brae, Ada Ek said.\n\nIt took 381 homes in Ardle.",
            "The fire took 318 homes, Ada Ek said.\n\nThe 381 homes lost in the previous fire were insured.",
            "The club has 21 coaches, Ada Ek said.\n\nIt owns 12 boats.",
            "Some 34% of those over 60 agree, Ada Ek said.\n\nAmong the young it is 43% of those asked.",
            "The yard had 214 men and 241 women, Ada Ek said.",
            "About 60.9 million voted then, Ada Ek said.\n\nThis year 69 million voted.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
    }
}
