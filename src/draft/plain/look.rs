//! What a piece looks like by its words alone, remembered as long as the draft holds it.
//!
//! An edit leaves nearly all pieces as they were, in their order, and these need not be looked at again.

use crate::draft::blocks::Words;

/// How many pieces an edit may take out, put in or change before those behind them are looked at anew.
const FURTHEST: usize = 64;

/// What the pieces of the draft look like, and those of the reading before.
#[derive(Debug, Default)]
pub(in crate::draft) struct Looks {
    /// Those that this reading has not come by yet.
    before: std::vec::IntoIter<Look>,
    now: Vec<Look>,
}

/// What a piece looks like.
#[derive(Clone, Debug)]
pub(super) struct Look {
    text: Box<str>,
    pub(super) words: Words,
    /// Whether it is a short line that is no sentence.
    pub(super) is_subhead: bool,
}

impl Looks {
    /// Begins the next reading.
    pub(super) fn begin(&mut self) {
        self.before = std::mem::take(&mut self.now).into_iter();
    }

    /// What the next piece looks like, of which `text` is all that a reader sees.
    pub(super) fn of(&mut self, text: &str) -> &Look {
        let near = self.before.as_slice().iter().take(FURTHEST);
        let known = near.into_iter().position(|look| *look.text == *text);
        let look = known.and_then(|at| self.before.nth(at)).unwrap_or_else(|| Look::of(text));
        self.now.push(look);
        &self.now[self.now.len() - 1]
    }
}

impl Look {
    fn of(text: &str) -> Self {
        Self { text: text.into(), words: Words::of(text), is_subhead: super::is_subhead(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_known_again_behind_others_that_came_or_went() {
        let mut looks = Looks::default();
        let mut read = |pieces: &[&str]| {
            looks.begin();
            for piece in pieces {
                assert_eq!(looks.of(piece).is_subhead, super::super::is_subhead(piece));
            }
            looks.before.len()
        };
        read(&["Pier shut", "The pier is shut.", "What next", "Nobody knows."]);
        assert_eq!(read(&["Pier shut", "The pier was shut.", "What next", "Nobody knows."]), 0);
        assert_eq!(read(&["Pier shut", "What next", "Nobody knows.", "Not even she."]), 0);
        assert_eq!(read(&["Pier shut"]), 3);
    }
}
