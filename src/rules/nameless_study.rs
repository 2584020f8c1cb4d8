//! "A new study has found": whose, and where can a reader look it up?

use super::written::names_paper;
use crate::draft::Role;
use crate::language::{Class, WordList, Words};
use crate::story::{Alone, Note, Story};
use crate::text::Span;

/// The first words of the story for a study that finds something and that nothing in the story names: no journal, no
/// university, nobody who led it.
pub(super) fn nameless_study(story: &Story) -> Option<Span> {
    let mut noted = story.noted::<Studies>();
    let (block, words) = noted.find_map(|(block, Studies(words))| Some((block, (*words)?)))?;
    let is_told = story.noted::<NamesStudy>().next().is_some();
    let words = words.shifted(story.blocks[block].span.start);
    (!is_told && !names_paper(story, story.sentence_at(words.start))).then_some(words)
}

/// "A new study" of "a new study has found", the first in a block.
struct Studies(Option<Span>);

impl Note for Studies {
    fn read(block: Alone<'_>) -> Self {
        Self(block.first_of_paragraph(|sentence| study(block, sentence)))
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.role() == Role::Paragraph && block.mentions().vocabulary.may_hold_listed(&STUDIES)
    }

    fn is_silent(&self) -> bool {
        self.0.is_none()
    }
}

const STUDIES: WordList = WordList::of(&["study", "studies"]);

/// "A study", "one recent study", "a new international study", and a verb by which it finds something, or "according to".
fn study(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const QUALITIES: &[&str] =
        &["new", "recent", "major", "large", "earlier", "international", "long-term", "medical", "scientific", "small"];
    const FINDS: &[&str] =
        &["finds", "found", "links", "linked", "says", "said", "shows", "showed", "shown", "suggests", "suggested"];
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let head = (1..words.tokens.len()).find(|&at| words.is(at, "study"))?;
    let first = (0..head).rev().find(|&at| !words.is_any(at, QUALITIES))?;
    let verb = head + 1 + usize::from(words.has(head + 1, Class::Have));
    let ends = words.get(head + 1).is_none() || matches!(words.written(head + 1), "," | ".");
    let is_led_to = words.run_is(first.wrapping_sub(2), &["according", "to"]) && ends;
    let span = words.span(first, head + 1);
    let is_meant =
        words.is_any(first, &["a", "one", "another"]) && (first == 0 && words.is_any(verb, FINDS) || is_led_to);
    (is_meant && !block.is_quoted(span)).then_some(span)
}

/// Whether a block says who made a study, who published it or where.
struct NamesStudy(bool);

impl Note for NamesStudy {
    fn read(block: Alone<'_>) -> Self {
        Self(Self::may_speak(block))
    }

    fn may_speak(block: Alone<'_>) -> bool {
        const TOLD: WordList = WordList::of(&[
            "academy",
            "agency",
            "author",
            "authors",
            "bank",
            "bureau",
            "by",
            "centre",
            "center",
            "college",
            "commissioned",
            "conducted",
            "council",
            "department",
            "doctor",
            "dr",
            "economist",
            "foundation",
            "group",
            "institute",
            "institution",
            "institutes",
            "journal",
            "laboratory",
            "lancet",
            "led",
            "ministry",
            "nature",
            "office",
            "org",
            "organisation",
            "organization",
            "professor",
            "prof",
            "published",
            "researcher",
            "researchers",
            "school",
            "science",
            "scientist",
            "scientists",
            "society",
            "university",
            "universities",
            "team",
        ]);
        let vocabulary = &block.mentions().vocabulary;
        block.role().is_prose()
            && vocabulary.may_hold_listed(&STUDIES)
            && block.mentions().tokens.iter().any(|token| TOLD.has(token, block.text()))
            || vocabulary.has(Class::Authority)
    }

    fn is_silent(&self) -> bool {
        !self.0
    }
}
