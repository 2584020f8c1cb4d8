//! The ledger as rows for a spreadsheet or a data frame, as RFC 4180 has them.

use csv::{Terminator, WriterBuilder};
use rust_decimal::Decimal;

use super::words::{claim_name, claim_text, figure_kind_name, kind_name};
use crate::cli::output::{Layout, Page};
use crate::cli::reading::Reading;
use crate::story::{Claim, ClaimId};

pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "path,id,line,column,kind,text,type,low,high,unit,approximate,standing,source,via,checked\r\n",
    render,
    tells_findings: false,
    ..Layout::BARE
};

fn render(reading: &Reading<'_>, _: Page) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for (index, claim) in reading.analysis.story().claims.iter().enumerate() {
        writer.write_record(record(reading, ClaimId(index), claim)).expect("writing to memory cannot fail");
    }
    let bytes = writer.into_inner().expect("writing to memory cannot fail");
    String::from_utf8(bytes).expect("text and commas are UTF-8")
}

fn record(reading: &Reading<'_>, id: ClaimId, claim: &Claim) -> [String; 15] {
    let story = reading.analysis.story();
    let start = claim.spans.first().copied().unwrap_or_default();
    let place = reading.positions.place(reading.analysis.source_span(start));
    let held = &claim.attribution;
    let by = |id| story.source(id).name.clone();
    let figure = story.figure_of(id);
    let bound = |bound: Option<Decimal>| bound.map(|bound| bound.normalize().to_string()).unwrap_or_default();
    [
        reading.draft.path.clone(),
        claim_name(id),
        place.line.to_string(),
        place.column.to_string(),
        kind_name(claim.kind).to_owned(),
        claim_text(story, claim),
        figure.map(|figure| figure_kind_name(figure.kind).to_owned()).unwrap_or_default(),
        figure.map(|figure| bound(figure.interval.low)).unwrap_or_default(),
        figure.map(|figure| bound(figure.interval.high)).unwrap_or_default(),
        figure.and_then(|it| it.unit.as_ref()).map(|unit| story.text_of(unit.span).to_owned()).unwrap_or_default(),
        figure.map(|figure| figure.is_approximate().to_string()).unwrap_or_default(),
        held.standing.name().to_owned(),
        held.source.map(by).unwrap_or_default(),
        held.via.map(by).unwrap_or_default(),
        claim.checked.is_some().to_string(),
    ]
}
