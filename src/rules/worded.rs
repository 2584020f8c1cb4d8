//! What the words of its own sentence make of a figure, noted with the paragraph.
//!
//! Whether a figure needs a source is the dearest question of all, asked at every key press of every figure that nobody
//! holds up. Most of it is asked of the words beside the figure, as a [`Beside`] has them, and stays answered for as
//! long as the paragraph does. An answer is looked for when a figure is first asked about: most never are.

use std::sync::OnceLock;

use super::beside::Beside;
use super::{described, on_record};
use crate::extract::Figure;
use crate::story::{Alone, Note, Placed, Story};

/// What has been asked of the figures of a block, by their numbers.
struct Worded(Vec<Answers>);

#[derive(Default)]
struct Answers {
    is_stated: OnceLock<bool>,
    is_described: OnceLock<bool>,
    is_after: OnceLock<bool>,
}

impl Note for Worded {
    fn read(block: Alone<'_>) -> Self {
        Self(block.mentions().figures.iter().map(|_| Answers::default()).collect())
    }
}

/// What [`on_record::says_stated`] says of the figure.
pub(super) fn is_stated(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    *answers(story, figure).is_stated.get_or_init(|| on_record::says_stated(figure, beside))
}

/// What [`described::says_described`] says of the figure.
pub(super) fn is_described(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    *answers(story, figure).is_described.get_or_init(|| described::says_described(figure, beside))
}

/// What [`described::says_after`] says of the figure.
pub(super) fn is_after(story: &Story, figure: &Placed<Figure>, beside: &Beside<'_>) -> bool {
    *answers(story, figure).is_after.get_or_init(|| described::says_after(figure, beside))
}

fn answers<'a>(story: &'a Story, figure: &Placed<Figure>) -> &'a Answers {
    let Worded(answers) = story.note(figure.block);
    let number = story.figures_of(figure.block).iter().position(|other| other.number == figure.number);
    &answers[number.expect("the figure is one of its block's")]
}
