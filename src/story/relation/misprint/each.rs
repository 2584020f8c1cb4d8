//! So much for each of so many, and what all of them come to, in sentences that no wording has tied: "fined 38 shearers $550
//! each … The fines, $29,000 in all", "flew 44 hours … at a cost of $396,000 … $8,000 an hour".
//!
//! The noun of the one is what the count counts, or "each" stands for it. What says that the three belong together is in the
//! digits: noughts too many or too few, one wrong digit of three or more, or a quotient that is a round number beside the
//! stated one. Where any two figures near by make the third, nothing is asked.

use rust_decimal::Decimal;

use super::super::quotient::Bounds;
use super::super::{RelationKind, exact, measures, thing};
use super::{Entry, Ledger, Relation, Story, digits, is_plural, is_text, near, says_near};
use crate::extract::{Figure, FigureKind, Modifier};
use crate::language::{Class, Token, TokenKind, in_small_letters, is_one_of};
use crate::story::Placed;

/// How many sentences on either side may hold the count and the sum.
const REACH: usize = 2;

/// A slip in one digit of fewer is met by chance.
const LONG: usize = 3;

/// Words by which the three are not of the same things.
const OPEN: &[&str] = &[
    "than",
    "least",
    "most",
    "including",
    "plus",
    "deposit",
    "discount",
    "minimum",
    "maximum",
    "extra",
    "another",
    "additional",
    "capped",
    "limit",
    "up",
    "from",
    "previously",
    "compared",
    "against",
    "first",
    "starting",
];

/// What lasts may bring more in one of these than in another.
const TIMES: &[&str] = &["year", "month", "week", "day", "night", "season", "quarter"];

/// What comes to one, and of what.
struct Each<'e, 'a> {
    entry: &'e Entry<'a>,
    /// The noun of one of them; `None` for "each".
    noun: Option<String>,
    /// Whether a word says that it is for one.
    is_told: bool,
}

/// The figures by which so many at so much each are not what they come to.
pub(super) fn find(story: &Story, entries: &[Entry<'_>], ledger: &Ledger) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    for entry in entries.iter().filter(|entry| may_be_each(story, entry) && ledger.is_free(entry.claim)) {
        let Some(each) = each_of(story, entry) else { continue };
        let near: Vec<&Entry<'_>> =
            near(entries, entry.figure, REACH).filter(|other| may_be_tied(story, other)).collect();
        let relation = each.held_against(story, &near).filter(|it| !ledger.doubts(it.stated));
        found.extend(relation.filter(|it| !found.iter().any(|known| known.stated == it.stated)));
    }
    found
}

fn may_be_each(story: &Story, entry: &Entry<'_>) -> bool {
    use FigureKind::{Count, Measure, Money, Rate};
    matches!(entry.figure.kind, Count | Measure | Money | Rate) && may_be_tied(story, entry)
}

fn may_be_tied(story: &Story, entry: &Entry<'_>) -> bool {
    let figure = entry.figure;
    let is_told = !matches!(figure.modifier, Modifier::UpTo | Modifier::LessThan | Modifier::AtLeast);
    is_told
        && figure.pair.is_none()
        && Decimal::ONE < figure.value
        && !is_plural(entry.number)
        && is_text(story, figure.block)
}

/// "$550 each", "€900 a plot", "Each of the 35 will pay €900".
fn each_of<'e, 'a>(story: &Story, entry: &'e Entry<'a>) -> Option<Each<'e, 'a>> {
    const FAR: usize = 10;
    let figure = entry.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    if figure.kind == FigureKind::Rate {
        let noun = in_small_letters(measures::noun_of(story, figure)?).into_owned();
        let is_thing = noun.chars().all(char::is_alphabetic) && !TIMES.contains(&noun.as_str());
        return is_thing.then_some(Each { entry, noun: Some(noun), is_told: true });
    }
    let behind = story.tokens_behind(figure.sentence, figure.number.end);
    let word = |at: usize| behind.get(at).map_or("", |token| token.of(text));
    let is_noun = |at: usize| {
        behind.get(at).is_some_and(|token| token.kind == TokenKind::Word && !token.is(Class::Preposition))
            && word(at).starts_with(char::is_lowercase)
    };
    let article = usize::from(is_one_of(word(0), &["for"]));
    let is_per = is_one_of(word(article), &["a", "an", "per"]) && article == 0
        || is_one_of(word(article), &["each", "every"]) && article == 1;
    let is_time_back = is_one_of(word(article + 2), &["earlier", "ago", "before", "later"]);
    if is_per && figure.kind != FigureKind::Count && is_noun(article + 1) && !is_time_back {
        if is_one_of(word(article + 1), TIMES) {
            return None;
        }
        let noun = Some(in_small_letters(word(article + 1)).into_owned());
        return Some(Each { entry, noun, is_told: true });
    }
    let is_each = (0..4).any(|at| {
        is_one_of(word(at), &["each", "apiece"])
            && !is_one_of(word(at + 1), &["of", "other", "year", "month", "week", "day"])
    }) && !(0..4)
        .take_while(|&at| !is_one_of(word(at), &["each", "apiece"]))
        .any(|at| matches!(word(at), "," | ";" | "and" | ":"));
    // "9 kilos of flour a month … for 52,000 people … 568 tonnes": only where the large measure is another.
    if figure.kind == FigureKind::Measure && !is_each {
        return Some(Each { entry, noun: None, is_told: false });
    }
    let before = story.tokens_before(figure.sentence, figure.number.start);
    let opens = |token: &Token| is_one_of(token.of(text), &["each"]);
    let is_led = || before.first().is_some_and(opens) && before.len() <= FAR + 4 && figure.kind == FigureKind::Money;
    (is_each || is_led()).then_some(Each { entry, noun: None, is_told: true })
}

impl<'e, 'a> Each<'e, 'a> {
    fn figure(&self) -> &'a Placed<Figure> {
        self.entry.figure
    }

    fn held_against(&self, story: &Story, near: &[&'e Entry<'a>]) -> Option<Relation> {
        let counts: Vec<&Entry<'a>> = near.iter().copied().filter(|other| self.may_count(other)).collect();
        let sums: Vec<(&Entry<'a>, Decimal)> =
            near.iter().copied().filter_map(|other| Some((other, self.sum_in(other)?))).collect();
        let is_made = |count: &&&Entry<'a>| {
            sums.iter().any(|&(sum, times)| sum.claim != count.claim && self.fits(count, sum, times))
        };
        if counts.iter().any(|count| is_made(&count)) {
            return None;
        }
        if self.figure().kind == FigureKind::Count && self.noun.is_none() {
            return self.of_two_counts(near);
        }
        let count = self.only(&counts).filter(|count| !has_more(story, count))?;
        if self.has_other_price(near) {
            return None;
        }
        let (sum, times) = self.only_sum(story, &sums, count)?;
        self.misses(story, count, sum, times)
    }

    /// "12,600 patients and seven doctors … Eighteen thousand each": the only two counts of a sentence, one by the other.
    fn of_two_counts(&self, near: &[&'e Entry<'a>]) -> Option<Relation> {
        let is_count = |other: &&&Entry<'_>| {
            let figure = other.figure;
            figure.kind == FigureKind::Count
                && figure.unit.is_some()
                && figure.sentence + 1 >= self.figure().sentence
                && figure.number < self.figure().number
        };
        let counts: Vec<&&Entry<'a>> = near.iter().filter(is_count).collect();
        let [one, other] = counts[..] else { return None };
        let (few, many) = if one.figure.value < other.figure.value { (one, other) } else { (other, one) };
        let quotient = many.figure.value.checked_div(few.figure.value)?;
        let is_wrong = Decimal::TWO < few.figure.value && is_scaled(quotient, self.figure().value);
        is_wrong.then(|| exact(RelationKind::Each, self.entry.claim, vec![many.claim, few.claim], quotient, false))
    }

    /// "$20 a head or $10 for children": not all of them at one price.
    fn has_other_price(&self, near: &[&Entry<'_>]) -> bool {
        let own = self.figure();
        near.iter().any(|other| {
            let figure = other.figure;
            let is_money = matches!(figure.kind, FigureKind::Money | FigureKind::Rate);
            let is_beside = figure.sentence == own.sentence && other.claim != self.entry.claim;
            is_money && is_beside && figure.value <= own.value * Decimal::from(3)
        })
    }

    /// Whether a figure may count those of whom it is told.
    fn may_count(&self, other: &Entry<'_>) -> bool {
        let figure = other.figure;
        let is_kind = matches!(figure.kind, FigureKind::Count | FigureKind::Duration | FigureKind::Measure);
        is_kind && other.claim != self.entry.claim && figure.unit.is_some() && self.is_noun_of(figure)
    }

    fn is_noun_of(&self, figure: &Figure) -> bool {
        const ANYBODY: &[&str] = &["head", "person", "capita", "man"];
        let Some(noun) = &self.noun else { return figure.kind == FigureKind::Count };
        let head = figure.unit.as_ref().map_or("", |unit| unit.head.as_str());
        let last = head.rsplit([' ', '-']).next().unwrap_or(head);
        last == noun
            || noun.strip_suffix('s') == Some(last)
            || ANYBODY.contains(&noun.as_str()) && thing::is_person(last)
    }

    /// How many of its unit go into one of the other's, where that may be a sum of so many of it.
    fn sum_in(&self, other: &Entry<'_>) -> Option<Decimal> {
        use FigureKind::{Count, Measure, Money, Rate};
        let (own, figure) = (self.figure(), other.figure);
        let head = |figure: &Figure| thing::head_of(figure).map(str::to_owned);
        let is_larger = own.value < figure.value;
        match (own.kind, figure.kind) {
            (Money, Money) if head(own) == head(figure) => is_larger.then_some(Decimal::ONE),
            (Rate, Money) => {
                let is_same = thing::head_of(own).is_none_or(|own| Some(own) == thing::head_of(figure));
                (is_same && is_larger).then_some(Decimal::ONE)
            }
            (Measure, Measure) if head(own) == head(figure) => (is_larger && self.is_told).then_some(Decimal::ONE),
            (Measure, Measure) => {
                let small = own.unit.as_ref()?.head.as_str();
                measures::how_many(small, &figure.unit.as_ref()?.head).map(Decimal::from)
            }
            (Count, Count) => (is_larger && self.noun.is_none() && figure.unit.is_some()).then_some(Decimal::ONE),
            _ => None,
        }
    }

    fn fits(&self, count: &Entry<'_>, sum: &Entry<'_>, times: Decimal) -> bool {
        const SLACK: Decimal = Decimal::from_parts(4, 0, 0, false, 2);
        let product = || {
            let each = Bounds::of(self.figure())?.times(Bounds::of(count.figure)?)?;
            let (low, high) = (Decimal::ONE - SLACK, Decimal::ONE + SLACK);
            let slack = Bounds::new(low, Decimal::ONE, high);
            Some(each.times(slack)?.meets(Bounds::of(sum.figure)?.times(Bounds::exactly(times))?))
        };
        product().unwrap_or(true)
    }

    /// The only count, or the nearest before it in its own sentence.
    fn only(&self, counts: &[&'e Entry<'a>]) -> Option<&'e Entry<'a>> {
        let sentence = self.figure().sentence;
        let own: Vec<&&Entry<'a>> = counts.iter().filter(|count| count.figure.sentence == sentence).collect();
        let candidates: Vec<&Entry<'a>> =
            if own.is_empty() { counts.to_vec() } else { own.into_iter().copied().collect() };
        let first = *candidates.first()?;
        let is_one = candidates.iter().all(|other| other.figure.value == first.figure.value);
        (is_one && Decimal::TWO < first.figure.value).then_some(first)
    }

    /// The only sum beside the count, or beside itself.
    fn only_sum(
        &self,
        story: &Story,
        sums: &[(&'e Entry<'a>, Decimal)],
        count: &Entry<'_>,
    ) -> Option<(&'e Entry<'a>, Decimal)> {
        let is_own = |sum: &Entry<'_>| sum.claim != count.claim && !is_for_one(story, sum);
        let of = |sentence: usize| {
            let mut all = sums.iter().filter(|(sum, _)| sum.figure.sentence == sentence && is_own(sum));
            let first = all.next().copied();
            // "Paid £63m for 1,800 plots, or about £53,000 a plot, and that cash had fallen by £55m": what comes behind is other money.
            first.filter(|(sum, _)| {
                all.all(|(other, _)| sum.figure.value == other.figure.value)
                    || sum.figure.sentence == self.figure().sentence
                        && sum.figure.number < self.figure().number
                        && sum.figure.sentence == count.figure.sentence
            })
        };
        of(count.figure.sentence).or_else(|| of(self.figure().sentence)).or_else(|| {
            let first = sums.iter().find(|(sum, _)| is_own(sum))?;
            let is_one =
                sums.iter().filter(|(sum, _)| is_own(sum)).all(|(other, _)| other.figure.value == first.0.figure.value);
            is_one.then_some(*first)
        })
    }

    /// The figure that is wrong where the digits say that the three belong together.
    fn misses(&self, story: &Story, count: &Entry<'_>, sum: &Entry<'_>, times: Decimal) -> Option<Relation> {
        let all = [self.entry, count, sum];
        if all.iter().any(|entry| says_near(story, entry.figure, 6, OPEN, &[])) {
            return None;
        }
        let (each, total) = (self.figure().value, sum.figure.value);
        let product = each.checked_mul(count.figure.value)?.checked_div(times)?;
        let quotient = total.checked_mul(times)?.checked_div(count.figure.value)?;
        let is_exact = quotient.scale() <= each.scale() + 1;
        let is_near = quotient <= each * Decimal::TWO && each <= quotient * Decimal::TWO;
        let is_scaled = is_scaled(product, total) && LONG <= digits::length(&[count.figure.value, total]);
        let is_slip = LONG <= digits::length(&[product]).min(digits::length(&[total]))
            && digits::is_slip(product, total)
            || is_exact && 2 <= digits::length(&[quotient]) && is_swapped(quotient, each);
        let is_round =
            is_exact && digits::length(&[quotient]) <= 2 && LONG <= digits::length(&[count.figure.value, total]);
        let is_summed = says_near(story, sum.figure, 3, &["total", "altogether"], &["in", "altogether", "total"])
            && self.noun.is_none();
        let is_counted = || count.figure.sentence == sum.figure.sentence;
        if !(self.is_told || is_slip && LONG <= digits::length(&[product]) && is_counted()) {
            return None;
        }
        if !(is_scaled || is_slip || is_near && (is_round || is_summed)) {
            return None;
        }
        Some(if self.figure().number < sum.figure.number {
            exact(RelationKind::Average, sum.claim, vec![count.claim, self.entry.claim], product, false)
        } else {
            exact(RelationKind::Each, self.entry.claim, vec![sum.claim, count.claim], quotient, false)
        })
    }
}

/// "24 tablets and a trolley": more than is counted.
fn has_more(story: &Story, count: &Entry<'_>) -> bool {
    let figure = count.figure;
    let text = story.text_of(story.blocks[figure.block].span);
    let end = figure.unit.as_ref().map_or(figure.number.end, |unit| unit.span.end.max(figure.number.end));
    let behind = story.tokens_behind(figure.sentence, end);
    let is = |at: usize, words: &[&str]| behind.get(at).is_some_and(|token| is_one_of(token.of(text), words));
    is(0, &["and"]) && is(1, &["a", "an", "the", "its", "their", "one", "another"])
}

/// "£63m for 1,800 plots, or £53,000 a plot": whether a sum is itself for one of something.
fn is_for_one(story: &Story, sum: &Entry<'_>) -> bool {
    each_of(story, sum).is_some_and(|each| each.is_told)
}

/// Whether one number is the other but for its noughts, as far as it was rounded.
fn is_scaled(product: Decimal, total: Decimal) -> bool {
    let slack = total * Decimal::new(1, 2);
    let scaled = |by: Decimal| product.checked_mul(by).is_some_and(|product| (product - total).abs() <= slack);
    [10, 100, 1_000].into_iter().map(Decimal::from).any(|by| scaled(by) || scaled(Decimal::ONE / by))
}

/// Whether the digits of one are those of the other in another order: 35,000 and 53,000.
fn is_swapped(one: Decimal, other: Decimal) -> bool {
    let sorted = |number: Decimal| {
        let mut digits: Vec<u8> = number.normalize().to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    one != other && sorted(one) == sorted(other)
}

#[cfg(test)]
mod tests {
    use crate::story::RelationKind;
    use crate::story::testing::{read, relations};

    #[test]
    fn so_many_at_so_much_each_make_the_sum() {
        for (text, sound, broken) in [
            (
                "A court fined 26 men £450 each, Ek said.\n\nThe fines, £# in all, will go to the lifeboat.",
                "11,700",
                "17,100",
            ),
            (
                "The plane flew 36 hours at a cost of £252,000, Ek said.\n\nShe called £#,000 an hour too much.",
                "7",
                "8",
            ),
            ("The choir has a bill of $28,800. Each of the 32 singers must find $#, Ek said.", "900", "1,100"),
            (
                "The firm paid £48m for 1,600 homes, or about £#,000 a home, and cash fell by £31m to £12m, Ek said.",
                "30",
                "3",
            ),
            ("Families get 12 kilos of rice, Ek said. For 31,000 families she trucks in # tonnes of it.", "372", "472"),
            (
                "The town has 9,600 pupils and eight dentists, Ek said. Twelve # each is too many, she said.",
                "hundred",
                "thousand",
            ),
            ("The tax will raise £600m over five years, starting with £#m a year in 2026.", "80", "80"),
            ("The school spent £9,600 on 24 tablets and a trolley. Each tablet cost £#, Ek said.", "350", "350"),
            ("Tickets cost $20 a head or $10 for children, and 160 people came. The door took $#.", "2,400", "2,400"),
        ] {
            for (number, is_wrong) in [(sound, false), (broken, sound != broken)] {
                let story = read(&format!("Brae news\n\n{}", text.replace('#', number)));
                let kinds = [RelationKind::Average, RelationKind::Each];
                let found: Vec<String> = kinds.into_iter().flat_map(|kind| relations(&story, kind)).collect();
                assert_eq!(found.iter().any(|line| line.contains('≠')), is_wrong, "{text}: {number} {found:?}");
            }
        }
    }
}
