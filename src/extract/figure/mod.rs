//! Finds the numbers that a story reports, and what each stands for.
//!
//! `scan` walks the tokens once and asks, at each number: is it a figure at all (`exclude`), with which signs
//! (`quantity`, `currency`), one of two (`range`), of what (`kind` asks `age`, `times`, `point`, `weight`, `measure`, `unit` and
//! `rate`), bent by which words (`modifier`, `margin`; the first also holds the table of what each wording stands for).
//! `elided` then gives the bare end of a change its unit, and `list` counts "a tank" among counts.

mod age;
mod aged_noun;
mod currency;
mod elided;
mod exclude;
mod kind;
mod list;
mod margin;
mod meaning;
mod measure;
mod modifier;
mod point;
mod quantity;
mod range;
mod rate;
mod scan;
mod times;
mod two_units;
mod unit;
mod weight;

use rust_decimal::Decimal;

use super::Date;
use crate::language::{Interval, Token, Words};
use crate::text::Span;
pub(super) use currency::currency_of_letters;

/// What kind of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// So many of something: "500 troops".
    Count,
    /// A sum of money, in units of the currency: "$4.2 million" is 4,200,000.
    Money,
    /// Percent of something: "45 percent" is 45.
    Percentage,
    /// Percentage points: "2 points" is 2.
    Points,
    /// Basis points: "140 basis points" is 140.
    BasisPoints,
    /// A part of a whole in words, in percent: "two-thirds" is 66.6…, "one in five" is 20.
    Share,
    /// Times as many: "doubled" is not a figure, "three times" and "fivefold" are.
    Ratio,
    /// A count or sum for each of something: "50 per 100,000", "$15 an hour".
    Rate,
    /// A physical quantity: "48,300 acres", "9 metres".
    Measure,
    /// A score or a vote: "52-48"; `pair` holds both.
    Score,
    /// How old somebody or something is.
    Age,
    /// How long something lasts: "44 years".
    Duration,
    /// A number of an index or a scale with no unit: "the index hit 412".
    Index,
}

/// How the wording bends the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// As printed.
    Plain,
    /// Over, more than, "500+".
    MoreThan,
    /// At least, no fewer than, "or more".
    AtLeast,
    /// Under, fewer than, less than.
    LessThan,
    /// Up to, as many as, at most.
    UpTo,
    /// Nearly, almost, just under.
    Nearly,
    /// About, some, roughly, around, an estimated, "or so".
    About,
}

/// What a figure counts or measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The words: "Ukrainian troops", "armored fighting vehicles", "percent" is none.
    pub span: Span,
    /// The head noun in the singular and in lower case: "troop", "vehicle"; a currency's code for money: "USD".
    pub head: String,
}

/// A number that the story reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The whole mention: "over 500 Ukrainian troops".
    pub span: Span,
    /// The number with its currency sign, scale and percent: "500", "$4.2 million", "45 percent".
    pub number: Span,
    /// The number as printed, scaled: 4,200,000; the least for words without a number of their own
    /// ("dozens").
    /// For a range or a score, the first end.
    pub value: Decimal,
    /// What it may stand for, from the words and from the written precision.
    pub interval: Interval,
    /// How the wording bends it.
    pub modifier: Modifier,
    /// What kind of number it is.
    pub kind: FigureKind,
    /// What it counts or measures, where the text says so next to it.
    pub unit: Option<Unit>,
    /// Both numbers of a score ("52-48") or range ("10-15").
    pub pair: Option<(Decimal, Decimal)>,
}

impl Figure {
    /// Whether the wording leaves the value open by more than the written precision.
    pub fn is_approximate(&self) -> bool {
        matches!(self.modifier, Modifier::About | Modifier::Nearly)
    }
}

/// Reads the figures of a block, by position; their `number` spans never overlap. `dates` are the dates, times and years, whose numbers are no figures.
pub fn read_figures(text: &str, tokens: &[Token], dates: &[Date]) -> Vec<Figure> {
    let words = Words { text, tokens };
    let mut figures = scan::scan(words, dates);
    elided::share_units(words, &mut figures);
    list::add_single_items(words, figures)
}

#[cfg(test)]
mod tests;
