//! The JSON of a claims ledger. Field names are a contract with the programs that read it.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::words::{claim_text, figure_kind_name, kind_name, source_kind_name};
use crate::cli::output::json::finding_entries;
use crate::cli::output::{JsonText, Layout};
use crate::cli::reading::Reading;
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

/// A ledger of news is so many times as long as the story.
const TIMES: usize = 4;

/// A story's ledger.
fn document(reading: &Reading<'_>) -> String {
    JsonText::of(TIMES * reading.draft.text.len(), |out| ledger(out, reading))
}

fn ledger(out: &mut JsonText, reading: &Reading<'_>) {
    let story = reading.analysis.story();
    out.object(|out| {
        out.field("path").text(&reading.draft.path);
        out.field("format").text(reading.draft.format.name());
        out.field("claims").list(story.claims.iter().enumerate(), |out, (index, claim)| {
            claim_entry(out, reading, ClaimId(index), claim);
        });
        out.field("sources").list(story.sources.iter().enumerate(), |out, (index, source)| {
            source_entry(out, reading, SourceId(index), source);
        });
        out.field("relations").list(story.relations(), relation_entry);
        out.field("findings").value(&finding_entries(reading));
    });
}

fn claim_entry(out: &mut JsonText, reading: &Reading<'_>, id: ClaimId, claim: &Claim) {
    let story = reading.analysis.story();
    out.object(|out| {
        claim_name(out.field("id"), id);
        out.field("kind").text(kind_name(claim.kind));
        out.field("spans").list(&claim.spans, |out, &span| place(out, reading, span));
        out.field("text").text(&claim_text(story, claim));
        out.field("figure").option(story.figure_of(id), |out, figure| figure_entry(out, reading, figure));
        attribution_entry(out.field("attribution"), reading, &claim.attribution);
        out.field("checked").truth(claim.checked.is_some());
    });
}

fn figure_entry(out: &mut JsonText, reading: &Reading<'_>, figure: &Figure) {
    let unit = figure.unit.as_ref().map(|unit| reading.analysis.story().text_of(unit.span));
    out.object(|out| {
        place(out.field("number"), reading, figure.number);
        out.field("low").option(figure.interval.low, number);
        out.field("high").option(figure.interval.high, number);
        out.field("approximate").truth(figure.is_approximate());
        out.field("type").text(figure_kind_name(figure.kind));
        out.field("unit").option(unit.filter(|words| !words.is_empty()), JsonText::text);
    });
}

fn attribution_entry(out: &mut JsonText, reading: &Reading<'_>, held: &Held) {
    out.object(|out| {
        out.field("standing").text(held.standing.name());
        out.field("source").option(held.source, source_name);
        out.field("source_span").option(held.source_span, |out, span| place(out, reading, span));
        out.field("cue").option(held.cue, |out, span| place(out, reading, span));
        out.field("via").option(held.via, source_name);
    });
}

fn source_entry(out: &mut JsonText, reading: &Reading<'_>, id: SourceId, source: &Source) {
    out.object(|out| {
        source_name(out.field("id"), id);
        out.field("name").text(&source.name);
        out.field("kind").text(source_kind_name(source.kind));
        out.field("mentions").list(&source.mentions, |out, &span| place(out, reading, span));
    });
}

fn relation_entry(out: &mut JsonText, relation: &Relation) {
    out.object(|out| {
        out.field("kind").text(relation.kind.name());
        out.field("holds").truth(relation.holds);
        claim_name(out.field("stated"), relation.stated);
        out.field("operands").list(&relation.operands, |out, &id| claim_name(out, id));
        out.field("low").option(relation.low, number);
        out.field("high").option(relation.high, number);
    });
}

fn claim_name(out: &mut JsonText, id: ClaimId) {
    out.numbered('c', id.0 + 1);
}

fn source_name(out: &mut JsonText, id: SourceId) {
    out.numbered('s', id.0 + 1);
}

fn place(out: &mut JsonText, reading: &Reading<'_>, span: Span) {
    reading.positions.place(reading.analysis.source_span(span)).write(out);
}

/// A decimal as a JSON number: whole numbers stay whole, others are the nearest double.
fn number(out: &mut JsonText, value: Decimal) {
    let value = value.normalize();
    match value.to_i64().filter(|_| value.scale() == 0) {
        Some(whole) => out.number(whole),
        None => out.value(&value.to_string().parse::<f64>().ok()),
    }
}
