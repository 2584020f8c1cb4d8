//! Totals that are itemized right beside them: "a party of 12 elders, five men and seven women", "The House has 17 seats. The
//! League holds ten, the Union six and an independent one", "$142 million from the county and $58 million from its workers, a
//! total of $200 million".
//!
//! What says that the items are all there is: they stand in apposition to the total, or are numbers without a noun in the
//! sentence behind it, or a word for all of them leads to the total. Where they miss it by much, they are of something else.

use std::ops::Range;

use rust_decimal::Decimal;

use super::misprint::Ledger;
use super::{ClaimId, Entry, Relation, RelationKind, Story, exact, precise, thing};
use crate::draft::Role;
use crate::extract::{FigureKind, Modifier};
use crate::language::{Class, WordList};
use crate::story::passage::Passage;

/// Words at an item that say that it overlaps the others, is not all, or leads from one number to another.
const OPEN: WordList = WordList::of(&[
    "about",
    "above",
    "additional",
    "against",
    "also",
    "another",
    "average",
    "below",
    "both",
    "by",
    "compared",
    "down",
    "each",
    "every",
    "extra",
    "fewer",
    "first",
    "from",
    "half",
    "last",
    "least",
    "less",
    "more",
    "most",
    "nearly",
    "other",
    "over",
    "per",
    "plus",
    "previous",
    "than",
    "then",
    "to",
    "twice",
    "under",
    "up",
]);

/// Words anywhere in the list that say that it is not all.
const PARTIAL: WordList = WordList::of(&["including", "includes", "included", "among", "especially", "notably"]);

/// Words behind a number that make it the subject.
const SAID: &[Class] = &[Class::Be, Class::Have, Class::Modal, Class::Past, Class::Third];

/// How far behind the total its list may begin.
const NEAR: usize = 6;

/// How many amounts lie at most between a total and its items.
const NEIGHBOURS: usize = 64;

/// Items of an explicit list may miss the total by half, others by a third, those of the next sentence by a twentieth.
const EXPLICIT: i64 = 150;
const APPOSED: i64 = 134;
const BEHIND: i64 = 105;

/// So many that are rounded to one place hardly miss their total by more than one in it.
const SEVERAL: usize = 6;

/// By so many all may miss it.
const FEW: i64 = 2;

/// The totals that are itemized, but for those in `known` relations.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], known: &[Relation]) -> Vec<Relation> {
    let amounts: Vec<&Entry<'_>> = entries.iter().filter(|entry| is_amount(story, entry)).collect();
    // What is told again is not yet added up.
    let ledger = Ledger::of(known);
    let totals = (0..amounts.len()).filter(|&at| ledger.is_free(amounts[at].claim));
    let of = |at: usize| Total { story, amounts: &amounts, at };
    totals.filter_map(|at| of(at).settle()).collect()
}

fn is_amount(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let is_money = || figure.unit.as_ref().is_some_and(|unit| unit.head.chars().all(char::is_uppercase));
    let is_kind = match figure.kind {
        FigureKind::Count | FigureKind::Money | FigureKind::Measure => true,
        FigureKind::Rate => is_money(),
        _ => false,
    };
    is_kind
        && figure.pair.is_none()
        && figure.modifier == Modifier::Plain
        && Decimal::ZERO < figure.value
        && matches!(story.blocks[figure.block].role, Role::Paragraph | Role::ListItem)
        && !story.is_quoted(figure.number)
}

/// A figure that may be a total, among all the amounts of the story.
#[derive(Clone, Copy)]
struct Total<'t, 'a> {
    story: &'t Story,
    amounts: &'t [&'t Entry<'a>],
    at: usize,
}

/// One of what a total is made of.
struct Item {
    /// Its figure's claim; `None` for a lone "one", which is none.
    claim: Option<ClaimId>,
    value: Decimal,
    /// How often it counts: twice for "$1.75m in each of the two years after that".
    times: u32,
    /// Its words.
    at: Range<usize>,
}

/// The items of a total.
struct List {
    items: Vec<Item>,
    /// How many hundredths of the lesser the greater may be, of the total and its items.
    far: i64,
}

impl<'a> Total<'_, 'a> {
    fn entry(&self) -> &Entry<'a> {
        self.amounts[self.at]
    }

    fn settle(&self) -> Option<Relation> {
        let List { items, far } = self.apposed().or_else(|| self.behind()).or_else(|| self.before())?;
        let sum: Decimal = items.iter().map(|item| item.value * Decimal::from(item.times)).sum();
        let stated = self.entry().figure.value;
        let (least, most) = (sum.min(stated), sum.max(stated));
        let holds = most - least <= self.slack(&items);
        let is_few = self.entry().figure.kind == FigureKind::Count && most - least <= FEW.into();
        let is_near = is_few || most <= least * Decimal::new(far, 2);
        (holds || is_near).then(|| {
            exact(
                RelationKind::Sum,
                self.entry().claim,
                items.iter().filter_map(|item| item.claim).collect(),
                sum,
                holds,
            )
        })
    }

    /// How far rounding may have them lie apart, where all are told to the same place.
    fn slack(&self, items: &[Item]) -> Decimal {
        let values = || items.iter().map(|item| item.value).chain([self.entry().figure.value]);
        let finest = values().map(precise::place).min().unwrap_or(Decimal::ONE);
        if finest <= Decimal::ONE && self.entry().figure.kind == FigureKind::Count {
            return Decimal::ZERO;
        }
        // That four were all rounded the same way is less likely than a slip.
        if items.len() <= SEVERAL { finest } else { finest * Decimal::TWO }
    }

    /// "12 elders, five men and seven women", "four counts: two of fraud and two of theft".
    fn apposed(&self) -> Option<List> {
        let passage = self.passage(self.entry().figure.sentence)?;
        let words = passage.words;
        let end = passage.positions(self.entry().figure.span).end;
        // "Of the 14 wounded, nine were men and six were old": not all, or some twice.
        let start = passage.positions(self.entry().figure.span).start;
        if (1..=2).any(|back| words.is(start.wrapping_sub(back), "of")) && start <= passage.first + 3 {
            return None;
        }
        let opener = (end..end + NEAR).find(|&at| words.is_any(at, &[",", ":", "–", "—", "("]))?;
        let is_explicit = words.is_any(opener, &[":", "–", "—"]);
        let items = self.items(&passage, opener + 1..passage.end)?;
        let first = items.first()?.at.start;
        let is_beside = first == opener + 1 || is_explicit && first <= opener + 3;
        let far = if is_explicit { EXPLICIT } else { APPOSED };
        let are_its = is_explicit || self.are_its(&items) && opener == end;
        (is_beside && are_its && is_list(&passage, &items)).then_some(List { items, far })
    }

    /// "17 seats. The League holds ten, the Union six and an independent one": numbers without a noun of their own.
    fn behind(&self) -> Option<List> {
        let total = self.entry().figure;
        total.unit.as_ref().filter(|_| total.kind == FigureKind::Count)?;
        let next = total.sentence + 1;
        if self.story.sentences.get(next)?.block != total.block {
            return None;
        }
        let passage = self.passage(next)?;
        let items = self.items(&passage, passage.first..passage.end)?;
        let is_bare = |item: &Item| self.figure(item).is_none_or(|entry| entry.figure.unit.is_none());
        // "Nineteen are old, and it ordered 14": what is said of some may be said of the others.
        let is_subject = |item: &Item| SAID.iter().any(|&class| passage.words.has(item.at.end, class));
        let is_whole = items.iter().all(is_bare) && !items.iter().any(is_subject) && self.are_its(&items);
        (is_whole && is_list(&passage, &items)).then_some(List { items, far: BEHIND })
    }

    /// "$142 million from the county and $58 million from its workers, a total of $200 million", "which makes $7m in all".
    fn before(&self) -> Option<List> {
        const LEADS: &[&str] = &["makes", "making", "made", "totalling", "totaling"];
        let passage = self.passage(self.entry().figure.sentence)?;
        let words = passage.words;
        let span = passage.positions(self.entry().figure.span);
        let lead = span.start.wrapping_sub(1);
        let is_total = words.is(lead, "of") && words.is_any(lead.wrapping_sub(1), &["total", "sum"])
            || words.is_any(lead, LEADS)
            || words.is(span.end, "in") && words.is_any(span.end + 1, &["all", "total"])
            || words.is_any(span.end, &["altogether"]);
        let items = self.items(&passage, passage.first..span.start).filter(|_| is_total)?;
        let is_open = items.iter().any(|item| is_open(&passage, item));
        (2 <= items.len() && !is_open).then_some(List { items, far: APPOSED })
    }

    fn passage(&self, sentence: usize) -> Option<Passage<'_>> {
        Passage::of_sentence(self.story, sentence)
    }

    /// The amounts like the total among these words, up to a stop; `None` where one of them is no less than it.
    fn items(&self, passage: &Passage<'_>, range: Range<usize>) -> Option<Vec<Item>> {
        let words = passage.words;
        let stop = range.clone().find(|&at| words.is_any(at, &[";", ")"])).unwrap_or(range.end);
        let sentence = passage.span(passage.first, passage.end);
        let is_here = |entry: &&&Entry<'_>| {
            (range.start..stop).contains(&passage.positions(entry.figure.span).start) && self.is_alike(entry)
        };
        let item = |entry: &&Entry<'_>| Item {
            claim: Some(entry.claim),
            value: entry.figure.value,
            times: times(passage, passage.positions(entry.figure.span).end),
            at: passage.positions(entry.figure.span),
        };
        let behind = |offset: u32| self.amounts.partition_point(|entry| entry.figure.number.start < offset);
        let own = &self.amounts[behind(sentence.start)..behind(sentence.end)];
        let mut items: Vec<Item> = own.iter().filter(is_here).map(item).collect();
        if self.entry().figure.kind == FigureKind::Count {
            let ones = (range.start..stop).filter(|&at| is_one(passage, at));
            items.extend(ones.map(|at| Item { claim: None, value: Decimal::ONE, times: 1, at: at..at + 1 }));
            items.sort_by_key(|item| item.at.start);
        }
        items.iter().all(|item| item.value < self.entry().figure.value).then_some(items)
    }

    fn figure(&self, item: &Item) -> Option<&&Entry<'a>> {
        let near = self.at.saturating_sub(NEIGHBOURS)..(self.at + NEIGHBOURS).min(self.amounts.len());
        self.amounts[near].iter().find(|entry| Some(entry.claim) == item.claim)
    }

    /// Whether both are in one currency or measure, or both count.
    fn is_alike(&self, item: &Entry<'_>) -> bool {
        let kind = |entry: &Entry<'_>| match entry.figure.kind {
            FigureKind::Rate => FigureKind::Money,
            kind => kind,
        };
        let total = self.entry();
        kind(total) == kind(item)
            && (total.figure.kind == FigureKind::Count || thing::head_of(total.figure) == thing::head_of(item.figure))
    }

    /// Whether each item counts some of what the total counts: by its noun, by none, or by their sex and age.
    fn are_its(&self, items: &[Item]) -> bool {
        let is_person = |entry: &Entry<'_>| {
            let unit = entry.figure.unit.as_ref();
            unit.is_some_and(|unit| is_sex(&unit.head))
        };
        let total = self.entry();
        let is_its = |item: &Entry<'_>| {
            thing::fit(total.figure, item.figure) != thing::Fit::Other
                || is_person(item)
                || total.figure.kind != FigureKind::Count
        };
        items.iter().all(|item| self.figure(item).is_none_or(|entry| is_its(entry)))
    }
}

/// How often an amount counts that ends at this word: "in each of the two years".
fn times(passage: &Passage<'_>, end: usize) -> u32 {
    const REACH: usize = 4;
    const WORDS: [&str; 5] = ["two", "three", "four", "five", "six"];
    let words = passage.words;
    let Some(each) = (end..end + REACH).find(|&at| words.is(at, "each")) else { return 1 };
    let of = (each..each + REACH).filter_map(|at| WORDS.iter().position(|word| words.is(at, word)));
    of.map(|number| number as u32 + 2).next().unwrap_or(1)
}

/// Words that part any people.
fn is_sex(head: &str) -> bool {
    matches!(head, "man" | "woman" | "boy" | "girl" | "male" | "female" | "adult" | "child")
}

/// "Four to the council and one to the agency": a lone "one" that is an item.
fn is_one(passage: &Passage<'_>, at: usize) -> bool {
    let words = passage.words;
    let is_led = |at: usize| words.is_any(at, &["and", ",", "independent", "other"]);
    let is_followed =
        words.has(at + 1, Class::Preposition) || words.is_any(at + 1, &["of", "to", ",", ".", ";", "was", "is", "who"]);
    words.is(at, "one") && is_led(at.wrapping_sub(1)) && is_followed && !words.run_is(at + 1, &["of", "the"])
}

/// Whether two items or more are told one after the other with an "and" before the last, and nothing says that they are not all.
fn is_list(passage: &Passage<'_>, items: &[Item]) -> bool {
    let [.., before, last] = items else { return false };
    let is_joined = (before.at.end..last.at.start).any(|at| passage.words.is_any(at, &["and", "&"]));
    let range = items[0].at.start.saturating_sub(2)..last.at.end + 1;
    let is_partial = range.into_iter().any(|at| passage.words.is_listed(at, &PARTIAL));
    is_joined && !is_partial && !items.iter().any(|item| is_open(passage, item))
}

fn is_open(passage: &Passage<'_>, item: &Item) -> bool {
    let before = item.at.start.saturating_sub(2)..item.at.start;
    let behind = item.at.end..(item.at.end + 1).min(passage.end);
    let is_led = |at: usize| passage.first <= at && passage.words.is_listed(at, &OPEN);
    // "Four to the council" leads nowhere.
    before.into_iter().any(is_led)
        || behind.into_iter().any(|at| is_led(at) && !passage.words.is_any(at, &["to", "from"]))
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn sums(text: &str) -> Vec<String> {
        relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Sum)
    }

    #[test]
    fn items_in_apposition_add_up_to_their_total() {
        for (text, found) in [
            ("She led a party of 12 elders, five men and seven women, Ada Ek said.", "12 = 12"),
            ("She led a party of 14 elders, five men and seven women, Ada Ek said.", "14 ≠ 12"),
            ("He admitted six counts, three of fraud and two of theft, Ada Ek said.", "six ≠ 5"),
            ("She made six requests, four to the council and one to the port, Ada Ek said.", "six ≠ 5"),
            ("She made five requests, four to the council and one to the port, Ada Ek said.", "five = 5"),
        ] {
            assert_eq!(sums(text), [found], "{text}");
        }
    }

    #[test]
    fn bare_numbers_of_the_next_sentence_add_up_to_what_was_counted() {
        let seats = |all: u32| {
            format!("The House has {all} seats. The League holds ten, the Union six and an independent one.")
        };
        assert_eq!(sums(&seats(17)), ["17 = 17"]);
        assert_eq!(sums(&seats(19)), ["19 ≠ 17"]);
        let tried = |all: u32| {
            format!("He denied {all} charges of theft. A jury convicted him of 11 and acquitted him of three.")
        };
        assert_eq!(sums(&tried(14)), ["14 = 14"]);
        assert_eq!(sums(&tried(15)), ["15 ≠ 14"]);
    }

    #[test]
    fn a_word_for_all_of_them_leads_to_their_total() {
        let paid = |all: u32| {
            format!(
                "The county pays in $142 million a year and its workers $58 million, a total of ${all} million, Ada Ek said."
            )
        };
        assert_eq!(sums(&paid(200)), ["$200 million = 200000000"]);
        assert_eq!(sums(&paid(206)), ["$206 million ≠ 200000000"]);
    }

    #[test]
    fn what_is_not_all_or_of_other_things_is_left_alone() {
        for text in [
            "She led a party of 12 elders, including five men and six women, Ada Ek said.",
            "She led a party of 12 elders, two more than in May and four fewer than in June, Ada Ek said.",
            "He scored 13 goals, five tries and seven kicks, Ada Ek said.",
            "He spent $243,000 at bars, $96,000 on a boat and $85,000 on his house, Ada Ek said.",
            "The House has 40 seats. The League holds ten, the Union six and an independent one.",
            "The deal costs $6.1 million: $1.1 million this year, $1.5 million next year and $1.75 million in each of the two years after that.",
        ] {
            let found: Vec<String> = sums(text).into_iter().filter(|line| line.contains('≠')).collect();
            assert_eq!(found, Vec::<String>::new(), "{text}");
        }
    }
}
