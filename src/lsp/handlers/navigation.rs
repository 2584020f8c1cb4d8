//! From a claim to its source, from a source to its claims, from a figure to its repeats.

use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind, Location, Position, Uri};

use crate::analysis::Tie;
use crate::lsp::document::Reading;
use crate::lsp::features::Features;

/// Where the source of what stands at `position` is named.
pub(in crate::lsp) fn definition(
    reading: &Reading,
    features: &Features,
    uri: &Uri,
    position: Position,
) -> Option<Location> {
    let positions = reading.positions(features.encoding);
    let span = reading.analysis.definition(positions.offset_of(position))?;
    Some(Location { uri: uri.clone(), range: positions.range_of(span) })
}

/// All that belongs to what stands at `position`.
pub(in crate::lsp) fn references(
    reading: &Reading,
    features: &Features,
    uri: &Uri,
    position: Position,
    with_declaration: bool,
) -> Vec<Location> {
    let positions = reading.positions(features.encoding);
    let spans = reading.analysis.references(positions.offset_of(position), with_declaration);
    spans.into_iter().map(|span| Location { uri: uri.clone(), range: positions.range_of(span) }).collect()
}

/// What to mark while the cursor rests at `position`: a source as read, what it says as text.
pub(in crate::lsp) fn highlights(reading: &Reading, features: &Features, position: Position) -> Vec<DocumentHighlight> {
    let positions = reading.positions(features.encoding);
    let highlights = reading.analysis.highlights(positions.offset_of(position));
    let to_highlight = |(span, tie)| DocumentHighlight {
        range: positions.range_of(span),
        kind: Some(match tie {
            Tie::Same => DocumentHighlightKind::TEXT,
            Tie::Source => DocumentHighlightKind::READ,
            Tie::Claim => DocumentHighlightKind::WRITE,
        }),
    };
    highlights.into_iter().map(to_highlight).collect()
}
