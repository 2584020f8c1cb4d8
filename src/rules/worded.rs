//! What the words of its own paragraph make of a figure, noted with the paragraph.
//!
//! Whether a figure needs a source is the dearest question of all, asked at every key press of every figure that nobody
//! holds up. Most of it is asked of the words beside the figure and stays answered for as long as the paragraph does.
//! An answer is looked for when a figure is first asked about: most never are.

use std::sync::OnceLock;

use crate::extract::Figure;
use crate::story::{Alone, Note, Placed, Story};

/// What has been asked of the figures of a block, by their numbers.
struct Worded(Vec<Answers>);

/// What has been asked of a figure. Each answer may depend on the figure and its paragraph, and on nothing else.
#[derive(Default)]
pub(super) struct Answers {
    /// Whether it counts dead or hurt.
    pub(super) toll: OnceLock<bool>,
    /// Whether it only says how something was found.
    pub(super) method: OnceLock<bool>,
    /// Whether the words state what is on record.
    pub(super) stated: OnceLock<bool>,
    /// The year of which its sentence tells, the least of several.
    pub(super) history: OnceLock<Option<i16>>,
    /// Whether they only say how big something is, or which.
    pub(super) described: OnceLock<bool>,
    /// The same where it may count the dead.
    pub(super) named: OnceLock<bool>,
    /// Whether they say that somebody is after so much, or has it.
    pub(super) after: OnceLock<bool>,
    /// Whether the sentence states it baldly.
    pub(super) bald: OnceLock<bool>,
    /// Whether it claims so much of the world in the paper's own voice.
    pub(super) own: OnceLock<bool>,
    /// Whether its sentence gives it to somebody.
    pub(super) given: OnceLock<bool>,
    /// Whether the paragraph says where it is from.
    pub(super) traced: OnceLock<bool>,
}

impl Note for Worded {
    fn read(block: Alone<'_>) -> Self {
        Self(block.mentions().figures.iter().map(|_| Answers::default()).collect())
    }
}

/// The answers that are known of `figure`.
pub(super) fn answers<'a>(story: &'a Story, figure: &Placed<Figure>) -> &'a Answers {
    let Worded(answers) = story.note(figure.block);
    let number = story.figures_of(figure.block).iter().position(|other| other.number == figure.number);
    &answers[number.expect("the figure is one of its block's")]
}
