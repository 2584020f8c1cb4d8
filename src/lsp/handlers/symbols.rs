//! The outline of a draft.

use tower_lsp::ls_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind, Uri};

use crate::analysis::{Entry, OutlinePart};
use crate::lsp::convert::Positions;
use crate::lsp::document::Reading;
use crate::lsp::features::Features;

/// The outline, as a tree where the editor knows trees.
pub(in crate::lsp) fn answer(reading: &Reading, features: &Features, uri: &Uri) -> DocumentSymbolResponse {
    let positions = reading.positions(features.encoding);
    let outline = reading.analysis.outline();
    if features.symbol_tree {
        return outline.into_iter().map(|entry| to_symbol(entry, positions)).collect::<Vec<_>>().into();
    }
    let mut flat = Vec::new();
    for entry in outline {
        flatten(entry, None, positions, uri, &mut flat);
    }
    flat.into()
}

#[expect(deprecated, reason = "the type has the field, and no other way to be made")]
fn to_symbol(entry: Entry, positions: Positions<'_>) -> DocumentSymbol {
    let children: Vec<_> = entry.entries.into_iter().map(|entry| to_symbol(entry, positions)).collect();
    DocumentSymbol {
        name: name_of(entry.name),
        detail: Some(entry.detail).filter(|detail| !detail.is_empty()),
        kind: kind_of(entry.part),
        tags: None,
        deprecated: None,
        range: positions.range_of(entry.span),
        selection_range: positions.range_of(entry.selection),
        children: Some(children).filter(|children| !children.is_empty()),
    }
}

#[expect(deprecated, reason = "the type has the field, and no other way to be made")]
fn flatten(entry: Entry, within: Option<&str>, positions: Positions<'_>, uri: &Uri, flat: &mut Vec<SymbolInformation>) {
    let name = name_of(entry.name);
    flat.push(SymbolInformation {
        name: name.clone(),
        kind: kind_of(entry.part),
        tags: None,
        deprecated: None,
        location: Location { uri: uri.clone(), range: positions.range_of(entry.span) },
        container_name: within.map(str::to_owned),
    });
    for inner in entry.entries {
        flatten(inner, Some(&name), positions, uri, flat);
    }
}

/// The nearest that the protocol has: it was made for programs.
pub(in crate::lsp) fn kind_of(part: OutlinePart) -> SymbolKind {
    match part {
        OutlinePart::Story => SymbolKind::FILE,
        OutlinePart::Section => SymbolKind::NAMESPACE,
        OutlinePart::Figure => SymbolKind::NUMBER,
        OutlinePart::Quote => SymbolKind::STRING,
        OutlinePart::Statement => SymbolKind::EVENT,
        OutlinePart::Source => SymbolKind::OBJECT,
    }
}

/// The protocol wants no empty names.
fn name_of(name: String) -> String {
    if name.trim().is_empty() { "…".to_owned() } else { name }
}
