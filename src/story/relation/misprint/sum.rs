//! A number that its neighbours add up to but for one digit, or for two that changed places: "11,482 … 10,127 … 2,964 … 871 …
//! a turnout of 26,444".

use rust_decimal::Decimal;

use super::super::quotient::{Bounds, Outcome};
use super::super::{RelationKind, exact, solver, thing};
use super::{Entry, Ledger, Relation, Story, digits, is_amount, is_like, is_text, says_near};
use crate::draft::Role;
use crate::extract::Figure;
use crate::language::{Class, TokenKind, is_one_of};

/// Sums of fewer digits are met by chance.
const LONG: usize = 3;

/// As many will do where the parts have more and stand side by side with the total: "1,100, 450 and 250 tonnes, 1,900 in all".
const SHORT: usize = 2;

/// So many figures are a list.
const LIST: usize = 3;

/// How many parts a sum may have.
const MOST: usize = 8;

/// How many amounts lie at most between the total and the list.
const NEIGHBOURS: usize = 32;

/// How many blocks the parts and their total may lie apart.
const REACH: usize = 8;

/// The totals that their neighbours miss by one digit.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let is_of_text = |entry: &&Entry<'_>| is_amount(entry) && is_text(story, entry.figure.block);
    let amounts: Vec<&Entry<'_>> = entries.iter().filter(is_of_text).collect();
    let is_long = |total: &Entry<'_>| SHORT <= digits::length(&[total.figure.value]);
    let totals = (0..amounts.len()).filter(|&at| is_long(amounts[at]) && ledger.is_free(amounts[at].claim));
    let of = |at: usize| Total { story, ledger, amounts: &amounts, at };
    let mut found: Vec<Relation> = totals.filter_map(|at| of(at).beside().or_else(|| of(at).of_list())).collect();
    let known: Vec<_> = found.iter().map(|relation| relation.stated).collect();
    let others = (0..amounts.len()).filter(|&at| is_long(amounts[at]) && !ledger.doubts(amounts[at].claim));
    let others = others.filter(|&at| !known.contains(&amounts[at].claim));
    found.extend(others.filter_map(|at| of(at).of_parallel_list()));
    found.extend(of_headline(story, entries, &amounts, ledger));
    found
}

/// "Storm leaves 96,000 without power" over "on the coast 41,000 homes were dark, and in the hills another 28,000": a number of
/// the headline that those told one after the other make but for two digits that changed places.
fn of_headline(story: &Story, entries: &[Entry<'_>], amounts: &[&Entry<'_>], ledger: &Ledger) -> Option<Relation> {
    let is_head = |entry: &&Entry<'_>| {
        story.blocks[entry.figure.block].role == Role::Headline
            && is_amount(entry)
            && Decimal::TEN < entry.figure.value
            && ledger.is_free(entry.claim)
    };
    let heads: Vec<&Entry<'_>> = entries.iter().filter(is_head).collect();
    if heads.is_empty() {
        return None;
    }
    let mut lists = amounts.chunk_by(|one, other| one.figure.block == other.figure.block);
    let another = |entry: &&&Entry<'_>| says_near(story, entry.figure, 1, &["another", "further"], &["more"]);
    lists.find_map(|list| {
        let last = list.iter().rposition(|entry| another(&entry))?;
        (2..=last + 1).find_map(|count| {
            let parts = &list[last + 1 - count..=last];
            let sum = sum_of(parts);
            let is_missed = |entry: &&&Entry<'_>| {
                let figure = entry.figure;
                let is_swapped = figure.value != sum
                    && solver::is_transposed(figure, &Figure { value: sum, ..figure.mention.clone() });
                is_swapped && parts.iter().all(|part| is_like(figure, part.figure) && ledger.is_free(part.claim))
            };
            let is_told = || amounts.iter().any(|other| other.figure.value == sum);
            let head = heads.iter().find(is_missed).filter(|_| !is_told())?;
            let claims = parts.iter().map(|part| part.claim).collect();
            Some(exact(RelationKind::Sum, head.claim, claims, sum, false))
        })
    })
}

/// A figure that may be a total, among all the amounts of the story.
#[derive(Clone, Copy)]
struct Total<'t, 'a> {
    story: &'t Story,
    ledger: &'t Ledger,
    amounts: &'t [&'t Entry<'a>],
    at: usize,
}

impl<'a> Total<'_, 'a> {
    fn entry(&self) -> &Entry<'a> {
        self.amounts[self.at]
    }

    fn value(&self) -> Decimal {
        self.entry().figure.value
    }

    /// The run of neighbours right before or behind it that all but adds up to it; `None` where one does so exactly.
    fn beside(&self) -> Option<Relation> {
        let (before, behind) = (&self.amounts[..self.at], &self.amounts[self.at + 1..]);
        let of_length = |count: usize| {
            let ahead = before.len().checked_sub(count).map(|first| &before[first..]);
            [behind.get(..count), ahead].into_iter().flatten()
        };
        let is_part = |part: &&Entry<'_>| self.may_have(part);
        let mut missed = None;
        for parts in (2..=MOST).flat_map(of_length).filter(|parts| parts.iter().all(is_part)) {
            if sum_of(parts) == self.value() {
                return None;
            }
            if missed.is_none() && self.is_missed_by(parts) && are_listed(parts) {
                missed = Some(parts);
            }
        }
        missed.map(|parts| self.relation(parts))
    }

    /// "3.42 lakh against a target of 3.8 lakh … 1.46 lakh in one block, 88,000, 64,000 and 54,000 in others": all that a
    /// sentence near it lists.
    fn of_list(&self) -> Option<Relation> {
        let sentence = |entry: &Entry<'_>| entry.figure.sentence;
        let is_listed = |part: &&Entry<'_>| self.may_have(part) && self.ledger.is_free(part.claim);
        let near = self.at.saturating_sub(NEIGHBOURS)..(self.at + NEIGHBOURS).min(self.amounts.len());
        let lists = self.amounts[near].chunk_by(|one, other| sentence(one) == sentence(other));
        let mut lists = lists.filter(|parts| LIST <= parts.len() && parts.iter().all(is_listed));
        let is_total_of = |parts: &&[&Entry<'_>]| {
            sentence(parts[0]) != sentence(self.entry()) && self.is_long_slip(parts) && self.is_missed_by(parts)
        };
        lists.find(is_total_of).map(|parts| self.relation(parts))
    }

    /// "248,600 visits … By home address that was 131,400 from Ayr, 79,800 from Troon and 41,200 from abroad": three or more that
    /// the sentence behind lists by one small word, and that all but make it, are its parts whatever is wrong with them.
    fn of_parallel_list(&self) -> Option<Relation> {
        const NEAR: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
        let total = self.entry().figure;
        let behind = self.amounts[self.at + 1..].iter().skip_while(|other| other.figure.sentence == total.sentence);
        let is_next =
            |other: &&&Entry<'_>| other.figure.block == total.block && other.figure.sentence == total.sentence + 1;
        let parts: Vec<&Entry<'a>> = behind.take_while(is_next).copied().collect();
        let is_part = |part: &&Entry<'_>| self.may_have(part) && self.ledger.is_free(part.claim);
        if parts.len() < LIST || MOST < parts.len() || !parts.iter().all(is_part) || !self.are_parallel(&parts) {
            return None;
        }
        let zero = Bounds::exactly(Decimal::ZERO);
        let given = parts.iter().try_fold(zero, |sum, part| sum.plus(Bounds::of(part.figure)?))?;
        let outcome = Outcome::of(Bounds::of(total)?, given);
        let apart = (given.said - total.value).abs();
        let is_missed = !outcome.holds && apart <= total.value * NEAR && self.is_told_nowhere(given.said);
        (is_missed && LONG <= self.own_length(given.said) && !self.may_overlap(&parts)).then(|| self.relation(&parts))
    }

    /// Whether one small word leads from each part to what it is of: "from", "in", "on".
    fn are_parallel(&self, parts: &[&Entry<'_>]) -> bool {
        let text = self.story.text_of(self.story.blocks[parts[0].figure.block].span);
        let word = |part: &Entry<'_>| {
            let figure = part.figure;
            let end = figure.unit.as_ref().map_or(figure.number.end, |unit| unit.span.end).max(figure.number.end);
            let next = self.story.tokens_behind(figure.sentence, end).first()?;
            next.is(Class::Preposition).then(|| next.of(text))
        };
        let first = word(parts[0]);
        first.is_some() && parts.iter().all(|part| word(part) == first)
    }

    fn may_have(&self, part: &Entry<'_>) -> bool {
        let (whole, figure) = (self.entry().figure, part.figure);
        figure.value < whole.value
            && is_like(whole, figure)
            && whole.block.abs_diff(figure.block) <= REACH
            && thing::fit(whole, figure) != thing::Fit::Other
            && !self.ledger.doubts(part.claim)
    }

    /// Whether the sum of the parts is the total but for one digit, and no other reading explains both.
    fn is_missed_by(&self, parts: &[&Entry<'_>]) -> bool {
        let is_slip = self.is_long_slip(parts) || self.is_short_slip(parts);
        // "90 with one bedroom, 110 with two and 40 with three": one of the numbers is of something else.
        let sum = sum_of(parts);
        let largest = parts.iter().map(|part| part.figure.value).max().unwrap_or_default();
        let counts = |part: &&&Entry<'_>| largest <= part.figure.value.saturating_mul(Decimal::from(20));
        let of_large: Decimal = parts.iter().filter(counts).map(|part| part.figure.value).sum();
        let is_met_without =
            of_large == self.value() || parts.iter().any(|part| sum - part.figure.value == self.value());
        is_slip && !is_met_without && self.is_told_nowhere(sum) && !self.may_overlap(parts) && !self.is_one_of(parts)
    }

    fn is_long_slip(&self, parts: &[&Entry<'_>]) -> bool {
        let sum = sum_of(parts);
        LONG <= self.own_length(sum) && digits::is_slip(sum, self.value())
    }

    /// Fewer digits will do where several parts stand side by side with it.
    fn is_short_slip(&self, parts: &[&Entry<'_>]) -> bool {
        let (sum, sentence) = (sum_of(parts), self.entry().figure.sentence);
        let numbers: Vec<Decimal> = parts.iter().map(|part| part.figure.value).chain([sum, self.value()]).collect();
        LIST <= parts.len()
            && SHORT <= self.own_length(sum)
            && parts.iter().all(|part| part.figure.sentence.abs_diff(sentence) <= 1)
            && LONG <= digits::length(&numbers)
            && digits::is_slip(sum, self.value())
    }

    /// How many digits both the total and the sum have that say something.
    fn own_length(&self, sum: Decimal) -> usize {
        digits::length(&[sum]).min(digits::length(&[self.value()]))
    }

    /// Whether neither the sum is told, nor that of the total and its neighbours: they may all be parts.
    fn is_told_nowhere(&self, sum: Decimal) -> bool {
        let (total, all) = (self.entry().figure, sum + self.value());
        !self.amounts.iter().any(|other| is_like(total, other.figure) && [sum, all].contains(&other.figure.value))
    }

    /// "38 were under 18", "including 12": some are counted twice, or not all.
    fn may_overlap(&self, parts: &[&Entry<'_>]) -> bool {
        const AHEAD: &[&str] = &["also", "among", "both", "including", "least", "fewer", "under"];
        const BEHIND: &[&str] = &["also", "both", "under", "more", "fewer", "than"];
        const NEAR: usize = 5;
        let is_open = |part: &&Entry<'_>| {
            let figure = part.figure;
            says_near(self.story, figure, NEAR, AHEAD, BEHIND) || self.is_compared(part) || self.is_over(part)
        };
        parts.iter().any(is_open)
    }

    /// "33 were over 60", but not "33,900 over the summer".
    fn is_over(&self, part: &Entry<'_>) -> bool {
        const NEAR: usize = 5;
        let figure = part.figure;
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let behind = self.story.tokens_behind(figure.sentence, figure.number.end);
        let before = self.story.tokens_before(figure.sentence, figure.number.start);
        let near = &before[before.len().saturating_sub(NEAR)..];
        let mut pairs = behind.windows(2).take(NEAR).chain(near.windows(2));
        pairs.any(|pair| is_one_of(pair[0].of(text), &["over"]) && !pair[1].is(Class::Determiner))
    }

    /// "More than 470", but not "more than half of them, 470".
    fn is_compared(&self, part: &Entry<'_>) -> bool {
        const NEAR: usize = 5;
        let figure = part.figure;
        let text = self.story.text_of(self.story.blocks[figure.block].span);
        let before = self.story.tokens_before(figure.sentence, figure.number.start);
        let near = &before[before.len().saturating_sub(NEAR)..];
        let is_part =
            near.iter().any(|token| is_one_of(token.of(text), &["half", "third", "thirds", "quarter", "quarters"]));
        !is_part && near.iter().any(|token| is_one_of(token.of(text), &["than", "more"]))
    }

    /// "Holm has 568 votes. Dunn has 370, Marsh 129 and Orr 63": told by the same verb, it is one of them, and so it is
    /// where it is called some of them, or the same small word leads to all: "for 1,490 of them, Brae for 870 and Orm for 420".
    fn is_one_of(&self, parts: &[&Entry<'_>]) -> bool {
        if says_near(self.story, self.entry().figure, 1, &[], &["of"]) && self.entry().figure.unit.is_none() {
            return true;
        }
        let is_led = |entry: &&Entry<'_>| says_near(self.story, entry.figure, 1, &["for", "with", "on", "at"], &[]);
        if parts.iter().all(|part| part.figure.sentence == self.entry().figure.sentence && is_led(part))
            && is_led(&self.entry())
        {
            return true;
        }
        let before = |entry: &Entry<'_>| {
            let figure = entry.figure;
            let text = self.story.text_of(self.story.blocks[figure.block].span);
            let word = self.story.tokens_before(figure.sentence, figure.number.start).last()?;
            (word.kind == TokenKind::Word && !word.is(Class::Preposition)).then(|| word.of(text))
        };
        let verb = before(self.entry());
        verb.is_some() && parts.iter().any(|part| before(part) == verb)
    }

    fn relation(&self, parts: &[&Entry<'_>]) -> Relation {
        let sum = sum_of(parts);
        exact(RelationKind::Sum, self.entry().claim, parts.iter().map(|part| part.claim).collect(), sum, false)
    }
}

fn sum_of(parts: &[&Entry<'_>]) -> Decimal {
    parts.iter().map(|part| part.figure.value).sum()
}

/// Whether one sentence tells the parts, or each of them has one of its own.
fn are_listed(parts: &[&Entry<'_>]) -> bool {
    let mut pairs = parts.windows(2).map(|pair| pair[0].figure.sentence == pair[1].figure.sentence);
    let first = pairs.next();
    pairs.all(|is_one| Some(is_one) == first)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    fn wrong(text: &str) -> Vec<String> {
        let found = relations(&read(&format!("Brae news\n\n{text}")), RelationKind::Sum);
        found.into_iter().filter(|line| line.contains('≠')).collect()
    }

    #[test]
    fn neighbours_add_up_to_a_total_but_for_one_digit() {
        for (text, found) in [
            (
                "The count, as read by Ada Ek:\n\nHana Pott (Reform) 11,482\nStuart Grell (Union) 10,127\nJoy Acht (Green) 2,964\nAll votes 24,753\n\nIt rained.",
                "24,753 ≠ 24573",
            ),
            (
                "The drive reached 342,000 children, against a goal of 380,000, Ada Ek said.\n\nHer office has 146,000 in Brae block, 88,000 in Ardle, 64,000 in Osk and 54,000 in Marl.",
                "342,000 ≠ 350000..354000",
            ),
        ] {
            assert_eq!(wrong(text), [found], "{text}");
        }
    }

    #[test]
    fn sums_that_hold_or_are_of_other_things_are_left_alone() {
        for text in [
            "The drive reached 352,000 children, Ada Ek said.\n\nHer office has 146,000 in Brae block, 88,000 in Ardle, 64,000 in Osk and 54,000 in Marl.",
            "He owes $143,000 to the bank. The others are owed $96,500, $85,000 and $61,500, of $386,000 in all, Ada Ek said.",
            "The firm is worth $130 million, Ada Ek said.\n\nIt would save $46 million in Brae and $90 million in Osk.",
            "Of the 156, 97 were under 30, 38 were under 18 and 31 were over 60, Ada Ek said.",
            "Holm has 568 votes, Ada Ek said. Dunn has 370 votes, Marsh 129 and Orr 63.",
            "A crowd of 367 met 12 mayors and 349 pupils, Ada Ek said.",
        ] {
            assert_eq!(wrong(text), Vec::<String>::new(), "{text}");
        }
    }
}
