//! Somebody who speaks without a name.

use rustc_hash::FxHashSet;

use super::anonymous_no_reason::{gives_reason, without_reason};
use super::{Report, Rule};
use crate::extract::{SourceKind, SourceMention};
use crate::finding::Severity;
use crate::story::{SourceId, Story};

pub(super) static RULE: Rule = Rule {
    name: "anonymous-source",
    summary: "a source without a name",
    severity: Severity::Hint,
    explanation: r#"
Somebody speaks in the story without a name: an official, an aide, two people with knowledge of the talks.

Readers trust them less, and nobody can check them; most desks want to know of each.
This is a hint, once for each source: there are good reasons.

```story
A senior official at the ministry said that the tender would be repeated. She asked not to be named.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-source: Unnamed: can a senior official at the ministry be named, or described more closely?
```

Better: name who says it, or describe them as closely as you can.

```story
Tom Beck, who runs tenders at the ministry, said that the tender would be repeated.
```

Not flagged: officials in the plural, who stand for a body; a post that only one person can hold ("the mayor");
one whose sentence says why they may not be named;
a source with no description at all, or with no reason, which are asked for by `bare-source` and `anonymous-no-reason`; headlines; words inside a quotation.

Reference: AP, Reuters and NPR prefer named sources and want the others described as closely as can be.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    let unexplained = without_reason(story);
    let mut met: FxHashSet<Option<SourceId>> = FxHashSet::default();
    for (attribution, speaker) in story.attributions.iter().zip(&story.speakers) {
        let is_unnamed = |source: &SourceMention| {
            source.kind == SourceKind::Anonymous || source.kind == SourceKind::Role && hides(story, source)
        };
        let Some(source) = attribution.source.filter(is_unnamed) else { continue };
        let is_heading = story.blocks[attribution.block].role.is_heading();
        // "Which the official set out in a report": one whose post the story has told in other words.
        let is_told_of = story.text_of(source.span).eq_ignore_ascii_case("the official");
        let stands_for_body = is_told_of || ["officials", "Officials"].contains(&story.text_of(source.head));
        let is_asked_why = unexplained.contains(&source);
        if is_asked_why
            || is_heading
            || stands_for_body
            || says_why(story, attribution.sentence)
            || !met.insert(*speaker)
        {
            continue;
        }
        let words = super::in_sentence(story.text_of(source.span));
        report
            .at(source.span, format!("Unnamed: can {words} be named, or described more closely?"))
            .help("Tell the desk who it is, and the reader as much as you can.");
    }
}

/// "An official who was not authorised to discuss it", "asked not to be named because the talks are private": a sentence
/// that says why has told as much as it can.
fn says_why(story: &Story, sentence: usize) -> bool {
    let text = story.text_of(story.sentences[sentence].span).to_lowercase();
    let is_barred = ["not authorised to", "not authorized to", "forbidden to", "not allowed to", "not permitted to"];
    let told_why = ["because", "since", "for fear", "so as not to", "citing"];
    is_barred.iter().any(|words| text.contains(words))
        || gives_reason(&text) && told_why.iter().any(|words| text.contains(words))
}

/// "A former committee man | who would not be named": whoever hides is unnamed, whatever they are called.
fn hides(story: &Story, source: &SourceMention) -> bool {
    const LONGEST: usize = 10;
    let behind = &story.text[source.span.end as usize..];
    let Some(told) = behind.strip_prefix(" who ").or_else(|| behind.strip_prefix(", who ")) else { return false };
    let clause: Vec<&str> = told.split([',', '.']).next().unwrap_or_default().split(' ').take(LONGEST).collect();
    // Whoever says why has said enough.
    let is_explained = told.split('.').next().is_some_and(|rest| rest.contains("because"));
    let declines = !is_explained && clause.iter().any(|word| ["not", "declined", "refused"].contains(word));
    declines && clause.iter().any(|word| ["named", "identified"].contains(word))
}
