//! Knows the range of values that a written figure stands for, and how ranges add up.

use rust_decimal::Decimal;

/// The values that a figure may stand for, both ends included.
///
/// `None` at an end: nothing in the wording bounds it there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least value, if there is one.
    pub low: Option<Decimal>,
    /// The greatest value, if there is one.
    pub high: Option<Decimal>,
}

impl Interval {
    /// Exactly `value`.
    pub fn exactly(value: Decimal) -> Self {
        Self::between(value, value)
    }

    /// From `low` to `high`.
    pub fn between(low: Decimal, high: Decimal) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// From `half` below `value` to `half` above; `None` at an end beyond what a decimal holds.
    pub fn around(value: Decimal, half: Decimal) -> Self {
        let end = |end: Option<Decimal>| end.map(|end| end.normalize());
        Self { low: end(value.checked_sub(half)), high: end(value.checked_add(half)) }
    }

    /// From `low` upwards.
    pub fn from(low: Decimal) -> Self {
        Self { low: Some(low), high: None }
    }

    /// Whether some value lies in both.
    pub fn meets(self, other: Self) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| low.zip(high).is_none_or(|(low, high)| low <= high);
        below(self.low, other.high) && below(other.low, self.high)
    }

    /// Every sum of a value from each; `None` at an end where either has none,
    /// and where the sum is beyond what a decimal holds.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let add = |a: Option<Decimal>, b: Option<Decimal>| a.zip(b).and_then(|(a, b)| a.checked_add(b));
        Self { low: add(self.low, other.low), high: add(self.high, other.high) }
    }

    /// Every product of a value and `factor`, which is not negative; `None` at an end that is beyond
    /// what a decimal holds.
    #[must_use]
    pub fn times(self, factor: Decimal) -> Self {
        let multiply = |end: Option<Decimal>| end.and_then(|end| end.checked_mul(factor));
        Self { low: multiply(self.low), high: multiply(self.high) }
    }
}
