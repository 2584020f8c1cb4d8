//! What a relation gives, in words and as a fix: for the rules that hold a number against dates or a list.

use rust_decimal::Decimal;

use crate::finding::{Edit, Finding, Fix};
use crate::language::write_like;
use crate::story::{Relation, Story};
use crate::text::Span;

/// The whole numbers that fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given {
    low: Decimal,
    high: Decimal,
}

impl Given {
    /// What `relation` gives; `None` where nothing bounds it or no whole number lies within.
    pub(super) fn of(relation: &Relation) -> Option<Self> {
        let (low, high) = (relation.low?.ceil(), relation.high?.floor());
        (low <= high).then_some(Self { low, high })
    }

    /// "14", "14 or 15", "9 to 11", "at most 76".
    pub(super) fn words(self) -> String {
        let (low, high) = (self.low.normalize(), self.high.normalize());
        match high - low {
            span if span.is_zero() => low.to_string(),
            span if span == Decimal::ONE => format!("{low} or {high}"),
            _ if low.is_zero() => format!("at most {high}"),
            _ => format!("{low} to {high}"),
        }
    }
}

/// The number alone of a figure's words: "six" of "six-year", "20" of "20 years".
pub(super) fn bare_number(story: &Story, number: Span) -> Span {
    let words = story.text_of(number);
    let end = if let Some(first) = words.find(|mark: char| mark.is_ascii_digit()) {
        first + words[first..].find(|mark: char| !mark.is_ascii_digit()).unwrap_or(words.len() - first)
    } else {
        // "Thirty-six" is one number, "six-year" is not.
        let units = [" ", "-year", "-month", "-week", "-day", "-hour", "-minute"];
        units.iter().filter_map(|unit| words.find(unit)).min().unwrap_or(words.len())
    };
    Span::new(number.start, number.start + end as u32)
}

/// Offers the number nearest to the stated one that fits, written as the story writes it.
pub(super) fn fix_number(story: &Story, relation: &Relation, finding: &mut Finding) -> Option<()> {
    let stated = story.figure_of(relation.stated)?;
    let given = Given::of(relation)?;
    let nearest = stated.value.clamp(given.low, given.high);
    let span = bare_number(story, stated.number);
    let new_text = write_like(nearest, story.text_of(span), stated.value);
    let title = format!("Change the number to {new_text}");
    finding.fix(Fix { title, edits: vec![Edit { span, new_text }], safe: false });
    Some(())
}
