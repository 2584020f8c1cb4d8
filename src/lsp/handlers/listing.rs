//! The claims of a story for an editor's side bar, in the editor's own positions.

use serde::Deserialize;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::Uri;

use crate::analysis::{Listed, Listing};
use crate::draft::Role;
use crate::lsp::convert::Positions;
use crate::lsp::desk::Desk;
use crate::lsp::document::Kind;
use crate::story::{ClaimKind, Standing};

/// Gives the claims of a story: arguments `{"uri"}`.
pub(in crate::lsp) const CLAIMS: &str = "copydesk.claims";

#[derive(Debug, Deserialize)]
struct ClaimsArguments {
    uri: Uri,
}

/// The claims of the draft that `arguments` name; null where none is open there.
pub(in crate::lsp) async fn answer(desk: &Desk, arguments: Vec<Value>) -> Result<Option<Value>> {
    let argument = arguments.into_iter().next().unwrap_or_default();
    let ClaimsArguments { uri } =
        serde_json::from_value(argument).map_err(|error| Error::invalid_params(format!("{CLAIMS}: {error}")))?;
    let encoding = desk.features().encoding;
    let list = move |reading: &crate::lsp::document::Reading| {
        let Kind::Draft(_) = reading.snapshot.kind else { return None };
        let listing = reading.analysis.listing();
        Some(to_json(&listing, reading.positions(encoding), reading.snapshot.buffer.version()))
    };
    desk.ask(&uri, list).await
}

fn to_json(listing: &Listing, positions: Positions<'_>, version: i32) -> Value {
    let claims = listing.claims.iter().enumerate().map(|(number, claim)| row(number, claim, positions));
    let sources = listing.sources.iter().map(|(name, kind)| json!({ "name": name, "kind": kind }));
    let paragraphs = listing.blocks.iter().map(
        |(text, role, span)| json!({ "text": text, "role": role_name(*role), "range": positions.range_of(*span) }),
    );
    json!({
        "version": version,
        "claims": claims.collect::<Vec<_>>(),
        "sources": sources.collect::<Vec<_>>(),
        "paragraphs": paragraphs.collect::<Vec<_>>(),
        "unsourced": listing.asked.unsourced,
        "inconsistent": listing.asked.inconsistent,
        "other": listing.asked.other,
        "tally": listing.asked.in_words(),
    })
}

fn row(number: usize, claim: &Listed, positions: Positions<'_>) -> Value {
    json!({
        "id": format!("c{}", number + 1),
        "kind": match claim.kind {
            ClaimKind::Figure(_) => "figure",
            ClaimKind::Quote => "quote",
            ClaimKind::Statement => "statement",
        },
        "text": claim.text,
        "range": positions.range_of(claim.span),
        "standing": match claim.standing {
            Standing::Attributed => "attributed",
            Standing::Carried => "carried",
            Standing::Hearsay => "hearsay",
            Standing::Unattributed => "unattributed",
        },
        "says": claim.says,
        "source": claim.source,
        "paragraph": claim.block,
        "checked": claim.is_checked,
        "asked": claim.is_asked,
        "broken": claim.is_broken,
    })
}

/// What a desk calls a piece of a story; a paragraph needs no name.
fn role_name(role: Role) -> &'static str {
    match role {
        Role::Headline => "headline",
        Role::Dek => "dek",
        Role::Byline => "byline",
        Role::Dateline => "dateline",
        Role::Date => "date",
        Role::Subhead => "subhead",
        Role::Paragraph => "",
        Role::Caption => "caption",
        Role::ListItem => "list",
        Role::TableCell => "table",
        Role::BlockQuote | Role::Cite => "block quote",
        Role::Note => "note",
    }
}
