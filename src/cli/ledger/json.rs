//! The JSON of a claims ledger. Field names are a contract with the programs that read it.

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use super::words::{Label, claim_name, claim_text, figure_kind_name, kind_name, source_kind_name, source_name};
use crate::cli::desk::Reading;
use crate::cli::output::Layout;
use crate::cli::output::json::{printed, write_finding};
use crate::cli::positions::Placed;
use crate::cli::writer::JsonWriter;
use crate::extract::Figure;
use crate::story::{Claim, ClaimId, Held, Relation, Source, SourceId};
use crate::text::Span;

/// One object with every story.
pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "{\"version\": 1, \"documents\": [\n",
    between: ",\n",
    closing: "\n]}\n",
    render: |reading, _| document(reading),
    ..Layout::BARE
};

/// An object for each story, one a line.
pub(in crate::cli) const LINES: Layout = Layout { render: |reading, _| document(reading) + "\n", ..Layout::BARE };

/// The ledger of a draft.
fn document(reading: &Reading<'_>) -> String {
    let story = reading.analysis.story();
    let claims = story.claims.iter().enumerate();
    let sources = story.sources.iter().enumerate();
    JsonWriter::text(|json| {
        json.object(|json| {
            json.field("path", &reading.draft.path).field("format", reading.draft.format.name());
            json.key("claims").list(claims, |json, (index, claim)| write_claim(json, reading, ClaimId(index), claim));
            json.key("sources")
                .list(sources, |json, (index, source)| write_source(json, reading, SourceId(index), source));
            json.key("relations").list(&story.relations, write_relation);
            json.key("findings").list(printed(reading), |json, finding| write_finding(json, reading, finding));
        });
    })
}

fn write_claim(json: &mut JsonWriter, reading: &Reading<'_>, id: ClaimId, claim: &Claim) {
    let story = reading.analysis.story();
    json.object(|json| {
        label(json, "id", claim_name(id));
        json.field("kind", kind_name(claim.kind));
        json.key("spans").list(&claim.spans, |json, &span| place(reading, span).write(json));
        json.field("text", &claim_text(story, claim)).key("figure");
        match story.figure_of(id) {
            Some(figure) => write_figure(json, reading, figure),
            None => json.value(&()),
        }
        write_attribution(json.key("attribution"), reading, &claim.attribution);
        json.field("checked", &claim.checked.is_some());
    });
}

fn write_figure(json: &mut JsonWriter, reading: &Reading<'_>, figure: &Figure) {
    let unit = figure.unit.as_ref().map(|unit| reading.analysis.story().text_of(unit.span));
    json.object(|json| {
        json.place("number", place(reading, figure.number))
            .field("low", &Number(figure.interval.low))
            .field("high", &Number(figure.interval.high))
            .field("approximate", &figure.is_approximate())
            .field("type", figure_kind_name(figure.kind))
            .field("unit", &unit.filter(|words| !words.is_empty()));
    });
}

fn write_attribution(json: &mut JsonWriter, reading: &Reading<'_>, held: &Held) {
    let place = |span: Option<Span>| span.map(|span| place(reading, span));
    json.object(|json| {
        json.field("standing", held.standing.name());
        label(json, "source", held.source.map(source_name));
        json.place("source_span", place(held.source_span)).place("cue", place(held.cue));
        label(json, "via", held.via.map(source_name));
    });
}

fn write_source(json: &mut JsonWriter, reading: &Reading<'_>, id: SourceId, source: &Source) {
    json.object(|json| {
        label(json, "id", source_name(id));
        json.field("name", &source.name).field("kind", source_kind_name(source.kind));
        json.key("mentions").list(&source.mentions, |json, &span| place(reading, span).write(json));
    });
}

fn write_relation(json: &mut JsonWriter, relation: &Relation) {
    json.object(|json| {
        json.field("kind", relation.kind.name()).field("holds", &relation.holds);
        label(json, "stated", claim_name(relation.stated));
        json.key("operands").list(&relation.operands, |json, &id| claim_name(id).write(json));
        json.field("low", &Number(relation.low)).field("high", &Number(relation.high));
    });
}

/// The object's next field, what a claim or a source is called or null.
fn label(json: &mut JsonWriter, key: &'static str, label: impl Into<Option<Label>>) {
    json.key(key);
    match label.into() {
        Some(label) => label.write(json),
        None => json.value(&()),
    }
}

fn place(reading: &Reading<'_>, span: Span) -> Placed {
    reading.positions.place(reading.analysis.source_span(span))
}

/// A decimal as a JSON number: whole numbers stay whole, others are the nearest double.
struct Number(Option<Decimal>);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(value) = self.0 else { return serializer.serialize_none() };
        if value.is_integer()
            && let Ok(whole) = i64::try_from(value)
        {
            return serializer.serialize_i64(whole);
        }
        match value.normalize().to_string().parse() {
            Ok(nearest) => serializer.serialize_f64(nearest),
            Err(_) => serializer.serialize_none(),
        }
    }
}
