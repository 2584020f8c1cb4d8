//! Semantic tokens: source, cue, quote, figure, and how each is held up.

use std::sync::Mutex;

use tower_lsp::ls_types::{
    Range, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensDelta,
    SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensLegend,
};

use crate::analysis::{Paint, Painted};
use crate::lsp::convert::Encoding;
use crate::lsp::document::{Reading, lock};
use crate::lsp::features::Features;
use crate::story::Standing;
use crate::text::Span;

const TYPES: [&str; 4] = ["source", "cue", "quote", "figure"];
const MODIFIERS: [&str; 3] = ["attributed", "unattributed", "checked"];

/// What the numbers in a token mean.
pub(in crate::lsp) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TYPES.iter().map(|&name| SemanticTokenType::new(name)).collect(),
        token_modifiers: MODIFIERS.iter().map(|&name| SemanticTokenModifier::new(name)).collect(),
    }
}

/// What the editor has, and its name.
type Known = Mutex<Option<(String, Vec<SemanticToken>)>>;

/// All tokens of a draft, which the editor then has.
pub(in crate::lsp) fn full(reading: &Reading, features: &Features, known: &Known) -> SemanticTokens {
    let data = of_reading(reading, features, None);
    let result_id = name_of(reading);
    *lock(known) = Some((result_id.clone(), data.clone()));
    SemanticTokens { result_id: Some(result_id), data }
}

/// What changes the tokens called `previous` into those of the draft; all of them where these are not what the editor has.
pub(in crate::lsp) fn delta(
    reading: &Reading,
    features: &Features,
    known: &Known,
    previous: &str,
) -> SemanticTokensFullDeltaResult {
    let before = lock(known).take().filter(|(name, _)| name == previous);
    let tokens = full(reading, features, known);
    match before {
        None => SemanticTokensFullDeltaResult::Tokens(tokens),
        Some((_, before)) => SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta {
            edits: difference(&before, &tokens.data),
            result_id: tokens.result_id,
        }),
    }
}

/// The tokens of the part of a draft at `range`.
pub(in crate::lsp) fn range(reading: &Reading, features: &Features, range: Range) -> SemanticTokens {
    let within = reading.positions(features.encoding).span_of(range);
    SemanticTokens { result_id: None, data: of_reading(reading, features, Some(within)) }
}

fn name_of(reading: &Reading) -> String {
    reading.snapshot.revision.to_string()
}

/// The tokens of a draft, or of the part of it at `within`.
fn of_reading(reading: &Reading, features: &Features, within: Option<Span>) -> Vec<SemanticToken> {
    let mut tokens = Vec::new();
    let mut last = (0, 0);
    for painted in reading.analysis.painted() {
        if within.is_some_and(|within| !within.overlaps(painted.span)) {
            continue;
        }
        for piece in pieces(painted.span, reading, features) {
            let start = reading.positions(features.encoding).position_of(piece.start);
            let column = if start.line == last.0 { start.character - last.1 } else { start.character };
            tokens.push(SemanticToken {
                delta_line: start.line - last.0,
                delta_start: column,
                length: length(piece.of(&reading.text), features.encoding),
                token_type: type_of(painted.paint),
                token_modifiers_bitset: modifiers_of(painted),
            });
            last = (start.line, start.character);
        }
    }
    tokens
}

/// `span`, parted at line breaks unless the editor knows tokens of several lines.
fn pieces(span: Span, reading: &Reading, features: &Features) -> Vec<Span> {
    if features.multiline_tokens {
        return vec![span];
    }
    let mut start = span.start;
    let lines = span.of(&reading.text).split(['\n', '\r']).map(|line| {
        let piece = Span::new(start, start + line.len() as u32);
        start = piece.end + 1;
        piece
    });
    lines.filter(|piece| !piece.is_empty()).collect()
}

/// A line break counts as it is written: the protocol leaves it open.
fn length(text: &str, encoding: Encoding) -> u32 {
    encoding.width(text)
}

fn type_of(paint: Paint) -> u32 {
    match paint {
        Paint::Source => 0,
        Paint::Cue => 1,
        Paint::Quote => 2,
        Paint::Figure => 3,
    }
}

fn modifiers_of(painted: Painted) -> u32 {
    let standing = match painted.standing {
        Some(Standing::Attributed | Standing::Carried) => 1,
        Some(Standing::Hearsay | Standing::Unattributed) => 2,
        None => 0,
    };
    standing | if painted.checked { 4 } else { 0 }
}

/// The edit that makes `after` of `before`; none where they are the same. Offsets count numbers, five a token.
fn difference(before: &[SemanticToken], after: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let same = before.iter().zip(after).take_while(|(before, after)| before == after).count();
    if same == before.len() && same == after.len() {
        return Vec::new();
    }
    let (old, new) = (&before[same..], &after[same..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(before, after)| before == after).count();
    vec![SemanticTokensEdit {
        start: same as u32 * 5,
        delete_count: (old.len() - tail) as u32 * 5,
        data: Some(new[..new.len() - tail].to_vec()),
    }]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn token(length: u32) -> SemanticToken {
        SemanticToken { delta_line: 0, delta_start: 1, length, token_type: 0, token_modifiers_bitset: 0 }
    }

    fn numbers(tokens: &[SemanticToken]) -> Vec<u32> {
        let numbers = tokens.iter().flat_map(|token| {
            [token.delta_line, token.delta_start, token.length, token.token_type, token.token_modifiers_bitset]
        });
        numbers.collect()
    }

    proptest! {
        #[test]
        fn the_difference_makes_the_one_of_the_other(
            before in proptest::collection::vec((0_u32..3).prop_map(token), 0..12),
            after in proptest::collection::vec((0_u32..3).prop_map(token), 0..12),
        ) {
            let mut edited = numbers(&before);
            for edit in difference(&before, &after) {
                let start = edit.start as usize;
                edited.splice(start..start + edit.delete_count as usize, numbers(&edit.data.unwrap_or_default()));
            }
            prop_assert_eq!(edited, numbers(&after));
        }
    }
}
