//! "A source said": nobody, with no description.

use super::{Report, Rule};
use crate::extract::{SourceKind, SourceMention};
use crate::finding::Severity;
use crate::story::Story;

pub(super) static RULE: Rule = Rule {
    name: "bare-source",
    summary: "“a source” or “sources” with no description",
    severity: Severity::Error,
    explanation: r#"
The story rests on "a source" or "sources" and says nothing about them.

Readers cannot weigh what somebody says of whom they know nothing.
Most desks refuse a bare source outright: say at least where the person sits and how they know.

```story
Sources say the merger is off.
^^^^^^^ bare-source: Which sources? Nothing says who they are or how they know.
```

Better: say where they sit, how they know, and why they may hide. What is left is a hint.

```story
Two people with knowledge of the talks say the merger is off. They asked not to be named because the talks are private.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-source: Unnamed
```

Not flagged: a source with any description ("a source in the president's office", "officials familiar with the talks")
and "the source" behind one;
words inside a quotation; headlines, where the body may describe them.

Reference: AP does not accept "a source" without description; Reuters wants sources described as closely as can be.
"#,
    asks_relations: false,
    check,
};

fn check(story: &Story, report: &mut Report<'_>) {
    for attribution in &story.attributions {
        if story.blocks[attribution.block].role.is_heading() {
            continue;
        }
        let bare = attribution
            .source
            .iter()
            .chain(&attribution.via)
            .filter(|source| source.kind == SourceKind::Bare || are_plain_insiders(story, source));
        for source in bare.filter(|source| !is_described_before(story, source) && !is_described_behind(story, source)) {
            report
                .at(source.span, message(story, source))
                .help("Say as closely as you can who they are and how they know.");
        }
    }
}

/// "Insiders said the owner had been warned": of what, the story says nowhere else, as one does that asks a panel of them.
fn are_plain_insiders(story: &Story, source: &SourceMention) -> bool {
    let is_plain = story.text_of(source.span).eq_ignore_ascii_case("insiders");
    is_plain && story.text.matches("nsider").count() == 1
}

/// "Says a source involved in the group's making": what follows describes it.
fn is_described_behind(story: &Story, source: &SourceMention) -> bool {
    let behind = story.text[source.span.end as usize..].trim_start();
    ["involved in", "close to", "familiar with", "inside ", "within ", "briefed on", "with knowledge", "with direct"]
        .iter()
        .any(|words| behind.starts_with(words))
}

/// "The source said" takes up "a source close to her": the story has described it, or has been asked about it.
fn is_described_before(story: &Story, source: &SourceMention) -> bool {
    let words = story.text_of(source.span);
    // "Our panel of insiders" has been told of before.
    if story.text_of(source.head).eq_ignore_ascii_case("insiders") {
        return story.text[..source.span.start as usize].contains("nsiders");
    }
    let is_taken_up = ["the ", "this ", "that "].iter().any(|article| words.to_lowercase().starts_with(article));
    let is_anonymous = || {
        let before =
            story.attributions.iter().flat_map(|attribution| attribution.source.into_iter().chain(attribution.via));
        before
            .take_while(|earlier| earlier.span.start < source.span.start)
            .any(|earlier| matches!(earlier.kind, SourceKind::Anonymous | SourceKind::Bare))
    };
    is_taken_up && (is_anonymous() || describes_one(&story.text[..source.span.start as usize]))
}

/// "A source close to her": the words by which a story describes one.
fn describes_one(before: &str) -> bool {
    const DESCRIBED: &[&str] = &["close to", "familiar with", "with knowledge", "involved in", "briefed on", "near to"];
    let told = |at: usize| before[at..].trim_start_matches('s').trim_start();
    ["source", "sources"].iter().any(|word| {
        before
            .match_indices(word)
            .any(|(at, found)| DESCRIBED.iter().any(|words| told(at + found.len()).starts_with(words)))
    })
}

fn message(story: &Story, source: &SourceMention) -> &'static str {
    let head = story.text_of(source.head).to_lowercase();
    match head.as_str() {
        "insider" => return "Which insider? Nothing says who it is or how they know.",
        "insiders" => return "Which insiders? Nothing says who they are or how they know.",
        _ => {}
    }
    if head == "insiders" {
        return "Which insiders? Nothing says who they are or how they know.";
    }
    if head.ends_with('s') {
        "Which sources? Nothing says who they are or how they know."
    } else {
        "Which source? Nothing says who it is or how they know."
    }
}
