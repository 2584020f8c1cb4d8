//! A first paragraph that accuses in the story's own voice.

use super::{Report, Rule};
use crate::draft::Role;
use crate::finding::Severity;
use crate::language::Class;
use crate::story::{Story, StoryBlock};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "lead-unsourced",
    summary: "the first paragraph accuses somebody, and its source stands only below",
    severity: Severity::Warning,
    explanation: r#"
The first paragraph lays a wrong on somebody as a fact, and only further down the story says whose word that is.

Many readers stop after the first paragraph, and a court may too.

```story
# Inquiry into harbour contracts

The harbour master of Brae took bribes from two dredging firms for years.
                                ^^^^^^ lead-unsourced: Who says so? The source of this stands only further down.

Prosecutors said on Friday that the bribes came to £200,000.
```

Better: attribute it where it is said first.

```story
# Inquiry into harbour contracts

The harbour master of Brae took bribes from two dredging firms for years, prosecutors say.

Prosecutors said on Friday that the bribes came to £200,000.
```

Not flagged: a paragraph with any source, or a word of a charge, a trial or a verdict;
a wrong that the story does not attribute further down either, because it is established; words inside a quotation.

Reference: Reuters asks that a contentious first paragraph carry its source; AP asks for the source before or right after.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let Some(lead) = story.blocks.iter().find(|block| block.role == Role::Paragraph) else { return };
    if let Some(deed) = unsourced_accusation(story, lead) {
        report
            .at(deed, "Who says so? The source of this stands only further down.")
            .help("Attribute it here, where most readers read it.");
    }
}

/// The word for a wrong in a block that names nobody who says so, where the story later gives it as somebody's word.
pub(super) fn unsourced_accusation(story: &Story, block: &StoryBlock) -> Option<Span> {
    let number = story.block_at(block.span.start);
    let tokens = story.tokens_in(block.span);
    let is_sourced = !story.attributions_of(number).is_empty() || tokens.iter().any(|token| token.is(Class::Accuser));
    let deed = tokens.iter().find(|token| token.is(Class::Wrongdoing))?.span.shifted(block.span.start);
    (!is_sourced && !story.is_quoted(deed) && is_said_below(story, block.span.end)).then_some(deed)
}

/// Whether a wrong is somebody's word in a sentence behind `offset`.
fn is_said_below(story: &Story, offset: u32) -> bool {
    let first = story.sentences.partition_point(|sentence| sentence.span.start < offset);
    story.sentences.iter().enumerate().skip(first).any(|(number, sentence)| {
        let is_somebodys = story
            .attributions_in(number)
            .iter()
            .any(|attribution| attribution.source.is_some() || !attribution.content.is_empty());
        let accuses = story.tokens_in(sentence.span).iter().any(|token| token.is(Class::Accuser));
        story.sentence_has(number, Class::Wrongdoing) && (is_somebodys || accuses)
    })
}
