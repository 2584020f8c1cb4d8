//! The words of a ledger: how claims, values, sources and relations are named in every format.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::cli::reading::Reading;
use crate::cli::typeset::{grouped, one_line};
use crate::extract::{Figure, FigureKind, Modifier, SourceKind};
use crate::story::{Claim, ClaimId, ClaimKind, Relation, RelationKind, Source, Story};
use crate::text::Span;

/// A claim in words, as the ledgers for people print it.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) id: ClaimId,
    pub(super) line: u32,
    pub(super) kind: &'static str,
    /// As the draft has it, which may be on several lines.
    pub(super) text: Cow<'a, str>,
    pub(super) value: String,
    pub(super) source: Cow<'a, str>,
    pub(super) standing: Cow<'static, str>,
}

/// The claims of a story in words.
pub(super) fn entries<'a>(reading: &'a Reading<'_>) -> Vec<Entry<'a>> {
    let story = reading.analysis.story();
    let claims = story.claims.iter().enumerate();
    claims.map(|(index, claim)| entry(reading, ClaimId(index), claim)).collect()
}

fn entry<'a>(reading: &'a Reading<'_>, id: ClaimId, claim: &Claim) -> Entry<'a> {
    let story = reading.analysis.story();
    let held = &claim.attribution;
    let standing = held.standing.name();
    let standing = if claim.checked.is_some() { format!("{standing}, checked").into() } else { standing.into() };
    let by = |id| one_line(&story.source(id).name);
    let source = match (held.source.map(by), held.via.map(by)) {
        (Some(source), Some(via)) => format!("{source}, citing {via}").into(),
        (source, via) => source.or(via).unwrap_or_default(),
    };
    Entry {
        id,
        line: line_of(reading, claim.spans.first().copied().unwrap_or_default()),
        kind: kind_name(claim.kind),
        text: claim_text(story, claim),
        value: story.figure_of(id).map(|figure| value(figure)).unwrap_or_default(),
        source,
        standing,
    }
}

/// The sources of a story, a line of words each.
pub(super) fn source_lines(reading: &Reading<'_>) -> Vec<String> {
    let line = |source: &Source| {
        let mut lines: Vec<u32> = source.mentions.iter().map(|&span| line_of(reading, span)).collect();
        lines.dedup();
        let mut out = [&one_line(&source.name), " (", source_kind_name(source.kind), ")"].concat();
        for (index, &line) in lines.iter().enumerate() {
            out.push_str(match (index, lines.len()) {
                (0, 1) => ", line ",
                (0, _) => ", lines ",
                _ => ", ",
            });
            out.push_str(itoa::Buffer::new().format(line));
        }
        out
    };
    reading.analysis.story().sources.iter().map(line).collect()
}

/// What ties the figures of a story, a line of words each.
pub(super) fn relation_lines(reading: &Reading<'_>) -> Vec<String> {
    let story = reading.analysis.story();
    let claim = |id: ClaimId| {
        let claim = &story.claims[id.0];
        let line = line_of(reading, claim.spans.first().copied().unwrap_or_default());
        format!("“{}” (line {line})", one_line(&claim_text(story, claim)))
    };
    let beside = |relation: &Relation| {
        let quoted = relation.beside.iter().map(|&span| format!("“{}”", one_line(story.text_of(span))));
        quoted.collect::<Vec<String>>().join(", ")
    };
    let line = |relation: &Relation| {
        let operands: Vec<String> = relation.operands.iter().map(|&id| claim(id)).collect();
        let (stated, operands) = (claim(relation.stated), operands.join(", "));
        let bounds = bounds(relation.low, relation.high, Modifier::Plain);
        match (relation.kind, relation.holds) {
            (RelationKind::Sum, true) => format!("{stated} is the sum of {operands}"),
            (RelationKind::Sum, false) => format!("{stated} is not the sum of {operands}: they give {bounds}"),
            (RelationKind::Count | RelationKind::Duration | RelationKind::Age, true) => {
                format!("{stated} follows from {}", beside(relation))
            }
            (RelationKind::Count | RelationKind::Duration | RelationKind::Age, false) => {
                format!("{stated} does not follow from {}: they give {bounds}", beside(relation))
            }
            (RelationKind::Repeat | RelationKind::SameAge | RelationKind::Toll, true) => {
                format!("{stated} agrees with {operands}")
            }
            (RelationKind::Repeat | RelationKind::SameAge | RelationKind::Toll, false) => {
                format!("{stated} does not agree with {operands}")
            }
            (RelationKind::Shares, true) => format!("{stated} makes a whole with {operands}"),
            (RelationKind::Shares, false) => format!("{stated} makes no whole with {operands}: they leave {bounds}"),
            (RelationKind::Lead, true) => format!("{operands} lie further apart than the margin {stated}"),
            (RelationKind::Lead, false) => format!("{operands} lie within the margin {stated}"),
            (RelationKind::Mean, true) => format!("{stated} can be the mean of {operands}"),
            (RelationKind::Mean, false) => format!("{stated} cannot be the mean of {operands}"),
            (_, true) => format!("{stated} follows from {operands}"),
            (_, false) => format!("{stated} does not follow from {operands}: they give {bounds}"),
        }
    };
    story.relations().iter().map(line).collect()
}

pub(super) fn claim_name(id: ClaimId) -> String {
    format!("c{}", id.0 + 1)
}

/// The claim's words; an ellipsis stands where the cue parts them.
pub(super) fn claim_text<'a>(story: &'a Story, claim: &Claim) -> Cow<'a, str> {
    match claim.spans.as_slice() {
        &[span] => story.text_of(span).into(),
        spans => spans.iter().map(|&span| story.text_of(span)).collect::<Vec<&str>>().join(" … ").into(),
    }
}

pub(super) fn kind_name(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Figure(_) => "figure",
        ClaimKind::Quote => "quote",
        ClaimKind::Statement => "statement",
    }
}

pub(super) fn figure_kind_name(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Count => "count",
        FigureKind::Money => "money",
        FigureKind::Percentage => "percentage",
        FigureKind::Points => "points",
        FigureKind::BasisPoints => "basis-points",
        FigureKind::Share => "share",
        FigureKind::Ratio => "ratio",
        FigureKind::Rate => "rate",
        FigureKind::Measure => "measure",
        FigureKind::Score => "score",
        FigureKind::Age => "age",
        FigureKind::Duration => "duration",
        FigureKind::Index => "index",
    }
}

/// A pronoun that leads nowhere stands for a person; a bare source is an anonymous one.
pub(super) fn source_kind_name(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person | SourceKind::Pronoun => "person",
        SourceKind::Organization => "organization",
        SourceKind::Document => "document",
        SourceKind::Role => "role",
        SourceKind::Anonymous | SourceKind::Bare => "anonymous",
        SourceKind::Outlet => "outlet",
        SourceKind::Group => "group",
    }
}

/// What a figure stands for: "more than 500", "40 to 44", "4,200,000 USD".
fn value(figure: &Figure) -> String {
    if let (FigureKind::Score, Some((ours, theirs))) = (figure.kind, figure.pair) {
        return format!("{}-{}", number(ours), number(theirs));
    }
    let bounds = bounds(figure.interval.low, figure.interval.high, figure.modifier);
    let currency = figure.unit.as_ref().map_or("", |unit| unit.head.as_str());
    match figure.kind {
        FigureKind::Percentage | FigureKind::Share => format!("{bounds}%"),
        FigureKind::Points => format!("{bounds} points"),
        FigureKind::BasisPoints => format!("{bounds} basis points"),
        FigureKind::Money if !currency.is_empty() => format!("{bounds} {currency}"),
        _ => bounds,
    }
}

fn bounds(low: Option<Decimal>, high: Option<Decimal>, modifier: Modifier) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => number(low),
        (Some(low), Some(high)) if !low.is_zero() => format!("{} to {}", number(low), number(high)),
        (_, Some(high)) if modifier == Modifier::LessThan => format!("less than {}", number(high)),
        (_, Some(high)) => format!("up to {}", number(high)),
        (Some(low), None) if modifier == Modifier::MoreThan => format!("more than {}", number(low)),
        (Some(low), None) => format!("{} or more", number(low)),
        (None, None) => "any number".to_owned(),
    }
}

/// A number with commas, to two places: a third is shown as 33.33.
fn number(number: Decimal) -> String {
    if let Some(whole) = number.to_u64().filter(|_| number.scale() == 0) {
        return grouped(itoa::Buffer::new().format(whole));
    }
    let written = number.round_dp(2).normalize().to_string();
    let (sign, digits) = written.strip_prefix('-').map_or(("", written.as_str()), |digits| ("-", digits));
    match digits.split_once('.') {
        Some((whole, fraction)) => format!("{sign}{}.{fraction}", grouped(whole)),
        None => format!("{sign}{}", grouped(digits)),
    }
}

fn line_of(reading: &Reading<'_>, span: Span) -> u32 {
    reading.positions.line(reading.analysis.source_span(span).start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_newspaper_does() {
        assert_eq!(number(Decimal::from(4_200_000)), "4,200,000");
        assert_eq!(number(Decimal::new(-12_345, 1)), "-1,234.5");
        assert_eq!(number(Decimal::from(200) / Decimal::from(3)), "66.67");
    }

    #[test]
    fn bounds_say_what_the_wording_said() {
        let decimal = |number: i64| Some(Decimal::from(number));
        assert_eq!(bounds(decimal(500), None, Modifier::MoreThan), "more than 500");
        assert_eq!(bounds(decimal(500), None, Modifier::AtLeast), "500 or more");
        assert_eq!(bounds(decimal(0), decimal(315), Modifier::UpTo), "up to 315");
        assert_eq!(bounds(decimal(36), decimal(44), Modifier::About), "36 to 44");
        assert_eq!(bounds(decimal(7), decimal(7), Modifier::Plain), "7");
    }
}
