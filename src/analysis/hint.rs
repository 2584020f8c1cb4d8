//! What is worth showing beside the words: the computed sum, the person behind "he said".

use rustc_hash::FxHashMap;

use super::Analysis;
use super::action::surname;
use crate::extract::{SourceKind, SourceMention};
use crate::rules::outcome_as_printed;
use crate::story::{RelationKind, SourceId};
use crate::text::Span;

/// Words to show beside those of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Behind which byte of the file.
    pub offset: u32,
    /// What to show.
    pub label: String,
    /// Why, for whoever asks.
    pub reason: String,
}

/// A pronoun that stands for a source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pronoun {
    pub(super) words: Span,
    pub(super) source: SourceId,
}

impl Analysis {
    /// The hints for the words at `span` of the file, by position.
    pub fn hints(&self, span: Span) -> Vec<Hint> {
        let mut hints: Vec<Hint> = self.name_hints().chain(self.sum_hints()).collect();
        hints.retain(|hint| touches_any(span, hint.offset));
        hints.sort_by_key(|hint| hint.offset);
        hints
    }

    fn name_hints(&self) -> impl Iterator<Item = Hint> {
        self.pronouns().map(|pronoun| {
            let source = self.story.source(pronoun.source);
            let short = if source.kind == SourceKind::Person { surname(&source.name) } else { &source.name };
            Hint {
                offset: self.source_span(pronoun.words).end,
                label: format!("({short})"),
                reason: format!("{} speaks here", source.name),
            }
        })
    }

    /// What the figures of a sum, a share or a change give, beside the one that states it.
    fn sum_hints(&self) -> impl Iterator<Item = Hint> {
        // A repeat gives what is there already, and a direction gives no number.
        let says_nothing = |kind| matches!(kind, RelationKind::Repeat | RelationKind::Direction);
        let computed = self.story.relations().iter().filter(move |relation| !says_nothing(relation.kind));
        computed.filter_map(|relation| {
            let figure = self.story.figure_of(relation.stated)?;
            let given =
                if relation.holds { outcome_as_printed(&self.story, relation)? } else { self.given_by(relation) };
            let is_same = relation.printed == Some(figure.value) || given == self.story.text_of(figure.number);
            let sign = match relation.holds {
                true if is_same => "=",
                true => "≈",
                false => "≠",
            };
            let figures = match relation.operands.len() {
                // Dates, or the items of a list.
                0 => "what stands".to_owned(),
                1 => "the figure".to_owned(),
                count => format!("the {count} figures"),
            };
            Some(Hint {
                offset: self.source_span(figure.number).end,
                label: format!("{sign} {given}"),
                reason: format!("reckoned from {figures} beside it"),
            })
        })
    }

    /// The pronouns that name a source, with whom they mean.
    pub(super) fn pronouns(&self) -> impl Iterator<Item = Pronoun> {
        let sources = self.story.sources.iter().enumerate();
        let mentions = sources.flat_map(|(id, source)| source.mentions.iter().map(move |&span| (span, SourceId(id))));
        let meant: FxHashMap<Span, SourceId> = mentions.collect();
        let is_pronoun = |mention: &SourceMention| mention.kind == SourceKind::Pronoun;
        let named = self.story.attributions.iter().flat_map(|said| said.source.into_iter().chain(said.via));
        named
            .filter(is_pronoun)
            .filter_map(move |mention| Some(Pronoun { words: mention.span, source: *meant.get(&mention.span)? }))
    }
}

fn touches_any(span: Span, offset: u32) -> bool {
    span.start <= offset && offset <= span.end
}
