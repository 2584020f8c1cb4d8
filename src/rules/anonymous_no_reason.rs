//! An unnamed source, and no word on why.

use super::{Report, Rule};
use crate::extract::{SourceKind, SourceMention};
use crate::finding::Severity;
use crate::language::Class;
use crate::story::{Alone, Note, Story};
use crate::text::Span;

pub(super) static RULE: Rule = Rule {
    name: "anonymous-no-reason",
    summary: "an unnamed source, and no reason for it",
    severity: Severity::Information,
    explanation: r#"
Somebody gives the story its news without a name, and the story does not say why they may hide it.

The reason lets a reader judge the source: fear of dismissal is one thing, a grudge another.
Not every newsroom prints it, so this is information; one that asks for it sets it to `warning`.

```story
A person with knowledge of the talks said the merger was off.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-no-reason: Why may a person with knowledge of the talks stay unnamed? No reason is given.
```

Better: give the reason, there or in the next sentence.

```story
A person with knowledge of the talks said the merger was off. The person asked not to be named because the talks are private.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-source: Unnamed
```

Not flagged: "officials said" and the officials of a body; a spokesman; a source to whom another outlet spoke;
a story that says anywhere that somebody spoke on condition of anonymity; headlines; words inside a quotation.

Reference: AP asks that a story say why a source may stay unnamed.
"#,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    if let Some(source) = without_reason(story) {
        let words = super::in_sentence(story.text_of(source.span));
        report
            .at(source.span, format!("Why may {words} stay unnamed? No reason is given."))
            .help("Say why the source cannot be named, and how they know.");
    }
}

/// The first unnamed source of a story that gives no reason for any.
pub(super) fn without_reason(story: &Story) -> Option<SourceMention> {
    let asked = story.attributions.iter().zip(&story.speakers).find_map(|(attribution, speaker)| {
        let is_named = speaker.is_some_and(|speaker| story.source(speaker).kind == SourceKind::Person);
        let source = attribution.source.filter(|source| !is_named && is_insider(story, source))?;
        story.blocks[attribution.block].role.is_prose().then_some(source)
    })?;
    let is_explained = (0..story.blocks.len()).any(|block| story.note::<Explained>(block).0);
    (!is_explained).then_some(asked)
}

/// Somebody who tells what they may not: described by what they know, or as an insider, a diplomat, an aide.
fn is_insider(story: &Story, source: &SourceMention) -> bool {
    const AIDES: &[&str] = &["aide", "aides", "diplomat", "diplomats", "official", "officials"];
    const STAFF: &[&str] =
        &["manager", "executive", "adviser", "advisor", "employee", "minister", "banker", "colleague", "staffer"];
    if !matches!(source.kind, SourceKind::Anonymous | SourceKind::Role) {
        return false;
    }
    let text = story.text_of(story.blocks[story.block_at(source.span.start)].span);
    let after = Span::new(source.span.end, source.span.end + 40);
    let own = story.tokens_in(source.span);
    let knows = own.iter().chain(story.tokens_in(after).iter().take(2)).any(|token| {
        ["familiar", "knowledge", "briefed", "insider", "insiders", "source", "sources"].contains(&token.of(text))
    });
    let is_one = own.first().is_some_and(|first| {
        first.is(Class::NumberWord) || ["a", "an", "A", "An", "another", "Another"].contains(&first.of(text))
    });
    let is_any = |words: &[&str]| own.iter().any(|token| words.contains(&token.of(text)));
    // "A senior manager at the company": of many, and placed where one can know.
    let is_placed = own.iter().any(|token| ["senior", "former", "junior"].contains(&token.of(text)));
    let is_aide = is_any(AIDES) || is_placed && is_any(STAFF);
    knows || is_one && is_aide
}

/// Whether a block says why somebody may hide their name.
struct Explained(bool);

impl Note for Explained {
    fn read(block: Alone<'_>) -> Self {
        Self(block.mentions().sentences.iter().any(|sentence| gives_reason(sentence.of(block.text()))))
    }
}

/// "On condition of anonymity", "asked not to be named", "not authorised to speak".
fn gives_reason(sentence: &str) -> bool {
    let text = sentence.to_lowercase();
    ["anonym", "not to be named", "not be named", "not to be identified", "not be identified", "to be named because"]
        .iter()
        .chain(&["authorised to", "authorized to", "declined to be named", "declined to be identified"])
        .any(|words| text.contains(words))
}
