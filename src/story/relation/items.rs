//! Counts the items of a list in prose, at least and at most: "cost and time", "Ida Lund, 41, a baker, and Jon Holm, 37",
//! "a new roof, which leaks less; windows; and doors".
//!
//! Says nothing of a list that need not be complete ("including", "and others") or whose items are counts themselves.

use std::ops::Range;

use crate::language::{Class, TokenKind, Words};

/// Longer lists are not counted: nobody promises their number.
const LONGEST: usize = 160;

/// More words than this between two commas are no bare item.
const SHORT: usize = 5;

/// The items of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Items {
    /// The fewest things that it may give.
    pub(super) low: usize,
    /// The most.
    pub(super) high: usize,
    /// The positions of the words of each, as far as they can be told.
    pub(super) at: Vec<Range<usize>>,
}

/// Words after which a list is not complete, or not one list.
const OPEN: &[&str] = &[
    "including",
    "include",
    "includes",
    "included",
    "among",
    "like",
    "others",
    "other's",
    "etc",
    "etc.",
    "plus",
    "another",
    "along",
    "mainly",
    "mostly",
    "notably",
    "especially",
    "particularly",
    "respectively",
    "not",
    "then",
    "e.g.",
    "rest",
    "several",
    "either",
    "neither",
    "both",
    "versus",
    "vs.",
];

/// Whether the word at `at` says that a list is not complete, or not one list.
pub(super) fn is_open(words: Words<'_>, at: usize) -> bool {
    // "The Backpackers' Rest" is an inn.
    words.is_any(at, OPEN) && !(words.is(at, "rest") && words.is_capitalized(at))
        // "Cheaper fares and more trees" goes on; "fares, trees and more" leaves the rest out.
        || words.is(at, "more") && is_joiner(words, at.wrapping_sub(1)) && !words.is_word(at + 1)
        || words.run_is(at, &["such", "as"])
}

/// The items between two positions; `None` where they cannot be counted.
pub(super) fn read_items(words: Words<'_>, at: Range<usize>) -> Option<Items> {
    let at = trimmed(words, at);
    let breaks = |here: usize| {
        words.kind(here) == Some(TokenKind::QuoteMark) && !is_in_word(words, &at, here)
            || matches!(words.written(here), ":" | "?" | "...")
            // "First, that the board agrees, and second, that …": the numbers part the items, and the commas do not.
            || words.is_any(here, &["first", "second", "firstly", "secondly"]) && words.is_any(here + 1, &[",", "that"])
    };
    if LONGEST < at.len() || at.is_empty() || at.clone().any(|at| breaks(at) || is_open(words, at)) {
        return None;
    }
    let items = if at.clone().any(|at| words.written(at) == ";") {
        read_clauses(words, &split(words, at, ";"))
    } else {
        read_phrases(words, &split(words, at, ","))
    };
    items.filter(|items| 2 <= items.low && !is_nested(words, items)).map(|items| with_counted(words, items))
}

/// Names of which each is told its number: "Aske would gain €6.1 million, Orr €5 million and Dunmore €4.4 million".
pub(super) fn read_gapped(words: Words<'_>, at: Range<usize>) -> Option<Items> {
    let at = trimmed(words, at);
    if LONGEST < at.len() || at.clone().any(|at| is_open(words, at) || words.written(at) == ":") {
        return None;
    }
    let opens = |here: usize| here == at.start || is_joiner(words, here - 1) || words.written(here - 1) == ",";
    let starts: Vec<usize> = at.clone().filter(|&here| opens(here) && !is_joiner(words, here)).collect();
    let ends = starts.iter().skip(1).copied().chain([at.end]);
    let items: Vec<Range<usize>> = starts.iter().zip(ends).map(|(&start, end)| start..end).collect();
    let is_told = |item: &Range<usize>| {
        let numbers = item.clone().filter(|&at| words.kind(at) == Some(TokenKind::Number)).count();
        is_name_at(words, item.start) && numbers == 1
    };
    let count = items.len();
    let is_joined = count > 1 && is_joiner(words, items[count - 1].start - 1);
    (is_joined && items.iter().all(is_told)).then_some(Items { low: count, high: count, at: items })
}

/// "The driver, who broke a leg and two ribs, and a passenger": which "and" ends the list cannot be told.
fn is_nested(words: Words<'_>, items: &Items) -> bool {
    let (Some(first), Some(last)) = (items.at.first(), items.at.last()) else { return false };
    let all = first.start..last.end;
    let has_semicolon = all.clone().any(|at| words.written(at) == ";");
    let is_relative = |at: usize| words.is_any(at, &["who", "which", "whose"]);
    !has_semicolon && 1 < joiners(words, &all) && all.clone().any(is_relative)
}

/// "A man of 41 and two girls", "Arden, Bole and two in the south": such an item may be as many as it says.
fn with_counted(words: Words<'_>, items: Items) -> Items {
    const FEW: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let opens = |item: &Range<usize>, at: usize| at == item.start || is_joiner(words, at - 1);
    let more = |at: usize| FEW.iter().position(|word| words.is(at, word)).map_or(0, |few| few + 1);
    let counted = |item: &Range<usize>| item.clone().filter(|&at| opens(item, at)).map(more).sum::<usize>();
    let high = items.high + items.at.iter().map(counted).sum::<usize>();
    Items { high, ..items }
}

/// Whether the mark is one of two around a word or three: 'an end to "split" night shifts'.
fn is_in_word(words: Words<'_>, list: &Range<usize>, mark: usize) -> bool {
    const LONGEST: usize = 4;
    let is_mark = |at: usize| list.contains(&at) && words.kind(at) == Some(TokenKind::QuoteMark);
    let is_plain = |first: usize, last: usize| (first + 1..last).all(|at| words.is_word(at) && !is_joiner(words, at));
    (1..=LONGEST).any(|by| {
        is_mark(mark + by) && is_plain(mark, mark + by)
            || mark.checked_sub(by).is_some_and(|first| is_mark(first) && is_plain(first, mark))
    })
}

/// Without the marks that close a sentence or list.
fn trimmed(words: Words<'_>, mut at: Range<usize>) -> Range<usize> {
    let is_mark =
        |at: usize| matches!(words.written(at), "." | "," | "!" | ";") || words.kind(at) == Some(TokenKind::Dash);
    while !at.is_empty() && is_mark(at.end - 1) {
        at.end -= 1;
    }
    at
}

/// The pieces between the marks that stand outside brackets.
fn split(words: Words<'_>, at: Range<usize>, mark: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut first = at.start;
    let mut depth = 0_usize;
    for here in at.clone() {
        match words.written(here) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            written if written == mark && depth == 0 => {
                pieces.push(first..here);
                first = here + 1;
            }
            _ => {}
        }
    }
    pieces.push(first..at.end);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn is_joiner(words: Words<'_>, at: usize) -> bool {
    words.is_any(at, &["and", "or", "&"])
}

fn joiners(words: Words<'_>, piece: &Range<usize>) -> usize {
    (piece.start + 1..piece.end).filter(|&at| is_joiner(words, at)).count()
}

/// Items between semicolons; the last two may have no more than an "and" between them.
fn read_clauses(words: Words<'_>, pieces: &[Range<usize>]) -> Option<Items> {
    let last = pieces.last()?;
    let may_hold_two = !is_joiner(words, last.start) && 0 < joiners(words, last);
    let counts = |piece: &Range<usize>| is_count(words, piece.start) || is_count(words, piece.start + 1);
    let low = pieces.len();
    (!pieces.iter().all(counts)).then(|| Items { low, high: low + usize::from(may_hold_two), at: pieces.to_vec() })
}

/// "Two gold": a part of a sum, which is added up elsewhere.
fn is_count(words: Words<'_>, at: usize) -> bool {
    words.kind(at) == Some(TokenKind::Number) || words.has(at, Class::NumberWord) || words.is(at, "one")
}

/// Items between commas, of which the last two are joined by "and" or "or".
fn read_phrases(words: Words<'_>, pieces: &[Range<usize>]) -> Option<Items> {
    let first = pieces.first()?;
    // "The Dutch captain, his Spanish mate": a noun that a name describes is none.
    let is_described = words.is(first.start, "the") && !words.is_capitalized(first.end - 1);
    let is_named = is_name_at(words, first.start) && !is_described;
    if is_count(words, first.start) {
        return None;
    }
    if let Some(items) = read_parallel(words, first.start..pieces.last()?.end) {
        return Some(items);
    }
    // Behind ", and" stands the last item, with whatever commas it has of its own.
    let last = pieces.iter().skip(1).position(|piece| is_joiner(words, piece.start)).map(|at| at + 1);
    let listed = &pieces[..last.map_or(pieces.len(), |last| last + 1)];
    if last.is_some()
        && is_named
        && listed.len() < pieces.len()
        && pieces[listed.len()..].iter().any(|rest| goes_on(words, rest))
    {
        return None;
    }
    let items: Vec<&Range<usize>> = listed
        .iter()
        .enumerate()
        .filter(|(number, piece)| {
            *number == 0 || is_item(words, piece, is_named) && (is_named || !is_holder(words, pieces, *number))
        })
        .map(|(_, piece)| piece)
        .collect();
    let doubtful = (1..items.len())
        .filter(|&at| is_region(words, items[at], first) || !is_named && is_name_at(words, items[at].start));
    let doubtful = doubtful.count();
    let tail = items.last()?;
    let inner: usize = items[..items.len() - 1].iter().map(|item| joiners(words, item)).sum();
    let in_tail = joiners(words, tail);
    let at = items.iter().map(|&item| item.clone()).collect();
    let count = items.len();
    // "Fritas and hamburgers, Spanish and English": pairs are one item each, or two.
    let are_pairs = 1 < count && items.iter().all(|item| 0 < joiners(words, item));
    if are_pairs {
        return Some(Items { low: count, high: count + inner + in_tail, at });
    }
    if last.is_some() {
        let is_bare = is_named || tail.len() <= SHORT + 1;
        let in_tail = if is_bare { in_tail } else { 0 };
        return Some(Items { low: count.saturating_sub(doubtful), high: count + inner + in_tail, at });
    }
    let is_short = |item: &&Range<usize>| item.len() <= SHORT && !is_clausal(words, item);
    match in_tail {
        0 if 2 < count && items.iter().all(is_short) && inner == 0 => {
            Some(Items { low: count - doubtful, high: count, at })
        }
        0 => None,
        _ if count == 1 && (is_clausal(words, tail) || 2 * SHORT < tail.len() && !are_twins(words, tail)) => None,
        in_tail => {
            // "The roof leaks, the council and its insurers say": no list where only some of the pieces are clauses.
            let clauses = items.iter().filter(|item| is_clausal(words, item)).count();
            let is_even = clauses == 0 || clauses == count || is_named;
            is_even.then(|| Items { low: (count + 1).saturating_sub(doubtful), high: count + in_tail + inner, at })
        }
    }
}

/// "A floor price of 2,000 rupees a quintal and a waiver of power dues": two phrases with an article each.
fn are_twins(words: Words<'_>, piece: &Range<usize>) -> bool {
    const LONGEST: usize = 24;
    let mut joined = (piece.start + 1..piece.end).filter(|&at| is_joiner(words, at));
    let is_article = |at: usize| words.is_any(at, &["a", "an"]);
    let second = joined.next().filter(|_| joined.next().is_none());
    piece.len() <= LONGEST && is_article(piece.start) && second.is_some_and(|joiner| is_article(joiner + 1))
}

/// Items that all begin with one small word: "in Brae on Monday and in Troon on Friday, Oct. 3".
fn read_parallel(words: Words<'_>, at: Range<usize>) -> Option<Items> {
    const SMALL: &[&str] =
        &["in", "at", "on", "from", "for", "to", "by", "how", "why", "whether", "that", "what", "who"];
    let is_break = |here: usize| is_joiner(words, here) || words.written(here) == ",";
    let opens = |here: usize| here == at.start || is_break(here - 1) && words.is(here, words.written(at.start));
    let starts: Vec<usize> = at.clone().filter(|&here| opens(here)).collect();
    let ends = starts.iter().skip(1).copied().chain([at.end]);
    let items: Vec<Range<usize>> = starts.iter().zip(ends).map(|(&start, end)| start..end).collect();
    let count = items.len();
    let is_joined = (1..count).any(|number| is_joiner(words, items[number].start - 1));
    // What a comma or an "and" parts within an item may be one more: "in Brae, Troon and in Ayr".
    let is_date = |here: usize| words.kind(here + 1) == Some(TokenKind::Number);
    let inner = |item: &Range<usize>| {
        let end = (item.start..item.end).rev().find(|&here| !is_break(here)).unwrap_or(item.start);
        (item.start..end).filter(|&here| is_break(here) && !is_date(here)).count()
    };
    let doubtful: usize = items.iter().map(inner).sum();
    let is_small = words.is_any(at.start, SMALL);
    (is_small && 1 < count && is_joined).then(|| Items { low: count, high: count + doubtful, at: items })
}

/// Whether names go on behind the item that ", and" called the last: "A, and B, C and D".
fn goes_on(words: Words<'_>, piece: &Range<usize>) -> bool {
    is_name_at(words, piece.start) || is_joiner(words, piece.start) || 0 < joiners(words, piece)
}

/// A name, perhaps behind an article.
fn is_name_at(words: Words<'_>, at: usize) -> bool {
    let at = if words.is(at, "the") { at + 1 } else { at };
    words.is_capitalized(at) && !words.has(at, Class::Determiner) && !words.has(at, Class::Pronoun)
}

/// Whether the words between two commas are an item of their own rather than an age, an apposition or a clause that
/// goes on from the item before.
fn is_item(words: Words<'_>, piece: &Range<usize>, is_named: bool) -> bool {
    let start = if is_joiner(words, piece.start) { piece.start + 1 } else { piece.start };
    if is_joiner(words, piece.start) {
        return true;
    }
    let is_age = words.kind(start) == Some(TokenKind::Number) && start + 1 == piece.end;
    let continues = words.has(start, Class::Relative)
        || words.has(start, Class::Subordinator)
        || words.has(start, Class::Ing)
        || words.has(start, Class::Participle)
            && !words.has(start, Class::NounToo)
            && !is_attributive(words, piece, start)
        || words.is_any(start, &["of", "from", "aged", "according", "said", "says", "if", "with", "in", "at"]);
    let ends_list = joiners(words, piece) > 0 && !is_named;
    if is_named {
        // "Jon Holm, former clerk Ida Lund": a title in small letters goes with its name.
        let is_titled = words.is_capitalized(piece.end - 1)
            && piece.len() <= SHORT + 1
            && !continues
            && !words.has(start, Class::Determiner)
            && !words.has(start, Class::Preposition)
            && !words.has(start, Class::Possessive);
        return is_titled && !words.is_capitalized(start)
            || !is_age && is_name_at(words, start) && !words.is_any(start, &["Jr", "Jr.", "Sr", "Sr.", "Inc", "Inc."]);
    }
    !is_age && (!continues || ends_list && !words.has(start, Class::Relative))
}

/// "The office manager, Dot Moe, 61": a name between what its bearer is and how old, so that the three are one item.
fn is_holder(words: Words<'_>, pieces: &[Range<usize>], number: usize) -> bool {
    let (piece, Some(age)) = (&pieces[number], pieces.get(number + 1)) else { return false };
    let Some(before) = number.checked_sub(1).map(|before| &pieces[before]) else { return false };
    let start = before.start + usize::from(is_joiner(words, before.start));
    let is_described = (words.has(start, Class::Determiner) || words.has(start, Class::Possessive))
        && !words.is_capitalized(before.end - 1);
    let is_age = age.len() == 1 && words.kind(age.start) == Some(TokenKind::Number);
    is_described && is_age && is_name_at(words, piece.start) && joiners(words, piece) == 0
}

/// "Paid sick leave": a participle before its noun, and nothing else.
fn is_attributive(words: Words<'_>, piece: &Range<usize>, start: usize) -> bool {
    const LONGEST: usize = 4;
    let is_plain =
        |at: usize| words.is_word(at) && !words.has(at, Class::Preposition) && !words.has(at, Class::Determiner);
    start + 1 < piece.end && piece.len() <= LONGEST && (start + 1..piece.end).all(is_plain)
}

/// Whether a name may only say where the one before it lies: "Lyon, France", "Mobile, Alabama".
fn is_region(words: Words<'_>, item: &Range<usize>, first: &Range<usize>) -> bool {
    let region = |item: &Range<usize>| {
        (item.start..item.end).all(|at| words.has(at, Class::Country) || words.has(at, Class::Region))
            || words.written(item.end - 1).ends_with('.') && words.is_capitalized(item.start)
    };
    let start = if is_joiner(words, item.start) { item.start + 1 } else { item.start };
    let to_joiner = (start..item.end).find(|&at| is_joiner(words, at)).unwrap_or(item.end);
    start < to_joiner && region(&(start..to_joiner)) && !region(first)
}

/// Whether the words hold a verb of their own.
fn is_clausal(words: Words<'_>, item: &Range<usize>) -> bool {
    let is_verb = |at: usize| {
        let classes = words.get(at).map(|token| token.classes).unwrap_or_default();
        let is_finite = classes.has_any(&[Class::Be, Class::Have, Class::Do, Class::Modal])
            || classes.has_any(&[Class::Past, Class::Third]) && !classes.has_any(&[Class::NounToo, Class::Participle]);
        // 'An end to "split" shifts': a word in marks is a name.
        let is_marked = words.kind(at.wrapping_sub(1)) == Some(TokenKind::QuoteMark);
        // "An end to night shifts", "longer breaks": behind a preposition or a comparative stands a noun.
        let follows = |words_back: usize| item.start + words_back <= at;
        let is_object = classes.has_any(&[Class::Third])
            && ((1..=5).any(|back| follows(back) && words.has(at - back, Class::Preposition))
                || follows(1)
                    && (words.written(at - 1).ends_with("er")
                        || words.has(at - 1, Class::Participle)
                        || words.is_any(at - 1, &["new", "free", "more", "fewer", "extra"]))
                // "Hospital waits", "waits": nothing else in the item, and no article that would make it a sentence.
                || at + 1 == item.end && at <= item.start + 1 && !words.has(item.start, Class::Determiner)
                    && !words.has(item.start, Class::Pronoun) && !words.is_capitalized(item.start)
                // "Oxygen sets for every shift"
                || follows(1) && words.is_any(at + 1, &["for", "of"]));
        is_finite && !is_marked && !is_object && !words.is_capitalized(at)
    };
    (item.start..item.end).any(is_verb)
}

/// Where the names that begin at `at` end: "Ida Lund, 41, a baker, Jon Holm of Brae and Bo Ek" and no word more.
/// `None` where there are fewer than two, or no "and".
pub(super) fn end_of_names(words: Words<'_>, at: usize, limit: usize) -> Option<usize> {
    let mut end = past_name(words, at, limit)?;
    loop {
        end = past_apposition(words, end, limit);
        let comma = end + usize::from(words.written(end) == ",");
        let is_last = comma < limit && is_joiner(words, comma);
        let next = comma + usize::from(is_last);
        if next == end {
            return None;
        }
        end = past_name(words, next, limit)?;
        if is_last {
            return Some(past_apposition(words, end, limit));
        }
    }
}

/// "Ida Lund", "the Brae Council", "Cottenham in Cambridgeshire".
fn past_name(words: Words<'_>, at: usize, limit: usize) -> Option<usize> {
    const INNER: &[&str] =
        &["of", "in", "from", "at", "near", "de", "la", "van", "von", "der", "al", "bin", "the", "-", "'s", "’s"];
    let first = if words.is(at, "the") { at + 1 } else { at };
    let mut end = first;
    while end < limit {
        let leads_on = end + 1 < limit && (words.is_capitalized(end + 1) || words.is_any(end + 1, INNER));
        let is_inner = first < end && words.is_any(end, INNER) && leads_on;
        if !(words.is_capitalized(end) || is_inner) {
            break;
        }
        end += 1;
    }
    // "The Lund estate": a plain noun that closes the item is its own.
    let closes = words.written(end + 1) == "," || words.written(end + 1) == ".";
    let is_noun = words.is_word(end) && !words.has(end, Class::FunctionWord) && !is_clausal(words, &(end..end + 1));
    let takes_noun = first < end && at < first && end < limit && closes && is_noun;
    (first < end).then_some(end + usize::from(takes_noun))
}

/// ", 41,", "(42)", ", a baker from Brae,": what a list of people says of each.
fn past_apposition(words: Words<'_>, end: usize, limit: usize) -> usize {
    let is_number = |at: usize| at < limit && words.kind(at) == Some(TokenKind::Number);
    let mut end = end;
    if words.written(end) == "(" && is_number(end + 1) && words.written(end + 2) == ")" {
        end += 3;
    }
    if words.written(end) == "," && is_number(end + 1) && !words.is_glued(end + 1) {
        end += 2;
    }
    let opens = words.written(end) == "," && words.is_any(end + 1, &["a", "an", "the", "of", "from", "both"]);
    let close = (end + 2..limit.min(end + 9)).find(|&at| words.written(at) == ",");
    match close {
        Some(close) if opens && !words.is_capitalized(end + 2) && !is_clausal(words, &(end + 1..close)) => close,
        Some(close) if opens && words.is_any(end + 1, &["of", "from"]) => close,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tokenize;

    fn count(text: &str) -> Option<(usize, usize)> {
        let tokens = tokenize(text);
        let items = read_items(Words { text, tokens: &tokens }, 0..tokens.len())?;
        Some((items.low, items.high))
    }

    #[test]
    fn commas_and_an_and_part_items() {
        assert_eq!(count("cost and time"), Some((2, 2)));
        assert_eq!(count("cost, noise and time"), Some((3, 3)));
        assert_eq!(count("cost, noise, and time."), Some((3, 3)));
        assert_eq!(count("a new roof, which will cost more, new windows and a door"), Some((3, 3)));
        assert_eq!(
            count(
                "measures aimed at smugglers, rules meant to curb their funds, and help for schools, clubs and libraries"
            ),
            Some((3, 3))
        );
        assert_eq!(count("how the boat got there, and whether anyone saw it"), Some((2, 2)));
    }

    #[test]
    fn semicolons_part_items_that_have_commas() {
        assert_eq!(count("a file system, Rill; an engine known as Tarn; and Beck, a web service"), Some((3, 3)));
    }

    #[test]
    fn ages_and_trades_are_no_items() {
        assert_eq!(count("Ida Lund, 41, a baker, Jon Holm, 37, and Bo Ek, 12"), Some((3, 3)));
        assert_eq!(count("Ida Lund, who sings, and Bo Ek"), Some((2, 2)));
        assert_eq!(count("the clerk, Ida Lund, 61, and a baker, Jon Holm, 34"), Some((2, 2)));
    }

    #[test]
    fn a_region_behind_a_town_need_not_be_an_item() {
        assert_eq!(count("Lyon, France, and Turin, Italy"), None);
        assert_eq!(count("Mobile, Alabama, Bangor and Troon"), Some((3, 4)));
        assert_eq!(count("Iowa, Nevada and Ohio"), Some((3, 3)));
    }

    #[test]
    fn an_and_within_an_item_leaves_the_number_open() {
        assert_eq!(count("bed and breakfast, lunch and dinner and supper"), Some((2, 5)));
        assert_eq!(count("Brae, Troon and Holm and Ek"), Some((3, 4)));
    }

    #[test]
    fn titles_go_with_names_and_pairs_may_be_one() {
        assert_eq!(count("Mayor Ida Lund, clerk Jon Holm, and former bakers Bo Ek and Tam Orr"), Some((3, 4)));
        assert_eq!(count("tea and cake, beer and crisps"), Some((2, 4)));
        assert_eq!(count("his deputy, Jon Holm, and former mayor Bo Ek"), Some((2, 3)));
    }

    #[test]
    fn what_need_not_be_complete_is_not_counted() {
        assert_eq!(count("Ida Lund, Jon Holm and others"), None);
        assert_eq!(count("cost, such as rent, and time"), None);
        assert_eq!(count("two gold, three silver and four bronze"), None);
        assert_eq!(count("the roof leaks"), None);
    }

    #[test]
    fn names_end_where_the_sentence_goes_on() {
        fn end(text: &str) -> Option<&str> {
            let tokens = tokenize(text);
            let words = Words { text, tokens: &tokens };
            end_of_names(words, 0, tokens.len()).map(|end| words.span(0, end).of(text))
        }
        assert_eq!(end("Ida Lund, 41, and Jon Holm, 37, were held"), Some("Ida Lund, 41, and Jon Holm, 37"));
        assert_eq!(end("Emily, 16, and Pelham, 14 were pleased"), Some("Emily, 16, and Pelham, 14"));
        assert_eq!(end("Brae beat Troon and Ayr"), None);
        assert_eq!(end("Lund said"), None);
    }
}
