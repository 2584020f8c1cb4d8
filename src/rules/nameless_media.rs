//! "According to media reports", "local media said": which paper was it?

use crate::draft::Role;
use crate::extract::SourceKind;
use crate::language::{Class, WordList, Words};
use crate::story::{Alone, Note, Story};
use crate::text::Span;

/// The first words of the story for media in general, where no outlet is named beside them.
pub(super) fn nameless_media(story: &Story) -> Option<Span> {
    let mut noted = story.noted::<Media>();
    let (block, words) = noted.find_map(|(block, Media(words))| Some((block, (*words)?)))?;
    let words = words.shifted(story.blocks[block].span.start);
    let mut near = (block..story.blocks.len().min(block + 2)).flat_map(|block| story.attributions_of(block));
    let is_named = near.any(|said| {
        let sources = [said.source, said.via].into_iter().flatten();
        sources.into_iter().any(|source| source.kind == SourceKind::Outlet && !source.span.overlaps(words))
    });
    (!is_named).then_some(words)
}

/// "Media reports" of "according to media reports", the first in a block.
struct Media(Option<Span>);

impl Note for Media {
    fn read(block: Alone<'_>) -> Self {
        Self(block.first_of_paragraph(|sentence| media(block, sentence)))
    }

    fn may_speak(block: Alone<'_>) -> bool {
        block.role() == Role::Paragraph && block.mentions().vocabulary.may_hold_listed(&MEDIA)
    }

    fn is_silent(&self) -> bool {
        self.0.is_none()
    }
}

const MEDIA: WordList = WordList::of(&["media", "newspapers", "press", "reports"]);

fn media(block: Alone<'_>, sentence: Span) -> Option<Span> {
    const KINDS: &[&str] = &["local", "some", "several", "various", "unconfirmed", "other"];
    let words = Words { text: block.text(), tokens: block.tokens_in(sentence) };
    let head = (0..words.tokens.len()).find_map(|at| {
        let is_reports = words.is_any(at, &["media", "press", "news", "newspaper"]) && words.is(at + 1, "reports");
        if is_reports {
            return Some((at, at + 1));
        }
        (words.is_any(at, &["media", "newspapers"]) && 0 < at && words.is(at - 1, "local")).then_some((at, at))
    });
    let (first, last) = head?;
    let first = (0..first).rev().take_while(|&at| words.is_any(at, KINDS)).last().unwrap_or(first);
    let is_led_to = words.run_is(first.wrapping_sub(2), &["according", "to"]);
    // "Local media showed pictures of it": that is no claim.
    let says = |at: usize| words.has(at, Class::Say);
    let is_said = first <= 1 && (says(last + 1) || words.has(last + 1, Class::Have) && says(last + 2));
    let span = words.span(first, last + 1);
    ((is_led_to || is_said) && !block.is_quoted(span)).then_some(span)
}
