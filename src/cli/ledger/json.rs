//! The JSON of a claims ledger. Field names are a contract with the programs that read it.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::words::{claim_name, claim_text, figure_kind_name, kind_name, source_kind_name, source_name};
use crate::cli::output::Layout;
use crate::cli::output::json::{FindingEntry, finding_entries, line};
use crate::cli::positions::Placed;
use crate::cli::reading::Reading;
use crate::extract::Figure;
use crate::story::{Claim, ClaimId, Held, Relation, Source, SourceId};
use crate::text::Span;

/// A story's ledger as JSON.
#[derive(Debug, Serialize)]
struct Document<'a> {
    path: &'a str,
    format: &'static str,
    claims: Vec<ClaimEntry<'a>>,
    sources: Vec<SourceEntry<'a>>,
    relations: Vec<RelationEntry>,
    findings: Vec<FindingEntry<'a>>,
}

#[derive(Debug, Serialize)]
struct ClaimEntry<'a> {
    id: String,
    kind: &'static str,
    spans: Vec<Placed>,
    text: String,
    figure: Option<FigureEntry<'a>>,
    attribution: AttributionEntry,
    checked: bool,
}

#[derive(Debug, Serialize)]
struct FigureEntry<'a> {
    number: Placed,
    #[serde(serialize_with = "number")]
    low: Option<Decimal>,
    #[serde(serialize_with = "number")]
    high: Option<Decimal>,
    approximate: bool,
    #[serde(rename = "type")]
    kind: &'static str,
    unit: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct AttributionEntry {
    standing: &'static str,
    source: Option<String>,
    source_span: Option<Placed>,
    cue: Option<Placed>,
    via: Option<String>,
}

#[derive(Debug, Serialize)]
struct SourceEntry<'a> {
    id: String,
    name: &'a str,
    kind: &'static str,
    mentions: Vec<Placed>,
}

#[derive(Debug, Serialize)]
struct RelationEntry {
    kind: &'static str,
    holds: bool,
    stated: String,
    operands: Vec<String>,
    #[serde(serialize_with = "number")]
    low: Option<Decimal>,
    #[serde(serialize_with = "number")]
    high: Option<Decimal>,
}

/// One object with every story.
pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "{\"version\": 1, \"documents\": [\n",
    between: ",\n",
    closing: "\n]}\n",
    render: |reading, _| line(&document(reading)),
    ..Layout::BARE
};

/// An object for each story, one a line.
pub(in crate::cli) const LINES: Layout =
    Layout { render: |reading, _| line(&document(reading)) + "\n", ..Layout::BARE };

/// The ledger of a draft.
fn document<'a>(reading: &'a Reading<'_>) -> Document<'a> {
    let story = reading.analysis.story();
    let claims = story.claims.iter().enumerate();
    let sources = story.sources.iter().enumerate();
    Document {
        path: &reading.draft.path,
        format: reading.draft.format.name(),
        claims: claims.map(|(index, claim)| claim_entry(reading, ClaimId(index), claim)).collect(),
        sources: sources.map(|(index, source)| source_entry(reading, SourceId(index), source)).collect(),
        relations: story.relations.iter().map(relation_entry).collect(),
        findings: finding_entries(reading),
    }
}

fn claim_entry<'a>(reading: &'a Reading<'_>, id: ClaimId, claim: &Claim) -> ClaimEntry<'a> {
    let story = reading.analysis.story();
    ClaimEntry {
        id: claim_name(id),
        kind: kind_name(claim.kind),
        spans: claim.spans.iter().map(|&span| place(reading, span)).collect(),
        text: claim_text(story, claim),
        figure: story.figure_of(id).map(|figure| figure_entry(reading, figure)),
        attribution: attribution_entry(reading, &claim.attribution),
        checked: claim.checked.is_some(),
    }
}

fn figure_entry<'a>(reading: &'a Reading<'_>, figure: &Figure) -> FigureEntry<'a> {
    let story = reading.analysis.story();
    let unit = figure.unit.as_ref().map(|unit| story.text_of(unit.span));
    FigureEntry {
        number: place(reading, figure.number),
        low: figure.interval.low,
        high: figure.interval.high,
        approximate: figure.is_approximate(),
        kind: figure_kind_name(figure.kind),
        unit: unit.filter(|words| !words.is_empty()),
    }
}

fn attribution_entry(reading: &Reading<'_>, held: &Held) -> AttributionEntry {
    AttributionEntry {
        standing: held.standing.name(),
        source: held.source.map(source_name),
        source_span: held.source_span.map(|span| place(reading, span)),
        cue: held.cue.map(|span| place(reading, span)),
        via: held.via.map(source_name),
    }
}

fn source_entry<'a>(reading: &Reading<'_>, id: SourceId, source: &'a Source) -> SourceEntry<'a> {
    SourceEntry {
        id: source_name(id),
        name: &source.name,
        kind: source_kind_name(source.kind),
        mentions: source.mentions.iter().map(|&span| place(reading, span)).collect(),
    }
}

fn relation_entry(relation: &Relation) -> RelationEntry {
    RelationEntry {
        kind: relation.kind.name(),
        holds: relation.holds,
        stated: claim_name(relation.stated),
        operands: relation.operands.iter().map(|&id| claim_name(id)).collect(),
        low: relation.low,
        high: relation.high,
    }
}

fn place(reading: &Reading<'_>, span: Span) -> Placed {
    reading.positions.place(reading.analysis.source_span(span))
}

/// A decimal as a JSON number: whole numbers stay whole, others are the nearest double.
#[expect(clippy::ref_option, reason = "serde hands fields over by reference")]
fn number<S: Serializer>(value: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    let Some(value) = value else { return serializer.serialize_none() };
    let written = value.normalize().to_string();
    match (written.parse::<i64>(), written.parse::<f64>()) {
        (Ok(whole), _) => serializer.serialize_i64(whole),
        (_, Ok(nearest)) => serializer.serialize_f64(nearest),
        _ => serializer.serialize_none(),
    }
}
