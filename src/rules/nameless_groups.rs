//! "Human rights groups say": which of them?

use crate::draft::Role;
use crate::extract::SourceKind;
use crate::language::{Class, WordList, Words};
use crate::story::{Alone, Note, Story};
use crate::text::Span;

/// The first words of the story for campaigners' bodies in general, where nobody of any body speaks beside them.
pub(super) fn nameless_groups(story: &Story) -> Option<Span> {
    let mut noted = story.noted::<Groups>();
    let (block, words) = noted.find_map(|(block, Groups(words))| Some((block, (*words)?)))?;
    let words = words.shifted(story.blocks[block].span.start);
    // "Rights groups say so. Marl Watch counted 40 of them": one of them is named.
    let mut near = (block..story.blocks.len()).flat_map(|block| story.attributions_of(block));
    let is_named = near.any(|said| {
        said.source.is_some_and(|source| {
            let is_body = matches!(source.kind, SourceKind::Organization | SourceKind::Person | SourceKind::Document);
            is_body && !source.span.overlaps(words)
        })
    });
    (!is_named).then_some(words)
}

/// "Human rights groups" of "human rights groups say", the first in a block.
struct Groups(Option<Span>);

impl Note for Groups {
    fn read(block: Alone<'_>) -> Self {
        Self(block.first_of_paragraph(|sentence| groups(block, sentence)))
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.role() == Role::Paragraph && block.mentions().vocabulary.may_hold_listed(&BODIES)
    }

    fn is_silent(&self) -> bool {
        self.0.is_none()
    }
}

const BODIES: WordList =
    WordList::of(&["groups", "agencies", "organisations", "organizations", "charities", "ngos", "bodies"]);

/// A sentence that opens with them and a verb by which they say something.
fn groups(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const CAUSES: &[&str] = &[
        "activist",
        "advocacy",
        "aid",
        "animal",
        "campaign",
        "civil",
        "conservation",
        "consumer",
        "consumers",
        "environmental",
        "green",
        "health",
        "human",
        "humanitarian",
        "industry",
        "lobby",
        "patients",
        "pressure",
        "privacy",
        "relief",
        "rights",
        "society",
        "trade",
        "welfare",
        "wildlife",
    ];
    const LONGEST: usize = 4;
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let head = (0..LONGEST).find(|&at| words.is_listed(at, &BODIES))?;
    let is_cause = 0 < head
        && (0..head).all(|at| words.is_any(at, CAUSES) || words.is_any(at, &["some", "many", "several"]))
        || words.is(head, "ngos") && head == 0;
    let verb = head + 1 + usize::from(words.has(head + 1, Class::Have));
    let says = (verb..verb + 2).any(|at| words.has(at, Class::Say)) && words.is_word(head + 1);
    let span = words.span(0, head + 1);
    (is_cause && says && !block.is_quoted(span)).then_some(span)
}
