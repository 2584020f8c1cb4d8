//! The ledger as rows for a spreadsheet or a data frame, as RFC 4180 has them.

use csv::{Terminator, Writer, WriterBuilder};
use rust_decimal::Decimal;

use super::words::{claim_name, claim_text, figure_kind_name, kind_name};
use crate::cli::output::{Layout, Page};
use crate::cli::reading::Reading;
use crate::story::{Claim, ClaimId, SourceId};

pub(in crate::cli) const LAYOUT: Layout = Layout {
    opening: "path,id,line,column,kind,text,type,low,high,unit,approximate,standing,source,via,checked\r\n",
    render,
    tells_findings: false,
    ..Layout::BARE
};

fn render(reading: &Reading<'_>, _: Page) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for (index, claim) in reading.analysis.story().claims.iter().enumerate() {
        write(&mut writer, reading, ClaimId(index), claim).expect("writing to memory cannot fail");
    }
    let bytes = writer.into_inner().expect("writing to memory cannot fail");
    String::from_utf8(bytes).expect("text and commas are UTF-8")
}

fn write(row: &mut Writer<Vec<u8>>, reading: &Reading<'_>, id: ClaimId, claim: &Claim) -> csv::Result<()> {
    let story = reading.analysis.story();
    let start = claim.spans.first().copied().unwrap_or_default();
    let (line, column) = reading.positions.line_and_column(reading.analysis.source_span(start).start);
    let held = &claim.attribution;
    let by = |id: Option<SourceId>| id.map_or("", |id| &story.source(id).name);
    let figure = story.figure_of(id);
    let bound = |bound: Option<Decimal>| bound.map(|bound| bound.normalize().to_string()).unwrap_or_default();
    row.write_field(&reading.draft.path)?;
    row.write_field(claim_name(id))?;
    row.write_field(itoa::Buffer::new().format(line))?;
    row.write_field(itoa::Buffer::new().format(column))?;
    row.write_field(kind_name(claim.kind))?;
    row.write_field(&*claim_text(story, claim))?;
    row.write_field(figure.map_or("", |figure| figure_kind_name(figure.kind)))?;
    row.write_field(figure.map(|figure| bound(figure.interval.low)).unwrap_or_default())?;
    row.write_field(figure.map(|figure| bound(figure.interval.high)).unwrap_or_default())?;
    row.write_field(figure.and_then(|it| it.unit.as_ref()).map_or("", |unit| story.text_of(unit.span)))?;
    row.write_field(figure.map_or("", |figure| truth(figure.is_approximate())))?;
    row.write_field(held.standing.name())?;
    row.write_field(by(held.source))?;
    row.write_field(by(held.via))?;
    row.write_field(truth(claim.checked.is_some()))?;
    row.write_record(None::<&[u8]>)
}

fn truth(is_true: bool) -> &'static str {
    if is_true { "true" } else { "false" }
}
