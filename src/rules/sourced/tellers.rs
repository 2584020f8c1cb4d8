//! Figures in a passage that is somebody's own telling: an answer, a post, what somebody owes.

use rust_decimal::Decimal;

use super::Sourced;
use crate::extract::{Figure, FigureKind, SourceKind};
use crate::rules::described::is_post;
use crate::story::Placed;
use crate::text::Span;

impl Sourced<'_> {
    pub(super) fn is_told_by_teller(&self, figure: &Placed<Figure>) -> bool {
        self.is_interview(figure) || self.is_own_debt(figure)
    }

    /// "Q: …", "A: …": a paragraph of an interview is somebody's words, and so is one that opens with a tag: a post.
    fn is_interview(&self, figure: &Placed<Figure>) -> bool {
        let is_answer = || self.story.text_of(self.story.blocks[figure.block].span).starts_with("A: ");
        is_post(self.story, figure.block)
            || is_answer()
            || self.first_question.is_some_and(|question| question < figure.block)
    }

    /// "Ida Moss still owes $40,000 in student loans": what somebody who speaks in the story owes is hers to tell.
    fn is_own_debt(&self, figure: &Placed<Figure>) -> bool {
        const OWED: &[&str] = &["student", "mortgage", "tuition", "rent", "debt", "loans"];
        const MOST: u32 = 250_000;
        if figure.kind != FigureKind::Money || Decimal::from(MOST) < figure.value {
            return false;
        }
        let before = self.story.blocks[figure.block.saturating_sub(1)].span;
        let told = self.story.text_of(Span::new(before.start, figure.number.start));
        self.story.sentence_names(figure.sentence, OWED)
            && self.story.sentence_names(figure.sentence, &["student", "college", "tuition", "her", "his", "she", "he"])
            && self.story.sources.iter().any(|source| {
                let surname = source.name.rsplit(' ').next().unwrap_or_default();
                source.kind == SourceKind::Person && !surname.is_empty() && told.contains(surname)
            })
    }
}
