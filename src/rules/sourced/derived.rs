//! Figures that a reader can work out from those that somebody holds up.

use rust_decimal::Decimal;

use super::{Sourced, Tied};
use crate::extract::{Figure, FigureKind};
use crate::language::{Class, Interval, Words};
use crate::rules::grave::is_toll;
use crate::story::{Placed, Relation, Story};

/// How far a figure may stand from those that it is made of, in sentences.
const NEAR: usize = 3;

/// How often the range that a figure stands for has to go into its value.
const PRECISE: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

impl Sourced<'_> {
    /// "It made 86 million against a loss of 31 million, it said. The swing of 117 million …": whoever gives two gives their
    /// sum and what is between them, and whoever gives a whole gives the parts that the next sentence makes it of.
    pub(super) fn is_derived(&self, figure: &Placed<Figure>) -> bool {
        if figure.kind == FigureKind::Points {
            return self.is_step(figure);
        }
        if is_worked_out(self.story, figure) || self.is_ratio_of_told(figure) {
            return true;
        }
        if !is_amount(figure) || is_toll(self.story, figure) {
            return false;
        }
        let alike: Vec<&Placed<Figure>> = (figure.block.saturating_sub(1)..=figure.block)
            .flat_map(|block| self.story.figures_of(block))
            .filter(|other| is_amount(other) && is_alike(other, figure))
            .filter(|other| figure.sentence.abs_diff(other.sentence) <= NEAR)
            .collect();
        let held: Vec<&Placed<Figure>> = alike.iter().copied().filter(|other| self.is_of_somebody(other)).collect();
        let fits = |value: Decimal| figure.interval.meets(Interval::exactly(value));
        let is_of_two = is_precise(figure)
            && held.iter().enumerate().any(|(number, one)| {
                held[..number].iter().any(|other| {
                    let (one, other) = (one.value, other.value);
                    one.checked_add(other).is_some_and(fits) || fits(one.max(other) - one.min(other))
                })
            });
        is_of_two
            || self.is_part_of_paragraph(figure)
            || is_part(figure, &alike, &held)
            || is_product(figure, &alike_or_bare(self, figure))
    }

    /// "That is an occupancy of about 95 per cent", behind a table of beds and those that are taken: the share of two numbers
    /// told just before.
    fn is_ratio_of_told(&self, figure: &Placed<Figure>) -> bool {
        const BACK: usize = 12;
        let words = self.words_of(figure.sentence);
        let takes_up = words.is_any(0, &["that", "this"])
            && (words.has(1, Class::Be) || words.is_any(1, &["makes", "means", "gives"]));
        if figure.kind != FigureKind::Percentage || !takes_up {
            return false;
        }
        let end = self.story.figures.partition_point(|other| other.number.start < figure.number.start);
        let told: Vec<&Placed<Figure>> = self.story.figures[end.saturating_sub(BACK)..end]
            .iter()
            .filter(|other| other.kind != FigureKind::Percentage && Decimal::ZERO < other.value)
            .collect();
        let fits = |part: &Placed<Figure>, whole: &Placed<Figure>| {
            percent_of(part, whole).is_some_and(|share| figure.interval.meets(Interval::exactly(share)))
        };
        told.iter().enumerate().any(|(at, one)| told[..at].iter().any(|other| fits(one, other) || fits(other, one)))
    }

    /// "Huts burned in three camps, she said: 860. Amal lost 470. Bera lost 245, and in Cela 145 families are homeless.": the
    /// counts of a paragraph that make up, to the digit, one that the paragraph before it gives.
    fn is_part_of_paragraph(&self, figure: &Placed<Figure>) -> bool {
        const FEWEST: usize = 3;
        let Some(before) = figure.block.checked_sub(1) else { return false };
        let is_count = |other: &&Placed<Figure>| other.kind == FigureKind::Count;
        let parts: Vec<&Placed<Figure>> = self.story.figures_of(figure.block).iter().filter(is_count).collect();
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
        let told = self.story.figures_of(before).iter().filter(is_count);
        figure.kind == FigureKind::Count
            && FEWEST <= parts.len()
            && told.into_iter().any(|whole| Some(whole.value) == sum && self.is_of_somebody(whole))
    }

    /// "The tax goes from 3% to 5%, she said. The rise of two percentage points …": what lies between two that she gave.
    fn is_step(&self, figure: &Placed<Figure>) -> bool {
        let shares: Vec<&Placed<Figure>> = (figure.block.saturating_sub(1)..=figure.block)
            .flat_map(|block| self.story.figures_of(block))
            .filter(|other| other.kind == FigureKind::Percentage)
            .filter(|other| figure.sentence.abs_diff(other.sentence) <= NEAR && self.is_of_somebody(other))
            .collect();
        let between = |one: &Placed<Figure>, other: &Placed<Figure>| {
            figure.interval.meets(Interval::exactly((one.value - other.value).abs()))
        };
        // "They are 5.5 points apart. One wants 14%, 6% of it this year, and the other offers 8.5%, it said."
        let is_apart = || {
            let next = shares.iter().filter(|other| figure.sentence < other.sentence);
            next.clone().enumerate().any(|(at, one)| next.clone().take(at).any(|other| between(one, other)))
        };
        let said = |pair: &[&Placed<Figure>]| pair.iter().all(|other| other.sentence <= figure.sentence);
        shares.windows(2).any(|pair| said(pair) && between(pair[0], pair[1]))
            || is_apart()
            || self.lie_apart_before(figure)
    }

    /// "Inflation slowed to 5.2% from 5.9%, the office said", and some paragraphs on "the decline of 0.7 percentage point".
    fn lie_apart_before(&self, figure: &Placed<Figure>) -> bool {
        const BACK: usize = 6;
        let blocks = figure.block.saturating_sub(BACK)..figure.block;
        blocks.map(|block| self.story.figures_of(block)).any(|figures| {
            figures.windows(2).any(|pair| {
                let are_shares = pair.iter().all(|one| one.kind == FigureKind::Percentage && self.is_of_somebody(one));
                are_shares
                    && pair[0].sentence == pair[1].sentence
                    && (pair[0].value - pair[1].value).abs() == figure.value.abs()
            })
        })
    }

    /// "There were 780 patients in January. By June there were 940, the board said": who compares two gives both, though
    /// only one of them stands in the sentence that names who.
    pub(super) fn is_compared(&self, figure: &Placed<Figure>) -> bool {
        let is_beside = |other: &&Placed<Figure>| {
            other.block == figure.block && other.sentence.abs_diff(figure.sentence) == 1 && self.is_of_somebody(other)
        };
        // Hardly any figure has one beside it, and how they are tied is still being found by others.
        if !self.story.figures_of(figure.block).iter().any(|other| is_beside(&other)) {
            return false;
        }
        let tied = self.tied.get_or_init(|| tied(self.story));
        tied.get(&figure.number)
            .into_iter()
            .flatten()
            .any(|relation| members(self.story, relation).any(|other| is_beside(&other)))
    }

    fn is_of_somebody(&self, figure: &Placed<Figure>) -> bool {
        self.by_value.get(&figure.value).into_iter().flatten().any(|other| other.number == figure.number)
    }
}

/// "Which pays for 14 of the 31 residents, or 45%": the share of two numbers before it in its sentence says no more than
/// they do.
fn is_worked_out(story: &Story, figure: &Placed<Figure>) -> bool {
    const REACH: u32 = 90;
    let opening = story.tokens_before(figure.sentence, figure.span.start);
    let text = story.text_of(story.blocks[figure.block].span);
    let is_or = opening.last().is_some_and(|last| last.reads_any(text, &["or", "—", "–", "("]));
    // "40 of her 50 attempts, an accuracy of 80 per cent"
    let is_called = || {
        let words = Words { text, tokens: opening };
        let end = opening.len();
        let comma = (2..6).map(|back| end.wrapping_sub(back)).find(|&at| words.is(at, ","));
        words.is(end.wrapping_sub(1), "of") && comma.is_some_and(|comma| words.is_any(comma + 1, &["a", "an"]))
    };
    if figure.kind != FigureKind::Percentage || !is_or && !is_called() {
        return false;
    }
    let is_near = |other: &&Placed<Figure>| {
        other.sentence == figure.sentence
            && other.number.end <= figure.number.start
            && figure.number.start - other.number.end <= REACH
            && other.kind == FigureKind::Count
            && !other.value.is_zero()
    };
    let near: Vec<&Placed<Figure>> = story.figures_of(figure.block).iter().filter(is_near).collect();
    near.windows(2).any(|pair| {
        let share = |part: &Placed<Figure>, whole: &Placed<Figure>| {
            let is_it = |share| figure.interval.meets(Interval::exactly(share)) || is_rounded(figure, share);
            part.value < whole.value && percent_of(part, whole).is_some_and(is_it)
        };
        share(pair[0], pair[1]) || share(pair[1], pair[0])
    })
}

/// What part one figure is of another, in percent; `None` where that is no number.
fn percent_of(part: &Figure, whole: &Figure) -> Option<Decimal> {
    part.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole.value)
}

/// Whether `share` is printed as the figure: 45.16 as 45.
fn is_rounded(figure: &Figure, share: Decimal) -> bool {
    share.round_dp(figure.value.scale()) == figure.value
}

/// The figures of the sentences beside it by which it may be reckoned: so many, at so much each.
fn alike_or_bare<'a>(sourced: &Sourced<'a>, figure: &Placed<Figure>) -> Vec<&'a Placed<Figure>> {
    let story = sourced.story;
    let is_beside = |other: &&Placed<Figure>| {
        other.sentence.abs_diff(figure.sentence) == 1 && is_amount(other) && sourced.is_of_somebody(other)
    };
    story.figures_of(figure.block).iter().filter(is_beside).collect()
}

/// "The tour left a bill of €31,500. Each of the 35 players will pay €900, a letter says.": what two figures that somebody
/// gives in the next sentence or the last make when they are multiplied, to the digit.
fn is_product(figure: &Placed<Figure>, beside: &[&Placed<Figure>]) -> bool {
    figure.kind == FigureKind::Money
        && beside.windows(2).any(|pair| {
            let kinds = [pair[0].kind, pair[1].kind];
            let is_pair = kinds.contains(&FigureKind::Count) && kinds.iter().any(|kind| *kind != FigureKind::Count);
            pair[0].sentence == pair[1].sentence
                && is_pair
                && pair[0].value.checked_mul(pair[1].value) == Some(figure.value)
        })
}

/// The figures of a relation: the stated one and those that it follows from.
fn members<'a>(story: &'a Story, relation: &'a Relation) -> impl Iterator<Item = &'a Placed<Figure>> {
    let claims = relation.operands.iter().chain([&relation.stated]);
    claims.filter_map(|&claim| story.figure_of(claim))
}

/// The relations that hold, by the numbers of their figures.
fn tied(story: &Story) -> Tied<'_> {
    let mut tied = Tied::default();
    for relation in story.relations().iter().filter(|relation| relation.holds) {
        for member in members(story, relation) {
            tied.entry(member.number).or_default().push(relation);
        }
    }
    tied
}

/// Whether the figures of its sentence make up a whole that somebody gives beside it.
fn is_part(figure: &Placed<Figure>, alike: &[&Placed<Figure>], held: &[&Placed<Figure>]) -> bool {
    let parts = alike.iter().filter(|other| other.sentence == figure.sentence);
    let nothing = Interval::exactly(Decimal::ZERO);
    let (count, sum) = parts.fold((0, nothing), |(count, sum), part| (count + 1, sum.plus(part.interval)));
    let is_whole = |whole: &&Placed<Figure>| whole.sentence != figure.sentence && sum.meets(whole.interval);
    1 < count && held.iter().any(is_whole)
}

/// Whether a sum that fits the figure is no chance: it stands for a narrow range of values.
fn is_precise(figure: &Figure) -> bool {
    let ends = figure.interval.low.zip(figure.interval.high);
    ends.is_some_and(|(low, high)| (high - low) * PRECISE <= figure.value)
}

/// Whether the figure is an amount that can be added: "£640,000 a year", "180 million".
fn is_amount(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Count | FigureKind::Money | FigureKind::Rate)
}

/// Whether both count the same thing, or one of them does not say what: "86 million euros against 31 million".
fn is_alike(one: &Figure, other: &Figure) -> bool {
    let is_bare = |figure: &Figure| figure.kind == FigureKind::Count && figure.unit.is_none();
    let same = one.unit.as_ref().zip(other.unit.as_ref()).is_some_and(|(one, other)| one.head == other.head);
    same || is_bare(one) || is_bare(other)
}
