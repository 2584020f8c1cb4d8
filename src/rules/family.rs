//! Which kinds of figures go together.

use crate::extract::FigureKind;

/// Kinds that one source tends to give together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Family {
    /// Percentages, points and shares.
    Parts,
    /// Sums of money.
    Money,
    /// Everything that is counted.
    Counts,
}

impl Family {
    pub(super) fn of(kind: FigureKind) -> Self {
        match kind {
            FigureKind::Percentage
            | FigureKind::Points
            | FigureKind::BasisPoints
            | FigureKind::Share
            | FigureKind::Ratio => Self::Parts,
            FigureKind::Money => Self::Money,
            _ => Self::Counts,
        }
    }
}
