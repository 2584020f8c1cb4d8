//! The solver for figures that are subtracted, divided or converted: the one place where such a relation is recomputed.
//!
//! A figure stands for an interval with two ends. A relation holds when some values within everybody's bounds fit.

use rust_decimal::Decimal;

use super::solver::bounds;
use crate::extract::{Figure, FigureKind, Modifier};

/// The values that a figure, or what several give, may stand for: both ends are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    /// The least value.
    pub(super) low: Decimal,
    /// The greatest value.
    pub(super) high: Decimal,
}

/// What the operands of a relation give, against the stated figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Outcome {
    /// All values that they can give.
    pub(super) given: Bounds,
    /// What they give when every number is taken as printed.
    pub(super) printed: Decimal,
    /// Whether some value within everybody's bounds fits.
    pub(super) holds: bool,
}

impl Bounds {
    /// From one end to the other, in whatever order.
    pub(super) fn new(one: Decimal, other: Decimal) -> Self {
        Self { low: one.min(other), high: one.max(other) }
    }

    /// Exactly `value`.
    pub(super) fn exactly(value: Decimal) -> Self {
        Self { low: value, high: value }
    }

    /// From `half` below `value` to `half` above.
    pub(super) fn around(value: Decimal, half: Decimal) -> Option<Self> {
        Some(Self { low: value.checked_sub(half)?, high: value.checked_add(half)? })
    }

    /// What `figure` may stand for; `None` where nothing bounds it above or it is beyond what a decimal holds.
    pub(super) fn of(figure: &Figure) -> Option<Self> {
        let interval = bounds(figure)?;
        let known = Self { low: interval.low?, high: interval.high? };
        match figure.modifier {
            Modifier::Plain => Some(known.with(Self::around(figure.value, rounding(figure))?)),
            _ => Some(known),
        }
    }

    /// The number of `figure` as printed, whatever the words around it say.
    pub(super) fn printed(figure: &Figure) -> Option<Self> {
        Self::of(&Figure { modifier: Modifier::Plain, interval: plain(figure), ..figure.clone() })
    }

    /// The values of either.
    pub(super) fn with(self, other: Self) -> Self {
        Self { low: self.low.min(other.low), high: self.high.max(other.high) }
    }

    /// Whether some value lies in both.
    pub(super) fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Every sum of a value from each.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.checked_add(other.low)?, high: self.high.checked_add(other.high)? })
    }

    /// Every difference of a value from each.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        Some(Self { low: self.low.checked_sub(other.high)?, high: self.high.checked_sub(other.low)? })
    }

    /// Every product of a value from each.
    pub(super) fn times(self, other: Self) -> Option<Self> {
        let product = |one: Decimal, other: Decimal| one.checked_mul(other);
        let ends = [
            product(self.low, other.low)?,
            product(self.low, other.high)?,
            product(self.high, other.low)?,
            product(self.high, other.high)?,
        ];
        Some(Self { low: ends.into_iter().min()?, high: ends.into_iter().max()? })
    }

    /// Every quotient of a value from each; `None` where the divisor may be zero or less.
    pub(super) fn over(self, divisor: Self) -> Option<Self> {
        if divisor.low <= Decimal::ZERO {
            return None;
        }
        let quotient = |one: Decimal, other: Decimal| one.checked_div(other);
        let ends = [
            quotient(self.low, divisor.low)?,
            quotient(self.low, divisor.high)?,
            quotient(self.high, divisor.low)?,
            quotient(self.high, divisor.high)?,
        ];
        Some(Self { low: ends.into_iter().min()?, high: ends.into_iter().max()? })
    }

    /// Every value without its sign.
    pub(super) fn magnitude(self) -> Self {
        match () {
            () if self.high < Decimal::ZERO => Self { low: -self.high, high: -self.low },
            () if self.low < Decimal::ZERO => Self { low: Decimal::ZERO, high: self.high.max(-self.low) },
            () => self,
        }
    }
}

impl Outcome {
    /// Holds what the operands give against what is stated.
    fn of(stated: Bounds, given: Bounds, printed: Decimal) -> Self {
        Self { given, printed, holds: stated.meets(given) }
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
        FigureKind::Percentage | FigureKind::Measure => Decimal::new(5, figure.value.scale() + 1),
        _ if figure.value.scale() > 0 => Decimal::new(5, figure.value.scale() + 1),
        _ => Decimal::ZERO,
    };
    crate::language::Interval::around(figure.value, half)
}

/// The change from one figure to another in percent of the first, whichever way it goes.
pub(super) fn percent_change(stated: Bounds, from: Bounds, to: Bounds) -> Option<Outcome> {
    let change = to.over(from)?.minus(Bounds::exactly(Decimal::ONE))?.times(Bounds::exactly(Decimal::ONE_HUNDRED))?;
    let printed = middle(to)?.checked_div(middle(from)?)?.checked_sub(Decimal::ONE)?;
    Some(Outcome::of(stated.magnitude(), change.magnitude(), printed.checked_mul(Decimal::ONE_HUNDRED)?.abs()))
}

/// The step in percent of where it started, known from where it leads; `rises` says which way.
pub(super) fn percent_change_to(stated: Bounds, step: Bounds, to: Bounds, rises: bool) -> Option<Outcome> {
    let from = if rises { to.minus(step)? } else { to.plus(step)? };
    percent_of(stated, step, from)
}

/// One figure in percent of another.
pub(super) fn percent_of(stated: Bounds, part: Bounds, whole: Bounds) -> Option<Outcome> {
    let given = part.over(whole)?.times(Bounds::exactly(Decimal::ONE_HUNDRED))?;
    let printed = middle(part)?.checked_div(middle(whole)?)?.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(Outcome::of(stated, given, printed))
}

/// How far two figures lie apart.
pub(super) fn difference(stated: Bounds, one: Bounds, other: Bounds) -> Option<Outcome> {
    let printed = middle(one)?.checked_sub(middle(other)?)?.abs();
    Some(Outcome::of(stated.magnitude(), one.minus(other)?.magnitude(), printed))
}

/// One figure as often as the other says: so many times so much.
pub(super) fn product(stated: Bounds, times: Bounds, each: Bounds) -> Option<Outcome> {
    let printed = middle(times)?.checked_mul(middle(each)?)?;
    Some(Outcome::of(stated, times.times(each)?, printed))
}

/// So many of so many, for each `base`.
pub(super) fn rate(stated: Bounds, part: Bounds, whole: Bounds, base: Decimal) -> Option<Outcome> {
    let base = Bounds::exactly(base);
    let printed = middle(part)?.checked_div(middle(whole)?)?.checked_mul(base.low)?;
    Some(Outcome::of(stated, part.over(whole)?.times(base)?, printed))
}

/// A figure in another unit: so many of the new unit for each of the old, `shift` of the old added first.
pub(super) fn conversion(
    stated: Bounds,
    given: Bounds,
    factor: Bounds,
    shift: Decimal,
    back: Decimal,
) -> Option<Outcome> {
    let shifted = given.plus(Bounds::exactly(shift))?;
    let converted = shifted.times(factor)?.plus(Bounds::exactly(back))?;
    Some(Outcome::of(stated, converted, middle(converted)?))
}

/// Whether the second figure can lie above the first (below, unless `rises`); two equal figures do not contradict.
pub(super) fn direction(from: Bounds, to: Bounds, rises: bool) -> Outcome {
    let holds = if rises { from.low <= to.high } else { to.low <= from.high };
    Outcome { given: from, printed: from.low, holds }
}

fn middle(bounds: Bounds) -> Option<Decimal> {
    bounds.low.checked_add(bounds.high)?.checked_div(Decimal::TWO)
}
