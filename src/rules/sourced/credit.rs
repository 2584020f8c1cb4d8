//! Figures of a list or a run of lines with a credit under it: "Source: Comptroller of Accounts".

use super::Sourced;
use crate::draft::Role;
use crate::extract::Figure;
use crate::language::is_one_of;
use crate::story::{Placed, StoryBlock};

/// What a line begins with that says whose the figures above it are.
const LABELS: &[&str] = &["source", "sources", "figures", "data", "statistics", "numbers"];

/// How many blocks a credit speaks for at most, itself left out.
const LONGEST: usize = 20;

impl Sourced<'_> {
    /// Whether the list or the lines of which the figure is one end in a credit.
    pub(super) fn is_credited(&self, figure: &Placed<Figure>) -> bool {
        let blocks = &self.story.blocks[figure.block..];
        let ends = |block: &StoryBlock| {
            let text = self.story.text_of(block.span);
            text.lines().next_back().is_some_and(is_credit)
        };
        let run = blocks.iter().take(LONGEST).take_while(|block| self.is_item(block) || ends(block));
        run.into_iter().find(|block| ends(block)).is_some()
    }

    /// Whether the block is an entry of a list, a cell, or a line that is no sentence: "31% are behind with the rent".
    fn is_item(&self, block: &StoryBlock) -> bool {
        match block.role {
            Role::ListItem | Role::TableCell | Role::BlockQuote | Role::Note => true,
            Role::Paragraph => {
                !self.story.text_of(block.span).trim_end().ends_with(['.', '?', '!', '"', '”', '’', ':'])
            }
            _ => false,
        }
    }
}

/// "Source: Orsk Borough Council", and not "Figures: 31% up", "Sources:".
fn is_credit(line: &str) -> bool {
    const LONGEST: usize = 100;
    let Some((label, named)) = line.split_once(':') else { return false };
    let label = label.trim_matches(|mark: char| !mark.is_alphabetic());
    let is_name = named.trim_start().starts_with(char::is_alphabetic);
    is_one_of(label, LABELS) && is_name && named.len() < LONGEST && !named.contains('%')
}
