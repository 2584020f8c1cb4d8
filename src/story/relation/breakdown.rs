//! Finds totals with their parts in a sentence and in those right behind it.

use rust_decimal::Decimal;

use super::disclaimed::is_disclaimed;
use super::going_on::{are_of_other_times, goes_on_from};
use super::local::{BlockFigures, TieNote};
use super::row::{self, Listing, Row, has_any};
use super::solver::{self, Part};
use super::thing::{self, Fit};
use super::{Entry, Promise, Story, Tie, voters};
use crate::draft::Place;
use crate::extract::{FigureKind, Modifier};

/// Words that say a list is not complete.
const OPEN: &[&str] = &[
    " including ",
    " included ",
    " includes ",
    " include ",
    " among ",
    " such as ",
    " mainly ",
    " mostly ",
    " most of ",
    " notably ",
    " especially ",
    " particularly ",
    " for example ",
    " for instance ",
    " chiefly ",
    " partly ",
];

/// Words that say a list is all there is.
const WHOLE: &[&str] = &[
    " of which ",
    " of whom ",
    " comprising ",
    " comprised ",
    " comprises ",
    " consisting of ",
    " consisted of ",
    " consists of ",
    " made up of ",
    " composed of ",
    " broken down ",
    " divided into ",
    " split into ",
    " split between ",
    " divided between ",
    " namely ",
];

/// Those of [`WHOLE`] whose parts cannot overlap.
const MADE_UP: &[&str] =
    &[" comprising ", " comprised ", " comprises ", " made up of ", " composed of ", " divided into "];

/// How many figures before a sentence may be the total of what it lists.
const REACH: usize = 6;

/// How many sentences with figures back a total may stand of which a list is all.
const LAST_TOTALS: usize = 8;

/// Whether the words, as [`spaced`](super::row::spaced) writes them, say that a list is not complete.
pub(super) fn is_open(words: &str) -> bool {
    has_any(words, OPEN)
}

/// What a sentence adds up without looking beyond its block, and what it has for those who look.
pub(super) struct OwnTies {
    /// A total with its parts in the sentence, or with those of the one before in the block.
    total: Option<TieNote>,
    /// Whether all that it says may be the parts of a total before it.
    may_list: bool,
    /// Whether one of its figures is called the rest.
    has_rest: bool,
    left: Option<TieNote>,
    votes: Option<TieNote>,
}

/// The sums of a block's sentences, by the numbers of `rows`.
pub(super) fn own_ties(rows: &[Row<'_>]) -> Vec<OwnTies> {
    let own = |number: usize, row: &Row<'_>| {
        let listed = voters::of_all(row)
            .or_else(|| kinds_of_them(row))
            .or_else(|| (1..row.entries.len()).find_map(|first| listed_behind(row, first)))
            .or_else(|| of_a_rate(row));
        let total = listed.or_else(|| total_behind(row, &rows[..number])).filter(|tie| !is_disclaimed(row, tie));
        OwnTies {
            total: total.as_ref().map(TieNote::of),
            may_list: may_list(row),
            has_rest: row.entries.iter().any(|entry| is_rest(row, entry)),
            left: left(row).as_ref().map(TieNote::of),
            votes: voters::votes(row).as_ref().map(TieNote::of),
        }
    };
    rows.iter().enumerate().map(|(number, row)| own(number, row)).collect()
}

/// The totals of sentences and paragraphs; `rows` are all rows of the blocks.
pub(super) fn find<'a>(story: &Story, blocks: &[BlockFigures<'a>], rows: &'a [Row<'a>]) -> Vec<Tie<'a>> {
    let mut ties = Vec::new();
    let own = blocks.iter().flat_map(|block| block.local.ties.iter().map(|own| (own, block.entries)));
    for (number, (row, (own, entries))) in rows.iter().zip(own).enumerate() {
        let before = &rows[number.saturating_sub(3)..number];
        let placed = |note: &Option<TieNote>| note.as_ref().map(|note| note.among(entries));
        let tie = placed(&own.total)
            .map(|tie| with_total_before(&rows[number.saturating_sub(LAST_TOTALS)..number], tie))
            .or_else(|| own.may_list.then(|| parts_of_the_sentence_before(story, row, before)).flatten())
            .or_else(|| own.has_rest.then(|| the_rest(row, before)).flatten())
            .or_else(|| placed(&own.left));
        ties.extend(tie);
        ties.extend(placed(&own.votes));
    }
    ties
}

/// A list that misses its first figure but makes an earlier total with it is the list of that total:
/// "318,000 lost power. … Records show 141,000 homes in the city itself, 96,500 in Troon and 80,500 in Ayr."
fn with_total_before<'a>(before: &'a [Row<'a>], tie: Tie<'a>) -> Tie<'a> {
    if tie.settle().is_none_or(|sum| sum.holds) {
        return tie;
    }
    let mut parts = vec![Part { entry: tie.stated, times: 1 }];
    parts.extend(&tie.parts);
    let sum = solver::total(parts.iter().map(|part| part.entry));
    let is_sum = |whole: &&Entry<'_>| {
        Some(whole.figure.value) == sum && thing::fit(whole.figure, tie.stated.figure) != Fit::Other
    };
    match before.iter().rev().flat_map(|row| &row.entries).find(is_sum) {
        Some(stated) => Tie { stated, parts, promise: Promise::Near },
        None => tie,
    }
}

/// A total, and behind it in the same sentence its parts: "12 died: seven in Ayr, three in Troon and two in Irvine".
fn listed_behind<'a>(row: &'a Row<'a>, first: usize) -> Option<Tie<'a>> {
    let ties = (0..first).rev().filter_map(|stated| {
        let whole = &row.entries[stated];
        if is_named_as_some(row, whole, &row.entries[first]) {
            return None;
        }
        let says_something = |tie: &Tie<'_>| tie.promise != Promise::Open || tie.settle().is_some();
        let one = of_one_unit(row, stated, first).filter(says_something);
        let many = of_many_units(row, stated, first);
        // "Of which 54,000 were novels, 22,000 children's books and 24,000 the rest": each of the kinds has its noun.
        let holds_more = |one: &Tie<'_>, many: &Tie<'_>| {
            one.parts.len() < many.parts.len() && many.distance() < Decimal::new(118, 2)
        };
        let tie = match (one, many) {
            (Some(one), Some(many)) if holds_more(&one, &many) => many,
            (one, many) => one.or(many)?,
        };
        (!is_item_count(&tie) && !is_price(row, whole) && !is_told_for_each(row, &tie)).then_some(tie)
    });
    ties.min_by_key(Tie::distance)
}

/// "Forty roads were shut, including 22 around Kendry, 11 in Alder and four near Barr": the first of some is no whole of
/// the others, unless a colon or a bracket opens them.
fn is_named_as_some(row: &Row<'_>, whole: &Entry<'_>, first: &Entry<'_>) -> bool {
    row.words_before(whole).ends_with(" including ")
        && !has_any(&row.between_numbers(whole, first), &[" : ", " ( ", " of which ", " of whom ", " of them "])
}

/// "30,000 this year and 35,000 in each of the two that follow": a part that counts more than once.
fn is_told_for_each(row: &Row<'_>, tie: &Tie<'_>) -> bool {
    let counts_again = |behind: &str| {
        [" in each of ", " for each of ", " on each of ", " to each of "].iter().any(|each| behind.starts_with(each))
    };
    tie.parts.iter().any(|part| part.times == 1 && counts_again(&row.words_behind(part.entry)))
}

/// "38 arrests, 21 of them for breach of the peace, 12 for assault and five for theft": the later parts share the words
/// of the first, so that none is counted twice.
fn kinds_of_them<'a>(row: &'a Row<'a>) -> Option<Tie<'a>> {
    const THEM: [&str; 3] = [" of them ", " of whom ", " of these "];
    // A total and two parts.
    if row.all.len() < 3 {
        return None;
    }
    let at = row.all.iter().position(|entry| THEM.iter().any(|words| row.words_behind(entry).starts_with(words)))?;
    let stated = row.all[..at].last()?;
    let is_count = |entry: &Entry<'_>| {
        entry.figure.kind == FigureKind::Count
            && entry.figure.pair.is_none()
            && entry.figure.modifier == Modifier::Plain
    };
    let parts = &row.all[at..];
    let joins = |pair: &[Entry<'_>]| {
        let gap = row.between(&pair[0], &pair[1]);
        (gap.ends_with(" , ") || gap.ends_with(" and ")) && gap.split_whitespace().count() <= 12
    };
    let is_list = 2 <= parts.len() && parts.iter().chain([stated]).all(is_count) && parts.windows(2).all(joins);
    let is_apposed = row.between(stated, &parts[0]).ends_with(" , ");
    let is_short = |entry: &Entry<'_>| {
        let behind = row.words_behind(entry);
        let item = &behind[..behind.find([',', ';', '.', ')']).unwrap_or(behind.len())];
        item.split_whitespace().count() <= 6
            && !has_any(item, &[" were ", " was ", " are ", " had ", " have ", " who "])
    };
    // "27 monkeys, 14 of them born there, and nine bears": what says what it counts is none of them.
    let is_of_them = |entry: &Entry<'_>| thing::fit(stated.figure, entry.figure) != Fit::Other;
    let is_gapped = parts[1..].iter().all(|entry| is_of_them(entry) && is_short(entry));
    let parts: Vec<Part<'a>> = parts.iter().map(|entry| Part { entry, times: 1 }).collect();
    let promise = if parts.len() < 3 { Promise::Near } else { Promise::Likely };
    (is_list && is_apposed && is_gapped).then_some(Tie { stated, parts, promise })
}

/// A sum by the year with its parts: "save $350 million a year: $180 million from purchasing and $170 million from jobs".
fn of_a_rate<'a>(row: &'a Row<'a>) -> Option<Tie<'a>> {
    let is_sum = |entry: &&Entry<'_>| {
        let unit = entry.figure.unit.as_ref();
        let is_money = unit
            .is_some_and(|unit| unit.head.len() == 3 && unit.head.bytes().all(|letter| letter.is_ascii_uppercase()));
        entry.figure.kind == FigureKind::Rate && entry.figure.pair.is_none() && is_money
    };
    let stated = row.all.iter().find(is_sum)?;
    let first = row.entries.iter().position(|entry| stated.figure.number < entry.figure.number)?;
    let lead = row.between(stated, &row.entries[first]);
    let is_set_off = has_any(&lead, &[" : ", " – ", " — "]) || has_any(&lead, WHOLE);
    let currency = stated.figure.unit.as_ref().map(|unit| &unit.head);
    let is_part = |entry: &Entry<'_>| {
        entry.figure.kind == FigureKind::Money && entry.figure.unit.as_ref().map(|unit| &unit.head) == currency
    };
    let listing = row.listing_of(first, is_part).filter(|listing| 2 <= listing.parts.len() && listing.is_whole)?;
    let is_list =
        is_set_off && !is_open(&lead) && listing.parts.iter().all(|part| part.entry.figure.modifier == Modifier::Plain);
    is_list.then_some(Tie { stated, parts: listing.parts, promise: Promise::Likely })
}

/// Parts that count what the total counts, or do not say what they count.
fn of_one_unit<'a>(row: &'a Row<'a>, stated: usize, first: usize) -> Option<Tie<'a>> {
    let whole = &row.entries[stated];
    let listing = row.listing(whole, first).filter(|listing| 2 <= listing.parts.len())?;
    let promise = promise(row, stated, first, &listing)?;
    Some(Tie { stated: whole, parts: listing.parts, promise })
}

/// Parts with nouns of their own: "88 buildings: 54 homes, 21 shops and 13 barns".
fn of_many_units<'a>(row: &'a Row<'a>, stated: usize, first: usize) -> Option<Tie<'a>> {
    let whole = &row.entries[stated];
    let lead = row.between(&row.entries[first - 1], &row.entries[first]);
    let is_next = stated + 1 == first && whole.figure.kind == FigureKind::Count;
    let is_dash = matches!(lead.as_str(), " - " | " – " | " — " | " - - ");
    let is_bracket = lead == " ( ";
    // "The 18 victims were 11 women, five men and two children"
    let is_told = [" were ", " are "].iter().any(|end| lead.ends_with(end)) && lead.split_whitespace().count() <= 3;
    if is_next && (lead.ends_with(" among them ") || lead.ends_with(" including ")) {
        return more_than_all(row, whole, first);
    }
    let is_list = is_dash || is_bracket || is_told || lead.contains(" : ") || has_any(&lead, WHOLE);
    if !is_next || !is_list || is_open(&lead) {
        return None;
    }
    let listing = row.listing_of_counts(first).filter(|listing| 2 <= listing.parts.len() && listing.is_whole)?;
    Some(Tie { stated: whole, parts: listing.parts, promise: Promise::Near })
}

/// "Lost 2,700 animals, among them 1,900 sheep, 600 goats and 400 yaks": what is no person is of one kind only, so that
/// some can be no more than all.
fn more_than_all<'a>(row: &'a Row<'a>, whole: &'a Entry<'a>, first: usize) -> Option<Tie<'a>> {
    const MOST: i64 = 135;
    let listing = row.listing_of_counts(first).filter(|listing| 2 <= listing.parts.len() && listing.is_whole)?;
    let heads: Vec<&str> =
        listing.parts.iter().filter_map(|part| Some(part.entry.figure.unit.as_ref()?.head.as_str())).collect();
    let are_kinds = heads.len() == listing.parts.len()
        && heads.iter().enumerate().all(|(at, head)| !thing::is_person(head) && !heads[..at].contains(head));
    let sum = solver::total(listing.parts.iter().map(|part| part.entry))?;
    let is_over = whole.figure.value < sum && sum <= whole.figure.value.checked_mul(Decimal::new(MOST, 2))?;
    let is_sound = are_kinds && is_over && !thing::counts_people(&whole.figure.mention);
    is_sound.then_some(Tie { stated: whole, parts: listing.parts, promise: Promise::Open })
}

/// Whether the figure is a price, of which a list names others: "Tickets cost £40: £30 for members, £20 for pupils".
fn is_price(row: &Row<'_>, whole: &Entry<'_>) -> bool {
    const PRICES: [&str; 6] = [" cost ", " costs ", " price ", " prices ", " charge ", " charges "];
    let is_small = whole.figure.kind == FigureKind::Money && whole.figure.value < Decimal::ONE_THOUSAND;
    is_small && has_any(&row.words_before(whole), &PRICES)
}

/// What ties the parts to one of several equal shares of the total.
const OF_EACH: &[&str] = &[" in each ", " for each ", " to each ", " evenly ", " equally "];

/// What the words between a total and its first part promise; `None` where they do not tie them.
fn promise(row: &Row<'_>, stated: usize, first: usize, listing: &Listing<'_>) -> Option<Promise> {
    let lead = row.between(&row.entries[first - 1], &row.entries[first]);
    let whole = &row.entries[stated];
    // "$120,000, split evenly between men and women: in each race $40,000 goes to the winner": parts of a part.
    let is_of_each = has_any(&lead, OF_EACH);
    let told = if has_any(&lead, OPEN) || is_of_each {
        Promise::Open
    } else if has_any(&lead, WHOLE) || lead.contains(" : ") {
        let is_apart = listing.is_parallel || has_any(&lead, MADE_UP) || row.words().contains(" not");
        if is_apart { Promise::Complete } else { Promise::Near }
    } else if is_set_off(&lead, listing) {
        // "14 titles in her career, eight of them on clay": the words say whose parts they are.
        let is_of_them = row.words_behind(&row.entries[first]).starts_with(" of them ");
        if !is_of_them && row.is_first_item(whole, listing) {
            return None;
        }
        if row.is_total(whole) { Promise::Complete } else { Promise::Likely }
    } else if is_partitive(row, whole) && lead.contains(" , ") {
        let is_all = row.is_total(whole)
            || names_the_rest(row, listing)
            || are_votes(row, listing)
            || are_kinds(row, whole, listing);
        if is_all { Promise::Complete } else { Promise::Open }
    } else if listing.is_parallel && holds_all(&lead) && row::are_opposites(&listing.parts) {
        Promise::Near
    } else {
        return None;
    };
    let promise = if listing.is_whole { told } else { Promise::Open };
    (promise != Promise::Open || listing.is_parallel).then_some(promise)
}

/// "The 40-strong choir has 24 women and 16 men."
fn holds_all(lead: &str) -> bool {
    [" has ", " had ", " have ", " of ", " with "].iter().any(|end| lead.ends_with(end))
}

/// Whether a dash, brackets or no more than a comma set the list off from its total.
fn is_set_off(lead: &str, listing: &Listing<'_>) -> bool {
    has_any(lead, &[" - ", " – ", " — ", " - - "])
        || lead.contains(" ( ") && listing.is_bracketed
        || is_apposed(lead) && listing.is_parallel
}

/// Whether a list follows its total with no more than a comma between them.
fn is_apposed(lead: &str) -> bool {
    [" , ", " , with ", " ; "].iter().any(|end| lead.ends_with(end))
}

/// Whether the sentence takes the figure apart: "Of the 154 rigs, …", "Out of a total of 154 rigs, …".
fn is_partitive(row: &Row<'_>, whole: &Entry<'_>) -> bool {
    let opening = row.words_before(whole);
    opening == " of "
        || has_any(&opening, &[" of the ", " of its ", " of their ", " of all ", " out of ", " of a total "])
}

/// "Fifteen voted in favour, nine against and three abstained": nobody does two of them.
fn are_votes(row: &Row<'_>, listing: &Listing<'_>) -> bool {
    let words = row::spaced(row.words());
    let is_for = has_any(&words, &[" for ", " in favour ", " in favor ", " yes "]);
    listing.parts.len() == 3 && is_for && has_any(&words, &[" against ", " no "]) && has_any(&words, &[" abstain"])
}

/// Whether two parts say what kind each is and all but make the total: "41 are inshore craft and 23 are all-weather boats".
fn are_kinds(row: &Row<'_>, whole: &Entry<'_>, listing: &Listing<'_>) -> bool {
    const LEAST: i64 = 20;
    let copula = |part: &Part<'_>| {
        let behind = row.words_behind(part.entry);
        behind.split_whitespace().next().filter(|word| matches!(*word, "are" | "were")).map(str::to_owned)
    };
    let twentieth = whole.figure.value / Decimal::from(20);
    let sum = solver::total(listing.parts.iter().map(|part| part.entry));
    let is_near =
        sum.and_then(|sum| sum.checked_sub(whole.figure.value)).is_some_and(|missing| missing.abs() <= twentieth);
    let first = listing.parts.first().and_then(copula);
    let is_one = first.is_some() && listing.parts.iter().all(|part| copula(part) == first);
    listing.parts.len() == 2 && is_one && is_near && Decimal::from(LEAST) <= whole.figure.value
}

/// Whether the last part is said to be all that is left: "the remaining 14", "the other two".
fn names_the_rest(row: &Row<'_>, listing: &Listing<'_>) -> bool {
    listing.parts.last().is_some_and(|last| is_rest(row, last.entry))
}

/// Whether the words before a figure say that it is what is left of something.
pub(super) fn is_rest(row: &Row<'_>, entry: &Entry<'_>) -> bool {
    const LEADS: [&str; 5] = [" remaining ", " the other ", " the rest , ", " the balance of ", " the remainder , "];
    row.may_be_led(entry, &['g', 'G', 'r', 'R', 'f', 'F', ',']) && {
        let before = row.words_before(entry);
        LEADS.iter().any(|end| before.ends_with(end))
    }
}

/// Whether the number only says how many items follow: "two changes: 40 pubs in the north and 20 in the south".
///
/// "Killed two people: one in the shed and two at the gate" counts people throughout.
fn is_item_count(tie: &Tie<'_>) -> bool {
    let goes_on = |part: &Part<'_>| thing::fit(tie.stated.figure, part.entry.figure) == Fit::Elided;
    let are_people = thing::counts_people(&tie.stated.figure.mention) && tie.parts.iter().all(goes_on);
    tie.stated.figure.value == Decimal::from(tie.parts.len()) && tie.distance() != Decimal::ONE && !are_people
}

/// The parts first, then what they come to: "1,280 and 469, for a total of 1,749"; "… 12 in all".
fn total_behind<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    // A total and two parts, some of which the sentence before may give.
    let last = before.last().filter(|last| last.block == row.block);
    if row.entries.len() + last.map_or(0, |last| last.entries.len()) < 3 {
        return None;
    }
    let opens = opens_with_total(row).then_some(0).filter(|_| !row.entries.is_empty());
    let stated = opens.or_else(|| (0..row.entries.len()).rev().find(|&at| row.is_total(&row.entries[at])))?;
    let whole = &row.entries[stated];
    if has_any(
        &row.words_before(whole),
        &[" bringing ", " brings ", " brought ", " raising ", " taking ", " took ", " out of "],
    ) {
        return None;
    }
    let loose = |entry: &Entry<'_>| {
        thing::fit(whole.figure, entry.figure) != Fit::Other
            || entry.figure.kind == FigureKind::Count && whole.figure.kind == FigureKind::Count
    };
    let mut parts: Vec<Part<'a>> =
        row.entries[..stated].iter().filter(|entry| loose(entry)).map(|entry| Part { entry, times: 1 }).collect();
    // "The two schools have 412 and 388 pupils, 800 in all": how many the others are of.
    if let [head, _, _, ..] = parts[..]
        && head.entry.figure.value == Decimal::from(parts.len() - 1)
        && thing::fit(whole.figure, head.entry.figure) != Fit::Same
    {
        parts.remove(0);
    }
    let is_sum_of_all = has_any(&row.words_before(whole), &[" making "]) || opens.is_some();
    if is_sum_of_all && let Some(last) = last {
        let earlier = last.entries.iter().filter(|entry| loose(entry)).map(|entry| Part { entry, times: 1 });
        parts.splice(0..0, earlier);
    }
    let own = Tie { stated: whole, parts, promise: Promise::Likely };
    let with_last = last.filter(|_| !is_sum_of_all).and_then(|last| {
        let is_part = |entry: &&Entry<'_>| {
            thing::fit(whole.figure, entry.figure) != Fit::Other && entry.figure.value < whole.figure.value
        };
        let earlier = last.entries.iter().filter(is_part);
        let all = earlier.map(|entry| Part { entry, times: 1 }).chain(own.parts.iter().copied()).collect();
        let tie = Tie { stated: whole, parts: all, promise: Promise::Near };
        (own.parts.len() < tie.parts.len() && tie.distance() < Decimal::new(118, 2)).then_some(tie)
    });
    let is_own = own.distance() < Decimal::new(118, 2) || with_last.is_none();
    let tie = if is_own { own } else { with_last? };
    (2 <= tie.parts.len()).then_some(tie)
}

/// Whether the sentence adds up the one before: "In all, 12 people died."
fn opens_with_total(row: &Row<'_>) -> bool {
    // Most sentences begin with another letter, and need not be written out.
    if !row.begins(&['I', 'i', 'A', 'a', 'C', 'c']) {
        return false;
    }
    let opening = row.opening();
    [" in all , ", " in total , ", " altogether , ", " all told , ", " combined , "]
        .iter()
        .any(|head| opening.starts_with(head))
}

/// Whether a sentence may do nothing but list the parts of a total right before it.
fn may_list(row: &Row<'_>) -> bool {
    if row.entries.len() < 2 {
        return false;
    }
    let opening = row.opening();
    let is_made_up = has_any(opening, WHOLE);
    let least = if is_made_up { 2 } else { 3 };
    least <= row.entries.len() && !has_any(opening, OPEN) && (is_made_up || is_one_list(row))
}

/// Whether the figures, whatever they count, are one list without a gap.
fn is_one_list(row: &Row<'_>) -> bool {
    let listing = row.listing_of(0, |_| true);
    listing.is_some_and(|listing| listing.is_whole && listing.parts.len() == row.entries.len())
}

/// A sentence that does nothing but list parts, and the total right before it.
fn parts_of_the_sentence_before<'a>(story: &Story, row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let is_near = |earlier: &&Row<'a>| {
        earlier.block == row.block || earlier.block + 1 == row.block && story.blocks[row.block].place == Place::Flow
    };
    let earlier = before.iter().rev().filter(is_near);
    let wholes = earlier.flat_map(|row| row.entries.iter().rev().map(move |entry| (row, entry))).take(REACH);
    let is_made_up = has_any(row.opening(), WHOLE);
    let ties = wholes.filter_map(|(earlier, whole)| {
        let one = row.listing(whole, 0).filter(|listing| !is_made_up || listing.parts.len() == row.entries.len());
        let Some(listing) = one else { return of_many_kinds(row, whole).filter(|_| is_made_up) };
        if has_any(row.opening(), &[" accounted for ", " accounts for ", " made up "]) && !is_made_up {
            let is_all = listing.parts.len() == row.entries.len() && 3 <= listing.parts.len() && listing.is_whole;
            let tie = Tie { stated: whole, parts: listing.parts, promise: Promise::Near };
            let is_told = is_all && whole.figure.unit.is_some() && tie.distance() < Decimal::new(108, 2);
            return is_told.then_some(tie);
        }
        let least = if is_made_up { 2 } else { 3 };
        let is_all = listing.parts.len() == row.entries.len() && least <= listing.parts.len() && listing.is_whole;
        let same = whole.figure.unit.is_some() && thing::fit(whole.figure, listing.parts[0].entry.figure) == Fit::Same;
        if !is_all || !(is_made_up || same && listing.is_parallel) {
            return None;
        }
        let promise = match () {
            () if is_made_up => Promise::Complete,
            () if earlier.announces(listing.parts.len()) => Promise::Likely,
            () => Promise::Open,
        };
        let tie = Tie { stated: whole, parts: listing.parts, promise };
        // "It gives …", "The cuts will fall on …": what goes on from a total and all but makes it takes it apart.
        let is_taken_apart = promise == Promise::Open
            && goes_on_from(row)
            && !are_of_other_times(earlier, row)
            && tie.distance() < Decimal::new(108, 2);
        Some(if is_taken_apart { Tie { promise: Promise::Near, ..tie } } else { tie })
    });
    let nearest = ties.min_by_key(Tie::distance)?;
    // "It scored 84 of 100 points": where another number before is just the sum, the parts are that one's.
    let sum = solver::total(nearest.parts.iter().map(|part| part.entry))?;
    let is_sum = |figure: &crate::extract::Figure| {
        figure.value == sum || figure.pair.is_some_and(|(one, other)| [one, other].contains(&sum))
    };
    let mut others = before.iter().flat_map(|row| row.all);
    if nearest.stated.figure.value != sum && others.any(|other| is_sum(other.figure)) {
        return None;
    }
    // A sum far above is of other things: the total of a list that follows it is never half as large again.
    (nearest.promise != Promise::Open || nearest.distance() < Decimal::new(15, 1)).then_some(nearest)
}

/// A sentence that takes a total apart by kinds: "The scheme comprises 190 flats, 85 houses and 45 bungalows."
fn of_many_kinds<'a>(row: &'a Row<'a>, whole: &'a Entry<'a>) -> Option<Tie<'a>> {
    let is_count = whole.figure.kind == FigureKind::Count && whole.figure.unit.is_some() && whole.figure.pair.is_none();
    let listing = row.listing_of_counts(0).filter(|listing| is_count && listing.is_whole)?;
    let is_all = listing.parts.len() == row.entries.len() && 2 <= listing.parts.len();
    let is_larger = listing.parts.iter().all(|part| part.entry.figure.value < whole.figure.value);
    let tie = Tie { stated: whole, parts: listing.parts, promise: Promise::Near };
    (is_all && is_larger && tie.distance() < Decimal::new(108, 2)).then_some(tie)
}

/// What is left of a total that an earlier sentence began to take apart: "The remaining $36m …".
fn the_rest<'a>(row: &'a Row<'a>, before: &'a [Row<'a>]) -> Option<Tie<'a>> {
    let rest = row.entries.iter().find(|entry| is_rest(row, entry))?;
    before.iter().rev().find_map(|earlier| {
        let whole = earlier.entries.first()?;
        (1..earlier.entries.len()).find_map(|first| {
            let lead = earlier.between(&earlier.entries[first - 1], &earlier.entries[first]);
            let takes_apart = has_any(&lead, OPEN) || has_any(&lead, WHOLE) || is_partitive(earlier, whole);
            let whole = earlier.entries[..first]
                .iter()
                .rev()
                .find(|whole| thing::fit(whole.figure, rest.figure) == Fit::Same)?;
            let mut listing = earlier.listing(whole, first).filter(|_| takes_apart)?;
            listing.parts.push(Part { entry: rest, times: 1 });
            Some(Tie { stated: whole, parts: listing.parts, promise: Promise::Complete })
        })
    })
}

/// What is left of a total when a part is gone: "sold 12 of its 30 buses, leaving 16".
fn left<'a>(row: &'a Row<'a>) -> Option<Tie<'a>> {
    if row.entries.len() < 3 {
        return None;
    }
    let at = row.entries.iter().position(|entry| {
        let before = row.words_before(entry);
        [" leaving ", " leaving only ", " leaving just ", " which leaves ", " that leaves "]
            .iter()
            .any(|end| before.ends_with(end))
    })?;
    let [one, other] = row.entries.get(at.checked_sub(2)?..at)? else { return None };
    let (whole, gone) = if one.figure.value < other.figure.value { (other, one) } else { (one, other) };
    let rest = &row.entries[at];
    let fits = |part: &Entry<'_>| thing::fit(whole.figure, part.figure) != Fit::Other;
    let parts = vec![Part { entry: gone, times: 1 }, Part { entry: rest, times: 1 }];
    (fits(gone) && fits(rest)).then_some(Tie { stated: whole, parts, promise: Promise::Likely })
}
