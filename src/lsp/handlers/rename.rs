//! Renaming a person or an organisation throughout a draft.

use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{Position, PrepareRenameResponse, Uri, WorkspaceEdit};

use super::edit::to_workspace_edit;
use crate::lsp::document::Reading;
use crate::lsp::features::Features;

/// The name at `position`; `None` where there is none.
pub(in crate::lsp) fn prepare(
    reading: &Reading,
    features: &Features,
    position: Position,
) -> Option<PrepareRenameResponse> {
    let positions = reading.positions(features.encoding);
    let naming = reading.analysis.naming(positions.offset_of(position))?;
    let range = positions.range_of(naming.span);
    Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: naming.name })
}

/// The edits that give the name at `position` a new wording; an error that says why it cannot be changed.
pub(in crate::lsp) fn rename(
    reading: &Reading,
    features: &Features,
    uri: &Uri,
    position: Position,
    new_name: &str,
) -> Result<WorkspaceEdit> {
    if new_name.trim().is_empty() {
        return Err(Error::invalid_params("a name needs at least one letter"));
    }
    let offset = reading.positions(features.encoding).offset_of(position);
    let Some(naming) = reading.analysis.naming(offset) else {
        return Err(Error::invalid_params("there is no name of a person or an organization here"));
    };
    let edits = reading.analysis.rename(&naming, new_name);
    Ok(to_workspace_edit(&edits, reading, uri, features))
}
