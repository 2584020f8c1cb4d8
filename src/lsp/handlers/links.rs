//! The links in the desk's marks.

use std::str::FromStr;

use tower_lsp::ls_types::{DocumentLink, Uri};

use crate::analysis::Link;
use crate::lsp::document::Reading;
use crate::lsp::features::Features;

/// The links of a draft; what only looks like one is left out.
pub(in crate::lsp) fn answer(reading: &Reading, features: &Features) -> Vec<DocumentLink> {
    let positions = reading.positions(features.encoding);
    let to_link = |link: Link| {
        let target = Uri::from_str(&link.target).ok()?;
        Some(DocumentLink { range: positions.range_of(link.span), target: Some(target), tooltip: None, data: None })
    };
    reading.analysis.links().into_iter().filter_map(to_link).collect()
}
