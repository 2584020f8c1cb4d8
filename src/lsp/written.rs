//! Diagnostics as they go over the wire, so that those which are the same again need not be written again.

use tower_lsp::ls_types::Diagnostic;

/// The diagnostics of a draft, written out.
#[derive(Debug, Default)]
pub(super) struct Written {
    diagnostics: Vec<Diagnostic>,
    /// Each as JSON, a comma behind it.
    json: Vec<u8>,
    /// Where in it each ends, its comma included.
    ends: Vec<usize>,
}

impl Written {
    /// Writes `diagnostics`; what stands at their head and tail as it did before is taken from there. A key press
    /// leaves nearly all of them where they were.
    pub(super) fn again(&self, diagnostics: Vec<Diagnostic>) -> Self {
        let same = |(one, other): &(&Diagnostic, &Diagnostic)| one == other;
        let head = self.diagnostics.iter().zip(&diagnostics).take_while(same).count();
        let (before, now) = (&self.diagnostics[head..], &diagnostics[head..]);
        let tail = before.iter().rev().zip(now.iter().rev()).take_while(same).count();
        let (new, old_tail) = (&now[..now.len() - tail], self.ends.len() - tail);
        let mut json = Vec::with_capacity(self.json.len());
        json.extend_from_slice(&self.json[..self.end(head)]);
        let mut ends = Vec::with_capacity(diagnostics.len());
        ends.extend_from_slice(&self.ends[..head]);
        for diagnostic in new {
            serde_json::to_writer(&mut json, diagnostic).expect("a diagnostic is JSON");
            json.push(b',');
            ends.push(json.len());
        }
        let (from, to) = (self.end(old_tail), json.len());
        json.extend_from_slice(&self.json[from..]);
        ends.extend(self.ends[old_tail..].iter().map(|end| end - from + to));
        Self { diagnostics, json, ends }
    }

    /// All of them as JSON, commas between.
    pub(super) fn json(&self) -> &[u8] {
        self.json.strip_suffix(b",").unwrap_or_default()
    }

    /// Where the first so many end.
    fn end(&self, count: usize) -> usize {
        count.checked_sub(1).map_or(0, |last| self.ends[last])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use tower_lsp::ls_types::{Position, Range};

    use super::*;

    fn diagnostic(line: u32) -> Diagnostic {
        let place = Position::new(line, 0);
        Diagnostic::new_simple(Range::new(place, place), format!("who says “{line}”?"))
    }

    proptest! {
        #[test]
        fn what_is_written_again_is_what_is_written_afresh(
            readings in proptest::collection::vec(proptest::collection::vec(0_u32..4, 0..8), 1..8),
        ) {
            let mut written = Written::default();
            for lines in readings {
                let diagnostics: Vec<Diagnostic> = lines.into_iter().map(diagnostic).collect();
                let afresh = serde_json::to_string(&diagnostics).expect("it is JSON");
                written = written.again(diagnostics);
                prop_assert_eq!(format!("[{}]", String::from_utf8_lossy(written.json())), afresh);
            }
        }
    }
}
