//! Figures as pictures draw them: lengths with a label.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Sheet;
use crate::analysis::wording::{number, shorten};
use crate::extract::{FigureKind, Modifier};
use crate::story::ClaimId;

/// How much of a figure's words stands beside it.
const LABEL: usize = 40;

/// An amount as it is drawn: certain up to `low`, possible up to `high`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amount {
    pub(super) low: f64,
    pub(super) high: f64,
}

/// A figure of the story.
pub(super) struct Bar {
    /// Its words: "over 500 troops".
    pub(super) label: String,
    /// Its number alone: "500".
    pub(super) number: String,
    pub(super) line: u32,
    pub(super) amount: Amount,
    /// The number as printed.
    pub(super) value: f64,
    pub(super) is_percent: bool,
    /// Whether it counts things, of which there may be too many rather than too much.
    pub(super) is_count: bool,
}

impl Amount {
    pub(super) fn exactly(amount: f64) -> Self {
        Self { low: amount, high: amount }
    }
}

impl Sheet<'_> {
    /// `None` where it could not be drawn, as for a loss or both sides of a score.
    pub(super) fn bar(&self, id: ClaimId) -> Option<Bar> {
        let story = self.analysis.story();
        let figure = story.figure_of(id).filter(|figure| figure.kind != FigureKind::Score)?;
        let value = figure.value.to_f64()?;
        let low = figure.interval.low.map_or(0.0, |low| low.to_f64().unwrap_or(value));
        let high = figure.interval.high.map_or(value.max(low), |high| high.to_f64().unwrap_or(value));
        // A plain number is drawn as printed, whatever its rounding leaves open.
        let is_plain = figure.modifier == Modifier::Plain && figure.pair.is_none() && low <= value && value <= high;
        let amount = if is_plain { Amount::exactly(value) } else { Amount { low, high } };
        (0.0 <= amount.low).then(|| Bar {
            label: shorten(story.text_of(figure.span), LABEL),
            number: shorten(story.text_of(figure.number), LABEL),
            line: self.line_of_claim(id),
            amount,
            value,
            is_count: figure.kind == FigureKind::Count,
            is_percent: matches!(figure.kind, FigureKind::Percentage | FigureKind::Share),
        })
    }

    pub(super) fn line_of_claim(&self, id: ClaimId) -> u32 {
        self.line(self.analysis.story().claims[id.0].spans[0])
    }
}

/// "16.5 million", "885 to 1,380".
pub(super) fn in_words(amount: Amount) -> String {
    let one = |amount: f64| {
        let Some(exact) = Decimal::from_f64_retain(amount) else { return String::new() };
        let scales = [(1_000_000_000_000_i64, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")];
        match scales.into_iter().find(|&(scale, _)| Decimal::from(scale) <= exact) {
            Some((scale, word)) => format!("{}{word}", number(exact / Decimal::from(scale))),
            None => number(exact),
        }
    };
    let (low, high) = (one(amount.low), one(amount.high));
    if low == high { low } else { format!("{low} to {high}") }
}
