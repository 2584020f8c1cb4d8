//! What an editor folds, and what its selection grows to.

use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind, Position, SelectionRange};

use crate::lsp::document::Reading;
use crate::lsp::features::Features;
use crate::text::Span;

/// What can be folded: more than one line each.
pub(in crate::lsp) fn folds(reading: &Reading, features: &Features) -> Vec<FoldingRange> {
    let positions = reading.positions(features.encoding);
    let ranges = reading.analysis.folds().into_iter().map(|span| positions.range_of(span));
    let folds = ranges.filter(|range| range.start.line < range.end.line).map(|range| FoldingRange {
        start_line: range.start.line,
        end_line: range.end.line,
        start_character: (!features.folds_lines_only).then_some(range.start.character),
        end_character: (!features.folds_lines_only).then_some(range.end.character),
        kind: Some(FoldingRangeKind::Region),
        collapsed_text: None,
    });
    folds.collect()
}

/// What a selection at each of `places` grows to, step by step.
pub(in crate::lsp) fn selections(reading: &Reading, features: &Features, places: &[Position]) -> Vec<SelectionRange> {
    let positions = reading.positions(features.encoding);
    let end = reading.text.len() as u32;
    let grow = |&place: &Position| {
        let offset = positions.offset_of(place);
        let spans = reading.analysis.selections(offset, end);
        let wider = spans.into_iter().rev().fold(None, |parent, span: Span| {
            Some(Box::new(SelectionRange { range: positions.range_of(span), parent }))
        });
        // An empty draft has nothing to grow to; the protocol wants one answer a place all the same.
        wider.map_or_else(
            || SelectionRange { range: positions.range_of(Span::at(offset)), parent: None },
            |widest| *widest,
        )
    };
    places.iter().map(grow).collect()
}
