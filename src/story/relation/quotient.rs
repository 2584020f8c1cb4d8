//! The solver for figures that are subtracted, divided or converted: the one place where such a relation is recomputed.
//!
//! A figure stands for an interval with two ends. A relation holds when some values within everybody's bounds fit.

use rust_decimal::Decimal;

use super::solver::{bounds, half_of_last_place};
use crate::extract::{Figure, FigureKind, Modifier};

/// The values that a figure, or what several give, may stand for: both ends are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    /// The least value.
    pub(super) low: Decimal,
    /// The value as printed.
    pub(super) said: Decimal,
    /// The greatest value.
    pub(super) high: Decimal,
}

/// What the operands of a relation give, against the stated figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// All values that they can give.
    pub(super) given: Bounds,
    /// Whether some value within everybody's bounds fits.
    pub(super) holds: bool,
}

impl Bounds {
    /// From one end to the other, said to be `said`.
    pub(super) fn new(low: Decimal, said: Decimal, high: Decimal) -> Self {
        Self { low: low.min(said), said, high: high.max(said) }
    }

    /// Exactly `value`.
    pub(super) fn exactly(value: Decimal) -> Self {
        Self { low: value, said: value, high: value }
    }

    /// From `half` below `value` to `half` above.
    pub(super) fn around(value: Decimal, half: Decimal) -> Option<Self> {
        Some(Self { low: value.checked_sub(half)?, said: value, high: value.checked_add(half)? })
    }

    /// What `figure` may stand for; `None` where nothing bounds it above or it is beyond what a decimal holds.
    pub(super) fn of(figure: &Figure) -> Option<Self> {
        let interval = bounds(figure)?;
        let known = Self::new(interval.low?, figure.value, interval.high?);
        match figure.modifier {
            Modifier::Plain => Some(known.with(Self::around(figure.value, rounding(figure))?)),
            _ => Some(known),
        }
    }

    /// The number of `figure` as printed, whatever the words around it say.
    pub(super) fn printed(figure: &Figure) -> Option<Self> {
        Self::of(&Figure { modifier: Modifier::Plain, interval: plain(figure), ..figure.clone() })
    }

    /// The values of either, said as this one is.
    pub(super) fn with(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high), ..self }
    }

    /// The values of this that the other has too, which holds what this one is said to be.
    pub(super) fn within(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high), ..self }
    }

    /// Whether some value lies in both.
    pub(super) fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Every sum of a value from each.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        self.by_ends(other, Decimal::checked_add)
    }

    /// Every difference of a value from each.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        self.by_ends(other, Decimal::checked_sub)
    }

    /// Every product of a value from each.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        self.by_ends(other, Decimal::checked_mul)
    }

    /// Every quotient of a value from each; `None` where the divisor may be zero or less.
    pub(super) fn over(self, divisor: Self) -> Option<Self> {
        if divisor.low <= Decimal::ZERO { None } else { self.by_ends(divisor, Decimal::checked_div) }
    }

    /// Every value without its sign.
    pub(super) fn magnitude(self) -> Self {
        let (low, high) = (self.low.abs().min(self.high.abs()), self.low.abs().max(self.high.abs()));
        let holds_zero = self.low < Decimal::ZERO && Decimal::ZERO < self.high;
        Self { low: if holds_zero { Decimal::ZERO } else { low }, said: self.said.abs(), high }
    }

    /// What `operate` makes of each pair of ends: it goes up or down with either, so the ends give the ends.
    fn by_ends(self, other: Self, operate: impl Fn(Decimal, Decimal) -> Option<Decimal>) -> Option<Self> {
        let ends = [
            operate(self.low, other.low)?,
            operate(self.low, other.high)?,
            operate(self.high, other.low)?,
            operate(self.high, other.high)?,
        ];
        let said = operate(self.said, other.said)?;
        Some(Self::new(ends.into_iter().min()?, said, ends.into_iter().max()?))
    }
}

impl Outcome {
    /// Holds what the operands give against what is stated.
    pub(super) fn of(stated: Bounds, given: Bounds) -> Self {
        Self { given, holds: stated.meets(given) }
    }
}

/// What half the last digit that is not zero is worth, of a whole number that a writer may well have rounded.
///
/// Hundreds stand for tens ("400 people" is seldom exactly 400), and percentages from 100 for tens or more:
/// finer than any of them is printed.
fn rounding(figure: &Figure) -> Decimal {
    let is_multiple = |of: i64| figure.value.checked_rem(of.into()).is_some_and(|rest| rest.is_zero());
    let is_large = figure.value >= Decimal::ONE_HUNDRED;
    match figure.kind {
        FigureKind::Percentage if is_large && is_multiple(100) => Decimal::TEN,
        FigureKind::Percentage | FigureKind::Count | FigureKind::Measure | FigureKind::Money
            if is_large && is_multiple(100) =>
        {
            Decimal::from(5)
        }
        FigureKind::Percentage if is_large && is_multiple(10) => Decimal::from(5),
        _ => Decimal::ZERO,
    }
}

/// The interval of a figure without its modifier: half a unit of its last decimal, or of a percentage's last digit.
fn plain(figure: &Figure) -> crate::language::Interval {
    let half = match figure.kind {
        FigureKind::Percentage | FigureKind::Measure => half_of_last_place(figure.value),
        _ if figure.value.scale() > 0 => half_of_last_place(figure.value),
        _ => Decimal::ZERO,
    };
    crate::language::Interval::around(figure.value, half)
}

/// The change from one figure to another in percent of the first, whichever way it goes.
pub(super) fn percent_change(stated: Bounds, from: Bounds, to: Bounds) -> Option<Outcome> {
    let change = to.over(from)?.minus(Bounds::exactly(Decimal::ONE))?.times(Bounds::exactly(Decimal::ONE_HUNDRED))?;
    Some(Outcome::of(stated.magnitude(), change.magnitude()))
}

/// The step in percent of where it started, known from where it leads; `rises` says which way.
pub(super) fn percent_change_to(stated: Bounds, step: Bounds, to: Bounds, rises: bool) -> Option<Outcome> {
    let from = if rises { to.minus(step)? } else { to.plus(step)? };
    percent_of(stated, step, from)
}

/// One figure in percent of another.
pub(super) fn percent_of(stated: Bounds, part: Bounds, whole: Bounds) -> Option<Outcome> {
    rate(stated, part, whole, Decimal::ONE_HUNDRED)
}

/// How far two figures lie apart.
pub(super) fn difference(stated: Bounds, one: Bounds, other: Bounds) -> Option<Outcome> {
    Some(Outcome::of(stated.magnitude(), one.minus(other)?.magnitude()))
}

/// One figure as often as the other says: so many times so much.
pub(super) fn product(stated: Bounds, times: Bounds, each: Bounds) -> Option<Outcome> {
    Some(Outcome::of(stated, times.times(each)?))
}

/// So many of so many, for each `base`.
pub(super) fn rate(stated: Bounds, part: Bounds, whole: Bounds, base: Decimal) -> Option<Outcome> {
    Some(Outcome::of(stated, part.over(whole)?.times(Bounds::exactly(base))?))
}

/// A figure in another unit, `factor` of it for each of the old: `shift` is added before, `back` behind.
pub(super) fn conversion(
    stated: Bounds,
    given: Bounds,
    factor: Bounds,
    shift: Decimal,
    back: Decimal,
) -> Option<Outcome> {
    let shifted = given.plus(Bounds::exactly(shift))?;
    Some(Outcome::of(stated, shifted.times(factor)?.plus(Bounds::exactly(back))?))
}

/// Whether the second figure can lie above the first (below, unless `rises`); two equal figures do not contradict.
pub(super) fn direction(from: Bounds, to: Bounds, rises: bool) -> Outcome {
    let holds = if rises { from.low <= to.high } else { to.low <= from.high };
    Outcome { given: from, holds }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(low: i64, high: i64) -> Bounds {
        Bounds::new(low.into(), low.into(), high.into())
    }

    proptest! {
        #[test]
        fn the_solver_agrees_with_trying_every_whole_number(
            (one, two, three) in (1_i64..12, 1_i64..12, 0_i64..150),
            (a, b, c) in (0_i64..4, 0_i64..4, 0_i64..4),
        ) {
            let (first, second, stated) = (whole(one, one + a), whole(two, two + b), whole(three, three + c));
            let any = |fits: &dyn Fn(i64, i64) -> bool| (one..=one + a).any(|x| (two..=two + b).any(|y| fits(x, y)));
            let within = |value: i64| three <= value && value <= three + c;
            let product = product(stated, first, second).expect("small numbers can be multiplied");
            // A product skips whole numbers, so the solver may find it fitting between two of them, never the other way.
            prop_assert!(product.holds || !any(&|x, y| within(x * y)));
            let apart = difference(stated, first, second).expect("small numbers can be subtracted");
            prop_assert_eq!(apart.holds, any(&|x, y| within((x - y).abs())));
            prop_assert_eq!(direction(first, second, true).holds, any(&|x, y| x <= y));
        }
    }

    #[test]
    fn a_percentage_of_rounded_figures_has_the_ends_that_they_allow() {
        let (from, to) = (Bounds::around(100.into(), 5.into()), Bounds::around(120.into(), 5.into()));
        let stated = Bounds::exactly(31.into());
        let outcome = percent_change(stated, from.expect("small"), to.expect("small")).expect("no zero");
        assert!(outcome.holds, "125 of 95 is 31.6 percent more: {outcome:?}");
        assert_eq!(outcome.given.said, 20.into());
    }
}
