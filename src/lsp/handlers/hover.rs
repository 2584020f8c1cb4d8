//! The claim card, where the editor's pointer rests.

use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

use crate::analysis::Card;
use crate::lsp::document::Reading;
use crate::lsp::features::Features;

/// The card for what stands at `position`; `None` where nothing is claimed.
pub(in crate::lsp) fn answer(reading: &Reading, features: &Features, position: Position) -> Option<Hover> {
    let positions = reading.positions(features.encoding);
    let card = reading.analysis.card(positions.offset_of(position))?;
    let (kind, value) = if features.markdown_hover {
        (MarkupKind::Markdown, markdown(&card))
    } else {
        (MarkupKind::PlainText, plain(&card))
    };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value }),
        range: Some(positions.range_of(card.span)),
    })
}

fn markdown(card: &Card) -> String {
    let facts = card.facts.iter().map(|fact| format!("- **{}:** {}", fact.label, escape(&fact.text)));
    format!("**{}**\n\n{}", escape(&card.title), facts.collect::<Vec<_>>().join("\n"))
}

fn plain(card: &Card) -> String {
    let facts = card.facts.iter().map(|fact| format!("\n{}: {}", fact.label, fact.text));
    format!("{}{}", card.title, facts.collect::<String>())
}

/// The reporter's words are no Markdown: "$5 * 3" is shown as it is.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
